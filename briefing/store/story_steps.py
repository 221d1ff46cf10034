"""Which articles make up which story: every change of it, by linking or by the user's hand."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.rows import StepRow
from briefing.store import index, story_ties
from briefing.store.linked_quotes import index_quotes, quotes_of
from briefing.store.rows import marks
from briefing.store.story_ties import Numbered

StepKind = Literal["join", "merge", "split"]


@dataclass(frozen=True, slots=True)
class Step:
    """Articles that went from story ``other_id`` to ``story_id``; it is None if they were in none.

    ``before`` is what the user had said of the articles of both until then, where this was done by
    hand; ``takes_back`` the step that this one takes back.
    """

    id: int
    step: StepKind
    story_id: int
    other_id: int | None
    articles: tuple[int, ...]
    by_hand: bool
    before: tuple[Numbered, ...]
    takes_back: int | None
    undone: bool


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
    _insert(db, (step, story_id, other_id, json.dumps(list(articles)), odds, 0, "[]", None))


def record_by_hand(
    db: sqlite3.Connection,
    step: StepKind,
    ways: tuple[int, int],
    articles: Sequence[int],
    before: Sequence[Numbered],
    takes_back: int | None = None,
) -> int:
    """Write down what the user did: articles that went ``ways``, from and to; the step's id."""
    listed = json.dumps(list(articles)), 0.0, 1, json.dumps(list(before)), takes_back
    return _insert(db, (step, ways[1], ways[0], *listed))


def _insert(db: sqlite3.Connection, values: tuple[object, ...]) -> int:
    row = db.execute(
        "INSERT INTO story_steps"
        " (at, step, story_id, other_id, articles, odds, by_hand, before, takes_back)"
        " VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        values,
    )
    return int(row.fetchone()["id"])


def articles_of(db: sqlite3.Connection, story_id: int) -> list[int]:
    """The ids of a story's articles, oldest first."""
    rows = db.execute("SELECT id FROM articles WHERE story_id = ? ORDER BY sort_key", (story_id,))
    return [row["id"] for row in rows]


def move(db: sqlite3.Connection, article_ids: Sequence[int], story_id: int) -> None:
    """Put articles of other stories into this one, their quotes in the index too.

    The stories they leave, and this one, are to be refreshed or dropped in the same transaction.
    """
    for article_id in article_ids:
        free_key(db, article_id)
        quotes = quotes_of(db, article_id)
        index.remove_quotes(db, quotes)
        db.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, article_id))
        index_quotes(db, quotes)
    story_ties.carry(db, article_ids, story_id)


def free_key(db: sqlite3.Connection, article_id: int) -> None:
    """Have the article's story give up its sort key, which may be the article's, until refreshed.

    No two stories have the same key at any moment; those of stories with a date are positive.
    """
    sql = (
        "UPDATE stories SET sort_key = -id WHERE id = (SELECT story_id FROM articles WHERE id = ?)"
    )
    db.execute(sql, (article_id,))


def reopen(db: sqlite3.Connection, story_id: int) -> None:
    """Begin a story that is gone anew, under its id, to be filled and refreshed."""
    sql = "INSERT INTO stories (id, sort_key, title) VALUES (:id, -:id, '')"
    db.execute(sql, {"id": story_id})


def get(db: sqlite3.Connection, step_id: int) -> Step | None:
    """A step."""
    row = db.execute("SELECT * FROM story_steps WHERE id = ?", (step_id,)).fetchone()
    return _step(row) if row else None


def standing_by_hand(db: sqlite3.Connection) -> list[Step]:
    """What the user did and did not take back, newest first."""
    rows = db.execute("SELECT * FROM story_steps WHERE by_hand AND NOT undone ORDER BY id DESC")
    return [_step(row) for row in rows]


def set_undone(db: sqlite3.Connection, step_id: int, *, undone: bool) -> None:
    """The step was taken back, or that was taken back."""
    db.execute("UPDATE story_steps SET undone = ? WHERE id = ?", (undone, step_id))


def _step(row: sqlite3.Row) -> Step:
    return Step(
        id=row["id"],
        step=row["step"],
        story_id=row["story_id"],
        other_id=row["other_id"],
        articles=tuple(json.loads(row["articles"])),
        by_hand=bool(row["by_hand"]),
        before=tuple((article, number) for article, number in json.loads(row["before"])),
        takes_back=row["takes_back"],
        undone=bool(row["undone"]),
    )


def newest(db: sqlite3.Connection, limit: int) -> list[StepRow]:
    """The newest steps, newest first."""
    rows = db.execute("SELECT * FROM story_steps ORDER BY id DESC LIMIT ?", (limit,))
    return [_row(db, row) for row in rows.fetchall()]


def step_row(db: sqlite3.Connection, step_id: int) -> StepRow:
    """A step as it is listed."""
    sql = "SELECT * FROM story_steps WHERE id = ?"
    return _row(db, db.execute(sql, (step_id,)).fetchone())


def _row(db: sqlite3.Connection, row: sqlite3.Row) -> StepRow:
    step = _step(row)
    return StepRow(
        id=step.id,
        at=row["at"],
        step=step.step,
        by_hand=step.by_hand,
        story_id=step.story_id,
        title=_title(db, step.story_id),
        other_id=step.other_id,
        other_title=_title(db, step.other_id),
        articles=step.articles,
        titles=_titles(db, step.articles),
        odds=None if step.by_hand else row["odds"],
        takes_back=step.takes_back,
        undone=step.undone,
    )


def _title(db: sqlite3.Connection, story_id: int | None) -> str | None:
    row = db.execute("SELECT title FROM stories WHERE id = ?", (story_id,)).fetchone()
    return row["title"] if row else None


def _titles(db: sqlite3.Connection, ids: Sequence[int]) -> tuple[str, ...]:
    sql = f"SELECT title FROM articles WHERE id IN ({marks(ids)}) ORDER BY sort_key"
    return tuple(row["title"] for row in db.execute(sql, ids))


def stories_of(db: sqlite3.Connection, article_ids: Iterable[int]) -> set[int]:
    """The stories that these articles are in now."""
    ids = list(article_ids)
    sql = f"SELECT DISTINCT story_id FROM articles WHERE id IN ({marks(ids)})"
    return {row["story_id"] for row in db.execute(sql, ids) if row["story_id"] is not None}
