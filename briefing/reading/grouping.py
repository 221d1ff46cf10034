"""From tagged words to attributions: which content hangs on which cue, and who its source is."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from briefing.reading.layout import WINDOW, Ints, Layout
from briefing.reading.tagging import (
    CONTENT,
    CUE,
    IN_CONTENT,
    IN_CUE,
    IN_SOURCE,
    OUTSIDE,
    SOURCE,
    Floats,
    Label,
    Segment,
    Settings,
    Tagging,
)

_ROUNDS = 3
"""Most passes over all contents; on every development article of PolNeAR one was enough."""
_FLOOR = 1e-4
"""Least probability that a pointer counts with, so that a cost can outweigh it."""
_HOPELESS = 6.0
"""A cue that scores this much below the present one is not tried."""
_BARE = 0.5
"""Share of a content's votes for no cue at all from which on it is left without one."""
_FARTHER = 0.3
"""Weight of a source in another paragraph than its cue."""
_REST_OF_SOURCE = 2.0
"""How much less likely than not words may be the rest of a source that a cue points to."""
_LABELS = {"content": CONTENT, "cue": CUE, "source": SOURCE}


@dataclass(slots=True)
class Attribution:
    """Contents under one cue, and the source of that cue.

    ``shares`` holds for each content, in the order of the text, how much of its words' votes the
    cue has; ``source_share`` how much of the cue's votes the source has.
    """

    cue: Segment
    shares: dict[Segment, float]
    source: Segment | None = None
    source_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Votes:
    """Where a segment's words point on average: to nowhere, and to the words from ``start`` on.

    ``up_to`` holds the sums of ``words`` before each of them, so that any range is quickly summed.
    """

    start: int
    words: Floats
    up_to: NDArray[np.float64]
    nowhere: float

    def to(self, segment: Segment) -> float:
        """The share of the vote that a segment has."""
        last = len(self.words)
        low = min(max(segment.first - self.start, 0), last)
        high = min(max(segment.last + 1 - self.start, 0), last)
        return float(self.up_to[high] - self.up_to[low])

    def top(self) -> tuple[int, float]:
        """The word with the largest share, and that share."""
        top = int(self.words.argmax())
        return self.start + top, float(self.words[top])


def attributions(tagging: Tagging, settings: Settings) -> list[Attribution]:
    """Every content with its cue and source, as the model and the costs in ``settings`` have it."""
    sure = [
        segment
        for segment in tagging.segments
        if segment.label != "content" or _is_sure(tagging, segment, settings)
    ]
    contents = [segment for segment in sure if segment.label == "content"]
    sources = [segment for segment in sure if segment.label == "source"]
    votes = [_votes(tagging, segment, "to_cue", settings) for segment in contents]
    labels = _labels(tagging, sure)
    cues = [segment for segment in sure if segment.label == "cue"]
    cues += _pointed_cues(tagging, votes, labels, settings)
    cues.sort(key=lambda cue: cue.first)
    labels = _labels(tagging, [*sure, *cues])
    groups = _Assignment(tagging.layout, contents, cues, labels, settings).groups(votes)
    for group in groups:
        _find_source(tagging, group, sources, labels, settings)
    return groups


def content_probability(tagging: Tagging, content: Segment) -> float:
    """How likely the words of a content are content, on average."""
    rows = tagging.log_p[content.first : content.last + 1]
    return min(float(np.exp(rows[:, [CONTENT, IN_CONTENT]]).sum(1).mean()), 1.0)


# --- where words point ----------------------------------------------------------------------------


def _is_sure(tagging: Tagging, content: Segment, settings: Settings) -> bool:
    if content.last - content.first >= settings.short_words:
        return True
    return content_probability(tagging, content) >= settings.short_probability


def _votes(tagging: Tagging, segment: Segment, relation: str, settings: Settings) -> Votes:
    words = np.arange(segment.first, segment.last + 1)
    if len(words) > 2 * settings.pooled_edge:
        words = np.concatenate([words[: settings.pooled_edge], words[-settings.pooled_edge :]])
    at = bisect_right(tagging.pointers, segment.first, key=lambda part: part.own) - 1
    stop = bisect_right(tagging.pointers, segment.last, key=lambda part: part.own)
    parts = tagging.pointers[at:stop]
    start = parts[0].start
    total = np.zeros(parts[-1].end - start, np.float32)
    nowhere = 0.0
    for part in parts:
        own = words[(words >= part.own) & (words < part.end)] - part.own
        rows = getattr(part, relation)[own].sum(0)
        nowhere += float(rows[0])
        total[part.start - start : part.end - start] += rows[1:]
    total /= len(words)
    return Votes(start, total, np.cumsum([0.0, *total]), nowhere / len(words))


def _labels(tagging: Tagging, segments: Sequence[Segment]) -> Ints:
    """The label of each word as its tag's number, ``OUTSIDE`` where it has none."""
    labels = np.full(len(tagging.log_p), OUTSIDE, np.int64)
    for segment in segments:
        labels[segment.first : segment.last + 1] = _LABELS[segment.label]
    return labels


def _pointed_cues(
    tagging: Tagging, votes: list[Votes], labels: Ints, settings: Settings
) -> Iterator[Segment]:
    """Words that were not tagged, but that the words of a content agree on as its cue."""
    words = set()
    for vote in votes:
        word, share = vote.top()
        if share > settings.cue_pointer and labels[word] == OUTSIDE:
            words.add(word)
    return (_grown(tagging, word, "cue", labels) for word in sorted(words))


