"""Links the people of an article to those on record, and mends what later ones show otherwise.

Decisions are ``briefing.linking``'s; looking up and writing is the store's; here they meet. What
comes out does not hang on which article was read first: a whole name is compared with all that
share it; parts of names are resolved anew in their story whenever somebody of the name comes in.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.linking import people as rules
from briefing.linking.names import Match, compare, family_key, is_whole, whole_keys
from briefing.linking.offices import is_of_state
from briefing.model import AppearanceKey, FoundPerson, Profile
from briefing.reading.given_names import gender_of_name
from briefing.store import linked_people as people
from briefing.store import moved_people as moves
from briefing.store import office_holders
from briefing.store.linked_stories import refresh_people_of
from briefing.text import fold
from briefing.titles import office_key

MOST_REGROUPED = 200
"""Appearances of one name that are gathered anew when more is known of one; beyond them what is on
record stands, so that a name of thousands of articles costs no more."""

Placed = dict[AppearanceKey, tuple[int, Profile]]
"""Appearances, as whom each is linked, and what is known of each."""


@dataclass(frozen=True, slots=True)
class Moves:
    """What is to go elsewhere: appearances by target, where None is somebody new."""

    group: tuple[AppearanceKey, ...]
    target: int | None
    choices: Mapping[AppearanceKey, rules.Choice]


def link(
    db: sqlite3.Connection,
    article_id: int,
    found: Sequence[FoundPerson],
    story_id: int,
    *,
    was: Mapping[str, int],
) -> tuple[dict[str, int], set[int]]:
    """Link the people of an article; their ids by name, and all people that changed.

    ``was`` says whom the article's names were linked to before it was read again.
    """
    _, changed, stories = link_whole_names(db, article_id, found, story_id, was=was)
    changed |= settle(db, stories, [person.name for person in found], in_hand=(article_id,))
    known = people.called_in(db, article_id)
    return known, changed | set(known.values())


def link_whole_names(
    db: sqlite3.Connection,
    article_id: int,
    found: Sequence[FoundPerson],
    story_id: int,
    *,
    was: Mapping[str, int],
) -> tuple[dict[str, int], set[int], set[int]]:
    """As ``link``, but parts of names are left as nobody's.

    Those of the stories given back are to be settled.
    """
    found = [p for p in found if _is_human(p) or not people.is_outlet(db, p.name)]
    _keep_hands(db, article_id, [person.name for person in found])
    changed: set[int] = set()
    stories = {story_id}
    for person in sorted(found, key=lambda one: not is_whole(one.name)):
        if is_whole(person.name):
            changed |= _link_whole(db, article_id, person, story_id, was, stories)
        else:
            _write(db, article_id, _kept(db, person, was), person, rules.Choice(None, "alone"))
    known = people.called_in(db, article_id)
    return known, changed | set(known.values()), stories


def _is_human(person: FoundPerson) -> bool:
    """Whether a name is surely a person's, though an outlet bears it: some bear a writer's."""
    return bool(person.roles or gender_of_name(person.name.split()[0]))


def _keep_hands(db: sqlite3.Connection, article_id: int, names: Sequence[str]) -> None:
    """Have what the user did hold for the name that this reading gives the same person."""
    for called in people.names_by_hand(db, article_id):
        if called not in names:
            fitting = [name for name in names if compare(name, called) >= Match.SURNAME]
            if len(fitting) == 1:
                people.rename_by_hand(db, article_id, called, fitting[0])


def _kept(db: sqlite3.Connection, person: FoundPerson, was: Mapping[str, int]) -> int:
    """Somebody new, under the id that the article's reading before gave the name."""
    return people.new_person(db, person.name, was.get(person.name))


def _write(
    db: sqlite3.Connection,
    article_id: int,
    person_id: int,
    person: FoundPerson,
    choice: rules.Choice,
) -> None:
    keys = {name: whole_keys(name) for name in (person.name, *person.aliases)}
    people.write_appearance(
        db,
        article_id,
        person_id,
        person,
        keys,
        whole=is_whole(person.name),
        reason=choice.reason,
        tie=choice.tie,
    )
    name_person(db, person_id)


