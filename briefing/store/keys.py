"""Date-ordered keys: the rowids of the full-text indexes, newest highest."""

from datetime import UTC, datetime

LOW_BITS = 28
"""Room for 268 million rows of one second; the seconds above it reach the year 10,000."""

LAST_SECOND = 1 << 33
"""A second far beyond any date: the year 2242."""

_LOW = (1 << LOW_BITS) - 1


def seconds(published: str | None, fallback: str) -> int:
    """Seconds since 1970 of an ISO instant or bare day (its first moment, in UTC).

    ``fallback`` is the instant the row came in, for rows with no date of their own.
    """
    moment = datetime.fromisoformat(published or fallback)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def sort_key(second: int, row_id: int) -> int:
    """The key of row ``row_id``, dated ``second``. Of one second, earlier rows come first."""
    return (second << LOW_BITS) | (_LOW - (row_id & _LOW))


def bounds(first: int, last: int) -> tuple[int, int]:
    """The least and greatest keys of the rows dated ``first`` to ``last``, in seconds."""
    return first << LOW_BITS, (last << LOW_BITS) | _LOW
