"""Who is meant by what the article calls somebody, and how sure that is."""

import pytest

from briefing.reading.engine import read
from briefing.rows import SURE


def last_quote(text):
    return read(text).quotes[-1]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Rep. Cliff Talan voted against the dam on Monday.", "the congressman"),
        ("Justice Ann Talan heard the case on Monday.", "the judge"),
        ("Sen. Ann Talan voted against the dam on Monday.", "the Arizona Republican"),
        ("Ann Talan, a geologist, came on Monday.", "the geologist"),
        ("Gov. Ann Talan came on Monday.", "the governor"),
    ],
)
def test_a_description_means_who_was_called_so(before, words):
    quote = last_quote(f"{before}\n\n“It will not last until the spring,” {words} said.")
    assert quote.speaker.endswith("Talan")
    assert quote.inferred


@pytest.mark.parametrize(
    "before",
    [
        "A spokesman for Sen. Ann Talan came on Monday.",
        "A spokesman came on Monday and met Ann Talan.",
        "Oren Hask, a spokesman, came on Monday. A spokesman for the port came too.",
    ],
)
def test_a_description_means_nobody_of_whom_it_was_not_said_last(before):
    quote = last_quote(f"{before}\n\n“It will not last until the spring,” the spokesman said.")
    assert quote.speaker_kind == "unnamed"


def test_a_report_before_a_name_is_not_what_the_person_is():
    text = (
        "According to the report, Mayor Ann Talan came on Monday.\n\n"
        "The dam will not last until the spring, the report said."
    )
    assert last_quote(text).speaker_kind != "person"


@pytest.mark.parametrize(
    "words",
    ["The other Talan, Bo,", "He and his wife, Ann Talan,"],
)
def test_another_of_the_name_or_two_together_are_not_the_one_who_is_named(words):
    text = f"Ann Talan came on Monday.\n\n{words} said the dam would not last until the spring."
    assert last_quote(text).speaker_kind == "unnamed"


def test_whoever_obtained_a_letter_did_not_write_it():
    text = "A letter obtained by Acme News said the dam would not last until the spring."
    assert last_quote(text).speaker_kind == "unnamed"


def test_a_title_that_does_not_fit_the_name_makes_the_speaker_only_probable():
    text = "Boris Talan built the dam in May.\n\nThe dam would not last, {} Talan said on Monday."
    assert last_quote(text.format("Mr.")).speaker_confidence >= SURE
    assert last_quote(text.format("Mrs.")).speaker_confidence < SURE
