"""The page as a discourse: which candidates are one event, and what a sentence leaves to be understood.

Title and lead introduce, later sentences add; "the talks" and "the two" point back; the visit
of the first paragraph is where the talks of the third were held. Every value taken from
elsewhere says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.facts.attending import staying_away
from dragoman.facts.bystanders import fill_lacking
from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.clause import closes
from dragoman.facts.clock import Clock
from dragoman.facts.contacts import read_face_to_face, told_of
from dragoman.facts.contradictions import old_news
from dragoman.facts.events import Event, Report
from dragoman.facts.fillers import Filler
from dragoman.facts.goals import guest_not_host, understood_goal, understood_traveller
from dragoman.facts.halves import join_halves
from dragoman.facts.inheritance import inherit
from dragoman.facts.inherited_dates import inherit_dates
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.lengths import day_after_day, lasting, lengthen, under_way, until
from dragoman.facts.likely_acts import likely_acts
from dragoman.facts.likeness import likeness
from dragoman.facts.needs import met
from dragoman.facts.opponents import by_their_states, fill_with_these_two, other_of_sentence
from dragoman.facts.pairs import main_pair
from dragoman.facts.periods import finer, spanned
from dragoman.facts.pointers import complete_sides
from dragoman.facts.scope_words import words
from dragoman.facts.standing import stands
from dragoman.facts.units import units_of
from dragoman.facts.unowned import own_by_place
from dragoman.mentions.dates import counts_from_told
from dragoman.mentions.spots import PageReferents
from dragoman.types import DateValue, Place, TimeExpression

# The last of the sentences that tell what the title is about.
_LEAD = 2


def assemble(page: PageReferents, candidates: Sequence[Candidate], clock: Clock) -> list[Event]:
    """The events of a page from its candidates in the order of the text."""
    return _Discourse(page, clock).assemble(candidates)


class _Discourse:
    def __init__(self, page: PageReferents, clock: Clock) -> None:
        self.page = page
        self.clock = clock
        self.events: list[Event] = []
        self.at_token: dict[tuple[int, int], Event] = {}
        self.pair = main_pair(page)

    def assemble(self, candidates: Sequence[Candidate]) -> list[Event]:
        # Nouns first within a sentence, so that "attended the talks" finds the talks.
        ordered = sorted(candidates, key=lambda c: (c.sentence, c.joined is not None, c.predicate.token))
        fallen: list[Report] = []
        away = staying_away(ordered)
        for candidate in ordered:
            if (candidate.sentence, candidate.predicate.token) in away and self._told(candidate):
                continue
            report = self._settled(candidate)
            complete_sides(self.page, self.events, candidate)
            other_of_sentence(self.page, candidate)
            read_face_to_face(self.page, self.events, report)
            if not self._says_enough(report):
                fallen.append(report)
                continue
            event = self._home(report)
            if event is None and not candidate.sides:
                self._take_main_pair(report)
            if event is None:
                event = Event(len(self.events), candidate.frame.name)
                self.events.append(event)
            self._join(event, report)
        inherit(self.page, self.events, self.clock)
        inherit_dates(self.page, self.events, self.clock)
        lengthen(self.page, self.events, self.clock)
        self._leave_ahead()
        self._as_told_before()
        under_way(self.page, self.events)
        fill_lacking(self.page, self.events)
        fill_with_these_two(self.page, self.events)
        by_their_states(self.page, self.events)
        standing = [e for e in self.events if stands(self.page, e)]
        told = [e for e in standing if not self._yields(e, standing) and not self._heads(e, standing)]
        told = join_halves(self.page, told)
        doubtful = [e for e in self.events if e not in standing]
        doubtful += [Event(n, r.candidate.frame.name, [r]) for n, r in enumerate(fallen, len(self.events))]
        return [*told, *likely_acts(self.page, self.clock, told, doubtful)]

    def _as_told_before(self) -> None:
        """ "Nothing has changed regarding the summit", which is to be held: to speak of an act is not to say it was."""
        for event in self.events:
            reports = [r.candidate for r in event.reports]
            told = [c for c in reports if c.scope.explicit and not c.scope.spoken_of]
            for candidate in reports:
                if told and candidate.scope.spoken_of and candidate.scope.status == "occurred":
                    as_told = told[0].scope
                    candidate.scope = replace(candidate.scope, status=as_told.status, direction=as_told.direction)

    def _leave_ahead(self) -> None:
        """ "The session is being held in answer to ...": no more under way than its day, which is to come, allows."""
        for event in self.events:
            date = event.date()
            if date is None or date.start is None or not self.clock.lies_ahead(date.start):
                continue
            for candidate in (r.candidate for r in event.reports):
                if candidate.scope.status == "ongoing":
                    candidate.scope = replace(
                        candidate.scope, status="planned", rule="its day lies ahead", direction="future"
                    )

    def _told(self, candidate: Candidate) -> bool:
        """True where an event of its kind has been told as done."""
        same = (e for e in self.events if e.kind == candidate.frame.name)
        return any(r.candidate.scope.status in ("occurred", "ongoing") for e in same for r in e.reports)

    def _take_main_pair(self, report: Report) -> None:
        """Talks and clashes of which a sentence names no side are those of the two of whom the page tells."""
        candidate = report.candidate
        fills = {fill.slot for fill in candidate.trigger.fill}
        sided = any(s.part == "side" and s.name in fills for s in candidate.frame.slots)
        known = report.date is not None or report.place is not None
        if (
            not sided
            or not known
            or candidate.open
            or candidate.predicate.pos != "noun"
            or not candidate.scope.explicit
        ):
            return
        here = {r for s in self.page.spots[candidate.sentence] for r in s.referents}
        own = {self.page.referents[r].country for r in self.pair}
        named = [self.page.referents[r] for r in here if self.page.referents[r].kind != "place"]
        if not self.pair or any(r.country not in own for r in named):
            return
        at = Filler(
            self.pair[0], candidate.sentence, candidate.predicate.token, candidate.predicate.token + 1, "named before"
        )
        candidate.sides = [
            Side(r, "side", replace(at, referent=r), "the two of whom the page tells") for r in self.pair
        ]

    def _yields(self, event: Event, others: Sequence[Event]) -> bool:
        """True where each sentence that tells of it tells, with a side in common, of a kind that goes before."""
        sides = units_of(self.page, (s.referent for s in event.sides()))
        rivals = [
            o
            for o in others
            if o.kind in event.frame.yields and sides & units_of(self.page, (s.referent for s in o.sides()))
        ]
        if not all(r.candidate.trigger.yields for r in event.reports):
            return False  # to train those who get the arms is no part of handing them over
        taken = {r.candidate.sentence for o in rivals for r in o.reports}
        return bool(taken) and all(r.candidate.sentence in taken for r in event.reports)

    def _heads(self, event: Event, others: Sequence[Event]) -> bool:
        """True of "X and Y discuss Z" in a title, above a page that tells of their call."""
        mine = units_of(self.page, (s.referent for s in event.sides()))
        above = all(self.page.annotated.sentences[r.candidate.sentence].headline for r in event.reports)
        sure = any(r.candidate.trigger.strength >= 0.5 and r.candidate.predicate.lemma != "talk" for r in event.reports)
        if not above or len(mine) < 2 or sure or event.place() is not None:
            return False
        lead = [o for o in others if min(r.candidate.sentence for r in o.reports) <= _LEAD and o is not event]
        told = [o for o in lead if mine <= units_of(self.page, (s.referent for s in o.sides()))]
        return any(o.kind in event.frame.kin for o in told) and all(o.kind != event.kind for o in told)

    def _says_enough(self, report: Report) -> bool:
        """True unless a verb lacks what it needs in its own sentence; a noun may point back for it."""
        candidate = report.candidate
        pointing = candidate.predicate.pos == "noun" or candidate.points or candidate.joined is not None
        if pointing or deals_in_arms(candidate.frame):
            return True
        gives = {"place": report.place is not None, "host": bool(candidate.hosts)}
        return met(candidate.frame, candidate.trigger, {s.part for s in candidate.sides}, gives)

    def _join(self, event: Event, report: Report) -> None:
        if report.candidate.adds and event.reports and report.candidate.scope.status != "denied":
            told = event.reports[0].candidate.scope  # "Chile will take part" in what began on Monday
            report.candidate.scope = replace(report.candidate.scope, status=told.status, direction=told.direction)
        event.reports.append(report)
        self.at_token[report.candidate.sentence, report.candidate.predicate.token] = event
        if report.candidate.joined is not None and report.candidate.hosts:
            # "Baku hosted a meeting of X and Y": the host is no side for having lent its subject to the noun.
            hosts = {h.referent for h in report.candidate.hosts}
            hosts |= {a for h in hosts if (a := self.page.referents[h].acts_for) is not None}
            for r in event.reports:
                r.candidate.sides = [
                    s for s in r.candidate.sides if s.referent not in hosts or "inherited" not in s.filler.how
                ]

    # ------------------------------------------------------------------ one report

    def _settled(self, candidate: Candidate) -> Report:
        report = Report(candidate)
        # What has a day of its own goes before what points at the one told: "in the afternoon, on Tuesday".
        for expression in sorted(candidate.times, key=counts_from_told):
            value = self.clock.date(expression, candidate)
            if value is not None and self._was_done(candidate) and self._passed(value):
                rule = "chosen or prepared for a day that has passed"
                candidate.scope = replace(candidate.scope, status="occurred", rule=rule, direction="past")
            if value is not None and candidate.scope.rule == "present tense with a date" and self._passed(value):
                candidate.scope = replace(
                    candidate.scope, status="occurred", rule="present tense of what has passed", direction="past"
                )
            if value is not None and self._closes(candidate, expression):
                # "The visit ends on Friday": a last day, not a first.
                value = replace(value, start=None, end=value.end or value.start)
            if value is not None and report.date is not None and value.start is None and report.date.end is None:
                report.date = replace(report.date, end=value.end)  # "the drill of 2016, which ended today"
            elif value is not None and (report.date is None or finer(value, report.date)):
                report.date = value
        report.date = day_after_day(self.clock, candidate) or report.date
        if report.date is None:
            report.date = self.clock.implied(candidate)
        if report.date is not None:
            report.date = lasting(self.clock, candidate, report.date) or report.date
        last = until(self.clock, candidate)
        if last is not None:
            report.date = last if report.date is None else spanned(report.date, last)
        seats = [h for h in candidate.hosts if self.page.referents[h.referent].kind == "place"]
        places = [(p, self.page.referents[p.referent].place) for p in (candidate.places or seats)]
        for filler, place in _nearest(places):
            if place is not None:
                report.place, report.place_at = place, filler
                break
        if report.place is None:
            goal = understood_goal(self.page, self.events, candidate, report.date)
            if goal is not None:
                report.place, report.place_at, report.place_why = goal
        understood_traveller(self.page, self.events, candidate, report.place)
        guest_not_host(self.page, candidate, report.place)
        own_by_place(self.page, candidate, report.place)
        return report

    def _closes(self, candidate: Candidate, expression: TimeExpression) -> bool:
        """True where the verb that carries an act of some days, or is told of it, says that it comes to its end."""
        if not (candidate.frame.abroad or candidate.frame.goes_on):
            return False
        if self.clock.ends(expression, candidate):
            return True
        verb = candidate.predicate
        if verb.lemma in words().coming_home and any(a.role == "source" for a in verb.arguments):
            return True
        if verb.lemma in words().setting_out and any(p.role == "patient" for p in candidate.places):
            return True  # "left Lima on Friday"
        light = candidate.predicate.light
        tokens = self.page.annotated.sentences[candidate.sentence].tokens
        return light is not None and closes(tokens, light)

    @staticmethod
    def _was_done(candidate: Candidate) -> bool:
        """True of "chose Oslo for their May talks", "planned the 2001 attacks": not of what was only due then."""
        scope = candidate.scope
        governed = scope.status == "planned" and scope.rule.startswith("under '") and candidate.predicate.pos == "noun"
        return governed and (candidate.definite or scope.rule[7:-1] not in words().scheduled)

    def _passed(self, value: DateValue) -> bool:
        """True of a date before the article's own."""
        published = self.page.annotated.article.published
        last = value.end or value.start
        return bool(published and last and last[0] != "-" and published[0] != "-" and last < published[: len(last)])

    @staticmethod
    def _unnamed_yet(event: Event, candidate: Candidate) -> bool:
        """ "The phone call came amid ... X and Y discussed": a verb without a medium tells of the call before it."""
        first = event.reports[0].candidate
        near = 0 < candidate.sentence - first.sentence <= 2
        return (
            near
            and first.definite
            and not event.sides()
            and len(candidate.sides) > 1
            and candidate.trigger.strength < 0.5
        )

    def _home(self, report: Report) -> Event | None:
        """The event of the page to which a report belongs, or None where it tells of a new one."""
        candidate = report.candidate
        if candidate.joined is not None:
            joined = self.at_token.get((candidate.sentence, candidate.joined))
            same = joined is not None and joined.kind in (candidate.frame.name, *candidate.frame.kin)
            if joined is not None and same and not old_news(self.page, joined, report):
                return joined
        best: tuple[float, int, Event] | None = None
        mine = {s.referent for s in candidate.sides}
        for event in self.events:
            if event.kind in candidate.frame.kin and mine and mine <= {s.referent for s in event.sides()}:
                last = event.reports[-1].candidate
                if last.sentence == candidate.sentence and candidate.trigger.strength < last.trigger.strength:
                    return event  # "held a telephone conversation to discuss": the call, not a meeting besides
            if event.kind in candidate.frame.kin and self._unnamed_yet(event, candidate):
                return event
            if event.kind in candidate.frame.kin and not event.frame.in_person and told_of(self.page, event, report):
                return event
            if candidate.frame.name != event.kind:
                continue
            score = likeness(self.page, event, report)
            if score > 0 and (best is None or (score, event.reports[-1].candidate.sentence) > best[:2]):
                best = (score, event.reports[-1].candidate.sentence, event)
        return best[2] if best else None


def _nearest(places: Sequence[tuple[Filler, Place | None]]) -> list[tuple[Filler, Place | None]]:
    """The places of an act, the most exact first: a city before its country, and before a hall in no known state.

    "Stopped in Chad on his way to Paris": the state first named, of which the city is no part, comes before it.
    """
    known = [(f, p) for f, p in places if p is not None]
    states = {p.country for _, p in known[:1] if p.kind == "country"}
    exact = [(f, p) for f, p in known if p.kind != "country" and (not states or p.country in (None, *states))]
    towns = [(f, p) for f, p in exact if p.country is not None] or [(f, p) for f, p in exact if p.kind == "city"]
    return [*towns, *exact, *known]
