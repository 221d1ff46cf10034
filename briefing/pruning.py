"""Old articles dropped for good: a story's at a time, in one short transaction each.

What is left of a story is linked anew, and who is named by none any more goes too. A kill leaves
every article whole, or gone and known by its tombstone.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from briefing.linker import refresh
from briefing.store import linked_people as people
from briefing.store import linked_stories as stories
from briefing.store import pruned
from briefing.store.connect import writing

AT_ONCE = 100
"""Articles dropped in one transaction, at most: a sync may come in between."""


def prune(
    db: sqlite3.Connection,
    ids: Sequence[int],
    *,
    now: str,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Drop the articles of these ids. ``now`` is an ISO instant in UTC."""
    done = 0
    for story_id, group in _groups(db, ids):
        with writing(db):
            _drop(db, story_id, group, now)
        done += len(group)
        progress(done, len(ids))


def _groups(db: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int | None, list[int]]]:
    for story_id, group in pruned.stories_of(db, ids).items():
        for first in range(0, len(group), AT_ONCE):
            yield story_id, group[first : first + AT_ONCE]


def _drop(db: sqlite3.Connection, story_id: int | None, ids: list[int], now: str) -> None:
    touched: set[int] = set()
    statements: set[int] = set()
    for article_id in ids:
        of_people, of_statements = pruned.bury(db, article_id, now)
        touched |= of_people
        statements |= of_statements
    stories.drop_empty(db, statements)
    if story_id is not None and not stories.drop_if_empty(db, story_id):
        touched |= refresh(db, story_id)
    people.refresh_people(db, touched)
