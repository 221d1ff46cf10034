"""Editions for tests, written through the store's own writers."""

import sqlite3
from collections.abc import Sequence

from briefing import identities
from briefing.model import FoundPerson, FoundQuote, Item, Role
from briefing.store import linked_people as people
from briefing.store import linked_quotes as quotes
from briefing.store import linked_stories as stories
from briefing.store import readings
from briefing.store.connect import writing
from briefing.store.filing import put

NOW = "2026-03-02T08:00:00Z"


def quote(
    words: str,
    speaker: str | None = None,
    *,
    at: int = 0,
    kind: str = "direct",
    confidence: float = 0.95,
) -> FoundQuote:
    return FoundQuote(
        spans=((at, at + len(words)),),
        text=words,
        kind=kind,
        speaker=speaker,
        speaker_kind="person" if speaker else None,
        confidence=confidence,
        speaker_confidence=confidence,
    )


def add_article(
    db: sqlite3.Connection,
    title: str,
    said: Sequence[tuple[str, str]] = (),
    *,
    outlet: str = "Valdoria Times",
    published: str | None = "2026-03-01",
    roles: dict[str, Role] | None = None,
    story_id: int | None = None,
) -> int:
    """An article in which each of ``said`` (speaker, words) stands in a paragraph of its own."""
    paragraphs = [f"“{words}” {speaker} said." for speaker, words in said]
    text = "\n\n".join([f"{title}.", *paragraphs])
    put(
        db,
        [Item(title=title, text=text, key=f"test:{title}", outlet=outlet, published=published)],
        now=NOW,
    )
    article_id = db.execute("SELECT max(id) FROM articles").fetchone()[0]
    with writing(db):
        story_id = stories.set_story(db, article_id, story_id)
        known = _people(db, article_id, [speaker for speaker, _ in said], roles or {}, story_id)
        found = [
            quote(f"“{words}”", speaker, at=text.index(f"“{words}”")) for speaker, words in said
        ]
        readings.write_quotes(db, article_id, text, found, known)
        quotes.index_quotes(db, quotes.quotes_of(db, article_id))
        people.refresh_people(db, known.values())
        stories.refresh_story(db, story_id, title)
        readings.set_state(db, article_id, "done", "test", language="en")
    return article_id


def _people(
    db: sqlite3.Connection,
    article_id: int,
    names: Sequence[str],
    roles: dict[str, Role],
    story_id: int,
) -> dict[str, int]:
    found = [
        FoundPerson(
            name,
            ((at, at + 1),),
            roles=(role,) if role else (),
            country=role.country if role else None,
        )
        for at, name in enumerate(dict.fromkeys(names))
        for role in [roles.get(name)]
    ]
    known, _ = identities.link(db, article_id, found, story_id, was={})
    return known
