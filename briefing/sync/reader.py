"""What a reader of sources is: how a kind of source is asked, and what its answers say.

Installed packages may bring kinds of their own, by an entry point of the group ``briefing.sources``
whose name is the kind and whose value a class like ``SourceReader``. ``briefing add KIND:WORDS``
makes a source of it. Ours are of the same form (``guardian``, ``gdelt``); none asks the network
itself, so all are polite alike. Others' readers run in a process apart: what they break is theirs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from briefing.errors import FeedError, InputError
from briefing.sync.address import absolute
from briefing.sync.dates import instant
from briefing.sync.feeds import Feed, FeedItem, read_feed
from briefing.sync.items import Planned, plan_items
from briefing.text import clean_line

GROUP = "briefing.sources"
"""The entry points by which packages bring readers."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for. ``headers`` are sent to the host of ``url`` alone, wherever it redirects."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


class SourceReader:
    """How one kind of source is asked and read.

    Attributes:
        key_from: where a user gets the key that is needed; None where none is.
        pause: seconds that its server wants between two requests.
        robots: whether robots.txt speaks for what it asks for, as it does for pages.
    """

    key_from: str | None = None
    pause: float = 0.0
    robots: bool = False

    def request(self, address: str, key: str | None) -> Request:
        """What to ask for a source at ``address``, as the user wrote it behind the kind.

        Raises:
            InputError: the address cannot be one; the message says what would.
        """
        raise NotImplementedError

    def read(self, body: bytes, url: str, content_type: str) -> Feed:
        """What an answer says; titles and names may be dirty, bodies are HTML.

        Raises:
            FeedError: it is no answer of this kind; the message is one line.
        """
        raise NotImplementedError


class FeedReader(SourceReader):
    """A feed at its own address."""

    def request(self, address: str, key: str | None) -> Request:  # noqa: ARG002  it needs none
        """The address itself."""
        return Request(address)

    def read(self, body: bytes, url: str, content_type: str) -> Feed:
        """As ``read_feed``."""
        return read_feed(body, url, content_type)


_OURS = {
    "feed": "briefing.sync.reader:FeedReader",
    "page": "briefing.sync.webpage:PageReader",
    "guardian": "briefing.sync.guardian:Guardian",
    "gdelt": "briefing.sync.gdelt:Gdelt",
}

ADDRESSED = frozenset({"feed", "page"})
"""Kinds whose sources are known by a web address; the others by words behind the kind's name."""


def is_ours(kind: str) -> bool:
    """Whether a kind's reader is trusted to run in this very process."""
    return kind in _OURS


def kinds() -> list[str]:
    """The kinds that ``add`` knows by a word and a colon, ours first."""
    named = {point.name for point in entry_points(group=GROUP)} - _OURS.keys()
    return [*(kind for kind in _OURS if kind not in ADDRESSED), *sorted(named)]


def reader_of(kind: str) -> SourceReader:
    """The reader of a kind. Ours cannot be replaced.

    Raises:
        FeedError: nothing that is installed reads it, or what should cannot be loaded.
    """
    if kind in _OURS:
        return _ours(kind)
    point = _point(kind)

    def made() -> SourceReader:
        others: SourceReader = point.load()()
        return others

    return _guarded(kind, made)


@cache
def _ours(kind: str) -> SourceReader:
    module, _, name = _OURS[kind].partition(":")
    ours: SourceReader = getattr(import_module(module), name)()
    return ours


def _point(kind: str) -> EntryPoint:
    found = list(entry_points(group=GROUP, name=kind))
    if not found:
        raise FeedError(f"nothing that is installed reads {kind}: sources: install what did")
    if len({point.value for point in found}) > 1:
        raise FeedError(f"several packages read {kind}: sources: keep one of them")
    return found[0]


def _guarded(kind: str, step: Callable[[], T]) -> T:
    """A step of somebody else's code. Whatever it raises is one line about its own source."""
    try:
        return step()
    except InputError as error:
        raise FeedError(clean_line(str(error))) from None
    except MemoryError:
        raise
    except BaseException as error:  # SystemExit too would end more than this source
        raise FeedError(f"the reader of {kind}: sources failed ({type(error).__name__})") from None


def traits(kind: str) -> tuple[str | None, float, bool]:
    """A reader's ``key_from``, ``pause`` and ``robots``: what may run in a worker."""
    reader = reader_of(kind)
    return _guarded(
        kind,
        lambda: (
            clean_line(str(reader.key_from)) if reader.key_from else None,
            min(max(float(reader.pause), 0.0), 60.0),
            bool(reader.robots),
        ),
    )


def ask(kind: str, address: str, key: str | None) -> Request:
    """What to ask for a source: what may run in a worker.

    Raises:
        FeedError: its address cannot be one, or its reader failed.
    """
    reader = reader_of(kind)

    def asked() -> Request:
        made = reader.request(words_of(kind, address), key)
        headers = {str(name): str(value) for name, value in made.headers.items()}
        return Request(str(made.url), headers)

    return _guarded(kind, asked)


def words_of(kind: str, address: str) -> str:
    """What of a source's address its reader is told."""
    return address if kind in ADDRESSED else address.removeprefix(f"{kind}:")


def read(
    kind: str, body: bytes, url: str, content_type: str, address: str, now: datetime
) -> tuple[Feed, list[Planned]]:
    """An answer to the feed it is and what its items become: what runs in a worker.

    Raises:
        FeedError: it is none, or its reader failed.
    """
    reader = reader_of(kind)
    if is_ours(kind):
        feed = reader.read(body, url, content_type)
    else:
        feed = _guarded(kind, lambda: _plain(reader.read(body, url, content_type), url))
    return feed, plan_items(feed, address, now)


def _plain(feed: Feed, url: str) -> Feed:
    """What another's reader made, as it should be: clean, of plain strings, and nothing else."""
    items = tuple(
        FeedItem(
            title=clean_line(str(item.title)),
            link=absolute(str(item.link or ""), url),
            guid=_line(item.guid),
            published=instant(_line(item.published)),
            updated=instant(_line(item.updated)),
            summary_html=str(item.summary_html),
            content_html=str(item.content_html),
            byline=_line(item.byline),
            language=(_line(item.language) or "").lower()[:12] or None,
            outlet=_line(item.outlet),
            is_whole=bool(item.is_whole),
            seen=instant(_line(item.seen)),
        )
        for item in feed.items
    )
    home = absolute(str(feed.home or ""), url)
    return Feed(clean_line(str(feed.title)), items, home=home, ttl=int(feed.ttl or 0) or None)


def _line(value: object) -> str | None:
    return (clean_line(str(value)) or None) if value is not None else None
