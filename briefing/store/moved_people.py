"""Appearances that go from one person to another, and what is written down of it."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.rows import MovedRow
from briefing.store import index
from briefing.store.linked_quotes import index_quotes
from briefing.store.rows import marks

Appearance = tuple[int, str]
"""An article's id and what it calls the person."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A line of the log: who went to whom, and why."""

    id: int
    at: str
    kind: str
    by_hand: bool
    reason: str
    moved_from: int
    moved_to: int
    from_name: str
    to_name: str
    moved: tuple[Appearance, ...]
    before: tuple[tuple[int, str, int | None], ...]
    undone: bool

    @property
    def row(self) -> MovedRow:
        """The line as it is listed."""
        return MovedRow(
            self.id, self.at, self.kind, self.by_hand, self.reason, self.moved_from,
            self.from_name, self.moved_to, self.to_name, len(self.moved), self.undone,
        )  # fmt: skip


def move(
    db: sqlite3.Connection, one: Appearance, to: int, *, reason: str, tie: bool = False
) -> None:
    """Have an appearance be ``to``'s, with its names, roles, mentions and quotes."""
    article_id, called = one
    row = db.execute(
        "SELECT person_id FROM appearances WHERE article_id = ? AND called = ?", one
    ).fetchone()
    if row is None:
        return
    values = {"article": article_id, "called": called, "was": row["person_id"], "to": to}
    where = "article_id = :article AND person_id = :was AND called = :called"
    db.execute(
        "UPDATE appearances SET person_id = ?, reason = ?, tie = ?"
        " WHERE article_id = ? AND called = ?",
        (to, reason, tie, *one),
    )
    if row["person_id"] == to:
        return
    for table, columns in _COPIED.items():
        db.execute(
            f"INSERT INTO {table} (person_id, {columns}) SELECT :to, {columns} FROM {table}"
            f" WHERE {where} ON CONFLICT DO NOTHING",
            values,
        )
        db.execute(f"DELETE FROM {table} WHERE {where}", values)
    db.execute(f"UPDATE OR REPLACE mentions SET person_id = :to WHERE {where}", values)
    db.execute(
        "INSERT INTO person_keys SELECT key, :to FROM person_keys WHERE person_id = :was"
        " ON CONFLICT DO NOTHING",
        values,
    )
    _move_quotes(db, values)


_COPIED = {
    "aliases": "article_id, name, surname, is_full, called",
    "roles": "article_id, title, folded, country, organisation, former, seen, start, end, called",
}
"""Written anew, and the old rows deleted: their sums are kept by what is added and what goes."""


_NAMED_OR_GONE = (
    "article_id = :article AND (speaker = :called AND office IS NULL OR office IS NOT NULL AND NOT"
    " EXISTS (SELECT 1 FROM appearances WHERE person_id = :was AND article_id = :article))"
)


def _move_quotes(db: sqlite3.Connection, values: dict[str, object]) -> None:
    """Quotes go with the name of their speaker; those of an office with whoever held it.

    Of an article in which the person is no longer named the quotes of an office go too.
    """
    left = db.execute("SELECT 1 FROM appearances WHERE person_id = :was LIMIT 1", values).fetchone()
    whose = _NAMED_OR_GONE if left else "1"
    rows = db.execute(f"SELECT id FROM quotes WHERE person_id = :was AND {whose}", values)
    ids = [row["id"] for row in rows]
    index.remove_quotes(db, ids)
    db.executemany(
        "UPDATE quotes SET person_id = ? WHERE id = ?", [(values["to"], quote) for quote in ids]
    )
    index_quotes(db, ids)


def appearances_of(db: sqlite3.Connection, person_id: int) -> list[Appearance]:
    """Where somebody is named, oldest first."""
    rows = db.execute(
        "SELECT article_id, called FROM appearances WHERE person_id = ? ORDER BY day, article_id",
        (person_id,),
    )
    return [(row["article_id"], row["called"]) for row in rows]


