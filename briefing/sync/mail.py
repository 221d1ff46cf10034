"""Mail to items: newsletters and press releases as they were sent, with what is attached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO, cast

from briefing.errors import InputError
from briefing.model import Item
from briefing.sync.charset import decode
from briefing.sync.dates import iso
from briefing.sync.outlets import outlet_name
from briefing.sync.pages import html_text
from briefing.sync.plaintext import titled
from briefing.text import clean, clean_line

MAX_PARTS = 200
"""Parts of a mail that are looked at: a crafted one may hold any number, one in the other."""

MAX_HEADER = 2000
"""Characters of a header that are read: no subject or sender comes near."""

_HEAD = re.compile(rb"[!-9;-~]{1,80}:[ \t]?\S")
_TELLING = re.compile(
    rb"^(?:message-id|received|mime-version|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_HIDDEN = re.compile(
    r"<(\w+)\b[^<>]{0,500}?\bstyle\s*=\s*[\"'][^\"'<>]{0,500}?display\s*:\s*none[^<>]{0,500}>"
    r".{0,2000}?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_MAILBOX = re.compile(rb"From \S.*\d{4}\s*$")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)


class _Bounded(EmailPolicy):
    """The standard policy for headers of bounded length: its parser is quadratic."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MAX_HEADER]


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that came with a mail."""

    name: str
    body: bytes


def is_mail(body: bytes) -> bool:
    """Whether bytes of no given kind are a mail: headers first, one of them a mail's alone."""
    head = body[:20_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return bool(_HEAD.match(head)) and bool(_TELLING.search(head))


def is_mailbox(body: bytes) -> bool:
    """Whether bytes are a file of mails (mbox, RFC 4155)."""
    return bool(_MAILBOX.match(body.split(b"\n", 1)[0][:200]))


def mails(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The mails of a mailbox of any size, one after the other; None for one over ``longest`` bytes.

    A mail begins at a line "From …" that stands first or behind an empty one.
    """
    mail = bytearray()
    blank, too_long = True, False
    while line := stream.readline(longest + 1):
        if blank and _MAILBOX.match(line):
            if mail or too_long:
                yield None if too_long else _unquoted(mail)
            mail, too_long = bytearray(), False
        elif len(mail) + len(line) > longest:
            mail, too_long = bytearray(), True
        elif not too_long:
            mail += line
        blank = not line.strip()
    if mail or too_long:
        yield None if too_long else _unquoted(mail)


def _unquoted(mail: bytearray) -> bytes:
    return _QUOTED_FROM.sub(rb"\1", bytes(mail))


def mail_item(body: bytes, key: str | None) -> tuple[Item | None, list[Attached]]:
    """A mail as an item, None where it has no words of its own, and what is attached to it.

    Its subject is the title, its sender the outlet. It is known by its Message-ID, so that a mail
    saved twice comes in once.

    Raises:
        InputError: it is no mail, or damaged.
    """
    try:
        mail = cast("EmailMessage", BytesParser(policy=_Bounded()).parsebytes(body))
        text, attached = _parts(mail)
        fields = {name: _header(mail, name) for name in ("subject", "from", "date", "message-id")}
    except (MemoryError, InputError):
        raise
    except Exception as error:  # the standard parser stumbles over crafted headers in many ways
        raise InputError(f"is a damaged mail ({type(error).__name__})") from error
    if not any(fields.values()):
        raise InputError("is no mail: it has neither sender, subject nor date")
    known = clean_line(fields["message-id"].strip("<> "))
    sender, address = parseaddr(fields["from"])
    item = Item(
        title=_REPLY.sub("", clean_line(fields["subject"])),
        text=text,
        key=f"mail:{known}" if known else key or "",
        outlet=clean_line(sender) or outlet_name("", None, f"mail://{address}") or None,
        published=_date(fields["date"]),
    )
    return (titled(item) if text else None), attached


def _header(mail: EmailMessage, name: str) -> str:
    """A header as text; what cannot be decoded in it is left out."""
    return str(mail.get(name) or "")


def _date(written: str) -> str | None:
    try:
        moment = parsedate_to_datetime(written)
        return iso(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, TypeError, OverflowError):
        return None


def _parts(mail: EmailMessage) -> tuple[str, list[Attached]]:
    """The mail's own words, in the better of the forms it has them in, and what is attached."""
    plain: list[str] = []
    rich: list[str] = []
    attached: list[Attached] = []
    for number, part in enumerate(mail.walk()):
        if number > MAX_PARTS:
            raise InputError(f"has more than {MAX_PARTS} parts")
        kind = part.get_content_type()
        name = part.get_filename()
        if part.is_multipart():
            continue
        if name or part.get_content_disposition() == "attachment":
            attached.append(Attached(clean_line(name or "attachment"), _bytes(part)))
        elif kind == "text/plain":
            plain.append(_text(part))
        elif kind == "text/html":
            rich.append(html_text(_HIDDEN.sub(" ", _text(part))))
    written, shown = clean("\n\n".join(plain)), clean("\n\n".join(rich))
    # The plain form of a newsletter is often a line that asks to open the other one.
    return (shown if len(shown) > len(written) / 2 else written), attached


def _text(part: EmailMessage) -> str:
    """A part's text: as its charset says, else as its bytes look."""
    return decode(_bytes(part), part.get("content-type", ""))


def _bytes(part: EmailMessage) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""
