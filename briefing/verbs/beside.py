"""Reads what comes in while the sync goes on, so that new quotes do not wait for a slow server."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from threading import Event, Thread
from types import TracebackType

from briefing import pipeline
from briefing.spawning import patient_pool
from briefing.store.connect import connect, told


class _Stopped(Exception):
    """Nobody waits for the reading any more."""


class ReadingBeside:
    """A thread with a connection of its own that reads the queue, newest first.

    Its readers let fetching and parsing go first. What is read is committed article by article,
    so that leaving the block early loses nothing: the rest waits for the next run.
    """

    def __init__(self, store_path: Path, tell: Callable[[pipeline.Progress], None]) -> None:
        self._path = store_path
        self._tell = tell
        self._come = Event()
        self._last = Event()
        self._stop = Event()
        self._done = pipeline.Progress()
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, name="reading", daemon=True)

    def __enter__(self) -> "ReadingBeside":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._stop.set()
        self._last.set()
        self._come.set()
        self._thread.join()

    def wake(self) -> None:
        """Something came in."""
        self._come.set()

    def finish(self) -> pipeline.Progress:
        """Wait until all is read; what was read since the start.

        Raises:
            EngineError: nothing can be read here; what waits goes on waiting.
            StoreError: the store cannot be used any more.
        """
        self._last.set()
        self._come.set()
        self._thread.join()
        if self._error:
            raise self._error
        return self._done

    def _run(self) -> None:
        try:
            with told(self._path), closing(connect(self._path)) as db:
                is_last = False
                while not is_last:
                    self._come.wait()
                    self._come.clear()
                    is_last = self._last.is_set()
                    self._read(db)
        except _Stopped:
            pass
        except BaseException as error:  # raised again where it is waited for
            self._error = error

    def _read(self, db: Connection) -> None:
        from briefing.model import ENGINE_VERSION

        before = self._done

        def step(now: pipeline.Progress) -> None:
            self._done = pipeline.Progress(
                before.done + now.done,
                before.failed + now.failed,
                before.done + before.failed + now.total,
                before.again + now.again,
            )
            self._tell(self._done)
            if self._stop.is_set():
                raise _Stopped

        pipeline.run(db, ENGINE_VERSION, progress=step, make_executor=patient_pool)
