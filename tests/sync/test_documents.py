"""Files, folders and standard input come in whole, and what cannot is named with its reason."""

import io
import json
import os
from pathlib import Path

import pytest

from briefing.model import Item
from briefing.sync.documents import Address, documents, is_address
from briefing.sync.files import Refused

STORY = "The ministers of Valdoria and Ostmark met on Monday and spoke for hours, officials said."
MORE = "They will meet again in Tarn, and nobody knows what they will talk about then."
CAPTION = "Orlo Vant, the minister of Valdoria, speaks in Karsk (NPA photo)"


def read(*targets: object, jsonl: bool = False, stdin: bytes = b"") -> list[Item | Refused]:
    return list(
        documents([str(target) for target in targets], jsonl=jsonl, stdin=io.BytesIO(stdin))
    )


def one(*targets: object, **options: object) -> Item:
    (item,) = read(*targets, **options)
    assert isinstance(item, Item), item
    return item


def refusals(found: list[Item | Refused]) -> list[tuple[str, str]]:
    return [(item.name, item.reason) for item in found if isinstance(item, Refused)]


def titles(found: list[Item | Refused]) -> list[str]:
    return [item.title for item in found if isinstance(item, Item)]


@pytest.fixture
def write(tmp_path: Path):
    def _write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _write


def test_a_dump_with_a_byline_line_gives_its_fields_and_stores_the_story(write):
    path = write(
        "a.txt", f" date 2026-03-03 By Ada Brandt and Olo Vint, NPA\n\n(NPA) — {STORY}\n\n{MORE}\n"
    )
    item = one(path)
    assert item.text == f"(NPA) — {STORY}\n\n{MORE}"
    assert (item.published, item.byline, item.outlet) == (
        "2026-03-03",
        "Ada Brandt and Olo Vint",
        "NPA",
    )
    assert item.outlet_inferred is False
    assert (item.title, item.title_made) == (STORY.rstrip("."), True)
    assert item.key == f"path:{path}"


def test_a_dump_that_runs_into_a_caption_keeps_caption_and_dateline(write):
    item = one(
        write("a.txt", f" date 2026-03-03 {CAPTION}\n\nKARSK , Valdoria — {STORY}\n\n{MORE}")
    )
    assert item.text == f"{CAPTION}\n\nKARSK , Valdoria — {STORY}\n\n{MORE}"
    assert (item.outlet, item.outlet_inferred, item.place) == ("NPA", True, "Karsk, Valdoria")
    assert item.title == STORY.rstrip(".")


def test_a_title_line_becomes_the_title(write):
    item = one(write("a.txt", f"Talks end in Karsk\n\nBy Jane Doe\n\nKARSK — {STORY}\n\n{MORE}"))
    assert (item.title, item.title_made, item.byline) == ("Talks end in Karsk", False, "Jane Doe")
    assert item.text == f"KARSK — {STORY}\n\n{MORE}"


def test_wrapped_lines_are_joined_to_paragraphs(write):
    wrapped = (
        "The ministers of Valdoria and Ostmark met on Monday and spoke\n"
        "for hours, officials said. Nobody else was in the long-\n"
        "closed palace of Karsk.\n\n"
        "They will meet again in Tarn, and nobody knows what they will\n"
        "talk about then.\n"
    )
    assert one(write("a.txt", wrapped)).text == (
        "The ministers of Valdoria and Ostmark met on Monday and spoke for hours, officials said."
        " Nobody else was in the long-closed palace of Karsk.\n\n"
        "They will meet again in Tarn, and nobody knows what they will talk about then."
    )


def test_where_no_line_is_blank_each_line_is_a_paragraph(write):
    assert one(write("a.txt", f"{STORY}\n{MORE}\n{STORY}")).text == f"{STORY}\n\n{MORE}\n\n{STORY}"


def test_a_list_keeps_its_lines(write):
    listed = f"{STORY}\n\n- The harbour\n- The bridge\n- The mill"
    assert one(write("a.txt", listed)).text == listed


@pytest.mark.parametrize(
    "encoded",
    [
        "“Ça va”, said Zoë Brandt of Karsk.".encode("utf-8-sig"),
        "“Ça va”, said Zoë Brandt of Karsk.".encode("utf-16"),
        "“Ça va”, said Zoë Brandt of Karsk.".encode("cp1252"),
        "“Ça va”, said Zoë Brandt of Karsk.\r\n".encode(),
    ],
)
def test_text_comes_in_whatever_its_encoding(write, encoded):
    assert one(write("a.txt", encoded)).text == "“Ça va”, said Zoë Brandt of Karsk."


