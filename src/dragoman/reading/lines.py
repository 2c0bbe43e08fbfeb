"""The lines of a page, which for a flattened page are its paragraphs, links and captions."""

from __future__ import annotations

import re
from dataclasses import dataclass

SHORT = 300  # characters; no line above it is furniture by a pattern
# A page whose lines were cut at its width: so many of them at least, so wide, and most of them about as wide.
_LEAST_WRAPPED, _NARROWEST, _WIDEST, _FULL = 6, 40, 100, 0.7
_LONGEST = 5_000  # characters; no paragraph is put together beyond it
LIMIT = 20_000  # lines; a page above it is no article, and only its first lines are looked at
_STOP = re.compile(r"""[.!?…:;]["'”’»)\]*]*\Z""")
_INNER_STOP = re.compile(r"""[^\W_A-Z]{2}[)"'”’»]?[.!?]["'”’»)]*\s+["'“‘«(]?[^\W\d_a-z]""")
_FULL_STOP = re.compile(r"""[.!?…]["'”’»)\]*]*\Z""")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it."""

    start: int
    end: int
    text: str  # of a long line its first and last characters only
    words: int
    after_blank: bool  # a blank line stands before it

    @property
    def short(self) -> bool:
        return self.end - self.start <= SHORT

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return _FULL_STOP.search(self.text[-8:]) is not None

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph of running text: some length, and a stop at its end or within."""
        if self.words < 12:
            return False
        return _STOP.search(self.text[-8:]) is not None or _INNER_STOP.search(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order, `LIMIT` at most."""
    lines: list[Line] = []
    at, blank = 0, True
    while at <= len(text) and len(lines) < LIMIT:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = make_line(text, at, end, blank)
        if line is None:
            blank = True
        else:
            lines.append(line)
            blank = False
        at = end + 1
    return _unwrapped(text, lines)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """The lines with those put together that were cut at the width of a page: each goes on in the next."""
    width = _width(lines)
    if width is None:
        return lines
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        tail = 0 if last is None else last.end - max(last.start, text.rfind("\n", last.start, last.end) + 1)
        short = tail < width * _FULL and not line.text[:1].islower()  # cut short, perhaps at a link, where it goes on
        if last is None or line.after_blank or last.stopped or short or line.end - last.start > _LONGEST:
            out.append(line)
            continue
        joined = make_line(text, last.start, line.end, last.after_blank)
        out[-1:] = [joined] if joined is not None else [last, line]
    return out


def _width(lines: list[Line]) -> int | None:
    """The width at which a page was cut; None where its lines are paragraphs, items and captions."""
    if len(lines) < _LEAST_WRAPPED:
        return None
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    # One line may stand out: a headline, or the first with its dateline.
    if not _NARROWEST <= width <= _WIDEST or lengths[-2] > width * 1.2:
        return None
    open_ended = [i for i, line in enumerate(lines[:-1]) if not line.stopped and not lines[i + 1].after_blank]
    going_on = sum(lines[i + 1].text[:1].islower() for i in open_ended)
    full = sum(length >= width * _FULL for length in lengths)
    return width if going_on * 3 >= len(open_ended) > len(lines) // 2 and full * 2 > len(lines) else None


def make_line(text: str, start: int, end: int, after_blank: bool) -> Line | None:
    """The line between two offsets, trimmed; None where it is blank."""
    if end - start <= 4 * SHORT:
        part = text[start:end]
        stripped = part.strip()
        if not stripped:
            return None
        start += len(part) - len(part.lstrip())
        return Line(start, start + len(stripped), stripped, len(stripped.split()), after_blank)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    if end - start <= 4 * SHORT:
        return make_line(text, start, end, after_blank)
    ends = f"{text[start : start + 2 * SHORT]} {text[end - 2 * SHORT : end]}"
    return Line(start, end, ends, text.count(" ", start, end) + 1, after_blank)
