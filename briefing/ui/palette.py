"""The commands in the palette."""

from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefing.ui.commands import COMMANDS, Command, keys_of


class CommandProvider(Provider):
    """Every command that does something here and now."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(command.help, self._run(command), help=self._keys(command))

    async def search(self, query: str) -> Hits:
        """Those whose help has the letters."""
        matcher = self.matcher(query)
        for command in self._commands():
            if (score := matcher.match(command.help)) > 0:
                display = matcher.highlight(command.help)
                yield Hit(score, display, self._run(command), help=self._keys(command))

    def _commands(self) -> list[Command]:
        screen: Any = self.screen
        here = [c for c in COMMANDS if c.group != "Move" and c.id != "palette"]
        return [c for c in here if screen.check_action(c.action.partition("(")[0], ())]

    def _run(self, command: Command) -> partial[Any]:
        return partial(self.screen.run_action, command.action)

    def _keys(self, command: Command) -> str:
        return keys_of(command, getattr(self.app, "keymap", {}))
