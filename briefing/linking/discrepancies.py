"""Where the articles of a story give different figures for the same thing.

Only like is compared with like: figures of two articles, of one kind and unit, whose words say that
they measure the same thing (``alike``), and each the other's best match. Two figures agree where
their ranges, hedges included, meet; a value that the other article gives too is no discrepancy
either. What is left is classed and shown side by side, never decided.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from briefing.kinds import DiscrepancyClass
from briefing.linking.agreeing import agree, is_rounding
from briefing.linking.alike import likeness, whole_and_part
from briefing.linking.differing import Pair, Told, age, merged
from briefing.linking.sides import Side
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
_NUMBERS = "zero one two three four five six seven eight nine".split()


_Value = tuple[str, str | None, str, float]
"""A value as articles give it: its kind, of people what happened to them, unit and value."""


Sides = tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class _Article:
    """The figures of one article, oldest first, and what other articles' are held against.

    ``of_kind`` gives the places of the figures of one kind and unit, and their sides; ``given``
    every value that the article has in any currency.
    """

    told: tuple[Told, ...]
    of_kind: dict[tuple[str, str], tuple[list[int], Sides]]
    given: frozenset[_Value]
    converted: tuple[Told, ...]

    @classmethod
    def of(cls, figures: Iterable[StoredFigure]) -> "_Article":
        told = tuple(Told(figure, _side(figure)) for figure in figures)
        places: dict[tuple[str, str], list[int]] = {}
        for place, (figure, _) in enumerate(told):
            places.setdefault((figure.kind, figure.unit), []).append(place)
        of_kind = {kind: (some, tuple(told[n].side for n in some)) for kind, some in places.items()}
        given = frozenset(value for one in told for value in _values(one.side))
        return cls(told, of_kind, given, tuple(one for one in told if one.figure.equivalents))

    @property
    def figures(self) -> list[StoredFigure]:
        """The figures alone."""
        return [one.figure for one in self.told]


class Comparison:
    """The figures of one story, as they are compared article by article.

    What was found between two articles is kept while neither changes, so that a new article is
    compared with the others, and those not again with each other.
    """

    def __init__(self) -> None:
        self._articles: dict[int, _Article] = {}
        self._found: dict[tuple[int, int], list[Pair]] = {}

    def discrepancies(self, figures: Iterable[StoredFigure]) -> tuple[Discrepancy, ...]:
        """What differs among the figures that the story now has; see ``find_discrepancies``."""
        told: dict[int, list[StoredFigure]] = {}
        for figure in sorted(figures, key=age):
            told.setdefault(figure.article_id, []).append(figure)
        before, self._articles = self._articles, {}
        changed: set[int] = set()
        for article_id, some in told.items():
            known = before.get(article_id)
            if known is None or known.figures != some:
                known = _Article.of(some)
                changed.add(article_id)
            self._articles[article_id] = known
        self._compare(changed, changed | (before.keys() - self._articles.keys()))
        return tuple(merged(self._pairs()))

    def _compare(self, changed: set[int], stale: set[int]) -> None:
        """Compare the changed articles with all others; forget what was found of stale ones."""
        self._found = {ids: some for ids, some in self._found.items() if stale.isdisjoint(ids)}
        ids = list(self._articles)
        for at, younger in enumerate(ids):
            older = ids[:at] if younger in changed else changed.intersection(ids[:at])
            for other in older:
                found = list(_between(self._articles[other], self._articles[younger]))
                if found:
                    self._found[other, younger] = found

    def _pairs(self) -> Iterable[Pair]:
        """All pairs of figures that differ, in the order in which they make discrepancies."""
        place = {article_id: at for at, article_id in enumerate(self._articles)}
        order = sorted(self._found, key=lambda ids: (place[ids[0]], place[ids[1]]))
        pairs = [pair for ids in order for pair in self._found[ids]]
        yield from sorted(pairs, key=lambda pair: pair.kind != "conversion")
        yield from _yearly_shares(list(self._articles.values()))


def find_discrepancies(figures: Sequence[StoredFigure]) -> tuple[Discrepancy, ...]:
    """The discrepancies among the figures of one story, in the order of their first figures.

    Args:
        figures: All figures of the story's articles. Figures of one article never make a
            discrepancy alone.

    Returns:
        Each with its values oldest first (those of unknown day last), one for an outlet and value.
    """
    return Comparison().discrepancies(figures)


def _side(figure: StoredFigure) -> Side:
    """The figure's side: one for all that are told in the same words, in articles of one year."""
    year = figure.published and figure.published[:4]
    return _one_side(replace(figure, id=0, article_id=0, outlet=None, published=year))


@lru_cache(maxsize=20_000)
def _one_side(figure: StoredFigure) -> Side:
    return Side.of(figure)


