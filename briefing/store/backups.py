"""Copies of a store: made through SQLite, checked once they are written, private (0600).

A store's main file alone is never copied: what was written last may still stand beside it, in its
write-ahead log.
"""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.errors import DamagedStore, StoreError
from briefing.places import private_folder

KEPT = 3
"""Backups made unasked that are kept, the newest."""

EVERY = timedelta(days=7)
"""How far apart backups made unasked are, those before a migration aside."""

_NAME = re.compile(r"(\d{8}T\d{6})(?:-before-\d{4})?\.db")
_STAMP = "%Y%m%dT%H%M%S"


def folder_of(store: Path) -> Path:
    """Where backups of the store are put unasked: a folder beside it."""
    return store.with_name(f"{store.name}.backups")


def backups_of(store: Path) -> list[Path]:
    """The backups of the store that were made unasked, newest first."""
    try:
        found = list(folder_of(store).iterdir())
    except OSError:  # there is none, or there cannot be
        return []
    return sorted((path for path in found if _NAME.fullmatch(path.name)), reverse=True)


def back_up(db: sqlite3.Connection, target: Path) -> None:
    """Copy the store to ``target``, which must not be there yet.

    The copy appears under its name once it is whole and found sound.

    Raises:
        DamagedStore: the copy is not sound, since the store is not.
        StoreError: ``target`` cannot be written, or is there already.
    """
    if target.exists():
        raise StoreError(f"{target} is there already: name another file")
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        _copy(db, part)
        part.rename(target)
    except OSError as error:
        raise _not_written(target, error.strerror or str(error)) from error
    except sqlite3.OperationalError as error:
        raise _not_written(target, str(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy(db: sqlite3.Connection, part: Path) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        db.backup(copy)
        try:
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            found = str(error)
    if found != "ok":
        raise DamagedStore(
            f"the store is damaged ({found}), no backup was made: see  briefing doctor"
        )
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _not_written(target: Path, reason: str) -> StoreError:
    return StoreError(f"no backup could be written to {target} ({reason}): make room there")


def back_up_before(db: sqlite3.Connection, store: Path, version: int) -> None:
    """Keep the store as it is before the migration to ``version``.

    Raises:
        StoreError: it cannot be kept.
    """
    _keep(db, store, f"-before-{version:04d}")


def back_up_weekly(db: sqlite3.Connection, store: Path) -> None:
    """Keep the store as it is, where a week has gone by since that was last done.

    Raises:
        StoreError: it cannot be kept.
    """
    newest = next(iter(backups_of(store)), None)
    if newest is None or datetime.now(UTC) - made(newest) >= EVERY:
        _keep(db, store, "")


def made(backup: Path) -> datetime:
    """When a backup that was made unasked was made, in UTC."""
    named = _NAME.fullmatch(backup.name)
    return datetime.strptime(named[1] if named else "", _STAMP).replace(tzinfo=UTC)


def _keep(db: sqlite3.Connection, store: Path, why: str) -> None:
    folder = private_folder(folder_of(store))
    target = folder / f"{datetime.now(UTC).strftime(_STAMP)}{why}.db"
    if not target.exists():  # another process has made it in this second
        back_up(db, target)
    for old in (*backups_of(store)[KEPT:], *_left_over(folder)):
        old.unlink(missing_ok=True)


def _left_over(folder: Path) -> list[Path]:
    """What a kill left of backups that were being written."""
    day_ago = datetime.now(UTC).timestamp() - 86_400
    return [part for part in folder.glob("*.part") if part.stat().st_mtime < day_ago]
