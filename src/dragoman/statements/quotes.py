"""Quotations: what stands between quotation marks, whatever the marks, across sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.types import Sentence

# Every mark that may open or close; the single ones are apostrophes until shown otherwise.
_MARK = re.compile(r"``|''|[\"“”„‟«»‹›「」『』《》‘’']")
_CLOSES = {
    "“": ("”", '"'), "„": ("“", "”", "‟"), "«": ("»",), "»": ("«",), "‹": ("›",), "「": ("」",), "『": ("』",),
    "《": ("》",), "``": ("''", "”", '"'), '"': ('"', "”", "''"), "”": ("”",), "''": ("''",), "‘": ("’",), "'": ("'",),
    "‟": ("”",),
}  # fmt: skip
_OPENS_ONLY = frozenset("“„«‹「『《") | {"``"}
_SINGLE = frozenset("‘’'")
_MAX_DEPTH = 6
# A single mark opens only where its partner closes within so many characters.
_SINGLE_REACH = 600
_SINGLE_TRIES = 12
_SINGLE_CLOSE = re.compile(r"[.,?!]['’](?=\s+[A-Z“\"`]|\s*\Z)")
_MENDED = 8  # quotations of one paragraph that are ended by such a mark


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost quotation, its marks included; a mark that is missing is not invented."""

    start: int
    end: int  # exclusive
    opened: bool = True
    closed: bool = True


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    starts: list[int]  # of its sentences


