"""PDF to an item: its text page by page, running heads left out, lines made paragraphs."""

import io
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.model import Item
from briefing.sync.authors import author, document_title
from briefing.sync.plaintext import titled
from briefing.text import MAX_TEXT, clean, clean_line

if TYPE_CHECKING:
    from pypdf import PdfReader

_STREAM = 30_000_000
"""Most bytes that a stream of the file may unpack to: a page's text takes some 10 kB."""

_PICTURES = "holds pictures of pages and no text: run a text recognition (OCR) over it first"
_LOCKED = "is encrypted: save a copy of it without its password"
_EDGE = 2
"""Lines at the top and bottom of a page that may be running heads."""

_PAGE_NUMBER = re.compile(r"[-–—|\s]*(?:[Pp]age|p\.)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_READABLE = 0.6
"""Share of letters, digits and spaces below which a text is what a font without a table of its
letters leaves behind."""


def pdf_item(body: bytes, key: str | None) -> tuple[Item, str | None]:
    """A PDF as an item, and a line about pages of it that could not be read.

    Raises:
        InputError: it is encrypted, scanned, damaged, or its letters cannot be told.
    """
    from pypdf import apply_configuration

    with apply_configuration(
        zlib_maximum_output_length=_STREAM,
        lzw_maximum_output_length=_STREAM,
        run_length_maximum_output_length=_STREAM,
        array_based_stream_maximum_output_length=_STREAM,
        jbig2dec_binary=None,  # no program is ever run on what a file holds
    ):
        return _read(body, key)


def _read(body: bytes, key: str | None) -> tuple[Item, str | None]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    try:
        reader = PdfReader(io.BytesIO(body))
        pages, lost = _pages(reader)
        fields = _fields(reader)
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        raise InputError(_LOCKED) from None
    except (MemoryError, InputError):
        raise
    except Exception as error:  # whatever the library stumbles over, the file is at fault
        raise InputError(f"is a damaged PDF ({type(error).__name__})") from error
    # A paragraph may go on over the page.
    text = clean(_paragraphs([line for page in _without_heads(pages) for line in page]))
    if not re.search(r"\w{2}", text):
        raise InputError("cannot be read: it is damaged" if lost else _PICTURES)
    if _is_garbled(text):
        raise InputError("uses letters that cannot be told: save it as text or print it anew")
    item = titled(
        Item(title=document_title(fields.get("/Title", ""), text), text=text, key=key or "")
    )
    if item is None:
        raise InputError(_PICTURES)
    note = f"pages that could not be read: {', '.join(map(str, lost))}" if lost else None
    return _completed(item, fields), note


def _pages(reader: "PdfReader") -> tuple[list[list[str]], list[int]]:
    """The lines of each page, and the numbers of pages that cannot be read."""
    from pypdf.errors import DependencyError, FileNotDecryptedError

    pages: list[list[str]] = []
    lost: list[int] = []
    length = 0
    for number, page in enumerate(reader.pages, 1):
        try:
            text = page.extract_text()
        except (MemoryError, DependencyError, FileNotDecryptedError):
            raise
        except Exception:  # one bad page must not take the others along
            lost.append(number)
            continue
        pages.append([line for raw in text.split("\n") if (line := clean_line(raw, 2000))])
        length += len(text)
        if length > MAX_TEXT:
            break
    return pages, lost


def _fields(reader: "PdfReader") -> dict[str, str]:
    """The file's own fields that are text; none where they are damaged."""
    try:
        return {key: str(value) for key, value in (reader.metadata or {}).items()}
    except MemoryError:
        raise
    except Exception:
        return {}


def _completed(item: Item, fields: dict[str, str]) -> Item:
    """The item with the file's own author and day where its text names none."""
    day = re.match(r"D:(\d{4})(\d\d)(\d\d)", fields.get("/CreationDate", ""))
    return replace(
        item,
        byline=item.byline or author(fields.get("/Author", "")),
        published=item.published or ("-".join(day.groups()) if day else None),
    )


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without their numbers, and without lines that stand on top or bottom of many.

    The first such line stays, for it may be the title, unless it counts something.
    """
    edges = Counter(head for page in pages for head in {_head(line) for line in _edges(page)})
    repeated = {head for head, count in edges.items() if count >= max(2, len(pages) / 2)}
    seen = {head for head in repeated if "#" in head}
    kept = []
    for page in pages:
        edge = _edges(page)
        lines = []
        for line in page:
            head = _head(line)
            if line in edge and (
                _PAGE_NUMBER.fullmatch(line) or (head in repeated and head in seen)
            ):
                continue
            seen.add(head)
            lines.append(line)
        kept.append(lines)
    return kept


def _edges(page: list[str]) -> list[str]:
    return page[:_EDGE] + page[-_EDGE:]


def _head(line: str) -> str:
    """A line as running heads are compared: the page's number in it makes no difference."""
    return re.sub(r"\d+", "#", line)


def _paragraphs(lines: list[str]) -> str:
    """Lines as paragraphs. A line that breaks within a sentence is never their end."""
    widths = sorted(len(line) for line in lines)
    full = widths[int(len(widths) * 0.8)] * 0.8 if widths else 0
    text = ""
    for line, following in pairwise([*lines, ""]):
        text += line
        going_on = following[:1].islower() or following[:1].isdigit()
        short = len(line) < full
        if re.search(r"\w-$", line) and following[:1].islower():
            text = text[:-1]
        elif (short and not going_on) or (_SENTENCE_END.search(line) and short):
            text += "\n\n"
        else:
            text += " "
    return text


def _is_garbled(text: str) -> bool:
    sample = text[:20_000]
    return sum(char.isalnum() or char.isspace() for char in sample) < len(sample) * _READABLE
