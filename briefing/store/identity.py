"""Which stored article an incoming text is: the same, an edit of it, or another one."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

from briefing.model import Item
from briefing.text import fold

SHINGLE = 3
"""Words in a row that are compared: single words recur in any two texts of one language."""

MIN_OVERLAP = 0.2
"""Share of the shorter text's shingles that an edit keeps. Edits of news keep nearly all; texts
that have nothing to do with each other share under 0.05."""

Verdict = Literal["new", "same", "edited"]


@dataclass(frozen=True, slots=True)
class Stored:
    """What telling texts apart needs of a stored article.

    ``keyed``: it has the item's own key or address, not just its words.
    """

    id: int
    fingerprint: str
    outlet: str | None
    title: str
    text: str
    keyed: bool


def fingerprint(title: str, text: str) -> str:
    """A name for exactly these words: 32 hexadecimal digits."""
    return hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:32]


def identify(item: Item, candidates: Sequence[Stored]) -> tuple[Verdict, int | None]:
    """Tell what ``item`` is to the stored articles that share its key, address or words.

    A key alone is no proof: dumps number their rows from one, and a file is overwritten with
    another text. So an edit must keep its title or a good part of its words; else the text is a
    new article, and nothing is lost. A text without a key of its own is the same article where
    words and outlet are the same.
    """
    mark = fingerprint(item.title, item.text)
    for stored in candidates:
        if stored.fingerprint == mark and (stored.keyed or _same_outlet(item, stored)):
            return "same", stored.id
    keyed = [stored for stored in candidates if stored.keyed]
    scored = [(_likeness(item, stored), stored) for stored in keyed]
    likeness, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best is not None and likeness >= MIN_OVERLAP:
        return "edited", best.id
    return "new", None


SKETCH = 64
"""Shingles of a pruned text by which a later version of it is known: those of the least hashes."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What is kept of an article that was pruned: enough to know it by, and none of its words.

    ``title_mark`` is of its folded title; ``sketch`` holds hashes of some of its shingles.
    """

    fingerprint: str
    outlet: str | None
    title_mark: str
    sketch: frozenset[int]
    keyed: bool


def title_mark(title: str) -> str:
    """A name for a title, whatever its case and accents."""
    return hashlib.sha256(fold(title).encode()).hexdigest()[:32]


def sketch(title: str, text: str) -> list[int]:
    """A sample of the text's shingles, as 32-bit hashes, the least (Broder's bottom-k sketch)."""
    return sorted(_hashes(title, text))[:SKETCH]


def is_pruned(item: Item, candidates: Sequence[Pruned]) -> bool:
    """Whether an incoming item is one of these again, or an edit of it, as ``identify`` has it."""
    mark = fingerprint(item.title, item.text)
    for one in candidates:
        if one.fingerprint == mark and (one.keyed or _same_outlet(item, one)):
            return True
    keyed = [one for one in candidates if one.keyed]
    if not item.title_made and any(one.title_mark == title_mark(item.title) for one in keyed):
        return True
    mine = _hashes(item.title, item.text) if keyed else set()
    return any(len(one.sketch & mine) >= MIN_OVERLAP * len(one.sketch) for one in keyed)


def _hashes(title: str, text: str) -> set[int]:
    return {crc32(" ".join(words).encode()) for words in _shingles(f"{title} {text}")}


def _same_outlet(item: Item, stored: Stored | Pruned) -> bool:
    return item.external_id is None and fold(item.outlet or "") == fold(stored.outlet or "")


def _likeness(item: Item, stored: Stored) -> float:
    if not item.title_made and fold(item.title) == fold(stored.title):
        return 1.0
    mine, theirs = (_shingles(f"{x.title} {x.text}") for x in (item, stored))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    last = max(1, len(words) - SHINGLE + 1)
    return {tuple(words[i : i + SHINGLE]) for i in range(last)}
