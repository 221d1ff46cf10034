"""Who said a paragraph that is only a quote, with nobody attributed.

Under a sentence about one person it is most often that person's, so the speaker is only probable.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.model import FoundQuote
from briefing.reading.antecedents import PRONOUN, Scene, Voice
from briefing.reading.cast import Answer

BY_SUBJECT = 0.6
"""How sure it is that a bare quote is by the one person whom the sentence before it is about."""


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
