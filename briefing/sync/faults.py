"""What can go wrong on the way to an answer, in one line each."""

import ssl
from collections.abc import Iterator

import httpx

from briefing.errors import InputError

CONNECT = 10.0
"""Seconds to wait for a connection to one address."""


class FetchFailed(InputError):
    """An address could not be fetched; the message is one line that says why.

    ``status`` is the server's status where it answered; ``wait`` the seconds it asked us to stay
    away (Retry-After).
    """

    def __init__(self, reason: str, *, status: int | None = None, wait: int | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.wait = wait


def reason(error: Exception, deadline: float) -> str:
    """What httpx's error means, in one line."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the server's certificate is not valid ({cause.verify_message})"
        if isinstance(cause, ssl.SSLError):
            return "no secure connection could be made"
        if isinstance(cause, ConnectionRefusedError):
            return "the server refused the connection"
    if isinstance(error, httpx.ConnectTimeout):
        return f"no connection within {min(CONNECT, deadline):g} s"
    if isinstance(error, httpx.TimeoutException):
        return f"no answer within {deadline:g} s"
    if isinstance(error, httpx.ConnectError):
        return "could not reach the server"
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return "it is no http or https address"
    if isinstance(error, httpx.RemoteProtocolError) and "complete" not in str(error):
        return "the server's answer is not valid HTTP"
    return "the answer broke off"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
