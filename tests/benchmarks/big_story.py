"""What it costs to link an event that hundreds of outlets report, or copy; nothing is read.

    python -m tests.benchmarks.big_story

Invented articles of one event come in with readings made along with them: 450 copies of one article,
cut and edited, then 500 reports that share people and figures and some of their quotes. Prints CPU
milliseconds an article over every fifth, and how many times the first fifth the last one costs.
"""

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from briefing.model import FoundFigure, FoundPerson, FoundQuote, Item, Reading, Role
from briefing.pipeline import run
from briefing.readers import Job, Outcome
from briefing.reading.lead import lead_of
from briefing.store.connect import connect
from briefing.store.filing import put
from tests.readers import Inline

COPIES, REPORTS = 450, 500
NOW = "2031-10-01T00:00:00Z"
OUTLETS = [
    f"{town} {kind}" for town in ("Karsk", "Merrin", "Tarn", "Osk") for kind in ("Post", "Wire")
]
FIRST = "Ada Jonas Mira Pavel Henna Edvin Karin Olav Tessa Bruno Lidia Marek".split()
LAST = "Tully Verlag Talan Orlan Sorel Rask Brandt Osterman Kovic Lund Marsh Sand".split()
OFFICES = [
    "interior minister",
    "governor",
    "mayor",
    "fire chief",
    "health minister",
    "union leader",
]
VERBS = "rebuild close inspect warn praise question defend visit repair reopen".split()
THINGS = ["the casting hall", "the old quarter", "the furnace", "the hospital", "the river barrier"]
WHEN = ["before the winter", "this week", "without delay", "whatever it costs"]

Paragraph = tuple[str, int, str]
"""A quote (whose, words) or a figure (value, what happened to so many people)."""


@dataclass
class Written:
    """An article as it is written, with what is to be read in it."""

    text: str = ""
    quotes: list[FoundQuote] = field(default_factory=list)
    figures: list[FoundFigure] = field(default_factory=list)
    people: dict[str, FoundPerson] = field(default_factory=dict)

    def add(self, paragraph: Paragraph) -> None:
        """Write a paragraph."""
        kind, number, words = paragraph
        at = len(self.text)
        (self._quote if kind == "quote" else self._figure)(at, number, words)

    def _quote(self, at: int, number: int, words: str) -> None:
        name, office = f"{FIRST[number]} {LAST[number]}", OFFICES[number % len(OFFICES)]
        said = f"“{words},”"
        self.text += f"{said} {office} {name} said.\n\n"
        start = at + len(said) + 1
        span = (start + len(office) + 1, start + len(office) + 1 + len(name))
        role = Role(office, start, start + len(office), "Ostmark")
        mentions = self.people[name].mentions if name in self.people else ()
        self.people[name] = FoundPerson(name, (*mentions, span), roles=(role,), country="Ostmark")
        self.quotes.append(
            FoundQuote(
                ((at, at + len(said)),), said, "direct", "said", speaker=name, speaker_span=span,
                speaker_kind="person", confidence=0.95, speaker_confidence=0.95,
            )
        )  # fmt: skip

    def _figure(self, at: int, number: int, words: str) -> None:
        before = "The blast at the Karsk foundry in the north of Ostmark left "
        written = f"{number} people"
        sentence = f"{before}{written} {words}."
        self.text += f"{sentence}\n\n"
        start = at + len(before)
        self.figures.append(
            FoundFigure(
                start, start + len(written), "people", number, "people", written,
                (at, at + len(sentence)), about=words,
            )
        )  # fmt: skip


def main() -> None:
    """Link both stories and print what that cost."""
    chance = random.Random(7)
    for name, articles in (("copies", _copies(chance)), ("reports", _reports(chance))):
        costs = _costs([_written(paragraphs) for paragraphs in articles])
        shown = " ".join(f"{cost:5.1f}" for cost in costs)
        print(f"{name}: {shown} ms each; the last fifth {costs[-1] / costs[0]:.1f} times the first")


def _costs(articles: Sequence[Written]) -> list[float]:
    """Milliseconds an article over every fifth."""
    by_text = {written.text: written for written in articles}

    def reader(job: Job) -> Outcome:
        one = by_text[job.text]
        people = tuple(one.people.values())
        reading = Reading(tuple(one.quotes), people, figures=tuple(one.figures))
        return Outcome(job, reading=reading, language="en", lead=lead_of(job.text))

    costs = []
    with (
        tempfile.TemporaryDirectory() as scratch,
        closing(connect(Path(scratch) / "edition.db")) as db,
    ):
        for fifth in range(5):
            some = list(enumerate(by_text))[fifth::5]
            put(db, [_item(number, text) for number, text in some], now=NOW)
            begin = time.process_time()
            run(db, "made", reader=reader, make_executor=Inline)
            costs.append((time.process_time() - begin) / len(some) * 1000)
    return costs


def _item(number: int, text: str) -> Item:
    title = f"Karsk foundry blast: {text.split('”', maxsplit=1)[0][1:60]}"
    day = f"2031-09-{14 + number % 4}T{number % 24:02}:00:00Z"
    return Item(title, text, f"made:{number}", published=day, outlet=OUTLETS[number % len(OUTLETS)])


def _written(paragraphs: Sequence[Paragraph]) -> Written:
    written = Written()
    for paragraph in paragraphs:
        written.add(paragraph)
    return written


def _said(chance: random.Random) -> str:
    verbs, things = chance.sample(VERBS, 2), chance.sample(THINGS, 2)
    many = f"{verbs[0]} {things[0]} and {verbs[1]} {things[1]} {chance.choice(WHEN)}"
    return f"We shall {many}, and nobody in Karsk will wait for {chance.randint(3, 90)} weeks"


def _copies(chance: random.Random) -> Iterator[list[Paragraph]]:
    base: list[Paragraph] = [("quote", n % len(FIRST), _said(chance)) for n in range(12)]
    base += [("figure", 31, "killed"), ("figure", 164, "injured"), ("figure", 12, "missing")]
    for number in range(COPIES):
        edited = [one for one in base if chance.random() > 0.1]
        edited.append(("figure", chance.choice((31, 33)), "evacuated"))
        yield [*edited, ("quote", number % len(FIRST), f"This is report {number} of the day")]


def _reports(chance: random.Random) -> Iterator[list[Paragraph]]:
    shared = [_said(chance) for _ in range(150)]
    for number in range(REPORTS):
        quotes = [
            ("quote", chance.randrange(len(FIRST)), chance.choice(shared)) for _ in range(6)
        ] + [("quote", chance.randrange(len(FIRST)), _said(chance)) for _ in range(5)]
        figures = [
            ("figure", chance.choice((28, 31, 33)), "killed"),
            ("figure", chance.choice((150, 164, 170)), "injured"),
        ]
        chance.shuffle(quotes)
        yield [*quotes, *figures, ("quote", 0, f"Nobody knows what {number} of them saw")]


if __name__ == "__main__":
    main()
