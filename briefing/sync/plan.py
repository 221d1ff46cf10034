"""What becomes of a feed's items, decided from values alone: which are new, which want pages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefing.model import Item
from briefing.store.sources import FeedWords
from briefing.sync.items import Planned
from briefing.sync.pages import Page
from briefing.text import fold

PAGE_TRIES = 3
"""Times an item's page is asked for before the feed's own words are left to stand."""

GONE = frozenset({401, 402, 403, 404, 410, 451})
"""Answers of a page that a later sync would only get again."""

BELONGS = 0.4
"""Share of a summary's longer words that its page must hold: a consent form or a paywall's notice
holds next to none of them, an article nearly all."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What becomes of a planned item: what to store, if anything, and what to remember of it."""

    item: Item | None
    memory: FeedWords


def pending(planned: Iterable[Planned], known: Mapping[str, FeedWords]) -> list[Planned]:
    """The items to be taken up: new ones, changed ones, and those whose page may come yet."""
    return [one for one in planned if _is_pending(one, known.get(one.item.key))]


def _is_pending(one: Planned, known: FeedWords | None) -> bool:
    if known is None or known.words != one.words:
        return True
    return known.page == "failed" and known.tries < PAGE_TRIES


def settle(one: Planned, known: FeedWords | None, page: Page | None, *, tries: int = 0) -> Settled:
    """Decide between the feed's words and its page's.

    A page that could not be had leaves an article that was once read in full as it is.

    Args:
        one: the item as its feed makes it.
        known: what is remembered of it.
        page: its page, where one was wanted and came.
        tries: the times its page failed now: 0 where its turn did not come.
    """
    settled = _settle(one, known, page, tries)
    if settled.item and not settled.item.published:
        return replace(settled, item=replace(settled.item, published=one.seen))
    return settled


def _settle(one: Planned, known: FeedWords | None, page: Page | None, tries: int) -> Settled:
    key = one.item.key
    if not one.wants_page:
        return Settled(one.item, FeedWords(key, one.words, "unneeded", 0))
    if page is not None:
        if is_fuller(one.item, page):
            return Settled(_with_page(one.item, page), FeedWords(key, one.words, "taken", 0))
        return Settled(one.item, FeedWords(key, one.words, "unneeded", 0))
    failures = tries + (known.tries if known else 0)
    if known and known.page == "taken":
        given_up = failures >= PAGE_TRIES
        words, failures = (one.words, 0) if given_up else (known.words, failures)
        return Settled(None, FeedWords(key, words, "taken", failures))
    return Settled(one.item, FeedWords(key, one.words, "failed", failures))


def waits_for_page(settled: Settled, one: Planned) -> bool:
    """True where the next sync must see this item again, changed or not."""
    memory = settled.memory
    return memory.words != one.words or (memory.page == "failed" and memory.tries < PAGE_TRIES)


def is_fuller(item: Item, page: Page) -> bool:
    """True where the page's text says more than the feed's and is about the same thing."""
    if len(page.text) <= len(item.text):
        return False
    wanted = {word for word in _words(f"{item.title} {item.text}") if len(word) > 3}
    return len(wanted & set(_words(page.text))) >= BELONGS * len(wanted)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text[:20_000]))


def _with_page(item: Item, page: Page) -> Item:
    made = item.title_made and bool(page.title)
    return replace(
        item,
        text=page.text,
        title=page.title if made else item.title,
        title_made=item.title_made and not page.title,
        byline=item.byline or page.byline,
        published=item.published or page.published,
    )
