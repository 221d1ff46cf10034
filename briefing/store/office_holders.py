"""Who holds an office, as linking looks it up: by place, or by the surname they bear."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from briefing.model import KnownPerson, KnownRole
from briefing.store.people import person_rows
from briefing.store.rows import marks


def holders(
    db: sqlite3.Connection,
    office: str,
    country: str | None,
    organisation: str | None,
    story_id: int | None,
) -> list[KnownPerson]:
    """Those on record who may have held the office (by key) there, and all those of the story."""
    rows = db.execute(
        "SELECT person_id FROM person_offices"
        " WHERE folded = :office AND country IN (:country, '') AND :country IS NOT NULL"
        " UNION SELECT person_id FROM person_offices"
        " WHERE folded = :office AND organisation = :organisation COLLATE NOCASE"
        " UNION SELECT p.person_id FROM articles a JOIN appearances p ON p.article_id = a.id"
        " WHERE a.story_id = :story",
        {"office": office, "country": country, "organisation": organisation, "story": story_id},
    )
    return known_people(db, [row["person_id"] for row in rows], story_id)


def known_people(
    db: sqlite3.Connection, ids: Sequence[int], story_id: int | None
) -> list[KnownPerson]:
    """People as offices compare them."""
    rows = db.execute(
        "SELECT DISTINCT p.person_id FROM articles a JOIN appearances p ON p.article_id = a.id"
        " WHERE a.story_id = ?",
        (story_id,),
    )
    here = {row["person_id"] for row in rows}
    return [
        KnownPerson(
            id=row.id,
            name=row.name,
            aliases=row.aliases,
            country=row.country,
            roles=tuple(
                KnownRole(r.title, r.country, r.organisation, r.former, r.first_seen, r.last_seen)
                for r in row.roles
            ),
            in_story=row.id in here,
        )
        for row in person_rows(db, ids)
    ]


def held_in(db: sqlite3.Connection, article_id: int, called: str) -> frozenset[str]:
    """The offices, by key, that an article has somebody hold, said to be of no organisation."""
    rows = db.execute(
        "SELECT folded FROM roles WHERE article_id = ? AND called = ?"
        " AND NOT former AND coalesce(organisation, '') = ''",
        (article_id, called),
    )
    return frozenset(row["folded"] for row in rows)


def held_by(db: sqlite3.Connection, person_id: int) -> frozenset[str]:
    """The offices, by key, that articles have a person hold, said to be of no organisation."""
    rows = db.execute(
        "SELECT folded FROM person_offices"
        " WHERE person_id = ? AND NOT former AND organisation = ''",
        (person_id,),
    )
    return frozenset(row["folded"] for row in rows)


def holders_of_family(db: sqlite3.Connection, offices: Iterable[str], key: str) -> list[int]:
    """Those on record who hold one of these offices, their whole name's key beginning so."""
    sql = (
        "SELECT k.person_id FROM person_keys k JOIN person_offices o ON o.person_id = k.person_id"
        " AND o.folded = ? AND NOT o.former AND o.organisation = ''"
        " WHERE k.key >= ? AND k.key < ?"
        " AND EXISTS (SELECT 1 FROM appearances WHERE person_id = k.person_id AND whole)"
    )
    # What sorts right behind all keys that begin so ends in the next character.
    end = key[:-1] + chr(ord(key[-1]) + 1)
    return sorted({row[0] for office in offices for row in db.execute(sql, (office, key, end))})


def stories_naming(
    db: sqlite3.Connection, offices: Iterable[str], names: Collection[str]
) -> set[int]:
    """Stories that call somebody who holds such an office by one of these parts of a name."""
    sql = (
        "SELECT DISTINCT a.story_id FROM person_offices o"
        f" JOIN person_names n ON n.person_id = o.person_id AND n.name IN ({marks(list(names))})"
        " JOIN appearances p ON p.person_id = o.person_id AND NOT p.whole"
        " JOIN articles a ON a.id = p.article_id"
        " WHERE o.folded = ? AND NOT o.former AND o.organisation = '' AND a.story_id IS NOT NULL"
    )
    return {row[0] for office in offices for row in db.execute(sql, (*names, office))}


def stories_of_parts(db: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    """Stories that mean one of these people by a part of a name."""
    sql = (
        "SELECT DISTINCT a.story_id FROM appearances p JOIN articles a ON a.id = p.article_id"
        " WHERE p.person_id = ? AND NOT p.whole AND a.story_id IS NOT NULL"
    )
    return {row["story_id"] for number in ids for row in db.execute(sql, (number,))}
