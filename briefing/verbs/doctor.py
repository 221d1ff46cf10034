"""``briefing doctor``: is the store sound, what was set aside, and where is everything."""

import shutil
import sqlite3
import stat
import sys
from argparse import Namespace
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

from briefing import __version__
from briefing.errors import DamagedStore, ForeignStore, SettingsError, StoreError
from briefing.export.plain import several
from briefing.keys import Keys
from briefing.places import settings_path
from briefing.store.backups import back_up, backups_of, made
from briefing.store.check import problems
from briefing.store.connect import connect, told
from briefing.store.overview import freshness
from briefing.store.replacing import restore, set_aside_before
from briefing.store.salvage import Salvaged, salvage
from briefing.sync.lock import sync_lock
from briefing.text import printable
from briefing.verbs.progress import set_aside, utc_now

WAY_OUT = "briefing doctor --salvage"
"""What to do with a store that is damaged and has no backup."""


def run(options: Namespace) -> int:
    """Check, or back up, restore or salvage the store, as asked; 1 where there is a problem."""
    if options.backup is not None:
        return _back_up(options.db, options.backup)
    if options.restore is not None:
        with sync_lock(options.db, utc_now()):
            aside = restore(options.db, Path(options.restore).expanduser())
        _say(f"{options.db} is now what {options.restore} holds")
        return _moved(aside)
    if options.salvage:
        if not options.db.exists():
            raise StoreError(f"{options.db} is not there: name another file with --db")
        with sync_lock(options.db, utc_now()):
            return _tell_salvaged(salvage(options.db))
    return _check(options.db)


def _back_up(store: Path, target: str) -> int:
    named = store.with_name(f"{store.stem}-{utc_now():%Y%m%dT%H%M%S}{store.suffix}")
    file = Path(target).expanduser() if target else named
    with told(store), closing(connect(store)) as db:
        articles = freshness(db).articles
        back_up(db, file)
    _say(f"{several(articles, 'article')} backed up to {file.absolute()}, which is sound")
    return 0


def _moved(aside: Path | None) -> int:
    if aside:
        _say(f"what was there before is now {aside}")
    return 0


def _tell_salvaged(found: Salvaged) -> int:
    saved = [f"{count:,} {table}" for table, count in found.saved.items() if count]
    _say(f"saved: {', '.join(saved)}")
    for table, rows in found.lost.items():
        which = "some" if rows == [table] else ", ".join(rows[:20]) + " …" * (len(rows) > 20)
        _say(f"lost of {table}: {which}")
    for number in found.changed:
        _say(f"the words of article {number} have changed on the disk: check it at its source")
    _say("what was read is to be read again: briefing sync does it, and fetches what is lost")
    return _moved(found.aside)


def _check(store: Path) -> int:
    _say(f"briefing {__version__}, SQLite {sqlite3.sqlite_version}, Textual {version('textual')}")
    _say(f"store:    {store.absolute()}")
    _say(f"settings: {settings_path()}")
    backups = backups_of(store)
    for backup in backups:
        _say(f"backup:   {backup} of {made(backup):%Y-%m-%d %H:%M} UTC")
    for aside in set_aside_before(store):
        _say(f"aside:    {aside}: delete it once you miss nothing")
    found = _settings_problems()
    damaged = False
    try:
        with told(store), closing(connect(store)) as db:
            _tell_state(db)
            wrong = problems(db)
        damaged = bool(wrong)
        found += [*wrong, *_place_problems(store)]
    except (DamagedStore, ForeignStore) as error:
        if isinstance(error, ForeignStore) and not backups:
            raise
        damaged = True
        found.append(str(error))
    for problem in found:
        _say(f"problem: {problem}")
    if damaged:
        _say(f"to do: {WAY_OUT} saves what can be read of it into a new store")
        if backups:
            _say(f"or:    briefing doctor --restore '{backups[0]}' puts the newest backup there")
    elif not found:
        _say("the store is sound")
    return int(bool(found))


def _tell_state(db: sqlite3.Connection) -> None:
    fresh = freshness(db)
    _say(f"{several(fresh.articles, 'article')}, {several(fresh.sources, 'source')}")
    if fresh.queued:
        _say(f"{several(fresh.queued, 'article')} to be read: briefing sync reads them")
    for source in fresh.failed:
        _say(f"source {source.title or source.url} failed: {source.error}")
    for line in set_aside(db):
        _say(line)


def _settings_problems() -> list[str]:
    try:
        Keys(settings_path()).check()
    except SettingsError as error:
        return [str(error)]
    return []


def _place_problems(store: Path) -> list[str]:
    """What is wrong with where the store lies: who may read it, and the room it has to grow."""
    found = []
    if stat.S_IMODE(store.stat().st_mode) & 0o077:
        found.append(f"others may read {store}: chmod 600 '{store}'")
    free = shutil.disk_usage(store.parent).free
    if free < store.stat().st_size:
        room = f"{free // 1_000_000:,} MB"
        found.append(f"{store.parent} has {room} of room left, less than the store has: make room")
    return found


def _say(line: str) -> None:
    sys.stdout.write(f"{' '.join(printable(line).splitlines())}\n")
