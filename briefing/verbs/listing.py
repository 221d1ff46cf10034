"""``briefing quotes``, ``people``, … : a pane's plain twin."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from sqlite3 import Connection

from briefing.export.rows import Row, lines
from briefing.rows import SourceRow
from briefing.store import search
from briefing.store.articles import article_rows
from briefing.store.connect import connect, told
from briefing.store.figures import discrepancy_rows, figure_rows
from briefing.store.overview import freshness
from briefing.store.person_details import person_details
from briefing.store.quotes import quote_rows
from briefing.store.rereading import changes
from briefing.store.revisions import edits
from briefing.store.sources import sources
from briefing.store.stories import statement_rows, story_rows
from briefing.text import clean_line
from briefing.verbs.arguments import DEFAULT_LIMIT

Find = Callable[..., list[int]]
Fetch = Callable[[Connection, list[int]], Sequence[Row]]

LISTS: dict[str, tuple[Find, Fetch]] = {
    "quotes": (search.quote_ids, quote_rows),
    "people": (search.people_ids, person_details),
    "stories": (search.story_ids, story_rows),
    "figures": (search.figure_ids, figure_rows),
    "articles": (search.article_ids, article_rows),
    "statements": (search.statement_ids, statement_rows),
    "discrepancies": (search.discrepancy_ids, discrepancy_rows),
}


def run(options: Namespace) -> int:
    """Print what answers the query, newest first."""
    with told(options.db), closing(connect(options.db)) as db:
        rows = _found(db, options)
        hint = _hint(db, options, len(rows))
    if options.how == "opml":
        return _opml([row for row in rows if isinstance(row, SourceRow)])
    if hint:
        print(f"briefing: {hint}", file=sys.stderr)
    for line in lines(rows, options.how):
        sys.stdout.write(f"{line}\n")
    return 0


def _opml(rows: Sequence[SourceRow]) -> int:
    """Print the feeds as a list for another reader, and say what that reader could not ask."""
    from briefing.export.opml import is_listed, opml

    for row in rows:
        if not is_listed(row):
            why = "whose address holds a secret" if row.kind == "feed" else "which is no feed"
            told_line = clean_line(f"left out {row.title or row.url}, {why}")
            print(f"briefing: {told_line}", file=sys.stderr)
    sys.stdout.write(f"{opml(rows)}\n")
    return 0


def _hint(db: Connection, options: Namespace, shown: int) -> str:
    """What to do where more would come out, or nothing does because nothing went in."""
    if options.verb != "sources" and shown == options.limit == DEFAULT_LIMIT:
        return f"the first {shown}: for more  --limit N"
    if shown:
        return ""
    fresh = freshness(db)
    if options.verb == "sources":
        return "no sources yet: add one with  briefing add URL"
    if options.verb == "changes" and fresh.articles:
        return "no newer engine has read anything otherwise"
    if getattr(options, "changes", False) and fresh.articles:
        return "no such article was changed since it came in"
    if not fresh.articles:
        return "nothing is here yet: try  briefing add URL  or  briefing import PATH"
    if fresh.queued:
        return "articles wait to be read: read them with  briefing sync"
    return ""


def _found(db: Connection, options: Namespace) -> Sequence[Row]:
    if options.verb == "sources":
        return sources(db)
    if options.verb == "changes":
        return changes(db, options.limit)
    find, fetch = LISTS[options.verb]
    query = " ".join(options.query)
    if getattr(options, "changes", False):
        return edits(db, find(db, query, limit=None) if query.strip() else None, options.limit)
    return fetch(db, find(db, query, limit=options.limit))
