"""What the user did. It is keyed by article and words, so that re-reading never touches it."""

import sqlite3

from briefing.store.connect import writing

MAX_SEARCHES = 200
"""Searches remembered."""


def mark_seen(db: sqlite3.Connection, article_id: int, now: str) -> None:
    """The article was opened."""
    with writing(db):
        db.execute(
            "INSERT INTO user_seen (article_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (article_id, now),
        )


def mark_unseen(db: sqlite3.Connection, article_id: int) -> None:
    """The article is to be read again."""
    with writing(db):
        db.execute("DELETE FROM user_seen WHERE article_id = ?", (article_id,))


_LOOK = """
INSERT INTO user_looks (article_id, first, at)
SELECT id, :now, :now FROM articles WHERE {which} = :id
ON CONFLICT DO UPDATE SET at = excluded.at
WHERE at < (SELECT coalesce(updated, '') FROM articles WHERE id = article_id)
"""


def look_at_story(db: sqlite3.Connection, story_id: int, now: str) -> None:
    """The story was opened: its articles are no longer new to the user."""
    with writing(db):
        db.execute(_LOOK.format(which="story_id"), {"now": now, "id": story_id})


def look_at_article(db: sqlite3.Connection, article_id: int, now: str) -> None:
    """The article was opened: it is no longer new to the user, nor are its present words."""
    with writing(db):
        db.execute(_LOOK.format(which="id"), {"now": now, "id": article_id})


def mark_verified(db: sqlite3.Connection, quote_id: int, now: str) -> None:
    """The user checked the quote against its source."""
    _verify(db, quote_id, now)


def unmark_verified(db: sqlite3.Connection, quote_id: int) -> None:
    """The user takes the check back."""
    _verify(db, quote_id, None)


def _verify(db: sqlite3.Connection, quote_id: int, at: str | None) -> None:
    with writing(db):
        db.execute(
            "INSERT INTO user_quotes (article_id, fingerprint, verified)"
            " SELECT article_id, fingerprint, :at FROM quotes WHERE id = :id"
            " ON CONFLICT DO UPDATE SET verified = :at",
            {"at": at, "id": quote_id},
        )


def searches(db: sqlite3.Connection, limit: int = 50) -> list[str]:
    """Searches made before, newest first."""
    rows = db.execute("SELECT query FROM user_searches ORDER BY at DESC LIMIT ?", (limit,))
    return [row["query"] for row in rows]


def remember_search(db: sqlite3.Connection, query: str, now: str) -> None:
    """Keep a search that led somewhere, and forget the oldest."""
    with writing(db):
        db.execute(
            "INSERT INTO user_searches (query, at) VALUES (:query, :now)"
            " ON CONFLICT DO UPDATE SET at = :now",
            {"query": query, "now": now},
        )
        db.execute(
            "DELETE FROM user_searches WHERE query NOT IN"
            " (SELECT query FROM user_searches ORDER BY at DESC LIMIT ?)",
            (MAX_SEARCHES,),
        )
