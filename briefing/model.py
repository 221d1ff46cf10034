"""The words of the trade as frozen values. Nothing here reads, writes or imports anything heavy.

Offsets are in characters, half open (``text[start:end]``), into the text a value was read from.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.kinds import DiscrepancyClass, Equivalent, FigureKind, QuoteKind, Span, SpeakerKind


@dataclass(frozen=True, slots=True)
class Item:
    """One text as a source or a document hands it over, cleaned, before it is an article.

    ``key`` says which text this is over time (a feed's guid, a file's path, a dump's id), so that
    an edited text is known again. ``published`` is an ISO 8601 instant in UTC or a bare day.
    ``outlet_inferred`` marks an outlet that only a photo's credit names; ``title_made`` a title
    that was made from the lead because the text had none.
    """

    title: str
    text: str
    key: str
    title_made: bool = False
    external_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_inferred: bool = False
    byline: str | None = None
    place: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office as an article names it, with the span that proves it.

    ``title`` is as written without country or organisation ("Defense Minister"), ``country`` an
    English name ("Germany", "United Kingdom"), ``former`` true for an office no longer held.
    """

    title: str
    start: int
    end: int
    country: str | None = None
    organisation: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person in one article, under the fullest name it gives. ``aliases`` leave that name out."""

    name: str
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class FoundOrganisation:
    """An organisation in one article that speaks or holds people, under its fullest name."""

    name: str
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Something said, and who said it, in one article.

    ``spans`` are its parts in order, quote marks and a leading "that" included. ``speaker`` is the
    resolved name: the ``name`` of a person or organisation of the same reading where
    ``speaker_kind`` says so, the text's own words where it is "unnamed". ``speaker_span`` are this
    quote's own words for the speaker, even "he", and None where it has none. ``inferred`` marks a
    speaker that a rule carried here from elsewhere (the paragraph before, an office). ``office``
    is set where the speaker is named by office alone, for linking to find the holder. ``unsaid``
    marks words that were denied, withheld or only expected ("would not say that"). ``confidence``
    is the probability that the words are right, ``speaker_confidence`` that the speaker is too.
    ``told_by`` is the speaker of the quote inside which this one is told.
    """

    spans: tuple[Span, ...]
    text: str
    kind: QuoteKind
    cue: str | None = None
    cue_span: Span | None = None
    speaker: str | None = None
    speaker_span: Span | None = None
    speaker_kind: SpeakerKind | None = None
    office: Role | None = None
    inferred: bool = False
    unsaid: bool = False
    confidence: float = 0.0
    speaker_confidence: float = 0.0
    told_by: str | None = None

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """An amount, a count or a percentage in one article.

    ``value`` is in units of ``unit`` (21 billion euros: 21e9, "EUR"); ``value_max`` closes a range.
    ``unit`` is an ISO 4217 code for money, "percent" or "points" for percent, "people" for people,
    a noun as written for counts. ``hedge`` is as written ("at least"). ``about`` is what is
    measured: for people killed, injured, …; else the nearest words that say it. ``sentence`` is
    the span of the sentence it stands in.
    """

    start: int
    end: int
    kind: FigureKind
    value: float
    unit: str
    as_written: str
    sentence: Span
    value_max: float | None = None
    hedge: str | None = None
    equivalents: tuple[Equivalent, ...] = ()
    about: str | None = None


ENGINE_VERSION = "4"
"""Of the engine that makes readings: changes whenever the same text may be read differently, so
that articles are read again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine found in one article's text."""

    quotes: tuple[FoundQuote, ...] = ()
    people: tuple[FoundPerson, ...] = ()
    organisations: tuple[FoundOrganisation, ...] = ()
    figures: tuple[FoundFigure, ...] = ()


# --- what linking is given, and what it decides -------------------------------------------------


@dataclass(frozen=True, slots=True)
class KnownRole:
    """A role on record: an office with the days it was seen first and last (ISO days or None)."""

    title: str
    country: str | None = None
    organisation: str | None = None
    former: bool = False
    first_seen: str | None = None
    last_seen: str | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person on record, as a candidate for a person found in a new article."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[KnownRole, ...] = ()
    in_story: bool = False


class AppearanceKey(NamedTuple):
    """Which appearance it is: the name that an article gives, and the article.

    They sort the same whatever article came first: ``day`` is days since 1970, ``mark`` a
    fingerprint of the article's words.
    """

    called: str
    day: int
    mark: str
    article_id: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person, or of one appearance of a person in an article.

    ``names`` are as written. ``offices`` are keys (``titles.office_key``). ``stories`` and
    ``articles`` are ids. ``fellows`` are the whole names named beside them, folded. ``identity`` is
    the number under which the user joined or parted them by hand, None where the user did neither.
    """

    names: frozenset[str]
    countries: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    stories: frozenset[int] = frozenset()
    articles: frozenset[int] = frozenset()
    fellows: frozenset[str] = frozenset()
    identity: int | None = None

    def __or__(self, other: "Profile") -> "Profile":
        """What is known where both are one person."""
        return Profile(
            self.names | other.names,
            self.countries | other.countries,
            self.offices | other.offices,
            self.stories | other.stories,
            self.articles | other.articles,
            self.fellows | other.fellows,
            self.identity if other.identity is None else other.identity,
        )


@dataclass(frozen=True, slots=True)
class Lead:
    """What stories are grouped by: an article's title and the start of its text."""

    article_id: int
    title: str
    lead: str
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article's text as copies are told by; ``mark`` is a fingerprint of its words."""

    article_id: int
    outlet_id: int | None
    published: str | None
    words: int
    mark: str
    sketch: bytes


@dataclass(frozen=True, slots=True)
class StoredFigure:
    """A figure on record, as discrepancies compare it."""

    id: int
    article_id: int
    kind: FigureKind
    value: float
    unit: str
    sentence: str
    value_max: float | None = None
    hedge: str | None = None
    equivalents: tuple[Equivalent, ...] = ()
    about: str | None = None
    as_written: str = ""
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class DiscrepancyValue:
    """One side of a discrepancy: the figure it comes from and the value that is compared."""

    figure_id: int
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Figures of one story that differ about the same thing. Shown side by side, never decided."""

    kind: DiscrepancyClass
    about: str
    values: tuple[DiscrepancyValue, ...] = field(default=())
