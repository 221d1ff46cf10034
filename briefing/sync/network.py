"""The way to the network: connections are guarded when made, or the user's proxy's."""

import asyncio
import ipaddress
import socket
import ssl
import urllib.request
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import cached_property
from typing import NamedTuple

import certifi
import httpx

from briefing.sync.address import Origin, origin, refusal
from briefing.sync.direct import Direct
from briefing.sync.faults import CONNECT, FetchFailed
from briefing.sync.sockets import Connection, Plain, opened, secured

LOOKUPS = 32
"""Names looked up at once: a look-up cannot be called off, so a dead one holds its thread."""

_PROXY = httpx.Limits(max_connections=None, max_keepalive_connections=0)
"""``Hosts`` keeps the bounds; a host is asked once or twice, so no connection is kept."""

_ASKED = "asked"
"""The extension of a request that is an ``Asked``."""


class Asked(NamedTuple):
    """Where a request goes, and the source on whose behalf it is made."""

    target: Origin
    typed: Origin | None


class Network:
    """Sends the requests of one run, each over a connection of its own.

    Args:
        private: hosts that may be private addresses, in lower case.
    """

    def __init__(self, private: frozenset[str] = frozenset()) -> None:
        self._private = private
        self._lookups = ThreadPoolExecutor(LOOKUPS, thread_name_prefix="lookup")
        self._transport = _Transport(self)

    async def close(self) -> None:
        """Let go of the proxies' connections, and of the threads that look up names."""
        await self._transport.aclose()
        self._lookups.shutdown(wait=False, cancel_futures=True)

    def refusal(
        self, target: Origin | None, typed: Origin | None, address: str | None = None
    ) -> str | None:
        """Why ``target`` may not be reached, or None: see ``address.refusal``."""
        if target and target.host in self._private:
            return None
        return refusal(target, typed, address)

    @asynccontextmanager
    async def ask(
        self, url: str, headers: dict[str, str], typed: Origin | None
    ) -> AsyncIterator[httpx.Response]:
        """Ask for ``url`` and yield the answer, its body unread; the block ends the connection.

        Raises:
            FetchFailed: the server is not found, or may not be reached.
            httpx.HTTPError: it cannot be reached, or what came is no whole HTTP.
            httpx.InvalidURL: it is no address.
        """
        target = origin(url)
        if target is None:
            raise FetchFailed("it is no http or https address")
        request = httpx.Request(
            "GET",
            url,
            headers={**headers, "Connection": "close"},
            extensions={_ASKED: Asked(target, typed)},
        )
        if request.url.userinfo:
            given = httpx.BasicAuth(request.url.username, request.url.password)
            request = next(given.auth_flow(request))
        response = await self._transport.handle_async_request(request)
        try:
            yield response
        finally:
            await response.aclose()

    async def connected(self, request: httpx.Request) -> Connection:
        """Look up the host once, ask whether its addresses may be reached, and connect to one.

        Checking the name beforehand would not do: it may resolve to something else a moment later.
        """
        asked: Asked = request.extensions[_ASKED]
        host = request.url.raw_host.decode("ascii").rstrip(".")
        handle = await opened(await self._addresses(host, asked), asked.target.port, CONNECT)
        if request.url.scheme == "https":
            return await secured(handle, self.tls, host, CONNECT)
        return Plain(handle)

    async def _addresses(self, host: str, asked: Asked) -> list[str]:
        """The addresses of a host that the request being sent may be made to.

        Raises:
            FetchFailed: there are none, or one may not be reached.
        """
        try:
            found = await self._resolved(host, asked.target.port)
        except socket.gaierror as error:
            passes = error.errno == socket.EAI_AGAIN
            raise FetchFailed("could not find the server", passes=passes, silent=True) from error
        except (OSError, UnicodeError) as error:
            raise FetchFailed("could not find the server") from error
        for address in found:
            if refused := self.refusal(asked.target, asked.typed, address):
                raise FetchFailed(refused)
        return found

    async def _resolved(self, host: str, port: int) -> list[str]:
        if _is_address(host):
            return [host]
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._lookups, _looked_up, host, port)

    @cached_property
    def tls(self) -> ssl.SSLContext:
        """Certificates are always checked, against certifi's authorities and the system's own."""
        context = ssl.create_default_context()
        context.load_verify_locations(cafile=certifi.where())
        return context


class _Transport(httpx.AsyncBaseTransport):
    """Sends each request straight to its host, or through the proxy the user has for it."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._direct = Direct(network.connected)
        self._proxies = urllib.request.getproxies()
        self._proxied: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As httpx has it."""
        return await self._way(request.url).handle_async_request(request)

    async def aclose(self) -> None:
        """Let go of the proxies' connections."""
        for transport in self._proxied.values():
            await transport.aclose()

    def _way(self, url: httpx.URL) -> httpx.AsyncBaseTransport:
        proxy = self._proxies.get(url.scheme)
        if not proxy or urllib.request.proxy_bypass(url.host):
            return self._direct
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        if proxy not in self._proxied:
            self._proxied[proxy] = httpx.AsyncHTTPTransport(
                verify=self._network.tls, limits=_PROXY, proxy=proxy
            )
        return self._proxied[proxy]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _looked_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))
