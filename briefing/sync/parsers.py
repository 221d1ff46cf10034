"""Parses outside text in worker processes, which it may kill and nothing else."""

import asyncio
import signal
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from briefing.errors import FeedError, InputError
from briefing.spawning import pool

DEADLINE_S = 60
"""Seconds one body may take: 200 times what a large feed does. Crafted ones can take hours."""

MEMORY = 400_000_000
"""Bytes of data a worker may hold: four times what a large page takes beside the libraries."""

WORKERS = 2

P = ParamSpec("P")
T = TypeVar("T")


class _Worker:
    """A process that parses, taken anew after a text has killed it."""

    def __init__(self, deadline_s: int) -> None:
        self._deadline_s = deadline_s
        self._pool = pool(1)

    def submit(
        self, parser: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> "Future[T]":
        return self._pool.submit(_timed, self._deadline_s, parser, args, kwargs)

    def told(self, error: Exception) -> FeedError:
        """What became of a job, in one line; the worker can be used again."""
        if isinstance(error, BrokenProcessPool):
            self._pool.shutdown(wait=False)
            self._pool = pool(1)
        if isinstance(error, BrokenProcessPool | MemoryError):
            return FeedError("what came is too much to be read")
        return FeedError(f"what came cannot be read ({type(error).__name__})")

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


class Parsers:
    """A few workers of one process each, so that a killed one takes only its own job along.

    They are started when first needed and used last in, first out: a small sync starts one only.
    """

    def __init__(self, workers: int = WORKERS, deadline_s: int = DEADLINE_S) -> None:
        self._all = [_Worker(deadline_s) for _ in range(workers)]
        self._idle: asyncio.LifoQueue[int] = asyncio.LifoQueue()
        for number in reversed(range(workers)):
            self._idle.put_nowait(number)

    def __enter__(self) -> "Parsers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._all:
            worker.close()

    async def run(self, parser: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``parser``, a function of a module, on what came from outside.

        Raises:
            InputError: the parser says so, stumbled (then a FeedError), or took too long; that is
                the text's fault.
        """
        number = await self._idle.get()
        try:
            return await asyncio.wrap_future(self._all[number].submit(parser, args, kwargs))
        except InputError:
            raise
        except Exception as error:
            raise self._all[number].told(error) from error
        finally:
            self._idle.put_nowait(number)


class Parser:
    """One such worker for callers that wait: documents are taken in one after the other."""

    def __init__(self, deadline_s: int = DEADLINE_S) -> None:
        self._worker = _Worker(deadline_s)

    def __enter__(self) -> "Parser":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._worker.close()

    def run(self, parser: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As ``Parsers.run``.

        Raises:
            InputError: as there.
        """
        try:
            return self._worker.submit(parser, args, kwargs).result()
        except InputError:
            raise
        except Exception as error:
            raise self._worker.told(error) from error


def _timed(
    deadline_s: int, parser: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> T:
    """Run in a worker: the alarm ends the whole process, which alone stops native code."""
    _settle_in()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(deadline_s)
    try:
        return parser(*args, **kwargs)
    finally:
        signal.alarm(0)


def _settle_in() -> None:
    """Keep this process from taking more than ``MEMORY``, where the system knows such bounds.

    What libraries say is full of what they stumbled over: none of it reaches the user's terminal.
    """
    import logging
    import os
    import resource

    logging.disable()
    void = os.open(os.devnull, os.O_WRONLY)
    os.dup2(void, 1)
    os.dup2(void, 2)
    os.close(void)
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, most))
