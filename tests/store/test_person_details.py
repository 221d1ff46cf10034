"""What is told of a person: offices with proof and days, quotes by and about them, company."""

import pytest

from briefing import identities
from briefing.model import FoundPerson, Role
from briefing.store.connect import writing
from briefing.store.linked_people import refresh_people
from briefing.store.people import person_rows
from briefing.store.person_details import person_details, sentence_at
from briefing.store.search import people_ids
from tests.making import add_article
from tests.test_identities import Desk, someone

TEXT = "The talks ended. Gov. Ada M. Tully, of Tarn, left early! “Why?” asked one.\nNobody knew."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("talks", "The talks ended."),
        ("Tully", "Gov. Ada M. Tully, of Tarn, left early!"),
        ("Why", "“Why?” asked one."),
        ("knew", "Nobody knew."),
    ],
)
def test_the_sentence_that_holds_a_span(words, sentence):
    start = TEXT.index(words)
    assert sentence_at(TEXT, start, start + len(words)) == sentence


def held(office, *, former=False, country="Tarnland"):
    return someone("Ada Tully", office=office, former=former, country=country)


def roles(db):
    [row] = person_rows(db, people_ids(db))
    return {
        (role.title, role.former): (role.first_seen, role.last_seen, role.ended)
        for role in row.roles
    }


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_a_new_office_adds_a_row_and_a_former_one_closes_its(db, order):
    articles = [
        ("Floods", held("mayor"), "2026-03-01"),
        ("Floods again", held("mayor"), "2026-03-03"),
        ("Sworn in", held("prime minister"), "2026-03-05"),
        ("Memories", held("mayor", former=True), "2026-03-07"),
    ]
    desk = Desk(db)
    for number in order:
        title, person, day = articles[number]
        desk.read(title, title, person, day=day)
    assert roles(db) == {
        ("prime minister", False): ("2026-03-05", "2026-03-05", None),
        ("mayor", False): ("2026-03-01", "2026-03-03", "2026-03-07"),
        ("mayor", True): ("2026-03-07", "2026-03-07", None),
    }


def test_an_article_that_is_gone_takes_its_roles_along(db):
    desk = Desk(db)
    desk.read("Floods", "floods", held("mayor"), day="2026-03-01")
    second = desk.read("Floods again", "floods", held("Mayor"), day="2026-03-03")
    assert roles(db) == {("mayor", False): ("2026-03-01", "2026-03-03", None)}
    with writing(db):
        db.execute("DELETE FROM roles WHERE article_id = ?", (second,))
    assert roles(db) == {("mayor", False): ("2026-03-01", "2026-03-01", None)}


def test_quotes_by_and_about_company_and_stories(db):
    add_article(
        db, "Boats", [("Mira Talan", "Forty boats will sail."), ("Oren Hask", "Talan knows.")]
    )
    text = db.execute("SELECT text FROM articles").fetchone()["text"]
    at = text.index("Talan knows")
    person = FoundPerson("Mira Talan", ((0, 1), (at, at + 5)), roles=(Role("minister", 0, 5),))
    with writing(db):
        for table in ("appearances", "aliases", "mentions", "roles"):
            db.execute(f"DELETE FROM {table} WHERE called = 'Mira Talan'")
        was = {
            "Mira Talan": db.execute("SELECT id FROM people WHERE name = 'Mira Talan'").fetchone()[
                0
            ]
        }
        known, changed = identities.link(db, 1, [person], 1, was=was)
        refresh_people(db, changed)
    [row] = person_details(db, [known["Mira Talan"]])
    assert row.name == "Mira Talan"
    by, about = db.execute("SELECT id FROM quotes ORDER BY start").fetchall()
    assert row.quotes_by == (by["id"],)
    assert row.quotes_about == (about["id"],)
    assert [(one.name, one.articles) for one in row.named_with] == [("Oren Hask", 1)]
    assert [one.title for one in row.stories] == ["Boats"]
    assert [(one.name, one.articles) for one in row.called] == [("Mira Talan", 1)]
    assert [(one.called, one.tie) for one in row.links] == [("Mira Talan", False)]
    assert row.roles[0].sentence == "Boats."
