"""Secrets in addresses: found, left out of what is shown, taken out of what is passed on."""

import re
from collections.abc import Callable
from urllib.parse import unquote

MARK = "…"
"""What stands for a secret."""

_SECRET = re.compile(
    r"(?:[\w.-]{0,60}[_.-])?(?:api|auth|access|user|private|feed|rss|client){0,2}"
    r"(?:key|token|auth|secret|password|passwd|pass|pwd|pw|sig|signature|hmac|jwt|session|sid)",
    re.IGNORECASE,
)
"""Names of parameters that hold what only their owner should know."""

_LOGIN = re.compile(r"((?:[a-z][a-z0-9+.-]{0,20}:)?//)[^/?#\s]*@", re.IGNORECASE)
_BARE_LOGIN = re.compile(r"(?<!\S)[^/?#\s:]+:[^/?#\s:]*@(?=[^/\s])")
_PARAMETER = re.compile(r"([?&;#])([^=&;#?\s]{1,100})=([^&;#\s]+)")


def redacted(text: str) -> str:
    """The text, an address or a line with some, its secrets replaced by a mark."""
    return _each(text, f"{MARK}@", lambda name: f"{name}={MARK}")


def without_secrets(url: str) -> str:
    """The address without name, password and secret parameters."""
    bare = _each(url, "", lambda _: "")
    return re.sub(r"\?&+", "?", re.sub(r"&{2,}", "&", bare)).rstrip("?&")


def has_secret(url: str) -> bool:
    """Whether an address holds a secret that is not marked as left out."""
    return redacted(url) != url


def is_redacted(url: str) -> bool:
    """Whether a secret was left out of an address."""
    return MARK in url


def _each(text: str, login: str, parameter: Callable[[str], str]) -> str:
    def replaced(found: re.Match[str]) -> str:
        opening, name, _ = found.groups()
        if not _SECRET.fullmatch(unquote(name)):
            return found[0]
        return f"{opening}{parameter(name)}"

    text = _LOGIN.sub(rf"\g<1>{login}", text)
    return _PARAMETER.sub(replaced, _BARE_LOGIN.sub(login, text))
