"""Copies of one text as linking finds them on record and writes them down."""

import sqlite3
from collections.abc import Callable, Mapping

from briefing.model import Sketched
from briefing.store.rows import marks


def forget_sketch(db: sqlite3.Connection, article_id: int) -> None:
    """Have the article's sketch made anew: its words may be others."""
    db.execute("DELETE FROM sketches WHERE article_id = ?", (article_id,))


def sketched(
    db: sqlite3.Connection, story_id: int, sketch: Callable[[str], bytes]
) -> list[Sketched]:
    """The articles of a story with their sketches; ``sketch`` makes one that is not there yet."""
    rows = db.execute(
        "SELECT a.id AS article_id, a.outlet_id, a.published, a.words, a.fingerprint AS mark,"
        " s.sketch FROM articles a LEFT JOIN sketches s ON s.article_id = a.id"
        " WHERE a.story_id = ?",
        (story_id,),
    ).fetchall()
    made = {
        row["article_id"]: sketch(_text(db, row["article_id"]))
        for row in rows
        if row["sketch"] is None and len(rows) > 1
    }
    db.executemany("INSERT INTO sketches (article_id, sketch) VALUES (?, ?)", made.items())
    return [
        Sketched(**{**dict(row), "sketch": made.get(row["article_id"], row["sketch"] or b"")})
        for row in rows
    ]


def _text(db: sqlite3.Connection, article_id: int) -> str:
    row = db.execute("SELECT text FROM articles WHERE id = ?", (article_id,)).fetchone()
    return str(row["text"])


def write_copies(db: sqlite3.Connection, articles: list[int], found: Mapping[int, int]) -> None:
    """Write down which of the articles of a story are copies of which, in place of what was."""
    where = f"article_id IN ({marks(articles)})"
    rows = db.execute(f"SELECT article_id, of_id FROM copies WHERE {where}", articles)
    if {row["article_id"]: row["of_id"] for row in rows} == found:
        return
    db.execute(f"DELETE FROM copies WHERE {where}", articles)
    db.executemany("INSERT INTO copies (article_id, of_id) VALUES (?, ?)", found.items())
