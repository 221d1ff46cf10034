"""Bytes to a feed: RSS and Atom through feedparser, JSON Feed by hand."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from briefing.errors import FeedError, PageInstead
from briefing.sync.address import absolute
from briefing.sync.charset import NOT_XML, decode, known_references
from briefing.sync.dates import instant
from briefing.sync.pace import ttl_minutes
from briefing.sync.pages import feed_links, html_line
from briefing.text import clean_line

FeedKind = Literal["rss", "atom", "json"]
Mapping = dict[str, Any]

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_ROOT_ENDS = {"rss": "</rss", "atom": "</feed"}
_LINK_URI = re.compile(r"""(<link\b[^<>]*?)\suri\s*=\s*(?:"[^"<]*"|'[^'<]*')""", re.IGNORECASE)
_ROOT = re.compile(r"<(?:rdf:RDF|rss|feed)\b[^<>]*", re.IGNORECASE)
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/DTDs/Podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
}
"""Prefixes that hold a title, a link, a date, a name or a text, and that feeds use undeclared."""

_BY = re.compile(r"^by\s+", re.IGNORECASE)
_MAIL = r"<?[^\s<>()]+@[^\s<>()]+>?"
_NAMED_MAIL = re.compile(rf"{_MAIL}\s*\((?P<behind>[^)]+)\)|(?P<before>[^<(]+?)\s*\(?{_MAIL}\)?")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item as its feed gives it. Titles and names are clean lines, the two bodies raw HTML.

    ``published`` and ``updated`` are ISO instants in UTC, bare days or None. ``outlet`` is set
    where the item says it comes from somebody else (an aggregator's ``<source>``). ``is_whole``
    says that its bodies are all there is, so that its page need not be asked for; ``seen`` when
    somebody saw it, for where neither it nor its page says when it was published.
    """

    title: str
    link: str | None = None
    guid: str | None = None
    published: str | None = None
    updated: str | None = None
    summary_html: str = ""
    content_html: str = ""
    byline: str | None = None
    language: str | None = None
    outlet: str | None = None
    is_whole: bool = False
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A parsed feed, or another list of articles, which has no ``kind``.

    ``home`` is the page it belongs to, ``ttl`` the minutes it may be kept.
    """

    title: str
    items: tuple[FeedItem, ...]
    kind: FeedKind | None = None
    home: str | None = None
    updated: str | None = None
    ttl: int | None = None


def read_feed(body: bytes, url: str, content_type: str = "") -> Feed:
    """Parse a feed fetched from ``url``.

    Raises:
        FeedError: it is a web page, nothing, or nothing that is a feed; it defines entities of its
            own, or it broke off. The message is one line.
    """
    text = decode(body, content_type).lstrip("\ufeff \t\r\n")
    if not text:
        raise FeedError("the address answered with nothing")
    if text.startswith("{"):
        from briefing.sync.jsonfeed import read_json_feed

        return read_json_feed(text, url)
    if _PAGE.match(text[:5000]):
        raise PageInstead(page_instead(text, url))
    if _ENTITY.search(text):
        raise FeedError("the feed defines XML entities of its own, which can be a trap")
    return _read_xml(_mended(NOT_XML.sub("", text)), url)


def page_instead(html: str, url: str) -> str:
    """What to say of a web page where a feed was asked for, with the feed it names if any."""
    line = "the address answered with a web page, not a feed"
    links = feed_links(html, url)
    return f"{line}: its feed may be {links[0]}" if links else f"{line}: give its feed's address"


def _mended(text: str) -> str:
    """The feed with its prefixes declared, and its links' addresses in their text alone.

    feedparser passes over elements of a prefix that is not declared, and takes a link's ``uri``
    (an identifier of another network) in place of its address.
    """
    text = _LINK_URI.sub(r"\1", known_references(text))
    root = _ROOT.search(text)
    if root is None:
        return text
    missing = (
        f' xmlns:{prefix}="{space}"'
        for prefix, space in _NAMESPACES.items()
        if f"<{prefix}:" in text and f"xmlns:{prefix}" not in root[0]
    )
    at = root.end() - root[0].endswith("/")
    return text[:at] + "".join(missing) + text[at:]


def _read_xml(text: str, url: str) -> Feed:
    parsed = _parsed(text, url)
    kind: FeedKind = "atom" if parsed.version.startswith("atom") else "rss"
    if not parsed.version and not parsed.entries and not _ROOT.search(text[:5000]):
        raise FeedError("the address answered with something that is no feed")
    if parsed.bozo and _broke_off(text, kind):
        raise FeedError("the feed broke off before its end")
    channel = parsed.feed
    return Feed(
        title=html_line(_get(channel, "title")),
        kind=kind,
        items=tuple(_item(entry, channel, url) for entry in parsed.entries),
        home=_link(channel, url),
        updated=instant(_get(channel, "updated") or _get(channel, "published")),
        ttl=ttl_minutes(channel),
    )


def _parsed(text: str, url: str) -> Any:  # noqa: ANN401  the library has no types
    """What feedparser makes of a feed.

    Raises:
        FeedError: it stumbled over the feed.
    """
    import feedparser

    try:
        return feedparser.parse(
            io.BytesIO(text.encode()),
            response_headers={
                "content-type": "application/xml; charset=utf-8",
                "content-location": url,
            },
            # Sanitising and resolving take three quarters of its time, and we keep no HTML.
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except MemoryError:
        raise
    except Exception as error:
        raise FeedError(f"the feed cannot be read ({type(error).__name__})") from error


def _broke_off(text: str, kind: FeedKind) -> bool:
    end = "</rdf:rdf" if "<rdf:rdf" in text[:5000].lower() else _ROOT_ENDS[kind]
    return end not in text[-20_000:].lower()


def _item(entry: Mapping, channel: Mapping, url: str) -> FeedItem:
    parts = dict.get(entry, "content") or ()
    content = max((_get(part, "value") for part in parts), key=len, default="")
    source = dict.get(entry, "source") or {}
    return FeedItem(
        title=html_line(_get(entry, "title")),
        link=_link(entry, url),
        guid=clean_line(_get(entry, "id")) or None,
        published=instant(_get(entry, "published") or _get(entry, "created")),
        updated=instant(_get(entry, "updated")),
        summary_html=_get(entry, "summary"),
        content_html=content,
        byline=byline(_authors(entry)),
        language=_language(entry, channel),
        outlet=html_line(_get(source, "title")) or None,
    )


def _get(mapping: Mapping, key: str) -> str:
    """A text of a feedparser mapping. Its own ``get`` answers for keys that are not there."""
    value = dict.get(mapping, key)
    return value if isinstance(value, str) else ""


def _link(mapping: Mapping, base: str) -> str | None:
    """The address of the page that an item or a feed stands for, absolute."""
    link = _get(mapping, "link").strip()
    if not link:
        links = [one for one in dict.get(mapping, "links") or () if _get(one, "rel") != "self"]
        link = _get(links[0], "href").strip() if links else ""
    return absolute(link, base)


def _authors(entry: Mapping) -> list[str]:
    """Author names. One alone is taken as written: feedparser cuts some mail addresses in two."""
    names = [_get(author, "name") for author in dict.get(entry, "authors") or ()]
    return names if len(names) > 1 else [_get(entry, "author")]


def byline(names: Iterable[str]) -> str | None:
    """Author names as one line, without "By" and mail addresses."""
    found = []
    for name in names:
        line = _BY.sub("", html_line(name))
        if named := _NAMED_MAIL.fullmatch(line):
            line = named["behind"] or named["before"]
        if line and "@" not in line and line not in found:
            found.append(line)
    return clean_line(", ".join(found)) or None


def _language(entry: Mapping, channel: Mapping) -> str | None:
    detail = dict.get(entry, "title_detail") or {}
    written = _get(detail, "language") or _get(channel, "language")
    return written.lower()[:12] or None
