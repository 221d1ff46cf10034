"""Quotation marks: which characters stand between them, whatever style a text is set in.

A paragraph is read on its own, so a stray or forgotten mark never reaches beyond it. A mark opens
or closes by its shape where it has one, and by what stands around it where it has none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from briefing.model import QuoteKind, Span

Side = Literal["open", "close", "either"]

DIRECT_SHARE = 0.95
"""From this share of letters and digits inside marks on, a quote is direct."""
INDIRECT_SHARE = 0.02
"""Up to this share it is indirect; between the two it is mixed."""

_DOUBLE = re.compile("[“”„‟\"＂«»]|''|``")
_BEFORE_OPENING = frozenset(" \t\n\xa0([{—–-/'‘“„\"")
_AFTER_CLOSING = frozenset(" \t\n\xa0)]}—–-/'’”\".,;:!?…")
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
    runs: list[Run] = []
    for n, span in enumerate(paragraphs):
        following = n + 1 if n + 1 < len(paragraphs) else n
        goes_on = following > n and _opens_at(marks[following], paragraphs[following][0])
        left_open = (
            n > 0 and bool(runs) and runs[-1] == Run(runs[-1].start, paragraphs[n - 1][1], False)
        )
        runs += _paragraph_runs(text, span, marks[n], goes_on, left_open)
    return tuple(runs)


def mask_of(length: int, runs: Iterable[Run]) -> NDArray[np.bool_]:
    """For each character of a text of this length, whether it stands inside quotation marks."""
    mask = np.zeros(length, np.bool_)
    for run in runs:
        mask[run.start : run.end] = True
    return mask


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
    text: str, span: Span, marks: list[_Mark], goes_on: bool, left_open: bool
) -> list[Run]:
    stack: list[_Mark] = []
    runs: list[Run] = []
    for mark in marks:
        side = mark.side
        if side == "either":
            side = mark.shape if mark.shape != "either" else ("close" if stack else "open")
        if side == "open":
            stack.append(mark)
        elif stack:
            runs.append(Run(stack.pop().start, mark.end))
        elif left_open and not runs:
            runs.append(Run(span[0], mark.end))
    starts = sorted([run.start for run in runs] + [mark.start for mark in stack])
    for mark in stack:
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
    if goes_on and (alone or mark.start == start):
        return Run(mark.start, end, closed=False)
    introduced = text[start : mark.start].rstrip().endswith((":", ","))
    if alone and (mark.start == start or introduced):
        return Run(mark.start, end, closed=False)
    sentence = _SENTENCE_END.search(text, mark.end, limit)
    stop = sentence.end() if sentence else limit
    return Run(mark.start, mark.start + len(text[mark.start : stop].rstrip()), closed=False)


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
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = after in _AFTER_CLOSING and not before.isspace()
    side: Side = "either"
    if opens != closes:
        side = "open" if opens else "close"
    return _Mark(start, end, side, _BY_SHAPE.get(match[0], "either"))


# --- single marks: headlines, and texts that quote in nothing else --------------------------------


def _is_single_quoted(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether a text quotes in single marks, with double ones at most inside them."""
    pairs = [
        (opening.start, closing.end)
        for span in paragraphs
        for opening, closing in pairwise(_single_marks(text, span))
        if opening.side == "open" and closing.side == "close"
    ]
    if not any(text[end - 2] in ",.?!" for _, end in pairs):
        return False
    inside = mask_of(len(text), [Run(*pair) for pair in pairs])
    return all(inside[match.start()] for match in _DOUBLE.finditer(text))


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
