"""What a user may set, in settings.toml. The file need not exist."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from briefing.errors import SettingsError
from briefing.text import clean_line

_HEADER_COMMENT = re.compile(r"[!-'*-\[\]-~ ]{0,200}")
"""What may stand in brackets in a header (RFC 9110, 5.6.5), without brackets and backslashes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings: ``theme`` of the app, ``contact`` told to servers, ``private_hosts``, ``keys``.

    ``contact`` is a mail or web address, or a name; it goes into a header, so it is plain ASCII.
    ``private_hosts`` are names or addresses, with commas between, that feeds may lead to although
    they lie in a private network. ``theme`` is "dark" or "light". ``keys`` are those of services by
    their names, and addresses that hold a secret by what they are without it; none is ever shown.
    """

    theme: str = "dark"
    contact: str = ""
    private_hosts: str = ""
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def private(self) -> frozenset[str]:
        """The private hosts, in lower case."""
        return frozenset(filter(None, (h.strip().lower() for h in self.private_hosts.split(","))))


def read_settings(path: Path) -> Settings:
    """The settings in the file at ``path``; where there is none, those of a new user.

    Raises:
        SettingsError: the file cannot be read, or says something that is no setting.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:  # tomllib's own error is a ValueError
        raise SettingsError(f"{path} cannot be read ({clean_line(str(error))}): mend it") from error
    known = {field.name for field in fields(Settings)}
    for name, value in values.items():
        if name not in known:
            names = ", ".join(sorted(known))
            raise SettingsError(f"{path}: {clean_line(name)} is no setting: known are {names}")
        if name == "keys":
            _check_keys(path, value)
        elif not isinstance(value, str):
            raise SettingsError(f'{path}: {name} is a text in quotes, as in {name} = "…"')
    settings = Settings(**values)
    if settings.theme not in ("dark", "light"):
        theme = clean_line(settings.theme)
        raise SettingsError(f'{path}: theme is "dark" or "light", not "{theme}"')
    if not _HEADER_COMMENT.fullmatch(settings.contact):
        raise SettingsError(f"{path}: contact is a mail or web address in plain letters")
    return settings


def _check_keys(path: Path, value: object) -> None:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value.values()):
        raise SettingsError(f'{path}: under [keys] stand texts in quotes, as in guardian = "…"')
