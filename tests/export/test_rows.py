"""Rows as JSON Lines, CSV, Markdown and plain text."""

import csv
import io
import json

import pytest

from briefing.export.rows import lines
from briefing.kinds import Equivalent
from briefing.rows import (
    ArticleRow,
    CalledRow,
    CarrierRow,
    ChangeRow,
    DiscrepancyRow,
    EditRow,
    FigureRow,
    LinkRow,
    MovedRow,
    NamedWithRow,
    PersonDetail,
    PersonRow,
    PersonStoryRow,
    QuoteRow,
    RoleRow,
    SourceRow,
    StatementRow,
    StepRow,
    StoryRow,
    ValueRow,
)
from briefing.wording import Part

STORY = StoryRow(
    3, "Valdoria promises boats", "2026-03-01", "2026-03-02T09:00:00Z",
    ("Valdoria Times", "Merrin Wire"), ("Mira Talan",), 2, 4, 1,
)  # fmt: skip
ROLE = RoleRow("Defence Minister", "Valdoria", None, False, "2026-03-01", "2026-03-02", 1)
PERSON = PersonRow(1, "Mira Talan", ("Talan",), "Valdoria", (ROLE,), 4, 2)
DETAIL = PersonDetail(
    *PERSON, (7, 8), (9,), (NamedWithRow(2, "Oren Hask", 2),),
    (PersonStoryRow(3, "Valdoria promises boats", "2026-03-02"),), (CalledRow("Talan", 2),),
    (LinkRow(1, "Mira Talan", "a name not seen before", False, "Valdoria Times", "2026-03-01"),),
)  # fmt: skip
MOVED = MovedRow(
    4, "2026-03-02T08:00:00Z", "merge", False, "surname of one person in the story", 5, "Talan", 1,
    "Mira Talan", 2, True,
)  # fmt: skip
STEP = StepRow(
    5, "2026-03-02T08:00:00Z", "merge", False, 3, "Valdoria promises boats", 4, None, (2,),
    ("Boats to come",), 1.25, None, False,
)  # fmt: skip
QUOTE = QuoteRow(
    7, "“Forty boats will sail,” … “We keep our word.”", ((10, 34), (50, 70)), "direct", "said",
    "Mira Talan", "Talan", "person", 1, "Defence Minister", False, 0.93, None, True, 1,
    "Valdoria Times", "Valdoria promises boats", "2026-03-01", "https://times.example/boats",
    10, 70, 3, 0.93, False,
)  # fmt: skip
FIGURE = FigureRow(
    5, "money", 120_000_000.0, None, "EUR", "about", "120 million euros",
    (Equivalent(130_000_000.0, "USD", 30, 42),), "boats", "They cost about 120 million euros.",
    1, "Valdoria Times", "2026-03-01", 3, 11, 28,
)  # fmt: skip
VALUES = (
    ValueRow(5, 130_000_000.0, "USD", "Valdoria Times", "2026-03-01", "They cost $130 million."),
    ValueRow(6, 128_500_000.5, "USD", "Merrin Wire", "2026-03-02", "They cost $128.5 million."),
)
DISCREPANCY = DiscrepancyRow(2, 3, "conversion", "boats", VALUES)
STATEMENT = StatementRow(
    4, "“We keep our word.”", ("Mira Talan", "Petr Hask"), "2026-03-01", ("Merrin Wire",), (7, 9),
    (
        CarrierRow(7, 1, "Merrin Wire", "2026-03-01", "Mira Talan", "“We keep our word.”"),
        CarrierRow(9, 2, None, "2026-03-02", "Petr Hask", "“We keep your word.”"),
    ),
)  # fmt: skip
ARTICLE = ArticleRow(
    1, "a-1", "Valdoria promises boats", "Valdoria Times", False, "Ilse Brandt", "Karsk",
    "2026-03-01", "https://times.example/boats", 3, 56, "en", "done", False,
)  # fmt: skip
SOURCE = SourceRow(
    1, "Valdoria Times", "https://times.example/rss", "feed", "failed", None, None, "no answer",
    0, 0, 0, ("News", "East"),
)  # fmt: skip
CHANGE = ChangeRow(
    1, "speaker", "“We keep our word.”", "Petr Hask", "Mira Talan", 1, "Valdoria promises boats",
    "2026-03-01",
)  # fmt: skip
EDIT = EditRow(
    1, 2, "2026-03-02T08:00:00Z", "Valdoria Times", None, "Boats", (Part("same", "Boats"),),
    (Part("gone", "Forty "), Part("new", "Fifty "), Part("same", "boats.")),
)  # fmt: skip
ROWS = [
    STORY,
    PERSON,
    DETAIL,
    MOVED,
    STEP,
    QUOTE,
    FIGURE,
    DISCREPANCY,
    STATEMENT,
    ARTICLE,
    EDIT,
    SOURCE,
    CHANGE,
]

