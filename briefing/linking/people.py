"""Who a person found in an article is: the rules that link people, over values alone.

A whole name is known everywhere: in its story, then in the edition. A surname alone, a given name
alone or an initial is only ever resolved within the story, to the one person there whom it fits. A
tie links to nobody, and says so. What is decided rests on what is known, never on what came first:
``group`` gives the same people for the same appearances in any order.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from briefing.linking.names import Match, compare, conflict, is_whole, parse, word_keys
from briefing.model import AppearanceKey, FoundPerson, Profile
from briefing.text import fold


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom an appearance goes to: an index into the people given, or None; and why.

    ``tie`` says that several fit, so that it stays with nobody.
    """

    index: int | None
    reason: str
    tie: bool = False


Gathered = tuple[Profile, dict[AppearanceKey, Choice]]
"""A person with the appearances gathered into them."""


def is_same_name(one: Profile, other: Profile) -> bool:
    """Whether a whole name of one is a whole name of the other, and no two of theirs conflict."""
    return share_a_name(one, other) and not any(
        conflict(a, b) for a in _whole(one) for b in _whole(other)
    )


def share_a_name(one: Profile, other: Profile) -> bool:
    """Whether a whole name of one is a whole name of the other, whatever else they are called."""
    return any(compare(a, b) == Match.FULL for a in _whole(one) for b in _whole(other))


def is_candidate(found: Profile, known: Profile) -> bool:
    """Whether a whole name may be the known person's: theirs too, or so by the user's hand."""
    by_hand = found.identity is not None and found.identity == known.identity
    return by_hand or is_same_name(found, known)


def may_be_one(one: Profile, other: Profile) -> bool:
    """Whether nothing but the name is needed for the two to be one person."""
    if one.identity is not None and one.identity == other.identity:
        return True
    by_hand = one.identity is not None and other.identity is not None
    return not (by_hand or one.articles & other.articles or _are_namesakes(one, other))


def choose(found: Profile, people: Sequence[Profile]) -> Choice:
    """Who of ``people`` a whole name is. They are to be of one name with it (``is_same_name``)."""
    for index, known in enumerate(people):
        if found.identity is not None and found.identity == known.identity:
            return Choice(index, "joined by hand")
    fitting = [n for n, known in enumerate(people) if may_be_one(found, known)]
    if len(fitting) == 1:
        return Choice(fitting[0], _why(found, people[fitting[0]]))
    if not fitting:
        reason = "a namesake is someone else" if people else "a name not seen before"
        return Choice(None, reason)
    for reason, fits_better in _PREFERENCES:
        better = [n for n in fitting if fits_better(found, people[n])]
        if len(better) == 1:
            return Choice(better[0], f"{_why(found, people[better[0]])}; of namesakes {reason}")
        fitting = better or fitting
    return Choice(None, f"{len(fitting)} people of this name fit", tie=True)


def choose_in_story(
    name: str, found: Profile, people: Sequence[Profile], beside: Iterable[int] = ()
) -> Choice:
    """Who of a story's ``people``, all with whole names, a part of a name means.

    ``beside`` are the indexes of those whom the same article names apart from it. Where one of them
    bears the name, the article itself has left open who is meant, and so does this.
    """
    matches = [max(compare(name, full) for full in _whole(known)) for known in people]
    match = max(matches, default=Match.NONE)
    if match == Match.FULL:  # "A. Tully" and "A. Tully" are no more than initials
        match = Match.LOOSE
    fitting = [n for n, m in enumerate(matches) if m >= match > Match.NONE]
    if any(matches[n] > Match.GIVEN for n in beside):
        return Choice(None, "the article names another of this name", tie=True)
    agreeing = [n for n in fitting if n not in beside and not _differ(found, people[n])]
    if not agreeing:
        return Choice(None, "nobody of the story bears the name in full")
    if len(agreeing) > 1:
        agreeing = [n for n in agreeing if found.offices & people[n].offices] or agreeing
    if len(agreeing) > 1:
        return Choice(None, f"{len(agreeing)} people of the story bear the name", tie=True)
    return Choice(agreeing[0], f"{_PARTS[match]} of one person in the story")


def choose_by_office(name: str, found: Profile, holders: Sequence[Profile]) -> Choice:
    """Who of the whole edition's holders of an office a surname with that office means.

    Where two holders bear the surname, whatever their countries, nobody is meant.
    """
    fitting = [n for n, known in enumerate(holders) if name in endings(known.names)]
    if len(fitting) != 1 or _differ(found, holders[fitting[0]]):
        return Choice(None, "nobody of the story bears the name in full")
    return Choice(fitting[0], "surname and office of one person in the edition")


def endings(names: Iterable[str]) -> frozenset[str]:
    """What whole names end in, as written: the surnames that they may be cut to."""
    words = [name.split() for name in names if is_whole(name)]
    return frozenset(" ".join(some[n:]) for some in words for n in range(1, len(some)))


def are_one_in_story(one: Profile, other: Profile) -> bool:
    """Whether two parts of names that fit nobody in full are taken for one person in a story."""
    if one.articles & other.articles or _differ(one, other):
        return False
    return all(compare(a, b) >= Match.SURNAME for a in one.names for b in other.names)


def people_of(mentions: Iterable[str]) -> list[FoundPerson]:
    """The people of one article, of whom only their mentions are given, as a reading gives them.

    A part of a name goes to the one whole name there that it fits.
    """
    names = list(dict.fromkeys(mentions))
    groups: list[list[str]] = []
    for name in filter(is_whole, names):
        same = [
            g for g in groups if is_same_name(Profile(frozenset(g)), Profile(frozenset([name])))
        ]
        (same[0] if same else _added(groups)).append(name)
    whole = [Profile(frozenset(members)) for members in groups]
    for name in [name for name in names if not is_whole(name)]:
        choice = choose_in_story(name, Profile(frozenset([name])), whole)
        (_added(groups) if choice.index is None else groups[choice.index]).append(name)
    return [_person(g) for g in groups]