def test_letters_that_are_not_western_are_told_by_their_looks(write):
    told = "Министр обороны Валдории заявил в понедельник, что порт снова откроют до зимы. " * 5
    assert one(write("a.txt", told.encode("cp1251"))).text == told.strip()


def test_control_characters_stay_outside(write):
    item = one(write("a.txt", f"{STORY}\n\nThey\x1b[31m said \u202eno."))
    assert item.text == f"{STORY}\n\nThey[31m said no."


def test_a_saved_page_gives_its_article(write):
    page = (
        "<!doctype html><html lang=en-GB><head><title>Talks end in Karsk</title>"
        '<meta name="author" content="Jane Doe"><meta property="og:site_name" content="Merrin Wire">'
        "</head><body><nav><a href=/>Home</a></nav><article><h1>Talks end in Karsk</h1>"
        + f"<p>{STORY}</p><p>{MORE}</p><p>{STORY} Nobody slept.</p>" * 3
        + "</article></body></html>"
    )
    item = one(write("a.html", page))
    assert (item.title, item.outlet, item.language) == ("Talks end in Karsk", "Merrin Wire", "en")
    assert STORY in item.text
    assert "<p>" not in item.text


def test_a_page_is_known_by_its_first_tag_too(write):
    item = one("-", stdin=f"<html><body><p>{STORY}</p><p>{MORE}</p></body></html>".encode())
    assert "<p>" not in item.text
    assert STORY in item.text


def test_markdown_leaves_its_marks_behind(write):
    item = one(
        write("a.md", f"# Talks end\n\n**KARSK** — [{STORY}](https://npa.example)\n\n{MORE}")
    )
    assert (item.title, item.text) == ("Talks end", f"KARSK — {STORY}\n\n{MORE}")


def test_standard_input_is_one_document_known_by_its_words():
    first, second = (one("-", stdin=f"{STORY}\n\n{MORE}".encode()) for _ in range(2))
    assert first.text == f"{STORY}\n\n{MORE}"
    assert first.key == second.key
    assert first.key.startswith("text:")


def test_a_folder_is_read_in_order_with_all_below_it_but_what_is_hidden(write, tmp_path):
    write("in/b.txt", "Beta came. " + STORY)
    write("in/a.txt", "Alpha came. " + STORY)
    write("in/deep/er/c.md", "Gamma came. " + STORY)
    write("in/.hidden/d.txt", "Delta came. " + STORY)
    write("in/.e.txt", "Epsilon came. " + STORY)
    write("in/picture.png", b"\x89PNG\0\0")
    (tmp_path / "in/deep/loop").symlink_to(tmp_path / "in")
    assert [item.text.split()[0] for item in read(tmp_path / "in")] == ["Alpha", "Beta", "Gamma"]


def test_a_file_named_twice_comes_in_once(write, tmp_path):
    path = write("in/a.txt", STORY)
    assert len(read(path, tmp_path / "in", path)) == 1


