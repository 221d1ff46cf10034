"""The system's clipboard, through the tool that the system has for it."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from threading import Timer

from briefing.errors import InputError

TIMEOUT = 2.0
"""Seconds a clipboard tool may take: one without a display never ends."""


def tool(environ: Mapping[str, str] = os.environ) -> list[str] | None:
    """The command that takes text on its standard input, or None where there is none to use."""
    return _first(
        [
            (sys.platform == "darwin", ["pbcopy"]),
            ("WAYLAND_DISPLAY" in environ, ["wl-copy"]),
            ("DISPLAY" in environ, ["xclip", "-selection", "clipboard"]),
            ("DISPLAY" in environ, ["xsel", "--clipboard", "--input"]),
            ("WSL_DISTRO_NAME" in environ, ["clip.exe"]),
        ],
        environ,
    )


def pasting_tool(environ: Mapping[str, str] = os.environ) -> list[str] | None:
    """The command that prints what was copied, or None where there is none to use."""
    return _first(
        [
            (sys.platform == "darwin", ["pbpaste"]),
            ("WAYLAND_DISPLAY" in environ, ["wl-paste", "--no-newline"]),
            ("DISPLAY" in environ, ["xclip", "-selection", "clipboard", "-o"]),
            ("DISPLAY" in environ, ["xsel", "--clipboard", "--output"]),
            ("WSL_DISTRO_NAME" in environ, ["powershell.exe", "-c", "Get-Clipboard -Raw"]),
        ],
        environ,
    )


def _first(tools: list[tuple[bool, list[str]]], environ: Mapping[str, str]) -> list[str] | None:
    path = environ.get("PATH")
    return next((cmd for here, cmd in tools if here and shutil.which(cmd[0], path=path)), None)


def pasted(longest: int) -> bytes:
    """What the clipboard holds, at most one byte more than ``longest``.

    Raises:
        InputError: there is no tool to ask, or it does not answer.
    """
    command = pasting_tool()
    if command is None:
        raise InputError("no clipboard tool is installed: pbpaste, wl-paste, xclip or xsel")
    null = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603  one of the commands above
        command, stdin=null, stdout=subprocess.PIPE, stderr=null
    ) as process:
        stop = Timer(TIMEOUT, process.kill)
        stop.start()
        held = process.stdout.read(longest + 1) if process.stdout else b""
        stop.cancel()
        process.kill()
    if not held:
        raise InputError(f"{command[0]} gives no text: copy some first")
    return held


async def copy(text: str, command: list[str]) -> bool:
    """Hand the text to a clipboard tool; whether it took it."""
    null = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=null, stderr=null
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(text.encode()), TIMEOUT)
    except TimeoutError:
        process.kill()
        return False
    return process.returncode == 0
