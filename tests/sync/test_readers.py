"""Kinds of sources beside feeds: The Guardian, GDELT, and what other packages bring."""

import json
import time
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from briefing.errors import InputError
from briefing.keys import Keys
from briefing.sync import reader
from briefing.sync.gdelt import Gdelt
from briefing.sync.guardian import Guardian
from tests.sync.feeds import LONG, item, page, rss
from tests.sync.plugins import install, local_services
from tests.sync.test_discover import added as names
from tests.sync.test_sync import articles, columns, counts, synced

KEY = "k3y-of-nobody/+=&"
PRIVATE = frozenset({"127.0.0.1"})


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.fixture
def keys(tmp_path) -> Keys:
    path = tmp_path / "settings.toml"
    path.write_text(f"[keys]\npaper = {json.dumps(KEY)}\n")
    path.chmod(0o600)
    return Keys(path)


def add(store, target, keys=None):
    return names(store, target, keys=keys)


def guardian_answer(*results: dict) -> str:
    head = {"status": "ok", "userTier": "developer", "total": len(results), "pageSize": 50}
    return json.dumps({"response": {**head, "results": list(results)}})


ARTICLE = {
    "id": "world/2025/apr/11/harbour",
    "type": "article",
    "sectionName": "World news",
    "webPublicationDate": "2025-04-11T09:30:00Z",
    "webTitle": "Harbour deal signed | Ana Brell",
    "webUrl": "https://www.theguardian.example/world/harbour",
    "fields": {
        "headline": "Harbour deal <em>signed</em>",
        "byline": "Ana Brell in Karsk",
        "trailText": "A deal.",
        "body": f"<p>First.</p><p>{LONG}</p>",
    },
}


def asked(server, path):
    """What was asked of a service, the newest question last."""
    found = [r.path for r in server.requests if urlsplit(r.path).path == path]
    return [parse_qs(urlsplit(path).query) for path in found]


def serve(server, path, body, **route):
    """Answer whatever is asked of a path."""

    class Any(dict):
        def get(self, asked, default=None):
            return dict.get(self, urlsplit(asked).path, default)

    server.routes = Any(server.routes)
    server.serve(path, body, type="application/json", **route)


def test_the_guardian_is_searched_with_the_users_key_and_its_articles_come_whole(
    server, store, site, keys
):
    local_services(site, server.url(""))
    serve(server, "/guardian", guardian_answer(ARTICLE))
    target = 'paper: "harbour deal"  AND NOT sport section=world'
    assert add(store, target, keys) == [
        ('paper:"harbour deal" AND NOT sport section=world',) * 2,
    ]
    [row] = synced(store, keys=keys, private=PRIVATE)
    assert (row.kind, row.state, row.error, counts(row)) == ("paper", "ok", None, (1, 0, 0))
    [question] = asked(server, "/guardian")
    assert question == {
        "q": ['"harbour deal" AND NOT sport'],
        "section": ["world"],
        "order-by": ["newest"],
        "show-fields": ["headline,byline,body,trailText"],
        "page-size": ["50"],
        "api-key": [KEY],
    }
    assert articles(store) == {"Harbour deal signed": f"First.\n\n{LONG}"}
    found = columns(
        store,
        "a.url, a.byline, a.published, o.name, a.language"
        " FROM articles a JOIN outlets o ON o.id = a.outlet_id",
    )
    assert found == [
        (
            "https://www.theguardian.example/world/harbour",
            "Ana Brell in Karsk",
            "2025-04-11T09:30:00Z",
            "The Guardian",
            "en",
        )
    ]
    assert counts(synced(store, keys=keys, private=PRIVATE)[0]) == (0, 0, 1)


def test_without_a_key_it_is_said_where_to_get_one_and_put_it(store, site, server, tmp_path, keys):
    local_services(site, server.url(""))
    none = Keys(tmp_path / "none.toml")
    with pytest.raises(InputError) as told:
        add(store, "paper:harbour", none)
    assert str(told.value) == (
        "needs a key: get one at https://open-platform.theguardian.com/access/,"
        f' then put  paper = "…"  under [keys] in {tmp_path}/none.toml'
    )
    add(store, "paper:harbour", keys)
    [row] = synced(store, keys=none, private=PRIVATE)
    assert (row.state, row.error) == ("failed", str(told.value))
    assert server.requests == []