def _grown(tagging: Tagging, word: int, label: Label, labels: Ints) -> Segment:
    """A segment from a word on, over the free words that are likely in it."""
    inside, leeway = (IN_CUE, 0.0) if label == "cue" else (IN_SOURCE, _REST_OF_SOURCE)
    paragraphs = tagging.layout.word_paragraph
    last = word
    while (
        last + 1 < len(labels)
        and paragraphs[last + 1] == paragraphs[word]
        and labels[last + 1] == OUTSIDE
        and tagging.log_p[last + 1, inside] > tagging.log_p[last + 1, OUTSIDE] - leeway
    ):
        last += 1
    return Segment(label, word, last, int(paragraphs[word]))


def _near(segments: Sequence[Segment], to: Segment) -> range:
    """The numbers of the segments within a window and a paragraph of another."""
    low = bisect_left(segments, to.first - WINDOW, key=lambda segment: segment.first)
    high = bisect_right(segments, to.last + WINDOW, key=lambda segment: segment.first)
    while low < high and segments[low].paragraph < to.paragraph - 1:
        low += 1
    while low < high and segments[high - 1].paragraph > to.paragraph + 1:
        high -= 1
    return range(low, high)


# --- contents to cues -----------------------------------------------------------------------------


class _Assignment:
    """Gives each content a cue, so that the pointers' log probability less the costs is largest.

    A quote in parts with other words between them costs, and so does a cue that is left idle.
    Starts from each content's best cue and moves one content at a time while that gains.
    """

    def __init__(
        self,
        layout: Layout,
        contents: list[Segment],
        cues: list[Segment],
        labels: Ints,
        settings: Settings,
    ) -> None:
        self.layout = layout
        self.contents = contents
        self.cues = cues
        self.labels = labels
        self.settings = settings

    def groups(self, votes: list[Votes]) -> list[Attribution]:
        """The cues that have contents. One without a cue of its own is left out."""
        scores = [self._scores(*pair) for pair in zip(self.contents, votes, strict=True)]
        chosen = [
            -1 if vote.nowhere > _BARE else max(score, key=score.__getitem__, default=-1)
            for score, vote in zip(scores, votes, strict=True)
        ]
        members: list[list[int]] = [[] for _ in self.cues]
        for n, best in enumerate(chosen):
            if best >= 0:
                members[best].append(n)
        for _ in range(_ROUNDS):
            moved = [self._move(n, scores[n], chosen, members) for n in range(len(chosen))]
            if not any(moved):
                break
        return [
            Attribution(cue, {self.contents[n]: votes[n].to(cue) for n in sorted(group)})
            for cue, group in zip(self.cues, members, strict=True)
            if group
        ]

    def _scores(self, content: Segment, votes: Votes) -> dict[int, float]:
        scores = {}
        for n in _near(self.cues, content):
            farther = self.cues[n].paragraph != content.paragraph
            share = math.log(max(votes.to(self.cues[n]), _FLOOR))
            scores[n] = share - farther * self.settings.other_paragraph
        return scores

    def _move(
        self, content: int, scores: dict[int, float], chosen: list[int], members: list[list[int]]
    ) -> bool:
        here = chosen[content]
        if here < 0:
            return False
        rest = [n for n in members[here] if n != content]
        leaving = self._cost(rest) - self._cost(members[here])
        best, best_gain = here, 1e-6
        for cue, score in scores.items():
            if cue == here or score < scores[here] - _HOPELESS:
                continue
            joining = self._cost([*members[cue], content]) - self._cost(members[cue])
            gain = score - scores[here] - leaving - joining
            if gain > best_gain:
                best, best_gain = cue, gain
        if best == here:
            return False
        members[here] = rest
        members[best].append(content)
        chosen[content] = best
        return True

    def _cost(self, group: list[int]) -> float:
        if not group:
            return self.settings.idle_cue
        parts = sorted(group)
        return self.settings.split * sum(not self._adjoin(*pair) for pair in pairwise(parts))

    def _adjoin(self, one: int, other: int) -> bool:
        """Whether two contents have little but cue and source between them."""
        first, second = self.contents[one], self.contents[other]
        if first.paragraph != second.paragraph:
            return False
        gap = range(first.last + 1, second.first)
        labels = self.labels[gap.start : gap.stop]
        if (labels == CONTENT).any():
            return False
        free = (n for n in gap if self.labels[n] == OUTSIDE and _is_word(self.layout, n))
        return sum(1 for _ in free) <= 2


def _is_word(layout: Layout, word: int) -> bool:
    return layout.text[layout.word_start[word]].isalnum()


# --- cues to sources ------------------------------------------------------------------------------


def _find_source(
    tagging: Tagging,
    group: Attribution,
    sources: list[Segment],
    labels: Ints,
    settings: Settings,
) -> None:
    cue = group.cue
    votes = _votes(tagging, cue, "to_source", settings)
    best = settings.no_source_weight * votes.nowhere
    for n in _near(sources, cue):
        share = votes.to(sources[n])
        weighed = share if sources[n].paragraph == cue.paragraph else share * _FARTHER
        if weighed > best:
            best = weighed
            group.source, group.source_share = sources[n], share
    word, share = votes.top()
    free = labels[word] == OUTSIDE and _is_word(tagging.layout, word)
    if free and share > max(best, settings.source_pointer):
        group.source = _grown(tagging, word, "source", labels)
        group.source_share = share
