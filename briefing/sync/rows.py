"""Rows of a dump, one JSON object a line, to items."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from briefing.model import Item
from briefing.reading.dates import iso_date, unix_date
from briefing.sync.items import canonical
from briefing.sync.outlets import outlet_name
from briefing.sync.pages import html_text
from briefing.sync.plaintext import titled
from briefing.text import clean, clean_line

_MOST_BAD = 20
"""Bad lines named before a file without a single good one is given up as no dump."""

_MARKUP = re.compile(r"</(?:p|div|span|a|strong|em|h\d)>|<br ?/?>", re.IGNORECASE)


def row_items(stream: BinaryIO, longest: int) -> Iterator[tuple[int, Item | str]]:
    """The number of each line with its item, or with the reason why there is none.

    A reason with the number 0 is about the whole file. Empty lines are passed over.

    Args:
        stream: Lines of JSON objects with any of ``id url title text published outlet byline``;
            ``date`` stands in for ``published`` and ``source`` for ``outlet``.
        longest: Most bytes in a line.
    """
    good = bad = number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            made: Item | str = f"is longer than {longest // 1_000_000} MB"
        elif not line.strip():
            continue
        else:
            made = row_item(line)
        good += isinstance(made, Item)
        bad += isinstance(made, str)
        yield number, made
        if bad >= _MOST_BAD and not good:
            yield 0, f"holds no JSON Lines: given up after {_MOST_BAD} lines"
            return
    if not good and not bad:
        yield 0, "is empty"


def row_item(line: bytes) -> Item | str:
    """One line as an item, or the reason why it is none."""
    try:
        row = json.loads(_decoded(line))
    except (ValueError, RecursionError):
        return "is no JSON: one object a line is needed"
    if not isinstance(row, dict):
        return "is no JSON object"
    url = canonical(_text(row, "url") or None)
    outlet = clean_line(_text(row, "outlet") or _text(row, "source"))
    text = _text(row, "text")
    external_id = clean_line(_text(row, "id")) or None
    item = titled(
        Item(
            title=clean_line(_text(row, "title")),
            text=html_text(text) if _MARKUP.search(text) else clean(text),
            key=f"id:{external_id}" if external_id else "",
            external_id=external_id,
            url=url,
            outlet=outlet or None,
            byline=clean_line(_text(row, "byline")) or None,
            published=_date(row.get("published")) or _date(row.get("date")),
        )
    )
    if item is None:
        return "has neither title nor text"
    if url and (not item.outlet or item.outlet_inferred):
        return replace(item, outlet=outlet_name("", None, url) or None, outlet_inferred=False)
    return item


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _text(row: dict[str, Any], key: str) -> str:
    """A value as text; numbers as written, and nothing for what is no text."""
    value = row.get(key)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _date(value: object) -> str | None:
    """A date as written, as a number like 20250411, or in seconds since 1970; else None."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = str(value)[:100]
    if re.fullmatch(r"\d{9,13}(\.\d*)?", written):
        return unix_date(float(written))
    return iso_date(written)
