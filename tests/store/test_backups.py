import os
import sqlite3
import stat
from datetime import UTC, datetime, timedelta

import pytest

from briefing.errors import DamagedStore, ForeignStore, InputError, LockedStore, StoreError
from briefing.store import migrate
from briefing.store.backups import KEPT, back_up, back_up_weekly, backups_of, folder_of
from briefing.store.connect import connect
from briefing.store.replacing import restore, set_aside_before
from tests.damage import edition, keys_in, overwrite, pages_of
from tests.making import add_article


def test_a_backup_has_what_still_stands_in_the_log_and_is_private(db, store):
    add_article(db, "Valdoria promises boats", [("Mira Talan", "Forty boats.")])
    target = store.with_name("copy.db")
    back_up(db, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert len(keys_in(target)) == 1
    assert {path.name for path in store.parent.glob("copy*")} == {"copy.db"}


def test_a_backup_never_writes_over_a_file(db, store):
    target = store.with_name("copy.db")
    target.write_text("minutes")
    with pytest.raises(StoreError, match="name another file"):
        back_up(db, target)
    assert target.read_text() == "minutes"


def test_a_damaged_store_is_no_backup(store):
    edition(store)
    overwrite(store, pages_of(store, "articles")[:2])
    db = connect(store)
    with pytest.raises(DamagedStore, match="no backup was made"):
        back_up(db, store.with_name("copy.db"))
    db.close()
    assert not list(store.parent.glob("copy*"))


def test_one_a_week_is_made_and_the_last_three_are_kept(db, store):
    back_up_weekly(db, store)
    back_up_weekly(db, store)
    (first,) = backups_of(store)
    assert stat.S_IMODE(folder_of(store).stat().st_mode) == 0o700
    for days in (8, 15, 22, 29):
        old = datetime.now(UTC) - timedelta(days=days)
        first.rename(folder_of(store) / f"{old:%Y%m%dT%H%M%S}.db")
        back_up_weekly(db, store)
        first = backups_of(store)[0]
    assert len(backups_of(store)) == KEPT
    assert datetime.now(UTC) - timedelta(days=1) < datetime.strptime(
        backups_of(store)[0].name, "%Y%m%dT%H%M%S.db"
    ).replace(tzinfo=UTC)


def test_what_a_kill_left_of_a_backup_goes_with_the_next(db, store):
    back_up_weekly(db, store)
    part = folder_of(store) / "20200101T000000.db.7.part"
    part.write_bytes(b"half")
    os.utime(part, (0, 0))
    backups_of(store)[0].unlink()
    back_up_weekly(db, store)
    assert not part.exists()


def test_a_backup_comes_back_and_what_was_there_is_kept(store):
    edition(store, 3)
    db = connect(store)
    copy = store.with_name("copy.db")
    back_up(db, copy)
    add_article(db, "Ostmark cuts its budget")
    db.close()
    aside = restore(store, copy)
    assert len(keys_in(store)) == 3
    assert aside is not None
    assert set_aside_before(store) == [aside]
    assert len(keys_in(aside)) == 4
    assert stat.S_IMODE(store.stat().st_mode) == 0o600


def test_a_damaged_store_is_replaced_with_its_log(store):
    edition(store, 3)
    db = connect(store)
    copy = store.with_name("copy.db")
    back_up(db, copy)
    db.close()
    store.write_bytes(b"\0" * 8192)
    store.with_name(f"{store.name}-wal").write_bytes(b"rubbish")
    aside = restore(store, copy)
    assert aside is not None
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"rubbish"
    assert aside.read_bytes() == b"\0" * 8192
    assert len(keys_in(store)) == 3


def test_an_older_backup_is_brought_to_this_version_when_it_is_opened(store):
    copy = store.with_name("old.db")
    db = sqlite3.connect(copy, isolation_level=None)
    migrate.migrate(db, copy, stop_before=max(migrate.migrations()))
    db.close()
    restore(store, copy)
    db = connect(store)
    assert db.execute("PRAGMA user_version").fetchone()[0] == max(migrate.migrations())
    db.close()


def test_what_is_no_sound_store_is_not_restored(store, tmp_path):
    edition(store, 60)
    before = store.read_bytes()
    other = tmp_path / "recipes.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE recipes (id INTEGER)")
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(before)
    overwrite(damaged, pages_of(damaged, "articles")[:1])
    empty = tmp_path / "empty.db"
    empty.touch()
    for file, error in (
        (other, ForeignStore),
        (damaged, DamagedStore),
        (empty, ForeignStore),
        (tmp_path / "none.db", InputError),
    ):
        with pytest.raises(error):
            restore(store, file)
    assert store.read_bytes() == before


def test_a_store_that_is_open_is_not_replaced(db, store):
    copy = store.with_name("copy.db")
    back_up(db, copy)
    with pytest.raises(LockedStore, match="close it"):
        restore(store, copy)
    assert not set_aside_before(store)


def test_a_store_that_was_emptied_is_not_taken_for_a_new_one(store):
    edition(store, 3)
    db = connect(store)
    back_up_weekly(db, store)
    db.close()
    store.write_bytes(b"")
    with pytest.raises(DamagedStore, match="emptied"):
        connect(store)
    restore(store, backups_of(store)[0])
    assert len(keys_in(store)) == 3
