"""Whether two figures can both be right: hedges, ranges and rounding."""

import math
import re

from briefing.linking.sides import Side
from briefing.model import StoredFigure

_MANY = re.compile(
    r"\b(?:at least|more than|over|above|no (?:fewer|less) than|not less than|upwards"
    r"|in excess|minimum|better than|or more|plus|as many as|just over|well over)\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"\b(?:at most|up to|less than|fewer than|under|below|nearly|almost|close to"
    r"|no more than|not more than|maximum|as much as|as many as|or less|or fewer)\b",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:about|around|some|roughly|approximately|approx|circa|estimated|or so|close"
    r"|perhaps|possibly|nearly|almost)\b",
    re.IGNORECASE,
)
_SLACK = 0.1
"""How far off a rough figure ("some", "about") may be, as a share of it."""

_SLACK_UNHEDGED = 0.02
"""How far off a figure may be that is rounded without saying so."""

_SLACK_SCALED = 0.1
"""The same for an amount in whole billions or trillions: "a $2 trillion package" is 2.2."""

_SCALED = 1e9

_LEAST_ROUNDED = 1000
"""The least number of people that is rounded without saying so: 20 dead are not 19."""

_BOUND = 1.5
"""How far a bounded figure ("more than") reaches, as a factor of it: "over 20" is not 300."""


def agree(one: StoredFigure, other: StoredFigure) -> bool:
    """Whether two figures can both be right, their hedges respected."""
    (low, high), (bottom, top) = _range(one), _range(other)
    return low <= top and bottom <= high


def _range(figure: StoredFigure) -> tuple[float, float]:
    low, high = figure.value, figure.value if figure.value_max is None else figure.value_max
    hedge = figure.hedge or ""
    if _NEAR.search(hedge):
        low, high = low * (1 - _SLACK), high * (1 + _SLACK)
    if _MANY.search(hedge):
        high = max(high, high * _BOUND)
    if _FEW.search(hedge):
        low = min(low, low / _BOUND)
    return low, high


def is_rounding(first: Side, second: Side) -> bool:
    """Whether one value is the other to fewer digits."""
    one, other = first.figure, second.figure
    if one.value_max is not None or other.value_max is not None:
        return False
    fine, coarse = sorted((one.value, other.value), key=_digits, reverse=True)
    if _digits(fine) == _digits(coarse):
        return False
    hedged = (one.hedge if one.value == coarse else other.hedge) or ""
    if (_MANY.search(hedged) and fine < coarse) or (_FEW.search(hedged) and fine > coarse):
        return bool(_NEAR.search(hedged))
    if not hedged and one.kind in ("people", "count") and coarse < _LEAST_ROUNDED:
        return False
    step = 10 ** (math.floor(math.log10(abs(coarse))) - _digits(coarse) + 1)
    slack = _SLACK if hedged else _SLACK_UNHEDGED
    if one.kind == "money" and abs(coarse) >= _SCALED and _digits(coarse) == 1:
        slack = _SLACK_SCALED
    return bool(abs(fine - coarse) <= min(step / 2, slack * abs(fine)))


def _digits(value: float) -> int:
    """How many digits of a value are significant."""
    return len(f"{abs(value):.12g}".replace(".", "").strip("0").split("e")[0]) or 1
