"""A reader of one story is shown where its outlets give different figures for the same thing."""

from dataclasses import replace

import pytest

from briefing.linking.discrepancies import Comparison, find_discrepancies
from briefing.model import Discrepancy, StoredFigure
from briefing.reading.figures import find_figures

OUTLETS = ("Valdoria Times", "Merrin Wire", "The Ostmark Courier", "Northern Press Agency (NPA)")


def figures_of(*articles: str | tuple[str, str]) -> list[StoredFigure]:
    """The figures of one story, an article an outlet, as the store hands them over.

    An article is its text, or the day it was published and its text.
    """
    stored: list[StoredFigure] = []
    for place, article in enumerate(articles):
        published, text = article if isinstance(article, tuple) else ("2031-05-04", article)
        for found in find_figures(text):
            stored.append(
                StoredFigure(
                    id=len(stored) + 1,
                    article_id=place + 1,
                    kind=found.kind,
                    value=found.value,
                    unit=found.unit,
                    sentence=text[found.sentence[0] : found.sentence[1]],
                    value_max=found.value_max,
                    hedge=found.hedge,
                    equivalents=found.equivalents,
                    about=found.about,
                    as_written=found.as_written,
                    outlet=OUTLETS[place % len(OUTLETS)],
                    published=published,
                )
            )
    assert stored
    return stored


def between(*articles: str | tuple[str, str]) -> tuple[Discrepancy, ...]:
    return find_discrepancies(figures_of(*articles))


def values(discrepancy: Discrepancy) -> list[float]:
    return [value.value for value in discrepancy.values]


DIFFER = [
    pytest.param(
        "value",
        "The ferry fire off Port Merrin killed 31 people, the coast guard said.",
        "A fire aboard a ferry off Port Merrin has killed 34 people.",
        [31, 34],
        id="one outlet counts 31 dead and the other 34",
    ),
    pytest.param(
        "value",
        "The blast at the Karsk foundry injured 12 workers.",
        "Fifteen workers were injured in a blast at the Karsk foundry.",
        [12, 15],
        id="injured in one and in the other",
    ),
    pytest.param(
        "value",
        "Parliament in Tarn voted $40 million for new flood barriers along the river Osk.",
        "The flood barriers on the river Osk will get $45 million, parliament in Tarn decided.",
        [40e6, 45e6],
        id="two prices of the same barriers",
    ),
    pytest.param(
        "value",
        "Ostmark launched 120 drones at the port of Karsk overnight.",
        "The port of Karsk was attacked overnight with 140 drones launched by Ostmark.",
        [120, 140],
        id="two counts of the same drones",
    ),
    pytest.param(
        "value",
        "Inflation in Valdoria rose to 7.1 percent in April, the statistics bureau said.",
        "The statistics bureau put Valdoria's April inflation at 7.4 percent.",
        [7.1, 7.4],
        id="two rates of inflation for one month",
    ),
    pytest.param(
        "conversion",
        "Allies pledged 21 billion euros ($23.8 billion) to Valdoria.",
        "The new pledges total more than €21 billion ($24 billion).",
        [23.8e9, 24e9],
        id="one amount at two rates",
    ),
    pytest.param(
        "conversion",
        "The bank will lend Tarnland €300 million ($330 million).",
        "Tarnland's loan is worth $342 million (€300 million).",
        [330e6, 342e6],
        id="one amount at two rates, turned round",
    ),
    pytest.param(
        "update",
        ("2031-05-04", "The Osk valley earthquake killed at least 48 people, rescuers said."),
        ("2031-05-06", "The death toll of the Osk valley earthquake has risen to 112."),
        [48, 112],
        id="a toll that rises",
    ),
    pytest.param(
        "update",
        ("2031-05-04", "The death toll stands at 48, officials said."),
        ("2031-05-05", "The death toll climbed to 60."),
        [48, 60],
        id="a toll that says no more than that",
    ),
    pytest.param(
        "update",
        ("2031-05-04T08:00:00Z", "Police in Lindau Bay arrested 20 people at the harbour protest."),
        ("2031-05-04T19:00:00Z", "Police arrested 35 people at the harbour protest in Lindau Bay."),
        [20, 35],
        id="arrests that grow over the day",
    ),
    pytest.param(
        "rounding",
        "The Merrin Isles will pay $23.8 million for two patrol boats.",
        "The Merrin Isles are buying patrol boats for some $24 million.",
        [23.8e6, 24e6],
        id="one price to fewer digits",
    ),
    pytest.param(
        "rounding",
        "A gas attack on Tarn killed 1,429 people in August.",
        "The gas attack on Tarn killed more than 1,400 people in August.",
        [1429, 1400],
        id="a count to fewer digits",
    ),
    pytest.param(
        "scope",
        "Ostmark will spend $2 billion a year on a new fleet of icebreakers.",
        "Ostmark plans to spend $9 billion on a new fleet of icebreakers.",
        [2e9, 9e9],
        id="a year's share of a total",
    ),
    pytest.param(
        "scope",
        "Ostmark and the Merrin Isles will together give Valdoria 580 million euros for air defence.",
        "Ostmark will give Valdoria 450 million euros for air defence.",
        [580e6, 450e6],
        id="two givers and one of them",
    ),
    pytest.param(
        "scope",
        "Tarnland will pay €2.4 billion over four years into the fund.",
        "The minister put the country's contribution at €600 million a year.",
        [2.4e9, 600e6],
        id="a year's payment of a whole told in other words",
    ),
    pytest.param(
        "value",
        "Turnout was 61 percent, by its count the highest for 20 years.",
        "Turnout was high by the standards of the country, at 63.5%, said the commission.",
        [61, 63.5],
        id="a measure of which a story has one",
    ),
]


