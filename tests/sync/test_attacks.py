"""Input that is made to hurt, of every kind that comes in: it is refused or read, quickly and cheaply."""

import io
import resource
import zlib

import pytest

from briefing.errors import FeedError, InputError
from briefing.model import Item
from briefing.sync.documents import documents
from briefing.sync.feeds import read_feed
from briefing.sync.files import Refused, read_document
from briefing.sync.opml import read_opml
from briefing.sync.parsers import Parser
from tests.sync import papers
from tests.sync.feeds import item, rss

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def _page(contents: bytes, resources: bytes, *more: bytes) -> bytes:
    return papers.objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << %s >> >>" % resources,
        contents,
        *more,
    )


def _packed(times: int) -> bytes:
    body = zlib.compress(b"\0" * 200_000_000, 9)
    for _ in range(times - 1):
        body = zlib.compress(body, 9)
    filters = b"/FlateDecode " * times
    return b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(body), filters, body)


PAPERS = {
    "a tree of pages that holds itself": papers.objects(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"
    ),
    "a form that draws itself": _page(
        papers.stream(b"/X Do"),
        b"/XObject << /X 5 0 R >>",
        papers.stream(
            b"/X Do", b"/Type /XObject /Subtype /Form /Resources << /XObject << /X 5 0 R >> >>"
        ),
    ),
    "a stream of 200 MB": _page(_packed(1), b""),
    "a stream packed twice": _page(_packed(2), b""),
    "a number that refers to itself": papers.objects(b"1 0 R"),
    "nothing but brackets": _page(papers.stream(b"[" * 1_000_000), b""),
    "two million pages": papers.objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count 2000000 >>" % (b"3 0 R " * 200_000),
        b"<< /Type /Page /Parent 2 0 R >>",
    ),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_a_crafted_pdf_is_told_in_one_line(kind):
    with Parser(deadline_s=20) as parser:
        try:
            (made,) = parser.run(read_document, PAPERS[kind], "a.pdf", ".pdf", None)
        except InputError as error:
            made = Refused("a.pdf", str(error))
    assert isinstance(made, Refused)
    assert "\n" not in made.reason


def test_references_to_no_character_lose_no_list():
    outline = (
        b"<opml><body><outline text='&#xD800;&#0;A' xmlUrl='https://a.example/'/></body></opml>"
    )
    assert [one.title for one in read_opml(outline)] == ["A"]


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _hoard() -> int:
    return len(bytearray(2_000_000_000))


def test_no_text_can_take_the_memory(recwarn):
    with Parser() as parser:
        before = parser.run(_peak)
        with pytest.raises(FeedError, match="too much to be read"):
            parser.run(_hoard)
        assert parser.run(_peak) - before < 400_000


def test_nothing_that_a_library_says_of_a_text_reaches_the_terminal(tmp_path, capfd):
    (tmp_path / "a.pdf").write_bytes(
        papers.pdf(["Talks end."]).replace(b"/Type /Page ", b"/\x1b[2J /Page ")
    )
    list(documents([str(tmp_path)], jsonl=False, stdin=io.BytesIO()))
    assert capfd.readouterr() == ("", "")


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "body",
    [
        f"<?xml version='1.0'?>{BOMB}<opml><body><outline text='&b;' xmlUrl='https://a.example'/></body></opml>",
        f"<?xml version='1.0' encoding='utf-16'?>{BOMB}<opml/>".encode("utf-16"),
        "<opml><body>" + "<outline>" * 200_000,
        "<opml><body>" + "<outline text='" + "x" * 5_000_000,
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><opml><body>&a;</body></opml>",
    ],
    ids=["entities", "in UTF-16", "deep", "long", "external"],
)
def test_a_crafted_list_is_refused(body):
    with pytest.raises(InputError) as told:
        read_opml(body if isinstance(body, bytes) else body.encode())
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#27;", "&#0;", "&#x110000;", "&#99999999999999;", "&#xFFFF;"]
)
def test_references_to_no_character_lose_no_feed(reference):
    broken = rss(item("Talks end"), item("Next")).replace("Talks", f"Ta{reference}lks", 1)
    titles = [
        one.title for one in read_feed(f"{broken}<unclosed>".encode(), "https://a.example/f").items
    ]
    assert titles == ["Talks end", "Next"]


@pytest.mark.parametrize(
    "inner",
    [
        "<div>" * 100_000 + "Talks end.",
        "<table><tr><td>" * 20_000 + "Talks end.",
        "<p title='" + "x" * 3_000_000 + "'>Talks end.",
        "<a href='javascript:alert(1)' onclick='x()'>Talks end.</a><script>Talks()</script>"
        * 5_000,
        "<!--" * 100_000 + "Talks end.",
        "&" * 500_000 + "Talks end.",
        "<" * 300_000,
    ],
    ids=["deep", "tables", "long", "scripts", "comments", "ampersands", "brackets"],
)
def test_a_hostile_page_is_read_or_refused(inner):
    with Parser(deadline_s=20) as parser:
        try:
            made = parser.run(
                read_document, f"<html><body>{inner}".encode(), "a.html", ".html", None
            )
        except InputError as error:
            made = [Refused("a.html", str(error))]
    for one in made:
        if isinstance(one, Item):
            assert "script" not in one.text
            assert "<div" not in one.text


def test_one_endless_line_is_cut_with_a_note():
    (made,) = read_document(b"x" * 3_000_000, "a.txt", ".txt", None)
    assert len(made.text) <= 2_000_000
    assert made.text.endswith("[…]")
    assert len(made.title) <= 500
