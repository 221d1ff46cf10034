"""A sync: reads what is known, plans, fetches, and commits each source as it arrives."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from briefing.errors import FeedError, InputError
from briefing.rows import SourceRow
from briefing.store.connect import connect, told, writing
from briefing.store.filing import Counts, put
from briefing.store.sources import (
    Health,
    Source,
    feed_words,
    record_health,
    record_title,
    remember,
    sources,
    sync_state,
)
from briefing.sync.dates import iso
from briefing.sync.faults import FetchFailed
from briefing.sync.feeds import Feed
from briefing.sync.fetch import DEADLINE, Fetcher, Validators
from briefing.sync.items import Planned, read_items
from briefing.sync.lock import sync_lock
from briefing.sync.pages import Page, read_page
from briefing.sync.parsers import Parsers
from briefing.sync.plan import GONE, PAGE_TRIES, Settled, due, pending, settle, waits_for_page

PAGES_DEADLINE = 60.0
"""Seconds the pages of one source's items may take together; the rest come with the next sync."""


_NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class Progress:
    """Something happened. ``done`` of ``total`` sources are finished.

    ``start`` comes once, ``page`` with every page asked for (``error`` where it did not come),
    ``source`` with every source that is finished.
    """

    kind: Literal["start", "page", "source"]
    done: int
    total: int
    title: str = ""
    url: str = ""
    counts: Counts = _NOTHING
    error: str | None = None


async def sync(
    store_path: Path,
    *,
    now: datetime,
    progress: Callable[[Progress], None],
    only: Sequence[str] | None = None,
    deadline: float = DEADLINE,
    contact: str = "",
) -> list[SourceRow]:
    """Fetch the sources that are due and store what is new in them.

    Args:
        store_path: the store.
        now: the instant it is, in UTC.
        progress: told of each step, in the caller's own thread.
        only: addresses, ids or titles of the sources to fetch; None for all that are due.
        deadline: seconds one fetch may take.
        contact: whom servers may write to about us.

    Returns:
        The sources asked for with their health and what this sync brought, in their order.

    Raises:
        InputError: ``only`` names no source.
        StoreError: the store cannot be used, or another sync is running.
    """
    with sync_lock(store_path, now):
        db = connect(store_path)
        try:
            known = sync_state(db)
            chosen = due(known, now, only)
            if only is not None and not chosen:
                raise InputError(f"no source is called {', '.join(only)}: see briefing sources")
            with Parsers() as parsers:
                fetcher = Fetcher(deadline, contact)
                run = _Run(db, store_path, fetcher, parsers, now, progress, len(chosen))
                await run.all(chosen)
            return _results(db, chosen, everything=only is None)
        finally:
            db.close()


def _results(db: sqlite3.Connection, chosen: list[Source], *, everything: bool) -> list[SourceRow]:
    """The rows of what was fetched; those of what was left alone have nothing new."""
    fetched = {source.id for source in chosen}
    rows = [row for row in sources(db) if everything or row.id in fetched]
    return [r if r.id in fetched else r._replace(new=0, updated=0, unchanged=0) for r in rows]


