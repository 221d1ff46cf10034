"""The article pane: a caption that stays, and a page that scrolls under it."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from briefing.kinds import Span
from briefing.rows import QuoteRow
from briefing.ui.drawing import Line, fit
from briefing.ui.pages import (
    ArticlePage,
    EditsPage,
    Page,
    PersonPage,
    StatementPage,
    StoryPage,
    Target,
)
from briefing.ui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from briefing.ui.sheets import ArticleSheet, Sheet, Stop


class Caption(Drawn):
    """What is shown, in a few lines that do not scroll."""

    lines: tuple[Line, ...] = ()

    def show(self, lines: list[Line]) -> None:
        """Show these lines, and be as high as they are."""
        self.lines = tuple(lines)
        if self.size.height != len(lines):
            self.styles.height = len(lines)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the caption."""
        if y >= len(self.lines):
            return self.blank()
        return self.strip(fit(self.lines[y], self.size.width))


class Reader(Drawn, can_focus=True):
    """An article opened at a quote, or a page about a story, a person, a statement, edits."""

    class Opened(Message):
        """A stop of the page was chosen."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    def __init__(self, caption: Caption) -> None:
        super().__init__(id="reader")
        self.page: Page | None = None
        self._caption = caption
        self._sheet: Sheet | None = None
        self._text: ArticleSheet | None = None
        """The page as laid out: its ``_text`` where it is an article, else its ``_sheet``."""
        self._stop = 0
        self._quote: int | None = None
        self._hit: Span | None = None
        self.unfolded = False
        """Whether copies of a story's articles have lines of their own."""

    @property
    def quote(self) -> QuoteRow | None:
        """The quote that is lit, or a statement's carrier under the cursor."""
        if isinstance(self.page, StatementPage) and self.target:
            wanted = self.target.quote_id
            return next((one for one in self.page.carriers if one.id == wanted), None)
        if isinstance(self.page, ArticlePage) and self._quote is not None:
            return self.page.quotes[self._quote]
        return None

    @property
    def target(self) -> Target | None:
        """What Enter opens here."""
        return self._stops[self._stop].target if self._stop < len(self._stops) else None

    @property
    def _stops(self) -> "list[Stop]":
        return self._sheet.stops if self._sheet else []

    def show(self, page: Page | None, *, keep: bool = False) -> None:
        """Show a page from its beginning, or an article at its target. ``keep`` holds the place."""
        quote_id = page.target.quote_id if isinstance(page, ArticlePage) else None
        if keep:
            quote_id = self.quote.id if self.quote else None
        else:
            self._stop, self._hit = 0, None
        self.page, self._quote = page, None
        if isinstance(page, ArticlePage):
            ids = [quote.id for quote in page.quotes]
            self._quote = ids.index(quote_id) if quote_id in ids else None
        place = self.scroll_offset.y
        self._lay_out()
        self.scroll_to(y=place if keep else self._start(), animate=False)

    def fold(self) -> None:
        """Show the copies of a story's articles, or fold them again; so on other stories' pages."""
        self.unfolded = not self.unfolded
        if isinstance(self.page, StoryPage):
            self._lay_out()

    def move(self, where: str) -> None:
        """Step from stop to stop, or scroll where there are none."""
        height = max(1, self.size.height - 1)
        stops = self._stops
        if stops and where in {"up", "down"}:
            step = 1 if where == "down" else -1
            self._stop = max(0, min(self._stop + step, len(stops) - 1))
            top = stops[self._stop].first - 2 if self._stop else 0
            self._reveal(top, stops[self._stop].last)
            self.refresh()
            return
        now = self.scroll_offset.y
        steps = {"up": -1, "down": 1, "page_up": -height, "page_down": height}
        ends = {"top": 0, "bottom": self.virtual_size.height}
        self.scroll_to(y=ends.get(where, now + steps.get(where, 0)), animate=False)

    def step(self, by: int) -> None:
        """Light the next hit of the search, or the next quote where there is no search."""
        if not isinstance(self.page, ArticlePage):
            self.move("down" if by > 0 else "up")
        elif self.page.hits:
            self._step_hit(self.page, by)
        elif self.page.quotes:
            last = len(self.page.quotes) - 1
            before = -1 if self._quote is None else self._quote
            self._quote = max(0, min(before + by, last))
            self._relight()

    def _step_hit(self, page: ArticlePage, by: int) -> None:
        here = self._hit[0] if self._hit else self._lit()[0][0] - 1 if self._lit() else -1
        ahead = [hit for hit in page.hits if (hit[0] > here if by > 0 else hit[0] < here)]
        if not ahead:
            return
        self._hit = ahead[0] if by > 0 else ahead[-1]
        inside = [
            index
            for index, quote in enumerate(page.quotes)
            if any(a <= self._hit[0] < b for a, b in quote.spans)
        ]
        self._quote = inside[0] if inside else None
        self._relight()

    def _relight(self) -> None:
        self._lay_out()
        if self._text and self._lit():
            at = self._hit or self._lit()[0]
            self._reveal(self._text.line_of(at[0]) - 1, self._text.line_of(at[1]) + 2)

    def _lit(self) -> tuple[Span, ...]:
        if not isinstance(self.page, ArticlePage):
            return ()
        if self._quote is not None:
            return self.page.quotes[self._quote].spans
        if self._hit:
            return (self._hit,)
        return (self.page.target.span,) if self.page.target.span else ()

    def _start(self) -> int:
        if self._text and self._lit():
            return max(0, self._text.line_of(self._lit()[0][0]) - max(1, self.size.height // 3))
        return 0

    def _reveal(self, first: int, last: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if first < top or last - first > height:
            self.scroll_to(y=max(0, first), animate=False)
        elif last > top + height:
            self.scroll_to(y=last - height, animate=False)

    def _lay_out(self) -> None:
        width, page, before = max(20, self.size.width - 1), self.page, self._text
        self._text = self._sheet = None
        if page is None:
            self._caption.show([])
        elif isinstance(page, ArticlePage):
            self._lay_out_article(page, width, before)
        else:
            self._sheet = _sheet(page, width, unfolded=self.unfolded)
            self._caption.show(self._sheet.caption)
        self._stop = max(0, min(self._stop, len(self._stops) - 1))  # a page may have shrunk
        self.virtual_size = Size(0, self._height())
        self.refresh()

    def _lay_out_article(
        self, page: ArticlePage, width: int, before: "ArticleSheet | None"
    ) -> None:
        from briefing.ui.sheets import ArticleSheet

        same = before is not None and (before.page, before.width) == (page, width)
        self._text = before if before is not None and same else ArticleSheet(page, width)
        self._text.lit = self._lit()
        self._caption.show(self._text.caption(self._quote))

    def _height(self) -> int:
        if self._text:
            return len(self._text.lines) + 1
        return self._sheet.height if self._sheet else 0

    def on_resize(self) -> None:
        """Lines are wrapped to the width; what is lit stays in sight."""
        self._lay_out()
        self.scroll_to(y=self._start(), animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a stop, a double click opens it."""
        line = event.y - self.gutter.top + self.scroll_offset.y
        for index, stop in enumerate(self._stops):
            if stop.first <= line < stop.last:
                self._stop = index
                self.refresh()
                if event.chain == 2:
                    self.post_message(self.Opened(stop.target))

    def render_line(self, y: int) -> Strip:
        """One line of the page on the screen."""
        index = y + self.scroll_offset.y
        if self._text:
            if not 1 <= index <= len(self._text.lines):
                return self.blank()
            return self.strip(self._text.line(index - 1))
        if self._sheet is None or index >= self._sheet.height:
            return self.blank()
        ground: list[str] = []
        if self._sheet.stops and self.has_focus:
            stop = self._sheet.stops[self._stop]
            if stop.first <= index < stop.last:
                ground = ["cursor"]
        line = self._sheet.line(index)
        if ground and line and line[0][0].startswith(" "):
            line = [("▌", "bar"), (line[0][0][1:], line[0][1]), *line[1:]]
        return self.strip(line, *ground)


def _sheet(
    page: StoryPage | PersonPage | EditsPage | StatementPage, width: int, *, unfolded: bool
) -> "Sheet":
    if isinstance(page, StoryPage):
        from briefing.ui.sheets import story_sheet

        return story_sheet(page, width, unfolded=unfolded)
    if isinstance(page, EditsPage):
        from briefing.ui.edits_sheet import edits_sheet

        return edits_sheet(page, width)
    if isinstance(page, StatementPage):
        from briefing.ui.statement_sheet import statement_sheet

        return statement_sheet(page, width)
    from briefing.ui.person_sheet import person_sheet

    return person_sheet(page, width)


class ReaderPane(Vertical):
    """The article pane with its frame."""

    def compose(self) -> ComposeResult:
        """The caption, then the page."""
        caption = Caption()
        yield caption
        yield Reader(caption)
