"""Who wrote an article and for whom, as the lines above it say."""

import re
from typing import NamedTuple

from briefing.reading.first_names import HE, SHE
from briefing.reading.wordlist import wordlist

AGENCIES = (
    r"(?:AP|The Associated Press|Associated Press|AFP|Agence France[- ]Presse|Reuters|REUTERS|CNN"
    r"|BBC(?: News)?|UPI|dpa|DPA|EFE|ANSA|TASS|Tass|Xinhua|XINHUA|Bloomberg(?: News)?"
    r"|Kyodo(?: News)?|Yonhap|PTI|ANI|IANS|AAP|PA|PA Media|Press Association"
    r"|The Canadian Press|Anadolu(?: Agency)?"
    r"|Ukrinform|Interfax|RIA Novosti|NPR|DW|RFE/RL|RFI|VOA|NBC|ABC|CBS|Al Jazeera|Politico|Axios)"
)
"""Agencies and networks that sign in brackets: ``(AFP) -``, ``— Reuters``."""

_FIRST_NAMES = HE | SHE
_OUTLET_WORDS = wordlist(
    """agency broadcasting bulletin chronicle correspondent courier daily dispatch echo examiner
    express gazette globe guardian herald independent inquirer insider journal ledger magazine mail
    media mercury mirror monitor network news newsroom newspaper newspapers newswire observer
    online post press radio record register report reporter review sentinel service standard star
    sun telegraph television times today tribune tv voice weekly wire"""
)
_ROLES = wordlist(
    """analyst anchor columnist contributor contributors correspondent correspondents editor editors
    journalist photographer producer reporter reporters writer writers"""
)
_ROLE_WORDS = wordlist(
    """assistant associate belief blog bureau business chief contributing correspondent defence
    defense deputy desk diplomatic economics editor environment europe executive features foreign
    freelance guest health international investigations investigative legal managing national
    our own
    political politics religion science security senior special sports staff state team technology
    the white house world"""
)
_SMALL = wordlist(
    """a al an and at bin by bint da das de del den der di do dos du e el for from in la le of os or
    the to van vom von with y zu & et"""
)
_BY = re.compile(r"(?:by|written by|words by|story by|from)\b[:\s]\s*", re.IGNORECASE)
_JOB = re.compile(
    r"(?:[a-z-]+ ){0,3}(?:reporter|correspondent|editor|writer|columnist|producer)s? "
    r"(?=[^\W\d_a-z])"
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,3}$")
_SITE = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|news|info|eu|uk|ie|de|fr|ua|tv|co|gov|int|au|ca)$")
_FOR = re.compile(r"\s+(?:for|of|at)\s+(?:the\s+(?=[A-Z]))?")
_BRACKETS = re.compile(r"\s*\(([^()]{2,40})\)")
_SPLIT = re.compile(r"\s*[|•·]\s*|\s+[–—-]{1,2}\s+|\s*[,;]\s+")
_OTHER_WORK = re.compile(
    r"(?:(?:photo|photograph|picture|graphic|illustration|video)s?|photography|additional reporting"
    r"|reporting) (?:and \w+ )?by\s|with reporting",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+")
NOT_NAMES = wordlist(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december now then contrast comparison christmas easter"""
)
_AGENCY = re.compile(AGENCIES)


class Byline(NamedTuple):
    """``names`` as written, without "By"; either part may be missing, never both."""

    names: str | None
    outlet: str | None


def read_byline(line: str) -> Byline | None:
    """What "By Jane Doe and John Roe, Merrin Wire" says; None for a line that is no byline.

    A byline is names and nothing else: one word of prose makes it none.
    """
    start = _BY.match(line)
    if start and (job := _JOB.match(line, start.end())):
        line = line[: start.end()] + line[job.end() :]
    rest = _EMAIL.sub("", line[start.end() :]).strip(" ,|") if start and len(line) <= 200 else ""
    if not start or not rest or not is_names(rest) or rest[-1] in ":;?!":
        return None
    if start[0].strip(": ").lower() == "from":
        return Byline(None, rest) if is_agency(rest) else None
    return _names_and_outlet(rest.removesuffix("."))


def _names_and_outlet(rest: str) -> Byline | None:
    parts = [part for part in _SPLIT.split(rest) if part]
    people: list[str] = []
    outlet: str | None = None
    for part in parts:
        person, found = _part(part, people, last=part is parts[-1])
        outlet = outlet or found
        if person:
            people.append(person)
        elif not found and not is_role(part) and not _OTHER_WORK.match(part):
            return None
    if not people and not outlet:
        return Byline(rest, None) if is_role(rest) else None
    names = rest[: rest.rfind(people[-1]) + len(people[-1])] if people else ""
    return Byline((names.title() if names.isupper() else names) or None, outlet)


def _part(part: str, people: list[str], *, last: bool) -> tuple[str | None, str | None]:
    """One part of a byline as a person's name or an outlet's."""
    if is_role(part) or _OTHER_WORK.match(part):
        return None, _employer(part)
    name, _, employer = part.partition(match[0]) if (match := _FOR.search(part)) else (part, "", "")
    if employer and is_outlet(employer) and is_person(name):
        return name, employer
    if is_outlet(part) and not is_first_name(part):
        return None, _BRACKETS.sub("", part)
    listed = re.match(r"(?:and|&|with)\s", part)
    closed = bool(people) and not listed and last and not is_first_name(part)
    if closed and len(part.split()) <= 5 and not re.search(r"\s(?:and|&)\s", part):
        return None, part
    return (part, None) if is_person(part) else (None, None)


def is_names(text: str) -> bool:
    """Whether a text is only names, titles of jobs and the little words that join them."""
    words = [word.strip("()[],;|.'’\"") for word in text.split()]
    small = _SMALL | _ROLE_WORDS | _ROLES
    return bool(words) and all(
        not word or word[0].isupper() or word in small or not word[0].isalnum() or _SITE.match(word)
        for word in words
    )


def is_person(text: str) -> bool:
    """Whether a text can be the name of a person, or of several ("Jane Doe and John Roe")."""
    names = re.split(r"\s+(?:and|&|with)\s+|\s+in\s+(?=[A-Z])|^(?:and|&|with)\s+", text)
    names = [name for name in names if name]
    words = [word for name in names for word in name.lower().split()]
    if (
        not names
        or any(word in NOT_NAMES for word in words)
        or any(c.isdigit() or c == "/" for c in text)
    ):
        return False
    return 2 <= len(names[0].split()) <= 5 and all(len(name.split()) <= 5 for name in names)


def is_outlet(text: str) -> bool:
    """Whether a text by itself is plainly the name of a newspaper, an agency or a station."""
    bare = _BRACKETS.sub("", text).strip(" .")
    words = bare.split()
    if not words or len(words) > 6 or not is_names(bare):
        return False
    if len(words) == 1 and (_ACRONYM.match(bare) or _SITE.match(bare)):
        return True
    named = any(word.lower() in _OUTLET_WORDS for word in words)
    return (
        is_agency(bare) or (named and not is_role(bare)) or (words[0] == "The" and len(words) > 1)
    )


def is_role(text: str) -> bool:
    """Whether a text is a job in a newsroom ("Political correspondent", "Merrin Wire Writer")."""
    words = re.sub(r"\s+(?:in|for|at|of)\s.*", "", text).lower().split()
    if words in (["staff"], ["newsroom"]):
        return True
    return 0 < len(words) <= 7 and words[-1] in _ROLES and is_names(text)


def _employer(role: str) -> str | None:
    """The outlet that a job names: "Associated Press" of "Associated Press Writer"."""
    if (match := _FOR.search(role)) and is_outlet(role[match.end() :]):
        return role[match.end() :]
    words = role.split()
    while words and words[-1].lower() in _ROLES | _ROLE_WORDS:
        words.pop()
    if words and _ACRONYM.match(words[0]):
        return words[0]
    return " ".join(words) if words and is_outlet(" ".join(words)) else None


def is_agency(text: str) -> bool:
    """Whether a text is the name of an agency or a network that every reader knows."""
    return bool(_AGENCY.fullmatch(text))


def is_first_name(name: str) -> bool:
    """Whether a name begins with a common first name, in any capitals."""
    return name.split(maxsplit=1)[0].capitalize() in _FIRST_NAMES
