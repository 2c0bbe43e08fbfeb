"""The life of an event: announced, moved, under way, happened, called off, confirmed; each step with its source."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.record import dates
from dragoman.record.resolved import Step
from dragoman.record.support import Told
from dragoman.types import Status

_FIRST: dict[Status, str] = {
    "planned": "announced", "possible": "considered", "ongoing": "under way", "occurred": "happened",
    "denied": "denied",
}
_HAPPENED = ("happened", "under way")
_AHEAD = ("announced", "considered", "moved", "postponed")


def life(told: Sequence[Told]) -> tuple[Step, ...]:
    """The steps that reports tell, in the order in which they were published; what only repeats the last is no step.

    What another family of copies says again after it happened confirms it, once.
    """
    out: list[Step] = []
    when: dates.Partial | None = None
    happened: set[str] = set()
    for t in told:
        given = t.fact.date.value.start if t.fact.date else None
        date = dates.partial(given)
        step = _step(t, [s.step for s in out], date, when, happened)
        if t.fact.status in ("occurred", "ongoing"):
            happened.add(t.family)
        if date is not None and (when is None or not when.agrees(date) or date.fineness > when.fineness):
            when = date
        if step is not None:
            out.append(Step(step, t.article.published, given, *t.where))
    return tuple(out)


def _step(
    t: Told, before: Sequence[str], date: dates.Partial | None, when: dates.Partial | None, happened: set[str]
) -> str | None:
    first = _FIRST[t.fact.status]
    if first == "denied":
        if "denied" in before or "called off" in before:
            return None
        return "called off" if before and before[-1] in _AHEAD else "denied"
    if first in _HAPPENED:
        if first not in before:
            return first
        apart = happened and t.family not in happened
        return "confirmed" if apart and "confirmed" not in before else None
    if any(step in _HAPPENED for step in before):
        return None  # a plan told again after the fact
    if date is not None and when is not None and not when.agrees(date):
        return "postponed" if when < date else "moved"
    return first if first not in before and not ("announced" in before and first == "considered") else None


def unconfirmed(status: str, start: str | None, end: str | None, newest: str | None) -> bool:
    """Whether an event that was only planned should have happened by the time of the record's newest page."""
    if status not in ("planned", "possible"):
        return False
    when, known = dates.period(start, end), dates.period(newest, None)
    if when is None or known is None or not when.start.year or not known.start.year:
        return False
    return when.days(0)[1] < known.days(0)[0]