def name_person(db: sqlite3.Connection, person_id: int) -> None:
    """Show the person by the best of their names, and give them the country most articles do.

    A new name is shown in the lists of all stories that name the person.
    """
    people.set_country(db, person_id)
    names = people.full_names(db, person_id)
    if names and people.set_name(db, person_id, rules.best_name(names)):
        for story_id in people.stories_with(db, person_id):
            refresh_people_of(db, story_id)


def _link_whole(
    db: sqlite3.Connection,
    article_id: int,
    person: FoundPerson,
    story_id: int,
    was: Mapping[str, int],
    stories: set[int],
) -> set[int]:
    """Link a whole name; the people it changed. Adds to ``stories`` what is to be settled anew."""
    here = set(people.called_in(db, article_id).values())
    found = _profile(db, article_id, person, story_id)
    keys = [key for name in found.names for key in whole_keys(name)]
    on_record = people.candidates(db, keys, found.identity, story_id)
    known = {
        number: profile
        for number, profile in on_record.items()
        if number not in here and rules.is_candidate(found, profile)
    }
    if len(known) > 1:
        known = {n: replace(p, fellows=people.fellows(db, n)) for n, p in known.items()}
    ids = list(known)
    choice = rules.choose(found, [known[number] for number in ids])
    chosen = _kept(db, person, was) if choice.index is None else ids[choice.index]
    names, held = known[chosen].names if chosen in known else (), office_holders.held_by(db, chosen)
    _write(db, article_id, chosen, person, choice)
    stories |= _meant_elsewhere(db, chosen, names, held)
    if found.identity is not None:
        people.set_identity(db, chosen, found.identity)
    namesakes = {n for n, profile in on_record.items() if rules.share_a_name(found, profile)}
    if namesakes <= {chosen} and (chosen not in known or _adds_nothing(found, known[chosen])):
        return {chosen}
    return {chosen} | _regroup(db, {chosen, *ids, *namesakes}, article_id, stories)


def _meant_elsewhere(
    db: sqlite3.Connection, person_id: int, names: Iterable[str] = (), held: Collection[str] = ()
) -> set[int]:
    """Stories that may mean a person by a surname and office of state, one of them now new.

    ``names`` and ``held`` are the names and offices that were known before.
    """
    now = office_holders.held_by(db, person_id)
    known = rules.endings(people.full_names(db, person_id))
    offices = set(filter(is_of_state, now))
    stories = office_holders.stories_naming(db, offices - set(held), known)
    return stories | office_holders.stories_naming(db, offices, known - rules.endings(names))


def _profile(
    db: sqlite3.Connection, article_id: int, person: FoundPerson, story_id: int
) -> Profile:
    others = set(people.called_in(db, article_id))
    return Profile(
        names=frozenset((person.name, *person.aliases)),
        countries=frozenset(filter(None, [person.country, *(r.country for r in person.roles)])),
        offices=frozenset(office_key(role.title) for role in person.roles),
        stories=frozenset([story_id]),
        articles=frozenset([article_id]),
        fellows=frozenset(fold(name) for name in others if is_whole(name)),
        identity=people.identity_of(db, article_id, person.name),
    )


def _adds_nothing(found: Profile, known: Profile) -> bool:
    names = {fold(name) for name in known.names}
    return (
        found.countries <= known.countries
        and found.offices <= known.offices
        and all(fold(name) in names for name in found.names if is_whole(name))
    )


def _regroup(
    db: sqlite3.Connection, ids: Iterable[int], article_id: int, stories: set[int]
) -> set[int]:
    """Gather anew all appearances of people of one name; the people that changed."""
    placed = people.appearances(db, ids, MOST_REGROUPED)
    gathered = rules.group({key: profile for key, (_, profile) in placed.items()})
    taken: set[int] = set()
    changed: set[int] = set()
    for profile, choices in sorted(gathered, key=lambda one: (-len(one[1]), min(one[1]))):
        target = _voted(placed, choices, taken)
        plan = Moves(tuple(choices), target, choices)
        target, touched = _carry_out(db, plan, placed, (article_id,))
        taken.add(target)
        changed |= touched
        people.set_identity(db, target, profile.identity)
        if touched:
            stories |= moves.stories_of(db, [(key.article_id, key.called) for key in choices])
            stories |= office_holders.stories_of_parts(db, touched - {target})
            stories |= _meant_elsewhere(db, target)
    return changed


