"""Dates as feeds write them, to ISO 8601 instants in UTC."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

_ZONES = {
    "ET": -5, "CT": -6, "MT": -7, "PT": -8, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "WET": 0, "WEST": 1, "BST": 1, "CET": 1,
    "CEST": 2, "MET": 1, "EET": 2, "EEST": 3, "MSK": 3, "IST": 5.5, "SGT": 8, "HKT": 8,
    "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
}  # fmt: skip
_ZONE_NAME = re.compile(r"\s*\(?\b([A-Z]{1,4}T|UTC|MSK|Z)\)?(?=[+-]|\s|$)")
_OFFSET = re.compile(r"\s*(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?$")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_FORMATS = tuple(
    f"{day}{gap}{time}".strip()
    for day in (
        "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y",
        "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%Y %b %d", "%Y%m%d",
        "%m/%d/%Y", "%d/%m/%Y",
    )
    for gap, time in (
        (" ", "%H:%M:%S.%f"), (" ", "%H:%M:%S"), (" ", "%H:%M"), (" ", "%I:%M:%S %p"),
        (" ", "%I:%M %p"), ("T", "%H:%M:%S.%f"), ("T", "%H:%M:%S"), ("T", "%H:%M"), ("", ""),
    )
)  # fmt: skip
_UNIX = datetime(1970, 1, 1, tzinfo=UTC)


def iso(moment: datetime) -> str:
    """An instant as the store keeps it: ``2025-04-11T09:30:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant(written: str | None) -> str | None:
    """A date as written, as an ISO instant in UTC or a bare day; None where it cannot be told.

    Exact forms go first and feedparser's own parsers last: they take anything for a date (of
    ``2025/04/11 09:30 +0200`` they make November). A time without a zone is taken as UTC.
    """
    if not written or not (written := " ".join(written.split())[:80]):
        return None
    moment, day_only = _exact(written) or _by_format(written) or (_lenient(written), False)
    if not moment or not 1970 <= moment.year <= 2200:
        return None
    return moment.date().isoformat() if day_only else iso(moment)


def _exact(written: str) -> tuple[datetime, bool] | None:
    if written.isdecimal():
        moment = _UNIX + timedelta(seconds=int(written[:10]))
        return (moment, False) if len(written) in {10, 13} else None
    try:
        moment = datetime.fromisoformat(written.upper().replace(" UTC", "Z").replace(" GMT", "Z"))
    except ValueError:
        return None
    day_only = len(written) <= len("2025-04-11")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)), day_only


def _by_format(written: str) -> tuple[datetime, bool] | None:
    text, zone = _zone(written)
    text = _ORDINAL.sub("", _WEEKDAY.sub("", text)).replace(",", " ")
    text = " ".join(text.replace(" at ", " ").replace(" - ", " ").split())
    for form in _FORMATS:
        try:
            moment = datetime.strptime(text, form).replace(tzinfo=zone)
        except ValueError:
            continue
        return moment, "%M" not in form
    return None


def _zone(written: str) -> tuple[str, timezone]:
    """The date without its zone, and the zone; UTC where it names none that is known."""
    if found := _OFFSET.search(written):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if ":" in written[: found.start()] and minutes < 24 * 60:
            minutes = -minutes if found[1] == "-" else minutes
            return written[: found.start()], timezone(timedelta(minutes=minutes))
    elif found := _ZONE_NAME.search(written):
        rest = f"{written[: found.start()]} {written[found.end() :]}".strip()
        return rest, timezone(timedelta(hours=_ZONES.get(found[1], 0)))
    return written, UTC


def _lenient(written: str) -> datetime | None:
    from feedparser.datetimes import _parse_date

    try:
        parsed: Any = _parse_date(written)
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, OverflowError, TypeError):
        return None
