"""The engine: one article's text in, its reading out. Nothing is stored and nothing fetched.

It runs the parts in the order in which they need each other: what is no prose is set aside first,
then quotes are found, then people, then who said what, then figures.
"""

import re
from collections.abc import Iterable, Sequence

from briefing.kinds import Span
from briefing.model import FoundFigure, FoundQuote, Reading

_LINE_ENDS = {ord(end): "\n" for end in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
_WORD = re.compile(r"[^\W_]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
# One character for one, so that every offset still holds: controls, bidi controls, zero-width
# characters and lone surrogates become spaces.
_UNREADABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\r\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def read(text: str) -> Reading:
    """Read one article: its people, organisations, quotes with their speakers, and figures.

    Args:
        text: the article as it came, of any length and with any characters in it.

    Returns:
        The reading. All offsets are characters into ``text`` as given.
    """
    from briefing.reading.figures import find_figures
    from briefing.reading.header import read_header
    from briefing.reading.people import find_people
    from briefing.reading.quotes import find_quotes
    from briefing.reading.repeated import with_repeats
    from briefing.reading.speakers import resolve
    from briefing.reading.tagging import tag
    from briefing.reading.told import with_tellers
    from briefing.reading.unsaid import with_speakers

    plain = readable(text)
    if not _WORD.search(plain):
        return Reading()
    credits = read_header(plain).credits
    tagging = tag(plain)
    quotes = _outside(credits, find_quotes(tagging))
    sources = [quote.speaker_span for quote in quotes if quote.speaker_span]
    people, organisations = find_people(plain, tagging.names, credits, sources)
    figures = _figures_outside(credits, find_figures(plain))
    spoken = with_speakers(resolve(plain, quotes, people, organisations), plain)
    spoken = with_tellers(with_repeats(spoken, tagging.layout))
    return Reading(spoken, people, organisations, figures)


def warm() -> None:
    """Load the models now: about a second that the first article would otherwise take."""
    read("“It will rain,” Mira Talan said.")


def readable(text: str) -> str:
    """The text with every character that is no writing replaced by one space or line end."""
    text = _LONE_RETURN.sub("\n", text).translate(_LINE_ENDS)
    return _UNREADABLE.sub(" ", text)


def _outside(credits: Iterable[Span], quotes: Iterable[FoundQuote]) -> list[FoundQuote]:
    spans = list(credits)
    return [quote for quote in quotes if not _touches(quote.start, quote.end, spans)]


def _figures_outside(
    credits: Iterable[Span], figures: Iterable[FoundFigure]
) -> tuple[FoundFigure, ...]:
    spans = list(credits)
    return tuple(f for f in figures if not _touches(f.start, f.end, spans))


def _touches(start: int, end: int, spans: Sequence[Span]) -> bool:
    return any(start < b and a < end for a, b in spans)
