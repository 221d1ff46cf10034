"""GDELT's DOC 2.0 API (https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/): the world's news.

A source is a search of the last three months: ``gdelt:WORDS``, with its own phrases, OR in brackets
and operators such as ``sourcelang:english``, ``sourcecountry:france`` or ``domainis:ap.org``.
"""

import json
from typing import Any
from urllib.parse import urlencode

from briefing.errors import FeedError, InputError
from briefing.sync.charset import decode
from briefing.sync.dates import instant
from briefing.sync.feeds import Feed, FeedItem
from briefing.sync.pages import html_line
from briefing.sync.reader import Request, SourceReader

SEARCH = "https://api.gdeltproject.org/api/v2/doc/doc"

MOST = 250
"""Articles that one answer may hold."""


class Gdelt(SourceReader):
    """What many outlets wrote, as titles and addresses; the articles come from their own pages."""

    pause = 5.0  # as its answer to who asks faster says
    search = SEARCH

    def request(self, address: str, key: str | None) -> Request:  # noqa: ARG002  it needs none
        """The search, the newest first."""
        words = " ".join(address.split())
        if not words:
            raise InputError('say what to search for, as in  briefing add "gdelt:grain accord"')
        asked = {
            "query": words,
            "mode": "ArtList",
            "format": "json",
            "sort": "DateDesc",
            "maxrecords": str(MOST),
        }
        return Request(f"{self.search}?{urlencode(asked)}")

    def read(self, body: bytes, url: str, content_type: str) -> Feed:  # noqa: ARG002  it is JSON
        """The articles of an answer, which is a plain line where the search is wrong."""
        text = decode(body).strip()
        if not text.startswith("{"):
            raise FeedError(f"GDELT says: {html_line(text[:300]) or 'nothing'}")
        try:
            # Some titles hold raw control characters.
            articles: Any = json.loads(text, strict=False).get("articles", [])
            items = tuple(_item(one) for one in articles if isinstance(one, dict))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise FeedError("GDELT's answer is no list of articles") from None
        return Feed("GDELT", items)


def _item(one: dict[str, Any]) -> FeedItem:
    """A found article. When it was seen is not when it was published; its page may say that."""
    link = str(one["url"])
    return FeedItem(
        title=html_line(str(one.get("title") or "")),
        link=link,
        guid=link,
        language="en" if one.get("language") == "English" else None,
        outlet=html_line(str(one.get("domain") or "")) or None,
        seen=instant(str(one.get("seendate") or "")),
    )
