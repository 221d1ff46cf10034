"""How likely a quote's words are right, and its speaker: logistic models over what the tagger saw.

Their weights were fitted on articles that the tagger was not trained on (``settings.json``).
"""

import math
from collections.abc import Sequence

import numpy as np

from briefing.reading.grouping import Attribution, content_probability
from briefing.reading.tagging import BELIEF, CONTENT, IN_CONTENT, Segment, Tagging

_LEAST = 1e-4
"""Least probability that counts, so that no single sign decides alone."""

Evidence = tuple[float, ...]
"""Log probabilities, the likelier the nearer to 0."""


def words_evidence(group: Attribution, contents: Sequence[Segment], tagging: Tagging) -> Evidence:
    """For a quote's words: the contents, their edges, their way to the cue, the cue as speech."""
    return (
        _log(min(content_probability(tagging, content) for content in contents)),
        _log(min(_edges(tagging, content) for content in contents)),
        _log(min(group.shares[content] for content in contents)),
        _log(1 - float(tagging.said[group.cue.first : group.cue.last + 1, BELIEF].mean())),
    )


def speaker_evidence(group: Attribution, tagging: Tagging) -> Evidence:
    """For a quote's speaker: the way from cue to source, and the source's own words."""
    source = group.source
    if source is None:
        return (_log(0), _log(0))
    rows = tagging.log_p[source.first : source.last + 1]
    return _log(group.source_share), _log(1 - float(np.exp(rows[:, 0]).mean()))


def probability(weights: Sequence[float], evidence: Evidence) -> float:
    """The logistic function of a first weight and the weighted evidence."""
    total = weights[0] + sum(w * e for w, e in zip(weights[1:], evidence, strict=True))
    return round(1 / (1 + math.exp(-max(min(total, 30.0), -30.0))), 3)


def _edges(tagging: Tagging, content: Segment) -> float:
    """How likely a content begins and ends where it does."""
    begins = float(np.exp(tagging.log_p[content.first, CONTENT]))
    after = content.last + 1
    goes_on = 0.0
    if after < len(tagging.log_p):
        same = tagging.layout.word_paragraph[after] == content.paragraph
        goes_on = float(np.exp(tagging.log_p[after, IN_CONTENT])) if same else 0.0
    return begins * (1 - goes_on)


def _log(probability: float) -> float:
    return math.log(min(max(probability, _LEAST), 1.0))
