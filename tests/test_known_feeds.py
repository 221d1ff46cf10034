"""The list of public feeds: whole, of addresses that a sync would ask, each with where it was found."""

import tomllib
from collections import Counter

from briefing.known_feeds import called, known_feeds
from briefing.places import db_folder
from briefing.redaction import has_secret
from briefing.sync.address import origin
from tests.calling import briefing


def test_each_feed_has_an_address_a_place_and_where_it_was_found():
    listed = tomllib.loads((db_folder() / "feeds.toml").read_text(encoding="utf-8"))["feed"]
    assert len(listed) >= 40
    assert all(set(one) == {"folder", "title", "url", "found"} for one in listed)
    assert all(all(one.values()) for one in listed)
    feeds = known_feeds()
    assert not [one.url for one in feeds if origin(one.url) is None or has_secret(one.url)]
    assert all(one.url.startswith("https://") for one in feeds)
    assert max(Counter(one.url for one in feeds).values()) == 1
    assert {one.folder[0] for one in feeds} == {
        "International",
        "European Union",
        "Governments",
        "Broadcasters",
    }


def test_feeds_are_meant_by_title_address_or_folder():
    feeds, unknown = called(["nato", "estonia", "Broadcasters / Latvia", "nobody"])
    assert [feed.title for feed in feeds] == ["NATO", "ERR News", "LSM"]
    assert unknown == ["nobody"]
    assert len(called(["governments"])[0]) > 10


def test_the_command_shows_the_list_and_adds_only_what_is_named(tmp_path):
    shown = briefing("add", "--list", home=tmp_path)
    assert shown.code == 0
    assert "International: NATO  https://www.nato.int/" in shown.out
    assert "Unchecked: found in public documents" in shown.err
    assert briefing("sources", "--json", home=tmp_path).rows == []
    added = briefing("add", "--list", "NATO", "Atlantis", home=tmp_path)
    assert (added.code, added.out) == (1, "added NATO\n")
    assert added.err == "briefing: Atlantis: not in the list: see briefing add --list\n"
    [row] = briefing("sources", "--json", home=tmp_path).rows
    assert (row["title"], row["folder"], row["state"]) == ("NATO", ["International"], "new")
    assert "\n* International: NATO" in f"\n{briefing('add', '--list', home=tmp_path).out}"
    nothing = briefing("add", home=tmp_path)
    assert (nothing.code, nothing.err.count("\n")) == (2, 1)
