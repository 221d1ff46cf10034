import pytest

from briefing.model import Item
from briefing.pruning import prune
from briefing.store import pruned, user
from briefing.store.check import problems
from briefing.store.filing import Counts, put
from briefing.store.keys import seconds
from briefing.store.search import people_ids, quote_ids, story_ids
from briefing.store.sources import add_source
from tests.making import NOW, add_article

TEXT = (
    "The harbour board met on Monday. It will close two berths in spring, and open one in autumn."
)


@pytest.fixture
def edition(db):
    old = add_article(
        db,
        "Valdoria promises boats",
        [("Mira Talan", "Forty boats will sail."), ("Petra Sandor", "We shall see.")],
        published="2025-12-01",
    )
    story = db.execute("SELECT story_id FROM articles").fetchone()[0]
    new = add_article(
        db,
        "Boats promised again",
        [("Mira Talan", "Forty boats will sail.")],
        published="2026-02-01",
        outlet="Ostmark Courier",
        story_id=story,
    )
    return old, new


def tables(db) -> dict[str, int]:
    return {
        name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in ("articles", "quotes", "people", "stories", "statements", "aliases", "figures")
    }


def test_what_is_left_is_linked_as_if_it_had_always_been_alone(db, edition):
    _, new = edition
    prune(db, pruned.older(db, seconds("2026-01-01", NOW)), now=NOW)
    assert [row["id"] for row in db.execute("SELECT id FROM articles")] == [new]
    assert quote_ids(db, "forty boats") == [3]
    assert quote_ids(db, "shall see") == []
    assert len(people_ids(db, "Talan")) == 1
    assert people_ids(db, "Sandor") == []
    story = db.execute("SELECT title, articles, quotes, outlets, people FROM stories").fetchone()
    assert tuple(story) == (
        "Boats promised again",
        1,
        1,
        '["Ostmark Courier"]',
        '["Mira Talan"]',
    )
    assert problems(db) == []


def test_where_all_goes_nothing_derived_is_left(db, edition):
    prune(db, list(edition), now=NOW)
    assert not any(tables(db).values())
    assert story_ids(db, "boats") == []
    assert problems(db) == []


def test_the_number_of_an_article_that_went_is_not_given_again(db, edition):
    prune(db, list(edition), now=NOW)
    assert add_article(db, "Something else") > max(edition)


def item(text: str = TEXT, *, title: str = "Board meets", key: str = "guid:feed:1", **more) -> Item:
    return Item(title=title, text=text, key=key, **more)


def pruned_once(db, first: Item) -> int:
    source = add_source(db, "https://news.example/feed", now=NOW)
    number = db.execute("SELECT id FROM sources").fetchone()[0]
    put(db, [first], source_id=number, now=NOW)
    prune(db, [row["id"] for row in db.execute("SELECT id FROM articles").fetchall()], now=NOW)
    assert source is not None
    return number


@pytest.mark.parametrize(
    "again",
    [
        item(),
        item(title="Board meets on berths"),
        item(TEXT + " It said so on Tuesday, at the end of a long meeting."),
        item("All is otherwise now, and nobody had thought that it would come to this."),
        item(key="guid:feed:2"),
    ],
    ids=["same", "title", "longer", "text", "key"],
)
def test_a_sync_does_not_bring_it_back(db, again):
    source = pruned_once(db, item())
    assert put(db, [again], source_id=source, now=NOW) == Counts(unchanged=1)
    assert tables(db)["articles"] == 0


@pytest.mark.parametrize(
    "other",
    [
        item("Two trains stood still for an hour near Lasko.", title="Trains late"),
        item(TEXT, key="guid:feed:2", outlet="Ostmark Courier"),
    ],
    ids=["number given again", "another outlet"],
)
def test_another_article_comes_in(db, other):
    source = pruned_once(db, item())
    assert put(db, [other], source_id=source, now=NOW) == Counts(new=1)


def test_the_address_is_an_identity_too(db):
    source = pruned_once(db, item(url="https://news.example/1"))
    again = item(key="guid:other:9", url="https://news.example/1", outlet="Valdoria Times")
    assert put(db, [again], source_id=source, now=NOW) == Counts(unchanged=1)


def test_what_the_user_takes_in_comes_in(db):
    pruned_once(db, item())
    assert put(db, [item()], now=NOW) == Counts(new=1)


def test_no_word_of_it_is_kept(db):
    pruned_once(db, item(title="Secret meeting"))
    row = " ".join(map(str, tuple(db.execute("SELECT * FROM pruned").fetchone())))
    assert not any(word in row.casefold() for word in ("secret", "meeting", "harbour", "berths"))


def test_marks_are_named_and_what_was_only_opened_is_none(db, edition):
    old, new = edition
    user.mark_seen(db, new, NOW)
    assert pruned.marked(db, list(edition)) == []
    user.mark_verified(db, 1, NOW)
    with db:
        db.execute("INSERT INTO user_people VALUES (?, 'Mira Talan', 1)", (old,))
    (one,) = pruned.marked(db, list(edition))
    assert (one.id, one.how) == (old, "people joined or parted, checked quotes")
    user.unmark_verified(db, 1)
    assert pruned.marked(db, list(edition))[0].how == "people joined or parted"
