"""Opening the store. Everything that touches SQLite goes through here."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BriefingError, DamagedStore, ForeignStore, LockedStore, StoreError
from briefing.places import private_folder
from briefing.store.migrate import migrate

BUSY_MS = 5000
"""How long a writer waits for another before it gives up, in milliseconds."""

LEAST_ROOM = 256 * 1024
"""Bytes without which nothing can be opened: the log and its index."""

_SETTINGS = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
)


def connect(path: Path) -> sqlite3.Connection:
    """Open the store at ``path``, made or migrated first where needed. Rows are ``sqlite3.Row``.

    The connection is in autocommit mode: writes stand in ``writing(db)``.

    Raises:
        StoreError: the file cannot be used; which of its kinds says why.
    """
    _make_file(path)
    with told(path):
        db = sqlite3.connect(path, isolation_level=None)
        db.row_factory = sqlite3.Row
        try:
            for setting in _SETTINGS:
                db.execute(setting)
            migrate(db, path)
            db.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            db.close()
            raise
        return db


def in_memory() -> sqlite3.Connection:
    """A store of its own that nobody else sees and that goes with its connection."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.row_factory = sqlite3.Row
    for setting in _SETTINGS:
        db.execute(setting)
    migrate(db, Path(":memory:"))
    return db


def _make_file(path: Path) -> None:
    """Make the store's file where there is none: only the user may read it."""
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder: name a file with --db")
        private_folder(path.parent)
        if path.exists():
            _check_emptied(path)
        else:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(
            f"{path} cannot be opened ({reason}): name another file with --db"
        ) from error


def _check_emptied(path: Path) -> None:
    """An empty file is a new store's, unless there are backups of what it held."""
    if path.stat().st_size == 0:
        from briefing.store.backups import backups_of

        if backups_of(path):
            raise DamagedStore(f"{path} has been emptied: briefing doctor says what to do")


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """One short write transaction, begun at once so that it cannot fail half-way for a lock.

    Inside another it joins that one.
    """
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file into an error that says what to do."""
    try:
        yield
    except BriefingError:
        raise
    except sqlite3.OperationalError as error:
        raise _for_the_user(error, path) or error from error
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise ForeignStore(f"{path} is not a database: name another file with --db") from error
        raise DamagedStore(
            f"{path} is damaged ({error}): briefing doctor says what to do"
        ) from error


def _for_the_user(error: sqlite3.OperationalError, path: Path) -> StoreError | None:
    """What a user can mend; None for what is a mistake of ours."""
    reason = str(error)
    if "locked" in reason or "busy" in reason:
        return LockedStore(f"{path} is in use by another program: close it there, then try again")
    unusable = any(word in reason for word in ("readonly", "unable to open", "I/O"))
    if "full" in reason or (unusable and _no_room(path)):
        return StoreError(f"{path} cannot grow, the disk is full: make room, then try again")
    if unusable:
        return StoreError(
            f"{path} cannot be used ({reason}): check the file, its folder, and the room there"
        )
    return None


def _no_room(path: Path) -> bool:
    """Whether the disk is full: what cannot be made for want of room has other names too."""
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < LEAST_ROOM
    except OSError:
        return False
