"""The keys that do something here and now, at the foot of the screen."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from briefing.ui.commands import Command, keys_of


class KeyBar(Static):
    """One line: as many commands as fit, the most needed first, help and quit always."""

    def show(self, commands: Sequence[Command]) -> None:
        """Show these commands' keys and labels."""
        self._commands = commands
        pairs = [(keys_of(c, self.app._keymap), c.label) for c in fitting(commands, self.app.size.width - 2)]
        parts = [
            Content.assemble((f"{key} ", "bold $primary"), (label, "$quiet")) for key, label in pairs
        ]
        self.update(Content("   ").join(parts))

    def on_resize(self) -> None:
        """Another width holds other keys."""
        if hasattr(self, "_commands"):
            self.show(self._commands)


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
