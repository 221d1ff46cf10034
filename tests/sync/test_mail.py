"""Mails and mailboxes: newsletters come in with sender, subject and date, attachments behind them."""

import io

import pytest

from briefing.model import Item
from briefing.sync.documents import documents
from briefing.sync.files import Refused, read_document
from tests.sync import papers

STORY = "The ministers of Valdoria and Ostmark met on Monday and spoke for hours, officials said."
MORE = "They will meet again in Tarn, and nobody knows what they will talk about then."
HEAD = {
    "sender": "The Ostmark Courier <news@courier.example>",
    "subject": "Fwd: Talks end in Karsk",
    "date": "Tue, 03 Mar 2026 10:30:00 +0200",
    "message_id": "<one@courier.example>",
}


def read(body: bytes) -> list[Item | Refused]:
    return read_document(body, "a.eml", ".eml", "path:a.eml")


def test_a_newsletter_gives_its_fields_and_its_words():
    html = (
        f"<html><body><div style='display:none'>Hidden preview</div><table><tr><td><p>{STORY}</p>"
        f"<p>{MORE}</p><script>steal()</script></td></tr></table></body></html>"
    )
    (item,) = read(papers.mail("See it online.", html, **HEAD).as_bytes())
    assert (item.title, item.outlet, item.published, item.key) == (
        "Talks end in Karsk",
        "The Ostmark Courier",
        "2026-03-03T08:30:00Z",
        "mail:one@courier.example",
    )
    assert item.text == f"{STORY}\n\n{MORE}"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252", "nonsense-8"])
def test_words_come_in_whatever_the_charset(charset):
    said = "Ça va, said Zoë Brandt of Karsk."
    raw = (
        f"From: a@b.example\nSubject: Talks\nContent-Type: text/plain; charset={charset}\n"
        "Content-Transfer-Encoding: 8bit\n\n"
    ).encode() + said.encode("cp1252" if "8" not in charset else "utf-8", "replace")
    (item,) = read(raw)
    assert item.text == said


def test_attached_documents_come_in_beside_it_and_what_is_wrong_with_them_is_told():
    mail = papers.mail(STORY, **HEAD)
    mail.add_attachment(papers.pdf([MORE]), maintype="application", subtype="pdf", filename="r.pdf")
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../bad.pdf")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    first, second, refused = read(mail.as_bytes())
    assert (first.text, second.text) == (STORY, MORE)
    assert (second.outlet, second.published) == (first.outlet, first.published)
    assert refused.name == "a.eml, ../bad.pdf"
    assert refused.reason.startswith("is a damaged PDF")


def test_a_mailbox_gives_every_mail_and_names_what_is_none(tmp_path):
    box = b""
    for number in range(3):
        mail = papers.mail(
            f"{STORY} {number}.\n\n>From here on", **HEAD | {"message_id": f"<{number}@x>"}
        )
        box += b"From news@courier.example Tue Mar  3 10:30:00 2026\n" + mail.as_bytes() + b"\n\n"
    box += b"From nobody Tue Mar  3 10:30:00 2026\n\nNo headers at all\n"
    (tmp_path / "box.mbox").write_bytes(box)
    *found, bad = documents([str(tmp_path)], jsonl=False, stdin=None)
    assert [item.key for item in found] == ["mail:0@x", "mail:1@x", "mail:2@x"]
    assert found[0].text.endswith("From here on")
    assert bad.name.endswith("box.mbox, mail 4")


def test_a_mailbox_and_a_mail_are_known_on_standard_input_too():
    mail = papers.mail(STORY, **HEAD).as_bytes()
    for body in (
        b"Message-ID: <one@courier.example>\n" + mail.replace(b"Message-Id", b"X-Old"),
        b"From a Tue Mar  3 10:30:00 2026\n" + mail,
    ):
        (item,) = documents(["-"], jsonl=False, stdin=io.BytesIO(body))
        assert (item.title, item.text) == ("Talks end in Karsk", STORY)


HOSTILE = {
    "nested": b"From: a@b.c\nSubject: x\n"
    + b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(500)
    ),
    "parts": b"From: a@b.c\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    + b"--b\n\nx\n" * 5000,
    "headers": b"From: a@b.c\n" + b"X-A: b\n" * 200_000 + b"\nWords of a letter.",
    "long header": b"From: a@b.c\nSubject: "
    + b"=?utf-8?q?x?= " * 30_000
    + b"\n\nWords of a letter.",
    "bad date": b"From: a@b.c\nDate: Tue, 99 Foo 99999 99:99:99 +9999\n\nWords of a letter.",
    "bad base64": b"From: a@b.c\nContent-Transfer-Encoding: base64\n\n\xff\xfe=====",
    "addresses": b"From: " + b"<" * 20_000 + b"\nSubject: x\n\nWords of a letter.",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_mail_is_read_or_refused_in_one_line(kind):
    for made in read(HOSTILE[kind]):
        assert isinstance(made, Item) or "\n" not in made.reason


def test_escape_sequences_in_headers_stay_outside():
    raw = (
        b"From: =?utf-8?q?=1b]0;x=07Wire?= <a@b.c>\nSubject: =?utf-8?q?=1b[2J=E2=80=AETalks?=\n\n"
        + STORY.encode()
    )
    (item,) = read(raw)
    assert (item.title, item.outlet) == ("[2JTalks", "]0;xWire")
