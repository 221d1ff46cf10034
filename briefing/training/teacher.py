"""Names by agreement: where spaCy's small model and our grammar of names say the same.

The grammar weighs what stands around a run of capitals over a whole article, with spaCy's label as
one sign among others. Whom it takes for a person is one; whom only spaCy takes for one is left open.
"""

from collections.abc import Iterable, Sequence

from briefing.kinds import Span
from briefing.reading.naming import NameLabel
from briefing.training.corpora import LabelledName

Entity = tuple[int, int, str]

_LABELS: dict[str, NameLabel] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "LOC",
    "NORP": "NORP",
    "EVENT": "OTHER",
    "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER",
    "LAW": "OTHER",
    "LANGUAGE": "OTHER",
}
"""spaCy's labels as ours; its numbers, dates and the like are no names."""


def agreed(
    people: Iterable[Span], organisations: Iterable[Span], entities: Sequence[Entity]
) -> list[LabelledName]:
    """The names of an article that may be learnt from, and those of which nothing may be.

    Args:
        people: mentions that the grammar found.
        organisations: mentions that the grammar found.
        entities: what spaCy labels.
    """
    taken: list[LabelledName] = [(a, b, "PERSON") for a, b in people]
    taken += [(a, b, "ORG") for a, b in organisations if not _touches((a, b), taken)]
    for start, end, label in entities:
        ours = _LABELS.get(label)
        if ours and not _touches((start, end), taken):
            taken.append((start, end, None if ours == "PERSON" else ours))
    return sorted(taken, key=lambda name: name[:2])


def _touches(span: Span, names: Sequence[LabelledName]) -> bool:
    return any(span[0] < b and a < span[1] for a, b, _ in names)
