"""Sources added and synced against a server of our own, and what stays when it is gone."""

import json
import signal
import subprocess
import time
from contextlib import closing

import pytest

from briefing import __version__
from briefing.model import Item
from briefing.store.check import problems
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.store.sources import add_source
from briefing.sync.lock import sync_lock
from briefing.verbs.progress import utc_now
from tests.calling import COMMAND, briefing, home_of, write_settings
from tests.loopback import Loopback
from tests.sync.feeds import item, page, rss

SAID = (
    "KARSK - Valdoria will send forty boats to the Merrin Isles, Defence Minister Mira Talan said on Sunday. "
    "“Forty boats will sail before the summer,” Talan told reporters. “We keep our word.” "
) + " ".join(f"Boat number {n} is to carry grain, timber and mail to the isles." for n in range(12))
EDITED = SAID.replace("Forty", "Fifty").replace("forty", "fifty")


def boats(text=SAID):
    return item("Valdoria promises boats", text, "http://times.example/boats", "boats-1")


BUDGET = item(
    "Ostmark cuts its budget",
    SAID.replace("Mira Talan", "Petra Sandor").replace("Talan", "Sandor").replace("boat", "bill"),
    "http://times.example/budget",
    "budget-1",
    "Sat, 12 Apr 2025 09:30:00 GMT",
)
COUNTS = ("state", "new", "updated", "unchanged")


@pytest.fixture
def server():
    with Loopback() as running:
        yield running


def counts(ran):
    return [tuple(row[name] for name in COUNTS) for row in ran.rows]


def test_what_was_pruned_stays_out_even_edited_while_other_news_comes_in(server, home):
    feed = server.serve("/world.xml", rss(boats()))
    briefing("add", feed, home=home)
    briefing("sync", home=home)
    assert briefing("prune", "--before", "2025-04-12", "--yes", home=home).code == 0
    for words in (SAID, EDITED):
        server.serve("/world.xml", rss(boats(words), BUDGET))
        assert briefing("sync", "--json", home=home).code == 0
        rows = briefing("articles", "--json", home=home).rows
        assert [row["title"] for row in rows] == ["Ostmark cuts its budget"]


def test_a_feed_is_added_synced_changed_synced_and_stays_readable(server, home):
    write_settings(home, 'contact = "press@valdoria.example"')
    feed = server.serve("/world.xml", rss(boats()), etag='"1"')
    added = briefing("add", feed, home=home)
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith("added Valdoria Times")

    first = briefing("sync", "--json", home=home)
    assert (first.code, first.err) == (0, "")
    assert list(first.rows[0]) == (
        "id title url kind state last_ok next_check error new updated unchanged folder".split()
    )
    assert counts(first) == [("ok", 1, 0, 0)]
    [quote] = briefing(
        "quotes", "speaker:talan", '"forty boats will sail"', "--json", home=home
    ).rows
    assert (quote["url"], quote["published"]) == (
        "http://times.example/boats",
        "2025-04-11T09:30:00Z",
    )

    assert counts(briefing("sync", "--json", home=home)) == [("ok", 0, 0, 1)]

    server.serve("/world.xml", rss(BUDGET, boats(EDITED)), etag='"2"')
    again = briefing("sync", home=home)
    assert again.code == 0
    assert "new 1, updated 1, unchanged 0" in again.out
    assert again.out.endswith("1 new article, 1 updated, 2 read, 0 sources failed\n")
    agents = {request.headers["user-agent"] for request in server.requests}
    assert agents == {f"briefing/{__version__} (press@valdoria.example)"}

    server.stop()
    gone = briefing("sync", "--json", home=home)
    assert (gone.code, counts(gone)) == (1, [("failed", 0, 0, 0)])
    assert "refused" in gone.rows[0]["error"]
    assert briefing("quotes", '"fifty boats"', home=home).out
    assert len(briefing("articles", "--json", home=home).rows) == 2
    assert "refused" in briefing("sources", home=home).out
    overview = briefing(home=home).out
    assert overview.startswith("2 articles, 1 source, synced 20")
    assert "failed: Valdoria Times" in overview
    doctor = briefing("doctor", home=home)
    assert (doctor.code, "the store is sound" in doctor.out) == (0, True)
    with closing(connect(home / "data" / "briefing" / "edition.db")) as db:
        assert problems(db) == []


@pytest.fixture
def wire(server, home):
    """A home with two sources of which one answers, and with nothing new."""
    good = server.serve("/good.xml", rss(title="Merrin Wire"))
    bad = server.serve("/bad.xml", rss(title="The Ostmark Courier"))
    added = briefing("add", good, bad, home=home)
    assert (added.code, len(added.out.splitlines())) == (0, 3)
    server.serve("/bad.xml", page("Please accept our terms."), type="text/html")
    return home


