"""Which expressions of time are said of an act."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


def _days(tell: Teller, text: str, kind: str) -> set[str | None]:
    facts = tell(text, published="2022-09-14").facts(kind)
    assert facts
    return {f.date.value.start for f in facts if f.date is not None}


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Japan and Norway held a naval exercise as the frigate arrived in Bergen on Sunday.",
            "exercise",
            "2022-09-11",
        ),
        ("Norway shelled Chilean posts as leaders gathered in Geneva on Monday.", "incident", "2022-09-12"),
        ("Norway and Peru signed an accord when their leaders met in May.", "agreement", "2022-05"),
        (
            "A drill of Norway with Chile will be held when its frigate leaves Manama on September 20.",
            "exercise",
            "2022-09-20",
        ),
    ],
)
def test_an_act_is_of_the_time_of_what_it_is_told_to_be_at_one_time_with(
    tell: Teller, text: str, kind: str, day: str
) -> None:
    assert _days(tell, text, kind) == {day}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Norway will send troops to Chile as tensions have grown since Monday.", "deployment", id="since"),
        pytest.param(
            "Norway and Peru signed the accord as Chile prepares to vote on Friday.", "agreement", id="another tense"
        ),
        pytest.param(
            "Norway delivered four frigates to Peru, as minister Ole Larsen said on Monday.",
            "arms_transfer",
            id="speech",
        ),
    ],
)
def test_but_not_of_any_time_that_is_told_beside_it(tell: Teller, text: str, kind: str) -> None:
    assert _days(tell, text, kind) == set()


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("The ninth edition of the drill of Norway and Chile commenced on May 5, 2021.", "exercise", "2021-05-05"),
        ("On May 5, 2021 Lima was the venue of talks between Norway and Chile.", "meeting", "2021-05-05"),
        ("A ceasefire between Norway and Peru is due to take effect on Thursday.", "ceasefire", "2022-09-15"),
        ("The third round of talks between Norway and Chile opened on Monday.", "meeting", "2022-09-12"),
        ("Troops of Norway and Peru fought in clashes, which erupted earlier this month.", "incident", "2022-09"),
    ],
)
def test_a_verb_that_says_that_something_comes_about_tells_when(tell: Teller, text: str, kind: str, day: str) -> None:
    assert _days(tell, text, kind) == {day}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('"Ships matter," Ole Larsen of Norway said on Monday, speaking at talks with Juan Lopez of Peru.', {"2022-09-12"}),
        ("Ole Larsen of Norway praised the navy on Monday, addressing a meeting with Juan Lopez of Peru.", {"2022-09-12"}),
        ("Ole Larsen of Norway praised the navy on Monday, having met Juan Lopez of Peru.", set()),
    ],
)
def test_who_says_it_speaking_somewhere_speaks_there_that_day(tell: Teller, text: str, days: set[str]) -> None:
    assert _days(tell, text, "meeting") == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Egypt and Qatar quarrelled on Tuesday, ahead of talks between Norway and Chile.", set()),
        ("Egypt and Qatar quarrelled on Tuesday, ahead of talks between Norway and Chile on Friday.", {"2022-09-16"}),
    ],
)
def test_what_is_still_to_come_is_not_of_the_day_before_it(tell: Teller, text: str, days: set[str]) -> None:
    assert _days(tell, text, "meeting") == days


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        ("Ole Larsen of Norway spoke to reporters on Monday after a meeting with Juan Lopez of Peru.", "meeting", {"2022-09-12"}),
        ("Ole Larsen of Norway flew home on Monday, following an attack by Peru on a Norwegian ship.", "incident", set()),
        ("Oslo recalled its envoy on Monday in response to an attack by Peru on a Norwegian ship.", "incident", set()),
        ("Oslo opened the road on Monday under an agreement between Norway and Peru.", "agreement", set()),
    ],
)
def test_what_was_over_is_of_that_day_only_where_people_met(tell: Teller, text: str, kind: str, days: set[str]) -> None:
    assert _days(tell, text, kind) == days


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ole Larsen of Norway and Juan Lopez of Peru held a session of the council, whose last vote was held in May.", "meeting"),
        ("Ole Larsen said on Monday there could be an opportunity for talks between Norway and Peru.", "meeting"),
        (
            "Ole Larsen of Norway said that he and minister Juan Lopez of Peru discussed a program about trade "
            "after Chile in 2012 banned adoptions.",
            "meeting",
        ),
        ("Ana Diaz resigned in May after reports that Ole Larsen of Norway had met Juan Lopez of Peru.", "meeting"),
        ("The visit of Ole Larsen of Norway for a summit with Juan Lopez of Peru was on Friday cancelled.", "meeting"),
        ("Turkey would switch on the Russian S-400 missiles it bought, whatever happens, next month.", "arms_transfer"),
        ("Norway and Peru signed an agreement with the council, whose last meeting was held in May.", "agreement"),
    ],
)
def test_a_time_of_something_else_is_left_where_it_stands(tell: Teller, text: str, kind: str) -> None:
    assert _days(tell, text, kind) == set()


def test_a_length_hides_no_day(tell: Teller) -> None:
    text = "Two ships of Norway's navy arrived at Callao in Peru today on a three-day goodwill visit."
    (facts,) = tell(text, published="2022-09-14").events("visit")
    dates = [f.date.value for f in facts if f.date is not None]
    assert {d.start for d in dates} == {"2022-09-14"} and "2022-09-16" in {d.end for d in dates}


def test_a_treaty_has_the_date_in_its_name_and_what_counts_from_it_has_not(tell: Teller) -> None:
    text = "Norway and Chile held the first naval drill since the 1991 accord."
    assert _days(tell, text, "exercise") == set()
    assert _days(tell, text, "agreement") == {"1991"}


def test_who_is_in_a_state_on_a_visit_visits_it_from_no_day_that_is_told(tell: Teller) -> None:
    told = tell(
        "General Karl Olsen of the Norwegian army, presently in Kenya on a visit, met General Peter Otieno on Monday.",
        published="2024-06-12",
    )
    visit = told.only("visit")
    assert visit.place is not None and visit.place.place.name == "Kenya"
    assert visit.date is None


def test_what_an_act_is_compared_with_is_not_when_it_was(tell: Teller) -> None:
    text = "Chadian jets intercepted Malian aircraft over 40 times last year — more than twice as often as in 2013, he said."
    dates = {f.date.value.start for f in tell(text, published="2015-03-20").facts("incident") if f.date is not None}
    assert dates == {"2014"}
