"""Furniture as spans: lines and openings that are not the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.reading.knowledge import furniture_rules, words_of
from dragoman.reading.lines import Line
from dragoman.reading.marks import Marks
from dragoman.types import Furniture

ENDING = 400  # characters at the end of the last paragraph in which something may run on
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*\s+""")
_NAME = r"[A-ZÀ-ÖØ-ÞİŞĞČŠŽ][^\W\d_]+(?:[-'’][^\W\d_]+)?"
_SIGNED = re.compile(rf"{_NAME}\s(?:{_NAME}\s)?{_NAME}")


def of_lines(marks: Marks) -> list[Furniture]:
    """One span for each run of marked lines that have the same reason."""
    found: list[Furniture] = []
    previous = -2
    for index, reason in enumerate(marks.reasons):
        if reason is None:
            continue
        line = marks.lines[index]
        if found and previous == index - 1 and found[-1].reason == reason:
            found[-1] = Furniture(found[-1].start, line.end, reason)
        else:
            found.append(Furniture(line.start, line.end, reason))
        previous = index
    return found


def of_ending(text: str, lines: Sequence[Line], marks: Marks) -> list[Furniture]:
    """What runs on after the last sentence of the article's last paragraph: credits, links, a signature."""
    if marks.last_prose is None:
        return []
    line = lines[marks.last_prose]
    begin = max(line.start, line.end - ENDING)
    stops = [match.end() for match in _SENTENCE_END.finditer(text, begin, line.end)]
    rules = furniture_rules()
    for stop in stops:
        rest = text[stop : line.end]
        for reason, pattern in rules.endings:
            if pattern.fullmatch(rest):
                return [Furniture(stop, line.end, reason)]
    if not stops or stops[-1] >= line.end:
        return []
    rest = text[stops[-1] : line.end]
    phrase = rules.phrases.match(words_of(rest)) if len(rest) <= 120 else None
    if phrase and " " in rest:
        return [Furniture(stops[-1], line.end, phrase[0])]
    # A name without a stop after the last sentence signs the article.
    if _SIGNED.fullmatch(rest) and line.end - stops[-1] <= 40:
        return [Furniture(stops[-1], line.end, "byline")]
    return []


def settled(found: Iterable[Furniture], keep: tuple[int, int] | None) -> tuple[Furniture, ...]:
    """The spans sorted, with overlaps and the title's own stretch cut away."""
    result: list[Furniture] = []
    at = 0
    for piece in sorted(found, key=lambda one: (one.start, -one.end)):
        start = max(piece.start, at)
        parts = [(start, piece.end)]
        if keep and start < keep[1] and keep[0] < piece.end:
            parts = [(start, min(piece.end, keep[0])), (max(start, keep[1]), piece.end)]
        for first, last in parts:
            if first < last:
                result.append(Furniture(first, last, piece.reason))
                at = last
    return tuple(result)
