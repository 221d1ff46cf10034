"""Well-known public feeds to start from: offered, never added unasked, and not checked by us."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.places import db_folder

UNCHECKED = "Unchecked: found in public documents. A sync shows which still answer."


class KnownFeed(NamedTuple):
    """A feed of the list, and the folders it goes into, outermost first."""

    title: str
    url: str
    folder: tuple[str, ...]


def known_feeds() -> list[KnownFeed]:
    """All of them, in the order of the list."""
    import tomllib

    listed = tomllib.loads((db_folder() / "feeds.toml").read_text(encoding="utf-8"))["feed"]
    return [
        KnownFeed(one["title"], one["url"], tuple(one["folder"].split(" / "))) for one in listed
    ]


def called(names: Sequence[str]) -> tuple[list[KnownFeed], list[str]]:
    """The feeds that these names mean, by title, address or a folder, and the names of none."""
    found: dict[str, KnownFeed] = {}
    unknown = []
    for name in names:
        meant = [one for one in known_feeds() if name.casefold() in _names(one)]
        found |= {one.url: one for one in meant}
        if not meant:
            unknown.append(name)
    return list(found.values()), unknown


def _names(feed: KnownFeed) -> set[str]:
    path = feed.folder
    folders = [" / ".join(path[:depth]) for depth in range(1, len(path) + 1)]
    return {name.casefold() for name in (feed.title, feed.url, *path, *folders)}