def test_one_source_that_fails_fails_no_sync_and_is_named(server, wire):
    ran = briefing("sync", home=wire)
    assert ran.code == 0
    assert "The Ostmark Courier: " in ran.out
    assert ran.out.endswith("0 new articles, 0 updated, 0 read, 1 source failed\n")
    states = {row["title"]: row["state"] for row in briefing("sources", "--json", home=wire).rows}
    assert states == {"Merrin Wire": "ok", "The Ostmark Courier": "failed"}


def test_a_second_sync_is_told_that_one_is_running(wire):
    store = wire / "data" / "briefing" / "edition.db"
    with sync_lock(store, utc_now()):
        ran = briefing("sync", "--json", home=wire)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("briefing: a sync is running (process ")
    assert len(ran.err.splitlines()) == 1


def test_without_sources_it_is_said_how_to_add_one(home):
    ran = briefing("sync", home=home)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "briefing: no sources yet: add one with  briefing add URL\n"


def test_offline_reads_what_waits_and_fetches_nothing(wire):
    store = wire / "data" / "briefing" / "edition.db"
    with closing(connect(store)) as db:
        words = "“We will sail at dawn,” Mira Talan said in Sanna on Monday."
        put(db, [Item(title="Boats", text=words, key="1")], now="2026-01-01T00:00:00Z")
    ran = briefing("sync", "--offline", home=wire)
    assert (ran.code, ran.out, ran.err) == (0, "1 article read\n", "")
    [quote] = briefing("quotes", "sail at dawn", "--json", home=wire).rows
    assert quote["speaker"] == "Mira Talan"
    assert {row["last_ok"] for row in briefing("sources", "--json", home=wire).rows} == {None}


def test_what_can_be_added_is_and_the_rest_is_named(server, home):
    feed = server.serve("/world.xml", rss(boats()))
    html = server.serve("/page", page("No feed here."), type="text/html")
    (home / "notes.txt").write_text("Notes.")
    targets = [html, "http://127.0.0.1:1/", feed, "notes.txt", "missing.opml", ""]
    ran = briefing("add", *targets, home=home)
    assert (ran.code, ran.out) == (1, "added Valdoria Times - World news RSS\n")
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == [
        html,
        "http://127.0.0.1:1/",
        "notes.txt",
        "missing.opml",
        "the empty address",
    ]
    assert [row["url"] for row in briefing("sources", "--json", home=home).rows] == [feed]


def test_an_opml_list_is_added_without_asking_its_feeds(home):
    feeds = "".join(
        f'<outline type="rss" text="Outlet {n}" xmlUrl="http://{n}.example/rss"/>' for n in "abc"
    )
    (home / "mine.opml").write_text(f'<opml version="2.0"><body>{feeds}</body></opml>')
    ran = briefing("add", "mine.opml", home=home)
    assert (ran.code, ran.err) == (0, "")
    assert len(briefing("sources", "--json", home=home).rows) == 3


def test_sources_stand_in_folders_that_can_be_synced_alone_and_go_out_as_a_list(server, home):
    one, two = server.serve("/1", rss(boats(), title="Wire")), server.serve("/2", rss(BUDGET))
    (home / "mine.opml").write_text(
        '<opml><body><outline text="North"><outline text="Isles">'
        f'<outline text="Wire" xmlUrl="{one}"/></outline></outline>'
        f'<outline text="Times" xmlUrl="{two}"/></body></opml>'
    )
    briefing("add", "mine.opml", home=home)
    for name in ("north", "Isles", "North / Isles"):
        ran = briefing("sync", "--json", "--only", name, home=home)
        assert [row["folder"] for row in ran.rows] == [["North", "Isles"]]
    assert "North / Isles / Wire: ok" in briefing("sources", home=home).out
    listed = briefing("sources", "--opml", home=home)
    assert (listed.code, listed.err) == (0, "")
    (home / "out.opml").write_text(listed.out)
    rows = briefing("sources", "--json", home=home).rows
    (home / "other").mkdir()
    briefing("add", str(home / "out.opml"), home=home / "other")
    again = briefing("sources", "--json", home=home / "other").rows
    kept = ("title", "url", "folder")
    assert [[row[k] for k in kept] for row in again] == [[row[k] for k in kept] for row in rows]


def test_a_folder_is_a_source_whose_bad_files_are_named(home):
    notes = home / "notes"
    notes.mkdir()
    (notes / "boats.txt").write_text(f"Valdoria promises boats\n\n{SAID}", encoding="utf-8")
    (notes / "old.doc").write_bytes(b"word")
    added = briefing("add", "notes/", home=home)
    assert (added.code, added.err) == (0, "")
    assert added.out.splitlines()[0] == "added ~/notes: its documents come in with each sync"
    first = briefing("sync", "--json", home=home)
    assert (first.code, counts(first)) == (0, [("ok", 1, 0, 0)])
    reason = "old.doc: old Word files are not read: save it as text, PDF or .docx"
    assert first.err == f"briefing: ~/notes: {reason}\n"
    again = briefing("sync", "--only", "~/notes", home=home)
    assert (again.code, again.err) == (0, "")
    assert f"  ~/notes: not all came in: {reason}\n" in again.out
    assert briefing("quotes", '"forty boats will sail"', home=home).out
    missing = briefing("add", "./nothing/", home=home)
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_a_page_is_taken_in_by_its_address(server, home):
    write_settings(home, 'contact = "https://valdoria.example/press"')
    address = server.serve("/boats.html", page(SAID, "Valdoria promises boats"), type="text/html")
    ran = briefing("import", address, server.url("/missing"), home=home)
    assert (ran.code, ran.out) == (1, "1 new article, 0 updated, 0 unchanged, 1 read\n")
    assert ran.err == f"briefing: {server.url('/missing')}: the server answered 404\n"
    [article] = briefing("articles", "--json", home=home).rows
    assert (article["title"], article["url"]) == ("Valdoria promises boats", address)
    agent = server.asked("/boats.html")[0].headers["user-agent"]
    assert agent == f"briefing/{__version__} (https://valdoria.example/press)"


