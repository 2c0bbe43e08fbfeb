"""Which reports are of one event.

Reports with the finest dates are joined first; those with coarser dates, and then those
with none, join a group only where one group alone fits. Two events that one page keeps
apart stay apart, and no report joins a group of which any member contradicts it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.record.likeness import SUMMIT, likeness
from dragoman.record.reports import Report, ReportKey

WIDE = 10  # days: a longer period is compared with all others rather than day by day


def same_events(reports: Iterable[Report]) -> list[list[ReportKey]]:
    """Groups of the keys of reports, each group one event; sorted. The order of reports does not matter."""
    blocks: dict[tuple[str, ...], list[Report]] = defaultdict(list)
    out: list[list[ReportKey]] = []
    for report in sorted(reports, key=lambda r: r.key):
        if report.key.aside or not report.units:
            out.append([report.key])
        else:
            blocks[_block(report)].append(report)
    for _, block in sorted(blocks.items()):
        out.extend([r.key for r in group] for group in _Block(block).groups())
    return sorted(sorted(group) for group in out)


def _block(report: Report) -> tuple[str, ...]:
    """What reports must share to be compared at all."""
    if len(report.units) < SUMMIT:
        return (report.key.type, *sorted(report.units))
    first = report.when[0].start if report.when else None
    return (report.key.type, "", f"{first.month}-{first.day}" if first else "")


class _Block:
    """Reports of one type with the same sides."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports = list(reports)
        self.group_of: dict[ReportKey, list[Report]] = {r.key: [r] for r in reports}

    def groups(self) -> list[list[Report]]:
        """The groups, grown from the finest dates to none."""
        settled: list[Report] = []
        for _, level in sorted(self._levels().items(), reverse=True):
            self._join_pairs(level)
            self._attach(level, settled)
            settled.extend(level)
        distinct = {id(group): group for group in self.group_of.values()}
        return list(distinct.values())

    def _levels(self) -> dict[tuple[int, int], list[Report]]:
        out: dict[tuple[int, int], list[Report]] = defaultdict(list)
        for report in self.reports:
            out[report.when[0].start.fineness if report.when else (-1, 0)].append(report)
        return out

    def _join_pairs(self, level: Sequence[Report]) -> None:
        edges = []
        for a, b in _pairs(level):
            found = likeness(a, b)
            if found.one_event:
                edges.append((-found.score, a.key, b.key))
        for _, ours, theirs in sorted(edges):
            self._join(self.group_of[ours], self.group_of[theirs])

    def _attach(self, level: Sequence[Report], settled: Sequence[Report]) -> None:
        if not settled:
            return
        choices: list[tuple[list[Report], list[Report]]] = []
        for group in _distinct(self.group_of[r.key] for r in level):
            fitting = [
                other
                for other in _distinct(self.group_of[r.key] for r in settled)
                if other is not group and self._may_join(group, other) and _any_one_event(group, other)
            ]
            if len(fitting) == 1:
                choices.append((group, fitting[0]))
        for group, other in sorted(choices, key=lambda pair: (_lead(pair[0]), _lead(pair[1]))):
            self._join(self.group_of[group[0].key], self.group_of[other[0].key])

    def _join(self, a: list[Report], b: list[Report]) -> None:
        if a is b or not self._may_join(a, b):
            return
        joined = sorted(a + b, key=lambda r: r.key)
        for report in joined:
            self.group_of[report.key] = joined

    def _may_join(self, a: Sequence[Report], b: Sequence[Report]) -> bool:
        pages = {r.key.article for r in a}
        if any(r.key.article in pages for r in b):
            return False
        return not any(likeness(x, y).contradicts for x in a for y in b)


def _any_one_event(a: Sequence[Report], b: Sequence[Report]) -> bool:
    return any(likeness(x, y).one_event for x in a for y in b)


def _lead(group: Sequence[Report]) -> ReportKey:
    return min(r.key for r in group)


def _distinct(groups: Iterable[list[Report]]) -> list[list[Report]]:
    return list({id(group): group for group in groups}.values())


def _pairs(level: Sequence[Report]) -> Iterable[tuple[Report, Report]]:
    """Pairs of different pages that can be one event: only those whose days meet, where days are known."""
    by_day: dict[int, list[Report]] = defaultdict(list)
    wide: list[Report] = []
    if not level or not level[0].when or level[0].when[0].grain != "day":
        wide = list(level)
    else:
        for report in level:
            days = {d for p in report.when for d in _days(p.days(0))} if len(report.when) < WIDE else set()
            if not days:
                wide.append(report)
            for day in sorted(days):
                by_day[day].append(report)
    seen: set[tuple[ReportKey, ReportKey]] = set()
    for bucket in [by_day[day] for day in sorted(by_day)]:
        for i, a in enumerate(bucket):
            for b in bucket[i + 1 :]:
                if a.key.article != b.key.article and (a.key, b.key) not in seen:
                    seen.add((a.key, b.key))
                    yield a, b
    for i, a in enumerate(wide):
        for b in wide[i + 1 :] + ([r for r in level if r not in wide] if by_day else []):
            if a.key.article != b.key.article:
                yield a, b


def _days(span: tuple[int, int]) -> range:
    first, last = span
    return range(first, last + 2) if last - first < WIDE else range(0)
