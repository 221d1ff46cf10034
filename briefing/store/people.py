"""People as they are listed, and as candidates for people found in new articles."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.rows import PersonRow, RoleRow
from briefing.store.rows import by_id


@dataclass(frozen=True, slots=True)
class _Proof:
    """One article's word for an office."""

    title: str
    country: str | None
    organisation: str | None
    former: bool
    seen: str | None
    article_id: int

    @property
    def place(self) -> tuple[str | None, str | None]:
        return self.country, self.organisation


_PEOPLE = (
    "SELECT p.id, p.name, p.country, p.quotes, p.articles,"
    " (SELECT json_group_array(DISTINCT name) FROM aliases WHERE person_id = p.id) AS aliases,"
    " (SELECT json_group_array(json_array(title, country, organisation, former, seen,"
    " article_id)) FROM roles WHERE person_id = p.id) AS roles FROM people p"
)


def person_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[PersonRow]:
    """The people of these ids, in their order; ids that are gone are left out."""
    return by_id(db, f"{_PEOPLE} WHERE p.id IN ({{ids}})", ids, _person_row)


def _person_row(row: sqlite3.Row) -> PersonRow:
    return PersonRow(
        id=row["id"],
        name=row["name"],
        aliases=tuple(sorted(name for name in json.loads(row["aliases"]) if name != row["name"])),
        country=row["country"],
        roles=_merged(
            _Proof(t, c, o, bool(f), s, a) for t, c, o, f, s, a in json.loads(row["roles"])
        ),
        quotes=row["quotes"],
        articles=row["articles"],
    )


def _merged(proofs: Iterable[_Proof]) -> tuple[RoleRow, ...]:
    """One row for each office, however the articles word it, newest first.

    An article that leaves out the country or the organisation is taken to mean the office that
    another one names with it.
    """
    from briefing.titles import office_key

    groups: dict[tuple[str, bool], list[_Proof]] = {}
    for proof in proofs:
        groups.setdefault((office_key(proof.title), proof.former), []).append(proof)
    rows = []
    for group in groups.values():
        named = dict.fromkeys(proof.place for proof in group if any(proof.place))
        for place in named or {(None, None): None}:
            proofs_here = [p for p in group if p.place in (place, (None, None))]
            rows.append(_role_row(proofs_here, place))
    newest = sorted(rows, key=lambda row: row.last_seen or "", reverse=True)
    return tuple(sorted(newest, key=lambda row: row.former))


def _role_row(group: Sequence[_Proof], place: tuple[str | None, str | None]) -> RoleRow:
    titles = Counter(proof.title for proof in group)
    first = min(group, key=lambda proof: (proof.seen or "9", proof.article_id))
    return RoleRow(
        title=max(titles, key=lambda title: (titles[title], title)),
        country=place[0],
        organisation=place[1],
        former=first.former,
        first_seen=first.seen,
        last_seen=max((proof.seen for proof in group if proof.seen), default=None),
        article_id=first.article_id,
    )
