"""The full-text indexes, written by hand in the transaction of their rows.

They keep no text of their own, so a row leaves an index by naming what it held: each column that
is indexed changes only between ``remove_…`` and ``add_…``.
"""

import sqlite3
from collections.abc import Sequence

from briefing.store.rows import chunks, marks

ARTICLES = {"articles_words": "title, text, tags", "articles_stems": "title, text, tags"}
LEADS = {"articles_leads": "title, lead"}
QUOTES = {
    "quotes_words": "text, speaker_words, role_words, tags",
    "quotes_stems": "text, speaker_words, role_words, tags",
}


def add_article(db: sqlite3.Connection, article_id: int) -> None:
    """Index an article's words, with its outlet for a tag."""
    db.execute(
        "UPDATE articles SET tags = 'all' || coalesce(' o' || outlet_id, '') WHERE id = ?",
        (article_id,),
    )
    _add(db, ARTICLES | LEADS, "articles", [article_id])


def remove_article(db: sqlite3.Connection, article_id: int) -> None:
    """Take an article's words out of the indexes, before they change."""
    _remove(db, ARTICLES | LEADS, "articles", [article_id])


def set_lead(db: sqlite3.Connection, article_id: int, lead: str) -> None:
    """Give an article the lead that stories are grouped by."""
    _remove(db, LEADS, "articles", [article_id])
    db.execute("UPDATE articles SET lead = ? WHERE id = ?", (lead, article_id))
    _add(db, LEADS, "articles", [article_id])


def add_quotes(db: sqlite3.Connection, quote_ids: Sequence[int]) -> None:
    """Index quotes by their words, speakers and roles."""
    _add(db, QUOTES, "quotes", quote_ids)


def remove_quotes(db: sqlite3.Connection, quote_ids: Sequence[int]) -> None:
    """Take quotes out of the indexes, before they change or go."""
    _remove(db, QUOTES, "quotes", quote_ids)


def _add(db: sqlite3.Connection, indexes: dict[str, str], table: str, ids: Sequence[int]) -> None:
    for name, columns in indexes.items():
        for chunk in chunks(ids):
            db.execute(
                f"INSERT INTO {name} (rowid, {columns})"
                f" SELECT sort_key, {columns} FROM {table} WHERE id IN ({marks(chunk)})",
                chunk,
            )


def _remove(
    db: sqlite3.Connection, indexes: dict[str, str], table: str, ids: Sequence[int]
) -> None:
    for name, columns in indexes.items():
        for chunk in chunks(ids):
            db.execute(
                f"INSERT INTO {name} ({name}, rowid, {columns})"
                f" SELECT 'delete', sort_key, {columns} FROM {table} WHERE id IN ({marks(chunk)})",
                chunk,
            )
