"""What a store must hold after anything; processes stopped by a full disk, and many at once.

What any reader could see before is acknowledged: it must be there afterwards.
"""

import itertools
import json
import os
import random
import sqlite3
import subprocess
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from briefing.store.backups import backups_of
from briefing.store.check import problems
from briefing.store.connect import connect
from tests.calling import COMMAND, briefing, home_of

ROWS = 250
"""Articles in a dump: more than two of import's transactions hold."""

FEW = 30
"""Articles in a dump that is read to its end."""

OLD_SCHEMA = 5
"""Stores of versions before this one are migrated: it moves the most rows."""

PEOPLE = ("Mira Talan", "Petra Sandor", "Jonas Linde", "Ilse Varga", "Tomas Rehn")
FORBIDDEN = ("Traceback", "briefing: ")
"""What nobody is to read on standard error."""


@dataclass(frozen=True)
class Seen:
    """What a reader of the store sees: articles by key, those read, those pruned, and marks."""

    articles: dict[str, str]
    read: set[str]
    pruned: set[str]
    marks: set[tuple[str, str]]


def seen(store: Path) -> Seen:
    """What is in the store now, whatever its version; nothing is written or migrated."""
    if not store.exists():
        return Seen({}, set(), set(), set())
    with closing(sqlite3.connect(store, isolation_level=None, timeout=30)) as db:
        names = {row[0] for row in db.execute("SELECT name FROM sqlite_master")}
        if "articles" not in names:
            return Seen({}, set(), set(), set())
        db.execute("BEGIN")
        found = Seen(
            dict(db.execute("SELECT key, fingerprint FROM articles")),
            _first(
                db,
                "SELECT key FROM articles a JOIN readings r ON r.article_id = a.id"
                " WHERE r.state = 'done'",
            ),
            _first(db, "SELECT key FROM pruned") if "pruned" in names else set(),
            set(
                db.execute(
                    "SELECT a.key, u.fingerprint FROM user_quotes u"
                    " JOIN articles a ON a.id = u.article_id"
                )
            ),
        )
        db.execute("COMMIT")
    return found


def _first(db: sqlite3.Connection, sql: str) -> set[str]:
    return {row[0] for row in db.execute(sql)}


