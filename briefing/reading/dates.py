"""Dates as people write them over an article, to a bare ISO day or an instant in UTC.

Nothing is guessed: ``03/04/2025`` is no date, since nobody can tell its day from its month. A clock
time that names no zone leaves the day alone, save in a machine's own timestamp, which is UTC.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A month's name, short or long; for patterns that ignore case."""

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
"""A day's name with what follows it, or nothing; for patterns that ignore case."""

_ISO = r"(?P<iso>(?:1[89]|2[01])\d\d(?P<isep>[-/.]?)(?:0[1-9]|1[0-2])(?P=isep)(?:[0-2]\d|3[01]))"
_STAMP = (
    r"(?:[T ](?P<th>[01]\d|2[0-3]):?(?P<tm>[0-5]\d)(?::?(?P<ts>[0-5]\d)(?:[.,]\d+)?)?"
    r"(?:\s?(?P<tz>Z|UTC|GMT|[+-]\d\d:?\d\d))?(?!\w|:))?"
)
_DAY = (
    rf"{WEEKDAY}(?:"
    rf"{_ISO}(?!\d){_STAMP}"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<m1>{MONTH})[\s,-]+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{MONTH})\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    r"|(?P<n1>\d{1,2})[/.](?P<n2>\d{1,2})[/.](?P<y3>\d{4})"
    r")(?![\d/-])"
)
_ZONE = r"[A-Z]{1,4}T|UTC|Z|MSK|(?:UTC|GMT)?[+-]\d{1,2}:?(?:\d\d)?"
_CLOCK = (
    r"(?P<h>[01]?\d|2[0-3])(?:[:.h]?(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?)?"
    rf"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>\(?(?-i:{_ZONE})\)?(?!\w))?"
)
# A number behind a date is a clock time only where it looks like one.
_CLOCKLIKE = r"(?=\d{1,2}(?:[:.h]\d\d|\s*[ap]\.?m\b|\d\d\s*(?-i:GMT|UTC|Z|[A-Z]{2,3}T)\b))"
_AFTER = rf"(?:,?\s*(?:at|[-–—@|·])?\s*{_CLOCKLIKE}{_CLOCK})?"
_BEFORE = rf"(?:{_CLOCKLIKE}{_CLOCK},?\s*(?:on\s+)?)"
_DAY_FIRST = re.compile(_DAY + _AFTER, re.IGNORECASE)
_CLOCK_FIRST = re.compile(_BEFORE + _DAY, re.IGNORECASE)

# Only zones whose letters mean one thing in English news; the day alone is kept under the others.
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "JST": 9, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?$")


def leading_date(text: str, start: int = 0) -> tuple[str | None, int] | None:
    """The date that ``text`` has at ``start``, and where it ends; None where there is none.

    The first part is None for a date that cannot be told ("03/04/2025", "31 June 2025").
    """
    text = text[: start + 80]
    found = _DAY_FIRST.match(text, start) or _CLOCK_FIRST.match(text, start)
    return (_iso(found), found.end()) if found else None


def iso_date(written: str) -> str | None:
    """A whole string as a date: ``2025-04-11``, ``2025-04-11T10:30:00Z``, or None."""
    written = " ".join(written.split())
    found = leading_date(written)
    return found[0] if found and found[1] == len(written) else None


def unix_date(seconds: float) -> str | None:
    """Seconds, or thousandths of them, since 1970 as an instant; None out of all reason."""
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    return _instant(datetime.fromtimestamp(seconds, UTC)) if 0 < seconds < 1e10 else None


def _iso(found: re.Match[str]) -> str | None:
    day = _day(found)
    if not day:
        return None
    if found["iso"] and found["th"]:
        clock = time(int(found["th"]), int(found["tm"]), int(found["ts"] or 0))
        return _in_utc(day, clock, _offset(found["tz"] or "Z"))
    if not found["h"]:
        return day.isoformat()
    clock_time, offset = _clock(found), _offset((found["zone"] or "").strip("()"))
    return _in_utc(day, clock_time, offset) if clock_time else day.isoformat()


def _in_utc(day: date, clock: time, offset: timedelta | None) -> str:
    if offset is None:
        return day.isoformat()
    return _instant(datetime.combine(day, clock, UTC) - offset)


def _instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(found: re.Match[str]) -> date | None:
    if found["iso"]:
        digits = re.sub(r"\D", "", found["iso"])
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    elif found["n1"]:
        first, second, year = int(found["n1"]), int(found["n2"]), int(found["y3"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        name = (found["m1"] or found["m2"])[:3].lower()
        month = _MONTHS.index(name) // 3 + 1
        day, year = int(found["d1"] or found["d2"]), int(found["y1"] or found["y2"])
    try:
        return date(year, month, day) if 1800 <= year < 2200 else None
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> time | None:
    hour, half = int(found["h"]), (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, int(found["mi"] or 0), int(found["s"] or 0))


def _offset(zone: str) -> timedelta | None:
    zone = zone.upper()
    if zone in _ZONES:
        return timedelta(hours=_ZONES[zone])
    found = _OFFSET.match(zone)
    if not found or int(found[2]) > 14:
        return None
    shift = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return -shift if found[1] == "-" else shift
