"""How well articles that come in one by one are grouped into stories.

    python tests/benchmarks/story_arrivals.py GOLD.jsonl [--noise ARTICLES.jsonl] [--out PRED.jsonl]

GOLD.jsonl has "id", "date" (or null), "title", "text" and "cluster" a line. Candidates are looked
up as the store does it: the best 30 articles of the week by ``query_words``, and their stories.
"""

import argparse
import json
import random
import sqlite3
import time
from collections import Counter
from pathlib import Path

from briefing.linking.stories import choose_story, query_words
from briefing.model import KnownStory, Lead

BEST = 30
WEEK = 7


def read(path, first_id):
    rows = [json.loads(line) for line in Path(path).read_text().splitlines() if line.strip()]
    return [
        (Lead(first_id + i, row["title"] or "", row["text"][:1000], row["date"]), row)
        for i, row in enumerate(rows)
    ]


class Edition:
    """An edition in memory: its articles' leads by words, and the story of each."""

    def __init__(self):
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE TABLE dated (id INTEGER PRIMARY KEY, day REAL)")
        self.db.execute(
            "CREATE VIRTUAL TABLE leads USING fts5(title, lead, "
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        self.stories, self.story_of = {}, {}

    def candidates(self, lead):
        query = " OR ".join(f'"{word}"' for word in query_words(lead))
        found = self.db.execute(
            "SELECT leads.rowid FROM leads JOIN dated ON dated.id = leads.rowid WHERE leads MATCH ?"
            " AND (?2 IS NULL OR day IS NULL OR abs(day - julianday(?2)) <= ?)"
            " ORDER BY bm25(leads) LIMIT ?",
            (query, lead.published, WEEK, BEST),
        ).fetchall() if query else []  # fmt: skip
        ids = dict.fromkeys(self.story_of[row_id] for (row_id,) in found)
        return [KnownStory(story, tuple(self.stories[story][-50:])) for story in ids]

    def add(self, lead):
        story = choose_story(lead, self.candidates(lead))
        story = lead.article_id if story is None else story
        self.stories.setdefault(story, []).append(lead)
        self.story_of[lead.article_id] = story
        text = " ".join(lead.lead.split()[:60])
        self.db.execute(
            "INSERT INTO leads (rowid, title, lead) VALUES (?, ?, ?)",
            (lead.article_id, lead.title, text),
        )
        self.db.execute(
            "INSERT INTO dated VALUES (?, julianday(?))", (lead.article_id, lead.published)
        )


def bcubed(gold, found):
    both = Counter(zip(gold, found, strict=True))
    golds, founds = Counter(gold), Counter(found)
    precision = sum(n * n / founds[story] for (_, story), n in both.items()) / len(gold)
    recall = sum(n * n / golds[cluster] for (cluster, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold")
    parser.add_argument("--noise")
    parser.add_argument("--out")
    asked = parser.parse_args()
    labelled = read(asked.gold, 1)
    noise = read(asked.noise, 1_000_001) if asked.noise else []
    arrivals = [lead for lead, _ in labelled + noise]
    random.Random(1).shuffle(arrivals)  # what has no date comes in any order
    arrivals.sort(key=lambda lead: lead.published or "")
    edition, begin = Edition(), time.perf_counter()
    for lead in arrivals:
        edition.add(lead)
    each = (time.perf_counter() - begin) / len(arrivals) * 1000
    found = [edition.story_of[lead.article_id] for lead, _ in labelled]
    scores = bcubed([row["cluster"] for _, row in labelled], found)
    print("BCubed P {:.3f}  R {:.3f}  F1 {:.3f}".format(*scores), f" {each:.1f} ms an article")
    if asked.out:
        lines = (
            json.dumps({"id": row["id"], "story": edition.story_of[lead.article_id]})
            for lead, row in labelled
        )
        Path(asked.out).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
