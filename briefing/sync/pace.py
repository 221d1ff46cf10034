"""How often a feed says it is worth asking for."""

from typing import Any

_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}


def ttl_minutes(channel: dict[str, Any]) -> int | None:
    """Minutes a feed may be kept, from RSS's ``ttl`` or the syndication module; None if unsaid.

    Args:
        channel: feedparser's mapping of the feed's own fields, whose own ``get`` answers for
            keys that are not there.
    """
    told = _number(dict.get(channel, "ttl"))
    if told:
        return told
    period = dict.get(channel, "sy_updateperiod")
    if not isinstance(period, str) or period.strip() not in _PERIODS:
        return None
    times = _number(dict.get(channel, "sy_updatefrequency")) or 1
    return _PERIODS[period.strip()] // times


def _number(written: object) -> int | None:
    text = str(written).strip()[:9]
    return int(text) if text.isascii() and text.isdecimal() else None
