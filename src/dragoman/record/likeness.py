"""Whether two reports are of one event: a short list of features that a reader can check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.record import dates
from dragoman.record.amounts import Amounts, amounts
from dragoman.record.items import same_item
from dragoman.record.reports import ANNOUNCED_AHEAD, CONTACTS, GATHERINGS, SUMMIT, Report, places_agree, same_place
from dragoman.record.topics import Subject, subjects

CLOSE_DAYS = 3  # pages of one event appear within so many days
FULFILLED_DAYS = 60  # a plan without a date comes true within so many days, or another does
SUMMIT_SHARE = 0.6
STORY = 2  # things that two pages both speak of besides the event, from which on they tell one story
# Types of which two sides have so few that one told in the same days, or for the same month, is the same.
SELDOM = ("agreement", "aid", "ceasefire", "deployment", "exercise")
# Types of which pages speak for as long as they stand, so that without a date nothing says which of them is meant.
STANDING = ("sanction",)
CATCH_ALL = ("other",)  # categories that hold what has nothing in common
# Courses of which one undoes the other: no report of the one is of the other.
OPPOSITE = frozenset(map(frozenset, (("MOBILIZE", "RETREAT"), ("SANCTION", "RETREAT"), ("AID", "SANCTION"))))

# "told": one page gives no date, but its own is such that it may well speak of the other's; "fulfilled": neither gives
# one, and what the earlier page plans the later one tells.
When = Literal["day", "near", "month", "year", "told", "fulfilled", "unknown", "apart"]
Where = Literal["city", "country", "unknown", "apart"]
# "item": a transfer of one item at one stage; "order": no delivery, for it may be one of many; "number": so many of it;
# "kind": one names only of what kind the other's item is.
Deal = Literal["no", "item", "order", "number", "kind"]
Kind = Literal["encounter", "call", "seldom", "standing", "other"]


# "revealed": one names the side that the other leaves open; "part": one names states besides all sides of the other.
Sides = Literal["equal", "summit", "revealed", "part", "apart"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The features of a pair of reports."""

    sides: Sides
    persons: int  # sides on which the same person is named
    named: bool  # so on two sides, or on the only one
    when: When
    where: Where
    close: bool  # published within CLOSE_DAYS of each other
    deal: Deal = "no"
    story: Literal["no", "people", "event"] = "no"  # what else both pages speak of: the same people, another event
    kind: Kind = "other"
    amounts: Amounts = "unknown"
    subject: Subject = "unknown"
    wording: bool = False  # one long sentence tells both

    @property
    def contradicts(self) -> bool:
        """Whether the two cannot be one event."""
        return "apart" in (self.sides, self.when, self.where, self.subject)

    @property
    def one_event(self) -> bool:
        """Whether the two are one event: sides agree, and enough of time, place and persons."""
        if self.contradicts:
            return False
        if self.wording:
            return True
        if self.sides == "part":
            return False  # for all that they say, each may be one of several
        if self.deal != "no":
            return self._one_deal
        if self.sides == "revealed":
            # Who it was does not tell the event, for one does not know it: the spot must, and the day.
            return self.where == "city" and (self.when == "day" or (self.close and self.when in ("told", "unknown")))
        if self.sides == "summit":
            return self.when == "day" and self.where == "city"
        if self.when == "day":
            return True
        return self._one_act if self.kind in ("seldom", "standing") else self._one_encounter

    @property
    def maybe_one(self) -> bool:
        """Whether the two are one event if no other report is like either: one tells only some of the sides."""
        if self.sides != "part" or self.contradicts:
            return False
        if self.kind in ("encounter", "call"):
            return self.named and (self.when in ("day", "near") or self.close)
        return self.when == "day" and (self.where in ("city", "country") or self.subject == "shared")

    @property
    def _one_deal(self) -> bool:
        """What is dealt, between whom and at which stage tells a deal; without a date its number or time must, too."""
        if self.sides == "revealed":
            return self.deal != "kind" and self.when in ("day", "near", "month") and self.amounts != "differ"
        if self.deal == "kind":
            dated = self.when in ("day", "near", "month")
            return self.amounts == "same" and (dated or self.close) or self.when == "day" and self.amounts != "differ"
        if self.when in ("day", "near", "month", "year") or self.deal == "number" or self.close:
            return True
        return self.story == "event" or (self.deal == "order" and self.when == "told" and self.amounts != "differ")

    @property
    def _one_act(self) -> bool:
        """Of what is seldom between the same two, the time need not be exact where nothing else differs."""
        if self.when == "near":
            return self.where in ("city", "country")
        if self.amounts == "differ":
            return False
        if self.when == "month":
            return True
        if self.when == "year":
            about = self.amounts == "same" or self.subject == "shared"
            return about or (self.persons >= 1 and self.where in ("city", "country"))
        if self.when == "fulfilled":
            return self.where in ("city", "country")
        if self.when == "told":
            return self.close or self.where == "city" or self.amounts == "same" or self.subject == "shared"
        return self.close and self.kind == "seldom"

    @property
    def _one_encounter(self) -> bool:
        """Of what the same two may do again within days, the persons or the place must tell the one from the other."""
        if self.when == "near":
            return self.named and self.where in ("city", "country")
        if self.when == "month":
            return self.persons >= 1 or self.where == "city"
        if self.when == "year":
            return self.persons >= 1 and self.where in ("city", "country")
        if self.kind == "encounter" and self.when in ("told", "fulfilled") and self._seldom_again:
            return True
        if self.where == "city":
            return self.close or self.persons >= 2 or (self.persons >= 1 and self.story == "event")
        return self.close and (self.named or self.amounts == "same")

    @property
    def _seldom_again(self) -> bool:
        """Whether the same seldom meet so again within the weeks in which pages tell of it without a date."""
        if self.where in ("city", "country"):
            return self.persons >= 1 if self.where == "city" else self.named
        return self.persons >= 2 and self.when == "told"

    @property
    def score(self) -> int:
        """The larger, the surer: pairs are joined in this order."""
        when = {"day": 40, "near": 20, "month": 15, "year": 5, "told": 2, "fulfilled": 1}.get(self.when, 0)
        where = {"city": 10, "country": 4}.get(self.where, 0)
        told = 5 * (self.amounts == "same") + 50 * self.wording
        return when + where + told + 10 * min(self.persons, 2) + 3 * self.close


