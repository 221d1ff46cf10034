"""The demo's articles, linked in several orders of arrival: one set of people comes out."""

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


def arrive(path, outcomes):
    """Who is one, after the articles came in this order: sets of (article's key, name)."""
    grouped = {}
    with closing(connect(path)) as db:
        for item, outcome in outcomes:
            put(db, [item], now=NOW)
            [job] = list(waiting(db, again=False))
            commit(
                db,
                replace(outcome, job=Job(job.article_id, job.title, job.text, job.fingerprint)),
                "1",
            )
        for row in db.execute(
            "SELECT a.key, p.called, p.person_id FROM appearances p JOIN articles a ON a.id = p.article_id"
        ):
            grouped.setdefault(row["person_id"], set()).add((row["key"], row["called"]))
        names = sorted(row.name for row in person_rows(db, people_ids(db, "", limit=500)))
    return sorted(map(sorted, grouped.values())), names


@pytest.mark.parametrize("seed", range(ORDERS))
def test_the_people_of_the_demo_are_the_same_in_any_order(tmp_path, outcomes, seed):
    people, names = arrive(tmp_path / "in-order.db", outcomes)
    order = list(reversed(outcomes)) if seed == 0 else Random(seed).sample(outcomes, len(outcomes))
    other, other_names = arrive(tmp_path / "other.db", order)
    assert other == people
    assert other_names == names
    assert len(names) == len(set(names))
    assert "Katrin Solberg-Aas" in names
    assert "Solberg-Aas" not in names
