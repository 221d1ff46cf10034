"""What the tagger takes for a quote though nobody said it, or not the one it gives it to.

A reported quote must go whose verb only names a topic, or that is no statement but a thing
("praised the plan"); one that is denied or withheld is marked. Who is told something is not who
says it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.layout import Layout
from briefing.reading.wordlist import wordlist

_NOT = re.compile(r"\b(?:not|never|declin\w+|refus\w+|avoid\w*|dodg\w+)\b|n['’]t\b", re.IGNORECASE)
_DENY = re.compile(r"\bden(?:y|ies|ied|ying)\b", re.IGNORECASE)
_TOPIC = re.compile(r"\b(?:discuss|debat)(?:e?s|e?d|ing|e)? [a-z]+ing\b", re.IGNORECASE)
_ALL_THE_SAME = re.compile(r"\b(?:resist|help|hide|only)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|nobody|none|neither|nothing|each|its)\b", re.IGNORECASE)
_DETERMINERS = wordlist("a an the this these those its each such either any what")
_SOMEBODY = wordlist("he she they it")
_TALKERS = wordlist("i you we")

_CLAUSE = re.compile(
    r"(?:that|to|whether|if|how|what|why|when|where|who)\b"
    r"|.*?\b(?:to (?!(?:the|an?|his|her|their|its|our|this|those)\b)[a-z]|that\b|is\b|are\b|was\b"
    r"|were\b|has\b|have\b|had\b|will\b|would\b|can\b|could\b|should\b|may\b|might\b|must\b|does?\b"
    r"|did\b|[a-z]+ing\b|[a-z]{2,}ed\b)|.*?['’](?:s|d|ll|re|ve|t)\b",
    re.IGNORECASE | re.DOTALL,
)
_MOST_NOUNS = 8
"""Most words of what is taken for a thing: longer ones hide a verb that no list knows."""
_TELLING = wordlist(
    """say says said saying tell tells told telling according report reports reported write writes
    wrote tweeted posted read reads reading for shout shouted chant chanted cry cried answer
    answered reply replied promise promises promised pledge pledges pledged call calls called
    calling describe describes described describing demand demands demanded demanding urge urges
    urged urging acknowledge acknowledges acknowledged"""
)
_NAMED_SO = re.compile(r"(?:call|dub|nickname|style)(?:s|ed)?\b")
_ONESELF = re.compile(r"\b(?:it|them|him|her)sel(?:f|ves)\b")
_A_NAME = re.compile(r"[^“\"‘]{0,60}[“\"‘][Tt]he(?:\s[\w’'-]+){1,3}[,.]?[”\"’][,.]?")
_UNNAMED = re.compile(
    r"(?:for )?(?:anonymity|(?:that |for )?(?:his|her|their) names?\b|not to be|to be identified)"
)
_TO_WHOM = r"told|asked|informed|warned|advised|accused|denied|ordered|promised|assured|charged"
_TOLD = re.compile(
    rf"(?:\w+ )?(?:was|were|been|being|be|is|are|got) (?:\w+ )?(?:{_TO_WHOM})\b(?!.*\bby\Z)"
)
_BY = re.compile(r"\b(?:was|were|been|is|are|be|being) .*\bby\Z")
_AS = re.compile(r"\b(?:described|portrayed|billed|depicted|characteri[sz]ed)\Z")
_WHAT = re.compile(r"\b(?:what|which|that|whom)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_FEW = 4
"""Fewest words in marks that the writer is taken to have said: else it is irony."""
_FAR = 6
"""Words between a quote and a name behind it from which on the name belongs to other words."""

_PARTICIPLE = re.compile(r"(?:saying|adding|noting|arguing|telling|calling|warning|insisting)\b")
_WITHIN = re.compile(
    r"\b(?:by|from|of|with|for|to|against|at|in|on|after|over|between|toward)"
    r"(?:\s+(?:an?|the|his|her|their))?\s+\Z"
)
_PAGE = wordlist("advertisement advertising related caption")


def without_unsaid(quotes: Iterable[FoundQuote], layout: Layout) -> list[FoundQuote]:
    """The quotes that are said by somebody, without speakers that cannot be theirs."""
    settled: list[FoundQuote] = []
    for written in quotes:
        quote = _with_right_speaker(written, settled, layout.text)
        nothing = quote.kind == "indirect" and _is_nothing(quote)
        if not (nothing or _is_talk(quote, layout) or _is_a_name(quote, layout.text)):
            settled.append(replace(quote, unsaid=quote.unsaid or _is_denied(quote)))
    return settled


def with_speakers(quotes: Iterable[FoundQuote], text: str) -> tuple[FoundQuote, ...]:
    """The quotes without the reported ones of which nothing tells who speaks ("that say")."""
    return tuple(quote for quote in quotes if not _is_nobodys(quote, text))


def _is_nobodys(quote: FoundQuote, text: str) -> bool:
    if quote.speaker or quote.kind != "indirect":
        return False
    span = quote.speaker_span
    return not span or text[slice(*span)].lower() not in _SOMEBODY


def _is_talk(quote: FoundQuote, layout: Layout) -> bool:
    """Whether "I think" within somebody's words, or the writer's own, is taken for an attribution.

    What stands in the marks is then that somebody's as a whole.
    """
    if not quote.speaker_span or (quote.speaker or "").lower() not in _TALKERS:
        return False
    return bool(layout.inside[quote.speaker_span[0]]) or len(quote.text.split()) < _FEW


def _is_denied(quote: FoundQuote) -> bool:
    """Whether the words are what somebody denies, or does not say."""
    cue = quote.cue or ""
    denied = bool(_NOT.search(cue)) != bool(_DENY.search(cue))
    return quote.kind != "direct" and denied and not _ALL_THE_SAME.search(cue)


def _is_nothing(quote: FoundQuote) -> bool:
    """Whether reported speech has no speaker, or is a thing and no statement."""
    cue = quote.cue or ""
    if cue.startswith("ask") and _UNNAMED.match(quote.text):
        return True
    speaker = (quote.speaker or "").lower()
    if (
        _TOPIC.search(f"{cue} {quote.text}")
        or not speaker
        or speaker in _DETERMINERS
        or _NOBODY.match(speaker)
    ):
        return True
    if _CLAUSE.match(quote.text):
        return False
    words = len(quote.text.split())
    told = not _TELLING.isdisjoint(re.findall("[a-z]+", cue.lower())) or not cue[:1].isalpha()
    return bool(_BY.search(cue)) or (not told and words <= _MOST_NOUNS)


def _is_a_name(quote: FoundQuote, text: str) -> bool:
    """Whether somebody goes by what stands in marks: "Fans call the old stand “the Oven”"."""
    cue = quote.cue or ""
    if quote.kind == "indirect" or not _NAMED_SO.match(cue):
        return False
    between = text[quote.cue_span[1] : quote.start] if quote.cue_span else ""
    oneself = _ONESELF.search(f"{cue} {between}") or _ONESELF.match(quote.text)
    return bool(oneself or (cue in ("call", "dub") and _A_NAME.fullmatch(quote.text)))


def _with_right_speaker(quote: FoundQuote, earlier: Sequence[FoundQuote], text: str) -> FoundQuote:
    """The quote without a speaker who is told it, described in it, or named far behind it."""
    source, cue = quote.speaker_span, quote.cue_span
    if not source or not cue:
        return quote
    if _is_told(quote, source, cue, text) or _is_far_behind(quote, source, cue, text):
        return replace(quote, speaker=None, speaker_span=None)
    if _PARTICIPLE.match(quote.cue or "") and _stands_within(source, cue, text):
        return _of_the_sentence(quote, earlier, text)
    return quote


def _is_told(quote: FoundQuote, source: Span, cue: Span, text: str) -> bool:
    if _PAGE & set((quote.speaker or "").lower().split()[:1]):
        return True
    if source[1] > cue[0]:
        return False
    verb = text[source[1] : cue[0]].strip().split(",")[-1] + " " + text[slice(*cue)]
    if _TOLD.match(verb.strip()):
        return True
    as_it_is = quote.text.startswith("as ") and not _WHAT.search(text[: source[0]][-40:])
    return bool(as_it_is and _AS.search(text[slice(*cue)]))


def _is_far_behind(quote: FoundQuote, source: Span, cue: Span, text: str) -> bool:
    ends = [end for _, end in quote.spans if end <= source[0]]
    if source[0] < cue[1] or len(ends) < len(quote.spans):
        return False
    return len(text[max(cue[1], *ends) : source[0]].split()) >= _FAR


def _stands_within(source: Span, cue: Span, text: str) -> bool:
    """Whether a name before ", saying" is but the end of a phrase: "shot by a gunman, saying"."""
    comma = re.fullmatch(r"\s?,\s", text[source[1] : cue[0]])
    return bool(comma and _WITHIN.search(text[max(0, source[0] - 20) : source[0]]))


def _of_the_sentence(quote: FoundQuote, earlier: Sequence[FoundQuote], text: str) -> FoundQuote:
    """The quote with the speaker of another one of its sentence, or with none."""
    for other in reversed(earlier):
        if not other.speaker_span or not other.cue_span or not quote.cue_span:
            continue
        between = text[other.cue_span[1] : quote.cue_span[0]]
        if 0 < len(between) and not re.search(r"[a-z”\"][.!?][”\"]?\s+[A-Z“\"]|\n", between):
            return replace(quote, speaker=other.speaker, speaker_span=other.speaker_span)
        break
    return replace(quote, speaker=None, speaker_span=None)
