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
Nothing is in here yet. Press f to choose from well-known public feeds,
or in another terminal:"""

STEPS = (
    ("briefing demo", "look around in a small fictional edition"),
    ("briefing add URL", "follow a news feed, or a page"),
    ("briefing add FILE.opml", "follow all feeds of another reader"),
    ("briefing add FOLDER", "follow a folder of documents"),
    ("briefing import PATH", "take in documents once"),
)


class Welcome(ModalScreen[None]):
    """The first screen of a new edition. It goes away when the first article comes in."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sync", "Sync", show=False),
        Binding("f,F", "feeds", "Feeds", show=False),
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
        self._look = self.set_interval(1, self._tell)
        self._tell()

    def action_sync(self) -> None:
        """Sync, where there is something to sync."""
        self._main.action_sync()
        self.dismiss()

    def action_feeds(self) -> None:
        """Offer well-known public feeds."""
        from briefing.ui.screens.feeds import FeedList

        self.app.push_screen(FeedList(cast("BriefingApp", self.app).db))

    @property
    def _main(self) -> "MainScreen":
        return cast("MainScreen", self.app.screen_stack[-2])

    def _tell(self) -> None:
        if self.app.screen is not self:
            return  # another screen lies over it
        db = cast("BriefingApp", self.app).db
        if not is_empty(db):
            self._look.stop()
            self.dismiss()
            return
        count = len(sources(db))
        self.query_one("#table", Static).update(welcome_words(count))
        syncs = "s syncs them now · " if count else ""
        keys = f"{syncs}f public feeds · Esc closes · q quits"
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
