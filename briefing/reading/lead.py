"""The lead of an article: the first words of its story, by which it is grouped with others."""

from briefing.reading.header import read_header, story_spans

WORDS = 60
"""Words taken: an event is told in the first two paragraphs, and more text adds nothing."""


def lead_of(text: str) -> str:
    """The first words of the story itself: no header, no dateline, no caption, no credit."""
    words: list[str] = []
    for start, end in story_spans(text, read_header(text)):
        words += text[start:end].split()
        if len(words) >= WORDS:
            break
    return " ".join(words[:WORDS])
