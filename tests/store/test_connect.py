import os
import sqlite3
import threading

import pytest

from briefing.errors import DamagedStore, ForeignStore, LockedStore, StoreError
from briefing.store import connect as connecting
from briefing.store.connect import connect, told, writing


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        connect(tmp_path)


def test_a_text_file_is_no_store(store):
    store.write_text("Minutes of the harbour board, and nothing a database could read. " * 20)
    with pytest.raises(ForeignStore, match="not a database"):
        connect(store)
    assert store.read_text().startswith("Minutes")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(StoreError, match="cannot be opened"):
        connect(closed / "edition.db")


def test_a_damaged_store_is_told(store):
    connect(store).close()
    data = bytearray(store.read_bytes())
    data[4096 : 4096 * 3] = b"\xff" * (4096 * 2)
    store.write_bytes(data)
    with pytest.raises(DamagedStore, match="damaged"), told(store):
        db = connect(store)
        db.execute("PRAGMA integrity_check").fetchall()
        db.execute("SELECT * FROM outlets").fetchall()


def test_a_locked_store_is_told(store, db, monkeypatch):
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    db.execute("PRAGMA busy_timeout = 50")
    with pytest.raises(LockedStore, match="in use by another program"), told(store), writing(db):
        pass
    other.close()


def test_a_failed_transaction_leaves_nothing(db):
    with pytest.raises(ValueError), writing(db):
        db.execute("INSERT INTO outlets (name) VALUES ('Northern Press Agency')")
        raise ValueError
    assert db.execute("SELECT count(*) FROM outlets").fetchone()[0] == 0


def test_a_transaction_within_another_joins_it(db):
    with pytest.raises(ValueError), writing(db):
        with writing(db):
            db.execute("INSERT INTO outlets (name) VALUES ('Northern Press Agency')")
        raise ValueError
    assert db.execute("SELECT count(*) FROM outlets").fetchone()[0] == 0


def test_two_writers_take_turns(store, db):
    def write(name: str) -> None:
        mine = connect(store)
        for number in range(50):
            with writing(mine):
                mine.execute("INSERT INTO outlets (name) VALUES (?)", (f"{name} {number}",))
        mine.close()

    writers = [threading.Thread(target=write, args=(name,)) for name in ("Times", "Courier")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert db.execute("SELECT count(*) FROM outlets").fetchone()[0] == 100


def test_views_and_triggers_cannot_reach_the_indexes(db):
    assert db.execute("PRAGMA trusted_schema").fetchone()[0] == 0
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert connecting.BUSY_MS == db.execute("PRAGMA busy_timeout").fetchone()[0]
