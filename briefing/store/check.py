"""Whether a store is sound."""

import sqlite3

from briefing.store.identity import fingerprint
from briefing.store.index import ARTICLES, LEADS, QUOTES

MOST = 20
"""Things that are named of one kind of damage."""


def problems(db: sqlite3.Connection) -> list[str]:
    """What is wrong with the store, a line each; none where it is sound.

    An index out of step with its rows shows only when it is checked against them (rank 1), and
    bytes that changed within a text only by the fingerprint that was taken of its words.
    """
    found = []
    for look in (_pages, _references, _texts, _indexes):
        try:
            found += look(db)
        except sqlite3.OperationalError as error:
            if not any(word in str(error) for word in ("malformed", "decode", "no such table")):
                raise
            found.append(str(error))
        except sqlite3.DatabaseError as error:
            found.append(str(error))
    return list(dict.fromkeys(found))


def _pages(db: sqlite3.Connection) -> list[str]:
    rows = db.execute(f"PRAGMA integrity_check({MOST})")
    return [line for row in rows if row[0] != "ok" for line in str(row[0]).splitlines()]


def _references(db: sqlite3.Connection) -> list[str]:
    gone = db.execute("PRAGMA foreign_key_check").fetchone()
    return ["rows point to rows that are gone"] if gone else []


def _texts(db: sqlite3.Connection) -> list[str]:
    rows = db.execute("SELECT id, title, text, fingerprint FROM articles")
    wrong = [row[0] for row in rows if fingerprint(row[1], row[2]) != row[3]]
    return [f"the words of article {number} have changed on the disk" for number in wrong[:MOST]]


def _indexes(db: sqlite3.Connection) -> list[str]:
    found = []
    for name in (*(ARTICLES | LEADS | QUOTES), "people_words"):
        try:
            db.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise
            found.append(f"the index {name} does not fit its rows ({error})")
    lacking = "SELECT count(*) FROM people WHERE id NOT IN (SELECT rowid FROM people_words)"
    if count := db.execute(lacking).fetchone()[0]:
        found.append(f"{count} people are not in their index")
    return found
