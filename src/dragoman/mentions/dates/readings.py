"""From what a rule captured to what the expression means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from dragoman.mentions.dates import calendar, lexicon
from dragoman.mentions.dates.digits import full_year, written
from dragoman.mentions.dates.grammar import Rule
from dragoman.mentions.dates.lengths import length
from dragoman.mentions.dates.meaning import GRAINS, Duration, Fixed, Meaning, Point, Range, Shift, Time, Weekend
from dragoman.mentions.dates.numbers import count_of, ordinal_of, spelled_year

Captured = Mapping[str, tuple[str, ...]]

NOTHING = "nothing"  # the reading of names that only sound like dates: their words are passed over


def read(rule: Rule, captured: Captured) -> Meaning | None:
    """The meaning of a match, or None where its parts make no date (30 February)."""
    return _READINGS[rule.reading](captured, rule.constants)


def _word(captured: Captured, label: str, name: str) -> Any:
    """What the first captured word stands for in a class of the lexicon."""
    words = captured.get(label)
    return lexicon.load().value(name, words[0]) if words else None


def _integer(captured: Captured, label: str) -> int | None:
    words = captured.get(label)
    return int(words[0]) if words and words[0].isdecimal() else None


def _month(captured: Captured, label: str = "month") -> int | None:
    for name in ("MONFULL", "MONSHORT", "MONAMB"):
        value = _word(captured, label, name)
        if value is not None:
            return int(value)
    return None


def _weekday(captured: Captured, label: str = "weekday") -> int | None:
    for name in ("WEEKDAY", "WDSHORT", "WEEKDAYS"):
        value = _word(captured, label, name)
        if value is not None:
            return int(value)
    return None


def _day(captured: Captured, label: str = "day") -> int | None:
    words = captured.get(label)
    if not words:
        return None
    return int(words[0]) if words[0].isdecimal() else ordinal_of(words)


def _step(captured: Captured, label: str) -> int | None:
    """-1 for last, 0 for this, 1 for next."""
    for name in ("LAST", "NEXT", "THIS"):
        value = _word(captured, label, name)
        if value is not None:
            return int(value)
    return None


def _year(captured: Captured, label: str = "year") -> int | None:
    words = captured.get(label)
    if words and words[0].isdecimal():
        return int(words[0])
    short = captured.get("shortyear")
    if short and label == "year":
        return full_year(int(short[0][1:]))
    spelled = captured.get("yearwords")
    return spelled_year(spelled) if spelled and label == "year" else None


def _time(captured: Captured) -> Time | None:
    """The time of day, None where none is said; hours past 24 are left out."""
    part = _word(captured, "partofday", "PARTOFDAY")
    half_day = _word(captured, "ampm", "AMPM")
    hour: int | None = None
    minute: int | None = 0
    if clock := captured.get("clock"):
        numbers = [int(piece) for piece in re.split("[:.]", clock[0])]
        hour, minute = numbers[0], numbers[1]
    elif words := captured.get("hour"):
        number = count_of(words[:1])
        hour = int(number) if number is not None and number <= 24 else None
    elif (word := _word(captured, "clockword", "CLOCKWORD")) is not None:
        hour = int(word)
    if hour is None:
        return Time(part=part) if part else None
    if half_day is not None and hour <= 12:
        hour = hour % 12 + int(half_day)
    elif part in ("AF", "EV") and hour < 12:
        hour += 12
    zone = captured.get("zone")
    return Time(hour, minute, None, bool(zone) and zone[0] in ("GMT", "UTC") if zone else False)


def _part(captured: Captured) -> str | None:
    """START, MID or END of a period."""
    part = _word(captured, "mod", "EARLYLATE") or _word(captured, "mod", "EDGE")
    return None if part is None else str(part)


def _date(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    time = _time(captured)
    if digits := captured.get("date"):
        return written(digits[0], time)
    year, month, day = _year(captured), _month(captured), _day(captured)
    if "yearwords" in captured and year is None:
        return None
    if "day" in captured and (day is None or month is not None and not calendar.exists(year, month, day)):
        return None
    rel = _step(captured, "rel")
    point = Point(
        year=year,
        year_shift=_step(captured, "yearrel"),
        month=month,
        day=day,
        weekday=_weekday(captured),
        week_shift=_step(captured, "weekrel"),
        rel=rel,
        season=_word(captured, "season", "SEASON"),
        quarter=_quarter(captured),
        half=_half(captured),
        holiday=_holiday(captured),
        decade=_decade(captured),
        century=_century(captured),
        time=time,
        anchored=bool(constants.get("anchored")),
        week=bool(constants.get("week")),
        late=_part(captured) == "END",
    )
    if (
        {"decade", "shortdecade"} & captured.keys()
        and point.decade is None
        or "quarter" in captured
        and point.quarter is None
    ):
        return None
    if "following" in captured and (step := _word(captured, "following", "FOLLOWING")) is not None:
        return Point(weekday=point.weekday, rel=int(step), anchored=True)
    return point


def _quarter(captured: Captured) -> int | None:
    if (code := _word(captured, "quartercode", "QUARTERCODE")) is not None:
        return int(code)
    words = captured.get("quarter")
    place = ordinal_of(words) if words else None
    return place if place is not None and 1 <= place <= 4 else None


def _half(captured: Captured) -> int | None:
    words = captured.get("half")
    if not words:
        return None
    place = 2 if lexicon.load().value("LAST", words[0]) is not None else ordinal_of(words)
    return place if place in (1, 2) else None


def _holiday(captured: Captured) -> str | None:
    words = captured.get("holiday")
    if not words:
        return None
    name = " ".join(words).lower().replace(" 's", "'s").replace("’", "'").replace(" - ", "-")
    value = lexicon.load().value("HOLIDAY", name)
    return str(value) if value is not None else None


def _decade(captured: Captured) -> int | None:
    words = captured.get("decade")
    digits = "".join(char for char in words[0] if char.isdecimal()) if words else ""
    if len(digits) == 4:
        return int(digits) // 10 if 1000 <= int(digits) <= 2100 else None
    return full_year(int(digits)) // 10 if len(digits) == 2 else None


def _century(captured: Captured) -> int | None:
    words = captured.get("century")
    place = ordinal_of(words) if words else None
    return place - 1 if place is not None and 1 < place <= 22 else None


def _deictic(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """today, last night, 10 a.m."""
    words = captured.get("today")
    time = _time(captured)
    if constants.get("part"):
        return Shift("D", 0, time=Time(part=str(constants["part"])), dated=False)
    if words:
        if words[0].lower() == "tonight" and time is None:
            time = Time(part="NI")
        return Shift("D", int(lexicon.load().value("TODAY", words[0])), time=time)
    if time is None:
        return None
    dated = time.part is not None
    return Shift("D", _step(captured, "rel") or 0, time=time, dated=dated)


def _day_beyond(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """the day before yesterday, the day after tomorrow"""
    return Shift("D", -2 if captured["offset"][0].lower() == "before" else 2)


def _period(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """last week, this year, the end of the month"""
    unit = str(constants.get("unit") or _word(captured, "unit", "PERIOD"))
    if unit == "D" and _step(captured, "rel") is None:
        # "Later in the day" is later in the day told, not in the day of the article.
        return Shift(unit, 0, anchored=True, grain="day")
    return Shift(unit, _step(captured, "rel") or 0, grain=GRAINS[unit])


def _past_period(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """the past year, the past decade"""
    unit = str(_word(captured, "unit", "PERIOD"))
    if unit in ("DE", "CE"):
        return Duration(length(Fraction(1), unit), grain=GRAINS[unit])
    return Shift(unit, -1, dated=False, grain=GRAINS[unit])


def _told_quarter(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """the latest quarter: the one spoken of, else the one before the article's"""
    return Shift("Q", 0, anchored=True, dated=False, grain="quarter")


