"""One address fetched, politely and within bounds, or one line that says why not."""

import asyncio
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx

from briefing import __version__
from briefing.sync.address import Origin, origin
from briefing.sync.backlog import Backlog
from briefing.sync.body import LARGE_AT_ONCE, whole_body
from briefing.sync.faults import FAULTS, PASSING, FetchFailed, failed
from briefing.sync.hosts import Hosts, host_of
from briefing.sync.network import Network

DEADLINE = 30.0
"""Seconds one fetch may take as a whole, redirects, retries and body included: a server that sends
a byte now and then never runs into any other timeout."""

MAX_REDIRECTS = 5

PAUSE = 0.5
"""Seconds before the first retry; each further one waits four times as long."""

SIGN_IN = "this network asks to sign in first: open a page in the browser, then sync again"

_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
_HEADERS = {
    "Accept-Encoding": "gzip",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.9, text/html;q=0.8, */*;q=0.5",
}
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether anything changed (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: ``asked`` for, and at ``url`` in the end, after redirects.

    ``body`` is decoded from gzip but not from its charset, and empty where ``unchanged``.
    ``moved`` is where permanent redirects lead that stand before any other; ``max_age`` the
    seconds the server says its answer is good for.
    """

    asked: str
    url: str
    body: bytes
    content_type: str
    validators: Validators
    unchanged: bool = False
    moved: str | None = None
    max_age: int | None = None


class Fetcher:
    """Fetches for one run, within the bounds of ``hosts`` and of memory.

    Args:
        deadline: seconds one fetch may take, waiting for its turn aside.
        contact: whom servers may write to about us.
        private: hosts that may be private addresses.
        waiting: hosts that asked to be left alone, with the seconds still to go.
    """

    def __init__(
        self,
        deadline: float = DEADLINE,
        contact: str = "",
        private: frozenset[str] = frozenset(),
        waiting: Mapping[str, float] | None = None,
    ) -> None:
        self.deadline = deadline
        self.agent = user_agent(contact)
        self.network = Network(private)
        self.backlog = Backlog()
        self._hosts = Hosts(waiting)
        self._room = asyncio.Semaphore(LARGE_AT_ONCE)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of what outlives a fetch."""
        await self.network.close()

    async def fetch(
        self,
        url: str,
        *,
        typed: str | None = None,
        known: Validators | None = None,
        tries: int = 1,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Fetch ``url``; waiting for a turn does not count against the deadline.

        Args:
            url: an http or https address.
            typed: the source on whose behalf this is done, as the user typed it; its own host
                and port may be private.
            known: the validators of an earlier answer, for which "unchanged" is an answer.
            tries: times to ask in all, where the fault is one that may pass.
            headers: what else to send, to the host of ``url`` alone.

        Raises:
            FetchFailed: with one line that says why.
        """
        time = _Time(self.deadline)
        pause = PAUSE
        while True:
            try:
                return await self._follow(
                    url, origin(typed or ""), known or Validators(), time, headers or {}
                )
            except FetchFailed as error:
                tries -= 1
                pause *= random.uniform(0.75, 1.25)  # noqa: S311  no secret, only not all at once
                if tries <= 0 or not error.passes or error.wait or time.left <= pause:
                    raise
            time.left -= pause
            await asyncio.sleep(pause)
            pause *= 4

    async def _follow(
        self,
        asked: str,
        typed: Origin | None,
        known: Validators,
        time: "_Time",
        headers: Mapping[str, str],
    ) -> Answer:
        url, moved, permanent = asked, None, True
        try:
            for _ in range(MAX_REDIRECTS + 1):
                own = headers if origin(url) == origin(asked) else {}
                got = await self._in_turn(url, typed, known, time, own)
                if isinstance(got, Answer):
                    return replace(got, asked=asked, moved=moved)
                permanent = permanent and got.permanent
                url = got.target
                moved = url if permanent else moved
        except FetchFailed as error:
            if host_of(url) != host_of(asked):
                error.led_to = host_of(url)
            raise
        raise FetchFailed(f"the server redirected more than {MAX_REDIRECTS} times")

    async def _in_turn(
        self,
        url: str,
        typed: Origin | None,
        known: Validators,
        time: "_Time",
        own: Mapping[str, str],
    ) -> "Answer | _Redirect":
        if refused := self.network.refusal(origin(url), typed):
            raise FetchFailed(refused)
        async with self._hosts.turn(url):
            await self.backlog.room()
            return await self._ask(url, typed, known, time, own)

    async def _ask(
        self,
        url: str,
        typed: Origin | None,
        known: Validators,
        time: "_Time",
        own: Mapping[str, str],
    ) -> "Answer | _Redirect":
        headers = {**own, "User-Agent": self.agent, **_HEADERS}
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        started = asyncio.get_running_loop().time()
        try:
            async with (
                asyncio.timeout(time.left),
                self.network.ask(url, headers, typed) as response,
            ):
                status = response.status_code
                if status in _REDIRECTS and (target := response.headers.get("location")):
                    return _Redirect(_joined(url, target), status in _PERMANENT)
                return await self._answer(response, url, known)
        except TimeoutError:
            line = f"no answer within {self.deadline:g} s"
            raise FetchFailed(line, silent=True) from None
        except FAULTS as error:
            raise failed(error) from error
        finally:
            time.left -= asyncio.get_running_loop().time() - started

    async def _answer(self, response: httpx.Response, url: str, known: Validators) -> Answer:
        status, headers = response.status_code, response.headers
        if status == 304:
            if known == Validators():
                raise FetchFailed("the server answered 304 to a question for all of it", status=304)
            max_age = _max_age(headers.get("cache-control", ""))
            return Answer(url, url, b"", "", known, unchanged=True, max_age=max_age)
        if status == 511:
            raise FetchFailed(SIGN_IN, status=status)
        if status != 200:
            raise FetchFailed(
                f"the server answered {status}",
                status=status,
                wait=_wait(headers.get("retry-after")),
                passes=status in PASSING,
            )
        return Answer(
            url,
            url,
            await whole_body(response, self._room),
            headers.get("content-type", ""),
            Validators(_sendable(headers.get("etag")), _sendable(headers.get("last-modified"))),
            max_age=_max_age(headers.get("cache-control", "")),
        )


@dataclass(frozen=True, slots=True)
class _Redirect:
    """Where an answer leads, and whether for good."""

    target: str
    permanent: bool


@dataclass(slots=True)
class _Time:
    """Seconds a fetch has left."""

    left: float


def user_agent(contact: str) -> str:
    """What servers are told of us, with whom to write to where the user names one."""
    return f"briefing/{__version__} ({contact})" if contact else f"briefing/{__version__}"


def _joined(url: str, target: str) -> str:
    """Where a redirect leads; its fragment is no part of an address to be asked for."""
    try:
        joined = urljoin(url, target.strip())
        urlsplit(joined).port  # noqa: B018  it raises where there is none
    except ValueError:
        raise FetchFailed("the server redirected to what is no address") from None
    return joined.partition("#")[0]


def _sendable(value: str | None) -> str | None:
    """A validator that can be sent back as a header; None for what no server should have sent."""
    return value if value and value.isascii() and value.isprintable() and len(value) < 500 else None


def _max_age(cache_control: str) -> int | None:
    found = _MAX_AGE.search(cache_control)
    return int(found[1]) if found else None


def _wait(retry_after: str | None) -> int | None:
    """Retry-After, given in seconds or as a date (RFC 9110, 10.2.3), in seconds, at most a day."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        seconds = float(retry_after[:10])
    else:
        try:
            until = parsedate_to_datetime(retry_after)
        except (ValueError, TypeError):
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        seconds = (until - datetime.now(UTC)).total_seconds()
    return int(min(max(seconds, 0), 86_400))
