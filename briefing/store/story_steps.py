"""Which articles make up which story: every change of it."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Literal

from briefing.store import index
from briefing.store.linked_quotes import index_quotes, quotes_of

StepKind = Literal["join", "merge", "split"]


def record(
    db: sqlite3.Connection,
    step: StepKind,
    story_id: int,
    other_id: int | None,
    articles: Sequence[int],
    *,
    odds: float,
) -> None:
    """Write a change down, now: articles that went from story ``other_id`` to ``story_id``."""
    sql = (
        "INSERT INTO story_steps (at, step, story_id, other_id, articles, odds)"
        " VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?)"
    )
    db.execute(sql, (step, story_id, other_id, json.dumps(list(articles)), odds))


def articles_of(db: sqlite3.Connection, story_id: int) -> list[int]:
    """The ids of a story's articles, oldest first."""
    rows = db.execute("SELECT id FROM articles WHERE story_id = ? ORDER BY sort_key", (story_id,))
    return [row["id"] for row in rows]


def move(db: sqlite3.Connection, article_ids: Sequence[int], story_id: int) -> None:
    """Put articles of other stories into this one, their quotes in the index too."""
    for article_id in article_ids:
        quotes = quotes_of(db, article_id)
        index.remove_quotes(db, quotes)
        db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, article_id))
        index_quotes(db, quotes)
