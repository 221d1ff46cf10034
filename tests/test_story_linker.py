"""Stories brought together and apart again as articles come in, with what hangs on them."""

from contextlib import closing

import pytest

from briefing.linker import commit
from briefing.model import FoundPerson, Item, Reading
from briefing.readers import Job, Outcome
from briefing.store.articles import article_rows
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.store.readings import waiting
from briefing.store.search import statement_ids, story_ids
from briefing.store.stories import statement_rows, story_rows
from tests.making import NOW, quote

PLEDGE = "Nobody on this coast will be left without a roof before the first snow falls"
QUAKE = "Karsk schools closed after tremor cracks walls of nine buildings in old quarter"
RELIEF = "Tully promises homeless families caravans, stoves and blankets until November"
BOTH = (
    "Karsk tremor cracks walls of nine schools in old quarter; Tully promises homeless families "
    "caravans and blankets until November"
)

OTHER = "Lindau Bay goalkeeper breaks wrist in cup final"


@pytest.fixture
def db(tmp_path):
    with closing(connect(tmp_path / "edition.db")) as db:
        yield db


def arrive(db, title, outlet, speaker=None, *, text="", published="2031-09-01", key=""):
    """An article of a title, and of a pledge that is quoted in it where it has a speaker."""
    text = f"“{PLEDGE}”, {speaker} said." if speaker else text
    put(
        db,
        [Item(title=title, text=text, key=key or title, outlet=outlet, published=published)],
        now=NOW,
    )
    [job] = list(waiting(db, again=False))
    reading = Reading()
    if speaker:
        at = text.index(speaker)
        person = FoundPerson(speaker, ((at, at + len(speaker)),))
        reading = Reading(quotes=(quote(f"“{PLEDGE}”", speaker),), people=(person,))
    job = Job(job.article_id, job.title, job.text, job.fingerprint)
    commit(db, [Outcome(job, reading=reading, language="en", lead="")], "1")
    return job.article_id


def stories(db):
    return story_rows(db, story_ids(db, "", limit=50))


def test_an_article_that_shows_two_stories_to_be_one_brings_them_together(db):
    arrive(db, QUAKE, "Merrin Wire", "Ada Tully")
    arrive(db, RELIEF, "Valdoria Times", "Tully")
    assert [story.articles for story in stories(db)] == [1, 1]
    assert statement_ids(db, "", limit=50) == []
    arrive(db, BOTH, "The Ostmark Courier")
    [story] = stories(db)
    assert story.articles == 3
    assert set(story.outlets) == {"Merrin Wire", "Valdoria Times", "The Ostmark Courier"}
    [statement] = statement_rows(db, statement_ids(db, "", limit=50))
    assert set(statement.outlets) == {"Merrin Wire", "Valdoria Times"}
    assert {row["name"] for row in db.execute("SELECT name FROM people")} == {"Ada Tully"}


@pytest.mark.parametrize(
    "title",
    [
        "Землетрясение в Карске: школы закрыты, стены девяти домов в трещинах",
        "カルスク地震 学校閉鎖 旧市街の建物九棟に亀裂",
        "Séisme à Karsk : neuf bâtiments fissurés, l'école fermée, 3.5 millions d'euros",
        "Karsk ꭰ𞤀ꭲ quake closes nine schools; walls of the old quarter cracked",
    ],
)
def test_words_of_any_script_find_their_story(db, title):
    arrive(db, title, "Merrin Wire")
    arrive(db, f"{title} 2", "Valdoria Times")
    assert [story.articles for story in stories(db)] == [2]


def test_every_step_is_on_record(db):
    quake, relief = arrive(db, QUAKE, "Merrin Wire"), arrive(db, RELIEF, "Valdoria Times")
    both = arrive(db, BOTH, "The Ostmark Courier")
    rows = db.execute("SELECT step, articles, odds FROM story_steps ORDER BY id").fetchall()
    assert [row["step"] for row in rows] == ["join", "merge"]
    assert rows[0]["articles"] == f"[{both}]"
    assert rows[1]["articles"] in (f"[{quake}]", f"[{relief}]")
    assert all(row["odds"] > 0 for row in rows)


def test_the_id_of_a_story_that_is_gone_is_not_given_again(db):
    for title in (QUAKE, RELIEF, BOTH):
        arrive(db, title, title)
    [kept] = [story.id for story in stories(db)]
    arrive(db, OTHER, "Merrin Wire")
    assert {story.id for story in stories(db)} == {kept, 3}


def test_stories_grouped_before_profiles_were_kept_are_still_found(db):
    arrive(db, QUAKE, "Merrin Wire")
    db.execute("DELETE FROM story_profiles")
    arrive(db, f"{QUAKE} today", "Valdoria Times")
    assert [story.articles for story in stories(db)] == [2]


def test_a_copy_is_folded_under_its_original_until_that_changes(db):
    text = " ".join(f"{QUAKE} {RELIEF} {n}" for n in range(3))
    first = arrive(db, QUAKE, "Merrin Wire", text=text)
    again = arrive(db, QUAKE, "Valdoria Times", text=text, published="2031-09-02", key="2")
    [story] = stories(db)
    assert (story.articles, story.copies) == (2, 1)
    rows = {row.id: row.copy_of for row in article_rows(db, [first, again])}
    assert rows == {first: None, again: first}
    arrive(db, QUAKE, "Merrin Wire", text=" ".join(f"corrected {n}" for n in range(40)))
    [story] = stories(db)
    assert (story.articles, story.copies) == (2, 0)
