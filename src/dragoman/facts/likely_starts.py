"""Likely starts: when an event began whose own words do not say it, judged by how the page's times stand to it.

Each time of the page, and that none of them is the start, are weighed against each other: the odds of a time are by
its signs (facts.timing), those of none are one to one. The weights are data (`start_weights.yaml`), fitted by
`python -m evaluation.timing` to events whose starts people had marked.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.facts.clock import Clock
from dragoman.facts.events import Event
from dragoman.facts.page_times import Time, times_of
from dragoman.facts.periods import spanned
from dragoman.facts.timing import Timing
from dragoman.facts.weights import Weights, weights
from dragoman.mentions.spots import PageReferents

WEIGHTS_FILE = "start_weights.yaml"
WHY = "likely, by how it stands to the event"
# From here on a time is taken for the start; kept out of the fit, seven in ten of those taken so were right.
A_START = 0.55


@dataclass(frozen=True, slots=True)
class Option:
    """A time that may be the start of an event, with its signs."""

    time: Time
    signs: tuple[str, ...]


def options(timing: Timing, page: PageReferents, clock: Clock, event: Event) -> list[Option]:
    """The times of a page that may be the start of an event, each with its signs."""
    return [Option(t, tuple(timing.signs(event, t))) for t in times_of(page, clock, event)]


def chosen(found: Sequence[Option], weighed: Weights) -> tuple[Option, float] | None:
    """The likeliest start among the options, and how likely it is, from 0 to 1; None where there are no options.

    Options of one and the same date are one start: the one that tells it best stands for it.
    """
    odds = [(math.exp(weighed.odds(o.signs)), o) for o in found]
    whole = 1 + sum(n for n, _ in odds)
    starts: dict[str | None, tuple[float, Option, float]] = {}
    for n, option in odds:
        start = option.time.value.start
        least, best, most = starts.get(start, (0.0, option, 0.0))
        starts[start] = (least + n, option if n > most else best, max(n, most))
    if not starts:
        return None
    share, option, _ = max(starts.values(), key=lambda s: s[0])
    return option, share / whole


def add_likely_starts(page: PageReferents, events: Sequence[Event], clock: Clock) -> None:
    """Gives each event without a start the one that is likely; every such date says so."""
    timing = Timing(page, clock, events)
    weighed = weights(WEIGHTS_FILE, "starts")
    found = []
    for event in events:
        date = event.date()
        if date is None or date.start is None:
            best = chosen(options(timing, page, clock, event), weighed)
            if best is not None and best[1] >= A_START:
                found.append((event, best[0].time.value))
    for event, value in found:  # only now: what is likely of one event is no sign of another
        report, last = event.reports[0], event.date()
        report.date, report.date_why = value if last is None else spanned(value, last), WHY
