"""One document's bytes to items, whatever kind they are: what runs in a worker.

The kind is told by the bytes where they tell it, else by the name: files are misnamed.
"""

import codecs
from dataclasses import dataclass, replace

from briefing.errors import InputError
from briefing.model import Item
from briefing.sync.charset import decode
from briefing.sync.plaintext import html_item, text_item

TEXT = frozenset((".txt", ".text", ".md", ".markdown"))
HTML = frozenset((".html", ".htm", ".xhtml"))
MAIL = frozenset((".eml",))
BINARY = frozenset((".pdf", ".docx"))
NOT_READ = {
    ".doc": "old Word", ".odt": "OpenDocument", ".rtf": "RTF", ".epub": "EPUB", ".msg": "Outlook",
    ".ppt": "PowerPoint", ".pptx": "PowerPoint",
}  # fmt: skip

_ATTACHMENTS = BINARY | TEXT | HTML | MAIL
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_BINARY_SHARE = 0.02
"""Share of control and undecodable characters from which a file is no text."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that could not be taken in; ``reason`` says why and what to do."""

    name: str
    reason: str


def read_document(body: bytes, name: str, suffix: str, key: str | None) -> list[Item | Refused]:
    """What a document holds: an item, a mail's attachments behind it, and what is refused.

    Args:
        body: The file's bytes.
        name: What to call it in a reason.
        suffix: Its name's ending, in lower case, with the dot.
        key: What it is known by over time; None where only its words tell.
    """
    try:
        if not body.strip():
            return [Refused(name, "is empty")]
        if suffix in MAIL or _looks_like_mail(body, suffix):
            return _mail(body, name, key)
        if body[:1024].lstrip().startswith(_PDF) or suffix == ".pdf":
            return _pdf(body, name, key)
        if body.startswith((_ZIP, _OLE)) or suffix == ".docx":
            from briefing.sync.docx import docx_item

            return [docx_item(body, key)]
        return [_written(body, suffix, key) or Refused(name, "holds no words")]
    except InputError as error:
        return [Refused(name, str(error))]


def _pdf(body: bytes, name: str, key: str | None) -> list[Item | Refused]:
    from briefing.sync.pdf import pdf_item

    item, note = pdf_item(body, key)
    return [item, *([Refused(name, note)] if note else [])]


def _looks_like_mail(body: bytes, suffix: str) -> bool:
    from briefing.sync.mail import is_mail

    return suffix not in TEXT | HTML | BINARY and is_mail(body)


def _mail(body: bytes, name: str, key: str | None) -> list[Item | Refused]:
    from briefing.sync.mail import mail_item

    item, attached = mail_item(body, key)
    found: list[Item | Refused] = [item] if item else []
    for one in attached:
        suffix = f".{one.name.rpartition('.')[2].lower()}"
        if suffix in _ATTACHMENTS:
            inner = f"{name}, {one.name}"
            documents = read_document(one.body, inner, suffix, key and f"{key}#{one.name}")
            found += [_sent_by(document, item) for document in documents]
    return found or [Refused(name, "holds no words")]


def _sent_by(document: Item | Refused, mail: Item | None) -> Item | Refused:
    """An attached document with the mail's day and sender where it names none of its own."""
    if mail is None or isinstance(document, Refused):
        return document
    return replace(
        document,
        outlet=document.outlet or mail.outlet,
        published=document.published or mail.published,
    )


def _written(body: bytes, suffix: str, key: str | None) -> Item | None:
    """A text or a page as an item.

    Raises:
        InputError: it is neither.
    """
    if body.startswith(_RTF):
        raise InputError("is RTF, which is not read: save it as text, PDF or .docx")
    text = _decoded(body)
    if _is_binary(text):
        raise InputError("is no text: save it as .txt or .html")
    start = text[:500].lstrip("\ufeff \t\r\n").lower()
    if suffix in HTML or (suffix not in TEXT and start.startswith(("<!doctype html", "<html"))):
        return html_item(body, key)
    return text_item(text, key, markdown=suffix in {".md", ".markdown"})


def _decoded(body: bytes) -> str:
    """The text of a file, which declares no encoding: UTF-8, or what its letters look like.

    Bytes that are mostly letters beyond ASCII are in no western encoding, so they are guessed at.
    """
    text = decode(body)
    letters = [char for char in text[:20_000] if char.isalpha()]
    if sum(char.isascii() for char in letters) > len(letters) / 2 or _is_marked(body):
        return text
    from charset_normalizer import from_bytes

    guessed = from_bytes(body[:200_000]).best()
    return body.decode(guessed.encoding, "replace") if guessed else text


def _is_marked(body: bytes) -> bool:
    """Whether the bytes tell their encoding: by a byte order mark, or by being valid UTF-8."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_binary(text: str) -> bool:
    sample = text[:100_000]
    bad = sum(1 for char in sample if char == "\ufffd" or (char < " " and char not in "\t\n\r\f\v"))
    return "\0" in sample or bad > len(sample) * _BINARY_SHARE
