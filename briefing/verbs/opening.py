"""``briefing`` without a verb: the app at once, with nothing loaded that it does not show first."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.places import settings_path, store_path

if TYPE_CHECKING:
    from argparse import Namespace


def store_asked_for(argv: Sequence[str]) -> Path | None:
    """The store, where a call asks for nothing but to be opened; None for any other call.

    The parser of all the verbs takes a tenth of the app's start.
    """
    match [*argv]:
        case []:
            return store_path()
        case ["--db", path] if path and not path.startswith("-"):
            return store_path(path)
    return None


def run(options: "Namespace") -> int:
    """Open the store that the call names."""
    return open_edition(options.db)


def open_edition(path: Path) -> int:
    """Open the app, or print the overview where nobody looks on."""
    if sys.stdout.isatty() and sys.stdin.isatty():
        open_app(path)
        return 0
    from briefing.verbs.overview import print_overview

    return print_overview(path)


def open_app(path: Path) -> None:
    """Open the app on a store, in the theme that the user set.

    Raises:
        SettingsError: the settings cannot be read.
        StoreError: the store cannot be used.
    """
    # Starting makes hundreds of thousands of objects and drops few of them: looking for garbage
    # meanwhile takes a tenth of the start. The app turns it on again once its first rows are up.
    gc.disable()
    theme = _theme(settings_path())
    from briefing.ui.app import run as run_app

    run_app(path, theme)


def _theme(settings: Path) -> str:
    if not settings.exists():
        return "dark"
    from briefing.settings import read_settings

    return read_settings(settings).theme