@pytest.mark.parametrize(("kind", "one", "other", "expected"), DIFFER)
def test_different_figures_for_the_same_thing_stand_side_by_side(kind, one, other, expected):
    (found,) = between(one, other)
    assert (found.kind, values(found)) == (kind, expected)
    assert found.about


ALIKE = [
    pytest.param(
        "The ferry fire killed 31 people off Port Merrin.",
        "The ferry fire off Port Merrin injured 34 people.",
        id="killed and injured",
    ),
    pytest.param(
        "The raid on Karsk killed 12 soldiers.",
        "The raid on Karsk killed 15 civilians.",
        id="soldiers and civilians",
    ),
    pytest.param(
        "A bomb killed 12 people in Karsk.",
        "A bomb killed 15 people in Lindau Bay.",
        id="two towns",
    ),
    pytest.param(
        "Valdoria will give $40 million for the mine clearance fund.",
        "Ostmark will give $60 million for the mine clearance fund.",
        id="two payers",
    ),
    pytest.param(
        "The drought fund will send $40 million to Tarnland for wells.",
        "The drought fund will send $60 million to Valdoria for wells.",
        id="two recipients",
    ),
    pytest.param(
        "The ferry company paid $3 million for the lifeboats.",
        "The ferry company paid $5 million for the radar.",
        id="prices of two things",
    ),
    pytest.param(
        "Some 21 billion euros have been promised to Valdoria's army.",
        "More than 21 billion euros were promised to the army of Valdoria.",
        id="hedges that agree",
    ),
    pytest.param(
        "More than 20 people were arrested at the harbour protest.",
        "Police arrested 24 people at the harbour protest.",
        id="a lower bound that holds",
    ),
    pytest.param(
        "Between 10 and 12 people were killed in the Osk landslide.",
        "Eleven people were killed in the Osk landslide.",
        id="a range that holds the other",
    ),
    pytest.param(
        "The fire in Karsk killed 31 people, including nine children.",
        "Twelve children were among them as the fire in Karsk killed 31 people.",
        id="a part of the same whole",
    ),
    pytest.param(
        "The blast in Tarn killed 12 people.",
        "The blast in Tarn killed 12 people; two more were killed later.",
        id="more on top of the same",
    ),
    pytest.param(
        "Valdoria won the match in Tarn 3-1 before 20,000 people.",
        "Valdoria won the match in Tarn 3-2.",
        id="goals",
    ),
    pytest.param(
        "In the poll, 47 percent of voters in Karsk support the treaty.",
        "In the poll, 43 percent of voters in Karsk oppose the treaty.",
        id="for and against",
    ),
    pytest.param(
        "Exports of timber rose 5 percent in Tarnland.",
        "Imports of timber rose 8 percent in Tarnland.",
        id="exports and imports",
    ),
    pytest.param(
        "The envoy is 61. She has held the post for 11 years. Some 300 people came.",
        "The envoy, 62, has held the post for 12 years.",
        id="ages and years",
    ),
    pytest.param(
        "The storm killed 12 people and displaced 3,000.",
        "The storm killed 12 people and left 14 missing.",
        id="the same dead, other numbers of other things",
    ),
    pytest.param(
        "The minister would cut pensions by $8 million.",
        "The minister has cut pensions by $6 million.",
        id="what would be and what was",
    ),
    pytest.param(
        "The flood has killed 48 people in Tarn. Earlier, officials said 40 people were killed.",
        "Officials say the flood killed 40 people in Tarn.",
        id="an article that gives the other's value too",
    ),
    pytest.param(
        "The attack killed four people.",
        "Monday's attack killed three.",
        id="two attacks that only the word joins",
    ),
    pytest.param(
        "The Karsk poll has a margin of error of 3.1 percentage points.",
        "The Karsk poll's margin of error is 4.5 percentage points.",
        id="margins of error",
    ),
    pytest.param(
        "Turnout in Karsk reached 61 percent. The Reform Party won 34 percent of the vote.",
        "Turnout in Karsk was 61 percent. The Harbour Party won 29 percent of the vote.",
        id="two parties",
    ),
    pytest.param(
        "Ostmark lost 40 tanks in the fighting around Grell, Valdoria's army said.",
        "Valdoria lost 25 tanks in the fighting around Grell, Ostmark's army said.",
        id="two losers, each named by the other",
    ),
    pytest.param(
        "Prosecutors asked for a fine of 9 million crowns against Halvik over the spill.",
        "Halvik was fined 3.2 million crowns over the spill.",
        id="what was asked for and what was given",
    ),
    pytest.param(
        "The price of bread in Karsk has risen to $1.80.",
        "The price of bread in Karsk has risen by $1.60.",
        id="a level and a change",
    ),
    pytest.param(
        "Unemployment in Valdoria fell to 7.4 percent.",
        "Youth unemployment in Valdoria fell to 9.2 percent.",
        id="a narrower measure",
    ),
    pytest.param(
        "Monday's shelling of Karsk killed six people.",
        "Shelling killed nine people in Karsk on Wednesday.",
        id="two days",
    ),
    pytest.param(
        "A Delta poll has 41 percent for the harbour law in Karsk.",
        "A Northgate poll has 47 percent for the harbour law in Karsk.",
        id="two polls",
    ),
    pytest.param(
        "The fund has given $90 million to schools in the Osk valley.",
        "The fund has given $75 million to hospitals in the Osk valley.",
        id="two things in one slot",
    ),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_figures_of_different_things_are_never_compared(one, other):
    assert [found for found in between(one, other) if found.kind not in ("scope", "rounding")] == []


def test_figures_of_one_article_never_make_a_discrepancy_alone():
    assert between("The fire in Karsk killed 31 people. The fire in Karsk killed 34 people.") == ()


def test_an_outlet_that_repeats_itself_is_shown_once():
    fire = "The ferry fire off Port Merrin killed {} people."
    stored = figures_of(
        ("2031-05-04", fire.format(31)),
        ("2031-05-04", fire.format(34) + " It was at night. " + fire.format(34)),
        ("2031-05-05", fire.format(34)),
    )
    (found,) = find_discrepancies(stored)
    outlets = {figure.id: figure.outlet for figure in stored}
    assert [(value.value, outlets[value.figure_id]) for value in found.values] == [
        (31, "Valdoria Times"),
        (34, "Merrin Wire"),
        (34, "The Ostmark Courier"),
    ]


def test_the_oldest_comes_first_whatever_order_the_figures_came_in():
    stored = figures_of(
        ("2031-05-06", "The ferry fire off Port Merrin killed 31 people."),
        ("2031-05-04", "The ferry fire off Port Merrin killed 34 people."),
    )
    (found,) = find_discrepancies(stored)
    assert values(found) == [34, 31]


def test_figures_without_a_day_or_an_outlet_are_compared_too():
    stored = [
        StoredFigure(id=n, article_id=n, kind="people", value=value, unit="people", about="killed",
                     sentence=f"The ferry fire killed {value} people.", as_written=f"{value} people")
        for n, value in ((1, 31), (2, 34))
    ]  # fmt: skip
    (found,) = find_discrepancies(stored)
    assert (found.kind, values(found)) == ("value", [31, 34])


def test_no_figures_no_discrepancies():
    assert find_discrepancies([]) == ()


def test_what_is_found_does_not_hang_on_which_article_came_when():
    figures = figures_of(
        ("2031-05-04", "The ferry fire off Port Merrin killed 31 people, the coast guard said."),
        ("2031-05-05", "A fire aboard a ferry off Port Merrin has killed 34 people."),
        ("2031-05-05", "The ferry fire off Port Merrin killed 31 people, the coast guard said."),
        ("2031-05-06", "The fire on the ferry off Port Merrin has killed 29 people, police say."),
        ("2031-05-06", "Parliament in Tarn voted $40 million for new flood barriers on the Osk."),
        (
            "2031-05-07",
            "The flood barriers on the Osk get $45 million, parliament in Tarn decided.",
        ),
    )
    assert len(find_discrepancies(figures)) == 2
    comparison = Comparison()
    for here in ({4}, {4, 2}, {2}, {1, 2, 3}, {1, 3, 6}, {1, 2, 3, 4, 5, 6}, set(), {5, 6, 1, 4}):
        some = [figure for figure in figures if figure.article_id in here]
        assert comparison.discrepancies(some) == find_discrepancies(some)
    changed = [replace(f, value=33.0) if f.article_id == 4 else f for f in figures]
    assert comparison.discrepancies(changed) == find_discrepancies(changed)
