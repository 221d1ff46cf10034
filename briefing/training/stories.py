"""Chooses the weights by which articles are grouped into stories.

    python -m briefing.training.stories FOLDER [--beside FILE] [--sweeps N]

FOLDER holds ``stories/basil_dev.jsonl``, ``uci_dev.jsonl``, ``ecb_dev.jsonl`` (lines with "date",
"title", "text", "cluster") and ``articles_sample.jsonl`` (the same, no "cluster"). FILE is another
set of such lines, read in several orders, as ``tests.acceptance.demo_stories`` prints them.

Whole streams are grouped as the store does it, in memory; a weight is changed while that raises
BCubed F1. It prints what the shipped weights score; with ``--sweeps``, what is found on all stories
and, for either half of the stories, what the weights found on the other half score on it.
"""

import argparse
import json
import random
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from briefing.linking.profiles import Profile, profile
from briefing.linking.stories import (
    MOST_LOOKED_AT,
    MOST_MERGES,
    WEIGHTS,
    WINDOW_DAYS,
    Weights,
    belongs,
    choose,
    query_words,
)
from briefing.linking.words import idf, stem
from briefing.model import Lead
from briefing.reading.lead import lead_of

NEAREST, WORD_HITS = 30, 150

STEPS = {
    "bias": 0.25,
    "alike": 0.5,
    "smaller": 0.1,
    "days_beyond": 0.3,
    "undated": 0.2,
    "numbers": 0.2,
}


@dataclass(frozen=True)
class Arrival:
    """An article of a stream, and the articles that its words find, whatever their stories."""

    id: int
    alone: Profile
    near: tuple[int, ...]
    cluster: str | None


class Edition:
    """Stories in memory, grouped as the store groups them."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.alone: dict[int, Profile] = {}
        self.story_of: dict[int, int] = {}
        self.stories: dict[int, Profile] = {}
        self.members: dict[int, set[int]] = {}

    def add(self, arrival: Arrival) -> None:
        """Put an article into its story, as ``story_linker.place`` does."""
        self.alone[arrival.id] = arrival.alone
        own, story = arrival.alone, arrival.id
        self.story_of[story], self.members[story] = story, {story}
        self.stories[story] = own
        near = [self.story_of[other] for other in arrival.near]
        known = {other: self.stories[other] for other in dict.fromkeys(near)}
        for _ in range(MOST_MERGES + 1):
            found = choose(self.stories[story], known, self.weights)
            if found is None:
                break
            known.pop(found[0])
            story = self._merge(story, found[0])
        for other in arrival.near[:MOST_LOOKED_AT]:
            self._draw_over(other, story)

    def _merge(self, one: int, other: int) -> int:
        kept, gone = sorted((one, other), key=lambda s: (-self.stories[s].articles, s))
        self.stories[kept] += self.stories.pop(gone)
        for member in self.members[gone]:
            self.story_of[member] = kept
        self.members[kept] |= self.members.pop(gone)
        return kept

    def _draw_over(self, article: int, story: int) -> None:
        left = self.story_of[article]
        if left == story or self.stories[left].articles < 2:
            return
        alone = self.alone[article]
        rest = self.stories[left].without(alone)
        if belongs(alone, rest, self.stories[story], self.weights):
            self.story_of[article] = story
            self.members[left].discard(article)
            self.members[story].add(article)
            self.stories[left], self.stories[story] = rest, self.stories[story] + alone


def stream(rows: Sequence[tuple[Lead, str | None]]) -> list[Arrival]:
    """The articles in their order, with what their words find among those before them."""
    held: dict[str, list[int]] = defaultdict(list)
    arrivals: list[Arrival] = []
    for number, (lead, cluster) in enumerate(rows):
        alone = profile(lead)
        weights: Counter[int] = Counter()
        for word, weight in query_words(lead).items():
            close = (n for n in reversed(held[stem(word)]) if _near(alone, arrivals[n].alone))
            for hit, _ in zip(close, range(WORD_HITS), strict=False):
                weights[hit] += weight  # type: ignore[assignment]
        near = tuple(hit for hit, _ in weights.most_common(NEAREST))
        arrivals.append(Arrival(number, alone, near, cluster))
        for word in alone.words:
            if idf(word) > 1:
                held[word].append(number)
    return arrivals


def _near(one: Profile, other: Profile) -> bool:
    if one.first is None or other.first is None:
        return True
    return abs(one.first - other.first) <= WINDOW_DAYS


def bcubed(gold: Sequence[object], found: Sequence[object]) -> tuple[float, float, float]:
    """BCubed precision, recall and F1."""
    both = Counter(zip(gold, found, strict=True))
    golds, founds = Counter(gold), Counter(found)
    precision = sum(n * n / founds[story] for (_, story), n in both.items()) / len(gold)
    recall = sum(n * n / golds[cluster] for (cluster, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def score(arrivals: Sequence[Arrival], weights: Weights) -> tuple[float, float, float]:
    """BCubed of a stream's labelled articles."""
    edition = Edition(weights)
    for arrival in arrivals:
        edition.add(arrival)
    told = [(a.cluster, edition.story_of[a.id]) for a in arrivals if a.cluster]
    return bcubed([cluster for cluster, _ in told], [story for _, story in told])


