"""Lights up in a text what a query was found by."""

import re
from functools import lru_cache

from briefing.kinds import Span
from briefing.store.query import Group, Node, Term, parse


def spans(query: str, text: str) -> list[Span]:
    """The spans of ``text`` that the query's words were found in."""
    pattern = _pattern(query)
    return [m.span() for m in pattern.finditer(text)] if pattern else []


@lru_cache(maxsize=8)
def _pattern(query: str) -> re.Pattern[str] | None:
    """Words that start as the query's do: "promise" lights "promised", as the stems find it."""
    stems = {_stem(word) for word in _wanted(parse(query).node)}
    if not stems:
        return None
    ends = "|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True))
    return re.compile(rf"\b(?:{ends})\w*", re.IGNORECASE)


def _stem(word: str) -> str:
    word = word.lower()
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _wanted(node: Node | None) -> list[str]:
    if isinstance(node, Term):
        return list(node.words) if node.field in (None, "speaker", "about", "role") else []
    if isinstance(node, Group) and node.how != "NOT":
        return [word for part in node.parts for word in _wanted(part)]
    return []
