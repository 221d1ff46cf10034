"""Keys of services and addresses that hold a secret: in the settings file, or the system's keyring.

The store holds none of them. The keyring is used where its library is installed and works here.
"""

import json
import os
import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import TypeVar

from briefing.errors import SettingsError
from briefing.places import private_folder
from briefing.redaction import redacted
from briefing.settings import read_settings

SERVICE = "briefing"
"""What our entries in the keyring are called."""

WAIT_S = 10.0
"""Seconds a keyring may take: one that is locked may ask somebody who is not there."""

_TABLE = re.compile(r"^[ \t]*\[keys\][ \t]*(?:#[^\n]*)?$", re.MULTILINE)

T = TypeVar("T")


class Keys:
    """The keys that a user has, by name; ``path`` is the settings file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def find(self, name: str) -> str | None:
        """The key of this name; None where there is none.

        Raises:
            SettingsError: the settings cannot be read, or others may read them.
        """
        if (value := read_settings(self.path).keys.get(name)) is not None:
            self._check_private()
            return value
        ring = _keyring()
        return _in_time(lambda: ring.get_password(SERVICE, name)) if ring else None

    def check(self) -> None:
        """See that the settings can be read, and by nobody else where they hold keys.

        Raises:
            SettingsError: they cannot, or others can.
        """
        if read_settings(self.path).keys:
            self._check_private()

    def _check_private(self) -> None:
        if self.path.stat().st_mode & 0o077:
            raise SettingsError(f"others may read {self.path}: chmod 600 '{self.path}'")

    def keep(self, name: str, value: str) -> None:
        """Keep a key, in the keyring or else in the settings file, which only the user may read.

        Raises:
            SettingsError: the settings file cannot be written.
        """
        ring = _keyring()
        if ring:
            _in_time(lambda: ring.set_password(SERVICE, name, value))
            if _in_time(lambda: ring.get_password(SERVICE, name)) == value:
                return
        try:
            self._write(name, value)
        except OSError as error:
            reason = error.strerror or str(error)
            raise SettingsError(f"{self.path} cannot be written ({reason})") from error

    def keep_address(self, url: str) -> str:
        """Keep an address that holds a secret; what it is known by: the address without it.

        Two that differ in their secrets alone get different names.

        Raises:
            SettingsError: as ``keep``.
        """
        for number in count(1):
            name = redacted(url) if number == 1 else f"{redacted(url)}#{number}"
            held = self.find(name)
            if held is None:
                self.keep(name, url)
            if held in (None, url):
                return name
        raise AssertionError("there is always another number")

    def _write(self, name: str, value: str) -> None:
        """Add a line to the file's table of keys, and leave all else as it is."""
        path = self.path.resolve()  # a link to where the user has it
        private_folder(path.parent)
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        line = f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(value, ensure_ascii=False)}"
        table = _TABLE.search(text)
        if table:
            text = f"{text[: table.end()]}\n{line}{text[table.end() :]}"
        else:
            text = f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}[keys]\n{line}\n"
        if tomllib.loads(text)["keys"].get(name) != value:
            raise SettingsError(f"{self.path}: add  {redacted(name)} = …  to [keys] by hand")
        part = path.with_name(f"{path.name}.part")
        with suppress(FileNotFoundError):
            part.unlink()
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)


def _keyring() -> ModuleType | None:
    """The keyring library, where it is installed and has somewhere to keep things."""
    try:
        import keyring
    except ImportError:
        return None
    usable = _in_time(lambda: keyring.get_keyring().priority > 0)
    return keyring if usable else None


def _in_time(step: Callable[[], T]) -> T | None:
    """What a step gives; None where it fails or takes too long (nobody waits for it then)."""
    got: list[T] = []

    def run() -> None:
        with suppress(Exception):  # each system's keyring has errors of its own
            got.append(step())

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(WAIT_S)
    return got[0] if got else None
