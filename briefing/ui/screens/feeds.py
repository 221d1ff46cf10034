"""A list of well-known public feeds to choose from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast
from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from briefing.known_feeds import UNCHECKED, known_feeds
from briefing.store.sources import add_source, sources
from briefing.ui.dates import now
from briefing.ui.drawing import several

if TYPE_CHECKING:
    import sqlite3

    from briefing.ui.app import BriefingApp


class FeedList(ModalScreen[None]):
    """Space chooses, Enter adds what is chosen. What is followed already is not offered."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "add", "Add", show=False, priority=True),
        Binding("space", "choose", "Choose", show=False),
        Binding("a", "all", "All", show=False),
        Binding("escape", "dismiss", "Close", show=False),
        Binding("j", "move('cursor_down')", "Down", show=False),
        Binding("k", "move('cursor_up')", "Up", show=False),
    ]

    def __init__(self, db: "sqlite3.Connection") -> None:
        super().__init__()
        followed = {row.url for row in sources(db)}
        self._chosen: set[int] = set()
        self._offered = [feed for feed in known_feeds() if feed.url not in followed]

    def compose(self) -> ComposeResult:
        """What they are, the list, the keys."""
        lines = [self._line(number) for number in range(len(self._offered))]
        with Vertical(id="sheet"):
            yield Static(Content(UNCHECKED), id="table")
            yield OptionList(*lines, markup=False, compact=True)
            yield Static(Content(""), id="foot")

    def on_mount(self) -> None:
        """Ready for the first key."""
        self.query_one("#sheet").border_title = "Public feeds to start from"
        self._list.focus()
        self._tell()

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def action_move(self, how: str) -> None:
        """Move as the arrow keys do."""
        getattr(self._list, f"action_{how}")()

    def action_choose(self) -> None:
        """Choose what is under the cursor, or no longer."""
        number = self._list.highlighted
        if number is not None:
            self._chosen ^= {number}
            self._draw([number])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line was clicked."""
        self._chosen ^= {event.option_index}
        self._draw([event.option_index])

    def action_all(self) -> None:
        """Choose all; none where all are chosen."""
        every = range(len(self._offered))
        self._chosen = set() if len(self._chosen) == len(every) else {*every}
        self._draw(every)

    def _draw(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._list.replace_option_prompt_at_index(number, self._line(number))
        self._tell()

    def _line(self, number: int) -> Content:
        """Whether it is chosen, where it stands, what it is called, whose server it is."""
        feed = self._offered[number]
        host = (urlsplit(feed.url).hostname or "").removeprefix("www.")
        return Content.assemble(
            "[x] " if number in self._chosen else "[ ] ",
            (f"{' / '.join(feed.folder)}: ", "$quiet"),
            feed.title,
            (f"  {host}", "$quiet"),
        )

    def action_add(self) -> None:
        """Add what is chosen, and say what to do next."""
        chosen = [self._offered[number] for number in sorted(self._chosen)]
        app = cast("BriefingApp", self.app)
        if not chosen:
            app.tell("Choose some first: space")
            return

        def add(db: "sqlite3.Connection") -> int:
            for feed in chosen:
                add_source(db, feed.url, title=feed.title, folder=feed.folder, now=now())
            return len(chosen)

        app.desk.ask(add, lambda count: app.tell(f"Added {several(count, 'feed')}: s syncs them"))
        self.dismiss()

    def _tell(self) -> None:
        count = several(len(self._chosen), "feed")
        keys = f"space chooses · a all · Enter adds {count} · Esc closes"
        if not self._offered:
            keys = "You follow all of them · Esc closes"
        self.query_one("#foot", Static).update(Content(keys))
