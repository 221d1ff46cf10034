"""Whom the labels of a transcript mean ("PRESENTER", "A"), and who answers in an interview."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.model import FoundQuote
from briefing.reading.antecedents import Voice
from briefing.reading.cast import Answer, Cast
from briefing.reading.interviews import INTERVIEWEE

BY_LABEL = 0.85
"""How sure it is that a label means who says so ("I'm Mira Talan") or is asked by name."""
BY_INTRODUCTION = 0.85
"""How sure it is that an interview is with the person whom the lines above it are about."""

_LEAD = 1.5
"""How many times as prominent as any other the one must be whom an introduction is about."""
_REACH = 40
"""Characters before a name in which it may be said whose relative it is."""
_ANSWERS = "A"
_KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[\w-]+['’]s) (?:[\w-]+ )?[a-z-]+,? \Z")
_I_AM = re.compile(r"\b(?:I['’]m|I am|[Mm]y name is) (?=[A-ZÀ-Þ])")
_CALLED = re.compile(r"(?:\A|[.!?] )(?:[A-Z][a-z]+, )??(?=[A-ZÀ-Þ][\w’'-]+, [^.!?]*\?\Z)")


def of_labels(cast: Cast, quotes: Sequence[FoundQuote], answers: list[Answer | None]) -> None:
    """Give the turns of a label, and the answers of an interview, the person whom they are of."""
    turns = [n for n, quote in enumerate(quotes) if _is_turn(cast, quote)]
    found: dict[str, set[Voice]] = defaultdict(set)
    for n in turns:
        found[_label(cast, quotes[n])].update(_named(cast, quotes, answers, turns, n))
    for n in turns:
        people, answer = found[_label(cast, quotes[n])], answers[n]
        if len(people) == 1 and answer and answer.voice.kind == "unnamed":
            answers[n] = Answer(next(iter(people)), BY_LABEL, inferred=True)
    asked = [n for n, quote in enumerate(quotes) if _is_answer(cast, quote)]
    voice = _introduced(cast, quotes[asked[0]].start) if asked else None
    for n in asked:
        answers[n] = Answer(voice, BY_INTRODUCTION, inferred=True) if voice else answers[n]


def _is_turn(cast: Cast, quote: FoundQuote) -> bool:
    """Whether a quote stands behind a label that begins its paragraph."""
    if quote.cue != ":" or not quote.speaker_span or not quote.cue_span:
        return False
    n = bisect_left(cast.scene.paragraphs, quote.speaker_span[0] + 1) - 1
    return quote.start >= quote.cue_span[1] and not cast.scene.quoted(cast.scene.paragraphs[n])


def _is_answer(cast: Cast, quote: FoundQuote) -> bool:
    bare = not quote.speaker_span and quote.speaker == INTERVIEWEE
    return bare or (_is_turn(cast, quote) and _label(cast, quote) == _ANSWERS)


def _label(cast: Cast, quote: FoundQuote) -> str:
    """The words from the start of the paragraph up to a bracket or the colon."""
    at, cue = (quote.speaker_span or (0, 0))[0], (quote.cue_span or (0, 0))[0]
    start = cast.scene.paragraphs[bisect_left(cast.scene.paragraphs, at + 1) - 1]
    return cast.text[start:cue].partition("(")[0].strip()


def _named(
    cast: Cast,
    quotes: Sequence[FoundQuote],
    answers: Sequence[Answer | None],
    turns: Sequence[int],
    n: int,
) -> Iterator[Voice]:
    """Whom a turn shows its label to mean: by its own words, by "I'm …", by the turn before."""
    answer = answers[n]
    if answer and answer.voice.kind == "person":
        yield answer.voice
    for match in _I_AM.finditer(cast.text, quotes[n].start, quotes[n].end):
        yield from _person_at(cast, match.end())
    before = turns[bisect_left(turns, n) - 1] if turns[0] < n else None
    if before is not None:
        called = _CALLED.search(cast.text, quotes[before].start, quotes[before].end)
        yield from _person_at(cast, called.end()) if called else ()


def _person_at(cast: Cast, at: int) -> Iterator[Voice]:
    n = bisect_left(cast.mentions, at, key=lambda mention: mention[0])
    if n < len(cast.mentions) and cast.mentions[n][0] == at:
        voice = cast.mentions[n][2]
        if voice.kind == "person":
            yield voice


def _introduced(cast: Cast, end: int) -> Voice | None:
    """The person whom most sentences before an interview are about, and not as another's kin."""
    by_sentence: dict[tuple[Voice, int], float] = defaultdict(float)
    for trace in cast.scene.traces[: bisect_left(cast.scene.traces, end, key=lambda t: t.at)]:
        key = trace.voice, cast.scene.sentence_at(trace.at)
        by_sentence[key] = max(by_sentence[key], trace.weight)
    weights: dict[Voice, float] = defaultdict(float)
    for (voice, _), weight in by_sentence.items():
        if voice.kind == "person":
            weights[voice] += weight
    ranked = sorted(weights, key=lambda voice: -weights[voice])
    if not ranked or (len(ranked) > 1 and weights[ranked[0]] < _LEAD * weights[ranked[1]]):
        return None
    first = next(start for start, _, voice in cast.mentions if voice == ranked[0])
    return None if _KIN.search(cast.text, max(0, first - _REACH), first) else ranked[0]
