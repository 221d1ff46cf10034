"""Which pronoun people go by: from titles, given names, and what an article calls them."""

import pytest

from briefing.model import FoundPerson
from briefing.reading.genders import gender_of
from briefing.reading.given_names import gender_of_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Lourdes", "she"),
        ("Chukwuemeka", "he"),
        ("Jørund", None),
        ("Søren", "he"),
        ("Mary-Ann", "she"),
        ("Robin", None),
        ("Karskia", None),
    ],
)
def test_a_given_name_tells_where_nearly_all_bearers_agree(name, gender):
    assert gender_of_name(name) == gender


def named(text, name):
    return FoundPerson(name, ((text.index(name), text.index(name) + len(name)),), (), (), None)


def test_a_title_comes_before_the_name_and_the_name_before_what_one_is_called():
    text = "Mr Lourdes Talan spoke."
    assert gender_of(named(text, "Lourdes Talan"), text) == "he"
    text = "Lourdes Talan spoke."
    assert gender_of(named(text, "Lourdes Talan"), text, {"chairman"}) == "she"
    text = "Karskia Talan spoke."
    assert gender_of(named(text, "Karskia Talan"), text, {"daughter"}) == "she"
    assert gender_of(named(text, "Karskia Talan"), text, {"daughter", "king"}) is None
    assert gender_of(named("Karskia Talan Jr. spoke.", "Karskia Talan Jr."), "") == "he"
