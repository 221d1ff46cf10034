"""Where quotes begin and end: whole marked passages, no datelines, no marks in a speaker."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.datelines import read_dateline
from briefing.reading.layout import Layout
from briefing.reading.marks import Run, kind_of, runs_in

JOINT = " … "
"""What stands between the parts of a quote in its text."""

_NO_SPEAKERS = frozenset(
    "a an the this of in on at by for to from with and or but as is was were had has have".split()
)
_ASKING = frozenset(("Who", "Which", "What", "Nobody", "Whoever"))
_DATELINES = 5
"""First paragraphs of an article that may begin with a dateline: a byline may come before it."""
_LONGEST_SPEAKER = 60
"""Most characters that a speaker cut short may lack before its cue."""


def reworded(quote: FoundQuote, layout: Layout, spans: Iterable[Span]) -> FoundQuote:
    """The quote with other parts: sorted, and made one where no letter or digit parts them.

    Parts in different paragraphs stay apart.
    """
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and _adjoin(layout, joined[-1], start):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    parts = tuple(joined)
    return replace(
        quote,
        spans=parts,
        text=JOINT.join(_one_line(layout.text[start:end]) for start, end in parts),
        kind=kind_of(layout.text, layout.inside, parts),
    )


def _adjoin(layout: Layout, part: Span, start: int) -> bool:
    gap = layout.text[part[1] : start]
    if any(letter.isalnum() for letter in gap):
        return False
    return "\n" not in gap or layout.paragraph_at(part[0]) == layout.paragraph_at(start)


def _one_line(words: str) -> str:
    return re.sub(r"\s*\n\s*", " ", words)


def settle(quotes: Iterable[FoundQuote], layout: Layout) -> list[FoundQuote]:
    """The quotes with their edges where a reader would set them."""
    settled = [_speaker_outside(_without_dateline(quote, layout), layout) for quote in quotes]
    settled = [
        quote
        for quote in settled
        if (quote.speaker or quote.kind == "direct")
        and not _names_speaker_in_dateline(quote, layout)
    ]
    wider = _wider(settled, layout)
    return [reworded(quote, layout, [*quote.spans, *wider[n]]) for n, quote in enumerate(settled)]


def _wider(quotes: Sequence[FoundQuote], layout: Layout) -> dict[int, list[Span]]:
    """For each quote the marked passages to take in whole: those that it shares with no other.

    One person speaks all of a passage, unless the attribution itself stands inside it.
    """
    takers: dict[Run, set[int]] = defaultdict(set)
    for n, quote in enumerate(quotes):
        for start, end in quote.spans:
            for run in runs_in(layout.runs, start, end):
                takers[run].add(n)
    wider: dict[int, list[Span]] = defaultdict(list)
    for run, numbers in takers.items():
        for n in numbers if len(numbers) == 1 else ():
            cue = quotes[n].cue_span
            if not cue or cue[1] <= run.start or run.end <= cue[0]:
                wider[n].append((run.start, run.end))
    return wider


def _without_dateline(quote: FoundQuote, layout: Layout) -> FoundQuote:
    start, end = quote.spans[0]
    paragraph = layout.paragraphs[layout.paragraph_at(start)]
    if paragraph[0] != start:
        return quote
    dateline = read_dateline(layout.text[slice(*paragraph)])
    if not dateline or start + dateline.span[1] >= end:
        return quote
    words = layout.text[start + dateline.span[1] : end].lstrip()
    return reworded(quote, layout, [(end - len(words), end), *quote.spans[1:]])


def _names_speaker_in_dateline(quote: FoundQuote, layout: Layout) -> bool:
    """Whether the town that an article comes from is taken for a speaker ("KARSK: The …")."""
    if not quote.speaker_span or quote.cue != ":":
        return False
    number = layout.paragraph_at(quote.speaker_span[0])
    start, end = layout.paragraphs[number]
    if number >= _DATELINES or quote.speaker_span[0] != start:
        return False
    dateline = read_dateline(layout.text[start:end])
    return dateline is not None and quote.speaker_span[1] <= start + dateline.span[1]


def _speaker_outside(quote: FoundQuote, layout: Layout) -> FoundQuote:
    """The quote with a speaker that ends before a passage in marks, and is more than "the"."""
    if not quote.speaker_span:
        return quote
    start, end = quote.speaker_span
    for run in runs_in(layout.runs, start, end):
        if start < run.start:
            end = min(end, run.start)
    if quote.cue_span and layout.text[start:end].lower() in _NO_SPEAKERS:
        before_cue = layout.text[end : quote.cue_span[0]]
        if re.fullmatch(r"( [\w'’.\-]+)+ ", before_cue) and len(before_cue) <= _LONGEST_SPEAKER:
            end = quote.cue_span[0]
    words = layout.text[start:end].rstrip(" \n,;:—–-\"'“‘")
    end = start + len(words)
    if not words or words.lower() in _NO_SPEAKERS or words in _ASKING:
        return replace(quote, speaker=None, speaker_span=None)
    return replace(quote, speaker=_one_line(words), speaker_span=(start, end))
