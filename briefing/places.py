"""Where files live: the user's own folders, as platformdirs knows them, and the package's data."""

import os
from importlib.resources import files
from pathlib import Path


def store_path() -> Path:
    """The store: ``BRIEFING_DB`` where it is set, else in the user's data folder."""
    named = os.environ.get("BRIEFING_DB")
    return Path(named).expanduser() if named else data_folder() / "edition.db"


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
    """The folder of migrations, queries and the demo edition, installed or in a checkout."""
    package = Path(str(files("briefing")))
    installed = package / "_db"
    return installed if installed.is_dir() else package.parent / "db"


def private_folder(folder: Path) -> Path:
    """Make a folder that only the user can enter (0700), with its parents, and return it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
