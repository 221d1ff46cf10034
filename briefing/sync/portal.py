"""Networks that answer in place of every server until their user signs in, decided from values."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable

from briefing.errors import FeedError
from briefing.store.sources import Source
from briefing.sync.faults import FetchFailed
from briefing.sync.fetch import SIGN_IN, Answer
from briefing.sync.hosts import host_of

HOSTS = 3
"""Hosts in whose place the same came, from which on it is the network's and not theirs."""

_PASSING = re.compile(rb"https?[:%][^\s\"'<>]*|[\w-]+(?:\.[\w-]+)+|\d+")
"""What a sign-in page has of the address that was asked for, and of the time."""


class Instead(FeedError):
    """A web page came in place of a feed. ``by`` is the same for all that it came in place of."""

    def __init__(self, line: str, by: str) -> None:
        super().__init__(line)
        self.by = by


def page_instead(source: Source, answer: Answer, line: str) -> Instead:
    """What to say of a web page that came in place of a feed.

    Where a feed came before, or another site sent it, this network may want its users to sign in.
    """
    host = host_of(answer.url)
    if host != host_of(source.url):
        line = f"a page of {host} came in place of the feed: perhaps {SIGN_IN}"
        return Instead(line, host)
    if source.validated:
        line = f"a web page came in place of the feed: perhaps {SIGN_IN}"
    words = _PASSING.sub(b"", answer.body[:20_000])
    return Instead(line, hashlib.sha256(words).hexdigest())


def answered_by(error: Exception) -> str | None:
    """What answered in place of a source's server, where something may have."""
    if isinstance(error, Instead):
        return error.by
    if isinstance(error, FetchFailed):
        return SIGN_IN if error.status == 511 else error.led_to
    return None


def portals(answered: Iterable[tuple[Source, str]], reached: int) -> dict[str, str]:
    """Which of those that answered are the network's own, each with the line that says so.

    Args:
        answered: each source that something else answered for, with what it was.
        reached: how many sources came as they should: a network that asks to sign in lets few by.
    """
    places: dict[str, list[str]] = defaultdict(list)
    for source, by in answered:
        places[by].append(host_of(source.url))
    return {
        by: _line(by, len(hosts))
        for by, hosts in places.items()
        if len(set(hosts)) >= HOSTS and len(hosts) >= reached
    }


def _line(by: str, number: int) -> str:
    if by == SIGN_IN:
        return SIGN_IN
    who = by if "." in by else "one page"
    return f"{who} answered in place of {number} sources: {SIGN_IN}"
