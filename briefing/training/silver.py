"""Attributions by the shipped tagger itself, where it is sure: to learn from once more.

News of other outlets than PolNeAR's is learnt from as the tagger reads it. What others say inside a
quote PolNeAR does not mark; the tagger finds it when it is given the quote's words alone.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from briefing.kinds import Span
from briefing.reading.engine import readable
from briefing.reading.grouping import Attribution as Group
from briefing.reading.grouping import attributions, content_probability
from briefing.reading.tagging import Segment, Tagging, engine, tag
from briefing.training.annotated import Attribution
from briefing.training.corpora import LONGEST, Silver, rows_of
from briefing.training.labels import SAID

SURE_OUTER, SURE_INNER = 0.75, 0.6
"""Least probability of a content and of its way to the cue, together, with which it is learnt."""
_SURE_SAID = 0.8
_FEWEST_WORDS = 5
"""Fewest words of a content that is read once more."""
_MARKS = " \t\n\"“”„‟«»‘’'`"


def teach(annotated: Path | None, unlabelled: Path | None, target: Path) -> None:
    """Write what the tagger makes of articles, one line of JSON each.

    Args:
        annotated: PolNeAR's training part, of which only what stands inside quotes is read.
        unlabelled: JSON Lines with ``id`` and ``text``.
        target: the file that is written.
    """
    with target.open("w", encoding="utf-8") as out:
        for row in rows_of(annotated) if annotated else ():
            contents = [(a, b) for quote in row["quotes"] for a, b in quote["spans"]]
            _write(out.write, row["id"], inside(row["text"], contents))
        for row in rows_of(unlabelled) if unlabelled else ():
            _write(out.write, row["id"], whole(readable(row["text"])[:LONGEST]))


def _write(write: Callable[[str], object], article: str, silver: Silver) -> None:
    rows = [
        {"contents": a.contents, "cue": a.cue, "source": a.source, "said": a.said}
        for a in silver.attributions
    ]
    line = {
        "id": article,
        "attributions": rows,
        "discarded": silver.discarded,
        "unsure": silver.unsure,
    }
    write(json.dumps(line) + "\n")


def whole(text: str) -> Silver:
    """The attributions of a text, and of those inside them."""
    sure, open_ = _read(text, 0, SURE_OUTER)
    inner = inside(text, [span for attribution in sure for span in attribution.contents])
    return Silver((*sure, *inner.attributions), tuple(open_), inner.unsure)


def inside(text: str, contents: Iterable[Span]) -> Silver:
    """The attributions inside contents, each read as if it were a text."""
    sure: list[Attribution] = []
    unsure: list[Span] = []
    for start, end in contents:
        words = text[start:end].strip(_MARKS)
        if len(words.split()) < _FEWEST_WORDS:
            continue
        found, open_ = _read(words, text.find(words, start), SURE_INNER)
        sure += found
        unsure += open_
    return Silver(tuple(sure), (), tuple(unsure))


def _read(text: str, offset: int, least: float) -> tuple[list[Attribution], list[Span]]:
    """The attributions in a text that are sure, and the stretches of all others."""
    tagging = tag(text)
    sure, left = [], list(tagging.segments)
    for group in attributions(tagging, engine().settings):
        known = [
            content
            for content, share in group.shares.items()
            if content_probability(tagging, content) * share >= least
        ]
        if len(known) < len(group.shares):
            continue
        taken = {*known, group.cue, group.source}
        left = [segment for segment in left if segment not in taken]
        sure.append(_attribution(group, tagging, offset))
    return sure, [_span(segment, tagging, offset) for segment in left]


def _attribution(group: Group, tagging: Tagging, offset: int) -> Attribution:
    said = tagging.said[group.cue.first : group.cue.last + 1].mean(0)
    return Attribution(
        contents=tuple(_span(content, tagging, offset) for content in group.shares),
        cue=(_span(group.cue, tagging, offset),),
        source=(_span(group.source, tagging, offset),) if group.source else (),
        said=SAID[int(said.argmax())] if said.max() >= _SURE_SAID else None,
    )


def _span(segment: Segment, tagging: Tagging, offset: int) -> Span:
    layout = tagging.layout
    start, end = layout.word_start[segment.first], layout.word_end[segment.last]
    return int(start) + offset, int(end) + offset
