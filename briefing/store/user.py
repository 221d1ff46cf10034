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
