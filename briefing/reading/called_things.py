"""Whether the words around a name call its bearer a thing: "the trawler Ann Lee", "Kern & Sons"."""

import re
from typing import Literal

from briefing.reading.common_words import is_common
from briefing.reading.names import Word
from briefing.reading.office_parts import head_of
from briefing.reading.thing_words import SURNAME_THINGS
from briefing.reading.wordlist import wordlist

VESSELS = wordlist(
    """
    ferry ship vessel tanker trawler yacht frigate destroyer submarine freighter boat cruiser
    warship schooner tug barge icebreaker liner carrier steamer lifeboat dredger flagship ketch
    steamboat tugboat catamaran brig galleon
    """
)

_BODIES = wordlist(
    """
    firm company startup start-up insurer lender retailer maker makers supplier airline
    broadcaster newspaper magazine website platform brokerage broker consultancy restaurant hotel
    supermarket agency charity regulator watchdog bank conglomerate manufacturer carmaker
    drugmaker chipmaker subsidiary utility brewery distillery thinktank think-tank nonprofit
    group association union federation
    """
)
_PLACES = wordlist(
    """
    island village town city suburb district county province canton township hamlet municipality
    commune parish street road river lake mountain peak valley volcano peninsula port region
    prefecture neighbourhood neighborhood ward settlement square prison refinery mine dam
    """
)
_WORKS = wordlist(
    """
    racehorse gelding mare filly colt stallion greyhound locomotive satellite typhoon hurricane
    cyclone storm app label brand pub painkiller drug dealership bakery nightclub studio software
    convention film movie novel festival
    """
)
_THINGS = VESSELS | _BODIES | _PLACES | _WORKS
"""Nouns that stand before or behind the name of what they mean, and hardly before a person's."""

_NAMED_FOR = wordlist(
    """
    prize award trophy cup medal hospital school bridge wing building terminal stadium airport
    museum theatre theater library clinic station shipyard refinery factory plant brewery
    distillery prison auction
    """
)
"""What is called after a person, or belongs to what no person is: "the Ann Lee prize"."""

_HOUSES = wordlist(
    """
    lawyers solicitors attorneys consultants auditors accountants brokers architects publishers
    owners makers builders engineers surveyors advisers auctioneers underwriters promoters
    """
)
"""Several people whom one name behind means as a firm: "his lawyers, Kern Lee, said"."""

_HOUSE_WORDS = frozenset(["house", "houses"])
_BUYERS = wordlist("buyout fashion auction publishing investment trading brokerage private-equity")
_FAMILY = wordlist("Sons Daughters Co Company Associates Partners Bros Brothers Sisters Cie")
_OF_A_PLACE = wordlist(
    """
    president presidents minister ministers king queen governor mayor premier chief head ceo
    chairman founder owner director boss people residents citizens capital republic government
    army city town island north south east west coast outskirts streets state region territory
    """
)
"""What is of a place or a body and not of a person: "the mayor of X"."""

_BODYS_OWN = wordlist(
    """
    chief ceo boss founder co-founder founders owner owners chairman chairwoman president premier
    minister prime parliament government army capital airport central economy police coast border
    borders acting interim largest biggest second first residents mayor shareholders customers
    employees users board branch stock shares headquarters coastguard president-elect
    """
)
"""What a country or a firm has and a person mostly has not: "X's central bank"."""

_STATES_OWN = wordlist("minister ministers ministry election elections coastguard inflation")
"""What states have, one or two words on: "X's presidential election"."""
_BEHIND_A_BODY = wordlist(
    """
    chief ceo boss bosses founder co-founder owner chairman poll polls survey shares stock store
    stores plant employee employees fans customers users coach striker goalkeeper defender
    midfielder winger captain skipper players
    """
)
"""What stands behind a firm's name and hardly a person's: "X shares"."""

_NAMED = frozenset(["named", "called", "nicknamed", "alias", "one"])
_KNOWN = frozenset(["known", "name", "identified", "named"])
_PLURAL = frozenset(["have", "are", "were"])
_WHERE = wordlist("on in at along off near down across")
_TICKER = re.compile(r"[A-Z]{2,5}\Z")
_VERBS_OF_PEOPLE = wordlist(
    """
    runs ran leads led owns owned built chairs heads headed works worked set left joined wants
    wanted plans hopes is was has had says said calls called told once now
    """
)
_LONGEST_APPOSITION = 5

Thing = Literal["body", "thing"]
"""A firm or a union, which may speak, or anything else that is no person."""


def called_thing(words: list[Word], first: int, last: int) -> Thing | None:
    """What the words around a name, ``first`` to ``last`` (behind), call it, if no person.

    "The trawler Ann Lee" is a thing, "his lawyers, Kern Lee" a body.
    """
    if last < len(words) and words[last - 1].gap.strip() == "&" and words[last].text in _FAMILY:
        return "body"
    if _is_team(words, first, last):
        return "body"
    if noun := _noun_before(words, first, last) or _apposed(words, last):
        return "body" if noun in _BODIES | _HOUSES | _HOUSE_WORDS else "thing"
    return (
        "thing"
        if _is_street(words, first, last)
        or _is_case(words, first, last)
        or _noun_behind(words, first, last)
        else None
    )


