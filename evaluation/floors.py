"""Floors: what has been reached, less a margin, is pinned, and nothing may fall below it unseen.

Of a few figures less is better; theirs is a ceiling, and what is said of a floor holds the other way round.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path

MARGIN = 0.02
FILE = Path(__file__).parent / "floors.toml"

Floors = dict[str, dict[str, float]]  # column ("newsroom, held back") -> figure -> floor

# The figures that are pinned: the sums, and not the single fields of which they are made.
PINNED = (
    "all kinds: event F1",
    "all kinds: record F1",
    "meeting, visit, call: event F1",
    "meeting, visit, call: record F1",
    "dates: start right and as fine",
    "people: F1",
    "people: country",
    "people: role",
    "people: kept apart",
    "statements: speaker found",
    "attributed_to: right",
    "attributed_to: right where somebody is cited",
    "classes that we cover: found",
)

# The pinned figures of which less is better.
CEILINGS = ("inventions a page", "dates: start wrong, too fine or not in the gold")

HEADER = """\
# Reached less 0.02. `make evaluate` fails below a floor. `make raise-floors` raises them and lowers none;
# `python -m evaluation --raise-floors --lower` lowers too, and the commit that does so says why.
# A line that says "at most" is a ceiling: reached and 0.02 more, and `make evaluate` fails above it.
"""


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure on the wrong side of its floor or ceiling, or not measured any more (`reached` is None)."""

    column: str
    figure: str
    floor: float
    reached: float | None

    def __str__(self) -> str:
        reached = "is no longer measured" if self.reached is None else f"is {self.reached:.3f}"
        return f"{self.column}: {self.figure} {reached}, its {_bound(self.figure)} is {self.floor:.3f}"


def load(path: Path = FILE) -> Floors:
    """The pinned floors; none where the file is not there."""
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {column: {name: float(floor) for name, floor in names.items()} for column, names in table.items()}


def falls(floors: Floors, reached: Floors) -> list[Fall]:
    """Every pinned figure below its floor or above its ceiling, of the columns that were measured."""
    out = []
    for column in sorted(set(floors) & set(reached)):
        for name, floor in floors[column].items():
            value = reached[column].get(name)
            if value is None or _worse(name, value, floor):
                out.append(Fall(column, name, floor, value))
    return out


def raised(floors: Floors, reached: Floors, lower: bool = False) -> tuple[Floors, list[Fall]]:
    """New floors under what was reached, and the floors that lie above it.

    Those stay as they are unless `lower`. A column that was not measured keeps its floors.
    """
    out = {column: dict(names) for column, names in floors.items()}
    refused = []
    for column, names in reached.items():
        pinned = out.setdefault(column, {})
        for name in (*PINNED, *CEILINGS):
            if name not in names:
                continue
            new, old = bound_for(name, names[name]), pinned.get(name)
            if old is None or not _worse(name, new, old) or lower:
                pinned[name] = new
            elif _worse(name, names[name], old):
                refused.append(Fall(column, name, old, names[name]))
    return out, refused


def floor_under(value: float) -> float:
    """The floor that a reached figure pins, to three places, never above the figure less the margin."""
    return max(0.0, math.floor((value - MARGIN) * 1000 + 1e-6) / 1000)


def bound_for(name: str, value: float) -> float:
    """The floor, or the ceiling, that a reached figure pins."""
    return math.ceil((value + MARGIN) * 1000 - 1e-6) / 1000 if name in CEILINGS else floor_under(value)


def _worse(name: str, value: float, than: float) -> bool:
    return value > than if name in CEILINGS else value < than


def _bound(name: str) -> str:
    return "ceiling" if name in CEILINGS else "floor"


def dump(floors: Floors) -> str:
    """Floors as TOML, in a fixed order."""
    order = {name: i for i, name in enumerate((*PINNED, *CEILINGS))}
    lines = [HEADER]
    for column, names in floors.items():
        lines.append(f'["{column}"]')
        lines += [
            f'"{name}" = {floor:.3f}' + ("  # at most" if name in CEILINGS else "")
            for name, floor in sorted(names.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0]))
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
