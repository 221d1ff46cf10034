"""The lines over a story, read from the top down until the story begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefing.model import Span
from briefing.reading.bylines import is_first_name, is_names, is_outlet, is_person, is_role
from briefing.reading.datelines import read_dateline
from briefing.reading.metadata import Metadata, is_keyed, read_metadata
from briefing.reading.photos import read_photo

_MOST_LINES = 40
"""Lines looked at for a header; the longest block seen, a press database's, has some 20."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_NEWLINE = re.compile(r"\n\s*")
_FENCE = re.compile(r"(?:---|\+\+\+)\s*")
_NO_TITLE_END = re.compile(r"[.,:;…—–-]$|\.[\"”’)]$")
_SENTENCES = re.compile(r"[a-z]{3}\. [A-Z]")
_ON_PAGE = re.compile(r"\s+[|–—]\s+([^|]{2,40})$")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines over a story say. ``lines`` are those of metadata; ``body`` follows them."""

    published: str | None = None
    byline: str | None = None
    outlet: str | None = None
    place: str | None = None
    title: str | None = None
    body: int = 0
    lines: tuple[Span, ...] = ()


def read_masthead(text: str) -> Masthead:
    """The lines over a story: metadata, a title, and what stands between them."""
    reader = _Reader(text)
    reader.read()
    return reader.found


def paragraph_spans(text: str, start: int = 0, taken: tuple[Span, ...] = ()) -> Iterator[Span]:
    """Paragraphs from ``start`` on: between blank lines, or the lines where none is blank.

    Lines that are ``taken`` belong to no paragraph, and end the one above them.
    """
    breaks = _BLANK if _BLANK.search(text.rstrip(), start) else _NEWLINE
    for first, last in (*taken, (len(text), len(text))):
        while start < first:
            found = breaks.search(text, start, first)
            end = found.start() if found else first
            part = text[start:end]
            if part.strip():
                yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
            start = found.end() if found else first
        start = max(start, last)


@dataclass(slots=True)
class _Reader:
    """The lines over the story, read one after the other."""

    text: str
    found: Masthead = field(default_factory=Masthead)
    lines: list[Span] = field(default_factory=list)
    # A caption or a summary is text: once one has come, nothing below it is taken off.
    open: bool = True

    def read(self) -> None:
        lines = _LINE.finditer(self.text[:100_000])
        self.lines = [line.span() for line, _ in zip(lines, range(_MOST_LINES), strict=False)]
        self.found = replace(self.found, body=self.lines[0][0] if self.lines else 0)
        at = self._front_matter()
        keyed = below_byline = False
        while at < len(self.lines):
            start, end = self._stripped(at)
            line = self.text[start:end]
            metadata = read_metadata(line, below_byline=below_byline)
            if metadata:
                below_byline = bool(metadata.byline)
                keyed = keyed or is_keyed(line)
                if not self._take(metadata, start, at):
                    return
            elif name := self._lone_name(line, at):
                below_byline = bool(name.byline)
                self._take(name, start, at)
            elif keyed and self._adjoins(at) and is_keyed(line) and len(line) < 200:
                self._pass(start, at)
            elif caption := self._caption(start):
                self.open = False
                if not caption[1]:
                    return
                while at + 1 < len(self.lines) and self.lines[at + 1][0] < caption[0]:
                    at += 1
            elif not self._title_or_summary(at):
                return
            at += 1

    def _stripped(self, at: int) -> Span:
        start, end = self.lines[at]
        line = self.text[start:end]
        return start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())

    def _adjoins(self, at: int) -> bool:
        """Whether a line follows the one above it with no blank line between."""
        return at > 0 and self.text[self.lines[at - 1][1] : self.lines[at][0]].count("\n") == 1

    def _front_matter(self) -> int:
        """The index of the first line behind a block fenced with ``---``."""
        if not self.lines or not _FENCE.fullmatch(self.text[slice(*self._stripped(0))]):
            return 0
        for at in range(1, len(self.lines)):
            start, end = self._stripped(at)
            line = self.text[start:end]
            if line.strip() in {"---", "...", "+++"}:
                self._pass(self.lines[0][0], at)
                return at + 1
            if metadata := read_metadata(line):
                self._merge(metadata)
        self.found = Masthead(body=self.found.body)
        return 0

    def _take(self, metadata: Metadata, start: int, at: int) -> bool:
        """Takes what a line says; false where the line runs on into the story."""
        self._merge(metadata)
        rest = start + metadata.end
        if rest < self.lines[at][1] and self.text[rest : self.lines[at][1]].strip():
            self._credit(start, start + len(self.text[start:rest].rstrip()))
            if self.open:
                self.found = replace(self.found, body=rest)
            return False
        self._pass(start, at)
        return True

    def _pass(self, start: int, at: int) -> None:
        end = self._stripped(at)[1]
        self._credit(start, end)
        if self.open:
            below = self.lines[at + 1][0] if at + 1 < len(self.lines) else len(self.text)
            self.found = replace(self.found, body=below)

    def _credit(self, start: int, end: int) -> None:
        self.found = replace(self.found, lines=(*self.found.lines, (start, end)))

    def _merge(self, metadata: Metadata) -> None:
        now = self.found
        self.found = replace(
            now,
            published=now.published or metadata.published or metadata.updated,
            byline=now.byline or metadata.byline,
            outlet=now.outlet or metadata.outlet,
            place=now.place or metadata.place,
            title=now.title or metadata.title,
        )

    def _caption(self, start: int) -> tuple[int, bool] | None:
        """Where the photo caption that starts at ``start`` ends, and whether its paragraph does."""
        first, last = next(paragraph_spans(self.text, start))
        photo = read_photo(self.text[first:last])
        return (first + photo.end, first + photo.end == last) if photo else None

    def _title_or_summary(self, at: int) -> bool:
        """Whether a line that is no metadata still stands above the story."""
        start, end = self._stripped(at)
        line = self.text[start:end].lstrip("# ")
        followed = self._is_followed_by_metadata(at)
        if not self.found.title and self.open and self._is_title(line, at, sure=followed):
            named = _ON_PAGE.search(line)
            outlet = named[1].strip() if named and is_outlet(named[1].strip()) else None
            title = line[: named.start()] if named and outlet else line
            below = self.lines[at + 1][0] if at + 1 < len(self.lines) else len(self.text)
            self.found = replace(
                self.found, title=title, body=below, outlet=self.found.outlet or outlet
            )
            return True
        if followed and len(line) <= 300 and not read_dateline(line):
            self.open = False
            return True
        return False

    def _is_followed_by_metadata(self, at: int) -> bool:
        for below in range(at + 1, min(at + 3, len(self.lines))):
            line = self.text[slice(*self._stripped(below))]
            metadata = read_metadata(line)
            if metadata and metadata.end == len(line) and (metadata.byline or metadata.published):
                return True
        return False

    def _lone_name(self, line: str, at: int) -> Metadata | None:
        """A line that is only a writer's or an outlet's name, with more of a header below it."""
        if at + 1 >= len(self.lines) or len(line) > 80:
            return None
        below = self.text[slice(*self._stripped(at + 1))]
        metadata = read_metadata(below)
        whole = metadata if metadata and metadata.end == len(below) else None
        if is_outlet(line) and (whole or line.isupper()):
            return Metadata(len(line), outlet=line)
        writes = is_person(line) and is_first_name(line) and is_names(line)
        if writes and (is_outlet(below) or is_role(below) or (whole and not whole.byline)):
            return Metadata(len(line), byline=line)
        return None

    def _is_title(self, line: str, at: int, *, sure: bool) -> bool:
        if not 3 <= len(line) <= 150 or _NO_TITLE_END.search(line):
            return False
        if (
            line[0].islower()
            or _SENTENCES.search(line)
            or read_dateline(line)
            or at + 1 >= len(self.lines)
        ):
            return False
        if sure:
            return True
        below = self.text[slice(*self._stripped(at + 1))]
        alone = self.text[self.lines[at][1] : self.lines[at + 1][0]].count("\n") > 1
        return len(below) > len(line) and (alone or len(below) > 120)
