"""Where the articles of a story give different figures for the same thing.

Only like is compared with like: figures of two articles, of one kind and unit, whose words say that
they measure the same thing (``alike``), and each the other's best match. Two figures agree where
their ranges, hedges included, meet; a value that the other article gives too is no discrepancy
either. What is left is classed and shown side by side, never decided.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.kinds import DiscrepancyClass
from briefing.linking.agreeing import agree, is_rounding
from briefing.linking.alike import likeness, whole_and_part
from briefing.linking.named import form
from briefing.linking.sides import Side
from briefing.linking.telling import telling_stems
from briefing.linking.words import words
from briefing.model import Discrepancy, DiscrepancyValue, StoredFigure

_GROWING = frozenset(
    {"killed", "injured", "missing", "displaced", "arrested", "evacuated", "infected", "casualties",
     "rescued", "hospitalised", "fled"}
)  # fmt: skip

_OVER_YEARS = re.compile(
    r"\b(?:over|in|for|within) (?:the (?:next|coming) )?"
    r"(\d|two|three|four|five|six|seven|eight|nine) years\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?!The )[A-Z][\w-]*[a-z](?: [A-Z][\w-]+)*")
_NUMBERS = "zero one two three four five six seven eight nine".split()

_GRAVEST: tuple[DiscrepancyClass, ...] = ("conversion", "value", "update", "rounding", "scope")
"""Which class names a group of figures that differ in several ways."""


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Side
    second: Side
    kind: DiscrepancyClass
    values: tuple[DiscrepancyValue, DiscrepancyValue]


def find_discrepancies(figures: Sequence[StoredFigure]) -> tuple[Discrepancy, ...]:
    """The discrepancies among the figures of one story, in the order of their first figures.

    Args:
        figures: All figures of the story's articles. Figures of one article never make a
            discrepancy alone.

    Returns:
        Each with its values oldest first (those of unknown day last), one for an outlet and value.
    """
    sides = [Side.of(figure) for figure in sorted(figures, key=_age)]
    by_article: dict[int, list[Side]] = {}
    for side in sides:
        by_article.setdefault(side.figure.article_id, []).append(side)
    pairs = [
        *_conversions(by_article),
        *_differences(by_article),
        *_yearly_shares(by_article),
    ]
    return tuple(_merged(pairs))


def _age(figure: StoredFigure) -> tuple[bool, str, int]:
    return figure.published is None, figure.published or "", figure.id


def _article_pairs(
    by_article: dict[int, list[Side]],
) -> Iterable[tuple[list[Side], list[Side]]]:
    articles = list(by_article.values())
    for place, ours in enumerate(articles):
        for theirs in articles[place + 1 :]:
            yield ours, theirs


# --- the same amount at another rate --------------------------------------------------------------


def _conversions(by_article: dict[int, list[Side]]) -> Iterable[_Pair]:
    for ours, theirs in _article_pairs(by_article):
        for first in ours:
            for second in theirs:
                pair = _conversion(first, second)
                if pair:
                    yield pair


def _conversion(first: Side, second: Side) -> _Pair | None:
    """The same amount in one currency with different amounts in another, whatever it is for."""
    if not (first.figure.equivalents and second.figure.equivalents):
        return None
    shared = first.amounts.keys() & second.amounts.keys()
    same = [unit for unit in shared if first.amounts[unit] == second.amounts[unit]]
    differ = sorted(unit for unit in shared if first.amounts[unit] != second.amounts[unit])
    if not same or not differ:
        return None
    unit = differ[0]
    values = (
        DiscrepancyValue(first.figure.id, first.amounts[unit], unit),
        DiscrepancyValue(second.figure.id, second.amounts[unit], unit),
    )
    return _Pair(first, second, "conversion", values)


# --- different figures for the same thing ---------------------------------------------------------


def _differences(by_article: dict[int, list[Side]]) -> Iterable[_Pair]:
    for ours, theirs in _article_pairs(by_article):
        for first, second in _matches(ours, theirs):
            if _given_by_both(first, second, ours, theirs):
                continue
            kind = _class(first, second)
            if kind:
                yield _pair(first, second, kind)


def _pair(first: Side, second: Side, kind: DiscrepancyClass) -> _Pair:
    one, other = (
        DiscrepancyValue(side.figure.id, side.figure.value, side.figure.unit)
        for side in (first, second)
    )
    return _Pair(first, second, kind, (one, other))


def _matches(ours: list[Side], theirs: list[Side]) -> Iterable[tuple[Side, Side]]:
    """The figures of two articles that are each the other's closest, and close enough."""
    scores = [[likeness(first, second) for second in theirs] for first in ours]
    best_of_ours = [max(row) for row in scores]
    best_of_theirs = [max(column) for column in zip(*scores, strict=True)]
    for first, row, best in zip(ours, scores, best_of_ours, strict=True):
        for second, score, top in zip(theirs, row, best_of_theirs, strict=True):
            if score > 0 and score >= best and score >= top:
                yield first, second


