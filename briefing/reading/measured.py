"""What an amount measures, in the nearest words of its clause: "military support to …"."""

import re

from briefing.reading.wordlist import wordlist

_MOST_WORDS = 8
_LOOK = 120
_CLAUSE_END = re.compile(r"[;:()\[\]!?“”\"]|,(?!\d)|\s[-–—]+\s|\n|--|—")
_WORD = re.compile(r"[^\s]*\w[^\s]*(?<![.,”’'\"])(?:(?<=\.[A-Z])\.)?")
_FROM_TO = re.compile(r",?(?: up| down)? from [^\s]{1,15}(?: \w+){0,2} to (?:\w+ ){0,2}\Z")
_JOIN = wordlist("in of for worth towards toward on")
_TIMES = wordlist(
    """this last next past previous coming first second third fourth fiscal early late mid year
    years month months week weeks quarter quarters day days half decade time ago annually yearly
    monthly today yesterday tomorrow tonight overnight now currently alone each apiece again so
    far since
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept oct nov dec
    morning afternoon evening night weekend of in the a on by to and through until over"""
)
_SAYS_NOTHING = wordlist(
    """compared yet maybe perhaps between versus another only well also still just meanwhile however
    indeed overall total altogether including need needs want wants get gets got take takes took
    make makes made see sees saw find finds found sold won lost used because though although short
    replied answered rather even probably likely once if expensive cash date intend intends
    intended plan plans planned hope hopes hoped expect expects expected agree agrees agreed lead
    leads led come comes came reporters"""
)
_SPEECH = wordlist(
    """said says say saying told tells reported reports reporting announced announces announcing
    added adds estimated estimates claimed claims according"""
)
_WHEN = re.compile(
    r"\A(?: (?:on|in|late|early|this|last))* (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January"
    r"|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_SCALES = wordlist("percent million billion trillion thousand")
_PER = re.compile(r"(?:\s|-)(?:an?|per|each|every)(?:\s|-)(?!(?:to|of|in|for|from|on|at)\b)(\w+)")
_AUXILIARY = wordlist(
    """is was are were be been being has have had will would can could may might must shall should
    do does did said says say told that which who whom whose because while when where if whether
    than but however also"""
)
_COMPARED = wordlist("higher lower more less fewer bigger larger smaller cheaper faster up down")
_VERBS = wordlist(
    """is was are were has have had will would said says told that which who because while when as
    after before but where whether if and than since until according"""
)
_LINK = wordlist(
    """worth of at to by a an the in on for with from about some only just another additional
    further extra more up over nearly around total totals totaling totalling totaled totalled cost
    costs costing reach reached reaches exceed exceeds exceeded hit stood stands is was are were
    be been rose fell grew climbed dropped jumped increased decreased pay paid give gave spend
    spent provide receive received announced it its his her their he she they we this these those
    and or than as much many least most estimated approximately roughly almost versus against
    there here instead now later today already so again too left other"""
)

_LEADING = _LINK | _SCALES | {"that"}


def what_is_measured(text: str, start: int, end: int, first: int, last: int) -> str | None:
    """The words that say what the amount at ``start``..``end`` of the sentence measures.

    ``first`` and ``last`` bound the sentence. The words behind the amount come first ("in
    military aid"), then those before it ("support worth"). None where neither says anything.
    """
    after = _WHEN.sub("", text[end : min(last, end + _LOOK)])
    before = text[max(first, start - _LOOK) : start]
    per = _PER.match(after)
    if per:
        return _join(_before(before), f"per {per[1]}")
    before = _FROM_TO.sub("", before)
    behind = _told(_after(after))
    if behind and behind.split()[0].lower() in _COMPARED:
        return _join(_before(before), behind.split()[0])
    return behind or _before(before)


def _told(words: str | None) -> str | None:
    """Words that say more than when ("in April", "last year"); None for others."""
    told = words.split() if words else []
    while told and (told[0].lower() in _TIMES or told[0][0].isdigit()):
        told = told[1:]
    if told and words and told[0] != words.split()[0]:
        while told and told[0].lower() in _LINK:
            told = told[1:]
    while told and told[-1].lower() in _TIMES:
        told.pop()
    return None if len(told) == 1 and told[0].lower() in _SAYS_NOTHING else " ".join(told) or None


def _join(words: str | None, last: str) -> str:
    return f"{words} {last}" if words else last


def _after(after: str) -> str | None:
    stop = _CLAUSE_END.search(after)
    words = _WORD.findall(after[: stop.start()] if stop else after)
    while words and words[0].lower() in {"more", "extra", "further", "additional"}:
        words = words[1:]
    if words and words[0].lower() in _JOIN:
        if [word.lower() for word in words[1:3]] == ["order", "to"]:
            return None
        return _phrase(words[1:])
    if words and words[0].lower() in {"has", "have", "had", "is", "are", "was", "were", "will"}:
        while words and words[0].lower() in _AUXILIARY:
            words = words[1:]
        return _phrase(words)
    if words and words[0].lower() == "to":
        return None
    return _phrase(words, attributive=True)


def _phrase(words: list[str], attributive: bool = False) -> str | None:
    kept: list[str] = []
    for word in words[:_MOST_WORDS]:
        low = word.lower()
        if low in _VERBS and (low != "and" or len(kept) > 1):
            break
        if attributive and not kept and low in _LINK:
            return None
        kept.append(word)
    while kept and kept[-1].lower() in _LINK:
        kept.pop()
    while kept and kept[0].lower() in {"of", "the", "a", "an", "its", "their", "his", "her"}:
        kept = kept[1:]
    return " ".join(kept) or None


def _before(before: str) -> str | None:
    """The end of the last clause before an amount that says anything."""
    stops = [stop.span() for stop in _CLAUSE_END.finditer(before)]
    end = len(before)
    for start, stop in [*reversed(stops), (0, 0)]:
        words = _told(_subject(_WORD.findall(before[stop:end])))
        if words:
            return words
        end = start
    return None


def _subject(words: list[str]) -> str | None:
    words = _unattributed(words)
    while words and words[-1].lower() in _LINK:
        words.pop()
    words = _behind_figures(words[-_MOST_WORDS:])
    for place in range(len(words) - 1, -1, -1):
        if words[place].lower() in _AUXILIARY:
            # "The barriers will get …": a lone verb says nothing, so its subject does.
            words = words[place + 1 :] if place < len(words) - 2 else words[:place]
            break
    while words and words[-1].lower() in _LINK:
        words.pop()
    while words and (words[0].lower() in _LEADING or words[0][0].isdigit()):
        words = words[1:]
    return " ".join(words) or None


def _unattributed(words: list[str]) -> list[str]:
    """The words behind who says so: of "The Red Cross said that repairs" the repairs."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].lower() in _SPEECH:
            return [] if words[place].lower() == "according" else words[place + 1 :]
    return words


def _behind_figures(words: list[str]) -> list[str]:
    """The words behind another amount in the clause, where they say enough by themselves."""
    for place in range(len(words) - 1, -1, -1):
        if words[place][-1].isdigit() or words[place].lower() in _SCALES:
            rest = words[place + 1 :]
            return rest if len(rest) > 2 else words
    return words
