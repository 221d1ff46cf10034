"""Sources and what their feeds said are kept together with the articles, or not at all."""

from pathlib import Path

import pytest

from briefing.store.connect import connect, writing
from briefing.store.sources import (
    FeedWords,
    Health,
    add_source,
    feed_words,
    record_health,
    remember,
    sources,
    sync_state,
)

NOW = "2025-04-11T12:00:00Z"


@pytest.fixture
def db(tmp_path: Path):
    opened = connect(tmp_path / "edition.db")
    yield opened
    opened.close()


def test_adding_a_source_again_keeps_it_and_takes_it_up_again(db):
    first = add_source(db, "http://times.example/feed", title="Valdoria Times", now=NOW)
    record_health(db, first.id, Health("muted", "gone"), now=NOW)
    again = add_source(db, "http://times.example/feed", title="Other", now=NOW)
    assert (again.id, again.title, again.state) == (first.id, "Valdoria Times", "new")
    assert len(sources(db)) == 1


def test_how_a_fetch_went_is_kept_and_a_failure_keeps_the_last_good_day(db):
    source = add_source(db, "http://times.example/feed", now=NOW)
    record_health(
        db, source.id, Health("ok", etag='"e"', last_modified="m", items=7, quiet=2), now=NOW
    )
    [state] = sync_state(db)
    assert (state.etag, state.last_modified, state.items, state.quiet) == ('"e"', "m", 7, 2)
    record_health(
        db, source.id, Health("failed", "the server answered 500"), now="2025-04-12T12:00:00Z"
    )
    [row] = sources(db)
    assert (row.state, row.error, row.last_ok) == ("failed", "the server answered 500", NOW)


def test_what_feeds_said_is_remembered_by_key_and_replaced(db):
    many = [FeedWords(f"k{n}", f"w{n}", "unneeded", 0) for n in range(1200)]
    remember(db, many)
    remember(db, [FeedWords("k7", "other", "failed", 2)])
    found = feed_words(db, [f"k{n}" for n in range(1300)])
    assert len(found) == 1200
    assert found["k7"] == FeedWords("k7", "other", "failed", 2)
    assert found["k8"] == many[8]


def test_memories_go_with_the_transaction_they_stand_in(db):
    def fail_half_way() -> None:
        with writing(db):
            remember(db, [FeedWords("k", "w", "taken", 0)])
            raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert feed_words(db, ["k"]) == {}
    assert not db.in_transaction
