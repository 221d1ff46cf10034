import math

import pytest

from briefing.linking.profiles import EVENNESS, MOST_WORDS, as_text, from_text, profile
from briefing.linking.stories import cosine
from briefing.model import Lead
from tests.linking.leads import BUDGET, FERRY, FERRY_ELSEWHERE, WRECK


def test_profiles_add_up_whatever_the_order():
    one, other, third = profile(FERRY), profile(FERRY_ELSEWHERE), profile(BUDGET)
    there, back = (one + other) + third, third + (other + one)
    assert there.words == pytest.approx(back.words)
    assert there.length == pytest.approx(back.length)
    assert (there.articles, there.first, there.last) == (3, back.first, back.last)


def test_a_profile_comes_back_from_the_store_as_it_was():
    whole = profile(FERRY) + profile(BUDGET)
    kept = from_text(as_text(whole))
    assert kept.words == pytest.approx(whole.words, abs=1e-4)
    assert (kept.numbers, kept.first, kept.last) == (whole.numbers, whole.first, whole.last)


def test_an_article_taken_out_leaves_the_others():
    one, other = profile(FERRY), profile(BUDGET)
    rest = (one + other).without(other)
    assert cosine(rest, one) == pytest.approx(cosine(one, one), abs=0.01)
    assert (one + other).without(other).articles == 1


def test_a_story_keeps_its_heaviest_words_and_no_more():
    whole = profile(FERRY)
    for number in range(30):
        told = " ".join(f"word{number}x{n}" for n in range(40))
        whole += profile(Lead(number, FERRY.title, told, FERRY.published))
    assert len(whole.words) == MOST_WORDS
    assert "ferry" in whole.words


def test_no_word_of_a_long_lead_weighs_much_more_than_others():
    alone = profile(WRECK)
    heaviest = max(alone.words.values())
    assert heaviest <= EVENNESS / math.sqrt(len(alone.words))
    assert heaviest < 2 * sorted(alone.words.values())[-10]


def test_an_unheard_of_place_is_no_more_telling_than_a_rare_word():
    title = profile(Lead(1, "Xyldorf ferry", ""))
    assert title.words["xyldorf"] == pytest.approx(title.words["ferry"])


def test_a_title_keeps_the_weights_of_its_words():
    title = profile(Lead(1, "Harbour master of Port Merrin resigns over ferry inquiry", ""))
    assert title.length == pytest.approx(sum(weight**2 for weight in title.words.values()))


def test_an_article_without_words_or_date_is_like_nothing():
    empty = profile(Lead(1, "…", ""))
    assert (empty.first, empty.length) == (None, 0.0)
    assert cosine(empty, profile(FERRY)) == 0.0
