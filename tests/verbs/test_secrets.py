"""Keys and secrets of addresses: in the settings file alone, and shown nowhere."""

import base64
import sqlite3
import stat
import sys
from contextlib import closing

import keyring
import keyring.backend
import pytest
from keyring.backends import fail

from briefing.errors import SettingsError
from briefing.keys import Keys
from briefing.settings import Settings, read_settings
from briefing.store.connect import connect
from briefing.store.sources import add_source
from tests.calling import briefing
from tests.loopback import Loopback
from tests.sync.feeds import LONG, item, rss
from tests.sync.plugins import local_services

SECRET = "hunter2"


@pytest.fixture
def server():
    with Loopback() as running:
        yield running


def settings_of(home):
    return home / "config" / "briefing" / "settings.toml"


def held_in_the_store(home) -> bool:
    """Whether the secret stands anywhere in the store's files."""
    files = (home / "data" / "briefing").rglob("*")
    return any(SECRET.encode() in file.read_bytes() for file in files if file.is_file())


def test_secrets_of_addresses_are_used_and_never_stored_or_shown(server, home):
    feed = server.serve(
        "/feed?token=hunter2&a=1", rss(item("Harbour deal", LONG, "/harbour"), title="Wire")
    )
    login = server.serve("/login", rss(item("Rail strike", f"{LONG} rail", "/rail"), title="Rail"))
    login = login.replace("//", "//ana:hunter2@")
    server.serve("/broken?api_key=hunter2", "<html><body>No.</body></html>", type="text/html")
    (home / "mine.opml").write_text(
        f'<opml><body><outline xmlUrl="{server.url("/broken?api_key=hunter2")}"/></body></opml>'
    )
    said = []

    def ran(*args):
        said.append(briefing(*args, home=home))
        return said[-1]

    added = ran("add", feed, login, "mine.opml")
    assert (added.code, added.err) == (0, "")
    assert added.out.count("the secret in its address is kept apart from the edition") == 3
    assert ran("add", feed).code == 0  # the same once more is no other
    assert ran("add", server.url("/missing?token=hunter2")).code == 1
    synced = ran("sync", "--json")
    assert sorted((row["state"], row["new"]) for row in synced.rows) == [
        ("failed", 0), ("ok", 1), ("ok", 1),
    ]  # fmt: skip
    assert server.asked("/feed?token=hunter2&a=1")
    sent = {request.headers.get("authorization") for request in server.asked("/login")}
    assert sent == {"Basic " + base64.b64encode(b"ana:hunter2").decode()}
    assert ran("sync", "--only", feed, "--json").rows[0]["title"] == "Wire"
    for args in (["sources", "--json"], ["sources"], ["articles", "--json"], ["doctor"], [],
                 ["sync"], ["sync", "--only", server.url("/no?token=hunter2")],
                 ["import", server.url("/missing?token=hunter2")]):  # fmt: skip
        ran(*args)
    listed = ran("sources", "--opml")
    assert listed.err.count("whose address holds a secret") == 3
    assert "xmlUrl" not in listed.out
    assert not [one for one in said if SECRET in one.out + one.err]
    assert not held_in_the_store(home)
    urls = [row["url"] for row in ran("sources", "--json").rows]
    assert urls[0] == server.url("/feed?token=…&a=1")
    assert urls[1] == server.url("/login").replace("//", "//…@")
    assert stat.S_IMODE(settings_of(home).stat().st_mode) == 0o600
    assert set(read_settings(settings_of(home)).keys) == set(urls)


def test_a_key_is_used_and_stands_in_no_list_error_or_store(server, home):
    local_services(home / "site", server.url(""))
    path = settings_of(home)
    path.parent.mkdir(parents=True)
    path.write_text('theme = "light"\n[keys]\npaper = "hunter2"\n')
    path.chmod(0o644)
    open_to_all = briefing("add", "paper:harbour", home=home, PYTHONPATH=_paths(home))
    assert (open_to_all.code, "chmod 600" in open_to_all.err) == (1, True)
    assert "chmod 600" in briefing("doctor", home=home).out
    path.chmod(0o600)
    path.write_text(f'private_hosts = "127.0.0.1"\n{path.read_text()}')
    ran = [briefing("add", "paper:harbour", home=home, PYTHONPATH=_paths(home))]
    ran += [briefing(*args, home=home, PYTHONPATH=_paths(home))
            for args in (["sync", "--json"], ["sources", "--json"], ["doctor"], [])]  # fmt: skip
    assert ran[0].out.startswith("added paper:harbour\n")
    assert ran[1].rows[0]["error"] == "the server answered 404"
    assert f"api-key={SECRET}" in server.requests[-1].path
    assert not [one for one in ran if SECRET in one.out + one.err]
    assert not held_in_the_store(home)


