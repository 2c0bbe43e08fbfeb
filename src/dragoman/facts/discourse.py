"""The page as a discourse: which candidates are one event, and what a sentence leaves to be understood.

Title and lead introduce, later sentences add; "the talks" and "the two" point back; the visit
of the first paragraph is where the talks of the third were held. Every value taken from
elsewhere says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from dragoman.facts.candidates import Candidate, Side
from dragoman.facts.deals import deal_likeness, deal_stands
from dragoman.facts.clause import closes
from dragoman.facts.fillers import Filler, Open, groups, is_actor
from dragoman.facts.frame_types import Frame
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.units import same_units, unit_of, units_of
from dragoman.mentions.spots import PageReferents, outermost
from dragoman.types import DateValue, Place, TimeExpression

# How many sentences back the talks may look for the visit during which they were held.
_VISIT_REACH = 4
# How many sentences back "the meeting" and "they" may point.
_POINTER_REACH = 6

Resolve = Callable[[TimeExpression, Candidate], DateValue | None]


@dataclass(slots=True)
class Report:
    """A candidate with its values settled as far as its own sentence settles them."""

    candidate: Candidate
    date: DateValue | None = None
    date_from: TimeExpression | None = None
    place: Place | None = None
    place_at: Filler | None = None
    place_why: str | None = None  # where the place was not said of the event itself
    date_why: str | None = None
    event: int = -1


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
        said = [r.place for r in self.reports if r.place is not None and r.place_why is None]
        implied = [r.place for r in self.reports if r.place is not None]
        for places in (said, implied):
            exact = [p for p in places if p.kind != "country"]
            if exact or places:
                return (exact or places)[0]
        return None


def assemble(page: PageReferents, candidates: Sequence[Candidate], resolve: Resolve) -> list[Event]:
    """The events of a page from its candidates in the order of the text."""
    return _Discourse(page, resolve).assemble(candidates)


class _Discourse:
    def __init__(self, page: PageReferents, resolve: Resolve) -> None:
        self.page = page
        self.resolve = resolve
        self.events: list[Event] = []
        self.at_token: dict[tuple[int, int], Event] = {}

    def assemble(self, candidates: Sequence[Candidate]) -> list[Event]:
        # Nouns first within a sentence, so that "attended the talks" finds the talks.
        ordered = sorted(candidates, key=lambda c: (c.sentence, c.joined is not None, c.predicate.token))
        for candidate in ordered:
            report = self._settled(candidate)
            self._complete_sides(report)
            if not self._says_enough(report):
                continue
            event = self._home(report)
            if event is None:
                event = Event(len(self.events), candidate.frame.name)
                self.events.append(event)
            self._join(event, report)
        self._inherit()
        standing = [e for e in self.events if self._stands(e)]
        return [e for e in standing if not self._yields(e, standing)]

    def _yields(self, event: Event, others: Sequence[Event]) -> bool:
        """True where every sentence that tells of an event tells of one of a kind that goes before, with a side in common."""
        sides = units_of(self.page, (s.referent for s in event.sides()))
        rivals = [o for o in others if o.kind in event.frame.yields and sides & units_of(self.page, (s.referent for s in o.sides()))]
        taken = {r.candidate.sentence for o in rivals for r in o.reports}
        return bool(taken) and all(r.candidate.sentence in taken for r in event.reports)

    def _says_enough(self, report: Report) -> bool:
        """True unless a verb lacks what it needs in its own sentence; a noun may point back for it."""
        candidate = report.candidate
        if candidate.predicate.pos == "noun" or candidate.joined is not None or deals_in_arms(candidate.frame):
            return True
        for need in candidate.trigger.need:
            slots = [candidate.frame.slot(name) for name in need]
            said = any(
                any(s.part == slot.part for s in candidate.sides) if slot.part is not None
                else report.place is not None if slot.gives == "place"
                else bool(candidate.hosts) if slot.gives == "host" else True
                for slot in slots
            )
            if not said:
                return False
        return True

    def _join(self, event: Event, report: Report) -> None:
        report.event = event.number
        event.reports.append(report)
        self.at_token[report.candidate.sentence, report.candidate.predicate.token] = event
        if report.candidate.joined is not None and report.candidate.hosts:
            # "Baku hosted a meeting of X and Y": the host is no side for having lent its subject to the noun.
            hosts = {h.referent for h in report.candidate.hosts}
            hosts |= {a for h in hosts if (a := self.page.referents[h].acts_for) is not None}
            for r in event.reports:
                r.candidate.sides = [s for s in r.candidate.sides if s.referent not in hosts or "inherited" not in s.filler.how]

    # ------------------------------------------------------------------ one report

    def _settled(self, candidate: Candidate) -> Report:
        report = Report(candidate)
        for expression in candidate.times:
            value = self.resolve(expression, candidate)
            if value is not None and candidate.scope.rule == "present tense with a date" and self._passed(value):
                candidate.scope = replace(candidate.scope, status="occurred", rule="present tense of what has passed", direction="past")
            if value is not None and candidate.frame.abroad and self._closes(candidate):
                # "The visit ends on Friday": a last day, not a first.
                value = replace(value, start=None, end=value.end or value.start)
            if value is not None and (report.date is None or _finer(value, report.date)):
                report.date, report.date_from = value, expression
        seats = [h for h in candidate.hosts if self.page.referents[h.referent].kind == "place"]
        places = [(p, self.page.referents[p.referent].place) for p in (candidate.places or seats)]
        exact = [(f, p) for f, p in places if p is not None and p.kind != "country"]
        for filler, place in exact or places:
            if place is not None:
                report.place, report.place_at = place, filler
                break
        return report

    def _closes(self, candidate: Candidate) -> bool:
        """True where the verb that carries an act says that it comes to its end."""
        light = candidate.predicate.light
        tokens = self.page.annotated.sentences[candidate.sentence].tokens
        return light is not None and closes(tokens, light)

    def _passed(self, value: DateValue) -> bool:
        """True of a date before the article's own."""
        published = self.page.annotated.article.published
        last = value.end or value.start
        return bool(published and last and last[0] != "-" and published[0] != "-" and last < published[: len(last)])

    def _complete_sides(self, report: Report) -> None:
        """Gives "they" and "the two ministers" the sides of what was last told, with the reason."""
        candidate = report.candidate
        if candidate.frame.in_person and not candidate.open:
            self._add_traveller(candidate)
            self._name_the_leader(candidate)
        if candidate.frame.slots and candidate.open:
            known = {s.referent for s in candidate.sides}
            part, pointer = candidate.open[0]
            source = self._side_by_side(candidate.sentence, pointer.first) or self._last_pair(candidate, pointer.count)
            if self._names_states(pointer):
                source = [self._state_of(r) for r in source]
            for referent in dict.fromkeys(source):
                if referent not in known:
                    filler = Filler(referent, candidate.sentence, pointer.first, pointer.last, "points back")
                    candidate.sides.append(Side(referent, part, filler, "the sides named before"))

    def _names_states(self, pointer: Open) -> bool:
        """True of "the two nations": it points at the states of those named before, not at the people."""
        tokens = self.page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
        return any(t.lemma in groups()["governments"] and t.pos == "NOUN" for t in tokens)

    def _state_of(self, referent: int) -> int:
        r = self.page.referents[referent]
        return r.acts_for if r.kind == "person" and r.acts_for is not None else referent

    def _add_traveller(self, candidate: Candidate) -> None:
        """ "His trip opened with a meeting with the president": the traveller is the other side."""
        if not candidate.sides or any(s.filler.plural for s in candidate.sides[:1]):
            return
        known = {s.referent for s in candidate.sides}
        units = units_of(self.page, known)
        parent = (candidate.sentence, candidate.predicate.parent)
        for event in reversed(self.events):
            if not event.frame.abroad:
                continue
            purpose = any((r.candidate.sentence, r.candidate.predicate.token) == parent for r in event.reports)
            beside = len(known) == 1 and any(r.candidate.sentence == candidate.sentence for r in event.reports)
            for side in event.sides() if purpose or beside else ():
                if side.referent not in known and not units_of(self.page, (side.referent,)) <= units:
                    candidate.sides.append(Side(side.referent, "side", side.filler, "the traveller of the same sentence"))
                    return

    def _name_the_leader(self, candidate: Candidate) -> None:
        """ "Shoigu came to Baku. The president received the Russian delegation": the delegation is Shoigu's."""
        for n, side in enumerate(candidate.sides):
            if not side.filler.how.endswith("people of") or self.page.referents[side.referent].kind != "state":
                continue
            for event in reversed(self.events):
                last = event.reports[-1].candidate
                if not event.frame.abroad or candidate.sentence - last.sentence > 2:
                    continue
                leader = next((s for s in event.sides() if self.page.referents[s.referent].kind == "person" and units_of(self.page, (s.referent,)) == units_of(self.page, (side.referent,))), None)
                if leader is not None and all(s.referent != leader.referent for s in candidate.sides):
                    candidate.sides[n] = Side(leader.referent, side.part, side.filler, "who leads the delegation on this visit")
                    break

    def _last_pair(self, candidate: Candidate, count: int | None) -> list[int]:
        for event in reversed(self.events):
            last = event.reports[-1].candidate
            if candidate.sentence - last.sentence > _POINTER_REACH:
                break
            sides = [s.referent for s in event.sides() if s.part in ("side", "attacker", "target", "visitor", "host")]
            if len(sides) >= 2 and (count is None or len(sides) >= count):
                return sides
        return self._last_named(candidate.sentence)

    def _last_named(self, sentence: int) -> list[int]:
        """The two persons, or the two states, last named side by side before a sentence."""
        for back in range(sentence - 1, max(-1, sentence - 4), -1):
            pair = self._side_by_side(back, len(self.page.annotated.sentences[back].tokens))
            if pair:
                return pair
        return []

    def _side_by_side(self, sentence: int, before: int) -> list[int]:
        """The two persons, or the two states, named side by side in a sentence before a token."""
        tokens = self.page.annotated.sentences[sentence].tokens
        referents = self.page.referents
        spots = [s for s in outermost(self.page.spots[sentence]) if s.last <= before]
        for left, right in reversed(list(zip(spots, spots[1:], strict=False))):
            between = {t.text.lower() for t in tokens[left.last : right.first]}
            both = (*left.referents, *right.referents)
            kinds = {"person" if referents[r].kind == "person" else "unit" for r in both}
            joined = bool(between) and between <= {"and", ",", "&", "with", "-", "–"}
            if joined and len(kinds) == 1 and left.referents != right.referents and all(is_actor(referents, r) for r in both):
                return list(dict.fromkeys(both))
        return []

    # ------------------------------------------------------------------ one event, several reports

    def _home(self, report: Report) -> Event | None:
        """The event of the page to which a report belongs, or None where it tells of a new one."""
        candidate = report.candidate
        if candidate.joined is not None:
            joined = self.at_token.get((candidate.sentence, candidate.joined))
            if joined is not None and joined.kind in (candidate.frame.name, *candidate.frame.kin):
                return joined
        best: tuple[float, int, Event] | None = None
        mine = {s.referent for s in candidate.sides}
        for event in self.events:
            if event.kind in candidate.frame.kin and mine and mine <= {s.referent for s in event.sides()}:
                last = event.reports[-1].candidate
                if last.sentence == candidate.sentence and candidate.trigger.strength < last.trigger.strength:
                    return event  # "held a telephone conversation to discuss": the call, not a meeting besides
            if candidate.frame.name != event.kind:
                continue
            score = self._likeness(event, report)
            if score > 0 and (best is None or (score, event.reports[-1].candidate.sentence) > best[:2]):
                best = (score, event.reports[-1].candidate.sentence, event)
        return best[2] if best else None

    def _likeness(self, event: Event, report: Report) -> float:
        """How likely a report tells of an event already introduced; 0 where it cannot."""
        candidate = report.candidate
        dates = [r.date for r in event.reports if r.date is not None]
        if report.date is not None and dates and not any(agree(report.date, d) for d in dates):
            return 0.0
        place = event.place()
        if report.place is not None and place is not None and not _one_place(report.place, place):
            return 0.0
        if not self._same_life(event, candidate):
            return 0.0
        if candidate.additive and candidate.sentence != event.reports[-1].candidate.sentence and not (report.date is not None and dates):
            return 0.0
        if deals_in_arms(candidate.frame):
            return deal_likeness([r.candidate for r in event.reports], candidate)
        theirs = {s.referent for s in event.sides()}
        mine = {s.referent for s in candidate.sides}
        distance = candidate.sentence - event.reports[-1].candidate.sentence
        if not mine:
            points = candidate.definite and candidate.predicate.lemma in candidate.frame.recall
            same_day = bool(dates and report.date is not None)
            same_place = bool(place and report.place is not None)
            if same_day and points:
                return 0.8  # "the February meeting": however far back it was told
            if distance > _POINTER_REACH or not (points or same_day or same_place):
                return 0.0
            return 0.3 if report.date is not None and not dates else 0.5
        shared = theirs & mine
        if candidate.frame.abroad:
            # One traveller at one place is one visit; who else comes along does not matter.
            if not shared:
                return 0.0
            same_goal = report.place is None or place is None or _one_place(report.place, place)
            return 1.0 + len(shared) if same_goal and (report.place is not None or distance <= _POINTER_REACH or bool(report.date and dates)) else 0.0
        persons_mine = {r for r in mine if self.page.referents[r].kind == "person"}
        persons_theirs = {r for r in theirs if self.page.referents[r].kind == "person"}
        if mine <= theirs or theirs <= mine:
            if len(shared) >= 2:
                return 2.0 + len(shared)
            # One side in common is one event only where the text says so, or nothing else is known.
            lone = len(mine) == 1 or len(theirs) == 1
            evidence = (candidate.definite and distance <= _POINTER_REACH) or (report.date is not None and bool(dates)) or distance == 0
            return 1.0 if lone and evidence and not _rival(persons_mine, persons_theirs) else 0.0
        if same_units(self.page, mine, theirs) and not _rival(persons_mine, persons_theirs):
            # "Russia and the US" and "Gerasimov and Dunford".
            return 1.5
        return 0.0

    def _same_life(self, event: Event, candidate: Candidate) -> bool:
        """An event that happened is not one that is still to come, unless a page tells of both."""
        mine = candidate.scope.status
        statuses = {r.candidate.scope.status for r in event.reports}
        past, future = {"occurred"}, {"planned"}
        if mine in past and statuses <= future or mine in future and statuses <= past:
            # A headline in the present, a lead in the future: only dates could tell them apart.
            explicit = candidate.scope.explicit and all(r.candidate.scope.explicit for r in event.reports)
            return not explicit
        return True

    # ------------------------------------------------------------------ what the page implies

    def _inherit(self) -> None:
        visits = [e for e in self.events if e.frame.abroad and e.place() is not None]
        for event in self.events:
            if not event.frame.in_person or event.place() is not None:
                continue
            self._held_during(event, visits)
        for event in self.events:
            if event.date() is None:
                self._same_day(event)
            self._add_host(event)

    def _add_host(self, event: Event) -> None:
        """Who signs or talks alone in another state does so with that state."""
        sides, place = event.sides(), event.place()
        if not event.frame.in_person or event.frame.cross == "no" or len(sides) != 1 or place is None or place.country is None:
            return
        first = event.reports[0]
        if sides[0].filler.plural or first.place is None or place.country in self._known_units({sides[0].referent}):
            return
        host = next((r.id for r in self.page.referents if r.kind == "state" and r.country == place.country), None)
        if host is not None and first.place_at is not None and any(r.candidate.trigger.need and r.candidate.predicate.pos == "verb" for r in event.reports):
            first.candidate.sides.append(Side(host, sides[0].part, first.place_at, "the state in which the other side was"))

    def _held_during(self, event: Event, visits: Sequence[Event]) -> None:
        """The talks of a traveller, told right after the visit, were held where the traveller was."""
        first = event.reports[0]
        sides = {s.referent for s in event.sides()}
        units = units_of(self.page, sides)
        best: tuple[tuple[int, int], Event] | None = None
        for visit in visits:
            place = visit.place()
            travellers = {s.referent for s in visit.sides()}
            if place is None or not travellers & sides:
                continue
            distance = min(first.candidate.sentence - r.candidate.sentence for r in visit.reports if r.candidate.sentence <= first.candidate.sentence) if any(r.candidate.sentence <= first.candidate.sentence for r in visit.reports) else None
            if distance is None or distance > _VISIT_REACH:
                continue
            mine, theirs = event.date(), visit.date()
            if mine is not None and theirs is not None and not within(mine, theirs):
                continue
            if first.candidate.scope.status == "occurred" and visit.reports[0].candidate.scope.status == "denied":
                continue
            # A host from the state visited speaks for it more than mere nearness.
            at_home = int(place.country in units)
            rank = (at_home, -distance)
            if best is None or rank > best[0]:
                best = (rank, visit)
        if best is not None and (best[0][0] or best[0][1] == 0 or -best[0][1] <= 1):
            place, filler = _said_place(best[1])
            if place is not None:
                first.place, first.place_at, first.place_why = place, filler, "held during the visit told before"

    def _same_day(self, event: Event) -> None:
        """A report that follows on one of the same traveller, in the same or the next sentence, shares its day."""
        first = event.reports[0]
        if first.candidate.scope.status != "occurred" or not event.frame.in_person:
            return
        sides = {s.referent for s in event.sides()}
        for other in self.events:
            if other is event or not (other.frame.abroad or other.frame.in_person):
                continue
            date = other.date()
            if date is None or date.end is not None or len((date.start or "").strip("-")) < 5 or date.start is None:
                continue
            anchor = next((r for r in other.reports if r.date is date), None)
            if anchor is None or anchor.candidate.scope.status != "occurred":
                continue
            distance = first.candidate.sentence - anchor.candidate.sentence
            paragraphs = [self.page.annotated.sentences[x].paragraph for x in (first.candidate.sentence, anchor.candidate.sentence)]
            if 0 <= distance <= 1 and paragraphs[0] == paragraphs[1] and sides & {s.referent for s in other.sides()}:
                if event.place() is None or other.place() is None or _one_place(event.place(), other.place()):  # type: ignore[arg-type]
                    first.date, first.date_from, first.date_why = date, anchor.date_from, "told of the same day"
                    return

    # ------------------------------------------------------------------ what may stand

    def _stands(self, event: Event) -> bool:
        """True where an event has the sides that its kind needs."""
        frame = event.reports[0].candidate.frame
        if deals_in_arms(frame):
            return deal_stands([r.candidate for r in event.reports])
        sides = event.sides()
        referents = {s.referent for s in sides}
        if not referents:
            return False
        for slot in frame.slots:
            if slot.part is None or not slot.least:
                continue
            count = sum(1 for s in sides if s.part == slot.part)
            several = any(r.candidate.several for r in event.reports) or any(s.part == slot.part and (s.filler.plural or self._international(s.referent)) for s in sides)
            if count < slot.least and not (count and several):
                return False
        needed = event.reports
        if not any(self._needs_met(r, event) for r in needed):
            return False
        units = self._known_units(referents)
        crossings = {r.candidate.trigger.cross or frame.cross for r in event.reports}
        abroad_too = any(r.candidate.several for r in event.reports)
        if "no" not in crossings and len(units) < 2 and not abroad_too and not any(self._international(r) for r in referents):
            place = event.place()
            abroad = place is not None and place.country is not None and place.country not in units
            if "place" not in crossings or not abroad:
                return False
        if frame.abroad:
            if not any(self.page.referents[r].country is not None for r in referents):
                return False  # a traveller of no known state: a private trip as like as not
            place = event.place()
            if place is None:
                hosts = [h for r in event.reports for h in r.candidate.hosts]
                return bool(hosts)
            if place.country is not None and units and units == {place.country}:
                return False
        return True

    def _known_units(self, referents: set[int]) -> frozenset[str]:
        """The states, bodies and armed groups that take part; somebody of no known state is nobody's."""
        return frozenset(
            unit_of(self.page, r) for r in referents
            if self.page.referents[r].country is not None or self.page.referents[r].kind == "force" or self._holds_office(r)
        )

    def _holds_office(self, referent: int) -> bool:
        """True of a minister or general of whom the page does not say whose he is: of some state he must be."""
        words = groups()["offices"]
        return any(not words.isdisjoint(role.title.lower().split()) for role in self.page.referents[referent].roles)

    def _needs_met(self, report: Report, event: Event) -> bool:
        trigger = report.candidate.trigger
        for need in trigger.need:
            if not any(self._has(event, report, slot) for slot in need):
                return False
        return True

    def _has(self, event: Event, report: Report, name: str) -> bool:
        slot = report.candidate.frame.slot(name)
        if slot.part is not None:
            return any(s.part == slot.part for s in event.sides())
        if slot.gives == "place":
            return event.place() is not None
        if slot.gives == "host":
            return bool(report.candidate.hosts)
        return True

    def _international(self, referent: int) -> bool:
        r = self.page.referents[referent]
        return r.kind == "body" and r.country is not None and not (len(r.country) == 3 and r.country.isupper() and r.country in self._states()) or r.kind == "force"

    def _states(self) -> frozenset[str]:
        return frozenset(r.country for r in self.page.referents if r.kind == "state" and r.country)


