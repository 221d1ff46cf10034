"""The one screen that the day is spent on: freshness, search, the panes, the keys."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer
from textual.widgets import Input

from briefing.store.unread import is_empty
from briefing.ui.commands import BY_ID, COMMANDS, Command, bindings
from briefing.ui.dates import now
from briefing.ui.finding import LISTS, Found, Question, existing, find_all, find_first, questions
from briefing.ui.pages import Target
from briefing.ui.screens.using import UsingScreen
from briefing.ui.view import Choice, View
from briefing.ui.widgets.article import Reader
from briefing.ui.widgets.banner import Banner
from briefing.ui.widgets.keybar import KeyBar
from briefing.ui.widgets.panes import Panes
from briefing.ui.widgets.people import PersonList
from briefing.ui.widgets.rows import RowList
from briefing.ui.widgets.search import SearchBar

REST = 0.25
"""Seconds without a new question before all that answers the last one is counted."""

WATCH = 2.0
"""Seconds between looks whether another process wrote to the store."""


class MainScreen(UsingScreen):
    """Three linked panes and the article."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    AUTO_FOCUS = "#stories"
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.view = View()
        self._rest: Timer | None = None
        self._answered: set[Question] = set()
        self._version = 0
        self._again = self._read_before = 0

    def compose(self) -> ComposeResult:
        """Freshness, search, the panes, the keys."""
        yield Banner()
        yield SearchBar()
        yield Panes(lambda: self.briefing.db)
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the first rows at once; count and tell of freshness afterwards."""
        self._show(find_first(self.briefing.db, questions(self.view)), keep=False)
        self._rest = self.set_timer(REST, self._find_rest)
        self._version = self._data_version()
        self.call_after_refresh(self._ask_freshness)
        self.set_interval(WATCH, self._watch_store)
        self.set_timer(REST, self._ask_waiting)
        if is_empty(self.briefing.db):
            from briefing.ui.screens.welcome import Welcome

            self.app.push_screen(Welcome())

    # --- finding ---------------------------------------------------------------------------------

    def find(self, *, keep: bool) -> None:
        """Ask for what the panes show now; ``keep`` holds what is under the cursors."""
        finder, asked = self.briefing.finder, questions(self.view)
        self._answered &= set(asked)
        if self._rest:
            self._rest.stop()

        def done(found: list[Found]) -> None:
            self._show(found, keep=keep)
            if not all(complete for _, _, complete in found):
                self._rest = self.set_timer(REST, self._find_rest)

        unanswered = [question for question in asked if question not in self._answered]
        finder.drop()
        finder.ask(lambda db: find_first(db, unanswered), done)

    def _find_rest(self) -> None:
        more = [question for question in questions(self.view) if question not in self._answered]
        self.briefing.finder.ask(
            lambda db: find_all(db, more), lambda found: self._show(found, keep=True)
        )

    def _show(self, found: list[Found], *, keep: bool) -> None:
        asked = questions(self.view)
        for question, ids, complete in found:
            if question in asked:
                rows = self.panes.rows(question.pane)
                rows.show(ids, complete=complete, query=question.query, keep=keep)
                if complete:
                    self._answered.add(question)
        self.panes.show_counts()

    def look(self, view: View, *, keep: bool = True) -> None:
        """Change what the panes are narrowed to."""
        self.view = view
        self.panes.query_words = view.query.strip()
        self.panes.rows("stories").chosen = view.story.id if view.story else None
        self.panes.rows("people").chosen = view.person.id if view.person else None
        self.query_one(PersonList).of_story(view.story.id if view.story else None)
        for pane in LISTS:
            self.panes.rows(pane).way_out = " · Esc widens" if view.order else ""
        self.query_one(SearchBar).show_trail(view)
        self.find(keep=keep)
        self.show_keys()

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Every letter narrows all three panes; the article pane shows the first quote found."""
        self.panes.source = "quotes"
        self.look(self.view.searched(event.query), keep=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leaves the search line for what it found."""
        event.stop()
        if query := self.view.query.strip():
            from briefing.store.user import remember_search

            self.briefing.desk.ask(lambda db: remember_search(db, query, now()), lambda _: None)
        full = [pane for pane in ("quotes", "stories", "people") if self.panes.rows(pane).ids]
        self.panes.go(full[0] if full else "quotes")

    def action_search(self) -> None:
        """Take the keys into the search line."""
        self.query_one(SearchBar).input.focus()

    # --- moving, narrowing, opening --------------------------------------------------------------

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.panes.go(pane)

    def action_step_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        self.panes.step(by)

    def action_move(self, where: str) -> None:
        """Move in the pane that has the keys; in the search line, through earlier searches."""
        if self.panes.focused:
            self.panes.focused.move(where)
        else:
            self.query_one(SearchBar).walk(where)

    def action_hit(self, by: int) -> None:
        """The next hit or the one before."""
        focused = self.panes.focused
        if isinstance(focused, Reader):
            focused.step(by)
            self.show_keys()
        elif focused:
            focused.move("down" if by > 0 else "up")

    def action_open(self) -> None:
        """Narrow to what is under the cursor, or open it."""
        focused = self.panes.focused
        if isinstance(focused, Reader) and focused.target:
            self._open(focused.target)
        elif isinstance(focused, RowList):
            self._choose(focused)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """A row was double-clicked."""
        self._choose(event.rows)

    def on_reader_opened(self, event: Reader.Opened) -> None:
        """A line of a page was double-clicked."""
        self._open(event.target)

    def _choose(self, rows: RowList[Any]) -> None:
        row = rows.current
        if row is None:
            return
        if rows.id == "quotes":
            self._open(Target(row.article_id, row.id))
            return
        if rows.id == "stories" and not row.row.quotes:
            self.panes.go("reader")  # nothing to narrow to: its articles are all there is
            return
        if rows.id == "stories":
            self._look_at(row.row.id)
            self.look(self.view.in_story(Choice(row.row.id, row.row.title)))
        else:
            self.look(self.view.of_person(Choice(row.id, row.name)))
        self.panes.go("quotes")

    def _open(self, target: Target) -> None:
        if target.statement_id is not None:
            self.panes.open_statement(target.statement_id)
            return
        page = self.panes.open(target)
        if page:
            self.marks.opened(page.row.id)

    def on_panes_looked(self, event: Panes.Looked) -> None:
        """A story's page was opened."""
        self._look_at(event.story_id)

    def _look_at(self, story_id: int) -> None:
        """Keep that the user looks at a story; its news stay marked until they go to another."""
        at = now()
        if self.panes.visit is None or self.panes.visit[0] != story_id:
            self.panes.visit = story_id, at
        self.marks.looked(story_id, at)

    def action_back(self) -> None:
        """One step back: let go of what is held, out of the search or the article, or wider."""
        bar = self.query_one(SearchBar)
        if self.holds:
            self.joining.held = None
            self.show_keys()
        elif self.panes.focused is None:
            bar.put("")
            self.look(self.view.searched(""))
            self.panes.go(self.panes.source)
        elif not self.panes.back():
            view, step = self.view.widened()
            bar.put(view.query)
            self.look(view)
            if step in {"story", "person"}:
                self.panes.go("stories" if step == "story" else "people")

    # --- the edition -----------------------------------------------------------------------------

    def action_sync(self) -> None:
        """Fetch every source, while everything else goes on."""
        from briefing.ui.syncing import sync_command

        if not self.query_one(Banner).sync(sync_command(self.briefing.store_path)):
            self.briefing.tell("A sync is going on already")

    def action_feeds(self) -> None:
        """Offer well-known public feeds."""
        from briefing.ui.screens.feeds import FeedList

        self.app.push_screen(FeedList(self.briefing.db))

    def _ask_waiting(self) -> None:
        """Have what waits read: an import was stopped, or this engine is a newer one."""
        from briefing.model import ENGINE_VERSION
        from briefing.store.readings import read_by, to_be_read

        self.briefing.desk.ask(
            lambda db: (*to_be_read(db, ENGINE_VERSION), read_by(db, ENGINE_VERSION)),
            self._read_waiting,
        )

    def _read_waiting(self, waiting: tuple[int, int, int]) -> None:
        from briefing.ui.syncing import read_command

        articles, self._again, self._read_before = waiting
        if articles:
            self.query_one(Banner).read(read_command(self.briefing.store_path))

    def on_banner_has_read(self, event: Banner.HasRead) -> None:
        """Show what was read, and say how much that was: more may have come in, or some failed."""
        from briefing.model import ENGINE_VERSION
        from briefing.store.readings import read_by

        self.changed()
        if event.error:
            self.briefing.tell(event.error, failed=True)
        else:
            self.briefing.desk.ask(lambda db: read_by(db, ENGINE_VERSION), self._tell_read)

    def _tell_read(self, now: int) -> None:
        from briefing.ui.drawing import several

        newer = f", {self._again} of them again by a newer engine: see  briefing changes"
        words = several(now - self._read_before, "article")
        self.briefing.tell(f"Read {words}{newer if self._again else ''}")

    def on_banner_synced(self, event: Banner.Synced) -> None:
        """Say what the sync brought, and show it without moving what is under the cursor."""
        self.briefing.tell(event.words, failed=event.failed)
        self.changed()

    def changed(self) -> None:
        """The store has changed: show what is in it now."""
        self._version = self._data_version()
        self._answered.clear()
        self.panes.reload()
        if (view := existing(self.briefing.db, self.view)) != self.view:
            self.look(view)  # what it was narrowed to was joined to another
        self.find(keep=True)
        self._ask_freshness()

    def marked(self) -> None:
        """The user marked something: show it."""
        self._version = self._data_version()
        self.panes.reload()

    def _watch_store(self) -> None:
        if self._data_version() != self._version:
            self.changed()

    def _data_version(self) -> int:
        return int(self.briefing.db.execute("PRAGMA data_version").fetchone()[0])

    def _ask_freshness(self) -> None:
        from briefing.store.overview import freshness

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
        focused = self.panes.focused
        reading = isinstance(focused, Reader)
        does: dict[str, Callable[[], object]] = {
            "yank": lambda: self.panes.quote,
            "check": lambda: self.panes.quote,
            "browse": lambda: self.panes.link,
            "read": lambda: self.panes.has_articles,
            "carriers": lambda: self.panes.is_carried,
            "changes": lambda: self.panes.changed_article,
            "join": lambda: self.panes.person or self.panes.story,
            "part": lambda: self.panes.can_part,
            "undo": lambda: "marks" in vars(self) and self.marks,
            "back": lambda: self.holds or self.view.order or reading or not focused,
            "open": lambda: focused.target if isinstance(focused, Reader) else focused,
            "hit": lambda: self.view.query or reading,
        }
        return bool(does[action]()) if action in does else super().check_action(action, parameters)

    def on_panes_changed(self) -> None:
        """Other keys do something now."""
        self.show_keys()

    def on_descendant_focus(self) -> None:
        """Other keys do something now."""
        if isinstance(self.focused, Input):
            from briefing.store.user import searches

            self.query_one(SearchBar).begin(searches(self.briefing.db))
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that do something here and now."""
        commands = self._useful() if self.panes.focused else _searching()
        self.query_one(KeyBar).show(commands, self.joining.words if self.holds else lambda _: "")

    def _useful(self) -> list[Command]:
        return [c for c in COMMANDS if c.rank and self.check_action(c.action.partition("(")[0], ())]


def _searching() -> list[Command]:
    """What the keys do in the search line."""
    return [
        BY_ID["open"]._replace(label="To the results"),
        BY_ID["back"]._replace(label="Clear"),
        BY_ID["up"]._replace(shown="↑ ↓", label="Earlier searches", rank=3),
    ]
