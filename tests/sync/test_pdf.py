"""PDFs come in as their words, and what has none says why."""

import pytest

from briefing.model import Item
from briefing.sync.files import Refused, read_document
from tests.sync import papers

LEAD = [
    "Talks end in Karsk",
    "By Jane Doe",
    "KARSK, 3 March 2026 - The ministers of Valdoria and Ostmark met on Monday and",
    "spoke for hours, officials said. Nobody else was in the long-closed palace of the",
    "old dukes when the lights went out over the river.",
    "\u201cWe will meet again,\u201d said Mira Talan, the foreign minister of Valdoria, be-",
    "fore she left.",
    "Nobody knows what they will talk about then, and nobody would say who will come to",
]
REST = [
    "the next round.",
    "The harbour of Tarn stays closed until the end of the month, they said.",
]
HEAD = "Merrin Wire 12/2026"


def read(body: bytes) -> list[Item | Refused]:
    return read_document(body, "paper.pdf", ".pdf", "path:paper.pdf")


def reason(body: bytes) -> str:
    (refused,) = read(body)
    assert isinstance(refused, Refused), refused
    assert "\n" not in refused.reason
    return refused.reason


def test_lines_become_paragraphs_over_pages_and_the_header_becomes_fields():
    body = papers.pdf([HEAD, *LEAD, "1"], [HEAD, *REST, "2"], [HEAD, "That is all.", "Page 3 of 3"])
    (item,) = read(body)
    assert (item.title, item.byline, item.published) == (
        "Talks end in Karsk",
        "Jane Doe",
        "2026-03-03",
    )
    assert (
        "\u201cWe will meet again,\u201d said Mira Talan, the foreign minister of Valdoria, before she left."
        in item.text.split("\n\n")
    )
    assert "who will come to the next round." in item.text
    assert item.text.count(HEAD) <= 1
    assert "Page 3" not in item.text


def test_the_files_own_fields_stand_in_for_what_the_text_does_not_say():
    body = papers.pdf(
        LEAD[3:], title="C:\\drafts\\final2.docx", author="Ada Brandt", created="D:20260304101010Z"
    )
    (item,) = read(body)
    assert (item.byline, item.published) == ("Ada Brandt", "2026-03-04")
    assert "final2" not in item.title


@pytest.mark.parametrize("login", ["jdoe", "Administrator", "user 7", "ACME"])
def test_a_login_is_no_byline(login):
    (item,) = read(papers.pdf(LEAD[3:], author=login))
    assert item.byline is None


def test_an_encrypted_file_says_so():
    body = papers.locked(papers.pdf(LEAD), "secret")
    assert reason(body) == "is encrypted: save a copy of it without its password"


def test_a_file_that_is_locked_against_changes_alone_is_read():
    (item,) = read(papers.locked(papers.pdf(LEAD), ""))
    assert item.title == "Talks end in Karsk"


def test_a_scanned_file_says_so():
    body = papers.pdf([], [])
    assert reason(body).startswith("holds pictures of pages and no text")


def test_a_damaged_page_is_named_and_the_others_come():
    body = papers.pdf(LEAD, REST).replace(b"/Contents 8 0 R", b"/Contents 4 0 R")
    found = read(body)
    assert found[0].title == "Talks end in Karsk"


@pytest.mark.parametrize("cut", [20, 300, 900])
def test_a_file_that_broke_off_is_refused_or_read_and_never_a_crash(cut):
    (made,) = read(papers.pdf(LEAD, REST)[:-cut])
    assert isinstance(made, Item | Refused)


def test_control_characters_and_escape_sequences_stay_outside():
    body = papers.pdf(["\x1b[2J\x1b]52;c;aGk=\x07Talks end x", *LEAD[1:]])
    (item,) = read(body)
    assert not {c for c in item.title + item.text if c < " " and c != "\n"}
