"""The plain, frozen types that pass between stages.

Every `start` and `end` is a character offset into `Article.text`, end exclusive.
Codes of states are ISO 3166-1 alpha-3; alliances and organisations use their
acronym (NATO, EU, UN, CSTO, CIS, SCO, ...).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Status = Literal["occurred", "ongoing", "planned", "denied", "possible"]
ActorKind = Literal["person", "state", "body", "force", "company"]
DateBasis = Literal["given", "url", "metadata", "text", "inferred", "unknown"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


# --------------------------------------------------------------------- sources -> reading


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it came: bytes or text, with what its container said about it."""

    id: str
    origin: str  # file (and line) it came from, for messages
    kind: Literal["text", "html"]
    body: str  # decoded characters
    sha256: str  # of the bytes
    url: str | None = None
    title: str | None = None
    published: str | None = None  # given by the container: YYYY, YYYY-MM or YYYY-MM-DD
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of text that is not the article's own words, and why it is thought so."""

    start: int
    end: int
    reason: str  # menu, timestamp, related, share, comments, breadcrumb, byline, footer, duplicate, ...


@dataclass(frozen=True, slots=True)
class DateClaim:
    """One candidate for an article's date."""

    value: str
    basis: DateBasis
    start: int | None = None  # where it stands in the text, if it does
    end: int | None = None
    note: str | None = None  # what else is to be known of it: who settled it, what it was inferred from


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says: immutable text and what is known about it."""

    id: str
    text: str  # everything that was read, furniture included, so that offsets never move
    sha256: str  # of the page's bytes
    title: str | None = None
    title_span: Span | None = None
    url: str | None = None
    publisher: str | None = None
    country: str | None = None  # of the publisher
    byline: str | None = None
    dateline_place: Span | None = None
    language: str = "en"
    published: str | None = None  # as coarse as known; --MM-DD without a year
    published_basis: DateBasis = "unknown"
    published_after: str | None = None
    published_before: str | None = None
    date_claims: tuple[DateClaim, ...] = ()
    furniture: tuple[Furniture, ...] = ()  # sorted, not overlapping
    copies_of: str | None = None


# --------------------------------------------------------------------- language


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a parsed sentence; `head` is the index of its head, its own at the root."""

    i: int
    text: str
    lemma: str
    pos: str  # universal part of speech
    tag: str  # Penn tag
    dep: str  # the parser's label: only facts.predicates and mentions may look at it
    head: int
    ent: str  # the tagger's entity label, "" outside
    ent_begins: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's own words; `tokens` is empty where triage left it unparsed."""

    index: int
    start: int
    end: int
    paragraph: int
    headline: bool = False
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its sentences."""

    article: Article
    sentences: tuple[Sentence, ...]


# --------------------------------------------------------------------- mentions


@dataclass(frozen=True, slots=True)
class Place:
    """A point or area on the map; `name` as a gazetteer has it."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    kind: str = "city"  # city, country, region, venue


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of one sentence that stands for a referent."""

    start: int
    end: int
    sentence: int
    head: int  # index of the head token in the sentence; -1 where it was not parsed
    form: str  # name, title, pronoun, demonym, metonym, acronym, role
    text: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office or rank as a page states it."""

    title: str
    org: str | None
    country: str | None
    start: int
    end: int
    former: bool = False


@dataclass(frozen=True, slots=True)
class Referent:
    """One thing that a page speaks of, with every mention of it; `id` counts within the page."""

    id: int
    kind: str  # person, state, body, force, company, place
    name: str  # the fullest form on the page
    country: str | None
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    place: Place | None = None  # for a state, a city, a region: where it is
    acts_for: int | None = None  # the state or body that a metonym or a person stands for
    plural: bool = False  # "the two ministers", "delegations"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time: what it is (TIMEX3), before it is resolved against a date."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None  # TIMEX3 value where the text alone settles it, else None
    grain: str  # day, month, year, week, quarter, season, decade, hour
    rule: str  # name of the grammar rule that found it


@dataclass(frozen=True, slots=True)
class DateValue:
    """A resolved date or range: ISO, as coarse as known; --MM-DD where the year is not known."""

    start: str | None
    end: str | None
    text_start: int
    text_end: int
    trail: str  # how it was resolved, for a reader


# --------------------------------------------------------------------- facts


