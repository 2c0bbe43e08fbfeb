"""Which two values of one field do not contradict each other though they differ, and which of them tells more."""

from __future__ import annotations

from dragoman.mentions.spelling import fold
from dragoman.record.items import by_telling, no_contradiction
from dragoman.types import Quoted

_COURSE = ("delivered", "planned")  # stages of one deal's life, the last reached first
_ROUNDED = 2  # digits that a rounded sum has at least: "some 5.8 billion" for 5.76


def compatible(field: str, a: Quoted, b: Quoted) -> bool:
    """Whether both can be right: equal, or one what became of the other, or one in fewer words or digits."""
    if plain(a) == plain(b) or field == "transfer.terms":
        return True
    if field == "transfer.item":
        return no_contradiction(str(a.value), str(b.value))
    if field == "transfer.stage":
        return {str(a.value), str(b.value)} == set(_COURSE)
    if field == "transfer.value" and isinstance(a.value, int | float) and isinstance(b.value, int | float):
        return _rounds(float(a.value), float(b.value)) or _rounds(float(b.value), float(a.value))
    return False


def preference(field: str, q: Quoted) -> tuple[object, ...]:
    """Puts the values of a field in order, the one that tells most first."""
    own = (plain(q), q.bound or "")
    if field == "transfer.item":
        return (by_telling(str(q.value)), *own)
    if field == "transfer.stage":
        return (_COURSE.index(str(q.value)) if q.value in _COURSE else -1, *own)
    if field == "transfer.value" and isinstance(q.value, int | float):
        return (-len(_digits(float(q.value))), *own)
    return own


def plain(q: Quoted) -> tuple[int, float, str]:
    """A value as it is compared: numbers before words."""
    if isinstance(q.value, int | float):
        return (0, float(q.value), "")
    return (1, 0.0, fold(q.value))


def _rounds(exact: float, round_one: float) -> bool:
    """Whether one number is the other, rounded to as many digits as it shows."""
    shown = len(_digits(round_one))
    return _ROUNDED <= shown < len(_digits(exact)) and float(f"{exact:.{shown - 1}e}") == round_one


def _digits(number: float) -> str:
    return f"{number:.15e}".partition("e")[0].replace(".", "").rstrip("0")