def _voted(placed: Placed, group: Iterable[AppearanceKey], taken: set[int]) -> int | None:
    """As whom most of a group are on record, the oldest of several."""
    votes = Counter(placed[key][0] for key in group if placed[key][0] not in taken)
    return min(votes, key=lambda number: (-votes[number], number), default=None)


def _carry_out(
    db: sqlite3.Connection, plan: Moves, placed: Placed, in_hand: Collection[int]
) -> tuple[int, set[int]]:
    """Have a group of appearances be one person; the id, and the people that changed.

    What goes from one person on record to another is logged; articles in hand are not: why they are
    linked so stands with them.
    """
    target = plan.target
    if target is None:
        target = people.new_person(db, plan.group[0].called)
    leaving: dict[int, list[AppearanceKey]] = {}
    for key in plan.group:
        if placed[key][0] != target:
            leaving.setdefault(placed[key][0], []).append(key)
    for number, keys in leaving.items():
        logged = [key for key in keys if key.article_id not in in_hand]
        if logged:
            _log(db, logged, (number, target), plan.choices[logged[0]])
    for key in plan.group:
        choice = plan.choices[key]
        moves.move(db, (key.article_id, key.called), target, reason=choice.reason, tie=choice.tie)
    for number in leaving:
        name_person(db, number)
    if leaving:
        name_person(db, target)
        # A name that stays the person's may be another one in the lists of these stories.
        for story_id in moves.stories_of(db, [(key.article_id, key.called) for key in plan.group]):
            refresh_people_of(db, story_id)
    return target, {target, *leaving} if leaving else set()


def _log(
    db: sqlite3.Connection,
    keys: Sequence[AppearanceKey],
    ways: tuple[int, int],
    choice: rules.Choice,
) -> None:
    kind = "merge" if moves.appearances_of(db, ways[1]) else "split"
    names = tuple(people.full_names(db, number) for number in ways)
    best = [rules.best_name(some) for some in names]
    moves.log(
        db,
        kind,
        [(key.article_id, key.called) for key in keys],
        ways,
        (best[0], best[1] or keys[0].called),
        reason=choice.reason,
    )


# --- parts of names, in their story ---------------------------------------------------------------


def settle(
    db: sqlite3.Connection,
    stories: Iterable[int],
    names: Iterable[str] | None = None,
    *,
    in_hand: Collection[int] = (),
) -> set[int]:
    """Resolve anew the parts of names in these stories; the people that changed.

    ``names`` are those that came into the stories or left them; without any, all parts are looked
    at. ``in_hand`` are the articles that come in, of which nothing is logged.
    """
    words = None if names is None else frozenset(w for name in names for w in rules.words_of(name))
    if words is not None and not words:
        return set()
    changed: set[int] = set()
    for story_id in stories:
        changed |= _settle_story(db, story_id, words, in_hand)
    return changed


def _settle_story(
    db: sqlite3.Connection,
    story_id: int,
    words: frozenset[str] | None,
    in_hand: Collection[int],
) -> set[int]:
    called = people.parts_in(db, story_id)
    if words is not None and not any(words & rules.words_of(part) for part in called):
        return set()
    rows = people.story_appearances(db, story_id)
    parts = {
        key: (number, profile)
        for key, (number, whole, profile) in rows.items()
        if not whole and (words is None or words & rules.words_of(key.called))
    }
    if not parts:
        return set()
    whole: dict[int, Profile] = {}
    named: dict[int, list[AppearanceKey]] = {}
    for key, (number, is_whole_name, profile) in rows.items():
        if is_whole_name:
            whole[number] = whole[number] | profile if number in whole else profile
            named.setdefault(number, []).append(key)
    plans = _planned(db, story_id, parts, _fitting(db, whole, named, parts))
    changed: set[int] = set()
    for plan in plans:
        changed |= _carry_out(db, plan, parts, in_hand)[1]
    return changed


