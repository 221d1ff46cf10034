"""Bodies that came and wait to be parsed, within bounds of memory."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

MOST = 24_000_000
"""Bytes of bodies from which nothing more is asked for until some are parsed."""


class Backlog:
    """How much waits, and whether there is room for more."""

    def __init__(self) -> None:
        self._bytes = 0
        self._room = asyncio.Event()
        self._room.set()

    async def room(self) -> None:
        """Wait until another body may come."""
        await self._room.wait()

    @contextmanager
    def holding(self, body: bytes) -> Iterator[None]:
        """Count ``body`` as waiting for the time of the block."""
        self._count(len(body))
        try:
            yield
        finally:
            self._count(-len(body))

    def _count(self, more: int) -> None:
        self._bytes += more
        if self._bytes < MOST:
            self._room.set()
        else:
            self._room.clear()
