"""Attribution by layout: transcripts ("MAYOR ORAN: …"), interviews, signed quotes, posts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from briefing.kinds import Span
from briefing.model import FoundQuote
from briefing.reading.edges import reworded
from briefing.reading.interviews import answers_in
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
_ASKED = re.compile(r"(?P<name>[QA])(?P<cue>[:.])\s+(?=\S)")
_TITLED = re.compile(
    r" ?\((?P<name>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lady|Lord)\.? [A-Z][^()\n]{1,40})\)"
)
_NO_REST = re.compile(r"[(\[].*[)\]]\Z|[^\n.?!:“”\"]{1,60}:\s")
"""An aside, or what may be a label too."""
_MOST_BETWEEN = 4
"""Most paragraphs in which a turn goes on without its name."""
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
            signed.append(_quote(signature, words, layout))
    cues = {quote.cue_span for quote in signed}
    return _instead((q for q in quotes if q.cue_span not in cues), signed) if signed else quotes


def with_posts(quotes: Iterable[FoundQuote], layout: Layout) -> list[FoundQuote]:
    """The quotes with embedded posts: "We are glad. — Ilse Oran (@ilseoran) May 6, 2020"."""
    posts = []
    for number, span in enumerate(layout.paragraphs):
        signature = _POSTED.search(layout.text, *span)
        words = _posted(signature, number, layout) if signature else None
        if signature and words:
            posts.append(_quote(signature, [words], layout))
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
    for pattern, share in ((_ASKED, 0.0), (_CAPITALS, 0.0), (_CAPITALISED, 0.5)):
        found = [pattern.match(layout.text, *span) for span in layout.paragraphs]
        turns = {n: m for n, m in enumerate(found) if m and not is_label(m["name"])}
        names = {match["name"] for match in turns.values()}
        repeated = 1 < len(names) < len(turns) >= _FEWEST_TURNS
        ended = sum(layout.text[layout.paragraphs[n][1] - 1] in '.!?…"”—–-)' for n in turns)
        if repeated and 2 * ended > len(turns) >= share * len(layout.paragraphs):
            return [
                _quote(match, [(match.end(), layout.paragraphs[n][1]), *more], layout)
                for (n, match), more in zip(turns.items(), _rests(list(turns), layout), strict=True)
            ]
    return answers_in(layout) or _single_turns(layout)


def _rests(turns: list[int], layout: Layout) -> list[list[Span]]:
    """For each turn the paragraphs in which it goes on, without its name, up to the next turn.

    An aside ("(Laughter.)") ends it, and where most lines are no turns none goes on.
    """
    dense = 2 * len(turns) > turns[-1] - turns[0]
    rests: list[list[Span]] = []
    for turn, following in zip_longest(turns, turns[1:]):
        between = layout.paragraphs[turn + 1 : following] if following else ()
        words = [layout.text[slice(*span)] for span in between]
        goes_on = all(text[-1] in '.!?…"”' and not _NO_REST.match(text) for text in words)
        rests.append(list(between) if dense and goes_on and len(words) <= _MOST_BETWEEN else [])
    return rests


def _single_turns(layout: Layout) -> list[FoundQuote]:
    """Turns quoted in an article ("ORAN: It is late."), of people whom it names outside them.

    The first paragraphs are left out: a town in capitals there is where the article comes from.
    """
    turns = []
    for start, end in layout.paragraphs[_DATELINES:]:
        match = _CAPITALS.match(layout.text, start, end)
        surname = match["name"].split()[-1] if match and not is_label(match["name"]) else ""
        if match and len(surname) > 2 and re.search(rf"\b{surname.title()}\b", layout.text):
            turns.append(_quote(match, [(match.end(), end)], layout))
    return turns


def _quote(match: re.Match[str], words: Sequence[Span], layout: Layout) -> FoundQuote:
    named = _TITLED.match(match.string, match.end("name")) or match  # "THE CHAIR (Ms Talan):"
    name = named["name"].rstrip()
    start = named.start("name")
    quote = FoundQuote(
        spans=(),
        text="",
        kind="direct",
        cue=match["cue"],
        cue_span=match.span("cue"),
        speaker=name,
        speaker_span=(start, start + len(name)),
        confidence=CONFIDENCE,
        speaker_confidence=CONFIDENCE,
    )
    return reworded(quote, layout, words)


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
