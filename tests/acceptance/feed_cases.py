"""Scores feed parsing on another project's own test feeds: title, link and date leaves.

A leaf is a title, a link or a date that a case expects of its feed or of one of its items. Titles are
kept as text here, so what a case expects is compared as text too, markup and spacing aside.
"""

import base64
import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from briefing.errors import FeedError
from briefing.sync.dates import instant
from briefing.sync.feeds import Feed, FeedItem, read_feed
from briefing.sync.pages import html_line
from briefing.text import clean_line

ADDRESS = "https://feeds.example/feed.xml"
DATES = ("published", "pubDate", "updated", "lastBuildDate", "date_published", "date_modified")
PUBLISHED = frozenset(("published", "pubDate", "date_published"))


class Leaf(NamedTuple):
    """What a case expects at a place, and what came."""

    case: str
    kind: str
    place: str
    expected: str
    found: str | None

    @property
    def right(self) -> bool:
        return self.expected == self.found


def score_feeds(path: Path) -> None:
    """Print how many leaves are right; which are wrong too, where ERRORS is set."""
    if not path.is_file():
        print(f"feeds are not scored: there is no {path}")
        return
    leaves, refused, cases = [], 0, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        cases += 1
        try:
            feed = read_feed(base64.b64decode(row["content_b64"]), ADDRESS)
        except FeedError as error:
            refused += 1
            feed = Feed("", ())
            if os.environ.get("ERRORS"):
                print(f"  refused {row['id']}: {error}")
        leaves += expected_leaves(row["id"], row["expect"], feed)
    right = sum(leaf.right for leaf in leaves)
    print(f"== feeds, {cases} cases of gofeed: {refused} refused, none crashing")
    print(f"leaves right {right} of {len(leaves)} ({right / len(leaves):.3f})")
    for kind, total in Counter(leaf.kind for leaf in leaves).items():
        good = sum(leaf.right for leaf in leaves if leaf.kind == kind)
        print(f"  {kind} {good} of {total}")
    if os.environ.get("ERRORS"):
        for leaf in leaves:
            if not leaf.right:
                print(f"  wrong {leaf.case} {leaf.place}: {leaf.found!r}, not {leaf.expected!r}")


def expected_leaves(case: str, expect: dict[str, Any], feed: Feed) -> Iterator[Leaf]:
    """The leaves that a case expects, beside what came."""
    link = _link(expect)
    if expect.get("title"):
        yield Leaf(case, "title", "feed", html_line(expect["title"]), feed.title)
    if link:
        yield Leaf(case, "link", "feed", link, feed.home)
    if date := next(
        (_date(expect, name) for name in ("updated", *DATES) if _date(expect, name)), None
    ):
        yield Leaf(case, "date", "feed", date, feed.updated)
    for number, wanted in enumerate(expect.get("items") or expect.get("entries") or ()):
        item = feed.items[number] if number < len(feed.items) else FeedItem("")
        yield from _item_leaves(case, f"item {number}", wanted, item)


def _item_leaves(case: str, place: str, expect: dict[str, Any], item: FeedItem) -> Iterator[Leaf]:
    if expect.get("title"):
        yield Leaf(case, "title", place, html_line(expect["title"]), item.title)
    if link := _link(expect):
        yield Leaf(case, "link", place, link, item.link)
    for name in DATES:
        if date := _date(expect, name):
            found = (item.published or item.updated) if name in PUBLISHED else item.updated
            yield Leaf(case, "date", f"{place} {name}", date, found)


def _link(expect: dict[str, Any]) -> str | None:
    """The first address that a case expects, of a page rather than of the feed itself."""
    links = expect.get("links") or ()
    pages = [
        one if isinstance(one, str) else one.get("href", "")
        for one in links
        if isinstance(one, str) or one.get("rel", "alternate") == "alternate"
    ]
    link = expect.get("link") or expect.get("home_page_url") or expect.get("url")
    if not link and pages and pages[0] != expect.get("feedLink"):
        link = pages[0]
    return clean_line(link or "", 2000) or None


def _date(expect: dict[str, Any], name: str) -> str | None:
    parsed = expect.get(f"{name}Parsed")
    if parsed:
        return _instant(parsed)
    return instant(expect.get(name) if isinstance(expect.get(name), str) else None)


def _instant(written: str) -> str:
    return datetime.fromisoformat(written).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
