"""The Guardian's Open Platform (https://open-platform.theguardian.com/documentation/search).

A source is a search: ``guardian:WORDS``, with the search's own AND, OR, NOT, phrases and brackets;
``section=world`` and ``tag=world/nato`` among the words narrow it.
"""

import json
import re
from typing import Any
from urllib.parse import urlencode

from briefing.errors import FeedError, InputError
from briefing.sync.dates import instant
from briefing.sync.feeds import Feed, FeedItem
from briefing.sync.pages import html_line
from briefing.sync.reader import Request, SourceReader

SEARCH = "https://content.guardianapis.com/search"

MOST = 50
"""Articles that one answer may hold, as its documentation has it."""

_NARROWED = re.compile(r"\b(section|tag)=(\S+)")


class Guardian(SourceReader):
    """Articles of The Guardian, whole, the newest first."""

    key_from = "https://open-platform.theguardian.com/access/"
    search = SEARCH

    def request(self, address: str, key: str | None) -> Request:
        """The search, with the user's key."""
        words = " ".join(_NARROWED.sub(" ", address).split())
        narrowed = dict(_NARROWED.findall(address))
        if not words and not narrowed:
            raise InputError('say what to search for, as in  briefing add "guardian:grain accord"')
        asked = {
            **({"q": words} if words else {}),
            **narrowed,
            "order-by": "newest",
            "show-fields": "headline,byline,body,trailText",
            "page-size": str(MOST),
            "api-key": key or "",
        }
        return Request(f"{self.search}?{urlencode(asked)}")

    def read(self, body: bytes, url: str, content_type: str) -> Feed:  # noqa: ARG002  it is JSON
        """The articles of an answer."""
        try:
            answer: Any = json.loads(body)["response"]
            results = answer["results"]
            items = tuple(_item(one) for one in results if isinstance(one, dict))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise FeedError(f"The Guardian's answer is no list of articles{_said(body)}") from None
        return Feed("The Guardian", items, home="https://www.theguardian.com/")


def _item(one: dict[str, Any]) -> FeedItem:
    fields = one.get("fields")
    told = {name: value for name, value in (fields or {}).items() if isinstance(value, str)}
    body = told.get("body", "")
    return FeedItem(
        title=html_line(told.get("headline") or str(one["webTitle"])),
        link=str(one["webUrl"]),
        guid=str(one["id"]),
        published=instant(str(one.get("webPublicationDate") or "")),
        content_html=body,
        summary_html=told.get("trailText", ""),
        byline=html_line(told.get("byline", "")) or None,
        language="en",
        outlet="The Guardian",
        is_whole=bool(body),
    )


def _said(body: bytes) -> str:
    """What the service says is wrong, where it says so."""
    try:
        answer: Any = json.loads(body)
        said = answer.get("message") or answer.get("response", {}).get("message")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return f": {html_line(str(said))[:200]}" if said else ""
