"""What one run knows of each host: whose turn it is, and which are to be left alone."""

import asyncio
import math
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from briefing.sync.address import origin
from briefing.sync.faults import FetchFailed

PER_HOST = 2
OVERALL = 50

SILENCES = 2
"""Questions in a row that a host leaves without an answer before the rest are not put to it."""

BUSY_WAIT = 600
"""Seconds a host is left alone that says "too many requests" (429) and not for how long."""


@dataclass(slots=True)
class _Host:
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(PER_HOST))
    waits_until: float = 0.0
    """On the clock of ``time.monotonic``."""
    silences: int = 0


class Hosts:
    """Two connections a host, fifty in all; a host that asked to wait is not asked at all."""

    def __init__(self, waiting: Mapping[str, float] | None = None) -> None:
        """``waiting`` are hosts that asked to wait, with the seconds still to go."""
        self._overall = asyncio.Semaphore(OVERALL)
        self._hosts: dict[str, _Host] = defaultdict(_Host)
        for name, seconds in (waiting or {}).items():
            self._hosts[name].waits_until = time.monotonic() + seconds

    @asynccontextmanager
    async def turn(self, url: str) -> AsyncIterator[None]:
        """Wait until ``url`` may be asked for; what its answer says of the host is remembered.

        Raises:
            FetchFailed: its host asked to be left alone, or has not answered in this run.
        """
        host = self._hosts[host_of(url)]
        async with host.turns, self._overall:
            _refuse(host)
            try:
                yield
            except FetchFailed as error:
                host.silences = host.silences + 1 if error.silent else 0
                if wait := error.wait or (BUSY_WAIT if error.status == 429 else None):
                    error.wait = wait
                    host.waits_until = time.monotonic() + wait
                raise
            host.silences = 0


def host_of(url: str) -> str:
    """The host of an address, as sources of one server share it."""
    target = origin(url)
    return target.host if target else url


def _refuse(host: _Host) -> None:
    if host.silences >= SILENCES:
        raise FetchFailed("its server did not answer other requests of this sync", silent=True)
    if (left := host.waits_until - time.monotonic()) > 0:
        raise FetchFailed("its server wants to be left alone", wait=math.ceil(left))
