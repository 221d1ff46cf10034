"""What settings.toml may say, and what is said of one that is wrong."""

import pytest

from briefing.errors import SettingsError
from briefing.settings import Settings, read_settings


def test_without_a_file_there_are_a_new_users_settings(tmp_path):
    assert read_settings(tmp_path / "settings.toml") == Settings(theme="dark", contact="")


@pytest.mark.parametrize("start", ["", "\ufeff", "# mine\n"])
def test_settings_are_read(tmp_path, start):
    path = tmp_path / "settings.toml"
    path.write_text(f'{start}theme = "light"\ncontact = "press@valdoria.example"\n', "utf-8")
    assert read_settings(path) == Settings("light", "press@valdoria.example")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme = dark", "cannot be read"),
        ('colour = "red"', "colour is no setting: known are contact, keys, private_hosts, theme"),
        ("theme = 3", "theme is a text in quotes"),
        ('[theme]\nname = "dark"', "theme is a text in quotes"),
        ('theme = "blue\\u001b[31m"', 'not "blue\\[31m"'),
        ('contact = "a@b.example\\r\\nX: y"', "contact is a mail"),
        ('contact = "Zoë"', "contact is a mail"),
        ('contact = "me (press)"', "contact is a mail"),
        (f'contact = "{"a" * 300}"', "contact is a mail"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path, text, told):
    path = tmp_path / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsError, match=told) as error:
        read_settings(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_in_its_place_is_told(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path)
