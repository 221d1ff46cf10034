"""``briefing articles --changes``: what outlets changed, from the shell."""

import json
from contextlib import closing

import pytest

from briefing.__main__ import main
from briefing.model import Item
from briefing.store.connect import connect
from briefing.store.filing import put

OLD = "The fleet of Tarn sails at dawn, with forty boats and a priest.\n\nNobody asked why."
NEW = OLD.replace("forty boats", "fifty boats")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "store.db"
    with closing(connect(path)) as db:
        for number, text in enumerate((OLD, NEW, NEW + " Not yet.")):
            item = Item(title="Fleet sails", text=text, key="fleet", outlet="Merrin Wire")
            put(db, [item], now=f"2031-05-0{number + 1}T10:00:00Z")
        put(db, [Item(title="Harvest", text="Hay.", key="hay")], now="2031-05-01T10:00:00Z")
    return path


def changes(path, capsys, *args):
    assert main(["--db", str(path), "articles", "--changes", *args]) == 0
    return capsys.readouterr()


def test_changes_are_told_word_by_word_the_newest_first(path, capsys):
    told = changes(path, capsys).out
    assert told.index("{+Not yet.+}") < told.index("[-forty-] {+fifty+} boats")
    assert "Merrin Wire, changed 2031-05-03 10:00, text 3" in told
    assert "Harvest" not in told


def test_changes_as_json_make_up_both_texts(path, capsys):
    [_, line] = changes(path, capsys, "fleet", "--json").out.splitlines()
    row = json.loads(line)
    assert (row["article_id"], row["revision"], row["replaced"]) == (1, 2, "2031-05-02T10:00:00Z")
    made = {
        kind: "".join(p["text"] for p in row["changes"] if p["kind"] in ("same", kind))
        for kind in ("gone", "new")
    }
    assert made == {"gone": OLD, "new": NEW}
    assert {part["kind"] for part in row["title_changes"]} == {"same"}


def test_where_nothing_was_changed_a_hint_says_so(path, capsys):
    told = changes(path, capsys, "harvest")
    assert told.out == ""
    assert "no such article was changed" in told.err


def test_articles_say_which_text_they_are(path, capsys):
    assert main(["--db", str(path), "articles", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["revision"], row["updated"]) for row in rows] == [
        (3, "2031-05-03T10:00:00Z"), (1, None),
    ]  # fmt: skip
