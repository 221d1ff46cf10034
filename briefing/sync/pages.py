"""Web pages and pieces of HTML, to text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree, html

from briefing.sync.address import absolute
from briefing.sync.charset import decode
from briefing.sync.dates import instant
from briefing.text import clean, clean_line, fold

_DROPPED = (
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "button",
    "form", "select", "textarea", "audio", "video", "figcaption",
)  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul",
))  # fmt: skip
_INLINE = (
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i",
    "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "tt", "u", "wbr",
)  # fmt: skip
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_INLINE_TAGS = re.compile(rf"</?(?:{'|'.join(_INLINE)})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_OTHER_TAGS = re.compile(
    rf"</?(?:br|td|th|{'|'.join((*_DROPPED, *sorted(_BLOCKS)))})(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_MAX_UNTAGGED = 50_000
"""Characters that these expressions are let loose on: a crafted text makes them quadratic."""

_FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json", "text/xml"}


@dataclass(frozen=True, slots=True)
class Page:
    """A web page's main text and what it says of itself. ``published`` is mostly a bare day."""

    title: str
    text: str
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None


def read_page(body: bytes, url: str, content_type: str = "") -> Page:
    """The main text of a page and its metadata; the text is empty where none stands out.

    trafilatura finds it, with precision before recall: a menu or a comment taken for the article
    would be quoted from.
    """
    from trafilatura import bare_extraction

    html = _uncommented(decode(body, content_type))
    found: Any = bare_extraction(
        html,
        url=url,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return Page(title="", text="")
    title = clean_line(unescape(found.title or ""))
    return Page(
        title=title,
        text=_without_heading(clean((found.text or "").replace("\n", "\n\n")), title),
        byline=clean_line(found.author or "") or None,
        published=instant(found.date),
        site=clean_line(found.sitename or "") or None,
        url=found.url or url,
        language=_language(html),
    )


def _uncommented(html: str) -> str:
    """The page without its comments: libraries search for their ends again and again.

    What opens a comment that never ends is left out alone, and no word behind it is lost.
    """
    first, *rest = html.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else part for part in rest)


def _without_heading(text: str, title: str) -> str:
    """The text without its first paragraph where that is the title once more."""
    first, _, rest = text.partition("\n\n")
    return rest if rest and fold(title).startswith(fold(first)) else text


def _language(html: str) -> str | None:
    found = re.search(r"<html\b[^>]*?\blang\s*=\s*[\"']?([a-zA-Z-]{2,12})", html[:20_000])
    return found[1].lower() if found else None


def html_line(fragment: str) -> str:
    """A title or a name that may hold markup, as one clean line.

    Only tags that HTML knows are dropped: "x <y> z" is what somebody wrote.
    """
    return clean_line(unescape(_untagged(fragment)))


def _untagged(fragment: str) -> str:
    if len(fragment) > _MAX_UNTAGGED:
        cut = fragment.rfind("<", _MAX_UNTAGGED - 300, _MAX_UNTAGGED)
        fragment = fragment[: cut if cut > 0 else _MAX_UNTAGGED]
    return _OTHER_TAGS.sub(" ", _INLINE_TAGS.sub("", _HIDDEN.sub(" ", fragment)))


def html_text(fragment: str) -> str:
    """A piece of HTML as clean text, its blocks as paragraphs with a blank line between them."""
    if "<" not in fragment:
        return clean(unescape(fragment))
    text = ""
    root = _tree(f"<body>{fragment}</body>")
    if root is not None:
        etree.strip_elements(root, *_DROPPED, with_tail=False)
        text = clean("".join(_pieces(root)))
    # The parser gives up on what is nested thousands deep; its words are not lost for that.
    return text or clean(unescape(_untagged(fragment)))


def page_feeds(body: bytes, content_type: str, url: str) -> list[str]:
    """As ``feed_links``, of a page's bytes."""
    return feed_links(decode(body, content_type), url)


def feed_links(page: str, url: str) -> list[str]:
    """The feeds that a page at ``url`` names in its head; feeds of comments last."""
    root = _tree(page)
    if root is None:
        return []
    bases = root.xpath("//base/@href")
    base = absolute(bases[0], url) or url if bases else url
    found: dict[str, bool] = {}
    for link in root.iter("link"):
        kind = link.get("type", "").partition(";")[0].strip().lower()
        if "alternate" in link.get("rel", "").lower().split() and kind in _FEED_TYPES:
            target = absolute(link.get("href", "").strip(), base)
            if target and target != url:
                found.setdefault(target, "comment" in f"{target} {link.get('title')}".lower())
    return sorted(found, key=lambda target: found[target])


def _tree(markup: str) -> etree._Element | None:
    """The markup as a tree; None where lxml finds nothing in it."""
    parser = html.HTMLParser(
        remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    try:
        raw = markup.replace("\0", "").encode("utf-8", "ignore")
        return html.document_fromstring(raw, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _pieces(root: etree._Element) -> Iterator[str]:
    """The tree's text in order, with the line ends that its blocks make."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        block = element.tag in _BLOCKS
        if event == "start":
            if block:
                yield "\n\n"
            elif element.tag == "br":
                yield "\n"
            elif element.tag in {"td", "th"}:
                yield " "
            yield _one_line(element.text)
        else:
            if block:
                yield "\n\n"
            yield _one_line(element.tail)


def _one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""
