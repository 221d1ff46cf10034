"""The pages of a feed's items, where the feed has only their summary."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from briefing.errors import FeedError
from briefing.store.sources import Source
from briefing.sync.faults import FetchFailed
from briefing.sync.fetch import Fetcher
from briefing.sync.items import Planned
from briefing.sync.pages import Page, read_page
from briefing.sync.parsers import Parsers
from briefing.sync.plan import GONE, PAGE_TRIES
from briefing.sync.robots import allowed, robots_url

DEADLINE = 60.0
"""Seconds the pages of one source's items may take together; the rest come with the next sync."""

AT_ONCE = 20
"""Pages asked for at once: feeds, which say what is new, always find a way past them."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of an item's page.

    ``tries`` says how often it failed, 0 where it came or its turn did not come; ``error`` is one
    line.
    """

    one: Planned
    page: Page | None = None
    tries: int = 0
    error: str | None = None


class FullText:
    """Fetches and reads pages for one run, robots.txt honoured."""

    def __init__(self, fetcher: Fetcher, parsers: Parsers) -> None:
        self._fetcher = fetcher
        self._parsers = parsers
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._rules: dict[str, asyncio.Task[bytes]] = {}

    async def pages(self, wanted: Sequence[Planned], source: Source) -> AsyncIterator[Found]:
        """What became of each page, as it comes; at the deadline, that of the rest."""
        sites: dict[str, list[Planned]] = defaultdict(list)
        for one in wanted:
            sites[robots_url(one.item.url or "")].append(one)
        found: asyncio.Queue[Found] = asyncio.Queue()
        tasks = [
            asyncio.create_task(self._site(rules, ones, source, found))
            for rules, ones in sites.items()
        ]
        left = {one.item.key: one for one in wanted}
        ends = asyncio.get_running_loop().time() + DEADLINE
        try:
            while left:
                time = ends - asyncio.get_running_loop().time()
                done = await asyncio.wait_for(found.get(), time)
                del left[done.one.item.key]
                yield done
        except TimeoutError:
            pass
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        for one in left.values():
            yield Found(one, error="its turn did not come in this sync")

    async def _site(
        self, rules: str, ones: list[Planned], source: Source, found: "asyncio.Queue[Found]"
    ) -> None:
        try:
            may = await self._allowed(rules, [one.item.url or "" for one in ones], source.url)
        except (FetchFailed, FeedError) as error:
            for one in ones:
                found.put_nowait(Found(one, tries=1, error=f"its robots.txt: {error}"))
            return
        async with asyncio.TaskGroup() as group:
            for one, is_allowed in zip(ones, may, strict=True):
                if is_allowed:
                    group.create_task(self._one(one, source, found))
                else:
                    line = "its robots.txt asks that programs leave it alone"
                    found.put_nowait(Found(one, tries=PAGE_TRIES, error=line))

    async def _one(self, one: Planned, source: Source, found: "asyncio.Queue[Found]") -> None:
        try:
            async with self._turns:
                answer = await self._fetcher.fetch(one.item.url or "", typed=source.url)
            with self._fetcher.backlog.holding(answer.body):
                page = await self._parsers.run(
                    read_page, answer.body, answer.url, answer.content_type
                )
        except FetchFailed as error:
            tries = PAGE_TRIES if error.status in GONE else 0 if error.wait else 1
            found.put_nowait(Found(one, tries=tries, error=str(error)))
        except FeedError as error:
            found.put_nowait(Found(one, tries=PAGE_TRIES, error=str(error)))
        else:
            found.put_nowait(Found(one, page))

    async def may_fetch(self, url: str, typed: str) -> bool:
        """Whether robots.txt lets a page be asked for, on behalf of the address ``typed``.

        Raises:
            FetchFailed: its rules cannot be had, and so may be any (RFC 9309, 2.3.1.4).
            FeedError: they cannot be read.
        """
        return all(await self._allowed(robots_url(url), [url], typed))

    async def _allowed(self, rules: str, urls: list[str], typed: str) -> list[bool]:
        """Whether each page may be fetched; a site's rules are asked for once in a run.

        Raises:
            FetchFailed: the rules cannot be had, and so may be any (RFC 9309, 2.3.1.4).
            FeedError: the rules cannot be read.
        """
        if rules not in self._rules:
            asked = asyncio.create_task(self._rules_at(rules, typed))
            asked.add_done_callback(lambda task: task.cancelled() or task.exception())
            self._rules[rules] = asked
        body = await asyncio.shield(self._rules[rules])
        if not body.strip():
            return [True] * len(urls)
        return await self._parsers.run(allowed, body, urls)

    async def _rules_at(self, rules: str, typed: str) -> bytes:
        try:
            async with self._turns:
                return (await self._fetcher.fetch(rules, typed=typed)).body
        except FetchFailed as error:
            if error.status and 400 <= error.status < 500 and error.status != 429:
                return b""  # there are none (RFC 9309, 2.3.1.3)
            raise
