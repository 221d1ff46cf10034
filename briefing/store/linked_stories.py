"""Stories and statements as linking finds them on record and writes them down."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import ucd_3_2_0

from briefing.model import Lead
from briefing.store.keys import LAST_SECOND, LOW_BITS, bounds
from briefing.store.rows import marks

STORY_PEOPLE = 12
"""People whose names are kept with a story, those it says most of first."""

NEAREST = 30
"""Articles whose stories are looked at, the best; more change nothing (within 0.001)."""

WORD_HITS = 150
"""Articles looked at for a word before and behind the article's date, the nearest in time. It
bounds the cost of a word that is in every headline of the week."""

WINDOW_S = 7 * 86_400
"""Articles further apart than this, in seconds, do not report one event (as measured on BASIL)."""

_LEADS = (
    "SELECT a.id AS article_id, a.title, a.lead, a.published, o.name AS outlet"
    " FROM articles a LEFT JOIN outlets o ON o.id = a.outlet_id"
)

_HITS = "SELECT rowid FROM articles_leads WHERE articles_leads MATCH ? AND rowid BETWEEN ? AND ?"

# An id is never given again: what was done to the story that had it is still told of it.
_NEW = """
INSERT INTO stories (id, sort_key, title)
SELECT 1 + max(
        coalesce((SELECT max(id) FROM stories), 0),
        coalesce((SELECT max(story_id) FROM story_steps), 0),
        coalesce((SELECT max(other_id) FROM story_steps), 0)),
    sort_key, title FROM articles WHERE id = ? RETURNING id
"""

_REFRESH = """
UPDATE stories SET
    title = :title,
    sort_key = (SELECT max(sort_key) FROM articles WHERE story_id = :id),
    first_published = (SELECT min(published) FROM articles WHERE story_id = :id),
    last_published = (SELECT max(published) FROM articles WHERE story_id = :id),
    articles = (SELECT count(*) FROM articles WHERE story_id = :id),
    quotes = (
        SELECT count(*) FROM quotes q JOIN articles a ON a.id = q.article_id
        WHERE a.story_id = :id),
    discrepancies = (
        SELECT count(*) FROM discrepancies
        WHERE story_id = :id AND class IN ('value', 'conversion', 'update')),
    outlets = (
        SELECT json_group_array(name) FROM (
            SELECT o.name FROM articles a JOIN outlets o ON o.id = a.outlet_id
            WHERE a.story_id = :id GROUP BY o.id ORDER BY min(a.sort_key))),
    people = {people}
WHERE id = :id
"""

_PEOPLE = """(
        SELECT json_group_array(name) FROM (
            SELECT p.name FROM articles a JOIN mentions m ON m.article_id = a.id
            JOIN people p ON p.id = m.person_id WHERE a.story_id = :id
            GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT :people))
"""


def lead(db: sqlite3.Connection, article_id: int) -> Lead:
    """What the article's story is chosen by."""
    return _lead(db.execute(f"{_LEADS} WHERE a.id = ?", (article_id,)).fetchone())


def story_leads(db: sqlite3.Connection, story_id: int, limit: int = -1) -> tuple[Lead, ...]:
    """The leads of a story's articles, newest first."""
    rows = db.execute(
        f"{_LEADS} WHERE a.story_id = ? ORDER BY a.sort_key DESC LIMIT ?", (story_id, limit)
    )
    return tuple(map(_lead, rows))


def _lead(row: sqlite3.Row) -> Lead:
    return Lead(**dict(row))


def story_of(db: sqlite3.Connection, article_id: int) -> int | None:
    """The story the article is in."""
    row = db.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()
    return row["story_id"] if row else None


def days(db: sqlite3.Connection, story_id: int) -> list[str | None]:
    """The days and instants on which a story's articles were published."""
    rows = db.execute("SELECT DISTINCT published FROM articles WHERE story_id = ?", (story_id,))
    return [row["published"] for row in rows]


def existing(db: sqlite3.Connection, story_ids: Iterable[int]) -> set[int]:
    """Those of the stories that have not gone up in others."""
    ids = list(story_ids)
    rows = db.execute(f"SELECT id FROM stories WHERE id IN ({marks(ids)})", ids)
    return {row["id"] for row in rows}


def near_articles(
    db: sqlite3.Connection, article_id: int, words: Mapping[str, float]
) -> list[tuple[int, int]]:
    """The articles in stories that share most with the article, best first: id and story.

    ``words`` are looked up in titles and leads, and weigh as they say. An article without a date
    looks at those of any time, the newest first.
    """
    own = db.execute("SELECT sort_key, published FROM articles WHERE id = ?", (article_id,))
    key, published = own.fetchone()
    second = key >> LOW_BITS
    window = (second - WINDOW_S, second + WINDOW_S) if published else (0, LAST_SECOND)
    first, last = bounds(*window)
    weights: dict[int, float] = {}
    for word, weight in words.items():
        term = _term(word)
        if not term:
            continue
        for hits in (
            db.execute(f"{_HITS} ORDER BY rowid DESC LIMIT ?", (term, first, key - 1, WORD_HITS)),
            db.execute(f"{_HITS} ORDER BY rowid LIMIT ?", (term, key + 1, last, WORD_HITS)),
        ):
            for (hit,) in hits:
                weights[hit] = weights.get(hit, 0.0) + weight
    return _linked(db, sorted(weights, key=lambda hit: (-weights[hit], hit)))


