"""The HTTP client of a run: its connections are guarded when made, or the user's proxy's."""

import asyncio
import ipaddress
import socket
import ssl
import urllib.request
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import ContextVar
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import NamedTuple

import certifi
import httpcore
import httpx

from briefing.sync.address import Origin, origin, refusal
from briefing.sync.faults import CONNECT, FetchFailed

LOOKUPS = 32
"""Names looked up at once: a look-up cannot be called off, so a dead one holds its thread."""

_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=0)
"""``Hosts`` keeps the bounds; a host is asked once or twice, so no connection is kept."""


class Asked(NamedTuple):
    """Where a request goes, and the source on whose behalf it is made."""

    target: Origin
    typed: Origin | None


_asked: ContextVar[Asked] = ContextVar("asked")
"""What the request being sent is for: httpx tells a network backend the host and port alone."""


class Network:
    """Sends the requests of one run, over one client.

    Args:
        private: hosts that may be private addresses, in lower case.
    """

    def __init__(self, private: frozenset[str] = frozenset()) -> None:
        self._private = private
        self._lookups = ThreadPoolExecutor(LOOKUPS, thread_name_prefix="lookup")
        self._client = httpx.AsyncClient(
            transport=_Transport(self),
            trust_env=False,
            timeout=httpx.Timeout(None, connect=CONNECT),
            headers={"Connection": "close"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),  # none is kept
        )

    async def close(self) -> None:
        """Let go of the client, and of the threads that look up names."""
        await self._client.aclose()
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
        request = self._client.build_request("GET", url, headers=headers)
        token = _asked.set(Asked(target, typed))
        try:
            response = await self._client.send(request, stream=True)
        finally:
            _asked.reset(token)
        try:
            yield response
        finally:
            await response.aclose()

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host that the request being sent may be made to.

        Raises:
            FetchFailed: there are none, or one may not be reached.
        """
        try:
            found = await self._resolved(host, port)
        except socket.gaierror as error:
            passes = error.errno == socket.EAI_AGAIN
            raise FetchFailed("could not find the server", passes=passes, silent=True) from error
        except (OSError, UnicodeError) as error:
            raise FetchFailed("could not find the server") from error
        asked = _asked.get()
        for address in found:
            if refused := self.refusal(asked.target, asked.typed, address):
                raise FetchFailed(refused)
        return found

    async def _resolved(self, host: str, port: int) -> list[str]:
        if _is_address(host):
            return [host]
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._lookups, _looked_up, host, port)


class _Transport(httpx.AsyncBaseTransport):
    """Sends each request straight to its host, or through the proxy the user has for it."""

    def __init__(self, network: Network) -> None:
        self._proxies = urllib.request.getproxies()
        self._proxied: dict[str, httpx.AsyncHTTPTransport] = {}
        self._tls = _tls()
        self._direct = httpx.AsyncHTTPTransport(verify=self._tls, limits=_LIMITS)
        # httpx has no way of its own to hand its pool a backend.
        self._direct._pool = httpcore.AsyncConnectionPool(
            ssl_context=self._tls,
            max_connections=_LIMITS.max_connections,
            max_keepalive_connections=_LIMITS.max_keepalive_connections,
            network_backend=_Guarded(network),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        proxy = self._proxy(request.url)
        if proxy is None:
            return await self._direct.handle_async_request(request)
        if proxy not in self._proxied:
            self._proxied[proxy] = httpx.AsyncHTTPTransport(
                verify=self._tls, limits=_LIMITS, proxy=proxy
            )
        return await self._proxied[proxy].handle_async_request(request)

    async def aclose(self) -> None:
        for transport in (self._direct, *self._proxied.values()):
            await transport.aclose()

    def _proxy(self, url: httpx.URL) -> str | None:
        """The proxy the user's environment names for this address."""
        proxy = self._proxies.get(url.scheme)
        if not proxy or urllib.request.proxy_bypass(url.host):
            return None
        return proxy if "://" in proxy else f"http://{proxy}"


class _Guarded(httpcore.AsyncNetworkBackend):
    """Resolves a host once, asks whether its addresses may be reached, and connects to one of them.

    Checking the name beforehand would not do: it may resolve to something else a moment later.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._backend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        failure: Exception | None = None
        for address in await self._network.addresses(host, port):
            try:
                return await self._backend.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError("no address")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _looked_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def _tls() -> ssl.SSLContext:
    """Certificates are always checked, against certifi's authorities and the system's own."""
    context = ssl.create_default_context()
    context.load_verify_locations(cafile=certifi.where())
    return context
