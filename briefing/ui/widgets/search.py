"""The search line: what is typed, and the trail of what the panes are narrowed to."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from briefing.text import printable
from briefing.ui.drawing import fit, flat, plain
from briefing.ui.view import View


class SearchBar(Horizontal):
    """One line at the top."""

    class Typed(Message):
        """The query has changed."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    def compose(self) -> ComposeResult:
        """The sign, the query, the trail."""
        yield Static(Content("/"), id="sign")
        yield Input(
            placeholder='Search: words, "a phrase", speaker:name, after:2w …',
            compact=True,
            select_on_focus=False,
            id="query",
        )
        yield Static(Content(""), id="trail")

    def __init__(self) -> None:
        super().__init__()
        self._view = View()
        self._earlier: list[str] = []
        self._at = -1
        self._typed = ""

    @property
    def input(self) -> Input:
        """Where the query is typed."""
        return self.query_one(Input)

    def begin(self, earlier: list[str]) -> None:
        """Have the keys; ``earlier`` are the searches made before, newest first."""
        self._earlier, self._at, self._typed = earlier, -1, self.input.value

    def walk(self, where: str) -> None:
        """Go through the searches made before."""
        at = self._at + (1 if where == "up" else -1)
        if where in {"up", "down"} and -1 <= at < len(self._earlier):
            if self._at == -1:
                self._typed = self.input.value
            self._at = at
            self.input.value = self._typed if at == -1 else self._earlier[at]
            self.input.cursor_position = len(self.input.value)

    def put(self, query: str) -> None:
        """Show a query without saying that it was typed."""
        with self.input.prevent(Input.Changed):
            self.input.value = query

    def show_trail(self, view: View) -> None:
        """Say what the panes are narrowed to."""
        self._view = view
        words = Content(trail(view, self.size.width // 2))
        if (static := self.query_one("#trail", Static)).content != words:
            static.update(words)

    def on_resize(self) -> None:
        """Another width holds more or less of it."""
        self.show_trail(self._view)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter searches."""
        event.stop()
        self.post_message(self.Typed(event.value))


def trail(view: View, width: int) -> str:
    """What the panes are narrowed to, in a width; the story's name gives way to the person's."""
    person = f" ▸ {printable(view.person.name)}" if view.person else ""
    if view.story is None:
        return plain(fit([(person, "")], width))
    room = max(12, width - cell_len(person))
    return plain(fit([(f" ▸ {flat(printable(view.story.name))}", "")], room)) + person
