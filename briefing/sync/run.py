"""A sync: reads what is known, plans, fetches, and commits each source as it arrives."""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from briefing.errors import InputError
from briefing.keys import Keys
from briefing.model import Item
from briefing.redaction import has_secret, redacted
from briefing.rows import SourceRow
from briefing.store.connect import connect, told, writing
from briefing.store.filing import Counts, put
from briefing.store.folder_files import known_files, remember_file
from briefing.store.sources import (
    Health,
    Source,
    feed_words,
    move_source,
    record_title,
    remember,
    sources,
    sync_state,
)
from briefing.sync import watched
from briefing.sync.asking import OTHERS_S, Asking
from briefing.sync.dates import iso
from briefing.sync.feeds import Feed
from briefing.sync.fetch import DEADLINE, Answer, Fetcher
from briefing.sync.full_text import FullText
from briefing.sync.items import Planned
from briefing.sync.lock import sync_lock
from briefing.sync.parsers import Parsers
from briefing.sync.plan import Settled, pending, settle, waits_for_page
from briefing.sync.portal import answered_by, portals
from briefing.sync.reader import ADDRESSED
from briefing.sync.records import Records
from briefing.sync.schedule import (
    NOTHING,
    Fetched,
    after_answer,
    after_failure,
    after_folder,
    after_portal,
    due,
    waiting,
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Something happened. ``done`` of ``total`` sources are finished.

    ``start`` comes once, ``page`` with every page asked for (``error`` where it did not come),
    ``file`` with what of a folder's file could not be taken in (``error``), ``source`` with every
    source that is finished, whose row is ``row``.
    """

    kind: Literal["start", "page", "file", "source"]
    done: int
    total: int
    title: str = ""
    url: str = ""
    counts: Counts = NOTHING
    error: str | None = None
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a sync is asked for.

    ``only`` names sources by address, id, title or folder; None is all. ``scheduled`` leaves out
    those whose next check is still to come. ``since`` is an ISO day or instant: what was published
    before is left for another sync. ``deadline`` is the seconds one fetch may take, ``contact``
    whom servers may write to about us, ``private`` the hosts that may be private addresses,
    ``keys`` where keys of services and addresses with a secret are.
    """

    only: Sequence[str] | None = None
    scheduled: bool = False
    since: str | None = None
    deadline: float = DEADLINE
    contact: str = ""
    private: frozenset[str] = frozenset()
    keys: Keys | None = None


async def sync(
    store_path: Path,
    *,
    now: datetime,
    progress: Callable[[Progress], None],
    wishes: Wishes = Wishes(),
) -> list[SourceRow]:
    """Fetch sources and store what is new in them.

    Args:
        store_path: the store.
        now: the instant it is, in UTC.
        progress: told of each step, in the caller's own thread.
        wishes: what to fetch, and how.

    Returns:
        The sources asked for with their health and what this sync brought, in their order.

    Raises:
        InputError: ``only`` names no source.
        StoreError: the store cannot be used, or another sync is running.
    """
    with sync_lock(store_path, now):
        db = connect(store_path)
        try:
            if wishes.keys:
                _hide_secrets(db, wishes.keys)
            known = sync_state(db)
            only = wishes.only
            chosen = due(known, now, only, scheduled=wishes.scheduled)
            if only is not None and not chosen:
                named = redacted(", ".join(only))
                raise InputError(f"no source is called {named}: see briefing sources")
            hosts = waiting(known, now)
            async with Fetcher(wishes.deadline, wishes.contact, wishes.private, hosts) as fetcher:
                with Parsers() as parsers, Parsers(1, OTHERS_S) as others:
                    run = _Run(
                        db,
                        store_path,
                        fetcher,
                        parsers,
                        others,
                        now,
                        progress,
                        wishes.since,
                        wishes.keys,
                    )
                    await run.all(chosen)
            return _results(db, chosen, everything=only is None and not wishes.scheduled)
        finally:
            db.close()


def _hide_secrets(db: sqlite3.Connection, keys: Keys) -> None:
    """Move secrets that older versions kept in the store to where they belong."""
    for source in sync_state(db):
        if source.kind in ADDRESSED and has_secret(source.url):
            move_source(db, source, keys.keep_address(source.url))


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
        others: Parsers,
        now: datetime,
        progress: Callable[[Progress], None],
        since: str | None,
        keys: Keys | None,
    ) -> None:
        self._db = db
        self._store_path = store_path
        self._fetcher = fetcher
        self._parsers = parsers
        self._full_text = FullText(fetcher, parsers)
        self._asking = Asking(fetcher, parsers, others, self._full_text, keys, now)
        self._now = now
        self._instant = iso(now)
        self._records = Records(db, store_path, self._instant)
        self._progress = progress
        self._since = since
        self._answered: list[tuple[Source, str, Exception]] = []
        self._reached = 0
        self._done = 0
        self._total = 0

    async def all(self, chosen: list[Source]) -> None:
        """Fetch all of them at once; the fetcher keeps the bounds."""
        self._total = len(chosen)
        self._progress(Progress("start", 0, self._total))
        try:
            async with asyncio.TaskGroup() as group:
                for source in chosen:
                    group.create_task(self._source(source))
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from None
        found = portals([(one, by) for one, by, _ in self._answered], self._reached)
        for source, by, error in self._answered:
            if line := found.get(by):
                health = after_portal(source, line)
                await self._records.write(source, health)
            else:
                health = await self._fail(source, error)
            self._tell(source, health)

    async def _source(self, source: Source) -> None:
        title = source.title
        try:
            if source.kind == "folder":
                health = await self._folder(source)
            else:
                title, health = await self._asked(source)
        except InputError as error:
            if by := answered_by(error):
                self._answered.append((source, by, error))  # who it was shows at the end
                return
            health = await self._fail(source, error)
        else:
            self._reached += source.kind != "folder"
        self._tell(source, health, title)

    def _tell(self, source: Source, health: Health, title: str = "") -> None:
        self._done += 1
        counts = Counts(health.new, health.updated, health.unchanged)
        told = Progress(
            "source",
            self._done,
            self._total,
            title or source.title or source.url,
            source.url,
            counts,
            health.error,
            source.id,
        )
        self._progress(told)

    async def _asked(self, source: Source) -> tuple[str, Health]:
        """Ask for a source and take in what it has; its title, and how it is.

        Raises:
            InputError: it cannot be had, or is not what it should be.
        """
        answer = await self._asking.answer(source)
        if answer.unchanged:
            return source.title, await self._record(source, Fetched(answer, source.items))
        feed, planned = await self._asking.read(source, answer)
        title = source.title or feed.title
        return title, await self._take_in(source, answer, feed, planned)

    async def _folder(self, source: Source) -> Health:
        """Commit what is new or changed in a folder, file by file; what is not in is named.

        Raises:
            FeedError: the folder cannot be looked at.
        """
        looked = await self._parsers.run(watched.look, watched.folder_at(source.url))
        known = known_files(self._db, source.id)
        wanted = watched.changed(looked, known)
        faults = {one.name: known[one.name].error for one in looked.files if one.name in known}
        counts = Counts(unchanged=len(looked.files) - len(wanted))
        async for filed in watched.read_changed(wanted, self._parsers):
            counts += self._store_file(source, filed)
            faults[filed.file.name] = filed.known().error
            for line in filed.faults:
                told = Progress("file", self._done, self._total, source.title, error=line)
                self._progress(told)
        note = watched.note(looked, faults.values())
        health = after_folder(counts, note, self._now)
        await self._records.write(source, health)
        return health

    def _store_file(self, source: Source, filed: watched.Filed) -> Counts:
        new_enough = [item for item in filed.items if not self._is_too_old(item)]
        with told(self._store_path), writing(self._db):
            counts = put(self._db, new_enough, source_id=source.id, now=self._instant)
            if filed.complete and len(new_enough) == len(filed.items):
                remember_file(self._db, source.id, filed.known())
        return counts

    async def _take_in(
        self, source: Source, answer: Answer, feed: Feed, planned: list[Planned]
    ) -> Health:
        """Commit what the feed has, and what its items' pages have as they come."""
        known = feed_words(self._db, [one.item.key for one in planned])
        wanted = pending(planned, known)
        taken = [one for one in wanted if not self._is_too_old(one.item)]
        complete = len(taken) == len(wanted)
        at_once = [
            settle(one, known.get(one.item.key), None) for one in taken if not one.wants_page
        ]
        counts = self._store(source, at_once, feed.title)
        pages = [one for one in taken if one.wants_page]
        async for found in self._full_text.pages(pages, source):
            one = found.one
            settled = settle(one, known.get(one.item.key), found.page, tries=found.tries)
            counts += self._store(source, [settled])
            complete = complete and not waits_for_page(settled, one)
            self._tell_page(one, found.error)
        return await self._record(source, Fetched(answer, len(planned), counts, feed.ttl, complete))

    def _is_too_old(self, item: Item) -> bool:
        return bool(self._since and item.published and item.published < self._since)

    def _store(self, source: Source, settled: list[Settled], title: str = "") -> Counts:
        with told(self._store_path), writing(self._db):
            taken = [one.item for one in settled if one.item]
            counts = put(self._db, taken, source_id=source.id, now=self._instant)
            remember(self._db, [one.memory for one in settled])
            record_title(self._db, source.id, title)
        return counts

    async def _record(self, source: Source, got: Fetched) -> Health:
        health = after_answer(source, got, self._now, random.random())  # noqa: S311  no secret
        await self._records.write(source, health)
        return health

    async def _fail(self, source: Source, error: Exception) -> Health:
        health = after_failure(source, error, self._now, random.random())  # noqa: S311  no secret
        await self._records.write(source, health)
        return health

    def _tell_page(self, one: Planned, error: str | None) -> None:
        url = one.item.url or ""
        self._progress(Progress("page", self._done, self._total, one.item.title, url, error=error))