def likeness(a: Report, b: Report) -> Likeness:
    """The features of two reports of one type."""
    when = _when(a, b)
    persons = _persons(a, b)
    named = persons >= min(2, len(a.units & b.units)) > 0
    wording = not a.wording.isdisjoint(b.wording)
    if a.item is not None and b.item is not None:
        where = _where(a, b)
        where = "unknown" if where == "apart" else where  # a deal is signed here and spoken of there
        return Likeness(
            _parties(a, b), persons, named, when, where, _close(a, b), _deal(a, b), _story(a, b),
            amounts=amounts(a.counts, b.counts), wording=wording,
        )
    sides = _sides(a, b)
    where = _where(a, b, (*_SPOTS, "region") if sides == "revealed" else _SPOTS)
    return Likeness(
        sides, persons, named, when, where, _close(a, b), "no", _story(a, b), _kind(a),
        amounts(a.counts, b.counts), _subject(a, b, persons), wording,
    )


def _subject(a: Report, b: Report, persons: int) -> Subject:
    """Whether both are about one thing; the same people sign at one table what each page calls in its own words."""
    found = subjects(a.subject, b.subject)
    return "unknown" if found == "apart" and persons else found


def _kind(a: Report) -> Kind:
    kinds: dict[Kind, tuple[str, ...]] = {
        "encounter": ("meeting", "visit"), "call": ("call",), "seldom": SELDOM, "standing": STANDING,
    }
    return next((kind for kind, types in kinds.items() if a.key.type in types), "other")


