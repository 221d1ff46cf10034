"""How well a reading agrees with an article that a person annotated.

Quotes are compared as sets of words, as PolNeAR's scorer has it: marks and a leading "that" count
for nothing, and two quotes are the same in the relaxed sense where they share 0.8 of the words of
either.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.kinds import Span
from briefing.model import FoundQuote, Reading
from briefing.reading.layout import paragraphs_of
from briefing.reading.marks import kind_of, mask_of, quoted_runs
from briefing.training.annotated import Article, Attribution

RELAXED = 0.8


@dataclass
class Tally:
    """Right ones among those found and those wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.right += other.right
        self.found += other.found
        self.wanted += other.wanted
        return self

    @property
    def precision(self) -> float:
        """The share of those found that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of those wanted that were found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0

    def __str__(self) -> str:
        shares = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        return f"{shares}  ({self.right}/{self.wanted})"


@dataclass
class QuoteScore:
    """Tallies over articles. ``doubts`` are pairs of a probability and whether it came true."""

    exact: Tally = field(default_factory=Tally)
    relaxed: Tally = field(default_factory=Tally)
    end_to_end: Tally = field(default_factory=Tally)
    resolved: Tally = field(default_factory=Tally)
    unnamed_places: Tally = field(default_factory=Tally)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)
    words_right: list[tuple[float, bool]] = field(default_factory=list)
    speaker_right: list[tuple[float, bool]] = field(default_factory=list)


def score_quotes(articles: Iterable[Article], readings: Iterable[Reading]) -> QuoteScore:
    """What was said (beliefs aside), how exactly it was found, and to whom it was given.

    ``end_to_end`` wants the right mention of the speaker, ``resolved`` counts among found quotes of
    persons those given to the right full name, ``unnamed_places`` parts of quotes in paragraphs
    where nobody is named, given to the right speaker.
    """
    score = QuoteScore()
    for article, reading in zip(articles, readings, strict=True):
        _score_article(article, reading, score)
    return score


def _score_article(article: Article, reading: Reading, score: QuoteScore) -> None:
    text = article.text
    gold = [a for a in article.attributions if is_core(article, a)]
    found = list(reading.quotes)
    pairs, others = _matched(article, gold, found)
    judged = [n for n in range(len(found)) if n in pairs.values() or n not in others]
    exact = sum(
        words(text, gold[g].contents) == words(text, found[n].spans) for g, n in pairs.items()
    )
    score.exact += Tally(exact, len(judged), len(gold))
    score.relaxed += Tally(len(pairs), len(judged), len(gold))
    speakers = {g: names_speaker(gold[g], found[n]) for g, n in pairs.items()}
    score.end_to_end += Tally(sum(speakers.values()), len(judged), len(gold))
    for g, n in pairs.items():
        a, q = gold[g], found[n]
        resolved = is_resolved(a, q)
        if a.kind == "person" and " & " not in (a.speaker or ""):
            score.resolved += Tally(resolved, 1, 1)
        if not resolved and q.speaker and a.speaker:
            score.wrong.append(
                f"{article.id}: {a.speaker} <- {q.speaker} ({q.speaker_confidence}): {q.text[:60]}"
            )
        if q.speaker_kind in {"person", "organisation"}:
            score.speaker_right.append((q.speaker_confidence, resolved))
    score.missed += [
        f"{article.id}: {_told(text, gold[g])}" for g in range(len(gold)) if g not in pairs
    ]
    for n in judged:
        right = n in pairs.values()
        score.words_right.append((found[n].confidence, right))
        if not right:
            score.spurious.append(
                f"{article.id}: {found[n].speaker} | {found[n].cue} | {found[n].text[:70]}"
            )
    score.unnamed_places += _unnamed_places(article, gold, found)


def pairs_of(
    article: Article, quotes: Sequence[FoundQuote]
) -> tuple[dict[int, Attribution], set[int]]:
    """By the number of a quote the attribution that it is; and the numbers of mere beliefs."""
    gold = [a for a in article.attributions if is_core(article, a)]
    pairs, others = _matched(article, gold, quotes)
    core = {n: gold[g] for g, n in pairs.items()}
    return core, others - core.keys()


def _matched(
    article: Article, gold: Sequence[Attribution], found: Sequence[FoundQuote]
) -> tuple[dict[int, int], set[int]]:
    text = article.text
    beliefs = [a for a in article.attributions if a not in gold]
    pairs = _pairs([words(text, a.contents) for a in gold], [words(text, q.spans) for q in found])
    return pairs, _overlapping([words(text, a.contents) for a in beliefs], text, found)


def is_core(article: Article, attribution: Attribution) -> bool:
    """Whether it is speech: in marks at least in part, or reported by somebody."""
    if attribution.said in {"said", "unsaid"}:
        return (
            bool(attribution.source) or bool(attribution.speaker) or _marked(article, attribution)
        )
    return _marked(article, attribution)


def _marked(article: Article, attribution: Attribution) -> bool:
    mask = mask_of(len(article.text), quoted_runs(article.text, paragraphs_of(article.text)))
    return kind_of(article.text, mask, attribution.contents) != "indirect"


def words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The places of the words of spans, a leading "that" left out."""
    found = [m.start() for a, b in spans for m in re.compile(r"\w+").finditer(text, a, b)]
    if len(found) > 1 and text[found[0] : found[0] + 5].lower() == "that ":
        found = found[1:]
    return frozenset(found)