KEYS = {
    StoryRow: "id title first_published last_published outlets people articles quotes discrepancies new"
    " copies",
    PersonRow: "id name aliases country roles quotes articles",
    PersonDetail: "id name aliases country roles quotes articles quotes_by quotes_about named_with"
    " stories called links",
    MovedRow: "id at kind by_hand reason from_id from_name to_id to_name articles undone",
    StepRow: "id at step by_hand story_id title other_id other_title articles titles odds takes_back"
    " undone",
    QuoteRow: "id text spans kind cue speaker speaker_as_written speaker_kind person_id role inferred"
    " confidence statement_id verified article_id outlet title published url start end story_id"
    " speaker_confidence unsaid told_by",
    FigureRow: "id kind value value_max unit hedge as_written equivalents about sentence article_id"
    " outlet published story_id start end discrepancy_id",
    DiscrepancyRow: "id story_id class about values",
    StatementRow: "id text speakers first_published outlets quotes carriers",
    ArticleRow: "id external_id title outlet outlet_inferred byline place published url story_id words"
    " language reading seen revision updated copy_of",
    EditRow: "article_id revision replaced outlet url title title_changes changes",
    ChangeRow: "id change text before after article_id title published",
    SourceRow: "id title url kind state last_ok next_check error new updated unchanged folder",
}


def told(row, how) -> str:
    return "\n".join(lines([row], how))


def cells(row) -> dict[str, str]:
    names, values = csv.reader(io.StringIO(told(row, "csv")))
    return dict(zip(names, values, strict=True))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_json_has_the_documented_keys_in_order(row):
    [line] = lines([row], "json")
    assert list(json.loads(line)) == KEYS[type(row)].split()


def test_json_has_the_documented_keys_within_rows():
    [role] = json.loads(told(PERSON, "json"))["roles"]
    assert list(role) == [
        "title", "country", "organisation", "former", "first_seen", "last_seen", "article_id",
        "start", "end", "ended", "sentence",
    ]  # fmt: skip
    value, _ = json.loads(told(DISCREPANCY, "json"))["values"]
    assert list(value) == ["figure_id", "value", "unit", "outlet", "published", "sentence"]
    [equivalent] = json.loads(told(FIGURE, "json"))["equivalents"]
    assert equivalent == {"value": 130_000_000, "unit": "USD", "start": 30, "end": 42}


def test_json_keeps_letters_nulls_and_lists():
    row = json.loads(told(QUOTE, "json"))
    assert row["spans"] == [[10, 34], [50, 70]]
    assert (row["statement_id"], row["verified"]) == (None, True)
    assert "“Forty boats" in told(QUOTE, "json")


def test_whole_amounts_have_no_fraction():
    assert '"value": 120000000, "value_max": null' in told(FIGURE, "json")
    first, second = json.loads(told(DISCREPANCY, "json"))["values"]
    assert isinstance(first["value"], int)
    assert second["value"] == 128_500_000.5
    assert json.loads(told(QUOTE._replace(confidence=1.0), "json"))["confidence"] == 1.0


def test_a_line_of_json_is_one_line():
    row = QUOTE._replace(text="“One.\n\nTwo,”\x1b[31m")
    assert "\n" not in told(row, "json")
    assert "\x1b" not in told(row, "json")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_csv_has_the_same_columns(row):
    assert list(cells(row)) == KEYS[type(row)].split()


def test_csv_names_its_columns_once_and_nothing_where_there_is_nothing():
    assert len(list(lines([STORY, STORY], "csv"))) == 3
    assert list(lines([], "csv")) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝"])
