"""Words with weights, as sparse vectors."""

import math
from collections.abc import Iterable, Mapping, Sequence

Vector = Mapping[str, float]


def total(vectors: Iterable[Vector]) -> dict[str, float]:
    """The sum of the vectors."""
    largest, *others = sorted(vectors, key=len, reverse=True) or [{}]
    summed = dict(largest)
    for vector in others:
        for word, value in vector.items():
            summed[word] = summed.get(word, 0.0) + value
    return summed


def unit(vector: Vector) -> Vector:
    """The vector at length 1; one without any length as it is."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else vector


def dot(one: Vector, other: Vector) -> float:
    """The product of the two, over the words of the shorter."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


def position(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where ``part`` stands in ``whole``, unless it is empty."""
    starts = range(len(whole) - len(part) + 1) if part else ()
    return next((at for at in starts if whole[at : at + len(part)] == part), None)
