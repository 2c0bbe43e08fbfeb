"""What an expression of time says by itself, before anybody asks which date it stands for."""

from __future__ import annotations

from dragoman.mentions.dates.expressions import meaning_of
from dragoman.mentions.dates.meaning import Duration, Point, Range, Shift
from dragoman.types import TimeExpression

# Rules whose expressions are a part of the day of which a text tells.
_OF_THE_DAY = ("part-told", "the-period")


def without_year(expression: TimeExpression) -> tuple[int, int | None] | None:
    """The month, and the day if it is told, of what leaves its year open: "in December", "on May 5"; None of others.

    Of "from May 5 to June 2" those of the first day.
    """
    meaning = meaning_of(expression.text, expression.rule)
    if isinstance(meaning, Range) and meaning.last.year is None and meaning.last.year_shift is None:
        meaning = meaning.first
    if not isinstance(meaning, Point) or meaning.month is None or meaning.year is not None:
        return None
    if meaning.year_shift is not None or meaning.rel is not None or meaning.anchored:
        return None
    return meaning.month, meaning.day


def days_long(expression: TimeExpression) -> int | None:
    """How many days "for two days" and "three-day" say that something lasts; None of other lengths and of distances."""
    meaning = meaning_of(expression.text, expression.rule)
    if not isinstance(meaning, Duration) or meaning.sign or meaning.unit != "D" or meaning.count is None:
        return None
    return meaning.count


def counts_from_told(expression: TimeExpression) -> bool:
    """True of "two days later", "the same day", "five days after ...": they count from a date told elsewhere."""
    meaning = meaning_of(expression.text, expression.rule)
    if isinstance(meaning, Duration):
        return meaning.sign != 0 and meaning.count is not None
    return isinstance(meaning, Shift | Point) and meaning.anchored


def of_the_day(expression: TimeExpression) -> bool:
    """True of "in the evening" and "later in the day": a part of the day that is told, whichever that is.

    "That evening" and "the same day" are no such expressions: they point at the day told last.
    """
    return expression.rule in _OF_THE_DAY and counts_from_told(expression)


def of_told_year(expression: TimeExpression) -> bool:
    """True of "in May of that year": a month or day of the year that was told last."""
    meaning = meaning_of(expression.text, expression.rule)
    return isinstance(meaning, Point) and meaning.anchored and meaning.month is not None


def names_weekday(expression: TimeExpression) -> int | None:
    """The weekday (0 is Monday) that an expression names and nothing besides: "on Monday", "Monday night"."""
    meaning = meaning_of(expression.text, expression.rule)
    if isinstance(meaning, Point) and meaning.month is None and meaning.rel is None and meaning.week_shift is None:
        return None if meaning.anchored else meaning.weekday
    return None


def weekday_of(expression: TimeExpression) -> tuple[str, int] | None:
    """The day without a year and its weekday, where an expression gives both: "Monday, August 15"."""
    meaning = meaning_of(expression.text, expression.rule)
    first = meaning.first if isinstance(meaning, Range) else meaning
    if not isinstance(first, Point) or first.weekday is None or first.month is None or first.day is None:
        return None
    return f"--{first.month:02d}-{first.day:02d}", first.weekday
