"""How a time of a page stands to an event of it: the signs by which it is judged to be the event's start.

Where the words of an act say when it was, nobody need look further. Where they do not, the page may: in a clause that
the parser hung elsewhere, in the sentence before, of another act of the same people. Each sign is a name;
facts.likely_starts weighs them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dragoman.facts.clock import Clock
from dragoman.facts.events import Event, Report
from dragoman.facts.likeness import one_place
from dragoman.facts.page_times import Time, is_date
from dragoman.facts.reference import is_day
from dragoman.facts.scope import saying_verbs
from dragoman.facts.scope_words import words
from dragoman.facts.times import leading_word, lies_ahead
from dragoman.facts.units import units_of
from dragoman.facts.vicinity import family_of, relation
from dragoman.mentions import dates
from dragoman.mentions.spots import PageReferents
from dragoman.types import Predicate, TimeExpression, Token

# Distances in tokens up to which a time stands near its act, and how each is called.
_STEPS = ((3, "at once"), (8, "near"), (16, "some way off"))
_PREPOSITIONS = frozenset(
    {"on", "in", "at", "by", "since", "until", "before", "after", "for", "from", "of", "during", "to", "between"}
)
# What stands between an act and a time that may not be its own.
_PARTING = {
    "a bound": frozenset({"after", "before", "since", "until", "ahead", "following", "during"}),
    "a further clause": frozenset({"and", "but", "while", "as", "when"}),
    "a relative clause": frozenset({"who", "which", "that", "where"}),
    "a comma": frozenset({",", ";"}),
}
# Days before that of the page up to which a time is called so.
_BEFORE = ((0, "on the page's day"), (2, "days before the page"), (7, "a week before the page"))
_WEEK = 7
_GRAINS = {4: "year", 7: "month", 2: "month", 5: "day", 10: "day"}  # by the length of ISO text
_HAS = frozenset({"has", "have", "'s", "'ve", "’s", "’ve"})
_DID = frozenset({"was", "were", "did"})
_HERE, _AWAY = "same sentence", "elsewhere"
_FURTHEST = 6  # steps up a chain of predicates that are still gone


class Timing:
    """The signs of the times of one page as against its events."""

    def __init__(self, page: PageReferents, clock: Clock, events: Sequence[Event]) -> None:
        self._page = page
        self._sentences = page.annotated.sentences
        self._clock = clock
        self._events = events
        self._told = [(e.start, e.end) for s in self._sentences for e in clock.times(s.index) if is_date(e)]

    def signs(self, event: Event, time: Time) -> list[str]:
        """The signs of one time, as against one event."""
        report = _nearest(event, time)
        act = report.candidate
        status, family = act.scope.status, family_of(event.frame)
        where = self._where(report, time)
        zone = where if where == _HERE or time.sentence is None else _AWAY
        tense, far, grain = self._tense(report), self._from_page(time), _grain(time)
        out = [where, f"{where}: a {grain}", f"{family}: {zone}", f"{family}: a {grain}", f"{status}: {where}"]
        out += [f"{status}: {far}", f"{zone}: {far}", f"{zone}: {tense}"]
        out += [f"{zone}: {how}" for how in self._how(report)]
        if time.expression is not None and time.sentence is not None:
            out += self._said(report, time.expression, time.sentence, where, tense)
            out += self._of_others(event, time.expression, where)
            out += self._in_page(report, time.expression, zone)
        if not self._told:
            out.append("a page that tells no time")
        return [*out, *_by_rules(event, time, where)]

    # ------------------------------------------------------------------ the event

    def _where(self, report: Report, time: Time) -> str:
        if time.sentence is None:
            return "the dateline" if time.dateline else "the page's date"
        there, here = self._sentences[time.sentence], self._sentences[report.candidate.sentence]
        gap = there.index - here.index
        if gap == 0:
            return _HERE
        if there.headline:
            return "in the title"
        if here.headline and gap <= 2:
            return "under its title"
        if gap == -1:
            return "sentence before" if there.paragraph == here.paragraph else "paragraph before"
        if gap == 1:
            return "sentence behind"
        return "before" if gap < 0 else "behind"

    def _tense(self, report: Report) -> str:
        act = report.candidate
        tokens = self._sentences[act.sentence].tokens
        verb = act.predicate.token if act.predicate.pos == "verb" else act.predicate.light
        if verb is None:
            return "no verb of its own"
        beside = {t.text.lower() for t in tokens if t.head == verb and t.dep in ("aux", "auxpass")}
        if "had" in beside:
            return "had done"
        if beside & _HAS:
            return "has done"
        if tokens[verb].tag == "VBD" or beside & _DID:
            return "did"
        return "does" if tokens[verb].tag in ("VBZ", "VBP") else "other form"

    def _how(self, report: Report) -> list[str]:
        act = report.candidate
        lead = next((s.index for s in self._sentences if not s.headline), 0)
        depth = "lead" if act.sentence <= lead else "near the lead" if act.sentence <= lead + 3 else "further down"
        beside = sum(is_date(e) for e in self._clock.times(act.sentence))
        said = {"definite": act.definite, "reported": bool(act.scope.sources), "spoken of": act.scope.spoken_of}
        held = [name for name, holds in said.items() if holds]
        return [f"told by a {act.predicate.pos}", *held, depth, f"{min(2, beside)} times in its sentence"]

    # ------------------------------------------------------------------ the time

    def _from_page(self, time: Time) -> str:
        """How far a time lies from the page's own day."""
        now, start = self._clock.reference.value, time.value.start or ""
        if now is None:
            return "page without a date"
        if start[0] == "-" or now[0] == "-":
            if start == now:
                return "on the page's day"
            if start[0] != now[0] or len(start) != len(now):
                return "how far from the page is not known"
            return "before the page's day" if start < now else "after the page's day"
        if not is_day(start) or not is_day(now):
            least = min(len(start), len(now))
            if start[:least] == now[:least]:
                return "the page's own month or year"
            return "before the page" if start < now else "after the page"
        gap = (date.fromisoformat(now) - date.fromisoformat(start)).days
        if gap < 0:
            return "days ahead" if gap >= -_WEEK else "far ahead"
        return next((name for most, name in _BEFORE if gap <= most), "long before the page")

    def _said(self, report: Report, e: TimeExpression, sentence: int, where: str, tense: str) -> list[str]:
        """The signs of the words round an expression."""
        act = report.candidate
        status, zone = act.scope.status, _HERE if where == _HERE else _AWAY
        tokens = self._sentences[sentence].tokens
        word = leading_word(tokens, e)
        led = word.text.lower() if word is not None else ""
        led = led if led in _PREPOSITIONS else "no preposition"
        out = [f"{zone}: behind {led}", f"{status}: behind {led}"]
        if dates.counts_from_told(e):
            out.append(f"{zone}: counts from another time")
        if dates.names_weekday(e) is not None:
            out.append(f"{zone}: a weekday")
        if lies_ahead(e):
            out.append(f"{status}: says that it lies ahead")
        inside = [t.i for t in tokens if t.start < e.end and e.start < t.end]
        if not inside:
            return [*out, "in words not parsed"]
        first, last = inside[0], inside[-1] + 1
        head = next((i for i in inside if not first <= tokens[i].head < last or tokens[i].head == i), first)
        here = self._clock.predicates_of(sentence)
        if where == _HERE:
            whose = relation(tokens, act.predicate, here, first, last, head)
            return out + _from_act(tokens, act.predicate, here, whose, head, tense, status)
        owners = [p for p in here.values() if any(a.role == "time" and a.first <= head < a.last for a in p.arguments)]
        what = "a verb" if any(p.pos == "verb" for p in owners) else "a noun" if owners else "nothing"
        said = {
            f"time of {what}": True,
            "told in passing": self._clock.in_passing(e, sentence),
            "when something was said": any(p.pos == "verb" and p.lemma in saying_verbs() for p in owners),
            "when something ended": any(p.lemma in words().ending for p in owners),
            "when somebody set out": any(p.lemma in words().under_way for p in owners),
        }
        held = [name for name, holds in said.items() if holds]
        return out + [f"{zone}: {name}" for name in held] + [f"{where}: {name}" for name in held[1:]]

    def _of_others(self, event: Event, e: TimeExpression, where: str) -> list[str]:
        """Whether other events of the page have it for their time, and what they have in common with this one."""
        out: list[str] = []
        own, place = {s.referent for s in event.sides()}, event.place()
        mine, status = units_of(self._page, own), {r.candidate.scope.status for r in event.reports}
        dated = (o for o in self._events if o is not event and _has(o, e))
        for other in dated:
            their = {s.referent for s in other.sides()}
            theirs = units_of(self._page, their)
            share = (
                "with all its sides" if own and own <= their
                else "with a side of it" if own & their
                else "with all its states" if mine and mine <= theirs
                else "with a state of it" if mine & theirs
                else "of others"
            )  # fmt: skip
            kind = "of its kind" if other.kind == event.kind else f"by {family_of(other.frame)}"
            there = other.place()
            at = "somewhere" if place is None or there is None else "there" if one_place(place, there) else _AWAY
            same = "its" if status & {r.candidate.scope.status for r in other.reports} else "another"
            out += [f"another's {share}", f"another's {share}, {kind}", f"another's {share}, {at}", f"another's {at}"]
            out += [f"{where}: another's {share}", f"another's of {same} status"]
            out.append(f"{family_of(event.frame)}: another's {kind}")
        return out or [f"{where}: no other's time"]

    def _in_page(self, report: Report, e: TimeExpression, zone: str) -> list[str]:
        """Its place among the times of the page."""
        me, act = (e.start, e.end), report.candidate
        word = self._sentences[act.sentence].tokens[act.predicate.token].start
        before, behind = [t for t in self._told if t[0] < word], [t for t in self._told if t[0] > word]
        out = []
        if len(self._told) == 1:
            out.append(f"{zone}: the only time of the page")
        elif me == self._told[0]:
            out.append(f"{zone}: the first time of the page")
        if before and me == before[-1]:
            out.append(f"{zone}: the last time before it")
        elif behind and me == behind[0]:
            out.append(f"{zone}: the next time behind it")
        return out


