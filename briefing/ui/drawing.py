"""Lines of text as pieces: words and the name of their style. Values only; nothing is markup.

A piece's style is a class of ``Drawn.COMPONENT_CLASSES``; an empty one is the plain text's.
Widths are in cells of the terminal, spans in characters.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from briefing.kinds import Span
from briefing.wording import Part, marked

Piece = tuple[str, str]
Line = list[Piece]


def flat(text: str) -> str:
    """The text on one line, offsets kept."""
    return text.replace("\n", " ")


def plain(line: Line) -> str:
    """The line's words alone."""
    return "".join(text for text, _ in line)


def width_of(line: Line) -> int:
    """Cells that the line takes."""
    return sum(cell_len(text) for text, _ in line)


def fit(line: Line, width: int) -> Line:
    """The line, cut to the width with "…" where it is longer."""
    if width_of(line) <= width:
        return line
    kept: Line = []
    room = width - 1
    for text, style in line:
        cells = cell_len(text)
        if cells > room:
            kept.append((set_cell_size(text, max(room, 0)).rstrip() + "…", style))
            break
        kept.append((text, style))
        room -= cells
    return kept


def spread(left: Line, right: Line, width: int) -> Line:
    """A line with a left and a right end; the left one gives way."""
    right_width = width_of(right)
    if right_width + 8 > width:
        return fit(left, width)
    left = fit(left, width - right_width - 1)
    return [*left, (" " * (width - right_width - width_of(left)), ""), *right]


def wrap(text: str, width: int) -> list[Span]:
    """Where the lines of a text begin and end, broken at spaces and newlines."""
    lines: list[Span] = []
    start = 0
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, start, max(width, 1)))
        start += len(paragraph) + 1
    return lines


def _wrap_paragraph(paragraph: str, offset: int, width: int) -> Iterable[Span]:
    simple = cell_len(paragraph) == len(paragraph)
    position, end = 0, len(paragraph)
    while True:
        stop = position + width if simple else _reach(paragraph, position, width)
        if stop >= end:
            yield offset + position, offset + end
            return
        space = paragraph.rfind(" ", position, stop + 1)
        cut = space if space > position else stop
        yield offset + position, offset + cut
        position = cut + 1 if space > position else cut


def _reach(text: str, position: int, width: int) -> int:
    """The furthest index whose text from ``position`` still fits; at least one character on."""
    cells = 0
    for index in range(position, len(text)):
        cells += cell_len(text[index])
        if cells > width:
            return max(index, position + 1)
    return len(text)


def styled(
    text: str, spans: Iterable[tuple[int, int, str]], base: str = "", start: int = 0
) -> Line:
    """The text in pieces, cut where a span begins or ends; of two on the same words the later wins.

    ``start`` is where the text begins in the text that the spans point into.
    """
    end = start + len(text)
    inside = [(max(a, start), min(b, end), style) for a, b, style in spans if a < end and b > start]
    if not inside:
        return [(text, base)]
    cuts = sorted({start, end, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    line: Line = []
    for first, last in pairwise(cuts):
        over = [style for a, b, style in inside if a <= first and last <= b]
        line.append((text[first - start : last - start], over[-1] if over else base))
    return line


def block(
    text: str, width: int, height: int, hits: Sequence[Span] = (), base: str = ""
) -> list[Line]:
    """The text in at most ``height`` lines, from the line of its first hit on, the hits lit."""
    text = flat(text)
    lines = wrap(text, width)
    first = _line_of(lines, hits[0][0]) if hits else 0
    first = max(0, min(first, len(lines) - height))
    marked = [(a, b, "hit") for a, b in hits]
    drawn = [styled(text[a:b], marked, base, a) for a, b in lines[first : first + height]]
    if first:
        drawn[0] = fit([("…", "quiet"), *drawn[0]], width)
    if first + height < len(lines):
        drawn[-1] = fit([*drawn[-1], ("…", "quiet")], width)
    return drawn


def _line_of(lines: Sequence[Span], offset: int) -> int:
    for index, (_, end) in enumerate(lines):
        if offset < end:
            return index
    return 0


def changed_lines(parts: Sequence[Part], width: int, base: str = "") -> list[Line]:
    """What differs between two texts, marked by signs and by style, indented."""
    text, spans = marked(parts)
    starts, ends = [start for start, _, _ in spans], [end for _, end, _ in spans]
    lines: list[Line] = []
    for a, b in wrap(text, width - 2):
        here = spans[bisect_right(ends, a) : bisect_left(starts, b)]
        lines.append([("  ", ""), *styled(text[a:b], here, base, a)])
    return lines


def joined(parts: Iterable[str | None], separator: str = " · ") -> str:
    """The parts that there are, with a separator between them."""
    return separator.join(part for part in parts if part)


def several(count: int, noun: str) -> str:
    """A count with its noun: "1 quote", "2 quotes"."""
    many = f"{noun[:-1]}ies" if noun.endswith("py") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else many}"
