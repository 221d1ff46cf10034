"""Feeds of made-up news, all different, as large as real ones."""

from html import escape

_WORDS = (
    "harbour council ferry timber grain mail strike budget minister island cable winter bridge"
    " festival school hospital railway quarry orchard lighthouse court election drought"
).split()


def feed(host: str, items: int) -> bytes:
    """An RSS feed of ``items`` items of about 150 words, none of which another host has."""
    seed = sum(int(part) * 257**n for n, part in enumerate(host.split(".")))
    made = "".join(_item(host, seed, n) for n in range(items))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>Outlet {host}</title><link>http://{host}/</link>{made}</channel></rss>"
    ).encode()


def _item(host: str, seed: int, number: int) -> str:
    word = _WORDS[(seed + number * 7) % len(_WORDS)]
    other = _WORDS[(seed // 23 + number) % len(_WORDS)]
    text = " ".join(
        f"In report {number} of {host} the {word} met the {other} for hour {line} of the day."
        for line in range(10)
    )
    return (
        f"<item><title>{escape(f'The {word} and the {other}, {number} of {host}')}</title>"
        f"<link>http://{host}.example/{number}</link><guid>{host}-{number}</guid>"
        f"<description>{escape(text)}</description>"
        f"<pubDate>Fri, 11 Apr 2025 {number % 24:02d}:30:00 GMT</pubDate></item>"
    )
