"""Every command and the search syntax, with a line to search them by."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.ui.commands import COMMANDS, keys_of

SYNTAX = (
    ("words", "All of them, in any order; the last may be a beginning"),
    ('"a phrase"', "These words, next to each other"),
    ("-word", "Not this word"),
    ("this OR that", "Either; parentheses group"),
    ("speaker:name", "Said by; also about: role: country: outlet: story:"),
    ("type:direct", "Kind of quote: direct, mixed, indirect"),
    ("verified:yes", "Quotes you have checked; sure:yes leaves out doubtful speakers"),
    ("after:2w", "Since; also before: and date: with 2025-04-11, yesterday, lastsync"),
)


class Help(ModalScreen[None]):
    """What every key does."""

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss", "Close", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
    ]

    def compose(self) -> ComposeResult:
        """A line to search by, and the table."""
        with Vertical(id="sheet"):
            yield Input(placeholder="Search the help", compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(Content(""), id="table")
            yield Static(Content("Type to search · ↑ ↓ scroll · Esc closes"), id="foot")

    def on_mount(self) -> None:
        """Everything, to begin with."""
        self.query_one("#sheet").border_title = "Help"
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what has the words."""
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Enter closes, as Esc does."""
        self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Scroll the table."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 2, animate=False)

    def _fill(self, query: str) -> None:
        words = query.lower().split()
        entries = help_entries(dict(getattr(self.app, "keymap", {})))
        found = [e for e in entries if all(w in " ".join(e).lower() for w in words)]
        lines: list[Content] = []
        group = ""
        for name, keys, text in found:
            if name != group:
                lines.extend([Content(""), Content.styled(name, "bold $accent")])
                group = name
            lines.append(Content.assemble((f"  {keys:<14}", "bold"), text))
        if not found:
            lines = [Content(""), Content.styled("Nothing in the help has these words", "$quiet")]
        self.query_one("#table", Static).update(Content("\n").join(lines[1:]))


def help_entries(keymap: dict[str, str]) -> list[tuple[str, str, str]]:
    """Group, keys and help of every command, then the search syntax."""
    commands = [(c.group, keys_of(c, keymap), c.help) for c in COMMANDS]
    return [*commands, *(("In the search line", words, text) for words, text in SYNTAX)]
