"""``briefing doctor`` with what it can do, and ``briefing prune``, as processes of their own."""

import os
import pty
import subprocess

import pytest

from briefing.store import user
from briefing.store.connect import connect
from tests.calling import COMMAND, briefing, home_of
from tests.damage import edition, keys_in, overwrite, pages_of
from tests.making import NOW, add_article


@pytest.fixture
def home(tmp_path):
    return tmp_path


def doctor(store, home, *args):
    return briefing("--db", store, "doctor", *args, home=home)


def test_a_backup_is_made_checked_and_put_back(store, home):
    edition(store, 40)
    made = doctor(store, home, "--backup", home / "copy.db")
    assert (made.code, made.err) == (0, "")
    assert made.out == f"40 articles backed up to {home / 'copy.db'}, which is sound\n"
    overwrite(store, pages_of(store, "articles")[:3])
    told = doctor(store, home)
    assert told.code == 1
    assert "to do: briefing doctor --salvage" in told.out
    back = doctor(store, home, "--restore", home / "copy.db")
    assert back.code == 0
    assert "what was there before is now" in back.out
    assert len(keys_in(store)) == 40
    sound = doctor(store, home)
    assert (sound.code, sound.out.splitlines()[-1]) == (0, "the store is sound")
    assert "aside:" in sound.out


def test_a_backup_without_a_name_lies_beside_the_store(store, home):
    edition(store, 3)
    assert doctor(store, home, "--backup").code == 0
    (copy,) = store.parent.glob("edition-*.db")
    assert len(keys_in(copy)) == 3


def test_a_damaged_store_is_salvaged_and_read_again(store, home):
    edition(store, 60)
    overwrite(store, pages_of(store, "articles")[2:4])
    made = doctor(store, home, "--salvage")
    assert (made.code, made.err) == (0, "")
    lines = made.out.splitlines()
    assert lines[0].startswith("saved: ")
    assert any(line.startswith("lost of articles: ") for line in lines)
    left = len(keys_in(store))
    assert 50 < left < 60
    assert f"{left} articles read" in briefing("--db", store, "sync", "--offline", home=home).out
    assert doctor(store, home).code == 0


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_store_that_was_cut_off_says_so_and_comes_back(store, home, size):
    edition(store, 20)
    briefing("--db", store, "sync", "--offline", home=home)
    with store.open("rb+") as file:
        file.truncate(size)
    for call in ("articles", "sync"):
        ran = briefing("--db", store, call, home=home)
        assert ran.code == 1
        assert ran.err.startswith("briefing: ")
        assert len(ran.err.splitlines()) == 1
    told = doctor(store, home)
    assert told.code == 1
    (line,) = [line for line in told.out.splitlines() if "--restore" in line]
    backup = line.partition("--restore '")[2].partition("'")[0]
    assert doctor(store, home, "--restore", backup).code == 0
    assert len(keys_in(store)) == 20


def test_others_who_may_read_the_store_are_told_of(store, home):
    edition(store, 1)
    store.chmod(0o644)
    ran = doctor(store, home)
    assert ran.code == 1
    assert "problem: others may read" in ran.out


def test_a_store_that_is_not_there_is_not_salvaged(home):
    ran = doctor(home / "none.db", home, "--salvage")
    assert (ran.code, "is not there" in ran.err) == (1, True)


@pytest.fixture
def dated(db, store):
    add_article(db, "Old boats", [("Mira Talan", "Forty boats.")], published="2025-01-05")
    add_article(db, "Marked boats", [("Petra Sandor", "No boats.")], published="2025-02-05")
    add_article(db, "New boats", [("Mira Talan", "More boats.")], published="2026-02-05")
    user.mark_verified(db, 2, NOW)
    return store


def titles(store) -> set[str]:
    db = connect(store)
    found = {row["title"] for row in db.execute("SELECT title FROM articles")}
    db.close()
    return found


def test_prune_shows_what_would_go_and_drops_nothing_unasked(dated, home):
    ran = briefing("--db", dated, "prune", "--before", "2026-01-01", home=home)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "2 articles from before 2026-01-01 00:00 UTC, with 2 quotes; 0 of them were opened",
        "1 with marks of yours, which would be lost:",
        "  Marked boats (Valdoria Times, 2025-02-05): checked quotes",
        "to prune them, say  --yes",
        "nothing was pruned",
    ]
    assert len(titles(dated)) == 3


def test_prune_drops_when_told_to_and_keeps_what_is_marked(dated, home):
    call = ("--db", dated, "prune", "--before", "2026-01-01", "--yes")
    ran = briefing(*call, "--keep", "marked", home=home)
    assert (ran.code, ran.err) == (0, "")
    assert titles(dated) == {"Marked boats", "New boats"}
    assert briefing(*call, home=home).code == 0
    assert titles(dated) == {"New boats"}


@pytest.mark.parametrize(("answer", "left"), [(b"y\n", 1), (b"\n", 3), (b"no\n", 3)])
def test_prune_asks(dated, home, answer, left):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "--db", str(dated), "prune", "--before", "2026-01-01"],
        env=home_of(home),
        cwd=home,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.write(ours, answer)
    out, err = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert (b"[y/N]" in out, err) == (True, b"")
    assert (len(titles(dated)), process.returncode) == (left, int(left == 3))


def test_prune_needs_a_day(dated, home):
    ran = briefing("--db", dated, "prune", "--before", "some day", home=home)
    assert (ran.code, "is no day" in ran.err) == (2, True)
