"""Interviews printed with bare questions: nothing but the order tells who answers.

Answers stand in marks, or bare between the questions. Bare ones are told from those of a page of
advice by their "I", and the questions by their "you".
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise, takewhile

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.edges import reworded
from briefing.reading.layout import Layout
from briefing.reading.marks import runs_in

INTERVIEWEE = "the interviewee"
"""The speaker of an answer, until it is known who is asked."""
CONFIDENCE = 0.9
"""An estimate: a layout that repeats is hardly chance."""

_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 60
"""Most words in a paragraph that is a question."""
_LONGEST_REMARK = 25
"""Most words in one that asks without being a question ("Some critics find you cold.")."""
_ASKED_SHARE, _ANSWERED_SHARE = 1 / 3, 1 / 2
"""Share of questions with "you" in them, and of bare answers with "I"."""
_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|our)\b")
_YOU = re.compile(r"\byou(?:rs?|rself|['’]\w+)?\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"[—–―-]{1,2}\s?\S")
_CLOSED = re.compile(r"[.!?…][\"”’»)]*\Z")


def answers_in(layout: Layout) -> list[FoundQuote]:
    """Each answer of an interview without names, as one quote; nothing where there is none."""
    paragraphs = layout.paragraphs
    asked = _asked(layout)
    if len(asked) < _FEWEST_QUESTIONS:
        return []
    marked = sum(_is_marked(layout, n + 1) for n in asked) * 2 > len(asked)
    blocks = list(_marked_blocks(layout, asked) if marked else _bare_blocks(layout, asked))
    if len(blocks) < _FEWEST_QUESTIONS or not (marked or _is_talk(layout, asked, blocks)):
        return []
    return [_answer(layout, [paragraphs[n] for n in block]) for block in blocks]


def _asked(layout: Layout) -> list[int]:
    """The numbers of the questions. An answer may end in one: "Then who are all these people?"."""
    asked: list[int] = []
    for n in range(len(layout.paragraphs) - 1):
        answers = asked[-1:] == [n - 1] and not _YOU.search(_words(layout, n))
        if _is_question(layout, n) and not answers:
            asked.append(n)
    return asked


def _marked_blocks(layout: Layout, asked: list[int]) -> Iterator[list[int]]:
    """The paragraphs all in marks behind each question, or behind a remark between two of them."""
    asking = {*asked, *(n for n in range(asked[0], asked[-1]) if _is_remark(layout, n))}
    for question in sorted(asking):
        behind = range(question + 1, len(layout.paragraphs))
        if block := list(takewhile(partial(_is_marked, layout), behind)):
            yield block


def _bare_blocks(layout: Layout, asked: list[int]) -> Iterator[list[int]]:
    """The paragraphs between each question and the next, and the one behind the last question."""
    asking = {*asked, *(n for n in range(asked[0], asked[-1]) if _is_remark(layout, n))}
    ends = [*sorted(asking), asked[-1] + 1 + (_is_signature(layout, asked[-1] + 1)) + 1]
    for question, end in pairwise(ends):
        block = [n for n in range(question + 1, end) if n < len(layout.paragraphs)]
        block = [n for n in block if not _is_signature(layout, n)]
        if block:
            yield block


def _is_talk(layout: Layout, asked: list[int], blocks: list[list[int]]) -> bool:
    """Whether somebody is asked, and answers of himself."""
    to_you = sum(bool(_YOU.search(_words(layout, n))) for n in asked)
    of_me = sum(any(_I.search(_words(layout, n)) for n in block) for block in blocks)
    answered = sum(len(block) for block in blocks)
    whole = answered <= 3 * len(blocks) and all(
        _CLOSED.search(_words(layout, n)) for block in blocks for n in block
    )
    return (
        whole
        and to_you >= _ASKED_SHARE * len(asked)
        and of_me >= max(_ANSWERED_SHARE * len(blocks), 2)
    )


def _is_question(layout: Layout, number: int) -> bool:
    words = _words(layout, number)
    short = len(words.split()) <= _LONGEST_QUESTION
    start, end = layout.paragraphs[number]
    marked = layout.inside[start] or layout.inside[end - 1]
    return words.endswith("?") and short and not marked and not _is_signature(layout, number)


def _is_remark(layout: Layout, number: int) -> bool:
    words = _words(layout, number)
    if _is_marked(layout, number) or len(words.split()) > _LONGEST_REMARK:
        return False
    return bool(_YOU.search(words)) and not _I.search(words)


def _is_signature(layout: Layout, number: int) -> bool:
    in_text = number < len(layout.paragraphs)
    return in_text and _SIGNATURE.match(_words(layout, number)) is not None


def _is_marked(layout: Layout, number: int) -> bool:
    """Whether a paragraph stands in marks from its start to its end."""
    start, end = layout.paragraphs[number]
    runs = runs_in(layout.runs, start, end)
    return len(runs) == 1 and (runs[0].start, runs[0].end) == (start, end)


def _words(layout: Layout, number: int) -> str:
    return layout.text[slice(*layout.paragraphs[number])]


def _answer(layout: Layout, spans: list[Span]) -> FoundQuote:
    quote = FoundQuote(
        spans=(),
        text="",
        kind="direct",
        speaker=INTERVIEWEE,
        inferred=True,
        confidence=CONFIDENCE,
        speaker_confidence=CONFIDENCE,
    )
    return reworded(quote, layout, spans)
