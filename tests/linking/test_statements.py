import pytest

from briefing.linking.statements import group_statements, longest, same_words

LONG = (
    "“We will not leave the harbour of Port Merrin to the smugglers, and we will not ask anyone's "
    "leave to defend it, neither in Karsk nor in Lindau Bay.”"
)


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("“", '"').replace("”", '"').upper(),
        "We will not leave the harbor of Port Merrin to the smugglers and we will not ask anyone’s leave to defend it",
        "“We will not leave the harbour of Port Merrin to the smugglers … neither in Karsk nor in Lindau Bay”",
        "“[The government] will not leave the harbour of Port Merrin to the smugglers, and we will not ask anyone's leave”",
        "“leave the harbour of Port Merrin to the smugglers”",
    ],
)
def test_marks_cuts_and_small_edits_leave_a_statement_the_same(other):
    assert same_words(LONG, other)
    assert same_words(other, LONG)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We are going to win this", "We are going to lose this"),
        ("We will go to Karsk tomorrow", "We will not go to Karsk tomorrow"),
        ("we lost 12 fishing boats", "we lost 15 fishing boats"),
        ("We are going to", "We are going to rebuild every school in Tarnland before the winter"),
        ("not his business", "that is not his business at all"),
        ("very good", "very good"),
        (
            LONG,
            "Port Merrin is ours, and the smugglers must know that we shall stand our ground there alone",
        ),
    ],
)
def test_what_says_something_else_is_another_statement(one, other):
    assert not same_words(one, other)


def test_a_statement_needs_two_articles():
    quotes = [(1, 10, LONG), (2, 10, LONG), (3, 10, "the ferry sank in nine minutes off Tarn")]
    assert group_statements(quotes) == []


def test_two_cuts_meet_in_the_whole_that_came_later():
    first, second = (
        "to leave the harbour of Port Merrin to the smugglers",
        "neither in Karsk nor in Lindau Bay",
    )
    quotes = [(1, 10, first), (2, 11, second), (3, 12, LONG), (4, 12, "Nobody drowned that night")]
    assert group_statements(quotes) == [[1, 2, 3]]


def test_three_words_are_one_statement_only_from_one_mouth():
    quotes = [(1, 10, "“not my harbour”"), (2, 11, "not my harbour"), (3, 12, "not my harbour")]
    assert group_statements(quotes) == []
    assert group_statements(quotes, {1: 7, 2: 7, 3: 8}) == [[1, 2]]


def test_hundreds_of_copies_are_one_statement():
    quotes = [(number, number, LONG) for number in range(400)]
    assert group_statements(quotes) == [list(range(400))]


def test_the_longest_form_is_the_one_shown():
    assert longest(["“a cut”", LONG, "“another cut of it”"]) == LONG
    assert longest([]) == ""
