import math
from dataclasses import replace

import pytest

from briefing.linking.profiles import profile
from briefing.linking.stories import belongs, choose, odds, query_words
from briefing.model import Lead
from tests.linking.leads import BUDGET, FERRY, FERRY_ELSEWHERE, FISHING, OTHER_FERRY, WRECK


def chosen(lead, *others):
    known = {other.article_id * 100: profile(other) for other in others}
    found = choose(profile(lead), known)
    return found[0] if found else None


def test_another_outlets_report_of_the_event_joins_its_story():
    assert chosen(FERRY_ELSEWHERE, BUDGET, FERRY, OTHER_FERRY) == 100
    assert chosen(FERRY, BUDGET, FERRY_ELSEWHERE, OTHER_FERRY) == 200


def test_another_event_starts_a_story_of_its_own():
    assert chosen(OTHER_FERRY, FERRY, BUDGET) is None
    assert chosen(BUDGET, FERRY, FERRY_ELSEWHERE) is None
    assert chosen(FERRY) is None


def test_countries_that_both_name_do_not_make_two_events_one():
    assert chosen(WRECK, FISHING) is None
    assert chosen(FISHING, WRECK, FERRY, FERRY_ELSEWHERE) is None
    assert chosen(WRECK, FISHING, FERRY_ELSEWHERE) == 200


def test_the_same_words_weeks_later_are_another_event():
    later = Lead(5, FERRY.title, FERRY.lead, "2030-03-29")
    assert chosen(later, FERRY) is None


def test_without_a_date_the_bar_is_higher():
    dated = odds(profile(FERRY_ELSEWHERE), profile(FERRY))
    undated = odds(profile(FERRY_ELSEWHERE), profile(replace(FERRY, published=None)))
    assert undated < dated
    assert chosen(replace(FERRY_ELSEWHERE, published=None), FERRY) == 100


def test_beyond_three_days_more_is_asked_and_beyond_a_week_too_much():
    def after(days):
        later = replace(FERRY_ELSEWHERE, published=f"2030-03-{4 + days:02}")
        return odds(profile(later), profile(replace(FERRY, published="2030-03-04")))

    assert after(1) == after(3) > after(5) > 0
    assert after(8) == -math.inf


def test_a_number_that_both_tell_speaks_for_one_story():
    told = replace(FERRY_ELSEWHERE, lead=FERRY_ELSEWHERE.lead.replace("eleven", "140"))
    assert odds(profile(told), profile(FERRY)) > odds(profile(FERRY_ELSEWHERE), profile(FERRY))


def test_two_stories_that_grew_are_less_likely_one_than_an_article_and_a_story():
    one, other = profile(FERRY), profile(FERRY_ELSEWHERE)
    assert odds(one + one, other + other) < odds(one, other + other)


def test_an_article_goes_over_only_to_a_story_that_is_much_likelier():
    late = profile(replace(FERRY_ELSEWHERE, article_id=7))
    assert belongs(late, profile(BUDGET), profile(FERRY))
    assert not belongs(late, profile(FERRY), profile(FERRY))
    assert not belongs(late, profile(FERRY), profile(BUDGET))


def test_a_title_made_from_the_text_says_nothing_twice():
    made = Lead(
        8,
        "A ferry carrying 140 passengers sank in heavy seas off Port Merrin on…",
        FERRY.lead,
        FERRY.published,
    )
    assert chosen(made, FERRY_ELSEWHERE) == 200


@pytest.mark.parametrize("title", ["Morning briefing", "", "…", "[/b] % \" '"])
def test_a_stock_title_alone_joins_nothing(title):
    assert chosen(Lead(9, title, "", "2030-03-04"), (Lead(10, title, "", "2030-03-04"))) is None


def test_candidates_are_looked_up_by_the_most_telling_words():
    found = query_words(FERRY, 8)
    assert {"torvane", "merrin", "ferry"} <= set(found)
    assert not {"the", "on", "and"} & set(found)
    assert len(query_words(FERRY)) == 12


def test_words_to_look_up_are_safe_to_quote():
    odd = Lead(11, 'The "O\'Hara-Kesk" (AND) near: fox* -dog', "NEAR(a b) ^col:val don't", None)
    assert all(set(word) <= set("abcdefghijklmnopqrstuvwxyz'") for word in query_words(odd))


def test_people_whom_both_name_make_up_for_words():
    known = {100: profile(WRECK)}
    assert choose(profile(FISHING), known, shared={100: 1}) is None
    assert choose(profile(FISHING), known, shared={100: 6}) is not None
