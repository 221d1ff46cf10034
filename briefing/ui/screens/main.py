"""The one screen that the day is spent on: stories, people, quotes, and the article."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from briefing.model import QuoteRow
from briefing.store.articles import article_rows
from briefing.store.overview import freshness
from briefing.store.search import Scope, article_ids
from briefing.store.user import remember_search, searches
from briefing.ui.commands import BY_ID, COMMANDS, bindings
from briefing.ui.dates import now
from briefing.ui.finding import LISTS, Found, Question, find, questions, steps
from briefing.ui.marks import Marks
from briefing.ui.pages import ArticlePage, Page, PersonPage, StoryPage, Target
from briefing.ui.pages import read_article, read_person, read_story
from briefing.ui.syncing import sync_command
from briefing.ui.view import Choice, View
from briefing.ui.widgets.article import Reader, ReaderPane
from briefing.ui.widgets.banner import Banner
from briefing.ui.widgets.keybar import KeyBar
from briefing.ui.widgets.people import PersonList
from briefing.ui.widgets.quotes import QuoteList
from briefing.ui.widgets.rows import RowList
from briefing.ui.widgets.search import SearchBar
from briefing.ui.widgets.stories import StoryList
from briefing.ui.widgets.tabs import PaneTabs

if TYPE_CHECKING:
    from briefing.ui.app import BriefingApp

NARROW = 100
"""Columns below which one pane shows at a time."""

STILL = 0.05
"""Seconds the cursor rests on a row before the article pane follows it."""

WATCH = 2.0
"""Seconds between looks whether another process wrote to the store."""


class MainScreen(Screen[None]):
    """Three linked panes and the article."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-normal"), (160, "-wide")]
    AUTO_FOCUS = "#stories"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.view = View()
        self.source: RowList[Any] | None = None
        self._asked: tuple[Question, ...] = ()
        self._back: list[Page] = []
        self._still: Timer | None = None
        self._version = 0

    # --- what is on the screen -------------------------------------------------------------------

    @property
    def briefing(self) -> "BriefingApp":
        """The app, as what it is."""
        return cast("BriefingApp", self.app)

    @property
    def reader(self) -> Reader:
        """The article pane's page."""
        return self.query_one(Reader)

    def rows(self, pane: str) -> RowList[Any]:
        """The list of a pane."""
        return self.query_one(f"#{pane}", RowList)

    def compose(self) -> ComposeResult:
        """Freshness, search, the panes, the keys."""
        connection = lambda: self.briefing.db
        yield Banner()
        yield SearchBar()
        yield PaneTabs(id="tabs")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield StoryList(connection, "stories")
                yield PersonList(connection, "people")
            with Vertical(id="right"):
                yield QuoteList(connection, "quotes")
                yield ReaderPane(id="article")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the first rows at once; count and tell of freshness afterwards."""
        for number, pane in enumerate(LISTS, 1):
            rows = self.rows(pane)
            rows.border_title = f"{number} {rows.title}"
        self.query_one("#article").border_title = "4 Article"
        self.marks = Marks(self.briefing.desk, self._marked)
        self.source = self.rows("stories")
        for question in questions(self.view):
            self.rows(question.pane).show(
                find(self.briefing.db, question), complete=False, keep=False
            )
        self.find(keep=True)
        self._version = self._data_version()
        self._ask_freshness()
        self.set_interval(WATCH, self._watch_store)
        if not article_ids(self.briefing.db, limit=1):
            self._welcome()

    def _welcome(self) -> None:
        from briefing.ui.screens.welcome import Welcome

        self.app.push_screen(Welcome())

    # --- finding ---------------------------------------------------------------------------------

    def find(self, *, keep: bool) -> None:
        """Ask for what the panes show now; ``keep`` holds what is under the cursors."""
        view = self.view
        self._asked = questions(view)

        def done(found: Found) -> None:
            question, ids, complete = found
            if question in self._asked:
                rows = self.rows(question.pane)
                again = keep or complete and rows.query_words == question.query
                rows.show(ids, complete=complete, query=question.query, keep=again)
                self._show_tabs()

        self.briefing.finder.ask_instead(steps(self._asked, done))

    def look(self, view: View, *, keep: bool = True) -> None:
        """Change what the panes are narrowed to."""
        self.view = view
        self.rows("stories").chosen = view.story.id if view.story else None
        self.rows("people").chosen = view.person.id if view.person else None
        self.query_one(SearchBar).show_trail(view)
        self.find(keep=keep)
        self.show_keys()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Every letter narrows all three panes."""
        self.source = self.rows("quotes")
        self.look(self.view.searched(event.query), keep=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leaves the search line for what it found."""
        event.stop()
        if query := self.view.query.strip():
            self.briefing.desk.ask(lambda db: remember_search(db, query, now()), lambda _: None)
        full = [pane for pane in ("quotes", "stories", "people") if self.rows(pane).ids]
        self.action_pane(full[0] if full else "quotes")

    # --- the article pane follows the cursor -----------------------------------------------------

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """The cursor rests elsewhere: the article pane follows after a moment."""
        if event.rows.has_focus:
            self.source = event.rows
        self.show_keys()
        if event.rows is self.source and not self.reader.has_focus:
            if self._still:
                self._still.stop()
            self._still = self.set_timer(STILL, self.preview)

    def preview(self) -> None:
        """Show what is under the cursor of the list that was used last."""
        if self.source is not None and not self.reader.has_focus:
            self._back.clear()
            self.reader.show(self._page_of(self.source))
            self.show_keys()

    def _page_of(self, rows: RowList[Any]) -> Page | None:
        db, at = self.briefing.db, rows.current_id
        if at is None:
            return None
        if rows.id == "stories":
            return read_story(db, at)
        if rows.id == "people":
            return read_person(db, at)
        quote = cast("QuoteRow | None", rows.current)
        return self._article(Target(quote.article_id, quote.id)) if quote else None

    def _article(self, target: Target) -> ArticlePage | None:
        return read_article(self.briefing.db, target, self.view.query)

    def open(self, target: Target) -> None:
        """Open an article in the article pane, and take it for read."""
        if page := self._article(target):
            self.action_pane("reader")
            self.reader.show(page)
            if not page.row.seen:
                self.marks.see([page.row.id], True)
            self.show_keys()

    def on_reader_opened(self, event: Reader.Opened) -> None:
        """A stop of the page was double-clicked."""
        self._open_stop(event.target)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """A row was double-clicked."""
        self._choose(event.rows)

    def _open_stop(self, target: Target) -> None:
        if self.reader.page:
            self._back.append(self.reader.page)
        self.open(target)

    def _choose(self, rows: RowList[Any]) -> None:
        row = rows.current
        if row is None:
            return
        if rows.id == "stories":
            self.look(self.view.in_story(Choice(row.row.id, row.row.title)))
            self.action_pane("quotes")
        elif rows.id == "people":
            self.look(self.view.of_person(Choice(row.id, row.name)))
            self.action_pane("quotes")
        else:
            self.open(Target(row.article_id, row.id))

    # --- moving ----------------------------------------------------------------------------------

    @property
    def pane(self) -> str:
        """The pane that has the keys, or had them before the search line."""
        focused = self.focused
        if focused is not None and focused.id in (*LISTS, "reader"):
            return str(focused.id)
        return str(self.source.id) if self.source else "stories"

    def action_pane(self, pane: str) -> None:
        """Go to a pane; on a narrow terminal it takes the place of the others."""
        if pane == "reader" and self.pane != "reader" and self.reader.page is None:
            self.preview()
        self._arrange(pane)
        widget: Widget = self.reader if pane == "reader" else self.rows(pane)
        if isinstance(widget, RowList):
            self.source = widget
        self.set_focus(widget)
        self.show_keys()

    def action_step_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        panes = [*LISTS, "reader"]
        self.action_pane(panes[(panes.index(self.pane) + by) % len(panes)])

    def action_move(self, where: str) -> None:
        """Move in the pane that has the keys; in the search line, through earlier searches."""
        if isinstance(self.focused, RowList | Reader):
            self.focused.move(where)
        elif isinstance(self.focused, Input):
            self.query_one(SearchBar).walk(where)

    def action_hit(self, by: int) -> None:
        """The next hit or the one before."""
        if self.reader.has_focus:
            self.reader.step(by)
            self.show_keys()
        elif isinstance(self.focused, RowList):
            self.focused.move("down" if by > 0 else "up")

    def action_open(self) -> None:
        """Narrow to what is under the cursor, or open it."""
        if self.reader.has_focus and self.reader.target:
            self._open_stop(self.reader.target)
        elif isinstance(self.focused, RowList):
            self._choose(self.focused)

    def action_back(self) -> None:
        """One step back: out of the search, out of the article, or wider."""
        bar = self.query_one(SearchBar)
        if isinstance(self.focused, Input):
            bar.put("")
            self.look(self.view.searched(""))
            self.action_pane(self.pane)
        elif self.reader.has_focus and self._back:
            self.reader.show(self._back.pop())
            self.show_keys()
        elif self.reader.has_focus:
            self.action_pane(str(self.source.id) if self.source else "stories")
        else:
            view, step = self.view.widened()
            bar.put(view.query)
            self.look(view)
            if step in {"story", "person"}:
                self.action_pane("stories" if step == "story" else "people")

    def action_search(self) -> None:
        """Take the keys into the search line."""
        self.query_one(SearchBar).begin(searches(self.briefing.db))

    def on_descendant_focus(self) -> None:
        """Other keys do something now."""
        self.show_keys()

    def on_resize(self) -> None:
        """More or fewer panes fit."""
        self._arrange(self.pane)

    def _arrange(self, pane: str) -> None:
        narrow = self.app.size.width < NARROW
        self.query_one("#left").display = not narrow or pane in {"stories", "people"}
        self.query_one("#right").display = not narrow or pane in {"quotes", "reader"}
        for name in LISTS:
            self.rows(name).display = not narrow or pane == name
        self.query_one("#article").display = not narrow or pane == "reader"
        self.query_one("#tabs").display = narrow
        self._show_tabs(pane)

    def _show_tabs(self, pane: str | None = None) -> None:
        counts = {name: str(self.rows(name).border_subtitle or "") for name in LISTS}
        self.query_one(PaneTabs).show(pane or self.pane, counts)

    # --- using a quote ---------------------------------------------------------------------------

    @property
    def quote(self) -> QuoteRow | None:
        """The quote that is lit in the article, or under the cursor of the quotes."""
        if self.reader.has_focus:
            return self.reader.quote
        if self.pane == "quotes":
            return cast("QuoteRow | None", self.rows("quotes").current)
        return None

    @property
    def link(self) -> str | None:
        """The address of the article at hand, where it is one that a browser may open."""
        page, quote = self.reader.page, self.quote
        url = page.row.url if isinstance(page, ArticlePage) and self.reader.has_focus else None
        url = quote.url if quote else url
        return url if url and url.lower().startswith(("https://", "http://")) else None

    async def action_yank(self, cite: bool) -> None:
        """Copy the quote, and say where it went."""
        if self.quote:
            from briefing.export.citations import citation

            await self.briefing.copy(citation(self.quote) if cite else self.quote.text)

    def action_browse(self) -> None:
        """Open the article in the browser."""
        if self.link:
            self.app.open_url(self.link)
            self.briefing.tell("Opened in the browser")

    def action_check(self) -> None:
        """Mark the quote as checked, or take the mark off."""
        if self.quote:
            self.briefing.tell(self.marks.check(self.quote))

    def action_read(self) -> None:
        """Mark the story or the article as read; as unread where it was read."""
        db = self.briefing.db
        ids = self._article_ids()
        rows = article_rows(db, ids)
        seen = not all(row.seen for row in rows)
        if changed := [row.id for row in rows if row.seen != seen]:
            self.briefing.tell(self.marks.read(changed, seen))

    def _article_ids(self) -> list[int]:
        page, story = self.reader.page, self.rows("stories").current_id
        if self.reader.has_focus and isinstance(page, ArticlePage):
            return [page.row.id]
        if self.reader.has_focus and isinstance(page, StoryPage):
            return [row.id for row in page.articles]
        if self.quote:
            return [self.quote.article_id]
        if self.pane == "stories" and story is not None:
            return article_ids(self.briefing.db, scope=Scope(story_id=story), limit=None)
        return []

    def action_undo(self) -> None:
        """Take the last mark back."""
        self.briefing.tell(self.marks.undo())

    def _marked(self) -> None:
        self._version = self._data_version()
        self._reload()

    # --- the edition -----------------------------------------------------------------------------

    def action_sync(self) -> None:
        """Fetch every source, while everything else goes on."""
        if not self.query_one(Banner).sync(sync_command(self.briefing.store_path)):
            self.briefing.tell("A sync is going on already")

    def on_banner_synced(self, event: Banner.Synced) -> None:
        """Say what the sync brought, and show it without moving what is under the cursor."""
        self.briefing.tell(event.words, failed=event.failed)
        self.changed()

    def changed(self) -> None:
        """The store has changed: show what is in it now."""
        self._version = self._data_version()
        self._reload()
        self.find(keep=True)
        self._ask_freshness()

    def _reload(self) -> None:
        for pane in LISTS:
            self.rows(pane).forget()
        page, db = self.reader.page, self.briefing.db
        if isinstance(page, ArticlePage):
            self.reader.show(self._article(page.target), keep=True)
        elif isinstance(page, StoryPage):
            self.reader.show(read_story(db, page.row.id), keep=True)
        elif isinstance(page, PersonPage):
            self.reader.show(read_person(db, page.row.id), keep=True)
        self.show_keys()

    def _watch_store(self) -> None:
        if self._data_version() != self._version:
            self.changed()

    def _data_version(self) -> int:
        return int(self.briefing.db.execute("PRAGMA data_version").fetchone()[0])

    def _ask_freshness(self) -> None:
        self.briefing.desk.ask(freshness, self.query_one(Banner).show)

    # --- the app ---------------------------------------------------------------------------------

    def action_theme(self) -> None:
        """Change between light and dark."""
        dark = self.app.theme == "briefing-dark"
        self.app.theme = "briefing-light" if dark else "briefing-dark"

    def action_help(self) -> None:
        """Show the help."""
        from briefing.ui.screens.help import Help

        self.app.push_screen(Help())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command does something here and now; what does not is not shown."""
        if action in {"yank", "check"}:
            return self.quote is not None
        if action == "browse":
            return self.link is not None
        if action == "read":
            return self.pane == "stories" or self.quote is not None or self.reader.has_focus
        if action == "undo":
            return bool(self.marks)
        if action == "back":
            return bool(self.view.order) or self.reader.has_focus or not self._in_a_list
        if action == "open":
            return self._in_a_list or self.reader.target is not None
        if action == "hit":
            return bool(self.view.query) or self.reader.has_focus
        return True

    @property
    def _in_a_list(self) -> bool:
        return isinstance(self.focused, RowList)

    def show_keys(self) -> None:
        """Show the keys that do something here and now."""
        if isinstance(self.focused, Input):
            commands = [
                replace(BY_ID["open"], label="To the results"),
                replace(BY_ID["back"], label="Clear"),
                replace(BY_ID["up"], shown="↑ ↓", label="Earlier searches", rank=3),
            ]
        else:
            commands = [c for c in COMMANDS if c.rank and self._does(c.action)]
        self.query_one(KeyBar).show(commands)

    def _does(self, action: str) -> bool:
        return bool(self.check_action(action.partition("(")[0], ()))
