"""Names that look like a person's: ships, firms, streets, families, writers, and people among them."""

import pytest

from briefing.reading.engine import read
from tests.reading.finding import find_people


def people_of(text):
    return {person.name: person for person in find_people(text)[0]}


def words_at(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "text",
    [
        "The trawler Ann Kern left Karsk before dawn with nine on board.",
        "They sold a vineyard and a schooner, the Ann Kern, which sank.",
        "Through the law firm Kern Marlow, he asked that nothing be broadcast.",
        "His lawyers, Kern Marlow, declined to say anything.",
        "Kern & Sons has made boats in Karsk since 1920.",
        "The judges cited Kern v. Marlow and left.",
        "The novel won the Ann Kern prize for fiction.",
        "Two nurses at the Saint Orla hospital counted the beds.",
        "Rents on Ann Street have doubled.",
        "They ran for shelter at Cape Kern.",
        "AN HON. MEMBER: Shame!",
    ],
)
def test_what_the_words_around_call_a_thing_is_no_person(text):
    assert people_of(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The company Ann Kern founded has closed.", "Ann Kern"),
        ("At the hotel, Ann Kern said that she was tired.", "Ann Kern"),
        ("Ann Kern, a company director, left.", "Ann Kern"),
        ("His lawyers, Ann Kern and Jan Marlow, declined to say anything.", "Jan Marlow"),
        ("Her spokesman, Tjeerd van 't Hoff, later said no.", "Tjeerd van 't Hoff"),
        ("Senator-elect Ann Kern smiled.", "Ann Kern"),
        ("House Speaker Ann A. Kern smiled.", "Ann A. Kern"),
        ("Fish quotas\n\nMS ANN KERN (Karsk): My question is short.", "Ann Kern"),
        ("Her colleague Per Marlow says he is sure.", "Per Marlow"),
    ],
)
def test_people_beside_such_words_are_found(text, name):
    assert name in people_of(text)


def test_what_is_called_a_firm_is_an_organisation():
    bodies = find_people("The plant's owner, the company Hollin Chemie, apologised.")[1]
    assert [body.name for body in bodies] == ["Hollin Chemie"]


def test_a_son_of_the_same_name_is_somebody_else():
    text = (
        "Jan Kern left early. His son, Jan Kern Jr., stayed on. Kern was tired, Kern Jr. was not."
    )
    people = people_of(text)
    assert words_at(text, people["Jan Kern"].mentions) == ["Jan Kern", "Kern"]
    assert words_at(text, people["Jan Kern Jr."].mentions) == ["Jan Kern Jr.", "Kern Jr."]


def test_names_by_which_one_person_goes_are_one():
    assert len(people_of("Robert Marlow smiled. “No,” Bob Marlow said.")) == 1
    assert len(people_of("Sen. Mitch Marlow left. Addison Mitchell Marlow is 70.")) == 1
    assert len(people_of("President Ilya Marlokov left. Then Marlokvo, who is 70, smiled.")) == 1


def test_a_surname_that_two_share_in_a_phrase_is_both_s():
    text = "The network of Charles and David Marlow spends more."
    people = people_of(text)
    assert list(people) == ["Charles Marlow", "David Marlow"]
    assert words_at(text, people["Charles Marlow"].mentions) == ["Charles"]


def test_a_father_and_his_son_are_told_apart_by_no_bare_surname():
    text = (
        "Leo van Rooijen Sr played. Leo van Rooijen Jr sang. The mayor fell out with Van Rooijen."
    )
    assert list(people_of(text)) == ["Leo van Rooijen Sr", "Leo van Rooijen Jr"]


def test_a_surname_that_is_an_occupation_is_found_alone():
    text = (
        "Governor Ann Baker spoke on Friday. Baker said no. A baker heard her, and Ms. Baker left."
    )
    mentions = people_of(text)["Ann Baker"].mentions
    assert words_at(text, mentions) == ["Ann Baker", "Baker", "Baker"]


def test_a_headline_of_a_surname_and_a_verb_is_no_name():
    text = "Senators agree that Marlow Meddled\n\nPresident Vladimir Marlow denied on Friday that he had meddled."
    assert list(people_of(text)) == ["Vladimir Marlow"]


@pytest.mark.parametrize(
    "text",
    [
        "Bank signals a pause\n\nBen Ashdown in Varsk and Noor Haidari in London\n\nThe bank held its rates on Friday.",
        "Battery maker denies fires\n\nBy consumer reporter Rita Lang\n\nIt sounded like a kettle, he said.",
        "Hobday rejects a bid\n\nLorcan Fairbrass, City editor\n\nThe shop threw out a bid of £680m last night.",
        "Rents rise again\n\nThe rents in Varsk rose on Friday.\n\nClara Page is a columnist for the Varsk Tribune.",
    ],
)
def test_who_wrote_it_is_not_in_the_news(text):
    assert read(text).people == ()


def test_a_reporter_who_is_in_the_news_is_found():
    text = "Clara Page was freed on Friday.\n\nPage is well.\n\nClara Page is a reporter for the Varsk Tribune."
    assert [person.name for person in read(text).people] == ["Clara Page"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Rep. Ann Kern (R-Ore.) left.", [("Rep.", "United States", None)]),
        ("Sen. Ann Kern of Maine left.", [("Sen.", "United States", None)]),
        ("Ann Kern, Maine Rep. Jan Marlow and others left.", []),
        (
            "Ann Kern, a criminal attorney and FBI assistant director, left.",
            [("criminal attorney", None, None), ("assistant director", "United States", "FBI")],
        ),
        (
            "Department of Health and Human Services Secretary Ann Kern left.",
            [("Secretary", None, "Department of Health and Human Services")],
        ),
        (
            "The former South Carolina GOP chairman Ann Kern left.",
            [("chairman", None, "South Carolina GOP")],
        ),
        ("Marnport businessman Ann Kern left.", [("Marnport businessman", None, None)]),
        ("Swim club president Ann Kern left.", [("president", None, "Swim club")]),
    ],
)
def test_roles_beside_other_names_and_bodies(text, roles):
    found = people_of(text)["Ann Kern"].roles
    assert [(role.title, role.country, role.organisation) for role in found] == roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Office of Management and Budget said no.", ["Office of Management and Budget"]),
        (
            "The Senate Ethics Committee met while the Senate voted.",
            ["Senate Ethics Committee", "Senate"],
        ),
        (
            "The Coalition for Immigrant and Refugee Rights (CIRR) said no. CIRR will sue.",
            ["Coalition for Immigrant and Refugee Rights"],
        ),
    ],
)
def test_bodies_have_their_whole_names_and_parts_of_them_are_others(text, names):
    assert [body.name for body in find_people(text)[1]] == names
