"""Quotes as linking changes them, and what the index says of them."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.rows import SURE
from briefing.store import index
from briefing.store.linked_people import role_in
from briefing.store.match import country_tag
from briefing.store.quotes import SPEAKER_CONFIDENCE
from briefing.store.rows import chunks, marks


@dataclass(frozen=True, slots=True)
class OfficeQuote:
    """A quote whose speaker its own article names by office alone."""

    id: int
    title: str
    country: str | None
    organisation: str | None
    day: str | None
    person_id: int | None
    story_id: int


_OFFICE = "q.id, q.office, substr(a.published, 1, 10) AS day, q.person_id, a.story_id"


def office_quotes(db: sqlite3.Connection, story_id: int) -> list[OfficeQuote]:
    """The quotes of a story whose speakers are named by office alone."""
    rows = db.execute(
        f"SELECT {_OFFICE} FROM articles a"
        " JOIN quotes q ON q.article_id = a.id WHERE a.story_id = ? AND q.office IS NOT NULL",
        (story_id,),
    )
    return list(map(_office_quote, rows))


def open_offices(
    db: sqlite3.Connection, office: str, but_story: int | None, limit: int
) -> list[OfficeQuote]:
    """The newest quotes of other stories that name this office, by key, and have no holder yet."""
    rows = db.execute(
        f"SELECT {_OFFICE} FROM quotes q JOIN articles a ON a.id = q.article_id"
        " WHERE q.office_key = ? AND q.person_id IS NULL AND a.story_id IS NOT ?"
        " ORDER BY q.sort_key DESC LIMIT ?",
        (office, but_story, limit),
    )
    return list(map(_office_quote, rows))


def _office_quote(row: sqlite3.Row) -> OfficeQuote:
    title, country, organisation = json.loads(row["office"])
    return OfficeQuote(
        row["id"], title, country, organisation, row["day"], row["person_id"], row["story_id"]
    )


def set_holder(db: sqlite3.Connection, quote_id: int, person_id: int | None) -> None:
    """Give a quote to the holder of the office it names, as inferred, or to the office alone."""
    index.remove_quotes(db, [quote_id])
    db.execute(
        "UPDATE quotes SET person_id = :person, inferred = :person IS NOT NULL,"
        " speaker_kind = iif(:person IS NULL, 'unnamed', 'person'),"
        " speaker = coalesce((SELECT name FROM people WHERE id = :person), speaker_as_written)"
        " WHERE id = :id",
        {"person": person_id, "id": quote_id},
    )
    index_quotes(db, [quote_id])


def quotes_of(db: sqlite3.Connection, article_id: int) -> list[int]:
    """The ids of an article's quotes."""
    rows = db.execute("SELECT id FROM quotes WHERE article_id = ?", (article_id,))
    return [row["id"] for row in rows]


def index_quotes(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Index quotes, which must not be in the index, as their speakers and stories now are."""
    for chunk in chunks(list(ids)):
        rows = db.execute(
            f"SELECT q.*, {SPEAKER_CONFIDENCE} >= {SURE} AS sure, a.story_id, a.outlet_id, p.name,"
            " p.country FROM quotes q"
            " JOIN articles a ON a.id = q.article_id LEFT JOIN people p ON p.id = q.person_id"
            f" WHERE q.id IN ({marks(chunk)})",
            chunk,
        ).fetchall()
        speakers = {(row["person_id"], row["article_id"]) for row in rows if row["person_id"]}
        roles = {one: role_in(db, *one) for one in speakers}
        db.executemany(
            "UPDATE quotes SET role = ?, speaker_words = ?, role_words = ?, tags = ? WHERE id = ?",
            [
                (role, _names(row), role or "", _tags(row), row["id"])
                for row in rows
                for role in [roles.get((row["person_id"], row["article_id"]))]
            ],
        )
        index.add_quotes(db, chunk)


def _names(row: sqlite3.Row) -> str:
    """The words by which the speaker is found: the person's name, and what the text says."""
    names = filter(None, {row["name"] or row["speaker"], row["speaker_as_written"]})
    return "\n".join(sorted(names))


def _tags(row: sqlite3.Row) -> str:
    """One token for each thing that panes and fields narrow to."""
    numbers = {"s": "story_id", "o": "outlet_id", "p": "person_id"}
    tags = ["all", f"a{row['article_id']}", f"k{row['kind']}"]
    tags += [f"{letter}{row[name]}" for letter, name in numbers.items() if row[name] is not None]
    if row["country"]:
        tags.append(country_tag(row["country"]))
    if row["sure"]:
        tags.append("sure")
    return " ".join(tags)
