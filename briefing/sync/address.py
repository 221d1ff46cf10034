"""Which addresses may be reached, and on whose behalf."""

import ipaddress
import socket
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Origin:
    """A host and port: what a user names with a source, and what a connection is made to."""

    host: str
    port: int


@lru_cache(maxsize=4096)
def origin(url: str) -> Origin | None:
    """The host and port of an http(s) address; None where it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or not port:
        return None
    return Origin(parts.hostname.rstrip(".").lower(), port)


def absolute(link: str, base: str) -> str | None:
    """``link`` seen from ``base``; None where that is no http(s) address."""
    try:
        joined = urljoin(base, link) if link else ""
    except ValueError:
        return None
    return joined if joined.lower().startswith(("http://", "https://")) else None


def refusal(target: Origin | None, typed: Origin | None, address: str | None = None) -> str | None:
    """Why ``target`` may not be reached, or None where it may: the one place of this policy.

    A private, loopback or otherwise special address is reached only for a source that the user
    typed with that very host and port: a feed, a page or a redirect from outside must not steer
    this machine to the services of its own network. Asked before a request, for hosts spelt in
    numbers, and again for each address a name resolved to, when connecting.

    Args:
        target: the host and port to be reached.
        typed: the host and port of the source on whose behalf this is done.
        address: the numeric address that ``target`` resolved to, once that is known.
    """
    if target is None:
        return "it is no http or https address"
    if target == typed:
        return None
    address = address or _spelt(target.host)
    if address is None or _is_public(address):
        return None
    return f"it leads to {target.host}, a private address that was not added as a source"


def _spelt(host: str) -> str | None:
    """The address a host spells in numbers, ``0x7f000001`` and ``2130706433`` included."""
    try:
        return str(ipaddress.ip_address(host.partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError, ValueError):
        return None


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        return _is_public(str(inner)) if inner else ip.is_global and not ip.is_multicast
    return ip.is_global and not ip.is_multicast
