"""Pairs of figures that differ, put together: one discrepancy for all articles that share it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from briefing.kinds import DiscrepancyClass
from briefing.linking.named import form
from briefing.linking.sides import Side
from briefing.linking.telling import telling_stems
from briefing.linking.words import words
from briefing.model import Discrepancy, DiscrepancyValue, StoredFigure

_NAMED = re.compile(r"(?!The )[A-Z][\w-]*[a-z](?: [A-Z][\w-]+)*")

_GRAVEST: tuple[DiscrepancyClass, ...] = ("conversion", "value", "update", "rounding", "scope")
"""Which class names a group of figures that differ in several ways."""


class Told(NamedTuple):
    """A figure of an article, with the words round it; figures told alike share one ``Side``."""

    figure: StoredFigure
    side: Side


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that differ, the older first, and how."""

    first: Told
    second: Told
    kind: DiscrepancyClass
    values: tuple[DiscrepancyValue, DiscrepancyValue]


def age(figure: StoredFigure) -> tuple[bool, str, int]:
    """What figures are sorted by, the oldest first, those of unknown day last."""
    return figure.published is None, figure.published or "", figure.id


def merged(pairs: Iterable[Pair]) -> Iterable[Discrepancy]:
    """A pair goes to the first group that has a figure of it; conversions go with conversions."""
    groups: list[list[Pair]] = []
    conversions: dict[int, int] = {}
    others: dict[int, int] = {}
    for pair in pairs:
        group_of = conversions if pair.kind == "conversion" else others
        one, other = pair.first.figure.id, pair.second.figure.id
        new = len(groups)
        at = min(group_of.get(one, new), group_of.get(other, new))
        if at == new:
            groups.append([])
        groups[at].append(pair)
        group_of[one] = min(at, group_of.get(one, at))
        group_of[other] = min(at, group_of.get(other, at))
    return [_discrepancy(group) for group in groups]


def _discrepancy(group: list[Pair]) -> Discrepancy:
    """The values of a group, oldest first: each outlet's, and each value of it, once."""
    sides: dict[int, tuple[StoredFigure, DiscrepancyValue]] = {}
    for pair in group:
        for told, value in ((pair.first, pair.values[0]), (pair.second, pair.values[1])):
            if value.figure_id not in sides:
                sides[value.figure_id] = told.figure, value
    kept: dict[tuple[str | int, float], DiscrepancyValue] = {}
    for figure, value in sorted(sides.values(), key=lambda entry: age(entry[0])):
        kept.setdefault((figure.outlet or figure.article_id, value.value), value)
    kind = min((pair.kind for pair in group), key=_GRAVEST.index)
    return Discrepancy(kind, _about(group), tuple(kept.values()))


def _about(group: list[Pair]) -> str:
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


def _where(pair: Pair) -> list[str]:
    """The first name that both sides have, as the first writes it: where, or whose."""
    shared = pair.first.side.names & pair.second.side.names
    first, second = pair.first.side.gist
    named = (match for match in _NAMED.finditer(f"{first} {second}"))
    return [match[0] for match in named if form(match[0].split()[-1]) in shared][:1]


def _shared(side: Side, other: Side) -> float:
    """The share of the words of what a figure is about that the other side has too."""
    about = telling_stems(words(side.figure.about or ""))
    return len(about & other.near) / max(1, len(about))
