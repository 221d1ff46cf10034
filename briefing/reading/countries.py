"""Which country a word names: known ones from a table, unknown ones from the article itself."""

import re
from collections.abc import Mapping
from functools import cache

from briefing.reading.common_words import is_common
from briefing.reading.country_names import COUNTRIES, NATIONS_WITHIN, US_STATES
from briefing.reading.first_names import is_first_name
from briefing.reading.office_words import ABBREVIATED, HEADS, HONORIFICS
from briefing.reading.thing_words import THING_WORDS
from briefing.reading.wordlist import wordlist

INSTITUTIONS = {
    "White House": "United States",
    "Pentagon": "United States",
    "State Department": "United States",
    "Justice Department": "United States",
    "Treasury Department": "United States",
    "Capitol": "United States",
    "FBI": "United States",
    "CIA": "United States",
    "NSA": "United States",
    "Kremlin": "Russia",
    "Duma": "Russia",
    "Downing Street": "United Kingdom",
    "Whitehall": "United Kingdom",
    "Foreign Office": "United Kingdom",
    "Home Office": "United Kingdom",
    "Bundestag": "Germany",
    "Knesset": "Israel",
    "Élysée": "France",
    "Elysee": "France",
    "Bundesbank": "Germany",
    "Sejm": "Poland",
    "Riksdag": "Sweden",
    "Lok Sabha": "India",
    "Politburo": "China",
}
"""Institutions that only one country has, by the name English papers give them."""


@cache
def country_forms() -> Mapping[str, str]:
    """Every name and adjective of a country, as written, to its English name."""
    forms: dict[str, str] = {}
    for line in COUNTRIES.strip().splitlines():
        name, adjectives, _, variants = line.split("|")
        for form in (name, *_listed(adjectives), *_listed(variants)):
            forms[form] = name
        forms.update((f"{form}s", name) for form in _listed(adjectives) if form[-1] not in "sh")
    return forms


@cache
def capital_forms() -> Mapping[str, str]:
    """Every capital that stands for its government, to the English name of its country."""
    rows = (line.split("|") for line in COUNTRIES.strip().splitlines())
    return {capital: name for name, _, capitals, _ in rows for capital in _listed(capitals)}


@cache
def adjective_forms() -> frozenset[str]:
    """The adjectives alone ("German"), with the nations within a country ("Scottish")."""
    rows = (line.split("|") for line in COUNTRIES.strip().splitlines())
    known = {form for _, adjectives, _, _ in rows for form in _listed(adjectives)}
    return frozenset(known | {"English", "Scottish", "Welsh", "Northern Irish", "Catalan"})


@cache
def place_words() -> frozenset[str]:
    """Names of countries, capitals and states: never a person when they stand alone."""
    names = {*country_forms(), *capital_forms(), *NATIONS_WITHIN, *US_STATES, *INSTITUTIONS}
    return frozenset(names - {"Georgia", "Jordan", "Chad"} | {"Georgia"})


def country_of(words: str, learnt: Mapping[str, str] | None = None) -> str | None:
    """The English name of the country that these words name as a noun or an adjective.

    Args:
        words: "German", "U.S.", "the Netherlands", "Valdorian"; no possessive ending.
        learnt: forms that ``learn_places`` found in the same article.
    """
    bare = words.removeprefix("the ").removeprefix("The ")
    known = country_forms()
    found = known.get(bare) or known.get(words)
    return found or (learnt or {}).get(bare)


