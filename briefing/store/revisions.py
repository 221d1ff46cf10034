"""How articles read before their outlets changed them, set beside how they read since."""

import sqlite3
from collections.abc import Sequence
from itertools import accumulate

from briefing.rows import EditRow
from briefing.store.rows import by_id
from briefing.wording import differences

MOST_CHARACTERS = 1_000_000
"""Of an article's former texts that are compared for its page, together: half a second's work."""

_EDITS = """
SELECT r.id, r.article_id, r.revision + 1 AS revision, r.replaced, a.url, o.name AS outlet,
    r.title AS old_title, r.text AS old_text,
    coalesce(n.title, a.title) AS title, coalesce(n.text, a.text) AS text
FROM revisions r JOIN articles a ON a.id = r.article_id
LEFT JOIN revisions n ON n.article_id = r.article_id AND n.revision = r.revision + 1
LEFT JOIN outlets o ON o.id = a.outlet_id
WHERE r.id IN ({ids})
"""


def edits(db: sqlite3.Connection, article_ids: Sequence[int] | None, limit: int) -> list[EditRow]:
    """The newest edits of these articles, or of any, newest first."""
    rows = db.execute("SELECT id, article_id FROM revisions ORDER BY replaced DESC, id DESC")
    wanted = None if article_ids is None else frozenset(article_ids)
    ids = [row["id"] for row in rows if wanted is None or row["article_id"] in wanted]
    return by_id(db, _EDITS, ids[:limit], _edit)


def edits_of(db: sqlite3.Connection, article_id: int, limit: int) -> list[EditRow]:
    """The newest edits of an article, newest first; of long texts fewer, one at least."""
    rows = db.execute(
        "SELECT id, length(text) AS length FROM revisions WHERE article_id = ?"
        " ORDER BY revision DESC LIMIT ?",
        (article_id, limit),
    ).fetchall()
    total = list(accumulate(row["length"] for row in rows))
    ids = [row["id"] for row, length in zip(rows, total, strict=True) if length <= MOST_CHARACTERS]
    return by_id(db, _EDITS, ids or [row["id"] for row in rows[:1]], _edit)


def _edit(row: sqlite3.Row) -> EditRow:
    return EditRow(
        article_id=row["article_id"],
        revision=row["revision"],
        replaced=row["replaced"],
        outlet=row["outlet"],
        url=row["url"],
        title=row["title"],
        title_changes=tuple(differences(row["old_title"], row["title"])),
        changes=tuple(differences(row["old_text"], row["text"])),
    )
