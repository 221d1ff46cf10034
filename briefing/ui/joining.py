"""People and stories joined and parted by keys: what is held until the key comes again."""

from typing import NamedTuple

from briefing.ui.commands import BY_ID
from briefing.ui.drawing import fit, flat, plain
from briefing.ui.marks import Kind, Marks
from briefing.ui.view import Choice
from briefing.ui.widgets.panes import Panes

WHERE = {"person": "who they are", "story": "the other story"}


class Held(NamedTuple):
    """A person or a story at hand."""

    kind: Kind
    choice: Choice


class Joining:
    """Holds one of two that are to be one."""

    def __init__(self, panes: Panes, marks: Marks) -> None:
        self._panes = panes
        self._marks = marks
        self.held: Held | None = None

    def join(self) -> None:
        """Hold what is at hand, let it go again, or join what is held to it."""
        held, here = self.held, self._here()
        if here is None:
            return
        if held is None or held.kind != here.kind:
            self.held = here
            return
        self.held = None
        if held.choice.id != here.choice.id:
            self._marks.join(here.kind, held.choice, here.choice)

    def part(self) -> None:
        """Have what the article under the cursor names or tells be another."""
        here, target = self._here(), self._panes.reader.target
        if here and target:
            self._marks.part(here.kind, here.choice, target.article_id)

    def words(self, width: int) -> str:
        """What is held, and what to do with it, in one line; empty where nothing is."""
        if self.held is None:
            return ""
        join, back = BY_ID["join"].shown, BY_ID["back"].shown
        way = f": {join} on {WHERE[self.held.kind]}, {back} lets go"
        name = fit([(flat(f"Joining {self.held.choice.name}"), "")], width - len(way))
        return plain(name) + way

    def _here(self) -> Held | None:
        if row := self._panes.person:
            return Held("person", Choice(row.id, row.name))
        if story := self._panes.story:
            return Held("story", Choice(story.id, story.title))
        return None