def check(store: Path, before: Seen, told: str) -> None:
    """Hold the store against what was seen in it: nothing lost, nothing torn, all sound."""
    with closing(connect(store)) as db:
        found = problems(db)
        assert not found, f"{told}: {found}"
        unread = "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM readings)"
        assert db.execute(unread).fetchone()[0] == 0, f"{told}: articles that nobody would read"
    after = seen(store)
    for key, words in before.articles.items():
        there = after.articles.get(key)
        assert there == words or (there is None and key in after.pruned), f"{told}: {key} is lost"
    assert not after.pruned & set(after.articles), f"{told}: pruned, and there"
    assert before.pruned <= after.pruned, f"{told}: what was pruned may come back"
    assert before.read <= after.read | after.pruned, f"{told}: a reading is lost"
    assert before.marks <= after.marks, f"{told}: a mark is lost"
    for backup in backups_of(store):
        with closing(sqlite3.connect(backup)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok", f"{told}: {backup}"


# --- what is run ----------------------------------------------------------------------------------


def dump(path: Path, start: int, count: int = ROWS) -> Path:
    """A dump of articles of our own making, numbered from ``start``."""
    rows = []
    for number in range(start, start + count):
        chance = random.Random(number)
        what, where, why, then = (made_word(chance) for _ in range(4))
        who = f"{made_word(chance)} {made_word(chance)}"
        text = (
            f"Berth {number} of {where} will be a {what} before long, the {why} board said.\n\n"
            f"“We have waited {number} days for a {what} and a {then},” said {who}, the {why}"
            f" minister. “Nobody at {where} believed in it any more.”"
        )
        row = {"id": f"{path.stem}-{number}", "title": f"{where}: {what} {then}", "text": text}
        day = f"2026-03-{1 + number % 28:02d}"
        rows.append(row | {"outlet": "Valdoria Times", "published": day})
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def made_word(chance: random.Random) -> str:
    """A word that no language has, with a capital."""
    return "".join(chance.choice("bdfklmnrstv") + chance.choice("aeiou") for _ in range(4)).title()


def start(
    store: Path,
    *call: object,
    home: Path,
    room: int | None = None,
    out: int = subprocess.DEVNULL,
) -> subprocess.Popen:
    """Start the command; ``room`` is the most bytes that any file may come to have."""
    bound = ["sh", "-c", 'ulimit -f "$0"; exec "$@"', str(room // 512)] if room is not None else []
    return subprocess.Popen(
        [*bound, *COMMAND, "--db", str(store), *map(str, call)],
        env=home_of(home),
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.PIPE,
    )


# --- a disk without room --------------------------------------------------------------------------


def soak_full_disk(count: int, seed: int = 1) -> int:
    """Have room run out at random: one clear line, nothing lost, and then it goes on.

    Every other time a disk of its own is full, where one can be mounted; else a file may not grow.
    Returns how many calls ran out of room.
    """
    chance = random.Random(seed)
    stopped = 0
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        for number in range(count):
            disk = home / f"disk{number}"
            disk.mkdir()
            room = (64 if number % 2 else 600) * 1024 + chance.randrange(900 * 1024)
            mounted = number % 2 == 1 and _mount(disk, room)
            try:
                told = f"disk {number} of seed {seed} ({room:,} bytes)"
                rows = dump(home / f"{number}.jsonl", number * FEW, FEW)
                limit = None if mounted else room
                stopped += _run_out(disk / "edition.db", rows, home, limit, told)
                if mounted:
                    _mount(disk, 1 << 28, "remount,")
                _go_on(disk / "edition.db", rows, home, told)
            finally:
                if mounted:
                    subprocess.run(["umount", disk], check=True)
    return stopped


def _mount(folder: Path, size: int, how: str = "") -> bool:
    call = ["mount", "-t", "tmpfs", "-o", f"{how}size={size}", "tmpfs", str(folder)]
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


def _run_out(store: Path, rows: Path, home: Path, limit: int | None, told: str) -> bool:
    ended = start(store, "import", "--jsonl", rows, home=home, room=limit)
    told = f"{told}: {ended.communicate(timeout=300)[1].decode()}"
    lines = told.partition(": ")[2].splitlines()
    if ended.returncode:
        assert len(lines) == 1, told
        assert lines[0].startswith("briefing: "), told
    assert all("room" in line for line in lines), told
    return bool(ended.returncode)


def _go_on(store: Path, rows: Path, home: Path, told: str) -> None:
    """With room again: what was seen is there, all is sound, and what was left out comes in."""
    check(store, seen(store), told)
    again = briefing("--db", store, "import", "--jsonl", rows, home=home)
    assert (again.code, again.err) == (0, ""), f"{told}: {again.err}"
    found = seen(store)
    assert (len(found.articles), len(found.read)) == (FEW, FEW), f"{told}: {found}"
    check(store, seen(store), told)


# --- many at once ---------------------------------------------------------------------------------


def soak_together(seconds: float) -> int:
    """Two processes write and three read, over and over, for so long; how many calls that made."""
    lists = (("quotes", "waited"), ("articles", "--json"), ("people",))
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        store = home / "edition.db"
        ends = time.monotonic() + seconds
        numbers = itertools.count()
        running: dict[int, subprocess.Popen] = {}
        calls = 0
        while time.monotonic() < ends or running:
            for place in range(5):
                process = running.get(place)
                if process is not None and process.poll() is None:
                    continue
                if process is not None:
                    _, err = process.communicate()
                    assert process.returncode == 0, err.decode()
                    assert "Traceback" not in err.decode(), err.decode()
                    calls += 1
                    del running[place]
                if time.monotonic() < ends:
                    number = next(numbers)
                    rows = dump(home / f"{place}.jsonl", number * 9, 9) if place < 2 else None
                    call = ("import", "--jsonl", rows) if place < 2 else lists[place - 2]
                    running[place] = start(store, *call, home=home)
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT) if running else None
        check(store, seen(store), "many at once")
    return calls
