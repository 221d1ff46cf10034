"""The one list widget: an array of ids, a page of rows at a time, drawn line by line."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.ui.drawing import Line, fit
from briefing.ui.widgets.drawn import Drawn

Row = TypeVar("Row")

PAGE = 32
"""Rows fetched at once: about as many as a tall terminal shows."""

PAGES = 64
"""Pages kept, the least used going first."""

ROOMY = 24
"""Lines of a list from which its rows are set apart by a blank one."""

GUTTER = 2
"""Cells at the left of a row for the cursor's bar."""


class RowList(Drawn, Generic[Row], can_focus=True):
    """A list of any length whose cost is what it shows.

    A subclass says how its rows are fetched (``fetch``) and drawn (``draw``).
    """

    title: ClassVar[str]
    lines: ClassVar[int] = 3
    """Lines that a row is drawn in; where there is room, a blank one follows."""
    nothing: ClassVar[str] = "Nothing here"

    cursor: reactive[int] = reactive(0, repaint=False)
    chosen: reactive[int | None] = reactive(None)
    """The id that the other panes are narrowed to."""

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

        def can_replace(self, message: Message) -> bool:
            """Only the last of many moves matters."""
            return isinstance(message, RowList.Moved) and message.rows is self.rows

    class Opened(Message):
        """The row under the cursor was double-clicked."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, connection: Callable[[], sqlite3.Connection], pane: str) -> None:
        super().__init__(id=pane)
        self.ids: Sequence[int] = ()
        self.lines_per_row = self.lines
        self.query_words = ""
        self.way_out = ""
        """What an empty list adds, to say how to see more."""
        self._connection = connection
        self._pages: OrderedDict[int, Mapping[int, Row]] = OrderedDict()
        self._drawn: OrderedDict[tuple[int, int], list[Line]] = OrderedDict()

    def fetch(self, db: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, Row]:
        """The rows of these ids, by id; ids that are gone are left out."""
        raise NotImplementedError

    def draw(self, row: Row, width: int) -> list[Line]:
        """The row in at most ``lines`` lines of the width."""
        raise NotImplementedError

    @property
    def current_id(self) -> int | None:
        """The id under the cursor."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) else None

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.row(self.cursor) if self.cursor < len(self.ids) else None

    def row(self, index: int) -> Row | None:
        """The row at an index; None where it is gone from the store."""
        number = index // PAGE
        if number in self._pages:
            self._pages.move_to_end(number)
        else:
            ids = self.ids[number * PAGE : (number + 1) * PAGE]
            self._pages[number] = self.fetch(self._connection(), ids)
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return self._pages[number].get(self.ids[index])

    def show(self, ids: Sequence[int], *, complete: bool, query: str = "", keep: bool) -> None:
        """Show these ids. ``keep`` holds what is under the cursor where it is on the screen."""
        held, above = self.current_id, self.cursor * self.lines_per_row - self.scroll_offset.y
        if keep and query == self.query_words and ids[: len(self.ids)] == self.ids:
            self._pages.pop(len(self.ids) // PAGE, None)  # it grows; the others are as they were
        else:
            self.forget()
        self.ids, self.query_words = ids, query
        self.border_subtitle = f"{len(ids):,}" if complete else f"{len(ids):,}+"
        self.virtual_size = Size(0, len(ids) * self.lines_per_row)
        index = _index_of(ids, held) if keep else 0
        self.set_reactive(RowList.cursor, index)
        self.scroll_to(y=index * self.lines_per_row - above if keep else 0, animate=False)
        self._into_view()
        if self.current_id != held:
            self.post_message(self.Moved(self))

    def forget(self) -> None:
        """Fetch again what is shown: the store has changed."""
        self._pages.clear()
        self._drawn.clear()
        self.refresh()

    def move(self, where: str) -> None:
        """Move the cursor: up, down, page_up, page_down, top or bottom."""
        page = max(1, self.size.height // self.lines_per_row - 1)
        last = len(self.ids) - 1
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        target = {"top": 0, "bottom": last}.get(where, self.cursor + steps.get(where, 0))
        self.cursor = max(0, min(target, last))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows, and say that the cursor moved."""
        for index in (old, new):
            self.refresh_lines(index * self.lines_per_row, self.lines_per_row)
        self._into_view()
        self.post_message(self.Moved(self))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a double click opens."""
        index = (event.y - self.gutter.top + self.scroll_offset.y) // self.lines_per_row
        if 0 <= index < len(self.ids):
            self.cursor = index
            if event.chain == 2:
                self.post_message(self.Opened(self))

    def on_focus(self) -> None:
        """The bar under the cursor says where the keys go."""
        self.post_message(self.Moved(self))

    def on_resize(self) -> None:
        """Lines are wrapped to the width, and set apart where there is room."""
        self._drawn.clear()
        self.lines_per_row = self.lines + (self.size.height >= ROOMY)
        self.virtual_size = Size(0, len(self.ids) * self.lines_per_row)
        self._into_view()

    def render_line(self, y: int) -> Strip:
        """One line of the list on the screen."""
        index, line = divmod(y + self.scroll_offset.y, self.lines_per_row)
        if not self.ids and y == 0:
            return self.strip([(f"  {self.nothing}{self.way_out}", "quiet")])
        if index >= len(self.ids):
            return self.blank()
        ground: list[str] = []
        bar = " "
        if index == self.cursor and line < self.lines:
            ground = ["cursor" if self.has_focus else "cursor-idle"]
            bar = "▌" if self.has_focus else "▏"
        if self.ids[index] == self.chosen:
            bar = "▶" if line == 0 else bar
        lines = self._lines(index)
        words = lines[line] if line < len(lines) else []
        return self.strip([(bar, "bar"), (" ", ""), *words], *ground)

    def _lines(self, index: int) -> list[Line]:
        width = self.size.width - GUTTER - 1
        key = (self.ids[index], width)
        if key not in self._drawn:
            row = self.row(index)
            lines = self.draw(row, width) if row is not None else [[("(gone)", "quiet")]]
            self._drawn[key] = [fit(line, width) for line in lines]
            if len(self._drawn) > PAGE * 8:
                self._drawn.popitem(last=False)
        return self._drawn[key]

    def _into_view(self) -> None:
        top, height = self.cursor * self.lines_per_row, self.size.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif top + self.lines_per_row > self.scroll_offset.y + height > 0:
            self.scroll_to(y=top + self.lines_per_row - height, animate=False)


def _index_of(ids: Sequence[int], held: int | None) -> int:
    try:
        return ids.index(held) if held is not None else 0
    except ValueError:
        return 0
