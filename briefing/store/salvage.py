"""A new store made of what can still be read of a damaged one.

What came in and what the user did is taken over row by row; what was derived is made again by
reading, which costs time and is right, where a derived row may hang on another that is lost.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import DamagedStore
from briefing.store import index
from briefing.store.check import problems
from briefing.store.connect import connect, told, writing
from briefing.store.identity import fingerprint
from briefing.store.linked_quotes import index_quotes
from briefing.store.migrate import check
from briefing.store.replacing import alone, replace_store
from briefing.store.rows import marks
from briefing.store.tolerant import Reader, Row
from briefing.text import clean, clean_line

TAKEN = ("outlets", "sources", "articles", "revisions", "feed_words", "pruned")
"""Tables taken over, each after those it points to. Besides them those of the user, ``user_…``, and
the quotes that the user did something with."""

DERIVED = frozenset(
    "stories readings people aliases roles mentions organisations organisation_mentions statements"
    " quotes figures discrepancies discrepancy_values reading_changes appearances person_keys"
    " person_names person_offices people_log story_profiles story_steps sketches copies"
    " folder_files".split()
)
"""Tables made again by reading and by the next sync. Each is one or the other: a test holds it."""

_RESET: dict[str, Row] = {
    "articles": {"story_id": None, "lead": "", "tags": ""},
    "sources": {"etag": None, "last_modified": None, "next_check": None},
    "quotes": {"person_id": None, "statement_id": None},
}
"""What points to derived rows, or would have a feed held to be unchanged."""


@dataclass(slots=True)
class Salvaged:
    """What became of a damaged store.

    Attributes:
        aside: where it now lies.
        saved: rows by table.
        lost: by table the rows that could not be read: their numbers, or a table's name where it
            is not known how many.
        changed: articles whose words have changed on the disk.
    """

    aside: Path | None = None
    saved: dict[str, int] = field(default_factory=dict)
    lost: dict[str, list[str]] = field(default_factory=dict)
    changed: list[int] = field(default_factory=list)


def salvage(store: Path) -> Salvaged:
    """Make a new store of what can be read of the one at ``store``, which is moved aside.

    Raises:
        DamagedStore: nothing can be read.
        StoreError: the store is in use, is not ours, or there is no room for another.
    """
    made = Salvaged()
    part = store.with_name(f"{store.name}.salvaged")
    for end in ("", "-wal", "-shm"):
        part.with_name(part.name + end).unlink(missing_ok=True)
    with told(store), alone(store) as old, closing(connect(part)) as new:
        check(old, store)
        old.row_factory = sqlite3.Row
        old.text_factory = lambda held: held.decode(errors="replace")
        with writing(new):
            for table in (*TAKEN, *_of_the_user(new), "quotes"):
                _take(old, new, table, made)
            _complete(new, made)
        if not made.saved["articles"] and not made.saved["sources"]:
            raise DamagedStore(f"nothing in {store} can be read: see  briefing doctor")
        if found := problems(new):
            raise DamagedStore(f"what can be read of {store} is no sound store ({found[0]})")
    made.aside = replace_store(store, part)
    return made


def _of_the_user(db: sqlite3.Connection) -> list[str]:
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [row["name"] for row in rows if row["name"].startswith("user_")]


def _take(old: sqlite3.Connection, new: sqlite3.Connection, table: str, made: Salvaged) -> None:
    made.saved[table] = 0
    columns = {row["name"]: row["pk"] for row in new.execute(f"PRAGMA table_info({table})")}
    with suppress(sqlite3.DatabaseError):
        if not old.execute(f"PRAGMA table_info({table})").fetchall():
            return  # a table that the store was too old to have
    reader = Reader(old, table)
    for row in _rows(reader, new, columns):
        kept = {name: row[name] for name in columns if name in row} | _RESET.get(table, {})
        if table == "quotes" and not _is_the_users(new, kept):
            continue
        if _write(new, table, kept):
            made.saved[table] += 1
        elif "id" in kept:
            reader.lost.append(str(kept["id"]))
        if table == "articles" and _has_changed(kept):
            made.changed.append(int(str(kept["id"])))
    if reader.lost:
        made.lost[table] = reader.lost


def _rows(reader: Reader, new: sqlite3.Connection, columns: dict[str, int]) -> Iterator[Row]:
    if "id" in columns:
        return reader.numbered()
    key = [name for name, place in columns.items() if place]
    articles = [row["id"] for row in new.execute("SELECT id FROM articles")]
    return reader.keyed(key, articles)


def _is_the_users(new: sqlite3.Connection, quote: Row) -> bool:
    sql = "SELECT 1 FROM user_quotes WHERE article_id = :article_id AND fingerprint = :fingerprint"
    return new.execute(sql, quote).fetchone() is not None


def _write(new: sqlite3.Connection, table: str, row: Row) -> bool:
    """Write a row, without a source or outlet that is lost; whether it could be."""
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks([*row])})"
    for without in ((), ("source_id",), ("outlet_id",), ("source_id", "outlet_id")):
        values = [None if name in without else value for name, value in row.items()]
        with suppress(sqlite3.IntegrityError):
            new.execute(sql, values)
            return True
    return False


def _has_changed(article: Row) -> bool:
    words = fingerprint(str(article["title"]), str(article["text"]))
    return words != article["fingerprint"]


def _complete(new: sqlite3.Connection, made: Salvaged) -> None:
    """Index what came over, have it read, and have feeds bring again what did not."""
    for number in made.changed:
        row = new.execute("SELECT title, text FROM articles WHERE id = ?", (number,)).fetchone()
        title, text = clean_line(row["title"]), clean(row["text"])
        new.execute(
            "UPDATE articles SET title = ?, text = ?, fingerprint = ? WHERE id = ?",
            (title, text, fingerprint(title, text), number),
        )
        sql = "DELETE FROM feed_words WHERE key = (SELECT key FROM articles WHERE id = ?)"
        new.execute(sql, (number,))
    known = "SELECT key FROM articles UNION SELECT key FROM pruned"
    new.execute(f"DELETE FROM feed_words WHERE key NOT IN ({known})")
    for row in new.execute("SELECT id FROM articles").fetchall():
        index.add_article(new, row["id"])
    new.execute("INSERT INTO readings (article_id, state) SELECT id, 'queued' FROM articles")
    index_quotes(new, [row["id"] for row in new.execute("SELECT id FROM quotes").fetchall()])
