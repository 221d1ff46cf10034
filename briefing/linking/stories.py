"""Which story an article belongs to, and what a story is called.

An article joins the likeliest story on record or starts one. What decides is a logistic model over
six traits of the article beside the story; see ``Likeness``.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from briefing.linking.words import idf, stem, stems, words
from briefing.model import KnownStory, Lead
from briefing.text import fold

LEAD_WORDS = 60
"""Words of the text that are looked at. Measured on full articles: more of them add nothing."""

WINDOW_DAYS = 7.0
"""An article this far from every article of a story is not of it, whatever its words."""

TELLING = 1.5
"""The least ``idf`` of a word that counts as shared: one that at most 22 of 100 articles hold."""

LEAST_SHARED = 5.0
"""The least shared ``idf``: about one rare word, or two that are not. Stock titles share less."""

CROWD = 5
"""Of the other candidates, how many of the nearest are looked at."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How an article and a story compare.

    ``centroid`` and ``nearest`` are cosines, to the story's mean and to its nearest article;
    ``shared`` the summed ``idf`` of the telling words in common; ``days`` the distance in time to
    the nearest article, 0 where either has no date, which ``undated`` then says; ``people`` the
    cosine of the people named, to the article of the story that names most of the same, None where
    either side names nobody.
    """

    centroid: float
    nearest: float
    shared: float
    days: float
    undated: bool
    people: float | None = None


# Weights of a logistic regression on pairs of an article and a story that it might join, gathered
# in order of arrival from four streams of labelled news: 150 full articles among 3,000 others of
# eight years, the same pressed into one week, 2,844 headlines of three days, and 770 snippets
# without dates. Streams, and within them pairs that match (three tenths) and pairs that do not,
# count alike. What the crowd adds is measured: on a day full of one topic every story is near, and
# without it three articles in ten shared a story with one of another year. More traits (title
# against title, numbers that differ, rare names, length, size) did no better on held-out halves.
INTERCEPT = -2.37
CENTROID = 7.59
NEAREST = 3.79
SHARED = 0.032
DAYS = -1.0
UNDATED = -1.36
CROWDED = -7.77

# Added to the rest: two leads may share few words where the articles name the same ten people.
# Chosen by BCubed F1 on the 150 full articles, among the others and pressed into one week, with
# capitalised words for names (0.951 and 0.907 without, 0.951 and 0.927 with).
PEOPLE = 4.0
PEOPLE_USUAL = 0.2
"""The cosine that speaks neither for nor against: the great of the day are in most articles."""


def choose_story(lead: Lead, candidates: Sequence[KnownStory]) -> int | None:
    """The id of the story that ``lead`` belongs to, or None where it starts a story of its own.

    ``candidates`` are the stories of the articles that match ``query_words`` best, all of them:
    how near the others are decides with.
    """
    seen = [(story.id, likeness(lead, story)) for story in candidates if story.leads]
    nearest = sorted((alike.centroid for _, alike in seen), reverse=True)[: CROWD + 1]
    best, story_id = 0.5, None
    for number, alike in seen:
        likely = probability(alike, _crowd(alike.centroid, nearest))
        if likely > best:
            best, story_id = likely, number
    return story_id


def probability(alike: Likeness, crowd: float = 0.0) -> float:
    """How likely it is that an article is of a story, from 0 to 1.

    ``crowd`` is the mean cosine of the article to the nearest five other stories, 0 for each that
    there is none.
    """
    if alike.shared < LEAST_SHARED or alike.days > WINDOW_DAYS:
        return 0.0
    weighed = (
        INTERCEPT
        + CENTROID * alike.centroid
        + NEAREST * alike.nearest
        + SHARED * alike.shared
        + DAYS * alike.days
        + UNDATED * alike.undated
        + CROWDED * crowd
        + PEOPLE * (0.0 if alike.people is None else alike.people - PEOPLE_USUAL)
    )
    return 1 / (1 + math.exp(-weighed))


def _crowd(own: float, nearest: list[float]) -> float:
    """The mean cosine to the nearest five others, of the ``nearest`` six that may hold ``own``."""
    return (sum(nearest) - max(own, nearest[-1])) / CROWD


def likeness(lead: Lead, story: KnownStory) -> Likeness:
    """Compare ``lead`` with a story of at least one article."""
    own = _vector(lead)
    others = [_vector(other) for other in story.leads]
    centre = _sum(others)
    gaps = [gap for other in story.leads if (gap := _days(lead, other)) is not None]
    telling = (idf(word) for word in own if word in centre)
    return Likeness(
        centroid=_dot(own, _unit(centre)),
        nearest=max(_dot(own, other) for other in others),
        shared=sum(value for value in telling if value > TELLING),
        days=min(gaps, default=0.0),
        undated=not gaps,
        people=_people(lead, story.leads),
    )


def _people(lead: Lead, others: Sequence[Lead]) -> float | None:
    """The best cosine of the people named, told apart by surname; None where nobody is."""
    own = _surnames(lead)
    named = [_surnames(other) for other in others if other.names]
    if not own or not named:
        return None
    return max(len(own & theirs) / math.sqrt(len(own) * len(theirs)) for theirs in named)


@lru_cache(maxsize=20_000)
def _surnames(lead: Lead) -> frozenset[str]:
    """Last words as they are spelt: keys that see past a spelling also see past a person."""
    return frozenset(fold(name).split()[-1] for name in lead.names if fold(name))


def query_words(lead: Lead, limit: int = 12) -> list[str]:
    """The words of ``lead`` by which to look for articles of its story, the most telling first.

    They are folded but whole, for an index that stems by itself. A word of the title, or one that
    comes back, counts for more than another as rare.
    """
    title, rest = _stems(lead)
    weight: Counter[str] = Counter(rest)
    for word in title:
        weight[word] += 2
    whole: dict[str, str] = {}
    for word in words(f"{lead.title} {lead.lead}"):
        whole.setdefault(stem(word), word)
    ranked = sorted(weight, key=lambda word: idf(word) * (1 + 0.15 * min(weight[word], 6)))
    return [whole[word] for word in reversed(ranked) if len(word) > 1][:limit]


def _stems(lead: Lead) -> tuple[list[str], list[str]]:
    """The stems of title and lead, the lead without the title where it only says it again."""
    title = stems(lead.title)
    # A word of text may make two stems or none, so a few more are taken than are kept.
    rest = stems(" ".join(lead.lead.split()[: LEAD_WORDS * 2 + len(title)]))
    at = _position(title, rest)
    if at is not None:
        rest = rest[:at] + rest[at + len(title) :]
    return title, rest[:LEAD_WORDS]


def _position(part: list[str], whole: list[str]) -> int | None:
    """Where ``part`` stands in ``whole``, unless it is empty."""
    starts = range(len(whole) - len(part) + 1) if part else ()
    return next((at for at in starts if whole[at : at + len(part)] == part), None)


@lru_cache(maxsize=20_000)
def _vector(lead: Lead) -> Vector:
    title, rest = _stems(lead)
    counts = Counter(title + rest)
    return _unit({word: (1 + math.log(n)) * idf(word) for word, n in counts.items()})


def _sum(vectors: Iterable[Vector]) -> Vector:
    total: dict[str, float] = {}
    for vector in vectors:
        for word, value in vector.items():
            total[word] = total.get(word, 0.0) + value
    return total


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items()} if length else vector


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


def _days(one: Lead, other: Lead) -> float | None:
    first, second = _moment(one.published), _moment(other.published)
    return None if first is None or second is None else abs(first - second) / 86_400


@lru_cache(maxsize=20_000)
def _moment(published: str | None) -> float | None:
    """Seconds since 1970; a bare day stands for its noon."""
    if published is None:
        return None
    moment = datetime.fromisoformat(f"{published}T12:00" if len(published) == 10 else published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


# --- what a story is called ----------------------------------------------------------------------

_LABEL = re.compile(
    r"^\s*(?:(?:live|live updates?|watch|video|photos?|breaking(?: news)?|exclusive|just in|"
    r"factbox|explainer|updated?|read|\d+(?:st|nd|rd|th)? (?:lead|update))(?:\s*[:|–—]|\s+-\s)"
    r"|(?:update|wrapup) \d+\s*[-:]|\[(?:video|photos?|watch)\])\s*(?=\S)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+[-–—|·]\s+([^-–—|·]{2,60})$")
_NEWSROOM = re.compile(
    r"\.(?:com|org|net|co\.uk|news)$|\b(?:news|times|post|wire|press|courier|herald|tribune|journal|"
    r"gazette|guardian|telegraph|observer|agency|radio|tv|bbc|cnn|npr|ap|afp|reuters|dpa|magazine)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_OPINION = re.compile(
    r"^\s*(?:opinion|analysis|review|editorial|column|letters?)\b\s*[:|-]", re.IGNORECASE
)


def headline(leads: Sequence[Lead]) -> str:
    """The title of the story of these articles: one of their titles, "" where none has any.

    Central to what all of them say, neither cut nor made from the text's own first words while
    another is there, and without labels ("LIVE:") and the outlet's name.
    """
    centre = _unit(_sum(_vector(lead) for lead in leads))
    titles = [(lead, plain_title(lead)) for lead in leads]
    ranked = [(_worth(lead, title, centre), title) for lead, title in titles if title]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else ""


def plain_title(lead: Lead) -> str:
    """The title without a label before it and the outlet's name behind it."""
    title = lead.title.strip()
    while (shorter := _LABEL.sub("", title, count=1)) != title:
        title = shorter
    tail = _TAIL.search(title)
    if tail and _names_outlet(tail[1], lead.outlet):
        title = title[: tail.start()]
    return title


def _names_outlet(tail: str, outlet: str | None) -> bool:
    said, known = words(tail), words(outlet or "")
    return (bool(known) and said == known) or (len(said) <= 5 and bool(_NEWSROOM.search(tail)))


def _worth(lead: Lead, title: str, centre: Vector) -> tuple[bool, float]:
    stemmed = stems(title)
    whole = not _CUT.search(title) and not _is_made(stemmed, lead)
    shown = _unit({word: idf(word) for word in stemmed})
    worth = _dot(shown, centre)
    worth -= 0.1 * (title.isupper() or title.endswith("?") or bool(_OPINION.match(title)))
    worth -= 0.02 * max(0, len(title.split()) - 14) + 0.1 * (len(stemmed) < 4)
    return whole, worth


def _is_made(title: list[str], lead: Lead) -> bool:
    """Whether the title is nothing but words with which the text begins."""
    begin = stems(" ".join(lead.lead.split()[: LEAD_WORDS + len(title)]))
    return len(title) > 3 and _position(title, begin) is not None