def _year_ago(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """the year-earlier period"""
    return Shift("Y", -1, dated=False, as_told=True, grain="year")


def _year_told(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """the year, where no other is meant than the article's"""
    return Shift("Y", 0, dated=False, grain="year")


def _constant(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    return Fixed(str(constants["value"]))


def _weekend(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    return Weekend(_step(captured, "rel"))


def _unit(captured: Captured) -> str:
    for name in ("UNIT1", "UNITS"):
        value = _word(captured, "unit", name)
        if value is not None:
            return str(value)
    return ""


def _counted(captured: Captured, sign: int, anchored: bool) -> Meaning | None:
    """So many units before or after something; a length alone where the text does not say how many."""
    unit = _unit(captured)
    count = count_of(captured["n"])
    if count is None or count.denominator != 1 or unit.startswith("T") or unit == "WE":
        if not anchored and sign < 0 and count is None:
            return Fixed("PAST_REF", GRAINS.get(unit, ""))
        return Duration(length(count, unit), grain=GRAINS.get(unit, ""))
    if unit == "2W":
        unit, count = "W", count * 2
    elif unit in ("DE", "CE"):
        unit, count = "Y", count * (10 if unit == "DE" else 100)
    return Shift(
        unit, sign * int(count), anchored=anchored, weekday=_weekday(captured), as_told=unit == "Y", grain=GRAINS[unit]
    )


def _ago(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    return _counted(captured, -1, anchored=False)


def _hence(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    return _counted(captured, 1, anchored=False)


def _later(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    step = _word(captured, "later", "LATER") or _word(captured, "later", "LATERLAST")
    return _counted(captured, int(step), anchored=True)


def _following(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    step = int(_word(captured, "following", "FOLLOWING") or 1)
    time = _time(captured)
    unit = _unit(captured) or "D"
    return Shift(unit, step, anchored=True, time=time, grain=GRAINS[unit])


def _same(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """the same day, that year, that evening"""
    unit = _unit(captured) or "D"
    return Shift(unit, 0, anchored=True, time=_time(captured), grain=GRAINS[unit])


def _day_before(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    return Shift("D", -1, anchored=True)


def _weekdays(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """from Monday to Wednesday"""
    return Range(
        Point(weekday=_weekday(captured), rel=_step(captured, "rel")), Point(weekday=_weekday(captured, "weekday2"))
    )


def _range(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    month, day = _month(captured), _day(captured)
    month2, day2 = _month(captured, "month2") or month, _day(captured, "day2")
    year, year2 = _year(captured), _year(captured, "year2")
    if "yearshort" in captured and year is not None:
        year2 = _short_end(year, captured["yearshort"][0])
    if month is None or month2 is None:
        if year is None or year2 is None or year > year2:
            return None
        return Range(Point(year=year), Point(year=year2))
    last_year = year2 if year2 is not None else year
    backwards = (month2, day2 or 0) < (month, day or 0)
    first_year = year
    if year is not None and year2 is None and backwards:
        last_year = year + 1
    if first_year is None and last_year is not None:
        first_year = last_year - 1 if backwards else last_year
    if backwards and month2 == month:
        return None
    for some_year, some_month, some_day in ((first_year, month, day), (last_year, month2, day2)):
        if not calendar.exists(some_year, some_month, some_day):
            return None
    shift = _step(captured, "yearrel")
    first = Point(year=first_year, year_shift=shift, month=month, day=day, weekday=_weekday(captured))
    return Range(first, Point(year=last_year, year_shift=shift, month=month2, day=day2))


def _short_end(year: int, digits: str) -> int | None:
    """The last year of 1950-53; none where the second number may be a month or goes back."""
    last = year // 100 * 100 + int(digits) if len(digits) == 2 else 0
    return last if last > year and int(digits) > 12 else None


def _duration(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    unit = str(constants.get("unit") or _unit(captured))
    words = captured.get("n")
    singular = _word(captured, "unit", "UNIT1") is not None or "unit" in constants
    count = count_of(words) if words else Fraction(1) if singular else None
    if "half" in captured and count is not None:
        count += Fraction(1, 2)
    whole = int(count) if count is not None and count.denominator == 1 else None
    return Duration(length(count, unit), unit, whole, int(constants.get("sign", 0)), GRAINS.get(unit, ""))


def _set(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    if (adverb := _word(captured, "adverb", "PERIODIC")) is not None:
        return Fixed(str(adverb))
    if (weekday := _weekday(captured)) is not None:
        part = _word(captured, "partofday", "PARTOFDAY") or _word(captured, "partsofday", "PARTSOFDAY")
        return Fixed(f"XXXX-WXX-{weekday + 1}" + (f"T{part}" if part else ""))
    if (month := _month(captured)) is not None:
        return Fixed(f"XXXX-{month:02d}")
    words = captured.get("n")
    unit = _unit(captured)
    return Fixed(length(count_of(words) if words else Fraction(1), unit), GRAINS.get(unit, ""))


def _fixed(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    value = lexicon.load().value("FIXED", " ".join(captured["fixed"]))
    return Fixed(str(value)) if value is not None else None


def _nothing(captured: Captured, constants: Mapping[str, Any]) -> Meaning | None:
    """a name"""
    return None


_READINGS: Mapping[str, Callable[[Captured, Mapping[str, Any]], Meaning | None]] = {
    "date": _date,
    "deictic": _deictic,
    "day-beyond": _day_beyond,
    "period": _period,
    NOTHING: _nothing,
    "weekend": _weekend,
    "past-period": _past_period,
    "told-quarter": _told_quarter,
    "year-ago": _year_ago,
    "constant": _constant,
    "year-told": _year_told,
    "ago": _ago,
    "hence": _hence,
    "later": _later,
    "following": _following,
    "same": _same,
    "day-before": _day_before,
    "range": _range,
    "weekdays": _weekdays,
    "duration": _duration,
    "set": _set,
    "fixed": _fixed,
}
