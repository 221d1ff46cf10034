"""Pages laid out in lines for a width."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefing.export.amounts import amount
from briefing.kinds import Span
from briefing.rows import ArticleRow, DiscrepancyRow, QuoteRow, ValueRow
from briefing.ui.dates import long, short
from briefing.ui.drawing import (
    Line,
    block,
    changed_lines,
    fit,
    flat,
    joined,
    several,
    spread,
    styled,
    wrap,
)
from briefing.ui.pages import ArticlePage, Said, StoryPage, Target
from briefing.ui.widgets.quotes import speaker
from briefing.wording import carried

MEASURE = 84
"""The widest a line of running text is set: longer ones are hard to come back from."""

CLASSES = {
    "value": "different values",
    "conversion": "the same amount, converted differently",
    "update": "a later figure",
    "scope": "a part and a wider whole",
    "rounding": "rounded differently",
}


class Stop(NamedTuple):
    """Lines of a sheet that the cursor can stand on, and what Enter opens there."""

    first: int
    last: int
    target: Target


class Sheet(NamedTuple):
    """A caption, which stays on the screen, and lines, which scroll; the cursor steps by stops."""

    caption: list[Line]
    height: int
    line: Callable[[int], Line]
    stops: list[Stop]


class Lines:
    """Lines written one after another, with stops among them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.stops: list[Stop] = []

    def add(self, *lines: Line) -> None:
        """Write lines that the cursor passes over."""
        self.lines.extend(lines)

    def stop(self, lines: Sequence[Line], target: Target) -> None:
        """Write lines that the cursor can stand on."""
        self.stops.append(Stop(len(self.lines), len(self.lines) + len(lines), target))
        self.lines.extend(lines)

    def sheet(self, caption: list[Line]) -> Sheet:
        """All that was written, under a caption."""
        lines = self.lines
        return Sheet(caption, len(lines), lambda index: lines[index], self.stops)


def story_sheet(page: StoryPage, width: int, *, unfolded: bool = False) -> Sheet:
    """A story: the figures that differ, what several outlets quote, then its articles.

    Copies of an article are told of below it, each with its own lines where they are ``unfolded``.
    """
    out = Lines()
    out.add([])
    if page.discrepancies:
        out.add([("Figures that differ", "accent")], [])
    for found in page.discrepancies:
        _discrepancy(out, page, found, width)
    if page.statements:
        out.add([("Said in several outlets", "accent")], [])
    for said in page.statements:
        _statement(out, said, width)
    out.add([("Articles", "accent")], [])
    _articles(out, page, width, unfolded)
    days = [short(page.row.first_published), short(page.row.last_published)]
    when = joined(dict.fromkeys(days), " – ")
    copies = several(page.row.copies, "copy") if page.row.copies else ""
    counted = (several(page.row.articles, "article"), copies)
    meta = joined([when, *counted, ", ".join(page.row.outlets)])
    counts = Counter(page.news.values())
    told = joined((f"{counts[word]} {word}" for word in ("new", "changed") if counts[word]), ", ")
    news: Line = [(told, "unread")] if told else []
    title = block(page.row.title, width, 2, base="strong")
    return out.sheet([*title, spread([(meta, "quiet")], news, width)])


def _articles(out: Lines, page: StoryPage, width: int, unfolded: bool) -> None:
    here = {row.id for row in page.articles}
    copies: dict[int, list[ArticleRow]] = {}
    for row in page.articles:
        if row.copy_of in here:
            copies.setdefault(row.copy_of, []).append(row)
    for row in page.articles:
        if row.copy_of in here:
            continue
        out.stop(_article_entry(row, width, page.news.get(row.id, "")), Target(row.id))
        folded = copies.get(row.id, [])
        if folded and not unfolded:
            count = several(len(folded), "copy")
            outlets = ", ".join(copy.outlet or "no outlet" for copy in folded)
            out.add(fit([("    ", ""), (f"{count}: {outlets}", "quiet")], width))
        for copy in folded if unfolded else ():
            entry = _article_entry(copy, width - 4, page.news.get(copy.id, "copy"))
            out.stop([[("    ", ""), *line] for line in entry], Target(copy.id))
        out.add([])


def _discrepancy(out: Lines, page: StoryPage, found: DiscrepancyRow, width: int) -> None:
    about = fit([("≠ ", "warn"), (flat(found.about), "strong")], width)
    out.add(spread(about, [(CLASSES.get(found.kind, found.kind), "quiet")], width), [])
    shown = [amount(value.value, value.unit) for value in found.values]
    column = min(max((len(text) for text in shown), default=0) + 2, 24)
    for text, value in zip(shown, found.values, strict=True):
        lines = _value(text, value, column, width)
        figure = page.figures.get(value.figure_id)
        if figure:
            out.stop(lines, Target(figure.article_id, span=(figure.start, figure.end)))
        else:
            out.add(*lines)
        out.add([])


