"""Finding expressions of time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.mentions.dates import find, resolve, timex_value
from dragoman.types import TimeExpression


def found(text: str) -> list[str]:
    return [expression.text for expression in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The generals met on Feb. 6-7 in Baku.", ["Feb. 6-7"]),
        ("The drill runs from 3 to 7 July near the border.", ["from 3 to 7 July"]),
        ("Deliveries are due between May and July.", ["between May and July"]),
        ("The summit on August 14-15 will go ahead.", ["August 14-15"]),
        ("Envoys gathered on Thursday (19 April) in Vienna.", ["Thursday (19 April)"]),
        ("The visit starts on Friday, April 12, officials say.", ["Friday, April 12"]),
        ("The ministers last spoke on July 10 last year.", ["July 10 last year"]),
        ("A new round is set for next February.", ["next February"]),
        ("The base has been shut since 2011.", ["2011"]),
        ("The post was held by a general in 2010-2011.", ["2010-2011"]),
        ("The war of 1950-53 left the line where it is.", ["1950-53"]),
        ("Two days later the frigate left port.", ["Two days later"]),
        ("The following week he flew to Ankara.", ["The following week"]),
        ("They signed the same day.", ["the same day"]),
        ("He had arrived the day before.", ["the day before"]),
        ("Talks resumed at 10 a.m. on Monday.", ["10 a.m. on Monday"]),
        ("The call took place at 15:00 GMT.", ["15:00 GMT"]),
        ("The truce began at 11:00 pm (2000 GMT), and no shot fell by 2010 GMT.", ["11:00 pm"]),
        ("The truce began at midnight on 24 June.", ["midnight on 24 June"]),
        ("Sales rose in the first quarter of 2018.", ["the first quarter of 2018"]),
        ("The alliance of the 1990s is gone.", ["the 1990s"]),
        ("He stayed through the late '80s.", ["the late '80s"]),
        ("The parade was on Christmas Day 2015.", ["Christmas Day 2015"]),
        ("The order was placed in summer 2018.", ["summer 2018"]),
        ("He signed on 2004-12-06 and again on 31/12/2018.", ["2004-12-06", "31/12/2018"]),
        ("Posted 19:12 2018-11-17 by the desk", ["19:12 2018-11-17"]),
        ("He left on 6Feb 2018.", ["6Feb 2018"]),
        ("The 14th of August is a holiday there.", ["The 14th of August"]),
        ("Troops return in Sept. 2019 at the latest.", ["Sept. 2019"]),
        ("The treaty of May 2018 was shelved in May.", ["May 2018", "May"]),
        ("The fleet sails early next month and late in 2023.", ["early next month", "late in 2023"]),
        ("Exports fell over the past three years.", ["the past three years"]),
        ("They meet every Monday and report daily.", ["every Monday", "daily"]),
        ("The talks on ２０１８-０６-０７ were short.", ["２０１８-０６-０７"]),
        ("The visit is planned for the week of June 11.", ["the week of June 11"]),
        ("February, March or April would suit both sides.", ["February", "March", "April"]),
        ("The delegation stayed from Nov. 29 to Dec. 3.", ["from Nov. 29 to Dec. 3"]),
        ("It was agreed the day after tomorrow would do.", ["the day after tomorrow"]),
    ],
)
def test_it_is_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march her party through it.",
        "The sun sat low; a second guard stood by.",
        "Marchers will march on the embassy.",
        "A Su-30 and an S-300 battery were shown.",
        "The Boeing 1973 prototype flew.",
        "He commands 2018 people and 2,000 vehicles.",
        "It cost $2018 and weighs 1990 kg.",
        "A column of 2000 migrants reached the river.",
        "The colonel, 67, is aged and the officer at 67 too.",
        "A 67-year-old general spoke.",
        "The guard is 52 years old.",
        "Version 1.2.10 of file A_2018-11-17_01 was sent.",
        "Mai and Juin are not words of this language.",
        "The vessel is 2018.5 m long.",
        "Jan Novak and Sen. Dec spoke.",
        "February 30 and 31/02/17 and 45/45/2018",
        "Year 0000-01-01 and 12345-01-01",
        "the year 0 and 0000 and in 20188",
        "32 March 2018 and from 30 February on",
        "April 31, 2018-02-30 and 29 February 2017",
        "Mai 5 and 5. Mai 2018",
        "99:99 and 31.02.2017",
        "Russia Today and the Sunday Times reported it.",
        "The September 11 attacks changed that.",
        "It fell in the August war.",
        "Three-quarters of the quarter-finals were played.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    dates = [one for one in find(text) if one.type != "DURATION"]
    said = [one.text for one in dates if resolve(one, reference="2018-06-07", direction="past") is not None]
    assert said == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the four-day war", "P4D"),
        ("three days of talks", "P3D"),
        ("18 months", "P18M"),
        ("a decade-long feud", "P10Y"),
        ("his 39-year career", "P39Y"),
        ("two and a half years", "P2Y6M"),
        ("half an hour", "PT30M"),
        ("several weeks", "PXW"),
        ("a fortnight", "P2W"),
        ("36 hours", "PT36H"),
        ("a minute and a half", "PT1M30S"),
        ("two centuries", "P200Y"),
    ],
)
def test_a_length_of_time_is_no_date(text: str, value: str) -> None:
    (expression,) = find(text)
    assert (expression.type, expression.value) == ("DURATION", value)
    assert resolve(expression, reference="2018-06-07", direction="past") is None


@pytest.mark.parametrize(
    ("text", "kind", "grain", "value"),
    [
        ("6 February 2018", "DATE", "day", "2018-02-06"),
        ("in 2018", "DATE", "year", "2018"),
        ("June 2018", "DATE", "month", "2018-06"),
        ("June 7", "DATE", "day", None),
        ("last week", "DATE", "week", None),
        ("Q3 2018", "DATE", "quarter", "2018-Q3"),
        ("Monday morning", "TIME", "day", None),
        ("every year", "SET", "year", "P1Y"),
        ("the 1990s", "DATE", "decade", "199"),
    ],
)
def test_type_grain_and_the_value_that_the_text_alone_settles(
    text: str, kind: str, grain: str, value: str | None
) -> None:
    (expression,) = find(text)
    assert (expression.type, expression.grain, expression.value) == (kind, grain, value)


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "Monday, then Tuesday, then Wednesday"
    (expression,) = find(text, 8, 20)
    assert (expression.text, expression.start, expression.end) == ("Tuesday", 13, 20)


def test_a_wrapped_line_does_not_cut_an_expression() -> None:
    text = "The chiefs of staff of the two countries agreed in Baku to meet again next\nweek in Ankara."
    assert found(text) == ["next\nweek"]


def test_short_lines_are_not_joined() -> None:
    assert found("Published 18:01 GMT\nToday the minister left") == ["18:01 GMT", "Today"]


pieces = st.sampled_from(
    "may March 12 31 2018 18 of the in on from to and - – , . ( ) / : last next this week year days two ago later "
    "Monday Mon. Feb. 6Feb a.m. GMT 10:30 24:61 1990s '98 quarter first 00 0000 99999 ２０１８ noon of \n \n\n".split(
        " "
    )
)


def check(text: str) -> None:
    end = 0
    for expression in find(text):
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == expression.text
        end = expression.end
        for reference in (None, "2018-06-07", "2018-06", "2018", "--06-07", "nonsense"):
            for direction in (None, "past", "future"):
                resolve(expression, reference=reference, direction=direction, anchor=reference)
                assert timex_value(expression, reference, direction)


@given(st.text(max_size=200))
@example("\ud800 Monday")
@example("٣٠ June 9999-99-99")
def test_no_text_makes_it_fail(text: str) -> None:
    check(text)


@settings(max_examples=400)
@given(st.lists(pieces, max_size=14).map(" ".join))
def test_no_heap_of_time_words_makes_it_fail(text: str) -> None:
    check(text)


@given(st.lists(pieces, max_size=14).map("".join))
def test_no_heap_without_spaces_makes_it_fail(text: str) -> None:
    check(text)


def test_a_found_expression_depends_on_nothing_but_the_text() -> None:
    text = "On Monday, June 4, and two days later, in 2018 and the 1990s."
    assert find(text) == find(text)


@pytest.mark.parametrize(
    "unit",
    [
        "6 February 2018, ",
        "- ",
        "12-12-12-",
        "\n",
        " \n",
        "the ",
        "a.m.",
        "1990s and ",
        "(((",
        "1,",
        "May ",
        "x" * 50 + " ",
    ],
)
def test_the_time_taken_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        best = float("inf")
        for _ in range(3):  # the least of three: a busy machine only ever adds
            begun = time.process_time()
            find(text)
            best = min(best, time.process_time() - begun)
        return best

    few, many = seconds(4_000), seconds(32_000)
    # Linear growth gives 8, quadratic 64.
    assert many < 8 * max(few, 0.05) * 4


@pytest.mark.parametrize("text", ["５ March ２０１８", "March ５, ２０１８", "２０１８-０３-０５"])
def test_full_width_digits_are_digits(text: str) -> None:
    (expression,) = find(text)
    dated = resolve(expression, reference=None, direction=None)
    assert dated is not None and dated.start == "2018-03-05"


def test_a_thousand_dates_in_a_line_are_a_thousand() -> None:
    assert len(find("6 February 2018; " * 1000)) == 1000


def test_a_long_line_is_read_across_the_stretches_it_is_cut_into() -> None:
    text = "word " * 19_999 + "on 6 February 2018 " + "word " * 30_000 + "on 7 March 2019"
    assert found(text) == ["6 February 2018", "7 March 2019"]


def test_an_expression_made_by_hand_with_no_rule_says_nothing() -> None:
    stray = TimeExpression(0, 3, "now", "DATE", None, "day", "no-such-rule")
    assert resolve(stray, reference="2018-06-07", direction=None) is None
    assert timex_value(stray, "2018-06-07", None) == "XXXX-XX-XX"
