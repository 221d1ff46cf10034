"""Scores which figures are said to differ, over pairs labelled by hand.

``figure_pairs.jsonl`` has pairs out of the sample of news articles, as ids and offsets without a
sentence (into title, an empty line, text); the other pairs are out of articles of our own.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from briefing.training import corpora
from tests.figure_pairs import Pair, Told, own_pairs, says_they_differ, score

PAIRS = Path(__file__).parent / "figure_pairs.jsonl"


def report(sample: Path) -> None:
    """Print precision and recall of "differs", over the tuned part and the part kept aside."""
    pairs = own_pairs()
    _told("our own articles", pairs)
    if not sample.is_file():
        print(f"pairs of figures of the sample are not scored: there is no {sample}")
        return
    found = sample_pairs(sample)
    _told("articles of the sample", found)
    _told("both", [*pairs, *found])


def sample_pairs(sample: Path) -> list[Pair]:
    """The pairs out of the sample, with texts out of the sample's file."""
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    wanted = {row[side] for row in rows for side in ("one", "other")}
    told = {
        row["id"]: (f"{row['title']}\n\n{row['text']}", row["date"])
        for row in corpora.rows_of(sample)
        if row["id"] in wanted
    }
    return [
        Pair(
            *(Told(*told[row[side]], tuple(row[f"{side}_span"])) for side in ("one", "other")),
            row["label"],
            row["kept"],
        )
        for row in rows
    ]


def _told(name: str, pairs: Iterable[Pair]) -> None:
    pairs = list(pairs)
    tuned, kept = ([pair for pair in pairs if pair.kept == aside] for aside in (False, True))
    print(f"== figures that differ, {len(pairs)} pairs of {name}: {score(pairs)}")
    print(f"tuned {score(tuned)}; kept aside {score(kept)}")
    if os.environ.get("ERRORS"):
        for pair in tuned:
            if says_they_differ(pair) != (pair.label == "differs"):
                print(f"  {pair.label}: {_sentence(pair.one)}\n      {_sentence(pair.other)}")


def _sentence(told: Told) -> str:
    start, end = told.span
    before, behind = told.text[max(0, start - 150) : start], told.text[end : end + 150]
    return f"{before}[[{told.text[start:end]}]]{behind}".replace("\n", " / ")