def _person(names: list[str]) -> FoundPerson:
    name = best_name(Counter(names))
    return FoundPerson(name, (), tuple(other for other in names if other != name))


def _added(groups: list[list[str]]) -> list[str]:
    groups.append([])
    return groups[-1]


def words_of(name: str) -> frozenset[str]:
    """What a part of a name shares with the whole: keys of its words, nicknames in one form."""
    return frozenset(key for word in parse(name).words for key in word_keys(word))


def group(appearances: Mapping[AppearanceKey, Profile]) -> list[Gathered]:
    """Appearances of whole names, gathered into people; the result knows no order.

    Those of whom more is said come first, so that a bare name goes to one who is known by then.
    The keys of ``appearances`` are to sort the same whatever came first.
    """
    people: list[Gathered] = []
    open_: list[Gathered] = []
    order = sorted(appearances, key=lambda key: (_known(appearances[key]), key))
    for key in order:
        found = appearances[key]
        same = [n for n, (known, _) in enumerate(people) if is_candidate(found, known)]
        choice = choose(found, [people[n][0] for n in same])
        if choice.index is not None:
            known, members = people[same[choice.index]]
            people[same[choice.index]] = (known | found, {**members, key: choice})
        else:
            (open_ if choice.tie else people).append((found, {key: choice}))
    return [*_joined(people), *open_]


def best_name(names: Mapping[str, int]) -> str:
    """The name to show a person by, of those that articles give and how many do; "" of none.

    A full name before initials and these before a surname alone, written in mixed case, the
    commonest of them, the longer of two as common.
    """
    counts: Counter[str] = Counter()
    for name, count in names.items():
        counts[" ".join(name.split())] += count
    return max(
        counts, key=lambda name: (_fullness(name), counts[name], len(name), name), default=""
    )


_PARTS = {
    Match.LOOSE: "initial and surname",
    Match.SURNAME: "surname",
    Match.GIVEN: "given name",
}


def _whole(profile: Profile) -> list[str]:
    return [name for name in profile.names if is_whole(name)]


def _joined(people: list[Gathered]) -> list[Gathered]:
    """Join those whom a later name showed to be one."""
    for (n, (one, mine)), (m, (other, theirs)) in combinations(enumerate(people), 2):
        if is_candidate(one, other) and may_be_one(one, other):
            rest = [known for k, known in enumerate(people) if k not in (n, m)]
            first = min(theirs)
            why = replace(theirs[first], reason=_why(one, other))
            return _joined([*rest, (one | other, {**mine, **theirs, first: why})])
    return people


def _known(found: Profile) -> tuple[int, int, int]:
    """How much an appearance tells, the most first: its name, then what is said of it."""
    by_hand = found.identity is None
    said = -(bool(found.countries) + bool(found.offices))
    return by_hand, -max(len(name.split()) for name in found.names), said


def _differ(one: Profile, other: Profile) -> bool:
    """Whether both have countries, and none in common."""
    return bool(one.countries and other.countries) and not one.countries & other.countries


def _are_namesakes(one: Profile, other: Profile) -> bool:
    """Whether two of one name are two people: of two countries or two walks of life.

    They have quite other offices then, and no story tells of both.
    """
    mine, theirs = _office_words(one), _office_words(other)
    if one.stories & other.stories or not mine or not theirs or mine & theirs:
        return False
    return _differ(one, other) or {_walk(mine), _walk(theirs)} == {"play", "state"}


def _walk(words: set[str]) -> str | None:
    """Whether offices are all of sport and stage, or all of the state; None for neither."""
    play, state = bool(words & _PLAY), bool(words & _STATE)
    return None if play == state else "play" if play else "state"


def _office_words(profile: Profile) -> set[str]:
    return {word for office in profile.offices for word in office.split()}


def _why(found: Profile, known: Profile) -> str:
    folded = {fold(name) for name in known.names}
    same = any(fold(name) in folded for name in _whole(found))
    told = ["the same full name" if same else "another form of the full name"]
    told += ["the same office"] if found.offices & known.offices else []
    told += ["the same country"] if found.countries & known.countries else []
    return ", ".join(told)


_PLAY_WORDS = """
coach quarterback linebacker receiver striker midfielder goalkeeper defender pitcher catcher batter
cornerback halfback forward fielder golfer boxer cyclist swimmer sprinter skier racer player
teammate champion actor actress singer rapper drummer guitarist comedian
"""
_PLAY = frozenset(_PLAY_WORDS.split())

_STATE_WORDS = """
president minister senator sen congressman rep representative governor gov mayor secretary
ambassador judge justice general admiral colonel sheriff chancellor commissioner prosecutor
attorney lawmaker
"""
_STATE = frozenset(_STATE_WORDS.split())

_PREFERENCES: tuple[tuple[str, Callable[[Profile, Profile], bool]], ...] = (
    ("the one in the story", lambda found, known: bool(found.stories & known.stories)),
    ("the one in this office", lambda found, known: bool(found.offices & known.offices)),
    ("the one of this country", lambda found, known: bool(found.countries & known.countries)),
    ("the one named with the same people", lambda f, known: len(f.fellows & known.fellows) > 1),
)
"""What tells namesakes apart, the strongest first."""


def _fullness(name: str) -> tuple[int, bool]:
    """How much of a name it is, and whether it is cased as names are."""
    words = parse(name).words
    whole = sum(len(word) > 1 for word in words)
    return min(len(words), 2) + min(whole, 2), not (name.isupper() or name.islower())
