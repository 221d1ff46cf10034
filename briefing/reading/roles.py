"""Offices as articles name them: "Ukraine's Minister of Defence", "a Kremlin spokesman"."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from briefing.model import Role, Span
from briefing.reading.countries import (
    INSTITUTIONS,
    NATIONS_WITHIN,
    US_STATES,
    capital_forms,
    country_of,
)
from briefing.reading.names import Word, words_of
from briefing.reading.office_words import (
    ABBREVIATED,
    FORMER,
    HEADS,
    INSTITUTION_NOUNS,
    KIN,
    MODIFIERS,
    PORTFOLIOS,
    PREPOSITIONS,
)

_DETERMINERS = frozenset("the a an his her their its our my your this that".split())
_STATE_OFFICES = frozenset(
    "governor senator lawmaker legislator representative congressman".split()
)
_CITY_HEADS = frozenset("mayor".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_POSSESSIVE = re.compile(r"(?:['’][sS]|['’]) \Z")
_ORGANISATION_NOUNS = frozenset(
    "Party Ministry Department Agency Bank Corp Council University College Institute Committee Commission "
    "Union Association Federation Group Company Foundation Court Office Bureau Service Authority Board "
    "Congress Parliament Assembly Senate House Army Navy Force Police Club Hospital School Centre Center "
    "Society Alliance League Network Trust Fund Church Embassy Airlines Motors Administration Times Post "
    "Organisation Organization Forum Chamber Confederation Mission Programme Program Team Inc Ltd".split()
)


@dataclass(frozen=True, slots=True)
class Context:
    """What an article as a whole says: its own countries, and words that are people's names."""

    places: Mapping[str, str]
    names: Container[str] = frozenset()


NO_CONTEXT = Context({})


def head_of(word: str) -> str | None:
    """The head noun that a word is, lower case and singular, or None ("Sen" is "senator")."""
    if word in ABBREVIATED:
        return ABBREVIATED[word]
    low = word.lower().removeprefix("ex-").removeprefix("then-").removeprefix("former-")
    if low in HEADS:
        return low
    if low.endswith("s") and low[:-1] in HEADS:
        return low[:-1]
    return None


def parse_office(text: str, span: Span, context: Context = NO_CONTEXT) -> Role | None:
    """The office that a speaker phrase names ("the British defense minister"), or None.

    Args:
        text: the article.
        span: the phrase within it; offsets of the role are into ``text``.
        context: what ``read_context`` found in the article, for countries that no table knows.
    """
    phrase = text[span[0] : span[1]]
    words = [
        Word(word.text, word.start + span[0], word.end + span[0], word.gap)
        for word in words_of(phrase)
    ]
    found = role_at(text, words, 0, context)
    return found[0] if found else None


def office_key(title: str) -> str:
    """The title in a form that compares: "Minister of Defence" and "defense secretary" are one.

    A minister and a secretary of the same portfolio are treated alike, because papers write one
    for the other; so are spellings, sexes and short forms of the same post.
    """
    words = [ABBREVIATED.get(word, word) for word in re.findall(r"[\w-]+", title)]
    key = f" {' '.join(words).lower()} "
    key = _MINISTER_OF.sub(r" \1 minister ", key)
    for pattern, plain in _SAME_WORDS:
        key = pattern.sub(plain, key)
    return " ".join(key.split())


def same_office(a_title: str, b_title: str) -> bool:
    """Whether two titles name the same post, country and organisation left aside."""
    return office_key(a_title) == office_key(b_title)


_MINISTER_OF = re.compile(
    r" (?:minister|secretary|secretary of state)(?: of state)? (?:of|for) (?:the )?"
    r"((?!state )[\w-]+(?: and [\w-]+| affairs| security)?) "
)
_SAME_WORDS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\bdefense\b", "defence"),
        (r"\blabor\b", "labour"),
        (r"\b(?:former|acting|then|ex|the|newly|elected|new|current|outgoing|top|senior) ", ""),
        (r"\bforeign affairs minister\b", "foreign minister"),
        (r"\bhome (secretary|minister)\b", "interior minister"),
        (
            r"\b(defence|foreign|interior|finance|health|justice|education|transport|energy|environment|"
            r"culture|trade|labour|agriculture|treasury|business|housing) secretary\b",
            r"\1 minister",
        ),
        (r"\btransportation\b", "transport"),
        (r"\bpremier\b|\bpm\b", "prime minister"),
        (r"\bspokes(?:man|woman)\b|\bpress secretary\b", "spokesperson"),
        (r"\b(co-)?chair(?:man|woman|person)\b", r"\1chair"),
        (r"\bcongress(?:man|woman|person)\b", "representative"),
        (r"\bcouncill?or\b|\bcouncil(?:man|woman)\b", "councillor"),
        (r"\b(?:ceo|chief executive officer)\b", "chief executive"),
        (r"\bchief financial officer\b", "cfo"),
        (r"\bsecretary-general\b", "secretary general"),
        (r"\bvice-(president|chair)", r"vice \1"),
        (r"\badvisor\b", "adviser"),
        (r"\b(?:commander-in-chief|army chief|chief of the army|top general)\b", "military chief"),
    )
)


