"""A program in a terminal of its own: what reaches the screen, and when."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

ROWS, COLUMNS = 40, 120


class Terminal:
    """Runs a command in a pseudo-terminal until it is closed."""

    def __init__(self, command: Sequence[str]) -> None:
        self.started = time.perf_counter()
        self.pid, self._screen = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execv(command[0], list(command))
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def wait_for(self, words: bytes, timeout_s: float = 20) -> float:
        """Seconds from the start until ``words`` were written."""
        seen = b""
        while words not in seen:
            if self.started + timeout_s < time.perf_counter():
                sys.exit(f"nothing like {words!r} was painted in {timeout_s} s: {seen[-500:]!r}")
            seen += self._read(0.1)
        return time.perf_counter() - self.started

    def settle(self, quiet_s: float = 0.3) -> None:
        """Read until nothing more is written."""
        while self._read(quiet_s):
            pass

    def press(self, key: str) -> float:
        """Seconds from a key until the first of what it painted."""
        begun = time.perf_counter()
        os.write(self._screen, key.encode())
        self._read(2)
        taken = time.perf_counter() - begun
        self.settle(0.05)
        return taken

    def memory_mb(self) -> float:
        """Memory the program holds, in MB."""
        pages = Path(f"/proc/{self.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def close(self) -> None:
        """Kill the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._screen)

    def _read(self, timeout_s: float) -> bytes:
        if not select.select([self._screen], [], [], timeout_s)[0]:
            return b""
        try:
            return os.read(self._screen, 1 << 16)
        except OSError:
            return b""