Streams = dict[str, list[Arrival]]


ORDERS = 8
"""Orders in which the set beside the others is read."""


def streams(folder: Path, beside: Path | None, half: int | None = None) -> Streams:
    """The sets as streams, in several orders each; with ``half`` every second story alone."""
    basil = _rows(folder / "stories" / "basil_dev.jsonl", half)
    noise = _rows(folder / "articles_sample.jsonl", None)[:: 1 if half is None else 2]
    uci = _rows(folder / "stories" / "uci_dev.jsonl", half)
    ecb = _rows(folder / "stories" / "ecb_dev.jsonl", half)
    made = {
        "basil newest first": _newest_first(basil + noise),
        "basil in a week, shuffled": _shuffled(_pressed(basil + noise[::4])),
        "uci newest first": _newest_first(uci),
        "uci shuffled": _shuffled(uci),
        "ecb as listed": ecb,
        "ecb shuffled": _shuffled(ecb),
    }
    own = _rows(beside, half) if beside else []
    made |= {f"beside, order {n}": _shuffled(own, n) for n in range(ORDERS) if own}
    return {name: stream(rows) for name, rows in made.items()}


Rows = list[tuple[Lead, str | None]]


def _rows(path: Path, half: int | None) -> Rows:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        (Lead(0, row["title"] or "", lead_of(row["text"]), row["date"]), row.get("cluster"))
        for row in rows
        if half is None or _half(row["cluster"]) == half
    ]


def _half(cluster: str) -> int:
    """Which half a story is in; pairs of alike events ("12_ecb", "12_ecbplus") are in one."""
    return zlib.crc32(cluster.split("_", maxsplit=1)[0].encode()) % 2


def _newest_first(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: profile(row[0]).first or 0.0, reverse=True)


def _shuffled(rows: Rows, seed: int = 1) -> Rows:
    return random.Random(seed).sample(rows, len(rows))


def _pressed(rows: Rows) -> Rows:
    """Every story, and every article without one, moved to begin within one week."""
    days = {id(lead): profile(lead).first or 0.0 for lead, _ in rows}
    first: dict[str, float] = {}
    for lead, cluster in rows:
        if cluster:
            first[cluster] = min(first.get(cluster, days[id(lead)]), days[id(lead)])
    chance = random.Random(5)
    shift: dict[str, float] = {}
    pressed: Rows = []
    for number, (lead, cluster) in enumerate(rows):
        key = cluster or str(number)
        shift.setdefault(key, 7 * chance.random() - first.get(key, days[id(lead)]))
        pressed.append((replace(lead, published=_instant(days[id(lead)] + shift[key])), cluster))
    return pressed


def _instant(day: float) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(day * 86_400, UTC).isoformat()


def mean(made: Streams, weights: Weights) -> float:
    """The mean F1, sets counting alike."""
    scores: dict[str, list[float]] = defaultdict(list)
    for name, arrivals in made.items():
        scores[name.split()[0]].append(score(arrivals, weights)[2])
    return sum(sum(f1s) / len(f1s) for f1s in scores.values()) / len(scores)


def climb(made: Streams, weights: Weights, sweeps: int) -> Weights:
    """Change one weight after another by a step while that pays."""
    best = mean(made, weights)
    for _ in range(sweeps):
        before = best
        for changed in _neighbours(weights):
            if (value := mean(made, changed)) > best + 0.0005:
                best, weights = value, changed
        if best == before:
            break
    return weights


def _neighbours(weights: Weights) -> Iterator[Weights]:
    for name, step in STEPS.items():
        for change in (step, -step):
            yield replace(weights, **{name: getattr(weights, name) + change})


def told(made: Streams, weights: Weights) -> None:
    """Print what the weights score on every stream."""
    for name, arrivals in made.items():
        print("  {:26} P {:.3f}  R {:.3f}  F1 {:.3f}".format(name, *score(arrivals, weights)))
    sys.stdout.flush()


def main() -> None:
    """Print the shipped weights' scores; with sweeps, those found, and cross-validated ones."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--sweeps", type=int, default=0)
    asked = parser.parse_args()
    whole = streams(asked.folder, asked.beside)
    print("shipped:")
    told(whole, WEIGHTS)
    if not asked.sweeps:
        return
    found = climb(whole, WEIGHTS, asked.sweeps)
    print(f"found on all: {asdict(found)}")
    told(whole, found)
    for half in (0, 1):
        on_it = streams(asked.folder, asked.beside, half)
        on_other = streams(asked.folder, asked.beside, 1 - half)
        learnt = climb(on_other, Weights(-2.5, 9.0, 0.0, 0.0, 0.0, 0.0), asked.sweeps)
        print(f"half {half}, by weights found on the other: {asdict(learnt)}")
        told(on_it, learnt)


if __name__ == "__main__":
    main()
