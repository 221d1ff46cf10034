"""``briefing person``: people joined and parted by hand, and taken back."""

import sys
from argparse import Namespace
from contextlib import closing
from sqlite3 import Connection

from briefing import by_hand
from briefing.export.plain import plain
from briefing.export.rows import lines
from briefing.store.connect import connect, told
from briefing.store.moved_people import logged, newest
from briefing.text import printable


def run(options: Namespace) -> int:
    """Do it, and print the line of the log that says what was done."""
    with told(options.db), closing(connect(options.db)) as db:
        if options.act == "log":
            for line in lines([moved.row for moved in newest(db, options.limit)], options.how):
                sys.stdout.write(f"{line}\n")
            return 0
        done = logged(db, _act(db, options))
    if done:
        sys.stdout.write(printable(plain(done.row)))
    return 0


def _act(db: Connection, options: Namespace) -> int:
    """Join, part or take back; the number of the log's line."""
    if options.act == "merge":
        return by_hand.merge(db, options.one, options.into)
    if options.act == "split":
        return by_hand.split(db, options.one, options.articles)
    return by_hand.undo(db, options.line).id
