"""How connections are made: guarded at connect time, or through the user's proxy."""

import asyncio
import socket
import ssl
import urllib.request
from collections.abc import Iterable

import httpcore
import httpx

from briefing.sync.address import Origin, refusal
from briefing.sync.faults import FetchFailed


def transport(url: str, typed: Origin | None, tls: ssl.SSLContext) -> httpx.AsyncHTTPTransport:
    """A transport for one request, with a connection of its own.

    httpx's pool grows quadratic with its connections, so none is shared or kept.
    """
    limits = httpx.Limits(max_connections=1, max_keepalive_connections=0)
    if proxy := _proxy(url):
        return httpx.AsyncHTTPTransport(verify=tls, limits=limits, proxy=proxy)
    made = httpx.AsyncHTTPTransport(verify=tls, limits=limits)
    # httpx has no way of its own to hand its pool a backend.
    made._pool = httpcore.AsyncConnectionPool(
        ssl_context=tls,
        max_connections=1,
        max_keepalive_connections=0,
        network_backend=_Guarded(typed),
    )
    return made


class _Guarded(httpcore.AsyncNetworkBackend):
    """Resolves a host once, asks ``refusal`` about each address, and connects to that address.

    Checking the name beforehand would not do: it may resolve to something else a moment later.
    """

    def __init__(self, typed: Origin | None) -> None:
        self._typed = typed
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        target = Origin(host.rstrip(".").lower(), port)
        failure: Exception | None = None
        for address in await _resolve(host, port):
            if refused := refusal(target, self._typed, address):
                raise FetchFailed(refused)
            try:
                return await self._network.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError("no address")


async def _resolve(host: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailed("could not find the server") from error
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def _proxy(url: str) -> str | None:
    """The proxy the user's environment names for this address."""
    parts = httpx.URL(url)
    proxy = urllib.request.getproxies().get(parts.scheme)
    if not proxy or urllib.request.proxy_bypass(parts.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
