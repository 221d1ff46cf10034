"""Links of people across articles that were judged by hand, kept as names and offsets.

``judged_links.jsonl`` has a link a row: two articles (an id of the sample, or ``demo:`` and a title), what
each calls the person, where, and whether the two are one person. One link was drawn for each person
whom two articles or more of 200 name (every fifteenth of the sample's), and twenty of the demo edition's.
The words round both places were read for each (75 characters on either side), not the whole articles.
"""

import time
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from briefing.linker import commit
from briefing.model import Item
from briefing.readers import Job, read_job
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.store.readings import waiting
from briefing.training import corpora
from briefing.verbs.demo import demo_server, make_edition

JUDGED = Path(__file__).parent / "judged_links.jsonl"
EVERY = 15
"""Of the sample's articles each fifteenth is taken: 200 of 3,000."""

Place = tuple[str, str, int, int]
"""An article, what it calls the person, and where."""


def links_made(sample: Path, scratch: Path) -> tuple[list[bool], float]:
    """Whether each judged link that is made today is right; and the CPU seconds that reading took."""
    rows = list(corpora.rows_of(JUDGED))
    with closing(connect(scratch / "sample.db")) as db:
        seconds = _read_sample(db, sample)
        made = [row for row in rows if _is_made(db, "external_id", row)]
    with demo_server(scratch / "demo.db") as server:
        make_edition(scratch / "demo.db", server)
    with closing(connect(scratch / "demo.db")) as db:
        made += [row for row in rows if _is_made(db, "'demo:' || title", row)]
    return [row["right"] for row in made], seconds


def _read_sample(db: Connection, sample: Path) -> float:
    """Read and link the articles one by one; the CPU seconds that reading took."""
    seconds = 0.0
    for row in list(corpora.rows_of(sample))[::EVERY]:
        text = f"{row['title']}\n\n{row['text']}"
        item = Item(row["title"], text, row["id"], external_id=row["id"], published=row["date"])
        put(db, [item], now=row["date"])
        [queued] = list(waiting(db, again=False))
        begun = time.process_time()
        outcome = read_job(Job(queued.article_id, queued.title, text, queued.fingerprint))
        seconds += time.process_time() - begun
        commit(db, [outcome], "judged")
    return seconds


def _is_made(db: Connection, name: str, row: dict[str, Place]) -> bool:
    """Whether both places are taken for one person."""
    one, other = (_person(db, name, row[side]) for side in ("one", "other"))
    return one is not None and one == other


def _person(db: Connection, name: str, place: Place) -> int | None:
    article, _, start, end = place
    row = db.execute(
        "SELECT m.person_id FROM articles a JOIN mentions m ON m.article_id = a.id"
        f" WHERE {name} = ? AND m.start < ? AND m.end > ? LIMIT 1",
        (article, end, start),
    ).fetchone()
    return row["person_id"] if row else None
