"""The quotes of a text: one call over the tagger and the rules on top of it."""

from collections.abc import Iterable, Iterator

from briefing.model import FoundQuote
from briefing.reading.continuing import carried_on
from briefing.reading.edges import settle
from briefing.reading.grouping import attributions
from briefing.reading.speech import to_quotes
from briefing.reading.tagging import Settings, Tagging, engine
from briefing.reading.told import tells_of, with_told
from briefing.reading.turns import with_posts, with_signed, with_turns
from briefing.reading.unsaid import without_unsaid


def find_quotes(tagging: Tagging) -> list[FoundQuote]:
    """What was said in a tagged text, with its own words for who said it, in the text's order.

    ``speaker`` is not resolved yet: it is the text at ``speaker_span``, or the speaker of the
    quote before where ``inferred``, or None. Never fails on any text; a text in which nothing is
    said gives an empty list.
    """
    return quotes_of(tagging, engine().settings)


def quotes_of(tagging: Tagging, settings: Settings) -> list[FoundQuote]:
    """The same under given settings."""
    layout = tagging.layout
    quotes = to_quotes(attributions(tagging, settings), tagging, settings)
    quotes = without_unsaid(settle(quotes, layout), layout)
    quotes = with_turns(quotes, layout)
    quotes = with_posts(with_signed(quotes, layout), layout)
    quotes = without_overlaps(carried_on(quotes, layout))
    return with_told(quotes, tagging, settings)


def without_overlaps(quotes: Iterable[FoundQuote]) -> list[FoundQuote]:
    """The quotes in order; of two that share words the surer one, unless one tells of the other."""
    kept: list[FoundQuote] = []
    for cluster in _clusters(sorted(quotes, key=lambda quote: quote.spans)):
        best: list[FoundQuote] = []
        for quote in sorted(cluster, key=lambda quote: -quote.confidence):
            if all(_apart(quote, other) for other in best):
                best.append(quote)
        kept += sorted(best, key=lambda quote: quote.spans)
    return kept


def _clusters(quotes: list[FoundQuote]) -> Iterator[list[FoundQuote]]:
    """Quotes that reach into each other, so that only those need to be compared."""
    cluster: list[FoundQuote] = []
    end = 0
    for quote in quotes:
        if cluster and quote.start >= end:
            yield cluster
            cluster = []
        cluster.append(quote)
        end = max(end, quote.end) if len(cluster) > 1 else quote.end
    if cluster:
        yield cluster


def _apart(one: FoundQuote, other: FoundQuote) -> bool:
    shared = any(a < d and c < b for a, b in one.spans for c, d in other.spans)
    return not shared or tells_of(one, other) or tells_of(other, one)
