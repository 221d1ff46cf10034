"""What answers a query or lies in a scope: see ``search``, whose functions these carry out."""

import sqlite3

from briefing.store.keys import bounds
from briefing.store.match import ARTICLES, QUOTES, Match, compile_match, named_ids, top_parts
from briefing.store.query import Group, Node, Query, Term, parse
from briefing.store.search import ALL, Scope, ids_of

RECENT_HITS = 2000
"""Newest articles that answer a query, out of which stories and people are narrowed."""


def quotes(
    db: sqlite3.Connection, query: str, scope: Scope, limit: int | None, *, typing: bool = False
) -> list[int]:
    """Ids of the quotes that answer, by words, speaker, role and the fields."""
    asked = parse(query, typing=typing)
    tags = (
        *((f"s{scope.story_id}",) if scope.story_id is not None else ()),
        *((f"p{scope.person_id}",) if scope.person_id is not None else ()),
    )
    match = compile_match(db, asked, QUOTES, tags)
    return _newest(db, "quotes", match, _quote_filters(asked), asked, limit)


def articles(
    db: sqlite3.Connection, query: str, scope: Scope, limit: int | None, *, typing: bool = False
) -> list[int]:
    """Ids of the articles that answer, by title and text."""
    asked = parse(query, typing=typing)
    filters = [*_since_sync(asked, "t.id"), *_story_filters(db, asked)]
    if _asks_of_quotes(asked):
        hits = quotes(db, query, scope, RECENT_HITS, typing=typing)
        carriers = f"SELECT article_id FROM quotes WHERE id IN ({_numbers(hits)})"
        asked, filters = Query(), [f"t.id IN ({carriers})"]
    if scope.story_id is not None:
        filters.append(f"t.story_id = {int(scope.story_id)}")
    if scope.person_id is not None:
        filters.append(
            f"t.id IN (SELECT article_id FROM mentions WHERE person_id = {int(scope.person_id)})"
        )
    match = compile_match(db, asked, ARTICLES)
    return _newest(db, "articles", match, filters, asked, limit)


def stories(
    db: sqlite3.Connection, query: str, scope: Scope, limit: int | None, *, typing: bool = False
) -> list[int]:
    """Ids of the stories that answer: one of their articles does, or their number is asked for."""
    count = -1 if limit is None else limit
    scope = Scope(person_id=scope.person_id)
    hits = articles(db, query, scope, RECENT_HITS, typing=typing)
    sql = (
        "SELECT DISTINCT s.id FROM articles a JOIN stories s ON s.id = a.story_id"
        f" WHERE a.id IN ({_numbers(hits)}) ORDER BY s.sort_key DESC LIMIT ?"
    )
    return ids_of(db, sql, (count,))


def people(
    db: sqlite3.Connection, query: str, scope: Scope, limit: int | None, *, typing: bool = False
) -> list[int]:
    """Ids of the people whose names, roles or countries answer; those last in the news first.

    In a story, its people, those it says most of first.
    """
    filters, values = ["1"], []
    if match := _people_match(parse(query, typing=typing).node):
        filters.append("p.id IN (SELECT rowid FROM people_words WHERE people_words MATCH ?)")
        values.append(match)
    elif query.strip():
        return []
    count = -1 if limit is None else limit
    where = " AND ".join(filters)
    if scope.story_id is not None:
        sql = (
            "SELECT p.id FROM articles a JOIN mentions m ON m.article_id = a.id"
            " JOIN people p ON p.id = m.person_id"
            f" WHERE a.story_id = {int(scope.story_id)} AND {where}"
            " GROUP BY p.id ORDER BY count(*) DESC, p.quotes DESC, p.id LIMIT ?"
        )
    else:
        sql = (
            f"SELECT p.id FROM people p WHERE {where}"
            " ORDER BY p.sort_key DESC, p.quotes DESC, p.id LIMIT ?"
        )
    return ids_of(db, sql, (*values, count))


def figures(db: sqlite3.Connection, query: str, scope: Scope, limit: int | None) -> list[int]:
    """Ids of the figures of the articles that answer."""
    count = -1 if limit is None else limit
    where = "1"
    if query.strip() or scope != ALL:
        where = f"article_id IN ({_numbers(articles(db, query, scope, RECENT_HITS))})"
    sql = f"SELECT id FROM figures WHERE {where} ORDER BY sort_key DESC LIMIT ?"
    return ids_of(db, sql, (count,))


def discrepancies(db: sqlite3.Connection, query: str, scope: Scope, limit: int | None) -> list[int]:
    """Ids of the discrepancies of the stories that answer."""
    count = -1 if limit is None else limit
    where = "1"
    if scope.story_id is not None:
        where = f"d.story_id = {int(scope.story_id)}"
    elif query.strip():
        where = f"d.story_id IN ({_numbers(stories(db, query, scope, None))})"
    sql = (
        "SELECT d.id FROM discrepancies d JOIN stories s ON s.id = d.story_id"
        f" WHERE {where} ORDER BY s.sort_key DESC, d.id LIMIT ?"
    )
    return ids_of(db, sql, (count,))


