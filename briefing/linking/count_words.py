"""Make the shipped table of how many articles hold a word (``frequencies.txt.gz``).

    python -m briefing.linking.count_words ARTICLES.jsonl

ARTICLES.jsonl has one article a line, with "title" and "text". The table's first line is the
number of articles, every other one a stem and the number of articles that hold it. It keeps no
order, no sentence, and no word that fewer than three articles hold.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from briefing.linking.words import stems

LEAST = 3
"""The fewest articles a word must stand in: what fewer hold may be told of one article."""


def count(path: Path) -> tuple[Counter[str], int]:
    """The stems of the articles in ``path`` with how many articles hold each, and the articles."""
    counts: Counter[str] = Counter()
    articles = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            counts.update(set(stems(f"{article['title']}\n{article['text']}")))
            articles += 1
    return counts, articles


def write(counts: Counter[str], articles: int, path: Path) -> None:
    """Write the table to ``path``, the same bytes for the same counts."""
    rows = sorted((stem, n) for stem, n in counts.items() if n >= LEAST and len(stem) < 30)
    text = "\n".join([str(articles), *(f"{stem} {n}" for stem, n in rows)]) + "\n"
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    write(*count(Path(sys.argv[1])), Path(__file__).with_name("frequencies.txt.gz"))
