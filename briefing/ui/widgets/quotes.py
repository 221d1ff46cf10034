"""The quotes, as rows."""

import sqlite3
from collections.abc import Mapping, Sequence

from briefing.rows import QuoteRow
from briefing.store.quotes import quote_rows
from briefing.store.search import highlights
from briefing.ui.dates import short
from briefing.ui.drawing import Line, block, flat, joined, spread, styled
from briefing.ui.widgets.rows import RowList


class QuoteList(RowList[QuoteRow]):
    """What each of them said."""

    title = "Quotes"
    nothing = "No quotes"

    def fetch(self, db: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, QuoteRow]:
        """The quotes of a page."""
        return {row.id: row for row in quote_rows(db, ids)}

    def draw(self, row: QuoteRow, width: int) -> list[Line]:
        """Speaker, then the words."""
        return quote_lines(row, width, self.query_words)


def quote_lines(row: QuoteRow, width: int, query: str = "") -> list[Line]:
    """A quote in three lines: who said it, and one or two of the words."""
    right: Line = [(joined([row.outlet, short(row.published)]), "quiet")]
    if row.verified:
        right.insert(0, ("✓ ", "checked"))
    text = flat(row.text)
    words = block(text, width, 2, highlights(query, text), "said")
    return [spread(speaker(row, query), right, width), *words]


def speaker(row: QuoteRow, query: str = "") -> Line:
    """Who said it and in what office; a doubtful one, or one who did not say it, is told so.

    So is whose word it is that they said it, where it is not the article's.
    """
    name = row.speaker or row.speaker_as_written
    if not name:
        return [("Speaker not named", "quiet")]
    hits = [(a, b, "hit") for a, b in highlights(query, name)]
    line = styled(name, hits, "strong")
    if not row.is_sure:
        line.insert(0, ("probably ", "quiet"))
    if row.role:
        line.append((f", {row.role}", "quiet"))
    if row.told_by:
        line.append((f", as {row.told_by} tells it", "quiet"))
    if row.unsaid:
        line.append((f" {flat(row.cue or 'not said')}:", "warn"))
    return line
