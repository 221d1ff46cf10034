"""``briefing sync``: fetch every source, then read and link what is new."""

import asyncio
import sys
from argparse import Namespace
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from sqlite3 import Connection

from briefing import pipeline
from briefing.errors import UsageError
from briefing.export.plain import plain, several
from briefing.export.rows import as_json
from briefing.keys import Keys
from briefing.places import settings_path
from briefing.rows import SourceRow
from briefing.settings import read_settings
from briefing.store.connect import connect, told
from briefing.store.query import day_bounds
from briefing.store.rereading import change_counts
from briefing.store.sources import source_row, sources
from briefing.sync.fetch import SIGN_IN
from briefing.sync.run import Progress, Wishes, sync
from briefing.text import clean_line, printable
from briefing.verbs.beside import ReadingBeside
from briefing.verbs.progress import bars, read_queue, stamp, utc_now, weekly_backup


def run(options: Namespace) -> int:
    """Sync, print a line a source, read what comes in; 1 where no source could be reached."""
    wishes = _wishes(options)
    with told(options.db), closing(connect(options.db)) as db, weekly_backup(db, options.db):
        if options.offline:
            return _offline(db, quiet=options.json)
        if not sources(db):
            return _without_sources(db, quiet=options.json)
        before = _found(db)
        rows, read = _sync_and_read(db, options, wishes)
        changed = change_counts(db) if read.again else Counter[str]()
        found = _found(db)
    if not options.json:
        _table(rows)
        people, quotes = (max(0, now - then) for now, then in zip(found, before, strict=True))
        sys.stdout.write(f"{_several_people(people)} and {several(quotes, 'quote')} new\n")
        _total(rows, read.done)
        _reread(read.again, changed)
    reached = [row for row in rows if row.state == "ok"]
    return 0 if reached or not rows else 1


def _wishes(options: Namespace) -> Wishes:
    settings = read_settings(settings_path())
    return Wishes(
        only=options.only,
        scheduled=options.due,
        since=_since(options.since) if options.since else None,
        contact=settings.contact,
        private=settings.private,
        keys=Keys(settings_path()),
    )


def _since(day: str) -> str:
    """The instant a day begins, as the store keeps it."""
    if (bounds := day_bounds(day.strip().lower(), datetime.now().astimezone())) is None:
        raise UsageError(f"--since {day} is no day: give 2025-04-11, yesterday or 2w")
    return stamp(datetime.fromtimestamp(bounds[0], UTC))


def _sync_and_read(
    db: Connection, options: Namespace, wishes: Wishes
) -> tuple[list[SourceRow], pipeline.Progress]:
    """Fetch, and read beside it; the sources asked for, and what was read."""
    with (
        bars("Syncing", "Reading") as (fetching, reading),
        ReadingBeside(
            options.db, lambda state: reading(state.done + state.failed, state.total)
        ) as beside,
    ):

        def tell(progress: Progress) -> None:
            if progress.kind == "file":
                line = clean_line(f"{progress.title}: {progress.error}")
                print(f"briefing: {line}", file=sys.stderr)
            elif progress.kind != "page":
                fetching(progress.done, progress.total)
            if progress.source_id is not None:
                row = source_row(db, progress.source_id)
                _print(row, as_lines_of_json=options.json)
                if row.new or row.updated:
                    beside.wake()

        rows = asyncio.run(sync(options.db, now=utc_now(), progress=tell, wishes=wishes))
        return rows, beside.finish()


def _found(db: Connection) -> tuple[int, int]:
    """People and quotes in the store."""
    row = db.execute("SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM quotes)")
    people, quotes = row.fetchone()
    return people, quotes


def _several_people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _table(rows: list[SourceRow]) -> None:
    """What every source brought in sum, and each that failed, or is not all in, with its reason."""
    failed = [row for row in rows if row.state in ("failed", "muted")]
    partly = [row for row in rows if row.state == "ok" and row.error]
    sums = {
        name: sum(getattr(row, name) for row in rows) for name in ("new", "updated", "unchanged")
    }
    sys.stdout.write("\n" + "".join(f"{name:<10}{number:>8}\n" for name, number in sums.items()))
    sys.stdout.write(f"{'failed':<10}{len(failed):>8}\n")
    for line in _reasons([*failed, *partly]):
        sys.stdout.write(f"  {printable(line)}\n")


def _reasons(rows: list[SourceRow]) -> list[str]:
    """Each source with its reason; what one network did to many of them stands there once."""
    times = Counter(row.error for row in rows)
    lines = [
        row.error
        if row.error and SIGN_IN in row.error and times[row.error] > 2
        else f"{row.title or row.url}: {row.error or row.state}"
        for row in rows
    ]
    return list(dict.fromkeys(lines))


def _without_sources(db: Connection, *, quiet: bool) -> int:
    """Nothing to fetch; what an import left unread when it was stopped is read all the same."""
    read = read_queue(db)
    if not read.total:
        print("briefing: no sources yet: add one with  briefing add URL", file=sys.stderr)
        return 1
    if not quiet:
        _total([], read.done)
        _reread(read.again, change_counts(db))
    return 0


def _offline(db: Connection, *, quiet: bool) -> int:
    """Read what waits, and what an older engine has read."""
    read = read_queue(db)
    if not quiet:
        sys.stdout.write(f"{several(read.done, 'article')} read\n")
        _reread(read.again, change_counts(db))
    return 0


def _reread(articles: int, changed: Counter[str]) -> None:
    if articles:
        sys.stdout.write(
            f"{several(articles, 'article')} read again by a newer engine:"
            f" {several(changed['new'], 'quote')} new, {changed['gone']} gone,"
            f" {changed['speaker']} with another speaker; see  briefing changes\n"
        )


def _print(row: SourceRow, *, as_lines_of_json: bool) -> None:
    line = as_json(row) if as_lines_of_json else printable(plain(row))
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _total(rows: list[SourceRow], read: int) -> None:
    failed = sum(row.state == "failed" for row in rows)
    new, updated = (sum(getattr(row, name) for row in rows) for name in ("new", "updated"))
    sys.stdout.write(
        f"{several(new, 'new article')}, {updated} updated, {read} read,"
        f" {several(failed, 'source')} failed\n"
    )
