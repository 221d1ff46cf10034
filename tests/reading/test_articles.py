"""Whole articles in the manner of the wires: who says what, and what nobody says."""

from functools import cache

import pytest

from briefing.reading.engine import read
from tests.reading.articles import ARTICLES

SAID = [(a, words, speaker) for a in ARTICLES for words, speaker in a.said]
UNSAID = [(a, words) for a in ARTICLES for words in a.unsaid]


@cache
def quotes_of(text):
    return read(text).quotes


def named(pairs):
    return [f"{pair[0].name}: {pair[1]}" for pair in pairs]


@pytest.mark.parametrize(("article", "words", "speaker"), SAID, ids=named(SAID))
def test_a_quote_is_found_with_its_speaker(article, words, speaker):
    found = [quote for quote in quotes_of(article.text) if words in quote.text]
    assert {quote.speaker for quote in found} == {speaker}


@pytest.mark.parametrize(("article", "words"), UNSAID, ids=named(UNSAID))
def test_what_nobody_says_is_no_quote(article, words):
    assert words in article.text
    found = [quote for quote in quotes_of(article.text) if words in quote.text]
    assert [quote for quote in found if not quote.unsaid] == []
