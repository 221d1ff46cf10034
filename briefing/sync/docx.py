"""Word documents (.docx, Office Open XML) to an item: the words of the body, in their order."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from briefing.errors import InputError
from briefing.model import Item
from briefing.sync.authors import author, document_title
from briefing.sync.plaintext import titled
from briefing.text import clean, clean_line

MAX_PART = 40_000_000
"""Most bytes that one part of the file may unpack to: a book of 1,000 pages takes some 10 MB."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText",
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)  # fmt: skip
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_DAMAGE = (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, EOFError, KeyError,
           zlib.error, ValueError, OSError)  # fmt: skip
"""What a damaged archive or its XML is told by."""


def docx_item(body: bytes, key: str | None) -> Item:
    """A Word document as an item.

    Raises:
        InputError: it is encrypted, of an older Word, damaged, too large, or holds no words.
    """
    if body.startswith(_OLE):
        if _ENCRYPTED in body:
            raise InputError("is encrypted: save a copy of it without its password")
        raise InputError("is of an old version of Word: save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            main = _part(archive, "word/document.xml")
            core = _fields(archive)
        title, text = _body(main)
    except _DAMAGE as error:
        raise InputError("is a damaged Word document, or none") from error
    except RuntimeError as error:  # zipfile has no error of its own for this
        raise InputError("is encrypted: save a copy of it without its password") from error
    title = title or document_title(core.get("title", ""), text)
    item = titled(Item(title=title, text=text, key=key or ""))
    if item is None or not text:
        raise InputError("holds no words")
    day = core.get("created", "")[:10]
    return replace(
        item,
        byline=item.byline or author(core.get("creator", "")),
        published=item.published or (day if len(day) == 10 else None),
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of the file, never more of it than ``MAX_PART``, whatever the archive says."""
    with archive.open(name) as stream:
        part = stream.read(MAX_PART + 1)
    if len(part) > MAX_PART:
        raise InputError(f"unpacks to more than {MAX_PART // 1_000_000} MB")
    if b"<!DOCTYPE" in part[:10_000] or b"<!ENTITY" in part:
        raise InputError("defines XML entities of its own, which can be a trap")
    return part


def _fields(archive: zipfile.ZipFile) -> dict[str, str]:
    """What the file says of itself; nothing where it does not."""
    try:
        root = etree.fromstring(_part(archive, "docProps/core.xml"), _parser())
    except (KeyError, etree.XMLSyntaxError, zipfile.BadZipFile):
        return {}
    return {etree.QName(one).localname: one.text or "" for one in root if isinstance(one.tag, str)}


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _body(xml: bytes) -> tuple[str, str]:
    """The paragraph that the document calls its title, if any, and all others as text."""
    title = ""
    paragraphs: list[str] = []
    for paragraph in etree.fromstring(xml, _parser()).iter(f"{_W}p"):
        if any(above.tag in _LEFT_OUT for above in paragraph.iterancestors()):
            continue
        words = clean("".join(_words(paragraph)))
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if not title and style is not None and style.get(f"{_W}val") == "Title":
            title = clean_line(words)
        elif words:
            paragraphs.append(words)
    return title, clean("\n\n".join(paragraphs))


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a paragraph, those of boxes within it left to their own paragraphs."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag != f"{_W}p" and child.tag not in _LEFT_OUT:
            yield from _words(child)
