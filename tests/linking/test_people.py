from itertools import permutations

from briefing.linking.people import (
    best_name,
    choose,
    choose_in_story,
    group,
    is_same_name,
    people_of,
)
from briefing.model import AppearanceKey, Profile


def person(*names, country=None, office=None, story=0, article=0, fellows=(), identity=None):
    return Profile(
        frozenset(names),
        frozenset([country] if country else []),
        frozenset([office] if office else []),
        frozenset([story] if story else []),
        frozenset([article] if article else []),
        frozenset(fellows),
        identity,
    )


TULLY = person("Ada Tully", "Tully", country="Tarnland", office="minister prime")
SINGER = person("Ada Tully", country="Ostmark", office="singer")


def test_a_spelling_of_another_outlet_is_the_same_name():
    assert is_same_name(person("Kirill Tavrensky"), person("Kyrylo Tavrenskyi"))
    assert is_same_name(person("Ada M. TULLY", "Tully"), TULLY)
    assert not is_same_name(person("Tully"), person("Tully"))
    assert not is_same_name(person("A. Tully"), person("A. Tully"))


def test_names_that_conflict_are_not_made_one_by_a_third():
    assert not is_same_name(person("Bruno T. Kesk"), person("Bruno Kesk", "Bruno A. Kesk"))
    assert not is_same_name(person("Ada Tully Jr."), TULLY)


def test_namesakes_of_two_countries_in_other_offices_stay_apart():
    assert choose(SINGER, [TULLY]).index is None
    envoy = person("Ada Tully", country="Ostmark", office="deputy minister prime")
    assert choose(envoy, [TULLY]).index == 0


def test_a_player_and_a_minister_of_one_name_are_two_where_no_story_tells_of_both():
    coach = person("Ada Tully", office="coach", story=1)
    assert choose(coach, [TULLY]).index is None
    assert choose(coach, [TULLY | person("Ada Tully", story=1)]).index == 0
    both = person("Ada Tully", office="minister prime", story=2) | person(
        "Ada Tully", office="coach"
    )
    assert choose(coach, [both]).index == 0
    assert choose(person("Ada Tully", office="economist"), [TULLY]).index == 0


def test_two_whom_one_article_names_are_two():
    assert choose(person("Ada Tully", article=7), [person("Ada Tully", article=7)]).index is None


def test_of_two_namesakes_the_one_in_the_story_in_office_or_company():
    tie = choose(person("Ada Tully"), [TULLY, SINGER])
    assert tie.index is None
    assert tie.tie
    assert choose(person("Ada Tully", country="Ostmark"), [TULLY, SINGER]).index == 1
    here = person("Ada Tully", story=3)
    assert choose(person("Ada Tully", story=3), [TULLY, here]).index == 1
    fellows = ("bruno kesk", "ilsa torvane")
    known = [TULLY, person("Ada Tully", country="Ostmark", office="singer", fellows=fellows)]
    assert choose(person("Ada Tully", fellows=fellows), known).index == 1


def test_what_the_user_joined_or_parted_stays_so():
    mine, other = person("Ada Tully", identity=1), person("Ada Tully", identity=2)
    assert choose(mine, [other]).index is None
    assert choose(mine, [other, person("Ilsa Torvane", identity=1)]).index == 1


def meant(name, *people, beside=(), **known):
    return choose_in_story(name, person(name, **known), people, beside)


def test_a_part_of_a_name_is_the_one_of_the_story_whom_it_fits():
    assert meant("Tully", TULLY).index == 0
    assert meant("A. Tully", TULLY).index == 0
    assert meant("Ada", TULLY, person("Bruno Kesk")).index == 0
    assert meant("B. Tully", TULLY).index is None
    assert not meant("Kesk", TULLY).tie


def test_a_surname_of_two_is_neither_unless_its_office_says_who():
    bruno = person("Bruno Tully", office="mayor")
    assert meant("Tully", TULLY, bruno).tie
    assert meant("Tully", TULLY, bruno, office="mayor").index == 1


def test_another_countrys_surname_is_someone_else():
    assert meant("Tully", TULLY, country="Ostmark").index is None


def test_what_its_article_left_open_stays_open():
    assert meant("Tully", TULLY, person("Bruno Tully"), beside=[0]).tie


def key(called, number):
    return AppearanceKey(called, 20_000 + number, f"mark {number}", number)


def test_no_order_makes_other_groups():
    known = {
        key("Ada Tully", 1): TULLY,
        key("Ada Tully", 2): SINGER,
        key("Ada Tully", 3): person("Ada Tully"),
        key("Ada Tully", 4): person("Ada Tully", office="singer"),
        key("Ada M. Tully", 5): person("Ada M. Tully", country="Tarnland"),
    }
    results = {
        tuple(sorted(tuple(sorted(members)) for _, members in group(dict(order))))
        for order in permutations(known.items())
    }
    assert len(results) == 1
    [groups] = results
    assert [{one.article_id for one in members} for members in groups] == [{1, 5}, {2, 4}, {3}]


def test_mentions_of_one_article_are_gathered():
    found = people_of(
        ["Tully", "Ada Tully", "Ada M. Tully", "Kesk", "Viktor Orn", "Clara Orn", "Orn"]
    )
    assert [(one.name, one.aliases) for one in found] == [
        ("Ada M. Tully", ("Ada Tully", "Tully")),
        ("Viktor Orn", ()),
        ("Clara Orn", ()),
        ("Kesk", ()),
        ("Orn", ()),
    ]


def test_the_name_shown_is_full_common_and_well_cased():
    assert best_name({"Tully": 3, "Ada Tully": 1, "ADA TULLY": 2}) == "Ada Tully"
    assert best_name({"A. Tully": 2, "Ada Tully": 1}) == "Ada Tully"
    assert best_name({"Ada Tully": 2, "Ada Maria Tully": 1}) == "Ada Tully"
    assert best_name({"Tully": 1}) == "Tully"
    assert best_name({}) == ""
