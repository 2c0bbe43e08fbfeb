"""The value that an expression has by its own words alone."""

from __future__ import annotations

from dragoman.mentions.dates.meaning import Meaning
from dragoman.mentions.dates.placing import NOWHERE, place


def plain_value(meaning: Meaning) -> str | None:
    """The TIMEX3 value where the text settles it without the article's date, else None."""
    placed = place(meaning, NOWHERE)
    if placed.value is None or placed.value.startswith("XXXX") and not placed.trail.startswith("says"):
        return None
    return placed.value if placed.end is None else f"{placed.value}/{placed.end}"