def _fitting(
    db: sqlite3.Connection,
    whole: Mapping[int, Profile],
    named: Mapping[int, Sequence[AppearanceKey]],
    parts: Iterable[AppearanceKey],
) -> dict[int, Profile]:
    """Those of the story's people whom a part may mean, with the offices the story gives them.

    What other stories say does not count, nor do other parts of names: what they mean is open.
    """
    calls = {key.called for key in parts}
    fitting = {}
    for number, profile in whole.items():
        if any(compare(part, name) for part in calls for name in profile.names):
            given = [people.offices_in(db, key.article_id, key.called) for key in named[number]]
            fitting[number] = replace(profile, offices=frozenset().union(*given))
    return fitting


def _planned(
    db: sqlite3.Connection, story_id: int, parts: Placed, whole: Mapping[int, Profile]
) -> list[Moves]:
    """Where each part of a name is to go: to somebody of the story, to others like it, or alone."""
    ids = list(whole)
    plans: list[Moves] = []
    open_: list[tuple[list[AppearanceKey], Profile, rules.Choice]] = []
    for key in sorted(parts):
        profile = replace(parts[key][1], offices=people.offices_in(db, key.article_id, key.called))
        beside = [n for n, i in enumerate(ids) if profile.articles & whole[i].articles]
        by_hand = people.by_identity(db, profile.identity, key)
        choice = rules.choose_in_story(
            key.called, profile, [whole[number] for number in ids], beside
        )
        if profile.identity is not None:
            choice = rules.Choice(None, "by hand")
            if by_hand is not None:
                plans.append(Moves((key,), by_hand, {key: choice}))
                continue
        elif choice.index is not None:
            plans.append(Moves((key,), ids[choice.index], {key: choice}))
            continue
        elif not choice.tie and (meant := _by_office(db, key, profile)):
            plans.append(Moves((key,), meant[0], {key: meant[1]}))
            continue
        _add_open(open_, key, profile, choice)
    taken = set(whole)
    for keys, _, choice in open_:
        target = _own(db, story_id, parts, keys, taken)
        taken |= {target} if target is not None else set()
        plans.append(Moves(tuple(keys), target, dict.fromkeys(keys, choice)))
    return plans


def _by_office(
    db: sqlite3.Connection, key: AppearanceKey, profile: Profile
) -> tuple[int, rules.Choice] | None:
    """Whom of the whole edition a surname means with the office that the article has them hold."""
    held = list(filter(is_of_state, office_holders.held_in(db, key.article_id, key.called)))
    ids = office_holders.holders_of_family(db, held, family_key(key.called)) if held else []
    beside = {n for name, n in people.called_in(db, key.article_id).items() if name != key.called}
    holders = [people.profile(db, number) for number in ids]
    choice = rules.choose_by_office(key.called, profile, holders)
    if choice.index is None or ids[choice.index] in beside:
        return None
    return ids[choice.index], choice


def _add_open(
    open_: list[tuple[list[AppearanceKey], Profile, rules.Choice]],
    key: AppearanceKey,
    profile: Profile,
    choice: rules.Choice,
) -> None:
    """Put a part that means nobody on record with others like it; one that may mean two, alone."""
    for n, (keys, other, why) in enumerate(open_):
        if not (choice.tie or why.tie) and rules.are_one_in_story(profile, other):
            reason = rules.Choice(None, "the same part of a name in one story")
            open_[n] = ([*keys, key], profile | other, reason)
            return
    open_.append(([key], profile, choice))


def _own(
    db: sqlite3.Connection,
    story_id: int,
    parts: Placed,
    keys: Sequence[AppearanceKey],
    taken: set[int],
) -> int | None:
    """As whom these are on record already, where that person is nobody of another story."""
    votes = Counter(parts[key][0] for key in keys if parts[key][0] not in taken)
    for number in sorted(votes, key=lambda number: (-votes[number], number)):
        if people.is_of_parts(db, number, story_id):
            return number
    return None
