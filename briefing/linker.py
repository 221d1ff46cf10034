"""Links a reading to what is on record and writes it down: one article, one short transaction.

Decisions are ``briefing.linking``'s; looking up and writing is the store's; here they meet.
"""

import sqlite3
from collections.abc import Sequence

from briefing import identities, story_linker
from briefing.linking.discrepancies import find_discrepancies
from briefing.linking.headlines import headline
from briefing.linking.offices import holder, names_one
from briefing.linking.profiles import from_text
from briefing.linking.statements import group_statements, longest
from briefing.model import FoundPerson, Reading
from briefing.readers import Outcome
from briefing.store import index, readings, rereading
from briefing.store import linked_figures as figures
from briefing.store import linked_people as people
from briefing.store import linked_quotes as quotes
from briefing.store import linked_stories as stories
from briefing.store.connect import writing
from briefing.titles import office_key

TITLES = 50
"""Articles of a story, the newest, whose titles may be the story's."""

OPEN_OFFICES = 20
"""Quotes of other stories looked at for an office whose holder an article brings, the newest."""


def commit(db: sqlite3.Connection, outcome: Outcome, engine_version: str) -> bool:
    """Write down what came of reading an article, linked to what is on record.

    An article that was edited meanwhile stays in the queue, and nothing is written: False.
    """
    article_id = outcome.job.article_id
    with writing(db):
        if not readings.is_current(db, article_id, outcome.job.fingerprint):
            return False
        index.set_lead(db, article_id, outcome.lead)
        reading = outcome.reading or Reading()
        old = rereading.before(db, article_id, engine_version)
        was = people.called_in(db, article_id)
        touched = readings.forget_reading(db, article_id)
        story_id, stirred = story_linker.place(
            db, article_id, [person.name for person in reading.people]
        )
        touched |= identities.settle(db, stirred)
        known, changed = identities.link(db, article_id, reading.people, story_id, was=was)
        readings.write_quotes(db, article_id, outcome.job.text, reading.quotes, known)
        quotes.index_quotes(db, quotes.quotes_of(db, article_id))
        readings.write_figures(db, article_id, outcome.job.text, reading)
        readings.write_organisations(db, article_id, reading)
        touched |= changed | relink_stories(db, {story_id} | stirred)
        touched |= _link_offices_elsewhere(db, reading.people, story_id)
        people.refresh_people(db, touched)
        if old:
            rereading.record(db, old)
        _set_state(db, outcome, engine_version)
    return True


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


def relink_stories(db: sqlite3.Connection, story_ids: set[int]) -> set[int]:
    """Link across each story's articles and count anew; the people whose quotes changed."""
    touched: set[int] = set()
    for story_id in sorted(story_ids):
        touched |= _link_offices(db, story_id)
    _link_statements(db, sorted(story_ids))
    for story_id in sorted(story_ids):
        figures.write_discrepancies(
            db, story_id, find_discrepancies(figures.story_figures(db, story_id))
        )
        leads = stories.story_leads(db, story_id, TITLES)
        centre = from_text(stories.profiles(db, [story_id])[story_id]).words
        stories.refresh_story(db, story_id, headline(leads, centre))
    return touched


def _link_offices(db: sqlite3.Connection, story_id: int) -> set[int]:
    """Give quotes whose speaker is named by office alone to the one who holds it."""
    return _give(db, quotes.office_quotes(db, story_id))


def _link_offices_elsewhere(
    db: sqlite3.Connection, found: Sequence[FoundPerson], story_id: int
) -> set[int]:
    """Give quotes of other stories to a holder whom this article brought."""
    offices = {office_key(role.title) for person in found for role in person.roles}
    touched: set[int] = set()
    for office in sorted(filter(names_one, offices)):
        touched |= _give(db, quotes.open_offices(db, office, story_id, OPEN_OFFICES))
    return touched


def _give(db: sqlite3.Connection, named: Sequence[quotes.OfficeQuote]) -> set[int]:
    """Give quotes that name an office to its holder; the people whose quotes changed."""
    touched: set[int] = set()
    for quote in named:
        where = (quote.country, quote.organisation)
        candidates = people.holders(db, office_key(quote.title), *where, quote.story_id)
        chosen = holder(quote.title, *where, quote.day, candidates)
        if chosen != quote.person_id:
            touched |= {person for person in (chosen, quote.person_id) if person is not None}
            quotes.set_holder(db, quote.id, chosen)
    return touched


def _link_statements(db: sqlite3.Connection, story_ids: Sequence[int]) -> None:
    """Find the quotes that several of a story's articles carry, in each of the stories."""
    said = {story_id: stories.carriers(db, story_id) for story_id in story_ids}
    for story_id in story_ids:
        stories.drop_statements(db, story_id)
    on_record = {c.statement_id for some in said.values() for c in some} - {None}
    free = set(on_record)
    for carriers in said.values():
        by_id = {carrier.quote_id: carrier for carrier in carriers}
        speakers = {carrier.quote_id: carrier.person_id for carrier in carriers}
        quoted = [(carrier.quote_id, carrier.article_id, carrier.text) for carrier in carriers]
        for group in group_statements(quoted, speakers):
            members = [by_id[quote_id] for quote_id in group]
            kept = next((m.statement_id for m in members if m.statement_id in free), None)
            free.discard(kept)
            stories.write_statement(db, kept, longest([member.text for member in members]), group)
    stories.drop_empty(db, filter(None, on_record))