def _nearest(event: Event, time: Time) -> Report:
    """The report of an event that stands nearest to a time."""
    at = time.sentence
    if at is None:
        return event.reports[0]
    acts = [(r.candidate.sentence, r.candidate.predicate.token, r) for r in event.reports]
    return min(acts, key=lambda a: (abs(a[0] - at), a[0] > at, a[1]))[2]


def _grain(time: Time) -> str:
    if time.expression is not None and time.expression.grain == "week":
        return "week"
    if time.value.end not in (None, time.value.start):
        return "period"
    return _GRAINS.get(len((time.value.start or "").lstrip("-")), "time of another length")


def _from_act(
    tokens: Sequence[Token],
    act: Predicate,
    here: Mapping[int, Predicate],
    whose: str,
    head: int,
    tense: str,
    status: str,
) -> list[str]:
    """The signs of a time, headed by a token, in the sentence of the act; `whose` argument it stands in."""
    side = "before" if head < act.token else "behind"
    gap = abs(head - act.token)
    low, high = sorted((act.token, head))
    verbs = sum(low < p.token < high and p.pos == "verb" for p in here.values())
    out = [whose, f"{whose}: {tense}", f"told by a {act.pos}: {whose}", f"{status}: {whose}"]
    out.append(f"{_HERE}: hangs by {(act.link or 'none').split(':')[0]}")
    out.append(f"{next((name for most, name in _STEPS if gap <= most), 'far')} {side}")
    out.append(f"{min(2, verbs)} verbs between")
    inside = {t.text.lower() for t in tokens[low + 1 : high]}
    for name, parting in _PARTING.items():
        if inside & parting:
            out += [f"{name} between", f"{name} between, {side}"]
    return out


def _has(event: Event, e: TimeExpression) -> bool:
    """True of an event whose date is told by an expression."""
    return any(
        r.date is not None and r.date.text_start < e.end and e.start < r.date.text_end for r in event.reports
    )


def _by_rules(event: Event, time: Time, where: str) -> list[str]:
    """What the words of the event say of its start: that it is this one, or another, or nothing."""
    value = event.date()
    told = next((r for r in event.reports if r.date is value), None)
    said = told is not None and told.dated and "time by nearness" not in told.candidate.features
    if value is None or value.start is None or not said:
        refused = any(time.expression in r.candidate.times for r in event.reports)
        return ["its words tell of it in vain" if refused else "no start is told"]
    if time.value.start == value.start:
        return ["the start that is told", f"the start that is told: {_grain(time)}"]
    return ["another start is told", f"another start is told: {where}"]
