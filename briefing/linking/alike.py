"""Whether two figures measure the same thing: what may be compared with what."""

from briefing.linking.sides import Side
from briefing.linking.words import idf

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
    )
]
# Set by reading what is found in stories of three outlets and of 56 pairs of articles on one event.
_MOST_TIMES = {"money": 10.0, "percent": 3.0, "people": 10.0, "count": 3.0}
"""How many times larger one of two figures for the same thing may be."""

_LEAST = {"money": 0.38, "percent": 0.55, "people": 0.3, "count": 0.45}
"""The least likeness of two figures that are compared."""

_LEAST_APART = 0.6
"""The same for figures that cover different times."""

_LEAST_BY_TIMES = ((1.5, 0.5), (3.0, 0.7))
"""The same for figures further apart than a factor: those far apart are seldom of one thing."""

_LEAST_SAID = 2.5
"""The least weight of the words that two numbers of people share: "attack" alone is not enough."""

_LEAST_BESIDE = 1.8
"""The least weight of the words right beside one figure that the other's clause shares."""

_LEAST_OF_ALL = 0.25
"""The least share of the whole sentences' words that two percentages have in common."""


def likeness(first: Side, second: Side) -> float:
    """How surely two figures measure the same thing, 0 to 1; 0 where they do not, or may not."""
    one, other = first.figure, second.figure
    if one.kind != other.kind or one.unit != other.unit or one.value * other.value <= 0:
        return 0.0
    times = max(one.value / other.value, other.value / one.value)
    if times > _MOST_TIMES[one.kind]:
        return 0.0
    if first.is_error or second.is_error or first.is_part or second.is_part:
        return 0.0
    if _opposed(first, second) or _other_names(first, second):
        return 0.0
    if first.says_would != second.says_would:
        return 0.0
    if one.kind == "people" and (one.about != other.about or first.counted != second.counted):
        return 0.0
    if first.is_toll and second.is_toll and not (first.all and second.all):
        return 1.0
    score = _shared(first, second)
    return score if score >= _least(first, second, times) else 0.0


def _least(first: Side, second: Side, times: float) -> float:
    """The likeness that is asked of figures, more of those that differ in time or by far."""
    least = _LEAST[first.figure.kind]
    if whole_and_part(first, second):
        least = max(least, _LEAST_APART)
    for most, asked in _LEAST_BY_TIMES:
        if times > most:
            least = max(least, asked)
    return least


def _shared(first: Side, second: Side) -> float:
    """The weight of the telling words both share, as a share of those of the one with fewer."""
    near = first.near & second.near
    people = first.figure.kind == "people"
    if len(near) < (1 if people else 2):
        return 0.0
    beside = min(_weight(first.close & second.near), _weight(second.close & first.near))
    if not people and beside < _LEAST_BESIDE:
        return 0.0
    ours, theirs = (first.all, second.all) if people else (first.near, second.near)
    together = _weight(ours & theirs)
    if people and together < _LEAST_SAID:
        return 0.0
    if first.figure.kind == "percent" and _weight(first.all & second.all) < _LEAST_OF_ALL * max(
        _weight(first.all), _weight(second.all)
    ):
        return 0.0
    least = min(_weight(ours), _weight(theirs))
    return together / least if least else 0.0


def _weight(stems: frozenset[str]) -> float:
    return sum(idf(stemmed) for stemmed in stems)


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
        return bool(first.names and second.names) and not first.names & second.names
    return bool(first.names - second.names and second.names - first.names)


def whole_and_part(first: Side, second: Side) -> bool:
    """Whether the figures cover other times: a rate and a total, this year's and last year's."""
    if first.rate != second.rate:
        return True
    return bool(first.period and second.period) and not first.period & second.period
