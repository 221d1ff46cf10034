"""Who and what stands where round a figure: what it is a figure of, to whom, for what."""

import re

from briefing.linking.named import form
from briefing.linking.telling import telling_stems
from briefing.linking.words import words

_HEDGES = (
    r"(?:(?:about|around|some|nearly|almost|over|more than|less than|up to|at least|only|just|under"
    r"|roughly|approximately|a|an|the|additional|record|total) )*"
)
_HEAD = re.compile(rf"\b([a-z-]+) of {_HEDGES}\Z")
_NEXT = r"(?:to|for|from|against|of|on|in|at|by|with|after|before|that|which|when|as)\b"
_SLOT = re.compile(
    r"(?:(?:\A|\b)(?P<link>to|for|from|against|of|on)\s+|\A\s*(?:in )?)"
    rf"(?P<words>(?:(?!{_NEXT})[\w’'-]+ ?){{1,4}})"
)
_ONLY_TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|\d+)\b",
    re.IGNORECASE,
)
_NARROWER = frozenset(
    """youth core net gross operating female male real nominal rural urban pre-tax seasonally
    annualised annualized quarterly monthly daily weekly average median partial initial""".split()
)
_NAMED = r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
_JOINED = re.compile(
    rf"\b(?:[Tt]he )?({_NAMED}(?:, (?:the )?{_NAMED})*),? and (?:the )?({_NAMED})\b"
)
_PLACES = re.compile(
    rf"\b(?:in|at) (?:the )?({_NAMED})(?:, {_NAMED})?,? and (?:in |at )?(?:the )?({_NAMED})\b"
)


def head_of(before: str) -> frozenset[str]:
    """The noun of which the figure is an amount: "a fine of", "a turnout of about"."""
    head = _HEAD.search(before)
    return telling_stems([head[1]]) if head else frozenset()


def slots(behind: str) -> dict[str, tuple[str, ...]]:
    """What follows each preposition behind a figure, as stems: to whom, for what, against whom.

    What stands right behind it ("$4 million in small-business loans") has the key "".
    """
    found: dict[str, tuple[str, ...]] = {}
    for slot in _SLOT.finditer(behind):
        filled = _stems_in_order(_ONLY_TIME.sub(" ", slot["words"]))
        if filled:
            found.setdefault(slot["link"] or "", filled)
    return found


def _stems_in_order(text: str) -> tuple[str, ...]:
    return tuple(stem for word in words(text) for stem in telling_stems([word]))


def are_other_things(
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    our_sentence: frozenset[str],
    their_sentence: frozenset[str],
) -> bool:
    """Whether two fillings of one slot name other things: hospitals, schools; old and new wells.

    A word that the other sentence has elsewhere sets nothing apart.
    """
    if not set(ours) & set(theirs):
        return not (set(ours) & their_sentence or set(theirs) & our_sentence)
    if ours[-1] != theirs[-1]:
        return False
    return bool(set(ours) - their_sentence) and bool(set(theirs) - our_sentence)


def narrower(found: frozenset[str]) -> frozenset[str]:
    """Words that make a measure a narrower one: youth unemployment is not unemployment."""
    return found & _NARROWER


def givers(before: str) -> frozenset[str]:
    """The names joined by "and" before a figure, where several give, lose or do it together."""
    joined = _JOINED.search(before)
    if not joined:
        return frozenset()
    first = re.split(r", (?:the )?", joined[1])
    return frozenset(form(name.split()[-1]) for name in [*first, joined[2]])


def places(behind: str) -> frozenset[str]:
    """The places joined by "and" behind a number of people ("in El Oro, Tarn, and Karsk")."""
    joined = _PLACES.search(behind)
    return frozenset(form(name.split()[-1]) for name in joined.groups()) if joined else frozenset()
