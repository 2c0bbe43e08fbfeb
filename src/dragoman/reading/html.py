"""The main text of an HTML page and what its head says about it."""

from __future__ import annotations

import logging
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from dragoman.errors import PageError
from dragoman.types import Page

# htmldate takes today's date as the latest unless it is told: the same page must give the same date on any day.
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"
_REMEDY = "check that it is the article's own page and not a list or a frame"


@dataclass(frozen=True, slots=True)
class Extract:
    """What an HTML page gives: text with a line for each paragraph, and its metadata."""

    text: str
    title: str | None
    author: str | None
    site: str | None
    url: str | None
    date: str | None


def extract(page: Page) -> Extract:
    """Main text and metadata of an HTML page; raises PageError where it has no article."""
    # Imported here: half a second that plain pages and `--help` do not need.
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(page.body)
        if tree is None:
            raise PageError(page.origin, "no HTML in this page", _REMEDY)
        date = _date(tree)
        document = trafilatura.bare_extraction(
            tree,
            url=page.url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "min_date": _EARLIEST, "max_date": _LATEST},
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        # What malformed markup makes the extractor raise.
        cause = " ".join(str(error).split())[:80] or type(error).__name__
        raise PageError(page.origin, f"its HTML cannot be taken apart ({cause})", _REMEDY) from None
    text = "" if document is None or isinstance(document, dict) else (document.text or "").strip("\n")
    if document is None or isinstance(document, dict) or not text.strip():
        raise PageError(page.origin, "no article in this HTML page", _REMEDY)
    return Extract(
        text=text,
        title=_line(document.title),
        author=_line(document.author),
        site=_line(document.sitename),
        url=page.url or _line(document.url),
        date=date,
    )


def _date(tree: Any) -> str | None:
    """The date of publication that the page's head, linked data or first <time> gives.

    htmldate would in the end take any date of the running text; it sees only what is metadata.
    """
    import htmldate
    from lxml.html import document_fromstring

    bare = document_fromstring("<html><head></head><body></body></html>")
    head, body = bare.find("head"), bare.find("body")
    for element in tree.xpath(".//head/meta | .//script[@type='application/ld+json']")[:200]:
        head.append(deepcopy(element))
    times = tree.xpath(
        ".//time[@datetime or @pubdate][not(ancestor::aside or ancestor::footer or ancestor::nav)]"
        " | .//abbr[@class='published' or @class='dtstart' or @data-utime]"
    )
    for element in times[:1]:
        copy = deepcopy(element)
        copy.tail = None
        body.append(copy)
    found: str | None = htmldate.find_date(
        bare, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST
    )
    return found


def _line(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
