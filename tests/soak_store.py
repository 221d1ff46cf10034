"""Real processes killed at random over all that writes, stopped by a full disk, and many at once.

What any reader could see before a kill is acknowledged: it must be there afterwards.
"""

import itertools
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from briefing.store import index, migrate, user
from briefing.store.backups import backups_of
from briefing.store.check import problems
from briefing.store.connect import connect
from briefing.store.identity import fingerprint
from briefing.store.keys import sort_key
from tests.calling import COMMAND, briefing, home_of
from tests.making import NOW, add_article

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


# --- what is killed -------------------------------------------------------------------------------


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


def old_store(path: Path) -> Path:
    """A store as an earlier version left it, with rows enough to take a while to migrate."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.row_factory = sqlite3.Row
        migrate.migrate(db, path, stop_before=OLD_SCHEMA)
        db.execute("BEGIN")
        for number in range(1, 301):
            title, text = f"Berth {number}", f"Berth {number} of Port Linde is free. " * 20
            db.execute(
                "INSERT INTO articles (id, sort_key, key, words, fingerprint, added, title, text)"
                " VALUES (?, ?, ?, 1, ?, ?, ?, ?)",
                (
                    number,
                    sort_key(1_770_000_000, number),
                    f"old:{number}",
                    fingerprint(title, text),
                    NOW,
                    title,
                    text,
                ),
            )
            index.add_article(db, number)
            db.execute("INSERT INTO readings VALUES (?, '1', 'done', 0, NULL)", (number,))
            name = f"{PEOPLE[number % 5]} {number}"
            db.execute("INSERT INTO people (id, name) VALUES (?, ?)", (number, name))
            db.execute("INSERT INTO people_words (rowid, names) VALUES (?, ?)", (number, name))
        db.executemany(
            "INSERT INTO aliases (person_id, article_id, name, surname, is_full) VALUES (?,?,?,?,1)",
            [
                (number, 1 + (number * 7 + n) % 300, f"Talan {n}", f"talan{n}")
                for number in range(1, 301)
                for n in range(40)
            ],
        )
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")
    return path


def old_articles(path: Path) -> Path:
    """A store with old articles to be pruned, in stories of three, and a mark on one of them."""
    with closing(connect(path)) as db:
        story = None
        for number in range(240):
            said = [(PEOPLE[(number + n) % 5], f"Berth {number} is free {n}.") for n in range(3)]
            number_of = add_article(
                db, f"Berth {number}", said, published="2025-03-01", story_id=story
            )
            sql = "SELECT story_id FROM articles WHERE id = ?"
            story = db.execute(sql, (number_of,)).fetchone()[0] if number % 3 else None
        user.mark_verified(db, 30, NOW)
    return path


def start(store: Path, *call: object, home: Path, room: int | None = None) -> subprocess.Popen:
    """Start the command; ``room`` is the most bytes that any file may come to have."""
    bound = ["sh", "-c", 'ulimit -f "$0"; exec "$@"', str(room // 512)] if room is not None else []
    return subprocess.Popen(
        [*bound, *COMMAND, "--db", str(store), *map(str, call)],
        env=home_of(home),
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def kill(store: Path, call: tuple[object, ...], after: float, home: Path, told: str) -> bool:
    """Start the command, kill it after so many seconds, check; whether it was still at work."""
    process = start(store, *call, home=home)
    time.sleep(after)
    before = seen(store)
    process.send_signal(signal.SIGKILL)
    _, err = process.communicate()  # ends when the last of its workers has
    assert not any(word in err.decode() for word in FORBIDDEN), f"{told}: {err.decode()}"
    killed = process.returncode == -signal.SIGKILL
    check(store, before, told)
    return killed


def soak_kills(count: int, seed: int = 1) -> int:
    """Kill ``count`` processes; how many of them had not ended before. Kinds take turns."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        old = old_store(home / "old.db")
        full = old_articles(home / "full.db")
        killed = 0
        store = home / "none.db"
        for number in range(count):
            kind = ("import", "read", "prune", "migrate")[number % 4]
            told = f"kill {number} of seed {seed} ({kind})"
            if kind == "import":
                if number % 20 == 0:  # a new store now and then, so that none grows for ever
                    _drop(store)
                    store = home / f"{number}.db"
                call = ("import", "--jsonl", dump(home / f"{number}.jsonl", number * ROWS))
                killed += kill(store, call, chance.uniform(0.2, 2.5), home, told)
            elif kind == "read":
                call = ("sync", "--offline")
                killed += kill(store, call, chance.uniform(0.2, 5), home, told)
            else:
                here = home / f"{kind}.db"
                _drop(here)
                shutil.copy(full if kind == "prune" else old, here)
                prune = ("prune", "--before", "2026-01-01", "--yes", "--keep", "marked")
                call = prune if kind == "prune" else ("articles", "--limit", "9")
                longest = 1.5 if kind == "prune" else 0.6
                killed += kill(here, call, chance.uniform(0.1, longest), home, told)
    return killed


def _drop(store: Path) -> None:
    for end in ("", "-wal", "-shm"):
        store.with_name(store.name + end).unlink(missing_ok=True)
    shutil.rmtree(store.with_name(f"{store.name}.backups"), ignore_errors=True)


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
