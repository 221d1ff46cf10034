"""What the user does with the quote, article, story or person at hand: copies, marks, joins."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from briefing.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from briefing.ui.app import BriefingApp
    from briefing.ui.joining import Joining
    from briefing.ui.marks import Marks


class UsingScreen(Screen[None]):
    """A screen with panes whose rows can be used and marked."""

    @property
    def briefing(self) -> "BriefingApp":
        """The app, as what it is."""
        return cast("BriefingApp", self.app)

    @cached_property
    def marks(self) -> "Marks":
        """What the user marks."""
        from briefing.ui.marks import Marks

        return Marks(self.briefing.desk, self.briefing.tell, self.marked, self.changed)

    @cached_property
    def joining(self) -> "Joining":
        """What is to be joined."""
        from briefing.ui.joining import Joining

        return Joining(self.panes, self.marks)

    @property
    def panes(self) -> Panes:
        """The linked panes."""
        return self.query_one(Panes)

    @property
    def holds(self) -> bool:
        """Whether a person or a story waits to be joined."""
        return "joining" in vars(self) and self.joining.held is not None

    def marked(self) -> None:
        """The user marked something: show it."""
        raise NotImplementedError

    def changed(self) -> None:
        """The store has changed: show what is in it now."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Show the keys that do something here and now."""
        raise NotImplementedError

    async def action_yank(self, cite: bool) -> None:
        """Copy the quote, and say where it went."""
        if quote := self.panes.quote:
            from briefing.export.citations import citation

            await self.briefing.copy(citation(quote) if cite else quote.text)

    def action_browse(self) -> None:
        """Open the article in the browser."""
        if self.panes.link:
            self.app.open_url(self.panes.link)
            self.briefing.tell("Opened in the browser")

    def action_check(self) -> None:
        """Mark the quote as checked, or take the mark off."""
        if self.panes.quote:
            self.marks.check(self.panes.quote)

    def action_read(self) -> None:
        """Mark the story or the article as read; as unread where it was read."""
        from briefing.store.articles import article_rows

        rows = article_rows(self.briefing.db, self.panes.article_ids())
        seen = not all(row.seen for row in rows)
        if changed := [row.id for row in rows if row.seen != seen]:
            self.marks.read(changed, seen)

    def action_carriers(self) -> None:
        """Show who else carries the quote."""
        if self.panes.quote and self.panes.quote.statement_id is not None:
            self.panes.open_statement(self.panes.quote.statement_id)

    def action_changes(self) -> None:
        """Show how the article was changed since it came in."""
        self.panes.show_edits()

    def action_fold(self) -> None:
        """Show the copies of a story's articles, or fold them under what they are copies of."""
        self.panes.reader.fold()

    def action_join(self) -> None:
        """Hold the person or story at hand, or join what is held to it."""
        self.joining.join()
        self.show_keys()

    def action_part(self) -> None:
        """Have the article under the cursor name somebody else, or be a story of its own."""
        self.joining.part()

    def action_undo(self) -> None:
        """Take the last mark back."""
        self.marks.undo()
