"""Floors hold what was reached: they rise on request, fall only when told to, and name what fell."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import floors

RECORD = "all kinds: record F1"
PEOPLE = "people: F1"
share = st.floats(0, 1, allow_nan=False)


def test_a_figure_at_its_floor_holds() -> None:
    assert floors.falls({"seeds": {RECORD: 0.5}}, {"seeds": {RECORD: 0.5}}) == []


def test_a_figure_below_its_floor_is_named_with_both_numbers() -> None:
    (fall,) = floors.falls({"seeds": {RECORD: 0.5}}, {"seeds": {RECORD: 0.499}})
    assert str(fall) == "seeds: all kinds: record F1 is 0.499, its floor is 0.500"


def test_a_pinned_figure_that_is_no_longer_measured_is_a_fall() -> None:
    (fall,) = floors.falls({"seeds": {RECORD: 0.5, PEOPLE: 0.6}}, {"seeds": {RECORD: 0.5}})
    assert fall.figure == PEOPLE and fall.reached is None
    assert "no longer measured" in str(fall)


def test_a_set_that_is_not_there_cannot_fall() -> None:
    assert floors.falls({"seeds": {RECORD: 0.5}, "devreal": {RECORD: 0.5}}, {"seeds": {RECORD: 0.6}}) == []


def test_raising_pins_what_was_reached_less_the_margin() -> None:
    new, refused = floors.raised({}, {"seeds": {RECORD: 0.6123, "all kinds: event P": 0.9}})
    assert new == {"seeds": {RECORD: 0.592}}
    assert refused == []


def test_raising_keeps_a_floor_that_the_margin_alone_would_lower() -> None:
    new, refused = floors.raised({"seeds": {RECORD: 0.6}}, {"seeds": {RECORD: 0.61}})
    assert new == {"seeds": {RECORD: 0.6}}
    assert refused == []


def test_raising_refuses_to_lower_unless_told_to() -> None:
    old, reached = {"seeds": {RECORD: 0.6}}, {"seeds": {RECORD: 0.4}}
    kept, refused = floors.raised(old, reached)
    assert kept == old
    assert [fall.figure for fall in refused] == [RECORD]
    lowered, refused = floors.raised(old, reached, lower=True)
    assert lowered == {"seeds": {RECORD: 0.38}}
    assert refused == []


def test_raising_leaves_sets_alone_that_were_not_measured() -> None:
    new, _ = floors.raised({"devreal": {RECORD: 0.5}}, {"seeds": {RECORD: 0.6}}, lower=True)
    assert new["devreal"] == {RECORD: 0.5}


@given(share)
def test_a_floor_is_never_above_the_figure_less_the_margin_and_never_far_below(value: float) -> None:
    floor = floors.floor_under(value)
    assert 0 <= floor <= max(0.0, value - floors.MARGIN) + 1e-8
    assert floor >= value - floors.MARGIN - 0.001


@given(st.dictionaries(st.sampled_from(["seeds", "newsroom, held back"]), st.dictionaries(
    st.sampled_from(floors.PINNED), share), min_size=1))
def test_what_was_just_pinned_holds_and_survives_the_file(reached: floors.Floors) -> None:
    new, _ = floors.raised({}, reached)
    assert floors.falls(new, reached) == []
    assert tomllib.loads(floors.dump(new)) == new


def test_the_file_of_the_repository_pins_only_figures_that_are_known() -> None:
    for names in floors.load().values():
        assert set(names) <= {*floors.PINNED, *floors.CEILINGS}
        assert all(0 <= floor <= 1 for floor in names.values())


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert floors.load(tmp_path / "none.toml") == {}


def test_a_broken_file_is_an_error_and_not_an_empty_one(tmp_path: Path) -> None:
    broken = tmp_path / "floors.toml"
    broken.write_text("[seeds\n")
    with pytest.raises(tomllib.TOMLDecodeError):
        floors.load(broken)


INVENTIONS = "inventions a page"


def test_a_ceiling_holds_from_above() -> None:
    pinned = {"nothing to record": {INVENTIONS: 0.3}}
    assert floors.falls(pinned, {"nothing to record": {INVENTIONS: 0.3}}) == []
    (fall,) = floors.falls(pinned, {"nothing to record": {INVENTIONS: 0.31}})
    assert str(fall) == "nothing to record: inventions a page is 0.310, its ceiling is 0.300"


def test_a_ceiling_comes_down_when_less_is_reached_and_goes_up_only_when_told_to() -> None:
    old = {"nothing to record": {INVENTIONS: 0.3}}
    assert floors.raised(old, {"nothing to record": {INVENTIONS: 0.1}}) == ({"nothing to record": {INVENTIONS: 0.12}}, [])
    kept, refused = floors.raised(old, {"nothing to record": {INVENTIONS: 0.5}})
    assert kept == old and [fall.figure for fall in refused] == [INVENTIONS]
    assert floors.raised(old, {"nothing to record": {INVENTIONS: 0.29}}) == (old, [])
    lowered, _ = floors.raised(old, {"nothing to record": {INVENTIONS: 0.5}}, lower=True)
    assert lowered == {"nothing to record": {INVENTIONS: 0.52}}


def test_a_ceiling_is_marked_as_one_in_the_file() -> None:
    text = floors.dump({"nothing to record": {INVENTIONS: 0.3}, "seeds": {RECORD: 0.5}})
    assert '"inventions a page" = 0.300  # at most' in text
    assert text.count("# at most") == 1
