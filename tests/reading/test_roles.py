"""Offices as articles name them, with and without the name of their holder."""

import pytest

from briefing.reading.countries import learn_places
from briefing.reading.office_parts import Context
from briefing.reading.roles import parse_office, same_office


def office(phrase, around=""):
    text = f"{around} {phrase}" if around else phrase
    start = len(text) - len(phrase)
    return text, parse_office(text, (start, len(text)), Context(learn_places(text)))


@pytest.mark.parametrize(
    ("phrase", "title", "country", "organisation"),
    [
        ("the British defense minister", "defense minister", "United Kingdom", None),
        ("Ukraine’s defense minister", "defense minister", "Ukraine", None),
        ("the president", "president", None, None),
        ("The US leader", "leader", "United States", None),
        ("a Kremlin spokesman", "spokesman", "Russia", "Kremlin"),
        ("a spokesman for the Kremlin", "spokesman", "Russia", "Kremlin"),
        ("the prime minister of Ostmark", "prime minister", "Ostmark", None),
        ("Ostmark's prime minister", "prime minister", "Ostmark", None),
        ("the ministry's spokeswoman", "spokeswoman", None, "ministry"),
        ("Germany's foreign ministry spokeswoman", "spokeswoman", "Germany", "foreign ministry"),
        ("the chief executive of Acme Corp", "chief executive", None, "Acme Corp"),
        ("the governor of the Bank of Ostmark", "governor", None, "Bank of Ostmark"),
        ("Minister of Defence", "Minister of Defence", None, None),
        ("the Secretary of State for Northern Ireland", "Secretary of State for Northern Ireland", "United Kingdom", None),
        ("the U.S. ambassador to Ostmark", "ambassador to Ostmark", "United States", None),
        ("the head of research at the Karsk Institute", "head of research", None, "Karsk Institute"),
        ("the mayor of Karsk", "mayor of Karsk", None, None),
        ("the American Civil Liberties Union lawyer", "lawyer", None, "American Civil Liberties Union"),
        ("a 34-year-old nurse", "nurse", None, None),
    ],
)  # fmt: skip
def test_an_office_is_taken_apart(phrase, title, country, organisation):
    _, role = office(phrase)
    assert role is not None
    assert (role.title, role.country, role.organisation) == (title, country, organisation)


@pytest.mark.parametrize(
    "phrase", ["the former president", "an ex-minister", "the then prime minister"]
)
def test_an_office_no_longer_held_is_former(phrase):
    assert office(phrase)[1].former


@pytest.mark.parametrize("phrase", ["the house", "rain", "he", "a study", "Karsk", "", "the"])
def test_what_is_no_office_is_none(phrase):
    assert office(phrase)[1] is None


def test_offsets_are_into_the_whole_text():
    text, role = office("the Ostmark foreign minister", "It was said by")
    assert text[role.start : role.end] == "Ostmark foreign minister"


def test_an_unknown_country_is_known_from_the_rest_of_the_article():
    _, role = office("the Valdorian defence minister", "Valdoria is far.")
    assert role.country == "Valdoria"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Minister of Defence", "defense minister", True),
        ("Defence Secretary", "defence minister", True),
        ("foreign minister", "defence minister", False),
        ("spokesman", "spokeswoman", True),
        ("deputy prime minister", "prime minister", False),
    ],
)
def test_titles_of_one_office_are_the_same(one, other, same):
    assert same_office(one, other) is same
