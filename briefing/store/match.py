"""From a parsed query to FTS5's own language. Pure but for the look-up of outlets and stories."""

import sqlite3
from dataclasses import dataclass

from briefing.store.query import Group, Node, Query, Term
from briefing.text import fold

MAX_NAMED = 50
"""Outlets or stories that one field value may stand for."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of an index that bare words and fields look in, and the letters of its tags."""

    bare: str
    fields: dict[str, str]
    tags: str


QUOTES = Columns(
    "text speaker_words role_words",
    {"speaker": "speaker_words", "about": "text", "role": "role_words"},
    "aopsk",
)
ARTICLES = Columns("title text", {"about": "title text"}, "o")

_NAMED = {"outlet": ("o", "outlets", "name"), "story": ("s", "stories", "title")}

NOTHING = 'tags : "none"'
EVERYTHING = 'tags : "all"'


@dataclass(frozen=True, slots=True)
class Match:
    """What the two indexes of one table are asked: rows that answer ``words``, or ``stems``.

    ``stems`` rows must answer ``beside`` in the index of words too, where that is given: names
    have no stem. None asks nothing.
    """

    words: str | None
    stems: str | None = None
    beside: str | None = None


def compile_match(
    db: sqlite3.Connection, query: Query, columns: Columns, tags: tuple[str, ...] = ()
) -> Match:
    """The query in FTS5's language, narrowed to rows that carry all of ``tags``."""
    scope = " AND ".join(f'tags : "{tag}"' for tag in tags)
    if query.node is None:
        return Match(scope or None)
    words = _and(_expression(db, query.node, columns), scope)
    parts = top_parts(query.node)
    stemmed = [part for part in parts if _can_stem(part)]
    if not stemmed:
        return Match(words)
    stems = _and(*(_expression(db, part, columns, stem=True) for part in stemmed), scope)
    named = [_expression(db, part, columns) for part in parts if part not in stemmed]
    return Match(words, stems, _and(*named) or None)


def top_parts(node: Node | None) -> tuple[Node, ...]:
    """The parts that must all hold."""
    if isinstance(node, Group) and node.how == "AND":
        return node.parts
    return () if node is None else (node,)


def _and(*expressions: str) -> str:
    """Joined by AND, those negated last: FTS5's NOT has two sides."""
    wanted = [e for e in expressions if e and not e.startswith("NOT ")]
    unwanted = [e for e in expressions if e.startswith("NOT ")]
    if unwanted and not wanted:
        wanted = [EVERYTHING]
    joined = " AND ".join(f"({e})" if len(expressions) > 1 else e for e in wanted)
    return f"({joined}) {' '.join(unwanted)}" if unwanted else joined


def _expression(db: sqlite3.Connection, node: Node, columns: Columns, *, stem: bool = False) -> str:
    if isinstance(node, Term):
        return _term(db, node, columns, stem=stem)
    parts = [_expression(db, part, columns, stem=stem) for part in node.parts]
    if node.how == "NOT":
        return f"NOT ({parts[0]})"
    if node.how == "AND":
        return _and(*parts)
    return " OR ".join(f"({_and(part)})" for part in parts)


def _term(db: sqlite3.Connection, term: Term, columns: Columns, *, stem: bool) -> str:
    if term.field in ("outlet", "story"):
        letter, table, column = _NAMED[term.field]
        if letter not in columns.tags:
            return EVERYTHING
        return _tagged(letter, named_ids(db, term, table, column))
    if term.field == "type":
        return f'tags : "k{fold(term.words[0])}"'
    if term.field == "sure":
        doubtful = fold(term.words[0]) in ("no", "false", "0")
        return 'NOT (tags : "sure")' if doubtful else 'tags : "sure"'
    if term.field == "country":
        return f'tags : "{country_tag(" ".join(term.words))}"*'
    where = columns.bare if term.field is None else columns.fields.get(term.field)
    if where is None:
        return NOTHING
    # The stem of half a word is no stem of anything: a word still being typed is looked for as
    # it is in the one index, and as a whole word in the other.
    star = "*" if term.prefix and not stem else ""
    return f'{{{where}}} : "{" ".join(term.words)}"{star}'


def _can_stem(node: Node) -> bool:
    if isinstance(node, Term):
        return node.field in (None, "about") and not node.is_name
    return node.how != "NOT" and all(_can_stem(part) for part in node.parts)


def named_ids(db: sqlite3.Connection, term: Term, table: str, column: str) -> list[int]:
    """The rows whose names hold the term's words in order, or that have its number."""
    if len(term.words) == 1 and term.words[0].isdecimal():
        return [int(term.words[0])]
    like = "%" + "%".join(term.words) + "%"
    rows = db.execute(
        f"SELECT id FROM {table} WHERE {column} LIKE ? ORDER BY id DESC LIMIT {MAX_NAMED}", (like,)
    )
    return [row["id"] for row in rows]


def _tagged(letter: str, ids: list[int]) -> str:
    return " OR ".join(f'tags : "{letter}{i}"' for i in ids) or NOTHING


def country_tag(country: str) -> str:
    """The tag of a country: its folded letters in one word."""
    return "c" + "".join(c for c in fold(country) if c.isalnum())
