"""Quotes that no words attribute: in headlines, and alone in a paragraph."""

from briefing.model import FoundPerson, FoundQuote
from briefing.reading.engine import read
from briefing.reading.speakers import resolve
from briefing.rows import SURE

BODY = "The dam was closed on Monday. It had stood for thirty years.\n\n“We were never asked about the dam,” Ann Talan said on Monday."


def test_a_headlines_quote_is_by_who_says_it_below():
    text = f"‘We were never asked’\n\n{BODY}"
    at = text.index("Ann Talan said")
    below = FoundQuote(
        spans=((text.index("“We"), at - 1),),
        text="“We were never asked about the dam,”",
        kind="direct",
        speaker="Ann Talan",
        speaker_span=(at, at + 9),
        speaker_confidence=1.0,
    )
    above = FoundQuote(spans=((0, 21),), text="‘We were never asked’", kind="direct")
    people = (FoundPerson("Ann Talan", ((at, at + 9),)),)
    first, _ = resolve(text, [above, below], people, ())
    assert (first.speaker, first.inferred) == ("Ann Talan", True)
    assert 0 < first.speaker_confidence < SURE


def test_a_headlines_quote_that_nobody_says_below_stays_open():
    assert all(
        quote.speaker is None
        for quote in read(f"‘We were always asked’\n\n{BODY}").quotes
        if quote.start < 20
    )


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
