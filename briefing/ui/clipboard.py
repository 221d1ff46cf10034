"""The system's clipboard, through the tool that the system has for it."""

import asyncio
import os
import shutil
import sys
from collections.abc import Mapping

TIMEOUT = 2.0
"""Seconds a clipboard tool may take: one without a display never ends."""


def tool(environ: Mapping[str, str] = os.environ) -> list[str] | None:
    """The command that takes text on its standard input, or None where there is none to use."""
    tools: list[tuple[bool, list[str]]] = [
        (sys.platform == "darwin", ["pbcopy"]),
        ("WAYLAND_DISPLAY" in environ, ["wl-copy"]),
        ("DISPLAY" in environ, ["xclip", "-selection", "clipboard"]),
        ("DISPLAY" in environ, ["xsel", "--clipboard", "--input"]),
        ("WSL_DISTRO_NAME" in environ, ["clip.exe"]),
    ]
    path = environ.get("PATH")
    return next((cmd for here, cmd in tools if here and shutil.which(cmd[0], path=path)), None)


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
