"""Articles as they are listed and opened."""

import sqlite3
from collections.abc import Sequence

from briefing.rows import ArticleRow
from briefing.store.rows import by_id


def article_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """The articles of these ids, in their order; ids that are gone are left out."""
    sql = (
        "SELECT a.id, a.external_id, a.title, o.name AS outlet, a.outlet_inferred, a.byline,"
        " a.place, a.published, a.url, a.story_id, a.words, a.language, r.state AS reading,"
        " s.article_id IS NOT NULL AS seen, a.revision, a.updated,"
        " c.of_id AS copy_of FROM articles a"
        " LEFT JOIN outlets o ON o.id = a.outlet_id LEFT JOIN readings r ON r.article_id = a.id"
        " LEFT JOIN copies c ON c.article_id = a.id"
        " LEFT JOIN user_seen s ON s.article_id = a.id WHERE a.id IN ({ids})"
    )
    return by_id(db, sql, ids, _article_row)


def _article_row(row: sqlite3.Row) -> ArticleRow:
    values = dict(row)
    values["outlet_inferred"] = bool(row["outlet_inferred"])
    values["seen"] = bool(row["seen"])
    return ArticleRow(**values)


def article_text(db: sqlite3.Connection, article_id: int) -> str:
    """The article's text, which offsets point into; empty where the article is gone."""
    row = db.execute("SELECT text FROM articles WHERE id = ?", (article_id,)).fetchone()
    return str(row["text"]) if row else ""
