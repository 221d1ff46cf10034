"""One article in, its reading out: the parts wired together, on texts of our own."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import ENGINE_VERSION, Reading
from briefing.reading.engine import read, readable
from briefing.reading.shape import as_json

ARTICLE = """By Petra Lindqvist, Merrin Wire

LINDAU BAY (Merrin Wire) — Ostmark's Defence Minister Clara Talan said on Monday that the harbour would reopen within a month.

“We have repaired 40 of the 52 cranes,” Talan said in a statement. “The rest will follow by spring.”

“Nobody will be sent home.”

She said the work had cost 21 million euros ($24 million). The minister called the figures “a relief for every family.”

Martin Hask, who leads the Harbour Union, rejected the account. “Three ships were turned away on Sunday,” he told reporters.

At least 12 people were injured in the storm, police said.
"""


@pytest.fixture(scope="module")
def reading():
    return read(ARTICLE)


def said(reading, words):
    [quote] = [quote for quote in reading.quotes if words in quote.text]
    return quote


@pytest.mark.parametrize(
    ("words", "speaker", "inferred"),
    [
        ("harbour would reopen", "Clara Talan", False),
        ("40 of the 52 cranes", "Clara Talan", False),
        ("follow by spring", "Clara Talan", False),
        ("cost 21 million", "Clara Talan", True),
        ("relief for every family", "Clara Talan", True),
        ("Three ships", "Martin Hask", True),
    ],
)
def test_every_quote_has_its_speaker(reading, words, speaker, inferred):
    quote = said(reading, words)
    assert (quote.speaker, quote.speaker_kind, quote.inferred) == (speaker, "person", inferred)


def test_a_paragraph_that_goes_on_keeps_the_speaker(reading):
    assert said(reading, "Nobody will be sent home").speaker == "Clara Talan"


def test_police_speak_without_a_name(reading):
    quote = said(reading, "12 people were injured")
    assert (quote.speaker, quote.speaker_kind) == ("police", "unnamed")


def test_who_only_wrote_it_is_not_in_the_news(reading):
    assert {person.name for person in reading.people} == {"Clara Talan", "Martin Hask"}


def test_figures_stand_beside_the_quotes(reading):
    money = next(figure for figure in reading.figures if figure.kind == "money")
    assert (money.value, money.unit, len(money.equivalents)) == (21e6, "EUR", 1)


def test_every_offset_is_into_the_text_as_given():
    text = (
        ARTICLE.replace("\n", "\r\n")
        .replace("harbour", "har\x00bour")
        .replace("Monday", "Mon\x1bday")
    )
    reading = read(text)
    quote = said(reading, "40 of the 52")
    assert text[quote.start : quote.end].startswith("“We have repaired 40")
    assert text[slice(*quote.speaker_span)] == "Talan"
    for person in reading.people:
        for start, end in person.mentions:
            assert text[start:end] in (person.name, *person.aliases)


def test_a_readable_text_is_as_long_as_the_one_given():
    text = "a\r\nb\rc\x00\x1b[31m\u202e\ud800\u2028d\x85"
    assert len(readable(text)) == len(text)
    assert readable(text).split("\n") == ["a ", "b", "c  [31m  ", "d", ""]


def test_the_same_text_is_read_the_same_way_twice(reading):
    assert read(ARTICLE) == reading
    assert ENGINE_VERSION


@pytest.mark.parametrize(
    "text", ["", " \n ", "\x00", "“", "“”" * 40, '"' * 99, "A. " * 500, "he said " * 300]
)
def test_no_text_is_an_error(text):
    assert isinstance(read(text), Reading)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "'", "’s", "\n\n", "\r\n", ", ", ". ", " ", "said", "he", "She", "Talan", "Clara Talan",
             "the defence minister", "Ostmark", "$24 bn", "according to", "—", "By ", "\x00", "\ud83d", "é", "المؤتمر"]
        ),
        max_size=60,
    ).map("".join)
)  # fmt: skip
def test_scraps_of_news_in_any_order_are_no_error(text):
    reading = read(text)
    for quote in reading.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert (quote.speaker is None) == (quote.speaker_kind is None)
    json.dumps(as_json(reading), ensure_ascii=False).encode()


def test_the_json_has_the_documented_keys_in_order(reading):
    row = as_json(reading, "a1")
    assert list(row) == ["id", "quotes", "people", "figures"]
    assert row["id"] == "a1"
    assert list(row["quotes"][0]) == [
        "start", "end", "text", "spans", "kind", "cue", "cue_start", "cue_end",
        "speaker", "speaker_start", "speaker_end", "speaker_kind", "confidence",
        "speaker_confidence", "unsaid", "told",
    ]  # fmt: skip
    assert list(row["people"][0]) == ["name", "aliases", "roles", "country", "mentions"]
    assert list(row["figures"][0]) == [
        "start", "end", "kind", "value", "value_max", "unit", "hedge", "as_written", "equivalents", "about",
    ]  # fmt: skip


def test_the_json_holds_what_was_read(reading):
    row = as_json(reading)
    quote = next(quote for quote in row["quotes"] if "40 of the 52" in quote["text"])
    assert [ARTICLE[start:end] for start, end in quote["spans"]] == quote["text"].split(" … ")
    assert ARTICLE[quote["speaker_start"] : quote["speaker_end"]] == "Talan"
    injured = next(figure for figure in row["figures"] if figure["about"] == "injured")
    assert injured["value"] == 12
    assert isinstance(injured["value"], int)
    assert json.loads(json.dumps(row)) == row
