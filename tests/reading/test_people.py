"""Who is in the news in an article, under which names and in which offices."""

import pytest

from briefing.reading.engine import read
from briefing.reading.naming import Entity
from briefing.reading.people import find_people as find
from briefing.reading.people import gender_of
from tests.reading.finding import find_people

MEETING = """KARSK, Valdoria — Valdorian Defence Minister Mira Talan met Ostmark's prime minister, Boris Kell, on Friday.

"We stand together," Talan said in Valdoria. Kell thanked her.
"""


def people_of(text, credits=()):
    return {person.name: person for person in find_people(text, credits)[0]}


def bodies_of(text):
    return {body.name: body for body in find_people(text)[1]}


def words_at(text, spans):
    return [text[start:end] for start, end in spans]


def test_a_surname_goes_to_the_full_name_with_its_office():
    people = people_of(MEETING)
    assert list(people) == ["Mira Talan", "Boris Kell"]
    talan = people["Mira Talan"]
    assert words_at(MEETING, talan.mentions) == ["Mira Talan", "Talan"]
    assert talan.aliases == ("Talan",)
    assert (talan.roles[0].title, talan.country) == ("Defence Minister", "Valdoria")
    assert people["Boris Kell"].roles[0].country == "Ostmark"


def test_the_role_is_proved_by_its_own_words():
    role = people_of(MEETING)["Mira Talan"].roles[0]
    assert MEETING[role.start : role.end] == "Valdorian Defence Minister"


@pytest.mark.parametrize(
    ("text", "name", "title", "country", "organisation", "former"),
    [
        ("Former US Defense Secretary Lars Okoye spoke.", "Lars Okoye", "Defense Secretary", "United States", None, True),
        ("Rana Ilves, Ostmark's Minister of Defence, spoke.", "Rana Ilves", "Minister of Defence", "Ostmark", None, False),
        ("Britain’s Defence Secretary John Marwick spoke.", "John Marwick", "Defence Secretary", "United Kingdom", None, False),
        ("Maria Lopez, the head of the Karsk Institute, spoke.", "Maria Lopez", "head", None, "Karsk Institute", False),
        ("The chief executive of Acme Corp, Jane Orrin, spoke.", "Jane Orrin", "chief executive", None, "Acme Corp", False),
        ("Talks with Kyiv's envoy Oleh Marchuk failed.", "Oleh Marchuk", "envoy", "Ukraine", None, False),
        ("Ada Kern, 54, a nurse, saw it.", "Ada Kern", "nurse", None, None, False),
        ("UN Secretary-General António Pereira spoke.", "António Pereira", "Secretary-General", None, "UN", False),
        ("Ohio Gov. Mike Dunmore signed it.", "Mike Dunmore", "Ohio Gov.", "United States", None, False),
        ("Then president Joe Harlan signed it.", "Joe Harlan", "president", None, None, True),
        ("Acting Attorney General Kim Hale resigned.", "Kim Hale", "Acting Attorney General", None, None, False),
        ("Dutch coach Sander van der Meulen resigned.", "Sander van der Meulen", "coach", "Netherlands", None, False),
        ("Paul Reyes, professor of law at Karsk University, spoke.", "Paul Reyes", "professor of law", None, "Karsk University", False),
    ],
)  # fmt: skip
def test_offices_are_read_before_and_behind_a_name(
    text, name, title, country, organisation, former
):
    (role,) = people_of(text)[name].roles
    assert (role.title, role.country, role.organisation, role.former) == (
        title,
        country,
        organisation,
        former,
    )


def test_an_office_named_twice_is_one_role():
    text = "Germany's Defence Minister Olaf Brandt spoke. Later German defence minister Olaf Brandt left."
    assert len(people_of(text)["Olaf Brandt"].roles) == 1


