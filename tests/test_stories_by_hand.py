"""What the user joins, parts and takes back of stories, and that nothing overrules it."""

import pytest

from briefing import stories_by_hand as by_hand
from briefing.errors import StoreError
from briefing.linker import commit
from briefing.model import Item, Reading
from briefing.readers import Job, Outcome
from briefing.store.check import problems
from briefing.store.filing import put
from briefing.store.readings import queue_outdated, waiting
from briefing.store.salvage import salvage
from briefing.store.search import quote_ids, statement_ids
from briefing.store.stories import story_rows
from briefing.store.story_steps import newest
from tests.making import NOW
from tests.test_story_linker import BOTH, OTHER, QUAKE, RELIEF, arrive

CUP = "Cup final in Lindau Bay: goalkeeper breaks wrist, captain weeps"


def grouped(db):
    """The stories: sets of articles, by id."""
    found = {}
    for row in db.execute("SELECT id, story_id FROM articles"):
        found.setdefault(row["story_id"], set()).add(row["id"])
    rows = {row.id: row for row in story_rows(db, list(found))}
    assert {i: len(ids) for i, ids in found.items()} == {i: r.articles for i, r in rows.items()}
    assert problems(db) == []
    return found


def sets(db):
    return sorted(map(sorted, grouped(db).values()))


def read_again(db, version="2"):
    """Have all articles read by a newer engine."""
    with db:
        queue_outdated(db, version)
    for row in list(waiting(db, again=False)):
        job = Job(row.article_id, row.title, row.text, row.fingerprint)
        commit(db, [Outcome(job, reading=Reading(), language="en", lead="")], version)


def test_two_stories_are_joined_and_stay_so(db):
    quake, cup = arrive(db, QUAKE, "Merrin Wire"), arrive(db, OTHER, "Valdoria Times")
    by_hand.merge(db, 2, 1)
    assert grouped(db) == {1: {quake, cup}}
    late = arrive(db, CUP, "The Ostmark Courier")
    read_again(db)
    stories = grouped(db)
    assert [ids for ids in stories.values() if quake in ids] == [
        ids for ids in stories.values() if cup in ids
    ]
    assert late in set().union(*stories.values())


def test_what_was_joined_is_not_drawn_apart_by_an_article_that_one_of_it_fits_better(db):
    arrive(db, QUAKE, "Merrin Wire")
    arrive(db, f"{QUAKE} today", "Valdoria Times")
    cup = arrive(db, OTHER, "Valdoria Times")
    [quakes] = [number for number, ids in grouped(db).items() if cup not in ids]
    [cups] = [number for number, ids in grouped(db).items() if cup in ids]
    by_hand.merge(db, cups, quakes)
    arrive(db, f"{OTHER} again", "Merrin Wire")
    arrive(db, f"{OTHER} at last", "The Ostmark Courier")
    assert any({1, 2, cup} <= ids for ids in grouped(db).values())


def test_what_was_parted_is_not_joined_again(db):
    one, two = arrive(db, QUAKE, "Merrin Wire"), arrive(db, f"{QUAKE} today", "Valdoria Times")
    [story] = grouped(db)
    by_hand.split(db, story, [two])
    assert sets(db) == [[one], [two]]
    for title in (f"{QUAKE} again", f"{QUAKE} at last"):
        arrive(db, title, title)
        read_again(db, title)
    apart = [ids for ids in grouped(db).values() if ids & {one, two}]
    assert len(apart) == 2


def test_an_edited_article_stays_where_the_user_put_it(db):
    arrive(db, QUAKE, "Merrin Wire")
    two = arrive(db, f"{QUAKE} today", "Valdoria Times")
    by_hand.split(db, 1, [two])
    put(
        db,
        [Item(title=f"{QUAKE} now", text="", key=f"{QUAKE} today", published="2031-09-01")],
        now=NOW,
    )
    read_again(db)
    assert sets(db) == [[1], [2]]


def test_a_join_is_taken_back_and_ids_with_it(db):
    quake, cup = arrive(db, QUAKE, "Merrin Wire"), arrive(db, OTHER, "Valdoria Times")
    step = by_hand.merge(db, 1, 2)
    assert by_hand.undo(db) == step
    assert grouped(db) == {1: {quake}, 2: {cup}}
    assert db.execute("SELECT count(*) FROM user_stories").fetchone()[0] == 0
    with pytest.raises(StoreError, match="nothing to take back"):
        by_hand.undo(db)


def test_a_part_is_taken_back_to_where_the_rest_is(db):
    arrive(db, QUAKE, "Merrin Wire")
    two = arrive(db, f"{QUAKE} today", "Valdoria Times")
    by_hand.split(db, 1, [two])
    by_hand.undo(db)
    assert sets(db) == [[1, 2]]
    arrive(db, f"{QUAKE} again", "Merrin Wire")
    assert sets(db) == [[1, 2, 3]]