def many(server, count: int) -> list[str]:
    """Feeds of which the last never answers."""
    urls = [
        server.serve(
            f"/{n}",
            rss(
                item(f"Report {n}", f"{SAID} {n}", f"http://t.example/{n}", str(n)),
                title=f"Wire {n}",
            ),
        )
        for n in range(count)
    ]
    server.serve(f"/{count - 1}", delay=60)
    return urls


def started(home, *args):
    return subprocess.Popen(
        [*COMMAND, "sync", "--json", *args],
        env=home_of(home),
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def subscribe(home, urls) -> None:
    with closing(connect(home / "data" / "briefing" / "edition.db")) as db:
        for url in urls:
            add_source(db, url, now="2025-04-11T12:00:00Z")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_sync_that_is_ended_loses_nothing_that_was_shown_as_in(server, home, how):
    urls = many(server, 8)
    subscribe(home, urls)
    running = started(home)
    shown = [json.loads(running.stdout.readline()) for _ in range(4)]
    running.send_signal(how)
    running.communicate(timeout=60)

    with closing(connect(home / "data" / "briefing" / "edition.db")) as db:
        assert problems(db) == []
        stored = {row["title"] for row in db.execute("SELECT title FROM articles")}
        assert {f"Report {row['url'].rpartition('/')[2]}" for row in shown} <= stored
    server.serve("/7", rss(item("Report 7", f"{SAID} 7", "http://t.example/7", "7")))
    rest = briefing("sync", "--json", home=home)
    assert (rest.code, {row["state"] for row in rest.rows}) == (0, {"ok"})
    titles = [row["title"] for row in briefing("articles", "--json", home=home).rows]
    assert sorted(titles) == [f"Report {n}" for n in range(8)]


def test_what_is_in_is_read_while_a_slow_source_is_waited_for(server, home):
    subscribe(home, many(server, 2))
    running = started(home)
    try:
        assert json.loads(running.stdout.readline())["new"] == 1
        store = home / "data" / "briefing" / "edition.db"
        with closing(connect(store)) as db:
            deadline = time.monotonic() + 25  # below that of the source that does not answer
            while not db.execute("SELECT count(*) FROM quotes").fetchone()[0]:
                assert time.monotonic() < deadline
                time.sleep(0.2)
        assert running.poll() is None
    finally:
        running.kill()
        running.communicate()


def test_named_sources_days_and_timers(server, home):
    old = item("Old", f"{SAID} old", "http://t.example/o", "o", "Tue, 01 Apr 2025 09:30:00 GMT")
    urls = [server.serve("/a", rss(boats(), old, title="Wire A")), server.serve("/b", rss(BUDGET))]
    subscribe(home, urls)
    first = briefing("sync", "--json", "--only", urls[0], "--since", "2025-04-10", home=home)
    assert counts(first) == [("ok", 1, 0, 1)]
    assert briefing("sync", "--json", "--due", home=home).rows[0]["url"] == urls[1]
    nobody = briefing("sync", "--only", "Nobody", home=home)
    assert (nobody.code, nobody.err.count("\n")) == (1, 1)
    wrong = briefing("sync", "--since", "soon", home=home)
    assert (wrong.code, wrong.err) == (
        2,
        "briefing: --since soon is no day: give 2025-04-11, yesterday or 2w\n",
    )


def test_hosts_that_the_settings_name_are_reached_when_adding_and_importing_too(server, home):
    with Loopback("0.0.0.0") as inner:
        inner.serve("/feed", rss(boats()))
        inner.serve("/page", page(SAID, "Valdoria promises boats"), type="text/html")
        feed = server.redirect("/feed", inner.url("/feed", "127.0.0.9"))
        html = server.redirect("/page", inner.url("/page", "127.0.0.9"))
        for call in (("add", feed), ("import", html)):
            ran = briefing(*call, home=home)
            assert ran.code == 1
            assert "127.0.0.9, a private address" in ran.err
        assert inner.requests == []
        write_settings(home, 'private_hosts = "127.0.0.9"')
        for call in (("add", feed), ("import", html)):
            ran = briefing(*call, home=home)
            assert (ran.code, ran.err) == (0, "")
