"""What a story is called: the title of one of its articles, never one made up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from briefing.linking.vectors import Vector, dot, position, unit
from briefing.linking.words import idf, stems, words
from briefing.model import Lead

_LABEL = re.compile(
    r"^\s*(?:(?:live|live updates?|watch|video|photos?|breaking(?: news)?|exclusive|just in|"
    r"factbox|explainer|updated?|read|\d+(?:st|nd|rd|th)? (?:lead|update))(?:\s*[:|–—]|\s+-\s)"
    r"|(?:update|wrapup) \d+\s*[-:]|\[(?:video|photos?|watch)\])\s*(?=\S)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+[-–—|·]\s+([^-–—|·]{2,60})$")
_NEWSROOM = re.compile(
    r"\.(?:com|org|net|co\.uk|news)$|\b(?:news|times|post|wire|press|courier|herald|tribune|journal|"
    r"gazette|guardian|telegraph|observer|agency|radio|tv|bbc|cnn|npr|ap|afp|reuters|dpa|magazine)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_BEGINNING = 60
"""Words of the text in which a title that was made from it is looked for."""
_OPINION = re.compile(
    r"^\s*(?:opinion|analysis|review|editorial|column|letters?)\b\s*[:|-]", re.IGNORECASE
)


def headline(leads: Sequence[Lead], centre: Vector) -> str:
    """The title of the story of these articles: one of their titles, "" where none has any.

    Central to what all of them say (``centre``, the sum of their words), neither cut nor made from
    the text's own first words while another is there, and without labels ("LIVE:") and the
    outlet's name.
    """
    middle = unit(centre)
    titles = [_title(lead) for lead in leads]
    ranked = [(title.whole, title.worth(middle), title.words) for title in titles if title.words]
    return max(ranked, key=itemgetter(0, 1))[2] if ranked else ""


@dataclass(frozen=True, slots=True)
class _Title:
    """A title and what of its worth does not hang on the story: ``less`` is taken off for its form.

    ``whole`` says that it is neither cut nor made from the text's own first words.
    """

    words: str
    whole: bool
    shown: Vector
    less: float

    def worth(self, middle: Vector) -> float:
        """How well it says what a story says, of which ``middle`` is the sum at length 1."""
        return dot(self.shown, middle) - self.less


@lru_cache(maxsize=5_000)
def _title(lead: Lead) -> _Title:
    """The title of an article. Those of a story are asked for with each article that joins it."""
    title = plain_title(lead)
    stemmed = stems(title)
    less = 0.1 * (title.isupper() or title.endswith("?") or bool(_OPINION.match(title)))
    less += 0.02 * max(0, len(title.split()) - 14) + 0.1 * (len(stemmed) < 4)
    whole = not _CUT.search(title) and not _is_made(stemmed, lead)
    return _Title(title, whole, unit({word: idf(word) for word in stemmed}), less)


def plain_title(lead: Lead) -> str:
    """The title without a label before it and the outlet's name behind it."""
    title = lead.title.strip()
    while (shorter := _LABEL.sub("", title, count=1)) != title:
        title = shorter
    tail = _TAIL.search(title)
    if tail and _names_outlet(tail[1], lead.outlet):
        title = title[: tail.start()]
    return title


def _names_outlet(tail: str, outlet: str | None) -> bool:
    said, known = words(tail), words(outlet or "")
    return (bool(known) and said == known) or (len(said) <= 5 and bool(_NEWSROOM.search(tail)))


def _is_made(title: list[str], lead: Lead) -> bool:
    """Whether the title is nothing but words with which the text begins."""
    beginning = " ".join(lead.lead.split()[: _BEGINNING + len(title)])
    return len(title) > 3 and position(title, stems(beginning)) is not None
