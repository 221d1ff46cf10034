"""The people, as rows."""

import sqlite3
from collections.abc import Mapping, Sequence

from briefing.rows import PersonRow, RoleRow
from briefing.store.people import person_rows
from briefing.store.search import highlights
from briefing.ui.drawing import Line, joined, several, spread, styled
from briefing.ui.widgets.rows import RowList


class PersonList(RowList[PersonRow]):
    """Who will be in the room."""

    title = "People"
    lines = 2
    nothing = "No people"

    def fetch(self, db: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, PersonRow]:
        """The people of a page."""
        return {row.id: row for row in person_rows(db, ids)}

    def draw(self, row: PersonRow, width: int) -> list[Line]:
        """Name and count, then the newest role."""
        return person_lines(row, width, self.query_words)


def person_lines(row: PersonRow, width: int, query: str = "") -> list[Line]:
    """A person in two lines: the name, and what they are."""
    hits = [(a, b, "hit") for a, b in highlights(query, row.name)]
    count = several(row.quotes, "quote") if row.quotes else ""
    role = role_words(row.roles[0]) if row.roles else row.country or ""
    role_hits = [(a, b, "hit") for a, b in highlights(query, role)]
    return [
        spread(styled(row.name, hits, "strong"), [(count, "quiet")], width),
        styled(role, role_hits, "quiet"),
    ]


def role_words(role: RoleRow) -> str:
    """An office in words: ``former Defence Minister, Valdoria``."""
    title = f"former {role.title}" if role.former else role.title
    return joined([title, role.organisation, role.country], ", ")
