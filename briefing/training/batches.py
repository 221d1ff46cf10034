"""Windows of articles, by length, as the arrays that the network takes."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from briefing.reading.layout import (
    WINDOW,
    Ints,
    Layout,
    Window,
    lay_out,
    window_inputs,
    windows,
)
from briefing.training.corpora import Example
from briefing.training.labels import IGNORED, NOWHERE, Labels, labels_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PIECES = 4096
"""Wordpieces in a batch, padding included."""
_SIZES = (WINDOW, WINDOW, 2 * WINDOW // 3, 4 * WINDOW // 3)
"""Sizes of windows, one drawn for an article: so that no place in a window has a meaning."""
_LENGTHS = 24
"""How much windows of a batch may differ in length, so that they are not always the same."""


class Batch(NamedTuple):
    """Inputs and labels, each batch by wordpiece; labels of pointers are places in the window."""

    ids: Ints
    shapes: Ints
    quoted: Ints
    mask: Ints
    tags: Ints
    to_cue: Ints
    to_source: Ints
    said: Ints
    names: Ints
    inner: Ints


def batches(
    examples: Sequence[Example], tokenizer: "Tokenizer", random: Random, pieces: int = PIECES
) -> list[Batch]:
    """All windows of the articles in batches, in an order drawn anew."""
    rows = [row for example in examples for row in _rows(example, tokenizer, random)]
    rows.sort(key=lambda row: len(row[0]) + random.random() * _LENGTHS)
    found: list[Batch] = []
    held: list[Batch] = []
    longest = 0
    for row in rows:
        longest = max(longest, len(row[0]))
        if held and longest * (len(held) + 1) > pieces:
            found.append(_padded(held))
            held, longest = [], len(row[0])
        held.append(row)
    if held:
        found.append(_padded(held))
    random.shuffle(found)
    return found


def _rows(example: Example, tokenizer: "Tokenizer", random: Random) -> Iterator[Batch]:
    layout = lay_out(example.article.text, tokenizer)
    labels = labels_of(example, layout)
    for window in windows(layout, random.choice(_SIZES)):
        yield _row(layout, labels, window)


def _row(layout: Layout, labels: Labels, window: Window) -> Batch:
    """One window. Labels stand on the first wordpiece of each word."""
    inputs = window_inputs(layout, window)
    size = len(inputs.ids)
    low, high = np.searchsorted(layout.word_piece, [window.start, window.end])
    places = inputs.at[layout.word_piece[low:high] - window.start]

    def placed(values: Ints) -> Ints:
        row = np.full(size, IGNORED, np.int64)
        row[places] = values[low:high]
        return row

    def pointed(words: Ints) -> Ints:
        """Places in the window for word numbers; 0 stands for nowhere."""
        words = words[low:high]
        found = np.full(len(words), IGNORED, np.int64)
        inside = (words >= low) & (words < high)
        found[inside] = places[words[inside] - low]
        found[words == NOWHERE] = 0
        row = np.full(size, IGNORED, np.int64)
        row[places] = found
        return row

    return Batch(
        inputs.ids,
        inputs.shapes,
        inputs.quoted,
        np.ones(size, np.int64),
        placed(labels.tags),
        pointed(labels.to_cue),
        pointed(labels.to_source),
        placed(labels.said),
        placed(labels.names),
        placed(labels.inner),
    )


def _padded(rows: Sequence[Batch]) -> Batch:
    longest = max(len(row[0]) for row in rows)
    fills = (0, 0, 0, 0, *[IGNORED] * 6)
    columns = []
    for n, fill in enumerate(fills):
        column = np.full((len(rows), longest), fill, np.int64)
        for place, row in enumerate(rows):
            column[place, : len(row[n])] = row[n]
        columns.append(column)
    return Batch(*columns)
