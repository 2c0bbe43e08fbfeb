"""The title of a page: where the one given stands in the text, or the headline that it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.knowledge import furniture_rules, words_of
from dragoman.reading.lines import Line
from dragoman.reading.outlets import outlets
from dragoman.types import Span

HEAD = 15  # lines of a page among which its title stands
_TOKEN = re.compile(r"\w+")
_SITE = re.compile(r"^(?P<title>.{12,}?)\s+(?:\||::|»|[-–—])\s+(?P<site>[^|»]{2,50})$")


def is_generic(title: str) -> bool:
    """Whether a given title names a site or a section and not the article."""
    return furniture_rules().generic_titles.fullmatch(title.strip()) is not None or outlets().named(title) is not None


def without_site(title: str) -> str:
    """The title without the name of a known outlet or a domain at its end."""
    found = _SITE.match(title)
    if found and (outlets().named(found["site"]) or re.fullmatch(r"(?:www\.)?[\w-]+\.[a-z]{2,4}", found["site"], re.I)):
        return found["title"]
    return title


def locate(title: str, text: str, lines: Sequence[Line], offset: int = 0) -> Span | None:
    """Where a given title stands near the head of a text, alone in its line or run on into it."""
    tokens = _TOKEN.findall(title)[:60]
    if not tokens:
        return None
    pattern = re.compile(r"[\W_]{1,6}".join(map(re.escape, tokens)), re.I)
    wanted = words_of(title)
    for line in lines[:HEAD]:
        if line.short:
            own = words_of(line.text)
            # The container's title often has the site's or the section's name around the headline.
            if own and len(tokens) >= 3 and len(own) * 10 >= len(wanted) * 6 and own in wanted and own.count(" ") >= 2:
                return Span(line.start, line.end)
        found = pattern.search(text, line.start, min(line.end, line.start + 400 + len(title) * 2))
        if found is None:
            continue
        start, end = _with_marks(text, line, found.start(), found.end())
        before, after = text[line.start : start].strip(), text[end : line.end].strip()
        if line.short and len(before) + len(after) <= 25 and not line.prose and not after:
            return Span(line.start, line.end)
        if before and any(character.islower() for character in before) and not _stamp_only(before):
            continue  # in the middle of a sentence
        if after and not _begins(after):
            continue  # the article's first sentence begins with the same words
        return Span(start, end)
    return None


def _with_marks(text: str, line: Line, start: int, end: int) -> tuple[int, int]:
    """Quotation marks and a closing question mark belong to the title."""
    while end < line.end and text[end] in "?!'’”\"»)%…":
        end += 1
    while start > line.start and text[start - 1] in "'‘“\"«($":
        start -= 1
    return start, end


def _begins(after: str) -> bool:
    """Whether what follows a title begins a sentence of its own."""
    first = next((character for character in after if character.isalnum()), " ")
    return after[0] not in ",;" and not first.islower()


def _stamp_only(before: str) -> bool:
    from dragoman.reading.dates import stamp_of

    return stamp_of(before) is not None


def headline(lines: Sequence[Line], marks: Sequence[str | None], first_prose: int | None) -> int | None:
    """Index of the line that is clearly the page's headline; None where there is none.

    It stands before the first paragraph, is short, has no full stop, and is not furniture.
    """
    if first_prose is None:
        return None
    for index in range(min(first_prose, HEAD)):
        line = lines[index]
        if marks[index] is not None:
            continue
        if line.stopped and not line.text.endswith(("?", "!", "...", "…")):
            return None  # a sentence: the body has begun
        if 3 <= line.words <= 25 and len(line.text) <= 170 and not line.text.endswith((",", ";", ":")):
            first = next((character for character in line.text if character.isalnum()), "a")
            if not first.islower():
                return index
    return None
