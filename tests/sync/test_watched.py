"""A folder as a source: what is new in it comes in, what changes is a revision, nothing is lost."""

import os
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from briefing.errors import FeedError
from briefing.store.connect import connect
from briefing.store.salvage import salvage
from briefing.sync import watched
from tests.sync import papers
from tests.sync.feeds import LONG
from tests.sync.test_sync import NOW, added, articles, columns, counts, synced


@pytest.fixture
def notes(tmp_path) -> Path:
    (folder := tmp_path / "notes").mkdir()
    return folder


def put(path: Path, text: str | bytes, age: float = 60) -> Path:
    """A file that was last changed so many seconds ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_new_files_come_in_changed_ones_become_revisions_and_deleted_ones_stay(store, notes):
    put(notes / "harbour.txt", f"Harbour deal signed\n\n{LONG}")
    put(notes / "deep" / "rail.txt", f"Rail strike ends\n\n{LONG.replace('harbour', 'rail')}")
    [source] = added(store, f"{notes}/")
    assert (source.kind, source.url, source.state) == ("folder", notes.as_uri(), "new")
    [row] = synced(store)
    assert (row.state, row.error, counts(row)) == ("ok", None, (2, 0, 0))
    assert counts(synced(store)[0]) == (0, 0, 2)

    put(notes / "harbour.txt", f"Harbour deal signed\n\n{LONG}\n\nThe mayor has withdrawn.", age=30)
    put(notes / "tarn.txt", f"Tarn votes\n\n{LONG.replace('harbour', 'tarn')}")
    assert counts(synced(store)[0]) == (1, 1, 1)
    assert articles(store)["Harbour deal signed"].endswith("The mayor has withdrawn.")
    assert columns(store, "text FROM revisions") == [(LONG,)]

    (notes / "harbour.txt").unlink()
    (notes / "deep" / "rail.txt").rename(notes / "rail.txt")
    assert counts(synced(store)[0]) == (0, 0, 2)
    assert set(articles(store)) == {"Harbour deal signed", "Rail strike ends", "Tarn votes"}


def test_what_cannot_be_taken_in_is_named_while_it_is_there_and_read_once(
    store, notes, monkeypatch
):
    put(notes / "good.txt", f"Harbour deal signed\n\n{LONG}")
    put(notes / "deep" / "old.doc", b"\xd0\xcf\x11\xe0 word")
    put(notes / "broken.pdf", b"%PDF-1.7 nothing")
    put(notes / "list.txt", "https://a.example/1\nhttps://a.example/2\n")
    put(notes / "feeds.html", "<opml><body/></opml>")
    put(notes / "picture.png", b"\x89PNG")
    added(store, str(notes))
    [row] = synced(store)
    assert (row.state, counts(row)) == ("ok", (1, 0, 0))
    assert row.error.startswith("not all came in: ")
    assert row.error.endswith("; and 1 more")
    assert (
        "list.txt: is a list of addresses: take it in by hand"
        in columns(store, "error FROM folder_files WHERE path = 'list.txt'")[0]
    )
    [again] = synced(store)
    assert (again.error, counts(again)) == (row.error, (0, 0, 5))

    for name in ("deep/old.doc", "list.txt", "feeds.html"):
        (notes / name).unlink()
    put(notes / "broken.pdf", papers.pdf(["Talks end in Karsk", *LONG.split(". ")]), age=30)
    [row] = synced(store)
    assert (row.error, counts(row)) == (None, (1, 0, 1))


def test_one_file_that_kills_its_parser_costs_no_other(store, notes, monkeypatch):
    put(notes / "a.txt", f"Harbour deal signed\n\n{LONG}", age=30)
    put(notes / "deep.html", "<html><body>" + "<div>" * 400_000 + "Talks end.")
    put(notes / "z.txt", f"Rail strike ends\n\n{LONG.replace('harbour', 'rail')}", age=90)
    added(store, str(notes))
    synced(store)
    assert {"Harbour deal signed", "Rail strike ends"} <= set(articles(store))


def test_links_hidden_files_locks_and_pipes_are_passed_over(store, notes, tmp_path):
    secret = put(tmp_path / "elsewhere" / "secret.txt", f"Secret\n\n{LONG}")
    (notes / "link.txt").symlink_to(secret)
    (notes / "up").symlink_to(tmp_path)
    (notes / "round").symlink_to(notes)
    os.mkfifo(notes / "pipe.txt")
    put(notes / ".hidden.txt", f"Hidden\n\n{LONG}")
    put(notes / "~$lock.docx", b"lock")
    put(notes / ".git" / "a.txt", f"Git\n\n{LONG}")
    put(notes / "good.txt", f"Harbour deal signed\n\n{LONG}")
    added(store, str(notes))
    [row] = synced(store)
    assert (row.error, counts(row)) == (None, (1, 0, 0))
    assert set(articles(store)) == {"Harbour deal signed"}


def test_a_file_that_is_being_written_comes_whole_or_with_the_next_sync(store, notes):
    path = put(notes / "a.txt", "Harbour deal signed\n\nThe first", age=0)
    added(store, str(notes))
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            with path.open("a") as file:
                file.write(" and one more")
            time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        [row] = synced(store)
    finally:
        done.set()
        writer.join()
    assert (row.state, counts(row)) == ("ok", (0, 0, 0))
    assert row.error == "not all came in: a.txt: is being written: it comes with the next sync"
    put(path, f"Harbour deal signed\n\n{LONG}", age=0)  # just saved: waited for, then whole
    [row] = synced(store)
    assert (row.error, counts(row)) == (None, (1, 0, 0))
    assert articles(store) == {"Harbour deal signed": LONG}


def test_a_folder_that_is_gone_or_closed_says_so_and_keeps_what_came(store, notes):
    put(notes / "a.txt", f"Harbour deal signed\n\n{LONG}")
    added(store, str(notes))
    synced(store)
    notes.rename(notes.with_name("away"))
    [row] = synced(store)
    assert row.state == "failed"
    assert row.error == "it is not there any more: if it moved, add it where it is now"
    notes.with_name("away").rename(notes)
    [row] = synced(store)
    assert (row.state, row.error, counts(row)) == ("ok", None, (0, 0, 1))


def test_a_folder_within_that_may_not_be_read_is_named(notes, monkeypatch):
    put(notes / "good.txt", LONG)
    (notes / "closed").mkdir()
    real = os.scandir

    def scandir(place):  # root, who runs many a test, may read everything
        if str(place).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(place))
        return real(place)

    monkeypatch.setattr(os, "scandir", scandir)
    looked = watched.look(notes)
    assert [one.name for one in looked.files] == ["good.txt"]
    assert looked.faults == ("closed: may not be read: change its permissions or copy it",)


def test_a_huge_folder_is_looked_after_up_to_a_bound_and_says_so(notes, monkeypatch):
    for n in range(12):
        put(notes / f"{n:02}.txt", LONG)
    monkeypatch.setattr(watched, "MOST_FILES", 10)
    looked = watched.look(notes)
    assert len(looked.files) == 10
    assert looked.faults == ("holds more than 10 documents: add the folders in it one by one",)


def test_what_its_time_does_not_reach_comes_with_the_next_sync(store, notes, monkeypatch):
    for n in range(3):
        put(notes / f"{n}.txt", f"Report {n}\n\n{LONG.replace('harbour', f'harbour{n}')}")
    added(store, str(notes))
    with monkeypatch.context() as short:
        short.setattr(watched, "DEADLINE", -1.0)
        [row] = synced(store)
    assert (row.state, counts(row)) == ("ok", (0, 0, 0))
    assert "its turn did not come in this sync" in row.error
    [row] = synced(store)
    assert (row.error, counts(row)) == (None, (3, 0, 0))


def test_a_name_that_is_no_text_and_one_that_would_steer_a_terminal(store, notes):
    put(notes / "\x1b[2J[b]bold.txt", f"Harbour deal signed\n\n{LONG}")
    bad = Path(os.fsdecode(os.fsencode(notes) + b"/caf\xe9"))
    put(bad / "note.txt", f"Rail strike ends\n\n{LONG.replace('harbour', 'rail')}")
    [source] = added(store, str(bad))
    assert source.url.endswith("/caf%E9")
    assert counts(synced(store)[0]) == (1, 0, 0)
    added(store, str(notes))
    assert [counts(row) for row in synced(store)] == [(0, 0, 1), (1, 0, 1)]
    assert counts(synced(store)[1]) == (0, 0, 2)


def test_what_was_published_before_a_day_waits_for_another_sync(store, notes):
    put(notes / "a.txt", f"Harbour deal signed\n\nPublished: 1 April 2025\n\n{LONG}")
    put(
        notes / "b.html",
        "<html><head><title>Rail strike ends</title>"
        '<meta property="article:published_time" content="2025-04-01T09:00:00Z"></head>'
        f"<body><article><p>{LONG.replace('harbour', 'rail')}</p></article></body></html>",
    )
    added(store, str(notes))
    synced(store, since="2025-04-10")
    assert "Rail strike ends" not in articles(store)
    synced(store)
    assert "Rail strike ends" in articles(store)


def test_a_folder_is_due_with_every_timer_and_salvage_has_it_read_again(store, notes):
    put(notes / "a.txt", f"Harbour deal signed\n\n{LONG}")
    added(store, str(notes))
    synced(store)
    assert len(synced(store, NOW + timedelta(minutes=1), scheduled=True)) == 1
    salvage(store)
    db = connect(store)
    db.execute("DELETE FROM articles")
    db.close()
    assert counts(synced(store)[0]) == (1, 0, 0)


def test_a_path_that_is_not_there_is_no_address(store, tmp_path):
    with pytest.raises(Exception, match="no such file or folder"):
        added(store, f"{tmp_path}/missing/")
    with pytest.raises(FeedError, match="not there any more"):
        watched.look(tmp_path / "missing")
