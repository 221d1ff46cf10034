"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from html import escape
from typing import Any

from briefing.errors import FeedError
from briefing.sync.address import absolute
from briefing.sync.dates import instant
from briefing.sync.feeds import Feed, FeedItem, byline
from briefing.sync.pages import html_line
from briefing.text import clean_line


def read_json_feed(text: str, url: str) -> Feed:
    """Parse a JSON Feed fetched from ``url``.

    Raises:
        FeedError: it is no JSON, or JSON that is no feed.
    """
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        raise FeedError("the address answered with JSON that cannot be read") from None
    if not isinstance(parsed, dict) or not isinstance(parsed.get("items"), list):
        raise FeedError("the address answered with JSON that is no feed")
    language = _text(parsed, "language").lower()[:12] or None
    items = [item for item in parsed["items"] if isinstance(item, dict)]
    made = tuple(_item(item, language, url) for item in items)
    return Feed(
        title=html_line(_text(parsed, "title")),
        kind="json",
        items=made,
        home=absolute(_text(parsed, "home_page_url"), url),
        # The format has no date of its own for a feed.
        updated=max((item.updated or item.published or "" for item in made), default="") or None,
    )


def _item(item: dict[str, Any], language: str | None, url: str) -> FeedItem:
    return FeedItem(
        title=html_line(_text(item, "title")),
        link=absolute(_text(item, "url") or _text(item, "external_url"), url),
        guid=clean_line(_text(item, "id")) or None,
        published=instant(_text(item, "date_published")),
        updated=instant(_text(item, "date_modified")),
        summary_html=escape(_text(item, "summary")),
        content_html=_text(item, "content_html") or _as_html(_text(item, "content_text")),
        byline=byline(_authors(item)),
        language=_text(item, "language").lower()[:12] or language,
    )


def _text(mapping: dict[str, Any], key: str) -> str:
    """A text, or an id given as a number; empty for anything else."""
    value = mapping.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def _authors(item: dict[str, Any]) -> list[str]:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return [_text(author, "name") for author in listed if isinstance(author, dict)]


def _as_html(text: str) -> str:
    """Plain text in the form of the other bodies: its line ends are line ends."""
    return escape(text).replace("\n", "<br>")
