from dataclasses import replace

import pytest

from briefing.errors import EngineError
from briefing.model import Item
from briefing.pipeline import Progress, run
from briefing.store.articles import article_rows, article_text
from briefing.store.check import problems
from briefing.store.filing import put
from briefing.store.people import person_rows
from briefing.store.quotes import quote_rows
from briefing.store.rereading import change_counts, changes
from briefing.store.search import article_ids, people_ids, quote_ids, story_ids
from briefing.store.user import mark_verified
from tests.making import NOW
from tests.readers import (
    Inline,
    broken_reader,
    cramped_reader,
    doubting_reader,
    later_reader,
    mortal_reader,
    plain_reader,
    roomless_reader,
    stillborn_reader,
)

BOATS = Item(
    title="Valdoria promises boats",
    text="“Forty boats will sail,” Mira Talan said in Karsk.",
    key="test:boats",
    published="2026-03-01",
    outlet="Valdoria Times",
)
POISON = replace(BOATS, title="Odd text", text="POISON of an odd kind.", key="test:poison")
ERROR = replace(BOATS, title="Odder text", text="ERROR of an odder kind.", key="test:error")


def read(db, version="1", reader=plain_reader, **options):
    return run(db, version, reader=reader, make_executor=options.pop("make_executor", Inline))


def others(count: int) -> list[Item]:
    return [
        replace(
            BOATS, title=f"Harbour notes {n}", text=f"Berth {n} is free again.", key=f"test:{n}"
        )
        for n in range(count)
    ]


def test_a_queued_article_is_read_linked_and_found(db):
    put(db, [BOATS], now=NOW)
    assert read(db) == Progress(done=1, total=1)
    [row] = quote_rows(db, quote_ids(db, "boats"))
    assert row.speaker == "Mira Talan"
    assert row.text == article_text(db, row.article_id)[row.start : row.end]
    [person] = person_rows(db, people_ids(db, "talan"))
    assert (person.quotes, person.articles) == (1, 1)
    assert row.person_id == person.id
    assert story_ids(db) == [row.story_id]
    assert problems(db) == []


def test_what_is_read_is_not_read_again(db):
    put(db, [BOATS], now=NOW)
    read(db)
    assert read(db) == Progress()


def test_a_new_engine_reads_again_and_keeps_ids_and_marks(db):
    put(db, [BOATS], now=NOW)
    read(db)
    [quote_id] = quote_ids(db)
    mark_verified(db, quote_id, NOW)
    assert read(db, version="2") == Progress(done=1, total=1, again=1)
    assert quote_ids(db, "verified:yes") == [quote_id]
    assert len(people_ids(db)) == len(story_ids(db)) == 1
    assert problems(db) == []


def test_a_quote_that_was_checked_stays_as_it_was_checked(db):
    put(db, [BOATS], now=NOW)
    read(db)
    [before] = quote_rows(db, quote_ids(db))
    mark_verified(db, before.id, NOW)
    read(db, version="2", reader=later_reader)
    [row] = quote_rows(db, quote_ids(db))
    assert (row.id, row.text, row.speaker, row.verified) == (
        before.id, before.text, "Mira Talan", True,
    )  # fmt: skip
    assert change_counts(db).total() == 0
    assert problems(db) == []


def test_what_a_new_engine_reads_otherwise_is_told(db):
    put(db, [BOATS], now=NOW)
    read(db)
    assert changes(db, 10) == []
    read(db, version="2", reader=later_reader)
    told = {row.change: (row.text, row.before, row.after) for row in changes(db, 10)}
    assert told == {
        "gone": ("“Forty boats will sail,”", "Mira Talan", None),
        "new": ("“Forty boats will", None, None),
    }


def test_a_speaker_that_a_new_engine_does_not_name_is_told(db):
    put(db, [BOATS], now=NOW)
    read(db)
    read(db, version="2", reader=doubting_reader)
    [row] = changes(db, 10)
    assert (row.change, row.before, row.after) == ("speaker", "Mira Talan", None)
    assert row.title == "Valdoria promises boats"


