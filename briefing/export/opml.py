"""Sources as a list that other readers take in (OPML 2.0, http://opml.org/spec2.opml)."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET  # it only writes here

from briefing.redaction import is_redacted
from briefing.rows import SourceRow
from briefing.text import printable


def is_listed(row: SourceRow) -> bool:
    """Whether another reader could ask this source: it is a feed, and its address is whole."""
    return row.kind == "feed" and not is_redacted(row.url)


def opml(rows: Iterable[SourceRow]) -> str:
    """The feeds among the sources as an OPML list, in their folders, where each first comes up."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = "Sources of briefing"
    folders: dict[tuple[str, ...], ET.Element] = {(): ET.SubElement(root, "body")}
    for row in filter(is_listed, rows):
        for depth in range(1, len(row.folder) + 1):
            path = row.folder[:depth]
            if path not in folders:
                folders[path] = _outline(folders[path[:-1]], path[-1])
        feed = _outline(folders[row.folder], row.title or row.url)
        feed.set("type", "rss")
        feed.set("xmlUrl", printable(row.url))
    ET.indent(root)
    written: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}'


def _outline(parent: ET.Element, name: str) -> ET.Element:
    """An outline called so; some readers look for ``text``, some for ``title``."""
    return ET.SubElement(parent, "outline", text=printable(name), title=printable(name))
