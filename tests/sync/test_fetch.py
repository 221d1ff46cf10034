"""What a server can do to us, and the one line that says it."""

import asyncio
import gzip
import socket
import time
import tracemalloc

import pytest

from briefing import __version__
from briefing.sync.body import MAX_BODY
from briefing.sync.fetch import Answer, Fetcher, FetchFailed, Validators
from tests.loopback import Loopback, Route


def fetched(
    url: str, typed: str | None = "", known: Validators | None = None, deadline=5
) -> Answer:
    async def go() -> Answer:
        async with Fetcher(deadline) as fetcher:
            return await fetcher.fetch(url, typed=url if typed == "" else typed, known=known)

    return asyncio.run(go())


def failure(url: str, typed: str | None = "", deadline: float = 5) -> str:
    with pytest.raises(FetchFailed) as caught:
        fetched(url, typed, deadline=deadline)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_we_say_who_we_are_and_take_gzip_only(server):
    answer = fetched(server.serve_packed("/a", "héllo", type="text/plain; charset=utf-8"))
    assert answer.body == "héllo".encode()
    assert answer.content_type == "text/plain; charset=utf-8"
    [request] = server.requests
    assert request.headers["user-agent"] == f"briefing/{__version__}"
    assert request.headers["accept-encoding"] == "gzip"


def test_what_did_not_change_is_not_sent_again(server):
    url = server.serve("/a", "one", etag='"v1"')
    first = fetched(url)
    assert first.validators == Validators('"v1"', None)
    assert fetched(url, known=first.validators).unchanged

    stamp = "Fri, 11 Apr 2025 09:30:00 GMT"
    url = server.serve("/b", "one", last_modified=stamp)
    assert fetched(url, known=Validators(None, stamp)).unchanged
    assert not fetched(url, known=Validators(None, "Thu, 10 Apr 2025 09:30:00 GMT")).unchanged


def test_redirects_are_followed_and_counted(server):
    server.serve("/end", "there")
    server.redirect("/two", "/end", 301)
    answer = fetched(server.redirect("/one", "two", 308))
    assert (answer.body, answer.asked, answer.url) == (
        b"there",
        server.url("/one"),
        server.url("/end"),
    )
    assert failure(server.redirect("/loop", "/loop")) == "the server redirected more than 5 times"


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://times.example/x",
    ],
)
def test_a_redirect_to_no_web_address_is_refused(server, target):
    assert failure(server.redirect("/a", target)) == "it is no http or https address"


@pytest.mark.parametrize(
    "url",
    [
        "not an address",
        "file:///etc/passwd",
        "http://",
        "http://x:port/",
        "https://\x00/",
    ],
)
def test_what_is_no_web_address_is_refused(url):
    assert "address" in failure(url)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0x7f000001",
        "2130706433",
        "[::ffff:127.0.0.1]",
        "127.1",
    ],
)
def test_others_cannot_lead_us_to_our_own_machine(server, host):
    server.serve("/secret", "private")
    with Loopback() as outside:
        reason = failure(outside.redirect("/a", server.url("/secret", host)))
    assert reason.endswith("a private address that was not added as a source")
    assert server.requests == []


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "http://192.168.1.1/",
        "http://[fe80::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://100.64.0.1/",
    ],
)
def test_private_networks_are_closed_to_feeds(url):
    assert "private address" in failure(url, typed="http://times.example/feed")


def test_a_redirect_that_is_no_address_at_all_is_told(server):
    reason = failure(server.redirect("/a", "http://[::bad/"))
    assert reason == "the server redirected to what is no address"


def test_a_typed_private_source_may_reach_its_own_host_and_port(server):
    server.serve("/end", "there")
    assert fetched(server.redirect("/a", server.url("/end"))).body == b"there"


def test_a_refused_connection_and_an_unknown_host_are_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/") == "the server refused the connection"
    assert failure("http://nobody.invalid/") == "could not find the server"


@pytest.mark.parametrize("route", [{"delay": 30}, {"body": b"x" * 500, "drip": 0.1}])
def test_one_fetch_never_takes_longer_than_its_deadline(server, route):
    started = time.monotonic()
    assert failure(server.serve("/slow", **route), deadline=1) == "no answer within 1 s"
    assert time.monotonic() - started < 4


