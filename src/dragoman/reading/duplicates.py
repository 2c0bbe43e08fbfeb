"""Text that a page has twice: the whole article again, or a run of its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.reading.lines import Line

PARAGRAPH = 60  # characters; shorter lines are repeated for many reasons
ALONE = 200  # characters; a paragraph this long that stands again is a repetition by itself
OPENING = 24  # characters that must be equal before two lines are compared whole


def repeated_lines(text: str, lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines that repeat earlier ones, in linear time.

    A repetition is a run of two or more paragraphs that stood in the same order before, or one
    long paragraph; short lines inside a run go with it where they stood in the first copy too, and part it nowhere.
    """
    begins = [" ".join(line.text[: 2 * OPENING].split())[:OPENING] for line in lines]
    openings = Counter(begins)
    if len(openings) == len(lines):
        return []
    first: dict[str, int] = {}
    same: dict[int, int] = {}  # index of a paragraph -> index of its first copy
    seen_short: set[str] = set()
    for index, line in enumerate(lines):
        if openings[begins[index]] == 1:
            continue
        key = _key(text, line)
        if line.end - line.start < PARAGRAPH:
            if key in seen_short:
                same[index] = -1
            seen_short.add(key)
        elif key in first:
            same[index] = first[key]
        else:
            first[key] = index
    repeated: list[int] = []
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index in same and (same[index] < 0 or not run or _follows(same, run, index)):
            run.append(index)
            continue
        if run and index < len(lines) and index not in same and lines[index].end - lines[index].start < PARAGRAPH:
            continue  # a trail of links between two paragraphs that stood together before
        repeated += _kept(lines, same, run)
        run = [index] if index in same else []
    return repeated


def _follows(same: dict[int, int], run: list[int], index: int) -> bool:
    last = next((same[before] for before in reversed(run) if same[before] >= 0), -1)
    return last < same[index]


def _kept(lines: Sequence[Line], same: dict[int, int], run: list[int]) -> list[int]:
    """The lines of a run that count: from its first paragraph on, if there are enough of them."""
    paragraphs = [index for index in run if same[index] >= 0]
    if not paragraphs:
        return []
    if len(paragraphs) == 1 and lines[paragraphs[0]].end - lines[paragraphs[0]].start < ALONE:
        return []
    return [index for index in run if paragraphs[0] <= index]


def repeated_within(text: str, start: int, end: int) -> int | None:
    """Where a long line begins again from its first word, to its end; None where it does not.

    The second copy may be cut short, but is at least half of the first.
    """
    if end - start < 4 * PARAGRAPH:
        return None
    again = text.find(text[start : start + 2 * PARAGRAPH], start + 2 * PARAGRAPH, end)
    if again < 0 or (end - again) * 2 < again - start:
        return None
    tail = text[again:end].rstrip()
    return again if text.startswith(tail, start) and len(tail) <= again - start else None


def _key(text: str, line: Line) -> str:
    whole = line.text if line.short else text[line.start : line.end]
    return " ".join(whole.split())
