"""Parses outside text in worker processes, which it may kill and nothing else."""

import asyncio
import signal
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from briefing.errors import FeedError
from briefing.spawning import pool

DEADLINE_S = 60
"""Seconds one body may take: 200 times what a large feed does. Crafted ones can take hours."""

WORKERS = 2

P = ParamSpec("P")
T = TypeVar("T")


class Parsers:
    """A few workers of one process each, so that a killed one takes only its own job along.

    They are started when first needed and used last in, first out: a small sync starts one only.
    """

    def __init__(self, workers: int = WORKERS, deadline_s: int = DEADLINE_S) -> None:
        self._deadline_s = deadline_s
        self._all = [pool(1) for _ in range(workers)]
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
            worker.shutdown(wait=True, cancel_futures=True)

    async def run(self, parser: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``parser``, a function of a module, on what came from outside.

        Raises:
            FeedError: the parser says so, stumbled, or took too long; that is the text's fault.
        """
        number = await self._idle.get()
        try:
            job = self._all[number].submit(_timed, self._deadline_s, parser, args, kwargs)
            result: T = await asyncio.wrap_future(job)
            return result
        except FeedError:
            raise
        except BrokenProcessPool as error:
            self._all[number].shutdown(wait=False)
            self._all[number] = pool(1)
            raise FeedError("what came is too much to be read") from error
        except Exception as error:
            raise FeedError(f"what came cannot be read ({type(error).__name__})") from error
        finally:
            self._idle.put_nowait(number)


def _timed(
    deadline_s: int, parser: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> T:
    """Run in a worker: the alarm ends the whole process, which alone stops native code."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(deadline_s)
    try:
        return parser(*args, **kwargs)
    finally:
        signal.alarm(0)
