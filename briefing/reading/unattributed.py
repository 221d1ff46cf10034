"""Who said a paragraph that is only a quote, with nobody attributed.

It is most often by whom the sentence before it is about, by whoever was asked in it, or by whoever
the next paragraph brings in. All of these are only probable.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.antecedents import LIKELY_SUBJECT, PRONOUN, Trace, Voice
from briefing.reading.cast import Answer, Cast
from briefing.reading.continuing import asks
from briefing.reading.meant import by_own_words

BY_SUBJECT = 0.6
"""How sure it is that a bare quote is by the one person whom the sentence before it is about."""
BY_QUESTION = 0.6
"""The same of whoever was asked."""
BY_NEXT = 0.6
"""The same of somebody whom the paragraph behind it is the first to name."""

_TURNS = 6
"""Quotes back in which whoever is asked has spoken."""
_WHETHER = re.compile(r"\s*(?:whether|if|about|how|why|what|when|where|who|to)\b")


def of_bare_paragraphs(
    quotes: Sequence[FoundQuote], answers: list[Answer | None], cast: Cast
) -> None:
    """Give bare quotes the person who most likely said them; an office or a body makes way."""
    for n, quote in enumerate(quotes):
        home = bisect_right(cast.scene.paragraphs, quote.start) - 1
        if quote.speaker_span or quote.kind != "direct" or home < 1:
            continue
        answer = answers[n]
        if answer is None and n and _is_asked(cast, quotes[n - 1], quote):
            answers[n] = _asked(quotes, answers, cast, n)
        elif answer is None:
            answers[n] = _before(quotes, answers, cast, n, home) or _next(cast, home)
        elif answer.voice.kind != "person" and quote.inferred:
            answers[n] = _next(cast, home) or answer


# --- a question before it -------------------------------------------------------------------------


def _asked(
    quotes: Sequence[FoundQuote], answers: Sequence[Answer | None], cast: Cast, n: int
) -> Answer | None:
    """Who answers the question that the quote before is: its addressee, or who spoke before."""
    asker = answers[n - 1]
    if (addressee := _addressee(quotes[n - 1], cast)) and addressee.voice.kind == "person":
        return Answer(addressee.voice, BY_QUESTION, inferred=True)
    for answer in reversed(answers[max(n - _TURNS, 0) : n - 1]):
        if answer and (not asker or answer.voice != asker.voice):
            person = answer.voice.kind == "person"
            return Answer(answer.voice, BY_QUESTION, inferred=True) if person else None
    return None


def _addressee(question: FoundQuote, cast: Cast) -> Answer | None:
    """Whom "asked the witness whether" names between the verb and the question."""
    if not question.cue_span or question.cue_span[1] >= question.start:
        return None
    start, end = question.cue_span[1], question.start
    words = cast.text[start:end].strip()
    if not words or _WHETHER.match(words):
        return None
    start += cast.text[start:end].index(words)
    return by_own_words(cast, (start, start + len(words)))


def _is_asked(cast: Cast, before: FoundQuote, quote: FoundQuote) -> bool:
    """Whether the quote before asks something, in the paragraph before."""
    places = cast.scene.paragraphs
    apart = bisect_right(places, quote.start) - bisect_right(places, before.end - 1)
    return apart == 1 and asks(before)


# --- the paragraph before it ----------------------------------------------------------------------


def _before(
    quotes: Sequence[FoundQuote],
    answers: Sequence[Answer | None],
    cast: Cast,
    n: int,
    home: int,
) -> Answer | None:
    """The one whom the last sentence before is about, or who said the bare quote before."""
    start, end = cast.scene.paragraphs[home - 1], cast.scene.paragraphs[home]
    before = quotes[n - 1] if n else None
    if before and not before.speaker_span and start <= before.start < end and answers[n - 1]:
        return answers[n - 1]
    opening = max(start, cast.scene.sentences[cast.scene.sentence_at(end - 1)][0])
    told = any(other.start < end and other.end > opening for other in quotes[max(n - 4, 0) : n])
    if told or home < 2 or opening >= end:
        return None
    voice = _only_subject(cast, (opening, end))
    return Answer(voice, BY_SUBJECT, inferred=True) if voice else None


def _only_subject(cast: Cast, span: Span) -> Voice | None:
    """The one person whom a sentence is about."""
    here = _traces(cast, span)
    subjects = {t.voice for t in here if t.weight >= PRONOUN and t.voice.kind == "person"}
    named = {t.voice for t in here if t.voice.kind == "person"}
    likely = {t.voice for t in here if t.weight >= LIKELY_SUBJECT}
    found = subjects or (likely if named == likely else set())
    return found.pop() if len(found) == 1 else None


def _traces(cast: Cast, span: Span) -> Sequence[Trace]:
    low = bisect_left(cast.scene.traces, span[0], key=lambda trace: trace.at)
    return cast.scene.traces[low : bisect_left(cast.scene.traces, span[1], key=lambda t: t.at)]


# --- the paragraph behind it ----------------------------------------------------------------------


def _next(cast: Cast, home: int) -> Answer | None:
    """Whom the paragraph behind is about, if it is the first to name that person."""
    places = cast.scene.paragraphs
    if home + 1 >= len(places):
        return None
    start = places[home + 1]
    end = cast.scene.sentences[cast.scene.sentence_at(start)][1]
    voice = _only_subject(cast, (start, end))
    first = next((at for at, _, who in cast.mentions if who == voice), -1)
    return Answer(voice, BY_NEXT, inferred=True) if voice and first >= start else None
