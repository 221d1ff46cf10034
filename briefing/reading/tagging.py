"""The tagger: for every word how likely it is content, cue, source or a name, and where it points.

The model is all-MiniLM-L6-v2 (6 layers of 384, uncased) with heads of our own, quantised to 8 bits;
weights/MODEL_CARD.md tells how it was made. A word of content points to its cue, a word of a cue to
its source, and a cue tells whether it is speech. Inside a content words are told that may be the
cue of what others said. One pass over a text gives all of it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.kinds import QuoteKind
from briefing.reading.layout import (
    Ints,
    Layout,
    Window,
    WindowInputs,
    lay_out,
    window_inputs,
    windows,
)
from briefing.reading.naming import NAME_LABELS, Entity

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
Label = Literal["content", "cue", "source"]

# The tags in the order of the model's output.
OUTSIDE, CONTENT, IN_CONTENT, CUE, IN_CUE, SOURCE, IN_SOURCE = range(7)
# What a cue says of its content, in the order of the model's output.
SPEECH, BELIEF, UNSAID = range(3)
_BEGINNINGS: dict[int, Label] = {CONTENT: "content", CUE: "cue", SOURCE: "source"}
_TAGS, _SAID, _NAMES = 7, 3, 2 * len(NAME_LABELS) + 1
_IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Settings:
    """What was fitted together with the weights, on articles that they were not trained on.

    The biases are added to log probabilities. A content of up to ``short_words`` words is kept
    from a mean probability of ``short_probability`` on. ``pooled_edge`` words at either end of a
    segment vote where it points. A pointer makes a cue or source of an untagged word from
    ``cue_pointer`` or ``source_pointer`` on. ``no_source_weight`` weighs the vote for no source.
    ``other_paragraph``, ``split`` and ``idle_cue`` are costs, in units of log probability: a cue
    in another paragraph, a quote in two parts, a cue without a quote. ``words`` and ``speaker``
    weigh evidence (``confidence``), ``words`` by kind of quote; a quote is kept from the
    probability ``least`` of its kind on, a reported one while a belief is less likely than
    ``belief``.
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
    words: dict[QuoteKind, list[float]]
    speaker: list[float]
    least: dict[QuoteKind, float]
    belief: float


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
    """A text laid out, with what the model makes of it.

    ``log_p`` are log probabilities of the tags (words by 7); ``said`` for each word, were it a cue,
    the probabilities that it is speech, a belief, or speech that did not happen (words by 3);
    ``names`` the names in the order of the text; ``inner_cue`` for each word, were it in a content,
    how likely it is the cue of what others said.
    """

    layout: Layout
    log_p: Floats
    said: Floats
    pointers: tuple[Pointers, ...]
    segments: tuple[Segment, ...]
    names: tuple[Entity, ...]
    inner_cue: Floats


@dataclass(frozen=True, slots=True)
class Sight:
    """A text laid out, with log probabilities of tags and names, and the rest of the outputs."""

    layout: Layout
    tags: Floats
    said: Floats
    names: Floats
    inner_cue: Floats
    pointers: tuple[Pointers, ...]


@dataclass(frozen=True, slots=True)
class _Engine:
    tokenizer: "Tokenizer"
    session: "InferenceSession"
    settings: Settings


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
    return _Engine(tokenizer, session, settings)


def tag(text: str) -> Tagging:
    """Tag a text. Nearly all the time of reading is the model's."""
    return decode(look(text), engine().settings)


def look(text: str) -> Sight:
    """What the model makes of a text, before anything is decided."""
    parts = engine()
    layout = lay_out(text, parts.tokenizer)
    count = len(layout.word_start)
    tags, said, names, inner = (
        np.zeros((count, width), np.float32) for width in (_TAGS, _SAID, _NAMES, _TAGS)
    )
    pointers = []
    for window in windows(layout):
        inputs = window_inputs(layout, window)
        found = _read(parts.session, inputs)
        pointers.append(_pointers(layout, window, found[1:5], inputs.at))
        own = slice(pointers[-1].own, pointers[-1].end)
        places = inputs.at[layout.word_piece[own] - window.start]
        for whole, part in zip((tags, said, names, inner), (found[0], *found[5:]), strict=True):
            whole[own] = part[places]
    return Sight(
        layout,
        _log_softmax(tags),
        np.exp(_log_softmax(said)),
        _log_softmax(names),
        np.exp(_log_softmax(inner))[:, [CUE, IN_CUE]].sum(1),
        tuple(pointers),
    )


