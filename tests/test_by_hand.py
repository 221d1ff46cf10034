"""What the user joins, parts and takes back, and that nothing overrules it."""

from dataclasses import replace

import pytest

from briefing import by_hand, identities
from briefing.errors import StoreError
from briefing.store import linked_quotes
from briefing.store import linked_stories as stories
from briefing.store.check import problems
from briefing.store.connect import writing
from briefing.store.linked_people import called_in, refresh_people
from briefing.store.moved_people import newest
from briefing.store.people import person_rows
from briefing.store.quotes import article_quotes, quote_rows
from briefing.store.readings import forget_reading, write_quotes
from briefing.store.search import people_ids, quote_ids, story_ids
from briefing.store.stories import story_rows
from tests.making import add_article, quote
from tests.test_identities import TULLY, Desk, someone


@pytest.fixture
def desk(db):
    return Desk(db)


def ids(desk):
    return {row.name: row.id for row in person_rows(desk.db, people_ids(desk.db))}


def test_two_people_are_joined_and_stay_so_when_an_article_is_read_again(desk):
    first = desk.read("Budget", "budget", TULLY)
    second = desk.read("Wedding", "wedding", someone("Ada Kesk"))
    known = ids(desk)
    by_hand.merge(desk.db, known["Ada Kesk"], known["Ada Tully"])
    assert len(desk.people()) == 1
    with writing(desk.db):
        was = called_in(desk.db, second)
        forget_reading(desk.db, second)
        identities.link(desk.db, second, [someone("Ada Kesk")], desk.stories["wedding"], was=was)
    assert called_in(desk.db, first)["Ada Tully"] == called_in(desk.db, second)["Ada Kesk"]
    desk.read("Another wedding", "wedding", someone("Ada Kesk"))
    assert len(desk.people()) == 1


def test_a_merge_is_taken_back(desk):
    desk.read("Budget", "budget", TULLY)
    desk.read("Wedding", "wedding", someone("Ada Kesk"))
    before, known = desk.people(), ids(desk)
    by_hand.merge(desk.db, known["Ada Kesk"], known["Ada Tully"])
    done = by_hand.undo(desk.db)
    assert (done.kind, done.by_hand) == ("merge", True)
    assert desk.people() == before
    assert ids(desk) == known
    with pytest.raises(StoreError, match="nothing to take back"):
        by_hand.undo(desk.db)


def test_whoever_is_parted_is_not_joined_again(desk):
    first = desk.read("Budget", "budget", someone("Ada Tully"))
    desk.read("Concert", "concert", someone("Ada Tully"))
    third = desk.read("Encore", "concert", someone("Ada Tully", country="Ostmark"))
    by_hand.split(desk.db, ids(desk)["Ada Tully"], [first])
    assert len(desk.people()) == 2
    desk.read("Encore again", "concert", someone("Ada Tully", office="singer", country="Ostmark"))
    assert len(desk.people()) == 2
    with writing(desk.db):
        was = called_in(desk.db, third)
        forget_reading(desk.db, third)
        identities.link(desk.db, third, [someone("Ada Tully")], desk.stories["concert"], was=was)
    assert len(desk.people()) == 2
    by_hand.undo(desk.db)
    assert len(desk.people()) == 1


def test_what_a_rule_joined_is_taken_back_for_good(desk):
    desk.read("Floods", "floods", someone("Tully"))
    desk.read("Floods again", "floods", someone("Ada Tully"))
    [row] = newest(desk.db, 10)
    assert len(desk.people()) == 1
    by_hand.undo(desk.db, row.id)
    assert len(desk.people()) == 2
    desk.read("Floods at last", "floods", someone("Ada Tully"), someone("Bruno Kesk"))
    assert len(desk.people()) == 3
    assert newest(desk.db, 1)[0].undone


def test_later_doings_are_taken_back_before_earlier_ones(desk):
    first = desk.read("Budget", "budget", TULLY)
    desk.read("Wedding", "wedding", someone("Ada Kesk"))
    before, known = desk.people(), ids(desk)
    joined = by_hand.merge(desk.db, known["Ada Kesk"], known["Ada Tully"])
    parted = by_hand.split(desk.db, known["Ada Tully"], [first])
    with pytest.raises(StoreError, match=f"line {parted} came after it"):
        by_hand.undo(desk.db, joined)
    by_hand.undo(desk.db)
    by_hand.undo(desk.db)
    assert desk.people() == before


