"""The keys that do something here and now, at the foot of the screen."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from briefing.text import printable
from briefing.ui.commands import Command


class KeyBar(Static):
    """One line: as many commands as fit, the most needed first, help and quit always."""

    _commands: Sequence[Command] = ()
    _held: Callable[[int], str] = staticmethod(lambda _: "")
    _shown: object = None

    def show(self, commands: Sequence[Command], held: Callable[[int], str]) -> None:
        """Show these commands' keys and labels, behind the words for what is held, in a width."""
        self._commands, self._held = commands, held
        self._tell()

    def on_resize(self) -> None:
        """Another width holds other keys."""
        self._tell()

    def _tell(self) -> None:
        width = self.app.size.width - 2
        ends = sum(_cells(command) for command in fitting(self._commands, 0))
        held = printable(self._held(width - ends - 3))
        commands = fitting(self._commands, width - (cell_len(held) + 3 if held else 0))
        if (held, commands) == self._shown:
            return
        self._shown = held, commands
        parts = [
            Content.styled(f"{command.shown} ", "bold $primary")
            + Content.styled(command.label, "$quiet")
            for command in commands
        ]
        if held:
            parts.insert(0, Content.styled(held, "bold $warning"))
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
