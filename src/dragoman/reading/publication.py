"""When an article was published: every claim, and the one that ranks first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.datelines import Opening
from dragoman.reading.dates import Written, url_date, written_dates
from dragoman.reading.marks import Marks
from dragoman.reading.outlets import archived
from dragoman.types import Article, DateBasis, DateClaim, Page

_RANK: tuple[DateBasis, ...] = ("given", "url", "metadata", "text")
_LABEL_RANK = {"published": 0, "": 1, "dateline": 2, "updated": 3}
BY_HAND = "settled by hand"  # the note of a date that a person gave
OF_ORIGINAL = "as old as its original, "  # the note of a date that a copy has from another article, with its id
NEAR = 3  # lines between the title and a stamp above it that is the article's


def date_claims(
    page: Page, url: str | None, metadata: str | None, marks: Marks, title_line: int | None, opened: Sequence[Opening]
) -> tuple[DateClaim, ...]:
    """All claims in the order of their rank; `unknown` is the basis of a date that stands in furniture."""
    claims: list[DateClaim] = []
    if page.published:
        claims.append(DateClaim(page.published, "given"))
    in_url = url_date(url) if url else None
    if in_url:
        claims.append(DateClaim(in_url, "url"))
    if metadata:
        claims.append(DateClaim(metadata, "metadata"))
    own = _own_stamps(marks, title_line)
    text = [(_LABEL_RANK[marks.stamps[index].label], _claim(marks, index, "text")) for index in own]
    for opening in opened:
        if opening.date:
            text.append((_LABEL_RANK["dateline"], _written(opening.date, "text")))
    # A whole date before one without a year; then what calls itself published, a plain stamp, the dateline, an update.
    text.sort(key=lambda ranked: (ranked[1].value.startswith("--"), ranked[0], ranked[1].start))
    claims += [claim for _, claim in text]
    claims += _in_furniture(marks, set(own))
    return tuple(dict.fromkeys(claims))


def best(claims: Sequence[DateClaim]) -> tuple[str | None, DateBasis]:
    """The claim that ranks first, with its basis; a day that the text adds to its month is taken over.

    The basis is then that of the day, or `inferred` where the year comes from one claim and the day from another.
    """
    ranked = [claim for basis in _RANK for claim in claims if claim.basis == basis]
    if not ranked:
        return None, "unknown"
    first = ranked[0]
    for claim in ranked[1:]:
        if len(first.value) < len(claim.value) and claim.value.startswith(f"{first.value}-"):
            return claim.value, claim.basis
        if len(first.value) == 7 and claim.value.startswith("--") and claim.value[2:4] == first.value[5:]:
            return f"{first.value}-{claim.value[5:]}", "inferred"
    return first.value, first.basis


def settled(article: Article, published: str) -> Article:
    """The article with the date that a person gave it; the claims that it had before stay behind that one."""
    claims = (DateClaim(published, "given", note=BY_HAND), *_found(article))
    return replace(
        article, published=published, published_basis="given", published_after=None, published_before=None,
        date_claims=claims,
    )  # fmt: skip


def unsettled(article: Article) -> Article:
    """The article with the date that its page gives it, and neither a person nor another article."""
    claims = _found(article)
    published, basis = best(claims)
    before = archived(article.url) if article.url and published is None else None
    return replace(
        article, published=published, published_basis=basis, published_after=None, published_before=before,
        date_claims=claims,
    )  # fmt: skip


def as_old_as(article: Article, original: str, published: str) -> Article:
    """The article with the date of what it is a copy of, which its page does not give it."""
    bare = unsettled(article)
    claims = (*bare.date_claims, DateClaim(published, "inferred", note=f"{OF_ORIGINAL}{original}"))
    return replace(
        bare, published=published, published_basis="inferred", published_before=None, date_claims=claims
    )


def original_of(article: Article) -> tuple[str, str] | None:
    """The article of which this one has its date, and the date; None where its date is its own."""
    for claim in article.date_claims:
        if claim.note is not None and claim.note.startswith(OF_ORIGINAL):
            return claim.note.removeprefix(OF_ORIGINAL), claim.value
    return None


def by_hand(article: Article) -> bool:
    """True where a person settled the article's date."""
    return any(claim.note == BY_HAND for claim in article.date_claims)


def _found(article: Article) -> tuple[DateClaim, ...]:
    return tuple(claim for claim in article.date_claims if claim.note is None)


def _own_stamps(marks: Marks, title_line: int | None) -> list[int]:
    """Lines of the head that date the article and not a list beside it or the day of the visit."""
    if marks.first_prose is None:
        return []
    head = [
        index
        for index, stamp in sorted(marks.stamps.items())
        if stamp.date and index < marks.first_prose and marks.zone(index) == "head"
    ]
    anchor = title_line if title_line is not None else marks.first_prose
    own = []
    for index in head:
        unlabelled = [at for at in head if not marks.stamps[at].label and abs(at - index) <= 2]
        if not marks.stamps[index].label and len(unlabelled) > 1:
            continue  # a column of stamps belongs to a list of other articles
        if index > anchor or anchor - index <= NEAR and not _menu_between(marks, index, anchor):
            own.append(index)
    return own


def _menu_between(marks: Marks, index: int, anchor: int) -> bool:
    return any(marks.reasons[at] in ("menu", "breadcrumb") for at in range(index + 1, anchor))


def _in_furniture(marks: Marks, own: set[int]) -> list[DateClaim]:
    claims = []
    for index, reason in enumerate(marks.reasons):
        line = marks.lines[index]
        if reason is None or reason == "duplicate" or index in own or not line.short:
            continue
        for date in written_dates(line.text):
            claims.append(DateClaim(date.value, "unknown", line.start + date.start, line.start + date.end))
    return claims[:50]


def _claim(marks: Marks, index: int, basis: DateBasis) -> DateClaim:
    date = marks.stamps[index].date
    assert date is not None  # `_own_stamps` takes no other
    offset = marks.lines[index].start
    return DateClaim(date.value, basis, offset + date.start, offset + date.end)


def _written(date: Written, basis: DateBasis) -> DateClaim:
    return DateClaim(date.value, basis, date.start, date.end)
