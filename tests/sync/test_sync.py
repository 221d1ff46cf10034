"""A reader adds a feed, syncs it, and keeps what came when the outlet is gone."""

import asyncio
import fcntl
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.errors import InputError, LockedStore
from briefing.rows import SourceRow
from briefing.store.articles import article_text
from briefing.store.connect import connect
from briefing.sync.discover import add
from briefing.sync.run import Progress, Wishes, sync
from tests.loopback import Loopback
from tests.sync.feeds import LONG, item, page, rss

NOW = datetime(2025, 4, 11, 12, 0, tzinfo=UTC)


def added(store: Path, target: str) -> list[SourceRow]:
    return asyncio.run(add(store, target, NOW, deadline=5))


def synced(store: Path, now: datetime = NOW, **more) -> list[SourceRow]:
    wishes = Wishes(**{"deadline": 2, **more})
    return asyncio.run(sync(store, now=now, progress=lambda _: None, wishes=wishes))


def articles(store: Path) -> dict[str, str]:
    db = connect(store)
    try:
        return {
            row["title"]: article_text(db, row["id"])
            for row in db.execute("SELECT id, title FROM articles")
        }
    finally:
        db.close()


def columns(store: Path, what: str) -> list[tuple]:
    db = connect(store)
    try:
        return [tuple(row) for row in db.execute(f"SELECT {what} ORDER BY 1")]
    finally:
        db.close()


def counts(row: SourceRow) -> tuple[int, int, int]:
    return row.new, row.updated, row.unchanged


def test_only_what_is_new_or_edited_comes_in_and_all_stays_when_the_server_goes(store, tmp_path):
    first = item("Harbour deal signed", LONG, guid="a")
    second = item(
        "Rail strike ends", LONG.replace("harbour", "rail"), "http://times.example/rail", "b"
    )
    with Loopback() as server:
        url = server.serve("/feed", rss(first), etag='"one"')
        [source] = added(store, url)
        assert (source.state, source.title) == ("new", "Valdoria Times - World news RSS")

        [row] = synced(store)
        assert (row.state, row.error, counts(row)) == ("ok", None, (1, 0, 0))
        assert row.last_ok == "2025-04-11T12:00:00Z"

        [row] = synced(store)
        assert server.requests[-1].status == 304
        assert (row.state, counts(row)) == ("ok", (0, 0, 1))

        server.serve("/feed", rss(first, second), etag='"two"')
        [row] = synced(store)
        assert counts(row) == (1, 0, 1)

        edited = item("Harbour deal signed", LONG + " The mayor has since withdrawn.", guid="a")
        server.serve("/feed", rss(edited, second), etag='"three"')
        [row] = synced(store)
        assert counts(row) == (0, 1, 1)

    [row] = synced(store)
    assert (row.state, counts(row)) == ("failed", (0, 0, 0))
    assert row.error == "the server refused the connection"
    assert row.last_ok == "2025-04-11T12:00:00Z"
    assert set(articles(store)) == {"Harbour deal signed", "Rail strike ends"}
    assert articles(store)["Harbour deal signed"].endswith("has since withdrawn.")


def test_an_article_carries_what_its_feed_says_of_it(server, store):
    link = "http://times.example/a?id=7&utm_source=rss&fbclid=x#top"
    body = (
        f"<p>First &amp; best.</p><p>Second <b>para</b>graph. {LONG}</p><script>alert(1)</script>"
    )
    entry = item("Storm <b>hits</b> Karsk &amp; Tarn", body, link, "g1").replace(
        "</item>", "<author>desk@times.example (Ana Brell)</author></item>"
    )
    added(store, server.serve("/feed", rss(entry)))
    synced(store)
    [found] = columns(
        store,
        "a.title, a.text, a.url, a.published, a.byline, o.name, a.key, a.external_id"
        " FROM articles a JOIN outlets o ON o.id = a.outlet_id",
    )
    assert found == (
        "Storm hits Karsk & Tarn",
        f"First & best.\n\nSecond paragraph. {LONG}",
        "http://times.example/a?id=7",
        "2025-04-11T09:30:00Z",
        "Ana Brell",
        "Valdoria Times",
        f"guid:{server.url('/feed')}:g1",
        "g1",
    )