def test_a_plural_office_is_shared_by_the_names_behind_it():
    people = people_of("Senators Ann Marlow and Tom Ashe voted with Mira Talan.")
    assert [person.roles[0].title for person in list(people.values())[:2]] == ["Senator", "Senator"]
    assert people["Mira Talan"].roles == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Robin van de Halm won. Van de Halm was pleased.", "Robin van de Halm"),
        ("Crown Prince Faisal bin Khalid spoke. Bin Khalid left.", "Faisal bin Khalid"),
        ("Chinese President Liu Jianguo spoke. Liu left.", "Liu Jianguo"),
        ("Bashar al-Tariq spoke. Tariq left.", "Bashar al-Tariq"),
        ("Gabriel García Molina wrote. García Molina slept.", "Gabriel García Molina"),
        ('Boris "the Blade" Yurinov fought. Yurinov won.', 'Boris "the Blade" Yurinov'),
        ("John F. Marwick Jr. testified. Marwick left.", "John F. Marwick Jr."),
        ("Jean-Luc O'Rourke sang. O'Rourke left.", "Jean-Luc O'Rourke"),
    ],
)  # fmt: skip
def test_names_of_many_shapes_come_back_under_one_person(text, name):
    people = people_of(text)
    assert list(people) == [name]
    assert len(people[name].mentions) == 2


def test_two_of_one_surname_stay_two_and_the_bare_surname_goes_to_whom_it_follows():
    text = "Mira Talan spoke. Talan smiled.\n\nHer brother Petr Talan objected. Talan shouted.\n\n\n\nIt rained.\n\nIt rained.\n\nTalan left."
    people = people_of(text)
    assert words_at(text, people["Mira Talan"].mentions) == ["Mira Talan", "Talan", "Talan"]
    assert words_at(text, people["Petr Talan"].mentions) == ["Petr Talan", "Talan"]


def test_an_administration_names_its_head():
    text = "The Talan administration refused. President Mira Talan of Valdoria spoke."
    assert len(people_of(text)["Mira Talan"].mentions) == 2
    assert list(people_of("The move by the Orlin administration surprised everyone.")) == ["Orlin"]


def test_a_president_gets_the_country_that_the_text_ties_to_the_office():
    text = "Aid stopped under President Joe Harlan.\n\nThe US leader said no."
    assert people_of(text)["Joe Harlan"].country == "United States"
    assert people_of("Japan spoke to President Joe Harlan.")["Joe Harlan"].country is None


@pytest.mark.parametrize(
    "text",
    [
        "By Lauren Brook and Tom Ashe\n\nIt rained in Karsk on Friday.",
        "It rained in Karsk.\n\nReporting by Lauren Brook; Editing by Tom Ashe",
        "A tank in Karsk on Friday. (Photo by Lauren Brook/Getty Images)\n\nIt rained.",
        "A tank in Karsk.\n\nPhotograph: Lauren Brook/Getty Images\n\nIt rained.",
        "A tank in Karsk, April 2025. Lauren Brook/AFP\n\nIt rained.",
    ],
)
def test_nobody_who_made_the_article_is_in_it(text):
    assert people_of(text) == {}


def test_credits_that_are_given_are_left_out():
    text = "Lauren Brook, Karsk. Mira Talan spoke."
    assert list(people_of(text, [(0, 19)])) == ["Mira Talan"]


@pytest.mark.parametrize(
    "text",
    [
        "BRUSSELS, Belgium — Talks went on in St. Petersburg.",
        "Goldman Sachs and Morgan Stanley fell on Wall Street.",
        "Real Madrid beat Deportivo Lagos at the Santiago Bernabeu Stadium.",
        "The USS Ronald Barker docked near Charles Street.",
        "Google and Facebook sued in New York.",
        "The IRIS-T and Patriot systems reached Sumy and Kharkiv in May.",
        "President Monday Tuesday",
    ],
)
def test_places_clubs_ships_and_firms_are_nobody(text):
    assert people_of(text) == {}


def test_a_hard_wrapped_text_keeps_its_names_together():
    text = (
        "The minister of defence of the republic, a woman of few words, met Mira\n"
        "Talan at the ministry on Friday, and both agreed that nothing had changed\n"
        "since the spring."
    )
    (person,) = find_people(text)[0]
    assert text[person.mentions[0][0] : person.mentions[0][1]] == "Mira\nTalan"
    assert person.name == "Mira Talan"


def test_organisations_that_speak_are_found_with_their_short_names():
    text = (
        "The International Rescue Group (IRG) said so. IRG added that the Valdorian foreign ministry, "
        "the Kremlin and the UN Human Rights Monitoring Mission in Ukraine disagreed."
    )
    bodies = bodies_of(text)
    assert list(bodies) == [
        "International Rescue Group",
        "Valdorian foreign ministry",
        "Kremlin",
        "UN Human Rights Monitoring Mission in Ukraine",
    ]
    group = bodies["International Rescue Group"]
    assert group.aliases == ("IRG",)
    assert words_at(text, group.mentions) == ["International Rescue Group", "IRG", "IRG"]


