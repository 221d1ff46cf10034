"""Stories and statements as linking finds them on record and writes them down."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import KnownStory, Lead
from briefing.store.keys import bounds

STORY_PEOPLE = 12
"""People whose names are kept with a story, those it says most of first."""

_LEADS = (
    "SELECT a.id AS article_id, a.title, a.lead, a.published, o.name AS outlet,"
    " (SELECT json_group_array(DISTINCT name) FROM aliases WHERE article_id = a.id AND is_full)"
    " AS names FROM articles a LEFT JOIN outlets o ON o.id = a.outlet_id"
)

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


def story_leads(db: sqlite3.Connection, story_id: int) -> tuple[Lead, ...]:
    """The leads of a story's articles, oldest first."""
    rows = db.execute(f"{_LEADS} WHERE a.story_id = ? ORDER BY a.sort_key", (story_id,))
    return tuple(map(_lead, rows))


def _lead(row: sqlite3.Row) -> Lead:
    return Lead(**{**dict(row), "names": tuple(json.loads(row["names"]))})


def story_of(db: sqlite3.Connection, article_id: int) -> int | None:
    """The story the article is in."""
    row = db.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()
    return row["story_id"] if row else None


def story_candidates(
    db: sqlite3.Connection, words: Sequence[str], window_s: tuple[int, int], limit: int
) -> list[KnownStory]:
    """The stories of the articles whose title and lead match the words best.

    ``window_s``: first and last second of the articles looked at.
    """
    match = " OR ".join(f'"{word}"' for word in words)
    if not match:
        return []
    rows = db.execute(
        "SELECT DISTINCT a.story_id FROM (SELECT rowid FROM articles_leads"
        " WHERE articles_leads MATCH ? AND rowid BETWEEN ? AND ? ORDER BY bm25(articles_leads)"
        " LIMIT ?) hit JOIN articles a ON a.sort_key = hit.rowid WHERE a.story_id IS NOT NULL",
        (match, *bounds(*window_s), limit),
    ).fetchall()
    return [KnownStory(row["story_id"], story_leads(db, row["story_id"])) for row in rows]


def set_story(db: sqlite3.Connection, article_id: int, story_id: int | None) -> int:
    """Put the article into the story, or into a new one; the story's id."""
    if story_id is None:
        sql = (
            "INSERT INTO stories (sort_key, title) SELECT sort_key, title FROM articles"
            " WHERE id = ? RETURNING id"
        )
        story_id = int(db.execute(sql, (article_id,)).fetchone()[0])
    db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, article_id))
    return story_id


def refresh_story(db: sqlite3.Connection, story_id: int, title: str) -> None:
    """Bring a story's counts, dates, outlets and people up to what its articles now say."""
    sql = _REFRESH.format(people=_PEOPLE)
    db.execute(sql, {"id": story_id, "title": title, "people": STORY_PEOPLE})


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


def write_statement(
    db: sqlite3.Connection, statement_id: int | None, text: str, quotes: Sequence[int]
) -> None:
    """Write a statement and its carriers; one on record keeps its id."""
    if statement_id is None:
        sql = "INSERT INTO statements (text) VALUES (?) RETURNING id"
        statement_id = int(db.execute(sql, (text,)).fetchone()[0])
    db.execute("UPDATE statements SET text = ? WHERE id = ?", (text, statement_id))
    db.executemany(
        "UPDATE quotes SET statement_id = ? WHERE id = ?", [(statement_id, q) for q in quotes]
    )


def drop_statements(db: sqlite3.Connection, story_id: int) -> None:
    """Take a story's quotes out of their statements, before those are found anew."""
    db.execute(
        "UPDATE quotes SET statement_id = NULL WHERE statement_id IS NOT NULL"
        " AND article_id IN (SELECT id FROM articles WHERE story_id = ?)",
        (story_id,),
    )


def drop_empty(db: sqlite3.Connection, statement_ids: Iterable[int]) -> None:
    """Drop those of the statements that nobody carries any more."""
    db.executemany(
        "DELETE FROM statements WHERE id = :id"
        " AND NOT EXISTS (SELECT 1 FROM quotes WHERE statement_id = :id)",
        [{"id": statement_id} for statement_id in statement_ids],
    )
