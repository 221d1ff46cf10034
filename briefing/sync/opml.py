"""Lists of feeds as other readers hand them over (OPML 2.0)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from briefing.errors import InputError
from briefing.sync.address import origin
from briefing.sync.charset import decode, known_references
from briefing.sync.pages import html_line
from briefing.text import clean_line

DEEPEST = 8
"""Folders within folders that are kept; what stands deeper is kept in the last of them."""

LONGEST = 80
"""Characters of a folder's name that are kept."""


class Listed(NamedTuple):
    """A source that a list or a page names, in these folders, outermost first."""

    url: str
    title: str
    folder: tuple[str, ...] = ()
    kind: str = "feed"


def is_opml(body: bytes) -> bool:
    """True where a body is an OPML list rather than a feed or a page."""
    return re.search(rb"<opml\b", body[:2000], re.IGNORECASE) is not None


def read_opml(body: bytes) -> list[Listed]:
    """The feeds of an OPML list in its order, each once and with the folders it stands in.

    Raises:
        InputError: it is no OPML list, or names no feed.
    """
    text = known_references(decode(body))
    if re.search("<!ENTITY", text, re.IGNORECASE):
        raise InputError("the list defines XML entities of its own, which can be a trap")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "ignore"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or str(root.tag).lower() != "opml":
        raise InputError("it is no OPML list")
    found: dict[str, Listed] = {}
    for one in _feeds(root):
        found.setdefault(one.url, one)
    if not found:
        raise InputError("the list names no feeds")
    return list(found.values())


def _feeds(root: etree._Element) -> Iterator[Listed]:
    """The outlines that are feeds; those around them are their folders."""
    folder: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="outline"):
        named = {name.lower(): value for name, value in element.attrib.items()}
        name = html_line(named.get("title") or named.get("text") or "")
        url = named.get("xmlurl", "").strip()
        if url:
            if event == "start" and origin(url):
                yield Listed(url, name, tuple(filter(None, folder))[:DEEPEST])
        elif event == "start":
            folder.append(clean_line(name, LONGEST))
        else:
            folder.pop()
