"""Attribution by layout: transcripts ("MAYOR ORAN: …"), signed quotes, posts of social media."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.edges import reworded
from briefing.reading.layout import Layout
from briefing.reading.marks import runs_in
from briefing.reading.speech import is_label

CONFIDENCE = 0.9
"""An estimate: a layout that repeats is hardly chance, but a label may be no speaker."""

_FEWEST_TURNS = 3
_DATELINES = 2
"""Paragraphs at the start of an article that may begin with a dateline."""
_CAPITALS = re.compile(
    r"[\"“]?(?P<name>(?:[A-Z][A-Z.'’\-]+|Mc[A-Z]+)(?:[ ,]+(?:[A-Z][A-Z.'’\-]*|Mc[A-Z]+)){0,6})"
    r"(?: ?\([^()\n]{1,40}\))?(?P<cue>:)\s+(?=\S)"
)
_CAPITALISED = re.compile(
    r"(?P<name>[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]*){0,4})(?: ?\([^()\n]{1,40}\))?(?P<cue>:)\s+(?=\S)"
)
_SIGNED = re.compile(
    r"\s*(?P<cue>[-–—―]{1,2})\s*"
    r"(?P<name>(?:the )?[A-Z][^\n\"“”.!?:;,()]{1,50}(?:\.[^\n\"“”.!?:;,()]{1,40}){0,2})"
    r"(?:[,(][^\n\"“”!?:;]{0,80})?\s*\Z"
)
_POSTED = re.compile(
    r"\s?(?P<cue>[-–—]{1,2})\s?(?P<name>[^\n()@—–]{2,60}?) \(@\w{1,30}\)\s+"
    r"\w{3,9}\.? \d{1,2}, \d{4}[^\n\w]*\Z"
)
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.)\S+)+\s*\Z")
_TALKERS = frozenset("i we you me us my our your".split())


def with_turns(quotes: Iterable[FoundQuote], layout: Layout) -> list[FoundQuote]:
    """The quotes with the turns of a transcript, instead of what was made of their words."""
    turns = _turns(layout)
    return _instead(quotes, turns) if turns else list(quotes)


def with_signed(quotes: Iterable[FoundQuote], layout: Layout) -> list[FoundQuote]:
    """The quotes with those signed behind a dash, in their own line or the next one.

    A signature is the quote's above it, and not of what follows.
    """
    quotes = list(quotes)
    verbs = sorted(quote.cue_span for quote in quotes if quote.cue_span and _is_verb(quote.cue))
    signed = []
    for n, (start, end) in enumerate(layout.paragraphs):
        runs = runs_in(layout.runs, start, end)
        if not runs or runs[0].start != start:
            continue
        behind = (runs[-1].end, end)
        if not layout.text[slice(*behind)].strip(" .") and n + 1 < len(layout.paragraphs):
            behind = layout.paragraphs[n + 1]
        signature = _SIGNED.match(layout.text, *behind)
        if signature and len(runs) == 1 and not _holds(signature.span(), verbs):
            words = [*_opened_above(n, layout), (start, runs[0].end)]
            signed.append(reworded(_quote(signature, words[-1], layout), layout, words))
    cues = {quote.cue_span for quote in signed}
    return _instead((q for q in quotes if q.cue_span not in cues), signed) if signed else quotes


def with_posts(quotes: Iterable[FoundQuote], layout: Layout) -> list[FoundQuote]:
    """The quotes with embedded posts: "We are glad. — Ilse Oran (@ilseoran) May 6, 2020"."""
    posts = []
    for number, span in enumerate(layout.paragraphs):
        signature = _POSTED.search(layout.text, *span)
        words = _posted(signature, number, layout) if signature else None
        if signature and words:
            posts.append(_quote(signature, words, layout))
    return _instead(quotes, posts) if posts else list(quotes)


def _posted(signature: re.Match[str], number: int, layout: Layout) -> Span | None:
    """The words of a post in front of its signature, or in the paragraph above; links aside."""
    start, end = layout.paragraphs[number][0], signature.start()
    if start == end and number:
        start, end = layout.paragraphs[number - 1]
    links = _LINKS.search(layout.text, start, end)
    end = links.start() if links else end
    return (start, end) if layout.text[start:end].strip() else None


def _opened_above(number: int, layout: Layout) -> list[Span]:
    """The paragraphs right above that leave their marks open, for this one to open them again."""
    found: list[Span] = []
    for start, end in reversed(layout.paragraphs[:number]):
        runs = runs_in(layout.runs, start, end)
        if len(runs) != 1 or runs[0].closed or (runs[0].start, runs[0].end) != (start, end):
            break
        found.insert(0, (start, end))
    return found


def _turns(layout: Layout) -> list[FoundQuote]:
    for pattern, share in ((_CAPITALS, 0.0), (_CAPITALISED, 0.5)):
        found = [(pattern.match(layout.text, *span), span[1]) for span in layout.paragraphs]
        turns = [(match, end) for match, end in found if match and not is_label(match["name"])]
        names = {match["name"] for match, _ in turns}
        repeated = 1 < len(names) < len(turns) >= _FEWEST_TURNS
        ended = sum(layout.text[end - 1] in '.!?…"”—–-)' for _, end in turns)
        if repeated and 2 * ended > len(turns) >= share * len(layout.paragraphs):
            return [_quote(match, (match.end(), end), layout) for match, end in turns]
    return _single_turns(layout)


def _single_turns(layout: Layout) -> list[FoundQuote]:
    """Turns quoted in an article ("ORAN: It is late."), of people whom it names outside them.

    The first paragraphs are left out: a town in capitals there is where the article comes from.
    """
    turns = []
    for start, end in layout.paragraphs[_DATELINES:]:
        match = _CAPITALS.match(layout.text, start, end)
        surname = match["name"].split()[-1] if match and not is_label(match["name"]) else ""
        if match and len(surname) > 2 and re.search(rf"\b{surname.title()}\b", layout.text):
            turns.append(_quote(match, (match.end(), end), layout))
    return turns


def _quote(match: re.Match[str], words: Span, layout: Layout) -> FoundQuote:
    name = match["name"].rstrip()
    quote = FoundQuote(
        spans=(),
        text="",
        kind="direct",
        cue=match["cue"],
        cue_span=match.span("cue"),
        speaker=name,
        speaker_span=(match.start("name"), match.start("name") + len(name)),
        confidence=CONFIDENCE,
        speaker_confidence=CONFIDENCE,
    )
    return reworded(quote, layout, [words])


def _instead(quotes: Iterable[FoundQuote], made: Sequence[FoundQuote]) -> list[FoundQuote]:
    """The made quotes, and the others that do not touch them or are told of inside them."""
    kept = []
    for quote in quotes:
        low = bisect_right(made, quote.start, key=lambda other: other.end)
        high = bisect_left(made, quote.end, key=lambda other: other.start)
        if all(_may_stay(quote, other) for other in made[low:high]):
            kept.append(quote)
    return sorted([*kept, *made], key=lambda quote: quote.spans)


def _may_stay(quote: FoundQuote, made: FoundQuote) -> bool:
    named = quote.speaker_span is not None and (quote.speaker or "").lower() not in _TALKERS
    inside = all(
        span is not None and made.start <= span[0] and span[1] <= made.end
        for span in (*quote.spans, quote.cue_span, quote.speaker_span)
    )
    return named and inside


def _is_verb(cue: str | None) -> bool:
    return bool(cue and cue[0].isalpha())


def _holds(span: Span, others: Sequence[Span]) -> bool:
    """Whether one of the other spans, given in order, begins within a span."""
    at = bisect_left(others, (span[0], 0))
    return at < len(others) and others[at][0] < span[1]
