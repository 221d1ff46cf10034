"""Widgets that draw their lines themselves, from pieces: the one place where text meets style."""

from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.text import printable
from briefing.ui.drawing import Line


class Drawn(ScrollView, inherit_bindings=False):
    """A scrolling widget whose lines are pieces, each with the name of a ``line_styles`` style."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._styles: dict[tuple[str, ...], Style] = {}

    def strip(self, line: Line, *ground: str) -> Strip:
        """The line on the widget's whole width, with nothing in it that could steer a terminal.

        ``ground`` names the style of the whole line, where it has one.
        """
        base = self._style("", *ground)
        segments = [
            Segment(printable(text), self._style("", *ground, name) if name else base)
            for text, name in line
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def blank(self) -> Strip:
        """An empty line, with the background that empty segments do not inherit."""
        return Strip.blank(self.size.width, self._style(""))

    def notify_style_update(self) -> None:
        """The theme has changed: every line's style with it."""
        super().notify_style_update()
        self._styles = {}
        self.refresh()

    def _style(self, *names: str) -> Style:
        """These styles, one over the other."""
        if names not in self._styles:
            app: Any = self.app
            self._styles[names] = Style.combine(app.line_styles.get(n, Style()) for n in names)
        return self._styles[names]
