"""A quote as one cites it."""

from briefing.model import QuoteRow


def citation(quote: QuoteRow) -> str:
    """The words, who said them, and where they stand: ready to be pasted.

    A speaker that is not sure is cited as "probably".
    """
    words = quote.text if quote.kind != "indirect" else f"[reported] {quote.text}"
    speaker = quote.speaker or "speaker not named"
    if quote.role and quote.role.casefold() not in speaker.casefold():
        speaker += f" ({quote.role})"
    if quote.inferred:
        speaker = f"probably {speaker}"
    place = ", ".join(part for part in (quote.outlet, (quote.published or "")[:10]) if part)
    source = f"“{quote.title}”" + (f", {place}" if place else "")
    return "\n".join(part for part in (f"{words} — {speaker}", source, quote.url) if part)
