"""What it costs to put an article into its story, as the store grows; nothing is read but leads.

    python -m tests.benchmarks.story_cost [ARTICLES]

Invented news of ``PER_DAY`` articles a day, an event in several reports, comes in day by day. Prints
CPU milliseconds an article over the first thousand, and over every tenth of the whole, and how many
times the first the last one is. 10,000 take half a minute; it may be let run to 100,000 beside other work.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from briefing.model import Item
from briefing.pipeline import run
from briefing.store.connect import connect
from briefing.store.filing import put
from tests.acceptance.stories import read_lead
from tests.readers import Inline

PER_DAY, REPORTS, VOCABULARY = 250, 4, 30_000
NOW = "2031-01-01T00:00:00Z"
COMMON = """the of to in and a that on for said was with is it as at by from be have has he she they were
are not but had who which this would people year government after two more their its been new""".split()
"""What all articles share: it tells nothing, so that an event's own words make its story."""


def main(articles: int) -> None:
    """Fill a store and print what that cost."""
    marks = sorted({min(1_000, articles), *(articles * n // 10 for n in range(1, 11))})
    done, spent, since = 0, 0.0, 0
    costs = []
    with (
        tempfile.TemporaryDirectory() as scratch,
        closing(connect(Path(scratch) / "edition.db")) as db,
    ):
        for items in _days(articles):
            put(db, items, now=NOW)
            begin = time.process_time()
            run(db, "stories", reader=read_lead, make_executor=Inline)
            spent += time.process_time() - begin
            done, since = done + len(items), since + len(items)
            if done >= marks[0]:
                marks = [mark for mark in marks if mark > done]
                costs.append(spent / since * 1000)
                print(f"{done:7} articles: {costs[-1]:5.2f} ms each", flush=True)
                spent, since = 0.0, 0
    print(f"the last {costs[-1] / costs[0]:.2f} times the first")


def _days(articles: int) -> Iterator[list[Item]]:
    chance = random.Random(3)
    words = [
        "".join(chance.choices("aeioulnrstdkm", k=chance.randint(4, 9))) for _ in range(VOCABULARY)
    ]
    for first in range(0, articles, PER_DAY):
        day = (date(2030, 1, 1) + timedelta(days=first // PER_DAY)).isoformat()
        count = min(PER_DAY, articles - first)
        events = [chance.choices(words, k=40) for _ in range(-(-count // REPORTS))]
        items = []
        for number in range(first, first + count):
            event = chance.choice(events)
            told = [*chance.sample(event, 30), *chance.choices(COMMON, k=40)]
            chance.shuffle(told)
            title = " ".join(chance.sample(event, 8))
            text = f"{title}.\n\n{' '.join(told)}."
            items.append(Item(title=title, text=text, key=str(number), published=day))
        yield items


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
