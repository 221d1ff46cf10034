"""Stores damaged as disks damage them."""

import sqlite3
from pathlib import Path

from briefing.store.connect import connect
from tests.making import add_article

PAGE = 4096


def edition(store: Path, count: int = 120) -> None:
    """A store of ``count`` articles with text enough that each table takes many pages."""
    db = connect(store)
    for number in range(count):
        words = " ".join(f"berth{number}x{n}" for n in range(120))
        said = [(f"Mira Talan{number % 7}", f"Forty boats will sail from {words}.")]
        add_article(db, f"Berth {number} of Port Linde is free", said)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def pages_of(store: Path, name: str) -> list[int]:
    """The page numbers of a table or index that hold rows, found by the marks of its rows."""
    db = sqlite3.connect(store)
    root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
    db.close()
    data = store.read_bytes()
    return _leaves(data, root)


def _leaves(data: bytes, number: int) -> list[int]:
    """The leaves below a b-tree page (SQLite's file format, 1.6)."""
    start = (number - 1) * PAGE
    head = start + (100 if number == 1 else 0)
    if data[head] not in (2, 5):
        return [number]
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    found = []
    for cell in range(cells):
        pointer = head + 12 + 2 * cell
        at = start + int.from_bytes(data[pointer : pointer + 2], "big")
        found += _leaves(data, int.from_bytes(data[at : at + 4], "big"))
    return found + _leaves(data, int.from_bytes(data[head + 8 : head + 12], "big"))


def overwrite(store: Path, pages: list[int], filling: bytes = b"\xff") -> None:
    """Write over whole pages."""
    with store.open("rb+") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(filling * PAGE)


def keys_in(store: Path) -> dict[str, str]:
    """The articles of a store by key: their texts."""
    db = sqlite3.connect(store)
    found = dict(db.execute("SELECT key, text FROM articles").fetchall())
    db.close()
    return found
