"""The sides of a deal that no sentence near it says."""

from __future__ import annotations

from tests.facts.telling import Teller, Told


def flows(told: Told) -> list[tuple[object, object, object]]:
    """Supplier, recipient and item of each deal."""
    rows = [{q.name: q.value for fact in event for q in fact.transfer} for event in told.events("arms_transfer")]
    return [(r.get("supplier"), r.get("recipient"), r.get("item")) for r in rows]


def test_a_later_sentence_has_the_sides_of_the_page_s_only_dealers(tell: Teller) -> None:
    text = "Sweden will sell Latvia more weapons. The harbour was closed. Twenty rocket launchers were handed over on May 3."
    assert ("SWE", "LVA", "rocket launcher") in flows(tell(text, "2024-05-10"))


def test_an_earlier_sentence_has_the_sides_that_a_later_one_says_of_the_same_arms(tell: Teller) -> None:
    text = "The first Gripen fighters were delivered on Monday. Brazil ordered 36 Gripen jets from Sweden in 2014."
    assert {f[:2] for f in flows(tell(text, "2019-09-12"))} == {("SWE", "BRA")}


def test_the_maker_supplies_the_state_of_whom_the_page_tells(tell: Teller) -> None:
    text = (
        "Croatia is rebuilding its air force. The Croatian pilots trained in France. "
        "The contract for 12 Rafale fighters was signed in November. Croatia also wants radars."
    )
    assert ("FRA", "HRV", "Rafale") in flows(tell(text, "2022-03-01"))


def test_nothing_is_understood_of_arms_that_a_state_makes_for_itself(tell: Teller) -> None:
    text = "France is rebuilding its air force. French pilots wait. The contract for 42 Rafale fighters was signed in Paris."
    assert flows(tell(text, "2024-01-20")) == []


def test_the_state_that_the_sentence_names_goes_before_those_of_another_deal(tell: Teller) -> None:
    text = "Serbia bought Pantsir systems from Russia in 2017. Belarus is content, for Russia has begun the delivery of Pantsir systems."
    assert {("RUS", "SRB"), ("RUS", "BLR")} == {f[:2] for f in flows(tell(text, "2021-11-15"))}


def test_a_firm_that_supplies_its_own_navy_deals_with_nobody_else(tell: Teller) -> None:
    text = (
        "Norway bought two patrol vessels from Italy. "
        "Fincantieri handed over a frigate ordered by the Italian Navy."
    )
    assert {f[:2] for f in flows(tell(text, "2025-09-16"))} == {("ITA", "NOR")}
