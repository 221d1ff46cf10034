"""What has come in, if anything has, and what of it the user has not opened yet."""

import sqlite3
from collections.abc import Sequence

from briefing.store.rows import chunks, marks


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether not one article has come in."""
    return db.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None


def unread_stories(db: sqlite3.Connection, ids: Sequence[int]) -> frozenset[int]:
    """Those of these stories that have an article which was not marked as seen."""
    found: set[int] = set()
    for chunk in chunks(ids):
        rows = db.execute(
            "SELECT DISTINCT a.story_id FROM articles a"
            " LEFT JOIN user_seen s ON s.article_id = a.id"
            f" WHERE a.story_id IN ({marks(chunk)}) AND s.article_id IS NULL",
            chunk,
        )
        found.update(row[0] for row in rows)
    return frozenset(found)
