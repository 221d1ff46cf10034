"""Words printed twice: a heading in marks is by whoever says the same in the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import FoundQuote
from briefing.reading.edges import reworded
from briefing.reading.layout import Layout
from briefing.reading.marks import runs_in

SHARE = 0.95
"""Probability that the same words, printed twice in an article, are of the same speaker."""
FEWEST_WORDS = 3
"""Fewest words that are hardly repeated by chance."""
LONGEST_HEADING = 20
"""Most words in a heading."""

_WORDS = re.compile(r"\w+")


def with_repeats(quotes: Sequence[FoundQuote], layout: Layout) -> tuple[FoundQuote, ...]:
    """The quotes, those without a speaker given to who says the same words elsewhere.

    A paragraph that is nothing but such words in marks becomes a quote too.

    Args:
        quotes: with their speakers resolved, in the order of the text.
        layout: of the text they stand in.
    """
    known = _Known([quote for quote in quotes if quote.speaker and not quote.unsaid])
    done = [quote if quote.speaker else known.given(quote) or quote for quote in quotes]
    more = [known.given(heading) for heading in _headings(quotes, layout)]
    found = [*done, *(quote for quote in more if quote)]
    return tuple(sorted(found, key=lambda quote: quote.spans))


@dataclass(frozen=True, slots=True)
class _Known:
    """The quotes whose speaker is known."""

    quotes: Sequence[FoundQuote]

    def given(self, quote: FoundQuote) -> FoundQuote | None:
        """A quote with the speaker of the one quote's words it repeats; None without any."""
        words = _words(quote.text)
        if words.count(" ") <= FEWEST_WORDS:
            return None
        elsewhere = (q for q in self.quotes if q.end <= quote.start or quote.end <= q.start)
        fitting = [other for other in elsewhere if words in _words(other.text)]
        if len({(other.speaker_kind, other.speaker) for other in fitting}) != 1:
            return None
        surest = max(fitting, key=lambda other: other.speaker_confidence)
        return replace(
            quote,
            speaker=surest.speaker,
            speaker_kind=surest.speaker_kind,
            office=surest.office,
            inferred=True,
            speaker_confidence=round(surest.speaker_confidence * SHARE, 3),
        )


def _headings(quotes: Sequence[FoundQuote], layout: Layout) -> Iterator[FoundQuote]:
    """Passages in marks that are not yet a quote, in headings or as a paragraph of their own."""
    taken = {layout.paragraph_at(start) for quote in quotes for start, _ in quote.spans}
    for number, (start, end) in enumerate(layout.paragraphs):
        runs = runs_in(layout.runs, start, end) if number not in taken else ()
        alone = len(runs) == 1 and (runs[0].start, runs[0].end) == (start, end)
        for run in runs if alone or _is_heading(layout.text[start:end]) else ():
            if not alone and len(layout.text[run.start : run.end].split()) <= FEWEST_WORDS:
                continue
            bare = FoundQuote(spans=(), text="", kind="direct", confidence=SHARE)
            yield reworded(bare, layout, [(run.start, run.end)])


def _is_heading(paragraph: str) -> bool:
    return paragraph[-1] not in ".!?…" and len(paragraph.split()) <= LONGEST_HEADING


def _words(text: str) -> str:
    """The words alone, each between spaces, so that one text of words can be sought in another."""
    return f" {' '.join(_WORDS.findall(text.lower()))} "