@dataclass(frozen=True, slots=True)
class Argument:
    """A filler of a predicate's canonical argument."""

    role: str
    head: int  # token index of the filler's head
    first: int  # token indexes of the filler's phrase, last exclusive
    last: int
    via: str  # name of the construction that gave it
    prep: str | None = None  # preposition that introduced it, lower case


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a noun that names an act, with the same canonical arguments whatever the syntax was."""

    token: int  # index of the trigger in its sentence
    lemma: str  # with its particle: "set off"; of the noun where a light verb carries it
    pos: Literal["verb", "noun", "adj"]
    arguments: tuple[Argument, ...]
    light: int | None = None  # token of the light verb ("hold" in "hold talks")
    parent: int | None = None  # token of the predicate of which this one is part
    link: str | None = None  # how: content, purpose, relative, conjunct, adverbial, noun, subject, ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value stands in the text, and the rule that read it there."""

    start: int
    end: int
    rule: str
    inferred: bool = False  # taken from another sentence or from what the page implies

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a value without a span of text does not exist")


@dataclass(frozen=True, slots=True)
class Participant:
    """A referent of the page in a slot of an event."""

    referent: int
    slot: str  # visitor, host, side, mediator, attacker, target, supplier, recipient, giver, receiver, imposer
    evidence: Evidence
    role: str | None = None  # the title stated


@dataclass(frozen=True, slots=True)
class Located:
    """A place with its evidence."""

    place: Place
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its evidence."""

    value: DateValue
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Quoted:
    """A value read as text or number (a topic, a figure, a host's code) with its evidence."""

    name: str
    value: str | int | float
    evidence: Evidence
    bound: str | None = None  # exact, about, at least, up to


@dataclass(frozen=True, slots=True)
class Fact:
    """One report, in one sentence, of one event.

    Facts of a page that speak of the same event share `event`, a number within the page.
    A fact cannot be built without the span of its trigger.
    """

    type: str
    event: int
    status: Status
    sentence: Span
    trigger: Evidence
    status_evidence: Evidence
    participants: tuple[Participant, ...]
    host: Quoted | None = None  # value: the code of the host state
    place: Located | None = None
    date: Dated | None = None
    topics: tuple[Quoted, ...] = ()
    figures: tuple[Quoted, ...] = ()
    transfer: tuple[Quoted, ...] = ()  # stage, supplier, recipient, item, category, quantity, value, currency, terms
    attributed_to: tuple[str, ...] = ()  # outermost first
    plover: tuple[str, str | None] = ("", None)
    confidence: float = 0.5
    features: tuple[str, ...] = ()


StanceValue = Literal["supports", "opposes", "praises", "blames", "neutral"]


@dataclass(frozen=True, slots=True)
class Stance:
    """What a speaker is for or against: a referent or an event of the page, with the words that show it."""

    value: StanceValue
    referent: int | None
    event: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A number in what somebody says, and what it measures; `value` is text of an order of magnitude ("dozens")."""

    value: int | float | str
    unit: str | None  # ISO 4217, percent, times, or a measure such as hectare; None of a count
    bound: str  # exact, about, at least, up to
    evidence: Evidence
    of: str  # what is measured, in the words of the page; "" where they do not say it
    of_evidence: Evidence | None
    key: str  # the lemmas of what is measured, by which claims are lined up: "refugee host"
    whom: int | None = None  # referent whose it is
    when: DateValue | None = None
    high: int | float | None = None  # the other end of a range


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said."""

    speaker: int | None  # referent
    speaker_name: str
    kind: Literal["direct", "indirect", "mixed"]
    start: int
    end: int
    status: str  # asserted, denied, predicted, demanded, promised
    cue: Evidence
    via: tuple[str, ...] = ()
    about: tuple[int, ...] = ()  # referents
    source: Evidence | None = None  # where the speaker is named
    # said; named: "called it a mistake"; carried: an outlet's, all of it another's words
    mode: Literal["said", "named", "carried"] = "said"
    events: tuple[int, ...] = ()  # events of the page that it speaks of
    stances: tuple[Stance, ...] = ()  # where words show one; towards all else it is neutral
    figures: tuple[SaidFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article gave: a pure function of the article."""

    article: Article
    referents: tuple[Referent, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...] = ()
    problems: tuple[str, ...] = field(default=())