def _said_place(event: Event) -> tuple[Place | None, Filler | None]:
    place = event.place()
    report = next((r for r in event.reports if r.place is place), None)
    return place, report.place_at if report is not None else None


def _rival(mine: set[int], theirs: set[int]) -> bool:
    """True where both name persons and neither names only those of the other."""
    return bool(mine) and bool(theirs) and not (mine <= theirs or theirs <= mine)


def _finer(a: DateValue, b: DateValue) -> bool:
    return len((a.start or "").strip("-")) > len((b.start or "").strip("-"))


def _one_place(a: Place, b: Place) -> bool:
    if a.name == b.name:
        return True
    if "country" in (a.kind, b.kind) or "region" in (a.kind, b.kind):
        return a.country is None or b.country is None or a.country == b.country
    return {a.kind, b.kind} == {"city", "venue"} and (a.country == b.country or not a.country or not b.country)


def agree(a: DateValue, b: DateValue) -> bool:
    """True where two dates can be of one event, each as coarse as its text."""
    spans = (_bounds(a), _bounds(b))
    if spans[0] is None or spans[1] is None:
        return True
    (a1, a2), (b1, b2) = spans
    if a1[0] == "-" or b1[0] == "-":
        # A year is missing on one side: compare month and day alone.
        a1, a2, b1, b2 = (_yearless(x) for x in (a1, a2, b1, b2))
        if not a1 or not b1:
            return True
    width = min(len(a1), len(b1))
    return a1[:width] <= b2[:width] and b1[:width] <= a2[:width]


def within(inner: DateValue, outer: DateValue) -> bool:
    """True where the first date can fall inside the second, of which the start alone may be told."""
    if agree(inner, outer):
        return True
    spans = (_bounds(inner), _bounds(outer))
    if spans[0] is None or spans[1] is None or outer.end is not None:
        return False
    (a1, _), (b1, _) = spans
    if a1[0] == "-" or b1[0] == "-":
        a1, b1 = _yearless(a1), _yearless(b1)
    # A visit told by its first day lasts a few days.
    return len(a1) == len(b1) and a1[:-2] == b1[:-2] and a1[-2:].isdigit() and 0 <= int(a1[-2:]) - int(b1[-2:]) <= 3


def _bounds(d: DateValue) -> tuple[str, str] | None:
    start = d.start or d.end
    end = d.end or d.start
    if start is None or end is None:
        return None
    return start, end


def _yearless(text: str) -> str:
    return text[2:] if text.startswith("--") else text[5:]