def test_what_cannot_come_in_is_named_and_everything_else_comes(write, tmp_path):
    good = write("good.txt", STORY)
    (tmp_path / "bare").mkdir()
    found = read(
        tmp_path / "missing.txt",
        write("empty.txt", " \n"),
        write("binary.dat", bytes(range(256)) * 40),
        write("paper.pdf", b"%PDF-1.7"),
        write("letter.rtf", rb"{\rtf1 Hello}"),
        tmp_path / "bare",
        "https://wire.example/a",
        good,
    )
    assert refusals(found) == [
        (f"{tmp_path}/missing.txt", "there is no such file or folder: check how it is spelled"),
        (f"{tmp_path}/empty.txt", "is empty"),
        (f"{tmp_path}/binary.dat", "is no text: save it as .txt or .html"),
        (f"{tmp_path}/paper.pdf", "is a damaged PDF (PdfStreamError)"),
        (f"{tmp_path}/letter.rtf", "RTF files are not read: save it as text, PDF or .docx"),
        (
            f"{tmp_path}/bare",
            "holds no .txt, .md, .html, .pdf, .docx, .eml, .mbox or .jsonl file",
        ),
    ]
    assert Address("https://wire.example/a") in found
    assert titles(found) == [STORY.rstrip(".")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(write):
    path = write("a.txt", STORY)
    path.chmod(0)
    assert refusals(read(path)) == [
        (str(path), "may not be read: change its permissions or copy it")
    ]


def test_a_file_that_is_too_large_is_refused(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(20_000_001)
    assert refusals(read(path)) == [(str(path), "is larger than 20 MB: split it")]


def test_a_device_is_no_document():
    assert refusals(read("/dev/null")) == [("/dev/null", "is no file that holds text")]


def test_a_name_of_any_bytes_can_be_stored_and_shown(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9\n.txt"
    Path(os.fsdecode(path)).write_text(STORY)
    item = one(os.fsdecode(path))
    assert item.key.encode().endswith("caf\ufffd\n.txt".encode())


def row(**keys: object) -> bytes:
    return json.dumps(keys).encode() + b"\n"


def test_rows_come_in_with_what_they_say(write):
    dump = row(
        id=7, url="https://wire.example/a?utm_source=x", title="Talks end", text=f"{STORY}\n\n{MORE}",
        published="2026-03-03T10:30:00+02:00", outlet="Merrin Wire", byline="Jane Doe",
    ) + row(text=f"KARSK (NPA) — {STORY}", date="2026-03-03", source="The Ostmark Courier")  # fmt: skip
    first, second = read(write("a.jsonl", dump))
    assert (first.key, first.external_id, first.title) == ("id:7", "7", "Talks end")
    assert (first.url, first.outlet, first.byline) == (
        "https://wire.example/a",
        "Merrin Wire",
        "Jane Doe",
    )
    assert (first.published, first.text) == ("2026-03-03T08:30:00Z", f"{STORY}\n\n{MORE}")
    assert (second.published, second.outlet) == ("2026-03-03", "The Ostmark Courier")
    assert (second.title, second.title_made, second.place) == (STORY.rstrip("."), True, "Karsk")
    assert second.key.startswith("text:")


def test_a_bad_row_is_named_by_its_line_and_the_rest_comes(write):
    dump = (
        row(id="a", text=STORY) + b"{broken\n\n[1]\n" + row(id="b") + row(id="c", title="Talks end")
    )
    found = read("-", jsonl=True, stdin=dump)
    assert refusals(found) == [
        ("standard input, line 2", "is no JSON: one object a line is needed"),
        ("standard input, line 4", "is no JSON object"),
        ("standard input, line 5", "has neither title nor text"),
    ]
    assert [item.external_id for item in found if isinstance(item, Item)] == ["a", "c"]


def test_a_file_that_is_no_dump_is_given_up_early(write):
    found = refusals(read(write("a.jsonl", f"{STORY}\n" * 5_000)))
    assert len(found) == 21
    assert found[-1][1] == "holds no JSON Lines: given up after 20 lines"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2026-03-03", "2026-03-03"),
        ("3 March 2026", "2026-03-03"),
        ("Tue, 03 Mar 2026 09:30:00 GMT", "2026-03-03T09:30:00Z"),
        (1772530200, "2026-03-03T09:30:00Z"),
        (1772530200000, "2026-03-03T09:30:00Z"),
        ("1772530200", "2026-03-03T09:30:00Z"),
        (20260303, "2026-03-03"),
        (2026, None),
        (True, None),
        (float("inf"), None),
        ("03/04/2026", None),
        ("23/04/2026", "2026-04-23"),
        ("soon", None),
        (None, None),
        ({"day": 3}, None),
    ],
)
def test_a_rows_date_is_exact_or_nothing(written, published):
    item = one("-", jsonl=True, stdin=row(id="a", text=STORY, published=written))
    assert item.published == published


def test_a_rows_title_that_opens_its_text_is_not_kept_twice():
    item = one(
        "-",
        jsonl=True,
        stdin=row(title="Talks end in Karsk", text=f"Talks End in Karsk\n\n{STORY}"),
    )
    assert (item.title, item.text) == ("Talks end in Karsk", STORY)


def test_a_first_line_that_is_no_title_of_the_row_stays_in_its_text():
    item = one(
        "-", jsonl=True, stdin=row(title="Talks end", text=f"Karsk on edge\n\n{STORY}\n\n{MORE}")
    )
    assert item.text == f"Karsk on edge\n\n{STORY}\n\n{MORE}"


def test_a_row_of_markup_becomes_text():
    item = one("-", jsonl=True, stdin=row(title="Talks end", text=f"<p>{STORY}</p><p>{MORE}</p>"))
    assert item.text == f"{STORY}\n\n{MORE}"


def test_a_row_without_an_outlet_goes_by_its_host():
    item = one("-", jsonl=True, stdin=row(url="https://www.wire.example/a", text=STORY))
    assert (item.outlet, item.outlet_inferred) == ("wire.example", False)


def test_addresses_are_told_from_files():
    assert is_address("HTTPS://wire.example")
    assert not is_address("http.txt")
