"""From attributions to quotes: what is speech, sure enough, and in its own paragraph."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.confidence import probability, speaker_evidence, words_evidence
from briefing.reading.edges import reworded
from briefing.reading.grouping import Attribution, content_probability
from briefing.reading.layout import Layout
from briefing.reading.marks import runs_in
from briefing.reading.tagging import BELIEF, UNSAID, Floats, Segment, Settings, Tagging

_LEAST_SHARE = 0.1
"""Probability of a content and of its way to the cue, together, below which it is left out."""
_FEWEST_WORDS = 2
"""Fewest words of reported speech: "denied it" tells nothing."""
_WRITERS = frozenset("i we you me us one".split())
"""Who speaks for the writer or to the reader, where no marks say otherwise."""
_NAMING = frozenset("know known knows titled entitled named nicknamed starring spelled".split())
_AUXILIARIES = frozenset("has have had is are was were be been should would could will".split())
_POSSESSIVES = frozenset("his her their its my our your".split())
_COPULAS = frozenset("is was are were will would has had".split())
_LABELS = frozenset(
    "read more see watch related update updated breaking note photo photos video live exclusive "
    "click source file editor correction also listen picture image caption warning tip fact "
    "step".split()
)
_SILENT = re.compile(
    r"(?:\b(?:not|never|barely|hardly|no|without|declin\w+|refus\w+|avoid\w*|short)|n['’]t)\b"
    r".*(?:mention|respon[ds]|discuss|comment|answer|address|repl[iy])|^respon\w+ to$"
)
_OBJECT_BEHIND = re.compile(r"\b(?!according)[a-z]+ing (?:to|about|with|of|at|on|for|from)\Z")
"""A cue whose next words are what is spoken of: "alluding to Talan's temper"."""


def to_quotes(
    groups: Iterable[Attribution], tagging: Tagging, settings: Settings
) -> list[FoundQuote]:
    """The attributions that are speech, as quotes in the order of the text.

    A marked part in another paragraph than the rest is left out: who speaks there is told by how
    the paragraphs follow each other, and the model guesses.
    """
    spoken = (quote for _, _, quote in speech_of(groups, tagging, settings))
    return sorted(spoken, key=lambda quote: quote.spans)


def speech_of(
    groups: Iterable[Attribution], tagging: Tagging, settings: Settings
) -> Iterator[tuple[Attribution, list[Segment], FoundQuote]]:
    """The attributions that are speech, each with the contents that count, and as a quote."""
    for group in groups:
        contents = _at_home(group, _sure(group, tagging), tagging.layout)
        if not contents:
            continue
        quote = _to_quote(group, contents, tagging, settings)
        likely = quote.confidence >= settings.least[quote.kind]
        if likely and _is_speech(quote, tagging.layout, _said(group, tagging), settings.belief):
            yield group, contents, quote


def _sure(group: Attribution, tagging: Tagging) -> list[Segment]:
    """The contents that are likely enough to be the cue's."""
    return [
        content
        for content, share in group.shares.items()
        if content_probability(tagging, content) * share >= _LEAST_SHARE
    ]


def _at_home(group: Attribution, contents: list[Segment], layout: Layout) -> list[Segment]:
    """The contents in the paragraph of the cue, or else in the one next to it."""
    cue = group.cue.paragraph
    places = {content.paragraph for content in contents}
    home = cue
    if places and cue not in places:
        home = min((place for place in places if place > cue), default=max(places))
    if home < cue and not _opens_paragraph(group, layout):
        return []
    return [
        content
        for content in contents
        if content.paragraph == home
        or (content.paragraph > home and not runs_in(layout.runs, *_span(layout, content)))
    ]


def _opens_paragraph(group: Attribution, layout: Layout) -> bool:
    """Whether a paragraph begins with an attribution, as a signature under a quote does."""
    start = layout.paragraphs[group.cue.paragraph][0]
    first = min(segment.first for segment in (group.cue, group.source or group.cue))
    before = layout.text[start : int(layout.word_start[first])]
    return not any(letter.isalnum() for letter in before)


def is_label(name: str) -> bool:
    """Whether what stands before a colon is a label of the page ("READ MORE") and no speaker."""
    return not _LABELS.isdisjoint(name.lower().split())


def _said(group: Attribution, tagging: Tagging) -> Floats:
    """How likely a cue is speech, a belief, or speech that did not happen."""
    return np.asarray(tagging.said[group.cue.first : group.cue.last + 1].mean(0))


def _is_speech(quote: FoundQuote, layout: Layout, said: Floats, most_belief: float) -> bool:
    """Whether someone says it: it stands in marks, or the cue is one of speech."""
    cue = (quote.cue or "").lower()
    words = set(re.findall("[a-z]+", cue))
    if cue == ":" and is_label(quote.speaker or ""):
        return False
    if quote.kind == "direct":
        return _NAMING.isdisjoint(words)
    if _is_writer(quote, layout) or (words and words <= _AUXILIARIES):
        return False
    if quote.kind == "mixed":
        return _NAMING.isdisjoint(words)
    if len(quote.text.split()) < _FEWEST_WORDS or _is_predicate(quote):
        return False
    return bool(said[BELIEF] < most_belief) and not _SILENT.search(cue)


def _is_predicate(quote: FoundQuote) -> bool:
    """Whether the words tell of what was said: "Her promise" is no cue of "was a bold one"."""
    source = (quote.speaker or "").lower()
    owned = source in _POSSESSIVES or source.endswith(("'s", "’s"))
    return owned and quote.text.split()[0] in _COPULAS


def _is_writer(quote: FoundQuote, layout: Layout) -> bool:
    if not quote.speaker_span or (quote.speaker or "").lower() not in _WRITERS:
        return False
    return quote.kind == "indirect" or not layout.inside[quote.speaker_span[0]]


def _to_quote(
    group: Attribution, contents: list[Segment], tagging: Tagging, settings: Settings
) -> FoundQuote:
    layout = tagging.layout
    cue = _span(layout, group.cue)
    source = _source(group, layout)
    said = _said(group, tagging)
    quote = FoundQuote(
        spans=(),
        text="",
        kind="indirect",
        cue=" ".join(layout.text[slice(*cue)].split()),
        cue_span=cue,
        speaker=layout.text[slice(*source)] if source else None,
        speaker_span=source,
        unsaid=bool(said.argmax() == UNSAID),
        speaker_confidence=probability(settings.speaker, speaker_evidence(group, tagging)),
    )
    quote = reworded(quote, layout, [_span(layout, content) for content in contents])
    evidence = words_evidence(group, contents, tagging)
    return replace(quote, confidence=probability(settings.words[quote.kind], evidence))


def _source(group: Attribution, layout: Layout) -> Span | None:
    """The words for who speaks; None where they are the cue's object."""
    cue, source = group.cue, group.source
    if source and source.first == cue.last + 1:
        words = layout.text[slice(*_span(layout, cue))].lower()
        if _OBJECT_BEHIND.search(words):
            return None
    return _span(layout, source) if source else None


def _span(layout: Layout, segment: Segment) -> Span:
    return int(layout.word_start[segment.first]), int(layout.word_end[segment.last])
