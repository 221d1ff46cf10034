"""Another file in a store's place: the one that was there is moved aside, never deleted."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from briefing.errors import ForeignStore, InputError, LockedStore, StoreError
from briefing.store.backups import back_up
from briefing.store.connect import told
from briefing.store.migrate import check

LOCK_MS = 1000
"""How long to wait for whoever still has the store open, in milliseconds."""

_BESIDE = ("-wal", "-shm", "-journal")


def restore(store: Path, backup: Path) -> Path | None:
    """Put a copy of ``backup`` in the store's place; where the store now lies, if there was one.

    Raises:
        InputError: ``backup`` is no file.
        StoreError: it is no sound store of ours, or the store is in use.
    """
    if not backup.is_file():
        raise InputError(f"{backup} is no file: name a backup, as briefing doctor lists them")
    part = store.with_name(f"{store.name}.restored")
    part.unlink(missing_ok=True)
    with told(backup), closing(read_only(backup)) as db:
        if not check(db, backup):
            raise ForeignStore(f"{backup} is empty: name a backup, as briefing doctor lists them")
        back_up(db, part)
    try:
        return replace_store(store, part)
    finally:
        part.unlink(missing_ok=True)


def read_only(path: Path) -> sqlite3.Connection:
    """Open a file as it is; nothing is written to it."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, isolation_level=None)


@contextmanager
def alone(store: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the store, sound or damaged, while no other process has it open.

    Raises:
        LockedStore: another process has it open.
    """
    with closing(sqlite3.connect(store, isolation_level=None)) as db:
        db.execute(f"PRAGMA busy_timeout = {LOCK_MS}")
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA writable_schema = ON")  # else a file that was cut cannot be opened
            db.execute("BEGIN EXCLUSIVE")
            db.execute("ROLLBACK")  # what was locked stays so until the connection is closed
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise LockedStore(f"{store} is open in another program: close it first") from error
            raise
        yield db


def replace_store(store: Path, new: Path) -> Path | None:
    """Move the store aside and ``new`` into its place; where the store now lies.

    The store's files are given second names first (SQLite drops a log that it cannot use), then
    what must not stand beside a new store is taken away: a kill at any point leaves a file in the
    store's place, and all of the old one.

    Raises:
        StoreError: the store is in use, or its folder cannot be written.
    """
    try:
        aside = _name_aside(store) if store.exists() else None
        try:
            with suppress(sqlite3.DatabaseError), alone(store):
                pass  # what is too damaged to be locked is moved all the same
        except LockedStore:
            if aside:
                _remove(aside, ("", *_BESIDE))
            raise
        _remove(store, _BESIDE)
        new.replace(store)
    except OSError as error:
        raise StoreError(f"{store} cannot be replaced ({error.strerror})") from error
    return aside


def _name_aside(store: Path) -> Path:
    aside = store.with_name(f"{store.name}.aside-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    while aside.exists():
        aside = aside.with_name(f"{aside.name}-2")
    for end in ("", *_BESIDE):
        here = store.with_name(store.name + end)
        if here.exists():
            _name_also(here, aside.with_name(aside.name + end))
    return aside


def _remove(path: Path, ends: Iterable[str]) -> None:
    for end in ends:
        path.with_name(path.name + end).unlink(missing_ok=True)


def _name_also(path: Path, other: Path) -> None:
    try:
        other.hardlink_to(path)
    except OSError:  # a file system without links
        shutil.copy2(path, other)


def set_aside_before(store: Path) -> list[Path]:
    """Files that were moved aside from the store's place."""
    found = store.parent.iterdir() if store.parent.is_dir() else ()
    return sorted(
        path
        for path in found
        if path.name.startswith(f"{store.name}.aside-") and not path.name.endswith(_BESIDE)
    )
