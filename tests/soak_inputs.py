"""Mutated feeds, pages, PDFs, Word files, mails, lists and settings: none crashes, hangs or swells."""

import random
import resource
import tempfile
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from briefing.errors import BriefingError
from briefing.places import db_folder
from briefing.settings import read_settings
from briefing.sync.feeds import read_feed
from briefing.sync.files import read_document
from briefing.sync.items import feed_text
from briefing.sync.opml import read_opml
from briefing.sync.pages import feed_links, read_page
from tests.sync import papers

SLOWEST_S = 5.0
"""Seconds of processor time that one input may take."""

GROWTH_KB = 300_000
"""Kilobytes that the process may grow by over all of them."""

NOISE = [
    b"\x00", b"\x1b[2J", b"\xe2\x80\xae", b"\xff\xfe", b"<![CDATA[", b"]]>", b"<!--", b"&#27;", b"&#xD800;",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<div>" * 2000, b"<" * 3000, b"=?utf-8?q?=1b?=" * 200,
    b"9" * 400, b"(" * 500, b"[" * 500, b"<<" * 500, b" /Kids [2 0 R]", b"/Length 99999999", b"\r\n\r\n",
    b"From a Tue Mar  3 10:30:00 2026\n", b"x" * 20_000, b"\xc3\x28" * 50, b"0 0 R", b"endobj", b"--b\n",
]  # fmt: skip


def _demo(suffix: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((db_folder() / "demo").rglob(f"*{suffix}"))]


def _feed(body: bytes) -> None:
    for item in read_feed(body, "https://wire.example/feed").items:
        feed_text(item)


def _page(body: bytes) -> None:
    read_page(body, "https://wire.example/a")
    feed_links(body.decode("utf-8", "replace"), "https://wire.example/")


def _document(suffix: str) -> Callable[[bytes], None]:
    return lambda body: read_document(body, "mutated", suffix, None) and None


def _settings(body: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_bytes(body)
        read_settings(path)


def inputs() -> list[tuple[str, Callable[[bytes], None], list[bytes]]]:
    """Each kind of input by name, what takes it in, and the whole ones that are mutated."""
    lines = ["Talks end in Karsk", "By Jane Doe", "“No,” Mira Talan said. " * 3]
    head = {"sender": "The Courier <a@b.example>", "subject": "Talks end", "message_id": "<1@b>"}
    mail = papers.mail("Talks end.", "<p>Talks end.</p>", **head)
    mail.add_attachment(papers.pdf(lines), maintype="application", subtype="pdf", filename="a.pdf")
    word = papers.word(
        papers.paragraph("Talks end", "Title") + papers.paragraph(lines[2]), title="x"
    )
    outline = (
        b"<opml><body><outline text='News'><outline xmlUrl='https://a.example/f'/></outline>"
        b"</body></opml>"
    )
    return [
        ("feed", _feed, [*_demo(".xml"), *_demo(".json")]),
        ("page", _page, _demo(".html")),
        ("saved page", _document(".html"), _demo(".html")),
        ("text", _document(".txt"), _demo(".txt")),
        ("PDF", _document(".pdf"), [papers.pdf(lines, lines, title="Talks end in Karsk")]),
        ("Word file", _document(".docx"), [word]),
        ("Word text", lambda xml: _document(".docx")(_repacked(xml)), [_unpacked(word)]),
        ("mail", _document(".eml"), [mail.as_bytes()]),
        ("list", lambda body: read_opml(body) and None, [outline]),
        ("settings", _settings, [b'theme = "light"\ncontact = "a@b.example"\n']),
    ]


def _unpacked(body: bytes) -> bytes:
    return zipfile.ZipFile(BytesIO(body)).read("word/document.xml")


def _repacked(xml: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


def mutated(body: bytes, chance: random.Random) -> bytes:
    """The bytes with a few things done to them that the world does."""
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randrange(len(body) + 1) for _ in range(2))
        what = chance.randrange(6)
        if what == 0:
            body = body[:at]
        elif what == 1:
            body = body[:at] + body[to:]
        elif what == 2:
            body = body[:at] + chance.choice(NOISE) + body[at:]
        elif what == 3:
            body = body[:at] + chance.randbytes(chance.randint(1, 8)) + body[at + 1 :]
        elif what == 4:
            body = body[:to] + body[at : at + 2000] * chance.randint(1, 20) + body[to:]
        else:
            body = body.replace(body[at : at + 3], chance.choice(NOISE), 3)
        body = body or b" "
    return body


def soak_inputs(count: int, seed: int = 1) -> None:
    """Take in mutated inputs of every kind in turn; what refuses one does it by an error of ours."""
    chance = random.Random(seed)
    kinds = inputs()
    for _, take, wholes in kinds:  # what is loaded once is no growth
        take(wholes[0])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(count):
        name, take, wholes = kinds[number % len(kinds)]
        body = mutated(chance.choice(wholes), chance)
        begun = time.process_time()
        try:
            take(body)
        except BriefingError:
            pass
        except Exception as error:
            raise AssertionError(f"{name} {number} (seed {seed}) crashed") from error
        used = time.process_time() - begun
        assert used < SLOWEST_S, f"{name} {number} (seed {seed}) took {used:.1f} s"
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert grown < GROWTH_KB, f"{name} {number} (seed {seed}): grown by {grown} kB"
