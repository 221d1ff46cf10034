"""News articles that were marked for this project, kept as names and offsets without a sentence.

``marked_sample.jsonl`` has a row an article: its id in the sample, spans and speakers of its
attributions, spans of people's names. The texts are taken from the sample where it is at hand.
"""

from pathlib import Path

from briefing.training import corpora
from briefing.training.annotated import Article, Attribution

MARKED = Path(__file__).parent / "marked_sample.jsonl"


def marked_sample(texts: Path) -> list[Article]:
    """The marked articles, with texts out of the sample's file."""
    marks = {row["id"]: row for row in corpora.rows_of(MARKED)}
    return [
        _article(marks[row["id"]], f"{row['title']}\n\n{row['text']}")
        for row in corpora.rows_of(texts)
        if row["id"] in marks
    ]


def _article(row: dict[str, object], text: str) -> Article:
    attributions = tuple(
        Attribution(
            *(tuple((a, b) for a, b in mark[part]) for part in ("contents", "cue", "source")),
            said=mark["said"],
            kind=mark["kind"],
            speaker=mark["speaker"],
        )
        for mark in row["attributions"]
    )
    return Article(
        str(row["id"]),
        text,
        "held",
        attributions,
        mentions=tuple((a, b) for a, b in row["mentions"]),
        people=tuple(tuple(forms) for forms in row["people"]),
    )
