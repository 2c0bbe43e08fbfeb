"""The title of a page: where the one given stands in the text, or the headline that it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.dates import stamp_of
from dragoman.reading.knowledge import furniture_rules, words_of
from dragoman.reading.lines import Line
from dragoman.reading.outlets import outlets
from dragoman.types import Span

HEAD = 15  # lines of a page among which its title stands
BEFORE_TITLE = 200  # characters of a line among which a title that runs on into it begins
_TOKEN = re.compile(r"\w+")
_ONLINE = re.compile(r"\s+(?:online|website|web ?site|home ?page|\.com)$", re.I)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}\.[a-z]{2,4}", re.I)
_SITE = re.compile(r"^(?P<title>.{12,}?)\s+(?:\||::|»|[-–—])\s+(?P<site>[^|»]{2,50})$")


def is_generic(title: str) -> bool:
    """Whether a given title names a site or a section and not the article."""
    title = title.strip()
    name = _ONLINE.sub("", title)
    if furniture_rules().generic_titles.fullmatch(title) or stamp_of(name) or outlets().named(name):
        return True
    return _DOMAIN.fullmatch(name) is not None


def without_site(title: str) -> str:
    """The title without the name of a known outlet or a domain at its end."""
    found = _SITE.match(title)
    if found and (outlets().named(found["site"]) or _DOMAIN.fullmatch(found["site"])):
        return found["title"]
    return title


def locate(title: str, text: str, lines: Sequence[Line]) -> Span | None:
    """Where a given title stands near the head of a text, alone in its line or run on into it."""
    wanted = [token.casefold() for token in _TOKEN.findall(title)]
    if not wanted:
        return None
    whole = words_of(title)
    for line in lines[:HEAD]:
        if line.short and len(wanted) >= 3 and _most_of(whole, words_of(line.text)):
            return Span(line.start, line.end)
        found = _run_of(wanted, text, line)
        if found is None:
            continue
        start, end = _with_marks(text, line, *found)
        before, after = text[line.start : start].strip(), text[end : line.end].strip()
        if line.short and not line.prose and not after and len(before) <= 25 and (len(wanted) >= 3 or not before):
            return Span(line.start, line.end)
        if len(wanted) < 3 and (before or after):
            continue  # one or two words prove nothing inside a longer line
        if before and any(character.islower() for character in before) and stamp_of(before) is None:
            continue  # in the middle of a sentence
        if after and not _begins(after):
            continue  # the article's first sentence begins with the same words
        return Span(start, end)
    return None


def _most_of(whole: str, part: str) -> bool:
    """Whether a line is the title without a site's or a section's name around it."""
    return part in whole and part.count(" ") >= 2 and len(part) * 10 >= len(whole) * 6


def _run_of(wanted: list[str], text: str, line: Line) -> tuple[int, int] | None:
    """Where the title's words follow each other in the first words of a line."""
    reach = min(line.end, line.start + BEFORE_TITLE + 12 * len(wanted))
    if wanted[0] not in text[line.start : reach].casefold():
        return None
    tokens = [(match[0].casefold(), match.start(), match.end()) for match in _TOKEN.finditer(text, line.start, reach)]
    for first in range(len(tokens) - len(wanted) + 1):
        if tokens[first][0] == wanted[0] and [token[0] for token in tokens[first : first + len(wanted)]] == wanted:
            return tokens[first][1], tokens[first + len(wanted) - 1][2]
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
