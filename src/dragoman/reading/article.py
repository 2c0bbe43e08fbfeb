"""From a page to an article: its text, what of it is furniture, and what it says about itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from dragoman.errors import PageError
from dragoman.reading import datelines, furniture, html, language, publication, titles
from dragoman.reading.body import own_words
from dragoman.reading.datelines import Opening
from dragoman.reading.duplicates import repeated_lines, repeated_within
from dragoman.reading.lines import Line, lines_of, make_line
from dragoman.reading.marks import Marks, mark_lines
from dragoman.reading.outlets import Outlet, archived, host_of, outlets
from dragoman.types import Article, Furniture, Page, Span

SAMPLE_PARAGRAPHS = 120
OPENING_PARAGRAPHS = 3  # paragraphs of which the first may have a dateline
_BY = re.compile(r"(?:(?:written|posted|published|reported|story|text) )?by:?\s+", re.I)
_LABEL = re.compile(r"(?:source|sources|kaynak|источник|haber)\s?:\s?", re.I)


@dataclass(frozen=True, slots=True)
class _Source:
    """What a page gives before its text is looked at."""

    text: str
    title: str | None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    date: str | None = None


def read(page: Page) -> Article:
    """The article of a page; raises PageError where it has none, or is in a language that is not read."""
    source = _source(page)
    text, lines, title = _titled(source)
    title_line = _line_of(lines, title)
    marks = mark_lines(lines, title_line, repeated_lines(text, lines))
    if title is None and source.title is None:
        title_line = titles.headline(lines, marks.reasons, marks.first_prose)
        title = Span(lines[title_line].start, lines[title_line].end) if title_line is not None else None
    opened = _openings(text, marks, title_line)
    pieces = furniture.of_lines(marks) + furniture.of_ending(text, lines, marks) + _repetitions(text, marks)
    pieces += [Furniture(one.start, one.end, one.reason) for one in opened]
    spans = furniture.settled(pieces, (title.start, title.end) if title else None)
    # A sample is enough to tell the language; a hostile page may have millions of lines.
    body = [span for span in islice(own_words(text, spans, title), SAMPLE_PARAGRAPHS) if span != title]
    if not body:
        raise PageError(page.origin, "no article in this page, only furniture", "check that it is an article's page")
    code = language.language_of(_sample(text, body))
    if code not in language.readable():
        why = f"is in {language.name_of(code)}, a language that is not read"
        raise PageError(page.origin, why, f"languages read: {', '.join(map(language.name_of, language.readable()))}")
    claims = publication.date_claims(page, source.url, source.date, marks, title_line, opened)
    published, basis = publication.best(claims)
    outlet, publisher = _publisher(page, source, marks, opened)
    return Article(
        id=page.id,
        text=text,
        sha256=page.sha256,
        title=text[title.start : title.end] if title else None,
        title_span=title,
        url=source.url,
        publisher=publisher,
        country=outlet.country if outlet else None,
        byline=_byline(source, marks, opened),
        dateline_place=next((one.place for one in opened if one.place), None),
        language=code,
        published=published,
        published_basis=basis,
        published_before=archived(source.url) if source.url and published is None else None,
        date_claims=claims,
        furniture=spans,
    )


def _source(page: Page) -> _Source:
    if page.kind == "html":
        got = html.extract(page)
        return _Source(got.text, page.title or got.title, got.author, got.site, got.url, got.date)
    return _Source(page.body, page.title, url=page.url)


def _titled(source: _Source) -> tuple[str, list[Line], Span | None]:
    """The text with the given title in it, its lines cut at the title, and where the title stands."""
    text, lines = source.text, lines_of(source.text)
    if source.title is None or not any(character.isalnum() for character in source.title):
        return text, lines, None
    if titles.is_generic(source.title):
        marks = mark_lines(lines, None, ())
        found = titles.headline(lines, marks.reasons, marks.first_prose)
        return text, lines, Span(lines[found].start, lines[found].end) if found is not None else None
    given = titles.without_site(" ".join(source.title.split()))
    span = titles.locate(given, text, lines)
    if span is not None:
        return text, _cut(text, lines, span), span
    text = f"{given}\n\n{text}"
    return text, lines_of(text), Span(0, len(given))


def _cut(text: str, lines: list[Line], span: Span) -> list[Line]:
    """Lines with the one that holds the title cut at both its ends."""
    result: list[Line] = []
    for line in lines:
        if line.end <= span.start or line.start >= span.end:
            result.append(line)
            continue
        for start, end in ((line.start, span.start), (span.start, span.end), (span.end, line.end)):
            start, end = max(start, line.start), min(end, line.end)
            part = make_line(text, start, end, line.after_blank) if start < end else None
            if part:
                result.append(part)
    return result


def _line_of(lines: list[Line], title: Span | None) -> int | None:
    if title is None:
        return None
    return next((index for index, line in enumerate(lines) if line.start <= title.start < line.end), None)


def _openings(text: str, marks: Marks, title_line: int | None) -> list[Opening]:
    """Bylines and datelines before the first sentence of the article, once."""
    tried = 0
    for index, line in enumerate(marks.lines):
        if marks.reasons[index] is not None or index == title_line:
            continue
        # A place alone in capitals is a dateline only where the body begins.
        found = datelines.openings(text, line.start, line.end)
        if found and (tried == 0 or any(one.outlet or one.date for one in found)):
            return found
        tried += line.prose or line.words >= 12
        if tried >= OPENING_PARAGRAPHS:
            break
    return []


def _repetitions(text: str, marks: Marks) -> list[Furniture]:
    """The second copy of an article that stands twice on one line."""
    found = []
    for index, line in enumerate(marks.lines):
        if marks.reasons[index] is None and not line.short:
            again = repeated_within(text, line.start, line.end)
            if again is not None:
                found.append(Furniture(again, line.end, "duplicate"))
    return found


def _sample(text: str, body: list[Span]) -> str:
    """Words from the beginning and the middle of the body."""
    parts: list[str] = []
    size = 0
    for spans in (body, body[len(body) // 2 :]):
        limit = size + language.SAMPLE // 2
        for span in spans:
            if size >= limit:
                break
            part = text[span.start : min(span.end, span.start + limit - size)]
            parts.append(part)
            size += len(part)
    return " ".join(parts)


def _publisher(page: Page, source: _Source, marks: Marks, opened: list[Opening]) -> tuple[Outlet | None, str | None]:
    """Who published: what the container says, the agency of the dateline, the site."""
    if page.publisher:
        return outlets().named(page.publisher), page.publisher
    for opening in opened:
        if opening.outlet:
            return opening.outlet, opening.outlet.name
    host = host_of(source.url) if source.url else None
    credit = next(
        (
            outlet
            for index, reason in enumerate(marks.reasons)
            if reason == "byline" and (outlet := outlets().named(_LABEL.sub("", marks.lines[index].text)))
        ),
        None,
    )
    named = credit or (outlets().at(host) if host else None) or (outlets().named(source.site) if source.site else None)
    return named, named.name if named else source.site or host


def _byline(source: _Source, marks: Marks, opened: list[Opening]) -> str | None:
    """Who wrote it, as the page has it."""
    if source.author:
        return source.author
    for opening in opened:
        if opening.byline:
            return opening.byline
    for index, reason in enumerate(marks.reasons):
        line = marks.lines[index].text
        if reason == "byline" and marks.zone(index) == "head" and (found := _BY.match(line)):
            return line[found.end() :].strip(" .") or None
    return None
