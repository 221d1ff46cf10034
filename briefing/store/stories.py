"""Stories and statements as they are listed."""

import json
import sqlite3
from collections.abc import Sequence

from briefing.rows import CarrierRow, StatementRow, StoryRow
from briefing.store.rows import by_id


def story_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[StoryRow]:
    """The stories of these ids, in their order; ids that are gone are left out."""
    sql = (
        "SELECT id, title, first_published, last_published, outlets, people, articles, quotes,"
        " discrepancies, (SELECT count(*) FROM articles a"
        " LEFT JOIN user_looks l ON l.article_id = a.id"
        " LEFT JOIN user_seen s ON s.article_id = a.id WHERE a.story_id = stories.id"
        " AND max(coalesce(l.at, ''), coalesce(s.at, '')) < coalesce(a.updated, '0')) AS new,"
        " (SELECT count(*) FROM articles a JOIN copies c ON c.article_id = a.id"
        " WHERE a.story_id = stories.id) AS copies"
        " FROM stories WHERE id IN ({ids})"
    )
    return by_id(db, sql, ids, _story_row)


def _story_row(row: sqlite3.Row) -> StoryRow:
    values = dict(row)
    values["outlets"] = tuple(json.loads(row["outlets"]))
    values["people"] = tuple(json.loads(row["people"]))
    return StoryRow(**values)


def statement_rows(db: sqlite3.Connection, ids: Sequence[int]) -> list[StatementRow]:
    """The statements of these ids, in their order, carriers oldest first."""
    sql = (
        "SELECT s.id, s.text, json_group_array(json_array("
        "q.id, q.article_id, o.name, a.published, coalesce(p.name, q.speaker), q.text))"
        " AS carriers FROM statements s JOIN quotes q ON q.statement_id = s.id"
        " LEFT JOIN people p ON p.id = q.person_id"
        " JOIN articles a ON a.id = q.article_id LEFT JOIN outlets o ON o.id = a.outlet_id"
        " WHERE s.id IN ({ids}) GROUP BY s.id"
    )
    return by_id(db, sql, ids, _statement_row)


def _statement_row(row: sqlite3.Row) -> StatementRow:
    carriers = sorted(
        (CarrierRow(*values) for values in json.loads(row["carriers"])),
        key=lambda one: (one.published is None, one.published or "", one.quote_id),
    )
    return StatementRow(
        id=row["id"],
        text=row["text"],
        speakers=_distinct([one.speaker for one in carriers]),
        first_published=carriers[0].published,
        outlets=_distinct([one.outlet for one in carriers]),
        quotes=tuple(one.quote_id for one in carriers),
        carriers=tuple(carriers),
    )


def story_statements(db: sqlite3.Connection, story_id: int) -> list[StatementRow]:
    """The statements that several articles of a story carry, the earliest said first."""
    rows = db.execute(
        "SELECT q.statement_id AS id FROM articles a JOIN quotes q ON q.article_id = a.id"
        " WHERE a.story_id = ? AND q.statement_id IS NOT NULL"
        " GROUP BY q.statement_id ORDER BY min(q.sort_key)",
        (story_id,),
    )
    return statement_rows(db, [row["id"] for row in rows])


def _distinct(names: list[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
