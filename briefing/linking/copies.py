"""Which articles of a story are one text that several outlets ran, be it cut or edited a little."""

from array import array
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from briefing.linking.words import words
from briefing.model import Sketched

SHINGLE = 4
"""Words of a shingle."""

CONTAINED = 0.5
"""The least share of the shorter text's shingles that stand in the longer. Measured on syndicated
articles: copies, cut ones too, are above it, other reports of the same event under 0.38."""

SKETCHED = 256
"""Shingles that a sketch keeps, those of the least hashes (Broder's bottom-k sketch). Of a shorter
text it keeps all; of longer ones the share is known to within 0.04."""

LEAST = 16
"""The shingles of a sketch that are needed to say anything: fewer are a title, or a stock line."""


def sketch(text: str) -> bytes:
    """Hashes of some of the text's shingles, 32 bits each, the least first."""
    found = words(text)
    runs = {
        crc32(" ".join(found[at : at + SHINGLE]).encode()) for at in range(len(found) - SHINGLE + 1)
    }
    return array("I", sorted(runs)[:SKETCHED]).tobytes()


def copies(articles: Iterable[Sketched]) -> dict[int, int]:
    """Which article each copy is folded under, by their ids.

    That is the earliest that another outlet ran, the longest of one moment; it is no copy itself.
    What came in first makes no difference.
    """
    order = sorted(
        articles, key=lambda a: (a.published is None, a.published or "", -a.words, a.mark)
    )
    found: dict[int, int] = {}
    firsts: list[Sketched] = []
    holding: dict[int, list[int]] = {}
    for article in order:
        hashes = _hashes(article.sketch)
        shared = Counter(first for one in hashes for first in holding.get(one, ()))
        original = next(
            (
                firsts[n]
                for n in sorted(shared)
                if shared[n] >= LEAST * CONTAINED
                and firsts[n].outlet_id != article.outlet_id
                and contained(firsts[n].sketch, article.sketch) >= CONTAINED
            ),
            None,
        )
        if original:
            found[article.article_id] = original.article_id
            continue
        for one in hashes:
            holding.setdefault(one, []).append(len(firsts))
        firsts.append(article)
    return found


def _age(article: Sketched) -> tuple[bool, str, int, str]:
    return article.published is None, article.published or "", -article.words, article.mark


@lru_cache(maxsize=50_000)
def contained(one: bytes, other: bytes) -> float:
    """About what share of the shorter text's shingles stand in the longer, by their sketches."""
    ours, theirs = _hashes(one), _hashes(other)
    full = [some for some in (ours, theirs) if len(some) == SKETCHED]
    # Below the greatest hash of a full sketch all are known, beyond it none.
    most = min((max(some) for some in full), default=None)
    if most is not None:
        ours, theirs = (frozenset(h for h in some if h <= most) for some in (ours, theirs))
    fewest = min(len(ours), len(theirs))
    return len(ours & theirs) / fewest if fewest >= LEAST else 0.0


@lru_cache(maxsize=2_000)
def _hashes(kept: bytes) -> frozenset[int]:
    return frozenset(array("I", kept))
