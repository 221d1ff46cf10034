"""Links people of given mentions, without articles and without a store of one's own.

The rules are the store's: the mentions are written to one in memory, as a reading would give them.
"""

from collections.abc import Iterable
from contextlib import closing
from sqlite3 import Connection
from typing import NamedTuple

from briefing import identities
from briefing.linking.people import people_of
from briefing.model import Item
from briefing.store import linked_people, linked_stories
from briefing.store.connect import in_memory, writing
from briefing.store.filing import put

_DAY = "2000-01-01"
"""Mentions have no date, and all the same one."""


class Mention(NamedTuple):
    """A name in an article of a story; what the two are called says only which are the same."""

    article: str
    story: str
    name: str


def link_people(mentions: Iterable[tuple[str, str, str]]) -> list[int]:
    """Who is who: for each mention (article, story, name) a number that its person's others share.

    Within an article a part of a name goes to the one whole name there that it fits; across
    articles a whole name is known everywhere, a part of a name in its story alone.

        >>> link_people([("a", "x", "Ada Tully"), ("b", "x", "Tully"), ("c", "y", "Tully")])
        [1, 1, 3]
    """
    given = [Mention(*mention) for mention in mentions]
    articles: dict[tuple[str, str], list[str]] = {}
    for mention in given:
        articles.setdefault(mention[:2], []).append(mention.name)
    called: dict[Mention, tuple[int, str]] = {}
    stories: dict[str, int] = {}
    with closing(in_memory()) as db, writing(db):
        for (article, story), names in articles.items():
            article_id = _put(db, article, story)
            stories[story] = linked_stories.set_story(db, article_id, stories.get(story))
            found = people_of(names)
            identities.link(db, article_id, found, stories[story], was={})
            for person in found:
                for name in (person.name, *person.aliases):
                    called[Mention(article, story, name)] = article_id, person.name
        people = [
            (linked_people.called_in(db, number), name)
            for number, name in map(called.__getitem__, given)
        ]
    return [known[name] for known, name in people]


def _put(db: Connection, article: str, story: str) -> int:
    """Write an article of no words; its id."""
    mark = f"{article}\n{story}"
    put(db, [Item(title=article, text=mark, key=mark, published=_DAY)], now=_DAY)
    row = db.execute("SELECT id FROM articles WHERE key = ?", (mark,)).fetchone()
    return int(row["id"])