def role_at(
    text: str, words: list[Word], first: int, context: Context = NO_CONTEXT
) -> tuple[Role, int] | None:
    """The role phrase that begins at a word, with the index behind it, or None."""
    start = first
    if start < len(words) and words[start].text.lower() in _DETERMINERS:
        start += 1
    head = _find_head(words, start)
    if head is None:
        return None
    end = _tail_end(words, head, context)
    return _role(text, words, start, head, end, context), end


def _find_head(words: list[Word], start: int) -> int | None:
    """The last head of the noun phrase that begins at ``start``."""
    head = None
    for i in range(start, min(start + 10, len(words))):
        word = words[i]
        if head_of(word.text):
            head = i
        elif not may_modify(word) or (
            head == i - 1 and word.capital and not words[head].possessive
        ):
            break
        if not _links(word):
            break
    return head


def role_before(
    text: str, words: list[Word], name: int, context: Context = NO_CONTEXT
) -> Role | None:
    """The role phrase that ends right before the name at index ``name``, or None."""
    if name == 0:
        return None
    gap = words[name - 1].gap
    if gap != ", " and not words[name - 1].joins:
        return None
    head = _head_before(words, name, apposed=gap == ", ")
    if head is None or head_of(words[head].text) is None:
        return None
    start = head
    while start > 0 and name - start < 12 and _links(words[start - 1]):
        word = words[start - 1]
        if _is_of_within(words, start - 1):
            start -= 2
            continue
        if not may_modify(word) or word.text.lower() in _DETERMINERS:
            break
        start -= 1
    if gap == ", " and not _is_definite(words, start, head):
        return None
    return _role(text, words, start, head, name, context)


def _is_of_within(words: list[Word], i: int) -> bool:
    """Whether "of" here is within an organisation's name ("Bank of Ostmark")."""
    return (
        words[i].text == "of"
        and i > 0
        and words[i - 1].text in _ORGANISATION_NOUNS
        and words[i + 1].capital
    )


def _is_definite(words: list[Word], start: int, head: int) -> bool:
    """Whether the phrase points at one holder ("Ukraine's", "the"), as an apposition needs."""
    if any(word.possessive for word in words[start:head]) or words[start].capital:
        return True
    return start > 0 and words[start - 1].text.lower() in {"the", "his", "her", "their", "its", "a"}


def _head_before(words: list[Word], name: int, *, apposed: bool) -> int | None:
    """The head of the phrase that ends at ``name``: the word before, or that before "of …"."""
    if head_of(words[name - 1].text):
        return name - 1
    i = name - 1
    while i > 0 and name - i < 10 and (i == name - 1 or words[i].gap in {" ", "'s ", "’s ", ", "}):
        word = words[i]
        low = word.text.lower()
        if low in {"of", "for", "at"} and head_of(words[i - 1].text) and words[i - 1].gap == " ":
            return i - 1
        inside = low in PORTFOLIOS or low in {"and", "the", "of"}
        if not (inside or (apposed and word.capital)):
            return None
        i -= 1
    return None


def may_modify(word: Word) -> bool:
    """Whether a word may stand in front of a head in a role phrase."""
    low = word.text.lower()
    if low in MODIFIERS or low in {"ministry", "embassy"} or head_of(low) is not None:
        return True
    if low in INSTITUTION_NOUNS and word.possessive:
        return True
    if word.capital:
        return not is_common(word.text)
    return ("-" in low and low[0].isalpha()) or _ORDINAL.fullmatch(low) is not None


def is_common(word: str) -> bool:
    """Whether a word opens sentences and is no name. "US", "IT" and "WHO" are names."""
    return word.lower() in COMMON and not (len(word) > 1 and word.isupper())


def _links(word: Word) -> bool:
    return word.gap == " " or word.joins or _POSSESSIVE.match(word.gap) is not None


def _tail_end(words: list[Word], head: int, context: Context) -> int:
    """The index behind the "of …", "at …" tails that follow a head."""
    end = head + 1
    while end + 1 < len(words) and words[end - 1].gap == " " and words[end].gap == " ":
        if words[end].text.lower() not in PREPOSITIONS:
            break
        after = _object_end(words, end + 1)
        if after == end + 1:
            break
        end = after
    return end