def test_the_full_page_is_fetched_for_a_summary_once(server, store):
    whole = (
        f"The harbour deal was signed in Karsk.\n\n{LONG}\n\nThe mayor of Karsk left before noon."
    )
    link = server.serve("/harbour", page(whole), type="text/html")
    feed = server.serve(
        "/feed", rss(item("Harbour deal signed", "The harbour deal was signed …", link))
    )
    added(store, feed)
    [row] = synced(store)
    assert counts(row) == (1, 0, 0)
    text = articles(store)["Harbour deal signed"]
    assert text.startswith("The harbour deal was signed in Karsk.\n\nSentence 1")
    assert text.endswith("\n\nThe mayor of Karsk left before noon.")
    assert "Copyright" not in text
    assert "Sport" not in text

    [row] = synced(store)
    assert counts(row) == (0, 0, 1)
    assert len(server.asked("/harbour")) == 1


def test_a_page_that_fails_leaves_the_summary_and_is_tried_again(server, store):
    link = server.serve("/harbour", "busy", status=503)
    added(
        store,
        server.serve(
            "/feed", rss(item("Harbour deal signed", "The deal was signed.", link)), etag='"e"'
        ),
    )
    [row] = synced(store)
    assert (row.state, counts(row)) == ("ok", (1, 0, 0))
    assert articles(store) == {"Harbour deal signed": "The deal was signed."}

    server.serve(
        "/harbour", page(f"The harbour deal was signed in Karsk.\n\n{LONG}"), type="text/html"
    )
    [row] = synced(store)
    assert counts(row) == (0, 1, 0)
    assert LONG in articles(store)["Harbour deal signed"]
    synced(store)
    assert server.requests[-1].status == 304


def test_a_page_that_is_gone_for_good_is_asked_for_once(server, store):
    link = server.serve("/harbour", "gone", status=404)
    added(
        store, server.serve("/feed", rss(item("Harbour deal signed", "The deal was signed.", link)))
    )
    synced(store)
    synced(store)
    assert len(server.asked("/harbour")) == 1


def test_a_full_article_is_never_replaced_by_its_summary(server, store):
    link = server.serve(
        "/harbour", page(f"The harbour deal was signed.\n\n{LONG}"), type="text/html"
    )
    server.serve("/feed", rss(item("Harbour deal signed", "The harbour deal was signed.", link)))
    added(store, server.url("/feed"))
    synced(store)
    full = articles(store)["Harbour deal signed"]
    assert LONG in full

    server.serve("/harbour", "busy", status=503)
    server.serve(
        "/feed", rss(item("Harbour deal signed", "The harbour deal was signed today.", link))
    )
    [row] = synced(store)
    assert counts(row) == (0, 0, 1)
    assert articles(store)["Harbour deal signed"] == full


def test_a_consent_form_is_not_taken_for_the_article(server, store):
    form = "We and our partners use cookies on your device. " * 20
    link = server.serve("/harbour", page(form, title="Your choices"), type="text/html")
    summary = "The harbour deal between Karsk and Tarn was signed."
    added(store, server.serve("/feed", rss(item("Harbour deal signed", summary, link))))
    synced(store)
    assert articles(store) == {"Harbour deal signed": summary}


def test_titles_alone_are_articles(server, store):
    feed = rss(
        item("Karsk votes", None, None, None),
        item("Tarn votes", None, None, None),
        item(None, "A note with no title.", None, "n"),
        item(None, None, None, "empty"),
    )
    added(store, server.serve("/feed", feed))
    [row] = synced(store)
    assert counts(row) == (3, 0, 0)
    assert articles(store) == {
        "Karsk votes": "",
        "Tarn votes": "",
        "A note with no title.": "A note with no title.",
    }
    assert counts(synced(store)[0]) == (0, 0, 3)


