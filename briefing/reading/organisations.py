"""Organisations of one article that speak or act."""

from collections.abc import Sequence

from briefing.model import FoundOrganisation, Span
from briefing.reading.entities import Entity
from briefing.reading.names import Word
from briefing.reading.roles import Context


def find_organisations(
    text: str,
    words: list[Word],
    labelled: Sequence[Entity],
    people: Sequence[Span],
    context: Context,
) -> tuple[FoundOrganisation, ...]:
    """The organisations, in order of first mention."""
    del words, context
    taken = [(a, b) for a, b in people]
    found: dict[str, list[Span]] = {}
    for start, end, label in labelled:
        if label != "ORG" or any(a < end and start < b for a, b in taken):
            continue
        begin = start + 4 if text[start : start + 4].lower() == "the " else start
        found.setdefault(text[begin:end], []).append((begin, end))
    return tuple(FoundOrganisation(name, tuple(spans)) for name, spans in found.items())