def _value(text: str, value: ValueRow, column: int, width: int) -> list[Line]:
    source = joined([value.outlet, short(value.published)])
    head: Line = [(f"  {text:<{column}}", "strong"), (source, "quiet")]
    indent = (" " * (column + 2), "")
    room = width - column - 2
    return [head, *([indent, *line] for line in block(value.sentence, room, 3))]


def _statement(out: Lines, said: Said, width: int) -> None:
    """The longest form, then each carrier: its speaker, and its words where they are others."""
    row = said.row
    first = said.carriers[0]
    whole = [[("  ", ""), *line] for line in block(row.text, width - 2, 6, base="strong")]
    out.stop(whole, Target(first.article_id, statement_id=row.id))
    for quote in said.carriers:
        out.stop(carrier_lines(quote, row.text, width), Target(quote.article_id, quote.id))
    out.add([])


def carrier_lines(quote: QuoteRow, whole: str, width: int) -> list[Line]:
    """Who says it where and when, and how the words differ from the longest form."""
    source = joined([quote.outlet, short(quote.published)])
    head = fit([("  ", ""), *speaker(quote), (f"  {source}", "quiet")], width)
    parts = carried(whole, quote.text)
    if not parts:
        return [head, [("    the same words", "quiet")]]
    lines = changed_lines(parts, min(width - 2, MEASURE), "quiet")
    return [head, *([("  ", ""), *line] for line in lines)]


def _article_entry(row: ArticleRow, width: int, news: str) -> list[Line]:
    dot = ("● ", "unread") if not row.seen else ("  ", "")
    titles = block(row.title, width - 2, 2, base="" if row.seen else "strong")
    unread = f"not read: its language is {row.language or 'not known'}"
    waiting = {"queued": "not read yet", "failed": "set aside", "unsupported": unread}
    changed = "changed since" if row.revision > 1 else None
    told = [row.outlet, short(row.published), several(row.words, "word"), changed]
    meta = joined([*told, waiting.get(row.reading)])
    lines: list[Line] = [[dot if not i else ("  ", ""), *t] for i, t in enumerate(titles)]
    return [*lines, spread([("  ", ""), (meta, "quiet")], [(news, "unread")], width)]


class ArticleSheet:
    """An article's text, each line styled when it is drawn; one quote or figure is lit."""

    def __init__(self, page: ArticlePage, width: int) -> None:
        self.page = page
        self.width = width
        self.lines = wrap(page.text, min(width - 2, MEASURE))
        self._starts = [start for start, _ in self.lines]
        self._quoted = [span for quote in page.quotes for span in quote.spans]
        self.lit: tuple[Span, ...] = ()

    def caption(self, lit: int | None) -> list[Line]:
        """The title, where and when, and whose the lit quote is."""
        row = self.page.row
        lines = block(row.title, self.width, 2, base="strong")
        outlet = f"{row.outlet} (by a credit)" if row.outlet and row.outlet_inferred else row.outlet
        changed = f"changed {short(row.updated)}" if row.revision > 1 else None
        lines.append([(joined([outlet, long(row.published), changed, row.byline]), "quiet")])
        if lit is not None:
            quote = self.page.quotes[lit]
            right: Line = [(f"quote {lit + 1} of {len(self.page.quotes)}", "quiet")]
            if quote.verified:
                right.insert(0, ("✓ checked  ", "checked"))
            lines.append(spread([("▌ ", "bar"), *speaker(quote)], right, self.width))
        return lines

    def line_of(self, offset: int) -> int:
        """The line that holds a character of the text."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def line(self, index: int) -> Line:
        """A line of the text with its quotes, the hits and what is lit."""
        start, end = self.lines[index]
        marks = [(a, b, "quoted") for a, b in _touching(self._quoted, start, end)]
        marks += [(a, b, "lit") for a, b in _touching(self.lit, start, end)]
        bar = ("▌ ", "bar") if marks and marks[-1][2] == "lit" else ("  ", "")
        lit = bar[1] == "bar"
        marks += [
            (a, b, "lit-hit" if lit and _inside(a, self.lit) else "hit")
            for a, b in _touching(self.page.hits, start, end)
        ]
        return [bar, *styled(self.page.text[start:end], marks, "", start)]


def _touching(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    return ((a, b) for a, b in spans if a < end and b > start)


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    return any(a <= offset < b for a, b in spans)
