"""An answer's body, taken whole and within bounds."""

import asyncio
import zlib
from collections.abc import Iterator
from contextlib import AsyncExitStack

import httpx

from briefing.sync.faults import FetchFailed

MAX_BODY = 15_000_000
"""Longest body taken, decoded, in bytes."""

_STEP = 65_536
_MAGIC = b"\x1f\x8b"


LARGE = 1_000_000
"""Bytes from which a body waits for its turn to grow: fifty at once would take 750 MB."""

LARGE_AT_ONCE = 3


async def whole_body(response: httpx.Response, room: asyncio.Semaphore) -> bytes:
    """The whole body, unpacked step by step so that a small one cannot fill the memory.

    ``room`` is taken while a body is large.
    """
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip", ""}:
        raise FetchFailed(f"the server packed its answer in a way not asked for ({coding[:20]})")
    unpacker = _Gunzip() if "gzip" in coding else None
    body = bytearray()
    is_large = False
    async with AsyncExitStack() as held:
        async for chunk in response.aiter_raw():
            for part in unpacker.feed(chunk) if unpacker else (chunk,):
                body += part
                if len(body) > MAX_BODY:
                    raise FetchFailed(f"the answer is longer than {MAX_BODY // 1_000_000} MB")
            if len(body) > LARGE and not is_large:
                is_large = True
                await held.enter_async_context(room)
    if unpacker and not unpacker.complete:
        raise FetchFailed("the answer broke off", passes=True)
    return bytes(body)


class _Gunzip:
    """gzip in bounded steps. ``complete`` tells a whole answer from one that broke off."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=31)

    @property
    def complete(self) -> bool:
        """True at the end of a gzip member."""
        return self._inflate.eof

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Unpack a chunk, at most ``_STEP`` bytes at a time."""
        part = b""
        while chunk or len(part) == _STEP:
            if self._inflate.eof:
                if not chunk.startswith(_MAGIC):
                    return  # padding behind the last member
                self._inflate = zlib.decompressobj(wbits=31)
            try:
                part = self._inflate.decompress(chunk, _STEP)
            except zlib.error as error:
                raise FetchFailed("the answer is not the gzip it says it is") from error
            yield part
            chunk = self._inflate.unconsumed_tail or self._inflate.unused_data
