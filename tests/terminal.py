"""A terminal of our own: a process in a real pty, the bytes it wrote, and what they make of a screen."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
import unicodedata
from pathlib import Path

from tests.calling import COMMAND, home_of

ROWS, COLUMNS = 40, 120

_ESCAPE = re.compile(
    r"\x1b\[(?P<csi>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[P_^X])[^\x1b]*\x1b\\"
    r"|\x1b(?P<other>[ -~])"
)


class Terminal:
    """The command, in a pty of 120 by 40 as xterm has it."""

    def __init__(self, store: Path, *call: str, home: Path) -> None:
        self._end, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.written = b""
        self._process = subprocess.Popen(
            [*COMMAND, "--db", str(store), *call],
            env=home_of(home, TERM="xterm-256color", COLUMNS=str(COLUMNS), LINES=str(ROWS)),
            cwd=home,
            stdin=other,
            stdout=other,
            stderr=other,
            start_new_session=True,
        )
        os.close(other)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._end)

    def press(self, keys: str) -> None:
        os.write(self._end, keys.encode())

    def until(self, words: str, seconds: float = 60) -> None:
        """Take what it writes until the screen shows some words."""
        ends = time.monotonic() + seconds
        while words not in "\n".join(self.screen()):
            assert time.monotonic() < ends, f"no {words!r} in:\n" + "\n".join(self.screen())
            self._take(0.2)

    def rest(self, quiet: float = 0.3, longest: float = 3) -> None:
        """Take what it writes until it is quiet, or only a cursor goes on blinking."""
        ends = time.monotonic() + longest
        while self._take(quiet) and time.monotonic() < ends:
            pass

    def ended(self) -> int:
        """Take all it writes, to its end; its exit code."""
        while self._take(0.2) or self._process.poll() is None:
            pass
        return self._process.wait()

    def _take(self, wait: float) -> bool:
        if not select.select([self._end], [], [], wait)[0]:
            return False
        try:
            found = os.read(self._end, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self.written += found
        return bool(found)

    @property
    def text(self) -> str:
        return self.written.decode(
            "utf-8", "strict" if self._process.poll() is not None else "ignore"
        )

    def screen(self) -> list[str]:
        """The lines that are to be seen now."""
        grid = [[" "] * COLUMNS for _ in range(ROWS)]
        row = column = 0
        at = 0
        text = self.text
        while at < len(text):
            if escape := _ESCAPE.match(text, at):
                at = escape.end()
                row, column = _moved(escape, row, column, grid)
                continue
            char = text[at]
            at += 1
            if char == "\n":
                row = min(row + 1, ROWS - 1)
            elif char == "\r":
                column = 0
            elif char.isprintable() and column < COLUMNS:
                grid[row][column] = char
                wide = unicodedata.east_asian_width(char) in "WF"
                if wide and column + 1 < COLUMNS:
                    grid[row][column + 1] = ""
                column += 1 + wide - (unicodedata.combining(char) > 0)
        return ["".join(line).rstrip() for line in grid]


def _moved(escape: re.Match[str], row: int, column: int, grid: list[list[str]]) -> tuple[int, int]:
    final, numbers = (
        escape["final"],
        [int(n or 1) for n in (escape["csi"] or "").split(";") if n.isdigit() or not n],
    )
    if final == "H":
        to = [*numbers, 1, 1]
        return min(to[0], ROWS) - 1, min(to[1], COLUMNS) - 1
    if final == "J":
        for line in grid:
            line[:] = [" "] * COLUMNS
    return row, column


def kinds(text: str) -> set[str]:
    """The kinds of escape sequences in what a process wrote: what each does, numbers aside."""
    found = set()
    for escape in _ESCAPE.finditer(text):
        if escape["final"]:
            asked = (
                escape["csi"]
                if escape["final"] in "hlnctqp"
                else re.sub(r"[\d;:]+", "", escape["csi"])
            )
            found.add(f"CSI {asked}{escape['between']}{escape['final']}")
        elif escape["osc"] is not None:
            found.add(f"OSC {escape['osc'].partition(';')[0]}")
        else:
            found.add(f"ESC {escape['string'] or escape['other']}")
    return found


def words(text: str) -> str:
    """What a process wrote, without its escape sequences and line ends."""
    return re.sub(r"[\r\n]", "", _ESCAPE.sub("", text))