def test_what_cannot_be_done_says_so(desk):
    article = desk.read("Budget", "budget", TULLY)
    number = ids(desk)["Ada Tully"]
    for attempt in (
        lambda: by_hand.merge(desk.db, number, number),
        lambda: by_hand.merge(desk.db, number, 99),
        lambda: by_hand.split(desk.db, number, [article]),
        lambda: by_hand.split(desk.db, number, [99]),
        lambda: by_hand.undo(desk.db, 99),
    ):
        with pytest.raises(StoreError):
            attempt()


def test_quotes_counts_and_stories_go_with_the_person(db):
    add_article(db, "Boats", [("Mira Talan", "Forty boats will sail.")])
    add_article(db, "Wedding", [("Mira Kesk", "I am glad.")])
    known = {row.name: row.id for row in person_rows(db, people_ids(db))}
    by_hand.merge(db, known["Mira Kesk"], known["Mira Talan"])
    [person] = person_rows(db, people_ids(db))
    assert (person.quotes, person.articles, person.aliases) == (2, 2, ("Mira Kesk",))
    assert {row.person_id for row in quote_rows(db, quote_ids(db))} == {person.id}
    assert len(quote_ids(db, "speaker:talan")) == 2
    assert {row.people for row in story_rows(db, story_ids(db))} == {("Mira Talan",)}
    assert problems(db) == []
    refresh_people(db, [person.id])
    by_hand.undo(db)
    assert len(quote_ids(db, "speaker:talan")) == 1
    assert stories.story_of(db, 1) != stories.story_of(db, 2)
    assert problems(db) == []


def test_a_quote_of_an_office_comes_back_with_its_speaker(db):
    article_id = add_article(db, "Ferry", [("Declan Farrow", "It will sail.")])
    add_article(db, "Farm", [("Declan Farrow", "It will rain.")])
    add_article(db, "Budget", [("Pavel Rudnik", "It will do.")])
    office = ("the minister", "minister", article_id)
    db.execute(
        "UPDATE quotes SET speaker = ?, office = ?, inferred = 1 WHERE article_id = ?", office
    )
    db.commit()
    before = db.execute("SELECT id, person_id FROM quotes ORDER BY id").fetchall()
    known = {row.name: row.id for row in person_rows(db, people_ids(db))}
    by_hand.merge(db, known["Declan Farrow"], known["Pavel Rudnik"])
    assert len(people_ids(db)) == 1
    by_hand.undo(db)
    named = {row.name: row.id for row in person_rows(db, people_ids(db))}
    after = dict(db.execute("SELECT id, person_id FROM quotes ORDER BY id").fetchall())
    was = {number: name for name, number in known.items()}
    now = {number: name for name, number in named.items()}
    assert {quote: now[person] for quote, person in after.items()} == {
        quote: was[person] for quote, person in map(tuple, before)
    }


def test_who_tells_what_another_said_goes_by_the_name_of_whom_it_turned_out_to_be(db):
    outer = "The premier told us that the lock would hold until spring."
    article_id = add_article(db, "Lock", [("Hask", outer)])
    add_article(db, "Farm", [("Petr Hask", "It will rain.")])
    inner = "the lock would hold until spring"
    with writing(db):
        text = db.execute("SELECT text FROM articles WHERE id = ?", (article_id,)).fetchone()[0]
        told = replace(quote(inner, "The premier", at=text.index(inner)), told_by="Hask")
        said = quote(f"“{outer}”", "Hask", at=text.index("“"))
        write_quotes(db, article_id, text, [said, told], called_in(db, article_id))
        linked_quotes.index_quotes(db, linked_quotes.quotes_of(db, article_id))
    known = {row.name: row.id for row in person_rows(db, people_ids(db))}
    by_hand.merge(db, known["Hask"], known["Petr Hask"])
    rows = {row.text: row.told_by for row in article_quotes(db, article_id)}
    assert rows == {f"“{outer}”": None, inner: "Petr Hask"}
