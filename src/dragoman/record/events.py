"""Which reports are of one event.

Pairs of reports that are one event (`likeness`) make a graph; each connected part of it is settled by itself, so that
a new report touches only the parts that it has a link to. In a part, reports with the finest dates are joined first,
and of these the ones that name a spot; those without a spot, those with coarser dates, then those with none, those
that name only a kind of arms, and last those that do not know, or only suppose, one of the two sides, join a group
only where one group alone fits, or one alone at their spot. No report joins a group of which any member contradicts
it. Two events that one page keeps apart stay apart, unless both are told of the same day and another page's report is
like both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.record.bonds import NO_BONDS, Bonds
from dragoman.record.groups import Groups
from dragoman.record.likeness import Likeness, likeness
from dragoman.record.reports import Report, ReportKey

# Whether all sides are known, whether the item is named by its make, how fine the date is, whether a spot is told.
_Level = tuple[bool, bool, tuple[int, int], bool]


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
    pairs += [pair for _, scene in sorted(scenes.items()) for pair in pairs_across(scene)]
    out: list[list[ReportKey]] = []
    for part in parts(by_id, pairs, bonds):
        out.extend([r.key for r in group] for group in settle([by_id[id] for id in part], bonds))
    return sorted(sorted(group) for group in out)


def pairs_of(block: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """The pairs of reports of one block that are one event, by their ids, each once."""
    by_id = {report.id: report for report in block}
    spans = ((*report.span, id) for id, report in by_id.items())
    return (pair for pair in meeting(spans) if linked(by_id[pair[0]], by_id[pair[1]]))


def pairs_across(scene: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """The pairs of reports of one scene that may be one event though one names more sides than the other."""
    by_id = {report.id: report for report in scene}
    if len({report.block for report in by_id.values()}) > 1:
        for a, b in meeting((*report.span, id) for id, report in by_id.items()):
            if by_id[a].block != by_id[b].block and linked(by_id[a], by_id[b]):
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
    """Whether two reports, of different pages, are one event as far as the two of them say, or may be."""
    found = likeness(a, b)
    return a.key.article != b.key.article and (found.one_event or found.maybe_one)


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
        self._pair_up()
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
            spot = any(p.kind != "country" for p in report.places)
            known = not (report.open or report.supposed)
            out[known, not report.kind_only, fineness, spot].append(report)
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
            others = (other for other in _distinct(self.group_of[r.key] for r in settled) if other is not group)
            fitting = [other for other in others if self._part_for(group, other)]
            if len(fitting) > 1:
                at_spot = [o for o in fitting if any(f.one_event and f.where == "city" for f in _across(group, o))]
                fitting = at_spot or fitting
            if len(fitting) == 1:
                choices.append((group, fitting[0]))
        for group, other in sorted(choices, key=lambda pair: (_lead(pair[0]), _lead(pair[1]))):
            there = self.group_of[other[0].key]
            here = self._part_for(self.group_of[group[0].key], there)
            if here and here is not there:
                self._part(here)
                self._merge(here, there)

    def _part_for(self, group: list[Report], other: list[Report]) -> list[Report]:
        """The reports of a group that may join another: all of them, or all of whose pages it tells nothing else."""
        told = [(x, y) for x in group for y in other if x.key.article == y.key.article and not _agree(x, y)]
        left = {x.key for x, _ in told}
        if left and self.bonds.together:
            return []
        here = [r for r in group if r.key not in left] if left else group
        fits = bool(here) and self._may_join(here, other) and any(found.one_event for found in _across(here, other))
        return here if fits else []

    def _part(self, here: list[Report]) -> None:
        """Makes some reports of a group one of their own; those that are left stay together."""
        keys = {r.key for r in here}
        left = [r for r in self.group_of[here[0].key] if r.key not in keys]
        for part in (here, left):
            for report in part:
                self.group_of[report.key] = part

    def _pair_up(self) -> None:
        """Joins groups that may be one though one names more sides, where each is alone in fitting the other."""
        if len({r.units for r in self.reports}) == 1:
            return
        groups = sorted(_distinct(self.group_of.values()), key=_lead)
        fitting: dict[ReportKey, list[list[Report]]] = defaultdict(list)
        for a, b in combinations(groups, 2):
            if self._may_join(a, b) and any(f.maybe_one for f in _across(a, b)):
                fitting[_lead(a)].append(b)
                fitting[_lead(b)].append(a)
        for a in groups:
            match fitting[_lead(a)]:
                case [b] if _lead(a) < _lead(b) and len(fitting[_lead(b)]) == 1:
                    self._join(a, b)

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
    if a.key.article != b.key.article:
        return True
    return found.when == "day" and found.where in ("city", "unknown") and found.sides != "part"


def _across(a: Sequence[Report], b: Sequence[Report]) -> Iterator[Likeness]:
    return (likeness(x, y) for x in a for y in b if x.key.article != y.key.article)


def _lead(group: Sequence[Report]) -> ReportKey:
    return min(r.key for r in group)


def _distinct(groups: Iterable[list[Report]]) -> list[list[Report]]:
    return list({id(group): group for group in groups}.values())
