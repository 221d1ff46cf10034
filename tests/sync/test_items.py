"""What items become, decided from values alone."""

from datetime import UTC, datetime

import pytest

from briefing.store.sources import FeedWords
from briefing.sync.feeds import Feed, FeedItem
from briefing.sync.items import canonical, feed_text, is_summary, plan_items
from briefing.sync.outlets import outlet_name
from briefing.sync.pages import Page
from briefing.sync.plan import pending, settle
from tests.sync.feeds import LONG

NOW = datetime(2025, 4, 11, 12, 0, tzinfo=UTC)
URL = "http://times.example/feed"


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Valdoria Times - World news RSS", "Valdoria Times"),
        ("The Ostmark Courier RSS Feed", "The Ostmark Courier"),
        ("World news | The Ostmark Courier", "The Ostmark Courier"),
        ("MW > World News", "MW"),
        ("Merrin Wire: Top stories", "Merrin Wire"),
        ("Merrin Wire » Feed", "Merrin Wire"),
        ("Merrin.example - RSS Channel - App International Edition", "Merrin.example"),
        (
            "Valdoria Times – Breaking News, World News and Video from Valdoria Times",
            "Valdoria Times",
        ),
        ("NPA News", "NPA News"),
        ("Northern Press Agency (NPA)", "Northern Press Agency (NPA)"),
        ("The Tarn-Karsk Observer", "The Tarn-Karsk Observer"),
        ("World News", "times.example"),
        ("", "times.example"),
        ("RSS", "times.example"),
    ],
)
def test_the_outlet_is_read_off_the_feeds_title(title, outlet):
    assert outlet_name(title, None, "http://www.times.example/feed") == outlet


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("HTTP://Times.Example/A?b=1&utm_source=x&UTM_Medium=y#frag", "http://times.example/A?b=1"),
        ("http://times.example/a?fbclid=1", "http://times.example/a"),
        ("http://times.example/a?q=a%20b+c", "http://times.example/a?q=a%20b+c"),
        ("javascript:alert(1)", None),
        ("http://[bad", None),
        ("http:///x", None),
        (None, None),
    ],
)
def test_addresses_lose_what_only_tracks(link, url):
    assert canonical(link) == url


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (LONG, False),
        ("Short words.", True),
        (LONG + " and then …", True),
        (LONG + " [...]", True),
        (LONG + " Read more", True),
        (LONG + "\n\nContinue reading Harbour deal signed →", True),
        ("", True),
    ],
)
def test_a_summary_is_known(text, summary):
    assert is_summary(text) is summary


def test_the_longer_body_is_taken_without_a_blogs_signature():
    item = FeedItem(
        "T",
        summary_html="short",
        content_html=f"<p>{LONG}</p><p>The post T appeared first on <a>Valdoria Times</a>.</p>",
    )
    assert feed_text(item) == LONG


def planned(*items: FeedItem):
    return plan_items(Feed("Valdoria Times", items), URL, NOW)


def test_keys_go_by_guid_then_address_then_title():
    keys = [
        one.item.key
        for one in planned(
            FeedItem("A", link="http://times.example/a?utm_source=x", guid="g"),
            FeedItem("B", link="http://times.example/b?utm_source=x"),
            FeedItem("C"),
        )
    ]
    assert keys[:2] == [f"guid:{URL}:g", f"guid:{URL}:http://times.example/b"]
    assert keys[2].startswith(f"guid:{URL}:")
    assert len(keys) == 3


def test_the_end_that_says_read_more_is_no_part_of_the_text():
    [one] = planned(
        FeedItem(
            "A", link="http://times.example/a", summary_html="<p>Votes are in. <a>Read more</a></p>"
        )
    )
    assert (one.item.text, one.wants_page) == ("Votes are in.", True)


def test_what_is_known_and_unchanged_is_left_alone():
    [one] = planned(FeedItem("A", link="http://times.example/a", summary_html="Votes."))
    key = one.item.key

    def is_taken_up(memory: FeedWords) -> bool:
        return pending([one], {key: memory}) == [one]

    assert pending([one], {}) == [one]
    assert not is_taken_up(FeedWords(key, one.words, "taken", 0))
    assert not is_taken_up(FeedWords(key, one.words, "unneeded", 0))
    assert is_taken_up(FeedWords(key, "other", "taken", 0))
    assert is_taken_up(FeedWords(key, one.words, "failed", 2))
    assert not is_taken_up(FeedWords(key, one.words, "failed", 3))


def test_a_page_is_given_up_after_three_syncs():
    [one] = planned(FeedItem("A", link="http://times.example/a", summary_html="Votes."))
    memory, rounds = None, 0
    while pending([one], {one.item.key: memory} if memory else {}):
        memory = settle(one, memory, None, tries=1).memory
        rounds += 1
    assert rounds == 3
    assert settle(one, None, None, tries=0).memory.tries == 0


def test_the_longer_text_about_the_same_thing_wins():
    [one] = planned(
        FeedItem(
            "Karsk council votes",
            link="http://times.example/a",
            summary_html="Karsk council votes on harbour.",
        )
    )
    whole = Page(
        "Karsk council votes",
        f"The Karsk council votes on the harbour. {LONG}",
        byline="Ana Brell",
        published="2025-04-10",
    )
    took = settle(one, None, whole).item
    assert (took.text, took.byline, took.published) == (whole.text, "Ana Brell", "2025-04-10")
    assert settle(one, None, Page("", "Votes.")).item == one.item
    assert settle(one, None, Page("", "Please accept all cookies now. " * 50)).item == one.item