def _pairs(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> dict[int, int]:
    """Gold quotes to found ones that are the same in the relaxed sense, the most alike first."""
    alike = []
    for g, one in enumerate(gold):
        for n, other in enumerate(found):
            shared = len(one & other)
            if shared and shared >= RELAXED * len(one) and shared >= RELAXED * len(other):
                alike.append((-shared / len(one | other), g, n))
    pairs: dict[int, int] = {}
    for _, g, n in sorted(alike):
        if g not in pairs and n not in pairs.values():
            pairs[g] = n
    return pairs


def _overlapping(
    gold: Sequence[frozenset[int]], text: str, found: Sequence[FoundQuote]
) -> set[int]:
    """The found quotes that are mostly a belief's: neither right nor wrong."""
    own = [words(text, quote.spans) for quote in found]
    return {
        n
        for n, quote in enumerate(own)
        for other in gold
        if 2 * len(quote & other) >= min(len(other), len(quote)) > 0
    }


def names_speaker(attribution: Attribution, quote: FoundQuote) -> bool:
    """Whether a quote points at the speaker's words, or has the speaker's name."""
    if not attribution.source:
        return is_resolved(attribution, quote)
    if quote.speaker_span and any(
        quote.speaker_span[0] < b and a < quote.speaker_span[1] for a, b in attribution.source
    ):
        return True
    return is_resolved(attribution, quote)


def is_resolved(attribution: Attribution, quote: FoundQuote) -> bool:
    """Whether a quote is given to the very speaker; an unnamed one by the same head word."""
    if not attribution.speaker or not quote.speaker:
        return not attribution.speaker and not quote.speaker
    if attribution.kind == "person" and " & " not in attribution.speaker:
        return quote.speaker_kind == "person" and _folded(quote.speaker) == _folded(
            attribution.speaker
        )
    one, other = _folded(attribution.speaker), _folded(quote.speaker)
    return bool(one & other) and quote.speaker_kind != "person"


_EMPTY = frozenset("the a an of in for at and on by to his her their".split())


def _folded(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - _EMPTY


def _unnamed_places(
    article: Article, gold: Sequence[Attribution], found: Sequence[FoundQuote]
) -> Tally:
    """Parts of quotes in paragraphs in which their attribution is not."""
    text, tally = article.text, Tally()
    paragraphs = paragraphs_of(text)
    for attribution in gold:
        home = {_paragraph(paragraphs, a) for a, _ in (*attribution.source, *attribution.cue)}
        for part in _by_paragraph(paragraphs, attribution.contents):
            if _paragraph(paragraphs, part[0]) in home or not attribution.speaker:
                continue
            wanted = words(text, [part])
            right = any(
                len(wanted & words(text, quote.spans)) >= RELAXED * len(wanted)
                and is_resolved(attribution, quote)
                for quote in found
            )
            tally += Tally(right, 1, 1)
    return tally


def _by_paragraph(paragraphs: Sequence[Span], spans: Iterable[Span]) -> list[Span]:
    parts = [(max(a, c), min(b, d)) for a, b in spans for c, d in paragraphs]
    return [(a, b) for a, b in parts if a < b]


def _paragraph(paragraphs: Sequence[Span], at: int) -> int:
    return next((n for n, (a, b) in enumerate(paragraphs) if a <= at < b), -1)


def _told(text: str, attribution: Attribution) -> str:
    words = " … ".join(text[a:b] for a, b in attribution.contents)
    cue = " ".join(text[a:b] for a, b in attribution.cue)
    return f"{attribution.speaker} | {cue} | {words[:70]}"


@dataclass
class PeopleScore:
    """People of articles: those found and wanted, and what was wrong."""

    people: Tally = field(default_factory=Tally)
    spurious: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


def score_people(articles: Iterable[Article], readings: Iterable[Reading]) -> PeopleScore:
    """Whom readings find, by mentions: a person is the one whose names they mostly are.

    A person counts as right under the annotated full name or another of its forms.
    """
    score = PeopleScore()
    for article, reading in zip(articles, readings, strict=True):
        forms = {person[0]: {_name(form) for form in person} for person in article.people}
        left = dict(forms)
        right = 0
        for person in reading.people:
            names = {_name(person.name), *map(_name, person.aliases)}
            fits = [
                full for full, known in left.items() if _name(person.name) in known or known & names
            ]
            if fits:
                del left[fits[0]]
                right += 1
            else:
                score.spurious.append(f"{article.id}: {person.name}")
        score.missed += [f"{article.id}: {full}" for full in left]
        score.people += Tally(right, len(reading.people), len(forms))
    return score


def _name(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def calibration_error(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: mean gap between probability and share that came true, by bin."""
    count, true = Counter[int](), Counter[int]()
    sums: Counter[int] = Counter()
    for probability, came_true in pairs:
        at = min(int(probability * bins), bins - 1)
        count[at] += 1
        true[at] += came_true
        sums[at] += probability  # type: ignore[assignment]
    total = sum(count.values())
    return sum(abs(sums[n] - true[n]) for n in count) / total if total else 0.0
