"""Where and when a deal told before was or will be signed."""

from __future__ import annotations

from tests.facts.telling import Teller


def test_a_minister_who_goes_to_sign_signs_the_deal_told_before(tell: Teller) -> None:
    told = tell(
        "Sweden has wrapped up a contract to sell 12 Gripen fighters to Hungary. "
        "Swedish Defence Minister Pal Jonson goes to Budapest on Monday to sign."
    )
    (deal,) = told.events("arms_transfer")
    assert [f.status for f in deal] == ["occurred", "planned"]
    assert deal[1].place is not None and deal[1].place.place.name == "Budapest"
    assert deal[1].host is not None and deal[1].host.value == "HUN"


def test_a_signature_in_a_palace_of_a_city_is_in_that_city(tell: Teller) -> None:
    told = tell(
        "Egypt signed a contract for 24 Rafale jets from France. "
        "Egyptian Defence Minister Mohamed Zaki and his French colleague Florence Parly signed in a Cairo palace."
    )
    assert {f.place.place.name for f in told.facts("arms_transfer") if f.place is not None} == {"Cairo"}


def test_another_paper_that_is_signed_is_no_report_of_the_deal(tell: Teller) -> None:
    told = tell(
        "Egypt signed a contract for 24 Rafale jets from France. In Cairo the ministers signed a visitors' book."
    )
    assert len(told.facts("arms_transfer")) == 1
