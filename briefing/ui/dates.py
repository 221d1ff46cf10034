"""Dates as a reader says them: short, and in their own time zone."""

from datetime import UTC, datetime


def now() -> str:
    """This instant, as the store keeps instants: ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def short(published: str | None, today: datetime | None = None) -> str:
    """An instant or a bare day: the hour where it is today's, else the day, else with the year."""
    if not published:
        return ""
    today = today or datetime.now().astimezone()
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published[:10]
    if moment.tzinfo:
        moment = moment.astimezone(today.tzinfo)
        if moment.date() == today.date():
            return f"{moment:%H:%M}"
    day = f"{moment.day} {moment:%b}"
    return day if moment.year == today.year else f"{day} {moment.year}"


def long(published: str | None) -> str:
    """An instant or a bare day in full: ``11 April 2025, 14:05``."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    day = f"{moment.day} {moment:%B %Y}"
    return f"{day}, {moment.astimezone():%H:%M}" if moment.tzinfo else day


def ago(instant: str, today: datetime | None = None) -> str:
    """How long ago an instant was: ``just now``, ``12 min ago``, ``3 h ago``, ``2 days ago``."""
    today = today or datetime.now(UTC)
    moment = datetime.fromisoformat(instant)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    minutes = int((today - moment).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 48 * 60:
        return f"{minutes // 60} h ago"
    return f"{minutes // (24 * 60)} days ago"
