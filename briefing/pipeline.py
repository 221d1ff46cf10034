"""From articles in the store to a linked edition: queue, read, link, commit.

Every commit stands for itself: a kill at any point loses nothing that was reported, and the next
run goes on where this one stopped.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefing.errors import EngineError
from briefing.linker import commit
from briefing.readers import (
    Job,
    MakeExecutor,
    Outcome,
    Reader,
    check,
    read_all,
    read_alone,
    read_job,
    worker_count,
)
from briefing.spawning import pool
from briefing.store import readings
from briefing.store.connect import writing

MAX_CRASHES = 2
"""Readers an article may kill before it is set aside."""

AT_ONCE = 32
"""Articles that are written down in one transaction, at most."""

HELD_S = 0.5
"""Seconds that what was read waits for company, about. What is over a whole story is linked once
for all that came into it together, and the indexes are written once."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: articles read and set aside, of all that were queued.

    ``again`` of the queued ones had been read before, by another version of the engine.
    """

    done: int = 0
    failed: int = 0
    total: int = 0
    again: int = 0


def run(
    db: sqlite3.Connection,
    engine_version: str,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    reader: Reader = read_job,
    make_executor: MakeExecutor = pool,
) -> Progress:
    """Read and link every article that has no reading of this engine version yet.

    Articles of other languages are told apart and not read. One that kills its reader twice is set
    aside as failed; it keeps its text and its place in a story.

    Raises:
        EngineError: nothing can be read here; what waits goes on waiting.
    """
    with writing(db):
        again = readings.queue_outdated(db, engine_version)
    total = readings.queue_length(db)
    state = Progress(total=total, again=again)
    progress(state)
    together = read_all(
        _jobs(db, again=False),
        workers=worker_count(total),
        reader=reader,
        make_executor=make_executor,
    )
    alone = read_alone(_jobs(db, again=True), reader=reader, make_executor=make_executor)
    for outcomes in chain(_batches(together), _batches(alone)):
        state = _settle(db, [one for one in outcomes if not one.crashed], engine_version, state)
        for outcome in outcomes:
            if outcome.crashed and _is_to_blame(db, outcome.job, reader, make_executor):
                told = replace(outcome, error="it killed the program that reads twice")
                state = _settle(db, [told], engine_version, state)
        progress(state)
    return state


def _batches(groups: Iterable[Sequence[Outcome]]) -> Iterator[list[Outcome]]:
    """What came in together or at most ``HELD_S`` apart, ``AT_ONCE`` at a time."""
    held: list[Outcome] = []
    since = 0.0
    try:
        for outcomes in groups:
            since = since if held else time.monotonic()
            held += outcomes
            if len(held) >= AT_ONCE or time.monotonic() - since >= HELD_S:
                yield held
                held = []
    except EngineError:  # what was read before is good
        if held:
            yield held
        raise
    if held:
        yield held


def _jobs(db: sqlite3.Connection, *, again: bool) -> Iterator[Job]:
    for row in readings.waiting(db, again=again):
        yield Job(row.article_id, row.title, row.text, row.fingerprint)


def _is_to_blame(
    db: sqlite3.Connection, job: Job, reader: Reader, make_executor: MakeExecutor
) -> bool:
    """Count a crash: whether it was the last that the article is given, and no other's fault."""
    with writing(db):
        crashes = readings.count_crash(db, job.article_id)
    if crashes >= MAX_CRASHES:
        check(reader, make_executor)
    return crashes >= MAX_CRASHES


def _settle(
    db: sqlite3.Connection, outcomes: Sequence[Outcome], engine_version: str, state: Progress
) -> Progress:
    written = commit(db, outcomes, engine_version)
    failed = sum(outcome.error is not None for outcome in written)
    return replace(state, done=state.done + len(written) - failed, failed=state.failed + failed)
