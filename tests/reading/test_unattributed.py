"""Quotes alone in a paragraph that no words attribute."""

from briefing.reading.engine import read
from briefing.rows import SURE


def test_a_bare_quote_is_probably_by_whom_the_sentence_before_is_about():
    text = (
        "News from the valley\n\nThe dam was closed on Monday for the winter.\n\n"
        "Ann Talan has been its keeper for thirty years.\n\n“It will not last until the spring.”"
    )
    quote = read(text).quotes[-1]
    assert quote.speaker == "Ann Talan"
    assert 0 < quote.speaker_confidence < SURE


def test_a_bare_quote_under_a_sentence_about_two_people_stays_open():
    text = (
        "News from the valley\n\nThe dam was closed on Monday for the winter.\n\n"
        "Ann Talan has been its keeper, and Oren Hask was her deputy.\n\n“It will not last.”"
    )
    assert all(quote.speaker is None for quote in read(text).quotes)
