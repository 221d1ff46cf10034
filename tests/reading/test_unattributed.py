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


LEAD = "News from the valley\n\nThe dam was closed on Monday for the winter.\n\n"


def _last(text):
    quote = read(LEAD + text).quotes[-1]
    return quote.speaker, quote.speaker_confidence < SURE


def test_other_quotes_of_the_paragraph_before_do_not_stand_in_the_way():
    text = (
        "The gates will hold, the water board said. Ann Talan feared the worst.\n\n"
        "“It will not last until the spring.”"
    )
    assert _last(text) == ("Ann Talan", True)


def test_a_question_is_answered_by_whoever_is_asked():
    text = (
        "Ann Talan, the keeper, said she had written twice.\n\n"
        "“And what did they say?” asked Oren Hask, her lawyer.\n\n“They said it was winter.”"
    )
    assert _last(text) == ("Ann Talan", True)
    text = (
        "Ann Talan, the keeper, said she had written twice. Ruth Voss said the same.\n\n"
        "Oren Hask asked Ann Talan whether the gates would hold.\n\n“They never have.”"
    )
    assert _last(text) == ("Ann Talan", True)


def test_whoever_the_next_paragraph_brings_in_most_likely_said_it():
    text = (
        "“It will not last until the spring.”\n\n"
        "Ann Talan has been the keeper of the dam for thirty years."
    )
    assert _last(text) == ("Ann Talan", True)


def test_somebody_known_before_is_not_brought_in():
    text = (
        "The valley has met Ann Talan. It was cold.\n\n“It will not last.”\n\nAnn Talan went home."
    )
    assert _last(text)[0] is None
