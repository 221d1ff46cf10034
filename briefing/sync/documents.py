"""Documents of the user's own, from files, folders and standard input, to items.

What cannot be taken in is named with its reason, and everything else in the same call still comes.
"""

import io
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, ParamSpec, TypeVar

from briefing.errors import InputError
from briefing.model import Item
from briefing.sync.charset import decode
from briefing.sync.files import BINARY, HTML, MAIL, NOT_READ, TEXT, Refused, read_document
from briefing.sync.mail import is_mailbox, mails
from briefing.sync.opml import is_opml
from briefing.sync.parsers import Parser
from briefing.sync.rows import row_items
from briefing.text import clean_line

MAX_FILE = 20_000_000
"""Most bytes in a document: ten times the longest text that is kept. A dump of rows is streamed
and may be of any size; the same holds for each of its lines."""

MAX_BINARY = 50_000_000
"""The same for documents that hold pictures beside their text."""

STDIN = "-"

_ROWS = frozenset((".jsonl", ".ndjson"))
_MAILBOX = frozenset((".mbox", ".mbx"))
KINDS = TEXT | HTML | MAIL | BINARY | _ROWS | _MAILBOX | NOT_READ.keys()
"""Endings of names that tell a document, be it one that only gets a line saying what to do."""

_NAMED = ".txt, .md, .html, .pdf, .docx, .eml, .mbox or .jsonl"
_ADDRESS_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*#[^\n]*\n)*\s*https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a list names: a page to be fetched and taken in."""

    url: str


Taken = Item | Refused | Address

P = ParamSpec("P")
T = TypeVar("T")


def is_address(target: str) -> bool:
    """Whether a target of ``import`` is a web address, to be fetched and not opened."""
    return target.lower().startswith(("http://", "https://"))


def documents(
    targets: Sequence[str], *, jsonl: bool, stdin: BinaryIO, called: str = "standard input"
) -> Iterator[Taken]:
    """The items that files, folders and standard input hold, in order, and what was refused.

    A text of addresses, one a line, gives those, for the caller to fetch.

    Args:
        targets: Paths, or "-" for ``stdin``. Folders are read with all below them. Addresses (see
            ``is_address``) are given back.
        jsonl: Whether everything holds one JSON object a line.
        stdin: Where "-" is read from.
        called: What that is called in a reason.
    """
    with Parser() as parser:
        reading = _Reading(parser, jsonl=jsonl)
        for target in targets:
            if target == STDIN:
                yield from reading.stream(stdin, called, Path("-"))
            elif is_address(target):
                yield Address(target)
            elif _is_folder(Path(target)):
                yield from reading.folder(Path(target))
            else:
                yield from reading.file(Path(target))


def file_documents(path: Path) -> list[Taken]:
    """What one file holds, parsed in this very process: what runs in a worker."""
    return [*_Reading(_Here(), jsonl=False).file(path)]


