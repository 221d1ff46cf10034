"""briefing: a briefing room in a terminal, and its engine as a library.

    >>> import briefing
    >>> reading = briefing.read("“Forty boats will sail,” Mira Talan said.")
    >>> [(quote.speaker, quote.text) for quote in reading.quotes]
    [('Mira Talan', '“Forty boats will sail,”')]

``read`` takes one article's text and returns a ``Reading`` of frozen dataclasses, described in
``briefing.model``; all offsets are characters into the text given. The edition in a store is read
through the command (``briefing quotes --json`` and its like), whose keys are documented. Importing
``briefing`` costs nothing; the first ``read`` loads the engine, which takes a second or two.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.kinds import Equivalent
    from briefing.model import (
        FoundFigure,
        FoundOrganisation,
        FoundPerson,
        FoundQuote,
        Reading,
        Role,
    )
    from briefing.reading.engine import read

__version__ = "0.1.0"

__all__ = [
    "Equivalent",
    "FoundFigure",
    "FoundOrganisation",
    "FoundPerson",
    "FoundQuote",
    "Reading",
    "Role",
    "__version__",
    "read",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "briefing.reading.engine" if name == "read" else "briefing.model"
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
