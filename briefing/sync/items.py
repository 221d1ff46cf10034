"""What a feed's items become: articles in the making, from values alone."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from briefing.model import Item
from briefing.sync.dates import iso
from briefing.sync.feeds import Feed, FeedItem
from briefing.sync.outlets import outlet_name
from briefing.sync.pages import html_text
from briefing.text import clean_line

SHORT = 120
"""Words below which a feed's text is taken for a summary of the page it links to."""

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|wt\.\w+|at_medium|at_campaign"
    r"|cmpid|ocid|ns_\w+|guccounter|smid|xtor|_hs(?:enc|mi)"
)
_CUT = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|(?:read|see) (?:more|on)|(?:continue|keep) reading\b.{0,60}"
    r"|read the (?:full|whole|rest)\b.{0,40}|full (?:story|article))[\s.»>→…]*$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*\[?(?:(?:read|see) (?:more|on)|(?:continue|keep) reading\b.{0,60}"
    r"|read the (?:full|whole|rest)\b.{0,40}|\[(?:…|\.\.\.)\])\]?[\s.»>→…]*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"\n*^The post .{1,300} (?:appeared first on|first appeared on) .{1,200}$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Planned:
    """An item as its feed alone makes it. ``words`` is a fingerprint of the feed's own words."""

    item: Item
    words: str
    wants_page: bool
    seen: str | None = None
    """When somebody saw it, for where nothing says when it was published."""


def plan_items(feed: Feed, source_url: str, now: datetime) -> list[Planned]:
    """What each item of a feed becomes. An item with neither title nor text becomes nothing."""
    outlet = outlet_name(feed.title, feed.home, source_url)
    shared = Counter(item.guid for item in feed.items if item.guid)
    planned: dict[str, Planned] = {}
    for item in feed.items:
        made = _planned(item, source_url, outlet, now, guid_is_own=shared[item.guid or ""] == 1)
        if made:
            planned.setdefault(made.item.key, made)
    return list(planned.values())


def _planned(
    item: FeedItem, source_url: str, outlet: str, now: datetime, *, guid_is_own: bool
) -> Planned | None:
    text = feed_text(item)
    title = item.title or _title_from(text)
    if not title:
        return None
    url = canonical(item.link)
    words = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:32]
    name = (item.guid if guid_is_own else None) or url or hashlib.sha256(title.encode()).hexdigest()
    made = Item(
        title=title,
        text=_MORE.sub("", text).strip(),
        key=f"guid:{source_url}:{name}",
        title_made=not item.title,
        external_id=item.guid,
        url=url,
        outlet=item.outlet or outlet or None,
        byline=item.byline,
        published=_not_ahead(item.published or item.updated, now),
        language=(item.language or "").partition("-")[0] or None,
    )
    wants_page = url is not None and not item.is_whole and is_summary(text)
    return Planned(made, words, wants_page, _not_ahead(item.seen, now))


def feed_text(item: FeedItem) -> str:
    """The longer of an item's two bodies as text, without a blog's signature."""
    bodies = {body: None for body in (item.content_html, item.summary_html) if body}
    texts = (_SIGNATURE.sub("", html_text(body)).strip() for body in bodies)
    return max(texts, key=len, default="")


def is_summary(text: str) -> bool:
    """True where a feed's text looks like the start or the gist of a longer one."""
    return len(text.split()) < SHORT or bool(_CUT.search(text[-200:]))


def canonical(link: str | None) -> str | None:
    """An address without its fragment, a name and password, and what tracks who followed it."""
    if not link:
        return None
    try:
        parts = urlsplit(clean_line(link, 2000))
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name.lower())]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    host = parts.netloc.rpartition("@")[2].lower()
    return urlunsplit((parts.scheme.lower(), host, parts.path, query, ""))


def _title_from(text: str) -> str:
    """A title for an item that has none: the first words of its text."""
    line = text.split("\n", 1)[0]
    if len(line) <= 90:
        return line
    return line[:90].rsplit(" ", 1)[0].rstrip(" ,;:.-–—") + " …"


def _not_ahead(published: str | None, now: datetime) -> str | None:
    """A date of the future is a mistake, and would stand above everything else for good."""
    return None if published and published > iso(now + timedelta(days=1)) else published
