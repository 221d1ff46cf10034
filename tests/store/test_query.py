from datetime import UTC, datetime

import pytest

from briefing.store.query import Group, Term, day_bounds, parse

NOW = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("drones", Term(("drones",))),
        ("two drones", Group("AND", (Term(("two",)), Term(("drones",))))),
        ('"two drones"', Term(("two", "drones"))),
        ("“two drones”", Term(("two", "drones"))),
        ("a OR b", Group("OR", (Term(("a",)), Term(("b",))))),
        ("-fox", Group("NOT", (Term(("fox",)),))),
        ("speaker:Talan", Term(("Talan",), "speaker")),
        ('speaker:"Mira Talan"', Term(("Mira", "Talan"), "speaker")),
        ("well-known", Term(("well", "known"))),
        ("don’t", Term(("don", "t"))),
        (
            "a (b OR c)",
            Group("AND", (Term(("a",)), Group("OR", (Term(("b",)), Term(("c",)))))),
        ),
    ],
)
def test_what_is_typed_is_understood(typed, node):
    assert parse(typed).node == node


@pytest.mark.parametrize(
    "typed", ["", "(", ")", '"', "-", "OR", "()", '""', "***", "\x00", "\ud800"]
)
def test_what_means_nothing_asks_for_everything(typed):
    assert parse(typed).node is None


@pytest.mark.parametrize(
    "typed", ["C++", "http://x.example/?a=b", "12:30", "nosuch:field", "after:tea"]
)
def test_what_only_looks_like_syntax_is_words(typed):
    assert parse(typed).node is not None


def test_the_last_word_is_unfinished_only_while_typing():
    assert parse("two dro", typing=True).node.parts[-1].prefix
    assert not parse("two dro", typing=True).node.parts[0].prefix
    assert not parse("two dro").node.parts[-1].prefix
    assert not parse("two drones ", typing=True).node.parts[-1].prefix


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-02-03", "2026-02-03 00:00:00", "2026-02-03 23:59:59"),
        ("2026-02", "2026-02-01 00:00:00", "2026-02-28 23:59:59"),
        ("2025", "2025-01-01 00:00:00", "2025-12-31 23:59:59"),
        ("yesterday", "2026-03-01 00:00:00", "2026-03-01 23:59:59"),
        ("2w", "2026-02-16 15:30:00", "2026-03-02 15:30:00"),
    ],
)
def test_days_have_bounds(value, first, last):
    assert day_bounds(value, NOW) == (seconds(first), seconds(last))


@pytest.mark.parametrize(
    "value", ["2026-13-01", "2026-02-30", "soon", "0000", "9999-12-31", "9999"]
)
def test_words_that_are_no_days_have_none_or_end_somewhere(value):
    bounds = day_bounds(value, NOW)
    assert bounds is None or bounds[0] < bounds[1]


def test_dates_hold_for_the_whole_query():
    query = parse("after:2026-02-01 drones before:2026-03-01", now=NOW)
    assert query.node == Term(("drones",))
    assert query.first == seconds("2026-02-01 00:00:00")
    assert query.last == seconds("2026-02-28 23:59:59")
