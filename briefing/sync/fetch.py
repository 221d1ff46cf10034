"""One address fetched, politely and within bounds, or one line that says why not."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from briefing import __version__
from briefing.sync.address import Origin, origin, refusal
from briefing.sync.body import whole_body
from briefing.sync.faults import CONNECT, FetchFailed, reason
from briefing.sync.network import transport

DEADLINE = 30.0
"""Seconds one fetch may take as a whole, redirects and body included: a server that sends a byte
now and then never runs into a timeout of httpx."""

MAX_REDIRECTS = 5
PER_HOST = 2
OVERALL = 50

_REDIRECTS = {301, 302, 303, 307, 308}
_HEADERS = {
    "Accept-Encoding": "gzip",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.9, text/html;q=0.8, */*;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether anything changed (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: ``asked`` for, and at ``url`` in the end, after redirects.

    ``body`` is decoded from gzip but not from its charset, and empty where ``unchanged``.
    """

    asked: str
    url: str
    body: bytes
    content_type: str
    validators: Validators
    unchanged: bool = False


class Fetcher:
    """Fetches for one run: no more than ``PER_HOST`` at once from a host, ``OVERALL`` in all."""

    def __init__(self, deadline: float = DEADLINE, contact: str = "") -> None:
        self.deadline = deadline
        self._agent = user_agent(contact)
        self._tls = httpx.create_ssl_context()
        self._overall = asyncio.Semaphore(OVERALL)
        self._hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(PER_HOST))

    async def fetch(
        self, url: str, *, typed: str | None = None, known: Validators | None = None
    ) -> Answer:
        """Fetch ``url``; waiting for a turn does not count against the deadline.

        Args:
            url: an http or https address.
            typed: the source on whose behalf this is done, as the user typed it; its own host
                and port may be private.
            known: the validators of an earlier answer, for which "unchanged" is an answer.

        Raises:
            FetchFailed: with one line that says why.
        """
        host = getattr(origin(url), "host", "")
        async with self._hosts[host], self._overall:
            try:
                async with asyncio.timeout(self.deadline):
                    return await self._follow(url, origin(typed or ""), known or Validators())
            except TimeoutError:
                raise FetchFailed(f"no answer within {self.deadline:g} s") from None
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                raise FetchFailed(reason(error, self.deadline)) from error

    async def _follow(self, asked: str, typed: Origin | None, known: Validators) -> Answer:
        url = asked
        for _ in range(MAX_REDIRECTS + 1):
            if refused := refusal(origin(url), typed):
                raise FetchFailed(refused)
            async with self._request(url, typed, known) as response:
                target = response.headers.get("location")
                if response.status_code not in _REDIRECTS or not target:
                    return await _answer(response, asked, url)
            url = str(httpx.URL(url).join(target))
        raise FetchFailed(f"the server redirected more than {MAX_REDIRECTS} times")

    @asynccontextmanager
    async def _request(
        self, url: str, typed: Origin | None, known: Validators
    ) -> AsyncIterator[httpx.Response]:
        headers = {"User-Agent": self._agent, **_HEADERS}
        if known.etag:
            headers["If-None-Match"] = known.etag
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        timeout = httpx.Timeout(self.deadline, connect=min(CONNECT, self.deadline))
        client = httpx.AsyncClient(transport=transport(url, typed, self._tls), timeout=timeout)
        async with client, client.stream("GET", url, headers=headers) as response:
            yield response


def user_agent(contact: str) -> str:
    """What servers are told of us, with whom to write to where the user names one."""
    return f"briefing/{__version__} ({contact})" if contact else f"briefing/{__version__}"


async def _answer(response: httpx.Response, asked: str, url: str) -> Answer:
    status = response.status_code
    headers = response.headers
    validators = Validators(_sendable(headers.get("etag")), _sendable(headers.get("last-modified")))
    content_type = headers.get("content-type", "")
    if status == 304:
        return Answer(asked, url, b"", content_type, validators, unchanged=True)
    if status != 200:
        wait = _wait(headers.get("retry-after"))
        raise FetchFailed(f"the server answered {status}", status=status, wait=wait)
    return Answer(asked, url, await whole_body(response), content_type, validators)


def _sendable(value: str | None) -> str | None:
    """A validator that can be sent back as a header; None for what no server should have sent."""
    return value if value and value.isascii() and value.isprintable() and len(value) < 500 else None


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
