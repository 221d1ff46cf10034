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
from typing import NamedTuple

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


class _Told(NamedTuple):
    """A figure of an article, with the words round it; figures told alike share one ``Side``."""

    figure: StoredFigure
    side: Side


@dataclass(frozen=True, slots=True)
class _Pair:
    first: _Told
    second: _Told
    kind: DiscrepancyClass
    values: tuple[DiscrepancyValue, DiscrepancyValue]


@dataclass(frozen=True, slots=True)
class _Article:
    """The figures of one article, oldest first."""

    figures: tuple[StoredFigure, ...]
    told: tuple[_Told, ...]
    sides: tuple[Side, ...]

    @classmethod
    def of(cls, figures: Iterable[StoredFigure]) -> "_Article":
        figures = tuple(figures)
        sides = tuple(map(_side, figures))
        return cls(figures, tuple(map(_Told, figures, sides)), sides)


class Comparison:
    """The figures of one story, as they are compared article by article.

    What was found between two articles is kept while neither changes, so that a new article is
    compared with the others, and those not again with each other.
    """

    def __init__(self) -> None:
        self._articles: dict[int, _Article] = {}
        self._found: dict[tuple[int, int], list[_Pair]] = {}

    def discrepancies(self, figures: Iterable[StoredFigure]) -> tuple[Discrepancy, ...]:
        """What differs among the figures that the story now has; see ``find_discrepancies``."""
        told: dict[int, list[StoredFigure]] = {}
        for figure in sorted(figures, key=_age):
            told.setdefault(figure.article_id, []).append(figure)
        before, self._articles = self._articles, {}
        changed: set[int] = set()
        for article_id, some in told.items():
            known = before.get(article_id)
            if known is None or known.figures != tuple(some):
                known = _Article.of(some)
                changed.add(article_id)
            self._articles[article_id] = known
        self._compare(changed, changed | (before.keys() - self._articles.keys()))
        return tuple(_merged(self._pairs()))

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

    def _pairs(self) -> Iterable[_Pair]:
        """All pairs of figures that differ, in the order in which they make discrepancies."""
        place = {article_id: at for at, article_id in enumerate(self._articles)}
        order = sorted(self._found, key=lambda ids: (place[ids[0]], place[ids[1]]))
        pairs = [pair for ids in order for pair in self._found[ids]]
        yield from (pair for pair in pairs if pair.kind == "conversion")
        yield from (pair for pair in pairs if pair.kind != "conversion")
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


def _age(figure: StoredFigure) -> tuple[bool, str, int]:
    return figure.published is None, figure.published or "", figure.id


def _side(figure: StoredFigure) -> Side:
    """The figure's side: one for all that are told in the same words, in articles of one year."""
    year = figure.published and figure.published[:4]
    return _one_side(replace(figure, id=0, article_id=0, outlet=None, published=year))


@lru_cache(maxsize=20_000)
def _one_side(figure: StoredFigure) -> Side:
    return Side.of(figure)


def _between(ours: _Article, theirs: _Article) -> Iterable[_Pair]:
    """What differs between two articles."""
    yield from _conversions(ours, theirs)
    for n, m in _matches(ours.sides, theirs.sides):
        first, second = ours.told[n], theirs.told[m]
        if not _given_by_both(first.side, second.side, ours.sides, theirs.sides):
            kind = _class(first, second)
            if kind:
                yield _pair(first, second, kind)


# --- the same amount at another rate --------------------------------------------------------------


def _conversions(ours: _Article, theirs: _Article) -> Iterable[_Pair]:
    """The same amount in one currency with different amounts in another, whatever it is for."""
    for first in ours.told:
        if not first.figure.equivalents:
            continue
        for second in theirs.told:
            values = second.figure.equivalents and _converted(first, second)
            if values:
                yield _Pair(first, second, "conversion", values)


def _converted(first: _Told, second: _Told) -> tuple[DiscrepancyValue, DiscrepancyValue] | None:
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


def _pair(first: _Told, second: _Told, kind: DiscrepancyClass) -> _Pair:
    one, other = (
        DiscrepancyValue(told.figure.id, told.figure.value, told.figure.unit)
        for told in (first, second)
    )
    return _Pair(first, second, kind, (one, other))


