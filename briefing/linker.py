"""Links readings to what is on record and writes them down: a few articles, one short transaction.

Decisions are ``briefing.linking``'s; looking up and writing is the store's; here they meet.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefing import identities, story_linker
from briefing.linking.copies import copies as find_copies
from briefing.linking.copies import sketch
from briefing.linking.discrepancies import Comparison
from briefing.linking.headlines import headline
from briefing.linking.offices import holder, names_one
from briefing.linking.statements import group_statements, longest
from briefing.model import KnownPerson, Reading
from briefing.readers import Job, Outcome
from briefing.store import index, office_holders, readings, rereading
from briefing.store import linked_copies as copies
from briefing.store import linked_figures as figures
from briefing.store import linked_people as people
from briefing.store import linked_quotes as quotes
from briefing.store import linked_stories as stories
from briefing.store.connect import writing
from briefing.titles import office_key

TITLES = 50
"""Articles of a story, the newest, whose titles may be the story's."""

COMPARED = 200
"""Stories of which it is kept in mind how their figures compare, those last looked at."""

OPEN_OFFICES = 20
"""Quotes of other stories looked at for an office whose holder an article brings, the newest."""


def commit(
    db: sqlite3.Connection, outcomes: Sequence[Outcome], engine_version: str
) -> list[Outcome]:
    """Write down what came of reading articles, linked to what is on record; what was written.

    All in one transaction, and what is over whole stories once for all of them. An article that was
    edited meanwhile stays in the queue, and nothing of it is written.
    """
    if not outcomes:
        return []
    with writing(db):
        current = [one for one in outcomes if _is_current(db, one.job)]
        stirred = _Stirred()
        old = [rereading.before(db, o.job.article_id, engine_version) for o in current]
        for outcome in current:
            _write(db, outcome, stirred)
        _link(db, current, stirred)
        for before in filter(None, old):
            rereading.record(db, before)
        for outcome in current:
            _set_state(db, outcome, engine_version)
    return current


def _is_current(db: sqlite3.Connection, job: Job) -> bool:
    return readings.is_current(db, job.article_id, job.fingerprint)


@dataclass(slots=True)
class _Stirred:
    """The ids of stories and people that articles in hand change.

    ``again`` are stories an article of which was read before: what it says may be another thing.
    ``names`` are those that came into each story.
    """

    again: set[int] = field(default_factory=set)
    names: dict[int, set[str]] = field(default_factory=dict)
    stories: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)


def _write(db: sqlite3.Connection, outcome: Outcome, stirred: _Stirred) -> None:
    """Put an article into its story, and write down what was read in it."""
    article_id = outcome.job.article_id
    reading = outcome.reading or Reading()
    index.set_lead(db, article_id, outcome.lead)
    copies.forget_sketch(db, article_id)
    was = people.called_in(db, article_id)
    stirred.people |= readings.forget_reading(db, article_id)
    story_id = stories.story_of(db, article_id)
    if story_id is None:
        names = [person.name for person in reading.people]
        story_id, changed = story_linker.place(db, article_id, names)
        stirred.stories |= changed
        stirred.people |= identities.settle(db, changed)
    else:
        stirred.again.add(story_id)
    stirred.stories.add(story_id)
    known, others, unsettled = identities.link_whole_names(
        db, article_id, reading.people, story_id, was=was
    )
    stirred.people |= others
    for unsettled_id in unsettled:
        stirred.names.setdefault(unsettled_id, set()).update(p.name for p in reading.people)
    readings.write_quotes(db, article_id, outcome.job.text, reading.quotes, known)
    quotes.index_quotes(db, quotes.quotes_of(db, article_id))
    readings.write_figures(db, article_id, outcome.job.text, reading)
    readings.write_organisations(db, article_id, reading)


def _link(db: sqlite3.Connection, outcomes: Sequence[Outcome], stirred: _Stirred) -> None:
    """Link what hangs on the stories and people that were stirred."""
    existing = stories.existing(db, stirred.stories)
    in_hand = {outcome.job.article_id for outcome in outcomes}
    for story_id in stories.existing(db, stirred.names):
        names = stirred.names[story_id]
        stirred.people |= identities.settle(db, [story_id], names, in_hand=in_hand)
    for story_id in existing & stirred.again:
        story_linker.sum_up(db, story_id)
    stirred.people |= relink_stories(db, existing)
    stirred.people |= _link_offices_elsewhere(db, outcomes)
    people.refresh_people(db, stirred.people)


def refresh(db: sqlite3.Connection, story_id: int) -> set[int]:
    """Link what is left in a story that articles left; the people whose quotes changed."""
    story_linker.sum_up(db, story_id)
    return relink_stories(db, {story_id})


