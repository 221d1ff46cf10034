"""Two hundred feeds of which forty fail, each in a way of its own: the rest arrive, they are named."""

import gzip
import socket

import pytest

from briefing.store.connect import connect, writing
from briefing.store.sources import add_source
from tests.loopback import Loopback
from tests.sync.certificates import self_signed
from tests.sync.feeds import LONG, item, page, rss
from tests.sync.test_sync import articles, synced

GOOD = 160
FEED = rss(item("Harbour deal signed", LONG))
BOMB = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
LATER = {"Retry-After": "Fri, 11 Apr 2098 12:00:00 GMT"}

HTTP_FAULTS = {
    "silence": ({"delay": 30}, "no answer within"),
    "headers byte by byte": ({"raw": b"HTTP/1.1 200 OK\r\n" * 9, "drip": 0.5}, "no answer within"),
    "body byte by byte": ({"body": FEED, "drip": 0.5}, "no answer within"),
    "reset": ({"reset": True}, "broke off"),
    "hung up": ({"raw": b""}, "hung up without a valid answer"),
    "short body": ({"raw": b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<rss"}, "broke off"),
    "half-close": (
        {"raw": b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", "half_close": True},
        "broke off",
    ),
    "broken chunk": ({"raw": CHUNKED + b"zz\r\n"}, "not valid HTTP"),
    "chunks end early": ({"raw": CHUNKED + b"5\r\nhello\r\n"}, "broke off"),
    "no length, half a feed": (
        {"raw": b"HTTP/1.1 200 OK\r\n\r\n" + FEED.encode()[:-200]},
        "broke off before its end",
    ),
    "not gzip": ({"body": "plain", "headers": {"Content-Encoding": "gzip"}}, "not the gzip"),
    "brotli": ({"body": "x", "headers": {"Content-Encoding": "br"}}, "not asked for (br)"),
    "204": ({"status": 204}, "answered 204"),
    "304 unasked": ({"status": 304}, "304 to a question for all of it"),
    "a page": ({"body": page("Please sign in."), "type": "text/html"}, "web page"),
    "429": ({"status": 429, "headers": {"Retry-After": "120"}}, "asking to wait until"),
    "503 with a date": ({"status": 503, "headers": LATER}, "asking to wait until"),
    "410": ({"status": 410}, "gone for good"),
    "403": ({"status": 403}, "answered 403"),
    "404": ({"status": 404}, "answered 404"),
    "500": ({"status": 500}, "answered 500"),
    "511": ({"status": 511}, "asks to sign in first"),
    "a header of 300 kB": ({"headers": {"X": "y" * 300_000}}, "not valid HTTP"),
    "40,000 headers": (
        {"raw": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 40_000 + b"\r\n"},
        "not valid HTTP",
    ),
    "nothing": ({"body": ""}, "answered with nothing"),
    "words": ({"body": "just words"}, "no feed"),
    "entities": ({"body": BOMB}, "entities of its own"),
    "not HTTP": ({"raw": b"SSH-2.0-OpenSSH_9.0\r\n"}, "hung up without a valid answer"),
    "to a file": ({"status": 302, "headers": {"Location": "file:///etc/passwd"}}, "no http"),
    "to a script": ({"status": 302, "headers": {"Location": "javascript:x()"}}, "no http"),
    "to no address": ({"status": 302, "headers": {"Location": "http://[::bad/"}}, "no address"),
    "to a private host": (
        {"status": 302, "headers": {"Location": "http://169.254.169.254/"}},
        "a private address",
    ),
    "in circles": ({"status": 301, "headers": {"Location": "/feed-in circles"}}, "redirected more"),
    "a bomb": (
        {"body": gzip.compress(bytes(20_000_000)), "headers": {"Content-Encoding": "gzip"}},
        "longer than 15 MB",
    ),
    "gzip cut short": (
        {"body": gzip.compress(FEED.encode())[:-9], "headers": {"Content-Encoding": "gzip"}},
        "broke off",
    ),
}


def refused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def all_hosts():
    """A server at every address of 127.0.0.0/8, each a host of its own."""
    with Loopback("0.0.0.0") as running:
        yield running


def test_of_200_feeds_40_fail_and_are_named_and_160_arrive(all_hosts, store, tmp_path):
    expected: dict[str, str] = {}
    for n, (name, (route, reason)) in enumerate(HTTP_FAULTS.items()):
        path = f"/feed-{name}"
        body = route.get("body", b"")
        all_hosts.serve(
            path.replace(" ", "%20"), body, **{k: v for k, v in route.items() if k != "body"}
        )
        expected[all_hosts.url(path.replace(" ", "%20"), f"127.2.0.{n + 1}")] = reason
    expected[f"http://127.3.0.1:{refused_port()}/"] = "refused the connection"
    expected["http://nobody.invalid/feed"] = "could not find the server"
    expected["http://also.invalid/feed"] = "could not find the server"
    expected[all_hosts.url("/missing", "127.3.0.2")] = "answered 404"
    good = []
    for n in range(GOOD):
        all_hosts.serve(f"/{n}", rss(item(f"Report {n}", f"{LONG} {n}", f"http://t.example/{n}")))
        good.append(all_hosts.url(f"/{n}", f"127.1.0.{n + 1}"))
    with Loopback(tls=self_signed(tmp_path)) as secure:
        secure.serve("/feed", FEED)
        expected[f"https://127.0.0.1:{secure.port}/feed"] = "certificate is not valid"
        db = connect(store)
        with writing(db):
            for url in [*expected, *good]:
                add_source(db, url, now="2025-04-11T12:00:00Z")
        db.close()
        rows = {row.url: row for row in synced(store, deadline=6)}
    assert len(expected) == 40
    told = {url: rows[url].error or "" for url in expected}
    assert {url: line for url, line in told.items() if expected[url] not in line} == {}
    assert [rows[url].state for url in good] == ["ok"] * GOOD
    assert len(articles(store)) == GOOD


@pytest.mark.parametrize(
    "route",
    [
        {"type": "application/xml; charset=windows-1252"},
        {"type": "application/xml; charset=no-such-charset"},
        {"type": "text/plain"},
        {"headers": {"Content-Length": ""}},
    ],
)
def test_what_only_looks_wrong_arrives(server, store, route):
    url = server.serve("/feed", FEED, **route)
    db = connect(store)
    add_source(db, url, now="2025-04-11T12:00:00Z")
    db.close()
    assert [(row.state, row.new) for row in synced(store)] == [("ok", 1)]
