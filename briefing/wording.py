"""What differs between two texts, word by word."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

Kind = Literal["same", "gone", "new"]

MOST_CELLS = 100_000_000
"""Words of one text times words of the other up to which they are compared, paragraphs likewise;
beyond it they count as replaced. 10,000 by 10,000 words take 12 MB for as long as it takes."""

KEPT = 20
"""Words kept before and behind a change where what stayed the same is cut."""

MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""What stands around a part where colours do not: the marks of wdiff."""

_TOKEN = re.compile(r"\S+\s*")
_OUTSIDE = re.compile(r"^[\W_]+|[\W_]+$")
_LINE = re.compile(r"[^\n]*\n*")


class Part(NamedTuple):
    """Words that stayed, went or came, with the blanks behind them."""

    kind: Kind
    text: str


def differences(old: str, new: str, key: Callable[[str], str] = str.strip) -> list[Part]:
    """The parts of which the new text is made, with those of the old one that are gone between.

    Paragraphs are set beside each other first, then the words of those that differ. Words are the
    same where their ``key`` is.
    """
    parts: list[Part] = []
    for kept, gone, came in _aligned(_LINE.findall(old), _LINE.findall(new), str.strip):
        if kept:
            parts.append(Part("same", "".join(came)))
        else:
            parts += _words_of_lines("".join(gone), "".join(came), key)
    return _joined(part for part in parts if part.text)


def _words_of_lines(old: str, new: str, key: Callable[[str], str]) -> list[Part]:
    runs = _aligned(_TOKEN.findall(old), _TOKEN.findall(new), key)
    parts: list[Part] = []
    for kept, gone, came in _without_islands(runs):
        if kept:
            parts.append(Part("same", "".join(came)))
        else:
            parts += [Part("gone", "".join(gone)), Part("new", "".join(came))]
    return parts


_Run = tuple[bool, list[str], list[str]]
"""Whether tokens are the same, those of the old text, and those of the new."""


def _aligned(old: Sequence[str], new: Sequence[str], key: Callable[[str], str]) -> list[_Run]:
    """The tokens in runs that are the same and runs that differ, by turns."""
    a, b = [key(token) for token in old], [key(token) for token in new]
    if a == b:
        return [(True, list(old), list(new))]
    if len(a) * len(b) > MOST_CELLS:
        return [(False, list(old), list(new))]
    from rapidfuzz.distance import LCSseq

    runs: list[_Run] = []
    for step in LCSseq.opcodes(a, b):
        kept = step.tag == "equal"
        gone, came = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if runs and not kept and not runs[-1][0]:
            runs[-1][1].extend(gone)
            runs[-1][2].extend(came)
        else:
            runs.append((kept, list(gone), list(came)))
    return runs


def _without_islands(runs: Iterable[_Run]) -> list[_Run]:
    """The runs, where a few chance words between two larger changes belong to one change."""
    kept: list[_Run] = []
    for run in runs:
        kept.append(run)
        if len(kept) > 2 and not run[0] and len(kept[-2][2]) < min(_size(kept[-3]), _size(run)):
            (_, gone, came), (_, old, new), _ = kept[-3:]
            kept[-3:] = [(False, gone + old + run[1], came + new + run[2])]
    return kept


def _size(run: _Run) -> int:
    return max(len(run[1]), len(run[2]))


def _joined(parts: Iterable[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].kind == part.kind:
            joined[-1] = Part(part.kind, joined[-1].text + part.text)
        else:
            joined.append(part)
    return joined


def abridged(parts: Sequence[Part], kept: int = KEPT) -> list[Part]:
    """The parts, with no more of what stayed the same than a few words beside each change."""
    return [
        Part("same", _cut(part.text, kept, number > 0, number < len(parts) - 1))
        if part.kind == "same"
        else part
        for number, part in enumerate(parts)
    ]


def _cut(text: str, kept: int, behind: bool, before: bool) -> str:
    """The first words where a change is ``behind`` them, the last where they are ``before`` one."""
    words = _TOKEN.findall(text)
    if len(words) <= kept * (behind + before):
        return text
    head = "".join(words[: kept * behind]).rstrip()
    tail = "".join(words[len(words) - kept * before :])
    return f"{head} …\n\n… {tail}" if head and tail else f"{head} …" if head else f"… {tail}"


def within(parts: Sequence[Part]) -> list[Part]:
    """The parts, with "…" for words that are gone from either end: a cut is no change of words."""
    cut = list(parts)
    if len(cut) > 1 and cut[0].kind == "gone":
        cut[0] = Part("same", "… ")
    if len(cut) > 1 and cut[-1].kind == "gone":
        cut[-2] = Part(cut[-2].kind, cut[-2].text.rstrip())
        cut[-1] = Part("same", " …")
    return cut


def carried(whole: str, text: str) -> list[Part]:
    """How a quote's words differ from the longest form of what it says; none where they do not.

    Case and punctuation are no difference; what is cut from either end is "…".
    """
    parts = differences(flat(whole), flat(text), _word)
    return within(parts) if any(part.kind != "same" for part in parts) else []


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def _word(token: str) -> str:
    return _OUTSIDE.sub("", token.casefold().replace("’", "'"))


def marked(parts: Sequence[Part]) -> tuple[str, list[tuple[int, int, Kind]]]:
    """The parts as one text with their ``MARKS``, and where in it words went or came."""
    pieces: list[str] = []
    spans: list[tuple[int, int, Kind]] = []
    at = 0
    for number, (kind, text) in enumerate(parts):
        first, last = MARKS[kind]
        words = text.rstrip()
        piece = f"{first}{words}{last}" if words else ""
        if kind != "same" and piece:
            spans.append((at, at + len(piece), kind))
        blank = text[len(words) :] or (" " if last else "")
        if kind == "gone" and parts[number + 1 : number + 2] and parts[number + 1].kind == "new":
            blank = blank if "\n" in words else " "
        pieces.append(piece + blank)
        at += len(piece) + len(blank)
    return "".join(pieces).rstrip(), spans
