"""Taking in one's own documents."""

import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest

from briefing.__main__ import main
from briefing.store import connect as connecting
from briefing.store.check import problems
from briefing.store.connect import connect
from tests.calling import COMMAND, briefing, home_of, write_settings
from tests.loopback import Loopback
from tests.sync.papers import pdf
from tests.verbs.texts import BOATS


def listed(home, *args):
    ran = briefing(*args, "--json", home=home)
    assert ran.code == 0, ran.err
    return ran.rows


def test_what_can_be_taken_in_is_and_the_rest_is_named(office, taken):
    assert taken.code == 1
    assert taken.out == "7 new articles, 0 updated, 0 unchanged, 7 read\n"
    assert taken.err.splitlines() == [
        "briefing: rows.jsonl, line 4: is no JSON: one object a line is needed",
        "briefing: rows.jsonl, line 6: has neither title nor text",
        "briefing: missing.txt: there is no such file or folder: check how it is spelled",
        "briefing: empty.txt: is empty",
        "briefing: binary.txt: is no text: save it as .txt or .html",
    ]


def test_every_document_is_an_article(office, taken):
    rows = {row["title"]: row for row in listed(office, "articles")}
    assert set(rows) == {
        "Valdoria promises forty boats",
        "Harbour of Tarn closes",
        "Ostmark cuts its budget",
        "Ferry runs again",
        "Only a title",
        "Bridge opens",
        next(title for title in rows if title.startswith("“The bridge is safe")),
    }
    boats = rows["Valdoria promises forty boats"]
    assert (boats["outlet"], boats["byline"]) == ("Valdoria Times", "Ilse Brandt")
    assert (boats["published"], boats["place"]) == ("2026-03-01", "Karsk")
    ferry = rows["Ferry runs again"]
    assert (ferry["external_id"], ferry["published"]) == ("17", "2026-03-03T07:00:00Z")
    assert all(row["reading"] == "done" for row in rows.values())


def test_one_id_for_two_texts_loses_neither(office, taken):
    rows = [row["title"] for row in listed(office, "articles") if row["external_id"] == "17"]
    assert sorted(rows) == ["Bridge opens", "Ferry runs again"]


def test_what_was_said_is_found_with_its_speaker(office, taken):
    for words, speaker in [
        ("sail", "Mira Talan"),
        ("ice", "Jonas Hale"),
        ("parliament OR way", "Petra Sandor"),
        ("bridge safe", "Olga Marr"),
    ]:
        rows = listed(office, "quotes", words)
        assert speaker in {row["speaker"] for row in rows}, words


def test_the_same_again_is_unchanged_and_an_edit_keeps_its_id(office, taken):
    [before] = listed(office, "articles", "forty boats")
    again = briefing("import", "boats.txt", "notes", home=office)
    assert (again.code, again.out) == (0, "0 new articles, 0 updated, 3 unchanged, 0 read\n")
    (office / "boats.txt").write_text(BOATS.replace("Forty", "Fifty"), encoding="utf-8")
    edited = briefing("import", "boats.txt", home=office)
    assert edited.out == "0 new articles, 1 updated, 0 unchanged, 1 read\n"
    [after] = listed(office, "articles", "fifty boats sail")
    assert after["id"] == before["id"]
    assert [row["text"] for row in listed(office, "quotes", '"fifty boats"')]


def test_the_store_is_sound_afterwards(office, taken):
    with closing(connect(office / "data" / "briefing" / "edition.db")) as db:
        assert problems(db) == []


@pytest.mark.parametrize("target", ["", "HTTP://127.0.0.1:1/x", "a" * 5000, "/dev/null"])
def test_what_is_no_document_is_told_in_one_line(home, target):
    ran = briefing("import", target, home=home)
    assert (ran.code, ran.out) == (1, "0 new articles, 0 updated, 0 unchanged, 0 read\n")
    assert ran.err.startswith("briefing: ")
    assert len(ran.err.splitlines()) == 1


def test_an_empty_name_is_not_the_folder_one_is_in(home):
    (home / "private.txt").write_text("“Not yet,” Mira Talan said.")
    assert briefing("import", "", home=home).code == 1
    assert briefing("articles", home=home).out == ""


