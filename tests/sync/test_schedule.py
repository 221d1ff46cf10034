"""When a source is asked next and with what: values in, values out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from briefing.store.filing import Counts
from briefing.store.sources import Source
from briefing.sync.faults import FetchFailed
from briefing.sync.fetch import Answer, Validators
from briefing.sync.schedule import (
    NOTHING,
    Fetched,
    after_answer,
    after_failure,
    asks_with,
    due,
    new_address,
    waiting,
)

NOW = datetime(2025, 4, 11, 12, 0, tzinfo=UTC)
SOURCE = Source(
    1, "https://times.example/feed", "Times", "ok", '"e"', "m", None, 30, "2025-04-10T12:00:00Z"
)
GIVEN = Validators('"e2"', None)


def answer(**more) -> Answer:
    return Answer(SOURCE.url, SOURCE.url, b"", "", **{"validators": GIVEN, **more})


def minutes(health) -> float:
    return (datetime.fromisoformat(health.next_check) - NOW) / timedelta(minutes=1)


def checked(source=SOURCE, chance=0.0, counts=NOTHING, ttl=None, complete=True, **more):
    got = Fetched(answer(**more), 30, counts, ttl, complete)
    return after_answer(source, got, NOW, chance)


def test_validators_are_kept_eight_days_and_not_from_liars():
    assert asks_with(SOURCE, NOW) == Validators('"e"', "m")
    assert asks_with(SOURCE, NOW + timedelta(days=8)) == Validators()
    assert asks_with(replace(SOURCE, validators_lie=True), NOW) == Validators()
    assert asks_with(replace(SOURCE, validated=None), NOW) == Validators()


def test_unchanged_does_not_make_validators_younger():
    assert checked(unchanged=True).validated == SOURCE.validated
    assert checked().validated == "2025-04-11T12:00:00Z"


def test_a_server_lies_that_says_of_new_items_what_it_said_of_the_old():
    same = Validators(SOURCE.etag, SOURCE.last_modified)
    assert checked(counts=Counts(new=1), validators=same).validators_lie
    assert not checked(validators=same).validators_lie
    assert not checked(counts=Counts(new=1)).validators_lie
    assert checked(replace(SOURCE, validators_lie=True)).validators_lie


def test_what_waits_for_its_page_is_not_hidden_by_unchanged():
    assert checked(complete=False).etag is None
    assert checked().etag == '"e2"'


@pytest.mark.parametrize(("quiet", "expected"), [(0, 60), (1, 120), (3, 480), (4, 960), (9, 1440)])
def test_a_feed_without_news_is_asked_less_often(quiet, expected):
    assert minutes(checked(replace(SOURCE, quiet=quiet))) == expected
    assert minutes(checked(replace(SOURCE, quiet=quiet), counts=Counts(new=1))) == 60


@pytest.mark.parametrize(
    ("told", "expected"),
    [({"ttl": 15}, 60), ({"ttl": 180}, 180), ({"max_age": 7200}, 120), ({"ttl": 99_999}, 1440)],
)
def test_servers_and_feeds_are_heard_within_an_hour_and_a_day(told, expected):
    assert minutes(checked(counts=Counts(new=1), **told)) == expected


def test_chance_spreads_checks_and_never_beyond_a_day():
    assert minutes(checked(counts=Counts(new=1), chance=1.0)) == 66
    assert minutes(checked(ttl=1440, chance=1.0)) == 1440


def test_failures_are_asked_again_ever_later_and_keep_what_was_known():
    health = after_failure(replace(SOURCE, failures=2), FetchFailed("no"), NOW, 0.0)
    assert (health.state, health.failures, minutes(health)) == ("failed", 3, 240)
    assert (health.etag, health.validated, health.items) == ('"e"', SOURCE.validated, 30)
    assert checked(replace(SOURCE, failures=3)).failures == 0


def test_a_wait_is_no_failure_of_the_source_and_gone_is_muted():
    waits = after_failure(SOURCE, FetchFailed("busy", status=503, wait=900), NOW, 0.0)
    assert (waits.wait_until, waits.failures) == ("2025-04-11T12:15:00Z", 0)
    gone = after_failure(SOURCE, FetchFailed("the server answered 410", status=410), NOW, 0.0)
    assert (gone.state, gone.next_check) == ("muted", None)


def test_a_move_counts_when_it_was_seen_twice_and_never_away_from_https():
    there = "https://news.example/feed"
    first = checked(moved=there)
    assert (first.moved_to, new_address(SOURCE, first)) == (there, None)
    again = replace(SOURCE, moved_to=there)
    assert new_address(again, checked(again, moved=there)) == there
    assert new_address(again, checked(again)) is None
    assert checked(moved="http://news.example/feed").moved_to is None


def test_sources_are_due_by_name_by_time_or_all_that_are_not_muted():
    late = replace(SOURCE, next_check="2025-04-11T12:30:00Z")
    muted = replace(SOURCE, id=2, title="Wire", state="muted")
    known = [late, muted]
    assert due(known, NOW, None) == [late]
    assert due(known, NOW, None, scheduled=True) == []
    assert due(known, NOW + timedelta(hours=1), None, scheduled=True) == [late]
    assert due(known, NOW, ["wire"]) == [muted]
    assert due(known, NOW, ["1"]) == [late]


def test_a_host_waits_as_long_as_the_longest_of_its_feeds():
    one = replace(SOURCE, wait_until="2025-04-11T12:10:00Z")
    two = replace(SOURCE, id=2, wait_until="2025-04-11T12:20:00Z")
    past = replace(SOURCE, id=3, url="http://wire.example/", wait_until="2025-04-11T11:00:00Z")
    assert waiting([one, two, past], NOW) == {"times.example": 1200}
