"""Which lines of a page are furniture, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading.dates import Stamp, signed_stamp, stamp_of
from dragoman.reading.knowledge import SectionRule, furniture_rules, words_of
from dragoman.reading.lines import Line
from dragoman.reading.outlets import outlets
from dragoman.reading.titles import HEAD

SECTION_LIMIT = 25  # lines that a "related news" heading takes along at most
_NUMBERED = re.compile(r"\d{1,2}[.)]\s*(?P<rest>.*)")
_MAY_BE_STAMP = (None, "menu", "views", "breadcrumb", "byline", "related")
_CLOSING = ("footer", "print", "share", "comments")
_BULLET = re.compile(r"\s*[•·▪■►▶»*◦‣–-]\s+")
_PERSON = re.compile(r"(?:[A-ZÀ-ÖØ-ÞİŞĞČŠŽ][^\W\d_.'’-]*[.'’-]?[^\W\d_]*\s?){2,4}")
_NAMED_LABEL = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞİŞĞČŠŽ][\w'’.-]*(?: [A-ZÀ-ÖØ-ÞİŞĞČŠŽ][\w'’.-]*){0,3}), "
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|of|the|and|for|in|at|chief|minister|president|spokesman|ambassador|villager|officer|official|analyst|expert|director|general)\s?){1,9}"
)


@dataclass(slots=True)
class Marks:
    """The lines of a page with the reason why each is furniture (None: the article's own)."""

    lines: Sequence[Line]
    reasons: list[str | None]
    title: int | None  # index of the line that the given title is in; never furniture
    stamps: dict[int, Stamp]
    first_prose: int | None = None
    last_prose: int | None = None

    def zone(self, index: int) -> str:
        """head before the first paragraph of the article, tail after its last, else body."""
        if self.first_prose is None or self.last_prose is None:
            return "all"
        return "head" if index < self.first_prose else "tail" if index > self.last_prose else "body"

    def allowed(self, zone: str, index: int) -> bool:
        """Whether a rule of this zone may speak about this line."""
        here = self.zone(index)
        return zone == "any" or here == "all" or here == zone or (zone == "edge" and here in ("head", "tail"))

    def open_line(self, index: int) -> bool:
        """Whether nothing has been said about a line yet, and it may be furniture."""
        return self.reasons[index] is None and index != self.title and self.lines[index].short


def mark_lines(lines: Sequence[Line], title: int | None, duplicates: Sequence[int]) -> Marks:
    """The reasons for which lines are furniture, from phrases, patterns, sections and position."""
    marks = Marks(lines, [None] * len(lines), title, {})
    for index in duplicates:
        if index != title:
            marks.reasons[index] = "duplicate"
    _bound(marks)
    _numbered_trails(marks)
    for index, line in enumerate(lines):
        if marks.open_line(index):
            marks.reasons[index] = _reason(marks, index, line)
    _bound(marks)
    _sections(marks)
    _bound(marks)
    _stamps(marks)
    _captions(marks)
    _menus(marks)
    _names_of_writers(marks)
    _after_footer(marks)
    return marks


def _bound(marks: Marks) -> None:
    """Where the article's running text begins and ends, as far as is known by now."""
    prose = [
        index
        for index, line in enumerate(marks.lines)
        if marks.reasons[index] is None and line.prose and index != marks.title
    ]
    marks.first_prose = prose[0] if prose else None
    marks.last_prose = prose[-1] if prose else None


def _reason(marks: Marks, index: int, line: Line) -> str | None:
    """What phrases and patterns say of one short line."""
    rules = furniture_rules()
    # Beside the article's text a line may be anything; a long line amid it must be a whole phrase.
    folded = words_of(line.text) if line.words <= 40 else ""
    phrase = rules.phrases.match(folded) if folded else None
    if phrase and marks.allowed(phrase[1], index):
        return phrase[0]
    for rule in rules.lines:
        if marks.allowed(rule.zone, index) and rule.pattern.fullmatch(line.text):
            if rule.reason == "byline" and line.prose and marks.zone(index) == "head":
                continue
            return rule.reason
    if marks.zone(index) in ("head", "tail") and line.words <= 6 and not line.stopped and outlets().named(line.text):
        return "byline"
    return None


def _numbered_trails(marks: Marks) -> None:
    """A breadcrumb flattened to a numbered list, its separators items of their own."""
    run: list[int] = []
    for index in range(min(len(marks.lines), HEAD * 2) + 1):
        match = (
            _NUMBERED.fullmatch(marks.lines[index].text)
            if index < len(marks.lines) and marks.open_line(index)
            else None
        )
        if match and marks.lines[index].words <= 30:
            run.append(index)
            continue
        if any(re.fullmatch(r"\d{1,2}[.)]\s*[>»›/|:]+", marks.lines[at].text) for at in run):
            for at in run:
                marks.reasons[at] = "breadcrumb"
        run = []


def _sections(marks: Marks) -> None:
    """Headings that open a stretch: links to other pages, a comment form."""
    index = 0
    while index < len(marks.lines):
        line = marks.lines[index]
        opened = _opened(line) if index != marks.title and marks.reasons[index] != "duplicate" else None
        if opened is None:
            index += 1
            continue
        if opened.takes == "rest":
            # Only below the article: the same words in a menu above it open nothing.
            if marks.first_prose is not None and index > marks.first_prose:
                for at in range(index, len(marks.lines)):
                    if at != marks.title and marks.reasons[at] != "duplicate":
                        marks.reasons[at] = opened.reason
                return
            if marks.reasons[index] is None and marks.zone(index) != "body":
                marks.reasons[index] = opened.reason
            index += 1
            continue
        index = _links(marks, index, opened.reason)


def _opened(line: Line) -> SectionRule | None:
    """The section that a line is the heading of."""
    if not line.short or line.words > 60:
        return None
    folded = words_of(line.text)
    for rule in furniture_rules().sections:
        if folded in rule.phrases or (rule.pattern is not None and rule.pattern.fullmatch(line.text)):
            return rule
    return None


def _links(marks: Marks, heading: int, reason: str) -> int:
    """Mark a heading and the links under it; the index of the next line."""
    lines = marks.lines
    stop = heading + 1
    while (
        stop < len(lines)
        and stop - heading <= SECTION_LIMIT
        and stop != marks.title
        and _link_like(lines[stop])
        and not _opened(lines[stop])
    ):
        stop += 1
    # What stands right before a paragraph is its heading, or the article's, unless it has a bullet.
    prose_follows = stop < len(lines) and lines[stop].prose and marks.reasons[stop] is None
    if prose_follows and stop - heading > 1:
        last = lines[stop - 1]
        if (
            not _BULLET.match(last.text)
            and marks.reasons[stop - 1] is None
            and (marks.zone(stop - 1) == "head" or last.words <= 5)
        ):
            stop -= 1
    for at in range(heading, stop):
        marks.reasons[at] = marks.reasons[at] or reason
    return stop


def _link_like(line: Line) -> bool:
    if not line.short or line.prose:
        return False
    return (
        not line.stopped or line.words <= 7 or line.text.endswith(("...", "…")) or _BULLET.match(line.text) is not None
    )


def _stamps(marks: Marks) -> None:
    for index, line in enumerate(marks.lines):
        if not line.short or index == marks.title or marks.reasons[index] not in _MAY_BE_STAMP:
            continue
        if marks.reasons[index] == "related" and index + 1 < len(marks.lines) and marks.reasons[index + 1] == "related":
            continue  # the date of a link, amid links
        if marks.zone(index) == "body" and index > HEAD:
            continue
        stamp = stamp_of(line.text) or signed_stamp(line.text)
        if stamp:
            marks.stamps[index] = stamp
            marks.reasons[index] = "timestamp" if marks.zone(index) != "tail" else "footer"


def _captions(marks: Marks) -> None:
    """Lines that stand under pictures: with a credit, or a name and what it is, apart from the text."""
    pattern = furniture_rules().captions
    for index, line in enumerate(marks.lines):
        if not marks.open_line(index) or line.prose and line.text.endswith("."):
            continue
        if pattern.fullmatch(line.text) or (_beside_text(marks, index) and _is_label(line)):
            marks.reasons[index] = "caption"


def _beside_text(marks: Marks, index: int) -> bool:
    return marks.zone(index) == "body" or _after_title(marks, index)


def _is_label(line: Line) -> bool:
    """Whether a line is a name, a comma, and what it is: "Name Surname, chief of the Office"."""
    if line.words > 12 or line.stopped or line.text.isupper():
        return False
    return _NAMED_LABEL.fullmatch(line.text) is not None


def _after_title(marks: Marks, index: int) -> bool:
    """Whether a line of the head has the title, or another line that may be it, before it."""
    if marks.zone(index) != "head":
        return False
    return any(
        at == marks.title or (marks.reasons[at] is None and marks.lines[at].words >= 4)
        for at in range(max(0, index - HEAD), index)
    )


def _menus(marks: Marks) -> None:
    """What stands above a breadcrumb or a menu, and runs of very short lines above the title."""
    if marks.first_prose is None:
        return
    end = min(marks.first_prose, 200)
    last = max((at for at in range(end) if marks.reasons[at] in ("breadcrumb", "menu")), default=-1)
    if marks.title is not None:
        # Nothing above a title is the article's own, unless a paragraph stands there.
        last = marks.title if marks.title < marks.first_prose else min(last, marks.title)
    title_below = marks.title is not None or any(_may_be_title(marks, at) for at in range(last + 1, end))
    if title_below:
        for at in range(last):
            if marks.open_line(at) and not marks.lines[at].prose:
                marks.reasons[at] = "menu"
    run: list[int] = []
    stop = end if marks.title is None or marks.title > end else marks.title
    for at in range(stop + 1):
        if at < stop and marks.open_line(at) and marks.lines[at].words <= 3 and not marks.lines[at].stopped:
            run.append(at)
            continue
        if len(run) >= 3 and (marks.title is not None or any(_may_be_title(marks, below) for below in range(at, end))):
            for item in run:
                marks.reasons[item] = "menu"
        if at < stop and marks.reasons[at] is None:
            run = []


def _may_be_title(marks: Marks, index: int) -> bool:
    line = marks.lines[index]
    return marks.reasons[index] is None and line.words >= 4 and not line.text.endswith(".")


def _names_of_writers(marks: Marks) -> None:
    """A person's name alone between the title and a dateline, a stamp or another byline."""
    if marks.first_prose is None:
        return
    for index in range(1, min(marks.first_prose, HEAD)):
        line = marks.lines[index]
        if not marks.open_line(index) or not _after_title(marks, index) or not 2 <= line.words <= 4:
            continue
        below = marks.reasons[index + 1] if index + 1 < marks.first_prose else None
        if _PERSON.fullmatch(line.text) and below in ("timestamp", "byline"):
            marks.reasons[index] = "byline"


def _after_footer(marks: Marks) -> None:
    """Below a copyright line or a print link that follow the article, what is no sentence goes with them."""
    if marks.last_prose is None:
        return
    tail = range(marks.last_prose + 1, len(marks.lines))
    first = next((at for at in tail if marks.reasons[at] in _CLOSING and at not in marks.stamps), None)
    if first is None:
        return
    for at in range(first + 1, min(first + 1 + SECTION_LIMIT, len(marks.lines))):
        line = marks.lines[at]
        if marks.open_line(at) and not (line.stopped and line.words >= 5):
            marks.reasons[at] = "footer"
