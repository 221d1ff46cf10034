"""A page without a feed as a source: an article that changes as the page does."""

from datetime import timedelta

import pytest

from briefing.errors import FeedError
from tests.loopback import Loopback
from tests.sync.feeds import LONG, page
from tests.sync.test_sync import NOW, added, articles, columns, counts, synced

TITLE = "Statement of the harbour council"


def test_a_page_becomes_an_article_and_its_changes_revisions(server, store):
    url = server.serve("/statement", page(LONG, TITLE), type="text/html", etag='"1"')
    [source] = added(store, url)
    assert (source.kind, source.title, source.url) == ("page", TITLE, url)
    assert counts(synced(store)[0]) == (1, 0, 0)
    assert articles(store) == {TITLE: LONG}
    assert columns(store, "url FROM articles") == [(url,)]

    [row] = synced(store)
    assert (server.asked("/statement")[-1].status, counts(row)) == (304, (0, 0, 1))

    server.serve("/statement", page(f"{LONG}\n\nThe mayor has withdrawn.", TITLE), type="text/html")
    assert counts(synced(store)[0]) == (0, 1, 0)
    assert columns(store, "text FROM revisions") == [(LONG,)]
    assert articles(store)[TITLE].endswith("The mayor has withdrawn.")
    assert counts(synced(store, NOW + timedelta(days=9))[0]) == (0, 0, 1)


def test_a_page_is_asked_for_as_robots_txt_has_it(server, store):
    url = server.serve("/statement", page(LONG, TITLE), type="text/html")
    server.serve("/robots.txt", "User-agent: briefing\nDisallow: /state", type="text/plain")
    with pytest.raises(FeedError, match="no feed, and its"):
        added(store, url)
    server.serve("/robots.txt", "", type="text/plain")
    added(store, url)
    server.serve("/robots.txt", "User-agent: *\nDisallow: /", type="text/plain")
    before = len(server.asked("/statement"))
    [row] = synced(store)
    assert (row.state, row.error) == ("failed", "its robots.txt asks that programs leave it alone")
    assert len(server.asked("/statement")) == before


def test_a_page_that_is_empty_or_comes_from_elsewhere_keeps_what_came(server, store):
    url = server.serve("/statement", page(LONG, TITLE), type="text/html")
    added(store, url)
    synced(store)
    server.serve("/statement", "<html><body></body></html>", type="text/html")
    [row] = synced(store)
    assert (row.state, row.error.startswith("the page holds no article")) == ("failed", True)
    with Loopback("127.0.0.2") as portal:
        sign_in = portal.serve("/", page("Please sign in. " * 50, "Sign in"), type="text/html")
        server.redirect("/statement", sign_in.replace("127.0.0.1", "127.0.0.2"))
        [row] = synced(store, private=frozenset({"127.0.0.2"}))
    assert "it leads to 127.0.0.2" in row.error
    assert articles(store) == {TITLE: LONG}
    server.serve("/statement", status=410)
    assert synced(store)[0].state == "muted"


def test_a_page_that_is_added_twice_is_one_source_and_one_article(server, store):
    url = server.serve("/statement", page(LONG, TITLE), type="text/html")
    added(store, url)
    synced(store)
    added(store, url)
    assert [counts(row) for row in synced(store)] == [(0, 0, 1)]


def test_a_form_or_a_menu_is_no_source(server, store):
    url = server.serve("/", page("Accept all cookies?", "Your choices"), type="text/html")
    with pytest.raises(FeedError, match="not a feed: give its feed's address"):
        added(store, url)