def test_one_guid_for_every_item_loses_none(server, store):
    feed = rss(
        *(item(f"Report {n}", f"{LONG} {n}", f"http://times.example/{n}", "same") for n in range(3))
    )
    added(store, server.serve("/feed", feed))
    assert counts(synced(store)[0]) == (3, 0, 0)


def test_a_gone_feed_is_muted_and_its_articles_stay(server, store):
    url = server.serve("/feed", rss(item()))
    added(store, url)
    synced(store)
    server.serve("/feed", "gone", status=410)
    [row] = synced(store)
    assert row.state == "muted"
    assert row.error == "the server answered 410: it is gone for good"
    before = len(server.requests)
    synced(store)
    assert len(server.requests) == before
    assert len(articles(store)) == 1

    added_again = server.serve("/feed", rss(item()))
    added(store, added_again)
    assert synced(store)[0].state == "ok"


@pytest.mark.parametrize(
    ("route", "reason"),
    [
        ({"status": 404}, "the server answered 404"),
        ({"status": 500}, "the server answered 500"),
        ({"status": 204}, "the server answered 204"),
        ({"delay": 9}, "no answer within 2 s"),
        (
            {"body": "<!doctype html><html><body>Sign in</body></html>"},
            "a web page came in place of the feed: perhaps this network asks to sign in first:"
            " open a page in the browser, then sync again",
        ),
        ({"body": ""}, "the address answered with nothing"),
        ({"body": "just words"}, "the address answered with something that is no feed"),
        ({"body": rss(item())[:-300]}, "the feed broke off before its end"),
    ],
)
def test_a_failure_keeps_the_articles_and_says_why(server, store, route, reason):
    added(store, server.serve("/feed", rss(item())))
    synced(store)
    server.serve("/feed", **route)
    [row] = synced(store)
    assert (row.state, row.error) == ("failed", reason)
    assert set(articles(store)) == {"Harbour deal signed"}
    server.serve("/feed", rss(item()))
    assert synced(store)[0].state == "ok"


def test_a_failing_source_does_not_hold_up_the_others(server, store, tmp_path):
    good = [
        server.serve(
            f"/good{n}", rss(item(f"Report {n}", f"{LONG} {n}", f"http://times.example/{n}"))
        )
        for n in range(4)
    ]
    bad = [server.serve(f"/bad{n}", status=500) for n in range(2)]
    outlines = "".join(f'<outline xmlUrl="{url}"/>' for url in [*good, *bad])
    path = tmp_path / "feeds.opml"
    path.write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    added(store, str(path))
    seen: list[Progress] = []
    rows = asyncio.run(sync(store, now=NOW, progress=seen.append))
    assert [row.state for row in rows] == ["ok"] * 4 + ["failed"] * 2
    assert len(articles(store)) == 4
    assert seen[0] == Progress("start", 0, 6)
    finished = [p for p in seen if p.kind == "source"]
    assert [p.done for p in finished] == [1, 2, 3, 4, 5, 6]
    assert {p.error for p in finished if p.url in bad} == {"the server answered 500"}


def test_a_server_that_asks_to_wait_is_left_alone_with_all_its_feeds(server, store):
    url = server.serve("/a", rss(item()))
    added(store, url)
    added(store, server.serve("/b", rss(item("Other", LONG))))
    server.serve("/a", status=429, headers={"Retry-After": "600"})
    rows = synced(store)
    assert rows[0].error == "the server answered 429, asking to wait until 2025-04-11T12:10:00Z"
    assert rows[0].next_check == "2025-04-11T12:10:00Z"
    before = len(server.requests)
    rows = synced(store, NOW + timedelta(minutes=5))
    assert len(server.requests) == before
    assert [counts(row) for row in rows] == [(0, 0, 0), (0, 0, 0)]
    server.serve("/a", rss(item()))
    rows = synced(store, NOW + timedelta(minutes=11))
    assert [row.state for row in rows] == ["ok", "ok"]


