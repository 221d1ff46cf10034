"""``python -m tests.screenshots``: draws ``screenshots/`` from the demo edition, with the real app."""

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefing.store.connect import connect
from briefing.ui.app import BriefingApp
from briefing.verbs.demo import demo_server, make_edition

FOLDER = Path(__file__).parent.parent / "screenshots"
SIZE = (120, 40)

PICTURES: dict[str, Sequence[str]] = {
    "panes": ("j", "j", "j", "enter", "1"),
    "search": ("slash", *"minister", "enter", "3"),
    "article": ("3", "j", "j", "enter"),
    "person": ("2", "j", "4"),
    "statement": ("slash", *"no coast", "enter", "3", "w"),
    "changes": ("slash", *"death toll", "enter", "3", "j", "enter", "c"),
    "help": ("question_mark",),
}
"""The keys that lead to each picture of the demo edition."""


async def draw(store: Path, name: str, keys: Sequence[str]) -> None:
    """Press the keys in the app on a store, and keep its picture."""
    app = BriefingApp(store, connect(store))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause(0.1)
        await pilot.pause(0.8)
        (FOLDER / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        edition = Path(scratch) / "demo.db"
        with demo_server(edition) as server:
            make_edition(edition, server)
        for name, keys in PICTURES.items():
            asyncio.run(draw(edition, name, keys))
        asyncio.run(draw(Path(scratch) / "empty.db", "empty", ()))


if __name__ == "__main__":
    main()
