"""Progress on standard error, where someone looks on; nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

from briefing import pipeline
from briefing.errors import StoreError
from briefing.store import backups
from briefing.text import clean_line

Step = Callable[[int, int], None]
"""Told how much is done, of how much."""


@contextmanager
def bar(what: str) -> Iterator[Step]:
    """A progress bar for the time of the block."""
    with bars(what) as (step,):
        yield step


@contextmanager
def bars(*names: str) -> Iterator[tuple[Step, ...]]:
    """A progress bar for each name, with the time left, for the time of the block."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    times = (TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    quiet = not console.is_terminal
    with Progress(*columns, *times, console=console, transient=True, disable=quiet) as shown:
        tasks = [shown.add_task(name, total=None) for name in names]

        def stepping(task: TaskID) -> Step:
            return lambda done, total: shown.update(task, completed=done, total=total)

        yield tuple(map(stepping, tasks))


def read_queue(db: Connection) -> pipeline.Progress:
    """Read and link what waits in the store, with a bar."""
    from briefing.model import ENGINE_VERSION

    with bar("Reading") as step:
        return pipeline.run(
            db,
            ENGINE_VERSION,
            progress=lambda state: step(state.done + state.failed, state.total),
        )


@contextmanager
def weekly_backup(db: Connection, store: Path) -> Iterator[None]:
    """Keep a copy of the store after the block, once a week; where it cannot be kept, say so."""
    yield
    try:
        backups.back_up_weekly(db, store)
    except StoreError as error:
        print(f"briefing: {clean_line(str(error))}", file=sys.stderr)


def utc_now() -> datetime:
    """The instant it is, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def stamp(moment: datetime) -> str:
    """An instant as the store keeps it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def set_aside(db: Connection) -> list[str]:
    """A line for each article that no reader survived or that cannot be read."""
    rows = db.execute(
        "SELECT a.id, a.title, r.error FROM readings r JOIN articles a ON a.id = r.article_id"
        " WHERE r.state = 'failed' ORDER BY a.id"
    )
    return [
        f"article {row['id']} “{row['title']}” is kept but not read: {row['error']}" for row in rows
    ]
