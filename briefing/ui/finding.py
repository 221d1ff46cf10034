"""Which ids each pane shows for a view: planned as values, then asked of the finding thread."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.store.search import FIRST, Scope, people_ids, quote_ids, story_ids
from briefing.ui.view import View

LISTS = ("stories", "people", "quotes")

_FIND = {"stories": story_ids, "people": people_ids, "quotes": quote_ids}


@dataclass(frozen=True, slots=True)
class Question:
    """What a pane is to show."""

    pane: str
    query: str
    scope: Scope


def questions(view: View) -> tuple[Question, ...]:
    """One question a pane: a story narrows people and quotes, a person the quotes."""
    story = view.story.id if view.story else None
    person = view.person.id if view.person else None
    scopes = {
        "stories": Scope(),
        "people": Scope(story_id=story),
        "quotes": Scope(story_id=story, person_id=person),
    }
    return tuple(Question(pane, view.query.strip(), scopes[pane]) for pane in LISTS)


def find(db: sqlite3.Connection, question: Question, limit: int | None = FIRST) -> list[int]:
    """The ids that answer, newest first. The last word is a beginning: it is being typed."""
    return _FIND[question.pane](db, question.query, question.scope, limit, typing=True)


Found = tuple[Question, Sequence[int], bool]
"""A question, the ids that answer it, and whether those are all."""


def steps(
    asked: Sequence[Question], done: Callable[[Found], None]
) -> list[tuple[Callable[[sqlite3.Connection], Found], Callable[[Found], None]]]:
    """The first ids of every question, then all of them where there are more."""
    more: set[Question] = set()

    def first(db: sqlite3.Connection, question: Question) -> Found:
        ids = find(db, question)
        if len(ids) >= FIRST:
            more.add(question)
        return question, ids, len(ids) < FIRST

    def rest(db: sqlite3.Connection, question: Question) -> Found:
        ids = find(db, question, None) if question in more else ()
        return question, ids, True

    def rest_done(found: Found) -> None:
        if found[0] in more:
            done(found)

    return [
        *((lambda db, q=q: first(db, q), done) for q in asked),
        *((lambda db, q=q: rest(db, q), rest_done) for q in asked),
    ]