def test_what_came_in_since_goes_with_those_it_fits_when_a_join_is_taken_back(db):
    arrive(db, QUAKE, "Merrin Wire"), arrive(db, OTHER, "Valdoria Times")
    by_hand.merge(db, 2, 1)
    late = arrive(db, f"{OTHER}, captain weeps", "The Ostmark Courier")
    assert sets(db) == [[1, 2, late]]
    by_hand.undo(db)
    assert sets(db) == [[1], [2, late]]


def test_later_doings_are_taken_back_before_earlier_ones(db):
    arrive(db, QUAKE, "Merrin Wire"), arrive(db, OTHER, "Valdoria Times")
    first = by_hand.merge(db, 2, 1)
    second = by_hand.split(db, 1, [1])
    with pytest.raises(StoreError, match=f"step {second} came after it"):
        by_hand.undo(db, first)
    by_hand.undo(db)
    by_hand.undo(db)
    assert sets(db) == [[1], [2]]
    assert [row.undone for row in newest(db, 9) if row.by_hand] == [True, True]


def test_every_step_of_linking_is_taken_back_for_good(db):
    quake, relief = arrive(db, QUAKE, "Merrin Wire"), arrive(db, RELIEF, "Valdoria Times")
    both = arrive(db, BOTH, "The Ostmark Courier")
    joined, merged = reversed(newest(db, 9))
    assert (joined.step, merged.step, len(grouped(db))) == ("join", "merge", 1)
    by_hand.undo(db, merged.id)
    apart = [ids for ids in grouped(db).values() if ids & {quake, relief}]
    assert len(apart) == 2
    by_hand.undo(db, joined.id)
    assert sets(db) == [[quake], [relief], [both]]
    read_again(db)
    arrive(db, f"{BOTH} again", "Merrin Wire")
    assert not [ids for ids in grouped(db).values() if len(ids & {quake, relief, both}) > 1]
    assert [row.undone for row in newest(db, 9) if row.id in (joined.id, merged.id)] == [True, True]


def test_taking_back_what_linking_did_can_be_taken_back(db):
    arrive(db, QUAKE, "Merrin Wire"), arrive(db, f"{QUAKE} today", "Valdoria Times")
    [joined] = newest(db, 9)
    by_hand.undo(db, joined.id)
    assert sets(db) == [[1], [2]]
    by_hand.undo(db)
    assert sets(db) == [[1, 2]]
    assert not newest(db, 9)[-1].undone


def test_an_article_that_linking_drew_over_goes_back(db):
    arrive(db, QUAKE, "Merrin Wire"), arrive(db, f"{QUAKE} today", "Valdoria Times")
    arrive(db, OTHER, "The Ostmark Courier")
    with db:
        from briefing.store import story_steps as steps

        steps.move(db, [2], 2)
        steps.record(db, "split", 2, 1, [2], odds=1.5)
        by_hand._relink(db, {1, 2})
    [drawn, *_] = newest(db, 9)
    by_hand.undo(db, drawn.id)
    assert sets(db) == [[1, 2], [3]]
    arrive(db, f"{OTHER} again", "Merrin Wire")
    assert sets(db) == [[1, 2], [3, 4]]


def test_statements_and_the_index_go_with_the_story(db):
    arrive(db, QUAKE, "Merrin Wire", "Ada Tully")
    arrive(db, OTHER, "Valdoria Times", "Ada Tully")
    assert statement_ids(db, "", limit=50) == []
    by_hand.merge(db, 2, 1)
    assert len(statement_ids(db, "", limit=50)) == 1
    assert len(quote_ids(db, "story:1")) == 2
    by_hand.undo(db)
    assert statement_ids(db, "", limit=50) == []
    assert len(quote_ids(db, "story:1")) == len(quote_ids(db, "story:2")) == 1


def test_a_salvaged_store_is_linked_by_what_the_user_said(db, store, tmp_path):
    arrive(db, QUAKE, "Merrin Wire"), arrive(db, OTHER, "Valdoria Times")
    arrive(db, f"{QUAKE} today", "The Ostmark Courier")
    by_hand.merge(db, 2, 1)
    by_hand.split(db, 1, [3])
    assert sets(db) == [[1, 2], [3]]
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    salvage(store)
    from contextlib import closing

    from briefing.store.connect import connect

    with closing(connect(store)) as again:
        read_again(again)
        assert sets(again) == [[1, 2], [3]]


def test_what_cannot_be_done_says_so(db):
    arrive(db, QUAKE, "Merrin Wire"), arrive(db, OTHER, "Valdoria Times")
    for attempt in (
        lambda: by_hand.merge(db, 1, 1),
        lambda: by_hand.merge(db, 1, 99),
        lambda: by_hand.split(db, 1, [1]),
        lambda: by_hand.split(db, 1, [2]),
        lambda: by_hand.split(db, 99, [1]),
        lambda: by_hand.undo(db),
        lambda: by_hand.undo(db, 99),
    ):
        with pytest.raises(StoreError):
            attempt()
    assert sets(db) == [[1], [2]]
