"""How fast a sync is beside curl, and what it holds: 500 feeds of 30 items, each of a host of its own.

The reader is left out: what is measured is fetching, parsing, and rows in.
"""

import asyncio
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

from briefing.rows import SourceRow
from briefing.store.connect import connect, writing
from briefing.store.sources import add_source
from briefing.sync.run import sync

FEEDS = 500
ROUNDS = 3


def main(folder: Path, feeds: int = FEEDS) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.feed_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        port = int(server.stdout.readline())
        urls = [f"http://127.{1 + n // 250}.{n % 250}.1:{port}/feed" for n in range(feeds)]
        _measure(folder, urls, server.pid)
    finally:
        server.stdin.close()
        server.wait()


def _measure(folder: Path, urls: list[str], server: int) -> None:
    store = folder / "syncing.db"
    for old in folder.glob("syncing.db*"):
        old.unlink()
    db = connect(store)
    with writing(db):
        for url in urls:
            add_source(db, url, now="2025-04-11T12:00:00Z")
    db.close()
    with _Memory(server) as memory:
        seconds, used, rows = _synced(store)
        new = sum(row.new for row in rows)
        print(
            f"sync: {new:,} new items in {seconds:.1f} s, {new / seconds:.0f} a second;"
            f" {new / used:.0f} a CPU second, start of the parsers included"
        )
        for _ in range(ROUNDS):
            everything, unchanged = _curl(folder, urls, all_of_it=True), _curl(folder, urls)
            seconds, used, rows = _synced(store)
            same = sum(row.unchanged for row in rows)
            print(
                f"sync: {same:,} items unchanged in {seconds:.2f} s, {used:.2f} CPU s:"
                f" {seconds / everything:.1f} times curl --parallel fetching all of it,"
                f" {seconds / unchanged:.1f} times curl asking as we do"
            )
    print(f"sync: {memory.most / 1e6:.0f} MB at most, its parsers included")


def _synced(store: Path) -> tuple[float, float, list[SourceRow]]:
    """Seconds, CPU seconds with those of the parsers, and the rows of a sync."""
    begun, used = time.perf_counter(), sum(os.times()[:4])
    rows = asyncio.run(sync(store, now=datetime.now(UTC), progress=lambda _: None))
    return time.perf_counter() - begun, sum(os.times()[:4]) - used, rows


def _curl(folder: Path, urls: list[str], *, all_of_it: bool = False) -> float:
    wanted = []
    for url in urls:
        etag = url.split("/")[2].split(":")[0]
        header = "" if all_of_it else f'\nheader = "If-None-Match: \\"{etag}\\""'
        wanted.append(f'url = "{url}"\noutput = "/dev/null"{header}')
    asked = folder / "curl.config"
    asked.write_text("\nnext\n".join(wanted))  # an option holds until "next"
    begun = time.perf_counter()
    subprocess.run(
        ["curl", "-s", "--parallel", "--parallel-max", "50", "-K", asked],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - begun


class _Memory:
    """Watches what this process and its workers hold (PSS), the server left out."""

    def __init__(self, server: int) -> None:
        self.most = 0
        self._server = server
        self._end = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "_Memory":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._end.wait(0.1):
            self.most = max(self.most, sum(map(_held, [os.getpid(), *self._children()])))

    def _children(self) -> list[int]:
        listed = Path(f"/proc/{os.getpid()}/task")
        found = " ".join(_text(task / "children") for task in listed.iterdir())
        return [int(pid) for pid in found.split() if int(pid) != self._server]


def _held(pid: int) -> int:
    for line in _text(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
