"""What changed when another version of the engine read an article again."""

import sqlite3
from collections import Counter
from dataclasses import dataclass

from briefing.rows import ChangeRow

Known = dict[str, tuple[str, str | None]]
"""An article's quotes by the fingerprint of their words: the words, and who said them."""


@dataclass(frozen=True, slots=True)
class Before:
    """What an article's last reading had found, where that was by another engine."""

    article_id: int
    quotes: Known


def before(db: sqlite3.Connection, article_id: int, engine_version: str) -> Before | None:
    """The article's quotes, where another engine version read them; None where none did."""
    last = db.execute(
        "SELECT engine_version FROM readings WHERE article_id = ?", (article_id,)
    ).fetchone()
    if last is None or last["engine_version"] in {None, engine_version}:
        return None
    return Before(article_id, _quotes(db, article_id))


def record(db: sqlite3.Connection, old: Before) -> None:
    """Write down how the article's quotes differ from those before, in place of earlier changes."""
    now = _quotes(db, old.article_id)
    rows: list[tuple[str, str, str | None, str | None]] = []
    for mark in now.keys() | old.quotes.keys():
        text, was = old.quotes.get(mark, ("", None))
        new_text, speaker = now.get(mark, (text, None))
        if mark not in now:
            rows.append(("gone", text, was, None))
        elif mark not in old.quotes:
            rows.append(("new", new_text, None, speaker))
        elif speaker != was:
            rows.append(("speaker", text, was, speaker))
    db.execute("DELETE FROM reading_changes WHERE article_id = ?", (old.article_id,))
    db.executemany(
        "INSERT INTO reading_changes (article_id, change, text, before, after)"
        " VALUES (?, ?, ?, ?, ?)",
        [(old.article_id, *row) for row in sorted(rows, key=lambda row: row[:2])],
    )


def changes(db: sqlite3.Connection, limit: int) -> list[ChangeRow]:
    """The changes, those of the newest articles first."""
    rows = db.execute(
        "SELECT c.id, c.change, c.text, c.before, c.after, c.article_id, a.title, a.published"
        " FROM reading_changes c JOIN articles a ON a.id = c.article_id"
        " ORDER BY a.sort_key DESC, c.id LIMIT ?",
        (limit,),
    )
    return [ChangeRow(**dict(row)) for row in rows]


def change_counts(db: sqlite3.Connection) -> Counter[str]:
    """How many changes of each kind there are."""
    rows = db.execute("SELECT change, count(*) AS n FROM reading_changes GROUP BY change")
    return Counter({row["change"]: row["n"] for row in rows})


def _quotes(db: sqlite3.Connection, article_id: int) -> Known:
    rows = db.execute(
        "SELECT fingerprint, text, speaker FROM quotes WHERE article_id = ?", (article_id,)
    )
    return {row["fingerprint"]: (row["text"], row["speaker"]) for row in rows}
