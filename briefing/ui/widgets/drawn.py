"""Widgets that draw their lines themselves, from pieces: the one place where text meets style."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.text import printable
from briefing.ui.drawing import Line

STYLES = (
    "strong", "quiet", "accent", "bar", "unread", "checked", "warn",
    "said", "quoted", "lit", "hit", "lit-hit",
)  # fmt: skip
"""The styles that a piece may name; ``briefing.tcss`` says how each looks."""


class Drawn(ScrollView, inherit_bindings=False):
    """A scrolling widget whose lines are pieces."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"drawn--{name}" for name in STYLES} | {
        "drawn--cursor",
        "drawn--cursor-idle",
    }
    ALLOW_SELECT = False

    def strip(self, line: Line, base: Style) -> Strip:
        """The line on the widget's whole width, with nothing in it that could steer a terminal."""
        segments = [
            Segment(printable(text), base + self._style(name) if name else base)
            for text, name in line
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def blank(self) -> Strip:
        """An empty line, with the background that empty segments do not inherit."""
        return Strip.blank(self.size.width, self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"drawn--{name}", partial=True)
