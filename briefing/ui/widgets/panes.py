"""The linked panes: which of them are on the screen, which has the keys, and what is at hand."""

import sqlite3
from collections.abc import Callable
from typing import Any, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from briefing.rows import PersonDetail, PersonRow, QuoteRow, StoryRow
from briefing.store.search import Scope, article_ids
from briefing.ui.finding import LISTS
from briefing.ui.pages import (
    ArticlePage,
    EditsPage,
    Page,
    PersonPage,
    StatementPage,
    StoryPage,
    Target,
    read_article,
    read_edits,
    read_person,
    read_statement,
    read_story,
)
from briefing.ui.widgets.article import Reader, ReaderPane
from briefing.ui.widgets.people import PersonList
from briefing.ui.widgets.quotes import QuoteList
from briefing.ui.widgets.rows import RowList
from briefing.ui.widgets.stories import StoryItem, StoryList
from briefing.ui.widgets.tabs import PaneTabs

NARROW = 100
"""Columns below which one pane shows at a time."""

WIDE = 160
"""Columns from which the article stands beside the quotes, and not below."""

STILL = 0.05
"""Seconds the cursor rests on a row before the article pane follows it."""

STILL_TYPING = 0.2
"""The same while a search is typed: longer than between two letters."""


class Panes(Vertical):
    """Stories, people, quotes, and the article pane, which follows the cursor of the others."""

    class Changed(Message):
        """Something else is at hand."""

        def can_replace(self, message: Message) -> bool:
            """Only the last change matters."""
            return isinstance(message, Panes.Changed)

    class Looked(Message):
        """A story's page has the keys: the user looks at it."""

        def __init__(self, story_id: int) -> None:
            super().__init__()
            self.story_id = story_id

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(id="panes")
        self.query_words = ""
        self._connection = connection
        self._back: list[Page] = []
        self._shape = (False, False, "")
        self._still: Timer | None = None
        self.visit: tuple[int, str] | None = None
        """The story that the user looked at last, and when they came to it."""
        self.source = "stories"
        """The list that the article pane follows, and that Esc goes back to."""

    def compose(self) -> ComposeResult:
        """Stories over people at the left, quotes and article at the right."""
        yield PaneTabs(id="tabs")
        with Horizontal():
            with Vertical(id="left"):
                yield StoryList(self._connection, "stories")
                yield PersonList(self._connection, "people")
            with Vertical(id="right"):
                yield QuoteList(self._connection, "quotes")
                yield ReaderPane(id="article")

    def on_mount(self) -> None:
        """Every pane says its number."""
        for number, pane in enumerate(LISTS, 1):
            self.rows(pane).border_title = f"{number} {self.rows(pane).title}"
        self.query_one("#article").border_title = "4 Article"
        self.make_room("stories")

    # --- going about -----------------------------------------------------------------------------

    def rows(self, pane: str) -> RowList[Any]:
        """The list of a pane."""
        return self.query_one(f"#{pane}", RowList)

    @property
    def reader(self) -> Reader:
        """The page in the article pane."""
        return self.query_one(Reader)

    @property
    def focused(self) -> RowList[Any] | Reader | None:
        """The pane that has the keys; None while the search line has them."""
        widget = self.screen.focused
        return widget if isinstance(widget, RowList | Reader) else None

    @property
    def current(self) -> str:
        """The pane that has the keys, or had them before the search line."""
        return str(self.focused.id) if self.focused else self.source

    def go(self, pane: str) -> None:
        """Give a pane the keys; on a narrow terminal it takes the place of the others."""
        if pane == "reader" and self.focused is not self.reader:
            self.preview()
        elif pane != "reader":
            self.source = pane
        self.make_room(pane)
        widget: Widget = self.reader if pane == "reader" else self.rows(pane)
        self.screen.set_focus(widget)
        if pane == "reader" and isinstance(self.reader.page, StoryPage):
            self.post_message(self.Looked(self.reader.page.row.id))
        self.post_message(self.Changed())

    def step(self, by: int) -> None:
        """Give the next pane the keys, or the one before."""
        panes = [*LISTS, "reader"]
        self.go(panes[(panes.index(self.current) + by) % len(panes)])

    def on_resize(self) -> None:
        """More or fewer panes fit."""
        self.make_room(self.current)

    def make_room(self, pane: str) -> None:
        """Show all panes, or on a narrow terminal this one."""
        # Set here and not by classes of the screen, which would restyle everything on it.
        narrow, wide = self.app.size.width < NARROW, self.app.size.width >= WIDE
        shape = (narrow, wide, pane if narrow else "")
        self.show_counts(pane)
        if shape == self._shape:
            return
        self._shape = shape
        left, right = self.query_one("#left"), self.query_one("#right")
        left.styles.width = "1fr" if narrow else 58 if wide else 46
        right.styles.layout = "horizontal" if wide else "vertical"
        left.display = not narrow or pane in {"stories", "people"}
        right.display = not narrow or pane in {"quotes", "reader"}
        for name in (*LISTS, "article"):
            frame = self.query_one(f"#{name}")
            frame.display = not narrow or name == {"reader": "article"}.get(pane, pane)
            frame.set_class(narrow, "alone")
        self.query_one("#tabs").display = narrow

    def show_counts(self, pane: str | None = None) -> None:
        """Say how much is in each pane, where only one of them can be seen."""
        counts = {name: str(self.rows(name).border_subtitle or "") for name in LISTS}
        self.query_one(PaneTabs).show(pane or self.current, counts)

    # --- the article pane ------------------------------------------------------------------------

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """The cursor rests elsewhere: the article pane follows after a moment."""
        event.stop()
        if event.rows.has_focus:
            self.source = str(event.rows.id)
        if event.rows.id == self.source and self.focused is not self.reader:
            if self._still:
                self._still.stop()
            self._still = self.set_timer(STILL if self.focused else STILL_TYPING, self.preview)
        self.post_message(self.Changed())

    def preview(self) -> None:
        """Show what is under the cursor of the list that was used last."""
        if self.focused is not self.reader:
            self._back.clear()
            self.reader.show(self._page_under_cursor())
            self.post_message(self.Changed())

    def _page_under_cursor(self) -> Page | None:
        db, rows = self._connection(), self.rows(self.source)
        if rows.current_id is None:
            return None
        if self.source == "stories":
            return self._story(rows.current_id)
        if self.source == "people":
            return read_person(db, rows.current_id)
        quote = cast("QuoteRow | None", rows.current)
        return self._article(Target(quote.article_id, quote.id)) if quote else None

    def _article(self, target: Target) -> ArticlePage | None:
        return read_article(self._connection(), target, self.query_words)

    def _story(self, story_id: int) -> StoryPage | None:
        before = self.visit[1] if self.visit and self.visit[0] == story_id else None
        return read_story(self._connection(), story_id, before)

    def open(self, target: Target) -> ArticlePage | None:
        """Open an article and give it the keys; None where it is gone."""
        page = self._article(target)
        self._turn_to(page)
        return page

    def open_statement(self, statement_id: int) -> None:
        """Open a statement's page and give it the keys."""
        self._turn_to(read_statement(self._connection(), statement_id))

    def _turn_to(self, page: Page | None) -> None:
        """Show a page from which Esc leads back to what is shown now; nothing where it is gone."""
        if page is None:
            return
        if self.focused is self.reader and self.reader.page:
            self._back.append(self.reader.page)
        self.go("reader")
        self.reader.show(page)
        self.post_message(self.Changed())

    def show_edits(self) -> None:
        """From an article to how it was changed since it came in."""
        if article_id := self.changed_article:
            self._turn_to(read_edits(self._connection(), article_id))

    @property
    def changed_article(self) -> int | None:
        """The article that is read, where its outlet changed it since it came in."""
        page = self.reader.page if self.current == "reader" else None
        if isinstance(page, ArticlePage) and page.row.revision > 1:
            return page.row.id
        return None

    def back(self) -> bool:
        """Out of the article, to the page or the list it was opened from; False where in a list."""
        if self.focused is not self.reader:
            return False
        if self._back:
            self.reader.show(self._back.pop())
            self.post_message(self.Changed())
        else:
            self.go(self.source)
        return True

    def reload(self) -> None:
        """Fetch again all that is shown, and leave everything where it is."""
        for pane in LISTS:
            self.rows(pane).forget()
        page, db = self.reader.page, self._connection()
        if isinstance(page, ArticlePage):
            self.reader.show(self._article(page.target), keep=True)
        elif isinstance(page, StoryPage):
            self.reader.show(self._story(page.row.id), keep=True)
        elif isinstance(page, PersonPage):
            self.reader.show(read_person(db, page.row.id), keep=True)
        elif isinstance(page, StatementPage):
            self.reader.show(read_statement(db, page.row.id), keep=True)
        elif isinstance(page, EditsPage):
            self.reader.show(read_edits(db, page.row.id), keep=True)
        if page and self.reader.page is None and self.focused is self.reader:
            self.go(self.source)  # it is gone, joined to another
        self.post_message(self.Changed())

    # --- what is at hand -------------------------------------------------------------------------

    @property
    def quote(self) -> QuoteRow | None:
        """The quote that is lit in the article, or under the cursor of the quotes."""
        if self.current == "reader":
            return self.reader.quote
        if self.current == "quotes":
            return cast("QuoteRow | None", self.rows("quotes").current)
        return None

    @property
    def is_carried(self) -> bool:
        """Whether other articles carry the quote at hand, and their page is not shown."""
        shown = self.current == "reader" and isinstance(self.reader.page, StatementPage)
        return bool(self.quote and self.quote.statement_id is not None and not shown)

    @property
    def person(self) -> PersonDetail | PersonRow | None:
        """The person whose page is at hand, or under the cursor of the people."""
        if self.current == "reader":
            page = self.reader.page
            return page.row if isinstance(page, PersonPage) else None
        if self.current == "people":
            return cast("PersonRow | None", self.rows("people").current)
        return None

    @property
    def story(self) -> StoryRow | None:
        """The story whose page is at hand, or under the cursor of the stories."""
        if self.current == "reader":
            page = self.reader.page
            return page.row if isinstance(page, StoryPage) else None
        if self.current == "stories":
            item = self.rows("stories").current
            return cast("StoryItem", item).row if item else None
        return None

    @property
    def can_part(self) -> bool:
        """Whether an article is under the cursor of a person's page or a story's."""
        target = self.reader.target
        if self.current != "reader" or target is None:
            return False
        alone = target == Target(target.article_id)
        return bool(self.person or (self.story and alone))

    @property
    def link(self) -> str | None:
        """The address of the article at hand, where it is one that a browser may open."""
        page = self.reader.page if self.current == "reader" else None
        url = page.row.url if isinstance(page, ArticlePage | EditsPage) else None
        url = self.quote.url if self.quote else url
        return url if url and url.lower().startswith(("https://", "http://")) else None

    @property
    def has_articles(self) -> bool:
        """Whether an article or a story is at hand."""
        if self.current == "reader":
            return isinstance(self.reader.page, ArticlePage | StoryPage)
        return self.current != "people" and self.rows(self.current).current_id is not None

    def article_ids(self) -> list[int]:
        """The article at hand, or all those of the story at hand."""
        page, story = self.reader.page, self.rows("stories").current_id
        if self.current == "reader" and isinstance(page, ArticlePage):
            return [page.row.id]
        if self.current == "reader" and isinstance(page, StoryPage):
            return [row.id for row in page.articles]
        if self.quote:
            return [self.quote.article_id]
        if self.current == "stories" and story is not None:
            return article_ids(self._connection(), scope=Scope(story_id=story), limit=None)
        return []
