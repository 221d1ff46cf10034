"""The people, as rows."""

import sqlite3
from collections.abc import Mapping, Sequence

from briefing.rows import PersonRow, RoleRow
from briefing.store.people import person_rows, quotes_in_story
from briefing.store.search import highlights
from briefing.ui.drawing import Line, joined, several, spread, styled
from briefing.ui.widgets.rows import RowList


class PersonList(RowList[PersonRow]):
    """Who will be in the room."""

    title = "People"
    lines = 2
    nothing = "No people"
    _here: Mapping[int, int] | None = None
    story_id: int | None = None
    """The story that the people are of; None for all people."""

    def of_story(self, story_id: int | None) -> None:
        """Count the quotes of this story, or all again."""
        if story_id != self.story_id:
            self.story_id = story_id
            self.forget()

    def fetch(self, db: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, PersonRow]:
        """The people of a page."""
        self._here = None if self.story_id is None else quotes_in_story(db, self.story_id)
        return {row.id: row for row in person_rows(db, ids)}

    def draw(self, row: PersonRow, width: int) -> list[Line]:
        """Name and count, then the newest role."""
        here = None if self._here is None else self._here.get(row.id, 0)
        return person_lines(row, width, self.query_words, here=here)


def person_lines(
    row: PersonRow, width: int, query: str = "", *, here: int | None = None
) -> list[Line]:
    """A person in two lines: the name, and what they are. ``here``: quotes in the story shown."""
    hits = [(a, b, "hit") for a, b in highlights(query, row.name)]
    count = several(row.quotes, "quote") if row.quotes else ""
    if here is not None and here < row.quotes:
        count = f"{here} of {count}"
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
