"""A reading as ``briefing extract`` prints it: plain dicts with the documented keys, in order."""

from collections.abc import Sequence
from typing import Any

from briefing.model import FoundFigure, FoundPerson, FoundQuote, Reading, Role
from briefing.reading.told import teller_of


def as_json(reading: Reading, article_id: str | None = None) -> dict[str, Any]:
    """One article's reading as a JSON object; offsets are into the text that was read."""
    return {
        "id": article_id,
        "quotes": _quotes(reading.quotes),
        "people": [_person(person) for person in reading.people],
        "figures": [_figure(figure) for figure in reading.figures],
    }


def _quotes(quotes: Sequence[FoundQuote]) -> list[dict[str, Any]]:
    """The quotes as the article gives them; what is told inside one stands in its ``told``."""
    nearest = teller_of(quotes)
    shown = [_quote(quote) for quote in quotes]
    for n, outer in nearest.items():
        shown[outer]["told"].append(shown[n])
    return [one for n, one in enumerate(shown) if n not in nearest]


def _quote(quote: FoundQuote) -> dict[str, Any]:
    cue_start, cue_end = quote.cue_span or (None, None)
    speaker_start, speaker_end = quote.speaker_span or (None, None)
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "spans": [list(span) for span in quote.spans],
        "kind": quote.kind,
        "cue": quote.cue,
        "cue_start": cue_start,
        "cue_end": cue_end,
        "speaker": quote.speaker,
        "speaker_start": speaker_start,
        "speaker_end": speaker_end,
        "speaker_kind": quote.speaker_kind,
        "confidence": quote.confidence,
        "speaker_confidence": quote.speaker_confidence,
        "unsaid": quote.unsaid,
        "told": [],
    }


def _person(person: FoundPerson) -> dict[str, Any]:
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "roles": [_role(role) for role in person.roles],
        "country": person.country,
        "mentions": [list(span) for span in person.mentions],
    }


def _role(role: Role) -> dict[str, Any]:
    return {
        "title": role.title,
        "country": role.country,
        "organisation": role.organisation,
        "former": role.former,
        "start": role.start,
        "end": role.end,
    }


def _figure(figure: FoundFigure) -> dict[str, Any]:
    return {
        "start": figure.start,
        "end": figure.end,
        "kind": figure.kind,
        "value": _number(figure.value),
        "value_max": None if figure.value_max is None else _number(figure.value_max),
        "unit": figure.unit,
        "hedge": figure.hedge,
        "as_written": figure.as_written,
        "equivalents": [
            {"value": _number(e.value), "unit": e.unit, "start": e.start, "end": e.end}
            for e in figure.equivalents
        ],
        "about": figure.about,
    }


def _number(value: float) -> int | float:
    """Whole numbers without a fraction, so that 164 people are 164 and not 164.0."""
    return int(value) if value.is_integer() else value
