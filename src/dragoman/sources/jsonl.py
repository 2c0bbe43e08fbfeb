"""JSON lines: one page a line, with what its container knows about it."""

from __future__ import annotations

import datetime
import email.utils
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import PageError
from dragoman.sources.decoding import clean, decode
from dragoman.types import Page

LINE_LIMIT = 256 * 1024 * 1024  # bytes; a line above it is refused, not held in memory
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].{0,40})?)?)?")
_FIELDS = "each line is an object with id, text or html, and perhaps url, title, published"


def read_lines(path: Path) -> Iterator[Page | PageError]:
    """The pages of one .jsonl file in order; a bad line is a PageError that names it."""
    for number, raw in _raw_lines(path):
        origin = f"{path}:{number}"
        try:
            if raw is None:
                raise PageError(origin, f"the line is longer than {LINE_LIMIT >> 20} MB", "split or remove it")
            yield _page(decode(raw, origin), hashlib.sha256(raw).hexdigest(), origin)
        except PageError as error:
            yield error


def _raw_lines(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines that are not blank, as bytes of UTF-8 or an eight-bit encoding; None for one too long."""
    with path.open("rb") as file:
        wide = file.read(2) in (b"\xff\xfe", b"\xfe\xff")
    if wide:
        with path.open(encoding="utf-16", errors="replace") as characters:
            for number, line in enumerate(characters, 1):
                if not line.isspace():
                    yield number, line.encode("utf-8", "replace")
        return
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(LINE_LIMIT + 1):
            number += 1
            if len(raw) > LINE_LIMIT:
                while raw and not raw.endswith(b"\n"):
                    raw = file.readline(LINE_LIMIT)
                yield number, None
            elif not raw.isspace():
                yield number, raw


def _page(line: str, sha256: str, origin: str) -> Page:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        cause = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or not a number"
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise PageError(origin, f"broken JSON ({cause}{where})", "correct or remove the line") from None
    if not isinstance(row, dict):
        raise PageError(origin, "the line is not a JSON object", _FIELDS)
    identity = row.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        identity = str(identity)
    if not isinstance(identity, str) or not identity.strip():
        raise PageError(origin, 'the field "id" is missing or not text', _FIELDS)
    html, text = row.get("html"), row.get("text")
    body = text if text else html
    if body is None:
        raise PageError(origin, f'page {identity}: neither "text" nor "html" is there', _FIELDS)
    if not isinstance(body, str):
        raise PageError(origin, f'page {identity}: "{"text" if text else "html"}" is not text', _FIELDS)
    if not body or body.isspace():
        raise PageError(origin, f"page {identity} is empty", "remove the line or fetch the page again")
    return Page(
        id=clean(identity),
        origin=origin,
        kind="text" if text else "html",
        body=clean(body),
        sha256=sha256,
        url=_optional(row, "url", origin),
        title=_optional(row, "title", origin),
        published=_published(row.get("published"), origin),
        publisher=_optional(row, "publisher", origin),
    )


def _optional(row: dict[str, Any], field: str, origin: str) -> str | None:
    value = row.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise PageError(origin, f'the field "{field}" is not text', "give it as a string, or leave it out")
    return " ".join(clean(value).split()) or None


def _published(value: Any, origin: str) -> str | None:
    """ISO date as coarse as given; a feed's RFC 822 date is taken too."""
    if value is None or value == "":
        return None
    text = str(value).strip()
    remedy = "give YYYY, YYYY-MM or YYYY-MM-DD, or leave it out"
    found = _ISO.fullmatch(text)
    if found:
        year, month, day = found.groups()
        try:
            datetime.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise PageError(origin, f'"published" is no date of the calendar: {text[:40]}', remedy) from None
        return "-".join(part for part in (year, month, day) if part)
    try:
        parsed = email.utils.parsedate(text)
    except (ValueError, IndexError, TypeError):
        parsed = None
    if parsed is None:
        raise PageError(origin, f'"published" is not a date: {text[:40]}', remedy)
    try:
        return datetime.date(*parsed[:3]).isoformat()
    except ValueError:
        raise PageError(origin, f'"published" is no date of the calendar: {text[:40]}', remedy) from None
