"""One content: the words that somebody is reported to have said, cut at their edges, and how far they are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.statements.line import Line
from dragoman.statements.quotes import Quotation
from dragoman.types import Span

Kind = Literal["direct", "indirect", "mixed"]

# What may stand at the edge of reported words without being one of them.
EDGE = " \t\r\n\xa0,;:–—-"
OPEN = "\"“„«‹「『《‘'`"
CLOSE = "\"”“»›」』》’'"


@dataclass(frozen=True, slots=True)
class Content:
    """The words reported."""

    start: int
    end: int
    kind: Kind
    split: bool = False  # the cue stands within
    named: bool = False  # what something is called
    bare: bool = False  # a noun that stands for what was said
    infinitive: bool = False  # what somebody is told to do, or will do


def finish(line: Line, span: Span, own: Sequence[Quotation], here: Span | None, split: bool) -> Content | None:
    """A stretch cut to the words reported, or None where none are left; `here` is where the cue stands."""
    start, end = _after_aside(line.text, span.start, span.end), span.end
    if here is not None and not split:
        split = start < here.start and here.end < end
    kind = _kind(line.text, start, end, own, here if split else None)
    start, end = trim(line.text, start, end, kind == "direct")
    return Content(start, end, kind, split) if end > start else None


def _after_aside(text: str, start: int, end: int) -> int:
    """Behind a parenthesis that stands at the head of the sentence, such as a caption."""
    if text[start : start + 1] != "(":
        return start
    close = text.find(")", start, end)
    follows = text[close + 1 : end].lstrip()[:1] if close > 0 else ""
    return close + 1 if follows.isupper() or follows in OPEN and follows else start


def _kind(text: str, start: int, end: int, own: Sequence[Quotation], cue: Span | None) -> Kind:
    inside = sum(_letters(text, max(start, q.start), min(end, q.end)) for q in own)
    if not inside:
        return "indirect"
    if cue is not None:
        return "direct" if all(_quoted_edge(text, at, own) for at in (start, end)) else "mixed"
    return "direct" if inside >= _letters(text, start, end) else "mixed"


def _quoted_edge(text: str, at: int, own: Sequence[Quotation]) -> bool:
    return any(q.start - 2 <= at <= q.end + 2 for q in own)


def _letters(text: str, start: int, end: int) -> int:
    return sum(c.isalnum() for c in text[start:end]) if end > start else 0


def trim(text: str, start: int, end: int, marks: bool) -> tuple[int, int]:
    """Without white space and commas at the edges, and without the marks about a direct quotation."""
    while start < end and (text[start] in EDGE or text[start] in "."):
        start += 1
    if marks and start < end and text[start] in OPEN:
        start += 1
        while start < end and (text[start].isspace() or text[start] == "`"):
            start += 1
    while end > start and (text[end - 1] in EDGE or text[end - 1] == "." and (not marks or text[end - 2] in CLOSE)):
        end -= 1
    if marks and end > start and text[end - 1] in CLOSE:
        end -= 1
        while end > start and (text[end - 1] in EDGE or text[end - 1] == "'"):
            end -= 1
    elif not marks and end > start and text[end - 1] in '”"' and not any(c in text[start : end - 1] for c in '“"„'):
        end -= 1
    return start, end