def _parties(a: Report, b: Report) -> Literal["equal", "revealed", "apart"]:
    """Whether two transfers are of one item between the same two, as far as both say who they are, at one stage."""
    if _deal(a, b) == "no" or _turned(a, b):
        return "apart"
    if a.units == b.units:
        return "equal"
    supposing, telling = (a, b) if a.supposed else (b, a)
    stated = supposing.units - supposing.supposed
    return "revealed" if supposing.supposed and not telling.supposed and stated < telling.units else "apart"


def _turned(a: Report, b: Report) -> bool:
    """Whether those who act in one are not those who act in the other, or what is done in one undoes the other."""
    if a.active and b.active and not a.active & b.active:
        return True
    return bool(a.courses and b.courses) and all(frozenset({x, y}) in OPPOSITE for x in a.courses for y in b.courses)


def _deal(a: Report, b: Report) -> Deal:
    if not _same_stage(a.stage, b.stage):
        return "no"
    if not same_item(a.item or "", b.item or ""):
        return "kind" if _of_kind(a, b) else "no"
    if a.quantity is not None and a.quantity == b.quantity:
        return "number"
    return "item" if a.stage is None or "delivered" in (a.stage, b.stage) else "order"


def _of_kind(a: Report, b: Report) -> bool:
    """Whether one names a kind of arms, and the other what is of that kind: "missiles" and "BrahMos"."""
    return a.kind_only != b.kind_only and a.category == b.category and a.category not in (None, *CATCH_ALL)


def _same_stage(a: str | None, b: str | None) -> bool:
    """Whether two stages can be of one event: what was planned may be the delivery that came."""
    return a == b or a is None or b is None or {a, b} == {"planned", "delivered"}


def _sides(a: Report, b: Report) -> Sides:
    if (a.host and b.host and a.host != b.host) or _tour(a, b) or _tour(b, a):
        return "apart"
    if a.item and b.item and a.item not in b.item and b.item not in a.item:
        return "apart"
    if _turned(a, b):
        return "apart"
    # Of three whom both pages name, one may be spelt so that nobody knows him again; of two, he is another.
    if 0 < _others(a, b) and (_others(a, b) > 1 or _persons(a, b) < 2):
        return "apart"
    if a.units == b.units:
        return "equal" if a.units and (len(a.units) > 1 or _anchored(a, b)) else "apart"
    shared = len(a.units & b.units)
    if _partly(a, b) or _partly(b, a):
        return "part"
    if a.key.type == b.key.type and a.open != b.open and shared == 1 and len(a.units | b.units) == 2:
        return "revealed"
    if min(len(a.units), len(b.units)) >= SUMMIT and shared >= SUMMIT_SHARE * len(a.units | b.units):
        return "summit"
    return "apart"


def _tour(a: Report, b: Report) -> bool:
    """Whether one visit is to several states ("a trip to Asia"), of which the other is to one."""
    if a.key.type != "visit" or a.host or not b.host:
        return False
    return any(p.kind == "region" for p in a.places) and not any(p.country for p in a.places)


def _partly(some: Report, others: Report) -> bool:
    """Whether one names states, and nobody for them, besides all sides of the other; of a contact two who are named."""
    if not some.scene or not some.units < others.units or others.persons.keys() & (others.units - some.units):
        return False
    return some.key.type in GATHERINGS or (some.key.type in CONTACTS and _persons(some, others) > 1)


def _anchored(a: Report, b: Report) -> bool:
    """Whether a one-sided event is pinned by more than its side: a person, a host, a place, or its very words."""
    if _persons(a, b) > 0 or (a.host is not None and a.host == b.host) or _where(a, b) == "city":
        return True
    if not a.wording.isdisjoint(b.wording):
        return True
    # Who fired a missile on a day that pages tell at once has no other side that could tell it from another.
    return bool(a.active) and a.active == b.active and _close(a, b)


def _persons(a: Report, b: Report) -> int:
    return sum(bool(ids & b.persons.get(unit, frozenset())) for unit, ids in a.persons.items())


