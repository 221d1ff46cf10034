"""The app: one store, its screens and its threads."""

import gc
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from textual.app import App
from textual.command import Provider
from textual.css.query import NoMatches

from briefing.store.connect import connect
from briefing.text import printable
from briefing.ui.background import StoreThread
from briefing.ui.screens.main import MainScreen
from briefing.ui.theme import DARK, LIGHT, line_styles


def _palette() -> type[Provider]:
    from briefing.ui.palette import CommandProvider

    return CommandProvider


class BriefingApp(App[None]):
    """A briefing room over one store."""

    TITLE = "briefing"
    CSS_PATH = "briefing.tcss"
    COMMANDS: ClassVar = {_palette}

    def __init__(self, store_path: Path, db: sqlite3.Connection, theme: str = "dark") -> None:
        # Where colours are not wanted, all is drawn in the terminal's own, and what they would
        # say is said by bold and reverse.
        self.plain = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if self.plain else None)
        self.store_path = store_path
        self.db = db
        self.finder = StoreThread(store_path, self._answer, self._failed)
        self.desk = StoreThread(store_path, self._answer, self._failed)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Set before there is anything to restyle: a change of theme costs a third of the start.
        self.set_reactive(App.theme, (LIGHT if theme == "light" else DARK).name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._line_styles: dict[str, dict[str, Style]] = {}

    def get_default_screen(self) -> MainScreen:
        """There is one screen; the others lie over it."""
        return MainScreen()

    def on_ready(self) -> None:
        """The first rows are on the screen: what was made so far stays, so leave it alone."""
        gc.freeze()
        gc.enable()

    def on_unmount(self) -> None:
        """Let what was asked go, write what was marked."""
        self.finder.drop()
        self.finder.close()
        self.desk.close()

    @property
    def line_styles(self) -> dict[str, Style]:
        """How the pieces of a line are drawn in the current theme."""
        if self.theme not in self._line_styles:
            self._line_styles[self.theme] = line_styles(self.theme_variables, plain=self.plain)
        return self._line_styles[self.theme]

    def tell(self, words: str, *, failed: bool = False) -> None:
        """Say something in passing. Words from outside stay words."""
        if failed:
            self.notify(printable(words), severity="error", timeout=8, markup=False)
        else:
            self.notify(printable(words), timeout=3, markup=False)

    async def copy(self, text: str) -> None:
        """Copy to the terminal's clipboard and the system's, and say where it went."""
        from briefing.ui import clipboard

        self.copy_to_clipboard(text)
        command = clipboard.tool()
        if command and await clipboard.copy(text, command):
            self.tell(f"Copied to the clipboard ({command[0]})")
        else:
            self.tell("Copied through the terminal (OSC 52)")

    def _answer(self, done: Callable[..., object], answer: object) -> None:
        """Hand a thread's answer over, from that thread to the app's own."""

        def deliver() -> None:
            # An answer may come while the screen is being taken down, pane by pane.
            with suppress(NoMatches):
                done(answer)

        self.call_later(deliver)

    def _failed(self, words: str) -> None:
        self.tell(words, failed=True)


def run(store_path: Path, theme: str = "dark") -> None:
    """Open the app on a store, dark or light, and return when the user quits.

    Raises:
        StoreError: the store cannot be used; nothing was drawn yet.
    """
    db = connect(store_path)
    try:
        BriefingApp(store_path, db, theme).run()
    finally:
        db.close()
