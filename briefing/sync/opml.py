"""Lists of feeds as other readers hand them over (OPML 2.0)."""

import re
from typing import NamedTuple

from lxml import etree

from briefing.errors import InputError
from briefing.sync.address import origin
from briefing.sync.charset import decode, known_references
from briefing.sync.pages import html_line


class Listed(NamedTuple):
    """A feed that a list names."""

    url: str
    title: str


def is_opml(body: bytes) -> bool:
    """True where a body is an OPML list rather than a feed or a page."""
    return re.search(rb"<opml\b", body[:2000], re.IGNORECASE) is not None


def read_opml(body: bytes) -> list[Listed]:
    """The feeds of an OPML list in its order, however deep they are nested, each once.

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
    found: dict[str, str] = {}
    for outline in root.iter("outline"):
        named = {name.lower(): value for name, value in outline.attrib.items()}
        url = named.get("xmlurl", "").strip()
        if origin(url):
            found.setdefault(url, html_line(named.get("title") or named.get("text") or ""))
    if not found:
        raise InputError("the list names no feeds")
    return [Listed(url, title) for url, title in found.items()]
