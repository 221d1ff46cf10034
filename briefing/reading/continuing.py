"""Quotes that go on without naming their speaker again, by the customs of newspaper setting.

A second half behind the attribution belongs to the quote before it, and so does a paragraph that
opens its marks again after one that left them open. A paragraph that is nothing but a quote is one
more by the speaker of the paragraph before. Passages in marks that fit neither are titles and
irony, and are left alone.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.edges import reworded
from briefing.reading.layout import Layout
from briefing.reading.marks import Run, runs_in

CLOSED_SHARE = 0.9
"""Probability that a paragraph that is a quote and nothing else is of the speaker before."""
REPORTED_SHARE = 0.85
"""Where the paragraph before ends in reported speech, which the quote then gives in full."""
MARKED = 0.9
"""Probability that a marked passage which fits these customs is a quote."""
UNATTRIBUTED = 0.6
"""The same where nothing tells who speaks."""

_LONGEST_CHAIN = 2
"""Paragraphs in a row that a speaker is carried on to with the marks closed: then it is a talk."""
_MOST_WORDS = 12
"""Most words between a quote and its second half, as in "said Ilse Oran, the mayor of Tarn"."""

_SENTENCE_BREAK = re.compile(r"(?<!\b[A-Z])(?<!\b[MDS][rst])(?<!\bMrs)[.!?…][\"”’)\]]*\s+(?=\S)")
_ASKING = re.compile(r"\b(?:ask|asks|asked|inquired|enquired)\b")
_MARKS = "\"“”„‟«»'‘’` \t"


def carried_on(quotes: Iterable[FoundQuote], layout: Layout) -> list[FoundQuote]:
    """The quotes with their second halves, and with those that only their place attributes."""
    by_place: dict[int, list[FoundQuote]] = defaultdict(list)
    for quote in quotes:
        if _is_guess(quote, layout):
            continue
        by_place[layout.paragraph_at(quote.start)].append(quote)
    done: list[FoundQuote] = []
    before: _Before | None = None
    waiting: list[Span] = []
    for number, span in enumerate(layout.paragraphs):
        told, here = _told_and_others(by_place[number], number, layout)
        covered = sorted(part for quote in here for part in quote.spans)
        free = [run for run in runs_in(layout.runs, *span) if not _touches(run, covered)]
        here, free = _with_halves(here, free, layout)
        if before and before.open and free and free[0].start == span[0]:
            done.remove(before.quote)
            here.insert(0, _joined(before.quote, free, span, layout, bool(here)))
        elif number and (more := _following(free, span, before, layout, bool(here))):
            here.append(more)
        if waiting and here and here[0].start == span[0] and here[0].cue:
            done = [quote for quote in done if quote.spans[0] not in waiting]
            here[0] = reworded(here[0], layout, [*waiting, *here[0].spans])
        waiting = [*waiting, *opened] if (opened := _left_open(free, span)) else []
        before = _state(here, span, before, layout)
        done += [*here, *told]
    return done


def _is_guess(quote: FoundQuote, layout: Layout) -> bool:
    """Whether a paragraph that is a quote hangs on words of another that do not lead up to it."""
    if quote.kind != "direct" or not quote.cue_span or not (quote.cue or "")[0].isalpha():
        return False
    home = layout.paragraph_at(quote.start)
    cue = layout.paragraph_at(quote.cue_span[0])
    if cue == home or len(quote.spans) > 1 or quote.spans[0] != layout.paragraphs[home]:
        return False
    return cue > home or layout.text[layout.paragraphs[cue][1] - 1] not in ":,"


@dataclass(frozen=True, slots=True)
class _Before:
    """How a paragraph ends: its last quote, and for how many paragraphs its speaker was carried.

    ``open`` tells that the quote's marks were left open, ``last`` that no sentence follows it.
    """

    quote: FoundQuote
    open: bool
    last: bool
    chain: int


# --- second halves --------------------------------------------------------------------------------


def _with_halves(
    quotes: list[FoundQuote], free: list[Run], layout: Layout
) -> tuple[list[FoundQuote], list[Run]]:
    """The quotes of a paragraph with those of its free runs that are a part of one of them."""
    quotes, left = list(quotes), []
    for run in free:
        at = _whose(run, quotes, layout)
        if at is None:
            left.append(run)
            continue
        quote, part = quotes[at], (run.start, run.end)
        if quote.kind == "indirect":
            spoken = _inferred(quote, REPORTED_SHARE)
            quotes.insert(at + 1, reworded(spoken, layout, [part]))
        else:
            quotes[at] = reworded(quote, layout, [*quote.spans, part])
    return quotes, left


def _whose(run: Run, quotes: Sequence[FoundQuote], layout: Layout) -> int | None:
    """The number of the quote that a run is a part of: the one before it, or right behind it."""
    text = layout.text
    starts_sentence = _is_sentence(text[run.start : run.end])
    later = bisect_right(quotes, run.start, key=lambda quote: quote.start)
    if later > 0:
        earlier = quotes[later - 1]
        reach = _extent(earlier, run)[1]
        whole = earlier.kind != "indirect" or starts_sentence
        if reach <= run.start and whole and _leads_on(text[reach : run.start], starts_sentence):
            return later - 1
    if later < len(quotes) and starts_sentence and quotes[later].kind == "direct":
        paragraph = layout.paragraphs[layout.paragraph_at(run.start)][0]
        before = text[max(paragraph, run.start - 6) : run.start].rstrip(_MARKS)
        fresh = before[-1:] in ("", ".", "!", "?", ":")
        gap = text[run.end : _extent(quotes[later], None)[0]]
        if fresh and not _has_words(gap):
            return later
    return None


def _leads_on(gap: str, starts_sentence: bool) -> bool:
    """Whether what stands between a quote and a run lets the run be the quote's second half."""
    if not _has_words(gap):
        return starts_sentence or gap.strip(_MARKS).endswith(",")
    if len(gap.split()) > _MOST_WORDS or _SENTENCE_BREAK.search(gap.rstrip()):
        return False
    return gap.rstrip().endswith("." if starts_sentence else ",")


