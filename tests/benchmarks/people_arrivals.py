"""How well people named in one article after another are known again.

    python tests/benchmarks/people_arrivals.py GOLD.jsonl [--out PRED.jsonl]

GOLD.jsonl has "article", "story", "mention" and "person" a line. Within an article a surname goes
to the one full name there that it fits, as a reading hands it over; the rest is linking's.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from briefing.linking.names import Match, compare, is_single, surname_keys
from briefing.linking.people import best_name, choose_person
from briefing.model import FoundPerson, KnownPerson


def found_people(mentions):
    """People of one article: the full names, and each other mention with the one it fits."""
    full = {}
    for mention in dict.fromkeys(mentions):
        if not is_single(mention):
            same = next((name for name in full if compare(name, mention) == Match.FULL), mention)
            full.setdefault(same, set()).add(mention)
    for mention in dict.fromkeys(mentions):
        if is_single(mention):
            fitting = [name for name in full if compare(name, mention) > Match.NONE]
            full.setdefault(fitting[0] if len(fitting) == 1 else mention, set()).add(mention)
    return [
        (FoundPerson(name, (), tuple(sorted(all_ - {name}))), all_) for name, all_ in full.items()
    ]


class Record:
    def __init__(self):
        self.names, self.stories, self.by_key = {}, {}, {}

    def candidates(self, found, story):
        ids = {i for key in surname_keys(found.name) for i in self.by_key.get(key, ())}
        ids |= {i for i, stories in self.stories.items() if story in stories}
        return [
            KnownPerson(
                i, best_name(self.names[i]), tuple(self.names[i]), in_story=story in self.stories[i]
            )
            for i in sorted(ids)
        ]

    def add(self, found, story, taken):
        fitting = [known for known in self.candidates(found, story) if known.id not in taken]
        chosen = choose_person(found, fitting)
        chosen = len(self.names) if chosen is None else chosen
        self.names.setdefault(chosen, Counter()).update([found.name, *found.aliases])
        self.stories.setdefault(chosen, set()).add(story)
        for name in (found.name, *found.aliases):
            for key in surname_keys(name):
                self.by_key.setdefault(key, set()).add(chosen)
        return chosen


def bcubed(gold, pred):
    both = Counter(zip(gold, pred, strict=True))
    golds, preds = Counter(gold), Counter(pred)
    precision = sum(n * n / preds[p] for (_, p), n in both.items()) / len(gold)
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold")
    parser.add_argument("--out")
    asked = parser.parse_args()
    rows = [json.loads(line) for line in Path(asked.gold).read_text().splitlines() if line.strip()]
    articles = {}
    for row in rows:
        articles.setdefault((row["article"], row["story"]), []).append(row["mention"])
    record, who = Record(), {}
    for (article, story), mentions in articles.items():
        taken = set()
        for found, all_ in found_people(mentions):
            chosen = record.add(found, story, taken)
            taken.add(chosen)
            who.update({(article, mention): chosen for mention in all_})
    pred = [who[row["article"], row["mention"]] for row in rows]
    scores = bcubed([row["person"] for row in rows], pred)
    print("BCubed P {:.3f}  R {:.3f}  F1 {:.3f}".format(*scores))
    if asked.out:
        lines = (json.dumps({**row, "person": f"p{i}"}) for row, i in zip(rows, pred, strict=True))
        Path(asked.out).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