def _paths(home) -> str:
    return ":".join([str(home / "site"), *sys.path])


def test_secrets_that_older_versions_stored_move_out_with_the_next_sync(server, home):
    url = server.serve("/feed?token=hunter2", rss(item("Harbour deal", LONG, guid="a"), title="W"))
    store = home / "data" / "briefing" / "edition.db"
    with closing(connect(store)) as db:
        add_source(db, url, now="2025-04-11T12:00:00Z")
    assert SECRET not in briefing("sources", "--json", home=home).out
    assert briefing("sync", "--json", home=home).rows[0]["new"] == 1
    with closing(sqlite3.connect(store)) as db:
        assert db.execute("SELECT url FROM sources").fetchall() == [(server.url("/feed?token=…"),)]
        assert SECRET not in "".join(db.iterdump())


def test_an_address_whose_secret_is_lost_says_so(server, home):
    url = server.serve("/feed?token=hunter2", rss(item(), title="Wire"))
    briefing("add", url, home=home)
    settings_of(home).unlink()
    [row] = briefing("sync", "--json", home=home).rows
    assert row["error"] == "the secret of its address is not here: add it again"
    briefing("add", url, home=home)
    assert briefing("sync", "--json", home=home).rows[0]["state"] == "ok"


def test_two_addresses_that_differ_in_their_secret_are_two(tmp_path):
    keys = Keys(tmp_path / "settings.toml")
    one, two = (keys.keep_address(f"https://a.example/f?token={n}") for n in (1, 2))
    assert (one, two) == ("https://a.example/f?token=…", "https://a.example/f?token=…#2")
    assert keys.keep_address("https://a.example/f?token=2") == two
    assert [keys.find(one), keys.find(two)] == [
        "https://a.example/f?token=1",
        "https://a.example/f?token=2",
    ]


@pytest.mark.parametrize(
    "before",
    [
        "",
        'theme = "light"',
        '# mine\n[keys]\nguardian = "x" # free\n\n',
        '[keys]  # all\n"a b" = "c"',
    ],
)
def test_the_rest_of_the_settings_file_stays(tmp_path, before):
    path = tmp_path / "folder" / "settings.toml"
    path.parent.mkdir()
    real = tmp_path / "dotfiles.toml"
    real.write_text(before)
    path.symlink_to(real)
    real.chmod(0o600)
    was = read_settings(path)
    value = 'https://a.example/?token="q"\\é'
    Keys(path).keep("a.example/?token=…", value)
    now = read_settings(path)
    assert (now.theme, now.keys) == (was.theme, {**was.keys, "a.example/?token=…": value})
    assert all(line in real.read_text() for line in before.splitlines())
    assert path.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_settings_never_show_their_keys():
    assert SECRET not in repr(Settings(keys={"guardian": SECRET}))


def test_keys_that_are_no_texts_are_told_without_them(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("[keys]\nguardian = 12345678\n")
    with pytest.raises(SettingsError, match="stand texts in quotes") as told:
        Keys(path).find("guardian")
    assert "1234" not in str(told.value)


class Ring(keyring.backend.KeyringBackend):
    """A keyring in memory; the library is the real one."""

    priority = 5

    def __init__(self):
        self.held = {}

    def get_password(self, service, name):
        return self.held.get((service, name))

    def set_password(self, service, name, value):
        self.held[service, name] = value

    def delete_password(self, service, name):
        del self.held[service, name]


@pytest.fixture(autouse=True)
def no_ring():
    keyring.set_keyring(fail.Keyring())


@pytest.fixture
def ring(no_ring):
    keyring.set_keyring(ring := Ring())
    return ring


def test_a_keyring_is_used_where_there_is_one(tmp_path, ring):
    keys = Keys(tmp_path / "settings.toml")
    name = keys.keep_address("https://a.example/f?token=hunter2")
    assert ring.held == {("briefing", name): "https://a.example/f?token=hunter2"}
    assert keys.find(name) == "https://a.example/f?token=hunter2"
    assert not keys.path.exists()


def test_a_keyring_that_fails_leaves_the_settings_file(tmp_path, ring, monkeypatch):
    def locked(*_):
        raise RuntimeError("locked")

    monkeypatch.setattr(ring, "set_password", locked, raising=False)
    keys = Keys(tmp_path / "settings.toml")
    keys.keep("guardian", SECRET)
    assert read_settings(keys.path).keys == {"guardian": SECRET}
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert keys.find("guardian") == SECRET
