"""``briefing prune``: old articles dropped for good, once they were shown and it was agreed to."""

import sys
from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime
from sqlite3 import Connection

from briefing.errors import UsageError
from briefing.export.plain import several
from briefing.pruning import prune
from briefing.store.connect import connect, told
from briefing.store.pruned import Marked, count_within, marked, older
from briefing.store.query import day_bounds
from briefing.text import clean_line
from briefing.verbs.progress import bar, stamp, utc_now


def run(options: Namespace) -> int:
    """Show what would go, ask, and drop it; 1 where it was not agreed to."""
    days = day_bounds(options.before, datetime.now().astimezone())
    if days is None:
        raise UsageError(f"{clean_line(options.before)} is no day: give one as 2025-04-11 or 2w")
    with told(options.db), closing(connect(options.db)) as db:
        ids = older(db, days[0])
        named = marked(db, ids)
        if options.keep:
            spared = {one.id for one in named}
            ids = [number for number in ids if number not in spared]
        _show(db, ids, days[0], named, kept=bool(options.keep))
        if not ids:
            return 0
        if not (options.yes or _agreed()):
            sys.stdout.write("nothing was pruned\n")
            return 1
        with bar("Pruning") as step:
            prune(db, ids, now=stamp(utc_now()), progress=step)
    sys.stdout.write(f"{several(len(ids), 'article')} pruned\n")
    return 0


def _show(db: Connection, ids: list[int], second: int, named: list[Marked], *, kept: bool) -> None:
    before = datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%d %H:%M UTC")
    write = sys.stdout.write
    write(
        f"{several(len(ids), 'article')} from before {before},"
        f" with {several(count_within(db, 'quotes', ids), 'quote')};"
        f" {count_within(db, 'user_seen', ids)} of them were opened\n"
    )
    if named:
        write(f"{len(named)} with marks of yours, {'kept' if kept else 'which would be lost'}:\n")
    for one in named:
        where = ", ".join(filter(None, [one.outlet, one.published]))
        write(f"  {clean_line(one.title)} ({clean_line(where)}): {one.how}\n")


def _agreed() -> bool:
    """Whether the user says so; nobody does who is not there to be asked."""
    if not sys.stdin.isatty():
        sys.stdout.write("to prune them, say  --yes\n")
        return False
    sys.stdout.write("Drop them for good? A copy is made with  briefing doctor --backup  [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
