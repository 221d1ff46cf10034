"""``briefing doctor``: is the store sound, what was set aside, and where is everything."""

import sqlite3
import sys
from argparse import Namespace
from contextlib import closing
from importlib.metadata import version

from briefing import __version__
from briefing.errors import SettingsError
from briefing.export.plain import several
from briefing.places import settings_path
from briefing.settings import read_settings
from briefing.store.check import problems
from briefing.store.connect import connect, told
from briefing.store.overview import freshness
from briefing.verbs.progress import set_aside


def run(options: Namespace) -> int:
    """Print versions, places and problems; 1 where there is a problem."""
    write = sys.stdout.write
    write(
        f"briefing {__version__}, SQLite {sqlite3.sqlite_version}, Textual {version('textual')}\n"
    )
    write(f"store:    {options.db.absolute()}\n")
    write(f"settings: {settings_path()}\n")
    with told(options.db), closing(connect(options.db)) as db:
        fresh = freshness(db)
        write(f"{several(fresh.articles, 'article')}, {several(fresh.sources, 'source')}\n")
        if fresh.queued:
            write(f"{several(fresh.queued, 'article')} to be read: briefing sync reads them\n")
        for source in fresh.failed:
            write(f"source {source.title or source.url} failed: {source.error}\n")
        for line in set_aside(db):
            write(f"{line}\n")
        found = [*_settings_problems(), *problems(db)]
    for problem in found:
        write(f"problem: {problem}\n")
    write("the store is sound\n" if not found else "")
    return int(bool(found))


def _settings_problems() -> list[str]:
    try:
        read_settings(settings_path())
    except SettingsError as error:
        return [str(error)]
    return []
