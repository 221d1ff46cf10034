"""Which organisation a noun means: "the ministry", "the company", "the newspaper"."""

import re
from collections.abc import Callable, Iterator

from briefing.reading.antecedents import Voice
from briefing.reading.bodies import METONYMS
from briefing.reading.cast import Cast
from briefing.reading.phrases import GROUP_NOUNS, own_words
from briefing.reading.wordlist import wordlist
from briefing.text import fold

NEAR = 3
"""Sentences for which "the company" still means the one that was named."""

_NOUN = re.compile(r"[Tt]he (?:same )?([a-z-]+)")
_FIRMS = wordlist(
    """company firm group manufacturer maker retailer lender bank airline carmaker broker
    developer publisher label startup start-up restaurant insurer"""
)
_PAPERS = wordlist("newspaper paper magazine outlet broadcaster network website channel station")
_AGENCIES = wordlist("agency regulator watchdog authority")
_PANELS = wordlist("panel")

_PAPER_WORDS = wordlist(
    """post times journal herald gazette courier wire telegraph chronicle examiner enquirer
    tribune daily weekly news radio television review register press guardian mail express
    observer standard star sun mirror globe dispatch inquirer politico axios bloomberg reuters cnn
    bbc nbc cbs abc msnbc cnbc fox newsweek buzzfeed xinhua tass interfax"""
)
_AGENCY_WORDS = wordlist(
    """administration agency authority commission bureau office service department centers
    centres inspectorate registry ombudsman"""
)
_PANEL_WORDS = wordlist("committee commission board panel council subcommittee")
_BODY_WORDS = (
    _PAPER_WORDS
    | _AGENCY_WORDS
    | _PANEL_WORDS
    | wordlist(
        """ministry court police university union party government parliament senate congress army
        navy mission tribunal embassy inquiry association house institute college school hospital
        church democrats republicans foundation society museum federation movement"""
    )
)
_CORPORATE = wordlist("airbus boeing toyota volkswagen samsung sony nissan honda")
"""Firms among those that one word names without telling that they are any."""


def group_meant(cast: Cast, words: str, at: int) -> Voice | None:
    """The organisation that a noun means: by its name, or as the only one near that is such."""
    return _called(cast, words, at) or _near(cast, own_words(words), at)


def _called(cast: Cast, words: str, at: int) -> Voice | None:
    """The one organisation named before that "the ministry" or "the HU" can mean by its name."""
    match = re.fullmatch(r"(?:[Tt]he )?(\w+)", words)
    if not match or not (match[1].isupper() or match[1] in GROUP_NOUNS):
        return None
    named = {voice for voice in cast.groups if _has(voice.name, match[1])}
    group = named.pop() if len(named) == 1 else None
    before = any(who == group for start, _, who in cast.mentions if start < at)
    return group if before else None


def _has(name: str, short: str) -> bool:
    if short.isupper():
        return short == "".join(word[0] for word in name.split() if word[0].isupper())
    return short in fold(name).split()


def _near(cast: Cast, words: str, at: int) -> Voice | None:
    """The firm, paper, agency or panel that "the company" means: the only one named just before."""
    match = _NOUN.fullmatch(words)
    fits = _test_for(match[1]) if match else None
    if not fits:
        return None
    near = {voice for voice in _named_near(cast, at) if fits(voice.name)}
    return near.pop() if len(near) == 1 else None


def _named_near(cast: Cast, at: int) -> Iterator[Voice]:
    for start, _, voice in cast.mentions:
        if start >= at:
            return
        if voice.kind == "organisation" and cast.scene.distance(start, at) <= NEAR:
            yield voice


def _test_for(noun: str) -> Callable[[str], bool] | None:
    """What tells of a name whether it is what a noun says."""
    for nouns, words in (
        (_PAPERS, _PAPER_WORDS),
        (_AGENCIES, _AGENCY_WORDS),
        (_PANELS, _PANEL_WORDS),
    ):
        if noun in nouns:
            return lambda name: not words.isdisjoint(fold(name).split())
    return _is_firm if noun in _FIRMS else None


def _is_firm(name: str) -> bool:
    known = name in METONYMS and fold(name) not in _CORPORATE
    return not known and _BODY_WORDS.isdisjoint(fold(name).split())
