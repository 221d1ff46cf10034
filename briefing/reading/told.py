"""What somebody quoted tells that others said: "She said the premier had told her to go".

PolNeAR, which the tagger learnt from, marks nothing inside a quote. So the tagger only tells where
someone may be said to have said something there, and such words are read once more by themselves.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.edges import settle
from briefing.reading.grouping import attributions
from briefing.reading.phrases import PRONOUNS, is_human
from briefing.reading.speech import to_quotes
from briefing.reading.tagging import Settings, Tagging, decode, look

HINT = 0.8
"""How likely a cue must be inside a quote for its words to be read once more: a tenth of all."""
SURE = 0.5
"""Probability from which on what is told is kept: 33 of 39 were right on articles held out."""
FEWEST_WORDS = 5
"""Fewest words that can hold an attribution and what was said."""

FEWEST_TOLD = 3
"""Fewest words told that are worth a quote of their own."""

_DETERMINER = re.compile(
    r"(?:the|an?|this|that|these|those|his|her|their|its|our|my)\s+", re.IGNORECASE
)
_MARKS = re.compile(r"[\s\"“”„‟«»‘’'`]*")


def with_told(
    quotes: Sequence[FoundQuote], tagging: Tagging, settings: Settings
) -> list[FoundQuote]:
    """The quotes and what is told inside them, in the order of the text.

    Who is only "he" or "both of them" in someone else's mouth is left out.
    """
    known = [quote.cue_span for quote in quotes if quote.cue_span]
    found = chain.from_iterable(_told(quote, tagging, settings) for quote in quotes)
    more = [quote for quote in found if quote.cue_span and not _touches(quote.cue_span, known)]
    return sorted([*quotes, *more], key=lambda quote: quote.spans)


def with_tellers(quotes: Sequence[FoundQuote]) -> tuple[FoundQuote, ...]:
    """The quotes, those inside another with the speaker of the nearest one as who tells them."""
    nearest = teller_of(quotes)
    return tuple(
        replace(quote, told_by=quotes[nearest[n]].speaker) if n in nearest else quote
        for n, quote in enumerate(quotes)
    )


def teller_of(quotes: Sequence[FoundQuote]) -> dict[int, int]:
    """For the number of each quote that stands inside another, the number of the nearest one."""
    order = sorted(range(len(quotes)), key=lambda n: (quotes[n].start, -quotes[n].end))
    around: list[int] = []
    nearest: dict[int, int] = {}
    for n in order:
        around = [m for m in around if quotes[m].end > quotes[n].start]
        if outer := [m for m in around if tells_of(quotes[m], quotes[n])]:
            nearest[n] = min(outer, key=lambda m: quotes[m].end - quotes[m].start)
        around.append(n)
    return nearest


def tells_of(outer: FoundQuote, inner: FoundQuote) -> bool:
    """Whether a quote stands inside another with its attribution and all."""
    own = [*inner.spans, inner.cue_span, inner.speaker_span]
    return all(
        span is not None and any(start <= span[0] and span[1] <= end for start, end in outer.spans)
        for span in own
    )


def _told(quote: FoundQuote, tagging: Tagging, settings: Settings) -> Iterator[FoundQuote]:
    text, starts = tagging.layout.text, tagging.layout.word_start
    for start, end in quote.spans:
        low, high = np.searchsorted(starts, (start, end))
        if high - low < FEWEST_WORDS or tagging.inner_cue[low:high].max() < HINT:
            continue
        offset = match.end() if (match := _MARKS.match(text, start, end)) else start
        for inner in _read_alone(text[offset:end].rstrip("\"“”„‟«»‘’'` ,"), settings):
            known = inner.speaker is not None and _speaks(inner.speaker)
            long = len(inner.text.split()) >= FEWEST_TOLD
            if known and long and inner.cue_span and inner.confidence >= SURE:
                yield _moved(inner, offset)


def _speaks(words: str) -> bool:
    """Whether the words for a speaker are a name, or those for somebody: no boat, no report."""
    core = _DETERMINER.sub("", words)
    if not core or core.lower().split()[-1] in PRONOUNS:
        return False
    return core[0].isupper() or is_human(core)


def _read_alone(words: str, settings: Settings) -> list[FoundQuote]:
    tagging = decode(look(words), settings)
    return settle(to_quotes(attributions(tagging, settings), tagging, settings), tagging.layout)


def _moved(quote: FoundQuote, offset: int) -> FoundQuote:
    """A quote of words that begin at ``offset`` of the whole text."""

    def moved(span: Span | None) -> Span | None:
        return span and (span[0] + offset, span[1] + offset)

    return replace(
        quote,
        spans=tuple((start + offset, end + offset) for start, end in quote.spans),
        cue_span=moved(quote.cue_span),
        speaker_span=moved(quote.speaker_span),
    )


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