class _Here:
    """Parses where it stands."""

    def run(self, parser: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return parser(*args, **kwargs)


class _Reading:
    """One call's documents: each file once, what cannot be trusted parsed by ``parser``."""

    def __init__(self, parser: Parser | _Here, *, jsonl: bool) -> None:
        self._parser = parser
        self._jsonl = jsonl
        self._seen: set[tuple[int, int]] = set()

    def folder(self, folder: Path) -> Iterator[Taken]:
        """Every document below a folder, in the order of names; hidden ones are passed over."""
        failed: list[OSError] = []
        found = False
        walked: set[tuple[int, int]] = set()
        kinds = KINDS | ({".json"} if self._jsonl else set())
        for place, folders, files in os.walk(folder, onerror=failed.append, followlinks=True):
            # A link that leads back up would be walked for ever.
            info = Path(place).stat()
            if (info.st_dev, info.st_ino) in walked:
                folders.clear()
                continue
            walked.add((info.st_dev, info.st_ino))
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = Path(place, name)
                if not name.startswith(".") and path.suffix.lower() in kinds:
                    found = True
                    yield from self.file(path)
        for error in failed:
            yield Refused(_name(error.filename or folder), why(error))
        if not found and not failed:
            yield Refused(_name(folder), "holds no " + _NAMED + " file")

    def file(self, path: Path) -> Iterator[Taken]:
        """One file; nothing where the same file came before."""
        if kind := NOT_READ.get(path.suffix.lower()):
            reason = f"{kind} files are not read: save it as text, PDF or .docx"
            yield Refused(_name(path), reason)
            return
        try:
            info = path.stat()
            if (info.st_dev, info.st_ino) in self._seen:
                return
            self._seen.add((info.st_dev, info.st_ino))
            if not (stat.S_ISREG(info.st_mode) or stat.S_ISFIFO(info.st_mode)):
                yield Refused(_name(path), "is no file that holds text")
                return
            with path.open("rb") as stream:
                yield from self.stream(stream, _name(path), path)
        except (OSError, ValueError) as error:
            yield Refused(_name(path), why(error))

    def stream(self, stream: BinaryIO, name: str, path: Path) -> Iterator[Taken]:
        """What one open file holds: rows, mails, or one document."""
        suffix = path.suffix.lower()
        if self._jsonl or suffix in _ROWS:
            yield from _rows(stream, name)
        elif suffix in _MAILBOX:
            yield from self._mails(stream, name)
        else:
            longest = MAX_BINARY if suffix in BINARY | MAIL else MAX_FILE
            body = stream.read(longest + 1)
            if len(body) > longest:
                yield Refused(name, f"is larger than {longest // 1_000_000} MB: split it")
            elif is_mailbox(body):
                yield from self._mails(io.BytesIO(body), name)
            else:
                key = f"path:{utf8(path.absolute())}" if path != Path("-") else None
                yield from self._document(body, name, suffix, key)

    def _mails(self, stream: BinaryIO, name: str) -> Iterator[Taken]:
        for number, mail in enumerate(mails(stream, MAX_FILE), 1):
            called = f"{name}, mail {number}"
            if mail is None:
                yield Refused(called, f"is larger than {MAX_FILE // 1_000_000} MB")
            else:
                yield from self._parsed(mail, called, ".eml", None)

    def _document(self, body: bytes, name: str, suffix: str, key: str | None) -> Iterator[Taken]:
        if is_opml(body):
            yield Refused(name, "is a list of feeds: add them with  briefing add FILE")
        elif suffix not in HTML | BINARY | MAIL and (listed := _addresses(body)):
            yield from map(Address, listed)
        elif suffix in TEXT:
            yield from read_document(body, name, suffix, key)
        else:
            yield from self._parsed(body, name, suffix, key)

    def _parsed(
        self, body: bytes, name: str, suffix: str, key: str | None
    ) -> Sequence[Item | Refused]:
        """What a document holds, told by a process that it may kill."""
        try:
            return self._parser.run(read_document, body, name, suffix, key)
        except InputError as error:
            return [Refused(name, str(error))]


def _rows(stream: BinaryIO, name: str) -> Iterator[Taken]:
    for number, made in row_items(stream, MAX_FILE):
        if isinstance(made, Item):
            yield made
        else:
            yield Refused(f"{name}, line {number}" if number else name, made)


def _addresses(body: bytes) -> list[str]:
    """The addresses that a text holds, where every line of it is one; # opens a remark."""
    if not _ADDRESS_FIRST.match(body[:5000]):
        return []
    lines = [line.strip() for line in decode(body).lstrip("\ufeff").splitlines()]
    listed = [line for line in lines if line and not line.startswith("#")]
    if all(is_address(line) and " " not in line for line in listed):
        return list(dict.fromkeys(listed))
    return []


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what is wrong with the path is told when it is opened
        return False


def why(error: Exception) -> str:
    """Why a file or folder cannot be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder: check how it is spelled"
    if isinstance(error, PermissionError):
        return "may not be read: change its permissions or copy it"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read: {clean_line(reason or str(error))}"


def _name(path: Path | str) -> str:
    return clean_line(utf8(path))


def utf8(path: Path | str) -> str:
    """A path that the store can hold: names may be any bytes, and the store takes only UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")
