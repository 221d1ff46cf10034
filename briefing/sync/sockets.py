"""Connections on asyncio alone: a plain one costs a third of what its streams do."""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from typing import Protocol

_MOST = 65_536
"""Bytes taken at once."""


class Connection(Protocol):
    """A connection to a server."""

    async def read(self) -> bytes:
        """What came next; nothing at the end."""

    async def write(self, data: bytes) -> None:
        """Send all of ``data``."""

    def close(self) -> None:
        """End it at once."""


class Plain:
    """A TCP connection."""

    def __init__(self, handle: socket.socket) -> None:
        self._handle = handle
        self._loop = asyncio.get_running_loop()

    async def read(self) -> bytes:
        """As ``Connection.read``."""
        return await self._loop.sock_recv(self._handle, _MOST)

    async def write(self, data: bytes) -> None:
        """As ``Connection.write``."""
        await self._loop.sock_sendall(self._handle, data)

    def close(self) -> None:
        """As ``Connection.close``."""
        self._handle.close()


class Secure:
    """A TLS connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self) -> bytes:
        """As ``Connection.read``."""
        return await self._reader.read(_MOST)

    async def write(self, data: bytes) -> None:
        """As ``Connection.write``."""
        self._writer.write(data)
        await self._writer.drain()

    def close(self) -> None:
        """As ``Connection.close``."""
        self._writer.transport.abort()


async def opened(addresses: Iterable[str], port: int, seconds: float) -> socket.socket:
    """A socket connected to the first of some numeric addresses that can be reached.

    Args:
        addresses: one at least.
        port: the port.
        seconds: how long to wait for each.

    Raises:
        OSError: none can; a TimeoutError where the last one did not answer.
    """
    failure: OSError = OSError("no address")
    for address in addresses:
        try:
            async with asyncio.timeout(seconds):
                return await _connected(address, port)
        except OSError as error:
            failure = error
    raise failure


async def _connected(address: str, port: int) -> socket.socket:
    handle = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    try:
        handle.setblocking(False)
        await asyncio.get_running_loop().sock_connect(handle, (address, port))
    except BaseException:
        handle.close()
        raise
    return handle


async def secured(
    handle: socket.socket, context: ssl.SSLContext, host: str, seconds: float
) -> Secure:
    """Speak TLS over a connected socket.

    Args:
        handle: the socket, which is closed where this fails.
        context: what is trusted.
        host: whom the certificate must name.
        seconds: how long to wait.

    Raises:
        OSError: the certificate is not valid, or no secure connection came to be in time.
    """
    try:
        async with asyncio.timeout(seconds):
            ends = await asyncio.open_connection(sock=handle, ssl=context, server_hostname=host)
    except BaseException:
        handle.close()
        raise
    return Secure(*ends)
