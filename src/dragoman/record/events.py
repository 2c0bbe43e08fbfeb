"""Which reports are of one event.

Pairs of reports that are one event (`likeness`) make a graph; each connected part of it is settled by itself, so that
a new report touches only the parts that it has a link to. In a part, reports with the finest dates are joined first,
and of these the ones that name a spot; those without a spot, those with coarser dates, then those with none, and last
those that do not know one of the two sides, join a group only where one group alone fits. No report joins a group of
which any member contradicts it. Two events that one page keeps apart stay apart, unless both are told of the same day
and another page's report is like both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.record.bonds import NO_BONDS, Bonds
from dragoman.record.groups import Groups
from dragoman.record.likeness import likeness
from dragoman.record.reports import Report, ReportKey

_Level = tuple[bool, tuple[int, int], bool]  # whether all sides are known, how fine the date is, whether a spot is told


def same_events(reports: Iterable[Report], bonds: Bonds = NO_BONDS) -> list[list[ReportKey]]:
    """Groups of the keys of reports, each group one event; sorted. The order of reports does not matter."""
    by_id = {r.id: r for r in reports}
    blocks: dict[str, list[Report]] = defaultdict(list)
    scenes: dict[str, list[Report]] = defaultdict(list)
    for id in sorted(by_id):
        if by_id[id].block:
            blocks[by_id[id].block].append(by_id[id])
        if by_id[id].scene:
            scenes[by_id[id].scene].append(by_id[id])
    pairs = [pair for _, block in sorted(blocks.items()) for pair in pairs_of(block)]
    pairs += [pair for _, scene in sorted(scenes.items()) for pair in revealed_of(scene)]
    out: list[list[ReportKey]] = []
    for part in parts(by_id, pairs, bonds):
        out.extend([r.key for r in group] for group in settle([by_id[id] for id in part], bonds))
    return sorted(sorted(group) for group in out)


def pairs_of(block: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """The pairs of reports of one block that are one event, by their ids, each once."""
    by_id = {report.id: report for report in block}
    spans = ((*report.span, id) for id, report in by_id.items())
    return (pair for pair in meeting(spans) if linked(by_id[pair[0]], by_id[pair[1]]))


def revealed_of(scene: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """The pairs of reports of one scene that are one event and of which one leaves a side open."""
    by_id = {report.id: report for report in scene}
    if any(report.open for report in by_id.values()):
        for a, b in meeting((*report.span, id) for id, report in by_id.items()):
            if by_id[a].open != by_id[b].open and linked(by_id[a], by_id[b]):
                yield a, b


def meeting(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    """The pairs of reports whose spans meet, each report given by its first day, its last and its id."""
    ahead: list[tuple[int, str]] = []
    for first, last, id in sorted(spans):
        ahead = [(end, other) for end, other in ahead if end >= first]
        for _, other in ahead:
            yield (id, other) if id < other else (other, id)
        ahead.append((last, id))


def linked(a: Report, b: Report) -> bool:
    """Whether two reports, of different pages, are one event as far as the two of them say."""
    return a.key.article != b.key.article and likeness(a, b).one_event


def parts(ids: Iterable[str], pairs: Iterable[tuple[str, str]], bonds: Bonds = NO_BONDS) -> list[list[str]]:
    """The connected parts of the graph of reports; sorted."""
    groups: Groups[str] = Groups(ids)
    for a, b in pairs:
        groups.join(a, b)
    for bound in bonds.together:
        here = [id for id in bound if id in groups]
        for id in here[1:]:
            groups.join(here[0], id)
    return list(groups.all().values())


def settle(reports: Sequence[Report], bonds: Bonds = NO_BONDS) -> list[list[Report]]:
    """The events of one part of the graph, each as its reports."""
    if len(reports) == 1:
        return [list(reports)]
    return _Part(sorted(reports, key=lambda r: r.key), bonds).groups()


class _Part:
    """Reports that are linked with one another, directly or by others."""

    def __init__(self, reports: Sequence[Report], bonds: Bonds) -> None:
        self.reports = list(reports)
        self.bonds = bonds
        self.group_of: dict[ReportKey, list[Report]] = {r.key: [r] for r in reports}
        self._bind({r.id: r for r in reports})

    def groups(self) -> list[list[Report]]:
        """The groups, grown from the finest dates to none."""
        settled: list[Report] = []
        for _, level in sorted(self._levels().items(), reverse=True):
            self._join_pairs(level)
            self._attach(level, settled)
            settled.extend(level)
        return _distinct(self.group_of.values())

    def _bind(self, by_id: Mapping[str, Report]) -> None:
        for bound in self.bonds.together:
            here = [by_id[id] for id in bound if id in by_id]
            for other in here[1:]:
                self._merge(self.group_of[here[0].key], self.group_of[other.key])

    def _levels(self) -> dict[_Level, list[Report]]:
        out: dict[_Level, list[Report]] = defaultdict(list)
        for report in self.reports:
            fineness = report.when[0].start.fineness if report.when else (-1, 0)
            out[not report.open, fineness, any(p.kind != "country" for p in report.places)].append(report)
        return out

    def _join_pairs(self, level: Sequence[Report]) -> None:
        edges = []
        for i, a in enumerate(level):
            for b in level[i + 1 :]:
                if a.key.article != b.key.article:
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
        if a is not b and self._may_join(a, b):
            self._merge(a, b)

    def _merge(self, a: list[Report], b: list[Report]) -> None:
        if a is b:
            return
        joined = sorted(a + b, key=lambda r: r.key)
        for report in joined:
            self.group_of[report.key] = joined

    def _may_join(self, a: Sequence[Report], b: Sequence[Report]) -> bool:
        if self.bonds.part([r.id for r in a], [r.id for r in b]):
            return False
        return all(_agree(x, y) for x in a for y in b)


def _agree(a: Report, b: Report) -> bool:
    """Whether two reports can stand in one event; two of one page only where it gives both the same day."""
    found = likeness(a, b)
    if found.contradicts:
        return False
    return a.key.article != b.key.article or (found.when == "day" and found.where in ("city", "unknown"))


def _any_one_event(a: Sequence[Report], b: Sequence[Report]) -> bool:
    return any(linked(x, y) for x in a for y in b)


def _lead(group: Sequence[Report]) -> ReportKey:
    return min(r.key for r in group)


def _distinct(groups: Iterable[list[Report]]) -> list[list[Report]]:
    return list({id(group): group for group in groups}.values())