class Quotations:
    """The quotations of a page in the order of the text."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self.all = tuple(found)
        self._starts = [q.start for q in found]
        self._ends = [q.end for q in found]

    def touching(self, start: int, end: int) -> Sequence[Quotation]:
        """Those that share a character with a range."""
        return self.all[bisect_left(self._ends, start + 1) : bisect_left(self._starts, end)]

    def at(self, offset: int) -> Quotation | None:
        """The quotation around a character."""
        here = self.touching(offset, offset + 1)
        return here[0] if here else None


def find(text: str, sentences: Sequence[Sentence]) -> Quotations:
    """All quotations in the sentences of a page.

    One that a paragraph leaves open goes on in the next if that begins with a mark, and ends with the paragraph
    otherwise; one that is closed without having been opened begins with its sentence.
    """
    found: list[Quotation] = []
    opened: int | None = None  # start of the quotation that is open, outside every paragraph
    stack: list[str] = []
    paragraphs = _paragraphs(sentences)
    for number, p in enumerate(paragraphs):
        begin = p.start
        if stack:
            # the mark that repeats itself at the head of a further paragraph of one quotation
            repeated = _MARK.match(text, begin, p.end)
            begin = repeated.end() if repeated is not None else begin
        opened = _scan(text, p, begin, opened, stack, found)
        if not stack:
            continue
        follows = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if follows is None or not _goes_on(text, follows, stack):
            for _ in range(_MENDED):
                if opened is None:
                    break
                end = _mistaken(text, opened, p.end)
                found.append(Quotation(opened, end, closed=False))
                opened = None
                stack.clear()
                if end < p.end:
                    opened = _scan(text, p, end, None, stack, found)
            if opened is not None:
                found.append(Quotation(opened, p.end, closed=False))
            opened = None
            stack.clear()
    return Quotations(found)


def _mistaken(text: str, opened: int, limit: int) -> int:
    """Where a quotation without a closing mark ends: at a single mark behind a stop, else with its paragraph."""
    close = _SINGLE_CLOSE.search(text, opened + 1, limit)
    return close.end() if close is not None else limit


def _goes_on(text: str, follows: _Paragraph, stack: Sequence[str]) -> bool:
    """Whether a quotation that is open at the end of a paragraph goes on in the next.

    It does where that begins with the mark again, and where the first mark there can only close.
    """
    mark = _MARK.match(text, follows.start, follows.end)
    if mark is not None:
        return mark.group() in (stack[0], "“" if stack[0] == '"' else '"')
    mark = _MARK.search(text, follows.start, follows.end)
    while mark is not None and mark.group() in _SINGLE:
        mark = _MARK.search(text, mark.end(), follows.end)
    if mark is None or mark.group() not in _CLOSES.get(stack[0], ()):
        return False
    after = text[mark.end()] if mark.end() < follows.end else " "
    return not text[mark.start() - 1].isspace() and not after.isalnum()


def _paragraphs(sentences: Sequence[Sentence]) -> list[_Paragraph]:
    out: list[_Paragraph] = []
    last: int | None = None
    for s in sentences:
        if s.paragraph != last:
            out.append(_Paragraph(s.start, s.end, []))
            last = s.paragraph
        out[-1].end = max(out[-1].end, s.end)
        out[-1].starts.append(s.start)
    return out


def _scan(
    text: str, p: _Paragraph, begin: int, opened: int | None, stack: list[str], found: list[Quotation]
) -> int | None:
    """Walks the marks of one paragraph; returns where the quotation began that is still open, if any."""
    floor = p.start  # nothing that is not opened reaches back behind this
    for match in _MARK.finditer(text, begin, p.end):
        mark, at, end = match.group(), match.start(), match.end()
        before = text[at - 1] if at > p.start else " "
        after = text[end] if end < p.end else " "
        if mark in _SINGLE:
            if not _single(text, mark, at, end, p.end, before, after, stack):
                continue
        closing = next((k for k in range(len(stack) - 1, -1, -1) if mark in _CLOSES.get(stack[k], ())), None)
        if closing is not None and _may_close(mark, before, after, stack, closing):
            del stack[closing:]
            if not stack and opened is not None:
                if end - opened > 2 * len(mark):  # two marks side by side hold nothing
                    found.append(Quotation(opened, end))
                opened, floor = None, end
        elif mark in _OPENS_ONLY or mark in ("‘", "'") or _may_open(mark, before, after):
            if len(stack) < _MAX_DEPTH:
                stack.append(mark)
                if len(stack) == 1:
                    opened = at
        elif not stack and not before.isspace() and mark not in _SINGLE:
            sentence = p.starts[max(0, bisect_left(p.starts, at) - 1)]
            start = max(floor, sentence)
            if at > start and not before.isdigit():  # a digit before it: inches
                found.append(Quotation(start, end, opened=False))
                floor = end
    return opened


def _may_close(mark: str, before: str, after: str, stack: Sequence[str], closing: int) -> bool:
    """A mark that could do both closes unless it stands like an opening one inside the quotation."""
    if mark in ('"', "''") and closing == len(stack) - 1:
        return not (before.isspace() and not after.isspace() and after.isalnum())
    return True


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark not in ('"', "''", "”", "»", "‟"):
        return False
    return not after.isspace() and not (before.isalnum() or before in ".,!?…;%)")


def _single(text: str, mark: str, at: int, end: int, limit: int, before: str, after: str, stack: Sequence[str]) -> bool:
    """Whether a single mark is a quotation mark here and no apostrophe."""
    stands = before.isspace() or before in '([—–-"“'
    if mark == "‘" or mark == "'" and stands and after.isalpha() and (after.isupper() or not stack):
        return _closes_soon(text, "’" if mark == "‘" else "'", end, limit)
    opener = "‘" if mark == "’" else "'"
    return opener in stack and not before.isspace() and not after.isalnum()


def _closes_soon(text: str, closer: str, begin: int, limit: int) -> bool:
    """Whether a mark that closes stands near: behind a word, before a space or a stop, and no plural's apostrophe."""
    reach = min(limit, begin + _SINGLE_REACH)
    where = text.find(closer, begin, reach)
    for _ in range(_SINGLE_TRIES):
        if where < 0:
            return False
        following = text[where + 1 : where + 3]
        if not text[where - 1].isspace() and not following[:1].isalnum():
            plural = text[where - 1] == "s" and following[:1].isspace() and following[1:].islower()
            if not plural:
                return True
        where = text.find(closer, where + 1, reach)
    return False
