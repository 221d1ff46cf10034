"""Whether two figures measure the same thing: what may be compared with what."""

from functools import lru_cache

from briefing.linking.periods import are_apart
from briefing.linking.sides import Side
from briefing.linking.slots import are_other_things, narrower
from briefing.linking.telling import telling_stems, weight

_OPPOSED = [
    tuple(frozenset(side.split()) for side in pair.split("/"))
    for pair in (
        "men man male boy/women woman female girl",
        "for favor favour support approve approved back backed yes"
        "/against oppose opposed disapprove disapproved no",
        "export exports/import imports",
        "revenue revenues income/spending cost costs loss losses profit profits",
        "rise rose increase increased gain grew"
        "/fall fell drop dropped decline declined decrease cut",
        "democrat democrats democratic/republican republicans",
        "minimum lowest/maximum highest",
        "buy bought/sell sold",
        "civilian civilians/soldier soldiers troops military fighter fighters",
        "adult adults/child children",
        "day daily/night overnight",
        "black/white",
        "house/senate",
    )
]
# Set by reading what is found in stories of three outlets and on pairs of figures labelled by hand.
_MOST_TIMES = {"money": 10.0, "percent": 3.0, "people": 10.0, "count": 3.0}
"""How many times larger one of two figures for the same thing may be."""

_LEAST = {"money": 0.5, "percent": 0.6, "people": 0.3, "count": 0.5}
"""The least likeness of two figures that are compared."""

_LEAST_WEIGHT = {"money": 5.0, "percent": 5.0, "people": 2.5, "count": 7.0}
"""The least weight of the telling words that two figures share."""

_LEAST_APART = 0.6
"""The least likeness of figures that cover different times, or a whole and its part."""

_LEAST_BY_TIMES = ((1.5, 0.6), (2.2, 0.75))
"""The least likeness of figures further apart than a factor: those are seldom of one thing."""

_LEAST_JOINT = 0.25
"""The least likeness of what one gives alone and what several give together."""

_INDICATORS = telling_stems("turnout inflation unemployment".split())
"""Measures that need no more words: a story has one turnout."""

_CLOSE = 1.12
"""A factor within which figures of a story are likely of one thing, and less is asked of them."""

_LESS_IF_CLOSE = 0.12


@lru_cache(maxsize=100_000)
def likeness(first: Side, second: Side) -> float:
    """How surely two figures measure the same thing, 0 to 1; 0 where they do not, or may not."""
    one, other = first.figure, second.figure
    if one.kind != other.kind or one.unit != other.unit or one.value * other.value <= 0:
        return 0.0
    times = max(one.value / other.value, other.value / one.value)
    if times > _MOST_TIMES[one.kind]:
        return 0.0
    if not _comparable(first, second) or _of_others(first, second):
        return 0.0
    if one.kind == "people" and not _same_people(first, second):
        return 0.0
    if first.is_toll and second.is_toll and not (first.all and second.all):
        return 1.0
    score = _shared(first, second)
    return score if score >= _least(first, second, times) else 0.0


def _comparable(first: Side, second: Side) -> bool:
    """Whether neither is a part, an earlier value, a wish or a guess where the other is not."""
    if first.is_of_a_survey or second.is_of_a_survey or first.is_part or second.is_part:
        return False
    if first.is_old != second.is_old or first.stage != second.stage or _opposed(first, second):
        return False
    if {first.step, second.step} == {"by", "to"}:
        return False
    if first.polls is not None or second.polls is not None:
        return bool((first.polls or frozenset()) & (second.polls or frozenset()))
    number = first.figure.kind in ("people", "count")
    return not number or first.is_of_the_world == second.is_of_the_world


def _of_others(first: Side, second: Side) -> bool:
    """Whether the clauses say that the figures are of other things, places, payers or people."""
    if narrower(first.plain) != narrower(second.plain):
        return True
    if first.head and second.head and not first.head & second.whole | second.head & first.whole:
        return True
    if not whole_and_part(first, second) and _other_names(first, second):
        return True
    if first.figure.kind in ("people", "count") and _other_days(first, second):
        return True
    if first.figure.kind == "people":
        return False
    both = first.slots.keys() & second.slots.keys()
    return any(
        are_other_things(first.slots[slot], second.slots[slot], first.whole, second.whole)
        for slot in both
    )


def _other_days(first: Side, second: Side) -> bool:
    """Whether one happened on Monday and the other on Wednesday, not a count that went on."""
    ours, theirs = first.period.days, second.period.days
    goes_on = first.says_it_changed or second.says_it_changed
    return bool(ours and theirs) and not ours & theirs and not goes_on


def _same_people(first: Side, second: Side) -> bool:
    """Whether the same happened to people who may be the same."""
    if first.figure.about != second.figure.about:
        return False
    if first.counted == second.counted:
        return True
    if first.counted and second.counted:
        return False
    return not (first.counts_some or second.counts_some)


def _least(first: Side, second: Side, times: float) -> float:
    """The likeness that is asked of figures, more of those that differ in time or by far."""
    least = _LEAST[first.figure.kind]
    if are_apart(first.period, second.period):
        least = max(least, _LEAST_APART)
    elif whole_and_part(first, second):
        least = min(least, _LEAST_JOINT)
    elif times < _CLOSE:
        least -= _LESS_IF_CLOSE
    for most, asked in _LEAST_BY_TIMES:
        if times > most and first.figure.kind != "people":
            least = max(least, asked)
    return least


def _shared(first: Side, second: Side) -> float:
    """The weight of the telling words both share, as a share of those of the one with fewer."""
    kind = first.figure.kind
    if kind == "people":
        together = first.near & second.whole | second.near & first.whole
    else:
        together = first.near & second.near
    if kind == "percent" and together & _INDICATORS:
        return 1.0
    if weight(together) < _LEAST_WEIGHT[kind]:
        return 0.0
    least = min(weight(first.near), weight(second.near))
    return min(1.0, weight(together) / least) if least else 0.0


def _opposed(first: Side, second: Side) -> bool:
    """Whether one side's words say the opposite of the other's ("for", "against")."""
    for one, other in _OPPOSED:
        ours = (bool(first.plain & one), bool(first.plain & other))
        theirs = (bool(second.plain & one), bool(second.plain & other))
        if ours in ((True, False), (False, True)) and theirs == (ours[1], ours[0]):
            return True
    return False


def _other_names(first: Side, second: Side) -> bool:
    """Whether the names say that the figures are of other places, payers or people."""
    if first.figure.kind == "people":
        if not first.names or not second.names:
            return False
        return not (first.names & second.all_names or second.names & first.all_names)
    return bool(first.names_lacking_in(second) and second.names_lacking_in(first))


def whole_and_part(first: Side, second: Side) -> bool:
    """Whether the figures are of a whole and its part: more givers, more time."""
    if are_apart(first.period, second.period):
        return True
    ours, theirs = first.givers, second.givers
    if ours and not theirs:
        return bool(ours & second.names)
    if theirs and not ours:
        return bool(theirs & first.names)
    return bool(ours and theirs) and (ours < theirs or theirs < ours)
