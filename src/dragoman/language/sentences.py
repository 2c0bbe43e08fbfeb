"""Sentences of an article's own words, by rule.

The parser is told where sentences begin, because in news its own guess breaks at
"Lt. Gen.", "U.S." and "Feb. 6".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import yaml

from dragoman.types import Sentence, Span

# Longer than any sentence written for people: what is longer is cut at the next space.
MAX_CHARS = 1500

# A stop, what may close a quotation after it, and then white space or the end; or "said.Moscow": a stop that lost its
# space, between a lower-case word and a capitalised one. A run of stops is looked at once, from its first.
_STOP = re.compile(
    r"(?<![.!?…])([.!?…]++)([\"'”’»)\]]*+)(?=\s|$)"
    r"|(?<=[a-z]{3})\.(?=[A-Z][a-z])"
)
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.\-]*)$")
_ACRONYM = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]?$")


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    text = (files("dragoman.knowledge") / "abbreviations.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    return tuple(frozenset(data[key]) for key in ("before_name", "before_digit", "inside"))  # type: ignore[return-value]


def split(text: str, start: int, end: int) -> list[Span]:
    """The sentences within one paragraph `text[start:end]`, without surrounding white space."""
    spans: list[Span] = []
    begin = start
    position = start
    while position < end:
        cut = _next_cut(text, position, begin, end)
        piece = _trim(text, begin, cut)
        if piece is not None:
            spans.extend(_bounded(text, piece))
        begin = position = cut
    return spans


def _next_cut(text: str, position: int, begin: int, end: int) -> int:
    """Where the sentence that starts at `begin` ends."""
    limit = min(end, begin + 20 * MAX_CHARS)  # so that a page of one line costs no more than its length
    for match in _STOP.finditer(text, position, limit):
        glued = match.group(1) is None
        if (glued and match.start() > begin) or (not glued and _ends_sentence(text, match, end)):
            return match.end()
    return limit


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    after = match.end()
    rest = text[after : after + 40].lstrip()
    if after >= end or not rest:
        return True
    closing = bool(match.group(2))
    follows = rest.lstrip("\"'“‘«([—–- ")[:1]
    if match.group(1) != ".":
        # "!" and "?" inside a quotation that goes on: '"Why?" he asked.'
        return not (follows.islower() and closing) and not follows.islower()
    if follows.islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before.group(1) if before else ""
    names, digits, inside = _abbreviations()
    if not closing and word:
        last = word.rsplit("-", 1)[-1]
        if last in names:
            return False
        if last in digits and follows.isdigit():
            return False
        if last in inside:
            return follows.isupper() and last in ("etc", "Inc", "Ltd", "Co", "Corp", "Jr", "Sr") and _is_starter(rest)
        if len(word) == 1 and word.isupper():
            # An initial ("Raymond T. Odierno"), unless the next word opens a sentence.
            return _is_starter(rest)
        if _ACRONYM.match(word):
            # "U.S. officials" went above with a small letter; "in the U.S. The" ends, "U.S. Army" does not.
            return _is_starter(rest)
    return not (follows.isdigit() and word in digits)


# Words that open a sentence and name nobody.
STARTERS = frozenset(
    "The This That These Those A An He She It They We I You But And In On At For From After Before However Meanwhile "
    "While When If As By With His Her Its Their Our My There Here Both Some Many Most Several Officials Earlier Later "
    "Last Also To Under During Since Although Despite Instead What Who Such Another One Two Three Not No".split()
)


def _is_starter(rest: str) -> bool:
    word = re.match(r"[\"'“‘«(\[]*([A-Za-z]+)", rest)
    return rest[:1] in '"“‘«' or (word is not None and word.group(1) in STARTERS)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _bounded(text: str, span: Span) -> list[Span]:
    """The span itself, or pieces of it cut at spaces where it is longer than any sentence is."""
    pieces: list[Span] = []
    start = span.start
    while span.end - start > MAX_CHARS:
        cut = text.rfind(" ", start + MAX_CHARS // 2, start + MAX_CHARS)
        cut = cut if cut > start else start + MAX_CHARS
        pieces.append(Span(start, cut))
        start = cut
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        pieces.append(Span(start, span.end))
    return pieces


def sentences(text: str, paragraphs: Iterable[Span], title: Span | None = None) -> list[Sentence]:
    """Unparsed sentences of the given paragraphs, numbered in order; those of the title are headlines."""
    out: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        headline = title is not None and paragraph.start < title.end and title.start < paragraph.end
        for span in split(text, paragraph.start, paragraph.end):
            out.append(Sentence(len(out), span.start, span.end, number, headline))
    return out
