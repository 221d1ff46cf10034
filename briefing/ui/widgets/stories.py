"""The stories, as rows."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.rows import StoryRow
from briefing.store.search import highlights
from briefing.store.stories import story_rows
from briefing.store.unread import unread_stories
from briefing.ui.dates import short
from briefing.ui.drawing import Line, block, joined, several, spread
from briefing.ui.widgets.rows import RowList


class StoryItem(NamedTuple):
    """A story, and whether an article of it was not read yet."""

    row: StoryRow
    unread: bool


class StoryList(RowList[StoryItem]):
    """What happened."""

    title = "Stories"
    nothing = "No stories"

    def fetch(self, db: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, StoryItem]:
        """The stories of a page."""
        unread = unread_stories(db, ids)
        return {row.id: StoryItem(row, row.id in unread) for row in story_rows(db, ids)}

    def draw(self, row: StoryItem, width: int) -> list[Line]:
        """Title, then outlets and counts."""
        return story_lines(row.row, row.unread, width, self.query_words)


def story_lines(row: StoryRow, unread: bool, width: int, query: str = "") -> list[Line]:
    """A story in three lines at most: its title in one or two, then outlets, counts and day."""
    hits = highlights(query, row.title)
    titles = block(row.title, width - 2, 2, hits, "strong" if unread else "")
    dot = ("● ", "unread") if unread else ("  ", "")
    lines = [[dot if index == 0 else ("  ", ""), *line] for index, line in enumerate(titles)]
    right: Line = [(short(row.last_published), "quiet")]
    if row.discrepancies:
        right.insert(0, (f"≠ {row.discrepancies}  ", "warn"))
    if 0 < row.new < row.articles:
        right.insert(0, (f"{row.new} new  ", "unread"))
    others = f" +{len(row.outlets) - 1}" if len(row.outlets) > 1 else ""
    outlet = f"{row.outlets[0]}{others}" if row.outlets else ""
    copies = several(row.copies, "copy") if row.copies else ""
    left = joined([outlet, copies, several(row.quotes, "quote") if row.quotes else ""])
    return [*lines, spread([("  ", ""), (left, "quiet")], right, width)]
