"""The dates between which a user looks: read from what was typed, and held against rows."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import DragomanError
from dragoman.record import dates


@dataclass(frozen=True, slots=True)
class Between:
    """From and until which date to look, each as coarse as one likes; None leaves an end open."""

    since: dates.Partial | None
    until: dates.Partial | None

    @classmethod
    def of(cls, since: str | None, until: str | None) -> Between:
        """Reads both ends; raises DragomanError for what is no date."""
        between = cls(_bound("--since", since), _bound("--until", until))
        first, last = between.first_day, between.last_day
        if first is not None and last is not None and last < first:
            raise DragomanError("--until", f"{until} lies before --since {since}", "give the earlier date to --since")
        return between

    @property
    def first_day(self) -> int | None:
        """Ordinal of the first day to look at."""
        return None if self.since is None else dates.Period(self.since, self.since).days(0)[0]

    @property
    def last_day(self) -> int | None:
        """Ordinal of the last day to look at."""
        return None if self.until is None else dates.Period(self.until, self.until).days(0)[1]

    def has(self, start: str | None, end: str | None) -> bool:
        """Whether what lasted from `start` to `end` can lie between; where an end is set, the undated does not."""
        if self.since is None and self.until is None:
            return True
        when = dates.period(start, end)
        if when is None or not when.start.year:
            return False
        first, last = when.days(0)
        if self.first_day is not None and last < self.first_day:
            return False
        return self.last_day is None or first <= self.last_day


def _bound(option: str, text: str | None) -> dates.Partial | None:
    if text is None:
        return None
    found = dates.partial(text)
    if found is None or not found.year:
        raise DragomanError(f"{option} {text}", "is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD")
    return found
