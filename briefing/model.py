"""The words of the trade as frozen values. Nothing here reads, writes or imports anything heavy.

Offsets are in characters, half open (``text[start:end]``), into the text a value was read from.
"""

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organisation", "unnamed"]
FigureKind = Literal["money", "percent", "people", "count"]
DiscrepancyClass = Literal["value", "conversion", "update", "scope", "rounding"]
ReadingState = Literal["queued", "done", "failed", "unsupported"]


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
    is set where the speaker is named by office alone, for linking to find the holder.
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
    confidence: float = 0.0

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The same amount in another unit, given in brackets behind a figure."""

    value: float
    unit: str
    start: int
    end: int


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


@dataclass(frozen=True, slots=True)
class Lead:
    """What stories are grouped by: an article's title, the start of its text, whom it names."""

    article_id: int
    title: str
    lead: str
    published: str | None = None
    outlet: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story on record with the leads of its articles, as a candidate for a new article."""

    id: int
    leads: tuple[Lead, ...] = ()


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


# --- rows as the panes and their plain twins show them; the keys of ``--json`` -------------------


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story with what a list shows of it. ``discrepancies`` counts value, conversion, update."""

    id: int
    title: str
    first_published: str | None
    last_published: str | None
    outlets: tuple[str, ...]
    people: tuple[str, ...]
    articles: int
    quotes: int
    discrepancies: int


@dataclass(frozen=True, slots=True)
class RoleRow:
    """An office of a person, first and last seen in articles of these days; the first proves it."""

    title: str
    country: str | None
    organisation: str | None
    former: bool
    first_seen: str | None
    last_seen: str | None
    article_id: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with what a list shows of them, newest role first."""

    id: int
    name: str
    aliases: tuple[str, ...]
    country: str | None
    roles: tuple[RoleRow, ...]
    quotes: int
    articles: int


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with its speaker and where it stands."""

    id: int
    text: str
    spans: tuple[Span, ...]
    kind: QuoteKind
    cue: str | None
    speaker: str | None
    speaker_as_written: str | None
    speaker_kind: SpeakerKind | None
    person_id: int | None
    role: str | None
    inferred: bool
    confidence: float
    statement_id: int | None
    verified: bool
    article_id: int
    outlet: str | None
    title: str
    published: str | None
    url: str | None
    start: int
    end: int
    story_id: int | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its sentence and where it stands."""

    id: int
    kind: FigureKind
    value: float
    value_max: float | None
    unit: str
    hedge: str | None
    as_written: str
    equivalents: tuple[Equivalent, ...]
    about: str | None
    sentence: str
    article_id: int
    outlet: str | None
    published: str | None
    story_id: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One side of a discrepancy."""

    figure_id: int
    value: float
    unit: str
    outlet: str | None
    published: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class DiscrepancyRow:
    """A discrepancy, its values oldest first. ``kind`` is the ``class`` of ``--json``."""

    id: int
    story_id: int
    kind: DiscrepancyClass
    about: str
    values: tuple[ValueRow, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its carriers, in its longest form."""

    id: int
    text: str
    speakers: tuple[str, ...]
    first_published: str | None
    outlets: tuple[str, ...]
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its text."""

    id: int
    external_id: str | None
    title: str
    outlet: str | None
    outlet_inferred: bool
    byline: str | None
    place: str | None
    published: str | None
    url: str | None
    story_id: int | None
    words: int
    language: str | None
    reading: ReadingState
    seen: bool


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with its health; the counts are of its last sync. Times are ISO instants in UTC."""

    id: int
    title: str
    url: str
    kind: str
    state: str
    last_ok: str | None
    next_check: str | None
    error: str | None
    new: int
    updated: int
    unchanged: int
