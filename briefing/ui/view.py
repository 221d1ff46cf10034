"""What the panes are narrowed to, and how choosing and Esc change it. Values only."""

from typing import Literal, NamedTuple

Kind = Literal["query", "story", "person"]


class Choice(NamedTuple):
    """A story or a person that the panes are narrowed to, with its name for the trail."""

    id: int
    name: str


class View(NamedTuple):
    """What the panes show. ``order`` is how it was narrowed, the last step last."""

    query: str = ""
    story: Choice | None = None
    person: Choice | None = None
    order: tuple[Kind, ...] = ()

    def searched(self, query: str) -> "View":
        """Narrowed to what answers the query; an empty one takes the search off."""
        rest = tuple(kind for kind in self.order if kind != "query")
        return self._replace(query=query, order=(*rest, "query") if query.strip() else rest)

    def in_story(self, story: Choice) -> "View":
        """Narrowed to a story. A person chosen before is let go: they may not be in it."""
        rest = tuple(kind for kind in self.order if kind == "query")
        return self._replace(story=story, person=None, order=(*rest, "story"))

    def of_person(self, person: Choice) -> "View":
        """Narrowed to a person's quotes."""
        rest = tuple(kind for kind in self.order if kind != "person")
        return self._replace(person=person, order=(*rest, "person"))

    def without(self, kind: Kind) -> "View":
        """No longer narrowed to a story or a person that is gone."""
        rest = tuple(step for step in self.order if step != kind)
        story, person = None if kind == "story" else self.story, self.person
        return self._replace(story=story, person=None if kind == "person" else person, order=rest)

    def widened(self) -> tuple["View", Kind | None]:
        """One step wider, and which step was taken back; the same view where there is none."""
        if not self.order:
            return self, None
        last = self.order[-1]
        if last == "query":
            return self._replace(query="", order=self.order[:-1]), last
        return self.without(last), last
