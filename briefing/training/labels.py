"""Articles as numbers: for each word of a layout what the model is to say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from briefing.kinds import Span
from briefing.reading.layout import Ints, Layout
from briefing.reading.naming import NAME_LABELS
from briefing.reading.tagging import CONTENT, CUE, SOURCE
from briefing.training.annotated import Attribution, Said
from briefing.training.corpora import Example

IGNORED = -100
"""A word of which nothing is known, as PyTorch's losses have it."""
NOWHERE = -2
"""A cue that has no source."""

SAID: tuple[Said, ...] = ("said", "belief", "unsaid")


@dataclass(frozen=True, slots=True)
class Labels:
    """One entry a word: its tags, the words it points to, what its cue says, its name's tag.

    ``inner`` are the tags of attributions inside what somebody is quoted with, known of such words
    alone. ``to_cue`` and ``to_source`` are word numbers, ``IGNORED`` or ``NOWHERE``.
    """

    tags: Ints
    to_cue: Ints
    to_source: Ints
    said: Ints
    names: Ints
    inner: Ints


def labels_of(example: Example, layout: Layout) -> Labels:
    """The labels of an article laid out.

    Tags are laid down by layer, the outermost attributions in one, all that stand inside another
    in the next; in a layer contents come first, then sources, then cues.
    """
    outer, nested = by_layer(example.article.attributions)
    labels = _unknown(example, layout)
    for attribution in outer:
        for span in attribution.contents:
            labels.inner[_words(layout, span)] = 0
    _lay_down(outer, layout, labels, labels.tags)
    _point_to_cues(outer, layout, labels)
    _lay_down(nested, layout, labels, labels.inner)
    for span in example.article.discarded:
        labels.tags[_words(layout, span)] = IGNORED
    for span in (*example.article.discarded, *example.article.unsure):
        labels.inner[_words(layout, span)] = IGNORED
    return labels


def _unknown(example: Example, layout: Layout) -> Labels:
    """No word in any attribution, names as they are known."""
    count = len(layout.word_start)
    to_cue, to_source, said, inner = (np.full(count, IGNORED, np.int64) for _ in range(4))
    tags = np.full(count, 0 if example.attributed else IGNORED, np.int64)
    return Labels(tags, to_cue, to_source, said, _name_tags(example, layout), inner)


def _lay_down(layer: Sequence[Attribution], layout: Layout, labels: Labels, tags: Ints) -> None:
    """Put a layer's attributions into its tags; where cues point, and what they say."""
    for attribution in layer:
        _put(tags, layout, attribution.contents, CONTENT)
    sources = [_put(tags, layout, a.source, SOURCE) for a in layer]
    for attribution, source in zip(layer, sources, strict=True):
        _put(tags, layout, attribution.cue, CUE)
        for span in attribution.cue:
            words = _words(layout, span)
            labels.to_source[words] = NOWHERE if source is None else source
            if attribution.said:
                labels.said[words] = SAID.index(attribution.said)


def _point_to_cues(outer: Sequence[Attribution], layout: Layout, labels: Labels) -> None:
    cues = [_first(layout, attribution.cue) for attribution in outer]
    for n, (attribution, cue) in enumerate(zip(outer, cues, strict=True)):
        to = cue if attribution.cue else _carrying(outer, cues, n)
        for span in attribution.contents:
            labels.to_cue[_words(layout, span)] = IGNORED if to is None else to


def _first(layout: Layout, spans: tuple[Span, ...]) -> int | None:
    """The first word of spans."""
    found = (_words(layout, span) for span in spans)
    return next((words.start for words in found if words.stop > words.start), None)


def _carrying(layer: Sequence[Attribution], cues: Sequence[int | None], bare: int) -> int:
    """The cue that a quote without one goes on from: the last one, if its speaker is the same."""
    speaker = layer[bare].speaker
    for before in range(bare - 1, -1, -1):
        cue = cues[before]
        if speaker is None or layer[before].speaker != speaker:
            break
        if cue is not None:
            return cue
    return NOWHERE


def by_layer(
    attributions: Sequence[Attribution],
) -> tuple[list[Attribution], list[Attribution]]:
    """The outermost attributions, and those that stand inside the contents of another."""
    outer: list[Attribution] = []
    nested: list[Attribution] = []
    for attribution in attributions:
        start = (attribution.cue or attribution.source or attribution.contents)[0][0]
        inside = any(
            a <= start < b
            for other in attributions
            if other is not attribution
            for a, b in other.contents
        )
        (nested if inside else outer).append(attribution)
    return outer, nested


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
