"""The kinds of names that the tagger knows."""

from typing import Literal, get_args

NameLabel = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "OTHER"]
"""A person, an organisation, a state or town, another place, a people or party, anything else."""

NAME_LABELS: tuple[NameLabel, ...] = get_args(NameLabel)
"""In the order of the model's output: behind "no name" come a beginning and an inside for each."""

Entity = tuple[int, int, NameLabel]
"""A name's span and what kind of name it is."""
