import random
from dataclasses import replace
from itertools import pairwise

import pytest

from briefing.model import FoundQuote
from briefing.reading.quotes import without_overlaps
from tests.reading.finding import find_quotes

ARTICLE = """KARSK — Valdoria will not sign the fisheries treaty this year, Foreign Minister Ilka Drummel said.

“We have read every page of it,” Drummel said. “We found nothing for our coast in it.”

The Merrin Isles called the decision “a slap in the face” on Tuesday.

According to the statistics office, exports of fish fell by 4 percent in March.

“There is no plan B,” said the head of Ostmark’s central bank, Lars Winde."""


def test_an_article_is_read_in_order():
    assert [
        (quote.speaker, quote.cue, quote.kind, quote.text) for quote in find_quotes(ARTICLE)
    ] == [
        (
            "Foreign Minister Ilka Drummel",
            "said",
            "indirect",
            "Valdoria will not sign the fisheries treaty this year",
        ),
        (
            "Drummel",
            "said",
            "direct",
            "“We have read every page of it,” … “We found nothing for our coast in it.”",
        ),
        ("The Merrin Isles", "called", "mixed", "the decision “a slap in the face”"),
        (
            "the statistics office",
            "According to",
            "indirect",
            "exports of fish fell by 4 percent in March",
        ),
        (
            "the head of Ostmark’s central bank, Lars Winde",
            "said",
            "direct",
            "“There is no plan B,”",
        ),
    ]


def test_no_two_quotes_share_words():
    quotes = find_quotes(ARTICLE * 3)
    spans = sorted(span for quote in quotes for span in quote.spans)
    assert len(quotes) == 15
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        '"',
        "”“",
        "''",
        "\ud800 “a,” said \udfff",
        '"' * 3000,
        "“ " * 3000,
        "x" * 50_000,
        "😀“😀,”😀 said Bo 😀",
        'قال الوزير: "سنفوز" يوم الثلاثاء',
        "[CLS] “[MASK] we,” said [SEP]",
        "\x00“a\x01,” he said\r\n\u2028“b”",
        "—\n—\n“a.” — Bo\n— Bo",
        "“Bare.”\n" * 300,
        "“Never closed.\n" * 300,
    ],
)
def test_any_text_is_read(text):
    for quote in find_quotes(text):
        assert quote.spans == tuple(sorted(quote.spans))
        assert all(0 <= start < end <= len(text) for start, end in quote.spans)


def test_scrambled_text_is_read():
    chance = random.Random(7)
    pieces = [*"\"“”'‘’„«».,:;—\n ", " said ", "BREN", " he ", "Dam ", "is "]
    for _ in range(60):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 120)))
        for quote in find_quotes(text):
            assert text[slice(*quote.spans[0])].strip()


def test_a_long_paragraph_is_read_to_its_end():
    filler = "The crane was built in 1962 and stands at the old quay of the harbour. "
    text = filler * 60 + "“We test it every month,” spokeswoman Lina Oder said."
    assert [quote.speaker for quote in find_quotes(text)] == ["spokeswoman Lina Oder"]


OUTER = FoundQuote(
    ((0, 90),), "…", "direct", cue_span=(91, 95), speaker_span=(96, 99), confidence=0.9
)


def test_of_two_quotes_of_the_same_words_the_surer_one_stays():
    other = replace(OUTER, spans=((40, 120),), confidence=0.5)
    assert without_overlaps([other, OUTER]) == [OUTER]


def test_a_quote_told_of_in_another_stays():
    inner = replace(OUTER, spans=((40, 60),), cue_span=(30, 34), speaker_span=(20, 28))
    assert without_overlaps([inner, OUTER]) == [OUTER, inner]


def test_what_is_said_of_a_promise_is_not_the_promise():
    found = find_quotes("Her first promise on Monday was in the same spirit, and nobody laughed.")
    assert found == []
