"""Sorts the words of one role phrase into title, country and organisation."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.model import Role
from briefing.reading.common_words import is_common
from briefing.reading.countries import (
    INSTITUTIONS,
    adjective_forms,
    capital_forms,
    country_of,
)
from briefing.reading.country_names import NATIONS_WITHIN, US_STATES
from briefing.reading.first_names import is_first_name
from briefing.reading.names import Word
from briefing.reading.office_words import (
    ABBREVIATED,
    CAMPS,
    CREATORS,
    DETERMINERS,
    FORMER,
    GOVERNMENT_HEADS,
    HEADS,
    HONORIFICS,
    INSTITUTION_NOUNS,
    LOCAL_HEADS,
    MODIFIERS,
    ORGANISATION_NOUNS,
    PLURAL_SHORT,
    PORTFOLIOS,
    PRIVATE_HEADS,
    SENT_HEADS,
    STATE_HEADS,
    TERRITORIAL_HEADS,
)
from briefing.reading.wordlist import wordlist

_BEFORE = ("ex-", "then-", "former-")
_AGENCIES = frozenset(["AP", "AFP", "UPI"])
_SEPARATE = wordlist(
    """
    Ministry Army Navy Police Parliament Senate Congress House Court Embassy Force Guard Corps
    Cabinet Department Party Bank Office Agency Service Authority Council Assembly Government
    Football Team
    """
)
"""Nouns of bodies whose country stands in front and is no part of the name."""
_NAMED_BODIES = wordlist(
    "company union party club group foundation firm association university hospital charity bank"
)
"""Nouns written small that end an organisation's name ("the Swim club president")."""
_PASSING = wordlist("new newly newly-elected newly-appointed current")
"""What is true of a holder for a while and is no part of the office."""
_LOCAL_NOUNS = frozenset(["County", "City", "Borough", "Township", "Parish"])
_STATE_BODIES = wordlist(
    """
    ministry army navy police parliament government military embassy senate forces force
    """
)
_JOINING = frozenset(["of", "for", "on", "and", "&"])


@dataclass(frozen=True, slots=True)
class Context:
    """What an article as a whole says: its own countries, and words that are people's names."""

    places: Mapping[str, str]
    names: Container[str] = frozenset()


NO_CONTEXT = Context({})


@lru_cache(maxsize=10_000)
def head_of(word: str) -> str | None:
    """The head noun that a word is, lower case and singular, or None ("Sen" is "senator")."""
    if word in ABBREVIATED:
        return ABBREVIATED[word]
    low = word.lower()
    for prefix in _BEFORE:
        low = low.removeprefix(prefix)
    if low in HEADS:
        return low
    if low.endswith(("-elect", "-designate")):
        return head_of(low.rpartition("-")[0])
    singular = f"{low[:-3]}man" if low.endswith("men") else low.removesuffix("s")
    return singular if singular in HEADS and low != "news" else None


def is_plural_head(word: str) -> bool:
    """Whether a head stands for several people ("Senators")."""
    low = word.lower()
    if low.endswith("men"):
        return f"{low[:-3]}man" in HEADS
    return low not in HEADS and (low.endswith("s") and low[:-1] in HEADS)


def role_of(
    text: str, words: list[Word], start: int, head: int, end: int, context: Context
) -> Role:
    """The role that words[start:end] say, its head at ``head``."""
    begin, words = words[start].start, [*words]
    parts = _Parts(text, words, head, context)
    parts.strip_prefixes(start, end)
    parts.read_front(start)
    parts.read_tails(end)
    last = words[end - 1]
    stop = last.end + _dot(last)
    return Role(
        title=parts.title(),
        start=begin,
        end=stop,
        country=parts.country,
        organisation=parts.organisation,
        former=parts.former,
    )


def _dot(word: Word) -> int:
    return int(word.text in ABBREVIATED and word.gap[:1] == ".")


