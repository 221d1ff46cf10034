"""Scores how articles are grouped into stories, through the way that ``import --jsonl`` takes.

Stories are told by titles and leads, so nothing but the lead is read here.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from briefing.model import Reading
from briefing.pipeline import run
from briefing.readers import Job, Outcome
from briefing.reading.lead import lead_of
from briefing.store.articles import article_rows
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.store.search import article_ids
from briefing.sync.documents import Refused, documents
from briefing.verbs.arguments import MAX_LIMIT
from tests.readers import Inline

NOW = "2026-03-02T08:00:00Z"

Row = dict[str, str | int | None]


def read_lead(job: Job) -> Outcome:
    """What stories are linked by, and nothing else."""
    return Outcome(job, reading=Reading(), language="en", lead=lead_of(job.text))


def score(folder: Path) -> None:
    """Print BCubed and pairwise F1 on every set that the folder holds."""
    scorer = folder / "stories" / "score_clusters.py"
    noise = [folder / "articles_sample.jsonl"]
    for name, beside in (("basil_dev", noise), ("uci_dev", []), ("ecb_dev", [])):
        gold = folder / "stories" / f"{name}.jsonl"
        if not gold.is_file() or not all(path.is_file() for path in beside):
            print(f"stories are not scored on {name}: it is not in {folder}")
            continue
        rows, others = _rows(gold), [row for path in beside for row in _rows(path)]
        with tempfile.TemporaryDirectory() as scratch:
            told, found = Path(scratch) / "gold.jsonl", Path(scratch) / "found.jsonl"
            _write(told, ({"id": n, "cluster": row["cluster"]} for n, row in enumerate(rows)))
            _write(found, _stories([*rows, *others], Path(scratch)))
            print(f"== stories, {name}", flush=True)
            subprocess.run([sys.executable, scorer, told, found], check=False)


def _stories(rows: list[Row], scratch: Path) -> Iterator[Row]:
    """The story of each article, by its number among ``rows``: a set may give one id to several."""
    taken = scratch / "taken.jsonl"
    _write(taken, (_as_ours(number, row) for number, row in enumerate(rows)))
    with closing(connect(scratch / "edition.db")) as db:
        given = documents([str(taken)], jsonl=True, stdin=sys.stdin.buffer)
        put(db, [item for item in given if not isinstance(item, Refused)], now=NOW)
        run(db, "stories", reader=read_lead, make_executor=Inline)
        for row in article_rows(db, article_ids(db, limit=MAX_LIMIT)):
            yield {"id": row.external_id, "story": row.story_id}


def _as_ours(number: int, row: Row) -> Row:
    named = {"published": row["date"], "outlet": row["source"], "url": None, "byline": None}
    return {"id": str(number), "title": row["title"], "text": row["text"], **named}


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    score(Path(sys.argv[1]))
