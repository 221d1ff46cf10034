"""People as they are listed, and as candidates for people found in new articles."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.rows import PersonRow, RoleRow
from briefing.store.rows import by_id


@dataclass(frozen=True, slots=True)
class _Proof:
    """The articles that give one office in one place, of which the first is its proof."""

    title: str
    country: str | None
    organisation: str | None
    former: bool
    first_seen: str | None
    last_seen: str | None
    articles: int
    article_id: int
    start: int
    end: int

    @property
    def place(self) -> tuple[str | None, str | None]:
        return self.country, self.organisation


_PEOPLE = (
    "SELECT p.id, p.name, p.country, p.quotes, p.articles,"
    " (SELECT json_group_array(name) FROM person_names WHERE person_id = p.id) AS aliases,"
    " (SELECT json_group_array(json_array(folded, title, nullif(country, ''),"
    " nullif(organisation, ''), former, first_seen, last_seen, articles, article_id, start, end))"
    " FROM person_offices WHERE person_id = p.id) AS roles FROM people p"
)


def person_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[PersonRow]:
    """The people of these ids, in their order; ids that are gone are left out."""
    return by_id(db, f"{_PEOPLE} WHERE p.id IN ({{ids}})", ids, _person_row)


def quotes_in_story(db: sqlite3.Connection, story_id: int) -> dict[int, int]:
    """How many of a story's quotes are by whom: counts by the ids of its speakers."""
    rows = db.execute(
        "SELECT q.person_id, count(*) FROM articles a CROSS JOIN quotes q ON q.article_id = a.id"
        " WHERE a.story_id = ? AND q.person_id IS NOT NULL GROUP BY 1",
        (story_id,),
    )
    return dict(rows.fetchall())


def _person_row(row: sqlite3.Row) -> PersonRow:
    return PersonRow(
        id=row["id"],
        name=row["name"],
        aliases=tuple(sorted(name for name in json.loads(row["aliases"]) if name != row["name"])),
        country=row["country"],
        roles=_merged(json.loads(row["roles"])),
        quotes=row["quotes"],
        articles=row["articles"],
    )


def _merged(offices: Iterable[Sequence[Any]]) -> tuple[RoleRow, ...]:
    """One row for each office, however the articles word it, those held now first, newest first.

    An article that leaves out the country or the organisation is taken to mean the office that
    another one names with it. One that calls the office a former one closes it.
    """
    groups: dict[str, list[_Proof]] = {}
    for folded, title, country, organisation, former, *rest in offices:
        proof = _Proof(title, country, organisation, bool(former), *rest)
        groups.setdefault(folded, []).append(proof)
    rows: list[RoleRow] = []
    for group in groups.values():
        named = dict.fromkeys(proof.place for proof in group if any(proof.place))
        for place in named or {(None, None): None}:
            here = [p for p in group if p.place in (place, (None, None))]
            rows += _role_rows(here, place)
    newest = sorted(rows, key=lambda row: row.last_seen or "", reverse=True)
    return tuple(sorted(newest, key=lambda row: row.former))


def _role_rows(proofs: Sequence[_Proof], place: tuple[str | None, str | None]) -> Iterable[RoleRow]:
    """An office as it was held, and as it was left, or as held alone.

    It is closed by the first article after the last that has it held; one who comes back into
    office has been called a former holder in between.
    """
    held = [proof for proof in proofs if not proof.former]
    left = [proof for proof in proofs if proof.former]
    ended = None
    if held and left:
        last = max(proof.last_seen or "" for proof in held)
        days = [proof.first_seen for proof in left if (proof.first_seen or "") >= last]
        ended = min(filter(None, days), default=None)
    if held:
        yield _role_row(held, place, ended)
    if left:
        yield _role_row(left, place, None)


def _role_row(
    group: Sequence[_Proof], place: tuple[str | None, str | None], ended: str | None
) -> RoleRow:
    titles: Counter[str] = Counter()
    for proof in group:
        titles[proof.title] += proof.articles
    first = min(group, key=lambda proof: (proof.first_seen or "9", proof.article_id))
    return RoleRow(
        title=max(titles, key=lambda title: (titles[title], title)),
        country=place[0],
        organisation=place[1],
        former=first.former,
        first_seen=first.first_seen,
        last_seen=max((proof.last_seen for proof in group if proof.last_seen), default=None),
        article_id=first.article_id,
        start=first.start,
        end=first.end,
        ended=ended,
    )
