"""A folder as a source: with each sync comes what is new in it, or has changed."""

import asyncio
import os
import stat
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from briefing.errors import FeedError, InputError
from briefing.model import Item
from briefing.store.folder_files import KnownFile
from briefing.sync.documents import KINDS, MAX_BINARY, Address, file_documents, utf8, why
from briefing.sync.parsers import Parsers
from briefing.text import clean_line

MOST_FILES = 20_000
"""Documents of a folder that are looked after."""

DEADLINE = 120.0
"""Seconds the files of one folder may take together; the rest come with the next sync."""

SETTLED = 2.0
"""Seconds since its last change from which a file is taken to be written to its end."""

NOTED = 3
"""Files that could not be taken in which the source's line names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A document in a folder: ``name`` is its path within it; ``changed`` seconds since 1970."""

    path: Path
    name: str
    stamp: str
    changed: float


@dataclass(frozen=True, slots=True)
class Looked:
    """The documents of a folder, the newest first, and what in it could not be looked at."""

    files: tuple[Seen, ...]
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """What a file held. ``faults`` say what of it could not be taken in.

    ``complete`` is False where another sync must look at it again, changed or not.
    """

    file: Seen
    items: tuple[Item, ...] = ()
    faults: tuple[str, ...] = ()
    complete: bool = True

    def known(self) -> KnownFile:
        """What is remembered of it."""
        more = f" (and {len(self.faults) - 1} more)" if len(self.faults) > 1 else ""
        error = f"{self.faults[0]}{more}" if self.faults else None
        return KnownFile(self.file.name, self.file.stamp, error)


def folder_address(folder: Path) -> str:
    """The address under which a folder is a source: names may be any bytes, and it is text."""
    return Path(os.path.abspath(folder)).as_uri()  # noqa: PTH100  links in it are the user's


def folder_at(address: str) -> Path:
    """The folder that is kept under an address."""
    return Path(os.fsdecode(unquote_to_bytes(urlsplit(address).path)))


def look(folder: Path) -> Looked:
    """The documents of a folder; what runs in a worker, since a lost disk hangs who looks at it.

    Hidden files, locks of word processors and links are passed over: a link may lead anywhere.

    Raises:
        FeedError: there is no such folder any more, or it may not be read.
    """
    faults: list[str] = []

    def fault(error: OSError) -> None:
        name = Path(error.filename or folder)
        if name == folder:
            gone = "it is not there any more: if it moved, add it where it is now"
            told = gone if isinstance(error, FileNotFoundError) else f"the folder {why(error)}"
            raise FeedError(told) from error
        faults.append(_fault(_within(folder, name), why(error)))

    found: list[Seen] = []
    for one in _walk(folder, fault):
        if len(found) == MOST_FILES:
            faults.append(
                f"holds more than {MOST_FILES:,} documents: add the folders in it one by one"
            )
            break
        found.append(one)
    return Looked(tuple(sorted(found, key=lambda one: -one.changed)), tuple(faults))


def _walk(folder: Path, fault: "os._OnError") -> Iterator[Seen]:
    for place, folders, files in os.walk(folder, onerror=fault):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if name.startswith((".", "~$")) or path.suffix.lower() not in KINDS:
                continue
            try:
                info = path.lstat()
            except OSError:
                continue  # it has just gone
            if stat.S_ISREG(info.st_mode):
                yield Seen(path, _within(folder, path), _stamp(info), info.st_mtime)


def changed(looked: Looked, known: Mapping[str, KnownFile]) -> list[Seen]:
    """The documents that are new, or other than when they were last read."""
    stamps = {one.path: one.stamp for one in known.values()}
    return [one for one in looked.files if stamps.get(one.name) != one.stamp]


async def read_changed(files: Iterable[Seen], parsers: Parsers) -> AsyncIterator[Filed]:
    """What each file holds, as it is read; of one that is being written, that it is."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + DEADLINE
    now = time.time()
    for one in sorted(files, key=lambda one: _is_young(one, now)):
        if _is_young(one, now):
            await asyncio.sleep(max(0.0, one.changed + SETTLED - time.time()))
        if loop.time() > ends:
            yield Filed(one, faults=("its turn did not come in this sync",), complete=False)
            continue
        try:
            yield await parsers.run(read_file, one)
        except InputError as error:
            yield Filed(one, faults=(_fault(one.name, str(error)),))


def _is_young(file: Seen, now: float) -> bool:
    """Whether a file may still be written. One of the future has a clock of its own."""
    return 0 <= now - file.changed < SETTLED


def read_file(file: Seen) -> Filed:
    """What a file holds: what runs in a worker."""
    being_written = (_fault(file.name, "is being written: it comes with the next sync"),)
    try:
        info = file.path.lstat()
        if _stamp(info) != file.stamp:
            return Filed(file, faults=being_written, complete=False)
        if info.st_size > MAX_BINARY:
            size = f"is larger than {MAX_BINARY // 1_000_000} MB"
            return Filed(file, faults=(_fault(file.name, f"{size}: take it in by hand"),))
        taken = file_documents(file.path)
        if _stamp(file.path.lstat()) != file.stamp:
            return Filed(file, faults=being_written, complete=False)
    except OSError as error:
        return Filed(file, faults=(_fault(file.name, why(error)),), complete=False)
    faults = []
    for one in taken:
        if isinstance(one, Address):
            faults.append(_fault(file.name, "is a list of addresses: take it in by hand"))
            break
        if not isinstance(one, Item):
            part = one.name.removeprefix(utf8(file.path))
            faults.append(_fault(f"{file.name}{part}", one.reason))
    return Filed(file, tuple(one for one in taken if isinstance(one, Item)), tuple(faults))


def note(looked: Looked, faults: Iterable[str | None]) -> str | None:
    """A line for what of a folder is not in: some by name, how many in all."""
    told = [*looked.faults, *filter(None, faults)]
    if not told:
        return None
    more = f"; and {len(told) - NOTED} more" if len(told) > NOTED else ""
    return clean_line(f"not all came in: {'; '.join(told[:NOTED])}{more}", 2_000)


def _fault(name: str, reason: str) -> str:
    return clean_line(f"{name}: {reason}")


def _within(folder: Path, path: Path) -> str:
    return utf8(path.relative_to(folder))


def _stamp(info: os.stat_result) -> str:
    return f"{info.st_size}:{info.st_mtime_ns}:{info.st_ino}"
