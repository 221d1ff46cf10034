"""``briefing add``: feeds, pages with a feed, and OPML lists become sources."""

import asyncio
import sys
from argparse import Namespace

from briefing.errors import InputError
from briefing.places import settings_path
from briefing.settings import read_settings
from briefing.sync.discover import add
from briefing.text import clean_line, printable
from briefing.verbs.progress import utc_now


def run(options: Namespace) -> int:
    """Add each target; 1 where one could not be added, the others are."""
    failed = False
    contact = read_settings(settings_path()).contact
    for target in options.targets:
        try:
            added = asyncio.run(add(options.db, target, utc_now(), contact=contact))
        except InputError as error:
            named = target or "the empty address"
            print(f"briefing: {clean_line(f'{named}: {error}')}", file=sys.stderr)
            failed = True
            continue
        for row in added:
            sys.stdout.write(printable(f"added {row.title or row.url}\n"))
    if not failed:
        sys.stdout.write("fetch them with  briefing sync\n")
    return int(failed)
