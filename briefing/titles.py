"""Offices in one form, however an outlet writes them: what reading and linking compare."""

import re
from functools import lru_cache

from briefing.text import fold

_POSSESSIVE = re.compile(r"'s\b|(?<=s)'")
_WORD = re.compile(r"[^\W_]+")

# Words that do not change which office is meant. Who holds one for the time being is its holder.
_EMPTY_WORDS = """
a an the of for in on at to and affairs ms mr mrs dr sir new newly elected appointed acting interim
caretaker incumbent current outgoing longtime veteran then former ex departing embattled top his
her its their our
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())

_PHRASES = (
    (re.compile(r"\bp\.?m\.?(?!\w)"), "prime minister"),
    (re.compile(r"\bpremier\b(?! league)"), "prime minister"),
    (re.compile(r"\bvice (?=prime minister|minister)"), "deputy "),
    (re.compile(r"\bchief executive(?: officer)?\b|\bc\.?e\.?o\b"), "chief executive"),
    (re.compile(r"\bcommander in chief\b"), "commander"),
    (re.compile(r"\bchancellor of the exchequer\b"), "finance minister"),
    (re.compile(r"\b(?:external|foreign) (?:affairs|relations)\b"), "foreign"),
    (re.compile(r"\bnational (?=defen[cs]e\b)"), ""),
)

_SAME = {
    "defence": "defense",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "advisor": "adviser",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "chairmen": "chair",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "spokesmen": "spokesman",
    "spokespeople": "spokesman",
    "spokeswomen": "spokesman",
    "congresswoman": "congressman",
    "assemblywoman": "assemblyman",
    "councilwoman": "councilman",
    "councillor": "councilor",
    "policewoman": "policeman",
    "businesswoman": "businessman",
    "headmistress": "headmaster",
    "economy": "economic",
    "economics": "economic",
    "financial": "finance",
    "sports": "sport",
    "ministers": "minister",
    "secretaries": "secretary",
    "presidents": "president",
    "governors": "governor",
    "chiefs": "chief",
    "leaders": "leader",
    "heads": "head",
    "generals": "general",
}

# A secretary with one of these is no minister.
_STAFF_WORDS = """
press general private permanent cabinet executive first second third party assistant under
communications council company corporate club league state
"""
_STAFF = frozenset(_STAFF_WORDS.split())


@lru_cache(maxsize=20_000)
def office_key(title: str) -> str:
    """The office as a key: equal for two titles that name the same one, "" for none.

    Case, order ("Minister of Defence", "defence minister"), British and American spelling, the
    holder's sex, and minister against secretary of one portfolio make no difference. Deputies
    differ from those they stand in for. Country and organisation are not part of a title.
    """
    text = _POSSESSIVE.sub("", fold(title))
    for pattern, plain in _PHRASES:
        text = pattern.sub(plain, text)
    words = {_SAME.get(word, word) for word in _WORD.findall(text)} - _EMPTY
    if "secretary" in words and len(words) > 1 and not words & _STAFF:
        words = words - {"secretary"} | {"minister"}
    return " ".join(sorted(words))
