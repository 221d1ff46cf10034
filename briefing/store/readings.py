"""The queue of articles to be read, and what was read, written in place of the reading before."""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from briefing.kinds import Span
from briefing.model import FoundQuote, Reading, Role
from briefing.store import index
from briefing.store.keys import LOW_BITS, sort_key
from briefing.store.rows import chunks, marks
from briefing.text import fold
from briefing.titles import office_key

_MARKS = re.compile(r"[^\w ]|_")
_OF_PEOPLE = ("appearances", "aliases", "roles", "mentions")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article in the queue."""

    article_id: int
    title: str
    text: str
    fingerprint: str


def queue_outdated(db: sqlite3.Connection, engine_version: str) -> int:
    """Queue again what an older engine read; how many articles that are."""
    return db.execute(
        "UPDATE readings SET state = 'queued', attempts = 0, error = NULL"
        " WHERE state IN ('done', 'failed', 'unsupported') AND engine_version <> ?",
        (engine_version,),
    ).rowcount


def waiting(db: sqlite3.Connection, *, again: bool) -> Iterator[Waiting]:
    """Articles to be read, newest first; with ``again`` those that a reader died on before."""
    rows = db.execute(
        "SELECT a.id FROM readings r JOIN articles a ON a.id = r.article_id"
        " WHERE r.state = 'queued' AND (r.attempts > 0) = ? ORDER BY a.sort_key DESC",
        (int(again),),
    )
    for chunk in chunks([row["id"] for row in rows]):
        texts = db.execute(
            "SELECT a.id AS article_id, a.title, a.text, a.fingerprint FROM articles a"
            f" WHERE a.id IN ({marks(chunk)}) ORDER BY a.sort_key DESC",
            chunk,
        ).fetchall()
        for row in texts:
            yield Waiting(**dict(row))


def to_be_read(db: sqlite3.Connection, engine_version: str) -> tuple[int, int]:
    """How many articles this engine has to read, and how many of them another one has read."""
    again = db.execute(
        "SELECT count(*) FROM readings"
        " WHERE state IN ('done', 'failed', 'unsupported') AND engine_version <> ?",
        (engine_version,),
    ).fetchone()[0]
    return queue_length(db) + int(again), int(again)


def read_by(db: sqlite3.Connection, engine_version: str) -> int:
    """How many articles this engine has read, or found to be in a language it does not read."""
    sql = (
        "SELECT count(*) FROM readings"
        " WHERE state IN ('done', 'unsupported') AND engine_version = ?"
    )
    return int(db.execute(sql, (engine_version,)).fetchone()[0])


def queue_length(db: sqlite3.Connection) -> int:
    """How many articles wait to be read."""
    sql = "SELECT count(*) FROM readings WHERE state = 'queued'"
    return int(db.execute(sql).fetchone()[0])


def is_current(db: sqlite3.Connection, article_id: int, fingerprint: str) -> bool:
    """Whether the article still has the words that were read."""
    row = db.execute("SELECT fingerprint FROM articles WHERE id = ?", (article_id,)).fetchone()
    return row is not None and row["fingerprint"] == fingerprint


def set_state(
    db: sqlite3.Connection,
    article_id: int,
    state: str,
    engine_version: str,
    *,
    language: str | None = None,
    error: str | None = None,
) -> None:
    """Record how the article's reading ended."""
    db.execute(
        "UPDATE readings SET state = ?, engine_version = ?, error = ? WHERE article_id = ?",
        (state, engine_version, error, article_id),
    )
    if language:
        db.execute("UPDATE articles SET language = ? WHERE id = ?", (language, article_id))


def count_crash(db: sqlite3.Connection, article_id: int) -> int:
    """Count a reader that died with the article in hand; how many that makes."""
    db.execute("UPDATE readings SET attempts = attempts + 1 WHERE article_id = ?", (article_id,))
    sql = "SELECT attempts FROM readings WHERE article_id = ?"
    row = db.execute(sql, (article_id,)).fetchone()
    return int(row["attempts"]) if row else 0  # pruned meanwhile


def forget_reading(db: sqlite3.Connection, article_id: int) -> set[int]:
    """Drop who and what was read in the article, quotes aside; the people it named."""
    named = db.execute("SELECT person_id FROM appearances WHERE article_id = ?", (article_id,))
    people = {row["person_id"] for row in named}
    for table in (*_OF_PEOPLE, "organisation_mentions", "figures"):
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
    return people


def write_quotes(
    db: sqlite3.Connection,
    article_id: int,
    text: str,
    quotes: Sequence[FoundQuote],
    people: Mapping[str, int],
) -> None:
    """Write the article's quotes in place of those it had. The same words keep their id.

    A quote that the user checked stays as it was checked while its words stand where they stood;
    what the reading has in its place is left out. ``people`` gives the ids of persons by their
    name in the reading.
    """
    kept = dict(
        db.execute("SELECT fingerprint, id FROM quotes WHERE article_id = ?", (article_id,))
    )
    index.remove_quotes(db, list(kept.values()))
    checked = _checked(db, article_id, text)
    for row in checked:
        del kept[row["fingerprint"]]
        person = people.get(row["speaker"] or "", row["person_id"])
        db.execute("UPDATE quotes SET person_id = ? WHERE id = ?", (person, row["id"]))
    quotes = [quote for quote in quotes if not any(_overlaps(quote, row) for row in checked)]
    if not quotes and not kept:
        return
    second = _second(db, article_id)
    next_id = 1 + db.execute("SELECT coalesce(max(id), 0) FROM quotes").fetchone()[0]
    rows: list[dict[str, object]] = []
    for mark, quote in fingerprints(quotes):
        quote_id = kept.pop(mark, None)
        if quote_id is None:
            quote_id, next_id = next_id, next_id + 1
        values = _quote_values(text, quote, people) | {
            "id": quote_id,
            "article_id": article_id,
            "fingerprint": mark,
            "sort_key": sort_key(second, quote_id),
        }
        rows.append(values)
    if rows:
        names = ", ".join(rows[0])
        binds = ", ".join(f":{name}" for name in rows[0])
        changes = ", ".join(f"{name} = :{name}" for name in rows[0] if name != "id")
        db.executemany(
            f"INSERT INTO quotes ({names}) VALUES ({binds})"
            f" ON CONFLICT (id) DO UPDATE SET {changes}",
            rows,
        )
    db.executemany("DELETE FROM quotes WHERE id = ?", [(gone,) for gone in kept.values()])


