"""The quotes of a text: one call over the tagger and the rules on top of it."""

from briefing.model import FoundQuote


def find_quotes(text: str) -> list[FoundQuote]:
    """What was said in a text, with the text's own words for who said it, in the text's order.

    ``speaker`` is not resolved yet: it is the text at ``speaker_span``, or the speaker of the
    quote before where ``inferred``. Never fails on any text; a text in which nothing is said
    gives an empty list.
    """
    if not text.strip():
        return []
    from briefing.reading.grouping import attributions, to_quotes
    from briefing.reading.tagging import engine, tag

    parts = engine()
    tagging = tag(text)
    return to_quotes(attributions(tagging, parts.settings), tagging, parts.speech_cues)
