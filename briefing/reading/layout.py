"""An article laid out for the tagger: paragraphs, words, wordpieces and the windows it reads."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from briefing.kinds import Span
from briefing.reading.marks import Run, mask_of, quoted_runs

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

WINDOW = 192
"""Most wordpieces in a window, its separators included: of 160, 192 and 256 the most right."""
CONTEXT = 64
"""A paragraph of up to this many wordpieces is read again as the next window's context."""
CLS, SEP = 101, 102
_WIDEST = 120
"""Longest line of a text that is set in short lines, in characters."""
_FEWEST_WRAPPED, _WRAPPED_SHARE = 3, 0.4
"""How many lines, and what share of those that follow another one, start in lower case there."""

# What the shape embedding knows of a word, since the model reads no case.
LOWER, CAPITALISED, UPPER, MIXED, DIGIT, OPENING, CLOSING, OTHER, SEPARATOR = range(1, 10)

_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟＂«»", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("—–", "-"),
        "…": ".",
        "\xa0": " ",
    }
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as flat arrays.

    ``inside`` tells for each character whether it stands in quotation marks. The ``piece_`` arrays
    hold one entry a wordpiece, the ``word_`` arrays one a word; ``word_piece`` is the first piece
    of each word, ``word_paragraph`` counts through ``paragraphs``.
    """

    text: str
    paragraphs: tuple[Span, ...]
    runs: tuple[Run, ...]
    inside: Flags
    piece_ids: Ints
    piece_shapes: Ints
    piece_quoted: Ints
    piece_paragraph: Ints
    word_piece: Ints
    word_start: Ints
    word_end: Ints
    word_paragraph: Ints

    def paragraph_at(self, at: int) -> int:
        """The number of the paragraph that holds a character."""
        return bisect_right(self.paragraphs, at, key=lambda span: span[0]) - 1

    def paragraph_words(self) -> Iterator[Span]:
        """The range of words of each paragraph that has any."""
        edges = np.flatnonzero(np.diff(self.word_paragraph)) + 1
        bounds = [0, *edges.tolist(), len(self.word_start)]
        return (span for span in pairwise(bounds) if span[0] < span[1])


@dataclass(frozen=True, slots=True)
class Window:
    """Wordpieces ``[start, end)`` read at once; those before ``own`` are context, tagged before."""

    start: int
    own: int
    end: int


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text without the spaces around them.

    A paragraph is a line, but in a text set in short lines all lines up to an empty one.
    """
    lines = _lines(text)
    if not _is_wrapped(text, lines):
        return tuple(lines)
    paragraphs: list[Span] = []
    for start, end in lines:
        if paragraphs and _next_line(text, paragraphs[-1][1], start):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return tuple(paragraphs)


def lay_out(text: str, tokenizer: "Tokenizer") -> Layout:
    """Lay out a text. Any text: empty, without spaces, of one paragraph only."""
    paragraphs = paragraphs_of(text)
    runs = quoted_runs(text, paragraphs)
    inside = mask_of(len(text), runs)
    plain = _plain(text, runs)
    encodings = tokenizer.encode_batch(
        [plain[a:b] for a, b in paragraphs], add_special_tokens=False
    )
    counts = [len(encoding.ids) for encoding in encodings]
    ids = _joined([encoding.ids for encoding in encodings])
    paragraph = np.repeat(np.arange(len(paragraphs)), counts)
    offsets = _joined([encoding.offsets for encoding in encodings]).reshape(-1, 2)
    offsets += np.array([a for a, _ in paragraphs], np.int64)[paragraph][:, None]
    numbers = _joined([encoding.word_ids for encoding in encodings])
    first = np.flatnonzero(np.diff(numbers, prepend=-1) | np.diff(paragraph, prepend=-1))
    pieces = np.diff(first, append=len(ids))
    starts = offsets[first, 0]
    ends = offsets[first + pieces - 1, 1]
    shapes = _shapes(text, starts, ends, runs)
    return Layout(
        text=text,
        paragraphs=paragraphs,
        runs=runs,
        inside=inside,
        piece_ids=ids,
        piece_shapes=np.repeat(shapes, pieces),
        piece_quoted=inside[offsets[:, 0]].astype(np.int64),
        piece_paragraph=paragraph,
        word_piece=first,
        word_start=starts,
        word_end=ends,
        word_paragraph=paragraph[first],
    )


