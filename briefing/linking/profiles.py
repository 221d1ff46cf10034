"""What a story says, summed up: by this stories are compared, and no article is looked at twice.

An article alone is a story of one. Profiles add up, so a story's is kept beside it and grows by
an addition, however many articles it has.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter

from briefing.linking.headlines import plain_title
from briefing.linking.vectors import Vector, dot, position, total, unit
from briefing.linking.words import idf, stems
from briefing.model import Lead

LEAD_WORDS = 60
"""Words of the text that are looked at. Measured on full articles: more of them add nothing."""

MOST_TELLING = 4.5
"""No word counts as more telling than this ``idf``, that of one in 90 articles. A place of which
nothing was written before is not what happened there."""

EVENNESS = 2.25
"""A word of an article weighs at most this many times what it would if all its words weighed alike:
two leads are not one event for a word or two. In a title, where a word is a tenth of all, this
changes nothing."""

MOST_WORDS = 400
"""Words kept in a profile, the heaviest: what a story of 300 articles says is in fewer."""


_UNIT = 10_000
"""Weights are kept in ten thousandths."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The sum of what a story's articles say.

    ``words`` is the sum of the articles' vectors over title and lead, each of length 1 before its
    heaviest words are cut to ``EVENNESS``. ``length`` is its squared length, also of what was left
    out as light or cut from an article: what hangs on one word is never very like anything.
    ``numbers`` says how many articles hold each number in title or lead. ``first`` and ``last`` are
    the span in days since 1970, None where no article has a date.
    """

    articles: int
    words: Vector
    length: float
    numbers: Mapping[str, int]
    first: float | None
    last: float | None

    def __add__(self, other: "Profile") -> "Profile":
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        return Profile(
            articles=self.articles + other.articles,
            words=_heaviest(total((self.words, other.words))),
            length=self.length + other.length + 2 * dot(self.words, other.words),
            numbers=_counted(self.numbers, other.numbers),
            first=min(days, default=None),
            last=max(days, default=None),
        )

    def without(self, part: "Profile") -> "Profile":
        """The profile as it is without an article of it; the span is left as it is."""
        less = total((self.words, {word: -value for word, value in part.words.items()}))
        words = {word: value for word, value in less.items() if value > 0.001}
        return replace(
            self,
            articles=self.articles - part.articles,
            words=words,
            length=max(0.0, self.length - part.length - 2 * dot(words, part.words)),
            numbers=_counted(self.numbers, part.numbers, -1),
        )

    def spanning(self, published: Iterable[str | None]) -> "Profile":
        """The profile with the span of articles published on these days or at these instants."""
        days = [day for day in map(_day, published) if day is not None]
        return replace(self, first=min(days, default=None), last=max(days, default=None))


@lru_cache(maxsize=2_000)
def profile(lead: Lead) -> Profile:
    """The profile of an article alone. Those of the last articles are asked for again and again."""
    title, rest = lead_stems(lead)
    counts = Counter(title + rest)
    words = unit({word: (1 + math.log(n)) * _telling(word) for word, n in counts.items()})
    most = EVENNESS / math.sqrt(len(words) or 1)
    words = {word: min(weight, most) for word, weight in words.items()}
    day = _day(lead.published)
    return Profile(
        articles=1,
        words=words,
        length=1.0 if words else 0.0,
        numbers={word: 1 for word in counts if word[0].isdigit()},
        first=day,
        last=day,
    )


def _counted(one: Mapping[str, int], other: Mapping[str, int], times: int = 1) -> Mapping[str, int]:
    counts = dict(one)
    for number, count in other.items():
        counts[number] = counts.get(number, 0) + count * times
    return {number: count for number, count in counts.items() if count > 0}


def _telling(stemmed: str) -> float:
    return min(idf(stemmed), MOST_TELLING)


def as_text(kept: Profile) -> str:
    """The profile as a store keeps it."""
    words = {word: round(value * _UNIT) for word, value in kept.words.items()}
    values = [kept.articles, words, kept.length, kept.numbers, kept.first, kept.last]
    return json.dumps(values, separators=(",", ":"))


@lru_cache(maxsize=5_000)
def from_text(text: str) -> Profile:
    """The profile that ``as_text`` made this of."""
    articles, words, length, numbers, first, last = json.loads(text)
    words = {word: value / _UNIT for word, value in words.items()}
    return Profile(articles, words, length, numbers, first, last)


@lru_cache(maxsize=100)
def lead_stems(lead: Lead) -> tuple[list[str], list[str]]:
    """The stems of title and lead, the lead without the title where it only says it again."""
    title = stems(plain_title(lead))
    # A word of text may make two stems or none, so a few more are taken than are kept.
    rest = stems(" ".join(lead.lead.split()[: LEAD_WORDS * 2 + len(title)]))
    at = position(title, rest)
    if at is not None:
        rest = rest[:at] + rest[at + len(title) :]
    return title, rest[:LEAD_WORDS]


def _heaviest(vector: Vector) -> Vector:
    if len(vector) <= MOST_WORDS:
        return vector
    kept = sorted(vector.items(), key=itemgetter(1), reverse=True)
    return dict(kept[:MOST_WORDS])


def _day(published: str | None) -> float | None:
    """Days since 1970; a bare day stands for its noon."""
    if published is None:
        return None
    moment = datetime.fromisoformat(f"{published}T12:00" if len(published) == 10 else published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() / 86_400