def test_a_wrong_key_is_told_and_never_shown(store, site, server, keys):
    local_services(site, server.url(""))
    add(store, "paper:harbour", keys)
    serve(server, "/guardian", '{"message": "Unauthorized"}', status=401)
    [row] = synced(store, keys=keys, private=PRIVATE)
    assert row.error == "the server answered 401: is your key for paper right?"
    serve(server, "/guardian", json.dumps({"response": {"status": "error", "message": "bad q"}}))
    assert synced(store, keys=keys, private=PRIVATE)[0].error.endswith("list of articles: bad q")


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{", '{"articles": [{}], "response": {"results": [{}]}}', "[" * 100_000, "\0"],
)
def test_what_is_no_answer_of_theirs_is_one_line(body):
    for one in (Guardian(), Gdelt()):
        with pytest.raises(InputError) as told:
            one.read(body.encode(), "https://a.example/", "")
        assert "\n" not in str(told.value)


def gdelt_answer(*found: tuple[str, str]) -> str:
    rows = [
        {
            "url": url, "url_mobile": "", "title": title, "seendate": "20250411T093000Z",
            "socialimage": "", "domain": "times.example", "language": "English",
            "sourcecountry": "Valdoria",
        }
        for url, title in found
    ]  # fmt: skip
    return json.dumps({"articles": rows})


def test_gdelt_is_asked_for_the_newest_and_the_articles_come_from_their_pages(server, store, site):
    local_services(site, server.url(""))
    dated = '<meta property="article:published_time" content="2025-04-10T08:00:00Z">'
    whole = f"The harbour deal was signed in Karsk.\n\n{LONG}"
    one = server.serve("/one", page(whole, "Harbour deal signed", dated), type="text/html")
    two = server.serve("/two", status=404)
    serve(server, "/gdelt", gdelt_answer((one, "Harbour deal signed"), (two, "Rail\x01 strike")))
    add(store, 'world: "harbour deal" sourcelang:english')
    [row] = synced(store, private=PRIVATE)
    assert (row.error, counts(row)) == (None, (2, 0, 0))
    assert asked(server, "/gdelt") == [
        {
            "query": ['"harbour deal" sourcelang:english'],
            "mode": ["ArtList"],
            "format": ["json"],
            "sort": ["DateDesc"],
            "maxrecords": ["250"],
        }
    ]
    assert articles(store) == {"Harbour deal signed": whole, "Rail strike": ""}
    days = dict(columns(store, "title, published FROM articles"))
    assert days["Harbour deal signed"].startswith("2025-04-10")  # its page knows better
    assert days["Rail strike"] == "2025-04-11T09:30:00Z"
    assert columns(store, "name FROM outlets") == [("times.example",)]


def test_what_gdelt_says_of_a_search_in_plain_words_is_told(server, store, site):
    local_services(site, server.url(""))
    add(store, "world:x")
    serve(server, "/gdelt", "Your search contained a keyword that was too short.\n")
    [row] = synced(store, private=PRIVATE)
    assert row.error == "GDELT says: Your search contained a keyword that was too short."
    serve(server, "/gdelt", "{}")
    assert synced(store, private=PRIVATE)[0].state == "ok"


def test_requests_of_a_kind_keep_the_distance_its_server_wants(server, store, site):
    local_services(site, server.url(""), pause=0.4)
    when: list[float] = []

    class Noted(dict):
        def get(self, path, default=None):
            when.append(time.monotonic())
            return dict.get(self, urlsplit(path).path, default)

    server.serve("/gdelt", gdelt_answer())
    server.routes = Noted(server.routes)
    for n in range(3):
        add(store, f"world:{n}")
    synced(store, private=PRIVATE)
    assert all(later - earlier >= 0.4 for earlier, later in pairwise(when))
    assert len(when) == 3


WELL = """
    from briefing.sync.feeds import Feed, FeedItem
    from briefing.sync.reader import Request

    class Well:
        key_from = None
        pause = 0
        robots = False

        def request(self, address, key):
            return Request(address.replace("at ", ""), {"X-Asked": "yes"})

        def read(self, body, url, content_type):
            print("said by a plugin")
            line = body.decode()
            one = FeedItem(title=f"\\x1b[2J{line}", link="/article", guid=None, content_html=line,
                           is_whole=True, published="11 Apr 2025 09:30 GMT")
            return Feed("Wire", (one,))
"""


def test_a_package_brings_a_kind_of_its_own(server, store, site, capfd):
    install(site, "well", WELL, bulletin="Well")
    url = server.serve("/text", "The harbour deal was signed.", type="text/plain")
    assert "bulletin" in reader.kinds()
    add(store, f"bulletin:at {url}")
    [row] = synced(store, private=PRIVATE)
    assert (row.kind, row.error, counts(row)) == ("bulletin", None, (1, 0, 0))
    assert server.asked("/text")[0].headers["x-asked"] == "yes"
    found = columns(store, "title, url, published, text FROM articles")
    assert found == [
        (
            "[2JThe harbour deal was signed.",
            server.url("/article"),
            "2025-04-11T09:30:00Z",
            "The harbour deal was signed.",
        )
    ]
    assert capfd.readouterr() == ("", "")


BROKEN = """
    import os, sys, time
    from briefing.errors import InputError
    from briefing.sync.feeds import Feed, FeedItem
    from briefing.sync.reader import Request, SourceReader

    class Ours(SourceReader):
        def request(self, address, key):
            return Request(address)

    class Raises(Ours):
        def read(self, body, url, content_type):
            class Odd(Exception):
                pass
            raise Odd(1, 2, 3)

    class Exits(Ours):
        def read(self, body, url, content_type):
            sys.exit(3)

    class Dies(Ours):
        def read(self, body, url, content_type):
            os._exit(1)

    class Hoards(Ours):
        def read(self, body, url, content_type):
            return len(bytearray(3_000_000_000))

    class Lies(Ours):
        def read(self, body, url, content_type):
            return Feed("x", [FeedItem(title=None, link=7), 3])

    class Refuses(Ours):
        def read(self, body, url, content_type):
            raise InputError("no\\x1b[2J bulletin\\ntoday")

    class Asks(Ours):
        def request(self, address, key):
            return "nothing"

    class Steers(Ours):
        def request(self, address, key):
            return Request("http://127.0.0.1:9/private")

    class NotOne:
        pass

    class Hangs(Ours):
        def read(self, body, url, content_type):
            time.sleep(600)
"""


def test_a_broken_reader_hurts_only_its_own_source(server, store, site, monkeypatch, tmp_path):
    kinds = ("Raises", "Exits", "Dies", "Hoards", "Lies", "Refuses", "NotOne", "Hangs")
    install(site, "broken", BROKEN, **{kind.lower(): kind for kind in kinds})
    install(site, "unloadable", "raise SystemExit('no')", unloadable="Thing")
    install(site, "feedlike", WELL, feed="Well", guardian="Well")
    monkeypatch.setattr("briefing.sync.run.OTHERS_S", 2)
    url = server.serve("/text", "Text.", type="text/plain")
    good = server.serve("/feed", rss(item()))
    added_kinds = [kind.lower() for kind in kinds if kind != "NotOne"]
    for target in (good, *(f"{kind}:{url}" for kind in added_kinds)):
        add(store, target)
    for kind in ("notone", "unloadable"):
        with pytest.raises(InputError, match=f"the reader of {kind}: sources failed"):
            add(store, f"{kind}:x")
    rows = synced(store, private=PRIVATE)
    assert (rows[0].kind, rows[0].state, counts(rows[0])) == ("feed", "ok", (1, 0, 0))
    told = {row.kind: row.error for row in rows[1:]}
    assert told == {
        "raises": "the reader of raises: sources failed (Odd)",
        "exits": "the reader of exits: sources failed (SystemExit)",
        "dies": "what came is too much to be read",
        "hoards": "what came is too much to be read",
        "lies": "the reader of lies: sources failed (AttributeError)",
        "refuses": "no[2J bulletin today",
        "hangs": "what came is too much to be read",
    }


def test_a_reader_that_asks_for_nonsense_or_for_private_places_is_refused(store, site):
    install(site, "broken", BROKEN, asks="Asks", steers="Steers")
    with pytest.raises(InputError, match="the reader of asks: sources failed"):
        add(store, "asks:x")
    add(store, "steers:x")
    [row] = synced(store)
    assert "a private address that was not added as a source" in row.error


def test_a_kind_whose_package_is_gone_or_doubled_says_so(server, store, site, monkeypatch):
    install(site, "well", WELL, bulletin="Well")
    add(store, f"bulletin:{server.url('/text')}")
    install(site, "other", WELL, bulletin="Well")
    assert synced(store)[0].error == "several packages read bulletin: sources: keep one of them"
    for name in ("well", "other"):
        (site / f"{name}-1.0.dist-info" / "entry_points.txt").write_text("")
    gone = "nothing that is installed reads bulletin: sources: install what did"
    assert synced(store)[0].error == gone


def test_keys_go_to_the_host_that_was_asked_and_to_no_other(server, store, site):
    from tests.loopback import Loopback

    install(site, "well", WELL, bulletin="Well")
    with Loopback("127.0.0.2") as other:
        target = other.serve("/there", "Text.", type="text/plain").replace("0.0.1", "0.0.2")
        url = server.redirect("/text", target)
        add(store, f"bulletin:{url}")
        [row] = synced(store, private=frozenset({"127.0.0.1", "127.0.0.2"}))
        assert (row.error, "x-asked" in other.asked("/there")[0].headers) == (None, False)
    assert server.asked("/text")[0].headers["x-asked"] == "yes"
