"""Figures and discrepancies as linking compares them and writes them down."""

import sqlite3
from collections.abc import Iterable

from briefing.model import Discrepancy, StoredFigure
from briefing.store.figures import equivalents


def story_figures(db: sqlite3.Connection, story_id: int) -> list[StoredFigure]:
    """The figures of a story as discrepancies compare them."""
    rows = db.execute(
        "SELECT f.id, f.article_id, f.kind, f.value, f.unit, f.sentence, f.value_max, f.hedge,"
        " f.equivalents, f.about, f.as_written, o.name AS outlet, a.published"
        " FROM articles a JOIN figures f ON f.article_id = a.id"
        " LEFT JOIN outlets o ON o.id = a.outlet_id WHERE a.story_id = ? ORDER BY f.sort_key",
        (story_id,),
    )
    return [
        StoredFigure(**{**dict(row), "equivalents": equivalents(row["equivalents"])})
        for row in rows
    ]


def write_discrepancies(
    db: sqlite3.Connection, story_id: int, found: Iterable[Discrepancy]
) -> None:
    """Write a story's discrepancies in place of those it had."""
    db.execute("DELETE FROM discrepancies WHERE story_id = ?", (story_id,))
    for discrepancy in found:
        row = db.execute(
            "INSERT INTO discrepancies (story_id, class, about) VALUES (?, ?, ?) RETURNING id",
            (story_id, discrepancy.kind, discrepancy.about),
        ).fetchone()
        db.executemany(
            "INSERT INTO discrepancy_values (discrepancy_id, figure_id, value, unit)"
            " VALUES (?, ?, ?, ?)",
            [(row["id"], side.figure_id, side.value, side.unit) for side in discrepancy.values],
        )
