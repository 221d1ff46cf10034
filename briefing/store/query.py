"""The search syntax: what a person types, parsed. No input is ever an error.

Bare words are ANDed, "a phrase", ``-not``, ``OR``, parentheses, and ``field:value`` for the fields
of ``FIELDS``. What makes no sense as syntax is taken for words.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, get_args

from briefing.text import printable

Field = Literal["speaker", "about", "role", "country", "outlet", "story", "type", "sure"]
_FILTERS = frozenset(("verified", "after", "before", "date"))
FIELDS = _FILTERS | frozenset(get_args(Field))

MAX_TERMS = 40
"""Terms that are looked at; whole articles are pasted into search boxes by mistake."""

DAY = 86_400

_TOKEN = re.compile(
    r"""(?P<open>\() | (?P<close>\)) | (?P<or>\bOR\b)
      | (?P<not>-(?=[^\s\-]))? (?:(?P<field>[A-Za-z]+):(?=\S))?
        (?: "(?P<phrase>[^"]*)"? | (?P<word>[^\s()"]+) )""",
    re.VERBOSE,
)
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'"))
_WORDS = re.compile(r"[^\W_]+")
_SPAN = re.compile(r"(\d{1,4})([dwmy])")
_UNIT_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Term:
    """Words to be found next to each other, in a field where one is named."""

    words: tuple[str, ...]
    field: Field | None = None
    prefix: bool = False

    @property
    def is_name(self) -> bool:
        """Whether the words are to be taken as written: a name, or more than one."""
        return len(self.words) > 1 or self.words[0][:1].isupper()


@dataclass(frozen=True, slots=True)
class Group:
    """Parts joined by AND or OR, or one part negated by NOT."""

    how: Literal["AND", "OR", "NOT"]
    parts: tuple["Term | Group", ...]


Node = Term | Group


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for. ``first`` and ``last`` are seconds since 1970, both included."""

    node: Node | None = None
    first: int | None = None
    last: int | None = None
    verified: bool | None = None
    since_sync: bool = False


@dataclass(slots=True)
class _Parse:
    """The state of one parse: tokens still to come, and filters that hold for all of it."""

    tokens: list[re.Match[str]]
    now: datetime
    at: int = 0
    filters: dict[str, int | bool | None] = field(default_factory=dict)


def parse(text: str, *, typing: bool = False, now: datetime | None = None) -> Query:
    """Parse what was typed.

    Args:
        text: anything at all.
        typing: whether the last word may be unfinished, and so matches as a prefix.
        now: the user's local time, which words like ``yesterday`` count from.
    """
    text = unicodedata.normalize("NFC", printable(text)).replace("\n", " ").translate(_QUOTES)
    state = _Parse(list(_TOKEN.finditer(text))[:MAX_TERMS], now or datetime.now().astimezone())
    parts: list[Node] = []
    while state.at < len(state.tokens):
        if (node := _either(state)) is not None:
            parts.append(node)
        state.at += 1  # a stray closing parenthesis
    node = _joined("AND", parts)
    if typing and node is not None and re.search(r"\w$", text):
        node = _with_prefix(node)
    return Query(node, **state.filters)  # type: ignore[arg-type]


def _either(state: _Parse) -> Node | None:
    sides: list[Node] = []
    parts: list[Node] = []
    while state.at < len(state.tokens):
        token = state.tokens[state.at]
        if token["close"]:
            break
        state.at += 1
        if token["or"]:
            sides += _as_list(_joined("AND", parts))
            parts = []
        elif token["open"]:
            parts += _as_list(_either(state))
            state.at += 1
        else:
            parts += _as_list(_term(state, token))
    return _joined("OR", sides + _as_list(_joined("AND", parts)))


def _term(state: _Parse, token: re.Match[str]) -> Node | None:
    name = (token["field"] or "").lower()
    value = token["phrase"] if token["phrase"] is not None else token["word"]
    if name in _FILTERS and _filter(state, name, value):
        return None
    if name not in FIELDS or name in _FILTERS:
        value, name = f"{token['field'] or ''} {value}", ""
    words = tuple(_WORDS.findall(value))
    if not words:
        return None
    term = Term(words, name or None)  # type: ignore[arg-type]
    return Group("NOT", (term,)) if token["not"] else term


def _joined(how: Literal["AND", "OR"], parts: list[Node]) -> Node | None:
    if len(parts) > 1:
        return Group(how, tuple(parts))
    return parts[0] if parts else None


def _as_list(node: Node | None) -> list[Node]:
    return [] if node is None else [node]


def _with_prefix(node: Node) -> Node:
    """The node with its last word unfinished."""
    if isinstance(node, Term):
        return Term(node.words, node.field, prefix=True)
    return Group(node.how, (*node.parts[:-1], _with_prefix(node.parts[-1])))


def _filter(state: _Parse, name: str, value: str) -> bool:
    """Take a filter that holds for the whole query; False where its value makes no sense."""
    value = value.lower()
    if name == "verified":
        state.filters["verified"] = value not in ("no", "false", "0")
        return True
    if value == "lastsync" and name != "before":
        state.filters["since_sync"] = True
        return True
    days = day_bounds(value, state.now)
    if days is None:
        return False
    first, last = days
    if name in ("after", "date"):
        state.filters["first"] = max(first, int(state.filters.get("first") or first))
    if name == "before":
        state.filters["last"] = min(first - 1, int(state.filters.get("last") or first - 1))
    if name == "date":
        state.filters["last"] = min(last, int(state.filters.get("last") or last))
    return True


def day_bounds(value: str, now: datetime) -> tuple[int, int] | None:
    """First and last second of the days a word names, or None where it names none.

    ``2025-04-11`` a day, ``2025-04`` a month, ``2025`` a year, ``today``, ``yesterday``, and
    ``3d``, ``2w``, ``1m``, ``1y``: from so long ago until now. A written day is a day in UTC, as
    articles carry it; ``today`` and ``yesterday`` are days where the user is.
    """
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if value in ("today", "yesterday"):
        start = midnight - timedelta(days=value == "yesterday")
        return int(start.timestamp()), int(start.timestamp()) + DAY - 1
    if span := _SPAN.fullmatch(value):
        start = now - timedelta(days=int(span[1]) * _UNIT_DAYS[span[2]])
        return int(start.timestamp()), int(now.timestamp())
    return _written_bounds(value)


def _written_bounds(value: str) -> tuple[int, int] | None:
    written = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", value)
    if not written:
        return None
    year, month, day = (int(part) if part else None for part in written.groups())
    try:
        start = datetime.fromisoformat(f"{year:04d}-{month or 1:02d}-{day or 1:02d}T00:00:00+00:00")
        if day:
            end = start + timedelta(days=1)
        elif month:
            end = (start + timedelta(days=32)).replace(day=1)
        else:
            end = start.replace(year=start.year + 1)
    except (ValueError, OverflowError):
        return None
    return int(start.timestamp()), int(end.timestamp()) - 1
