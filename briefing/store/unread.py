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


def news_of_story(
    db: sqlite3.Connection, story_id: int, before: str | None = None
) -> dict[int, str]:
    """The story's articles that are "new" or "changed" since the user looked at it, by id.

    Looks from the instant ``before`` on do not count: what a visit shows as new stays so until its
    end. Of a story never looked at nothing is told apart, since all of it is new.
    """
    rows = db.execute(
        "SELECT a.id, a.updated, l.first, l.at, s.at AS seen FROM articles a"
        " LEFT JOIN user_looks l ON l.article_id = a.id"
        " LEFT JOIN user_seen s ON s.article_id = a.id WHERE a.story_id = ?",
        (story_id,),
    ).fetchall()
    news: dict[int, str] = {}
    for row in rows:
        looks = [at for at in (row["first"], row["at"], row["seen"]) if at]
        looks = [at for at in looks if before is None or at < before]
        if not looks:
            news[row["id"]] = "new"
        elif max(looks) < (row["updated"] or ""):
            news[row["id"]] = "changed"
    unlooked = len(news) == len(rows) and "changed" not in news.values()
    return {} if unlooked else news
