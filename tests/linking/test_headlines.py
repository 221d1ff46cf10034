import pytest

from briefing.linking.headlines import headline, plain_title
from briefing.linking.profiles import profile
from briefing.linking.vectors import total
from briefing.model import Lead
from tests.linking.leads import FERRY, FERRY_ELSEWHERE


def titled(*leads):
    return headline(leads, total(profile(lead).words for lead in leads))


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
    assert titled(made, cut, vague, FERRY) == FERRY.title
    assert titled(made) == made.title
    assert titled() == ""


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
