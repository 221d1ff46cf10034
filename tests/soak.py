"""``python -m tests.soak N``: N mutated articles read, N random queries, N mutated inputs taken in."""

import logging
import random
import string
import sys
import tempfile
import time
from pathlib import Path

from briefing.kinds import Span
from briefing.model import Reading
from briefing.reading.engine import read
from briefing.store.connect import connect
from briefing.store.search import article_ids, people_ids, quote_ids
from tests import soak_kills, soak_store
from tests.demo_texts import demo_texts
from tests.making import add_article
from tests.soak_inputs import soak_inputs

SLOWEST_S = 2.0
"""Seconds that 10,000 words may take."""

MARKS = "“”\"'‘’„«»''"
NOISE = [
    "\x00",
    "\x1b[2J",
    "\u202e",
    "\ud800",
    "🦊",
    "\u0600مرحبا",
    "\r\n\r\n",
    "x" * 500,
    "“" * 40,
    "1" * 300,
]
WORDS = [
    "OR",
    "AND",
    "NOT",
    "NEAR",
    "fox",
    "Talan",
    "speaker:",
    "date:2026",
    "after:2w",
    "-",
    "(",
    ")",
    '"',
]


def mutated(text: str, chance: random.Random) -> str:
    """The text with a few things done to it that the world does."""
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        what = chance.randrange(7)
        if what == 0:
            text = text[:at]
        elif what == 1:
            text = text[:at] + text[to:]
        elif what == 2:
            text = text[:at] + chance.choice(NOISE) + text[at:]
        elif what == 3:
            text = "".join(chance.choice(MARKS) if c in MARKS else c for c in text)
        elif what == 4:
            text = text[:at] + text[at:to].replace(" ", "") + text[to:]
        elif what == 5:
            text = text[:at] + text[at:to].replace("\n", " ") + text[to:]
        else:
            text = text[:at] + chance.choice(MARKS) + text[at:]
        text = text or " "
    return text


def spans_of(reading: Reading) -> list[Span]:
    """Every span a reading points to."""
    spans = [span for quote in reading.quotes for span in quote.spans]
    spans += [s for q in reading.quotes for s in (q.cue_span, q.speaker_span) if s]
    spans += [span for person in reading.people for span in person.mentions]
    spans += [(role.start, role.end) for person in reading.people for role in person.roles]
    spans += [(figure.start, figure.end) for figure in reading.figures]
    return spans


def soak_engine(count: int, seed: int = 1) -> None:
    """Read mutated articles: none crashes, none is slow, every span lies in its text."""
    chance = random.Random(seed)
    texts = demo_texts()
    for number in range(count):
        text = mutated(chance.choice(texts), chance)
        begun = time.process_time()
        reading = read(text)
        used = time.process_time() - begun
        allowed = SLOWEST_S * max(1.0, len(text) / 60_000)
        assert used < allowed, f"article {number} (seed {seed}) took {used:.1f} s"
        wrong = [span for span in spans_of(reading) if not 0 <= span[0] < span[1] <= len(text)]
        assert not wrong, f"article {number} (seed {seed}): {wrong[:3]} lie outside"


def soak_search(count: int, seed: int = 1) -> None:
    """Ask random queries: none is an error."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        db = connect(Path(folder) / "soak.db")
        add_article(db, "Valdoria promises boats", [("Mira Talan", "Forty boats, Mr Fox.")])
        for _ in range(count):
            query = _query(chance)
            typing = chance.random() < 0.5
            for find in (quote_ids, people_ids, article_ids):
                find(db, query, typing=typing)
        db.close()


def _query(chance: random.Random) -> str:
    alphabet = string.printable + "“”’-–é\u202e\u200b🦊\ud800" + '"():-*^{}' * 3
    parts = chance.choices(WORDS, k=chance.randint(0, 8))
    parts += ["".join(chance.choices(alphabet, k=chance.randint(0, 6))) for _ in range(3)]
    chance.shuffle(parts)
    return chance.choice(["", " "]).join(parts)


if __name__ == "__main__":
    times = int(sys.argv[1])
    logging.disable()  # libraries log all that they stumble over
    soak_inputs(times)
    print(f"{times:,} mutated feeds, pages, documents, lists and settings taken in or refused")
    soak_search(times)
    print(f"{times:,} queries, none an error")
    soak_engine(times)
    print(f"{times:,} mutated articles read")
    kills = max(4, times // 200)
    print(f"{kills:,} kills, {soak_kills.soak_kills(kills)} of them at work: nothing lost")
    print(f"{soak_store.soak_full_disk(max(2, kills // 10))} calls without room: nothing lost")
    print(f"{soak_store.soak_together(60):,} calls of two writers and three readers, none an error")
