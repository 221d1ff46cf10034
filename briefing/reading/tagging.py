"""The tagger: for every word how likely it is content, cue or source, and where it points.

The model is all-MiniLM-L6-v2 (6 layers of 384, uncased) fine-tuned on PolNeAR (Newell, Margolin
and Ruths 2018), quantised to 8 bits. A word of content points to its cue, a word of a cue to its
source.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.reading.layout import CLS, SEP, SEPARATOR, Ints, Layout, Window, lay_out, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
Label = Literal["content", "cue", "source"]

# The tags in the order of the model's output.
OUTSIDE, CONTENT, IN_CONTENT, CUE, IN_CUE, SOURCE, IN_SOURCE = range(7)
_BEGINNINGS: dict[int, Label] = {CONTENT: "content", CUE: "cue", SOURCE: "source"}
_IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Settings:
    """What was tuned on PolNeAR's development articles together with these weights.

    The biases are added to log probabilities. A content of up to ``short_words`` words is kept
    from a mean probability of ``short_probability`` on. ``pooled_edge`` words at either end of a
    segment vote where it points. A pointer makes a cue or source of an untagged word from
    ``cue_pointer`` or ``source_pointer`` on. ``no_source_weight`` weighs the vote for no source.
    ``other_paragraph``, ``split`` and ``idle_cue`` are costs, in units of log probability: a cue
    in another paragraph, a quote in two parts, a cue without a quote.
    """

    outside_bias: float
    cue_bias: float
    short_words: int
    short_probability: float
    pooled_edge: int
    cue_pointer: float
    source_pointer: float
    no_source_weight: float
    other_paragraph: float
    split: float
    idle_cue: float


class Segment(NamedTuple):
    """Words ``first`` to ``last``, both included, of one paragraph under one label."""

    label: Label
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Pointers:
    """Where the words ``[own, end)`` point among the words ``[start, end)`` of a window.

    ``to_cue`` and ``to_source`` hold probabilities, a row a word pointing; the first column is
    "nowhere", the next ones are the words from ``start`` on.
    """

    start: int
    own: int
    end: int
    to_cue: Floats
    to_source: Floats


@dataclass(frozen=True, slots=True)
class Tagging:
    """A text laid out, with log probabilities of the tags (words by 7) and its pointers."""

    layout: Layout
    log_p: Floats
    pointers: tuple[Pointers, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Engine:
    tokenizer: "Tokenizer"
    session: "InferenceSession"
    settings: Settings
    speech_cues: frozenset[str]


@cache
def engine() -> _Engine:
    """The model with all it needs, loaded once in a process (0.3 s)."""
    import onnxruntime
    from tokenizers import Tokenizer

    weights = files("briefing.reading") / "weights"
    tokenizer = Tokenizer.from_str((weights / "tokenizer.json").read_text("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (weights / "tagger.int8.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    settings = Settings(**json.loads((weights / "settings.json").read_text("utf-8")))
    speech = frozenset((weights / "speech_cues.txt").read_text("utf-8").split())
    return _Engine(tokenizer, session, settings, speech)


def tag(text: str) -> Tagging:
    """Tag a text. Nearly all the time is the model's: 2,700 words a second on an AVX2 core."""
    parts = engine()
    layout = lay_out(text, parts.tokenizer)
    logits = np.zeros((len(layout.word_start), len(_BEGINNINGS) * 2 + 1), np.float32)
    pointers = []
    for window in windows(layout):
        found, at = _read(parts.session, layout, window)
        pointers.append(_pointers(layout, window, found, at))
        own = slice(pointers[-1].own, pointers[-1].end)
        logits[own] = found[0][at[layout.word_piece[own] - window.start]]
    log_p = _log_softmax(logits)
    log_p[:, OUTSIDE] += parts.settings.outside_bias
    log_p[:, CUE] += parts.settings.cue_bias
    return Tagging(layout, log_p, tuple(pointers), _segments(layout, log_p))


def best_tags(log_p: Floats) -> Ints:
    """The likeliest tags of one paragraph in which every inside follows its beginning (Viterbi)."""
    greedy: Ints = log_p.argmax(1)
    before = np.concatenate([[OUTSIDE], greedy[:-1]])
    inside = (greedy > OUTSIDE) & (greedy % 2 == 0)
    if np.all(~inside | (before == greedy) | (before == greedy - 1)):
        return greedy
    score = log_p[0] + _FOLLOWS[OUTSIDE]
    back = np.zeros(log_p.shape, np.int64)
    for n in range(1, len(log_p)):
        paths = score[:, None] + _FOLLOWS
        back[n] = paths.argmax(0)
        score = paths.max(0) + log_p[n]
    tags = np.empty(len(log_p), np.int64)
    tags[-1] = score.argmax()
    for n in range(len(log_p) - 1, 0, -1):
        tags[n - 1] = back[n, tags[n]]
    return tags


def _follows() -> Floats:
    """What may follow what: 0 where a tag may follow another, else next to nothing."""
    table = np.zeros((7, 7), np.float32)
    for inside in (IN_CONTENT, IN_CUE, IN_SOURCE):
        table[:, inside] = _IMPOSSIBLE
        table[[inside, inside - 1], inside] = 0
    return table


_FOLLOWS = _follows()


def _segments(layout: Layout, log_p: Floats) -> tuple[Segment, ...]:
    found = []
    for start, end in layout.paragraph_words():
        tags = best_tags(log_p[start:end]).tolist()
        paragraph = int(layout.word_paragraph[start])
        at = 0
        while at < len(tags):
            last = at
            if label := _BEGINNINGS.get(tags[at]):
                while last + 1 < len(tags) and tags[last + 1] == tags[at] + 1:
                    last += 1
                found.append(Segment(label, start + at, start + last, paragraph))
            at = last + 1
    return tuple(found)


def _read(session: "InferenceSession", layout: Layout, window: Window) -> tuple[list[Floats], Ints]:
    """What the model makes of a window, and where in it each wordpiece stands."""
    paragraph = layout.piece_paragraph[window.start : window.end]
    at = np.arange(1, len(paragraph) + 1) + paragraph - paragraph[0]
    size = int(at[-1]) + 2
    ids = np.full((1, size), SEP, np.int64)
    shapes = np.full((1, size), SEPARATOR, np.int64)
    quoted = np.zeros((1, size), np.int64)
    ids[0, 0], shapes[0, 0] = CLS, 0
    ids[0, at] = layout.piece_ids[window.start : window.end]
    shapes[0, at] = layout.piece_shapes[window.start : window.end]
    quoted[0, at] = layout.piece_quoted[window.start : window.end]
    inputs = {"ids": ids, "shape": shapes, "inq": quoted, "mask": np.ones_like(ids)}
    return [output[0] for output in session.run(None, inputs)], at


def _pointers(layout: Layout, window: Window, found: list[Floats], at: Ints) -> Pointers:
    start, own, end = np.searchsorted(
        layout.word_piece, [window.start, window.own, window.end]
    ).tolist()
    columns = np.concatenate([[0], at[layout.word_piece[start:end] - window.start]])
    rows = columns[1 + own - start :]
    _, *heads = found
    to_cue, to_source = (
        np.exp(_log_softmax(asking[rows] @ asked.T))[:, columns]
        for asking, asked in (heads[:2], heads[2:])
    )
    return Pointers(start, own, end, to_cue, to_source)


def _log_softmax(logits: Floats) -> Floats:
    if not len(logits):
        return logits
    shifted = logits - logits.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)
