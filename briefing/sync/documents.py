"""Documents of the user's own, from files, folders and standard input, to items.

What cannot be taken in is named with its reason, and everything else in the same call still comes.
"""

import codecs
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from briefing.model import Item
from briefing.sync.charset import decode
from briefing.sync.plaintext import html_item, text_item
from briefing.sync.rows import row_items
from briefing.text import clean_line

MAX_FILE = 20_000_000
"""Most bytes in a document: ten times the longest text that is kept. A dump of rows is streamed
and may be of any size; the same holds for each of its lines."""

STDIN = "-"

_TEXT = frozenset((".txt", ".text", ".md", ".markdown"))
_HTML = frozenset((".html", ".htm", ".xhtml"))
_ROWS = frozenset((".jsonl", ".ndjson"))
_NOT_YET = {
    ".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".odt": "OpenDocument", ".rtf": "RTF",
    ".eml": "mail", ".epub": "EPUB",
}  # fmt: skip
_BINARY_SHARE = 0.02
"""Share of control and undecodable characters from which a file is no text."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that could not be taken in; ``reason`` says why and what to do."""

    name: str
    reason: str


def is_address(target: str) -> bool:
    """Whether a target of ``import`` is a web address, to be fetched and not opened."""
    return target.lower().startswith(("http://", "https://"))


def documents(targets: Sequence[str], *, jsonl: bool, stdin: BinaryIO) -> Iterator[Item | Refused]:
    """The items that files, folders and standard input hold, in order, and what was refused.

    Args:
        targets: Paths, or "-" for ``stdin``. Folders are read with all below them. Addresses (see
            ``is_address``) are refused: fetch them.
        jsonl: Whether everything holds one JSON object a line.
        stdin: Where "-" is read from.
    """
    seen: set[tuple[int, int]] = set()
    for target in targets:
        if target == STDIN:
            yield from _stream(stdin, "standard input", Path("-"), jsonl=jsonl)
        elif is_address(target):
            yield Refused(target, "is an address and no file")
        elif _is_folder(Path(target)):
            yield from _folder(Path(target), seen, jsonl=jsonl)
        else:
            yield from _file(Path(target), seen, jsonl=jsonl)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # what is wrong with the path is told when it is opened
        return False


def _folder(folder: Path, seen: set[tuple[int, int]], *, jsonl: bool) -> Iterator[Item | Refused]:
    """Every document below a folder, in the order of their names; hidden ones are passed over."""
    failed: list[OSError] = []
    found = False
    walked: set[tuple[int, int]] = set()
    kinds = _TEXT | _HTML | _ROWS | _NOT_YET.keys() | ({".json"} if jsonl else set())
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
                yield from _file(path, seen, jsonl=jsonl)
    for error in failed:
        yield Refused(_name(error.filename or folder), _why(error))
    if not found and not failed:
        yield Refused(_name(folder), "holds no .txt, .md, .html or .jsonl file")


def _file(path: Path, seen: set[tuple[int, int]], *, jsonl: bool) -> Iterator[Item | Refused]:
    """One file; nothing where the same file came before."""
    if kind := _NOT_YET.get(path.suffix.lower()):
        yield Refused(_name(path), f"{kind} files are not read yet: save it as text or HTML")
        return
    try:
        info = path.stat()
        if (info.st_dev, info.st_ino) in seen:
            return
        seen.add((info.st_dev, info.st_ino))
        if not (stat.S_ISREG(info.st_mode) or stat.S_ISFIFO(info.st_mode)):
            yield Refused(_name(path), "is no file that holds text")
            return
        with path.open("rb") as stream:
            rows = jsonl or path.suffix.lower() in _ROWS
            yield from _stream(stream, _name(path), path, jsonl=rows)
    except (OSError, ValueError) as error:
        yield Refused(_name(path), _why(error))


def _stream(stream: BinaryIO, name: str, path: Path, *, jsonl: bool) -> Iterator[Item | Refused]:
    """What one open file holds: rows, or one document."""
    if jsonl:
        for number, made in row_items(stream, MAX_FILE):
            if isinstance(made, Item):
                yield made
            else:
                yield Refused(f"{name}, line {number}" if number else name, made)
        return
    body = stream.read(MAX_FILE + 1)
    if len(body) > MAX_FILE:
        yield Refused(name, f"is larger than {MAX_FILE // 1_000_000} MB: split it")
        return
    key = f"path:{_utf8(path.absolute())}" if path != Path("-") else None
    yield _document(body, name, path.suffix.lower(), key)


def _document(body: bytes, name: str, suffix: str, key: str | None) -> Item | Refused:
    if not body.strip():
        return Refused(name, "is empty")
    text = _decoded(body)
    if _is_binary(text):
        return Refused(name, "is no text: save it as .txt or .html")
    start = text[:500].lstrip("\ufeff \t\r\n").lower()
    if suffix in _HTML or (suffix not in _TEXT and start.startswith(("<!doctype html", "<html"))):
        item = html_item(body, key)
    else:
        item = text_item(text, key, markdown=suffix in {".md", ".markdown"})
    return item or Refused(name, "holds no words")


def _decoded(body: bytes) -> str:
    """The text of a file, which declares no encoding: UTF-8, or what its letters look like.

    Bytes that are mostly letters beyond ASCII are in no western encoding, so they are guessed at.
    """
    text = decode(body)
    letters = [char for char in text[:20_000] if char.isalpha()]
    if sum(char.isascii() for char in letters) > len(letters) / 2 or _is_marked(body):
        return text
    from charset_normalizer import from_bytes

    guessed = from_bytes(body[:200_000]).best()
    return body.decode(guessed.encoding, "replace") if guessed else text


def _is_marked(body: bytes) -> bool:
    """Whether the bytes tell their encoding: by a byte order mark, or by being valid UTF-8."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_binary(text: str) -> bool:
    sample = text[:100_000]
    bad = sum(1 for char in sample if char == "\ufffd" or (char < " " and char not in "\t\n\r\f\v"))
    return "\0" in sample or bad > len(sample) * _BINARY_SHARE


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder: check how it is spelled"
    if isinstance(error, PermissionError):
        return "may not be read: change its permissions or copy it"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read: {clean_line(reason or str(error))}"


def _name(path: Path | str) -> str:
    return clean_line(_utf8(path))


def _utf8(path: Path | str) -> str:
    """A path that the store can hold: names may be any bytes, and the store takes only UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")
