from dataclasses import replace

import pytest

from briefing.linking.stories import (
    choose_story,
    headline,
    likeness,
    plain_title,
    probability,
    query_words,
)
from briefing.model import KnownStory, Lead

FERRY = Lead(
    1,
    "Ferry with 140 aboard sinks off Port Merrin",
    "PORT MERRIN — A ferry carrying 140 passengers sank in heavy seas off Port Merrin on Monday, and "
    "the coastguard was searching for eleven people, harbour master Ilsa Torvane said.",
    "2030-03-04T08:00:00+00:00",
    "Merrin Wire",
)
FERRY_ELSEWHERE = Lead(
    2,
    "Eleven missing after Merrin Isles ferry disaster",
    "The coastguard of the Merrin Isles searched on Monday for eleven passengers of a ferry that sank "
    "near Port Merrin, in what Ilsa Torvane, the harbor master, called the worst night of her life.",
    "2030-03-04T15:30:00+00:00",
    "The Ostmark Courier",
)
BUDGET = Lead(
    3,
    "Valdoria's parliament rejects budget",
    "KARSK — Lawmakers in Valdoria voted down the budget of Prime Minister Ada Tully on Monday, leaving "
    "teachers and nurses without the raise that she had promised.",
    "2030-03-04",
    "Valdoria Times",
)
OTHER_FERRY = Lead(
    4,
    "Ferry company orders two ships from Lindau Bay yard",
    "LINDAU BAY — The largest ferry company of Ostmark has ordered two ships from a local yard for a "
    "price that neither side would name, the yard said.",
    "2030-03-05",
    "The Ostmark Courier",
)


def stories(*leads):
    return [KnownStory(lead.article_id * 100, (lead,)) for lead in leads]


def test_another_outlets_report_of_the_event_joins_its_story():
    assert choose_story(FERRY_ELSEWHERE, stories(BUDGET, FERRY, OTHER_FERRY)) == 100
    assert choose_story(FERRY, stories(BUDGET, FERRY_ELSEWHERE, OTHER_FERRY)) == 200


def test_another_event_starts_a_story_of_its_own():
    assert choose_story(OTHER_FERRY, stories(FERRY, BUDGET)) is None
    assert choose_story(BUDGET, stories(FERRY, FERRY_ELSEWHERE)) is None
    assert choose_story(FERRY, []) is None


def test_the_same_words_weeks_later_are_another_event():
    later = Lead(5, FERRY.title, FERRY.lead, "2030-03-29")
    assert choose_story(later, stories(FERRY)) is None


def test_without_a_date_the_bar_is_higher():
    told = "Passengers told of waves as high as houses, and of a boat that stood still off Port Merrin."
    loose = Lead(6, "Night of fear at sea", told, "2030-03-04")
    undated = KnownStory(100, (replace(FERRY, published=None),))
    dated = probability(likeness(loose, stories(FERRY)[0]))
    assert probability(likeness(loose, undated)) < dated
    assert choose_story(replace(FERRY_ELSEWHERE, published=None), stories(FERRY)) == 100


def test_on_a_day_full_of_one_topic_more_is_asked():
    told = "Passengers told of waves as high as houses, and of a ferry that seemed to stand still."
    loose = Lead(6, "Night of fear at sea", told, "2030-03-04")
    assert choose_story(loose, stories(FERRY)) == 100
    others = [
        replace(loose, article_id=number, title=f"Night of fear at sea off {place}")
        for number, place in enumerate(("Karsk", "Tarn", "Lindau Bay", "Kesk", "Torv"), start=20)
    ]
    assert choose_story(replace(FERRY, title="Fear at sea"), stories(*others)) is None


def test_articles_that_name_the_same_people_are_the_likelier_one_story():
    named = ("Ilsa Torvane", "Ada Tully", "Bruno Kesk")
    told = "Two ministers said that they had been told nothing before Monday."
    reaction = Lead(21, "Ministers deny blame for ferry", told, "2030-03-05", names=named)
    same = KnownStory(100, (replace(FERRY, names=named),))
    others = KnownStory(100, (replace(FERRY, names=("Jon Orlan",)),))
    assert probability(likeness(reaction, same)) > probability(likeness(reaction, others))


def test_a_title_made_from_the_text_says_nothing_twice():
    made = Lead(
        8,
        "A ferry carrying 140 passengers sank in heavy seas off Port Merrin on…",
        FERRY.lead,
        FERRY.published,
    )
    assert choose_story(made, stories(FERRY_ELSEWHERE)) == 200


@pytest.mark.parametrize("title", ["Morning briefing", "", "…", "[/b] % \" '"])
def test_a_stock_title_alone_joins_nothing(title):
    assert (
        choose_story(Lead(9, title, "", "2030-03-04"), stories(Lead(10, title, "", "2030-03-04")))
        is None
    )


def test_candidates_are_looked_up_by_the_most_telling_words():
    found = query_words(FERRY, 8)
    assert {"torvane", "merrin", "ferry"} <= set(found)
    assert not {"the", "on", "and"} & set(found)
    assert len(query_words(FERRY)) == 12


def test_words_to_look_up_are_safe_to_quote():
    odd = Lead(11, 'The "O\'Hara-Kesk" (AND) near: fox* -dog', "NEAR(a b) ^col:val don't", None)
    assert all(set(word) <= set("abcdefghijklmnopqrstuvwxyz'") for word in query_words(odd))


def test_the_headline_is_a_real_title_that_says_most():
    made = Lead(
        12, "A ferry carrying 140 passengers sank in heavy seas", FERRY.lead, FERRY.published
    )
    cut = Lead(
        13,
        "Ferry with 140 aboard sinks off Port Merrin as coastguard…",
        "Searching.",
        FERRY.published,
    )
    vague = Lead(14, "What a night!", FERRY_ELSEWHERE.lead, FERRY.published)
    assert headline([made, cut, vague, FERRY]) == FERRY.title
    assert headline([made]) == made.title
    assert headline([]) == ""


@pytest.mark.parametrize(
    ("written", "outlet", "plain"),
    [
        ("LIVE: Ferry sinks off Port Merrin", None, "Ferry sinks off Port Merrin"),
        ("UPDATE 1-Ferry sinks off Port Merrin", None, "Ferry sinks off Port Merrin"),
        ("Watch: Ferry sinks off Port Merrin", None, "Ferry sinks off Port Merrin"),
        ("Ferry sinks off Port Merrin - Merrin Wire", "Merrin Wire", "Ferry sinks off Port Merrin"),
        ("Ferry sinks off Port Merrin | Valdoria Times", None, "Ferry sinks off Port Merrin"),
        ("Ferry sinks off Port Merrin – valdoria.example.com", None, "Ferry sinks off Port Merrin"),
        ("Ferry sinks - eleven missing", "Merrin Wire", "Ferry sinks - eleven missing"),
        ("Live-in nurses strike in Karsk", None, "Live-in nurses strike in Karsk"),
    ],
)
def test_labels_and_outlets_are_no_part_of_a_headline(written, outlet, plain):
    assert plain_title(Lead(1, written, "", None, outlet)) == plain
