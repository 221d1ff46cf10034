"""What stands around a run of capitals and speaks for a person: roles, ages, verbs, possessions."""

import re
from dataclasses import dataclass, field, replace

from briefing.model import Role
from briefing.reading.called_things import Thing, is_named
from briefing.reading.countries import country_of
from briefing.reading.country_names import US_STATES
from briefing.reading.names import Word
from briefing.reading.office_parts import head_of, is_plural_head
from briefing.reading.office_words import CAMPS, HONORIFICS, PLURAL_SHORT, STATE_HEADS
from briefing.reading.roles import Context, is_kin, roles_at, roles_before
from briefing.reading.wordlist import wordlist

SPEECH = wordlist(
    """
    said says say told tells tweeted wrote writes added adds asked asks argued argues insisted
    insists announced announces warned warns claimed claims admitted admits explained explains
    noted notes replied responded declared declares testified recalled suggested suggests stated
    states believes believed thinks thought joked quipped complained vowed vows pledged promised
    denied denies urged urges conceded acknowledged commented continued concluded predicted
    tweets countered remarked
    """
)
"""Verbs of which a person is the subject."""

_FOLLOWERS = CAMPS | wordlist(
    """
    administrations presidency presidencies supporters supporter loyalist loyalists rally ally
    allies aide aides adviser advisers official officials lawyer lawyers family rallies
    surrogate surrogates nominee appointee
    """
)
"""What a person's name stands in front of ("the Talan administration")."""

_OWNED = wordlist(
    """
    wife husband son daughter father mother brother sister family lawyer lawyers attorney
    attorneys campaign aides aide office team spokesman spokeswoman presidency tweet tweets
    speech death comments remarks career life daughters sons parents children arrest trial
    mother-in-law widow friend friends words victory resignation decision supporters allies
    opponent rival rivals critics running administration
    """
)
"""What a person has and a country or a firm mostly has not ("Talan's wife")."""

_ACTS = wordlist(
    """
    died dies resigned scored threw married testified pleaded visited met grew graduated vetoed
    overturned campaigned faces stepped walked smiled laughed nodded sat stood arrived spoke ran
    retired apologised apologized confessed tweeted posted signed appeared hopes hoped wants
    wanted knew felt feels loves loved lives lived worked plays played
    """
)
"""Verbs that persons rather than places or firms are the subjects of."""

_RULES = wordlist("administration administrations presidency presidencies")
_FATES = wordlist(
    """
    death murder killing shooting arrest trial wife husband son daughter mother father brother
    sister widow assassination abduction kidnapping conviction sentencing resignation
    appointment nomination election re-election removal ouster impeachment family body friend
    friends parents
    """
)
"""What happens to a person, or is a person's: "the trial of Ada Kern"."""

_ADDRESSES = frozenset(["Dr", "Rev", "Reverend"])
_AGE = re.compile(r"\d{1,2}\Z")
_AMERICAN_PARTY = re.compile(r"(?: \(|, )(?:R|D|I|Rep|Dem)[.–-]+ ?[A-Z]")
_PARTY = re.compile(r" \((?:[RDI]|Rep|Dem|Lab|Con|LD|SNP)[.–-]")


@dataclass(slots=True)
class Candidate:
    """One place where a name may stand: words ``first`` to ``last`` (behind), and its evidence."""

    name: str
    start: int
    end: int
    first: int
    last: int
    tokens: tuple[str, ...]
    honorific: str | None = None
    roles: list[Role] = field(default_factory=list)
    kin: bool = False
    age: bool = False
    party: bool = False
    acts: bool = False
    fate: bool = False
    relative: bool = False
    speech: bool = False
    owner: bool = False
    the: bool = False
    place_before: bool = False
    place: bool = False
    thing: Thing | None = None
    body: bool = False
    named: bool = False
    small: bool = False
    firm: bool = False
    times: bool = False
    camp: bool = False
    rules: bool = False
    several: list[Role] = field(default_factory=list)
    country: str | None = None
    label: str | None = None
    likely: float = 1.0
    paragraph: int = 0


