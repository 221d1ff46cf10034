"""Reads articles in worker processes, and outlives what kills them.

A worker is handed a text and hands a reading back; it knows no store. Work is handed out through
``concurrent.futures.Executor``, so any executor of that shape can stand in.
"""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from briefing.errors import EngineError
from briefing.model import Reading
from briefing.spawning import pool

DEADLINE_S = 120
"""Seconds one article may take: a thousand times what a long one does. Then its worker is killed,
and the article counts as one that kills its reader."""

TICK_S = 0.25
"""Seconds after which it is told that nothing came in."""

MAX_WORKERS = 4
"""More would only wait for each other's memory; the engine takes 350 MB in each."""


@dataclass(frozen=True, slots=True)
class Job:
    """An article to be read."""

    article_id: int
    title: str
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: a reading, or a language that is not read, an error, or a crash."""

    job: Job
    reading: Reading | None = None
    language: str | None = None
    lead: str = ""
    error: str | None = None
    crashed: bool = False


Reader = Callable[[Job], Outcome]
MakeExecutor = Callable[[int], Executor]


HARMLESS = Job(0, "", "“It will rain,” Mira Talan said.", "")
"""A job that no reader dies of."""


def read_job(job: Job) -> Outcome:
    """Read one article; runs in a worker. English is read, other languages are told.

    Raises:
        EngineError: the engine cannot be loaded.
    """
    with _deadline():
        _load()
        from briefing.reading.engine import read
        from briefing.reading.language import language_of
        from briefing.reading.lead import lead_of

        language = language_of(job.text, job.title)
        lead = lead_of(job.text)
        if language not in (None, "en"):
            return Outcome(job, language=language, lead=lead)
        return Outcome(job, reading=read(job.text), language=language, lead=lead)


@cache
def _load() -> None:
    """Load the engine, once in a worker; what goes wrong here is no article's fault."""
    try:
        from briefing.reading.engine import warm

        warm()
    except Exception as error:
        told = f"the engine cannot be loaded ({type(error).__name__}: {error})"
        raise EngineError(f"{told}: install briefing again, then  briefing sync") from error


def check(reader: Reader = read_job, make_executor: MakeExecutor = pool) -> None:
    """See that a reader lives through a text that is harmless.

    Raises:
        EngineError: it does not, so that no article is to blame.
    """
    outcomes = chain.from_iterable(
        read_alone([HARMLESS], reader=reader, make_executor=make_executor)
    )
    if any(outcome.crashed for outcome in outcomes):
        raise EngineError(
            "the program that reads dies at once, perhaps for lack of memory: make room, then"
            "  briefing sync"
        )


def read_all(
    jobs: Iterable[Job],
    *,
    workers: int,
    reader: Reader = read_job,
    make_executor: MakeExecutor = pool,
) -> Iterator[list[Outcome]]:
    """Read the jobs, yielding what came in together. No crash or error ends the run.

    Where nothing comes in for ``TICK_S``, that is told by an empty list. When a worker dies nobody
    knows which of the jobs in hand killed it: each of them is yielded as crashed. The caller hands
    them to ``read_alone``, where a crash is a job's own.
    """
    waiting = iter(jobs)
    while first := list(islice(waiting, workers * 2)):
        with make_executor(workers) as executor:
            in_hand = {_submit(executor, reader, job): job for job in first}
            while in_hand:
                done, _ = wait(in_hand, timeout=TICK_S, return_when=FIRST_COMPLETED)
                outcomes = [_outcome(future, in_hand.pop(future)) for future in done]
                yield outcomes
                if any(outcome.crashed for outcome in outcomes):
                    yield [_outcome(future, job) for future, job in in_hand.items()]
                    break
                for job in islice(waiting, len(done)):
                    in_hand[_submit(executor, reader, job)] = job


def read_alone(
    jobs: Iterable[Job], *, reader: Reader = read_job, make_executor: MakeExecutor = pool
) -> Iterator[list[Outcome]]:
    """Read each job in a worker of its own."""
    for job in jobs:
        yield from read_all([job], workers=1, reader=reader, make_executor=make_executor)


def _submit(executor: Executor, reader: Reader, job: Job) -> "Future[Outcome]":
    try:
        return executor.submit(reader, job)
    except BrokenProcessPool as broken:  # it broke since the last result
        future: Future[Outcome] = Future()
        future.set_exception(broken)
        return future


def _outcome(future: "Future[Outcome]", job: Job) -> Outcome:
    try:
        return future.result()
    except (BrokenProcessPool, MemoryError):
        return Outcome(job, crashed=True)
    except OSError as error:  # reading is of the text alone: no text is to blame
        told = f"nothing can be read on this machine now ({error.strerror or error})"
        raise EngineError(f"{told}: make room on its disks, then  briefing sync") from error
    except EngineError:
        raise
    except Exception as error:  # whatever the engine raised, the article is kept
        return Outcome(job, error=f"{type(error).__name__}: {error}")


class _deadline:  # noqa: N801  reads as a keyword
    """Kills this process where its work takes too long: nothing else stops native code."""

    def __enter__(self) -> None:
        if hasattr(signal, "alarm"):
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(DEADLINE_S)

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def worker_count(jobs: int) -> int:
    """Workers that pay for their start: one for a handful of articles, else one a core."""
    return max(1, min(MAX_WORKERS, os.cpu_count() or 1, jobs // 8))
