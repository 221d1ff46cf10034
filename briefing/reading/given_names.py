"""The pronoun that a given name's bearers go by, from counts over many countries."""

import gzip
from functools import cache
from importlib.resources import files

from briefing.reading.first_names import EITHER, HE, SHE
from briefing.reading.phrases import Gender
from briefing.text import fold

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})


def gender_of_name(name: str) -> Gender | None:
    """The pronoun of at least 95% of those called ``name``, None where it is open or unknown.

    Of a double name the first part decides. Our own list of common names comes first, then 31,000
    names that the package nomquamgender (MIT License) counted in five lists or more of people.
    """
    first = name.split("-", maxsplit=1)[0]
    if first in EITHER:
        return None
    if (first in HE) != (first in SHE):
        return "he" if first in HE else "she"
    men, women = _counted()
    folded = fold(first).translate(_PLAIN)
    return "he" if folded in men else "she" if folded in women else None


@cache
def _counted() -> tuple[frozenset[str], frozenset[str]]:
    packed = files(__package__).joinpath("given_names.txt.gz").read_bytes()
    men, women = gzip.decompress(packed).decode().splitlines()
    return frozenset(men.split()), frozenset(women.split())
