"""Secrets in addresses are found wherever they stand, and nothing else is."""

import pytest

from briefing.redaction import has_secret, redacted, without_secrets

CASES = [
    ("https://ana:hunter2@wire.example/feed", "https://…@wire.example/feed", "https://wire.example/feed"),
    ("https://hunter2@wire.example/feed?a=1", "https://…@wire.example/feed?a=1", "https://wire.example/feed?a=1"),
    ("ana:hunter2@wire.example/feed", "…@wire.example/feed", "wire.example/feed"),
    ("feed:https://ana:hunter2@wire.example", "feed:https://…@wire.example", "feed:https://wire.example"),
    ("https://a.example/f?token=hunter2", "https://a.example/f?token=…", "https://a.example/f"),
    ("https://a.example/f?a=1&api-key=hunter2&b=2", "https://a.example/f?a=1&api-key=…&b=2", "https://a.example/f?a=1&b=2"),
    ("https://a.example/f?ACCESS_TOKEN=hunter2;x=1", "https://a.example/f?ACCESS_TOKEN=…;x=1", "https://a.example/f?;x=1"),
    ("https://a.example/f?%74oken=hunter2", "https://a.example/f?%74oken=…", "https://a.example/f"),
    ("https://a.example/f#auth=hunter2", "https://a.example/f#auth=…", "https://a.example/f#"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "shown", "bare"), CASES)
def test_a_secret_is_marked_or_left_out(url, shown, bare):
    assert has_secret(url)
    assert redacted(url) == shown
    assert redacted(shown) == shown
    assert not has_secret(shown)
    assert without_secrets(url) == bare
    line = redacted(f"cannot reach {url}, said the server")
    assert "hunter2" not in line


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/f?author=ana&keyword=x&page=2&category=monkeys&assignment=1",
        "https://a.example/@ana/feed",
        "https://a.example/f?q=token",
        "notes/ana@home.txt",
        "guardian:secret talks",
        "http://[::1]:8000/feed",
        "https://a.example/f?token=",
    ],
)
def test_what_is_no_secret_stays(url):
    assert redacted(url) == url
