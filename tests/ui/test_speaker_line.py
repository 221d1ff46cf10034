"""What the line above a quote's words tells of who said them, or did not."""

from briefing.ui.widgets.quotes import speaker
from tests.export.test_rows import QUOTE


def told(row):
    return "".join(words for words, _ in speaker(row))


def test_a_doubtful_speaker_is_probably_the_one():
    assert told(QUOTE) == "Mira Talan, Defence Minister"
    assert told(QUOTE._replace(speaker_confidence=0.6)) == "probably Mira Talan, Defence Minister"


def test_what_was_not_said_stands_behind_its_cue():
    unsaid = QUOTE._replace(unsaid=True, cue="declined to say", role=None)
    assert told(unsaid) == "Mira Talan declined to say:"


def test_who_tells_it_is_named_where_it_is_not_the_article():
    inner = QUOTE._replace(told_by="Petr Hask", role=None)
    assert told(inner) == "Mira Talan, as Petr Hask tells it"
