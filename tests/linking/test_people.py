from briefing.linking.people import best_name, choose_person
from briefing.model import FoundPerson, KnownPerson, KnownRole, Role


def found(name, *aliases, country=None, office=None):
    roles = (Role(office, 0, 1, country),) if office else ()
    return FoundPerson(name, ((0, len(name)),), aliases, roles, country)


def known(number, name, *aliases, country=None, office=None, in_story=False):
    roles = (KnownRole(office, country),) if office else ()
    return KnownPerson(number, name, aliases, country, roles, in_story)


TULLY = known(1, "Ada Tully", "Tully", country="Tarnland", office="prime minister")


def test_a_full_name_is_known_everywhere():
    assert choose_person(found("Ada Tully"), [TULLY, known(2, "Bruno Tully")]) == 1
    assert choose_person(found("Ada M. TULLY", "Tully"), [TULLY]) == 1


def test_a_spelling_of_another_outlet_is_the_same_person():
    assert choose_person(found("Kirill Tavrensky"), [known(3, "Kyrylo Tavrenskyi")]) == 3


def test_a_surname_alone_is_known_in_its_story_only():
    assert choose_person(found("Tully"), [TULLY]) is None
    assert choose_person(found("Tully"), [known(1, "Ada Tully", in_story=True)]) == 1


def test_a_surname_of_two_in_the_story_is_neither():
    here = [known(1, "Ada Tully", in_story=True), known(2, "Bruno Tully", in_story=True)]
    assert choose_person(found("Tully"), here) is None


def test_the_full_name_comes_to_the_surname_that_was_there_first():
    assert choose_person(found("Ada Tully", "Tully"), [known(4, "Tully", in_story=True)]) == 4
    assert choose_person(found("Ada Tully"), [known(4, "Tully")]) is None
    both = [known(4, "Tully", in_story=True), known(2, "Bruno Tully", in_story=True)]
    assert choose_person(found("Ada Tully"), both) is None


def test_a_surname_left_over_does_not_stand_in_a_full_names_way():
    here = [known(4, "Tully", in_story=True), known(1, "Ada Tully", in_story=True)]
    assert choose_person(found("Tully"), here) == 1


def test_initials_are_resolved_in_the_story_only():
    assert choose_person(found("A. Tully"), [TULLY]) is None
    assert choose_person(found("A. Tully"), [known(1, "Ada Tully", in_story=True)]) == 1


def test_another_countrys_surname_is_someone_else():
    here = [known(1, "Ada Tully", country="Tarnland", in_story=True)]
    assert choose_person(found("Tully", country="Ostmark"), here) is None


def test_namesakes_of_two_countries_in_other_offices_stay_apart():
    singer = found("Ada Tully", country="Ostmark", office="singer")
    assert choose_person(singer, [TULLY]) is None
    envoy = found("Ada Tully", country="Ostmark", office="deputy prime minister")
    assert choose_person(envoy, [TULLY]) == 1


def test_of_two_namesakes_the_one_in_the_story_or_in_office():
    other = known(5, "Ada Tully", country="Ostmark", office="judge")
    assert choose_person(found("Ada Tully"), [TULLY, other]) is None
    assert choose_person(found("Ada Tully", country="Tarnland"), [TULLY, other]) == 1
    here = known(5, "Ada Tully", in_story=True)
    assert choose_person(found("Ada Tully"), [TULLY, here]) == 5


def test_father_and_son_stay_apart():
    assert choose_person(found("Ada Tully Jr."), [TULLY]) is None


def test_the_name_shown_is_full_common_and_well_cased():
    assert (
        best_name(["Tully", "Tully", "Tully", "Ada Tully", "ADA TULLY", "ADA TULLY"]) == "Ada Tully"
    )
    assert best_name(["A. Tully", "A. Tully", "Ada Tully"]) == "Ada Tully"
    assert best_name(["Ada Tully", "Ada Tully", "Ada Maria Tully"]) == "Ada Tully"
    assert best_name(["Tully"]) == "Tully"
    assert best_name([]) == ""