def _object_end(words: list[Word], start: int) -> int:
    """The index behind the noun phrase that a preposition takes, or ``start`` if it is no name."""
    i = start
    if words[i].text.lower() in _DETERMINERS and words[i].gap == " " and i + 1 < len(words):
        i += 1
    elif _is_field(words, i):
        return i + 1
    last = start
    while i < len(words) and i - start < 10:
        low = words[i].text.lower()
        if words[i].capital or low in PORTFOLIOS or low in INSTITUTION_NOUNS:
            last = i + 1
        elif low not in {"and", "of", "for", "the", "on", "de", "du", "in"} or last == start:
            break
        if not _links(words[i]):
            break
        i += 1
    return last


def _is_field(words: list[Word], i: int) -> bool:
    """Whether a lone lower-case noun stands here, as in "professor of law at"."""
    word = words[i]
    if word.capital or is_common(word.text) or not word.text.isalpha():
        return False
    ends = word.gap != " " or i + 1 == len(words)
    return ends or words[i + 1].text.lower() in PREPOSITIONS


def _role(text: str, words: list[Word], start: int, head: int, end: int, context: Context) -> Role:
    """The role that words[start:end] say, head at ``head``."""
    parts = _Parts(text, words, context)
    parts.read_front(start, head)
    parts.read_tails(head + 1, end)
    last = words[end - 1]
    stop = last.end + (1 if last.gap.startswith(".") and last.text in ABBREVIATED else 0)
    return Role(
        title=parts.title(),
        start=words[start].start,
        end=stop,
        country=parts.country,
        organisation=parts.organisation,
        former=parts.former,
    )


