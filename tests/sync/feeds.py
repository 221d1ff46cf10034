"""Feeds of fictional outlets, as text, for the tests of this folder."""

from html import escape

LONG = " ".join(
    f"Sentence {n} of the report says that the harbour council of Karsk met for a {n}th hour."
    for n in range(1, 16)
)


def rss(
    *items: str, title: str = "Valdoria Times - World news RSS", encoding: str = "utf-8"
) -> str:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>http://times.example/</link>{''.join(items)}</channel></rss>"
    )


def item(
    title: str | None = "Harbour deal signed",
    text: str | None = LONG,
    link: str | None = "http://times.example/harbour",
    guid: str | None = None,
    date: str = "Fri, 11 Apr 2025 09:30:00 GMT",
) -> str:
    parts = [
        f"<title>{escape(title)}</title>" if title else "",
        f"<link>{escape(link)}</link>" if link else "",
        f'<guid isPermaLink="false">{escape(guid)}</guid>' if guid else "",
        f"<description>{escape(text)}</description>" if text else "",
        f"<pubDate>{date}</pubDate>",
    ]
    return f"<item>{''.join(parts)}</item>"


def page(text: str, title: str = "Harbour deal signed", head: str = "") -> str:
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{escape(title)}</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>{escape(title)}</h1>"
        f"{paragraphs}</article><footer>Copyright Valdoria Times</footer></body></html>"
    )