def _extent(quote: FoundQuote, run: Run | None) -> Span:
    """From where to where a quote reaches in its paragraph, cue and speaker included."""
    spans = [span for span in (*quote.spans, quote.cue_span, quote.speaker_span) if span]
    if run:
        spans = [span for span in spans if span[0] < run.start] or spans
    return min(span[0] for span in spans), max(span[1] for span in spans)


# --- paragraphs that are a quote and nothing else -------------------------------------------------


def _told_and_others(
    quotes: list[FoundQuote], number: int, layout: Layout
) -> tuple[list[FoundQuote], list[FoundQuote]]:
    """The quotes told inside a paragraph that is all in marks, and the others, both in order.

    In "“He called at noon. He said it was late.”" whoever the paragraph quotes tells of him. One
    that seems to be told in there by a speaker outside is left out. A turn of a transcript is not
    told.
    """
    quotes = sorted(quotes, key=lambda quote: quote.spans)
    span = layout.paragraphs[number]
    runs = runs_in(layout.runs, *span)
    parts = [(run.start, run.end) for run in runs]
    if (
        not runs
        or _has_words(_outside(layout, span, parts))
        or _lacks_end(runs[-1], number, layout)
    ):
        return [], quotes
    inside = [
        quote
        for quote in quotes
        if quote.cue != ":" and _are_within((*quote.spans, quote.cue_span), parts)
    ]
    told = [quote for quote in inside if _are_within([quote.speaker_span], parts)]
    return told, [quote for quote in quotes if quote not in inside]


def _lacks_end(run: Run, number: int, layout: Layout) -> bool:
    """Whether a closing mark is missing, and no next paragraph shows that this was meant."""
    if run.closed:
        return False
    after = layout.paragraphs[number + 1][0] if number + 1 < len(layout.paragraphs) else -1
    return all(other.start != after for other in runs_in(layout.runs, after, after + 1))


