"""The small types that every room shares; importing them costs nothing."""

from typing import Literal, NamedTuple

Span = tuple[int, int]
"""Start and end in characters, half open: ``text[start:end]``."""

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organisation", "unnamed"]
FigureKind = Literal["money", "percent", "people", "count"]
DiscrepancyClass = Literal["value", "conversion", "update", "scope", "rounding"]
ReadingState = Literal["queued", "done", "failed", "unsupported"]


class Equivalent(NamedTuple):
    """The same amount in another unit, given in brackets behind a figure."""

    value: float
    unit: str
    start: int
    end: int
