import re

import pytest

from briefing.errors import DamagedStore, LockedStore
from briefing.model import Item
from briefing.store import user
from briefing.store.check import problems
from briefing.store.connect import connect
from briefing.store.filing import put
from briefing.store.migrate import APPLICATION_ID
from briefing.store.salvage import DERIVED, TAKEN, salvage
from briefing.store.search import article_ids
from briefing.store.sources import FeedWords, add_source, feed_words, remember
from tests.damage import edition, keys_in, overwrite, pages_of
from tests.making import NOW


def sound(store) -> None:
    db = connect(store)
    assert problems(db) == []
    db.close()


@pytest.mark.parametrize("filling", [b"\xff", b"\x00"])
def test_all_rows_off_the_damaged_pages_are_saved_and_the_file_is_kept(store, filling):
    edition(store)
    before = keys_in(store)
    leaves = pages_of(store, "articles")
    overwrite(store, [leaves[3], leaves[len(leaves) // 2], leaves[-4]], filling)
    damaged = store.read_bytes()
    made = salvage(store)
    assert made.aside is not None
    assert made.aside.read_bytes() == damaged
    after = keys_in(store)
    lost = len(made.lost["articles"])
    assert 0 < lost < 20
    assert len(after) == len(before) - lost
    assert after.items() <= before.items()
    sound(store)


def test_a_damaged_index_costs_no_row(store):
    edition(store)
    before = keys_in(store)
    overwrite(store, pages_of(store, "articles_key")[:2])
    overwrite(store, pages_of(store, "articles_words_data")[:2])
    made = salvage(store)
    assert keys_in(store) == before
    assert "articles" not in made.lost
    sound(store)


def test_a_truncated_file_gives_what_is_left(store):
    edition(store)
    before = keys_in(store)
    with store.open("rb+") as file:
        file.truncate(store.stat().st_size * 6 // 10)
    made = salvage(store)
    after = keys_in(store)
    assert len(after) > len(before) // 4
    assert len(after.items() - before.items()) == len(made.changed) < len(after) // 4
    assert not any("\0" in text for text in after.values())
    sound(store)


def test_words_that_changed_on_the_disk_are_kept_and_named(store):
    edition(store, 10)
    data = store.read_bytes()
    at = [hit.start() for hit in re.finditer(b"berth4x50", data)]
    for start in at:
        data = data[:start] + b"BERTH" + data[start + 5 :]
    store.write_bytes(data)
    db = connect(store)
    number = db.execute("SELECT id FROM articles WHERE title LIKE 'Berth 4 %'").fetchone()[0]
    assert f"the words of article {number} have changed on the disk" in problems(db)
    db.close()
    assert salvage(store).changed == [number]
    sound(store)


def test_marks_are_saved_with_the_quotes_they_are_on_and_found_again(store):
    edition(store, 12)
    db = connect(store)
    user.mark_verified(db, 5, NOW)
    user.mark_seen(db, 3, NOW)
    checked = db.execute("SELECT text FROM quotes WHERE id = 5").fetchone()[0]
    db.close()
    made = salvage(store)
    assert (made.saved["user_quotes"], made.saved["user_seen"], made.saved["quotes"]) == (1, 1, 1)
    db = connect(store)
    assert db.execute("SELECT text FROM quotes").fetchone()[0] == checked
    assert len(article_ids(db, "berth4x50")) == 1
    assert db.execute("SELECT count(*) FROM readings WHERE state = 'queued'").fetchone()[0] == 12
    db.close()


def test_a_feed_is_asked_again_for_what_is_lost(store):
    edition(store)
    db = connect(store)
    source = add_source(db, "https://news.example/feed", now=NOW)
    db.execute("UPDATE sources SET etag = 'x'")
    keys = [row["key"] for row in db.execute("SELECT key FROM articles ORDER BY id")]
    remember(db, [FeedWords(key, "words", "taken", 0) for key in keys])
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    assert source is not None
    overwrite(store, [pages_of(store, "articles")[2]])
    salvage(store)
    left = keys_in(store)
    db = connect(store)
    assert db.execute("SELECT etag FROM sources").fetchone()[0] is None
    known = feed_words(db, keys)
    assert set(known) == set(left)
    db.close()


def test_what_was_written_last_stands_in_the_log_and_is_saved(store):
    edition(store, 5)
    db = connect(store)
    other = connect(store)  # holds the log open
    put(db, [Item(title="Late news", text="Just in.", key="late")], now=NOW)
    copy = store.with_name("copy.db")
    for end in ("", "-wal"):
        copy.with_name(copy.name + end).write_bytes(store.with_name(store.name + end).read_bytes())
    db.close()
    other.close()
    salvage(copy)
    assert keys_in(copy)["late"] == "Just in."


def test_a_store_that_is_open_is_left_alone(store):
    edition(store, 3)
    db = connect(store)
    with pytest.raises(LockedStore, match="close it"):
        salvage(store)
    assert db.execute("SELECT count(*) FROM articles").fetchone()[0] == 3
    db.close()


def test_where_nothing_can_be_read_the_file_stays(store):
    edition(store, 3)
    pages = store.stat().st_size // 4096
    overwrite(store, list(range(2, pages + 1)))
    damaged = store.read_bytes()
    with pytest.raises(DamagedStore):
        salvage(store)
    assert store.read_bytes() == damaged
    assert damaged[68:72] == APPLICATION_ID.to_bytes(4, "big")


def test_each_table_is_taken_over_or_made_again(db):
    rows = db.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    names = {row["name"] for row in rows} - {"people_words"}
    of_the_user = {name for name in names if name.startswith("user_")}
    unknown = names - of_the_user - DERIVED - set(TAKEN)
    assert not unknown, f"say in briefing/store/salvage.py whether {unknown} are derived"