def test_only_the_named_sources_are_synced(server, store):
    added(store, server.serve("/a", rss(item("A", LONG), title="The Ostmark Courier")))
    added(store, server.serve("/b", rss(item("B", LONG), title="Merrin Wire")))
    [row] = synced(store, only=["merrin wire"])
    assert (row.title, row.new) == ("Merrin Wire", 1)
    with pytest.raises(InputError, match="no source is called Nobody"):
        synced(store, only=["Nobody"])


def test_a_date_of_the_future_is_not_believed(server, store):
    added(store, server.serve("/feed", rss(item(date="Fri, 11 Apr 2031 09:30:00 GMT"))))
    synced(store)
    assert columns(store, "published FROM articles") == [(None,)]


def test_two_syncs_at_once_are_refused_with_who_runs(server, store):
    added(store, server.serve("/feed", rss(item())))
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys,pathlib,datetime\n"
            "from briefing.sync.lock import sync_lock\n"
            "with sync_lock(pathlib.Path(sys.argv[1]), datetime.datetime.now(datetime.UTC)):\n"
            "    print('held', flush=True); sys.stdin.read()",
            str(store),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(
            LockedStore, match=rf"a sync is running \(process {holder.pid} since .* UTC\)"
        ):
            synced(store)
        holder.kill()
        holder.wait()
        assert synced(store)[0].new == 1
    finally:
        holder.kill()
        holder.wait()
        holder.stdin.close()
        holder.stdout.close()


def test_the_lock_is_let_go_and_private(server, store):
    added(store, server.serve("/feed", rss(item())))
    synced(store)
    path = store.with_name("edition.db.sync-lock")
    assert path.stat().st_mode & 0o777 == 0o600
    handle = os.open(path, os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(handle)


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>Merrin Wire</title>'
            '<entry><id>x1</id><title type="html">Port &amp;lt; sea</title>'
            '<link href="/port"/><updated>2025-04-10T23:00:00-02:00</updated>'
            f"<author><name>Ida Roe</name></author><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{LONG}</p></div></content>"
            "</entry></feed>",
            "application/atom+xml",
        ),
        (
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1.1",
                    "title": "Merrin Wire",
                    "items": [
                        {
                            "id": "x1",
                            "url": "/port",
                            "title": "Port < sea",
                            "content_text": LONG,
                            "date_published": "2025-04-11T01:00:00Z",
                            "authors": [{"name": "Ida Roe"}],
                        }
                    ],
                }
            ),
            "application/feed+json",
        ),
    ],
    ids=["atom", "json"],
)
def test_atom_and_json_feeds_come_in_alike(server, store, body, type_):
    added(store, server.serve("/feed", body, type=type_))
    assert counts(synced(store)[0]) == (1, 0, 0)
    [found] = columns(store, "a.title, a.text, a.url, a.published, a.byline FROM articles a")
    assert found == ("Port < sea", LONG, server.url("/port"), "2025-04-11T01:00:00Z", "Ida Roe")


def test_a_sync_without_sources_is_done_at_once(store):
    assert synced(store) == []


def test_a_sync_killed_half_way_loses_nothing_and_the_next_goes_on(server, store):
    added(store, server.serve("/a", rss(item("A", LONG, "http://times.example/a"))))
    added(store, server.serve("/slow", rss(item("B", LONG, "http://times.example/b"))))
    server.serve("/slow", rss(item("B", LONG, "http://times.example/b")), delay=30)
    script = (
        "import asyncio, pathlib, sys, datetime\n"
        "from briefing.sync.run import sync\n"
        "def tell(p): print(p.kind, p.url, flush=True)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(sync(pathlib.Path(sys.argv[1]), now=datetime.datetime.now(datetime.UTC), progress=tell))\n"
    )
    running = subprocess.Popen([sys.executable, "-c", script, str(store)], stdout=subprocess.PIPE)
    with running.stdout as lines:
        for line in lines:
            if line.startswith(b"source"):
                break
        running.kill()
        running.wait()
    assert articles(store) == {"A": LONG}

    server.serve("/slow", rss(item("B", LONG, "http://times.example/b")))
    rows = synced(store)
    assert [counts(row) for row in rows] == [(0, 0, 1), (1, 0, 0)]
