"""Which country a word names."""

import pytest

from briefing.reading.countries import capital_forms, country_forms, country_of, learn_places


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("American", "United States"),
        ("Americans", "United States"),
        ("British", "United Kingdom"),
        ("the UK", "United Kingdom"),
        ("Britain", "United Kingdom"),
        ("Dutch", "Netherlands"),
        ("the Netherlands", "Netherlands"),
        ("South Korean", "South Korea"),
        ("Burmese", "Myanmar"),
        ("Swiss", "Switzerland"),
        ("DR Congo", "Democratic Republic of the Congo"),
        ("EU", None),
        ("Karsk", None),
    ],
)
def test_names_and_adjectives_of_countries(form, name):
    assert country_of(form) == name


def test_every_country_of_the_united_nations_is_there():
    assert len(set(country_forms().values())) >= 195
    assert capital_forms()["Kyiv"] == "Ukraine"


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("Valdorian Defence Minister Mira Talan left Valdoria.", "Valdorian", "Valdoria"),
        ("Ostmark's prime minister spoke.", "Ostmark", "Ostmark"),
        ("The Merrin Isles foreign minister spoke.", "Merrin Isles", "Merrin Isles"),
        ("The Tarnish army fled Tarn.", "Tarnish", "Tarn"),
        ("The prime minister of Tarnland spoke.", "Tarnland", "Tarnland"),
        ("The Minister of Foreign Affairs of Valdoria spoke.", "Valdoria", "Valdoria"),
    ],
)
def test_an_article_teaches_its_own_countries(text, form, name):
    assert learn_places(text)[form] == name


@pytest.mark.parametrize(
    "text",
    [
        "The Talan government fell after President Mira Talan left.",
        "The Labour Party's foreign minister spoke.",
        "Her defence minister spoke. The Foreign Ministry denied it.",
        "On Friday prime minister Kell spoke.",
        "German defence minister Olaf Brandt spoke.",
    ],
)
def test_people_parties_and_known_countries_are_not_learnt(text):
    assert learn_places(text) == {}
