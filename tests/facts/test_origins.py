"""Where travellers came from."""

from __future__ import annotations

from tests.facts.telling import Teller


def _places(tell: Teller, text: str) -> set[str]:
    return {f.place.place.name for f in tell(text).facts("visit") if f.place is not None}


def test_who_flew_on_from_a_foreign_city_had_been_there(tell: Teller) -> None:
    assert _places(tell, "Norwegian minister Ine Soreide arrived in Amman from Cairo on Monday.") == {"Amman", "Cairo"}


def test_who_comes_from_home_has_not_visited_it(tell: Teller) -> None:
    assert _places(tell, "Norwegian minister Ine Soreide arrived in Amman from Bergen on Monday.") == {"Amman"}


def test_where_somebody_comes_from_who_arrives_nowhere_is_no_stop(tell: Teller) -> None:
    assert _places(tell, "Norwegian minister Hadia Tajik came from Pakistan.") == set()
