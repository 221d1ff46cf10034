"""Articles as numbers: for each word of a layout what the model is to say of it."""

from dataclasses import dataclass

import numpy as np

from briefing.kinds import Span
from briefing.reading.layout import Ints, Layout
from briefing.reading.naming import NAME_LABELS
from briefing.reading.tagging import CONTENT, CUE, SOURCE
from briefing.training.annotated import Said
from briefing.training.corpora import Example

IGNORED = -100
"""A word of which nothing is known, as PyTorch's losses have it."""
NOWHERE = -2
"""A cue that has no source."""

SAID: tuple[Said, ...] = ("said", "belief", "unsaid")


@dataclass(frozen=True, slots=True)
class Labels:
    """One entry a word: its tag, the words it points to, what its cue says, its name's tag.

    ``to_cue`` and ``to_source`` are word numbers, ``IGNORED`` or ``NOWHERE``.
    """

    tags: Ints
    to_cue: Ints
    to_source: Ints
    said: Ints
    names: Ints


def labels_of(example: Example, layout: Layout) -> Labels:
    """The labels of an article laid out.

    Contents are laid down first, then sources, then cues: of an attribution inside another the
    words under the inner one's cue are its own.
    """
    count = len(layout.word_start)
    tags = np.full(count, 0 if example.attributed else IGNORED, np.int64)
    to_cue, to_source, said = (np.full(count, IGNORED, np.int64) for _ in range(3))
    attributions = example.article.attributions
    for attribution in attributions:
        _put(tags, layout, attribution.contents, CONTENT)
    sources = [_put(tags, layout, a.source, SOURCE) for a in attributions]
    cues = [_put(tags, layout, a.cue, CUE) for a in attributions]
    for attribution, source, cue in zip(attributions, sources, cues, strict=True):
        if cue is None:
            continue
        for span in attribution.contents:
            to_cue[_words(layout, span)] = cue
        for span in attribution.cue:
            to_source[_words(layout, span)] = NOWHERE if source is None else source
            if attribution.said:
                said[_words(layout, span)] = SAID.index(attribution.said)
    for span in example.article.discarded:
        tags[_words(layout, span)] = IGNORED
    return Labels(tags, to_cue, to_source, said, _name_tags(example, layout))


def _name_tags(example: Example, layout: Layout) -> Ints:
    count = len(layout.word_start)
    if example.names is None:
        return np.full(count, IGNORED, np.int64)
    tags = np.zeros(count, np.int64)
    for start, end, label in example.names:
        words = _words(layout, (start, end))
        if label is None:
            tags[words] = IGNORED
        elif words.stop > words.start:
            begins = 1 + 2 * NAME_LABELS.index(label)
            tags[words] = begins + 1
            tags[words.start] = begins
    return tags


def _put(tags: Ints, layout: Layout, spans: tuple[Span, ...], begins: int) -> int | None:
    """Tag the words of spans, anew in each paragraph; the first of them, or None without any."""
    first = None
    for span in spans:
        words = _words(layout, span)
        if words.stop == words.start:
            continue
        first = words.start if first is None else first
        paragraph = layout.word_paragraph[words]
        tags[words] = begins + 1
        tags[words.start + np.flatnonzero(np.diff(paragraph, prepend=-1))] = begins
    return first


def _words(layout: Layout, span: Span) -> slice:
    low, high = np.searchsorted(layout.word_start, span).tolist()
    return slice(low, high)
