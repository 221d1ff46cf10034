"""``briefing sync``: fetch every source, then read and link what is new."""

import asyncio
import sys
from argparse import Namespace
from collections import Counter
from contextlib import closing
from sqlite3 import Connection

from briefing.export.plain import plain, several
from briefing.export.rows import as_json
from briefing.places import settings_path
from briefing.rows import SourceRow
from briefing.settings import read_settings
from briefing.store.connect import connect, told
from briefing.store.rereading import change_counts
from briefing.store.sources import sources
from briefing.sync.run import Progress, sync
from briefing.text import printable
from briefing.verbs.progress import bar, read_queue, utc_now, weekly_backup


def run(options: Namespace) -> int:
    """Sync, print a line a source, read what came in; 1 where no source could be reached."""
    settings = read_settings(settings_path())
    with told(options.db), closing(connect(options.db)) as db, weekly_backup(db, options.db):
        if options.offline:
            return _offline(db, quiet=options.json)
        if not sources(db):
            return _without_sources(db, quiet=options.json)
        with bar("Syncing") as step:

            def tell(progress: Progress) -> None:
                step(progress.done, progress.total)
                if progress.kind == "source":
                    row = next(row for row in sources(db) if row.url == progress.url)
                    _print(row, as_lines_of_json=options.json)

            rows = asyncio.run(
                sync(options.db, now=utc_now(), progress=tell, contact=settings.contact)
            )
        read = read_queue(db)
        changed = change_counts(db) if read.again else Counter[str]()
    if not options.json:
        _total(rows, read.done)
        _reread(read.again, changed)
    reached = [row for row in rows if row.state == "ok"]
    return 0 if reached or not rows else 1


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
