"""Sources are added by whatever address or list the user has."""

import asyncio
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest

from briefing.errors import FeedError, InputError
from briefing.export.opml import opml
from briefing.store.connect import connect
from briefing.store.sources import sources
from briefing.sync.discover import add
from tests.loopback import Loopback
from tests.sync.feeds import item, page, rss

NOW = datetime(2025, 4, 11, 12, 0, tzinfo=UTC)


def added(store: Path, target: str, **more) -> list[tuple[str, str]]:
    rows = asyncio.run(add(store, target, NOW, deadline=5, **more))
    return [(row.url, row.title) for row in rows]


def refused(store: Path, target: str) -> str:
    with pytest.raises(InputError) as caught:
        added(store, target)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_feed_is_added_by_its_address_with_its_title_and_only_once(server, store):
    url = server.serve("/feed", rss(item(), title="Merrin Wire"))
    assert added(store, url) == [(url, "Merrin Wire")]
    assert added(store, f"  feed:{url} ") == [(url, "Merrin Wire")]
    assert added(store, url.removeprefix("http://")) == [(url, "Merrin Wire")]
    db = connect(store)
    assert [(row.state, row.kind, row.last_ok) for row in sources(db)] == [("new", "feed", None)]
    db.close()


def test_a_page_is_added_by_the_feed_it_names(server, store):
    feed = server.serve("/news.xml", rss(item(), title="Merrin Wire"))
    server.serve("/dead.xml", status=404)
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/dead.xml">'
        '<link rel="alternate" type="application/rss+xml" href="/news.xml">'
    )
    assert added(store, server.serve("/", page("Hello", head=head), type="text/html")) == [
        (feed, "Merrin Wire")
    ]


def test_a_page_that_names_no_feed_is_tried_in_the_common_places(server, store):
    feed = server.serve("/rss.xml", rss(item(), title="Merrin Wire"))
    assert added(store, server.serve("/news/today", page("Hello"), type="text/html")) == [
        (feed, "Merrin Wire")
    ]


def test_a_page_cannot_send_us_elsewhere_in_our_own_network(server, store):
    with Loopback() as other:
        secret = other.serve("/feed", rss(item()))
        head = f'<link rel="alternate" type="application/rss+xml" href="{secret}">'
        refused(store, server.serve("/", page("Hello", head=head), type="text/html"))
        assert other.requests == []


def test_what_has_no_feed_is_refused_in_one_line(server, store):
    url = server.serve("/", page("Hello"), type="text/html")
    assert (
        refused(store, url)
        == "the address answered with a web page, not a feed: give its feed's address"
    )
    url = server.serve("/gone", status=404)
    assert refused(store, url) == "the server answered 404"
    assert refused(store, "http://nobody.invalid/") == "could not find the server"
    for nonsense in ("", "file:///etc/passwd", "--help", "http://"):
        assert refused(store, nonsense)
    with pytest.raises(FeedError):
        added(store, url)


def test_a_list_of_feeds_is_added_whole_however_nested(store, tmp_path):
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<?xml version="1.0" encoding="ISO-8859-1"?><opml version="1.0"><head><title>My feeds</title></head><body>'
        '<outline text="News"><outline text="Deep"><outline type="rss" text="Valdoria &amp; Times" xmlUrl="http://times.example/feed"/></outline>'
        '<outline title="Merrin Wire" text="x" xmlurl="https://wire.example/feed?a=1&amp;b=2" htmlUrl="https://wire.example/"/></outline>'
        '<outline text="again" xmlUrl="http://times.example/feed"/><outline text="bad" xmlUrl="javascript:alert(1)"/>'
        "<outline text='Caf\xe9' xmlUrl='http://cafe.example/feed'/></body></opml>",
        encoding="iso-8859-1",
    )
    expected = [
        ("http://times.example/feed", "Valdoria & Times"),
        ("https://wire.example/feed?a=1&b=2", "Merrin Wire"),
        ("http://cafe.example/feed", "Café"),
    ]
    assert added(store, str(path)) == expected
    assert added(store, str(path)) == expected


