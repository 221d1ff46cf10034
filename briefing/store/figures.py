"""Figures and discrepancies, as they are listed and compared."""

import json
import sqlite3
from collections.abc import Sequence

from briefing.kinds import Equivalent
from briefing.rows import DiscrepancyRow, FigureRow, ValueRow
from briefing.store.rows import by_id


def figure_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[FigureRow]:
    """The figures of these ids, in their order; ids that are gone are left out."""
    sql = (
        "SELECT f.id, f.kind, f.value, f.value_max, f.unit, f.hedge, f.as_written,"
        " f.equivalents, f.about, f.sentence, f.article_id, o.name AS outlet, a.published,"
        " a.story_id, f.start, f.end, (SELECT min(v.discrepancy_id) FROM discrepancy_values v"
        " WHERE v.figure_id = f.id) AS discrepancy_id"
        " FROM figures f JOIN articles a ON a.id = f.article_id"
        " LEFT JOIN outlets o ON o.id = a.outlet_id WHERE f.id IN ({ids})"
    )
    return by_id(db, sql, ids, _figure_row)


def _figure_row(row: sqlite3.Row) -> FigureRow:
    return FigureRow(**{**dict(row), "equivalents": equivalents(row["equivalents"])})


def equivalents(stored: str) -> tuple[Equivalent, ...]:
    """Equivalents as a figure's row keeps them."""
    return tuple(Equivalent(**values) for values in json.loads(stored))


def discrepancy_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[DiscrepancyRow]:
    """The discrepancies of these ids, in their order; ids that are gone are left out."""
    sql = "SELECT id, story_id, class AS kind, about FROM discrepancies WHERE id IN ({ids})"
    return by_id(db, sql, ids, lambda row: DiscrepancyRow(**dict(row), values=_values(db, row)))


def story_discrepancies(db: sqlite3.Connection, story_id: int) -> list[DiscrepancyRow]:
    """The discrepancies of one story."""
    rows = db.execute("SELECT id FROM discrepancies WHERE story_id = ? ORDER BY id", (story_id,))
    return discrepancy_rows(db, [row["id"] for row in rows])


def _values(db: sqlite3.Connection, discrepancy: sqlite3.Row) -> tuple[ValueRow, ...]:
    rows = db.execute(
        "SELECT v.figure_id, v.value, v.unit, o.name AS outlet, a.published, f.sentence"
        " FROM discrepancy_values v JOIN figures f ON f.id = v.figure_id"
        " JOIN articles a ON a.id = f.article_id LEFT JOIN outlets o ON o.id = a.outlet_id"
        " WHERE v.discrepancy_id = ? ORDER BY f.sort_key >> 28, f.id",
        (discrepancy["id"],),
    )
    return tuple(ValueRow(**dict(row)) for row in rows)