def _is_team(words: list[Word], first: int, last: int) -> bool:
    """Whether one name has a verb in the plural: "Tarn have won"."""
    if last >= len(words) or words[last - 1].gap != " " or words[last].text not in _PLURAL:
        return False
    if first == 0:
        return True
    before = words[first - 1]
    ends = before.gap[:1] in {".", "?", "!"} or before.gap == ", "
    return "\n" in before.gap or (ends and before.text.islower())


def _is_street(words: list[Word], first: int, last: int) -> bool:
    """Whether something is "on Ann Street", "in Ann Park": surnames that are things as well."""
    there = first > 0 and words[first - 1].text in _WHERE and words[first - 1].gap == " "
    return there and last > first + 1 and words[last - 1].text in SURNAME_THINGS


def _is_case(words: list[Word], first: int, last: int) -> bool:
    """Whether a case in court is named: "Kern v. Lee"."""
    before = first > 0 and words[first - 1].text == "v" and words[first - 1].gap == ". "
    return before or (last < len(words) and words[last].text == "v" and words[last].gap[:1] == ".")


def _noun_before(words: list[Word], first: int, last: int) -> str | None:
    """The noun of "the trawler Ann Lee", "a schooner, the Ann Lee", "his lawyers, Kern Lee"."""
    at = first - 1
    the = at >= 0 and words[at].text == "the" and words[at].gap == " "
    at -= the
    while at > 0 and words[at].gap == " " and words[at].capital and head_of(words[at].text):
        at -= 1
    if at < 0 or words[at].gap not in {" ", ", ", ": "}:
        return None
    noun = words[at].text
    if noun in _HOUSES:
        return None if _is_listed(words, last) else noun
    house = noun in _HOUSE_WORDS and at > 0 and words[at - 1].text in _BUYERS
    if not house and noun not in _THINGS:
        return None
    if words[at].gap != " ":
        return noun if the or _is_closed(words, last) else None
    return noun if noun in VESSELS or not _goes_on_with_verb(words, last) else None


def _is_closed(words: list[Word], last: int) -> bool:
    """Whether a comma or a stop ends an apposition here; "At the hotel, Ann Lee said" is none."""
    return words[last - 1].gap[:1] in {",", ".", ";", ")", "\n", ""}


def _is_listed(words: list[Word], last: int) -> bool:
    """Whether another name follows: "his lawyers, Ann Lee and Jan Kern"."""
    if last >= len(words):
        return False
    gap, after = words[last - 1].gap, words[last]
    return (gap == " " and after.text in {"and", "or"}) or (gap == ", " and after.capital)


def _goes_on_with_verb(words: list[Word], last: int) -> bool:
    """Whether a clause of a person's follows: "the company Ann Lee founded"."""
    if last >= len(words) or words[last - 1].gap != " ":
        return False
    after = words[last].text
    return after in _VERBS_OF_PEOPLE or after.endswith("ed")


def _noun_behind(words: list[Word], first: int, last: int) -> bool:
    """Whether a noun behind tells: "the Ann Lee prize", "at Ann Lee station"."""
    if last >= len(words) or words[last - 1].gap != " ":
        return False
    return words[last].text in _NAMED_FOR and first > 0 and words[first - 1].gap == " "


def _apposed(words: list[Word], last: int) -> str | None:
    """The noun behind in "Finauf, the regulator,"; none in "Ann Lee, a company director,"."""
    if last + 1 >= len(words) or words[last - 1].gap != ", ":
        return None
    if words[last].text not in {"the", "a", "an", "its"} or words[last].gap != " ":
        return None
    for at in range(last + 1, min(last + 1 + _LONGEST_APPOSITION, len(words))):
        word = words[at]
        if word.text in _THINGS:
            after = words[at + 1].text if at + 1 < len(words) else ""
            ends = not word.possessive and (word.gap != " " or is_common(after))
            return word.text if ends else None
        if word.gap not in {" ", "'s ", "’s "} or is_common(word.text):
            return None
    return None


def is_named(words: list[Word], first: int) -> bool:
    """Whether the words in front give a person's name: "a driver named Cleon", "known as Tex"."""
    if first < 2 or words[first - 1].gap not in {" ", ' "', " “", " ‘", " '"}:
        return False
    before = words[first - 1].text
    if before == "as":
        return any(word.text in _KNOWN for word in words[max(0, first - 4) : first - 1])
    return before in _NAMED and words[first - 2].text not in _THINGS


def is_used_as_body(words: list[Word], first: int, last: int) -> bool:
    """Whether a name is rather a country's or a firm's: "the mayor of X", "X's central bank"."""
    of = first > 1 and words[first - 1].text == "of" and words[first - 1].gap == " "
    if of and words[first - 2].text in _OF_A_PLACE:
        return True
    if first > 0 and words[first - 1].gap == " & " and words[first - 1].capital:
        return True
    if last >= len(words):
        return False
    gap, after = words[last - 1].gap, words[last]
    if gap == " (":
        return _TICKER.match(after.text) is not None and after.gap[:1] == ")"
    if words[last - 1].possessive:
        ahead = {word.text for word in words[last + 1 : last + 3]}
        return after.text in _BODYS_OWN or not ahead.isdisjoint(_STATES_OWN)
    if "&" in gap and after.capital:
        return True
    return gap == " " and after.text in _BEHIND_A_BODY
