"""From ids to rows: how every list fetches a page of what it shows."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Row = TypeVar("Row")

CHUNK = 500
"""Ids bound in one statement; SQLite takes at least 999."""


def by_id(
    db: sqlite3.Connection, sql: str, ids: Sequence[int], make: Callable[[sqlite3.Row], Row]
) -> list[Row]:
    """Run ``sql``, with the ids in place of ``{ids}``, and return its rows in the ids' order.

    The statement must return a column ``id``.
    """
    found: dict[int, Row] = {}
    for chunk in chunks(ids):
        for row in db.execute(sql.format(ids=marks(chunk)), chunk):
            found[row["id"]] = make(row)
    return [found[i] for i in ids if i in found]


def chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    """The ids in pieces small enough to bind."""
    for first in range(0, len(ids), CHUNK):
        yield list(ids[first : first + CHUNK])


def marks(values: Sequence[Any]) -> str:
    """As many question marks as values, for ``IN (…)``."""
    return ", ".join("?" * len(values))
