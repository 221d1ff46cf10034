"""robots.txt: whether the owners of a site want its pages fetched by programs (RFC 9309)."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from protego import Protego

AGENT = "briefing"
"""What a robots.txt calls us."""

LONGEST = 512_000
"""Bytes of a robots.txt that are read; the rest is as if it were not there (RFC 9309, 2.5)."""


def robots_url(url: str) -> str:
    """Where the rules for an address stand."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/robots.txt"


def allowed(rules: bytes, urls: Sequence[str]) -> list[bool]:
    """Whether each address may be fetched. Rules are patterns: this runs in a worker."""
    parsed = Protego.parse(rules[:LONGEST].decode("utf-8", "replace"))
    return [parsed.can_fetch(url, AGENT) for url in urls]
