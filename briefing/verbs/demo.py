"""``briefing demo``: a fictional edition, taken in by the real pipeline, in a store of its own.

Four outlets' feeds are served on this machine and synced twice, morning and evening, and a folder
of documents is imported. The server stays up while the app is open, so that ``s`` syncs there too.
"""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from briefing.errors import StoreError
from briefing.model import Item
from briefing.places import db_folder, demo_store_path
from briefing.store.connect import connect, told
from briefing.store.filing import put
from briefing.store.overview import freshness
from briefing.store.sources import add_source, sources
from briefing.sync.documents import documents
from briefing.sync.loopback import LoopbackServer
from briefing.sync.run import sync
from briefing.verbs.opening import open_app
from briefing.verbs.overview import print_overview
from briefing.verbs.progress import bar, read_queue, stamp, utc_now

EDITIONS = ("morning", "evening")
"""The folders of feeds, in the order they come out."""


def run(options: Namespace) -> int:
    """Make the edition where it is not there yet, then open it, or print its overview."""
    path = options.db if options.named_db else demo_store_path()
    with demo_server(path) as server:
        make_edition(path, server)
        if options.plain or not sys.stdout.isatty():
            return print_overview(path)
        open_app(path)
    return 0


def make_edition(path: Path, server: LoopbackServer | None) -> None:
    """Sync the demo edition into the store at ``path``, unless it is there, read and linked."""
    with told(path), closing(connect(path)) as db:
        if not freshness(db).articles:
            if server is None:
                raise StoreError(f"{path} holds no demo edition: name another file with --db")
            for feed in _feeds():
                add_source(db, f"{server.base}/{feed}", now=stamp(utc_now()))
            with bar("Syncing") as step:
                for number, _ in enumerate(EDITIONS, 1):
                    server.folders = tuple(_folder(name) for name in EDITIONS[:number])
                    asyncio.run(sync(path, now=utc_now(), progress=lambda _: None))
                    step(number, len(EDITIONS))
            taken = documents([str(_folder("documents"))], jsonl=False, stdin=sys.stdin.buffer)
            items = [item for item in taken if isinstance(item, Item)]
            put(db, items, now=stamp(utc_now()))
        read_queue(db)


def _folder(name: str) -> Path:
    return db_folder() / "demo" / name


def _feeds() -> list[str]:
    """The feeds' names: what is served that is no page."""
    return sorted(file.name for file in _folder(EDITIONS[0]).iterdir() if file.suffix != ".html")


@contextmanager
def demo_server(path: Path) -> Iterator[LoopbackServer | None]:
    """The server of the demo's feeds, at the address the store knows them by.

    None where that address is taken: the edition is read all the same, a sync will say so.
    """
    folders = [_folder(name) for name in EDITIONS]
    server = None
    with suppress(OSError):
        server = LoopbackServer(folders, _known_port(path))
    try:
        yield server
    finally:
        if server:
            server.close()


def _known_port(path: Path) -> int:
    """The port that the store's sources were served on; 0 where it has none yet."""
    if not path.exists():
        return 0
    with told(path), closing(connect(path)) as db:
        return next((urlsplit(row.url).port or 0 for row in sources(db)), 0)
