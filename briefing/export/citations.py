"""A quote as one cites it."""

from briefing.rows import QuoteRow


def citation(quote: QuoteRow) -> str:
    """The words, who said them, and where they stand: ready to be pasted.

    A speaker that is not sure is cited as "probably"; what was not said stands behind its cue,
    and who tells it is named where it is not the article.
    """
    words = quote.text if quote.kind != "indirect" else f"[reported] {quote.text}"
    if quote.unsaid:
        words = f"[{quote.cue or 'not said'}] {quote.text}"
    named = quote.speaker or quote.speaker_as_written
    speaker = named or "speaker not named"
    if quote.role and quote.role.casefold() not in speaker.casefold():
        speaker += f" ({quote.role})"
    if named and not quote.is_sure:
        speaker = f"probably {speaker}"
    if quote.told_by:
        speaker += f", as {quote.told_by} tells it"
    place = ", ".join(part for part in (quote.outlet, (quote.published or "")[:10]) if part)
    source = f"“{quote.title}”" + (f", {place}" if place else "")
    return "\n".join(part for part in (f"{words} — {speaker}", source, quote.url) if part)
