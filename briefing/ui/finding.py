"""Which ids each pane shows for a view: planned as values, and found in two steps."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.store.people import person_rows
from briefing.store.search import FIRST, Scope, people_ids, quote_ids, story_ids
from briefing.store.stories import story_rows
from briefing.ui.view import View

LISTS = ("stories", "people", "quotes")

_FIND = {"stories": story_ids, "people": people_ids, "quotes": quote_ids}


class Question(NamedTuple):
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


def existing(db: sqlite3.Connection, view: View) -> View:
    """The view, wider where it was narrowed to a story or a person that is no more."""
    if view.story and not story_rows(db, [view.story.id]):
        view = view.without("story")
    if view.person and not person_rows(db, [view.person.id]):
        view = view.without("person")
    return view


def find(db: sqlite3.Connection, question: Question, limit: int | None = FIRST) -> list[int]:
    """The ids that answer, newest first. The last word is a beginning: it is being typed."""
    return _FIND[question.pane](db, question.query, question.scope, limit, typing=True)


Found = tuple[Question, Sequence[int], bool]
"""A question, the ids that answer it, and whether those are all."""


def find_first(db: sqlite3.Connection, asked: Iterable[Question]) -> list[Found]:
    """The first ids of every question."""
    found = [(question, find(db, question)) for question in asked]
    return [(question, ids, len(ids) < FIRST) for question, ids in found]


def find_all(db: sqlite3.Connection, asked: Iterable[Question]) -> list[Found]:
    """All ids of every question."""
    return [(question, find(db, question, None), True) for question in asked]
