"""Sources, how they are, and what their feeds last said of each item."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Literal

from briefing.redaction import redacted
from briefing.rows import SourceRow
from briefing.store.connect import writing
from briefing.store.rows import CHUNK, marks

PageState = Literal["unneeded", "taken", "failed"]


@dataclass(frozen=True, slots=True)
class Source:
    """A source as a sync plans with it. Times are ISO instants in UTC."""

    id: int
    url: str
    title: str
    state: str
    etag: str | None
    last_modified: str | None
    next_check: str | None
    items: int
    """Items its feed held when it last came."""
    validated: str | None = None
    validators_lie: bool = False
    wait_until: str | None = None
    failures: int = 0
    quiet: int = 0
    moved_to: str | None = None
    folder: tuple[str, ...] = ()
    kind: str = "feed"


@dataclass(frozen=True, slots=True)
class Health:
    """How a source's fetch went: what of its row changes. ``error`` is one line.

    With state "ok" it says what of the source is not in although the rest is.

    ``etag`` and ``last_modified`` are what the next fetch asks with until they are too old, eight
    days after ``validated``; None asks for everything. ``wait_until`` holds for the whole host.
    ``failures`` and ``quiet`` count checks in a row that failed, and that brought nothing new.
    """

    state: Literal["ok", "failed", "muted"]
    error: str | None = None
    next_check: str | None = None
    wait_until: str | None = None
    failures: int = 0
    quiet: int = 0
    etag: str | None = None
    last_modified: str | None = None
    validated: str | None = None
    validators_lie: bool = False
    moved_to: str | None = None
    items: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class FeedWords:
    """What is remembered of a feed's item: its words' fingerprint and its page's fate."""

    key: str
    words: str
    page: PageState
    tries: int


_ROW = "id, title, url, kind, state, last_ok, next_check, error, new, updated, unchanged, folder"


def add_source(
    db: sqlite3.Connection,
    url: str,
    *,
    title: str = "",
    kind: str = "feed",
    folder: Sequence[str] = (),
    now: str,
) -> SourceRow:
    """The source at ``url``, made where it is new. One that was muted is taken up again.

    One that is there already moves into ``folder`` where that names any.
    """
    with writing(db):
        db.execute(
            "INSERT INTO sources (url, title, kind, folder, added) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET title = coalesce(nullif(title, ''), excluded.title),"
            " folder = iif(excluded.folder = '[]', folder, excluded.folder),"
            " state = iif(state = 'muted', 'new', state)",
            (url, title, kind, json.dumps([*folder], ensure_ascii=False), now),
        )
    row = db.execute(f"SELECT {_ROW} FROM sources WHERE url = ?", (url,)).fetchone()
    return _source_row(row)


def sources(db: sqlite3.Connection) -> list[SourceRow]:
    """All sources with their health, in the order they were added."""
    return [_source_row(row) for row in db.execute(f"SELECT {_ROW} FROM sources ORDER BY id")]


def failed_sources(db: sqlite3.Connection) -> list[SourceRow]:
    """The sources whose last fetch failed, by title."""
    sql = f"SELECT {_ROW} FROM sources WHERE state = 'failed' ORDER BY title, id"
    return [_source_row(row) for row in db.execute(sql)]


def source_row(db: sqlite3.Connection, source_id: int) -> SourceRow:
    """One source with its health."""
    row = db.execute(f"SELECT {_ROW} FROM sources WHERE id = ?", (source_id,)).fetchone()
    return _source_row(row)


def _source_row(row: sqlite3.Row) -> SourceRow:
    """As the row is shown: nothing secret leaves the store with it."""
    values = dict(row)
    values["url"] = redacted(row["url"])
    values["title"] = redacted(row["title"])
    values["error"] = redacted(row["error"]) if row["error"] else None
    values["folder"] = tuple(json.loads(row["folder"]))
    return SourceRow(**values)


def sync_state(db: sqlite3.Connection) -> list[Source]:
    """All sources as a sync plans with them, in the order they were added."""
    sql = (
        "SELECT id, url, title, state, etag, last_modified, next_check,"
        " items, validated, validators_lie, wait_until, failures,"
        " quiet, moved_to, folder, kind FROM sources ORDER BY id"
    )
    return [_source(row) for row in db.execute(sql)]


def _source(row: sqlite3.Row) -> Source:
    values = dict(row)
    values["validators_lie"] = bool(row["validators_lie"])
    values["folder"] = tuple(json.loads(row["folder"]))
    return Source(**values)


_HEALTH = ", ".join(f"{field.name} = :{field.name}" for field in fields(Health))


def record_health(db: sqlite3.Connection, source_id: int, health: Health, *, now: str) -> None:
    """Write down how a source's fetch went. A failed one keeps its last good day."""
    values = {field.name: getattr(health, field.name) for field in fields(Health)}
    good = ", last_ok = :now" if health.state == "ok" else ""
    with writing(db):
        db.execute(
            f"UPDATE sources SET last_tried = :now, {_HEALTH}{good} WHERE id = :id",
            {**values, "id": source_id, "now": now},
        )


def move_source(db: sqlite3.Connection, source: Source, url: str) -> str | None:
    """Give a source its new address, and its items the keys they have there, if none has them.

    Where another source has that address already the old one is muted instead.

    Returns:
        What to tell of it, where it was muted.
    """
    with writing(db):
        if db.execute("SELECT 1 FROM sources WHERE url = ?", (url,)).fetchone():
            told = f"moved to {redacted(url)}, which is a source already"
            db.execute(
                "UPDATE sources SET state = 'muted', error = ? WHERE id = ?", (told, source.id)
            )
            return told
        db.execute("UPDATE sources SET url = ?, moved_to = NULL WHERE id = ?", (url, source.id))
        old, new = f"guid:{source.url}:", f"guid:{url}:"
        for table in ("articles", "feed_words", "pruned"):
            db.execute(
                f"UPDATE OR IGNORE {table} SET key = ? || substr(key, ?)"
                " WHERE key >= ? AND key < ?",
                (new, len(old) + 1, old, f"{old[:-1]};"),
            )
    return None


def record_title(db: sqlite3.Connection, source_id: int, title: str) -> None:
    """Give a source the title its feed has, where it had none."""
    with writing(db):
        db.execute("UPDATE sources SET title = ? WHERE id = ? AND title = ''", (title, source_id))


def feed_words(db: sqlite3.Connection, keys: Sequence[str]) -> dict[str, FeedWords]:
    """What is remembered of these items, by key; items never seen are left out."""
    found: dict[str, FeedWords] = {}
    for first in range(0, len(keys), CHUNK):
        chunk = keys[first : first + CHUNK]
        sql = f"SELECT key, words, page, tries FROM feed_words WHERE key IN ({marks(chunk)})"
        found |= {row["key"]: FeedWords(**dict(row)) for row in db.execute(sql, chunk)}
    return found


def remember(db: sqlite3.Connection, memories: Iterable[FeedWords]) -> None:
    """Keep what a feed said of its items, inside the transaction that stores them."""
    from sqlite_utils import Database

    with writing(db):
        Database(db).table("feed_words").upsert_all(map(asdict, memories), pk="key")