class _Parts:
    """The parts of a role phrase while they are being sorted."""

    def __init__(self, text: str, words: list[Word], head: int, context: Context) -> None:
        self.text, self.words, self.head, self.context = text, words, head, context
        self.noun = head_of(words[head].text) or ""
        self.kept: list[int] = []
        self.country: str | None = None
        self.organisation: str | None = None
        self.former = False

    def title(self) -> str:
        """The kept words as written, with one space where something was left out between."""
        written = ""
        for n, i in enumerate(self.kept):
            word = self.words[i]
            if n:
                written += self.words[i - 1].gap if self.kept[n - 1] == i - 1 else " "
            written += word.text
        last = self.words[self.kept[-1]]
        plural = is_plural_head(last.text) or last.text in PLURAL_SHORT
        if self.kept[-1] == self.head and plural:
            written = f"{written[:-3]}man" if written.endswith("men") else written[:-1]
        return written + "." * _dot(last)

    def strip_prefixes(self, start: int, end: int) -> None:
        """Takes "then-", "ex-" and "former-" off: the words stay, the office is a former one."""
        for i in range(start, end):
            word = self.words[i]
            for prefix in _BEFORE:
                if word.text.lower().startswith(prefix):
                    self.former = True
                    bare = word.text[len(prefix) :]
                    self.words[i] = replace(word, text=bare, start=word.start + len(prefix))

    def read_front(self, start: int) -> None:
        """The words before the head, and the head."""
        i = start
        while i < self.head:
            i = (
                self._former(i)
                or self._of_person(i)
                or self._place(i)
                or self._body(i)
                or self._own(i)
            )
        self.kept.append(self.head)

    def _former(self, i: int) -> int:
        if self.words[i].text.lower() not in FORMER:
            return 0
        self.former = True
        return i + 1

    def _own(self, i: int) -> int:
        low = self.words[i].text.lower()
        if low not in DETERMINERS | _PASSING and not low.endswith("-old"):
            self.kept.append(i)
        return i + 1

    def _of_person(self, i: int) -> int:
        """A person's name in front: "Talan's lawyer", "Mira Talan campaign chairman"."""
        word = self.words[i]
        if word.text in HONORIFICS or word.text in _AGENCIES:
            return i + 1
        stop = i + 1
        if is_first_name(word.text) and stop < self.head and self.words[stop].capital:
            stop += head_of(self.words[stop].text) is None and word.gap == " "
        if stop == i + 1 and word.text not in self.context.names:
            return 0
        if self.words[stop - 1].possessive:
            return stop
        if stop < self.head and self.words[stop].text.lower() in CAMPS:
            self._set_organisation(i, stop + 1)
            return stop + 1
        self.kept += range(i, stop)
        return stop

    def _place(self, i: int) -> int:
        """A place in front: it gives the country, and only a part of one stays in the title."""
        for stop in range(min(i + 4, self.head), i, -1):
            form = self._form(i, stop)
            if form in US_STATES and self.noun in STATE_HEADS:
                return self._keep(i, stop, "United States")
            if stop < self.head and self.words[stop].text in _LOCAL_NOUNS and self.words[i].capital:
                return self._keep(i, stop + 1, None)
            country = country_of(form, self.context.places)
            if country and not self._begins_name(i, stop):
                self.country = self.country or country
                return stop
            if form in NATIONS_WITHIN and not self.country:
                return self._keep(i, stop, NATIONS_WITHIN[form])
            if form in capital_forms():
                if self.noun in LOCAL_HEADS:
                    return self._keep(i, stop, capital_forms()[form])
                if self.noun in GOVERNMENT_HEADS and not self._begins_name(i, stop):
                    self.country = self.country or capital_forms()[form]
                    return stop
        return 0

    def _keep(self, i: int, stop: int, country: str | None) -> int:
        self.kept += range(i, stop)
        self.country = self.country or country
        return stop

    def _form(self, i: int, stop: int) -> str:
        return self.text[self.words[i].start : self.words[stop - 1].end]

    def _begins_name(self, i: int, stop: int) -> bool:
        """Whether the place is the first word of a name ("Ostmark Bank chairman")."""
        if stop >= self.head or self.words[stop - 1].possessive:
            return False
        if self._form(i, stop).isupper():
            return False
        named = False
        for word in self.words[stop : self.head]:
            if not word.capital or word.possessive:
                break
            named = named or word.text in ORGANISATION_NOUNS - _SEPARATE
        return named

    def _body(self, i: int) -> int:
        """An organisation in front: "Acme Corp", "Foreign Ministry", "the ministry's"."""
        stop = i
        while stop < self.head and (
            self.words[stop].capital or self.words[stop].text in {"of", "and"}
        ):
            stop += 1
            if self.words[stop - 1].possessive:
                break
        named = [n for n in range(i, stop) if self.words[n].text in ORGANISATION_NOUNS]
        if all(word.text.lower() in PORTFOLIOS for word in self.words[i:stop]):
            return self._lower_body(i)
        if named and self._form(i, named[-1] + 1) != "Team":
            stop = named[-1] + 1
            if stop + 1 < self.head and self.words[stop].text == "of":
                stop = self._portfolio_end(stop + 2)
        elif self.noun in LOCAL_HEADS | PRIVATE_HEADS:
            return 0
        else:
            stop = i
            while stop < self.head and self._is_own_word(self.words[stop]):
                stop += 1
                if self.words[stop - 1].possessive:
                    break
            own = stop > i and not self.words[stop - 1].possessive
            stop += own and stop < self.head and self.words[stop].text in _NAMED_BODIES
        if stop == i:
            return self._lower_body(i)
        self._set_organisation(i, stop)
        return stop

    def _portfolio_end(self, stop: int) -> int:
        """The index behind the rest of "of Health and Human Services" in front of the head."""
        while stop < self.head and (
            self.words[stop].text.lower() in PORTFOLIOS
            or (self.words[stop].text == "and" and stop + 1 < self.head)
        ):
            stop += 1
        return stop

    def _set_organisation(self, i: int, stop: int) -> None:
        name = self._form(i, stop)
        self.organisation = self.organisation or name
        self.country = self.country or INSTITUTIONS.get(name)

    def _is_own_word(self, word: Word) -> bool:
        """Whether a capitalised word in front of a head names an organisation, not the office."""
        return (
            word.capital
            and (word.possessive or self.noun != "minister")
            and word.text.lower() not in MODIFIERS
            and not is_common(word.text)
            and head_of(word.text) is None
            and word.text not in self.context.names
            and word.text not in US_STATES
            and word.text not in NATIONS_WITHIN
            and word.text not in capital_forms()
            and not ("-" in word.text and word.text.split("-")[-1].islower())
        )

    def _lower_body(self, i: int) -> int:
        """The index behind "foreign ministry", "ministry's", "embassy" in front of the head."""
        for stop in range(i + 1, min(i + 4, self.head + 1)):
            word = self.words[stop - 1]
            plain = word.text.lower()
            if plain in {"ministry", "embassy"} or (plain in INSTITUTION_NOUNS and word.possessive):
                self._set_organisation(i, stop)
                return stop
        return 0

    # --- what follows the head ---

    def read_tails(self, end: int) -> None:
        """The words behind the head: "of Defence", "of Acme Corp", "to Ostmark"."""
        i = self.head + 1
        while i < end:
            stop = i + 1
            while stop < end and not self._begins_tail(stop, i):
                stop += 1
            self._tail(i, stop)
            i = stop

    def _begins_tail(self, at: int, tail: int) -> bool:
        """Whether a preposition begins another tail, and is not within a name."""
        if self.words[at].text.lower() not in {"of", "for", "at", "to", "with"}:
            return False
        within = self.words[at].text in _JOINING and at > tail + 1
        return not (within and self.words[at - 1].text in ORGANISATION_NOUNS)

    def _tail(self, preposition: int, end: int) -> None:
        i = preposition + 1
        while i < end and self.words[i].text.lower() in DETERMINERS:
            i += 1
        if i >= end:
            return
        if self.noun in SENT_HEADS and self.words[preposition].text in {"to", "for"}:
            self.kept += range(preposition, end)
            return
        i = self._tail_place(preposition, i, end)
        if i >= end:
            return
        if self._is_field(i, end) or self._stays(preposition, i, end):
            if i == preposition + 1 or self.words[i - 1].text.lower() in DETERMINERS:
                self.kept += range(preposition, end)
        elif self.noun in CREATORS:
            return
        elif self.words[i].text not in self.context.names and head_of(self.words[i].text) is None:
            self._set_organisation(i, end)

    def _tail_place(self, preposition: int, i: int, end: int) -> int:
        """Reads a country at the start of a tail; the index behind it, or ``i``."""
        for stop in range(min(i + 6, end), i, -1):
            form = self._form(i, stop)
            country = country_of(form, self.context.places)
            if form in NATIONS_WITHIN or (form in US_STATES and self.noun in STATE_HEADS):
                self.kept += range(preposition, stop)
                self.country = self.country or NATIONS_WITHIN.get(form, "United States")
                return stop
            if country is None:
                continue
            whole = stop == end or self.words[stop - 1].possessive
            if whole or (form in adjective_forms() and self._is_state_body(stop, end)):
                self.country = self.country or country
                return stop
        return i

    def _is_state_body(self, i: int, end: int) -> bool:
        """Whether "army" or "Defence Ministry" follows, of which the country is not a part."""
        words = [word.text.lower() for word in self.words[i:end]]
        return words[-1] in _STATE_BODIES

    def _is_field(self, i: int, end: int) -> bool:
        """Whether the words say what the office is about ("of Defence", "of law")."""
        inner = [word.text.lower() for word in self.words[i:end]]
        if all(low in PORTFOLIOS or low in {"and", "the"} for low in inner):
            return True
        lower = not any(word.capital for word in self.words[i + 1 : end])
        return (
            lower
            and inner[-1] not in INSTITUTION_NOUNS
            and (not self.words[i].capital or self.words[i].text in adjective_forms())
        )

    def _stays(self, preposition: int, i: int, end: int) -> bool:
        """Whether the tail is part of the title as such ("Duke of Tarn", "Mayor of Karsk")."""
        if self.words[preposition].text != "of":
            return False
        local = self.noun in LOCAL_HEADS or self.noun in TERRITORIAL_HEADS
        return local and not any(w.text in ORGANISATION_NOUNS for w in self.words[i:end])