def _checked(db: sqlite3.Connection, article_id: int, text: str) -> list[sqlite3.Row]:
    """The article's quotes that the user checked and whose words the text still has there."""
    rows = db.execute(
        "SELECT q.id, q.fingerprint, q.spans, q.text, q.speaker, q.person_id FROM quotes q"
        " JOIN user_quotes u ON u.article_id = q.article_id AND u.fingerprint = q.fingerprint"
        " WHERE q.article_id = ? AND u.verified IS NOT NULL",
        (article_id,),
    ).fetchall()
    return [row for row in rows if _stands(row, text)]


def _stands(row: sqlite3.Row, text: str) -> bool:
    words = "".join(text[start:end] for start, end in json.loads(row["spans"]))
    return _letters(words) == _letters(row["text"])


def _letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


def _overlaps(quote: FoundQuote, row: sqlite3.Row) -> bool:
    return any(a < d and c < b for a, b in quote.spans for c, d in json.loads(row["spans"]))


def fingerprints(quotes: Sequence[FoundQuote]) -> Iterator[tuple[str, FoundQuote]]:
    """Each quote with a name for its words; the second of the same words gets another."""
    seen: dict[str, int] = {}
    for quote in quotes:
        words = _MARKS.sub("", fold(quote.text))
        mark = sha256(words.encode()).hexdigest()[:24]
        seen[mark] = seen.get(mark, 0) + 1
        yield (mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"), quote


def _quote_values(text: str, quote: FoundQuote, people: Mapping[str, int]) -> dict[str, object]:
    is_person = quote.speaker_kind == "person" and quote.speaker is not None
    return {
        "start": quote.start,
        "end": quote.end,
        "spans": json.dumps(quote.spans),
        "kind": quote.kind,
        "cue": quote.cue,
        "speaker": quote.speaker,
        "speaker_as_written": _slice(text, quote.speaker_span),
        "speaker_kind": quote.speaker_kind,
        "office": _office(quote.office),
        "office_key": office_key(quote.office.title) if quote.office else None,
        "person_id": people.get(quote.speaker or "") if is_person else None,
        "inferred": int(quote.inferred),
        "unsaid": int(quote.unsaid),
        "told_by": quote.told_by,
        "confidence": round(quote.confidence, 4),
        "speaker_confidence": round(quote.speaker_confidence, 4),
        "text": quote.text,
        **_spans("cue", quote.cue_span),
        **_spans("speaker", quote.speaker_span),
    }


def _spans(name: str, span: Span | None) -> dict[str, int | None]:
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def _slice(text: str, span: Span | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def _office(role: Role | None) -> str | None:
    if role is None:
        return None
    return json.dumps([role.title, role.country, role.organisation])


def write_figures(db: sqlite3.Connection, article_id: int, text: str, reading: Reading) -> None:
    """Write the article's figures, each with the sentence it stands in."""
    if not reading.figures:
        return
    second = _second(db, article_id)
    first = 1 + db.execute("SELECT coalesce(max(id), 0) FROM figures").fetchone()[0]
    rows = []
    for figure_id, figure in enumerate(reading.figures, first):
        values = asdict(figure)
        values["equivalents"] = json.dumps([e._asdict() for e in figure.equivalents])
        values["sentence"] = " ".join(_slice(text, figure.sentence).split())  # type: ignore[union-attr]
        key = sort_key(second, figure_id)
        rows.append({"id": figure_id, "sort_key": key, "article_id": article_id, **values})
    names, binds = ", ".join(rows[0]), ", ".join(f":{name}" for name in rows[0])
    db.executemany(f"INSERT INTO figures ({names}) VALUES ({binds})", rows)


def write_organisations(db: sqlite3.Connection, article_id: int, reading: Reading) -> None:
    """Write the organisations the article names."""
    for organisation in reading.organisations:
        db.execute(
            "INSERT INTO organisations (name) VALUES (?) ON CONFLICT DO NOTHING",
            (organisation.name,),
        )
        db.executemany(
            "INSERT INTO organisation_mentions (article_id, organisation_id, start, end)"
            " SELECT ?, id, ?, ? FROM organisations WHERE name = ? ON CONFLICT DO NOTHING",
            [(article_id, start, end, organisation.name) for start, end in organisation.mentions],
        )


def _second(db: sqlite3.Connection, article_id: int) -> int:
    row = db.execute("SELECT sort_key FROM articles WHERE id = ?", (article_id,)).fetchone()
    return int(row["sort_key"]) >> LOW_BITS
