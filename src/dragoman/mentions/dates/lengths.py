"""Lengths of time as TIMEX3 writes them."""

from __future__ import annotations

from fractions import Fraction

_PARTS_OF_UNIT = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}


def length(count: Fraction | None, unit: str) -> str:
    """A TIMEX3 duration of so many units; X where the count is not said."""
    if unit == "2W":
        unit, count = "W", None if count is None else count * 2
    if unit in ("DE", "CE"):
        count = None if count is None else count * (10 if unit == "DE" else 100)
        unit = "Y" if unit == "DE" or count is not None else unit
    marker, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    if count is None:
        return f"{marker}X{letter}"
    whole, rest = divmod(count, 1)
    if rest and unit in _PARTS_OF_UNIT:
        finer, parts = _PARTS_OF_UNIT[unit]
        smaller = f"{int(rest * parts)}{finer[-1]}"
        if not marker.endswith("T") and finer.startswith("T"):
            smaller = "T" + smaller
        return f"{marker}{f'{int(whole)}{letter}' if whole else ''}{smaller}"
    return f"{marker}{int(whole)}{letter}" if not rest else f"{marker}{float(count):g}{letter}"
