import sqlite3
import stat

import pytest

from briefing.errors import ForeignStore, NewerStore
from briefing.store import migrate
from briefing.store.backups import backups_of
from briefing.store.connect import connect


def test_a_new_store_is_private_and_claims_its_file(store):
    with connect(store) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == migrate.APPLICATION_ID
        assert db.execute("PRAGMA user_version").fetchone()[0] == max(migrate.migrations())
    assert stat.S_IMODE(store.stat().st_mode) == 0o600


def test_opening_again_changes_nothing(store):
    connect(store).close()
    before = store.read_bytes()
    connect(store).close()
    assert store.read_bytes() == before


def test_someone_elses_database_is_left_alone(store):
    with sqlite3.connect(store) as other:
        other.execute("CREATE TABLE recipes (id INTEGER)")
    before = store.read_bytes()
    with pytest.raises(ForeignStore, match="another program's database"):
        connect(store)
    assert store.read_bytes() == before


def test_a_newer_store_is_refused(store):
    with connect(store) as db:
        db.execute("PRAGMA user_version = 9999")
    with pytest.raises(NewerStore, match="update briefing"):
        connect(store)


def test_a_migration_that_fails_leaves_the_schema_before(store, monkeypatch):
    whole = migrate.migrations()
    newest = max(whole)
    broken = {
        **whole,
        newest + 1: "CREATE TABLE half (id INTEGER);\nCREATE TABLE half (id INTEGER);",
    }
    connect(store).close()
    monkeypatch.setattr(migrate, "migrations", lambda: broken)
    with pytest.raises(Exception, match="half"):
        connect(store)
    with sqlite3.connect(store) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == newest
        assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
    monkeypatch.setattr(migrate, "migrations", lambda: whole)
    connect(store).close()


def test_a_store_is_copied_before_it_is_migrated(store, monkeypatch):
    with connect(store) as db:
        db.execute("INSERT INTO outlets (name) VALUES ('Valdoria Times')")
    whole = migrate.migrations()
    newest = max(whole)
    more = {**whole, newest + 1: "CREATE TABLE more (id INTEGER);"}
    monkeypatch.setattr(migrate, "migrations", lambda: more)
    connect(store).close()
    (copy,) = backups_of(store)
    assert copy.name.endswith(f"-before-{newest + 1:04d}.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with sqlite3.connect(copy) as db:
        assert db.execute("SELECT name FROM outlets").fetchone()[0] == "Valdoria Times"
        assert db.execute("PRAGMA user_version").fetchone()[0] == newest


@pytest.mark.parametrize("version", sorted(migrate.migrations()))
def test_every_halfway_state_migrates_to_the_whole(store, version):
    db = sqlite3.connect(store, isolation_level=None)
    migrate.migrate(db, store, stop_before=version)
    assert db.execute("PRAGMA user_version").fetchone()[0] < version
    migrate.migrate(db, store)
    assert db.execute("PRAGMA user_version").fetchone()[0] == max(migrate.migrations())
    db.close()
