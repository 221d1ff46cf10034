"""Reads what can still be read of a table in a damaged file, row by row."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

Row = dict[str, object]

MOST_TRIED = 1_000_000
"""Numbers tried one by one between the last row that can be read from either end."""


@dataclass(slots=True)
class Reader:
    """The rows of one table of a damaged file. ``lost`` fills up as they are read.

    ``lost``: numbers of rows that an index of the table names and that cannot be read; or the
    table's name alone, where it has no numbers or none are known.
    """

    db: sqlite3.Connection
    table: str
    lost: list[str] = field(default_factory=list)

    def numbered(self) -> Iterator[Row]:
        """The rows of a table with an ``id``: from the start, from the end, then one by one."""
        low = high = None
        seen: set[int] = set()
        forwards = self._walk("ORDER BY id")
        for row in forwards:
            low = _number(row)
            seen.add(low)
            yield row
        if not self.lost:
            return
        for row in self._walk("ORDER BY id DESC"):
            high = _number(row)
            if high in seen:
                break
            seen.add(high)
            yield row
        named = self._named_by_indexes()
        between = range((low or 0) + 1, high or max(named, default=0) + 1)
        tried = named | set(between if len(between) <= MOST_TRIED else ())
        for number in sorted(tried - seen):
            for row in self._walk("WHERE id = ?", number):
                seen.add(number)
                yield row
        self.lost = [str(number) for number in sorted(named - seen)] or [self.table]

    def keyed(self, key: list[str], articles: list[int]) -> Iterator[Row]:
        """The rows of a table without numbers, by its key; at last by the article they are of."""
        seen: set[tuple[object, ...]] = set()
        order = ", ".join(key)
        for row in self._walk(f"ORDER BY {order}"):
            seen.add(tuple(row[name] for name in key))
            yield row
        if not self.lost:
            return
        ways: list[tuple[str, int | None]] = [
            ("ORDER BY " + ", ".join(f"{name} DESC" for name in key), None)
        ]
        if "article_id" in key:
            ways += [("WHERE article_id = ?", number) for number in articles]
        for way, number in ways:
            for row in self._walk(way, number):
                mark = tuple(row[name] for name in key)
                if mark not in seen:
                    seen.add(mark)
                    yield row
        self.lost = [self.table]

    def _walk(self, way: str, number: int | None = None) -> Iterator[Row]:
        """Rows until one cannot be read, which is noted."""
        binds = () if number is None else (number,)
        try:
            for row in self.db.execute(f"SELECT * FROM {self.table} {way}", binds):
                yield dict(row)
        except sqlite3.DatabaseError as error:
            self.lost.append(str(error))

    def _named_by_indexes(self) -> set[int]:
        """The numbers of rows as the table's indexes have them."""
        found: set[int] = set()
        for index in self._indexes():
            for order in ("", "DESC"):
                try:
                    # An index alone is read where nothing but the number is asked for.
                    column = self.db.execute(f"PRAGMA index_info({index})").fetchone()[2]
                    rows = self.db.execute(
                        f"SELECT id FROM {self.table} INDEXED BY {index} ORDER BY {column} {order}"
                    )
                    found.update(row[0] for row in rows)
                    break
                except (sqlite3.DatabaseError, TypeError):
                    continue
        return found

    def _indexes(self) -> list[str]:
        try:
            rows = self.db.execute(f"PRAGMA index_list({self.table})").fetchall()
        except sqlite3.DatabaseError:
            return []
        return [row[1] for row in rows if not row[4]]


def _number(row: Row) -> int:
    number = row["id"]
    return number if isinstance(number, int) else 0
