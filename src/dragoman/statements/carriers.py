"""Carriers: outlets and agencies that bring a reader what somebody else says."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.spots import PageReferents
from dragoman.reading.outlets import outlets
from dragoman.statements.cues import reporting
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


def _of_press(line: Line, argument: Argument) -> str | None:
    """The name in "the Daily Such newspaper" or "the such.ru news portal"."""
    words = [t for t in line.tokens[argument.first : argument.last] if t.i != argument.head]
    site = next((t.text for t in words if "." in t.text.strip(".") and t.text.islower()), None)
    if site is not None:
        known = outlets().at(site)
        return known.name if known is not None else site
    first = next((t.i for t in words if t.pos == "PROPN"), None)
    if first is None:
        return None
    last = first
    while last + 1 < argument.last and line.tokens[last + 1].pos == "PROPN" and last + 1 != argument.head:
        last += 1
    name = " ".join(line.text[line.tokens[first].start : line.tokens[last].end].split())
    known = outlets().named(name)
    return known.name if known is not None else name


def outlet_names(page: PageReferents, line: Line, arguments: Sequence[Argument]) -> tuple[str, ...]:
    """Names of the outlets among the arguments of a verb of reporting: whom it was told."""
    out: list[str] = []
    for a in arguments:
        spot = page.at(line.sentence.index, a.head)
        if spot is not None and any(is_outlet(page.referents[r]) for r in spot.referents):
            out.extend(page.referents[r].name for r in spot.referents)
        elif line.tokens[a.head].pos == "PROPN" and (known := outlets().named(phrase_of(line, a))) is not None:
            out.append(known.name)
        elif line.tokens[a.head].lemma in reporting().press and (name := _of_press(line, a)) is not None:
            out.append(name)
    return tuple(dict.fromkeys(out))
