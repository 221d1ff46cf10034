"""One statement in several articles: the same words, but for cuts, marks and small edits.

Paraphrases are no statement. Quotes are compared within a story, where they are few, so that no
keys have to be kept to look them up by.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from briefing.linking.words import idf, stem, words

SHINGLE = 4
"""Words of a shingle. Shared shingles of four tell copies from other reports of the same event."""

CONTAINED = 0.5
"""The least share of the shorter one's shingles that stand in the longer, between long quotes.
Measured on syndicated articles: copies, cut ones too, are above it, other reports under 0.38."""

LONG = 12
"""The words from which a quote is long. In a short one a changed word spoils too many shingles."""

ALIGNED = 0.8
"""The least share of a short quote's words that stand in the same order in the other."""

TELLING = 1.0
"""The ``idf`` from which a word of a short quote may not differ ("win" for "lose"). Words below it
stand in more than a third of all articles."""

LEAST = 3
"""The words from which a quote can be a statement; so short, only if the speaker is the same."""

WEIGHTY = 6.0
"""The least summed ``idf`` of a short quote that is found within a longer one. Less is a phrase
that anyone may use ("we are going to")."""

_INSERTED = re.compile(r"\[[^\]]*\]")
_LEADING = frozenset(["that", "how", "whether"])
_NEGATIONS = frozenset(["not", "no", "never", "nothing", "nobody", "none", "without", "cannot"])

Words = tuple[str, ...]


@lru_cache(maxsize=200_000)
def same_words(a: str, b: str) -> bool:
    """Whether two quotes say one thing in the same words.

    One may be a cut of the other, and a small word may differ. Quotes of three words have to be
    equal, shorter ones are never the same. Who said them is not looked at.
    """
    short, long = sorted((_words(a), _words(b)), key=len)
    if len(short) < LEAST:
        return False
    if short == long:
        return True
    if len(short) >= LONG:
        return _contained(short, long)
    return len(short) > LEAST and _aligned(short, long)


def group_statements(
    quotes: Sequence[tuple[int, int, str]], speakers: Mapping[int, int | None] | None = None
) -> list[list[int]]:
    """The ids of the quotes of each statement that two articles or more carry, in the given order.

    ``quotes`` are of one story: a quote's id, its article's and its text. ``speakers`` are people's
    ids by quote; without them, quotes of three words are left out.
    """
    place = {quote_id: number for number, (quote_id, _, _) in enumerate(quotes)}
    article_of = {quote_id: article_id for quote_id, article_id, _ in quotes}
    groups = _Groups(speakers or {})
    # The longest first, so that each cut of it meets it.
    for quote_id, _, text in sorted(quotes, key=lambda quote: -len(_words(quote[2]))):
        groups.add(quote_id, text)
    found = [sorted(group, key=place.__getitem__) for group in groups.members]
    carried = [group for group in found if len({article_of[quote] for quote in group}) > 1]
    return sorted(carried, key=lambda group: place[group[0]])


def longest(texts: Sequence[str]) -> str:
    """The text with the most words, the first of several as long; "" of none."""
    return max(texts, key=lambda text: len(_words(text)), default="")


class _Groups:
    """Quotes put together one by one, found through the three words in a row that they share."""

    def __init__(self, speakers: Mapping[int, int | None]) -> None:
        self.members: list[list[int]] = []
        self._first: list[tuple[int, str]] = []
        self._by_triple: dict[Words, set[int]] = {}
        self._speakers = speakers

    def add(self, quote_id: int, text: str) -> None:
        """Put a quote into the group it is the same as, or into one of its own."""
        triples = set(_runs(_words(text), LEAST))
        shared = Counter(group for triple in triples for group in self._by_triple.get(triple, ()))
        for group in sorted(shared, key=lambda group: (-shared[group], group)):
            if self._fits(quote_id, text, group):
                self.members[group].append(quote_id)
                return
        for triple in triples:
            self._by_triple.setdefault(triple, set()).add(len(self.members))
        self.members.append([quote_id])
        self._first.append((quote_id, text))

    def _fits(self, quote_id: int, text: str, group: int) -> bool:
        first_id, first = self._first[group]
        if len(_words(text)) == LEAST:
            speaker = self._speakers.get(quote_id)
            if speaker is None or speaker != self._speakers.get(first_id):
                return False
        return same_words(text, first)


@lru_cache(maxsize=20_000)
def _words(text: str) -> Words:
    found = words(_INSERTED.sub(" ", text))
    return tuple(found[1:] if found and found[0] in _LEADING else found)


def _runs(found: Words, length: int) -> list[Words]:
    return [found[at : at + length] for at in range(len(found) - length + 1)]


def _contained(short: Words, long: Words) -> bool:
    shingles = set(_runs(short, SHINGLE))
    return len(shingles & set(_runs(long, SHINGLE))) / len(shingles) >= CONTAINED


def _aligned(short: Words, long: Words) -> bool:
    """Whether the words of the shorter come in order within one stretch of the longer."""
    weights = [idf(stem(word)) for word in short]
    if len(long) > len(short) + 2 and sum(weights) < WEIGHTY:
        return False
    stretch = len(short) + 2
    starts = range(max(1, len(long) - stretch + 1))
    return any(_agree(short, long[at : at + stretch]) for at in starts)


def _agree(short: Words, part: Words) -> bool:
    if LCSseq.similarity(short, part) < ALIGNED * len(short):
        return False
    missing = (Counter(short) - Counter(part)).keys()
    if any(idf(stem(word)) > TELLING for word in missing):
        return False
    return _negations(short) == _negations(part)


def _negations(found: Words) -> int:
    return sum(word in _NEGATIONS or word.endswith("n't") for word in found)
