"""People linked over articles, whichever of them is read first."""

import json
from itertools import permutations

import pytest

from briefing import identities
from briefing.model import FoundPerson, Item, Role
from briefing.store import linked_stories as stories
from briefing.store.connect import writing
from briefing.store.filing import put
from briefing.store.linked_people import refresh_people
from briefing.store.moved_people import newest
from briefing.store.people import person_rows
from briefing.store.search import people_ids
from tests.making import NOW


def someone(name, *aliases, office=None, country=None, former=False):
    roles = (Role(office, 0, 1, country, former=former),) if office else ()
    return FoundPerson(name, ((0, 1),), aliases, roles, country)


class Desk:
    """Takes articles in as linking does; a story is a name."""

    def __init__(self, db):
        self.db = db
        self.stories = {}
        self.articles = {}

    def read(self, title, story, *found, day="2026-03-01"):
        put(
            self.db,
            [Item(title=title, text=f"{title}.", key=f"test:{title}", published=day)],
            now=NOW,
        )
        article_id = self.db.execute("SELECT max(id) FROM articles").fetchone()[0]
        self.articles[article_id] = title
        with writing(self.db):
            self.stories[story] = stories.set_story(self.db, article_id, self.stories.get(story))
            _, changed = identities.link(self.db, article_id, found, self.stories[story], was={})
            refresh_people(self.db, changed)
        return article_id

    def people(self):
        """Who is one: sets of (article's title, name)."""
        grouped = {}
        for row in self.db.execute("SELECT article_id, called, person_id FROM appearances"):
            named = (self.articles[row["article_id"]], row["called"])
            grouped.setdefault(row["person_id"], set()).add(named)
        return sorted(map(sorted, grouped.values()))

    def names(self):
        return sorted(row.name for row in person_rows(self.db, people_ids(self.db)))


@pytest.fixture
def desk(db):
    return Desk(db)


TULLY = someone("Ada Tully", "Tully", office="prime minister", country="Tarnland")


def test_an_outlet_named_for_a_writer_hides_nobody_and_is_nobody_itself(desk):
    for outlet in ("Ada Tully", "The Sanna Herald"):
        item = Item(title=outlet, text="A column.", key=outlet, outlet=outlet)
        put(desk.db, [item], now=NOW)
    desk.read("Budget", "budget", someone("Ada Tully"), someone("The Sanna Herald"))
    assert desk.names() == ["Ada Tully"]


def test_a_surname_gets_its_full_name_from_a_later_article_and_from_the_edition(desk):
    desk.read("Budget", "budget", TULLY)
    desk.read("Floods", "floods", someone("Tully"))
    assert len(desk.people()) == 2
    desk.read("Floods again", "floods", someone("Ada Tully", "Tully"))
    assert desk.names() == ["Ada Tully"]
    [row] = newest(desk.db, 10)
    assert (row.kind, row.by_hand, row.from_name, row.to_name) == (
        "merge",
        False,
        "Tully",
        "Ada Tully",
    )
    assert row.reason == "surname of one person in the story"


def test_a_second_bearer_in_the_story_parts_what_a_surname_had_joined(desk):
    desk.read("Floods", "floods", TULLY)
    desk.read("Floods again", "floods", someone("Tully"))
    assert len(desk.people()) == 1
    desk.read("Floods at last", "floods", someone("Bruno Tully"))
    assert desk.people() == [
        [("Floods", "Ada Tully")],
        [("Floods again", "Tully")],
        [("Floods at last", "Bruno Tully")],
    ]
    assert newest(desk.db, 1)[0].kind == "split"
    row = desk.db.execute("SELECT tie, reason FROM appearances WHERE called = 'Tully'").fetchone()
    assert tuple(row) == (1, "2 people of the story bear the name")


