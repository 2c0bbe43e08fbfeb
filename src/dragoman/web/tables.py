"""Tables as CSV that a spreadsheet can open without running what a page wrote."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from fastapi.responses import StreamingResponse

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula at a cell's beginning


def csv_lines(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of a table; a text that would be a formula is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        if out.tell() > 64_000:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _cell(value: object) -> object:
    # A date without a year begins with two strokes and is no formula; neither is a number.
    if isinstance(value, str) and value.startswith(_FORMULA) and not value.startswith("--"):
        return f"'{value}"
    return value


def csv_response(name: str, lines: Iterator[str]) -> StreamingResponse:
    """CSV that a browser keeps as a file."""
    head = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=head)
