"""Texts come with loose headers: what they say goes to its field, and the story starts behind them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.header import Header, made_title, read_header, story_spans

STORY = "The ministers of Valdoria and Ostmark met on Monday and spoke for hours, officials said."


def said(text: str, header: Header) -> dict[str, object]:
    """The fields that a header sets, its spans as the words they cover."""
    fields = ("published", "byline", "outlet", "place", "title")
    found = {name: value for name in fields if (value := getattr(header, name))}
    if header.dateline:
        found["dateline"] = text[slice(*header.dateline)]
    return found


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            " date 2026-03-03 By Ada Brandt and Olo Vint, NPA\n\n",
            {"published": "2026-03-03", "byline": "Ada Brandt and Olo Vint", "outlet": "NPA"},
        ),
        (
            "By Jane Doe\nNorthern Press Agency\n\n",
            {"byline": "Jane Doe", "outlet": "Northern Press Agency"},
        ),
        ("Published: 11 April 2025\n", {"published": "2025-04-11"}),
        ("April 11, 2025 10:30 GMT\n\n", {"published": "2025-04-11T10:30:00Z"}),
        ("Updated 8:30 a.m. EST, 11/13/2025\n\n", {"published": "2025-11-13T13:30:00Z"}),
        (
            "Jane Doe | The Outlet | 3 March 2026\n\n",
            {"byline": "Jane Doe", "outlet": "The Outlet", "published": "2026-03-03"},
        ),
        (
            "By Jane Doe • 5 min read • April 11, 2025\n\n",
            {"byline": "Jane Doe", "published": "2025-04-11"},
        ),
        (
            "By JANE DOE, Merrin Wire Political Correspondent\nKarsk\n3 March 2026\n\n",
            {"byline": "Jane Doe", "outlet": "Merrin Wire", "published": "2026-03-03"},
        ),
        (
            "Title: Talks end: what now\nDate: 2026-03-03\nSource: Merrin Wire\nAuthor: Jane Doe\n"
            "URL: https://wire.example/a\n\n",
            {
                "title": "Talks end: what now",
                "published": "2026-03-03",
                "outlet": "Merrin Wire",
                "byline": "Jane Doe",
            },
        ),
        (
            "Title: Talks end Date: 2026-03-03 Source: Merrin Wire Author: Jane Doe\n",
            {
                "title": "Talks end",
                "published": "2026-03-03",
                "outlet": "Merrin Wire",
                "byline": "Jane Doe",
            },
        ),
        (
            "---\ntitle: Talks end\ndate: 2026-03-03\nauthor: Jane Doe\ntags: [talks, karsk]\n---\n\n",
            {"title": "Talks end", "published": "2026-03-03", "byline": "Jane Doe"},
        ),
        (
            "Subject: Talks end\nFrom: desk@npa.example\nDate: Tue, 3 Mar 2026 09:30:00 +0200\n\n",
            {"title": "Talks end", "published": "2026-03-03T07:30:00Z"},
        ),
        (
            "HEADLINE: Talks end\nBYLINE: Jane Doe\nDATELINE: PORT MERRIN\nLENGTH: 433 words\n\nBODY:\n",
            {"title": "Talks end", "byline": "Jane Doe", "place": "Port Merrin"},
        ),
        (
            "TALKS END IN KARSK\n\nBy Jane Doe\n\n",
            {"title": "TALKS END IN KARSK", "byline": "Jane Doe"},
        ),
        (
            "Talks end in Karsk | The Ostmark Courier\n\n",
            {"title": "Talks end in Karsk", "outlet": "The Ostmark Courier"},
        ),
        ("# Talks end in Karsk\n\n", {"title": "Talks end in Karsk"}),
        ("© 2026 The Ostmark Courier\n\n", {"outlet": "The Ostmark Courier"}),
        (
            "The Ostmark Courier\nMarch 3, 2026\n\nTalks end in Karsk\n\nJane Doe\nPolitical editor\n\n",
            {
                "outlet": "The Ostmark Courier",
                "published": "2026-03-03",
                "title": "Talks end in Karsk",
                "byline": "Jane Doe",
            },
        ),
        (
            "Jane Doe\nBBC News, Karsk\n\n",
            {"byline": "Jane Doe", "outlet": "BBC News"},
        ),
        ("By Our Own Correspondent\n\n", {"byline": "Our Own Correspondent"}),
        ("Talks end in Karsk\nPublished 3 March\n\n", {"title": "Talks end in Karsk"}),
        ("Date: 03/04/2026\n\n", {}),
        ("Date: 23/04/2026\n\n", {"published": "2026-04-23"}),
    ],
)
def test_a_header_goes_to_its_fields_and_the_story_starts_behind_it(head, expected):
    text = head + STORY + "\n\nThey will meet again."
    header = read_header(text)
    assert said(text, header) == expected
    assert text[header.body :].startswith(STORY)


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("KARSK , Valdoria —", {"place": "Karsk, Valdoria"}),
        ("KARSK (NPA) -", {"place": "Karsk", "outlet": "NPA"}),
        ("(CNN) —", {"outlet": "CNN"}),
        ("(Reuters) -", {"outlet": "Reuters"}),
        ("AFP -", {"outlet": "AFP"}),
        ("Karsk (CNN)", {"place": "Karsk", "outlet": "CNN"}),
        ("KARSK, Valdoria, March 3 (NPA) -", {"place": "Karsk, Valdoria", "outlet": "NPA"}),
        (
            "LINDAU BAY, March 3, 2026 (Merrin Wire) –",
            {"place": "Lindau Bay", "outlet": "Merrin Wire", "published": "2026-03-03"},
        ),
        ("TARN —", {"place": "Tarn"}),
        ("PORT-AU-KARSK, Valdoria --", {"place": "Port-au-Karsk, Valdoria"}),
        ("RIO DE TARN —", {"place": "Rio de Tarn"}),
        ("ST. OLO, D.C. —", {"place": "St. Olo, D.C."}),
        ("KARSK/TARN (NPA) -", {"place": "Karsk/Tarn", "outlet": "NPA"}),
        ("KARSK: ", {"place": "Karsk"}),
        ("Port Merrin, Merrin Isles —", {"place": "Port Merrin, Merrin Isles"}),
    ],
)
def test_a_dateline_gives_place_and_agency_and_stays_in_the_text(dateline, expected):
    text = f"{dateline} {STORY}\n\nThey will meet again."
    header = read_header(text)
    assert said(text, header) == {**expected, "dateline": dateline.strip()}
    assert header.body == 0
    assert not header.outlet_inferred


@pytest.mark.parametrize(
    "text",
    [
        "By the time the ministers met, it was late. They spoke for an hour.",
        "By Friday, Ministers had left Karsk.",
        "Date palms are dying in Karsk, farmers say.",
        "April 11, 2025 was a day that nobody in Karsk forgot.",
        "Published in March, the report names four firms.",
        "Source material was missing, the court said.",
        "Title deeds: thousands are missing in Tarn, and nobody knows why. The court waits.",
        "NATO — The alliance met on Monday.",
        "EXCLUSIVE: The minister of Valdoria will go.",
        "Orlo Vant — The minister who fell — is back.",
        "World Trade Council (WTC) - The body met on Monday.",
        "The minister (left) spoke. He said (in Karsk) that it was over (for now).",
        "Reporting by Vant Watch shows that attacks rose.",
        "Follow the money, said the judge.",
        "Copyright law is failing, judges in Karsk say.",
        "VANT: We will go on.\n\nBRANDT: We will not.",
        "Photo opportunities were few, the envoy said.",
    ],
)
def test_a_plain_article_is_not_taken_for_a_header(text):
    text += "\n\nThey will meet again."
    assert read_header(text) == Header()


CAPTION = "Orlo Vant, the minister of Valdoria, speaks in Karsk on March 3, 2026 (NPA photo)"


def test_a_caption_is_no_story_and_its_credit_names_the_outlet_where_nothing_else_does():
    text = f" date 2026-03-03 {CAPTION}\n\nKARSK , Valdoria — {STORY}"
    header = read_header(text)
    assert text[header.body :].startswith("Orlo Vant")
    assert [text[start:end] for start, end in header.captions] == [CAPTION]
    assert "(NPA photo)" in [text[start:end] for start, end in header.credits]
    assert (header.outlet, header.outlet_inferred) == ("NPA", True)
    assert (header.published, header.place) == ("2026-03-03", "Karsk, Valdoria")
    assert made_title(text, header) == STORY.rstrip(".")


def test_an_outlet_that_is_named_is_not_inferred_from_a_photo():
    text = f"By Jane Doe, Merrin Wire\n\n{CAPTION}\n\n{STORY}"
    header = read_header(text)
    assert (header.outlet, header.outlet_inferred) == ("Merrin Wire", False)
    assert len(header.captions) == 1


def test_the_header_below_a_caption_is_read_too():
    text = f"{CAPTION}\n\nBy Jane Doe\n\nKARSK — {STORY}"
    header = read_header(text)
    assert header.byline == "Jane Doe"
    assert header.place == "Karsk"
    assert text[header.body :].startswith(CAPTION)
    assert [text[start:end] for start, end in header.lines] == ["By Jane Doe"]


def test_a_caption_that_runs_into_the_story_ends_at_its_credit():
    text = f"Orlo Vant in Karsk (Ada Brandt/NPA) KARSK — {STORY}"
    header = read_header(text)
    assert [text[slice(*span)] for span in header.captions] == [
        "Orlo Vant in Karsk (Ada Brandt/NPA)"
    ]
    assert text[slice(*header.dateline)] == "KARSK —"
    assert made_title(text, header) == STORY.rstrip(".")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Orlo Vant in Karsk. Photo: Ada Brandt/Merrin Wire", "Photo: Ada Brandt/Merrin Wire"),
        ("Orlo Vant in Karsk. (Ada Brandt/Reuters)", "(Ada Brandt/Reuters)"),
        (
            "Orlo Vant in Karsk. (Photo by Ada Brandt/Getty Images)",
            "(Photo by Ada Brandt/Getty Images)",
        ),
        ("FILE - Orlo Vant in Karsk. (AP Photo/Ada Brandt, File)", "(AP Photo/Ada Brandt, File)"),
        ("FILE PHOTO: Orlo Vant in Karsk. REUTERS/Ada Brandt", "REUTERS/Ada Brandt"),
        ("Orlo Vant in Karsk. [File: Ada Brandt/Reuters]", "[File: Ada Brandt/Reuters]"),
        ("Orlo Vant was late. | AP Photos", "AP Photos"),
        (
            "Orlo Vant in Karsk on Monday. Ada Brandt/AFP via Getty Images",
            "Ada Brandt/AFP via Getty Images",
        ),
        ("Photo: Ada Brandt/Reuters", "Photo: Ada Brandt/Reuters"),
    ],
)
@pytest.mark.parametrize("place", ["above", "within"])
def test_captions_are_known_by_their_credits_wherever_they_stand(caption, credit, place):
    around = ("", STORY) if place == "above" else (STORY + "\n\n", STORY)
    text = f"{around[0]}{caption}\n\n{around[1]}"
    header = read_header(text)
    assert [text[start:end] for start, end in header.captions] == [caption]
    assert [text[start:end] for start, end in header.credits] == [credit]
    assert made_title(text, header) == STORY.rstrip(".")


@pytest.mark.parametrize(
    "credit",
    [
        "Reporting by Ada Brandt in Karsk; Editing by Olo Vint",
        "(Reporting by Ada Brandt; Additional reporting by Olo Vint and Jane Doe; Editing by Max Roe)",
        "— With files from The Canadian Press",
        "With inputs from agencies",
        "Merrin Wire writers Ada Brandt and Olo Vint contributed to this report.",
        "Olo Vint contributed reporting from Tarn.",
        "© 2026 Merrin Wire. All rights reserved.",
        "Copyright 2026 Merrin Wire.",
        "ab/ov (AFP, Reuters, dpa)",
        "Follow Ada Brandt on Twitter @adabrandt",
        "By Ada Brandt",
        "(AFP)",
    ],
)
def test_nobody_in_a_line_of_credits_is_in_the_news(credit):
    text = f"{STORY}\n\nThey will meet again.\n\n{credit}"
    header = read_header(text)
    assert [text[start:end] for start, end in header.credits] == [credit]
    assert [text[start:end] for start, end in story_spans(text, header)] == [
        STORY,
        "They will meet again.",
    ]


def test_an_agency_signs_behind_the_last_sentence():
    text = f"{STORY}\n\nThey will meet again. (Reuters)"
    assert [text[slice(*span)] for span in read_header(text).credits] == ["(Reuters)"]


def test_what_is_stored_without_its_header_still_shows_its_caption_and_dateline():
    text = f"date 2026-03-03 {CAPTION}\n\nKARSK, Valdoria (NPA) — {STORY}"
    whole = read_header(text)
    stored = text[whole.body :]
    again = read_header(stored)
    assert again.body == 0
    assert [(a - whole.body, b - whole.body) for a, b in whole.captions] == list(again.captions)
    assert stored[slice(*again.dateline)] == text[slice(*whole.dateline)]
    assert again.place == "Karsk, Valdoria"


def test_a_line_of_summary_under_the_title_is_no_lead_and_does_not_hide_the_byline():
    text = f"Talks end in Karsk\nNo deal in sight\nBy Jane Doe\nMarch 3, 2026\n\nKARSK — {STORY}"
    header = read_header(text)
    assert (header.title, header.byline, header.published) == (
        "Talks end in Karsk",
        "Jane Doe",
        "2026-03-03",
    )
    assert header.place == "Karsk"
    assert text[header.body :].startswith("No deal in sight")


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("The envoy left Karsk on Monday. She returns.", "The envoy left Karsk on Monday"),
        (
            "The government of Valdoria announced on Monday that it would send forty engineers to the"
            " flooded valleys of Tarnland before winter.",
            "The government of Valdoria announced on Monday that it would send forty engineers to the flooded…",
        ),
        (
            "Ministers from across the northern coast promised on Tuesday to rebuild the harbour as"
            " money from the capital dries up under a new treasurer.",
            "Ministers from across the northern coast promised on Tuesday to rebuild the harbour…",
        ),
        (
            "Harbour workers in the north of the country have been told by officials of the new Merrin"
            " Isles Port Authority that they must go.",
            "Harbour workers in the north of the country have been told by officials…",
        ),
        (
            "“We will not leave this valley and nobody will make us leave it in the winter that is now"
            " coming,” the mayor said.",
            "“We will not leave this valley and nobody will make us leave it in the winter that is now coming”…",
        ),
        ("Enough. The minister is gone.", "Enough. The minister is gone"),
        ("Will the U.S. envoy come?", "Will the U.S. envoy come?"),
    ],
)
def test_a_title_is_made_of_the_leads_first_sentence_and_cut_at_a_word(lead, title):
    text = f"KARSK (NPA) — {lead}\n\nThey will meet again."
    made = made_title(text, read_header(text))
    assert made == title
    assert len(made) <= 103


def test_a_text_of_captions_alone_still_gets_a_title():
    assert made_title(CAPTION, read_header(CAPTION)).startswith("Orlo Vant")


def test_an_empty_text_has_an_empty_header():
    assert read_header("") == Header()
    assert made_title(" \n", read_header(" \n")) == ""


@given(
    st.lists(
        st.sampled_from(
            ["By ", "Ada Brandt", ", ", "NPA", "\n", "\n\n", "2026-03-03", " | ", "KARSK", " — ", "(", ")",
             "Date: ", "Title: ", "date ", "Photo: ", "/Reuters", STORY, "©", "---\n", "“", ". ", "the ", " "]
        ),
        max_size=25,
    ).map("".join)
)  # fmt: skip
def test_whatever_comes_no_span_leaves_the_text_and_the_body_lies_within(text):
    header = read_header(text)
    made_title(text, header)
    spans = [*header.captions, *header.credits, *header.lines]
    spans += [header.dateline] if header.dateline else []
    assert 0 <= header.body <= len(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "text",
    ["A" * 200_000, "Aa " * 70_000, " " * 200_000 + "x", "\n" * 200_000, "Aa Bb/" * 30_000,
     "(Aa Bb/" * 30_000, "By Aa Bb\n" * 20_000, "Title: " * 30_000, "2026-03-03 " * 20_000,
     "AAA - " * 30_000, "March 3, " * 20_000, "---\n" + "a: b\n" * 30_000],
    ids=lambda text: text[:8],
)  # fmt: skip
def test_no_shape_of_text_takes_long(text):
    started = time.perf_counter()
    made_title(text, read_header(text))
    assert time.perf_counter() - started < 2
