"""What is set after training: the costs of grouping, and probabilities that mean what they say.

Both are fitted on articles that the tagger was not trained on: a fold of PolNeAR.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from briefing.kinds import QuoteKind
from briefing.model import Reading
from briefing.reading.confidence import Evidence, speaker_evidence, words_evidence
from briefing.reading.grouping import attributions
from briefing.reading.quotes import quotes_of
from briefing.reading.speech import speech_of
from briefing.reading.tagging import Settings, Sight, decode, look
from briefing.training.annotated import Article
from briefing.training.scoring import names_speaker, pairs_of, score_quotes

GRID: dict[str, tuple[float, ...]] = {
    "outside_bias": (-0.9, -0.6, -0.3, 0.0, 0.3),
    "cue_bias": (0.0, 0.4, 0.8, 1.2),
    "short_words": (3, 6, 9),
    "short_probability": (0.0, 0.5, 0.65, 0.75, 0.85),
    "cue_pointer": (0.2, 0.3, 0.5, 0.7),
    "source_pointer": (0.3, 0.5, 0.7),
    "no_source_weight": (0.25, 0.5, 1.0),
    "other_paragraph": (3.0, 6.0),
    "split": (0.5, 1.0, 1.5, 2.0),
    "idle_cue": (0.5, 1.0, 1.5, 2.0),
    "belief": (0.3, 0.5, 0.7, 0.9),
}
"""The values tried for each setting, one setting after another, twice."""

LEAST = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
"""The least probabilities tried."""

_RIDGE = 0.02
_STEPS = 3000


def fit(articles: Sequence[Article], start: Settings) -> Settings:
    """The settings under which the articles are read best, and probabilities that fit them."""
    sights = [look(article.text) for article in articles]
    settings = _search(articles, sights, start)
    settings = _calibrated(articles, sights, settings)
    for kind in ("direct", "mixed", "indirect"):
        tried = [replace(settings, least={**settings.least, kind: least}) for least in LEAST]
        settings = max(tried, key=lambda one: _worth(articles, sights, one))
    return settings


def _search(articles: Sequence[Article], sights: Sequence[Sight], settings: Settings) -> Settings:
    best = _worth(articles, sights, settings)
    for _ in range(2):
        for name, values in GRID.items():
            for value in values:
                tried = replace(settings, **{name: value})  # type: ignore[arg-type]
                worth = _worth(articles, sights, tried)
                if worth > best:
                    best, settings = worth, tried
            print(f"{name} {getattr(settings, name)}: {best:.4f}", flush=True)
    return settings


def _worth(articles: Sequence[Article], sights: Sequence[Sight], settings: Settings) -> float:
    """Exact and end-to-end F1 together."""
    readings = [Reading(tuple(quotes_of(decode(s, settings), settings))) for s in sights]
    score = score_quotes(articles, readings)
    return score.exact.f1 + score.end_to_end.f1


# --- probabilities --------------------------------------------------------------------------------


def _calibrated(
    articles: Sequence[Article], sights: Sequence[Sight], settings: Settings
) -> Settings:
    """The settings with logistic models of what is right, learnt with no quote left out."""
    every = replace(settings, least=dict.fromkeys(settings.least, 0.0))
    words: dict[QuoteKind, list[tuple[Evidence, bool]]] = {k: [] for k in settings.words}
    speakers: list[tuple[Evidence, bool]] = []
    for article, sight in zip(articles, sights, strict=True):
        tagging = decode(sight, every)
        quotes = quotes_of(tagging, every)
        core, ignored = pairs_of(article, quotes)
        evidence = {
            quote.cue_span: (
                words_evidence(group, contents, tagging),
                speaker_evidence(group, tagging),
            )
            for group, contents, quote in speech_of(attributions(tagging, every), tagging, every)
        }
        for n, quote in enumerate(quotes):
            known = evidence.get(quote.cue_span) if quote.cue_span else None
            if known is None or n in ignored:
                continue
            words[quote.kind].append((known[0], n in core))
            if n in core and quote.speaker_span:
                speakers.append((known[1], names_speaker(core[n], quote)))
    return replace(
        settings,
        words={kind: logistic(rows) for kind, rows in words.items()},
        speaker=logistic(speakers),
    )


def logistic(rows: Iterable[tuple[Evidence, bool]]) -> list[float]:
    """Weights of a logistic model, the first one alone, kept small by a ridge; none is negative."""
    rows = list(rows)
    x = np.array([[1.0, *evidence] for evidence, _ in rows])
    y = np.array([float(right) for _, right in rows])
    weights = np.zeros(x.shape[1])
    for step in range(_STEPS):
        error = 1 / (1 + np.exp(-x @ weights)) - y
        gradient = x.T @ error / len(y) + _RIDGE * np.array([0.0, *weights[1:]])
        weights -= gradient * (0.5 if step < _STEPS // 2 else 0.1)
        weights[1:] = weights[1:].clip(0)
    return [round(float(weight), 3) for weight in weights]


def write(settings: Settings, path: Path) -> None:
    """Write the settings beside the weights."""
    path.write_text(json.dumps(asdict(settings), indent=2) + "\n", "utf-8")
