"""Pairs of figures labelled by hand, as one article each of one story, and how they are judged.

A label is "differs" (the same thing, and the figures cannot both be right or one is older),
"agrees" (the same thing, hedges and rounding respected) or "other" (not the same thing). Pairs that
are ``kept`` are never looked at while the rules are tuned.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from briefing.kinds import Span
from briefing.linking.discrepancies import find_discrepancies
from briefing.model import FoundFigure, StoredFigure
from briefing.reading.figures import find_figures

OWN = Path(__file__).parent / "linking" / "figure_pairs.jsonl"

COUNTED = ("value", "conversion", "update")
"""The classes of a discrepancy that a story counts."""

Label = Literal["differs", "agrees", "other"]


class Told(NamedTuple):
    """An article with the figure of it that is judged."""

    text: str
    day: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures, each in its article, with what a careful reader says of them."""

    one: Told
    other: Told
    label: Label
    kept: bool


class Score(NamedTuple):
    """How many pairs that differ were said to; ``wrong`` are the pairs said to, that do not."""

    right: int
    said: int
    differ: int

    def __str__(self) -> str:
        precision = self.right / self.said if self.said else 1.0
        recall = self.right / self.differ if self.differ else 1.0
        return (
            f"precision {precision:.3f} recall {recall:.3f}"
            f" ({self.right} right of {self.said} said, {self.differ} differ)"
        )


def own_pairs() -> list[Pair]:
    """The pairs out of articles of our own."""
    rows = (json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines())
    return [
        Pair(
            *(
                _told(row[side], row[f"{side}_day"], written)
                for side, written in zip(("one", "other"), row["figures"], strict=True)
            ),
            row["label"],
            row["kept"],
        )
        for row in rows
    ]


def _told(text: str, day: str, written: str) -> Told:
    start = text.index(written)
    return Told(text, day, (start, start + len(written)))


def says_they_differ(pair: Pair) -> bool:
    """Whether the two figures are told as a difference that a story counts."""
    one, other = find_figures(pair.one.text), find_figures(pair.other.text)
    figures = [
        *(stored(found, pair.one, 1, "The Merrin Wire") for found in one),
        *(stored(found, pair.other, 2, "Valdoria Times") for found in other),
    ]
    wanted = {_at(one, 1, pair.one.span), _at(other, 2, pair.other.span)}
    return any(
        wanted <= {value.figure_id for value in found.values}
        for found in find_discrepancies(figures)
        if found.kind in COUNTED
    )


def score(pairs: Iterable[Pair]) -> Score:
    """How well it is told which pairs differ."""
    judged = [(pair.label == "differs", says_they_differ(pair)) for pair in pairs]
    right = sum(differ and said for differ, said in judged)
    return Score(right, sum(said for _, said in judged), sum(differ for differ, _ in judged))


def _at(figures: Iterable[FoundFigure], article: int, span: Span) -> int | None:
    """The id of the figure that touches a span; None where the reading has none there."""
    touching = (f for f in figures if f.start < span[1] and span[0] < f.end)
    return next((_id(article, found) for found in touching), None)


def _id(article: int, found: FoundFigure) -> int:
    return article * 10_000_000 + found.start


def stored(found: FoundFigure, told: Told, article: int, outlet: str) -> StoredFigure:
    """A figure of a text as the store hands it to linking."""
    return StoredFigure(
        id=_id(article, found),
        article_id=article,
        kind=found.kind,
        value=found.value,
        unit=found.unit,
        sentence=told.text[found.sentence[0] : found.sentence[1]],
        value_max=found.value_max,
        hedge=found.hedge,
        equivalents=found.equivalents,
        about=found.about,
        as_written=found.as_written,
        outlet=outlet,
        published=told.day,
    )
