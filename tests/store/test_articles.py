from dataclasses import replace

import pytest

from briefing.model import Item
from briefing.store.articles import article_rows, article_text
from briefing.store.filing import Counts, put
from briefing.store.search import article_ids
from briefing.store.user import mark_seen

NOW = "2026-03-02T08:00:00Z"
LATER = "2026-03-02T09:00:00Z"

FERRY = Item(
    title="Ferry service to the Merrin Isles resumes",
    text="KARSK, Valdoria - The ferry to Port Merrin sails again, the harbour board said on Monday."
    "\n\nTwo storms had kept it in port for nine days.",
    key="guid:https://feeds.example/valdoria:17",
    outlet="Valdoria Times",
    published="2026-03-02T07:30:00Z",
    url="https://valdoria.example/ferry",
)


def test_the_same_text_changes_nothing(db):
    assert put(db, [FERRY], now=NOW) == Counts(new=1)
    before = list(db.iterdump())
    assert put(db, [FERRY], now=LATER) == Counts(unchanged=1)
    assert list(db.iterdump()) == before


def test_an_edit_becomes_a_revision_and_keeps_the_users_marks(db):
    put(db, [FERRY], now=NOW)
    mark_seen(db, 1, NOW)
    edited = replace(FERRY, text=FERRY.text.replace("nine days", "ten days"))
    assert put(db, [edited], now=LATER) == Counts(updated=1)
    assert "ten days" in article_text(db, 1)
    old = db.execute("SELECT revision, text FROM revisions WHERE article_id = 1").fetchone()
    assert old["revision"] == 1
    assert "nine days" in old["text"]
    [row] = article_rows(db, [1])
    assert row.seen
    assert row.reading == "queued"


def test_an_edit_is_found_by_its_new_words_only(db):
    put(db, [FERRY], now=NOW)
    put(db, [replace(FERRY, text=FERRY.text.replace("nine", "eleven"))], now=LATER)
    assert article_ids(db, "eleven") == [1]
    assert article_ids(db, "nine") == []
    for name in ("articles_words", "articles_stems", "articles_leads"):
        db.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")


def test_another_text_under_the_same_key_is_another_article(db):
    """Dumps number their rows from one; a file is overwritten with tomorrow's notes."""
    first = replace(FERRY, key="id:1", external_id="1", url=None)
    other = Item(
        title="Court frees three dockers",
        text="A court in Lindau Bay set three men free on Friday, citing a lack of evidence.",
        key="id:1",
        external_id="1",
    )
    assert put(db, [first, other], now=NOW) == Counts(new=2)
    assert put(db, [first, other], now=LATER) == Counts(unchanged=2)


def test_the_same_address_in_two_feeds_is_one_article(db):
    again = replace(FERRY, key="guid:https://feeds.example/world:99")
    assert put(db, [FERRY, again], now=NOW) == Counts(new=1, unchanged=1)


def test_the_same_words_in_another_outlet_are_another_article(db):
    copy = replace(FERRY, key="guid:x:1", url=None, outlet="Merrin Wire")
    assert put(db, [FERRY, copy], now=NOW) == Counts(new=2)


def test_the_same_file_under_another_name_is_one_article(db):
    file = replace(FERRY, key="path:/home/ada/ferry.txt", url=None)
    moved = replace(file, key="path:/home/ada/old/ferry.txt")
    assert put(db, [file, moved], now=NOW) == Counts(new=1, unchanged=1)


def test_rows_of_a_dump_with_ids_of_their_own_are_articles_of_their_own(db):
    rows = [
        replace(FERRY, key=f"id:{number}", external_id=str(number), url=None) for number in (7, 8)
    ]
    assert put(db, rows, now=NOW) == Counts(new=2)


def test_a_title_alone_is_an_article(db):
    title = Item(title="Talan to visit Port Merrin", text="", key="guid:x:2", outlet="Merrin Wire")
    assert put(db, [title], now=NOW) == Counts(new=1)
    fuller = replace(title, text="The minister sails on Tuesday, her office said.")
    assert put(db, [fuller], now=LATER) == Counts(updated=1)
    assert article_ids(db, "sails") == [1]


def test_what_an_edit_leaves_out_is_kept(db):
    put(db, [replace(FERRY, byline="Ines Corvane")], now=NOW)
    put(db, [replace(FERRY, text=FERRY.text + " More follows.", published=None)], now=LATER)
    [row] = article_rows(db, [1])
    assert row.byline == "Ines Corvane"
    assert row.published == FERRY.published


def test_articles_come_newest_first_and_undated_ones_by_arrival(db):
    old = replace(FERRY, key="a", url=None, title="Old", published="2026-02-01")
    undated = replace(FERRY, key="b", url=None, title="Undated", published=None)
    new = replace(FERRY, key="c", url=None, title="New", published="2026-03-09")
    put(db, [old, undated, new], now=NOW)
    titles = [row.title for row in article_rows(db, article_ids(db))]
    assert titles == ["New", "Undated", "Old"]


def test_a_failure_half_way_stores_nothing(db):
    def items():
        yield FERRY
        raise RuntimeError

    with pytest.raises(RuntimeError):
        put(db, items(), now=NOW)
    assert article_ids(db) == []
