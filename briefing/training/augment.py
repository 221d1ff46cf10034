"""Variations of an article that change nothing of who says what.

PolNeAR is of one country, one year and one style of marks; each time an article is read in training
some of its people get other names, its marks another style, its longer quotes a new paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from briefing.kinds import Span
from briefing.reading.layout import paragraphs_of
from briefing.reading.marks import quoted_runs
from briefing.training.corpora import Example, LabelledName

RENAMED, RESTYLED, REOPENED, DATED, UNCLOSED, SHOUTED = 0.4, 0.3, 0.25, 0.1, 0.04, 0.05
"""The share of readings that get each variation."""

DOUBLE, SINGLE = ("“", "”"), ("‘", "’")
_STYLES = (DOUBLE, SINGLE, ('"', '"'), ("'", "'"), ("''", "''"), ("«", "»"), ("„", "“"))
_MARK = re.compile("''|``|[\"“”„‟«»‘’']")
_SENTENCE = re.compile(r"[.!?] (?=[A-Z])")
_LONG = 120
"""Fewest characters of a quote that may be set in two paragraphs."""
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*")
_AGENCIES = ("AP", "Reuters", "AFP", "Herald Service", "News Wire", "PA", "ANI", "Own report")
_MONTHS = ("Jan.", "Feb. ", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Nov")
_LEAD = 150
"""Fewest characters of a paragraph that may be given a dateline."""

Edit = tuple[int, int, str]
"""A stretch of text and what takes its place."""


@dataclass(frozen=True, slots=True)
class NamePool:
    """First and last names, and places, to draw from."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    places: tuple[str, ...]


def name_pool(examples: Sequence[Example]) -> NamePool:
    """The names that stand in some articles, each as often as articles have it."""
    first, last, places = [], [], []
    for example in examples:
        text = example.article.text
        labelled = {(text[a:b], label) for a, b, label in example.names or ()}
        for name, label in sorted((n, label) for n, label in labelled if label):
            words = name.split()
            if label == "PERSON" and len(words) > 1:
                first += [words[0]] if _NAME.fullmatch(words[0]) else []
                last += [words[-1]] if _NAME.fullmatch(words[-1]) else []
            elif label == "GPE" and len(words) == 1:
                places.append(name)
    return NamePool(tuple(first), tuple(last), tuple(places))


def varied(example: Example, pool: NamePool, random: Random) -> Example:
    """An article with some of its features changed at random."""
    if example.names and random.random() < RENAMED:
        example = edited(example, _renaming(example, pool, random))
    if example.attributed and random.random() < REOPENED:
        example = edited(example, _reopening(example, random))
    if random.random() < RESTYLED:
        example = restyled(example, random.choice(_STYLES))
    if random.random() < UNCLOSED:
        example = edited(example, _unclosing(example, random))
    if random.random() < DATED:
        example = _dated(example, pool, random)
    if random.random() < SHOUTED:
        example = edited(example, _shouting(example))
    return example


def edited(example: Example, edits: Sequence[Edit]) -> Example:
    """An article with stretches replaced, and every span moved along."""
    if not edits:
        return example
    edits = sorted(edits)
    text = example.article.text
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        at = end

    def moved(span: Span) -> Span:
        start, end = span
        before = [e for e in edits if e[1] <= start]
        within = [e for e in edits if e[1] <= end and not e[0] == e[1] == end]
        return start + _growth(before), end + _growth(within)

    def all_moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(moved(span) for span in spans)

    attributions = tuple(
        replace(a, contents=all_moved(a.contents), cue=all_moved(a.cue), source=all_moved(a.source))
        for a in example.article.attributions
    )
    article = replace(
        example.article,
        text="".join(pieces) + text[at:],
        attributions=attributions,
        mentions=None,
        discarded=all_moved(example.article.discarded),
        unsure=all_moved(example.article.unsure),
    )
    names = example.names
    if names is not None:
        names = tuple((*moved((a, b)), label) for a, b, label in names)
    return Example(article, example.attributed, names)


