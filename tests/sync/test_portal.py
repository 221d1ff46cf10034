"""A network that wants its users to sign in answers for every server: it is told once, and harms nothing."""

import json

import pytest

from briefing.store.connect import connect, writing
from briefing.store.sources import add_source
from tests.calling import briefing
from tests.loopback import Loopback, Route
from tests.sync.feeds import LONG, item, page, rss
from tests.sync.test_sync import NOW, articles, columns, synced

SIGN_IN = "this network asks to sign in first: open a page in the browser, then sync again"
KEPT = "url, etag, last_modified, validated, next_check, failures, quiet, moved_to, items, last_ok FROM sources"
FEEDS = 4


@pytest.fixture
def world():
    """A server at every address of 127.0.0.0/8, each a host of its own."""
    with Loopback("0.0.0.0") as running:
        yield running


@pytest.fixture
def urls(world, store) -> list[str]:
    """Feeds of four hosts, synced once."""
    found = []
    for n in range(FEEDS):
        text = f"{LONG} {n}"
        world.serve(f"/{n}", rss(item(f"Report {n}", text, f"http://t.example/{n}")), etag=f'"{n}"')
        found.append(world.url(f"/{n}", f"127.1.0.{n + 1}"))
    db = connect(store)
    with writing(db):
        for url in found:
            add_source(db, url, now="2025-04-11T12:00:00Z")
    db.close()
    assert {row.state for row in synced(store)} == {"ok"}
    return found


def captured(world: Loopback, how: str, port: int) -> None:
    """Have the network answer in place of every feed."""
    for n in range(FEEDS):
        asked = f"http://127.1.0.{n + 1}:{port}/{n}"
        body = page(f"Sign in to go on to {asked} at 12:0{n}.", "Café Valdoria").encode()
        if how == "a page":
            world.routes[f"/{n}"] = Route(body, type="text/html")
        elif how == "511":
            world.routes[f"/{n}"] = Route(body, status=511, type="text/html")
        elif how == "a private host":
            world.redirect(f"/{n}", f"http://192.168.77.1/login?from={asked}")
        else:
            world.redirect(f"/{n}", f"http://login.invalid/?from={asked}", 301)


@pytest.mark.parametrize(
    ("how", "line"),
    [
        ("a page", f"one page answered in place of 4 sources: {SIGN_IN}"),
        ("a private host", f"192.168.77.1 answered in place of 4 sources: {SIGN_IN}"),
        ("another host", f"login.invalid answered in place of 4 sources: {SIGN_IN}"),
        ("511", SIGN_IN),
    ],
)
def test_a_network_that_answers_for_all_is_told_and_harms_nothing(world, store, urls, how, line):
    before, had = columns(store, KEPT), articles(store)
    captured(world, how, world.port)
    for _ in range(2):  # a redirect that is seen twice would be remembered
        rows = synced(store)
        assert [(row.state, row.error) for row in rows] == [("failed", line)] * FEEDS
    assert columns(store, KEPT) == before
    assert articles(store) == had

    for n in range(FEEDS):
        world.serve(f"/{n}", rss(item(f"Later {n}", f"{LONG} later {n}", f"http://t.example/l{n}")))
    assert [(row.state, row.new) for row in synced(store)] == [("ok", 1)] * FEEDS


def test_pages_of_two_hosts_are_their_own(world, store, urls):
    for n in range(2):
        world.serve(f"/{n}", page("We moved."), type="text/html")
    rows = synced(store, NOW)
    assert [row.state for row in rows] == ["failed", "failed", "ok", "ok"]
    assert all((row.error or "").startswith("a web page came") for row in rows[:2])
    assert columns(store, "failures FROM sources WHERE failures") == [(1,), (1,)]


def test_where_most_sources_come_in_the_network_is_open(world, store, urls):
    db = connect(store)
    with writing(db):
        for n in range(4):
            path = f"/more{n}"
            world.serve(path, rss(item(f"More {n}", f"{LONG} more {n}", f"http://t.example/m{n}")))
            add_source(db, world.url(path, f"127.2.0.{n + 1}"), now="2025-04-11T12:00:00Z")
    db.close()
    for n in range(3):
        world.serve(f"/{n}", page("Closed for good."), type="text/html")
    rows = synced(store)
    assert [row.state for row in rows] == ["failed"] * 3 + ["ok"] * 5
    assert not any("answered in place of" in (row.error or "") for row in rows)


def test_the_table_says_it_in_one_line(world, store, urls, tmp_path):
    captured(world, "a page", world.port)
    ran = briefing("--db", store, "sync", home=tmp_path)
    table = ran.out[ran.out.index("\nnew ") :]
    assert ran.code == 1
    assert table.count("answered in place of 4 sources") == 1
    assert "failed           4" in table
    ran = briefing("--db", store, "sync", "--json", home=tmp_path)
    assert len({json.loads(line)["error"] for line in ran.out.splitlines()}) == 1
