"""``briefing story``: stories joined and parted by hand, and any step that made them taken back."""

import sys
from argparse import Namespace
from contextlib import closing
from sqlite3 import Connection

from briefing import stories_by_hand
from briefing.export.plain import plain
from briefing.export.rows import lines
from briefing.store.connect import connect, told
from briefing.store.story_steps import newest, step_row
from briefing.text import printable


def run(options: Namespace) -> int:
    """Do it, and print the line of the log that says what was done."""
    with told(options.db), closing(connect(options.db)) as db:
        if options.act == "log":
            for line in lines(newest(db, options.limit), options.how):
                sys.stdout.write(f"{line}\n")
            return 0
        done = step_row(db, _act(db, options))
    sys.stdout.write(printable(plain(done)))
    return 0


def _act(db: Connection, options: Namespace) -> int:
    """Join, part or take back; the step's id."""
    if options.act == "merge":
        return stories_by_hand.merge(db, options.one, options.into)
    if options.act == "split":
        return stories_by_hand.split(db, options.one, options.articles)
    return stories_by_hand.undo(db, options.line)
