"""The command as a user calls it: a process of its own, with a home of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-m", "briefing"]


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


def home_of(folder: Path, **more: str) -> dict[str, str]:
    """An environment whose home, data and configuration lie in ``folder``."""
    kept = {name: value for name, value in os.environ.items() if name != "BRIEFING_DB"}
    places = {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }
    return kept | places | more


def briefing(*args: object, home: Path, stdin: bytes = b"", **more: str) -> Ran:
    """Call the command and wait for its end; keywords are added to its environment."""
    ran = subprocess.run(
        [*COMMAND, *map(str, args)],
        input=stdin,
        env=home_of(home, **more),
        cwd=home,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def write_settings(home: Path, text: str) -> Path:
    """The settings file of a home."""
    path = home / "config" / "briefing" / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
