"""What an empty store shows: what briefing is for, and what to do next."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.store.sources import sources
from briefing.store.unread import is_empty
from briefing.ui.drawing import several

if TYPE_CHECKING:
    from briefing.ui.app import BriefingApp
    from briefing.ui.screens.main import MainScreen

FIRST_WORDS = """Stories, people, quotes and figures from your news, offline.
Nothing is in here yet. In another terminal:"""

STEPS = (
    ("briefing demo", "look around in a small fictional edition"),
    ("briefing add URL", "follow a news feed, or a page that has one"),
    ("briefing add FILE.opml", "follow all feeds of another reader"),
    ("briefing import PATH", "take in your own documents, a file or a folder"),
)


class Welcome(ModalScreen[None]):
    """The first screen of a new edition. It goes away when the first article comes in."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sync", "Sync", show=False),
        Binding("escape,enter", "dismiss", "Close", show=False),
        Binding("q", "app.quit", "Quit", show=False),
    ]

    def compose(self) -> ComposeResult:
        """A few lines in the middle."""
        with Vertical(id="sheet"):
            yield Static(Content(""), id="table")
            yield Static(Content(""), id="foot")

    def on_mount(self) -> None:
        """Look again every second: another terminal may fill the store."""
        self.query_one("#sheet").border_title = "Welcome to briefing"
        self._tell()
        self.set_interval(1, self._tell)

    def action_sync(self) -> None:
        """Sync, where there is something to sync."""
        self._main.action_sync()
        self.dismiss()

    @property
    def _main(self) -> "MainScreen":
        return cast("MainScreen", self.app.screen_stack[-2])

    def _tell(self) -> None:
        db = cast("BriefingApp", self.app).db
        if not is_empty(db):
            self.dismiss()
            return
        count = len(sources(db))
        self.query_one("#table", Static).update(welcome_words(count))
        keys = "s syncs them now · Esc closes · q quits" if count else "Esc closes · q quits"
        self.query_one("#foot", Static).update(Content(keys))


def welcome_words(count: int) -> Content:
    """What to do next, with ``count`` sources on record."""
    if count:
        first = f"You follow {several(count, 'source')}, and nothing came in yet."
    else:
        first = FIRST_WORDS
    lines = [Content(first), Content("")]
    lines += [Content.assemble((f"  {cmd:<24}", "bold $primary"), text) for cmd, text in STEPS]
    return Content("\n").join(
        [*lines, Content(""), Content("What comes in shows up here by itself.")]
    )