def _given_by_both(first: Side, second: Side, ours: list[Side], theirs: list[Side]) -> bool:
    """Whether either article gives the other's value as well, so that the two do not differ."""
    return any(_same(second, side) for side in ours) or any(_same(first, side) for side in theirs)


def _same(one: Side, other: Side) -> bool:
    if one.figure.kind != other.figure.kind:
        return False
    if one.figure.kind == "people" and one.figure.about != other.figure.about:
        return False
    return any(one.amounts.get(unit) == value for unit, value in other.amounts.items())


def _class(first: Side, second: Side) -> DiscrepancyClass | None:
    """What sets two figures for the same thing apart; None where they agree."""
    older, newer = first.figure, second.figure
    if older.value == newer.value and older.value_max == newer.value_max:
        return None
    if whole_and_part(first, second):
        return "scope"
    if is_rounding(first, second):
        return "rounding"
    later = bool(older.published and newer.published and older.published < newer.published)
    grows = older.kind == "people" and older.about in _GROWING
    if later and newer.value > older.value and (grows or second.says_it_changed):
        return "update"
    if later and second.says_it_changed:
        return "update"
    return None if agree(older, newer) else "value"


def _yearly_shares(by_article: dict[int, list[Side]]) -> Iterable[_Pair]:
    """A year's payment in one article, and the whole of it over years that the story tells of."""
    told = {_years(match) for sides in by_article.values() for match in _over_years(sides)}
    for ours, theirs in _article_pairs(by_article):
        for first in ours:
            for second in theirs:
                if _share_of(first, second, told) or _share_of(second, first, told):
                    yield _pair(first, second, "scope")


def _over_years(sides: list[Side]) -> Iterable[re.Match[str]]:
    return (match for side in sides for match in _OVER_YEARS.finditer(side.figure.sentence))


def _years(match: re.Match[str]) -> int:
    return int(match[1]) if match[1].isdigit() else _NUMBERS.index(match[1].lower())


def _share_of(year: Side, whole: Side, told: set[int]) -> bool:
    one, other = year.figure, whole.figure
    if one.kind != "money" or one.unit != other.unit or one.kind != other.kind:
        return False
    if not year.period.rates or whole.period.rates or one.value <= 0:
        return False
    return any(one.value * years == other.value for years in told if years > 1)


# --- one discrepancy for all articles that share it -----------------------------------------------


def _merged(pairs: Iterable[_Pair]) -> Iterable[Discrepancy]:
    groups: list[list[_Pair]] = []
    for pair in pairs:
        ids = {pair.first.figure.id, pair.second.figure.id}
        for group in groups:
            seen = {side.figure.id for one in group for side in (one.first, one.second)}
            conversions = (group[0].kind == "conversion") + (pair.kind == "conversion")
            if seen & ids and conversions != 1:
                group.append(pair)
                break
        else:
            groups.append([pair])
    return [_discrepancy(group) for group in groups]


def _discrepancy(group: list[_Pair]) -> Discrepancy:
    """The values of a group, oldest first: each outlet's, and each value of it, once."""
    sides: dict[int, tuple[Side, DiscrepancyValue]] = {}
    for pair in group:
        for side, value in zip((pair.first, pair.second), pair.values, strict=True):
            sides.setdefault(side.figure.id, (side, value))
    kept: dict[tuple[str | int, float], DiscrepancyValue] = {}
    for side, value in sorted(sides.values(), key=lambda entry: _age(entry[0].figure)):
        outlet = side.figure.outlet or side.figure.article_id
        kept.setdefault((outlet, value.value), value)
    kind = min((pair.kind for pair in group), key=_GRAVEST.index)
    return Discrepancy(kind, _about(group), tuple(kept.values()))


def _about(group: list[_Pair]) -> str:
    """A short phrase for what is measured, the one whose words the other side shares most."""
    figure = group[0].first.figure
    if figure.kind == "people":
        what = f"people {figure.about}" if figure.about else "people"
        return ", ".join([what, *_where(group[0])])
    if figure.kind == "count":
        noun = " ".join(word for word in figure.as_written.split() if word.strip(",").isalpha())
        return ", ".join([noun or figure.unit, *_where(group[0])])
    first, second = group[0].first, group[0].second
    phrases = [
        (_shared(side, other), -len(side.figure.about), side.figure.about)
        for side, other in ((first, second), (second, first))
        if side.figure.about
    ]
    return max(phrases)[-1] if phrases else figure.as_written or figure.unit


def _where(pair: _Pair) -> list[str]:
    """The first name that both sides have, as the first writes it: where, or whose."""
    shared = pair.first.names & pair.second.names
    first, second = pair.first.gist
    named = (match for match in _NAMED.finditer(f"{first} {second}"))
    return [match[0] for match in named if form(match[0].split()[-1]) in shared][:1]


def _shared(side: Side, other: Side) -> float:
    """The share of the words of what a figure is about that the other side has too."""
    about = telling_stems(words(side.figure.about or ""))
    return len(about & other.near) / max(1, len(about))
