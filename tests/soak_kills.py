"""Real processes killed at random over all that writes: nothing that could be seen is lost.

Kinds take turns, each over a store of its own that goes on from kill to kill.
"""

import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from briefing.model import Item
from briefing.store import index, migrate, user
from briefing.store.connect import connect, writing
from briefing.store.filing import put
from briefing.store.identity import fingerprint
from briefing.store.keys import sort_key
from briefing.store.sources import add_source
from tests.loopback import Loopback
from tests.making import NOW, add_article
from tests.soak_store import PEOPLE, ROWS, check, dump, made_word, seen, start
from tests.sync.feeds import item, page, rss

OLD_SCHEMA = 5
"""Stores of versions before this one are migrated: it moves the most rows."""

FEEDS = 10
"""Feeds of the server that syncs are killed over, beside those that fail."""

NEW_ITEMS = 3
"""Items that each feed has more before each sync."""

WHOLE = 5
"""After so many syncs, one tells of every source before it is killed: then all must be in."""

FRESH = 20
"""Turns of a kind after which it starts with a new store, so that none grows for ever."""


class Turn:
    """A kind of process to be killed, over a store in ``home``."""

    name = ""
    longest = 1.5
    """Seconds within which it is killed; goes with how long it takes here."""

    def __init__(self, home: Path, chance: random.Random) -> None:
        self.home = home
        self.chance = chance
        self.store = home / f"{self.name}.db"

    def ready(self, turn: int) -> tuple[object, ...]:
        """Make the store ready for its turn; the call to be killed."""
        raise NotImplementedError

    def afterwards(self, turn: int, told: str) -> None:
        """Hold what this kind alone promises."""

    def kill(self, turn: int, told: str) -> bool:
        """Start it, kill it, check; whether it was still at work."""
        call = self.ready(turn)
        process = start(self.store, *call, home=self.home)
        after = self.chance.uniform(0.1, self.longest)
        time.sleep(after)
        before = seen(self.store)
        process.send_signal(signal.SIGKILL)
        _, err = process.communicate()  # ends when the last of its workers has
        killed = process.returncode == -signal.SIGKILL
        self.longest = min(self.longest * 1.5, 60) if killed else max(after, 0.5)
        assert "Traceback" not in err.decode(), f"{told}: {err.decode()}"
        check(self.store, before, told)
        self.afterwards(turn, told)
        return killed

    def drop(self) -> None:
        for end in ("", "-wal", "-shm", ".sync-lock"):
            self.store.with_name(self.store.name + end).unlink(missing_ok=True)
        shutil.rmtree(self.store.with_name(f"{self.store.name}.backups"), ignore_errors=True)


class Import(Turn):
    """A dump taken in, and read."""

    name = "import"

    def ready(self, turn: int) -> tuple[object, ...]:
        if turn % FRESH == 0:
            self.drop()
        rows = dump(self.home / f"{turn}.jsonl", turn * ROWS)
        return ("import", "--jsonl", rows)


class Read(Import):
    """What the killed imports left unread."""

    name = "import"

    def ready(self, turn: int) -> tuple[object, ...]:
        return ("sync", "--offline")


class Prune(Turn):
    """Old articles dropped."""

    name = "prune"

    def ready(self, turn: int) -> tuple[object, ...]:
        self.drop()
        shutil.copy(_made(self.home / "full.db", old_articles), self.store)
        return ("prune", "--before", "2026-01-01", "--yes", "--keep", "marked")


class Migrate(Turn):
    """The store of an earlier version opened."""

    name = "migrate"
    longest = 0.6

    def ready(self, turn: int) -> tuple[object, ...]:
        self.drop()
        shutil.copy(_made(self.home / "old.db", old_store), self.store)
        return ("articles", "--limit", "9")


class Link(Turn):
    """Articles read that are of the same few people and events, so that much is linked."""

    name = "link"

    def ready(self, turn: int) -> tuple[object, ...]:
        if turn % FRESH == 0:
            self.drop()
        with closing(connect(self.store)) as db:
            put(db, [_alike(self.chance, f"{turn}-{n}") for n in range(12)], now=NOW)
        return ("sync", "--offline")


