"""Who said what no words attribute: a headline's quote, and a paragraph that is only a quote.

A headline repeats what the article below it quotes. Under a sentence about one person a bare quote
is most often that person's. Either way the speaker is only probable.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.model import FoundQuote
from briefing.reading.antecedents import PRONOUN, Scene, Voice
from briefing.reading.cast import Answer
from briefing.text import fold

BY_REPEAT = 0.85
"""How sure it is that a headline's words are by whoever says them below."""
BY_SUBJECT = 0.6
"""How sure it is that a bare quote is by the one person whom the sentence before it is about."""

_FEWEST_WORDS = 3
"""Fewest words that tell a quote from others."""
_MARKED = re.compile(r"[“\"‘'«„](?P<words>[^“”\"«»„\n]+?)[,.?!]?[”\"’'»“](?!\w)")


def of_headline(quotes: Sequence[FoundQuote], answers: list[Answer | None], scene: Scene) -> None:
    """Give a quote of the first paragraph the person who says the same words below it."""
    body = scene.paragraphs[1] if len(scene.paragraphs) > 1 else len(scene.text)
    for n, quote in enumerate(quotes):
        answer = answers[n]
        if quote.start >= body:
            break
        if quote.kind == "indirect" or (answer and answer.voice.kind == "person"):
            continue
        words = scene.text[quote.start : quote.end]
        passages = [fold(match["words"]) for match in _MARKED.finditer(words)]
        telling = [passage for passage in passages if len(passage.split()) >= _FEWEST_WORDS]
        found = (_who_says(passage, quotes, answers, body) for passage in telling)
        if voice := next(filter(None, found), None):
            answers[n] = Answer(voice, BY_REPEAT, inferred=True)


def _who_says(
    passage: str, quotes: Sequence[FoundQuote], answers: Sequence[Answer | None], body: int
) -> Voice | None:
    voices = {
        answer.voice
        for quote, answer in zip(quotes, answers, strict=True)
        if answer and quote.start >= body and passage in fold(quote.text)
    }
    voice = voices.pop() if len(voices) == 1 else None
    return voice if voice and voice.kind == "person" else None


def of_bare_paragraphs(
    quotes: Sequence[FoundQuote], answers: list[Answer | None], scene: Scene
) -> None:
    """Give a bare quote the person whom the last sentence before its paragraph is about."""
    for n, quote in enumerate(quotes):
        if answers[n] or quote.speaker_span or quote.kind != "direct":
            continue
        home = bisect_right(scene.paragraphs, quote.start) - 1
        if home < 2:
            continue
        start, end = scene.paragraphs[home - 1], scene.paragraphs[home]
        told_before = any(
            other.start < end and other.end > start for other in quotes[max(n - 4, 0) : n]
        )
        if voice := None if told_before else _subject_of_last(scene, start, end):
            answers[n] = Answer(voice, BY_SUBJECT, inferred=True)


def _subject_of_last(scene: Scene, start: int, end: int) -> Voice | None:
    """The one person whom the last sentence between two places is about."""
    opening = max(start, scene.sentences[scene.sentence_at(end - 1)][0])
    if opening >= end:
        return None
    low = bisect_left(scene.traces, opening, key=lambda trace: trace.at)
    high = bisect_left(scene.traces, end, key=lambda trace: trace.at)
    here = scene.traces[low:high]
    subjects = {t.voice for t in here if t.weight >= PRONOUN and t.voice.kind == "person"}
    return subjects.pop() if len(subjects) == 1 else None