_CAPITAL_WORD = r"[A-ZÀ-Þ][a-zß-ÿ]{2,}"
_NAME = rf"{_CAPITAL_WORD}(?: {_CAPITAL_WORD})?"
_OF_STATE = (
    r"(?:(?:[Dd]eputy |[Vv]ice[ -]|[Ff]ormer |[Aa]cting |[Tt]op |[Ss]enior )*"
    r"(?:[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|government|parliament|army|navy|air force|"
    r"military|troops|forces|soldiers|border|embassy|ambassador|diplomats?|envoy|capital|currency|"
    r"(?:[Dd]efen[cs]e|[Ff]oreign|[Ii]nterior|[Ff]inance|[Jj]ustice|[Hh]ealth|[Ee]nergy|[Ee]conomy|"
    r"[Tt]rade|[Ee]ducation|[Tt]ransport|[Ee]nvironment|[Aa]griculture|[Ff]oreign [Aa]ffairs) "
    r"(?:[Mm]inister|[Ss]ecretary|[Mm]inistry)|[Mm]inister (?:of|for) "
    r"|(?:[Ff]oreign|[Dd]efen[cs]e) [Mm]inistry)\b)"
)
_BEFORE_STATE = re.compile(rf"\b({_NAME})(?:['’]s?)? {_OF_STATE}")
_IN_COUNTRIES = wordlist(
    "Island Islands Isle Isles Republic Kingdom Coast New Great North South East West Emirates"
)
_STATE_OF = re.compile(
    rf"\b(?:[Pp]rime [Mm]inister|[Pp]remier|[Gg]overnment|[Cc]hancellor|[Rr]epublic|[Kk]ingdom|"
    rf"[Mm]inister (?:of|for) [A-Za-z ]{{4,30}}?) of ({_NAME})"
)
_WORD = re.compile(_CAPITAL_WORD)
_NOT_PLACES = wordlist(
    """
    The A An His Her Its Their Our Your My This That These Those Former Acting Deputy Vice Top
    Senior Then New Old Labour Labor Conservative Republican Democratic Democrat Social
    Christian Green Liberal National Federal Royal Imperial Central European African Asian Arab
    Western Eastern Shadow Defence Defense Foreign Interior Finance Justice Health Energy
    Economy Trade Education Transport Environment Agriculture Prime Minister President Chief
    State Home First Second Third Housing Culture Industry Treasury Security Migration Police
    Army Navy Air Allied Nato Union Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    When While But And For With From Under After Before Since Until Because Although Though
    Meanwhile However If As At By In On Of To Korea Korean Muslim Jewish Catholic Islamic
    Communist Socialist Tory Israeli Majesty Joint Armed
    """
)


def learn_places(text: str) -> Mapping[str, str]:
    """Countries that no table knows, from how one article uses them: form as written to name.

    A capitalised name with a state's office, army or ministry right behind it is taken for a
    country ("Ostmark's prime minister"); an adjective of the usual endings goes to the name in the
    same article that it is made from ("Valdorian" to "Valdoria").
    """
    places = (*_BEFORE_STATE.finditer(text), *_STATE_OF.finditer(text))
    found = {name for match in places if (name := _unknown(match[1]))}
    found = {name for name in found if not _is_borne(text, name)}
    if not found:
        return {}
    words = frozenset(_WORD.findall(text))
    learnt: dict[str, str] = {}
    for name in sorted(found):
        base = _base_in(name, words) or _supposed_base(name)
        learnt[name] = base or name
        if base:
            learnt[base] = base
    for word in words:
        base = _base_in(word, frozenset(learnt.values()))
        if base and word not in country_forms():
            learnt.setdefault(word, base)
    return learnt


def _unknown(name: str) -> str | None:
    """The name without words that never name a place, or None where a table knows it."""
    words = name.split()
    while words and (words[0] in _NOT_PLACES or is_common(words[0])):
        words.pop(0)
    rest = " ".join(words)
    known = (
        {*words, rest} & place_words()
        or set(words) & _NOT_PLACES
        or set(words) & (THING_WORDS - _IN_COUNTRIES)
    )
    return None if not words or known else rest


def _is_borne(text: str, name: str) -> bool:
    """Whether a title or a first name stands in front somewhere, so that it is a person's name."""
    if is_first_name(name.split(maxsplit=1)[0]):
        return True
    before = re.findall(rf"\b([A-ZÀ-Þ]\w+)\.? (?:([A-ZÀ-Þ][\w-]*)\.? )?{re.escape(name)}\b", text)
    return any(
        word in HONORIFICS or word in ABBREVIATED or word.lower() in HEADS or is_first_name(word)
        for pair in before
        for word in pair
    )


def _base_in(form: str, words: frozenset[str]) -> str | None:
    """The longest word that ``form`` is an adjective of: Valdorian of Valdoria."""
    bases = [base for base in _bases(form) if base in words and base != form]
    return max(bases, key=len, default=None)


def _bases(form: str) -> list[str]:
    """The names that an adjective may be made from, by its ending."""
    bases = []
    for ending, replacements in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) >= 3:
            bases += [stem + replacement for replacement in replacements]
    return bases


_ENDINGS = (
    ("ian", ("ia", "", "y", "e", "o", "a")),
    ("an", ("a", "", "o", "e", "y", "ia")),
    ("n", ("",)),
    ("ish", ("", "land", "e", "ia")),
    ("ese", ("", "a", "ia", "o")),
    ("i", ("", "ia", "e")),
    ("er", ("",)),
    ("ic", ("", "ia", "land")),
    ("s", ("",)),
)


def _supposed_base(form: str) -> str | None:
    """The name behind an adjective in "-ian" where the article never writes it."""
    return form.removesuffix("n") if form.endswith("ian") and " " not in form else None


def _listed(cell: str) -> list[str]:
    return [part for part in cell.split(",") if part]
