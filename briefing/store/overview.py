"""How fresh the edition is, and how much of it there is."""

import sqlite3
from dataclasses import dataclass

from briefing.rows import SourceRow
from briefing.store.sources import failed_sources


@dataclass(frozen=True, slots=True)
class Freshness:
    """When the last sync reached a source, what failed, and how many articles wait to be read."""

    last_ok: str | None
    sources: int
    failed: tuple[SourceRow, ...]
    queued: int
    articles: int


def freshness(db: sqlite3.Connection) -> Freshness:
    """The edition's freshness."""
    sources = db.execute("SELECT max(last_ok) AS last_ok, count(*) AS n FROM sources").fetchone()
    return Freshness(
        last_ok=sources["last_ok"],
        sources=sources["n"],
        failed=tuple(failed_sources(db)),
        queued=_count(db, "readings WHERE state = 'queued'"),
        articles=_count(db, "articles"),
    )


def _count(db: sqlite3.Connection, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])
