"""People joined and parted by the user's hand, and anything that linking did, taken back.

What the user decides is kept by article and name (``user_people``): those of one number are one
person, those of two are two, whatever a rule or a newer engine makes of them.
"""

import sqlite3
from collections.abc import Sequence

from briefing import identities
from briefing.errors import StoreError
from briefing.store import linked_people as people
from briefing.store import linked_stories as stories
from briefing.store import moved_people as moves
from briefing.store.connect import writing
from briefing.store.moved_people import Appearance, Moved


def merge(db: sqlite3.Connection, one: int, into: int) -> int:
    """Have two people be one, under ``into``; the number of the log's line.

    Raises:
        StoreError: there are no two such people.
    """
    with writing(db):
        moved, there = moves.appearances_of(db, one), moves.appearances_of(db, into)
        if not moved or not there or one == into:
            raise StoreError(f"there are no two people {one} and {into}: see  briefing people")
        before = moves.identities(db, [*moved, *there])
        _number(db, [*moved, *there], into)
        line = _log(db, "merge", moved, (one, into), "joined by hand", before)
        _carry(db, moved, one, into, "joined by hand")
    return line


def split(db: sqlite3.Connection, person_id: int, articles: Sequence[int]) -> int:
    """Have those whom these articles name be somebody else; the number of the log's line.

    Raises:
        StoreError: the person is not named in them, or nowhere else.
    """
    with writing(db):
        named = moves.appearances_of(db, person_id)
        moved = [one for one in named if one[0] in articles]
        rest = [one for one in named if one[0] not in articles]
        if not moved or not rest:
            raise StoreError(f"articles that name person {person_id}, and not all, are needed")
        before = moves.identities(db, named)
        target = people.new_person(db, moved[0][1])
        _number(db, moved, target)
        _number(db, rest, person_id)
        line = _log(db, "split", moved, (person_id, target), "parted by hand", before)
        _carry(db, moved, person_id, target, "parted by hand")
    return line


def undo(db: sqlite3.Connection, line: int | None = None) -> Moved:
    """Take back a line of the log, by default the newest of the user's own that stands.

    What a rule did and the user takes back is the user's from then on: no rule does it again.

    Raises:
        StoreError: there is no such line, it was taken back before, or others moved them since.
    """
    with writing(db):
        mine = moves.standing_by_hand(db)
        done = next(iter(mine), None) if line is None else moves.logged(db, line)
        if done is None or done.undone:
            raise StoreError("there is nothing to take back: see  briefing person log")
        _check_last(done, mine)
        moved = [one for one in moves.appearances_of(db, done.moved_to) if one in done.moved]
        if not moved:
            raise StoreError("they have gone elsewhere since: take that back first")
        rest = [one for one in moves.appearances_of(db, done.moved_to) if one not in moved]
        target = done.moved_from
        if not moves.appearances_of(db, target):
            target = people.new_person(db, done.from_name, target)
        if done.by_hand:
            moves.set_identities(db, done.before)
        else:
            _number(db, [*moved, *moves.appearances_of(db, target)], target)
            if done.kind == "merge":
                _number(db, rest, done.moved_to)
        _carry(db, moved, done.moved_to, target, "taken back by hand")
        moves.set_undone(db, done.id)
    return done


def _check_last(done: Moved, mine: Sequence[Moved]) -> None:
    """Refuse to take back what the user did where they did more to the same people since."""
    named = {(article, called) for article, called, _ in done.before}
    for later in mine:
        if later.id > done.id and named & {
            (article, called) for article, called, _ in later.before
        }:
            raise StoreError(f"line {later.id} came after it: take that back first")


def _number(db: sqlite3.Connection, named: Sequence[Appearance], person_id: int) -> None:
    """Have these be one person by the user's word, and others none of them."""
    if named:
        number = moves.next_identity(db)
        moves.set_identities(db, [(*one, number) for one in named])
        people.set_identity(db, person_id, number)


def _log(
    db: sqlite3.Connection,
    kind: str,
    moved: Sequence[Appearance],
    ways: tuple[int, int],
    reason: str,
    before: Sequence[tuple[int, str, int | None]],
) -> int:
    names = [people.name_of(db, number) for number in ways]
    return moves.log(
        db, kind, moved, ways, (names[0], names[1]), reason=reason, by_hand=True, before=before
    )


def _carry(
    db: sqlite3.Connection, moved: Sequence[Appearance], one: int, to: int, reason: str
) -> None:
    """Move them, and bring up to date what shows them."""
    for appearance in moved:
        moves.move(db, appearance, to, reason=reason)
    touched = moves.stories_of(db, moved)
    changed = {one, to} | identities.settle(db, touched, [called for _, called in moved])
    for number in (one, to):
        people.set_identity(db, number, moves.identity_now(db, number))
        identities.name_person(db, number)
    people.refresh_people(db, changed)
    for story_id in touched:
        stories.refresh_people_of(db, story_id)
