"""All that is known of a person: what their page shows, and ``people --json``."""

import json
import re
import sqlite3
from collections.abc import Sequence

from briefing.rows import CalledRow, LinkRow, NamedWithRow, PersonDetail, PersonStoryRow, RoleRow
from briefing.store.people import person_rows

NEWEST = 200
"""Appearances of a person that are looked at, the newest: no page holds more."""

MOST = 50
"""Quotes given at most, each way, the newest first."""

MOST_NAMED = 12
"""People and stories given at most."""

_ARTICLES = (
    "WITH here AS (SELECT article_id, day FROM appearances WHERE person_id = :id"
    " ORDER BY day DESC, article_id DESC LIMIT :newest)"
)

_END = re.compile(r"(?<=[\w”\"’)%][.!?])[\"”’)]*\s+(?=[“\"‘(]?[A-Z])|\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Sr|Prof|Rev)\.\s*$"
)


def person_details(db: sqlite3.Connection, ids: Sequence[int]) -> list[PersonDetail]:
    """The people of these ids, in their order, with their quotes, company and stories."""
    return [
        PersonDetail(
            *row[:4],
            roles=tuple(role._replace(sentence=_proof(db, role)) for role in row.roles),
            quotes=row.quotes,
            articles=row.articles,
            quotes_by=_quotes_by(db, row.id),
            quotes_about=_quotes_about(db, row.id),
            named_with=_named_with(db, row.id),
            stories=_stories(db, row.id),
            called=_called(db, row.id),
            links=_links(db, row.id),
        )
        for row in person_rows(db, ids)
    ]


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of a text that holds a span, on one line."""
    first, last = 0, len(text)
    for match in _END.finditer(text):
        if match[0] != "\n" and _ABBREVIATED.search(text, max(0, match.start() - 6), match.start()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start() + len(match[0].rstrip())
            break
    return " ".join(text[first:last].split())


def _proof(db: sqlite3.Connection, role: RoleRow) -> str | None:
    row = db.execute("SELECT text FROM articles WHERE id = ?", (role.article_id,)).fetchone()
    return sentence_at(row["text"], role.start, role.end) if row else None


def _quotes_by(db: sqlite3.Connection, person_id: int) -> tuple[int, ...]:
    rows = db.execute(
        "SELECT id FROM quotes WHERE person_id = ? ORDER BY sort_key DESC LIMIT ?",
        (person_id, MOST),
    )
    return tuple(row["id"] for row in rows)


def _quotes_about(db: sqlite3.Connection, person_id: int) -> tuple[int, ...]:
    """What others said that names the person."""
    rows = db.execute(
        f"{_ARTICLES} SELECT q.id, q.spans, m.start, m.end FROM here"
        " JOIN mentions m ON m.article_id = here.article_id AND m.person_id = :id"
        " JOIN quotes q ON q.article_id = m.article_id AND q.start <= m.start AND q.end >= m.end"
        " WHERE q.person_id IS NOT :id ORDER BY q.sort_key DESC",
        {"id": person_id, "newest": NEWEST},
    )
    inside = (
        row["id"]
        for row in rows
        if any(a <= row["start"] and row["end"] <= b for a, b in json.loads(row["spans"]))
    )
    return tuple(dict.fromkeys(inside))[:MOST]


def _named_with(db: sqlite3.Connection, person_id: int) -> tuple[NamedWithRow, ...]:
    rows = db.execute(
        f"{_ARTICLES} SELECT p.id, p.name, count(DISTINCT o.article_id) AS articles FROM here"
        " JOIN appearances o ON o.article_id = here.article_id JOIN people p ON p.id = o.person_id"
        " WHERE o.person_id <> :id GROUP BY p.id ORDER BY articles DESC, p.quotes DESC, p.name"
        " LIMIT :most",
        {"id": person_id, "newest": NEWEST, "most": MOST_NAMED},
    )
    return tuple(NamedWithRow(**dict(row)) for row in rows)


def _stories(db: sqlite3.Connection, person_id: int) -> tuple[PersonStoryRow, ...]:
    rows = db.execute(
        f"{_ARTICLES} SELECT DISTINCT s.id, s.title, s.last_published FROM here"
        " JOIN articles a ON a.id = here.article_id JOIN stories s ON s.id = a.story_id"
        " ORDER BY s.sort_key DESC LIMIT :most",
        {"id": person_id, "newest": NEWEST, "most": MOST_NAMED},
    )
    return tuple(PersonStoryRow(**dict(row)) for row in rows)


def _called(db: sqlite3.Connection, person_id: int) -> tuple[CalledRow, ...]:
    rows = db.execute(
        "SELECT name, articles FROM person_names WHERE person_id = ? ORDER BY articles DESC, name",
        (person_id,),
    )
    return tuple(CalledRow(**dict(row)) for row in rows)


def _links(db: sqlite3.Connection, person_id: int) -> tuple[LinkRow, ...]:
    rows = db.execute(
        f"{_ARTICLES} SELECT p.article_id, p.called, p.reason, p.tie, o.name AS outlet, a.published"
        " FROM here JOIN appearances p ON p.article_id = here.article_id AND p.person_id = :id"
        " JOIN articles a ON a.id = p.article_id LEFT JOIN outlets o ON o.id = a.outlet_id"
        " ORDER BY here.day DESC, p.article_id DESC LIMIT :most",
        {"id": person_id, "newest": NEWEST, "most": MOST},
    )
    return tuple(LinkRow(**{**dict(row), "tie": bool(row["tie"])}) for row in rows)
