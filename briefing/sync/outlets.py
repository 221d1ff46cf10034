"""What a feed's title says of who publishes it."""

import re
from urllib.parse import urlsplit

from briefing.text import clean_line

# A part of a title made of these alone names a section or the feed itself, not the outlet.
_SECTION_WORDS = """
a all alerts america analysis and articles arts asia atom australia blog blogs breaking britain
business canada channel climate comment content culture current daily day economy edition education
english environment europe events feed feeds for from front full global headline headlines health
home homepage international in item items latest life lifestyle live local main market markets
middle east africa money most national new news newest of online opinion page pages podcast
podcasts politics popular post posts press public recent regional releases report reports review
rss science section security site society sport sports stories story tech technology text the today
top travel uk update updates us usa video videos web weekly world
"""
_SECTION = frozenset(_SECTION_WORDS.split())
_SEPARATOR = re.compile(r"\s+(?:[-|–—>»•·/~]+|::+)\s+|\s*»\s*|:\s+")
_TAIL = re.compile(
    r"(?:\s*[-|–—:»(\[]*\s*\b(?:rss(?:\s*2\.0)?|atom|xml|json)?\s*\b(?:news\s+)?(?:feeds?|rss|atom)\b[)\]]*)+$",
    re.IGNORECASE,
)


def outlet_name(title: str, home: str | None, url: str) -> str:
    """The outlet that a feed's title names; else its host.

    "BBC News - World", "World news | The Guardian" and "The Ostmark Courier RSS Feed" give "BBC
    News", "The Guardian" and "The Ostmark Courier".
    """
    whole = clean_line(_TAIL.sub("", title).strip(" -|–—:»")) or clean_line(title)
    parts = [part for part in _SEPARATOR.split(whole) if part and part.strip()]
    named = [part.strip() for part in parts if not _is_section(part)]
    name = named[0] if named else whole
    return name if name and not _is_section(name) else _host(home or url) or name


def _is_section(part: str) -> bool:
    words = re.findall(r"\w+", part.lower())
    return all(word in _SECTION for word in words)


def _host(url: str) -> str:
    try:
        return clean_line((urlsplit(url).hostname or "").removeprefix("www."))
    except ValueError:
        return ""
