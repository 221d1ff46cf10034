"""Sync as a child process, so that neither the network nor a parser ever holds up a key."""

import asyncio
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from briefing.text import clean_line
from briefing.ui.drawing import joined, several

LONGEST_LINE = 1 << 20
"""Bytes of one line that are taken; a row is far below."""


def sync_command(store: Path) -> list[str]:
    """The command that syncs a store and reports a JSON line a source."""
    return [sys.executable, "-m", "briefing", "--db", str(store), "sync", "--json"]


def read_command(store: Path) -> list[str]:
    """The command that reads what waits in a store, and fetches nothing."""
    return [*sync_command(store), "--offline"]


async def run_sync(command: Sequence[str], on_row: Callable[[dict[str, Any]], None]) -> str | None:
    """Run the child to its end, handing on each row as it comes.

    Returns None where it did well, else one line that says what went wrong. A child that is not
    waited for any more is stopped: what it has stored stays.
    """
    pipe = asyncio.subprocess.PIPE
    try:
        child = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe, limit=LONGEST_LINE
        )
    except OSError as error:
        return f"Sync could not start: {error.strerror or error}"
    errors = asyncio.create_task(_tail(cast("asyncio.StreamReader", child.stderr)))
    try:
        async for line in cast("asyncio.StreamReader", child.stdout):
            if isinstance(row := _row(line), dict):
                on_row(row)
        said = await errors
        code = await child.wait()
    except BaseException:
        errors.cancel()
        if child.returncode is None:
            child.terminate()
        raise
    return None if code == 0 else said or f"Sync ended with exit code {code}"


def progress(rows: Sequence[dict[str, Any]], sources: int) -> str:
    """How far the sync is, in one line."""
    new = sum(row["new"] for row in rows if isinstance(row.get("new"), int))
    failed = sum(row.get("state") == "failed" for row in rows)
    done = f"{len(rows)} of {max(sources, len(rows))} sources"
    last = clean_line(str(rows[-1].get("title") or rows[-1].get("url") or "")) if rows else ""
    found = several(new, "new article") if rows else ""
    return joined(["Syncing", done, found, f"{failed} failed" if failed else "", last])


def summary(rows: Sequence[dict[str, Any]]) -> str:
    """What the sync brought, in one line."""
    new = sum(row["new"] for row in rows if isinstance(row.get("new"), int))
    updated = sum(row["updated"] for row in rows if isinstance(row.get("updated"), int))
    parts = [several(new, "new article"), f"{updated} updated" if updated else ""]
    return f"Synced: {joined(parts, ', ')}"


def _row(line: bytes) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


async def _tail(stream: asyncio.StreamReader) -> str:
    """The last line that is not empty."""
    last = b""
    while chunk := await stream.read(1 << 16):
        last = (last + chunk)[-4096:]
    lines = [line for line in last.decode(errors="replace").splitlines() if line.strip()]
    return clean_line(lines[-1]) if lines else ""
