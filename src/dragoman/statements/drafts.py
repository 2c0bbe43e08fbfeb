"""Attributions of a page put together: who carries whom, and the statements that come of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.mentions.spots import PageReferents
from dragoman.statements.carriers import is_outlet
from dragoman.statements.content import Content
from dragoman.statements.memory import Source
from dragoman.types import Evidence, Span, Statement

_NEAR = 60  # characters: a subject this far from its verb is still beside it
_COVERS = 0.8  # share of an outlet's words that makes it a mere carrier of the one who speaks in them


@dataclass(slots=True)
class Draft:
    """One attribution before the page is looked at as a whole."""

    sentence: int
    cue: Span
    rule: str
    force: str
    source: Source
    content: Content
    via: list[str] = field(default_factory=list)
    modal: bool = False  # what is said lies ahead
    phrase: bool = False  # "according to", and no verb
    carries: bool = False  # an outlet, or a body behind "according to", whose words are another's
    goes_on: bool = False  # a quotation given to the last speaker

    @property
    def hull(self) -> Span:
        """Source, cue and content together."""
        spans = [self.cue, Span(self.content.start, self.content.end)]
        if self.source.span is not None and self.source.span.end > self.cue.start - 4 * _NEAR:
            spans.append(self.source.span)
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def chain(page: PageReferents, drafts: Sequence[Draft]) -> list[Draft]:
    """Gives what is said within another's words its carriers, and marks those that only carry."""
    claimed = _claimed(drafts)
    by_sentence: dict[int, list[int]] = {}
    for k, d in enumerate(drafts):
        by_sentence.setdefault(d.sentence, []).append(k)
    for numbers in by_sentence.values():
        for k in numbers:
            inner = drafts[k]
            outer = [j for j in numbers if j != k and _holds(drafts[j], inner)]
            outer.sort(key=lambda j: drafts[j].content.start - drafts[j].content.end)
            names: list[str] = []
            for j in outer:
                carrier = drafts[j]
                names += carrier.via + [s.name for s in carrier.source.speakers]
                if _mere_carrier(page, carrier, inner):
                    carrier.carries = True
            own = {s.name for s in inner.source.speakers}
            inner.via = [n for n in dict.fromkeys(names + inner.via) if n not in own]
    return [d for k, d in enumerate(drafts) if k not in claimed]


def _claimed(drafts: Sequence[Draft]) -> set[int]:
    """Quotations that were thought to go on and that a verb behind them gives to another."""
    said = [d.content for d in drafts if not d.goes_on and d.content.kind != "indirect"]
    starts = sorted({(c.start, c.end) for c in said})
    out: set[int] = set()
    for k, d in enumerate(drafts):
        at = bisect_left(starts, (d.content.start + 1, 0)) - 1
        if d.goes_on and at >= 0 and d.content.start < starts[at][1]:
            out.add(k)
    return out


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer.content.start <= inner.cue.start and inner.cue.end <= outer.content.end and outer.cue != inner.cue


def _mere_carrier(page: PageReferents, outer: Draft, inner: Draft) -> bool:
    speaker = outer.source.speakers[0] if len(outer.source.speakers) == 1 else None
    referent = page.referents[speaker.referent] if speaker is not None and speaker.referent is not None else None
    outlet = referent is not None and is_outlet(referent)
    if inner.content.bare or not outlet and (referent is None or referent.kind == "person" or not outer.phrase):
        return False
    hull = inner.hull
    shared = min(hull.end, outer.content.end) - max(hull.start, outer.content.start)
    return shared >= _COVERS * (outer.content.end - outer.content.start)


def built(page: PageReferents, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """The statements, each once, in the order of the text."""
    mentions = sorted((m.start, m.end, r.id) for r in page.referents for m in r.mentions)
    starts = [m[0] for m in mentions]
    out: dict[tuple[int | None, str, int, int], Statement] = {}
    for d in drafts:
        status = d.force
        if status == "predicted" and not d.modal:
            status = "asserted"
        cue = Evidence(d.cue.start, d.cue.end, d.rule)
        span = d.source.span
        source = Evidence(span.start, span.end, "source") if span is not None else None
        for speaker in d.source.speakers:
            start, end = d.content.start, d.content.end
            statement = Statement(
                speaker.referent,
                speaker.name,
                d.content.kind,
                start,
                end,
                status,
                cue,
                tuple(d.via),
                _about(mentions, starts, start, end),
                source,
                "carried" if d.carries else "named" if d.content.named else "said",
            )
            out.setdefault((speaker.referent, speaker.name, start, end), statement)
    return tuple(sorted(out.values(), key=lambda s: (s.start, s.end, s.speaker_name)))


def _about(mentions: Sequence[tuple[int, int, int]], starts: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    found: list[int] = []
    for k in range(bisect_left(starts, start), len(mentions)):
        at, last, referent = mentions[k]
        if at >= end:
            break
        if last <= end:
            found.append(referent)
    return tuple(dict.fromkeys(found))
