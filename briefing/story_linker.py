"""Puts an article into a story, and brings stories together or apart where it shows that they are.

Decisions are ``briefing.linking.stories``'; looking up and writing is the store's; here they meet.
"""

import sqlite3
from collections.abc import Sequence

from briefing.linking.names import is_whole
from briefing.linking.profiles import Profile, as_text, from_text, profile
from briefing.linking.stories import MOST_LOOKED_AT, MOST_MERGES, belongs, choose, odds, query_words
from briefing.store import linked_stories as stories
from briefing.store import story_steps as steps
from briefing.store import story_ties as ties


def place(db: sqlite3.Connection, article_id: int, names: Sequence[str]) -> tuple[int, set[int]]:
    """Put the article, in which people of these ``names`` are, into a story or one of its own.

    Returns the story and those that articles on record came into or left: the counts and links of
    all are to be made anew.
    """
    lead = stories.lead(db, article_id)
    own = profile(lead)
    near = stories.near_articles(db, article_id, query_words(lead))
    number = ties.number_of(db, article_id)
    tied = ties.story_with(db, number)
    known = _known(db, {story for _, story in near} | ({tied} if tied else set()))
    whole = [name for name in names if is_whole(name)]
    shared = stories.sharing(db, list(known), whole)
    found = (tied, 0.0) if tied else choose(own, _allowed(db, known, number), shared=shared)
    story_id = stories.set_story(db, article_id, found[0] if found else None)
    ties.carry(db, [article_id], story_id)
    if found:
        steps.record(db, "join", story_id, None, [article_id], odds=found[1])
        own = known.pop(story_id) + own
    story_id, grown = _join(db, story_id, own, known)
    grown, left = _draw_over(db, story_id, grown, near[:MOST_LOOKED_AT], known)
    stories.set_profile(db, story_id, as_text(grown))
    return story_id, left | {story_id} if left or grown is not own else set()


def part(db: sqlite3.Connection, story_id: int, other_id: int, came: Sequence[int]) -> None:
    """Have those go over to the story that came into the other while the two were one, if they fit.

    Both are to be refreshed, as where an article is placed.
    """
    sum_up(db, story_id)
    sum_up(db, other_id)
    known = _known(db, {story_id, other_id})
    own = known.pop(story_id)
    _draw_over(db, story_id, own, [(article_id, other_id) for article_id in came], known)


def profile_of(db: sqlite3.Connection, story_id: int) -> Profile:
    """What the story says, summed up."""
    return _known(db, {story_id})[story_id]


def sum_up(db: sqlite3.Connection, story_id: int) -> None:
    """Make the story's profile anew from all its articles."""
    first, *others = (profile(lead) for lead in stories.story_leads(db, story_id))
    for other in others:
        first += other
    stories.set_profile(db, story_id, as_text(first))


def _known(db: sqlite3.Connection, story_ids: set[int]) -> dict[int, Profile]:
    kept = stories.profiles(db, sorted(story_ids))
    for story_id in story_ids - kept.keys():  # grouped before profiles were kept
        sum_up(db, story_id)
        kept |= stories.profiles(db, [story_id])
    return {story_id: from_text(text) for story_id, text in kept.items()}


def _allowed(
    db: sqlite3.Connection, known: dict[int, Profile], number: int | None
) -> dict[int, Profile]:
    """The stories that one of this number may be one with, by the user's word."""
    if number is None:
        return known
    numbers = ties.numbers_of_stories(db, known)
    return {
        story_id: one for story_id, one in known.items() if numbers.get(story_id, number) == number
    }


def _join(
    db: sqlite3.Connection, story_id: int, own: Profile, known: dict[int, Profile]
) -> tuple[int, Profile]:
    """Bring the story together with those that are now likely one with it; its id and profile."""
    for _ in range(MOST_MERGES):
        number = ties.numbers_of_stories(db, [story_id]).get(story_id)
        found = choose(own, _allowed(db, known, number))
        if found is None:
            break
        other_id, likely = found
        other = known.pop(other_id)
        if (own.articles, other_id) < (other.articles, story_id):
            story_id, other_id = other_id, story_id
        _merge(db, story_id, other_id, likely)
        own = own + other
    return story_id, own


def _merge(db: sqlite3.Connection, story_id: int, other_id: int, likely: float) -> None:
    """Put the articles of the other story into this one and drop the other."""
    moved = steps.articles_of(db, other_id)
    steps.move(db, moved, story_id)
    stories.drop_if_empty(db, other_id)
    steps.record(db, "merge", story_id, other_id, moved, odds=likely)


def _draw_over(
    db: sqlite3.Connection,
    story_id: int,
    own: Profile,
    near: Sequence[tuple[int, int]],
    known: dict[int, Profile],
) -> tuple[Profile, set[int]]:
    """Take over articles of other stories that are rather of this one; the stories they leave.

    ``near`` are articles with the stories they were in, ``known`` the stories that were not joined.
    What this story then says comes first.
    """
    left: set[int] = set()
    for article_id, other_id in near:
        whole = known.get(other_id)
        if whole is None or whole.articles < 2 or ties.number_of(db, article_id) is not None:
            continue
        alone = profile(stories.lead(db, article_id))
        rest = whole.without(alone)
        if not belongs(alone, rest, own):
            continue
        steps.move(db, [article_id], story_id)
        steps.record(db, "split", story_id, other_id, [article_id], odds=odds(alone, own))
        left.add(other_id)
        own = own + alone
        known[other_id] = rest.spanning(stories.days(db, other_id))
        stories.set_profile(db, other_id, as_text(known[other_id]))
    return own, left
