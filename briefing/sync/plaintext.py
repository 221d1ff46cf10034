"""A text or a saved page, to an item: its header read and taken off, its lines made paragraphs."""

import hashlib
import re
from dataclasses import replace

from briefing.model import Item
from briefing.reading.header import Header, made_title, read_header
from briefing.sync.charset import decode
from briefing.sync.items import canonical
from briefing.sync.pages import html_text, read_page
from briefing.text import clean, clean_line, fold

_WIDEST_WRAP = 100
"""Longest line, in characters, of a text that a mail program or a terminal wrapped."""

_NARROWEST_WRAP = 40
"""Shortest full line of such a text; below, lines are a list's or a poem's."""

_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s")
_MARKDOWN = (
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"^(?:#{2,6}|>)\s+", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
)


def text_item(text: str, key: str | None, *, markdown: bool = False) -> Item | None:
    """A plain text as an item; None where nothing is left of it.

    Without a ``key`` it goes by a fingerprint of its words. Header lines become fields; a caption
    and the dateline stay in the text, where the engine finds them again.
    """
    text = clean(text)
    if markdown:
        for pattern, kept in _MARKDOWN:
            text = pattern.sub(kept, text)
    return titled(Item(title="", text=text, key=key or ""))


def html_item(body: bytes, key: str | None) -> Item | None:
    """A saved web page as an item; None where it has no text."""
    page = read_page(body, "")
    text = page.text or html_text(decode(body))
    item = Item(
        title=page.title,
        text=text,
        key=key or "",
        url=canonical(page.url),
        outlet=page.site,
        byline=page.byline,
        published=page.published,
        language=(page.language or "").partition("-")[0] or None,
    )
    return titled(item)


def titled(item: Item) -> Item | None:
    """The item with what its text's header says, where it does not say so itself.

    The header's lines are taken off, and the title is made from the lead where there is none.
    """
    header = read_header(item.text)
    given = clean_line(item.title)
    text = paragraphs(_without_header(item.text, header, given))
    title = given or clean_line(header.title or "")
    if not text and not title:
        text = paragraphs(item.text)
    made = "" if title else clean_line(made_title(text, read_header(text)))
    if not title and not made:
        return None
    return replace(
        item,
        title=title or made,
        title_made=not title,
        text=text,
        key=item.key or _fingerprint(title, text),
        outlet=clean_line(item.outlet or header.outlet or "") or None,
        outlet_inferred=not item.outlet and header.outlet_inferred,
        byline=clean_line(item.byline or header.byline or "") or None,
        place=item.place or clean_line(header.place or "") or None,
        published=item.published or header.published,
    )


def _fingerprint(title: str, text: str) -> str:
    return f"text:{hashlib.sha256(f'{title} {text}'.encode()).hexdigest()[:32]}"


def _without_header(text: str, header: Header, title: str) -> str:
    """The text without the lines that are metadata alone, and without its title.

    Where a title came along, the first line is taken off only if it says the same.
    """
    kept = text[header.body :]
    for start, end in sorted(header.lines, reverse=True):
        if start >= header.body:
            kept = kept[: start - header.body] + kept[end - header.body :]
    if title and header.title and header.title in text and fold(header.title) != fold(title):
        kept = f"{header.title}\n\n{kept}"
    first, _, rest = kept.lstrip().partition("\n")
    return rest if rest.strip() and title and fold(first) == fold(title) else kept


def paragraphs(text: str) -> str:
    """A text with a blank line between its paragraphs and no line break within one.

    Lines that a mail program wrapped are joined; where no line is blank, each is a paragraph.
    Lines of a list stay as they are.
    """
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", clean(text))]
    return clean("\n\n".join(_paragraph(lines) for lines in blocks))


def _paragraph(lines: list[str]) -> str:
    if len(lines) == 1 or any(_ITEM.match(line) for line in lines[1:]):
        return "\n".join(lines)
    if not _is_wrapped(lines):
        return "\n\n".join(lines)
    joined = lines[0]
    for line in lines[1:]:
        joined += line if re.search(r"\w-$", joined) else f" {line}"
    return joined


def _is_wrapped(lines: list[str]) -> bool:
    """Whether line breaks stand for spaces: full lines of one width that end anywhere."""
    full = lines[:-1]
    widest = max(len(line) for line in lines)
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return False
    ends = sum(1 for line in full if _SENTENCE_END.search(line))
    even = sum(1 for line in full if len(line) >= widest * 0.7)
    return ends <= len(full) / 2 and even > len(full) / 2
