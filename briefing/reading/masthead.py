"""The lines over a story, read from the top down until the story begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from briefing.kinds import Span
from briefing.reading.bylines import (
    is_agency,
    is_first_name,
    is_names,
    is_outlet,
    is_person,
    is_role,
)
from briefing.reading.datelines import read_dateline
from briefing.reading.metadata import Metadata, is_keyed, read_metadata
from briefing.reading.photos import read_photo

_MOST_LINES = 40
"""Lines looked at for a header; the longest block seen, a press database's, has some 20."""

_LINE = re.compile(r"\S[^\n]*")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_NEWLINE = re.compile(r"\n\s*")
_FENCE = re.compile(r"(?:---|\+\+\+)\s*")
_NO_TITLE_END = re.compile(r"[.,:;…—–-]$|\.[\"”’)]$")
_NO_TITLE_START = re.compile(r"[(\[*•]|[a-z]")
_CAPITAL = r"[^\W\d_a-z][\w’'.-]*"
_FILED = rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}} in {_CAPITAL}(?: {_CAPITAL}){{0,2}}"
# "Ann Lee in Karsk and Jan Kern in Tarn", as some papers have their bylines.
_FILED_FROM = re.compile(rf"{_FILED}(?:(?:,|,? and) {_FILED})+")
_PUBLISHED = re.compile(r"[(\[]?(?:published|posted|updated?)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[a-z]{3}\. [A-Z]")
_ON_PAGE = re.compile(r"\s+[|–—]\s+([^|]{2,40})$")


def _is_with_job(line: str) -> bool:
    """Whether a line is a writer's name and job alone ("Ann Lee, City editor")."""
    name, comma, job = line.partition(", ")
    return bool(comma) and is_role(job) and is_person(name) and is_names(name)


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
        found = islice(_LINE.finditer(self.text[:100_000]), _MOST_LINES)
        self.lines = [(line.start(), line.start() + len(line[0].rstrip())) for line in found]
        self.found = replace(self.found, body=self.lines[0][0] if self.lines else 0)
        at = self._front_matter()
        keyed = below_byline = False
        while at < len(self.lines):
            line = self._line(at)
            metadata = read_metadata(line, below_byline=below_byline)
            if metadata:
                below_byline = bool(metadata.byline)
                keyed = keyed or is_keyed(line)
                at -= self._take(metadata, at)
            elif name := self._lone_name(line, at):
                below_byline = bool(name.byline)
                self._take(name, at)
            elif keyed and self._adjoins(at) and is_keyed(line) and len(line) < 200:
                self._take(Metadata(len(line)), at)
            elif caption := self._caption(at):
                self.open = False
                if not caption[1]:
                    return
                at = max(n for n, line in enumerate(self.lines) if line[0] < caption[0])
            elif not self._title_or_summary(at):
                return
            at += 1

    def _line(self, at: int) -> str:
        start, end = self.lines[at]
        return self.text[start:end]

    def _below(self, at: int) -> int:
        """Where the line below starts, or the end of the text."""
        return self.lines[at + 1][0] if at + 1 < len(self.lines) else len(self.text)

    def _adjoins(self, at: int) -> bool:
        """Whether a line follows the one above it with no blank line between."""
        return at > 0 and self.text[self.lines[at - 1][1] : self.lines[at][0]].count("\n") == 1

    def _front_matter(self) -> int:
        """The index of the first line behind a block fenced with ``---``."""
        if not self.lines or not _FENCE.fullmatch(self._line(0)):
            return 0
        for at in range(1, len(self.lines)):
            line = self._line(at)
            if line in {"---", "...", "+++"}:
                self._take_lines(self.lines[0][0], self.lines[at][1], body=self._below(at))
                return at + 1
            if metadata := read_metadata(line):
                self._merge(metadata)
        self.found = Masthead(body=self.found.body)
        return 0

    def _take(self, metadata: Metadata, at: int) -> bool:
        """Takes what a line says; true where the line runs on, and its rest is the line now."""
        self._merge(metadata)
        start, end = self.lines[at]
        rest = self.text[start + metadata.end : end].lstrip()
        if not rest:
            self._take_lines(start, end, body=self._below(at))
            return False
        taken = self.text[start : start + metadata.end].rstrip()
        self._take_lines(start, start + len(taken), body=end - len(rest))
        self.lines[at] = (end - len(rest), end)
        return True

    def _take_lines(self, start: int, end: int, *, body: int) -> None:
        lines = (*self.found.lines, (start, end))
        self.found = replace(self.found, lines=lines, body=body if self.open else self.found.body)

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

    def _caption(self, at: int) -> tuple[int, bool] | None:
        """Where the photo caption that a line begins ends, and whether its paragraph does."""
        first, last = next(paragraph_spans(self.text, self.lines[at][0]))
        photo = read_photo(self.text[first:last])
        return (first + photo.end, first + photo.end == last) if photo else None

    def _title_or_summary(self, at: int) -> bool:
        """Whether a line that is no metadata still stands above the story."""
        line = self._line(at).lstrip("# ")
        followed = self._is_followed_by_metadata(at)
        titled = self.found.title or (self.found.byline and " " not in line)
        if not titled and self.open and self._is_title(line, at, sure=followed):
            named = _ON_PAGE.search(line)
            outlet = named[1].strip() if named and is_outlet(named[1].strip()) else None
            title = line[: named.start()] if named and outlet else line
            outlet = self.found.outlet or outlet
            self.found = replace(self.found, title=title, body=self._below(at), outlet=outlet)
            return True
        if followed and self.found.byline and len(line.split()) <= 3 and is_names(line):
            return not self._take(Metadata(len(self._line(at))), at)
        if followed and len(line) <= 300 and not read_dateline(line):
            self.open = False
            return True
        return False

    def _is_followed_by_metadata(self, at: int) -> bool:
        for below in range(at + 1, min(at + 3, len(self.lines))):
            line = self._line(below)
            metadata = read_metadata(line) or self._lone_name(line, below)
            if not metadata or metadata.end < len(line):
                continue
            if metadata.byline or metadata.published or _PUBLISHED.match(line):
                return True
        return False

    def _lone_name(self, line: str, at: int) -> Metadata | None:
        """A line that is only a writer's or an outlet's name, with more of a header below it."""
        if at + 1 >= len(self.lines) or len(line) > 80:
            return None
        below = self._line(at + 1)
        metadata = read_metadata(below)
        whole = metadata if metadata and metadata.end == len(below) else None
        if (" " in line or is_agency(line)) and is_outlet(line) and (whole or line.isupper()):
            return Metadata(len(line), outlet=line)
        if _FILED_FROM.fullmatch(line) or _is_with_job(line):
            return Metadata(len(line), byline=line)
        writes = is_person(line) and is_first_name(line) and is_names(line)
        if writes and (read_metadata(below, below_byline=True) if not whole else not whole.byline):
            return Metadata(len(line), byline=line)
        return None

    def _is_title(self, line: str, at: int, *, sure: bool) -> bool:
        """Whether a line reads like a title; below it a header or, less surely, a story."""
        prose = _NO_TITLE_END.search(line) or _SENTENCES.search(line) or _NO_TITLE_START.match(line)
        if prose or not 3 <= len(line) <= 150 or read_dateline(line) or at + 1 >= len(self.lines):
            return False
        if sure:
            return True
        below = self._line(at + 1)
        alone = self.text[self.lines[at][1] : self.lines[at + 1][0]].count("\n") > 1
        return len(below) > len(line) and (alone or len(below) > 120)
