"""The words of a text, and how telling each one is, as stories are linked by them."""

import gzip
import math
import re
from functools import lru_cache
from importlib.resources import files

from briefing.text import fold

_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_NUMBER_COMMA = re.compile(r"(?<=\d),(?=\d{3})")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?(?:\.\d+)?")

_VOWEL = re.compile(r"[aeiouy]")

# British spelling to American. Words that only look so ("promise") change alike on both sides.
_BRITISH_Z = re.compile(r"(?<=\w{4})is(?=(?:ations?|es?|ed|ing)$)")
_BRITISH_OUR = re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|ers?)?$)")
_BRITISH = {
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "programme": "program",
    "centre": "center",
    "theatre": "theater",
    "defences": "defense",
    "programmes": "program",
    "centres": "center",
}


def words(text: str) -> list[str]:
    """The words of ``text`` in order, folded, possessives and commas in numbers gone."""
    text = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), fold(text))
    found = _WORD.findall(_NUMBER_COMMA.sub("", text))
    return [word.removesuffix("'s") for word in found]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word in American spelling, without the endings of plural and tense."""
    if len(word) < 4 or not word.isalpha():
        return word
    word = _BRITISH_OUR.sub("or", _BRITISH_Z.sub("iz", _BRITISH.get(word, word)))
    word = _without_plural(word)
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            return _without_doubling(root)
    return word.removesuffix("e") if len(word) > 4 else word


def stems(text: str) -> list[str]:
    """The stems of the words of ``text``, in order."""
    return [stem(word) for word in words(text)]


@lru_cache(maxsize=50_000)
def idf(stemmed: str) -> float:
    """How telling a stem is: the logarithm of one over its share of the articles counted.

    The counts are of 3,000 dated news articles in English; what fewer than three of them hold
    counts as held by one and a half.
    """
    counts, articles = _frequencies()
    return math.log((articles + 1) / (counts.get(stemmed, 1.5)))


def _without_plural(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


def _without_doubling(root: str) -> str:
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root


@lru_cache(maxsize=1)
def _frequencies() -> tuple[dict[str, int], int]:
    packed = (files("briefing") / "linking" / "frequencies.txt.gz").read_bytes()
    first, *lines = gzip.decompress(packed).decode().splitlines()
    pairs = (line.split() for line in lines)
    return {word: int(count) for word, count in pairs}, int(first)