def statements(db: sqlite3.Connection, query: str, scope: Scope, limit: int | None) -> list[int]:
    """Ids of the statements of which a quote answers."""
    if not query.strip() and scope == ALL:
        where = "1"
    else:
        where = f"id IN ({_numbers(quotes(db, query, scope, None))})"
    sql = (
        f"SELECT statement_id AS id FROM quotes WHERE statement_id IS NOT NULL AND {where}"
        " GROUP BY statement_id ORDER BY max(sort_key) DESC LIMIT ?"
    )
    return ids_of(db, sql, (-1 if limit is None else limit,))


def _newest(
    db: sqlite3.Connection,
    table: str,
    match: Match,
    filters: list[str],
    asked: Query,
    limit: int | None,
) -> list[int]:
    """The newest rows that answer in either index of ``table``, merged by their keys."""
    if match.words is None:
        sources: list[tuple[str, list[str]]] = [(table, [])]
    else:
        sources = [(f"{table}_words", [match.words])]
    if match.stems is not None:
        sources.append((f"{table}_stems", [match.stems, *_as_list(match.beside)]))
    legs = [_leg(table, name, bool(values[1:]), filters, asked) for name, values in sources]
    union = " UNION ".join(f"SELECT * FROM ({leg})" for leg in legs)
    count = -1 if limit is None else limit
    bound = [value for _, values in sources for value in (*values, count)]
    sql = f"SELECT id FROM ({union}) ORDER BY key DESC LIMIT ?" if legs[1:] else legs[0]
    return ids_of(db, sql, (*bound, count) if legs[1:] else bound)


def _leg(table: str, name: str, beside: bool, filters: list[str], asked: Query) -> str:
    """Key and id of the newest rows of one index, or of the table itself, in SQL.

    It binds what the index is asked, where it is one; what it is asked ``beside``; and the limit.
    """
    key = "t.sort_key" if name == table else f"{name}.rowid"
    where = [*filters]
    if asked.first is not None:
        where.append(f"{key} >= {bounds(asked.first, asked.first)[0]}")
    if asked.last is not None:
        where.append(f"{key} <= {bounds(asked.last, asked.last)[1]}")
    source = f"{table} t"
    if name != table:
        # CROSS JOIN keeps the index outside, so that rows come newest first and LIMIT stops it.
        source = f"{name} CROSS JOIN {table} t ON t.sort_key = {name}.rowid"
        where.insert(0, f"{name} MATCH ?")
    if beside:
        words = f"{table}_words"
        where.insert(1, f"{key} IN (SELECT rowid FROM {words} WHERE {words} MATCH ?)")
    return (
        f"SELECT {key} AS key, t.id FROM {source} WHERE {' AND '.join(where) or '1'}"
        f" ORDER BY {key} DESC LIMIT ?"
    )


def _quote_filters(asked: Query) -> list[str]:
    filters = _since_sync(asked, "t.article_id")
    if asked.verified is not None:
        marked = (
            "SELECT 1 FROM user_quotes u WHERE u.article_id = t.article_id"
            " AND u.fingerprint = t.fingerprint AND u.verified IS NOT NULL"
        )
        filters.append(f"{'' if asked.verified else 'NOT '}EXISTS ({marked})")
    return filters


def _since_sync(asked: Query, column: str) -> list[str]:
    """What came in with the last sync."""
    if not asked.since_sync:
        return []
    return [
        f"{column} IN (SELECT id FROM articles WHERE added >="
        " (SELECT max(last_tried) FROM sources WHERE last_tried = last_ok))"
    ]


def _story_filters(db: sqlite3.Connection, asked: Query) -> list[str]:
    """Articles carry no tag of their story, which changes more often than their words."""
    filters = []
    for part in top_parts(asked.node):
        if isinstance(part, Term) and part.field == "story":
            ids = named_ids(db, part, "stories", "title")
            filters.append(f"t.story_id IN ({_numbers(ids)})")
    return filters


def _asks_of_quotes(asked: Query) -> bool:
    """Whether a field is asked for that only quotes have."""
    fields = {"speaker", "role", "country", "type", "sure"}
    return asked.verified is not None or any(f in fields for f in _fields(asked.node))


def _fields(node: Node | None) -> list[str]:
    if isinstance(node, Term):
        return _as_list(node.field)
    return [] if node is None else [name for part in node.parts for name in _fields(part)]


def _people_match(node: Node | None) -> str:
    """The query in the language of the index of people; what it cannot mean there is left out."""
    if isinstance(node, Term):
        columns = {
            None: "names roles countries",
            "speaker": "names",
            "about": "names",
            "role": "roles",
            "country": "countries",
        }
        where = columns.get(node.field)
        star = "*" if node.prefix or node.field == "country" else ""
        return f'{{{where}}} : "{" ".join(node.words)}"{star}' if where else ""
    if isinstance(node, Group) and node.how != "NOT":
        parts = [f"({part})" for part in map(_people_match, node.parts) if part]
        return f" {node.how} ".join(parts)
    return ""


def _numbers(ids: list[int]) -> str:
    """Ids of our own as SQL: there may be more than can be bound."""
    return ",".join(map(str, ids))


def _as_list(value: str | None) -> list[str]:
    return [] if value is None else [value]
