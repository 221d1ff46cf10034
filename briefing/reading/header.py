"""What stands over a story and around it: date, byline, outlet, place, captions and credits.

Texts arrive with loose headers: a dump's ``date 2025-04-11 By …``, a block of ``Key: value``, a web
page's ``Jane Doe | The Outlet | 3 March 2026``, a caption before the dateline. The header is read
line by line from the top until the story begins; captions and credits are looked for in every
paragraph, so that they are found again in a text that is stored without its header.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.kinds import Span
from briefing.reading.datelines import Dateline, read_dateline
from briefing.reading.headline import headline
from briefing.reading.masthead import paragraph_spans, read_masthead
from briefing.reading.photos import read_photo
from briefing.reading.signoffs import is_about_writer, sign_off

_END = 4
"""Last paragraphs that may tell who wrote a text."""
_LABEL = re.compile(r"^[A-Z][A-Z .'-]{1,30}:\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """What a text says of itself.

    Attributes:
        published: An ISO day, or an instant in UTC.
        outlet: Who published it, as written ("AFP" is not spelled out).
        outlet_inferred: Whether only a photo's credit names the outlet.
        place: Where it was filed ("Brussels, Belgium").
        title: The first line, where it plainly is a title.
        lines: The lines over the story that are metadata alone; none of the story is in them.
        body: Where the story begins: behind the title and the lines that are metadata alone.
        captions: Paragraphs under photos. Their people are in the news; none of them is the lead.
        credits: Spans that name reporters, photographers and agencies. Nobody there is in the news.
        dateline: The story's dateline, with its dash.
    """

    published: str | None = None
    byline: str | None = None
    outlet: str | None = None
    outlet_inferred: bool = False
    place: str | None = None
    title: str | None = None
    body: int = 0
    lines: tuple[Span, ...] = ()
    captions: tuple[Span, ...] = ()
    credits: tuple[Span, ...] = ()
    dateline: Span | None = None


def read_header(text: str) -> Header:
    """The header of a text with its captions, credits and dateline; offsets into ``text``."""
    masthead = read_masthead(text)
    header = Header(
        published=masthead.published,
        byline=masthead.byline,
        outlet=masthead.outlet,
        place=masthead.place,
        title=masthead.title,
        body=masthead.body,
        lines=masthead.lines,
    )
    captions: list[Span] = []
    credited = list(masthead.lines)
    photo_outlet = None
    paragraphs = list(paragraph_spans(text, header.body, header.lines))
    for start, end in paragraphs:
        paragraph = text[start:end]
        if photo := read_photo(paragraph):
            captions.append((start, start + photo.end))
            if photo.credit:
                credited.append((start + photo.credit[0], start + photo.credit[1]))
            photo_outlet = photo_outlet or photo.outlet
        elif (span := sign_off(paragraph)) and (start, end) not in credited:
            credited.append((start + span[0], start + span[1]))
    credited += [span for span in paragraphs[-_END:] if is_about_writer(text[slice(*span)])]
    header = replace(header, captions=tuple(captions), credits=tuple(sorted(set(credited))))
    header = _with_dateline(header, text, paragraphs)
    if not header.outlet and photo_outlet:
        header = replace(header, outlet=photo_outlet, outlet_inferred=True)
    return header


def made_title(text: str, header: Header) -> str:
    """A title made from the lead: its first sentence, cut at a word to about 100 characters.

    Empty only for an empty text; where a text has nothing but captions, the first makes the title.
    """
    for start, end in story_spans(text, header):
        if title := headline(text[start:end]):
            return title
    return headline(text[header.body :]) or headline(text)


def story_spans(text: str, header: Header) -> Iterator[Span]:
    """The story's paragraphs in order, without dateline, captions and lines of credits."""
    skipped = [*header.captions, *header.credits]
    for paragraph_start, end in paragraph_spans(text, header.body, header.lines):
        start = paragraph_start
        for caption in skipped:
            if caption[0] == start:
                start = caption[1]
        if header.dateline and start <= header.dateline[0] < end:
            start = header.dateline[1]
        if text[start:end].strip():
            yield start, end


def _with_dateline(header: Header, text: str, paragraphs: list[Span]) -> Header:
    found = _dateline(header, text, paragraphs)
    if not found:
        return header
    return replace(
        header,
        dateline=found.span,
        place=header.place or found.place,
        outlet=header.outlet or found.agency,
        published=header.published or found.published,
    )


def _dateline(header: Header, text: str, paragraphs: list[Span]) -> Dateline | None:
    """The dateline of the first paragraph of the story; one line of summary may stand before it."""
    labelled = len(_LABEL.findall(text)) > 1
    captions = dict(header.captions)
    left = 2
    for start, end in paragraphs:
        behind = captions.get(start, start)
        begins = behind + len(text[behind:end]) - len(text[behind:end].lstrip())
        if (start, end) in header.credits or begins >= end:
            continue
        if found := read_dateline(text[begins:end], labelled=labelled):
            first, last = found.span
            return found._replace(span=(begins + first, begins + last))
        left -= 1
        if not left or end - start > 250:
            return None
    return None