CASES = {
    "a surname before its name": [
        ("a", "x", TULLY), ("b", "y", someone("Tully")), ("c", "y", someone("Ada Tully", "Tully")),
    ],
    "two of one surname": [
        ("a", "x", TULLY), ("b", "x", someone("Tully")), ("c", "x", someone("Bruno Tully")),
        ("d", "x", someone("Tully", office="prime minister", country="Tarnland")),
    ],
    "namesakes and one of whom nothing is said": [
        ("a", "x", TULLY),
        ("b", "y", someone("Ada Tully", office="singer", country="Ostmark")),
        ("c", "z", someone("Ada Tully")),
        ("d", "y", someone("Ada Tully")),
    ],
    "a country alone, then two offices": [
        ("a", "x", TULLY),
        ("b", "y", someone("Ada Tully", country="Ostmark")),
        ("c", "z", someone("Ada Tully", office="singer", country="Ostmark")),
    ],
    "middle names": [
        ("a", "x", someone("Bruno Kesk")), ("b", "y", someone("Bruno A. Kesk")),
        ("c", "z", someone("Bruno T. Kesk")), ("d", "y", someone("Kesk")),
    ],
    "spellings": [
        ("a", "x", someone("Kyrylo Tavrenskyi")), ("b", "y", someone("Kirill Tavrensky")),
        ("c", "z", someone("Tavrenskiy")), ("d", "z", someone("Kiril Tavrenskiy")),
    ],
    "father and son": [
        ("a", "x", someone("Bruno Kesk Sr")), ("b", "x", someone("Bruno Kesk Jr.")),
        ("c", "y", someone("Bruno Kesk")), ("d", "x", someone("Kesk")),
    ],
    "surnames alone": [
        ("a", "x", someone("Tully")), ("b", "x", someone("Tully")), ("c", "y", someone("Tully")),
        ("d", "x", someone("Tully", country="Ostmark")),
    ],
    "a surname and an office of state": [
        ("a", "x", someone("Ada Tully", office="prime minister")),
        ("b", "y", someone("Ada Tully", "Tully")),
        ("c", "z", someone("Tully", office="prime minister")),
        ("d", "x", someone("Tully")),
    ],
    "two who bore a surname in one office": [
        ("a", "x", TULLY),
        ("b", "y", someone("Bruno Tully", "Tully", office="prime minister", country="Ostmark")),
        ("c", "z", someone("Tully", office="prime minister")),
        ("d", "w", someone("Tully", office="prime minister", country="Ostmark")),
    ],
    "a surname and an office, and two forms of the whole name": [
        ("a", "x", someone("Ada Tully", "Tully", office="prime minister")),
        ("b", "y", someone("Ada M. Tully", "Tully", office="prime minister")),
        ("c", "z", someone("Tully", office="prime minister")),
        ("d", "y", someone("Ada B. Tully")),
    ],
    "spouses": [
        ("a", "x", someone("Viktor Drahn"), someone("Clara Drahn")), ("b", "x", someone("Drahn")),
        ("c", "y", someone("Clara Drahn", "Drahn")), ("d", "y", someone("Drahn")),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_no_order_of_arrival_makes_other_people(tmp_path, name):
    from contextlib import closing

    from briefing.store.connect import connect

    outcomes = {}
    for number, order in enumerate(permutations(CASES[name])):
        with closing(connect(tmp_path / f"{number}.db")) as db:
            desk = Desk(db)
            for title, story, *found in order:
                desk.read(title, story, *found)
            outcomes.setdefault(str(desk.people()), [title for title, *_ in order])
    assert len(outcomes) == 1, outcomes


def test_a_better_name_is_shown_in_the_stories_that_came_before(desk):
    office = {"office": "defence minister", "country": "Tarnland"}
    desk.read("talks", "patrols", someone("Andriy Kostrava", **office))
    stories.refresh_people_of(desk.db, desk.stories["patrols"])
    for title in ("vote", "count"):
        desk.read(title, "election", someone("Andrii Kostrava", **office))
    assert desk.names() == ["Andrii Kostrava"]
    assert people_of(desk, "patrols") == ["Andrii Kostrava"]


def people_of(desk, story):
    row = desk.db.execute("SELECT people FROM stories WHERE id = ?", (desk.stories[story],))
    return json.loads(row.fetchone()["people"])


def test_a_surname_with_an_office_of_state_is_the_one_of_the_edition(desk):
    desk.read("Floods", "floods", someone("Tully", office="prime minister"))
    desk.read("Budget", "budget", TULLY)
    desk.read("Dam", "dam", someone("Tully", office="prime minister"))
    desk.read("Wedding", "wedding", someone("Tully"))
    desk.read("Match", "match", someone("Tully", office="coach"))
    desk.read("Past", "past", someone("Tully", office="prime minister", former=True))
    [together] = [group for group in desk.people() if len(group) > 1]
    assert together == [("Budget", "Ada Tully"), ("Dam", "Tully"), ("Floods", "Tully")]


def test_a_surname_with_an_office_that_two_bore_is_nobody_elses(desk):
    desk.read("Floods", "floods", someone("Tully", office="prime minister"))
    desk.read("Budget", "budget", TULLY)
    assert len(desk.people()) == 1
    other = someone("Bruno Tully", "Tully", office="prime minister", country="Ostmark")
    desk.read("Harbour", "harbour", other)
    assert len(desk.people()) == 3
