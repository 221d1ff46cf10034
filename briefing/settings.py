"""What a user may set, in settings.toml. The file need not exist."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from briefing.errors import SettingsError
from briefing.text import clean_line


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings: ``theme`` of the app ("dark" or "light"), ``contact`` told to servers."""

    theme: str = "dark"
    contact: str = ""


def read_settings(path: Path) -> Settings:
    """The settings in the file at ``path``; where there is none, those of a new user.

    Raises:
        SettingsError: the file cannot be read, or says something that is no setting.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read ({clean_line(str(error))}): mend it") from error
    known = {field.name for field in fields(Settings)}
    for name, value in values.items():
        if name not in known or not isinstance(value, str):
            names = ", ".join(sorted(known))
            raise SettingsError(f"{path}: {clean_line(name)} is no setting: known are {names}")
    settings = Settings(**values)
    if settings.theme not in ("dark", "light"):
        raise SettingsError(f'{path}: theme is "dark" or "light", not "{settings.theme}"')
    return settings