class _Parts:
    """Sorts the words of one role phrase into title, country and organisation."""

    def __init__(self, text: str, words: list[Word], context: Context) -> None:
        self.text, self.words, self.context = text, words, context
        self.kept: list[int] = []
        self.country: str | None = None
        self.organisation: str | None = None
        self.former = False

    def title(self) -> str:
        """The kept words as written, with one space where something was left out between."""
        written = ""
        for n, i in enumerate(self.kept):
            word = self.words[i]
            if n and self.kept[n - 1] == i - 1:
                written += self.words[i - 1].gap
            elif n:
                written += " "
            written += word.text
        last = self.words[self.kept[-1]]
        return written + ("." if last.text in ABBREVIATED and last.gap[:1] == "." else "")

    def read_front(self, start: int, head: int) -> None:
        """The words before the head, and the head."""
        i = start
        while i < head:
            after = self._country(i, head, head_of(self.words[head].text) or "")
            after = after if after > i else self._organisation(i, head)
            if after > i:
                i = after
                continue
            low = self.words[i].text.lower()
            if low in FORMER:
                self.former = True
            elif low not in _DETERMINERS:
                self.kept.append(i)
            i += 1
        word = self.words[head].text.lower()
        self.former = self.former or word.startswith("ex-")
        self.kept.append(head)

    def read_tails(self, start: int, end: int) -> None:
        """The words behind the head: "of Defence", "of Acme Corp", "for Northern Ireland"."""
        i = start
        while i < end:
            stop = i + 1
            while stop < end and self.words[stop].text.lower() not in {
                "of",
                "for",
                "at",
                "in",
                "to",
            }:
                stop += 1
            if self.words[i].text.lower() == "of" and stop < end and self._joins_on(stop, end):
                stop = end
            self._tail(i, stop)
            i = stop

    def _joins_on(self, stop: int, end: int) -> bool:
        """Whether "of" here is within a name ("Bank of Ostmark"), not a second tail."""
        return self.words[stop].text.lower() == "of" and self.words[stop - 1].text.lower() in {
            "bank",
            "university",
            "ministry",
            "department",
            "house",
            "institute",
            "republic",
        }

    def _tail(self, preposition: int, end: int) -> None:
        i = preposition + 1
        while i < end and self.words[i].text.lower() in _DETERMINERS:
            i += 1
        if i >= end:
            return
        after = self._country(i, end, "tail")
        if after >= end:
            return
        i = max(i, after)
        inner = [word.text.lower() for word in self.words[i:end]]
        titular = all(low in PORTFOLIOS or low in {"and", "the"} for low in inner)
        if (titular and after <= i) or (
            len(inner) == 1 and inner[0] not in INSTITUTION_NOUNS and not self.words[i].capital
        ):
            self.kept += range(preposition, end)
        elif self.organisation is None:
            self.organisation = self.text[self.words[i].start : self.words[end - 1].end]

    def _country(self, i: int, end: int, head: str) -> int:
        """The index behind a country that begins at ``i``, or ``i``."""
        for stop in range(min(i + 5, end), i, -1):
            form = self.text[self.words[i].start : self.words[stop - 1].end]
            if self.words[i].text == "U.S" and stop == i + 1:
                form = "U.S."
            country = country_of(form, self.context.places)
            if form in US_STATES and (head != "tail" and self._is_state_office(head)):
                self.country = "United States"
                return i
            if country is None and form in capital_forms() and head != "tail":
                country = capital_forms()[form]
                if head in _CITY_HEADS:
                    self.country = self.country or country
                    return i
            if country is None and form in NATIONS_WITHIN and self.country is None:
                self.country = NATIONS_WITHIN[form]
                return i
            if country and not self._begins_name(stop, end):
                self.country = self.country or country
                return stop
        return i

    def _is_state_office(self, head: str) -> bool:
        return head in _STATE_OFFICES

    def _begins_name(self, stop: int, end: int) -> bool:
        """Whether the country is the first word of an organisation's name ("German Bank")."""
        return (
            stop < end
            and not self.words[stop - 1].possessive
            and self.words[stop].capital
            and any(word.text in _ORGANISATION_NOUNS for word in self.words[stop:end])
            and self.words[stop].text not in {"Foreign", "Defence", "Defense", "Interior"}
        )

    def _organisation(self, i: int, head: int) -> int:
        """The index behind an organisation that begins at ``i``, or ``i``."""
        stop = i
        while stop < head and (self.words[stop].capital or self.words[stop].text == "of"):
            stop += 1
        named = [n for n in range(i, stop) if self.words[n].text in _ORGANISATION_NOUNS]
        if named:
            stop = named[-1] + 1
            if stop < head and self.words[stop].text == "of":
                stop = min(stop + 2, head)
        else:
            stop = i
            while stop < head and self._is_own_word(self.words[stop]):
                stop += 1
        if stop == i:
            return self._lower_institution(i, head)
        name = self.text[self.words[i].start : self.words[stop - 1].end]
        if self.organisation is None:
            self.organisation = name
        self.country = self.country or INSTITUTIONS.get(name)
        return stop

    def _is_own_word(self, word: Word) -> bool:
        """Whether a capitalised word in front of a head names an organisation, not the office."""
        low = word.text.lower()
        return (
            word.capital
            and low not in MODIFIERS
            and not is_common(word.text)
            and head_of(word.text) is None
            and word.text not in self.context.names
            and word.text not in US_STATES
            and word.text not in NATIONS_WITHIN
            and word.text not in capital_forms()
        )

    def _lower_institution(self, i: int, head: int) -> int:
        """The index behind "foreign ministry", "ministry's", "embassy" in front of the head."""
        for stop in range(i + 1, min(i + 4, head + 1)):
            word = self.words[stop - 1]
            if word.text in {"ministry", "embassy"} or (
                word.text in INSTITUTION_NOUNS and word.possessive
            ):
                self.organisation = self.text[self.words[i].start : word.end]
                return stop
        return i


COMMON = frozenset(
    """
    the a an and or but nor so yet for if when while where why how what which who whom whose that this these
    those there here then than as at by in into of off on onto out over under up down from to toward towards
    with without within about above across after against along among around before behind below beneath beside
    besides between beyond despite during except inside like near outside past per since through throughout
    till until upon via is are was were be been being am do does did done has have had having can could may
    might must shall should will would not no yes i he she it we they you me him her us them his hers its our
    ours their theirs your yours my mine myself himself herself itself themselves ourselves one two three four
    five six seven eight nine ten eleven twelve many most more some any all each every both either neither few
    several much other another such only own same too very just also even still already again once ever never
    always often sometimes usually perhaps maybe however therefore thus hence moreover furthermore meanwhile
    instead indeed later earlier today yesterday tomorrow tonight now soon recently finally eventually
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr jun jul aug sept oct nov dec
    although though because unless whereas whether said says say told asked added according
    let thank thanks please sorry hello yeah ok okay well oh hey dear
    get got make made take took give gave see saw know knew think thought come came go went look
    photo image picture video file read watch follow share subscribe comments advertisement related
    last next previous following amid despite unlike given based speaking asked including
    """.split()
)
"""Words that open sentences and never names, lower case."""


def is_kin(role: Role) -> bool:
    """Whether the phrase only says how one stands to another ("brother", "victim")."""
    return (head_of(role.title.split()[-1]) or "") in KIN