def decode(sight: Sight, settings: Settings) -> Tagging:
    """The likeliest segments and names, tags weighed as ``settings`` have it."""
    log_p = sight.tags.copy()
    log_p[:, OUTSIDE] += settings.outside_bias
    log_p[:, CUE] += settings.cue_bias
    return Tagging(
        sight.layout,
        log_p,
        sight.said,
        sight.pointers,
        _segments(sight.layout, log_p, settings.outside_bias),
        tuple(_names(sight.layout, sight.names)),
        sight.inner_cue,
    )


def best_tags(log_p: Floats) -> Ints:
    """The likeliest tags of one paragraph in which every inside follows its beginning (Viterbi)."""
    greedy: Ints = log_p.argmax(1)
    before = np.concatenate([[OUTSIDE], greedy[:-1]])
    inside = (greedy > OUTSIDE) & (greedy % 2 == 0)
    if np.all(~inside | (before == greedy) | (before == greedy - 1)):
        return greedy
    follows = _follows(log_p.shape[1])
    score = log_p[0] + follows[OUTSIDE]
    back = np.zeros(log_p.shape, np.int64)
    for n in range(1, len(log_p)):
        paths = score[:, None] + follows
        back[n] = paths.argmax(0)
        score = paths.max(0) + log_p[n]
    tags = np.empty(len(log_p), np.int64)
    tags[-1] = score.argmax()
    for n in range(len(log_p) - 1, 0, -1):
        tags[n - 1] = back[n, tags[n]]
    return tags


@cache
def _follows(tags: int) -> Floats:
    """What may follow what: 0 where a tag may follow another, else next to nothing."""
    table = np.zeros((tags, tags), np.float32)
    for inside in range(2, tags, 2):
        table[:, inside] = _IMPOSSIBLE
        table[[inside, inside - 1], inside] = 0
    return table


def _segments(layout: Layout, log_p: Floats, bias: float) -> tuple[Segment, ...]:
    found = []
    for start, end in layout.paragraph_words():
        paragraph = int(layout.word_paragraph[start])
        tags = best_tags(log_p[start:end])
        _finish_sources(tags, log_p[start:end], bias)
        for tag, first, last in _runs(tags.tolist()):
            found.append(Segment(_BEGINNINGS[tag], start + first, start + last, paragraph))
    return tuple(found)


def _finish_sources(tags: Ints, log_p: Floats, bias: float) -> None:
    """Give sources the words behind them that only the bias to the outside had cut off.

    "Valdoria's central" would be somebody else than "Valdoria's central bank".
    """
    for n in range(1, len(tags)):
        goes_on = tags[n] == OUTSIDE and tags[n - 1] in {SOURCE, IN_SOURCE}
        if goes_on and log_p[n, IN_SOURCE] > log_p[n, OUTSIDE] - bias:
            tags[n] = IN_SOURCE


def _names(layout: Layout, log_p: Floats) -> Iterator[Entity]:
    """The names that the model sees, by paragraph."""
    for start, end in layout.paragraph_words():
        for tag, first, last in _runs(best_tags(log_p[start:end]).tolist()):
            words = slice(start + first, start + last + 1)
            yield Entity(
                int(layout.word_start[words][0]),
                int(layout.word_end[words][-1]),
                NAME_LABELS[(tag - 1) // 2],
                float(np.exp(log_p[words, tag : tag + 2]).sum(1).mean()),
            )


def _runs(tags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The tag that each segment begins with, its first word and its last one."""
    at = 0
    while at < len(tags):
        last = at
        if tags[at] != OUTSIDE:
            while last + 1 < len(tags) and tags[last + 1] == tags[at] + 1:
                last += 1
            yield tags[at], at, last
        at = last + 1


def _read(session: "InferenceSession", inputs: WindowInputs) -> list[Floats]:
    """What the model makes of a window: a row each place in it, for each of its outputs."""
    arrays = {"ids": inputs.ids, "shape": inputs.shapes, "inq": inputs.quoted}
    return [output[0] for output in session.run(None, {k: v[None] for k, v in arrays.items()})]


def _pointers(layout: Layout, window: Window, found: Sequence[Floats], at: Ints) -> Pointers:
    start, own, end = np.searchsorted(
        layout.word_piece, [window.start, window.own, window.end]
    ).tolist()
    columns = np.concatenate([[0], at[layout.word_piece[start:end] - window.start]])
    rows = columns[1 + own - start :]
    to_cue, to_source = (
        np.exp(_log_softmax(asking[rows] @ asked.T))[:, columns]
        for asking, asked in (found[:2], found[2:])
    )
    return Pointers(start, own, end, to_cue, to_source)


def _log_softmax(logits: Floats) -> Floats:
    if not len(logits):
        return logits
    shifted = logits - logits.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)
