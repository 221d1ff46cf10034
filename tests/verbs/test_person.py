"""``briefing person``: joining, parting and taking back from the shell."""

import pytest

from briefing.__main__ import main
from briefing.store.connect import connect
from briefing.store.people import person_rows
from briefing.store.search import people_ids
from tests.making import add_article


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "store.db"
    db = connect(path)
    add_article(db, "Boats", [("Mira Talan", "Forty boats will sail.")])
    add_article(db, "Wedding", [("Mira Kesk", "I am glad.")])
    add_article(db, "Harbour", [("Mira Talan", "The harbour is deep.")])
    db.close()
    return path


def names(path):
    db = connect(path)
    rows = person_rows(db, people_ids(db))
    db.close()
    return sorted(row.name for row in rows)


def test_people_are_joined_parted_and_taken_back(path, capsys):
    def person(*args):
        code = main(["--db", str(path), "person", *args])
        return code, capsys.readouterr().out

    code, told = person("merge", "2", "1")
    assert code == 0
    assert told.strip() == person("log")[1].strip()
    assert names(path) == ["Mira Talan"]
    code, told = person("undo")
    assert code == 0
    assert "taken back" in told
    assert names(path) == ["Mira Kesk", "Mira Talan"]
    code, told = person("split", "1", "3")
    assert code == 0
    assert "parted" in told
    assert names(path) == ["Mira Kesk", "Mira Talan", "Mira Talan"]
    assert person("undo", "2")[0] == 0
    assert names(path) == ["Mira Kesk", "Mira Talan"]
    assert '"kind": "split"' in person("log", "--json", "--limit", "1")[1]


@pytest.mark.parametrize(
    "args",
    [("merge", "1", "1"), ("merge", "1", "99"), ("split", "2", "2"), ("undo",), ("undo", "9" * 30)],
)
def test_what_cannot_be_done_fails_in_one_line(path, capsys, args):
    assert main(["--db", str(path), "person", *args]) == 1
    told = capsys.readouterr().err
    assert told.startswith("briefing: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize("args", [(), ("merge", "1"), ("merge", "x", "1"), ("split", "1")])
def test_wrong_use_is_told(path, args):
    assert main(["--db", str(path), "person", *args]) == 2
