"""A thread with a connection of its own: the app asks, the answer comes back as a message.

Reads are asked of one such thread, where the newest question replaces those before it (what runs
is interrupted); marks are written by another, in order, so that no lock ever holds up a key.
"""

import queue
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefing.errors import BriefingError
from briefing.store.connect import connect

Answer = TypeVar("Answer")

Post = Callable[[Callable[..., object], object], object]
"""Has a callable called with an answer, in the app's own thread."""

Job = Callable[[sqlite3.Connection], object]


class StoreThread:
    """Runs jobs on the store, one at a time; it starts with the first of them."""

    def __init__(self, path: Path, post: Post, failed: Callable[[str], None]) -> None:
        self._path = path
        self._post = post
        self._failed = failed
        self._jobs: queue.SimpleQueue[tuple[int, Job] | None] = queue.SimpleQueue()
        self._db: sqlite3.Connection | None = None
        self._newest = 0
        self._thread: threading.Thread | None = None

    def ask(
        self, job: Callable[[sqlite3.Connection], Answer], done: Callable[[Answer], None]
    ) -> None:
        """Run ``job`` after those asked before it, then ``done`` with its answer in the app."""
        self._jobs.put((self._newest, lambda db: self._post(done, job(db))))
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="store")
            self._thread.start()

    def drop(self) -> None:
        """Forget what was asked and is not answered yet: what runs is interrupted."""
        self._newest += 1
        if self._db is not None:
            self._db.interrupt()

    def close(self) -> None:
        """Do what was asked, then let the store go."""
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(timeout=2)

    def _run(self) -> None:
        try:
            db = self._db = connect(self._path)
        except BriefingError as error:
            self._post(self._failed, str(error))
            return
        while (entry := self._jobs.get()) is not None:
            asked, job = entry
            if asked == self._newest:
                self._do(db, asked, job)
        self._db = None
        db.close()

    def _do(self, db: sqlite3.Connection, asked: int, job: Job) -> None:
        try:
            job(db)
        except (sqlite3.Error, BriefingError) as error:
            if asked == self._newest:
                self._post(self._failed, str(error))
