"""What linking a person costs: every look-up goes by an index."""

import pytest

from briefing.store import linked_people as people
from briefing.store import linked_quotes as quotes
from briefing.store import moved_people as moves
from briefing.store import office_holders
from briefing.store.person_details import person_details
from tests.making import add_article


def plans(db, ask):
    """The query plans of all that ``ask`` runs."""
    asked = []
    db.set_trace_callback(asked.append)
    ask()
    db.set_trace_callback(None)
    found = []
    for sql in asked:
        if sql.lstrip().upper().startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
            found += [(row["detail"], sql) for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    return found


LOOK_UPS = {
    "candidates": lambda db: people.candidates(db, ["talan mira"], 1, 1),
    "fellows": lambda db: people.fellows(db, 1),
    "appearances": lambda db: people.appearances(db, [1], 10),
    "a story's": lambda db: people.story_appearances(db, 1),
    "holders": lambda db: office_holders.holders(db, "minister", "Valdoria", "Guild", 1),
    "holders of a surname": lambda db: office_holders.holders_of_family(db, ["king"], "talan "),
    "stories that mean a holder": lambda db: office_holders.stories_naming(db, ["king"], ["Talan"]),
    "stories of parts of names": lambda db: office_holders.stories_of_parts(db, [1]),
    "open offices": lambda db: quotes.open_offices(db, "minister", 2, 10),
    "refresh": lambda db: people.refresh_people(db, [1]),
    "role": lambda db: people.role_in(db, 1, 1),
    "details": lambda db: person_details(db, [1]),
    "identity": lambda db: moves.identity_now(db, 1),
}


@pytest.mark.parametrize("name", LOOK_UPS)
def test_nothing_on_record_is_scanned(db, name):
    add_article(
        db, "Boats", [("Mira Talan", "Forty boats will sail."), ("Oren Hask", "They will.")]
    )
    found = plans(db, lambda: LOOK_UPS[name](db))
    assert found
    names = {
        "people", "appearances", "aliases", "roles", "mentions", "articles", "quotes", "stories",
        "person_names", "person_offices", "person_keys", "user_people", *"apqrsuom",
    }  # fmt: skip
    scans = [(detail, sql) for detail, sql in found if set(detail.split()[:2]) & {"SCAN"}]
    assert [one for one in scans if one[0].split()[1] in names] == []