def test_the_outlet_of_the_dateline_is_no_organisation_in_the_news():
    assert "Northern Press Agency" not in bodies_of("KARSK (Northern Press Agency) — It rained.")


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Mrs Kern Halm spoke.", "she"),
        ("King Olaf spoke.", "he"),
        ("Mary Halm spoke.", "she"),
        ("Minister Xaro Quell said he would go.", "he"),
        ("Minister Xaro Quell spoke.", None),
    ],
)
def test_a_title_a_first_name_or_a_pronoun_tells_the_gender(text, pronoun):
    (person,) = find_people(text)[0]
    assert gender_of(person, text) == pronoun


def test_no_text_is_too_odd():
    for text in (
        "",
        " ",
        "\n\n",
        ",",
        "'s 's",
        "MR. MR. MR.",
        "(((",
        "A" * 5000,
        "Mira " * 500,
        "of the of the",
    ):
        find_people(text)


def test_particles_in_small_letters_do_not_break_a_name():
    (emir,) = people_of("Qatar's emir, Sheikh Tamim bin Hamad Al Rashid, arrived.").values()
    assert emir.name.endswith("Tamim bin Hamad Al Rashid")
    assert emir.country == "Qatar"


def test_a_ship_with_a_ladys_title_is_no_person():
    text = (
        "The ferry Lady Corran sank off Karsk. The Lady Corran was built in 1998.\n\n"
        "Lady Ines Varga, who was aboard, said the Lady Corran listed at once."
    )
    assert [person.name for person in find_people(text)[0]] == ["Ines Varga"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sub-Inspector Ann Talan led the raid.", "Ann Talan"),
        ("The owner, Sheikh Omar bin Talan, left.", "Omar bin Talan"),
        ("The surgeon, Pieter-Jan op den Kern, left.", "Pieter-Jan op den Kern"),
        ('"It shows," said Rep. Cliff Talan, R-Fla.', "Cliff Talan"),
        ("The mayor, Ann Talan-McKern, left.", "Ann Talan-McKern"),
    ],
)
def test_a_name_has_its_words_and_no_title(text, name):
    assert list(people_of(text)) == [name]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Home Minister Shri Ann Talan left.", "Home Minister"),
        ("The High Commissioner, Dame Ann Talan, left.", "High Commissioner"),
        ("The new finance minister, Ann Talan, left.", "finance minister"),
        (
            "The Minister of Water and Fisheries, Chief Ann Talan, left.",
            "Minister of Water and Fisheries",
        ),
        ("Police Chief Ann Talan left.", "Police Chief"),
        ("The army chief, General Ann Talan, left.", "army chief"),
    ],
)
def test_a_title_of_address_does_not_hide_the_office(text, title):
    (person,) = people_of(text).values()
    assert person.roles[0].title == title


def test_an_office_before_a_comma_is_not_the_speakers_of_a_clause():
    (person,) = people_of("The minister, Mr Ann Talan said, must go.").values()
    assert person.roles == ()


def test_names_in_capitals_alone_are_those_written_small_elsewhere():
    text = (
        "Witness: Mr Jan van der Talan.\n\nTHE CHAIR: Who signed it?\n\nMR VAN DER TALAN: I did.\n\n"
        "THE CHAIR: When was that?\n\nMR VAN DER TALAN: In May."
    )
    (person,) = read(text).people
    assert person.name == "Jan van der Talan"
    assert len(person.mentions) == 3


def test_a_name_glued_to_a_headline_is_parted_from_it():
    text = "Senator Ann Talan Ann Maria TalanVote nears on the dam MORE said it was late."
    assert list(people_of(text)) == ["Ann Maria Talan"]


def test_somebody_who_speaks_is_rather_a_person():
    text = "Folkwin Adebar: So it will stay.\n\nAnd it did."
    labelled = [Entity(0, 14, "PERSON", 0.7)]
    assert find(text, labelled)[0] == ()
    assert [person.name for person in find(text, labelled, (), [(0, 14)])[0]] == ["Folkwin Adebar"]
