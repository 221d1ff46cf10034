"""Where files live: the user's own folders, as platformdirs knows them, and the package's data."""

import os
from pathlib import Path

from briefing.errors import UsageError


def store_path(named: str | None = None) -> Path:
    """The store: as ``named``, else as ``BRIEFING_DB`` says, else in the user's data folder.

    Raises:
        UsageError: it lies in a home that the system does not know.
    """
    if named is None:
        named = os.environ.get("BRIEFING_DB") or None
    try:
        return data_folder() / "edition.db" if named is None else Path(named).expanduser()
    except RuntimeError as error:
        raise UsageError("there is no home folder to be found: name a file with --db") from error


def demo_store_path() -> Path:
    """The demo edition's store, apart from the user's own."""
    return data_folder() / "demo.db"


def data_folder() -> Path:
    """The user's data folder for briefing."""
    from platformdirs import user_data_path

    return user_data_path("briefing", appauthor=False)


def settings_path() -> Path:
    """The settings file, which need not exist."""
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / "settings.toml"


def db_folder() -> Path:
    """The folder of migrations and the demo edition, installed or in a checkout."""
    package = Path(__file__).parent
    installed = package / "_db"
    return installed if installed.is_dir() else package.parent / "db"


def private_folder(folder: Path) -> Path:
    """Make a folder that only the user can enter (0700), with its parents, and return it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
