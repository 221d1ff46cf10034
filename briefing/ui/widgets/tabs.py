"""The panes by name, where only one of them fits on the screen."""

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import Static

PANES = {"stories": "1 Stories", "people": "2 People", "quotes": "3 Quotes", "reader": "4 Article"}


class PaneTabs(Static):
    """One line of names, the pane that is shown marked."""

    def show(self, current: str, counts: Mapping[str, str]) -> None:
        """Mark the pane that is shown, and say how much is in each."""
        parts = []
        for pane, label in PANES.items():
            words = f" {label} {counts.get(pane, '')} ".replace("  ", " ")
            parts.append(Content.styled(words, "bold reverse" if pane == current else "$quiet"))
        self.update(Content(" ").join(parts), layout=False)