def test_an_edit_is_read_again_and_its_old_words_are_gone(db):
    put(db, [BOATS], now=NOW)
    read(db)
    put(db, [replace(BOATS, text=BOATS.text.replace("Forty", "Fifty"))], now=NOW)
    read(db)
    assert [row.text for row in quote_rows(db, quote_ids(db))] == ["“Fifty boats will sail,”"]
    assert quote_ids(db, "forty") == []
    assert problems(db) == []


def test_an_article_edited_while_it_was_read_stays_in_the_queue(db):
    put(db, [BOATS], now=NOW)

    def slow_reader(job):
        put(db, [replace(BOATS, text=BOATS.text.replace("Forty", "Fifty"))], now=NOW)
        return plain_reader(job)

    assert read(db, reader=slow_reader).done == 0
    assert read(db).done == 1
    assert quote_ids(db, "fifty")


@pytest.mark.parametrize("fellows", [0, 12])
def test_an_article_that_kills_its_reader_twice_is_set_aside_and_named(db, fellows):
    put(db, [*others(fellows), POISON, BOATS], now=NOW)
    state = run(db, "1", reader=mortal_reader)
    assert (state.done, state.failed) == (fellows + 1, 1)
    rows = {row.title: row for row in article_rows(db, article_ids(db))}
    assert rows["Odd text"].reading == "failed"
    assert rows["Odd text"].story_id is not None
    assert all(row.reading == "done" for title, row in rows.items() if title != "Odd text")
    error = db.execute("SELECT error FROM readings WHERE state = 'failed'").fetchone()["error"]
    assert "twice" in error
    assert run(db, "1", reader=mortal_reader) == Progress()
    assert article_ids(db, "poison")


@pytest.mark.parametrize(
    "reader", [stillborn_reader, broken_reader, cramped_reader, roomless_reader]
)
def test_where_nothing_can_be_read_no_article_is_blamed(db, reader):
    put(db, [*others(2), BOATS], now=NOW)
    for _ in range(2):
        with pytest.raises(EngineError):
            run(db, "1", reader=reader)
    assert {row.reading for row in article_rows(db, article_ids(db))} == {"queued"}
    assert run(db, "1", reader=plain_reader).done == 3


def test_an_article_the_engine_errs_over_is_kept(db):
    put(db, [ERROR, BOATS], now=NOW)
    state = read(db, reader=mortal_reader)
    assert (state.done, state.failed) == (1, 1)
    assert article_ids(db, "odder kind")


def test_progress_is_told_as_it_is_written_down(db):
    put(db, others(70), now=NOW)
    told, written = [], []

    def progress(state):
        told.append((state.done, state.total))
        written.append(
            db.execute("SELECT count(*) FROM readings WHERE state = 'done'").fetchone()[0]
        )

    run(db, "1", reader=plain_reader, make_executor=Inline, progress=progress)
    assert [done for done, _ in told] == written == sorted(written)
    assert (told[0], told[-1]) == ((0, 70), (70, 70))
    assert len(told) > 2
    assert not db.in_transaction


def test_other_languages_are_kept_told_and_not_read(db):
    german = replace(
        BOATS,
        title="Fähre fährt wieder",
        text="Die Fähre nach Port Merrin fährt seit Montag wieder, wie die Hafenbehörde mitteilte."
        " „Wir sind erleichtert“, sagte die Ministerin am Abend vor der Presse in Karsk.",
        key="test:german",
    )
    put(db, [german], now=NOW)
    run(db, "1")
    [row] = article_rows(db, article_ids(db, "Hafenbehörde"))
    assert (row.language, row.reading) == ("de", "unsupported")
    assert quote_ids(db) == []
    assert row.story_id is not None


def test_the_engine_itself_reads_in_a_process(db):
    put(db, [BOATS], now=NOW)
    assert run(db, "1").done == 1
    [row] = quote_rows(db, quote_ids(db, "forty boats"))
    assert row.speaker == "Mira Talan"
