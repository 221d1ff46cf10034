"""The few words by which a text says who speaks: their edges, number, gender, and what they are."""

import re
from typing import Literal

from briefing.kinds import Span
from briefing.reading.countries import place_words
from briefing.reading.office_parts import head_of
from briefing.reading.wordlist import wordlist
from briefing.text import fold

Gender = Literal["he", "she"]

MAX_WORDS = 120
"""Longest speaker kept in the text's own words, in characters."""

HE_OR_SHE = wordlist("he she him her his hers himself herself")
GROUP = wordlist("they them it itself themselves")
RELATIVE = wordlist("who which that whom")
FIRST_PERSON = wordlist("i me my")
PRONOUNS = HE_OR_SHE | GROUP | RELATIVE | FIRST_PERSON | wordlist("we us our you what this")

INDEFINITE = wordlist("a an one another any some every each no his her its their my our your")
HONORIFICS = wordlist("Mr Mrs Ms Miss Dr Sen Rep Gov Gen Prof Sir Lady Lord President Senator")
GROUP_NOUNS = wordlist(
    """ministry company agency group party court union bank firm commission committee council
    mission department campaign association university organisation organization army charity
    newspaper paper magazine network club league airline regulator foundation institute"""
)

_QUANTITIES = wordlist(
    """some several many most both two three four five six seven eight nine ten dozens hundreds
    thousands these those few other others all"""
)
_COLLECTIVE = wordlist("police people women men media others both")
THINGS = GROUP_NOUNS | wordlist(
    """statement report study poll survey letter article book document documents website police
    government office spokespeople data figures research video post tweet story release rules ad
    bill law budget memo jury trial account filing administration senate house parliament
    congress"""
)
WOMEN = wordlist(
    """woman mother wife daughter sister aunt niece grandmother widow girlfriend spokeswoman
    chairwoman congresswoman councilwoman actress queen princess girl saleswoman businesswoman"""
)
MEN = wordlist(
    """man father husband son brother uncle nephew grandfather widower boyfriend spokesman
    chairman congressman councilman actor king prince boy salesman businessman policeman"""
)

_PERSONS = (
    WOMEN
    | MEN
    | wordlist("one another other someone somebody source insider person human man woman kid")
)
_OF_PERSONS = ("ist", "ian", "man", "woman", "person")
"""How nouns end that mean somebody."""

_EDGES = " \t\n\r\xa0,;:.–—-\"“”‘’'()[]"
_PRONOUN_FIRST = re.compile(r"(?i:he|she)(?=\s+(?!and\b|or\b)[a-z])")  # but "He Lei" is a name
_LEADING = re.compile(r"(?:and|but|or|as|yet|while|although|though)\s+", re.IGNORECASE)
_CLUTTER = re.compile(
    r",?\s*(?:\bwho\b|\bwhose\b|\bwhich\b|\bspeaking\b|\bciting\b|\bled by\b|\bon condition\b"
    r"|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*\Z",
    re.DOTALL,
)
_NAME_THEN_MORE = re.compile(r"((?:[A-ZÀ-Þ][\w.’'-]*\s+)+[A-ZÀ-Þ][\w’'-]*)\s?,\s.*\Z", re.DOTALL)
_HEAD_END = re.compile(
    r",|\b(?:of|for|at|in|on|with|from|to|by|who|which|that|whose|like|familiar|close|near"
    r"|briefed)\b"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\Z")
_TRAILING = re.compile(
    r"(?:\s+(?:on|at|in|of|for|to|with|and|or|but|about|while|as|who|which|that))+\Z"
)
_NAME_AFTER_TITLE = re.compile(r"\.?\s[A-ZÀ-Þ][\w’'-]+")


def trimmed(text: str, span: Span) -> Span:
    """The span without marks, spaces and small words at its edges; "Mr" takes its name along."""
    start, end = span[0], min(span[1], len(text))
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES and text[end - 1] != ".":
        end -= 1
    joint = _LEADING.match(text, start, end)
    start = joint.end() if joint else start
    if text[start:end].rstrip(".") in HONORIFICS:
        name = _NAME_AFTER_TITLE.match(text, start + len(text[start:end].rstrip(".")))
        end = name.end() if name else end
    trailing = _TRAILING.search(text, start, end)
    end = trailing.start() if trailing else end
    pronoun = _PRONOUN_FIRST.match(text, start, end)
    return start, (pronoun.end() if pronoun else end)


def own_words(words: str) -> str:
    """The words as written, in one line, without the clauses that hang on them."""
    plain = " ".join(_CLUTTER.sub("", words).split())
    named = _NAME_THEN_MORE.match(plain)
    bare = (named[1] if named else plain).strip(_EDGES)
    stop = "." if _INITIALS.search(bare) and f"{bare}." in plain else ""
    return capped(bare + stop if bare else words)


def capped(words: str) -> str:
    """The words in one line, at most ``MAX_WORDS`` characters of them."""
    plain = " ".join(words.split())
    return plain if len(plain) <= MAX_WORDS else plain[:MAX_WORDS].rpartition(" ")[0]


def head_noun(words: str) -> str:
    """The last word before all that hangs on it, lower case: "adviser" in "an adviser to us"."""
    return (_head_words(words) or [""])[-1]


def is_plural(words: str) -> bool:
    """Whether the words mean several ("officials", "two aides", "police")."""
    head = _head_words(words)
    if not head:
        return False
    last = head[-1]
    many = last.endswith("s") and not last.endswith(("ss", "us", "is", "’s", "'s"))
    many = many or last.endswith("men")
    return head[0] in _QUANTITIES or "and" in head or last in _COLLECTIVE or many


def gender_of_words(words: str) -> Gender | None:
    """The pronoun for whom the words mean, where they tell ("his mother", "a spokesman")."""
    head = set(_head_words(words))
    if head & WOMEN:
        return "she"
    return "he" if head & MEN else None


def is_human(words: str) -> bool:
    """Whether the words may mean somebody: no document, no body, no place."""
    if set(fold(words).split()) & THINGS or words in place_words():
        return False
    noun = head_noun(words)
    named = all(word[0].isupper() for word in words.split()) and " " in words
    return named or noun in _PERSONS or noun.endswith(_OF_PERSONS) or head_of(noun) is not None


def _head_words(words: str) -> list[str]:
    return _HEAD_END.split(words.lower(), maxsplit=1)[0].split()