def test_nothing_but_a_closed_standard_input_is_told(home):
    command = " ".join([*COMMAND, "import", "-"])
    ran = subprocess.run(
        ["sh", "-c", f"exec {command} <&-"],
        env=home_of(home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, "briefing: standard input: is empty\n")


def test_settings_that_are_wrong_are_told_before_anything_is_taken_in(home):
    (home / "note.txt").write_text("A note.")
    path = write_settings(home, "theme = dark")
    ran = briefing("import", "note.txt", home=home)
    assert ran.code == 1
    assert ran.err.startswith(f"briefing: {path} cannot be read")
    assert briefing("articles", home=home).out == ""


def test_a_store_that_is_held_by_another_is_told(store, tmp_path, monkeypatch, capsys):
    connect(store).close()
    patience = [s.replace(str(connecting.BUSY_MS), "50") for s in connecting._SETTINGS]
    monkeypatch.setattr(connecting, "_SETTINGS", patience)
    (tmp_path / "boats.txt").write_text(BOATS)
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert main(["--db", str(store), "import", str(tmp_path / "boats.txt")]) == 1
        told = capsys.readouterr().err
        assert main(["--db", str(store), "articles"]) == 0
    assert told.strip() == (
        f"briefing: {store} is in use by another program: close it there, then try again"
    )


def many(folder, count):
    text = "\n".join(
        f'{{"id": {n}, "title": "Berth {n} is free", "text": "Berth {n} is free again.'
        f' “We wait for {n} boats,” Mira Talan said in Karsk."}}'
        for n in range(count)
    )
    (folder / "many.jsonl").write_text(text, encoding="utf-8")


def test_an_import_that_is_killed_goes_on_with_the_next_sync(home):
    many(home, 12)
    store = home / "edition.db"
    child = subprocess.Popen(
        [*COMMAND, "--db", store, "import", "many.jsonl"],
        cwd=home, env=home_of(home), stdout=subprocess.DEVNULL,
    )  # fmt: skip
    with closing(connect(store)) as db:
        deadline = time.monotonic() + 30
        while not db.execute("SELECT count(*) FROM articles").fetchone()[0]:
            assert time.monotonic() < deadline
            time.sleep(0.01)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    overview = briefing("--db", store, home=home)
    assert "12 articles to be read: briefing sync reads them" in overview.out
    empty = briefing("--db", store, "quotes", home=home)
    assert (empty.out, empty.err) == (
        "", "briefing: articles wait to be read: read them with  briefing sync\n",
    )  # fmt: skip
    on = briefing("--db", store, "sync", home=home)
    assert (on.code, on.err) == (0, "")
    assert on.out == "0 new articles, 0 updated, 12 read, 0 sources failed\n"
    assert len(briefing("--db", store, "quotes", "--json", home=home).rows) == 12


def test_two_imports_at_once_lose_nothing(home):
    many(home, 8)
    (home / "boats.txt").write_text(BOATS, encoding="utf-8")
    store = home / "new" / "folder" / "edition.db"
    imports = [
        subprocess.Popen(
            [*COMMAND, "--db", store, "import", *targets],
            cwd=home, env=home_of(home), stdout=subprocess.DEVNULL,
        )
        for targets in (["many.jsonl"], ["boats.txt", "many.jsonl"])
    ]  # fmt: skip
    assert [child.wait(timeout=90) for child in imports] == [0, 0]
    with closing(connect(store)) as db:
        assert problems(db) == []
        states = db.execute("SELECT state, count(*) AS n FROM readings GROUP BY state").fetchall()
        assert [tuple(row) for row in states] == [("done", 9)]


@pytest.fixture
def wire():
    with Loopback() as server:
        yield server


def test_a_list_of_addresses_takes_in_pages_and_documents(home, wire):
    story = "The ministers of Valdoria and Ostmark met on Monday and spoke for hours."
    html = f"<html><head><title>Talks end</title></head><body><article>{f'<p>{story}</p>' * 6}</article></body></html>"
    listed_ = "\n".join(
        [
            "# for Monday",
            wire.serve("/talks", html, type="text/html"),
            wire.serve("/r.pdf", pdf(["Harbour closes", "", story]), type="application/pdf"),
            wire.url("/missing"),
        ]
    )
    (home / "links.txt").write_text(listed_, encoding="utf-8")
    ran = briefing("import", "links.txt", home=home)
    assert ran.out.startswith("2 new articles")
    assert len(ran.err.splitlines()) == 1
    assert wire.url("/missing") in ran.err
    assert {row["url"] for row in listed(home, "articles")} == {
        wire.url("/talks"),
        wire.url("/r.pdf"),
    }


def test_what_was_copied_comes_in(home):
    tools = home / "bin"
    tools.mkdir()
    paste = tools / "xclip"
    paste.write_text('#!/bin/sh\necho "“The bridge is safe,” said Olga Marr of Karsk."\n')
    paste.chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    ran = briefing("import", "--clipboard", home=home, DISPLAY=":7", PATH=path)
    assert (ran.code, ran.err) == (0, "")
    paste.write_text("#!/bin/sh\nexec sleep 60\n")
    ran = briefing("import", "--clipboard", home=home, DISPLAY=":7", PATH=path)
    assert (ran.code, ran.err) == (
        1,
        "briefing: the clipboard: xclip gives no text: copy some first\n",
    )


def test_an_import_of_nothing_is_wrong_use(home):
    assert briefing("import", home=home).code == 2