def log(
    db: sqlite3.Connection,
    kind: str,
    moved: Sequence[Appearance],
    ways: tuple[int, int],
    names: tuple[str, str],
    *,
    reason: str,
    by_hand: bool = False,
    before: Iterable[tuple[int, str, int | None]] = (),
) -> int:
    """Write down that appearances went from one person to another; the line's id."""
    row = db.execute(
        "INSERT INTO people_log (kind, by_hand, reason, moved_from, moved_to, from_name,"
        " to_name, moved, before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            kind, by_hand, reason, *ways, *names, json.dumps(list(moved)),
            json.dumps(list(before)),
        ),
    )  # fmt: skip
    return int(row.fetchone()["id"])


def logged(db: sqlite3.Connection, log_id: int) -> Moved | None:
    """A line of the log."""
    row = db.execute("SELECT * FROM people_log WHERE id = ?", (log_id,)).fetchone()
    return _moved(row) if row else None


def newest(db: sqlite3.Connection, limit: int) -> list[Moved]:
    """The newest lines of the log, newest first."""
    rows = db.execute("SELECT * FROM people_log ORDER BY id DESC LIMIT ?", (limit,))
    return [_moved(row) for row in rows]


def standing_by_hand(db: sqlite3.Connection) -> list[Moved]:
    """What the user did and did not take back, newest first."""
    rows = db.execute("SELECT * FROM people_log WHERE by_hand AND NOT undone ORDER BY id DESC")
    return [_moved(row) for row in rows]


def _moved(row: sqlite3.Row) -> Moved:
    values = dict(row)
    values["by_hand"], values["undone"] = bool(row["by_hand"]), bool(row["undone"])
    values["moved"] = tuple((a, c) for a, c in json.loads(row["moved"]))
    values["before"] = tuple((a, c, i) for a, c, i in json.loads(row["before"]))
    return Moved(**values)


def set_undone(db: sqlite3.Connection, log_id: int) -> None:
    """The line was taken back."""
    db.execute("UPDATE people_log SET undone = 1 WHERE id = ?", (log_id,))


def identities(
    db: sqlite3.Connection, moved: Sequence[Appearance]
) -> list[tuple[int, str, int | None]]:
    """Under which numbers the user has joined or parted these so far."""
    return [
        (article_id, called, row["identity"] if row else None)
        for article_id, called in moved
        for row in [
            db.execute(
                "SELECT identity FROM user_people WHERE article_id = ? AND called = ?",
                (article_id, called),
            ).fetchone()
        ]
    ]


def set_identities(db: sqlite3.Connection, numbers: Iterable[tuple[int, str, int | None]]) -> None:
    """Keep by the user's word who is one person: those of one number are; None takes it back."""
    for article_id, called, identity in numbers:
        if identity is None:
            sql = "DELETE FROM user_people WHERE article_id = ? AND called = ?"
            db.execute(sql, (article_id, called))
        else:
            db.execute(
                "INSERT INTO user_people (article_id, called, identity) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET identity = excluded.identity",
                (article_id, called, identity),
            )


def next_identity(db: sqlite3.Connection) -> int:
    """A number not yet given."""
    row = db.execute(
        "SELECT max(coalesce((SELECT max(identity) FROM user_people), 0),"
        " coalesce((SELECT max(identity) FROM people), 0)) + 1 AS next"
    ).fetchone()
    return int(row["next"])


def stories_of(db: sqlite3.Connection, moved: Iterable[Appearance]) -> set[int]:
    """The stories of the articles of these appearances."""
    ids = sorted({article_id for article_id, _ in moved})
    rows = db.execute(f"SELECT DISTINCT story_id FROM articles WHERE id IN ({marks(ids)})", ids)
    return {row["story_id"] for row in rows if row["story_id"] is not None}


def identity_now(db: sqlite3.Connection, person_id: int) -> int | None:
    """The number that the user gave any of the person's appearances."""
    row = db.execute(
        "SELECT u.identity FROM appearances p JOIN user_people u ON u.article_id = p.article_id"
        " AND u.called = p.called WHERE p.person_id = ? LIMIT 1",
        (person_id,),
    ).fetchone()
    return row["identity"] if row else None