def _term(word: str) -> str:
    """The word as the index looks it up, in parts where it has several: no phrases are known there.

    "" where the index may part it otherwise: its tokenizer knows the letters of an older Unicode.
    """
    parts = re.split("['.]", word)
    known = word.isascii() or all(
        ucd_3_2_0.category(letter)[0] in "LN" for part in parts for letter in part
    )
    return " AND ".join(f'"{part}"' for part in parts) if known else ""


def _linked(db: sqlite3.Connection, keys: Sequence[int]) -> list[tuple[int, int]]:
    """The first articles of these keys that have a story: those of a sync that waits have none."""
    found: list[tuple[int, int]] = []
    for at in range(0, len(keys), NEAREST * 2):
        some = keys[at : at + NEAREST * 2]
        rows = db.execute(
            f"SELECT sort_key, id, story_id FROM articles WHERE sort_key IN ({marks(some)})"
            " AND story_id IS NOT NULL",
            some,
        )
        linked = {row["sort_key"]: (row["id"], row["story_id"]) for row in rows}
        found += [linked[key] for key in some if key in linked]
        if len(found) >= NEAREST:
            break
    return found[:NEAREST]


def profiles(db: sqlite3.Connection, story_ids: Sequence[int]) -> dict[int, str]:
    """What the stories say, summed up, as it was kept."""
    rows = db.execute(
        f"SELECT story_id, profile FROM story_profiles WHERE story_id IN ({marks(story_ids)})",
        story_ids,
    )
    return {row["story_id"]: row["profile"] for row in rows}


def sharing(
    db: sqlite3.Connection, story_ids: Sequence[int], names: Sequence[str]
) -> dict[int, int]:
    """How many of these names each of the stories' articles give people."""
    rows = db.execute(
        "SELECT a.story_id, count(DISTINCT p.called) AS n FROM articles a"
        " JOIN appearances p ON p.article_id = a.id"
        f" WHERE a.story_id IN ({marks(story_ids)}) AND p.called IN ({marks(names)})"
        " GROUP BY a.story_id",
        [*story_ids, *names],
    )
    return {row["story_id"]: row["n"] for row in rows}


def set_profile(db: sqlite3.Connection, story_id: int, profile: str) -> None:
    """Keep what a story says, summed up."""
    db.execute(
        "INSERT INTO story_profiles (story_id, profile) VALUES (:id, :profile)"
        " ON CONFLICT DO UPDATE SET profile = :profile",
        {"id": story_id, "profile": profile},
    )


def set_story(db: sqlite3.Connection, article_id: int, story_id: int | None) -> int:
    """Put the article into the story, or into a new one; the story's id."""
    if story_id is None:
        story_id = int(db.execute(_NEW, (article_id,)).fetchone()[0])
    db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, article_id))
    return story_id


def refresh_story(db: sqlite3.Connection, story_id: int, title: str) -> None:
    """Bring a story's counts, dates, outlets and people up to what its articles now say."""
    sql = _REFRESH.format(people=_PEOPLE)
    db.execute(sql, {"id": story_id, "title": title, "people": STORY_PEOPLE})


def drop_if_empty(db: sqlite3.Connection, story_id: int) -> bool:
    """Drop the story if no article is in it any more; whether it was dropped."""
    sql = (
        "DELETE FROM stories WHERE id = :id"
        " AND NOT EXISTS (SELECT 1 FROM articles WHERE story_id = :id)"
    )
    return db.execute(sql, {"id": story_id}).rowcount > 0


def refresh_people_of(db: sqlite3.Connection, story_id: int) -> None:
    """Bring the names of a story's people up to who they now are."""
    sql = f"UPDATE stories SET people = {_PEOPLE} WHERE id = :id"
    db.execute(sql, {"id": story_id, "people": STORY_PEOPLE})


@dataclass(frozen=True, slots=True)
class Carrier:
    """A quote that may be a statement's: what telling statements apart needs of it."""

    quote_id: int
    article_id: int
    text: str
    person_id: int | None
    statement_id: int | None


def carriers(db: sqlite3.Connection, story_id: int) -> list[Carrier]:
    """The quotes of a story, oldest first."""
    rows = db.execute(
        "SELECT q.id AS quote_id, q.article_id, q.text, q.person_id, q.statement_id"
        " FROM articles a JOIN quotes q ON q.article_id = a.id WHERE a.story_id = ?"
        " ORDER BY a.sort_key, q.start",
        (story_id,),
    )
    return [Carrier(**dict(row)) for row in rows]


def write_statement(db: sqlite3.Connection, statement_id: int | None, text: str) -> int:
    """Write a statement; one on record keeps its id, which is given back."""
    if statement_id is None:
        sql = "INSERT INTO statements (text) VALUES (?) RETURNING id"
        return int(db.execute(sql, (text,)).fetchone()[0])
    db.execute("UPDATE statements SET text = ?1 WHERE id = ?2 AND text <> ?1", (text, statement_id))
    return statement_id


def set_statements(db: sqlite3.Connection, carried: Iterable[tuple[int | None, int]]) -> None:
    """Put quotes into statements, or take them out of any: statement and quote of each."""
    db.executemany("UPDATE quotes SET statement_id = ? WHERE id = ?", carried)


def drop_empty(db: sqlite3.Connection, statement_ids: Iterable[int]) -> None:
    """Drop those of the statements that nobody carries any more."""
    db.executemany(
        "DELETE FROM statements WHERE id = :id"
        " AND NOT EXISTS (SELECT 1 FROM quotes WHERE statement_id = :id)",
        [{"id": statement_id} for statement_id in statement_ids],
    )
