"""``python -m tests.benchmarks.feed_server``: serves a feed for each host of 127.0.0.0/8, quickly.

Prints its port and serves until its standard input ends. Every feed has items of its own; a feed that
is asked for with its ETag answers 304.
"""

import asyncio
import sys
from functools import cache

from tests.benchmarks.feeds import feed

ITEMS = 30


@cache
def _answer(host: str) -> bytes:
    body = feed(host, ITEMS)
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\n"
        f'ETag: "{host}"\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n'
    )
    return head.encode() + body


class _Server(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._asked = b""

    def data_received(self, data: bytes) -> None:
        self._asked += data
        if b"\r\n\r\n" not in self._asked:
            return
        host = self._transport.get_extra_info("sockname")[0]
        if f'"{host}"'.encode() in self._asked:
            self._transport.write(
                f'HTTP/1.1 304 Not Modified\r\nETag: "{host}"\r\nConnection: close\r\n\r\n'.encode()
            )
        else:
            self._transport.write(_answer(host))
        self._transport.close()


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Server, "0.0.0.0", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve())
