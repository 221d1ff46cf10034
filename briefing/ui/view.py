"""What the panes are narrowed to, and how choosing and Esc change it. Values only."""

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["query", "story", "person"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A story or a person that the panes are narrowed to, with its name for the trail."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class View:
    """What the panes show. ``order`` is how it was narrowed, the last step last."""

    query: str = ""
    story: Choice | None = None
    person: Choice | None = None
    order: tuple[Kind, ...] = ()

    def searched(self, query: str) -> "View":
        """Narrowed to what answers the query; an empty one takes the search off."""
        rest = tuple(kind for kind in self.order if kind != "query")
        return replace(self, query=query, order=(*rest, "query") if query.strip() else rest)

    def in_story(self, story: Choice) -> "View":
        """Narrowed to a story. A person chosen before is let go: they may not be in it."""
        rest = tuple(kind for kind in self.order if kind == "query")
        return replace(self, story=story, person=None, order=(*rest, "story"))

    def of_person(self, person: Choice) -> "View":
        """Narrowed to a person's quotes."""
        rest = tuple(kind for kind in self.order if kind != "person")
        return replace(self, person=person, order=(*rest, "person"))

    def widened(self) -> tuple["View", Kind | None]:
        """One step wider, and which step was taken back; the same view where there is none."""
        if not self.order:
            return self, None
        last = self.order[-1]
        order = self.order[:-1]
        if last == "query":
            return replace(self, query="", order=order), last
        if last == "person":
            return replace(self, person=None, order=order), last
        return replace(self, story=None, order=order), last
