"""Carriers: outlets and agencies that bring a reader what somebody else says."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.spots import PageReferents
from dragoman.reading.outlets import outlets
from dragoman.statements.line import Line
from dragoman.statements.wording import phrase_of
from dragoman.types import Argument, Referent, Span


def is_outlet(referent: Referent) -> bool:
    """True of a referent whose business is to carry news."""
    return referent.kind in ("company", "body") and (
        outlets().named(referent.name) is not None or any(m.form == "outlet" for m in referent.mentions)
    )


def outlets_between(page: PageReferents, line: Line, spans: Sequence[Span], apart: Sequence[Span]) -> tuple[str, ...]:
    """Names of outlets that stand in the given stretches and in none of those set apart."""
    out: list[str] = []
    for spot in page.spots[line.sentence.index]:
        start, end = line.tokens[spot.first].start, line.tokens[spot.last - 1].end
        if not any(s.start <= start and end <= s.end for s in spans) or any(
            s.start < end and start < s.end for s in apart
        ):
            continue
        out.extend(page.referents[r].name for r in spot.referents if is_outlet(page.referents[r]))
    return tuple(dict.fromkeys(out))


def outlet_names(page: PageReferents, line: Line, arguments: Sequence[Argument]) -> tuple[str, ...]:
    """Names of the outlets among the arguments of a verb of reporting: whom it was told."""
    out: list[str] = []
    for a in arguments:
        spot = page.at(line.sentence.index, a.head)
        if spot is not None and any(is_outlet(page.referents[r]) for r in spot.referents):
            out.extend(page.referents[r].name for r in spot.referents)
        elif line.tokens[a.head].pos == "PROPN" and (known := outlets().named(phrase_of(line, a))) is not None:
            out.append(known.name)
    return tuple(dict.fromkeys(out))
