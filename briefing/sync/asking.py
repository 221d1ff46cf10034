"""Asks for the sources of one run, each in the way that the reader of its kind says."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, ParamSpec, TypeVar
from urllib.parse import quote, quote_plus

from briefing.errors import FeedError, InputError, PageInstead, SettingsError
from briefing.keys import Keys
from briefing.redaction import MARK, has_secret, is_redacted, redacted, without_secrets
from briefing.store.sources import Source
from briefing.sync import reader
from briefing.sync.faults import FetchFailed
from briefing.sync.feeds import Feed
from briefing.sync.fetch import SIGN_IN, Answer, Fetcher
from briefing.sync.full_text import FullText
from briefing.sync.hosts import host_of
from briefing.sync.items import Planned
from briefing.sync.parsers import Parsers
from briefing.sync.portal import Instead, page_instead
from briefing.sync.schedule import asks_with

TRIES = 3
"""Times a source is asked for, where what went wrong may pass."""

OTHERS_S = 20
"""Seconds that somebody else's reader may take for an answer."""

ROBOTS = "its robots.txt asks that programs leave it alone"

P = ParamSpec("P")
T = TypeVar("T")


class Traits(NamedTuple):
    """What a reader says of its kind; see ``SourceReader``."""

    key_from: str | None
    pause: float
    robots: bool


class Asking:
    """Asks and reads, for one run.

    Args:
        fetcher: asks servers.
        parsers: read what came.
        others: do so with readers that are not ours, apart.
        full_text: knows what robots.txt says.
        keys: where secrets are; None where there are none.
        now: the instant it is.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        parsers: Parsers,
        others: Parsers,
        full_text: FullText,
        keys: Keys | None,
        now: datetime,
    ) -> None:
        self._fetcher = fetcher
        self._parsers = parsers
        self._others = others
        self._full_text = full_text
        self._keys = keys
        self._now = now
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def answer(self, source: Source) -> Answer:
        """What a source's server answers. Nothing secret is in it, nor in an error.

        Raises:
            InputError: it cannot be had.
        """
        traits = Traits(*await self._in_place(source.kind, reader.traits, source.kind))
        key = await self._key(source, traits)
        if source.kind in reader.ADDRESSED:
            request = reader.Request(key or source.url)
        else:
            request = await self._in_place(source.kind, reader.ask, source.kind, source.url, key)
        try:
            if traits.robots and not await self._full_text.may_fetch(request.url, request.url):
                raise FetchFailed(ROBOTS)
            async with self._turn(source.kind, traits.pause):
                answer = await self._fetcher.fetch(
                    request.url,
                    typed=request.url if source.kind in reader.ADDRESSED else None,
                    known=asks_with(source, self._now),
                    tries=TRIES,
                    headers=request.headers,
                )
        except FetchFailed as error:
            if traits.key_from and error.status in {401, 403}:
                error.args = (f"{error}: is your key for {source.kind} right?",)
            error.args = (_without(str(error), key),)
            raise
        return _public(answer, source, key)

    async def read(self, source: Source, answer: Answer) -> tuple[Feed, list[Planned]]:
        """What an answer says, and what its items become.

        Raises:
            FeedError: it is nothing that such a source has.
        """
        if source.kind == "page" and host_of(answer.url) != host_of(source.url):
            host = host_of(answer.url)
            line = f"it leads to {host}: if it moved, add it there; or perhaps {SIGN_IN}"
            raise Instead(line, host)
        parsers = self._parsers if reader.is_ours(source.kind) else self._others
        args = (source.kind, answer.body, answer.url, answer.content_type, source.url, self._now)
        try:
            with self._fetcher.backlog.holding(answer.body):
                return await parsers.run(reader.read, *args)
        except PageInstead as error:
            raise page_instead(source, answer, redacted(str(error))) from error
        except InputError as error:
            raise FeedError(redacted(str(error))) from error

    async def _in_place(
        self, kind: str, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """A step of a reader: ours here, others' where they can break nothing."""
        if reader.is_ours(kind):
            return step(*args, **kwargs)
        return await self._others.run(step, *args, **kwargs)

    async def _key(self, source: Source, traits: Traits) -> str | None:
        """The key that a source needs, or its whole address where the store holds a part."""
        if source.kind in reader.ADDRESSED:
            if not is_redacted(source.url):
                return None
            name, lacking = source.url, "the secret of its address is not here: add it again"
        elif traits.key_from:
            name, lacking = source.kind, no_key(source.kind, traits.key_from, self._keys)
        else:
            return None
        try:
            key = await asyncio.to_thread(self._keys.find, name) if self._keys else None
        except SettingsError as error:
            raise FeedError(str(error)) from error
        if key is None:
            raise FeedError(lacking)
        return key

    @asynccontextmanager
    async def _turn(self, kind: str, pause: float) -> AsyncIterator[None]:
        """Have requests of a kind keep the distance that its server wants."""
        if not pause:
            yield
            return
        async with self._turns[kind]:
            try:
                yield
            finally:
                await asyncio.sleep(pause)


def no_key(kind: str, key_from: str, keys: Keys | None) -> str:
    """What to do where a kind's key is missing."""
    where = keys.path if keys else "settings.toml"
    return f'needs a key: get one at {key_from}, then put  {kind} = "…"  under [keys] in {where}'


def _public(answer: Answer, source: Source, key: str | None) -> Answer:
    """The answer without what is secret in its addresses; no move to such a one is kept."""
    if answer.url == source.url and not answer.moved:
        return answer
    url = _without(without_secrets(answer.url), key, "")
    secret = key or has_secret(answer.moved or "") or source.kind not in reader.ADDRESSED
    return replace(answer, asked=source.url, url=url, moved=None if secret else answer.moved)


def _without(text: str, key: str | None, mark: str = MARK) -> str:
    for written in {key, quote(key), quote_plus(key)} if key else ():
        text = text.replace(written, mark)
    return redacted(text)
