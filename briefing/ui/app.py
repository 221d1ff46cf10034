"""The app: one store, its screens and its threads."""

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.command import Provider

from briefing.store.connect import connect
from briefing.text import printable
from briefing.ui import clipboard
from briefing.ui.background import StoreThread
from briefing.ui.screens.main import MainScreen
from briefing.ui.theme import DARK, LIGHT


def _palette() -> type[Provider]:
    from briefing.ui.palette import CommandProvider

    return CommandProvider


class BriefingApp(App[None]):
    """A briefing room over one store."""

    TITLE = "briefing"
    CSS_PATH = "briefing.tcss"
    COMMANDS: ClassVar = {_palette}

    def __init__(self, store_path: Path, db: sqlite3.Connection) -> None:
        # Without colours, what is marked by them is marked by reverse and bold: see ":ansi" in
        # the style sheet.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.store_path = store_path
        self.db = db
        self.keymap: Mapping[str, str] = {}
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def on_load(self) -> None:
        """Open the store's two other connections, each in a thread of its own."""
        self.finder = StoreThread(self.store_path, self.call_later, self._failed)
        self.desk = StoreThread(self.store_path, self.call_later, self._failed)

    def get_default_screen(self) -> MainScreen:
        """There is one screen; the others lie over it."""
        return MainScreen()

    def on_unmount(self) -> None:
        """Let what was asked go, write what was marked."""
        self.finder.ask_instead([])
        self.finder.close()
        self.desk.close()

    def tell(self, words: str, *, failed: bool = False) -> None:
        """Say something in passing. Words from outside stay words."""
        if failed:
            self.notify(printable(words), severity="error", timeout=8, markup=False)
        else:
            self.notify(printable(words), timeout=3, markup=False)

    async def copy(self, text: str) -> None:
        """Copy to the terminal's clipboard and the system's, and say where it went."""
        self.copy_to_clipboard(text)
        command = clipboard.tool()
        if command and await clipboard.copy(text, command):
            self.tell(f"Copied to the clipboard ({command[0]})")
        else:
            self.tell("Copied through the terminal (OSC 52)")

    def _failed(self, words: str) -> None:
        self.tell(words, failed=True)


def run(store_path: Path) -> None:
    """Open the app on a store, and return when the user quits.

    Raises:
        StoreError: the store cannot be used; nothing was drawn yet.
    """
    db = connect(store_path)
    try:
        BriefingApp(store_path, db).run()
    finally:
        db.close()
