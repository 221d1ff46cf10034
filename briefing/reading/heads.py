"""Which of the names in a few words is the one that speaks: the grammatical head among them.

In "a spokesman for Mira Talan" nobody who is named speaks, in "Talan's lawyer, Oren Hask" it is
Hask. There is no parser here: titles, prepositions, possessives and commas decide, which is
enough for the short noun phrases that attribute quotes.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from briefing.kinds import Span
from briefing.reading.candidates import BEHIND_NAMES
from briefing.reading.wordlist import wordlist

Who = TypeVar("Who")

PREPOSITIONS = wordlist(
    """of for at in on with from to by near against inside within about via under over into like
    between among behind after before during than per around across through without toward towards
    regarding concerning including alongside"""
)

# What may stand before a name only where the name is not the head.
_BARRIERS = PREPOSITIONS | wordlist("who whom whose which that where when not neither nor")

# "minister of defence Mira Talan": the name behind "of" is still the head of such an office.
_OFFICE_OF = re.compile(
    r"\b(?:minister|secretary|head|chief|director|chair(?:man|woman)?|president|governor|leader"
    r"|commander|member|deputy|professor|attorney|ambassador|superintendent|commissioner|inspector)\s+(?:of|for|to)\s+(?P<what>[^,]+)\Z",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:president|minister|secretary|senator|sen|governor|gov|rep|mr|mrs|ms|dr|mayor|gen|general"
    r"|chancellor|nominee|candidate|king|queen|prince|princess|pope|judge|justice|premier|leader"
    r"|director|chief|adviser|aide|lawyer|the|a|an|his|her|their)\b",
    re.IGNORECASE,
)
# "a statement from Mira Talan": what is written or said speaks for whoever it is from.
_STATEMENT = (
    r"statements?|letters?|tweets?|posts?|messages?|memos?|e-?mails?|speech|speeches|interviews?"
    r"|testimony|remarks?|articles?|books?|reports?|stud(?:y|ies)|stor(?:y|ies)|accounts?|words?"
    r"|comments?|releases?|essays?|columns?|analys[ei]s|surveys?|polls?|data|figures|estimates?"
    r"|website|bulletins?|announcements?|filings?|documents?|briefings?|lawsuit|complaint"
)
_STATEMENT_FROM = re.compile(
    rf"\b(?:{_STATEMENT})\b[^,]*\b(?:from|by|with)\s+(?:the\s+)?\Z", re.IGNORECASE
)
# Whoever got hold of a letter did not write it.
_HANDED_ON = re.compile(
    r"\b(?:obtained|seen|reviewed|published|cited|released|viewed|leaked|shared|read|posted|reported)"
    r" by (?:the )?\Z"
)
_OWN_STATEMENT = re.compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,3}}?(?:{_STATEMENT})\b", re.IGNORECASE)

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_POSSESSIVE = re.compile(r"[’']s\b|[’'](?=\s)")
# What may follow a name that is the head: nothing, a mark, a number, or a word that adds no noun.
_FREE = re.compile(
    r"(?!-\w)\s*(?:\Z|[^\w\s’']|\d|(?:"
    + "|".join(sorted(BEHIND_NAMES))
    + r")\b|(?:himself|herself|itself|themselves|then|also|later|too|only|alone"
    r"|today|still|have|has|had|is|was|were|and|or|as|but|when|while"
    + "".join(f"|{word}" for word in sorted(_BARRIERS))
    + r")\b)",
    re.IGNORECASE,
)
_AND = re.compile(r"[,\s]*(?:\band\b|\bor\b|\bnor\b|&|\bas well as\b|\balong with\b)\s*")
_OF_A_PLACE = re.compile(
    r"\s+of\s+(?:[A-ZÀ-Þ][\w.’'-]*\s*)+|\s*\([^)]{1,40}\)|\s?,\s[^,;:]{1,80},(?=\s+(?:and|or)\b)"
)
_LIST_COMMA = re.compile(r"\s*,\s*\Z")
# "Mira Talan (Karsk), Senator Oren Hask and …": only titles stand between two of a list.
_TITLED_IN_LIST = re.compile(r"\s*(?:,?\s*\([^)]{1,40}\)\s*)?,\s*(?:[A-Z][\w.’'-]*\s+)*\Z")


def heads(
    text: str, span: Span, mentions: Sequence[tuple[int, int, Who]]
) -> tuple[list[Who], bool]:
    """Who of those mentioned in ``text[span]`` is its head, and whether others speak beside them.

    ``mentions`` are ``(start, end, who)`` within the span, in order, without overlaps. More than
    one head means that they speak together; no head, that none of those mentioned speaks.
    """
    found: list[Who] = []
    gap_start = span[0]
    last_end = span[0]
    for start, end, who in mentions:
        gap, after = text[gap_start:start], text[end : span[1]]
        joined = _is_joined(gap, after) and not _POSSESSIVE.match(after) if found else _leads(gap)
        if joined and _stands_free(after):
            found.append(who)
            last_end = end
        if joined or not found:
            gap_start = end
    several = len(found) > 1 or bool(found and _and_behind(text[last_end : span[1]]))
    return found, several


def _and_behind(after: str) -> bool:
    """Whether others follow a name, its place or party aside."""
    place = _OF_A_PLACE.match(after)
    return bool(_AND.match(after, place.end() if place else 0))


def _leads(gap: str) -> bool:
    """Whether a name behind these words can be the head: only titles and modifiers stand there."""
    if _STATEMENT_FROM.search(gap):
        return not _HANDED_ON.search(gap)
    near = gap.rpartition(",")[2]
    words = _WORD.findall(near.lower())
    if "," in gap and not words:
        return True
    if _AND.search(near) and not _AND.split(near)[-1].strip():
        return False
    barred = any(w in _BARRIERS or (w.endswith("ing") and w != words[0]) for w in words)
    if not barred:
        return True
    office = _OFFICE_OF.search(near)
    return bool(office and office["what"].strip() and not _TITLE.search(office["what"]))


def _is_joined(gap: str, after: str) -> bool:
    """Whether a name between these words speaks together with the one before them."""
    if _LIST_COMMA.fullmatch(gap) or (_TITLED_IN_LIST.fullmatch(gap) and _and_behind(after)):
        return True
    place = _OF_A_PLACE.match(gap)
    joint = _AND.match(gap, place.end() if place else 0)
    return bool(joint and _leads(gap[joint.end() :]))


def _stands_free(after: str) -> bool:
    """Whether a name before these words is no mere modifier of a noun among them."""
    if _OWN_STATEMENT.match(after):
        return True
    possessive = _POSSESSIVE.match(after)
    if possessive:
        return not after[possessive.end() :].strip(" ,.")
    return bool(_FREE.match(after))