def _others(a: Report, b: Report) -> int:
    """On how many sides other persons are named."""
    both = a.persons.keys() & b.persons.keys()
    return sum(a.persons[unit].isdisjoint(b.persons[unit]) for unit in both if a.persons[unit] and b.persons[unit])


def _story(a: Report, b: Report) -> Literal["no", "people", "event"]:
    shared = a.around & b.around
    if any(" " in mark for mark in shared):
        return "event"
    return "people" if len(shared) >= STORY else "no"


def _when(a: Report, b: Report) -> When:
    if not a.when or not b.when:
        return _told(a, b)
    found = {dates.agreement(x, y) for x in a.when for y in b.when}
    best: When = next(grade for grade in ("day", "month", "year", "near", "apart") if grade in found)
    if best in ("day", "month") and _years_apart(a, b):
        return "apart"
    if best == "year" and not all(any(p.start.year for p in report.when) for report in (a, b)):
        return "unknown"  # a day of no year and a year have nothing in common
    return best


def _told(a: Report, b: Report) -> When:
    """With a date on one side at most: whether the page without one could have spoken of the other's date."""
    dated, bare = (a, b) if a.when else (b, a)
    if not dated.when and a.published and b.published:
        x, y = a.span, b.span
        if max(x[0], y[0]) > min(x[1], y[1]) or _still_planned(a, b) or _still_planned(b, a):
            return "apart"
        return "fulfilled" if _fulfils(a, b) or _fulfils(b, a) else "unknown"
    if not dated.when or bare.published is None or bare.published.grain != "day":
        return "unknown"
    # Where one of the two lacks its year, it is taken to be the other's.
    year = dated.when[0].start.year or bare.published.start.year
    told, _ = bare.published.days(year)
    first, last = dated.when[0].days(year)
    if bare.statuses <= {"planned", "possible"}:
        return "told" if first <= told + ANNOUNCED_AHEAD and last >= told - 1 else "apart"
    # What a page tells without a date has just happened; what is long past is told with one.
    return "told" if first <= told + 1 and last >= told - bare.memory else "apart"


def _still_planned(plan: Report, other: Report) -> bool:
    """Whether a page still plans without a date what an earlier one has told: it plans another."""
    if "planned" not in plan.statuses or not plan.statuses <= {"planned", "possible"}:
        return False
    days = _days_between(other, plan)
    return "occurred" in other.statuses and days is not None and days > 1


def _fulfils(plan: Report, other: Report) -> bool:
    """Whether what an earlier page plans without a date, a later one tells soon enough."""
    if not plan.statuses <= {"planned"} or not other.statuses <= {"occurred", "ongoing"}:
        return False
    days = _days_between(plan, other)
    return days is not None and 0 <= days <= FULFILLED_DAYS


def _years_apart(a: Report, b: Report) -> bool:
    """Whether a date without a year stands on a page of quite another year."""
    for bare, other in ((a, b), (b, a)):
        if bare.when[0].start.year or bare.published is None or not bare.published.start.year:
            continue
        year = other.when[0].start.year or (other.published.start.year if other.published else 0)
        if year and abs(bare.published.start.year - year) > 1:
            return True
    return False


_SPOTS = ("city", "venue")


def _where(a: Report, b: Report, spots: tuple[str, ...] = _SPOTS) -> Where:
    if not a.places or not b.places:
        return "unknown"
    pairs = [(x, y) for x in a.places for y in b.places]
    if any(same_place(x, y) and x.kind in spots for x, y in pairs):
        return "city"
    if any(places_agree(x, y) for x, y in pairs):
        return "country"
    return "apart"


def _close(a: Report, b: Report) -> bool:
    days = _days_between(a, b)
    return days is not None and abs(days) <= CLOSE_DAYS


def _days_between(a: Report, b: Report) -> int | None:
    """How many days after the page of the first that of the second was published; None where that is not known."""
    x, y = a.published, b.published
    if x is None or y is None or {x.grain, y.grain} != {"day"} or not (x.start.year and y.start.year):
        return None
    return y.days(0)[0] - x.days(0)[0]
