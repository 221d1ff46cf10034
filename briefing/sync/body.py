"""An answer's body, taken whole and within bounds."""

import zlib
from collections.abc import Iterator

import httpx

from briefing.sync.faults import FetchFailed

MAX_BODY = 15_000_000
"""Longest body taken, decoded, in bytes."""

_STEP = 65_536
_MAGIC = b"\x1f\x8b"


async def whole_body(response: httpx.Response) -> bytes:
    """The whole body, unpacked step by step so that a small one cannot fill the memory."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip", ""}:
        raise FetchFailed(f"the server packed its answer in a way not asked for ({coding[:20]})")
    unpacker = _Gunzip() if "gzip" in coding else None
    body = bytearray()
    async for chunk in response.aiter_raw(_STEP):
        for part in unpacker.feed(chunk) if unpacker else (chunk,):
            body += part
            if len(body) > MAX_BODY:
                raise FetchFailed(f"the answer is longer than {MAX_BODY // 1_000_000} MB")
    if unpacker and not unpacker.complete:
        raise FetchFailed("the answer broke off")
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
