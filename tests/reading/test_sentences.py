"""A text falls into the sentences that a reader sees."""

import time

import pytest

from briefing.reading.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The envoy left Karsk.", "She will return on Monday."],
        ["Gen. Orlo Vant met Dr. Mira Tosk.", "Nothing was signed."],
        ["George W. Harl flew in.", "It was Plan B. Nobody spoke."],
        ["The U.S. Senate met J. R. Tolm at 5 p.m. on Friday.", "It rained."],
        ["He lives in the U.S.", "He likes it there."],
        ["The firm, Tarn Steel Inc., grew.", "It sold to Merrin Corp.", "The price was not given."],
        ["“We will stay.”", "The minister left."],
        ['"We will stay," he said.', '"We must."', "The minister left."],
        ["The envoy was ill.", "Karsk waited."],
        ["“Will you stay?” the minister was asked.", "He smiled."],
        ["“Will you stay?” Orlo Vant asked.", "He smiled."],
        ["It was not his business”.", "Others said more."],
        ["It cost $3.5 million.", "2031 was a poor year.", "€4 was the price."],
        ["Karsk is far (it took days.)", "Then came the snow."],
        ["See No. 7 and Art. 12 of the treaty.", "No.", "That is all."],
        ["Wait … and see.", "Well...", "Perhaps not!"],
        ["They met on Jan. 5 in St. Petersburg.", "Nobody came."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences):
    assert split(" ".join(sentences)) == sentences


def test_a_blank_line_always_ends_a_sentence():
    assert split("Talks in Karsk\n\nThe envoy left") == ["Talks in Karsk", "The envoy left"]
    assert split("the old\n \nand the new") == ["the old", "and the new"]


def test_a_line_ends_a_sentence_unless_the_text_is_wrapped():
    assert split("Talks in Karsk\nThe envoy left. She slept.") == [
        "Talks in Karsk",
        "The envoy left.",
        "She slept.",
    ]
    wrapped = "The envoy of the Merrin\nIsles left Karsk on\nMonday. She slept."
    assert split(wrapped) == [
        "The envoy of the Merrin\nIsles left Karsk on\nMonday.",
        "She slept.",
    ]


def test_no_character_is_lost():
    text = "  A? b! C. D.E. (F.) \n\n “G.” H…  I.J\nK. "
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " \n\n ", "."])
def test_a_text_without_words(text):
    assert split(text) == ([text] if text.strip() else [])


@pytest.mark.parametrize(
    "unit", [".", "a", "a.", "\n", " \n", '."', "A. ", "1 ", "?!", "“", "(", "-"]
)
def test_a_megabyte_of_anything_takes_linear_time(unit):
    text = unit * (1_000_000 // len(unit))
    began = time.perf_counter()
    sentence_spans(text)
    assert time.perf_counter() - began < 5