class Sync(Turn):
    """Feeds and pages of a server that also fails in many ways."""

    name = "sync"
    longest = 3.0

    def __init__(self, home: Path, chance: random.Random, server: Loopback) -> None:
        super().__init__(home, chance)
        self._server = server
        self._items: dict[int, list[str]] = {}
        self._titles: set[str] = set()

    def ready(self, turn: int) -> tuple[object, ...]:
        if turn % FRESH == 0:
            self.drop()
            self._items = {number: [] for number in range(FEEDS)}
            self._titles = set()
        for number in range(FEEDS):
            self._items[number] += [self._item(turn, number, n) for n in range(NEW_ITEMS)]
            body = rss(*self._items[number], title=f"Wire {number}")
            self._server.serve(f"/{number}", body, etag=f'"{turn}"')
        with closing(connect(self.store)) as db, writing(db):
            for path in [f"/{number}" for number in range(FEEDS)] + _faults(self._server):
                add_source(db, self._server.url(path), now=NOW)
        return ("sync", "--json")

    def _item(self, turn: int, feed: int, number: int) -> str:
        """An item whole in its feed, or one whose text stands on a page."""
        name = f"{turn}-{feed}-{number}"
        made = _alike(self.chance, name)
        self._titles.add(made.title)
        if number:
            return item(made.title, made.text, f"http://t.example/{name}", name)
        words = page(f"{made.text}\n\n{made.text}", made.title)
        link = self._server.serve(f"/page-{name}", words, type="text/html")
        return item(made.title, made.text[:150], link, name)

    def afterwards(self, turn: int, told: str) -> None:
        if turn % WHOLE != WHOLE - 1:
            return
        running = start(self.store, "sync", "--json", home=self.home, out=subprocess.PIPE)
        lines = [running.stdout.readline() for _ in range(FEEDS + len(_faults(self._server)))]
        before = seen(self.store)
        running.kill()
        _, err = running.communicate()
        assert all(lines), f"{told}, then whole: {err.decode()}"
        check(self.store, before, f"{told}, then whole")
        with closing(connect(self.store)) as db:
            titles = {row[0] for row in db.execute("SELECT title FROM articles")}
            long = "SELECT count(*) FROM articles WHERE length(text) < 200"
            short = db.execute(long).fetchone()[0]
        assert self._titles <= titles, f"{told}: {sorted(self._titles - titles)[:5]} never came in"
        assert not short, f"{told}: {short} articles without the text of their page"


def _faults(server: Loopback) -> list[str]:
    """Feeds that fail at once, each in its own way."""
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    half = rss(item("Half a feed", "Half of it. " * 40)).encode()[:-200]
    server.serve("/reset", reset=True)
    server.serve("/missing", status=404)
    server.serve("/cut", raw=chunked)
    server.serve("/half", raw=b"HTTP/1.1 200 OK\r\n\r\n" + half)
    server.serve_packed("/packed", rss(item("Packed")), cut=9)
    server.serve("/sign-in", page("Please sign in."), type="text/html")
    return ["/reset", "/missing", "/cut", "/half", "/packed", "/sign-in"]


def _alike(chance: random.Random, name: str) -> Item:
    """An article of one of a few events, with the same few people in it."""
    event = random.Random(chance.randrange(6))
    place, thing = made_word(event), made_word(event)
    who, other = chance.choice(PEOPLE), chance.choice(PEOPLE)
    text = (
        f"{place} will have its {thing} bridge in {chance.randrange(2, 30)} months, the council"
        f" of {place} said on Monday, and pays {chance.randrange(20, 90)} million crowns for it.\n\n"
        f"“We have waited {chance.randrange(900)} days for the {thing} bridge,” said {who}, the"
        f" transport minister. “Nobody in {place} believed in it any more.”\n\n"
        f"{other} said the bridge was “too late by {chance.randrange(90)} years”. {other.split()[1]}"
        f" added that {place} needed ferries, report {name} says."
    )
    title = f"{place} gets its {thing} bridge, {name}"
    day = f"2026-03-{1 + chance.randrange(28):02d}"
    return Item(title=title, text=text, key=f"alike:{name}", outlet="Valdoria Times", published=day)


def _made(path: Path, make: Callable[[Path], Path]) -> Path:
    return path if path.exists() else make(path)


def soak_kills(count: int, seed: int = 1) -> int:
    """Kill ``count`` processes; how many of them had not ended before. Kinds take turns."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name, Loopback() as server:
        home = Path(name)
        kinds = [kind(home, chance) for kind in (Import, Read, Prune, Migrate, Link)]
        kinds.append(Sync(home, chance, server))
        killed = 0
        for number in range(count):
            kind = kinds[number % len(kinds)]
            told = f"kill {number} of seed {seed} ({type(kind).__name__.lower()})"
            killed += kind.kill(number // len(kinds), told)
    return killed


# --- stores that wait to be opened ----------------------------------------------------------------


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
