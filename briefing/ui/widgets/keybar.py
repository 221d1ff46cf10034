"""The keys that do something here and now, at the foot of the screen."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from briefing.ui.commands import Command


class KeyBar(Static):
    """One line: as many commands as fit, the most needed first, help and quit always."""

    _commands: Sequence[Command] = ()

    def show(self, commands: Sequence[Command]) -> None:
        """Show these commands' keys and labels."""
        if commands != self._commands:
            self._commands = commands
            self._tell()

    def on_resize(self) -> None:
        """Another width holds other keys."""
        self._tell()

    def _tell(self) -> None:
        parts = [
            Content.styled(f"{command.shown} ", "bold $primary")
            + Content.styled(command.label, "$quiet")
            for command in fitting(self._commands, self.app.size.width - 2)
        ]
        self.update(Content("   ").join(parts), layout=False)


def fitting(commands: Sequence[Command], width: int) -> list[Command]:
    """Those that fit in the width, by rank; the last two (help and quit) are never left out."""
    ranked = sorted((c for c in commands if c.rank), key=lambda c: c.rank)
    kept = ranked[-2:]
    room = width - sum(_cells(c) for c in kept)
    for command in ranked[:-2]:
        if _cells(command) <= room:
            room -= _cells(command)
            kept.append(command)
    return sorted(kept, key=lambda c: c.rank)


def _cells(command: Command) -> int:
    return cell_len(f"{command.shown} {command.label}   ")
