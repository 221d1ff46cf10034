"""An app over a real store, as a user would have it before them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.store.connect import connect
from briefing.ui.app import BriefingApp
from briefing.ui.screens.main import MainScreen
from tests.ui import edition

SIZES = [(80, 24), (120, 40), (200, 60)]


class Room:
    """What a test holds: the app, its pilot, and what can be seen."""

    def __init__(self, app: BriefingApp, pilot: Pilot) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> MainScreen:
        return self.app.screen_stack[0]

    @property
    def panes(self):
        return self.screen.panes

    async def press(self, *keys: str) -> None:
        """Press keys one by one, and let each be answered."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until both threads have answered, and the article pane has followed."""
        await self.pilot.pause()
        for thread in (self.app.finder, self.app.desk):
            await self._answered(thread)
        await self.pilot.pause(0.08)

    async def _answered(self, thread) -> None:
        for _ in range(8):  # a newer question may have taken the place of ours: ask again
            answered = []
            thread.ask(lambda db: True, answered.append)
            for _ in range(50):
                if answered:
                    return
                await self.pilot.pause(0.01)

    async def until(self, done: Callable[[], object]) -> None:
        """Wait for something that another process brings about."""
        for _ in range(1500):
            if done():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it never came about")

    def lines(self) -> list[str]:
        """The screen, as text."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def sees(self, words: str) -> bool:
        return any(words in line for line in self.lines())

    def told(self) -> str:
        """All that the app says in passing, at this moment."""
        return "\n".join(str(notification.message) for notification in self.app._notifications)

    def names(self, pane: str) -> list[str]:
        """What the rows of a pane are called."""
        rows = [self.panes.rows(pane).row(i) for i in range(len(self.panes.rows(pane).ids))]
        return [
            row.row.title if pane == "stories" else getattr(row, "name", None) or row.text
            for row in rows
        ]


@asynccontextmanager
async def opened(path: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Room]:
    db = connect(path)
    app = BriefingApp(path, db)
    async with app.run_test(size=size) as pilot:
        room = Room(app, pilot)
        await room.settle()
        yield room
    db.close()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "edition.db"
    edition.build(path)
    return path


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request) -> tuple[int, int]:
    return request.param
