"""Gathers the names of an article under the people who bear them."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from briefing.given_names import NICKNAMES
from briefing.reading.candidates import ALSO_VERBS
from briefing.reading.countries import place_words
from briefing.reading.evidence import ENOUGH, ENOUGH_ALONE, evidence, evidence_alone
from briefing.reading.first_names import HE, SHE, SURNAMES_FIRST, is_first_name
from briefing.reading.genders import HE_TITLES, SHE_TITLES
from briefing.reading.given_names import gender_of_name
from briefing.reading.names import PARTICLES, SUFFIXES, is_initial
from briefing.reading.phrases import Gender
from briefing.reading.surroundings import Candidate
from briefing.titles import office_key

_ESTABLISHED = 2
"""Uses of a bare surname for its only bearer so far, from which it stays that bearer's."""

_DOMINANT = 3
"""How many times as often as another bearer the one is named in full whose surname stands alone."""

_INTRODUCED = 3
"""Uses of a surname, with an office, before a full name from which that name is another's."""

_PREFIXED = re.compile(r"(?:Re|Pre|Anti|Non|Pro|Ex|Post|Un)-[A-Z]")
"""How words begin that a headline may have before a surname, and no name ("Re-Electing Talan")."""

_SHORTEST_NICKNAME = 3
_LONG_NAME = 8
"""Letters from which a surname with one letter wrong is still that surname."""
_NONE: frozenset[int] = frozenset()
_NEARBY = 2
"""Paragraphs back in which a bearer may have been named in full."""

_Tokens = tuple[str, ...]


@dataclass(slots=True)
class Bearer:
    """A person being gathered: the words of the fullest name, and every mention."""

    tokens: _Tokens
    mentions: list[Candidate] = field(default_factory=list)
    full: list[tuple[int, int]] = field(default_factory=list)
    """Where the person is named in full: start and paragraph, in order."""
    offices: set[str] = field(default_factory=set)
    """Keys of the offices named with the full name."""
    relative: bool = False
    """Whether the person is named in full only as somebody's relative ("her husband, Jan Kern")."""

    def full_names(self) -> list[str]:
        """The spellings of several words that the person's name has."""
        return [c.name for c in self.mentions if len(c.tokens) > 1 and c.tokens[-1] in self.tokens]