def _set_state(db: sqlite3.Connection, outcome: Outcome, engine_version: str) -> None:
    state = "done" if outcome.reading else "failed" if outcome.error else "unsupported"
    readings.set_state(
        db,
        outcome.job.article_id,
        state,
        engine_version,
        language=outcome.language,
        error=outcome.error,
    )


def relink_stories(db: sqlite3.Connection, story_ids: Iterable[int]) -> set[int]:
    """Link across each story's articles and count anew; the people whose quotes changed."""
    touched: set[int] = set()
    ids = sorted(story_ids)
    for story_id in ids:
        touched |= _link_offices(db, story_id)
    _link_statements(db, ids)
    for story_id in ids:
        _fold_copies(db, story_id)
        found = _comparison(story_id).discrepancies(figures.story_figures(db, story_id))
        figures.write_discrepancies(db, story_id, found)
        leads = stories.story_leads(db, story_id, TITLES)
        middle = story_linker.profile_of(db, story_id).words
        stories.refresh_story(db, story_id, headline(leads, middle))
    return touched


@lru_cache(maxsize=COMPARED)
def _comparison(_story_id: int) -> Comparison:
    """How the story's figures compare. It goes by them alone, so that it holds of any store."""
    return Comparison()


def _fold_copies(db: sqlite3.Connection, story_id: int) -> None:
    """Find which articles of a story are one text that several outlets ran."""
    here = copies.sketched(db, story_id, sketch)
    copies.write_copies(db, [one.article_id for one in here], find_copies(here))


# --- offices --------------------------------------------------------------------------------------


def _link_offices(db: sqlite3.Connection, story_id: int) -> set[int]:
    """Give quotes whose speaker is named by office alone to the one who holds it."""
    return _give(db, quotes.office_quotes(db, story_id))


def _link_offices_elsewhere(db: sqlite3.Connection, outcomes: Sequence[Outcome]) -> set[int]:
    """Give quotes of other stories to holders whom these articles brought."""
    brought: dict[tuple[str, int | None], None] = {}
    for outcome in outcomes:
        story_id = stories.story_of(db, outcome.job.article_id)
        found = outcome.reading.people if outcome.reading else ()
        for office in sorted({office_key(role.title) for person in found for role in person.roles}):
            if names_one(office):
                brought[office, story_id] = None
    touched: set[int] = set()
    for office, story_id in brought:
        touched |= _give(db, quotes.open_offices(db, office, story_id, OPEN_OFFICES))
    return touched


def _give(db: sqlite3.Connection, named: Sequence[quotes.OfficeQuote]) -> set[int]:
    """Give quotes that name an office to its holder; the people whose quotes changed."""
    touched: set[int] = set()
    known: dict[tuple[str, str | None, str | None, int], list[KnownPerson]] = {}
    for quote in named:
        where = (quote.country, quote.organisation)
        place = (office_key(quote.title), *where, quote.story_id)
        if place not in known:
            known[place] = office_holders.holders(db, *place)
        chosen = holder(quote.title, *where, quote.day, known[place])
        if chosen != quote.person_id:
            touched |= {person for person in (chosen, quote.person_id) if person is not None}
            quotes.set_holder(db, quote.id, chosen)
    return touched


# --- statements -----------------------------------------------------------------------------------


def _link_statements(db: sqlite3.Connection, story_ids: Sequence[int]) -> None:
    """Find the quotes that several of a story's articles carry, in each of the stories."""
    said = {story_id: stories.carriers(db, story_id) for story_id in story_ids}
    before = {c.quote_id: c.statement_id for some in said.values() for c in some}
    on_record = set(filter(None, before.values()))
    free = set(on_record)
    now: dict[int, int | None] = dict.fromkeys(before)
    for carriers in said.values():
        for group in _statements(carriers):
            kept = next((c.statement_id for c in group if c.statement_id in free), None)
            free.discard(kept)
            kept = stories.write_statement(db, kept, longest([c.text for c in group]))
            now |= dict.fromkeys((c.quote_id for c in group), kept)
    stories.set_statements(db, [(s, quote) for quote, s in now.items() if s != before[quote]])
    stories.drop_empty(db, on_record)


def _statements(carriers: Sequence[stories.Carrier]) -> list[list[stories.Carrier]]:
    if len({carrier.article_id for carrier in carriers}) < 2:
        return []
    by_id = {carrier.quote_id: carrier for carrier in carriers}
    speakers = {carrier.quote_id: carrier.person_id for carrier in carriers}
    quoted = [(carrier.quote_id, carrier.article_id, carrier.text) for carrier in carriers]
    return [[by_id[quote_id] for quote_id in group] for group in group_statements(quoted, speakers)]
