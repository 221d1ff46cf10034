"""Every command, defined once: its key, footer label, palette entry, help and keymap id."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding


class Command(NamedTuple):
    """One thing a user can do.

    ``keys`` are Textual's names, joined by commas; ``shown`` is how the help writes them.
    ``rank`` orders the footer, the least first, and 0 keeps a command out of it.
    """

    id: str
    keys: str
    shown: str
    label: str
    help: str
    action: str
    group: str
    rank: int = 0


COMMANDS = (
    Command("stories", "1", "1", "Stories", "Go to the stories", "pane('stories')", "Move"),
    Command("people", "2", "2", "People", "Go to the people", "pane('people')", "Move"),
    Command("quotes", "3", "3", "Quotes", "Go to the quotes", "pane('quotes')", "Move"),
    Command("article", "4", "4", "Article", "Go to the article", "pane('reader')", "Move"),
    Command("next", "tab", "tab", "Next pane", "Go to the next pane", "step_pane(1)", "Move"),
    Command(
        "previous",
        "shift+tab",
        "shift+tab",
        "Previous pane",
        "Go to the pane before",
        "step_pane(-1)",
        "Move",
    ),
    Command("down", "j,down", "j ↓", "Down", "One row or line down", "move('down')", "Move"),
    Command("up", "k,up", "k ↑", "Up", "One row or line up", "move('up')", "Move"),
    Command(
        "page-down",
        "pagedown,ctrl+f",
        "PgDn",
        "Page down",
        "A page down",
        "move('page_down')",
        "Move",
    ),
    Command("page-up", "pageup,ctrl+b", "PgUp", "Page up", "A page up", "move('page_up')", "Move"),
    Command("top", "g,home", "g Home", "Top", "To the first", "move('top')", "Move"),
    Command("bottom", "G,end", "G End", "Bottom", "To the last", "move('bottom')", "Move"),
    Command(
        "open",
        "enter,space",
        "Enter",
        "Open",
        "Narrow to this story or person, or open the article at this quote",
        "open",
        "Narrow",
        1,
    ),
    Command(
        "back",
        "escape",
        "Esc",
        "Back",
        "Back from the article, or widen one step",
        "back",
        "Narrow",
        2,
    ),
    Command(
        "search",
        "slash",
        "/",
        "Search",
        "Search stories, people and quotes",
        "search",
        "Search",
        3,
    ),
    Command(
        "next-hit",
        "n",
        "n",
        "Next",
        "Next hit, or next quote of the article",
        "hit(1)",
        "Search",
        9,
    ),
    Command(
        "previous-hit", "N", "N", "Previous", "Hit before, or quote before", "hit(-1)", "Search"
    ),
    Command("yank", "y", "y", "Copy", "Copy the quote with its citation", "yank(True)", "Use", 4),
    Command(
        "yank-words",
        "Y",
        "Y",
        "Copy words",
        "Copy the words of the quote alone",
        "yank(False)",
        "Use",
    ),
    Command("browse", "o", "o", "Browser", "Open the article in the browser", "browse", "Use", 8),
    Command(
        "changes",
        "c",
        "c",
        "Changes",
        "Show what its outlet changed in the article, word by word",
        "changes",
        "Use",
        4,
    ),
    Command(
        "carriers",
        "w",
        "w",
        "Carriers",
        "Show who else carries the quote, and in what words",
        "carriers",
        "Use",
        5,
    ),
    Command(
        "fold",
        "f",
        "f",
        "Copies",
        "On a story's page: show what other outlets copied, or fold it",
        "fold",
        "Use",
    ),
    Command(
        "check",
        "v",
        "v",
        "Check",
        "Mark the quote as checked, or take the mark off",
        "check",
        "Mark",
        5,
    ),
    Command("read", "m", "m", "Read", "Mark as read or unread", "read", "Mark", 6),
    Command(
        "join",
        "J",
        "J",
        "Join",
        "Join two people or two stories: J on one, then on the one it is",
        "join",
        "Mark",
    ),
    Command(
        "part",
        "X",
        "X",
        "Part",
        "On a person's page: this article names somebody else; on a story's: it is another story",
        "part",
        "Mark",
    ),
    Command("undo", "u", "u", "Undo", "Take back the last mark", "undo", "Mark", 10),
    Command(
        "sync",
        "s",
        "s",
        "Sync",
        "Fetch every source, then read what is new",
        "sync",
        "Edition",
        7,
    ),
    Command(
        "feeds",
        "F",
        "F",
        "Feeds",
        "Choose from a list of well-known public feeds",
        "feeds",
        "Edition",
    ),
    Command("theme", "t", "t", "Light or dark", "Change between light and dark", "theme", "App"),
    Command(
        "help", "question_mark,f1", "?", "Help", "Show and search this help", "help", "App", 11
    ),
    Command(
        "palette",
        "ctrl+p",
        "ctrl+p",
        "Palette",
        "Find a command by its name",
        "app.command_palette",
        "App",
    ),
    Command("quit", "q", "q", "Quit", "Leave briefing", "app.quit", "App", 12),
)

BY_ID = {command.id: command for command in COMMANDS}

_NAMES = {"slash": "/", "question_mark": "?", "escape": "Esc", "enter": "Enter", "space": "Space"}


def bindings() -> list[Binding]:
    """The commands as bindings, with their ids for a keymap to change them by."""
    return [Binding(c.keys, c.action, c.label, id=c.id, show=False) for c in COMMANDS]


def keys_of(command: Command, keymap: Mapping[str, str]) -> str:
    """How to write the command's keys, as a keymap left them."""
    if command.id not in keymap:
        return command.shown
    return " ".join(_NAMES.get(key, key) for key in keymap[command.id].split(","))
