"""Rows as JSON Lines, CSV, Markdown and plain text: what the plain twins of the panes print."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.export.plain import plain
from briefing.rows import (
    ArticleRow,
    ChangeRow,
    DiscrepancyRow,
    EditRow,
    FigureRow,
    MovedRow,
    PersonDetail,
    PersonRow,
    QuoteRow,
    SourceRow,
    StatementRow,
    StepRow,
    StoryRow,
)
from briefing.text import printable

Row = (
    StoryRow
    | PersonRow
    | PersonDetail
    | MovedRow
    | StepRow
    | QuoteRow
    | FigureRow
    | ArticleRow
    | StatementRow
    | DiscrepancyRow
    | SourceRow
    | ChangeRow
    | EditRow
)

FORMULA = tuple("=+-@＝＋－＠")
"""First characters by which a spreadsheet takes a cell for a formula (OWASP, CSV injection)."""

AMOUNTS = ("value", "value_max")
"""Fields that hold an amount."""

_MARKUP = re.compile(r"[\\`*\[\]|]")


def as_dict(row: Row) -> dict[str, Any]:
    """The row under the keys of ``--json``."""
    values = _fields(row)
    if isinstance(row, DiscrepancyRow):
        return {"class" if key == "kind" else key: value for key, value in values.items()}
    return values


def _fields(row: Any) -> dict[str, Any]:  # noqa: ANN401  a row, or a part of one
    """Fields by name, whole amounts without a fraction: 164 people are 164 and not 164.0."""
    return {
        key: int(value) if key in AMOUNTS and value is not None and value.is_integer() else value
        for key, value in ((key, _parts(value)) for key, value in row._asdict().items())
    }


def _parts(value: Any) -> Any:  # noqa: ANN401  a field of any kind
    if hasattr(value, "_asdict"):
        return _fields(value)
    return [_parts(part) for part in value] if isinstance(value, tuple) else value


def as_json(row: Row) -> str:
    """The row as one line of JSON."""
    return json.dumps(as_dict(row), ensure_ascii=False)


def lines(rows: Iterable[Row], how: str) -> Iterator[str]:
    """The rows as lines of ``json``, ``csv``, ``markdown`` or ``plain``."""
    if how == "json":
        yield from map(as_json, rows)
    elif how == "csv":
        yield from _csv(rows)
    elif how == "markdown":
        yield from _markdown(rows)
    else:
        yield from (printable(plain(row)) for row in rows)


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        values = as_dict(row)
        if number == 0:
            yield _csv_line(values)
        yield _csv_line(_cell(value) for value in values.values())


def _csv_line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()


def _cell(value: Any) -> str:  # noqa: ANN401  a cell of any kind
    """The value as a cell; text that a spreadsheet would run as a formula is marked as text."""
    text = _words(value)
    is_number = isinstance(value, int | float)
    return f"'{text}" if not is_number and text.lstrip().startswith(FORMULA) else text


def _words(value: Any) -> str:  # noqa: ANN401  a cell of any kind
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        if all(isinstance(part, str | int) for part in value):
            return "; ".join(map(str, value))
        return json.dumps(value, ensure_ascii=False)
    return printable(str(value))


def _markdown(rows: Iterable[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        values = as_dict(row)
        if number == 0:
            yield f"| {' | '.join(values)} |"
            yield f"|{' --- |' * len(values)}"
        yield f"| {' | '.join(_markdown_cell(value) for value in values.values())} |"


def _markdown_cell(value: Any) -> str:  # noqa: ANN401  a cell of any kind
    """The value on one line, with nothing in it that would be a link, a picture or markup."""
    text = " ".join(_words(value).split())
    return _MARKUP.sub(r"\\\g<0>", text).replace("<", "&lt;")