def _growth(edits: Sequence[Edit]) -> int:
    return sum(len(new) - (end - start) for start, end, new in edits)


def _renaming(example: Example, pool: NamePool, random: Random) -> list[Edit]:
    """Other words for the words of people's names, the same one for the same word."""
    if not pool.first or not pool.last:
        return []
    text = example.article.text
    given: dict[str, str] = {}
    edits = []
    spans = [(a, b) for a, b, label in example.names or () if label == "PERSON"]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        words = list(_NAME.finditer(text, start, end))
        for n, word in enumerate(words):
            names = pool.last if n == len(words) - 1 else pool.first
            new = given.setdefault(word[0], random.choice(names))
            edits.append((*word.span(), new.upper() if word[0].isupper() else new))
    return _apart(edits)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits that overlap none before them."""
    kept: list[Edit] = []
    for edit in sorted(set(edits)):
        if not kept or kept[-1][1] <= edit[0]:
            kept.append(edit)
    return kept


def restyled(example: Example, style: tuple[str, str]) -> Example:
    """An article with its quotes in other marks, an opening and a closing one."""
    text = example.article.text
    edits: list[Edit] = []
    for run in quoted_runs(text, paragraphs_of(text)):
        opening = _MARK.match(text, run.start, run.end)
        if not opening:
            continue
        edits.append((*opening.span(), style[0]))
        closing = text[run.end - len(opening[0]) : run.end]
        if run.closed and _MARK.fullmatch(closing) and run.end - run.start > 2 * len(closing):
            edits.append((run.end - len(closing), run.end, style[1]))
    return edited(example, _apart(edits))


def _reopening(example: Example, random: Random) -> list[Edit]:
    """Sets one or two long quotes in paragraphs, each opened again, only the last one closed."""
    text = example.article.text
    runs = [
        run
        for run in quoted_runs(text, paragraphs_of(text))
        if run.closed
        and run.end - run.start >= _LONG
        and text[run.start] in '"“'
        and any(
            a <= run.start + 1 and run.end - 1 <= b
            for attribution in example.article.attributions
            for a, b in attribution.contents
        )
    ]
    edits: list[Edit] = []
    for run in random.sample(runs, min(len(runs), 2)):
        breaks = list(_SENTENCE.finditer(text, run.start, run.end - 8))
        if breaks:
            at = random.choice(breaks).end()
            edits.append((at - 1, at, "\n\n" + text[run.start]))
    return _apart(edits)


def _unclosing(example: Example, random: Random) -> list[Edit]:
    text = example.article.text
    runs = [
        run
        for run in quoted_runs(text, paragraphs_of(text))
        if run.closed and text[run.end - 1] in '"”'
    ]
    if not runs:
        return []
    run = random.choice(runs)
    return [(run.end - 1, run.end, "")]


def _dated(example: Example, pool: NamePool, random: Random) -> Example:
    """With a dateline in front of its first long paragraph, of which nothing is to be learnt."""
    text = example.article.text
    lead = next((a for a, b in paragraphs_of(text) if b - a >= _LEAD), None)
    if lead is None or not pool.places:
        return example
    place, agency = random.choice(pool.places), random.choice(_AGENCIES)
    day = f", {random.choice(_MONTHS).strip()} {random.randint(1, 28)}"
    place = place.upper() if random.random() < 0.7 else place
    agency = random.choice(("", f" ({agency})"))
    dateline = f"{place}{random.choice(('', day))}{agency} {random.choice('—–-')} "
    changed = edited(example, [(lead, lead, dateline)])
    if changed.names is None:
        return changed
    unknown: LabelledName = (lead, lead + len(dateline), None)
    names = sorted([*changed.names, unknown], key=lambda name: name[:2])
    return Example(changed.article, changed.attributed, tuple(names))


def _shouting(example: Example) -> list[Edit]:
    """The first line, a headline mostly, in capitals."""
    text = example.article.text
    end = text.find("\n")
    line = text[: max(end, 0)]
    return [(0, len(line), line.upper())] if 0 < len(line) == len(line.upper()) < _LEAD else []
