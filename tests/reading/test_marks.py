import time
from itertools import pairwise

import pytest

from briefing.reading.layout import paragraphs_of
from briefing.reading.marks import kind_of, mask_of, quoted_runs


def quoted(text):
    return [text[run.start : run.end] for run in quoted_runs(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        'The mayor said "we are ready" on Monday.',
        "The mayor said “we are ready” on Monday.",
        "The mayor said „we are ready“ on Monday.",
        "The mayor said „we are ready” on Monday.",
        "The mayor said «we are ready» on Monday.",
        "The mayor said »we are ready« on Monday.",
        "The mayor said ''we are ready'' on Monday.",
        "The mayor said ``we are ready'' on Monday.",
        'The mayor said “we are ready" on Monday.',
        "The mayor said ”we are ready” on Monday.",
        "The mayor said “we are ready“ on Monday.",
    ],
)
def test_every_style_of_marks_is_read(text):
    (words,) = quoted(text)
    assert words.strip("\"“”„«»'`") == "we are ready"


def test_marks_belong_to_the_run():
    assert quoted('"Yes," she said. "No."') == ['"Yes,"', '"No."']


def test_a_mark_that_is_never_closed_ends_with_its_sentence():
    text = 'He called it "a disgrace and left. The hall was empty. It rained.\n\nNobody came.'
    assert quoted(text) == ['"a disgrace and left.']


def test_a_mark_that_is_never_closed_ends_before_the_next_quote():
    text = 'He called it "a disgrace and then said: "We are leaving." Nobody answered.'
    assert quoted(text)[-1] == '"We are leaving."'
    assert "Nobody" not in "".join(quoted(text))


def test_a_lone_closing_mark_turns_nothing_round():
    text = 'We will pay for it," the ministry said. "Nobody else will." It rained.'
    assert quoted(text) == ['"Nobody else will."']


def test_inches_are_no_marks():
    assert quoted('He is 6\'2" tall, and said: "I am tall."') == ['"I am tall."']


def test_a_quote_left_open_runs_to_its_paragraph_end_when_the_next_one_opens_again():
    text = 'She said: "We poured it. It is dry.\n\n"Nobody will leave," she added.'
    assert quoted(text) == ['"We poured it. It is dry.', '"Nobody will leave,"']
    first, second = quoted_runs(text, paragraphs_of(text))
    assert (first.closed, second.closed) == (False, True)


def test_a_quote_may_close_in_a_paragraph_that_does_not_open_again():
    text = '"We poured the last of the concrete.\n\nNobody will have to leave," she said.'
    assert quoted(text) == ['"We poured the last of the concrete.', 'Nobody will have to leave,"']


def test_a_slip_in_another_style_than_the_text_is_no_quote():
    text = '"The ministry opened a hall named “Old Tide” on Monday. It is made of wood.'
    assert quoted(text) == ["“Old Tide”"]


def test_marks_inside_marks_are_one_run():
    text = "“He told us “never” and left,” she said."
    assert quoted(text) == ["“He told us “never” and left,”"]


def test_single_marks_count_where_a_text_has_no_others():
    text = "'We won't be moved,' said Ada Quill of the dockers' union. 'It's cold, and it's late.'"
    assert quoted(text) == ["'We won't be moved,'", "'It's cold, and it's late.'"]


def test_single_marks_count_around_double_ones():
    text = "‘The minister told us, “You’ll be paid.” We weren’t,’ said Ada Quill."
    assert quoted(text) == ["‘The minister told us, “You’ll be paid.” We weren’t,’"]


def test_apostrophes_are_no_marks():
    assert quoted("The workers' hall in the '90s wasn't Karsk's best, 'tis said. Don't ask.") == []


def test_single_marks_count_in_a_headline():
    text = "Minister calls strike 'a disgrace'\n\nThe dockers' union said it was \"no surprise\"."
    assert quoted(text) == ["'a disgrace'", '"no surprise"']


@pytest.mark.parametrize("mark", ['"', "“", '" ', "“ ", "' ", 'a"', "a “b "])
def test_two_hundred_thousand_marks_are_read_in_a_moment(mark):
    text = mark * 200_000
    started = time.process_time()
    runs = quoted_runs(text, paragraphs_of(text))
    assert time.process_time() - started < 15
    assert all(a.end <= b.start for a, b in pairwise(runs))


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ('that "all of it is said"', "mixed"),
        ('"all of it is said," ', "direct"),
        ("nothing of it is marked", "indirect"),
        ("", "indirect"),
        ("…", "indirect"),
    ],
)
def test_the_kind_is_told_by_the_share_of_letters_in_marks(marked, kind):
    runs = quoted_runs(marked, paragraphs_of(marked))
    assert kind_of(marked, mask_of(len(marked), runs), [(0, len(marked))]) == kind


def test_a_leading_that_does_not_make_a_long_quote_mixed():
    words = (
        'that "' + "the harbour will be open in spring and in autumn and in winter too " * 3 + '"'
    )
    runs = quoted_runs(words, paragraphs_of(words))
    assert kind_of(words, mask_of(len(words), runs), [(0, len(words))]) == "direct"


def test_double_marks_inside_single_ones_that_are_left_open_are_no_other_style():
    text = (
        "‘We rowed home,’ she said.\n\n"
        "‘He asked us which way it was. I said “down”.\n\n‘It was up.’"
    )
    assert quoted(text) == [
        "‘We rowed home,’",
        "‘He asked us which way it was. I said “down”.",
        "‘It was up.’",
    ]
