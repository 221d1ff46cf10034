"""One text in several outlets is folded under the article that ran it first."""

from itertools import permutations

import pytest

from briefing.linking.copies import CONTAINED, LEAST, SHINGLE, contained, copies, sketch
from briefing.model import Sketched

WIRE = """The harbour of Port Merrin was closed to all ships on Tuesday after a crane fell across the
main channel, and the harbour master said it would take three days to lift the wreck. Nobody was hurt.
The crane, 60 metres high and older than the quay it stood on, had been due to be taken down in May.
Two ferries were sent on to Lindau Bay, where islanders waited for buses that did not come. The owner of
the crane, a firm from Karsk, said that it had been inspected in the autumn and found sound. Dockers
recalled otherwise. They had asked for it to be taken down twice, they said, and were told to wait."""

CUT = " ".join(WIRE.split()[:60])
EDITED = WIRE.replace("closed to all ships", "shut").replace("Nobody was hurt.", "No one was hurt.")
OTHER = """A crane that came down over the main channel has shut the port. Ships queue outside the mole and
the harbour master expects to need until Friday to clear the way. The firm that owns the crane speaks of a
sound inspection; the dockers speak of letters that nobody answered. Passengers of two ferries spent the
night in a school in Lindau Bay, which lies an hour to the south and has no buses after nine."""


def article(number, text, outlet=None, published="2031-03-04T08:00:00Z"):
    made = sketch(text)
    outlet = number if outlet is None else outlet
    return Sketched(number, outlet, published, len(text.split()), f"{number:03}", made)


@pytest.mark.parametrize("text", [WIRE, CUT, EDITED, WIRE.upper(), f"By our own staff. {CUT}"])
def test_a_copy_may_be_cut_and_edited(text):
    assert contained(sketch(WIRE), sketch(text)) >= CONTAINED
    assert contained(sketch(text), sketch(WIRE)) >= CONTAINED


def test_another_report_of_the_event_is_no_copy():
    assert contained(sketch(WIRE), sketch(OTHER)) < 0.2
    assert copies([article(1, WIRE), article(2, OTHER)]) == {}


def test_long_texts_are_told_by_a_sample():
    long = " ".join(f"w{n}" for n in range(3_000))
    half = " ".join(f"w{n}" if n < 1_500 else f"v{n}" for n in range(3_000))
    cut = " ".join(f"w{n}" for n in range(1_000, 1_600))
    assert contained(sketch(long), sketch(half)) == pytest.approx(0.5, abs=0.12)
    assert contained(sketch(long), sketch(cut)) > 0.9


def test_a_line_or_two_say_nothing():
    few = " ".join(WIRE.split()[: LEAST + SHINGLE - 2])
    assert copies([article(1, few), article(2, few)]) == {}
    assert copies([article(1, ""), article(2, "")]) == {}


def test_the_earliest_is_the_one_that_others_are_folded_under_in_any_order():
    articles = [
        article(1, WIRE, published="2031-03-04T09:00:00Z"),
        article(2, EDITED, published="2031-03-04T08:00:00Z"),
        article(3, CUT, published="2031-03-05"),
        article(4, OTHER),
        article(5, EDITED, published=None),
    ]
    for order in permutations(articles):
        assert copies(order) == {1: 2, 3: 2, 5: 2}


def test_what_one_outlet_runs_twice_is_no_copy():
    again = article(2, EDITED, outlet=1, published="2031-03-05")
    assert copies([article(1, WIRE, outlet=1), again]) == {}
    third = article(3, WIRE, outlet=7, published="2031-03-06")
    assert copies([article(1, WIRE, outlet=1), again, third]) == {3: 1}
