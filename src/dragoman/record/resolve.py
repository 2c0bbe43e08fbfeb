"""One event from its reports: for every field the best supported value, and what contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.mentions.spelling import fold
from dragoman.record import dates
from dragoman.record.compatible import compatible, preference
from dragoman.record.life import life
from dragoman.record.participants import participants
from dragoman.record.reports import event_id, order_of, places_agree
from dragoman.record.resolved import Actor, Conflict, Event, EventSource, Figure, Trace
from dragoman.record.sightings import Key
from dragoman.record.support import FIRMNESS, Claim, Told, camps, stands
from dragoman.types import Place, Quoted, Status

_PLACE_KINDS = ("city", "venue", "region", "country")
_TRANSFER = (
    "stage", "supplier", "recipient", "item", "category", "quantity", "quantity_bound", "value", "value_bound",
    "currency", "terms",
)
_MAX_CONFIDENCE = 0.99

Sentence = tuple[str, int, int]  # article, start, end
Value = str | int | float
Stretch = tuple[str, str | None]  # start, end
V = TypeVar("V")


def resolve(told: Sequence[Told], actors: Mapping[Key, Actor], aside: bool, traced: bool = True) -> Event:
    """The event that facts of one or several articles report; where each value stands only if `traced`.

    Status: of the firmest reports (happened or denied, before planned, before possible) the most recent
    article's. Dates and places: the finest value among those that most pages can agree on.
    """
    if len(told) > 1:
        told = sorted(told, key=lambda t: order_of(t.article, t.fact))
    sentences = _sentences(told)
    where = {sentence: i for i, sentence in enumerate(sentences)}
    out = _Resolver(told, where)
    status = out.status()
    start, end = out.dates()
    place = out.place()
    host = out.host()
    sides, side_traces = participants(told, actors)
    out.traces.extend(side_traces)
    topics, figures, transfer = out.topics(), out.figures(), out.transfer()
    supports = _supports(out.traces)
    return Event(
        id=_id(told),
        type=told[0].fact.type,
        plover=_plover(told),
        status=status,
        sides=sides,
        host=host,
        place=place,
        start=start,
        end=end if end != start else None,
        topics=topics,
        transfer=transfer,
        figures=figures,
        sources=tuple(_source(s, sentences[s], supports.get(s, ())) for s in sentences),
        conflicts=tuple(out.conflicts),
        confidence=_confidence(told),
        aside=aside,
        independent=len({t.family for t in told if not t.superseded}),
        life=life(told),
        trace=tuple(sorted(set(out.traces), key=_trace_order)) if traced else (),
    )


class _Resolver:
    """The fields of one event, one method each; evidence and conflicts gather on the way."""

    def __init__(self, told: Sequence[Told], where: Mapping[Sentence, int]) -> None:
        self.told = told
        self.where = where
        self.traces: list[Trace] = [
            Trace("type", t.fact.type, t.article.id, t.fact.trigger.start, t.fact.trigger.end,
                  t.fact.sentence.start, t.fact.sentence.end, t.fact.trigger.rule, t.fact.trigger.inferred,
                  " ".join(t.fact.features), True)
            for t in told
        ]
        self.conflicts: list[Conflict] = []

    def status(self) -> Status:
        claims: list[Claim[Status]] = [Claim(t.fact.status, t, t.fact.status_evidence) for t in self.told]
        standing = [c for c in claims if not c.told.superseded] or claims
        firm = max(FIRMNESS[c.value] for c in standing)
        firmest = [c for c in standing if FIRMNESS[c.value] == firm]
        newest = max(firmest, key=lambda c: (c.told.article.published or "", c.value == "occurred", c.value))
        self.traces.extend(c.trace("status", c.value, c.value == newest.value) for c in claims)
        if {"occurred", "denied"} <= {c.value for c in standing}:
            self._conflict("status", [[c for c in claims if c.value == v] for v in ("occurred", "denied")], str)
        return newest.value

    def dates(self) -> tuple[str | None, str | None]:
        claims = [
            Claim((t.fact.date.value.start, t.fact.date.value.end), t, t.fact.date.evidence, t.fact.date.value.trail)
            for t in self.told
            if t.fact.date and t.fact.date.value.start
        ]
        if not claims:
            return None, self._last_day(None)
        found = camps(claims, _same_period, _period_order)
        if len(found) > 1:
            self._conflict("start", found, lambda v: str(v[0]))
        start, end = found[0][0].value
        found[0] = [_through(c, found[0][0]) for c in found[0]]
        if end is None:
            end = next((c.value[1] for c in found[0] if c.value[1] and c.value[0] == start), None)
        if end is None:
            end = next((e for c in found[0] if (e := dates.in_year_of(start, c.value[0], c.value[1]))), None)
        if end is None:
            end = self._last_day(start)
        for camp in found:
            for c in camp:
                self.traces.append(c.trace("start", str(c.value[0]), camp is found[0]))
                if c.value[1] and c.value[1] != c.value[0]:
                    chosen = c.value[1] == end or dates.in_year_of(start, c.value[0], c.value[1]) == end
                    self.traces.append(c.trace("end", c.value[1], chosen))
        return start, end

    def _last_day(self, start: str | None) -> str | None:
        """The end that a report gives which tells no start: "the drill will last till Friday"."""
        ends = [
            Claim(t.fact.date.value.end, t, t.fact.date.evidence, t.fact.date.value.trail)
            for t in self.told
            if t.fact.date and t.fact.date.value.start is None and t.fact.date.value.end
        ]
        first = dates.partial(start)
        later = [c for c in ends if first is None or first.ends_by(dates.partial(c.value))]
        for c in ends:
            self.traces.append(c.trace("end", str(c.value), c is later[0] if later else False))
        return later[0].value if later else None

    def place(self) -> Place | None:
        claims = [Claim(t.fact.place.place, t, t.fact.place.evidence) for t in self.told if t.fact.place]
        if not claims:
            return None
        found = camps(claims, places_agree, _place_order)
        if len(found) > 1:
            self._conflict("place", found, lambda p: p.name)
        for camp in found:
            self.traces.extend(c.trace("place", c.value.name, camp is found[0]) for c in camp)
        return found[0][0].value

    def host(self) -> str | None:
        return self._text("host", [(t, t.fact.host) for t in self.told if t.fact.host])

    def topics(self) -> tuple[str, ...]:
        out: dict[str, str] = {}
        for t in self.told:
            for topic in t.fact.topics:
                text = " ".join(str(topic.value).split())
                out.setdefault(fold(text), text)
                self.traces.append(Claim(text, t, topic.evidence).trace("topics", text, True))
        return tuple(out.values())

    def figures(self) -> tuple[Figure, ...]:
        kinds = sorted({q.name for t in self.told for q in t.fact.figures})
        out = []
        for kind in kinds:
            quoted = [(t, q) for t in self.told for q in t.fact.figures if q.name == kind]
            best = self._quoted(f"figures.{kind}", quoted)
            out.append(Figure(kind, best.value, best.bound))
        return tuple(out)

    def transfer(self) -> tuple[tuple[str, Value | None], ...]:
        names = {q.name for t in self.told for q in t.fact.transfer}
        if not names:
            return ()
        out: dict[str, Value | None] = dict.fromkeys(_TRANSFER)
        for name in [n for n in _TRANSFER if n in names] + sorted(names - set(_TRANSFER)):
            quoted = [(t, q) for t in self.told for q in t.fact.transfer if q.name == name]
            best = self._quoted(f"transfer.{name}", quoted)
            out[name] = best.value
            if name in ("quantity", "value"):
                out[f"{name}_bound"] = best.bound or "exact"
        return tuple(out.items())

    def _text(self, field: str, quoted: Sequence[tuple[Told, Quoted | None]]) -> str | None:
        given = [(t, q) for t, q in quoted if q is not None]
        return str(self._quoted(field, given).value) if given else None

    def _quoted(self, field: str, quoted: Sequence[tuple[Told, Quoted]]) -> Quoted:
        claims = [Claim(q, t, q.evidence) for t, q in quoted]
        if field == "transfer.supplier":
            # That its maker supplies an item is supposed only as long as nobody says who does.
            claims = [c for c in claims if not c.evidence.inferred] or claims
        found = camps(claims, lambda a, b: compatible(field, a, b), lambda q: preference(field, q))
        if len(found) > 1:
            self._conflict(field, found, lambda q: q.value)
        for camp in found:
            self.traces.extend(c.trace(field, _shown(c.value), camp is found[0]) for c in camp)
        return found[0][0].value

    def _conflict(self, field: str, found: Sequence[Sequence[Claim[V]]], shown: Callable[[V], Value]) -> None:
        values = []
        if sum(stands(camp) for camp in found) < 2:
            return  # a page that was taken back contradicts nobody
        for camp in found:
            sources = sorted({self.where[c.told.where] for c in camp})
            values.append((shown(camp[0].value), tuple(sources)))
        self.conflicts.append(Conflict(field, tuple(values)))


def _sentences(told: Iterable[Told]) -> dict[Sentence, list[Told]]:
    out: dict[Sentence, list[Told]] = defaultdict(list)
    for t in told:
        out[t.where].append(t)
    return dict(out)


def _supports(traces: Iterable[Trace]) -> dict[Sentence, set[str]]:
    """The fields of which a value stands in each sentence."""
    out: dict[Sentence, set[str]] = defaultdict(set)
    for t in traces:
        if t.sentence_start <= t.start and t.end <= t.sentence_end:
            out[t.article, t.sentence_start, t.sentence_end].add(t.field.partition(".")[0])
    return out


def _source(sentence: Sentence, told: Sequence[Told], inside: Iterable[str]) -> EventSource:
    article, start, end = sentence
    said = max((t.fact for t in told), key=lambda f: (f.confidence, -f.trigger.start))
    return EventSource(
        article, start, end, told[0].article.text[start:end], said.status, said.attributed_to, tuple(sorted(inside))
    )


def _plover(told: Sequence[Told]) -> tuple[str, str | None]:
    found = sorted({t.fact.plover for t in told}, key=lambda p: (not p[0], p[1] is None, p[0], p[1] or ""))
    return found[0]


def _confidence(told: Sequence[Told]) -> float:
    """Pages are taken as independent witnesses, copies of one page as one."""
    best: dict[str, float] = {}
    for t in [t for t in told if not t.superseded] or told:
        best[t.family] = max(best.get(t.family, 0.0), t.fact.confidence)
    doubt = 1.0
    for _, confidence in sorted(best.items()):
        doubt *= 1.0 - confidence
    return round(min(1.0 - doubt, max(_MAX_CONFIDENCE, *best.values())), 4)


def _id(told: Sequence[Told]) -> str:
    """From the earliest report: a later report of the same event leaves it as it is."""
    fact = told[0].fact
    return event_id(fact.type, told[0].article.id, (fact.trigger.start, fact.trigger.end), fact.event)


def _through(claim: Claim[Stretch], finest: Claim[Stretch]) -> Claim[Stretch]:
    """The claim of a day whose year another page tells, with a trail that says so."""
    own, told = dates.partial(claim.value[0]), dates.partial(finest.value[0])
    if own is None or told is None or own.year or not told.year or not own.day:
        return claim
    year = f"its year, {told.year}, is that of the same event in {finest.told.article.id}"
    return claim._replace(trail=f"{claim.trail}; {year}" if claim.trail else year)


def _same_period(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    x, y = dates.partial(a[0]), dates.partial(b[0])
    if x is None or y is None:
        return a == b
    if not x.agrees(y):
        return False
    ends = dates.partial(a[1]), dates.partial(b[1])
    return ends[0] is None or ends[1] is None or ends[0].agrees(ends[1])


def _period_order(v: tuple[str | None, str | None]) -> tuple[int, int, bool, str, str]:
    when = dates.partial(v[0])
    grain, year = when.fineness if when else (-1, 0)
    return (-grain, -year, v[1] is None, v[0] or "", v[1] or "")


def _place_order(p: Place) -> tuple[int, bool, str, str]:
    kind = _PLACE_KINDS.index(p.kind) if p.kind in _PLACE_KINDS else len(_PLACE_KINDS)
    return (kind, p.geonames is None, p.name, p.country or "")


def _shown(q: Quoted) -> str:
    return f"{q.bound} {q.value}" if q.bound and q.bound != "exact" else str(q.value)


def _trace_order(t: Trace) -> tuple[str, bool, str, int, int, int, int, str, str]:
    return (t.field, not t.chosen, t.article, t.sentence_start, t.start, t.end, t.sentence_end, t.value, t.rule)