NESTED = """<?xml version="1.0"?><opml version="2.0"><head><title>mine</title></head><body>
<outline text="News &amp; more"><outline><outline title="East/West" text="x">
<outline type="rss" text="Merrin Wire" xmlUrl="https://wire.example/feed?a=1&amp;b=2"/></outline></outline>
<outline text="Valdoria Times" xmlUrl="http://times.example/feed"/></outline>
<outline text="Alone" xmlUrl="http://alone.example/feed"/>
<outline text="Again"><outline text="Alone" xmlUrl="http://alone.example/feed"/></outline></body></opml>"""


def folders(store: Path) -> dict[str, tuple[str, ...]]:
    db = connect(store)
    found = {row.title: row.folder for row in sources(db)}
    db.close()
    return found


def test_a_lists_folders_are_kept_and_the_same_list_comes_out_of_it(store, tmp_path):
    path = tmp_path / "feeds.opml"
    path.write_text(NESTED)
    first = added(store, str(path))
    kept = {
        "Merrin Wire": ("News & more", "East/West"),
        "Valdoria Times": ("News & more",),
        "Alone": (),
    }
    assert folders(store) == kept
    db = connect(store)
    written = opml(sources(db))
    db.close()
    (other := tmp_path / "out.opml").write_text(written)
    fresh = tmp_path / "fresh.db"
    assert added(fresh, str(other)) == first
    assert folders(fresh) == kept


def test_a_source_moves_to_the_folder_of_a_newer_list_and_stays_where_none_is_named(
    store, tmp_path
):
    (path := tmp_path / "feeds.opml").write_text(NESTED)
    added(store, str(path))
    path.write_text(NESTED.replace("News &amp; more", "Abroad").replace(' title="East/West"', ""))
    added(store, str(path))
    assert folders(store)["Merrin Wire"] == ("Abroad", "x")
    path.write_text('<opml><body><outline xmlUrl="http://times.example/feed"/></body></opml>')
    added(store, str(path))
    assert folders(store)["Valdoria Times"] == ("Abroad",)


def test_hostile_folders_are_cleaned_and_bounded(store, tmp_path):
    name = "<b>\u202e[/]</b> &#27;[2J " + "x" * 5000
    deep = "".join(f'<outline text="{escape(name)} {n}">' for n in range(100))
    (path := tmp_path / "feeds.opml").write_text(
        f'<opml><body>{deep}<outline text="W" xmlUrl="https://wire.example/feed"/>'
    )
    added(store, str(path))
    [folder] = folders(store).values()
    assert len(folder) == 8
    assert {len(one) for one in folder} == {80}
    assert all(one.startswith("[/] [2J x") for one in folder)
    db = connect(store)
    assert "\x1b" not in opml(sources(db))
    db.close()


def test_a_list_may_stand_at_an_address(server, store):
    url = server.serve(
        "/list", '<opml><body><outline text="W" xmlUrl="https://wire.example/feed"/></body></opml>'
    )
    assert added(store, url) == [("https://wire.example/feed", "W")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no OPML list"),
        (b"\x00\x01", "it is no OPML list"),
        (b"<html></html>", "it is no OPML list"),
        (b"<opml><body/></opml>", "the list names no feeds"),
        (
            b'<!DOCTYPE o [<!ENTITY a "b">]><opml><body/></opml>',
            "the list defines XML entities of its own, which can be a trap",
        ),
    ],
)
def test_a_list_that_cannot_be_used_says_why(store, tmp_path, content, reason):
    path = tmp_path / "feeds.opml"
    path.write_bytes(content)
    assert refused(store, str(path)) == reason


def test_a_list_that_is_not_there_says_so(store, tmp_path):
    reason = refused(store, str(tmp_path / "no.opml"))
    assert reason == "there is no such file or folder: check how it is spelled"