def gather(found: list[Candidate]) -> list[Bearer]:
    """The people that candidates name, in order of first mention."""
    by_name: dict[_Tokens, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_name[candidate.tokens].append(candidate)
    spoken = {c.tokens[0] for c in found if len(c.tokens) == 1 and (c.speech or c.honorific)}
    full = {
        tokens: places
        for tokens, places in by_name.items()
        if len(tokens) > 1
        and not _PREFIXED.match(tokens[0])
        and evidence(tokens, places, spoken) >= ENOUGH
    }
    surnames = Counter(tokens[-1] for tokens in full)
    for tokens in [t for t in full if t[0] in ALSO_VERBS and surnames[t[-1]] > 1]:
        del full[tokens]  # "Will Talan go?" beside "Mira Talan"
    for tokens in [t for t in full if _is_headline(t, full, surnames)]:
        del full[tokens]
    bearers: list[Bearer] = []
    for tokens in sorted(full, key=len, reverse=True):
        _add_full(bearers, tokens, full)
    _give_short(bearers, found)
    for bearer in bearers:
        bearer.mentions.sort(key=lambda c: c.start)
    return sorted((b for b in bearers if b.mentions), key=lambda b: b.mentions[0].start)


def _is_headline(
    tokens: _Tokens, full: dict[_Tokens, list[Candidate]], surnames: Counter[str]
) -> bool:
    """Whether a known surname and another word of a headline look like a name ("Talan Quits")."""
    given = _given(tokens[0]) or gender_of_name(tokens[0]) or tokens[0] in SURNAMES_FIRST
    if len(tokens) != 2 or given:
        return False
    if len(full[tokens]) > 1:
        return False
    place = full[tokens][0]
    if place.honorific or place.roles or place.kin or place.age or place.party:
        return False
    others = [n for n in full if n != tokens and n[-1] == tokens[0] and is_first_name(n[0])]
    return bool(others) and surnames[tokens[1]] == 1 and tokens not in {n[1:] for n in full}


def _add_full(bearers: list[Bearer], tokens: _Tokens, full: dict[_Tokens, list[Candidate]]) -> None:
    """Adds a full name: to the bearer it is another form of, or as a new one."""
    places = full[tokens]
    inner = tokens[1:]
    if len(inner) > 1 and inner in full and not is_first_name(tokens[0]):
        full[inner] += places  # an epithet in front: "Crooked Jane Doe"
        return
    if within := _within(tokens, full):
        full[within] += places  # both at once: "Angry Jane Doe Refuses"
        return
    shorter = tokens[:-1] if len(tokens) > 2 and tokens[-1] not in SUFFIXES else ()
    if shorter in full and len(full[shorter]) >= len(places):
        return  # a headline's verb behind: "Jane Doe Refuses"
    fits = [bearer for bearer in bearers if _is_form_of(tokens, bearer.tokens)]
    if not is_first_name(tokens[0]) or tokens[0].lower() in PARTICLES:
        fits = [bearer for bearer in bearers if _is_tail_of(tokens, bearer.tokens)] or fits
    if len(fits) == 1:
        fits[0].mentions += places
    elif not fits:
        bearers.append(Bearer(tokens, list(places)))


def _within(tokens: _Tokens, full: dict[_Tokens, list[Candidate]]) -> _Tokens | None:
    """The full name that stands between other words of a run, as in a headline in capitals."""
    inner = [tokens[a:b] for a in range(1, len(tokens) - 2) for b in range(a + 2, len(tokens))]
    found = [name for name in inner if name in full and is_first_name(name[0])]
    return found[0] if len(found) == 1 and not is_first_name(tokens[0]) else None


def _is_form_of(short: _Tokens, full: _Tokens) -> bool:
    """Whether one full name is a shorter form of another ("Ann Lee" of "Ann B. Lee")."""
    if full[: len(short)] == short and (short[0] in SURNAMES_FIRST or is_initial(short[-1])):
        return True
    if "".join(short).replace("-", "").lower() == "".join(full).replace("-", "").lower():
        return True
    if (short[-1] in SUFFIXES) != (full[-1] in SUFFIXES):
        return False
    if short[0] != full[0] and not _same_first_name(short[0], full[0]):
        by_middle = len(full) > 2 and not is_initial(full[1]) and not is_initial(short[0])
        return by_middle and short[1:] == full[2:] and _same_first_name(short[0], full[1])
    low = [token.lower() for token in full]
    return short[-1] == full[-1] and all(token.lower() in low for token in short[1:])


def _same_first_name(one: str, other: str) -> bool:
    """Whether one is the other's initial, its beginning or short for it ("Pete", "Bob")."""
    if is_initial(one) or is_initial(other):
        return one[0] == other[0]
    if (one in HE and other in SHE) or (one in SHE and other in HE):
        return False
    if not NICKNAMES.get(one.lower(), _NONE).isdisjoint(NICKNAMES.get(other.lower(), _NONE)):
        return True
    if min(len(one), len(other)) < _SHORTEST_NICKNAME:
        return False
    return one.startswith(other) or other.startswith(one)


def _is_tail_of(short: _Tokens, full: _Tokens) -> bool:
    """Whether a surname with its particles ("Van der Halm") is that of a full name."""
    if full[-1] in SUFFIXES and short[-1] not in SUFFIXES:
        full = full[:-1]
    tail = full[len(full) - len(short) :]
    return len(full) > len(short) and [t.lower() for t in tail] == [t.lower() for t in short]


def _is_junior(bearer: Bearer, bearers: list[Bearer]) -> bool:
    """Whether "Jan Kern Jr" is known beside another Kern, to whom the bare surname belongs."""
    if bearer.tokens[-1] != "Jr":
        return False
    senior = bearer.tokens[:-1]
    return any(c.kin for c in bearer.mentions) or any(
        other.tokens[-1] == senior[-1] and _is_form_of(other.tokens, senior) for other in bearers
    )


def _short_forms(tokens: _Tokens) -> set[str]:
    """The forms under which a full name may come back: surnames, with and without particles."""
    core = tokens[:-1] if tokens[-1] in SUFFIXES and len(tokens) > 2 else tokens
    tails = {" ".join(core[i:]) for i in range(1, len(core))}
    forms = tails | {tail[0].upper() + tail[1:] for tail in tails}
    if core[-1].lower().startswith(("al-", "el-")):
        forms.add(core[-1][3:])
    if len(core) == 3 and not (core[1].lower() in PARTICLES or _given(core[1])):
        forms.add(core[1])
    if core[0] in SURNAMES_FIRST and len(core) <= 3:
        forms.add(core[0])
    return forms


def _given(word: str) -> bool:
    return is_initial(word) or is_first_name(word)


# --- names of one word, and names cut short ------------------------------------------------------


def _give_short(bearers: list[Bearer], found: list[Candidate]) -> None:
    """Gives surnames standing alone to their bearers; what is left may be people of one name."""
    taken = {id(c) for bearer in bearers for c in bearer.mentions}
    forms: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        bearer.full = sorted((c.start, c.paragraph) for c in bearer.mentions)
        bearer.relative = all(c.kin for c in bearer.mentions)
        bearer.offices = {office_key(r.title) for c in bearer.mentions for r in c.roles}
        for form in () if _is_junior(bearer, bearers) else _short_forms(bearer.tokens):
            forms[form].append(bearer)
    bearers += _strangers(forms, [c for c in found if id(c) not in taken])
    left: dict[_Tokens, list[Candidate]] = defaultdict(list)
    used: Counter[tuple[str, int]] = Counter()
    for candidate in found:
        if id(candidate) in taken:
            continue
        form = " ".join(candidate.tokens)
        fits = forms.get(form, [])
        if not fits:
            left[candidate.tokens].append(candidate)
        elif owner := _owner(fits, candidate, used):
            owner.mentions.append(candidate)
            used[form, id(owner)] += 1
    _give_first_names(bearers, left)


def _strangers(forms: dict[str, list[Bearer]], short: list[Candidate]) -> list[Bearer]:
    """Those known by office and surname alone, before a relative of theirs is brought in.

    "President Talan" of a text that names Mirela Talan in full, and later. What a text brings in so
    may still be the full name of the one known before, so that only relatives and those count whom
    the first name tells to be women. Each is added to the bearers of the surname.
    """
    uses: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in short:
        uses[" ".join(candidate.tokens)].append(candidate)
    found = []
    for form, fits in forms.items():
        if len(fits) != 1 or not fits[0].full:
            continue
        before = [c for c in uses[form] if c.start < fits[0].full[0][0]]
        titled = [c for c in before if c.roles and not _of_same_office(fits, c)]
        woman = _gender(fits[0]) == "she" and len(before) >= _INTRODUCED
        if titled and (woman or fits[0].relative):
            places = [(c.start, c.paragraph) for c in titled]
            offices = {office_key(role.title) for c in titled for role in c.roles}
            found.append(Bearer(tuple(form.split()), [], places, offices))
            fits.append(found[-1])
    return found


def _owner(
    fits: list[Bearer], candidate: Candidate, used: Counter[tuple[str, int]]
) -> Bearer | None:
    """Of the bearers of a surname the one who is meant, or None where that is open."""
    if len(fits) == 1:
        return fits[0]
    for chosen in (_of_same_office(fits, candidate), _of_gender(fits, candidate)):
        if len(chosen) == 1:
            return chosen[0]
    introduced = [b for b in fits if _is_named_before(b, candidate)]
    here = [b for b in introduced if _is_named_before(b, candidate, 0)]
    main = [b for b in introduced if not b.relative]
    for chosen in (here, main):
        if len(chosen) == 1:
            return chosen[0]
    if len(introduced) == 1:
        return introduced[0]
    for back in range(_NEARBY + 1):
        near = [b for b in introduced if _is_named_before(b, candidate, back)]
        if near:
            return near[0] if len(near) == 1 else None
    form = " ".join(candidate.tokens)
    settled = [b for b in fits if used[form, id(b)] >= _ESTABLISHED]
    if len(settled) == 1:
        return settled[0]
    first, second = sorted(fits, key=lambda b: -len(b.full))[:2]
    return first if len(first.full) >= max(3, _DOMINANT * len(second.full)) else None


def _is_named_before(bearer: Bearer, candidate: Candidate, back: int | None = None) -> bool:
    """Whether a bearer is named in full before a place, and so many paragraphs back."""
    at = bisect_left(bearer.full, (candidate.start, 0))
    if at == 0:
        return False
    return back is None or candidate.paragraph - bearer.full[at - 1][1] <= back


def _of_same_office(fits: list[Bearer], candidate: Candidate) -> list[Bearer]:
    keys = {office_key(role.title) for role in candidate.roles}
    return [bearer for bearer in fits if keys & bearer.offices]


def _of_gender(fits: list[Bearer], candidate: Candidate) -> list[Bearer]:
    """Those who go by the pronoun of "Mr" or "Ms", or else those of whom nothing is known."""
    wanted = _gender_of_title(candidate)
    if wanted is None:
        return []
    known = [(bearer, _gender(bearer)) for bearer in fits]
    right = [bearer for bearer, gender in known if gender == wanted]
    return right or [bearer for bearer, gender in known if gender is None]


def _gender(bearer: Bearer) -> Gender | None:
    titles = {_gender_of_title(candidate) for candidate in bearer.mentions} - {None}
    return titles.pop() if len(titles) == 1 else gender_of_name(bearer.tokens[0])


def _gender_of_title(candidate: Candidate) -> Gender | None:
    title = candidate.honorific
    return "he" if title in HE_TITLES else "she" if title in SHE_TITLES else None


def _nicknamed(word: str, bearers: list[Bearer]) -> list[Bearer]:
    """Those whose first name a word is short for ("Ray" for "Raymond Kern")."""
    known = NICKNAMES.get(word.lower(), _NONE)
    if not known or any(bearer.tokens[-1] == word for bearer in bearers):
        return []
    return [
        b
        for b in bearers
        if len(b.tokens) > 1 and not known.isdisjoint(NICKNAMES.get(b.tokens[0].lower(), _NONE))
    ]


def _is_family(word: str, bearers: list[Bearer]) -> bool:
    """Whether a word is the plural of a surname ("the Kerns")."""
    return word.endswith("s") and any(b.tokens[-1] in {word[:-1], word[:-2]} for b in bearers)


def _misspelt(word: str, bearers: list[Bearer]) -> Bearer | None:
    """The one bearer of a long surname that a word is but a slip away from."""
    if len(word) < _LONG_NAME:
        return None
    near = [b for b in bearers if len(b.tokens) > 1 and _is_slip(word, b.tokens[-1])]
    return near[0] if len(near) == 1 else None


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter differs, is left out or is put in, or two stand in turned order."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    a, b = one[start:], other[start:]
    turned = a[:2] == b[1::-1] and a[2:] == b[2:]
    return start > 0 and (turned or a[1:] == b[1:] or a[1:] == b or a == b[1:])


def _give_first_names(bearers: list[Bearer], left: dict[_Tokens, list[Candidate]]) -> None:
    """Gives first names to their one bearer; other single words become people of one name."""
    firsts: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for first in {c.tokens[0] for c in bearer.mentions if len(c.tokens) > 1} or {
            bearer.tokens[0]
        }:
            firsts[first].append(bearer)
    for tokens, places in left.items():
        if len(tokens) > 1 or _is_family(tokens[0], bearers):
            continue
        if owner := _misspelt(tokens[0], bearers):
            owner.mentions += places
            continue
        same = firsts.get(tokens[0]) or _nicknamed(tokens[0], bearers)
        if len(same) == 1 and tokens[0] not in place_words():
            same[0].mentions += places
        elif not same and evidence_alone(tokens[0], places) >= ENOUGH_ALONE:
            bearers.append(Bearer(tokens, list(places)))
