import pytest

from briefing.model import Role
from briefing.store import search
from briefing.store.people import person_rows
from briefing.store.quotes import quote_rows
from briefing.store.search import Scope, highlights, quote_ids
from briefing.store.stories import story_rows
from briefing.store.user import mark_verified
from tests.making import NOW, add_article

MINISTER = Role("Defence Minister", 0, 1, country="Valdoria")


@pytest.fixture
def edition(db):
    add_article(
        db,
        "Valdoria promises boats",
        [
            ("Mira Talan", "We promised forty boats, and forty boats will sail."),
            ("Oren Hask", "Nobody has seen a single boat."),
        ],
        published="2026-03-01",
        roles={"Mira Talan": MINISTER},
    )
    add_article(
        db,
        "Café owners fear the toll",
        [("Zoë Brandt", "The toll would close my café within a year, not two.")],
        outlet="Merrin Wire",
        published="2026-02-20",
    )
    add_article(
        db,
        "Talan answers her critics",
        [("Mira Talan", "The boats are real. Mr Fox may come and count them.")],
        outlet="Merrin Wire",
        published="2026-03-02T06:00:00Z",
    )
    return db


def found(db, query, **options):
    return [row.text for row in quote_rows(db, quote_ids(db, query, **options))]


def speakers(db, query, **options):
    return {row.speaker for row in quote_rows(db, quote_ids(db, query, **options))}


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("boats", 3),
        ("forty boats", 1),
        ('"forty boats will"', 1),
        ('"boats forty"', 0),
        ("promise", 1),
        ("promises boat", 1),
        ("cafe", 1),
        ("CAFÉ", 1),
        ("boat -nobody", 2),
        ("toll OR nobody", 2),
        ("(toll OR nobody) -café", 1),
        ("speaker:talan", 2),
        ("speaker:talan boats real", 1),
        ("talan boats", 2),
        ("about:talan", 0),
        ("outlet:merrin", 2),
        ("outlet:merrin boats", 1),
        ("role:minister", 2),
        ("country:valdoria", 2),
        ("type:direct", 4),
        ("type:indirect", 0),
        ("date:2026-03-01", 2),
        ("after:2026-03-01", 3),
        ("before:2026-03-01", 1),
        ("after:2026-02-01 before:2026-03-01 toll", 1),
        ("sure:yes", 4),
        ("sure:no", 0),
        ("-sure:yes", 0),
        ("verified:no", 4),
        ("story:critics", 1),
        ("", 4),
    ],
)
def test_the_syntax_finds_what_it_says(edition, query, hits):
    assert len(quote_ids(edition, query)) == hits


def test_newest_come_first_and_each_once(edition):
    ids = quote_ids(edition, "boats")
    assert len(set(ids)) == len(ids)
    days = [row.published for row in quote_rows(edition, ids)]
    assert days == sorted(days, reverse=True)


def test_a_word_still_being_typed_matches_as_it_begins(edition):
    assert found(edition, "forty bo", typing=True)
    assert found(edition, "promi", typing=True)
    assert not found(edition, "forty bo")


def test_a_capitalised_name_is_a_name(edition):
    add_article(edition, "Foxes seen", [("Ada Renn", "Two foxes came to the bins.")])
    assert len(found(edition, "fox")) == 2
    assert len(found(edition, "Fox")) == 1


def test_a_scope_narrows_to_a_story_and_a_person(edition):
    [talan] = search.people_ids(edition, "talan")
    [story] = search.story_ids(edition, "promises")
    assert len(quote_ids(edition, scope=Scope(person_id=talan))) == 2
    assert len(quote_ids(edition, scope=Scope(story_id=story))) == 2
    assert len(quote_ids(edition, scope=Scope(story_id=story, person_id=talan))) == 1
    assert len(quote_ids(edition, "real", scope=Scope(person_id=talan))) == 1
    assert {
        p.name
        for p in person_rows(edition, search.people_ids(edition, scope=Scope(story_id=story)))
    } == {
        "Mira Talan",
        "Oren Hask",
    }


def test_stories_are_found_by_their_articles_and_quotes(edition):
    def titles(query):
        return [row.title for row in story_rows(edition, search.story_ids(edition, query))]

    assert titles("count them") == ["Talan answers her critics"]
    assert titles("speaker:hask") == ["Valdoria promises boats"]
    assert len(titles("")) == 3
    assert titles("nowhere") == []


def test_people_are_found_by_name_and_role(edition):
    def names(query, **options):
        return [
            row.name for row in person_rows(edition, search.people_ids(edition, query, **options))
        ]

    assert names("zoe") == ["Zoë Brandt"]
    assert names("minister") == ["Mira Talan"]
    assert names("tal", typing=True) == ["Mira Talan"]
    assert names("country:valdoria") == ["Mira Talan"]
    assert len(names("")) == 3


def test_checked_quotes_are_found(edition):
    [first] = quote_ids(edition, "nobody")
    mark_verified(edition, first, NOW)
    assert quote_ids(edition, "verified:yes") == [first]
    assert len(quote_ids(edition, "verified:no")) == 3


def test_a_limit_gives_the_newest(edition):
    assert quote_ids(edition, "", limit=2) == quote_ids(edition, "", limit=None)[:2]
    assert quote_ids(edition, "boat", limit=1) == quote_ids(edition, "boat", limit=None)[:1]


def test_what_was_found_is_lit(edition):
    text = "We promised forty boats."
    assert [text[a:b] for a, b in highlights("promise boat", text)] == ["promised", "boats"]
    assert highlights("", text) == []
    assert highlights("-forty", text) == []


NASTY = ['"', "AND", "C++", "don't", "fox.", "(", "-fox", "\ud800", "\x00", "NEAR(a b)", "a*", "^a",
         "text:x", "{text}:a", "NOT", "OR", "a OR", "OR b", "(a OR", "-(a b)", "-(-a)", "tags:all",
         "speaker:", "speaker:\"", "date:", "after:0000-00-00", "before:9999-99-99", "story:99999999999999999999",
         "outlet:%", "type:zzz", "'; DROP TABLE quotes; --", "🦊 fox", "a" * 5000, "( " * 500, "9" * 400 + "w"]  # fmt: skip


@pytest.mark.parametrize("query", NASTY)
@pytest.mark.parametrize("typing", [True, False])
def test_no_input_is_ever_an_error(edition, query, typing):
    for find in (search.quote_ids, search.story_ids, search.people_ids, search.article_ids):
        find(edition, query, typing=typing)
    for find in (search.figure_ids, search.discrepancy_ids, search.statement_ids):
        find(edition, query)
    highlights(query, "any text")
