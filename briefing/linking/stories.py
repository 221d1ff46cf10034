"""Which story an article belongs to, and which stories are one.

Everything is decided between two profiles: an article alone is a story of one. What decides is a
logistic model over a few traits of the pair; see ``Weights``.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.linking.profiles import Profile, lead_stems
from briefing.linking.vectors import dot
from briefing.linking.words import idf, stem, words
from briefing.model import Lead

SOFT_DAYS = 3.0
"""Days apart from which a story is the less likely the same."""

WINDOW_DAYS = 7.0
"""Stories this far apart are not one, whatever their words."""

MOVING = 1.0
"""How much larger the log odds of another story must be for an article to go over to it."""

MOST_MERGES = 5
"""Stories that one article may bring together."""

MOST_LOOKED_AT = 5
"""Articles of other stories that are looked at again for a new one, those most like it."""

FEW = 1
"""Two events of one week may well have this many people in common."""

FELLOWS = 0.6
"""How much likelier each person beyond ``FEW`` makes one story, however few words both share."""

TELLING = 1.5
"""The least ``idf`` of a word that counts as shared: one that at most 22 of 100 articles hold."""

LEAST_SHARED = 5.0
"""The least shared ``idf``: about one rare word, or two that are not. Stock titles share less."""


def query_words(lead: Lead, limit: int = 12) -> dict[str, float]:
    """The words of ``lead`` by which to look for articles of its story, and what each weighs.

    They are folded but whole, for an index that stems by itself. A word of the title, or one that
    comes back, is chosen before another as rare.
    """
    title, rest = lead_stems(lead)
    counts = Counter(rest)
    for word in title:
        counts[word] += 2
    whole: dict[str, str] = {}
    for word in words(f"{lead.title} {lead.lead}"):
        whole.setdefault(stem(word), word)
    ranked = sorted(counts, key=lambda word: idf(word) * (1 + 0.15 * min(counts[word], 6)))
    chosen = [word for word in reversed(ranked) if len(word) > 1][:limit]
    return {whole[word]: idf(word) for word in chosen}


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the logistic model that says whether two profiles are one story.

    ``alike`` is of the cosine between the two, ``smaller`` of the logarithm of the articles of the
    smaller: two that have grown apart are less likely one than an article and a story.
    ``days_beyond`` is of the days between them beyond ``SOFT_DAYS``, ``undated`` of one that has no
    date, ``numbers`` of a number that both tell.
    """

    bias: float = -2.45
    alike: float = 10.0
    smaller: float = -0.65
    days_beyond: float = -0.7
    undated: float = -0.9
    numbers: float = 0.4


# Chosen by BCubed F1 over whole streams of labelled news (``briefing.training.stories``): 150 full
# articles among 3,000 others of eight years, the same pressed into one week, 2,844 headlines of
# three days, 770 snippets without dates, and the demo edition, which says so much of three invented
# countries; where they disagree, for precision. Names and places that differ, lengths of text, gaps
# under three days, the mean over all pairs, how near other stories are and how many of them share a
# word did no better.
WEIGHTS = Weights()


def choose(
    own: Profile,
    candidates: Mapping[int, Profile],
    weights: Weights = WEIGHTS,
    shared: Mapping[int, int] = MappingProxyType({}),
) -> tuple[int, float] | None:
    """The candidate that is likeliest one story with ``own``, and the log odds that it is.

    ``shared`` is how many people of whole names both name. None where none is likelier than not.
    """
    best: tuple[int, float] | None = None
    for key, other in candidates.items():
        likely = odds(own, other, weights)
        likely += FELLOWS * max(0, shared.get(key, 0) - FEW)
        if likely > (best[1] if best else 0.0):
            best = key, likely
    return best


def odds(one: Profile, other: Profile, weights: Weights = WEIGHTS) -> float:
    """How likely it is that two are one story, as log odds; minus infinity where they cannot be."""
    gap = _gap(one, other)
    alike = cosine(one, other)
    if (gap is not None and gap > WINDOW_DAYS) or not alike or not _shares_enough(one, other):
        return -math.inf
    return (
        weights.bias
        + weights.alike * alike
        + weights.smaller * math.log(min(one.articles, other.articles))
        + weights.days_beyond * max(0.0, (gap or 0.0) - SOFT_DAYS)
        + weights.undated * (gap is None)
        + weights.numbers * (not one.numbers.keys().isdisjoint(other.numbers))
    )


def cosine(one: Profile, other: Profile) -> float:
    """The likeness of the words of two stories, from 0 to 1."""
    return dot(one.words, other.words) / math.sqrt(one.length * other.length or 1.0)


def _gap(one: Profile, other: Profile) -> float | None:
    """Days between the two, 0 where their spans meet; None where one has no date."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0.0, other.first - one.last, one.first - other.last)


def _shares_enough(one: Profile, other: Profile) -> bool:
    """Whether an article alone shares more than a stock title; larger stories always may."""
    fewer, more = (one, other) if one.articles <= other.articles else (other, one)
    if fewer.articles > 1:
        return True
    telling = (idf(word) for word in fewer.words if word in more.words)
    return sum(value for value in telling if value > TELLING) >= LEAST_SHARED


def belongs(article: Profile, rest: Profile, other: Profile, weights: Weights = WEIGHTS) -> bool:
    """Whether an article is of the ``other`` story rather than with the ``rest`` of its own.

    Only where that is much likelier: what comes late must not stir what reads well.
    """
    there = odds(article, other, weights=weights)
    return there > 0 and there > odds(article, rest, weights=weights) + MOVING