@dataclass(frozen=True, slots=True)
class WindowInputs:
    """What the model takes for a window, one entry a place in it, and each wordpiece's place."""

    ids: Ints
    shapes: Ints
    quoted: Ints
    at: Ints


def windows(layout: Layout, most: int = WINDOW) -> list[Window]:
    """Whole paragraphs, as many as fit, behind the one before if it is short enough."""
    blocks = _blocks(layout, most - 2)
    found = []
    n = 0
    while n < len(blocks):
        start = own = blocks[n][0]
        size = 1
        if n and own - blocks[n - 1][0] <= CONTEXT:
            context = own - blocks[n - 1][0] + 1
            if 1 + context + blocks[n][1] - own + 1 <= most:
                start = blocks[n - 1][0]
                size += context
        while n < len(blocks) and size + blocks[n][1] - blocks[n][0] + 1 <= most:
            size += blocks[n][1] - blocks[n][0] + 1
            n += 1
        found.append(Window(start, own, blocks[n - 1][1]))
    return found


def window_inputs(layout: Layout, window: Window) -> WindowInputs:
    """A window's wordpieces with a separator behind every paragraph."""
    paragraph = layout.piece_paragraph[window.start : window.end]
    at = np.arange(1, len(paragraph) + 1) + paragraph - paragraph[0]
    size = int(at[-1]) + 2
    ids = np.full(size, SEP, np.int64)
    shapes = np.full(size, SEPARATOR, np.int64)
    quoted = np.zeros(size, np.int64)
    ids[0], shapes[0] = CLS, 0
    ids[at] = layout.piece_ids[window.start : window.end]
    shapes[at] = layout.piece_shapes[window.start : window.end]
    quoted[at] = layout.piece_quoted[window.start : window.end]
    return WindowInputs(ids, shapes, quoted, at)


def _lines(text: str) -> list[Span]:
    spans = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            spans.append((start, start + len(bare)))
        at += len(line) + 1
    return spans


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines end for want of room: all are short, and many next ones start small."""
    if any(end - start > _WIDEST for start, end in lines):
        return False
    follow = [start for (_, end), (start, _) in pairwise(lines) if _next_line(text, end, start)]
    lower = sum(text[start].islower() for start in follow)
    return lower >= _FEWEST_WRAPPED and lower >= _WRAPPED_SHARE * len(follow)


def _next_line(text: str, end: int, start: int) -> bool:
    return text.count("\n", end, start) == 1


def _joined(lists: Iterable[Sequence[Any]]) -> Ints:
    return np.concatenate([np.array(values, np.int64).reshape(-1) for values in [[], *lists]])


def _plain(text: str, runs: tuple[Run, ...]) -> str:
    """The text as the model learned to read it, character for character: straight marks only."""
    plain = text.replace("''", '" ').replace("``", '" ').translate(_PLAIN)
    plain = _SURROGATE.sub("\ufffd", plain)
    marks = [at for run in runs for at in (run.start, run.end - 1) if plain[at] == "'"]
    if not marks:
        return plain
    letters = list(plain)
    for at in marks:
        letters[at] = '"'
    return "".join(letters)


def _shapes(text: str, starts: Ints, ends: Ints, runs: tuple[Run, ...]) -> Ints:
    openings = {run.start for run in runs}
    return np.array(
        [
            _shape(text[start:end], start in openings)
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ],
        np.int64,
    )


def _shape(word: str, opens: bool) -> int:
    first = word[:1]
    if first in '"“”„‟＂«»':
        return OPENING if opens else CLOSING
    if first.isdigit():
        return DIGIT
    if not first.isalpha():
        return OTHER
    if word.islower():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    if first.isupper() and (len(word) == 1 or word[1:].islower()):
        return CAPITALISED
    return MIXED


def _blocks(layout: Layout, longest: int) -> list[Span]:
    """Ranges of wordpieces, one a paragraph; a paragraph too long for a window is cut at words."""
    is_first = np.zeros(len(layout.piece_ids) + 1, np.bool_)
    is_first[layout.word_piece] = True
    edges = np.flatnonzero(np.diff(layout.piece_paragraph)) + 1
    bounds = [0, *edges.tolist(), len(layout.piece_ids)]
    blocks = []
    for start, end in pairwise(bounds):
        at = start
        while end - at > longest:
            cut = at + longest
            while cut > at + longest // 2 and not is_first[cut]:
                cut -= 1
            blocks.append((at, cut))
            at = cut
        if at < end:
            blocks.append((at, end))
    return blocks