def _between(ours: _Article, theirs: _Article) -> Iterable[Pair]:
    """What differs between two articles."""
    if ours.converted and theirs.converted:
        yield from _conversions(ours, theirs)
    found: list[tuple[int, int]] = []
    for kind in ours.of_kind.keys() & theirs.of_kind.keys():
        (places, sides), (others, other_sides) = ours.of_kind[kind], theirs.of_kind[kind]
        found += [(places[n], others[m]) for n, m in _matches(sides, other_sides)]
    for n, m in sorted(found):
        first, second = ours.told[n], theirs.told[m]
        # What either gives as well as the other's value is no difference.
        if ours.given.isdisjoint(_values(second.side)) and theirs.given.isdisjoint(
            _values(first.side)
        ):
            kind_of = _class(first, second)
            if kind_of:
                yield _pair(first, second, kind_of)


@lru_cache(maxsize=20_000)
def _values(side: Side) -> frozenset[_Value]:
    kind = side.figure.kind
    about = side.figure.about if kind == "people" else None
    return frozenset((kind, about, unit, value) for unit, value in side.amounts.items())


# --- the same amount at another rate --------------------------------------------------------------


def _conversions(ours: _Article, theirs: _Article) -> Iterable[Pair]:
    """The same amount in one currency with different amounts in another, whatever it is for."""
    for first in ours.converted:
        for second in theirs.converted:
            values = _converted(first, second)
            if values:
                yield Pair(first, second, "conversion", values)


def _converted(first: Told, second: Told) -> tuple[DiscrepancyValue, DiscrepancyValue] | None:
    ours, theirs = first.side.amounts, second.side.amounts
    shared = ours.keys() & theirs.keys()
    same = [unit for unit in shared if ours[unit] == theirs[unit]]
    differ = sorted(unit for unit in shared if ours[unit] != theirs[unit])
    if not same or not differ:
        return None
    unit = differ[0]
    return (
        DiscrepancyValue(first.figure.id, ours[unit], unit),
        DiscrepancyValue(second.figure.id, theirs[unit], unit),
    )


# --- different figures for the same thing ---------------------------------------------------------


def _pair(first: Told, second: Told, kind: DiscrepancyClass) -> Pair:
    one, other = (
        DiscrepancyValue(told.figure.id, told.figure.value, told.figure.unit)
        for told in (first, second)
    )
    return Pair(first, second, kind, (one, other))


@lru_cache(maxsize=50_000)
def _matches(ours: Sides, theirs: Sides) -> tuple[tuple[int, int], ...]:
    """The places of figures that are each the other's closest, close enough, and differ.

    Copies of an article give the same sides, which need not be looked at again.
    """
    scores: dict[tuple[int, int], float] = {}
    best_of_ours: dict[int, float] = {}
    best_of_theirs: dict[int, float] = {}
    for n, first in enumerate(ours):
        for m, second in enumerate(theirs):
            score = likeness(first, second)
            if score > 0:
                scores[n, m] = score
                best_of_ours[n] = max(score, best_of_ours.get(n, 0.0))
                best_of_theirs[m] = max(score, best_of_theirs.get(m, 0.0))
    return tuple(
        (n, m)
        for (n, m), score in scores.items()
        if score >= best_of_ours[n] and score >= best_of_theirs[m]
        if not _equal(ours[n].figure, theirs[m].figure)
    )


def _equal(one: StoredFigure, other: StoredFigure) -> bool:
    return one.value == other.value and one.value_max == other.value_max


def _class(first: Told, second: Told) -> DiscrepancyClass | None:
    """What sets two figures for the same thing apart; None where they agree."""
    older, newer = first.figure, second.figure
    if whole_and_part(first.side, second.side):
        return "scope"
    if is_rounding(first.side, second.side):
        return "rounding"
    later = bool(older.published and newer.published and older.published < newer.published)
    grows = older.kind == "people" and older.about in _GROWING
    if later and newer.value > older.value and (grows or second.side.says_it_changed):
        return "update"
    if later and second.side.says_it_changed:
        return "update"
    return None if agree(older, newer) else "value"


def _yearly_shares(articles: Sequence[_Article]) -> Iterable[Pair]:
    """A year's payment in one article, and the whole of it over years that the story tells of."""
    told = {
        years for article in articles for one in article.told for years in _over_years(one.side)
    }
    rates = (
        [any(_is_yearly(one.side) for one in article.told) for article in articles] if told else []
    )
    if not any(rates):
        return
    for (n, ours), (m, theirs) in combinations(enumerate(articles), 2):
        if not (rates[n] or rates[m]):
            continue
        for first in ours.told:
            for second in theirs.told:
                if _share_of(first.side, second.side, told) or _share_of(
                    second.side, first.side, told
                ):
                    yield _pair(first, second, "scope")


@lru_cache(maxsize=20_000)
def _over_years(side: Side) -> tuple[int, ...]:
    return tuple(map(_years, _OVER_YEARS.finditer(side.figure.sentence)))


def _years(match: re.Match[str]) -> int:
    return int(match[1]) if match[1].isdigit() else _NUMBERS.index(match[1].lower())


def _is_yearly(side: Side) -> bool:
    return side.figure.kind == "money" and bool(side.period.rates)


def _share_of(year: Side, whole: Side, told: set[int]) -> bool:
    one, other = year.figure, whole.figure
    if not _is_yearly(year) or one.unit != other.unit or one.kind != other.kind:
        return False
    if whole.period.rates or one.value <= 0:
        return False
    return any(one.value * years == other.value for years in told if years > 1)
