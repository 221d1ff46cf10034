"""Quotes as they are listed, and what the index says of them."""

import json
import sqlite3
from collections.abc import Sequence

from briefing.rows import QuoteRow
from briefing.store.rows import by_id

OF_HOLDER = 0.8
"""What is left of a speaker's probability where an office of another article's holder gave it."""

SPEAKER_CONFIDENCE = (
    f"iif(q.office IS NOT NULL AND q.inferred, {OF_HOLDER}, 1) * q.speaker_confidence"
)
"""The probability that a quote's speaker is right, as it is linked now."""

_TOLD_BY = (
    "iif(q.told_by IS NULL, NULL, coalesce((SELECT coalesce(tp.name, t.speaker) FROM quotes t"
    " LEFT JOIN people tp ON tp.id = t.person_id WHERE t.article_id = q.article_id"
    " AND t.id != q.id AND t.start <= q.start AND q.end <= t.end"
    " ORDER BY t.end - t.start LIMIT 1), q.told_by))"
)
"""Who tells what somebody else said: the speaker of the nearest quote around it, as linked now."""

_QUOTES = (
    "SELECT q.id, q.text, q.spans, q.kind, q.cue,"
    " coalesce(p.name, q.speaker) AS speaker, q.speaker_as_written,"
    " q.speaker_kind, q.person_id, q.role, q.inferred, q.unsaid, q.confidence,"
    f" {SPEAKER_CONFIDENCE} AS speaker_confidence, q.statement_id,"
    " u.verified IS NOT NULL AS verified, q.article_id, o.name AS outlet, a.title, a.published,"
    " a.url, q.start, q.end, a.story_id,"
    f" {_TOLD_BY} AS told_by"
    " FROM quotes q JOIN articles a ON a.id = q.article_id"
    " LEFT JOIN outlets o ON o.id = a.outlet_id LEFT JOIN people p ON p.id = q.person_id"
    " LEFT JOIN user_quotes u ON u.article_id = q.article_id AND u.fingerprint = q.fingerprint"
)


def quote_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[QuoteRow]:
    """The quotes of these ids, in their order; ids that are gone are left out."""
    return by_id(db, f"{_QUOTES} WHERE q.id IN ({{ids}})", ids, _quote_row)


def article_quotes(db: sqlite3.Connection, article_id: int) -> list[QuoteRow]:
    """The quotes of an article in the order of its text."""
    rows = db.execute(f"{_QUOTES} WHERE q.article_id = ? ORDER BY q.start, q.id", (article_id,))
    return [_quote_row(row) for row in rows]


def _quote_row(row: sqlite3.Row) -> QuoteRow:
    values = dict(row)
    values["spans"] = tuple((start, end) for start, end in json.loads(row["spans"]))
    values["inferred"] = bool(row["inferred"])
    values["unsaid"] = bool(row["unsaid"])
    values["verified"] = bool(row["verified"])
    return QuoteRow(**values)
