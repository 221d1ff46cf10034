"""Requests sent straight to their host, each over a connection of its own.

httpx's own transport keeps a pool for many requests to a few hosts; a sync asks each of many hosts
once or twice, and would spend half its time on the pool. This one has h11, with which httpx speaks
HTTP, and a socket.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

import h11
import httpx

from briefing.sync.sockets import Connection

_LONGEST_HEAD = 100 * 1024
"""Bytes that an answer's status and headers may have."""

_FAULTS = (h11.ProtocolError, OSError)

Connect = Callable[[httpx.Request], Awaitable[Connection]]


class Direct(httpx.AsyncBaseTransport):
    """Sends each request over what ``connect`` opens for it; closing the answer closes that."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request without a body; what is raised is httpx's, or what ``connect`` raises."""
        exchange = _Exchange(await self._connected(request))
        try:
            await exchange.ask(request)
            head = await exchange.head()
        except _FAULTS as error:
            await exchange.aclose()
            raise _told(error) from error
        except BaseException:
            await exchange.aclose()
            raise
        return httpx.Response(head.status_code, headers=head.headers.raw_items(), stream=exchange)

    async def _connected(self, request: httpx.Request) -> Connection:
        try:
            return await self._connect(request)
        except TimeoutError as error:
            raise httpx.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error


class _Exchange(httpx.AsyncByteStream):
    """One question and its answer; iterates over the answer's body."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)

    async def ask(self, request: httpx.Request) -> None:
        url, headers = request.url, request.headers
        head = h11.Request(method=request.method, target=url.raw_path, headers=headers.raw)
        asked = self._http.send(head) or b""
        self._http.send(h11.EndOfMessage())
        with suppress(OSError):  # a server may answer and hang up unasked: its answer counts
            await self._connection.write(asked)

    async def head(self) -> h11.Response:
        """The answer's status and headers; interim answers (1xx) are passed over."""
        while not isinstance(event := await self._next(), h11.Response):
            pass
        return event

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while isinstance(event := await self._next(), h11.Data):
                yield bytes(event.data)
        except _FAULTS as error:
            raise _told(error) from error

    async def aclose(self) -> None:
        self._connection.close()

    async def _next(self) -> object:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            data = await self._connection.read()
            if not data and self._http.their_state is h11.SEND_RESPONSE:
                raise httpx.RemoteProtocolError("hung up without sending a response")
            self._http.receive_data(data)
        return event


def _told(error: Exception) -> httpx.TransportError:
    """What a socket or h11 raised, as httpx's errors have it."""
    if isinstance(error, h11.RemoteProtocolError):
        return httpx.RemoteProtocolError(str(error))
    if isinstance(error, h11.LocalProtocolError):
        return httpx.LocalProtocolError(str(error))
    return httpx.ReadError(str(error))
