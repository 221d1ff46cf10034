"""Articles put in: new ones stored, edited ones revised, one transaction for all."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Item
from briefing.store import index
from briefing.store.connect import writing
from briefing.store.identity import Stored, fingerprint, identify
from briefing.store.keys import seconds, sort_key
from briefing.store.pruned import was_pruned


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the items put in."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.new + other.new, self.updated + other.updated, self.unchanged + other.unchanged
        )


def put(
    db: sqlite3.Connection, items: Iterable[Item], *, source_id: int | None = None, now: str
) -> Counts:
    """Store what is new, revise what was edited, leave the rest; one transaction for all.

    What is new or edited waits to be read. ``now`` is an ISO instant in UTC. What was pruned does
    not come in again from a source; what the user takes in by hand has none.
    """
    counts = Counts()
    with writing(db):
        for item in items:
            verdict, article_id = identify(item, _candidates(db, item))
            if verdict == "same":
                counts += Counts(unchanged=1)
            elif verdict == "edited" and article_id is not None:
                _revise(db, article_id, item, now)
                counts += Counts(updated=1)
            elif source_id is not None and was_pruned(db, item):
                counts += Counts(unchanged=1)
            else:
                _insert(db, item, source_id, now)
                counts += Counts(new=1)
    return counts


def _candidates(db: sqlite3.Connection, item: Item) -> list[Stored]:
    rows = db.execute(
        "SELECT a.id, a.fingerprint, o.name AS outlet, a.title, a.text,"
        " a.key = :key OR a.url IS NOT NULL AND a.url = :url AS keyed"
        " FROM articles a LEFT JOIN outlets o ON o.id = a.outlet_id"
        " WHERE a.key = :key OR a.url = :url OR a.fingerprint = :mark",
        {"key": item.key, "url": item.url, "mark": fingerprint(item.title, item.text)},
    )
    return [Stored(**{**dict(row), "keyed": bool(row["keyed"])}) for row in rows]


def _insert(db: sqlite3.Connection, item: Item, source_id: int | None, now: str) -> None:
    used = [db.execute(f"SELECT max(id) FROM {t}").fetchone()[0] for t in ("articles", "pruned")]
    article_id = 1 + max(number or 0 for number in used)  # never that of an article that is gone
    values = _columns(db, item) | {
        "id": article_id,
        "sort_key": sort_key(seconds(item.published, now), article_id),
        "source_id": source_id,
        "added": now,
    }
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    db.execute(f"INSERT INTO articles ({names}) VALUES ({marks})", values)
    index.add_article(db, article_id)
    db.execute("INSERT INTO readings (article_id, state) VALUES (?, 'queued')", (article_id,))


def _revise(db: sqlite3.Connection, article_id: int, item: Item, now: str) -> None:
    db.execute(
        "INSERT INTO revisions (article_id, revision, title, text, published, replaced)"
        " SELECT id, revision, title, text, published, ? FROM articles WHERE id = ?",
        (now, article_id),
    )
    index.remove_article(db, article_id)
    values = {name: value for name, value in _columns(db, item).items() if value is not None}
    if item.published:
        values["sort_key"] = sort_key(seconds(item.published, now), article_id)
    changes = ", ".join(f"{name} = :{name}" for name in values)
    db.execute(
        f"UPDATE articles SET {changes}, revision = revision + 1, updated = :now WHERE id = :id",
        {**values, "now": now, "id": article_id},
    )
    index.add_article(db, article_id)
    db.execute(
        "UPDATE readings SET state = 'queued', attempts = 0, error = NULL WHERE article_id = ?",
        (article_id,),
    )


def _columns(db: sqlite3.Connection, item: Item) -> dict[str, object]:
    return {
        "key": item.key,
        "external_id": item.external_id,
        "outlet_id": outlet_id(db, item.outlet) if item.outlet else None,
        "outlet_inferred": int(item.outlet_inferred),
        "title_made": int(item.title_made),
        "byline": item.byline,
        "place": item.place,
        "published": item.published,
        "url": item.url,
        "language": item.language,
        "words": len(item.text.split()),
        "fingerprint": fingerprint(item.title, item.text),
        "title": item.title,
        "text": item.text,
    }


def outlet_id(db: sqlite3.Connection, name: str) -> int:
    """The outlet's id, made where it is new. Names differ by more than case."""
    db.execute("INSERT INTO outlets (name) VALUES (?) ON CONFLICT DO NOTHING", (name,))
    return int(db.execute("SELECT id FROM outlets WHERE name = ?", (name,)).fetchone()[0])
