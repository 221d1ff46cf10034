"""What can go wrong on the way to an answer, in one line each, and what of it may pass."""

import ssl
from collections.abc import Iterator

import httpx

from briefing.errors import InputError

CONNECT = 10.0
"""Seconds to wait for a connection to one address."""

PASSING = frozenset({408, 425, 500, 502, 503, 504})
"""Answers that the same question may not get a moment later."""


class FetchFailed(InputError):
    """An address could not be fetched; the message is one line that says why.

    ``status`` is the server's status where it answered; ``wait`` the seconds it asked us to stay
    away (Retry-After); ``passes`` whether asking again in a moment may do; ``silent`` whether
    the server could not be reached or did not answer in time; ``led_to`` the other host that
    redirects had led to.
    """

    def __init__(
        self,
        reason: str,
        *,
        status: int | None = None,
        wait: int | None = None,
        passes: bool = False,
        silent: bool = False,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.wait = wait
        self.passes = passes
        self.silent = silent
        self.led_to: str | None = None


FAULTS = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError)
"""What httpx raises when a request fails."""


def failed(error: BaseException) -> FetchFailed:
    """What httpx's error means."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchFailed(f"the server's certificate is not valid ({cause.verify_message})")
        if isinstance(cause, ssl.SSLError):
            return FetchFailed("no secure connection could be made")
        if isinstance(cause, ConnectionRefusedError):
            return FetchFailed("the server refused the connection", silent=True)
    if isinstance(error, httpx.ConnectTimeout):
        return FetchFailed(f"no connection within {CONNECT:g} s", silent=True)
    if isinstance(error, httpx.ConnectError):
        return FetchFailed("could not reach the server", silent=True)
    if isinstance(error, httpx.ProxyError):
        return FetchFailed("the proxy let nothing through")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | httpx.LocalProtocolError):
        return FetchFailed("it is no http or https address")
    if isinstance(error, httpx.RemoteProtocolError):
        return _not_http(str(error))
    return FetchFailed("the answer broke off", passes=True)


def _not_http(told: str) -> FetchFailed:
    if "without sending a response" in told:
        return FetchFailed("the server hung up without a valid answer", passes=True)
    if "location header" in told:
        return FetchFailed("the server redirected to what is no address")
    if "complete" in told:
        return FetchFailed("the answer broke off", passes=True)
    return FetchFailed("the server's answer is not valid HTTP")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