class _Run:
    def __init__(
        self,
        db: sqlite3.Connection,
        store_path: Path,
        fetcher: Fetcher,
        parsers: Parsers,
        now: datetime,
        progress: Callable[[Progress], None],
        total: int,
    ) -> None:
        self._db = db
        self._store_path = store_path
        self._fetcher = fetcher
        self._parsers = parsers
        self._now = now
        self._progress = progress
        self._done = 0
        self._total = total

    async def all(self, chosen: list[Source]) -> None:
        """Fetch all of them at once; the fetcher keeps the bounds."""
        self._progress(Progress("start", 0, self._total))
        try:
            async with asyncio.TaskGroup() as group:
                for source in chosen:
                    group.create_task(self._source(source))
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from None

    async def _source(self, source: Source) -> None:
        title = source.title
        try:
            answer = await self._fetcher.fetch(
                source.url,
                typed=source.url,
                known=Validators(source.etag, source.last_modified),
            )
            if answer.unchanged:
                health = self._not_modified(source)
            else:
                feed, planned = await self._parsers.run(
                    read_items, answer.body, answer.url, answer.content_type, source.url, self._now
                )
                title = title or feed.title
                health = await self._take_in(source, feed, planned, answer.validators)
        except FetchFailed as error:
            health = _failed(error, self._now)
        except FeedError as error:
            health = Health("failed", str(error))
        if health.state != "ok":
            with told(self._store_path):
                record_health(self._db, source.id, health, now=iso(self._now))
        self._done += 1
        counts = Counts(health.new, health.updated, health.unchanged)
        self._tell("source", title or source.url, source.url, counts, health.error)

    def _not_modified(self, source: Source) -> Health:
        health = Health(
            "ok",
            etag=source.etag,
            last_modified=source.last_modified,
            unchanged=source.items,
        )
        with told(self._store_path):
            record_health(self._db, source.id, health, now=iso(self._now))
        return health

    async def _take_in(
        self, source: Source, feed: Feed, planned: list[Planned], validators: Validators
    ) -> Health:
        """Fetch the pages the items want, and commit all of it in one transaction."""
        known = feed_words(self._db, [one.item.key for one in planned])
        wanted = pending(planned, known)
        pages = await self._pages(wanted, source)
        settled = []
        for one in wanted:
            page, tries = pages.get(one.item.key, (None, 0))
            settled.append(settle(one, known.get(one.item.key), page, tries=tries))
        # A feed that is asked for "only if changed" would hide the items whose pages are to come.
        again = any(map(waits_for_page, settled, wanted))
        kept = Validators() if again else validators
        return self._commit(source, feed.title, settled, len(planned), kept)

    def _commit(
        self, source: Source, title: str, settled: list[Settled], items: int, kept: Validators
    ) -> Health:
        now = iso(self._now)
        with told(self._store_path), writing(self._db):
            taken = [one.item for one in settled if one.item]
            counts = put(self._db, taken, source_id=source.id, now=now)
            remember(self._db, [one.memory for one in settled])
            health = Health(
                "ok",
                etag=kept.etag,
                last_modified=kept.last_modified,
                new=counts.new,
                updated=counts.updated,
                unchanged=items - counts.new - counts.updated,
            )
            record_title(self._db, source.id, title)
            record_health(self._db, source.id, health, now=now)
        return health

    async def _pages(
        self, wanted: list[Planned], source: Source
    ) -> dict[str, tuple[Page | None, int]]:
        """The pages that came in time by their item's key, and how often each failed."""
        found: dict[str, tuple[Page | None, int]] = {}

        async def take(one: Planned) -> None:
            found[one.item.key] = await self._page(one, source)

        try:
            async with asyncio.timeout(PAGES_DEADLINE), asyncio.TaskGroup() as group:
                for one in wanted:
                    if one.wants_page:
                        group.create_task(take(one))
        except TimeoutError:
            pass
        return found

    async def _page(self, one: Planned, source: Source) -> tuple[Page | None, int]:
        url = one.item.url or ""
        try:
            answer = await self._fetcher.fetch(url, typed=source.url)
            page = await self._parsers.run(read_page, answer.body, answer.url, answer.content_type)
        except FetchFailed as error:
            self._tell("page", one.item.title, url, error=str(error))
            return None, PAGE_TRIES if error.status in GONE else 1
        except FeedError as error:
            self._tell("page", one.item.title, url, error=str(error))
            return None, PAGE_TRIES
        self._tell("page", one.item.title, url)
        return page, 0

    def _tell(
        self,
        kind: Literal["page", "source"],
        title: str,
        url: str,
        counts: Counts = _NOTHING,
        error: str | None = None,
    ) -> None:
        self._progress(Progress(kind, self._done, self._total, title, url, counts, error))


def _failed(error: FetchFailed, now: datetime) -> Health:
    """A fetch that failed. A feed that is gone for good (410) is not asked for again."""
    if error.status == 410:
        return Health("muted", f"{error}: the feed is gone for good")
    if error.wait:
        until = now + timedelta(seconds=error.wait)
        return Health("failed", f"{error}, asking to wait until {iso(until)}", iso(until))
    return Health("failed", str(error))
