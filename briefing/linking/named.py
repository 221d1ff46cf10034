"""Names beside a figure: whose it is, who gives and who gets it, where it was."""

import re

_NAME = re.compile(
    r"\bUnited (?:States|Kingdom)\b|(?<![\w’'-])[A-Z][\w’-]{2,}"
    r"|\b(?:U\.S\.|U\.K\.|US|UK|EU|UN)(?!\w)"
)
_STARTS = re.compile(r"(?:\A|[.!?:]\s|[“\"(])\s*\Z")
_FIRM_BEHIND = re.compile(
    r"['’]s\b| (?:[A-Z]\w|(?:will|has|had|is|was|gave|lost|won|spent|sent|made|says|[a-z]{3,}ed"
    r"|[a-z]{3,}[^s\W]s|and (?:the )?[A-Z]\w+) )"
)
_NO_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december united the president minister prime mr mrs
    ms general senator governor this that these those their they there then its his her our your
    but and for with from when while after before since until under over more most some many all
    any each every both last next about around nearly almost only just between among defense defence
    finance transport health foreign interior education state states
    north south east west northern southern eastern western central new great""".split()
)
_SAME_NAME = {
    "french": "france", "dutch": "netherlands", "british": "uk", "britain": "uk", "london": "uk",
    "kingdom": "uk", "england": "uk", "u.k.": "uk", "polish": "poland", "warsaw": "poland",
    "danish": "denmark", "spanish": "spain", "swiss": "switzerland", "greek": "greece",
    "turkish": "turkey", "american": "america", "americans": "america", "washington": "america",
    "us": "america", "usa": "america", "u.s.": "america", "states": "america", "moscow": "russia",
    "kremlin": "russia", "kyiv": "ukraine", "kiev": "ukraine", "berlin": "germany",
    "paris": "france", "beijing": "china", "tokyo": "japan", "brussels": "europe", "eu": "europe",
    "european": "europe", "welsh": "wales", "irish": "ireland", "norwegian": "norway",
    "iraqi": "iraq", "israeli": "israel", "cyprus": "cypriot", "thai": "thailand",
    "madrid": "spain", "rome": "italy", "ankara": "turkey", "delhi": "india", "tehran": "iran",
    "seoul": "korea", "gop": "republican",
    "united states": "america", "united kingdom": "uk", "britons": "uk", "germans": "germany",
    "russians": "russia", "chinese": "china",
}  # fmt: skip
"""Names of one country that do not begin alike: "German" and "Germany" need no entry."""

_LETTERS = 5


def loose_names(before: str, behind: str) -> frozenset[str]:
    """The beginnings of all capitalised words, in one form for a country."""
    return frozenset(form(match[0]) for part in (before, behind) for match in _matches(part))


def firm_names(before: str, behind: str) -> frozenset[str]:
    """The same without words that are capital only because a sentence begins with them."""
    found = [match for match in _matches(before) if not _only_starts(before, match)]
    return frozenset(form(match[0]) for match in [*found, *_matches(behind)])


def in_one_form(text: str) -> str:
    """The text with each country, its people and its capital under one word."""
    return _NAME.sub(lambda name: _SAME_NAME.get(_low(name[0]), name[0]), text)


def _matches(text: str) -> list[re.Match[str]]:
    return [match for match in _NAME.finditer(text) if match[0].lower() not in _NO_NAMES]


def _only_starts(text: str, match: re.Match[str]) -> bool:
    starts = _STARTS.search(text, max(0, match.start() - 3), match.start())
    return bool(starts) and not _FIRM_BEHIND.match(text, match.end())


def form(name: str) -> str:
    """The beginning of a name, the same for a country, its people and its capital."""
    low = _low(name)
    return _SAME_NAME.get(low, low)[:_LETTERS]


def _low(name: str) -> str:
    return re.sub(r"['’]s?\Z", "", name.lower())
