"""Quotation marks: which characters stand between them, whatever style a text is set in.

A paragraph is read on its own, so a stray or forgotten mark never reaches beyond it. A mark opens
or closes by its shape where it has one, and by what stands around it where it has none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from briefing.kinds import QuoteKind, Span

Side = Literal["open", "close", "either"]

DIRECT_SHARE = 0.95
"""From this share of letters and digits inside marks on, a quote is direct."""
INDIRECT_SHARE = 0.02
"""Up to this share it is indirect; between the two it is mixed."""

_FEW_WORDS = 12

_DOUBLE = re.compile("[“”„‟\"＂«»]|''|``")
_NEVER_BEFORE_OPENING = frozenset(".,;:!?…%)]}”’»")
_NEVER_BEHIND_CLOSING = frozenset("([{“‘„«$£€#@")
_BY_SHAPE: dict[str, Side] = {"“": "open", "„": "open", "‟": "open", "«": "open", "``": "open"}
_BY_SHAPE |= {"”": "close", "»": "close"}
_INCHES = re.compile(r"\d['’′]\s?\d{1,2}\Z")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bM[rs])(?<!\bMrs)(?<!\b[DS][rt])(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)"
    r"[.!?…](?=\s|\Z)"
)
_ELISION = r"(?!(?:s|em|til|tis|twas|cause|n|\d0s)\b)"
_SINGLE = re.compile(
    rf"(?P<open>(?<![\w.,’'])['‘]{_ELISION}(?=[\w$£€(\[…]))|(?P<close>(?<=[\w.,!?;:…)%\]])['’](?!\w))"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch inside quotation marks, both marks included.

    ``closed`` is false where the closing mark is missing: ``end`` is then where the quoted words
    most likely stop, at the latest the paragraph's end.
    """

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: Side
    shape: Side = "either"


def quoted_runs(text: str, paragraphs: Sequence[Span]) -> tuple[Run, ...]:
    """The outermost quoted stretches of a text, in order, none across a paragraph's end."""
    single = _is_single_quoted(text, paragraphs)
    marks = [_double_marks(text, span) for span in paragraphs]
    if single:
        marks = [_single_marks(text, span) for span in paragraphs]
    elif marks and not marks[0]:
        marks[0] = _single_marks(text, paragraphs[0])
    opening = [_opens_at(found, span[0]) for found, span in zip(marks, paragraphs, strict=True)]
    curly = not single and text.count("“") > text.count('"')
    runs: list[Run] = []
    left_open = False
    for span, found, goes_on in zip(paragraphs, marks, [*opening[1:], False], strict=False):
        more = _paragraph_runs(text, span, found, goes_on, left_open, curly)
        left_open = bool(more) and more[-1] == Run(more[-1].start, span[1], closed=False)
        runs += more
    return tuple(runs)


def mask_of(length: int, runs: Iterable[Run]) -> NDArray[np.bool_]:
    """For each character of a text of this length, whether it stands inside quotation marks."""
    mask = np.zeros(length, np.bool_)
    for run in runs:
        mask[run.start : run.end] = True
    return mask


def runs_in(runs: Sequence[Run], start: int, end: int) -> Sequence[Run]:
    """The runs that overlap a stretch of text."""
    low = bisect_right(runs, start, key=lambda run: run.end)
    return runs[low : bisect_left(runs, end, key=lambda run: run.start)]


def kind_of(text: str, mask: NDArray[np.bool_], spans: Iterable[Span]) -> QuoteKind:
    """Whether these parts are direct, mixed or indirect, by the letters that stand inside marks."""
    inside = total = 0
    for start, end in spans:
        for at in range(start, end):
            if text[at].isalnum():
                total += 1
                inside += bool(mask[at])
    share = inside / total if total else 0.0
    if share >= DIRECT_SHARE:
        return "direct"
    return "indirect" if share <= INDIRECT_SHARE else "mixed"


# --- one paragraph --------------------------------------------------------------------------------


def _paragraph_runs(
    text: str, span: Span, marks: list[_Mark], goes_on: bool, left_open: bool, curly: bool
) -> list[Run]:
    stack: list[_Mark] = []
    runs: list[Run] = []
    for mark in marks:
        side = mark.side
        if side == "either":
            by_turns: Side = "close" if stack else "open"
            side = by_turns if mark.shape == "either" or mark.start == span[0] else mark.shape
        if side == "open":
            stack.append(mark)
        elif stack:
            runs.append(Run(stack.pop().start, mark.end))
        elif left_open and not runs and _ends_a_quote(text, span, mark):
            runs.append(Run(span[0], mark.end))
    paired = {text[run.start] for run in runs} or ({"“"} if curly else set())
    starts = sorted([run.start for run in runs] + [mark.start for mark in stack])
    for mark in stack:
        if paired and text[mark.start] not in paired:
            continue  # a slip: the text quotes in another style
        after = bisect_right(starts, mark.start)
        limit = starts[after] if after < len(starts) else span[1]
        runs.append(_unclosed(text, span, mark, limit, goes_on))
    return _outermost(runs)


