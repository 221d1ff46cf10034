"""The least that Textual can show: what a cold start is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Painted")


if __name__ == "__main__":
    Minimal().run()
