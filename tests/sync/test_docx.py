"""Word files come in as the words of their body, whatever else is packed with them."""

import io
import zipfile

import pytest

from briefing.model import Item
from briefing.sync.documents import documents
from briefing.sync.files import Refused, read_document
from tests.sync import papers
from tests.sync.papers import paragraph

STORY = "The ministers of Valdoria and Ostmark met on Monday and spoke for hours, officials said."


def read(body: bytes) -> Item | Refused:
    (made,) = read_document(body, "note.docx", ".docx", "path:note.docx")
    return made


def test_paragraphs_title_and_fields_come_in():
    body = papers.word(
        paragraph("Talks end in Karsk", "Title")
        + "<w:tbl><w:tr><w:tc>" + paragraph(STORY) + "</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:t>Next</w:t><w:tab/><w:t>week</w:t><w:br/><w:t>in Tarn.</w:t></w:r></w:p>",
        creator="Ada Brandt",
        created="2026-03-04T10:00:00Z",
    )  # fmt: skip
    item = read(body)
    assert (item.title, item.byline, item.published) == (
        "Talks end in Karsk",
        "Ada Brandt",
        "2026-03-04",
    )
    assert item.text.startswith(f"{STORY}\n\nNext week")


def test_what_was_deleted_or_stands_twice_is_left_out():
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    item = read(
        papers.word(
            paragraph("Talks end in Karsk", "Title") + f"<w:p><w:r><w:t>{STORY}</w:t></w:r>"
            "<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>"
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        ),
    )
    assert item.text == f"{STORY}\n\nIn a box."


def _archive(part: bytes, **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", part)
        for name, body in more.items():
            archive.writestr(name, body)
    return out.getvalue()


BOMB = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><d>&j;</d>"
)
DEEP = b"<w:p xmlns:w='%s'>" % papers.WORD.encode() + b"<w:r>" * 200_000


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (_archive(b"\0" * 60_000_000), "unpacks to more than 40 MB"),
        (_archive(BOMB), "defines XML entities of its own, which can be a trap"),
        (_archive(DEEP), "is a damaged Word document, or none"),
        (_archive(b"<a>")[:-30], "is a damaged Word document, or none"),
        (b"PK\x03\x04" + b"\xff" * 500, "is a damaged Word document, or none"),
        (papers.word(""), "holds no words"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 500, "is of an old version of Word: save it as .docx"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted: save a copy of it without its password",
        ),
    ],
    ids=["zeros", "entities", "deep", "cut", "noise", "empty", "old", "encrypted"],
)
def test_traps_and_damage_are_told_in_one_line(body, reason):
    made = read(body)
    assert isinstance(made, Refused)
    assert made.reason == reason


def test_nothing_else_in_the_archive_is_ever_unpacked(tmp_path):
    outside = {
        "../../evil.txt": b"out",
        "/tmp/evil.txt": b"out",
        "word/huge.bin": b"\0" * 50_000_000,
    }
    part = f'<w:document xmlns:w="{papers.WORD}"><w:body>{paragraph(STORY)}</w:body></w:document>'
    (tmp_path / "note.docx").write_bytes(_archive(part.encode(), **outside))
    (item,) = documents([str(tmp_path)], jsonl=False, stdin=None)
    assert item.text == STORY
    assert [path.name for path in tmp_path.iterdir()] == ["note.docx"]
