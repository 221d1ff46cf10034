"""Links a reading to what is on record and writes it down: one article, one short transaction.

Decisions are ``briefing.linking``'s; looking up and writing is the store's; here they meet.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from briefing import identities
from briefing.linking.discrepancies import find_discrepancies
from briefing.linking.offices import holder, names_one
from briefing.linking.statements import group_statements, longest
from briefing.linking.stories import choose_story, headline, query_words
from briefing.model import FoundPerson, Reading
from briefing.readers import Outcome
from briefing.store import index, readings, rereading
from briefing.store import linked_figures as figures
from briefing.store import linked_people as people
from briefing.store import linked_quotes as quotes
from briefing.store import linked_stories as stories
from briefing.store.connect import writing
from briefing.store.keys import seconds
from briefing.titles import office_key

WINDOW_S = int(timedelta(days=7).total_seconds())
"""Articles further apart than this, in seconds, do not report one event (as measured on BASIL)."""

HITS = 30
"""Best matching articles whose stories are looked at; more change nothing (within 0.001)."""

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
        story_id = _link_story(db, article_id, reading.people)
        known, changed = identities.link(db, article_id, reading.people, story_id, was=was)
        readings.write_quotes(db, article_id, outcome.job.text, reading.quotes, known)
        quotes.index_quotes(db, quotes.quotes_of(db, article_id))
        readings.write_figures(db, article_id, outcome.job.text, reading)
        readings.write_organisations(db, article_id, reading)
        touched |= changed | _refresh_story(db, story_id)
        touched |= _link_offices_elsewhere(db, reading.people, story_id)
        people.refresh_people(db, touched)
        stories.refresh_story(db, story_id, headline(stories.story_leads(db, story_id)))
        if old:
            rereading.record(db, old)
        _set_state(db, outcome, engine_version)
    return True


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


def _link_story(db: sqlite3.Connection, article_id: int, found: Sequence[FoundPerson]) -> int:
    """The article's story. One that has a story keeps it when it is read again."""
    if (story_id := stories.story_of(db, article_id)) is not None:
        return story_id
    names = tuple(person.name for person in found)
    lead = replace(stories.lead(db, article_id), names=names)
    moment = seconds(lead.published, "1970-01-01") if lead.published else None
    window = (moment - WINDOW_S, moment + WINDOW_S) if moment is not None else (0, 1 << 33)
    candidates = stories.story_candidates(db, query_words(lead), window, HITS)
    return stories.set_story(db, article_id, choose_story(lead, candidates))


def _refresh_story(db: sqlite3.Connection, story_id: int) -> set[int]:
    """Link across the story's articles; the people whose quotes changed."""
    touched = _link_offices(db, story_id)
    _link_statements(db, story_id)
    figures.write_discrepancies(
        db, story_id, find_discrepancies(figures.story_figures(db, story_id))
    )
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


def _link_statements(db: sqlite3.Connection, story_id: int) -> None:
    """Find the quotes that several of the story's articles carry."""
    carriers = stories.carriers(db, story_id)
    stories.drop_statements(db, story_id)
    by_id = {carrier.quote_id: carrier for carrier in carriers}
    speakers = {carrier.quote_id: carrier.person_id for carrier in carriers}
    said = [(carrier.quote_id, carrier.article_id, carrier.text) for carrier in carriers]
    for group in group_statements(said, speakers):
        members = [by_id[quote_id] for quote_id in group]
        on_record = next((m.statement_id for m in members if m.statement_id is not None), None)
        text = longest([member.text for member in members])
        stories.write_statement(db, on_record, text, group)
    stories.drop_empty(db, {c.statement_id for c in carriers if c.statement_id is not None})
