"""The demo's articles, linked in several orders of arrival: the same people and stories come out."""

from collections import Counter
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest

from briefing.linker import commit
from briefing.model import Item
from briefing.readers import Job, read_job
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.store.people import person_rows
from briefing.store.readings import waiting
from briefing.store.search import people_ids
from briefing.verbs.demo import demo_server, make_edition
from tests import demo_expected as expected
from tests.making import NOW

ORDERS = 4


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """The demo's articles, each read once."""
    path = tmp_path_factory.mktemp("arrivals") / "edition.db"
    with demo_server(path) as server:
        make_edition(path, server)
    with closing(connect(path)) as db:
        rows = db.execute(
            "SELECT a.title, a.text, a.key, o.name AS outlet, a.published FROM articles a"
            " LEFT JOIN outlets o ON o.id = a.outlet_id ORDER BY a.sort_key"
        ).fetchall()
    items = [Item(**dict(row)) for row in rows]
    return [(item, read_job(Job(0, item.title, item.text, ""))) for item in items]


@pytest.fixture(scope="module")
def in_order(tmp_path_factory, outcomes):
    path = tmp_path_factory.mktemp("in-order") / "edition.db"
    arrive(path, outcomes)
    return path


def arrive(path, outcomes, *, at_once=1):
    """Put the articles in and link them in this order, so many at once."""
    with closing(connect(path)) as db:
        for first in range(0, len(outcomes), at_once):
            some = outcomes[first : first + at_once]
            put(db, [item for item, _ in some], now=NOW)
            jobs = {
                job.title: Job(job.article_id, job.title, job.text, job.fingerprint)
                for job in waiting(db, again=False)
            }
            commit(db, [replace(outcome, job=jobs[item.title]) for item, outcome in some], "1")


def people_of(path):
    """Who is one: sets of (article's key, name), and by what names people are shown."""
    grouped = {}
    with closing(connect(path)) as db:
        for row in db.execute(
            "SELECT a.key, p.called, p.person_id FROM appearances p JOIN articles a ON a.id = p.article_id"
        ):
            grouped.setdefault(row["person_id"], set()).add((row["key"], row["called"]))
        names = sorted(row.name for row in person_rows(db, people_ids(db, "", limit=500)))
    return sorted(map(sorted, grouped.values())), names


def stories_of(path):
    """What each story is made of: how many articles of which story of the author's."""
    grouped = {}
    with closing(connect(path)) as db:
        for row in db.execute("SELECT title, story_id FROM articles"):
            grouped.setdefault(row["story_id"], Counter())[expected.story_of(row["title"])] += 1
    return sorted(map(dict, grouped.values()), key=str)


@pytest.fixture(scope="module", params=range(ORDERS))
def other(request, tmp_path_factory, outcomes):
    """A store that the articles came into in another order, one by one or several at once."""
    seed = request.param
    order = list(reversed(outcomes)) if seed == 0 else Random(seed).sample(outcomes, len(outcomes))
    path = tmp_path_factory.mktemp("other") / "edition.db"
    arrive(path, order, at_once=(1, 1, 7, 32)[seed])
    return path


def test_the_stories_of_the_demo_are_its_authors_in_any_order(other):
    written = [{name: len(titles)} for name, titles in expected.STORIES.items()]
    assert stories_of(other) == sorted([*written, {None: 1}], key=str)


def test_the_people_of_the_demo_are_the_same_in_any_order(in_order, other):
    people, names = people_of(in_order)
    other, other_names = people_of(other)
    assert other == people
    assert other_names == names
    assert len(names) == len(set(names))
    assert "Katrin Solberg-Aas" in names
    assert "Solberg-Aas" not in names
