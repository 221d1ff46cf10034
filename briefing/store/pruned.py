"""Articles to be pruned, what the user marked in them, and what stays known of them afterwards."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Item
from briefing.store import index, readings
from briefing.store.identity import Pruned, fingerprint, is_pruned, sketch, title_mark
from briefing.store.keys import bounds
from briefing.store.linked_quotes import quotes_of
from briefing.store.rows import chunks, marks

_MARKS = {
    "user_quotes": ("checked quotes", "verified IS NOT NULL"),
    "user_people": ("people joined or parted", "1"),
}
"""What the user's tables hold of an article, and which of their rows count. Other tables of the
user's that name articles count whole, but for what was opened (``user_seen``), which is no mark."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An article that the user marked. ``how``: with what, in words."""

    id: int
    title: str
    outlet: str | None
    published: str | None
    how: str


def older(db: sqlite3.Connection, second: int) -> list[int]:
    """The articles dated before a second (since 1970), oldest first."""
    rows = db.execute(
        "SELECT id FROM articles WHERE sort_key < ? ORDER BY sort_key", (bounds(second, second)[0],)
    )
    return [row["id"] for row in rows]


def marked(db: sqlite3.Connection, ids: Sequence[int]) -> list[Marked]:
    """Those of the articles that the user marked."""
    how: dict[int, list[str]] = {}
    for table, column in _tables(db):
        called, counts = _MARKS.get(table, (table.removeprefix("user_").replace("_", " "), "1"))
        rows = db.execute(f"SELECT DISTINCT {column} AS id FROM {table} WHERE {counts}")
        for row in rows.fetchall():
            if called not in how.setdefault(row["id"], []):
                how[row["id"]].append(called)
    return [
        Marked(row["id"], row["title"], row["outlet"], row["published"], ", ".join(how[row["id"]]))
        for chunk in chunks([number for number in ids if number in how])
        for row in db.execute(
            "SELECT a.id, a.title, a.published, o.name AS outlet FROM articles a"
            f" LEFT JOIN outlets o ON o.id = a.outlet_id WHERE a.id IN ({marks(chunk)})"
            " ORDER BY a.sort_key",
            chunk,
        )
    ]


def _tables(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """The user's tables that name articles, with the columns that do."""
    rows = db.execute(
        'SELECT t.name, k."from" AS column FROM sqlite_master t, pragma_foreign_key_list(t.name) k'
        " WHERE t.type = 'table' AND t.name LIKE 'user\\_%' ESCAPE '\\'"
        " AND k.\"table\" = 'articles' AND t.name <> 'user_seen' ORDER BY t.name"
    )
    return [(row["name"], row["column"]) for row in rows]


def count_within(db: sqlite3.Connection, table: str, ids: Sequence[int]) -> int:
    """How many rows of ``table`` are of these articles."""
    sql = f"SELECT count(*) FROM {table} WHERE article_id IN"
    return sum(
        int(db.execute(f"{sql} ({marks(chunk)})", chunk).fetchone()[0]) for chunk in chunks(ids)
    )


def stories_of(db: sqlite3.Connection, ids: Sequence[int]) -> dict[int | None, list[int]]:
    """The articles by their story; under None those without."""
    found: dict[int | None, list[int]] = {}
    for chunk in chunks(ids):
        sql = f"SELECT id, story_id FROM articles WHERE id IN ({marks(chunk)})"
        for row in db.execute(sql, chunk):
            found.setdefault(row["story_id"], []).append(row["id"])
    return found


def bury(db: sqlite3.Connection, article_id: int, now: str) -> tuple[set[int], set[int]]:
    """Take an article out of the store, and keep by what to know it again.

    Returns:
        The people and the statements whose sums are to be brought up to date.
    """
    _remember(db, article_id, now)
    quotes = db.execute(
        "SELECT person_id, statement_id FROM quotes WHERE article_id = ?", (article_id,)
    ).fetchall()
    people = {row["person_id"] for row in quotes} | readings.forget_reading(db, article_id)
    index.remove_quotes(db, quotes_of(db, article_id))
    db.execute("DELETE FROM quotes WHERE article_id = ?", (article_id,))
    index.remove_article(db, article_id)
    db.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    return people - {None}, {row["statement_id"] for row in quotes} - {None}


def _remember(db: sqlite3.Connection, article_id: int, now: str) -> None:
    row = db.execute(
        "SELECT a.key, a.url, a.fingerprint, o.name AS outlet, a.title, a.text FROM articles a"
        " LEFT JOIN outlets o ON o.id = a.outlet_id WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    db.execute(
        "INSERT INTO pruned (id, key, url, fingerprint, outlet, title_mark, sketch, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            row["key"],
            row["url"],
            row["fingerprint"],
            row["outlet"],
            title_mark(row["title"]),
            json.dumps(sketch(row["title"], row["text"])),
            now,
        ),
    )


def was_pruned(db: sqlite3.Connection, item: Item) -> bool:
    """Whether the item is an article that was pruned, or a later version of one."""
    rows = db.execute(
        "SELECT fingerprint, outlet, title_mark, sketch,"
        " key = :key OR url IS NOT NULL AND url = :url AS keyed FROM pruned"
        " WHERE key = :key OR url = :url OR fingerprint = :mark",
        {"key": item.key, "url": item.url, "mark": fingerprint(item.title, item.text)},
    )
    return is_pruned(
        item,
        [
            Pruned(
                fingerprint=row["fingerprint"],
                outlet=row["outlet"],
                title_mark=row["title_mark"],
                sketch=frozenset(json.loads(row["sketch"])),
                keyed=bool(row["keyed"]),
            )
            for row in rows
        ],
    )