def test_csv_marks_what_a_spreadsheet_would_run(start):
    formula = f'{start}HYPERLINK("http://x.example")'
    assert cells(QUOTE._replace(title=formula))["title"].startswith("'")
    assert cells(STORY._replace(outlets=(formula, "Merrin Wire")))["outlets"].startswith("'")


def test_csv_leaves_numbers_and_other_text_alone():
    row = cells(FIGURE._replace(value=-2.5))
    assert (row["value"], row["hedge"], row["value_max"]) == ("-2.5", "about", "")
    assert cells(ARTICLE)["seen"] == "no"
    assert cells(STORY)["outlets"] == "Valdoria Times; Merrin Wire"
    assert json.loads(cells(PERSON)["roles"])[0]["title"] == "Defence Minister"


def test_csv_quotes_commas_marks_and_lines():
    text = '“Boats,” she said, "and\nmore"'
    assert cells(QUOTE._replace(text=text))["text"] == text


def test_markdown_is_a_table_whatever_the_words_are():
    hostile = "a | b\\|c\n\nd <script> [click](javascript:x) ![](http://x.example) *e* `f`"
    header, rule, row = lines([STORY._replace(title=hostile)], "markdown")
    assert header.count("|") == rule.count("|") == 12
    assert row.replace("\\|", "").count("|") == 12
    assert (
        r"a \| b\\\|c d &lt;script> \[click\](javascript:x) !\[\](http://x.example) \*e\* \`f\`"
        in row
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (STORY, "Valdoria promises boats\n2026-03-01 to 2026-03-02, Valdoria Times, Merrin Wire,"),
        (PERSON, "Mira Talan\nDefence Minister, Valdoria\n4 quotes, 2 articles"),
        (QUOTE, "“We keep our word.” — Mira Talan (Defence Minister)\n“Valdoria promises boats”,"),
        (FIGURE, "about 120 million euros (= $130 million), boats\nThey cost about"),
        (DISCREPANCY, "boats (conversion)\n  $130 million, Valdoria Times, 2026-03-01: They"),
        (
            STATEMENT,
            "“We keep our word.”\nMira Talan or Petr Hask: outlets name different speakers, first"
            " carried 2026-03-01\n  Merrin Wire, 2026-03-01, Mira Talan: the same words\n"
            "  2026-03-02, Petr Hask: “We keep [-our-] {+your+} word.”",
        ),
        (ARTICLE, "Valdoria promises boats\nValdoria Times, 2026-03-01, Ilse Brandt"),
        (SOURCE, "News / East / Valdoria Times: no answer"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_plain_reads_well(row, words):
    assert words in told(row, "plain")


def test_plain_never_steers_the_terminal():
    assert "\x1b" not in told(STORY._replace(title="\x1b]0;owned\x07Boats\u202e"), "plain")


def test_plain_says_probably_and_reported():
    doubted = told(QUOTE._replace(speaker_confidence=0.6, kind="indirect"), "plain")
    assert doubted.startswith("[reported] ")
    assert "— probably Mira Talan" in doubted
    assert "— probably Mira Talan" in told(QUOTE._replace(speaker_confidence=0.4), "plain")


def test_plain_names_a_speaker_as_the_text_does_or_says_that_none_is_named():
    nameless = QUOTE._replace(speaker=None, role=None, confidence=0.0, speaker_confidence=0.0)
    assert "— probably Talan\n" in told(nameless, "plain")
    assert "— speaker not named\n" in told(nameless._replace(speaker_as_written=None), "plain")


def test_plain_tells_an_article_that_is_not_read():
    assert "reading: failed" in told(ARTICLE._replace(reading="failed"), "plain")


def test_plain_tells_what_a_newer_engine_reads_otherwise():
    assert told(CHANGE, "plain").startswith("now by Mira Talan, not Petr Hask: “We keep our word.”")
    gone = CHANGE._replace(change="gone", after=None)
    assert told(gone, "plain").startswith("no longer quoted: Petr Hask: ")


def test_plain_puts_what_was_not_said_behind_its_cue():
    unsaid = QUOTE._replace(kind="indirect", cue="declined to say", unsaid=True)
    assert told(unsaid, "plain").startswith("[declined to say] ")


def test_plain_names_who_tells_it_where_it_is_not_the_article():
    inner = QUOTE._replace(told_by="Petr Hask")
    assert "Mira Talan (Defence Minister), as Petr Hask tells it\n" in told(inner, "plain")
