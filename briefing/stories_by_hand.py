"""Stories joined and parted by the user's hand, and any step that made them, taken back.

What the user decides is kept by article (``user_stories``, see ``store.story_ties``): no later
article, no reading and no rule puts asunder what was joined, or together what was parted.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from briefing import identities, story_linker
from briefing.errors import StoreError
from briefing.linker import relink_stories
from briefing.store import linked_people as people
from briefing.store import linked_stories as stories
from briefing.store import story_steps as steps
from briefing.store import story_ties as ties
from briefing.store.connect import writing
from briefing.store.story_steps import Step


def merge(db: sqlite3.Connection, one: int, into: int) -> int:
    """Have two stories be one, under ``into``; the step's id.

    Raises:
        StoreError: there are no two such stories.
    """
    with writing(db):
        moved, there = steps.articles_of(db, one), steps.articles_of(db, into)
        if not moved or not there or one == into:
            raise StoreError(f"there are no two stories {one} and {into}: see  briefing stories")
        before = ties.numbers(db, [*moved, *there])
        _number(db, [*moved, *there])
        steps.move(db, moved, into)
        step_id = steps.record_by_hand(db, "merge", (one, into), moved, before)
        _relink(db, {one, into})
    return step_id


def split(db: sqlite3.Connection, story_id: int, articles: Sequence[int]) -> int:
    """Have these articles be a story of their own; the step's id.

    Raises:
        StoreError: one of them is not in the story, or no other is.
    """
    with writing(db):
        here = steps.articles_of(db, story_id)
        moved = [article for article in here if article in articles]
        if set(moved) != set(articles) or not moved or len(moved) == len(here):
            raise StoreError(
                f"articles of story {story_id}, and not all of them, are needed:"
                f" see  briefing articles story:{story_id}"
            )
        return _part(db, moved, _open(db, moved[0], None), story_id)


def undo(db: sqlite3.Connection, step_id: int | None = None) -> int:
    """Take a step back, by default the user's newest that stands; the id of the step shown for it.

    What linking did and the user takes back is the user's own doing from then on: linking does not
    do it again, and taking it back is a step that can be taken back.

    Raises:
        StoreError: there is no such step, it was taken back before, or others moved them since.
    """
    with writing(db):
        mine = steps.standing_by_hand(db)
        done = steps.get(db, step_id) if step_id is not None else next(iter(mine), None)
        if done is None or done.undone:
            raise StoreError("there is nothing to take back: see  briefing story log")
        moved = [article for article in done.articles if steps.stories_of(db, [article])]
        now = steps.stories_of(db, moved)
        if len(now) != 1 or now == {done.other_id}:
            raise StoreError("they have gone elsewhere since: see  briefing story log")
        if done.by_hand:
            return _take_back(db, done, moved, now.pop(), mine)
        return _overrule(db, done, moved, now.pop())


def _take_back(
    db: sqlite3.Connection, done: Step, moved: list[int], here: int, mine: Sequence[Step]
) -> int:
    """Undo what the user did: all is as it was, but for articles that came in since."""
    numbered = {article for article, _ in done.before}
    for later in mine:
        if later.id > done.id and numbered & {article for article, _ in later.before}:
            raise StoreError(f"step {later.id} came after it: take that back first")
    others = steps.stories_of(db, numbered - set(moved))
    # A story that was parted goes back to the rest of it, wherever linking has put that since.
    target = others.pop() if done.step == "split" and others else done.other_id
    target = _open(db, moved[0], target)
    ties.set_numbers(db, done.before)
    steps.move(db, moved, target)
    if came := [one for one in steps.articles_of(db, here) if one not in numbered]:
        story_linker.part(db, target, here, came)
    steps.set_undone(db, done.id, undone=True)
    if done.takes_back is not None:
        steps.set_undone(db, done.takes_back, undone=False)
    _relink(db, {here, target})
    return done.id


def _overrule(db: sqlite3.Connection, done: Step, moved: list[int], here: int) -> int:
    """Undo what linking did, for good: a step by the user's hand."""
    there = steps.articles_of(db, done.other_id) if done.other_id is not None else []
    rest = [article for article in steps.articles_of(db, here) if article not in moved]
    if not rest:
        raise StoreError("nothing else is in that story any more: see  briefing story log")
    steps.set_undone(db, done.id, undone=True)
    if not there:
        return _part(db, moved, _open(db, moved[0], done.other_id), here, done.id)
    before = ties.numbers(db, [*moved, *there])
    target = _open(db, there[0], done.other_id)
    _number(db, [*moved, *there])
    steps.move(db, moved, target)
    step_id = steps.record_by_hand(db, "merge", (here, target), moved, before, done.id)
    _relink(db, {here, target})
    return step_id


def _part(
    db: sqlite3.Connection,
    moved: list[int],
    target: int,
    story_id: int,
    takes_back: int | None = None,
) -> int:
    """Have articles of a story be another, and the rest of it never one with them."""
    rest = [one for one in steps.articles_of(db, story_id) if one not in moved]
    before = ties.numbers(db, [*moved, *rest])
    _number(db, moved)
    _number(db, rest)
    steps.move(db, moved, target)
    ways = (story_id, target)
    step_id = steps.record_by_hand(db, "split", ways, moved, before, takes_back)
    _relink(db, {story_id, target})
    return step_id


def _open(db: sqlite3.Connection, article_id: int, story_id: int | None) -> int:
    """The story of this id, begun anew where it is gone, or a new one that has the article."""
    if story_id is None:
        steps.free_key(db, article_id)
        return stories.set_story(db, article_id, None)
    if not steps.articles_of(db, story_id):
        steps.reopen(db, story_id)
    return story_id


def _number(db: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Have these be one story by the user's word, and others none of it."""
    number = ties.next_number(db)
    ties.set_numbers(db, [(article, number) for article in articles])


def _relink(db: sqlite3.Connection, story_ids: set[int]) -> None:
    """Make anew all that hangs on which articles are in these stories."""
    left = {story_id for story_id in story_ids if not stories.drop_if_empty(db, story_id)}
    for story_id in left:
        ties.refresh(db, story_id)
        story_linker.sum_up(db, story_id)
    people.refresh_people(db, identities.settle(db, left) | relink_stories(db, left))
