"""News articles whose people were marked for this project, kept as names and offsets alone.

``marked_sample.jsonl`` has a row an article: its id in the sample, the people in the news (the full
name, then other forms of it), and where they are named. The texts are taken from the sample.
"""

from pathlib import Path

from briefing.training import corpora
from briefing.training.annotated import Article

MARKED = Path(__file__).parent / "marked_sample.jsonl"


def marked_sample(texts: Path) -> list[Article]:
    """The marked articles, with texts out of the sample's file."""
    marks = {row["id"]: row for row in corpora.rows_of(MARKED)}
    return [
        Article(
            row["id"],
            f"{row['title']}\n\n{row['text']}",
            "held",
            mentions=tuple((a, b) for a, b in marks[row["id"]]["mentions"]),
            people=tuple(tuple(forms) for forms in marks[row["id"]]["people"]),
        )
        for row in corpora.rows_of(texts)
        if row["id"] in marks
    ]
