import pytest

from briefing.linking.offices import holder
from briefing.model import KnownPerson, KnownRole


def person(number, title, country=None, organisation=None, *, former=False, first="2030-03-01",
           last="2030-03-20", in_story=False):  # fmt: skip
    role = KnownRole(title, country, organisation, former, first, last)
    return KnownPerson(number, f"Person {number}", (), country, (role,), in_story)


ORLAN = person(1, "Defence Minister", "Valdoria", in_story=True)
KESK = person(2, "Minister of Defense", "Ostmark", in_story=True)
TULLY = person(3, "Prime Minister", "Tarnland")
DAY = "2030-03-18T09:00:00+00:00"


def test_an_office_is_its_holders_however_it_is_written():
    assert holder("defense minister", "Valdoria", None, DAY, [ORLAN, KESK, TULLY]) == 1
    assert holder("Secretary of Defence", "Ostmark", None, DAY, [ORLAN, KESK, TULLY]) == 2


def test_outside_the_story_the_one_who_is_known_to_hold_it():
    assert holder("premier", "Tarnland", None, DAY, [ORLAN, KESK, TULLY]) == 3


def test_another_countrys_minister_never_speaks():
    assert holder("prime minister", "Merrin Isles", None, DAY, [TULLY]) is None
    assert holder("defence minister", "Tarnland", None, DAY, [ORLAN]) is None


def test_an_office_of_no_country_is_nobodys_where_two_countries_meet():
    assert holder("defence minister", None, None, DAY, [ORLAN, KESK]) is None
    mayor = person(4, "mayor", "Ostmark", in_story=True)
    assert holder("defence minister", None, None, DAY, [ORLAN, mayor]) is None


def test_in_a_story_of_one_country_it_need_not_be_said():
    mayor = person(4, "mayor", "Valdoria", in_story=True)
    assert holder("the defence minister", None, None, DAY, [ORLAN, mayor]) == 1
    assert holder("the mayor", None, None, DAY, [ORLAN, mayor]) == 4


def test_a_country_has_many_mayors():
    assert holder("mayor", "Valdoria", None, DAY, [person(4, "mayor", "Valdoria")]) is None
    company = person(5, "chief executive", "Valdoria", "Karsk Harbour")
    assert holder("chief executive", "Valdoria", None, DAY, [company]) is None
    assert holder("CEO", None, "Karsk Harbour", DAY, [company]) == 5


def test_two_who_fit_are_nobody():
    other = person(6, "defence minister", "Valdoria", in_story=True)
    assert holder("defence minister", "Valdoria", None, DAY, [ORLAN, other]) is None


def test_a_former_holder_never_speaks_for_the_office():
    former = person(7, "prime minister", "Tarnland", former=True)
    assert holder("prime minister", "Tarnland", None, DAY, [former]) is None
    roles = (*TULLY.roles, KnownRole("premier", "Tarnland", None, True, "2030-06-01", "2030-06-01"))
    left = KnownPerson(3, "Ada Tully", (), "Tarnland", roles)
    assert holder("prime minister", "Tarnland", None, "2030-06-02", [left]) is None
    assert holder("prime minister", "Tarnland", None, "2030-03-10", [left]) == 3


def test_a_successor_takes_over():
    next_one = person(8, "prime minister", "Tarnland", first="2030-05-01", last="2030-05-30")
    assert holder("prime minister", "Tarnland", None, "2030-05-10", [TULLY, next_one]) == 8
    assert holder("prime minister", "Tarnland", None, "2030-03-10", [TULLY]) == 3


def test_a_role_seen_years_ago_says_nothing_of_today():
    assert holder("prime minister", "Tarnland", None, "2034-01-01", [TULLY]) is None


@pytest.mark.parametrize(
    "title",
    [
        "spokesman",
        "press secretary spokeswoman",
        "minister",
        "senior official",
        "deputy defence minister",
        "",
    ],
)
def test_what_many_are_at_once_is_nobody(title):
    known = person(9, title, "Valdoria", in_story=True)
    assert holder(title, "Valdoria", None, DAY, [known]) is None
