"""What is known of the files of watched folders, so that a sync reads only what has changed."""

import sqlite3
from typing import NamedTuple

from briefing.store.connect import writing


class KnownFile(NamedTuple):
    """A file as it was when it was last read, and why it could not be taken in, if so."""

    path: str
    stamp: str
    error: str | None = None


def known_files(db: sqlite3.Connection, source_id: int) -> dict[str, KnownFile]:
    """The files of a folder that were read, by their paths within it."""
    sql = "SELECT path, stamp, error FROM folder_files WHERE source_id = ?"
    return {row["path"]: KnownFile(*row) for row in db.execute(sql, (source_id,))}


def remember_file(db: sqlite3.Connection, source_id: int, file: KnownFile) -> None:
    """Write down that a file was read, inside the transaction that stores what it holds."""
    with writing(db):
        db.execute(
            "INSERT OR REPLACE INTO folder_files (source_id, path, stamp, error)"
            " VALUES (?, ?, ?, ?)",
            (source_id, *file),
        )
