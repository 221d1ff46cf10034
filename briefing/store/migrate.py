"""Brings a store to this version's schema: one explicit transaction a migration."""

import re
import sqlite3
from pathlib import Path

from briefing.errors import ForeignStore, NewerStore
from briefing.places import db_folder

APPLICATION_ID = 0x42524652
"""``BRFR`` in SQLite's header: the file is a store of ours."""

_NAME = re.compile(r"(\d{4})_\w+\.sql")


def migrations() -> dict[int, str]:
    """The scripts by version, from ``db/migrations/0001_*.sql`` on, in order."""
    found = {}
    for path in sorted((db_folder() / "migrations").iterdir()):
        if named := _NAME.fullmatch(path.name):
            found[int(named[1])] = path.read_text(encoding="utf-8")
    return found


def check(db: sqlite3.Connection, path: Path) -> int:
    """The version of the store's schema; 0 for an empty file.

    Raises:
        ForeignStore: the file belongs to something else.
        NewerStore: the file was written by a newer version.
    """
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and (application or version or tables):
        raise ForeignStore(f"{path} is another program's database: name another file with --db")
    if version > max(migrations()):
        raise NewerStore(f"{path} was written by a newer briefing: update briefing to open it")
    return version


def migrate(db: sqlite3.Connection, path: Path, *, stop_before: int | None = None) -> None:
    """Apply what is missing. A kill at any point leaves a whole schema, the old or the new.

    ``stop_before`` leaves out that version and those after it, so that half-way states can be
    tested. A store with something in it is backed up first (``briefing.store.backups``).
    """
    version = check(db, path)
    missing = {n: sql for n, sql in migrations().items() if n > version}
    if stop_before is not None:
        missing = {n: sql for n, sql in missing.items() if n < stop_before}
    if missing and version:
        from briefing.store.backups import back_up_before

        back_up_before(db, path, min(missing))
    for number, sql in missing.items():
        _apply(db, number, sql)


def _apply(db: sqlite3.Connection, number: int, sql: str) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        if int(db.execute("PRAGMA user_version").fetchone()[0]) < number:
            for statement in _statements(sql):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {number}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(sql: str) -> list[str]:
    """The script's statements one by one: ``executescript`` would commit between them."""
    found, pending = [], ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
