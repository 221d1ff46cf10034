"""The texts of the demo edition's feeds, for benchmarks and soaks."""

from datetime import UTC, datetime

from briefing.places import db_folder
from briefing.sync.feeds import read_feed
from briefing.sync.items import plan_items


def demo_texts() -> list[str]:
    """The text of each item that the evening's feeds carry in full."""
    texts = []
    for path in sorted((db_folder() / "demo" / "evening").iterdir()):
        if path.suffix != ".html":
            url = f"https://demo.example/{path.name}"
            feed = read_feed(path.read_bytes(), url)
            planned = plan_items(feed, url, datetime(2026, 4, 1, tzinfo=UTC))
            texts += [one.item.text for one in planned if one.item.text]
    return texts
