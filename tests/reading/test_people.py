"""Who is in the news in an article, under which names and in which offices."""

from briefing.reading.people import find_people

MEETING = """KARSK, Valdoria — Valdorian Defence Minister Mira Talan met Ostmark's prime minister, Boris Kell, on Friday.

"We stand together," Talan said in Valdoria. Kell thanked her.
"""


def people_of(text, credits=()):
    return {person.name: person for person in find_people(text, credits)[0]}


def test_a_surname_goes_to_the_full_name_with_its_office():
    people = people_of(MEETING)
    assert list(people) == ["Mira Talan", "Boris Kell"]
    talan = people["Mira Talan"]
    assert [MEETING[a:b] for a, b in talan.mentions] == ["Mira Talan", "Talan"]
    assert (talan.roles[0].title, talan.country) == ("Defence Minister", "Valdoria")
    assert people["Boris Kell"].roles[0].country == "Ostmark"
