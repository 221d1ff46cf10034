"""Labels in capitals ("MIRA TALAN, MAYOR OF TARN:"), with their words as a name is written."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from briefing.reading.candidates import SHORT_BODIES
from briefing.reading.names import PARTICLES, Word
from briefing.reading.wordlist import wordlist

_LABEL = re.compile(
    r"^[\"“]?(?P<label>[^\W\d_](?:[^\W\d_]|[.,'’‐‑ -]){3,120}?)"
    r"(?=(?: ?\([^()\n]{1,60}\))?(?:, [a-z][^:\n]{0,80})?:(?:\s|\Z))",
    re.MULTILINE,
)
_SMALL = PARTICLES | wordlist("of the in for and who a an on at to by with from")
_PART = re.compile(r"[^\W\d_]+")
_SCOTTISH = re.compile(r"MC(?=[A-Z]{3})")


def in_small_letters(text: str, words: Sequence[Word]) -> list[Word]:
    """The words, those of labels of several words in capitals written as elsewhere in a text."""
    found = [match for match in _LABEL.finditer(text) if match["label"].isupper()]
    labels = [match.span("label") for match in found if " " in match["label"].strip(" ,")]
    starts = [start for start, _ in labels]
    written = []
    for word in words:
        n = bisect_right(starts, word.start) - 1
        inside = n >= 0 and word.end <= labels[n][1]
        written.append(replace(word, text=_written(word.text)) if inside else word)
    return written


def _written(word: str) -> str:
    """A word in capitals as a name or an office has it ("McBren", "of")."""
    if word.lower() in _SMALL:
        return word.lower()
    if word in SHORT_BODIES or "." in word:
        return word
    scottish = _SCOTTISH.sub("Mc ", word)
    return _PART.sub(lambda part: part[0].capitalize(), scottish).replace("Mc ", "Mc")
