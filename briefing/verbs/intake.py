"""``briefing import``: files, folders, dumps, pages and standard input become articles."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

from briefing.errors import InputError, UsageError
from briefing.export.plain import several
from briefing.model import Item
from briefing.places import settings_path
from briefing.redaction import redacted
from briefing.settings import read_settings
from briefing.store.connect import connect, told
from briefing.store.filing import Counts, put
from briefing.sync.documents import MAX_FILE, Address, Taken, documents
from briefing.sync.fetch import Fetcher
from briefing.sync.files import Refused
from briefing.sync.parsers import Parsers
from briefing.sync.webpage import page_item
from briefing.text import clean_line
from briefing.ui.clipboard import pasted
from briefing.verbs.progress import bar, read_queue, stamp, utc_now, weekly_backup

CLIPBOARD = "the clipboard"

BATCH = 200
"""Articles stored in one transaction: short enough for a sync to come in between."""


def run(options: Namespace) -> int:
    """Take in each target, then read what is new; 1 where one could not be taken in."""
    if not options.targets and not options.clipboard:
        raise UsageError("name a file, a folder or an address; see  briefing import --help")
    refused = 0
    counts = Counts()
    with told(options.db), closing(connect(options.db)) as db, weekly_backup(db, options.db):
        batch: list[Item] = []
        with bar("Taking in") as step:
            for taken in _items(options):
                if isinstance(taken, Refused):
                    print(f"briefing: {_line(taken)}", file=sys.stderr)
                    refused += 1
                    continue
                batch.append(taken)
                if len(batch) == BATCH:
                    counts += put(db, batch, now=stamp(utc_now()))
                    batch = []
                    step(counts.new + counts.updated + counts.unchanged, 0)
            counts += put(db, batch, now=stamp(utc_now()))
        read = read_queue(db)
    sys.stdout.write(
        f"{several(counts.new, 'new article')}, {counts.updated} updated,"
        f" {counts.unchanged} unchanged, {read.done} read\n"
    )
    if read.failed:
        told_line = f"{several(read.failed, 'article')} kept but not read: see  briefing doctor"
        print(f"briefing: {told_line}", file=sys.stderr)
    return int(refused > 0)


def _items(options: Namespace) -> Iterator[Item | Refused]:
    settings = read_settings(settings_path())
    with asyncio.Runner() as loop, Parsers(workers=1) as parsers:
        fetcher = Fetcher(contact=settings.contact, private=settings.private)
        try:
            for taken in _named(options):
                if isinstance(taken, Address):
                    yield _fetched(taken.url, loop, fetcher, parsers)
                else:
                    yield taken
        finally:
            loop.run(fetcher.close())


def _fetched(url: str, loop: asyncio.Runner, fetcher: Fetcher, parsers: Parsers) -> Item | Refused:
    try:
        return loop.run(page_item(url, fetcher, parsers))
    except InputError as error:
        return Refused(redacted(url), redacted(str(error)))


def _named(options: Namespace) -> Iterator[Taken]:
    """What the call names: targets, or what was copied."""
    if "" in options.targets:
        yield Refused('""', "is the name of nothing: name a file or folder")
    named = [target for target in options.targets if target]
    yield from documents(named, jsonl=options.jsonl, stdin=sys.stdin.buffer)
    if options.clipboard:
        try:
            held = BytesIO(pasted(MAX_FILE))
        except InputError as error:
            yield Refused(CLIPBOARD, str(error))
            return
        yield from documents(["-"], jsonl=options.jsonl, stdin=held, called=CLIPBOARD)


def _line(refused: Refused) -> str:
    return clean_line(f"{refused.name}: {refused.reason}")
