"""What an article says its people are, so that "the geologist" can be one of them.

Nouns are taken from right before a name ("race director Gunnar Hall"), from appositions on either
side of it ("Bao Qing, an engineer,"; "the union's leader, Bao Qing,"), and from "Bao Qing is a
teacher"; ages from "Bao Qing, 43,".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.kinds import Span
from briefing.model import FoundPerson
from briefing.reading.office_parts import head_of
from briefing.reading.phrases import THINGS
from briefing.reading.wordlist import wordlist

_REACH = 110
"""Characters on either side of a name that are looked at."""

_BEHIND = re.compile(
    r"(?:,| \(| [—–-]) ?(?:(?:who|now|then|also|once) )*(?:(?:is|was) )?"
    r"(?:(?:an?|the|one of the|his|her|its|their|our|my) )?(?P<what>[^,.;:()\n“”\"—–]{3,90})"
)
_IS = re.compile(
    r",? (?:(?:who )?(?:is|was|became|works as|worked as)) (?:an?|the) "
    r"(?P<what>[^,.;:\n“”\"]{3,60})"
)
_AHEAD = re.compile(
    r"(?:^|[\s“\"‘(])"
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne of (?:the|its|his|her|their))"
    r"|[A-Z][\w-]+['’]s?) (?P<what>[^,.;:()\n“”\"]{2,80}), (?:(?:[A-Z][a-z]{1,9}\.?) ){0,3}$"
)
_IS_AHEAD = re.compile(
    r"\b[Tt]he (?P<what>[a-z][a-z’' -]{2,40}) (?:is|was) (?:(?:[A-Z][a-z]{1,9}\.?) )?$"
)
_TITLE = re.compile(r"(?P<what>(?:[\w'’.-]+ ){1,4})$")
_AGE_BEHIND = re.compile(r", (?:aged )?(\d{1,3})\b| \((\d{1,3})\)")
_AGE_AHEAD = re.compile(r"\b(\d{1,3})-year-old (?:[\w'’-]+ ){0,4}$")
_HEAD_END = re.compile(
    r"\b(?:of|for|at|in|on|with|from|to|by|who|which|that|whose|near|about|against|like|than)\b"
)
_CLAUSE = re.compile(
    r"\b(?:said|says|told|tells|added|adds|has|had|was|were|is|are|will|would|did|does)\b"
)
_AND = re.compile(r",| and | & |/")
_TITLES_OF = {
    noun: wordlist(titles)
    for noun, titles in {
        "judge": "justice magistrate",
        "officer": "constable sergeant inspector sub-inspector superintendent detective captain",
        "congressman": "representative",
        "congresswoman": "representative",
        "lawmaker": "senator representative congressman congresswoman mp legislator",
        "legislator": "senator representative assemblyman assemblywoman lawmaker",
        "parliamentarian": "mp lawmaker",
        "republican": "senator representative congressman congresswoman governor",
        "democrat": "senator representative congressman congresswoman governor",
        "keeper": "goalkeeper wicketkeeper",
        "cleric": "bishop archbishop imam rabbi ayatollah priest vicar pastor",
        "diplomat": "ambassador envoy",
        "boss": "executive manager chairman coach",
        "doctor": "surgeon physician",
        "royal": "prince princess duke duchess",
    }.items()
}
_NOUN = re.compile(r"[a-z][a-z'’-]{2,}\Z")


def described(text: str, people: Sequence[FoundPerson]) -> dict[str, frozenset[str]]:
    """For each noun, and each "43-year-old", the names of those whom the article calls so."""
    called: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for span in person.mentions:
            for noun in _nouns_at(text, span):
                called[noun].add(person.name)
    return {noun: frozenset(names) for noun, names in called.items()}


def also_called(noun: str) -> frozenset[str]:
    """A noun, and the titles of those who are called so ("the judge" of "Justice Ann Lee")."""
    return _TITLES_OF.get(noun, frozenset()) | {noun}


def _nouns_at(text: str, span: Span) -> Iterator[str]:
    before = text[max(0, span[0] - _REACH) : span[0]].rpartition("\n")[2]
    after = text[span[1] : span[1] + _REACH].partition("\n")[0]
    for match in (
        _BEHIND.match(after),
        _IS.match(after),
        _AHEAD.search(before),
        _IS_AHEAD.search(before),
    ):
        if match and not _CLAUSE.search(match["what"]):
            yield from _heads(match["what"])
    if title := _TITLE.search(before):
        # In "a spokesman for Sen. Talan" only "Sen." is hers.
        yield from _heads(_HEAD_END.split(title["what"])[-1])
    age = _AGE_BEHIND.match(after) or _AGE_AHEAD.search(before)
    if age:
        yield f"{next(filter(None, age.groups()))}-year-old"


def _heads(phrase: str) -> Iterable[str]:
    """The nouns that a phrase is about: the last word before all that hangs on it."""
    for part in _AND.split(_HEAD_END.split(phrase, maxsplit=1)[0]):
        words = part.split()
        noun = (head_of(words[-1].rstrip(".")) or words[-1].lower()) if words else ""
        if _NOUN.match(noun) and noun not in THINGS:
            yield noun
