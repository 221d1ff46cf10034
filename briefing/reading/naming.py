"""The kinds of names that the tagger knows."""

from typing import Literal, NamedTuple, get_args

NameLabel = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "OTHER"]
"""A person, an organisation, a state or town, another place, a people or party, anything else."""

NAME_LABELS: tuple[NameLabel, ...] = get_args(NameLabel)
"""In the order of the model's output: behind "no name" come a beginning and an inside for each."""


class Entity(NamedTuple):
    """A name's span, what kind of name it is, and how likely the words are of that kind."""

    start: int
    end: int
    label: NameLabel
    probability: float = 1.0
