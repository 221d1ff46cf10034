"""Whether a store is sound."""

import sqlite3

from briefing.store.index import ARTICLES, LEADS, QUOTES


def problems(db: sqlite3.Connection) -> list[str]:
    """What is wrong with the store, a line each; none where it is sound.

    An index out of step with its rows shows only when it is checked against them (rank 1).
    """
    found = [row[0] for row in db.execute("PRAGMA quick_check") if row[0] != "ok"]
    if db.execute("PRAGMA foreign_key_check").fetchone():
        found.append("rows point to rows that are gone")
    for name in ARTICLES | LEADS | QUOTES:
        try:
            db.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            found.append(f"the index {name} does not fit its rows ({error})")
    return found
