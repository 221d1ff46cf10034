"""``briefing story``: joining, parting and taking back from the shell."""

import json

import pytest

from briefing.__main__ import main
from briefing.store.connect import connect
from tests.test_story_linker import OTHER, QUAKE, arrive


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "store.db"
    db = connect(path)
    arrive(db, QUAKE, "Merrin Wire")
    arrive(db, f"{QUAKE} today", "Valdoria Times")
    arrive(db, OTHER, "The Ostmark Courier")
    db.close()
    return path


def stories(path):
    db = connect(path)
    rows = db.execute("SELECT story_id, json_group_array(id) AS ids FROM articles GROUP BY 1")
    found = {row["story_id"]: sorted(json.loads(row["ids"])) for row in rows}
    db.close()
    return found


def test_stories_are_joined_parted_and_taken_back(path, capsys):
    def story(*args):
        code = main(["--db", str(path), "story", *args])
        return code, capsys.readouterr().out

    code, told = story("merge", "2", "1")
    assert code == 0
    assert told.strip() == story("log", "--limit", "1")[1].strip()
    assert "1 article (3)" in told
    assert f"“{OTHER}”" in told
    assert "joined from story 2 (gone) to story 1" in told
    assert "by hand" in told
    assert stories(path) == {1: [1, 2, 3]}
    code, told = story("undo")
    assert code == 0
    assert "taken back" in told
    code, told = story("split", "1", "2")
    assert code == 0
    assert "parted" in told
    assert stories(path) == {1: [1], 2: [3], 3: [2]}
    story("undo")
    code, told = story("undo", "1")
    assert "takes 1 back" in told
    assert stories(path) == {1: [1], 2: [3], 4: [2]}
    newest = json.loads(story("log", "--json", "--limit", "1")[1])
    assert (newest["step"], newest["by_hand"], newest["articles"]) == ("split", True, [2])
    assert newest["titles"] == [f"{QUAKE} today"]
    assert newest["odds"] is None


@pytest.mark.parametrize(
    "args",
    [
        ("merge", "1", "1"),
        ("merge", "1", "99"),
        ("merge", "1", "9" * 30),
        ("split", "2", "3"),
        ("split", "1", "1", "3"),
        ("undo",),
        ("undo", "9"),
        ("undo", "9" * 30),
    ],
)
def test_what_cannot_be_done_fails_in_one_line(path, capsys, args):
    assert main(["--db", str(path), "story", *args]) == 1
    told = capsys.readouterr().err
    assert told.startswith("briefing: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize("args", [(), ("merge", "1"), ("merge", "x", "1"), ("split", "1")])
def test_wrong_use_is_told(path, args):
    assert main(["--db", str(path), "story", *args]) == 2