@pytest.mark.parametrize("status", [204, 400, 403, 404, 410, 418, 500, 503])
def test_a_status_is_named(server, status):
    assert failure(server.serve("/a", status=status)) == f"the server answered {status}"


@pytest.mark.parametrize(
    ("retry_after", "wait"),
    [
        ("120", 120),
        ("999999999999999", 86_400),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("soon", None),
    ],
)
def test_how_long_to_wait_is_understood(server, retry_after, wait):
    url = server.serve("/a", status=503, headers={"Retry-After": retry_after})
    with pytest.raises(FetchFailed) as caught:
        fetched(url)
    assert (caught.value.status, caught.value.wait) == (503, wait)


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\nContent-Encoding: gzip\r\n\r\n"
        + gzip.compress(b"x" * 500)[:20],
    ],
    ids=["short body", "chunks end early", "gzip ends early"],
)
def test_an_answer_that_broke_off_is_no_answer(server, raw):
    assert failure(server.serve("/a", raw=raw)) == "the answer broke off"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "the server hung up without a valid answer"),
        (b"SSH-2.0-OpenSSH_9.0\r\n", "the server hung up without a valid answer"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000, "the server's answer is not valid HTTP"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain",
            "the answer is not the gzip it says it is",
        ),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx",
            "the server packed its answer in a way not asked for (br)",
        ),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "the server's answer is not valid HTTP",
        ),
    ],
)
def test_nonsense_is_told(server, raw, reason):
    assert failure(server.serve("/a", raw=raw)) == reason


def test_a_bomb_is_stopped_at_the_cap_and_costs_little_memory(server):
    packed = gzip.compress(bytes(200_000_000), compresslevel=6)
    url = server.serve("/bomb", packed, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        assert failure(url) == f"the answer is longer than {MAX_BODY // 1_000_000} MB"
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


def test_a_body_of_several_gzip_members_is_whole(server):
    body = gzip.compress(b"a" * 200_000) + gzip.compress(b"b" * 70_000)
    answer = fetched(server.serve("/a", body, headers={"Content-Encoding": "gzip"}))
    assert answer.body == b"a" * 200_000 + b"b" * 70_000


def test_a_304_with_a_body_and_a_bogus_etag_do_no_harm(server):
    url = server.serve("/a", raw=b"HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\nbody")
    assert fetched(url, known=Validators('"x"')).unchanged
    url = server.serve(
        "/b", raw='HTTP/1.1 200 OK\r\nETag: "é"\r\nContent-Length: 2\r\n\r\nok'.encode()
    )
    assert fetched(url).validators == Validators()


def test_no_cookie_is_kept_and_no_connection(server):
    url = server.serve("/a", "x", headers={"Set-Cookie": "who=you; Path=/"})

    async def go() -> None:
        async with Fetcher(5) as fetcher:
            for _ in range(2):
                await fetcher.fetch(url, typed=url)

    asyncio.run(go())
    assert [(r.headers.get("cookie"), r.headers["connection"]) for r in server.requests] == [
        (None, "close"),
        (None, "close"),
    ]


def test_the_users_proxy_is_asked_and_its_fault_is_told(server, monkeypatch):
    server.routes["http://times.example/feed"] = Route(b"by way of it")
    monkeypatch.setenv("http_proxy", server.url("").rstrip("/"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert fetched("http://times.example/feed").body == b"by way of it"
    assert failure(server.url("/missing")) == "the server answered 404"
    monkeypatch.setenv("https_proxy", server.url("").rstrip("/"))
    assert failure("https://times.example/feed") == "the proxy let nothing through"


def test_no_host_is_asked_more_than_two_things_at_once(server):
    urls = [server.serve(f"/{n}", "x", delay=0.1) for n in range(8)]

    async def go() -> None:
        async with Fetcher(5) as fetcher:
            await asyncio.gather(*(fetcher.fetch(url, typed=url) for url in urls))

    asyncio.run(go())
    assert len(server.requests) == 8
    assert server.most_at_once == 2


def test_an_ipv6_only_server_is_reached():
    try:
        server = Loopback6()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with server:
        server.serve("/a", "six")
        assert fetched(f"http://[::1]:{server.port}/a").body == b"six"


class Loopback6(Loopback):
    def __init__(self) -> None:
        super().__init__("::1")