@lru_cache(maxsize=50_000)
def _matches(ours: tuple[Side, ...], theirs: tuple[Side, ...]) -> tuple[tuple[int, int], ...]:
    """The places of figures that are each the other's closest, and close enough."""
    scores: dict[tuple[int, int], float] = {}
    for n, first in enumerate(ours):
        for m, second in enumerate(theirs):
            if first.figure.kind == second.figure.kind and first.figure.unit == second.figure.unit:
                score = likeness(first, second)
                if score > 0:
                    scores[n, m] = score
    best_of_ours: dict[int, float] = {}
    best_of_theirs: dict[int, float] = {}
    for (n, m), score in scores.items():
        best_of_ours[n] = max(score, best_of_ours.get(n, 0.0))
        best_of_theirs[m] = max(score, best_of_theirs.get(m, 0.0))
    return tuple(
        (n, m)
        for (n, m), score in scores.items()
        if score >= best_of_ours[n] and score >= best_of_theirs[m]
    )


def _given_by_both(first: Side, second: Side, ours: Iterable[Side], theirs: Iterable[Side]) -> bool:
    """Whether either article gives the other's value as well, so that the two do not differ."""
    return any(_same(second, side) for side in ours) or any(_same(first, side) for side in theirs)


def _same(one: Side, other: Side) -> bool:
    if one.figure.kind != other.figure.kind:
        return False
    if one.figure.kind == "people" and one.figure.about != other.figure.about:
        return False
    return any(one.amounts.get(unit) == value for unit, value in other.amounts.items())


def _class(first: _Told, second: _Told) -> DiscrepancyClass | None:
    """What sets two figures for the same thing apart; None where they agree."""
    older, newer = first.figure, second.figure
    if older.value == newer.value and older.value_max == newer.value_max:
        return None
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


def _yearly_shares(articles: Sequence[_Article]) -> Iterable[_Pair]:
    """A year's payment in one article, and the whole of it over years that the story tells of."""
    told = {years for article in articles for side in article.sides for years in _over_years(side)}
    rates = [any(map(_is_yearly, article.sides)) for article in articles] if told else []
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


# --- one discrepancy for all articles that share it -----------------------------------------------


def _merged(pairs: Iterable[_Pair]) -> Iterable[Discrepancy]:
    """A pair goes to the first group that has a figure of it; conversions go with conversions."""
    groups: list[list[_Pair]] = []
    of_figure: dict[tuple[bool, int], int] = {}
    for pair in pairs:
        keys = [(pair.kind == "conversion", told.figure.id) for told in (pair.first, pair.second)]
        at = min((of_figure[key] for key in keys if key in of_figure), default=len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(pair)
        for key in keys:
            of_figure[key] = min(at, of_figure.get(key, at))
    return [_discrepancy(group) for group in groups]


def _discrepancy(group: list[_Pair]) -> Discrepancy:
    """The values of a group, oldest first: each outlet's, and each value of it, once."""
    sides: dict[int, tuple[StoredFigure, DiscrepancyValue]] = {}
    for pair in group:
        for told, value in zip((pair.first, pair.second), pair.values, strict=True):
            sides.setdefault(told.figure.id, (told.figure, value))
    kept: dict[tuple[str | int, float], DiscrepancyValue] = {}
    for figure, value in sorted(sides.values(), key=lambda entry: _age(entry[0])):
        kept.setdefault((figure.outlet or figure.article_id, value.value), value)
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
    first, second = group[0].first.side, group[0].second.side
    phrases = [
        (_shared(side, other), -len(side.figure.about), side.figure.about)
        for side, other in ((first, second), (second, first))
        if side.figure.about
    ]
    return max(phrases)[-1] if phrases else figure.as_written or figure.unit


def _where(pair: _Pair) -> list[str]:
    """The first name that both sides have, as the first writes it: where, or whose."""
    shared = pair.first.side.names & pair.second.side.names
    first, second = pair.first.side.gist
    named = (match for match in _NAMED.finditer(f"{first} {second}"))
    return [match[0] for match in named if form(match[0].split()[-1]) in shared][:1]


def _shared(side: Side, other: Side) -> float:
    """The share of the words of what a figure is about that the other side has too."""
    about = telling_stems(words(side.figure.about or ""))
    return len(about & other.near) / max(1, len(about))