def _are_within(spans: Iterable[Span | None], parts: Sequence[Span]) -> bool:
    """Whether all of these spans stand in the same passage."""
    own = list(spans)
    return any(all(span and a <= span[0] and span[1] <= b for span in own) for a, b in parts)


def _joined(
    quote: FoundQuote, free: list[Run], span: Span, layout: Layout, attributed: bool
) -> FoundQuote:
    """The quote whose marks were left open, with what this paragraph adds to it."""
    runs = [(run.start, run.end) for run in free]
    more = runs[:1] if attributed or _has_words(_outside(layout, span, runs)) else runs
    return reworded(quote, layout, [*quote.spans, *more])


def _following(
    free: list[Run], span: Span, before: _Before | None, layout: Layout, attributed: bool
) -> FoundQuote | None:
    """The quote that a paragraph is without saying who speaks."""
    if not free or attributed:
        return None
    runs = [(run.start, run.end) for run in free]
    sentence = _is_sentence(layout.text[runs[0][0] : runs[-1][1]])
    whole = free[-1].closed or _left_open(free, span)
    if _has_words(_outside(layout, span, runs)) or not (sentence and whole):
        return None
    return reworded(_carried(before), layout, runs)


def _left_open(free: list[Run], span: Span) -> list[Span]:
    """A paragraph that is one quote left open: who speaks may be told by the next one."""
    if len(free) == 1 and free[0] == Run(*span, closed=False):
        return [span]
    return []


def _carried(before: _Before | None) -> FoundQuote:
    unknown = FoundQuote(spans=(), text="", kind="direct", confidence=UNATTRIBUTED)
    if not before or not before.quote.speaker:
        return unknown
    if asks(before.quote) or not before.last or before.chain >= _LONGEST_CHAIN:
        return unknown
    reported = before.quote.kind == "indirect"
    return _inferred(before.quote, REPORTED_SHARE if reported else CLOSED_SHARE)


def asks(quote: FoundQuote) -> bool:
    """Whether a quote asks something, so that what follows may be another's answer."""
    asked = quote.cue is not None and _ASKING.search(quote.cue) is not None
    return asked or quote.text.rstrip(_MARKS).endswith("?")


def _inferred(quote: FoundQuote, share: float) -> FoundQuote:
    """A quote of the same speaker, yet without words."""
    return FoundQuote(
        spans=(),
        text="",
        kind="direct",
        speaker=quote.speaker,
        inferred=quote.speaker is not None,
        confidence=MARKED,
        speaker_confidence=round(quote.speaker_confidence * share, 3),
    )


def _state(
    here: Sequence[FoundQuote], span: Span, before: _Before | None, layout: Layout
) -> _Before | None:
    if not here:
        return None
    quote = max(here, key=lambda quote: _extent(quote, None)[1])
    end = min(_extent(quote, None)[1], span[1])
    runs = runs_in(layout.runs, *span)
    left_open = bool(runs) and not runs[-1].closed and runs[-1].end == span[1] <= quote.end
    last = not _SENTENCE_BREAK.search(layout.text, max(end - 1, span[0]), span[1])
    chain = before.chain + 1 if before and quote.inferred and not before.open else 0
    return _Before(quote, left_open, last, chain)


# --- words ----------------------------------------------------------------------------------------


def _is_sentence(passage: str) -> bool:
    """Whether a marked passage is a sentence or more: it starts with a capital and is ended."""
    words = passage.strip(_MARKS)
    return bool(words) and not words[0].islower() and words[-1] in ".,!?…—–-"


def _has_words(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _outside(layout: Layout, span: Span, parts: Sequence[Span]) -> str:
    edges = [span[0], *(edge for part in parts for edge in part), span[1]]
    return " ".join(layout.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _touches(run: Run, parts: Sequence[Span]) -> bool:
    before = bisect_left(parts, run.end, key=lambda part: part[0])
    return before > 0 and parts[before - 1][1] > run.start
