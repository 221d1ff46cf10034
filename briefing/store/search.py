"""Finding things: a query and a scope in, ids out, newest first.

Ids come first and rows by page (see ``by_id``), so that a list of any length costs what it shows.
``limit`` None finds all; with ``typing`` the last word is a beginning. Every function may be
stopped half-way by ``Connection.interrupt``. What understands queries is loaded with the first.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.kinds import Span

FIRST = 500
"""Ids that are found at once; a list shows "500+" until the rest is counted."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the panes are narrowed to."""

    story_id: int | None = None
    person_id: int | None = None


ALL = Scope()

_NEWEST = {
    "quotes": "SELECT id FROM quotes ORDER BY sort_key DESC LIMIT ?",
    "stories": "SELECT id FROM stories ORDER BY sort_key DESC LIMIT ?",
    "people": "SELECT id FROM people ORDER BY sort_key DESC, quotes DESC, id LIMIT ?",
}


def quote_ids(
    db: sqlite3.Connection,
    query: str = "",
    scope: Scope = ALL,
    limit: int | None = FIRST,
    *,
    typing: bool = False,
) -> list[int]:
    """Ids of the quotes that answer, by words, speaker, role and the fields."""
    if not query.strip() and scope == ALL:
        return ids_of(db, _NEWEST["quotes"], (-1 if limit is None else limit,))
    from briefing.store import answers

    return answers.quotes(db, query, scope, limit, typing=typing)


def article_ids(
    db: sqlite3.Connection,
    query: str = "",
    scope: Scope = ALL,
    limit: int | None = FIRST,
    *,
    typing: bool = False,
) -> list[int]:
    """Ids of the articles that answer, by title and text."""
    from briefing.store import answers

    return answers.articles(db, query, scope, limit, typing=typing)


def story_ids(
    db: sqlite3.Connection,
    query: str = "",
    scope: Scope = ALL,
    limit: int | None = FIRST,
    *,
    typing: bool = False,
) -> list[int]:
    """Ids of the stories that answer: one of their articles does, or their number is asked for."""
    if not query.strip() and scope == ALL:
        return ids_of(db, _NEWEST["stories"], (-1 if limit is None else limit,))
    from briefing.store import answers

    return answers.stories(db, query, scope, limit, typing=typing)


def people_ids(
    db: sqlite3.Connection,
    query: str = "",
    scope: Scope = ALL,
    limit: int | None = FIRST,
    *,
    typing: bool = False,
) -> list[int]:
    """Ids of the people whose names, roles or countries answer; those last in the news first.

    In a story, its people, those it says most of first.
    """
    if not query.strip() and scope == ALL:
        return ids_of(db, _NEWEST["people"], (-1 if limit is None else limit,))
    from briefing.store import answers

    return answers.people(db, query, scope, limit, typing=typing)


def figure_ids(
    db: sqlite3.Connection, query: str = "", scope: Scope = ALL, limit: int | None = FIRST
) -> list[int]:
    """Ids of the figures of the articles that answer."""
    from briefing.store import answers

    return answers.figures(db, query, scope, limit)


def discrepancy_ids(
    db: sqlite3.Connection, query: str = "", scope: Scope = ALL, limit: int | None = FIRST
) -> list[int]:
    """Ids of the discrepancies of the stories that answer."""
    from briefing.store import answers

    return answers.discrepancies(db, query, scope, limit)


def statement_ids(
    db: sqlite3.Connection, query: str = "", scope: Scope = ALL, limit: int | None = FIRST
) -> list[int]:
    """Ids of the statements of which a quote answers."""
    from briefing.store import answers

    return answers.statements(db, query, scope, limit)


def highlights(query: str, text: str) -> list[Span]:
    """The spans of ``text`` that the query's words were found in, for lighting them up."""
    if not query.strip():
        return []
    from briefing.store.highlights import spans

    return spans(query, text)


def ids_of(db: sqlite3.Connection, sql: str, bound: Sequence[object] = ()) -> list[int]:
    """The column ``id`` of what ``sql`` selects, gathered by SQLite itself.

    Row by row 300,000 ids take 650 ms, all of it under the interpreter's lock; so, 180 ms.
    """
    row = db.execute(f"SELECT json_group_array(id) FROM ({sql})", bound).fetchone()
    ids: list[int] = json.loads(row[0])
    return ids