def _opens_at(marks: list[_Mark], start: int) -> bool:
    return bool(marks) and marks[0].start == start and marks[0].side != "close"


def _unclosed(text: str, span: Span, mark: _Mark, limit: int, goes_on: bool) -> Run:
    """Where a quote ends that is never closed: with its paragraph if that is how it was meant.

    The next paragraph opens again, or the quote is its whole paragraph, or it was introduced by
    a colon or a comma. Else the mark is a slip, and the quote ends with its sentence.
    """
    start, end = span
    alone = limit == end
    first = mark.start == start
    before = text[max(start, mark.start - 4) : mark.start].rstrip()
    introduced = before.endswith((":", ",", ".", "?", "!"))
    if (goes_on and first) or (alone and (goes_on or first or introduced)):
        return Run(mark.start, end, closed=False)
    sentence = _SENTENCE_END.search(text, mark.end, limit)
    stop = sentence.end() if sentence else limit
    return Run(mark.start, mark.start + len(text[mark.start : stop].rstrip()), closed=False)


def _ends_a_quote(text: str, span: Span, mark: _Mark) -> bool:
    """Whether a closing mark may end a quote that a paragraph before left open.

    Behind a few words that end their paragraph it is more likely a slip ("the mayor of Tarn.").
    """
    more = any(letter.isalnum() for letter in text[mark.end : span[1]])
    return more or len(text[span[0] : mark.start].split()) >= _FEW_WORDS


def _outermost(runs: list[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.start, -run.end)):
        if not kept or run.start >= kept[-1].end:
            kept.append(run)
    return kept


# --- double marks ---------------------------------------------------------------------------------


def _double_marks(text: str, span: Span) -> list[_Mark]:
    found = (_double_mark(text, span, match) for match in _DOUBLE.finditer(text, *span))
    return [mark for mark in found if mark]


def _double_mark(text: str, span: Span, match: re.Match[str]) -> _Mark | None:
    start, end = match.span()
    before = text[start - 1] if start > span[0] else "\n"
    after = text[end] if end < span[1] else "\n"
    if before.isdigit() and _INCHES.search(text, max(span[0], start - 6), start):
        return None
    opens = not (before.isalnum() or before in _NEVER_BEFORE_OPENING or after.isspace())
    closes = not (after.isalnum() or after in _NEVER_BEHIND_CLOSING)
    closes = closes and (end == span[1] or not before.isspace())
    side: Side = "either"
    if opens != closes:
        side = "open" if opens else "close"
    return _Mark(start, end, side, _BY_SHAPE.get(match[0], "either"))


# --- single marks: headlines, and texts that quote in nothing else --------------------------------


def _is_single_quoted(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether a text quotes in single marks, with double ones at most inside them."""
    runs = [run for span in paragraphs for run in _single_runs(text, span)]
    if not any(run.closed and text[run.end - 2] in ",.?!" for run in runs):
        return False
    inside = mask_of(len(text), runs)
    return all(inside[match.start()] for match in _DOUBLE.finditer(text))


def _single_runs(text: str, span: Span) -> Iterator[Run]:
    """The passages between single marks, the last one up to the paragraph's end if left open."""
    marks = _single_marks(text, span)
    for opening, closing in zip_longest(marks, marks[1:]):
        if opening.side == "open":
            closed = closing is not None and closing.side == "close"
            yield Run(opening.start, closing.end if closed else span[1], closed)


def _single_marks(text: str, span: Span) -> list[_Mark]:
    """Single marks that pair up, and an opening one at a paragraph's start that does not.

    Of the closing marks behind an opening one the first behind a comma, stop, or question counts:
    the others may be apostrophes ("the workers' hall").
    """
    found = list(_SINGLE.finditer(text, *span))
    openings = [n for n, match in enumerate(found) if match["open"]]
    marks: list[_Mark] = []
    for n, following in pairwise([*openings, len(found)]):
        opening, closings = found[n], found[n + 1 : following]
        closing = next((m for m in closings if text[m.start() - 1] in ",.?!…"), None)
        closing = closing or (closings[-1] if closings else None)
        if closing:
            marks.append(_Mark(*opening.span(), "open"))
            marks.append(_Mark(*closing.span(), "close"))
        elif opening.start() == span[0]:
            marks.append(_Mark(*opening.span(), "open"))
    return marks
