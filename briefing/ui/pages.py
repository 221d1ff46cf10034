"""What the article pane shows: an article, its edits, a story, a person, a statement.

A page is read from the store as a value, then laid out for a width as a ``Sheet`` of lines.
"""

import sqlite3
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.kinds import Span
from briefing.rows import (
    ArticleRow,
    DiscrepancyRow,
    EditRow,
    FigureRow,
    PersonDetail,
    QuoteRow,
    StatementRow,
    StoryRow,
)
from briefing.store.quotes import article_quotes, quote_rows
from briefing.store.search import Scope, article_ids, highlights
from briefing.store.stories import statement_rows, story_rows, story_statements

MOST_EDITS = 10
"""Edits that an article's page of them shows, the newest: some are edited all day."""

MOST_ABOUT = 8
"""Quotes about somebody that their page shows, the newest."""


class Target(NamedTuple):
    """An article to open, at one of its quotes or at some words of its text; or a statement."""

    article_id: int
    quote_id: int | None = None
    span: Span | None = None
    statement_id: int | None = None


class ArticlePage(NamedTuple):
    """An article with its quotes and the places where the query's words stand in it."""

    row: ArticleRow
    text: str
    quotes: tuple[QuoteRow, ...]
    hits: tuple[Span, ...]
    target: Target


class Said(NamedTuple):
    """A statement with the quotes that carry it, oldest first."""

    row: StatementRow
    carriers: tuple[QuoteRow, ...]


class StoryPage(NamedTuple):
    """A story with its articles and what they do not agree on; ``figures`` by their ids.

    ``statements`` are what several of its articles quote; ``news`` says of articles by their ids
    that they are "new" or "changed" since the user looked.
    """

    row: StoryRow
    articles: tuple[ArticleRow, ...]
    discrepancies: tuple[DiscrepancyRow, ...]
    figures: Mapping[int, FigureRow]
    statements: tuple[Said, ...] = ()
    news: Mapping[int, str] = MappingProxyType({})


class PersonPage(NamedTuple):
    """A person with offices, names, company and stories, and what others said of them."""

    row: PersonDetail
    about: tuple[QuoteRow, ...]


class EditsPage(NamedTuple):
    """An article with how it was changed since it came in, newest first."""

    row: ArticleRow
    edits: tuple[EditRow, ...]


class StatementPage(NamedTuple):
    """A statement with the quotes that carry it, oldest first."""

    row: StatementRow
    carriers: tuple[QuoteRow, ...]


Page = ArticlePage | StoryPage | PersonPage | EditsPage | StatementPage


def read_article(db: sqlite3.Connection, target: Target, query: str = "") -> ArticlePage | None:
    """The article to open; None where it is gone."""
    from briefing.store.articles import article_rows, article_text

    rows = article_rows(db, [target.article_id])
    if not rows:
        return None
    text = article_text(db, target.article_id)
    quotes = tuple(article_quotes(db, target.article_id))
    hits = tuple(highlights(query, text))
    if hits and target.quote_id is None and target.span is None:
        target = target._replace(span=hits[0])
    return ArticlePage(rows[0], text, quotes, hits, target)


def read_statement(db: sqlite3.Connection, statement_id: int) -> StatementPage | None:
    """The statement with its carriers; None where it is gone."""
    rows = statement_rows(db, [statement_id])
    return StatementPage(rows[0], tuple(quote_rows(db, rows[0].quotes))) if rows else None


def read_edits(db: sqlite3.Connection, article_id: int) -> EditsPage | None:
    """The article with its edits; None where it is gone."""
    from briefing.store.articles import article_rows
    from briefing.store.revisions import edits_of

    rows = article_rows(db, [article_id])
    return EditsPage(rows[0], tuple(edits_of(db, article_id, MOST_EDITS))) if rows else None


def read_story(
    db: sqlite3.Connection, story_id: int, before: str | None = None
) -> StoryPage | None:
    """The story with everything its page shows; None where it is gone.

    ``before`` is when the visit to it began: what was new then is shown as such.
    """
    from briefing.store.articles import article_rows
    from briefing.store.figures import figure_rows, story_discrepancies
    from briefing.store.unread import news_of_story

    rows = story_rows(db, [story_id])
    if not rows:
        return None
    articles = article_rows(db, article_ids(db, scope=Scope(story_id=story_id)))
    discrepancies = tuple(story_discrepancies(db, story_id))
    wanted = [value.figure_id for found in discrepancies for value in found.values]
    figures = {figure.id: figure for figure in figure_rows(db, wanted)}
    said = tuple(
        Said(row, tuple(quote_rows(db, row.quotes))) for row in story_statements(db, story_id)
    )
    news = news_of_story(db, story_id, before)
    return StoryPage(rows[0], tuple(articles), discrepancies, figures, said, news)


def read_person(db: sqlite3.Connection, person_id: int) -> PersonPage | None:
    """The person with everything their page shows; None where they are gone."""
    from briefing.store.person_details import person_details

    rows = person_details(db, [person_id])
    if not rows:
        return None
    return PersonPage(rows[0], tuple(quote_rows(db, rows[0].quotes_about[:MOST_ABOUT])))
