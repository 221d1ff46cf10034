"""News articles that were marked for this project, kept as names and offsets without a sentence.

``marked_sample.jsonl`` has a row an article: its id in the sample, the people in the news (the full
name, then other forms of it), and where they are named. ``marked_quotes.jsonl`` has, of some of
them, spans and speakers of the attributions. The texts are taken from the sample.
"""

from pathlib import Path

from briefing.training import corpora
from briefing.training.annotated import Article, Attribution

PEOPLE = Path(__file__).parent / "marked_sample.jsonl"
QUOTES = Path(__file__).parent / "marked_quotes.jsonl"


def marked_people(texts: Path) -> list[Article]:
    """The articles whose people are marked, with texts out of the sample's file."""
    marks = {row["id"]: row for row in corpora.rows_of(PEOPLE)}
    return [
        Article(
            key,
            text,
            "held",
            mentions=tuple((a, b) for a, b in marks[key]["mentions"]),
            people=tuple(tuple(forms) for forms in marks[key]["people"]),
        )
        for key, text in _texts(texts).items()
        if key in marks
    ]


def marked_quotes(texts: Path) -> list[Article]:
    """The articles whose attributions are marked, with texts out of the sample's file."""
    known = _texts(texts)
    return [
        Article(row["id"], known[row["id"]], "held", tuple(map(_attribution, row["attributions"])))
        for row in corpora.rows_of(QUOTES)
        if row["id"] in known
    ]


def _attribution(mark: dict[str, list[list[int]]]) -> Attribution:
    contents, cue, source = (
        tuple((a, b) for a, b in mark[part]) for part in ("contents", "cue", "source")
    )
    return Attribution(contents, cue, source, mark["said"], mark["kind"], mark["speaker"])


def _texts(path: Path) -> dict[str, str]:
    return {row["id"]: f"{row['title']}\n\n{row['text']}" for row in corpora.rows_of(path)}