def look_before(text: str, words: list[Word], found: Candidate, context: Context) -> None:
    """Note what the words in front of a name tell of it."""
    first = found.first
    if first == 0:
        return
    before = words[first - 1]
    roles = roles_before(text, words, _front(words, first, found.last), context)
    plural = is_plural_head(before.text) or before.text in PLURAL_SHORT
    if plural and len(found.tokens) == 1 and before.text.islower():
        roles = []
    _add_roles(found, roles)
    if before.possessive and before.gap.endswith(" ") and not found.country:
        found.country = country_of(before.text, context.places)
    found.named = is_named(words, first)
    low = before.text.lower()
    if before.gap == ", " and low.endswith("-old"):
        found.age = True
    if before.gap == " ":
        found.the = low == "the"
        found.age = found.age or (low.endswith("-old") and not _modifies(words, found.last))
        found.fate = low == "of" and first > 1 and words[first - 2].text in _FATES
        found.place_before = low in {"in", "at", "near", "across", "outside", "around"}
        found.speech = low in SPEECH
        if roles and plural:
            found.several = found.roles


def _modifies(words: list[Word], last: int) -> bool:
    """Whether a name stands in front of another's office ("a 22-year-old Karsk resident")."""
    if last >= len(words) or words[last - 1].gap != " ":
        return False
    return words[last].text.islower() and head_of(words[last].text) is not None


def _front(words: list[Word], first: int, last: int) -> int:
    """Where a name with its words of address begins ("Home Minister Shri Talan": at "Shri").

    In "The minister, Mr Talan said, must go" the office is not Talan's.
    """
    front = first
    while front > 1 and words[front - 1].text in HONORIFICS and words[front - 1].joins:
        front -= 1
    if front == first or words[front - 1].gap != ", ":
        return front
    says = last < len(words) and words[last - 1].gap == " " and words[last].text in SPEECH
    return first if says else front


def look_after(text: str, words: list[Word], found: Candidate, context: Context) -> None:
    """Note what the words behind a name tell of it."""
    if found.last >= len(words):
        return
    gap, after = words[found.last - 1].gap, words[found.last]
    if _is_from_state(words, found.last, gap + after.text + after.gap):
        found.roles = [_of_america(role) for role in found.roles]
    found.acts = gap == " " and after.text in _ACTS
    found.party = _PARTY.match(gap + after.text + after.gap) is not None
    if gap in {", ", " ("} and _AGE.match(after.text) and after.gap[:1] in {",", ")", "."}:
        found.age = True
        if after.gap == ", ":
            _apposition(text, words, found, found.last + 1, context)
    elif gap in {", ", " (", " – ", " — ", " - "}:
        _apposition(text, words, found, found.last, context)
    low = after.text.lower()
    if gap in {" ", ", "}:
        found.relative = low in {"who", "whose", "whom"}
    if gap == " ":
        found.speech = found.speech or low in SPEECH
        found.camp = low in _FOLLOWERS
        if found.camp:
            found.roles = [role for role in found.roles if role.title[0].isupper()]
        found.rules = low in _RULES
        found.times = low in {"years", "era"}
    elif words[found.last - 1].possessive:
        found.owner = low in _OWNED


def _is_from_state(words: list[Word], last: int, behind: str) -> bool:
    """Whether a state stands behind a name: "Sen. Ann Lee (R-Ore.)", "Sen. Ann Lee of Maine"."""
    if _AMERICAN_PARTY.match(behind):
        return True
    names = [word.text for word in words[last + 1 : last + 3]]
    return behind == " of " and any(n in US_STATES for n in (*names[:1], " ".join(names)))


def _of_america(role: Role) -> Role:
    known = role.country or head_of(role.title.split()[-1].rstrip(".")) not in STATE_HEADS
    return role if known else replace(role, country="United States")


def _apposition(text: str, words: list[Word], found: Candidate, at: int, context: Context) -> None:
    """Takes the role phrase behind a name, where it ends like an apposition."""
    roles, end = roles_at(text, words, at, context)
    if not roles or any(is_plural_head(words[i].text) for i in range(at, end)):
        return
    gap = words[end - 1].gap
    after = words[end].text if end < len(words) else ""
    if words[end - 1].joins and gap.startswith(".") and after[:1].isupper():
        return  # "Ann Lee, Tarn Rep. Jan Kern and others" has a list
    closed = gap[:1] in {",", ".", ")", ";", ":", "—", "–", "", "\n"} or gap.strip() in {
        "—",
        "–",
        "-",
    }
    goes_on = gap == " " and after in {
        "who",
        "whose",
        "in",
        "on",
        "since",
        "during",
        "under",
        "from",
    }
    if closed or goes_on:
        _add_roles(found, roles)


def _add_roles(found: Candidate, roles: list[Role]) -> None:
    for role in roles:
        if role.title.rstrip(".") in _ADDRESSES:
            found.honorific = found.honorific or role.title
        elif is_kin(role):
            found.kin = True
        else:
            found.roles.append(role)
