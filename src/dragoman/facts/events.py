"""Events of a page while they are gathered: reports, and what several reports of one event say together."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.fillers import Filler
from dragoman.facts.frame_types import Frame
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Place, Span

# How many sentences below the headline tell what it tells.
_LEAD = 2


@dataclass(slots=True)
class Report:
    """A candidate with its values settled as far as its own sentence settles them."""

    candidate: Candidate
    date: DateValue | None = None
    place: Place | None = None
    place_at: Filler | None = None
    place_why: str | None = None  # where the place was not said of the event itself
    place_span: Span | None = None  # where the place stands if that is in no sentence
    date_why: str | None = None

    @property
    def dated(self) -> bool:
        """True where its own words say when."""
        return self.date is not None and self.date_why is None

    @property
    def placed(self) -> bool:
        """True where its own words say where."""
        return self.place is not None and self.place_why is None


@dataclass(slots=True)
class Event:
    """An event of the page while its reports are gathered."""

    number: int
    kind: str
    reports: list[Report] = field(default_factory=list)

    @property
    def frame(self) -> Frame:
        """The frame of its kind."""
        return self.reports[0].candidate.frame

    def sides(self) -> list[Side]:
        """Its participants so far, each once."""
        out: list[Side] = []
        for r in self.reports:
            for s in r.candidate.sides:
                if all(s.referent != o.referent for o in out):
                    out.append(s)
        return out

    def date(self) -> DateValue | None:
        """The finest date given so far."""
        dates = [r.date for r in self.reports if r.date is not None]
        return max(dates, key=lambda d: len((d.start or d.end or "").strip("-"))) if dates else None

    def place(self) -> Place | None:
        """The most exact place given so far; said outweighs inferred."""
        said = [r.place for r in self.reports if r.place is not None and r.placed]
        implied = [r.place for r in self.reports if r.place is not None]
        for places in (said, implied):
            exact = [p for p in places if p.kind != "country"]
            if exact or places:
                return (exact or places)[0]
        return None


def said_place(event: Event) -> tuple[Place | None, Filler | None]:
    """The place of an event, and where the text says it."""
    place = event.place()
    report = next((r for r in event.reports if r.place is place), None)
    return place, report.place_at if report is not None else None


def distance(event: Event, candidate: Candidate) -> int:
    """How many sentences lie between the last report of an event and a candidate; 0 in one sentence."""
    return candidate.sentence - event.reports[-1].candidate.sentence


def told_of_headline(page: PageReferents, event: Event, candidate: Candidate) -> bool:
    """True of a lead below an event of which the headline alone has told."""
    above = all(page.annotated.sentences[r.candidate.sentence].headline for r in event.reports)
    return above and 0 < distance(event, candidate) <= _LEAD


def told_below(page: PageReferents, event: Event) -> list[Report]:
    """The reports of an event that stand below the headline."""
    return [r for r in event.reports if not page.annotated.sentences[r.candidate.sentence].headline]
