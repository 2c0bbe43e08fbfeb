"""What is promised of the names of items."""

from __future__ import annotations

import pytest

from dragoman.record.items import by_telling, names_a_kind, no_contradiction, same_item


@pytest.mark.parametrize(
    ("item", "kind"),
    [("tank", True), ("cruise missile", True), ("K2", False), ("BrahMos", False), ("155mm shell", False)],
)
def test_a_common_noun_names_a_kind(item: str, kind: bool) -> None:
    assert names_a_kind(item) is kind


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("Su-30", "Su-30SM", True), ("K2", "K2 Black Panther", True), ("K2", "K21", False), ("F-16", "F-35", False), ("S-400", "S 400", True), ("QZ-7", "QZ7", True)],
)
def test_one_designation_in_more_or_fewer_words(a: str, b: str, same: bool) -> None:
    assert same_item(a, b) is same
    assert same_item(b, a) is same


def test_a_kind_contradicts_no_make_but_another_kind_does() -> None:
    assert no_contradiction("tank", "K2")
    assert not no_contradiction("tank", "howitzer")
    assert not no_contradiction("K2", "Leopard 2")


def test_the_make_goes_before_the_kind() -> None:
    assert min(["tank", "K2", "K2 Black Panther"], key=by_telling) == "K2 Black Panther"
