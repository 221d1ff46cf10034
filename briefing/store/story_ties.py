"""Which articles are one story by the user's word, whatever linking makes of them.

Articles of one number are one story; those of two numbers are never in one. Articles without a
number are linking's to place. A story has the number that any of its articles has.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from briefing.store.rows import chunks, marks

Numbered = tuple[int, int | None]
"""An article's id and its number; None where the user has said nothing of it."""


def number_of(db: sqlite3.Connection, article_id: int) -> int | None:
    """The article's number."""
    row = db.execute("SELECT identity FROM user_stories WHERE article_id = ?", (article_id,))
    found = row.fetchone()
    return found["identity"] if found else None


def numbers(db: sqlite3.Connection, article_ids: Sequence[int]) -> list[Numbered]:
    """The articles with their numbers."""
    return [(article_id, number_of(db, article_id)) for article_id in article_ids]


def story_with(db: sqlite3.Connection, number: int | None) -> int | None:
    """The story that the articles of a number are in."""
    row = db.execute(
        "SELECT a.story_id FROM user_stories u JOIN articles a ON a.id = u.article_id"
        " WHERE u.identity = ? AND a.story_id IS NOT NULL LIMIT 1",
        (number,),
    ).fetchone()
    return row["story_id"] if row else None


def numbers_of_stories(db: sqlite3.Connection, story_ids: Iterable[int]) -> dict[int, int]:
    """The numbers of those of the stories that have one."""
    found: dict[int, int] = {}
    for chunk in chunks(list(story_ids)):
        rows = db.execute(
            f"SELECT id, identity FROM stories WHERE id IN ({marks(chunk)})"
            " AND identity IS NOT NULL",
            chunk,
        )
        found |= {row["id"]: row["identity"] for row in rows}
    return found


def set_numbers(db: sqlite3.Connection, numbered: Iterable[Numbered]) -> None:
    """Keep the articles' numbers; None takes one off. Articles that are gone are left out."""
    for article_id, number in numbered:
        db.execute("DELETE FROM user_stories WHERE article_id = ?", (article_id,))
        db.execute(
            "INSERT INTO user_stories (article_id, identity)"
            " SELECT id, :number FROM articles WHERE id = :article AND :number IS NOT NULL",
            {"article": article_id, "number": number},
        )


def next_number(db: sqlite3.Connection) -> int:
    """A number that no article has, nor gets back where a step is taken back."""
    row = db.execute(
        "SELECT 1 + max("
        " coalesce((SELECT max(identity) FROM user_stories), 0),"
        " coalesce((SELECT max(json_extract(one.value, '$[1]'))"
        "  FROM story_steps s, json_each(s.before) one WHERE s.by_hand), 0)) AS next"
    ).fetchone()
    return int(row["next"])


def refresh(db: sqlite3.Connection, story_id: int) -> None:
    """Bring the story's number up to what its articles now have."""
    db.execute(
        "UPDATE stories SET identity = (SELECT max(u.identity) FROM articles a"
        " JOIN user_stories u ON u.article_id = a.id WHERE a.story_id = :id) WHERE id = :id",
        {"id": story_id},
    )


def carry(db: sqlite3.Connection, article_ids: Sequence[int], story_id: int) -> None:
    """Have the story that these articles came into take over their number, if they have one."""
    for chunk in chunks(article_ids):
        sql = f"SELECT max(identity) FROM user_stories WHERE article_id IN ({marks(chunk)})"
        number = db.execute(sql, chunk).fetchone()[0]
        if number is not None:
            db.execute("UPDATE stories SET identity = ? WHERE id = ?", (number, story_id))
