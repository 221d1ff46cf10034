"""The engine alone: text in, reading out."""

import io
import json
import sys

import pytest

from briefing.__main__ import main
from tests.verbs.texts import BOATS


@pytest.fixture
def extract(monkeypatch, capsys):
    """Call ``extract`` in this process, so that the engine is loaded once for all these tests."""

    def call(*args, stdin: bytes = b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(["extract", *map(str, args)])
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return call


def test_a_files_reading_has_the_documented_keys(extract, tmp_path):
    path = tmp_path / "boats.txt"
    path.write_text(BOATS, encoding="utf-8")
    code, [reading], err = extract(path)
    assert (code, err) == (0, "")
    assert list(reading) == ["id", "quotes", "people", "figures"]
    assert list(reading["quotes"][0]) == (
        "start end text spans kind cue cue_start cue_end speaker speaker_start speaker_end"
        " speaker_kind confidence speaker_confidence unsaid told".split()
    )
    assert list(reading["people"][0]) == ["name", "aliases", "roles", "country", "mentions"]
    assert list(reading["figures"][0]) == (
        "start end kind value value_max unit hedge as_written equivalents about".split()
    )
    [quote] = [quote for quote in reading["quotes"] if quote["kind"] == "direct"]
    assert (reading["id"], quote["speaker"]) == (None, "Mira Talan")
    assert quote["text"] == " … ".join(BOATS[a:b] for a, b in quote["spans"])
    assert BOATS[quote["speaker_start"] : quote["speaker_end"]] == "Talan"
    money = next(figure for figure in reading["figures"] if figure["kind"] == "money")
    assert (money["value"], money["unit"]) == (120_000_000, "EUR")


def test_nothing_is_stored(extract, tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFING_DB", str(tmp_path / "edition.db"))
    extract(stdin=BOATS.encode())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_offsets_are_into_the_text_as_given(extract, end):
    text = BOATS.replace("\n", end)
    code, [reading], _ = extract("-", stdin=text.encode())
    assert code == 0
    [quote] = [quote for quote in reading["quotes"] if quote["kind"] == "direct"]
    assert text[quote["start"] :].startswith("“Forty boats")
    for person in reading["people"]:
        assert all("Talan" in text[a:b] or "Brandt" in text[a:b] for a, b in person["mentions"])


@pytest.mark.parametrize("text", [b"", b"  \n\n", b"\xef\xbb\xbf", "…".encode()])
def test_a_text_of_no_words_has_an_empty_reading(extract, text):
    code, [reading], err = extract(stdin=text)
    assert (code, err) == (0, "")
    assert reading == {"id": None, "quotes": [], "people": [], "figures": []}


def test_a_dump_is_read_line_by_line_and_bad_lines_are_named(extract):
    lines = [
        json.dumps({"id": "a-1", "text": BOATS}).encode(),
        b"",
        b"nonsense",
        json.dumps({"id": 7, "text": BOATS.replace("\n", "\r\n"), "more": 1}).encode() + b"\r",
        b'{"id": "b"}',
        b'{"text": 5}',
        b'["text"]',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"text": "No id, no words \\ud800 of anyone."}',
    ]
    code, readings, err = extract("--jsonl", stdin=b"\n".join(lines))
    assert code == 1
    assert [reading["id"] for reading in readings] == ["a-1", 7, None]
    assert [line.split(" is skipped")[0] for line in err.splitlines()] == [
        f"briefing: standard input, line {number}" for number in (3, 5, 6, 7, 8, 9)
    ]


def test_surrogates_move_no_offset_and_are_spelt_out(extract):
    text = "\ud83d \udc4d “Forty boats will sail,” Mira Talan\ud800 said."
    _, [reading], _ = extract("--jsonl", stdin=json.dumps({"text": text}).encode())
    [quote] = reading["quotes"]
    assert text[quote["start"] : quote["end"]] == "“Forty boats will sail,”"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "cannot be read (No such file or directory): check its name"),
        (lambda path: path.mkdir(), "cannot be read (Is a directory): check its name"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "is no text in UTF-8: convert it, or use"),
    ],
)
def test_what_is_no_text_is_told_in_one_line(extract, tmp_path, make, told):
    path = tmp_path / "text"
    make(path)
    code, readings, err = extract(path)
    assert (code, readings) == (1, [])
    assert err.startswith(f"briefing: {path} {told}")
    assert len(err.splitlines()) == 1
