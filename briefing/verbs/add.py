"""``briefing add``: feeds, pages with a feed, OPML lists and folders become sources."""

import asyncio
import sys
from argparse import Namespace
from pathlib import Path

from briefing.errors import InputError, UsageError
from briefing.keys import Keys
from briefing.places import settings_path
from briefing.redaction import is_redacted, redacted
from briefing.rows import SourceRow
from briefing.settings import Settings, read_settings
from briefing.sync.discover import add
from briefing.text import clean_line
from briefing.verbs.progress import utc_now

ABOUT = {
    "folder": ": its documents come in with each sync",
    "page": ": it has no feed, so the page itself is watched",
}
"""What to say of a kind of source that is no feed."""


def run(options: Namespace) -> int:
    """Add each target; 1 where one could not be added, the others are."""
    if options.list:
        from briefing.verbs.feed_list import run as run_list

        return run_list(options)
    if not options.targets:
        raise UsageError("name an address, a file or a folder; see  briefing add --help")
    failed = False
    settings = read_settings(settings_path())
    keys = Keys(settings_path())
    for target in options.targets:
        try:
            added = _added(options.db, target, settings, keys)
        except InputError as error:
            named = redacted(target) or "the empty address"
            print(f"briefing: {clean_line(f'{named}: {error}')}", file=sys.stderr)
            failed = True
            continue
        for row in added:
            sys.stdout.write(f"{clean_line(_told(row))}\n")
    if not failed:
        sys.stdout.write("fetch them with  briefing sync\n")
    return int(failed)


def _added(store: Path, target: str, settings: Settings, keys: Keys) -> list[SourceRow]:
    contact, private = settings.contact, settings.private
    done = add(store, target, utc_now(), contact=contact, private=private, keys=keys)
    return asyncio.run(done)


def _told(row: SourceRow) -> str:
    told = f"added {row.title or row.url}{ABOUT.get(row.kind, '')}"
    if is_redacted(row.url):
        return f"{told}: the secret in its address is kept apart from the edition, and never shown"
    return told
