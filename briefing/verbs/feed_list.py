"""``briefing add --list``: well-known public feeds, shown, or added by their names."""

import sys
from argparse import Namespace
from contextlib import closing
from sqlite3 import Connection

from briefing.known_feeds import UNCHECKED, called, known_feeds
from briefing.store.connect import connect, told
from briefing.store.sources import add_source, sources
from briefing.text import clean_line
from briefing.verbs.progress import stamp, utc_now


def run(options: Namespace) -> int:
    """Print the list, or add those named; 1 where a name means none of them."""
    feeds, unknown = called(options.targets)
    with told(options.db), closing(connect(options.db)) as db:
        if not options.targets:
            _show(db)
        for feed in feeds:
            add_source(db, feed.url, title=feed.title, folder=feed.folder, now=stamp(utc_now()))
            sys.stdout.write(f"added {feed.title}\n")
    for name in unknown:
        line = clean_line(f"{name}: not in the list: see briefing add --list")
        print(f"briefing: {line}", file=sys.stderr)
    return int(bool(unknown))


def _show(db: Connection) -> None:
    """The list, with a star before each that is followed."""
    followed = {row.url for row in sources(db)}
    for feed in known_feeds():
        mark = "*" if feed.url in followed else " "
        sys.stdout.write(f"{mark} {' / '.join(feed.folder)}: {feed.title}  {feed.url}\n")
    print(f"briefing: {UNCHECKED} Add some with  briefing add --list NAME", file=sys.stderr)
