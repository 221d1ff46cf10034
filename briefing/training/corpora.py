"""What is learnt from: PolNeAR, labels of cues by hand, names by agreement, articles of our own.

All files are JSON Lines. PolNeAR's rows are those of its published conversion: ``id``, ``text``,
``quotes`` with spans, cue, source and a flag for speech that was derived from the cue by rule.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefing.kinds import Span
from briefing.reading.engine import readable
from briefing.reading.naming import NameLabel
from briefing.training.annotated import Article, Attribution, Said

FOLD = 20
"""Every this many-th article of PolNeAR's training part is held out, by its place in the file."""

LONGEST = 12_000
"""Characters of an unlabelled article that are read."""

LabelledName = tuple[int, int, NameLabel | None]
"""A name's span and kind, None where the teachers disagree and nothing is to be learnt."""

CueLabels = Mapping[tuple[str, int, int], Said]
"""By article and the cue's span: what a reader says of it."""


@dataclass(frozen=True, slots=True)
class Silver:
    """What the tagger itself makes of an article: attributions, and stretches it is not sure of.

    Of ``discarded`` nothing is known, of ``unsure`` not what it tells that others said.
    """

    attributions: tuple[Attribution, ...]
    discarded: tuple[Span, ...]
    unsure: tuple[Span, ...]


_UNSAID = re.compile(
    r"\b(?:not|never|no|declin\w+|refus\w+|without|wouldn|didn|don|doesn|won|couldn)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Example:
    """An article with what is known of it.

    ``attributed`` tells whether its attributions are marked, ``names`` whether its names are.
    """

    article: Article
    attributed: bool
    names: tuple[LabelledName, ...] | None


def polnear(
    path: Path,
    cues: CueLabels,
    names: Mapping[str, Sequence[LabelledName]],
    silver: Mapping[str, Silver],
) -> list[Example]:
    """The articles of one of PolNeAR's parts."""
    return [
        Example(_with_silver(article, silver), attributed=True, names=_names(names, article.id))
        for article in (_from_polnear(row, cues) for row in rows_of(path))
    ]


def split_fold(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """What is trained on, and the fold that is held out."""
    kept = [example for n, example in enumerate(examples) if n % FOLD]
    return kept, list(examples[::FOLD])


def own(articles: Sequence[Article], names: Mapping[str, Sequence[LabelledName]]) -> list[Example]:
    """Our own articles: people as marked; what a teacher names otherwise is no person."""
    examples = []
    for article in articles:
        people: list[LabelledName] = [(a, b, "PERSON") for a, b in article.mentions or ()]
        others = [
            (a, b, "OTHER" if label == "PERSON" else label)
            for a, b, label in names.get(article.id, ())
            if not any(a < d and c < b for c, d, _ in people)
        ]
        found: list[LabelledName] = sorted([*people, *others], key=lambda name: name[:2])
        examples.append(Example(article, attributed=True, names=tuple(found)))
    return examples


def unlabelled(
    path: Path, names: Mapping[str, Sequence[LabelledName]], silver: Mapping[str, Silver]
) -> list[Example]:
    """Articles that nobody has annotated, those that the teachers of names have read."""
    return [
        Example(
            _with_silver(Article(row["id"], readable(row["text"])[:LONGEST], "train"), silver),
            row["id"] in silver,
            tuple(names[row["id"]]),
        )
        for row in rows_of(path)
        if row["id"] in names
    ]


def names_of(path: Path) -> dict[str, list[LabelledName]]:
    """The names that the teachers found, by article (what ``teacher`` writes)."""
    return {row["id"]: [(a, b, label) for a, b, label in row["names"]] for row in rows_of(path)}


def silver_of(path: Path) -> dict[str, Silver]:
    """What the tagger made of articles, by article (what ``silver`` writes)."""
    return {
        row["id"]: Silver(
            tuple(
                Attribution(_spans(a["contents"]), _spans(a["cue"]), _spans(a["source"]), a["said"])
                for a in row["attributions"]
            ),
            _spans(row["discarded"]),
            _spans(row["unsure"]),
        )
        for row in rows_of(path)
    }


def cue_labels(path: Path) -> dict[tuple[str, int, int], Said]:
    """The cues that were labelled by hand."""
    return {(row["id"], row["cue_start"], row["cue_end"]): row["said"] for row in rows_of(path)}


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)


def _with_silver(article: Article, silver: Mapping[str, Silver]) -> Article:
    more = silver.get(article.id)
    if more is None:
        return article
    return replace(
        article,
        attributions=(*article.attributions, *more.attributions),
        discarded=(*article.discarded, *more.discarded),
        unsure=(*article.unsure, *more.unsure),
    )


def _names(
    names: Mapping[str, Sequence[LabelledName]], article: str
) -> tuple[LabelledName, ...] | None:
    found = names.get(article)
    return None if found is None else tuple(found)


def _from_polnear(row: Mapping[str, Any], cues: CueLabels) -> Article:
    text = row["text"]
    attributions = []
    for quote in row["quotes"]:
        cue = _parts(text, quote["cue"], quote["cue_start"], quote["cue_end"])
        source = _parts(text, quote["speaker"], quote["speaker_start"], quote["speaker_end"])
        attributions.append(
            Attribution(
                contents=tuple((a, b) for a, b in quote["spans"]),
                cue=cue,
                source=source,
                said=_said(row["id"], quote, cues),
            )
        )
    discarded = tuple((a, b) for a, b in row.get("discard", ()))
    return Article(row["id"], text, "train", tuple(attributions), discarded=discarded)


def _said(article: str, quote: Mapping[str, Any], cues: CueLabels) -> Said | None:
    """A reader's label, else "said" where the corpus flags speech.

    The flag is a list of verbs: of 450 cues that were read, it was wrong on 1 that it took for
    speech, but missed two thirds of those that are. What it does not flag is left open.
    """
    known = cues.get((article, quote["cue_start"], quote["cue_end"]))
    if known or not quote["cue"] or not quote["speech"]:
        return known
    return "unsaid" if _UNSAID.search(quote["cue"]) and quote["type"] == "indirect" else "said"


def _parts(text: str, words: str | None, start: int | None, end: int | None) -> tuple[Span, ...]:
    """The spans of a cue or source, which the corpus gives as words and outer bounds."""
    if words is None or start is None or end is None:
        return ()
    if len(" ".join(text[start:end].split())) <= len(words) + 1:
        return ((start, end),)
    found: list[Span] = []
    at = start
    for word in words.split(" "):
        at = text.find(word, at, end)
        if at < 0:
            return ((start, end),)
        if found and not text[found[-1][1] : at].strip():
            found[-1] = (found[-1][0], at + len(word))
        else:
            found.append((at, at + len(word)))
        at += len(word)
    return tuple(found)
