"""Deals in arms: what, how many, for how much, at which stage, on which terms, and between whom."""

from __future__ import annotations

import pytest

from dragoman.types import Fact, Quoted
from tests.facts.telling import Teller, Told


def values(fact: Fact) -> dict[str, object]:
    return {q.name: q.value for q in fact.transfer}


def quoted(fact: Fact, name: str) -> Quoted:
    return next(q for q in fact.transfer if q.name == name)


def deals(told: Told) -> list[dict[str, object]]:
    """The values of each deal, those of its reports together."""
    return [{q.name: q.value for fact in event for q in fact.transfer} for event in told.events("arms_transfer")]


def test_a_delivery_has_its_fields_each_with_its_words(tell: Teller) -> None:
    text = "Russia delivered at least 24 Mi-35 helicopters worth $360 million to Azerbaijan in 2012."
    told = tell(text)
    fact = told.only("arms_transfer")
    assert values(fact) == {
        "stage": "delivered", "supplier": "RUS", "recipient": "AZE", "item": "Mi-35", "category": "attack_helicopter",
        "quantity": 24, "value": 360_000_000, "currency": "USD",
    }  # fmt: skip
    assert quoted(fact, "quantity").bound == "at least"
    words = {q.name: told.words(q.evidence) for q in fact.transfer}
    assert words["item"] == "Mi-35" and words["value"] == "$360 million" and words["recipient"] == "Azerbaijan"
    assert fact.status == "occurred" and fact.date is not None and fact.date.value.start == "2012"


@pytest.mark.parametrize(
    ("text", "status", "stage"),
    [
        ("Russia delivered S-400 systems to India.", "occurred", "delivered"),
        ("Russia will deliver S-400 systems to India.", "planned", "planned"),
        ("India signed a contract with Russia for S-400 systems.", "occurred", "contract"),
        ("India will order S-400 systems from Russia.", "planned", "contract"),
        ("Russia will sell S-400 systems to India.", "planned", "planned"),
        ("Russia agreed in 2018 to sell S-400 systems to India.", "occurred", "contract"),
        ("The United States approved the sale of F-16 fighters to Taiwan.", "occurred", "approved"),
        ("Taiwan has requested F-16 fighters from the United States.", "possible", "requested"),
        ("Russia has offered India Su-57 fighters.", "possible", "offered"),
        ("France cancelled the delivery of Mistral ships to Russia.", "denied", "cancelled"),
        ("Russia has begun delivering S-400 systems to India.", "ongoing", "delivered"),
    ],
)
def test_stage_and_status(tell: Teller, text: str, status: str, stage: str) -> None:
    fact = tell(text).only("arms_transfer")
    assert (fact.status, values(fact)["stage"]) == (status, stage)


@pytest.mark.parametrize(
    "text",
    [
        "Russia supplied India with S-400 systems.",
        "India received S-400 systems from Russia.",
        "S-400 systems were delivered to India by Russia.",
        "India was given S-400 systems by Russia.",
        "The delivery of Russian S-400 systems to India began.",
        "India signed a contract with Russia for S-400 systems.",
        "India took delivery of S-400 systems from Russia.",
        "Pakistan blamed Russia for supplying S-400 systems to India.",
    ],
)
def test_both_sides_whatever_the_sentence(tell: Teller, text: str) -> None:
    (deal,) = deals(tell(text))
    assert (deal["supplier"], deal["recipient"], deal["item"]) == ("RUS", "IND", "S-400")


def test_who_makes_the_item_tells_a_supplier_that_is_not_named(tell: Teller) -> None:
    fact = tell("Egypt ordered 24 Rafale fighters in February 2015.").only("arms_transfer")
    assert values(fact)["supplier"] == "FRA"
    assert quoted(fact, "supplier").evidence.inferred


def test_several_items_of_a_package_are_several_events_and_its_sum_is_no_item_s(tell: Teller) -> None:
    told = tell("Russia sold Peru 24 Mi-17 helicopters and two Mi-35 helicopters for a combined $250 million.")
    found = deals(told)
    assert [(d["item"], d["quantity"]) for d in found] == [("Mi-17", 24), ("Mi-35", 2)]
    assert all("value" not in d for d in found)


def test_a_whole_with_a_sum_and_a_part_with_a_number(tell: Teller) -> None:
    whole, part = deals(tell("Russia delivered $1 billion worth of weaponry, including about 100 tanks, to Iraq."))
    assert (whole["value"], "quantity" in whole) == (1_000_000_000, False)
    assert (part["item"], part["quantity"], "value" in part) == ("tank", 100, False)


def test_later_items_join_the_package_told_before(tell: Teller) -> None:
    text = "Germany will send a package of arms for Ukraine to Kyiv. It includes 14 Leopard 2 tanks and 40 Marder vehicles, the minister said."
    found = deals(tell(text, "2023-01-25"))
    assert [(d["item"], d["supplier"], d["recipient"]) for d in found] == [
        ("Leopard 2", "DEU", "UKR"), ("Marder", "DEU", "UKR"),
    ]  # fmt: skip


def test_units_and_terms_are_terms_and_no_number(tell: Teller) -> None:
    fact = tell("Russia supplied Belarus with four batteries of S-300 missiles free of charge.").only("arms_transfer")
    assert "quantity" not in values(fact)
    assert values(fact)["terms"] == "four batteries; free of charge"


def test_an_order_of_magnitude_is_text(tell: Teller) -> None:
    fact = tell("Russia sold Iran S-300 systems worth hundreds of millions of dollars.").only("arms_transfer")
    assert (values(fact)["value"], values(fact)["currency"]) == ("hundreds of millions", "USD")


def test_deliveries_to_come_are_another_stage_of_the_deal(tell: Teller) -> None:
    contract, delivery = deals(
        tell(
            "Serbia signed a contract with Russia for six MiG-29 fighters in 2016. Deliveries will begin in 2017.",
            "2016-12-01",
        )
    )
    assert (contract["stage"], contract["quantity"]) == ("contract", 6)
    assert (delivery["stage"], delivery["item"], delivery["recipient"]) == ("planned", "MiG-29", "SRB")


@pytest.mark.parametrize(
    "text",
    [
        "The envoy delivered a letter from Moscow to Ankara.",
        "Russia sent 80 doctors to Serbia.",
        "Armenia ordered medicine from Germany.",
        "The ministers of Russia and India signed an agreement on trade.",
        "Moscow signalled its readiness to sell more weapons to Cairo.",
        "The United States sent two destroyers to Israel.",
        "The Russian army received 20 Su-35 fighters from the factory.",
        "The Air Force will get 20 tankers from Boeing.",
    ],
)
def test_without_arms_between_two_there_is_no_deal(tell: Teller, text: str) -> None:
    assert tell(text).facts("arms_transfer") == []


def test_aid_has_its_sum(tell: Teller) -> None:
    told = tell("The United States will provide 130 million dollars in aid to Egypt.", "2021-09-14")
    (facts,) = told.events("aid")  # told by the verb and by the noun
    sums = {(values(f).get("value"), values(f).get("currency")) for f in facts} - {(None, None)}
    assert sums == {(130_000_000, "USD")}


def test_two_variants_of_one_system_in_one_list_are_one_deal_in_all_of_them(tell: Teller) -> None:
    jets = "three single-seat Gripen Es and one two-seat Gripen F"
    told = tell(f"Saab signed a contract with Oman for {jets} for the Omani air force.")
    (deal,) = deals(told)
    assert (deal["item"], deal["quantity"]) == ("JAS 39 Gripen", 4)
    assert told.words(quoted(told.facts("arms_transfer")[0], "quantity").evidence).split()[0] == "three"


def test_a_warship_that_is_the_first_to_come_is_no_delivery(tell: Teller) -> None:
    assert tell("The first Italian navy ship to come to Oman since 2006 left port on Monday.").facts("arms_transfer") == []


@pytest.mark.parametrize(
    "text",
    [
        "Italy has furnished to Oman 30 aircraft MiG-29; ten helicopters Mi-24; eight howitzers.",
        "Italy delivered to Oman: 30 MiG-29 fighters, ten Mi-24 helicopters and eight howitzers.",
    ],
)
def test_a_list_is_read_to_its_end_where_the_parser_lost_it(tell: Teller, text: str) -> None:
    told = deals(tell(text))
    assert {(d["item"], d["quantity"]) for d in told} == {("MiG-29", 30), ("Mi-24", 10), ("howitzer", 8)}
    assert {(d["supplier"], d["recipient"]) for d in told} == {("ITA", "OMN")}


def test_a_ship_that_goes_to_another_state_s_navy_is_given(tell: Teller) -> None:
    (deal,) = deals(tell("The United States transferred a decommissioned frigate to the Omani navy in May 2018."))
    assert (deal["supplier"], deal["recipient"], deal["item"]) == ("USA", "OMN", "frigate")
    assert deals(tell("The United States transferred a frigate to the Gulf of Oman in May 2018.")) == []


def test_who_has_a_transfer_from_another_done_receives(tell: Teller) -> None:
    (deal,) = deals(tell("Romania has concluded the transfer of 18 F-16 fighters from the Netherlands."))
    assert (deal["supplier"], deal["recipient"]) == ("NLD", "ROU")


def test_talks_over_a_contract_for_a_delivery_are_no_contract(tell: Teller) -> None:
    text = "Russia and Oman launched negotiations over a contract on the delivery of Russian Su-35 fighters to Muscat."
    assert tell(text).only("arms_transfer").status == "possible"


def test_what_a_deal_foresees_is_what_it_is_about(tell: Teller) -> None:
    told = deals(tell("Oman and Italy have signed a deal that will see Leonardo supply Oman with AW139 helicopters."))
    assert [(d["supplier"], d["recipient"], d["item"], d["stage"]) for d in told] == [("ITA", "OMN", "AW139", "contract")]


def test_the_parts_of_what_was_handed_over_are_rows_and_the_whole_is_none(tell: Teller) -> None:
    text = "The military hardware sold by Russia to Oman includes 94 T-90 tanks and 18 Msta-S howitzers."
    assert {(d["item"], d["quantity"]) for d in deals(tell(text))} == {("T-90", 94), ("2S19 Msta-S", 18)}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Italy signed a contract with Oman to supply weapons and ammunition, including 54 Centauro vehicles.",
            {("B1 Centauro", 54)},
        ),
        (
            "Italy sold Oman weapons worth $20 million, including 54 Centauro vehicles.",
            {("weapon", None), ("B1 Centauro", 54)},
        ),
        ("Oman bought Patriot and Javelin missiles from the United States.", {("Patriot", None), ("Javelin", None)}),
        ("Oman bought four T-50THs from South Korea.", {("T-50TH", 4)}),
    ],
)
def test_what_a_list_of_arms_names(tell: Teller, text: str, items: set[tuple[str, int | None]]) -> None:
    assert {(d["item"], d.get("quantity")) for d in deals(tell(text))} == items


def test_deals_with_several_since_a_year_were_none_of_them_made_in_it(tell: Teller) -> None:
    told = tell("Since 2001, K9 howitzers have been ordered by Egypt, Poland and Norway.")
    assert len(told.facts("arms_transfer")) == 3
    assert {f.date for f in told.facts("arms_transfer")} == {None}
    assert tell("Russia has supplied Oman with $2 billion of arms since 2011.").only("arms_transfer").date is not None


def test_what_is_spent_to_buy_arms_is_what_they_cost(tell: Teller) -> None:
    (deal,) = deals(tell("Oman has spent 190 million euros to acquire 12 FA-50 jets from South Korea."))
    assert (deal["value"], deal["currency"]) == (190_000_000, "EUR")


def test_the_next_sentence_says_what_a_package_is_of(tell: Teller) -> None:
    text = "Italy announced a $5 million military package for Oman. According to Rome, this includes 20 Centauro vehicles."
    (deal,) = deals(tell(text))
    assert (deal["item"], deal["quantity"]) == ("B1 Centauro", 20)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The Czech Republic will continue to lease 14 Gripen jets until 2027.", ("SWE", "CZE")),
        ("Niger acquired several Bayraktar TB2 models in ten months.", ("TUR", "NER")),
        ("The Philippines commissioned into service two more Japan-made patrol ships on March 28.", ("JPN", "PHL")),
        ("Two Type 054A frigates were inducted into the Pakistan Navy in Shanghai.", ("CHN", "PAK")),
    ],
)
def test_who_comes_to_have_what_another_makes_receives_it(tell: Teller, text: str, sides: tuple[str, str]) -> None:
    (deal,) = deals(tell(text))
    assert (deal["supplier"], deal["recipient"]) == sides


@pytest.mark.parametrize(
    "text",
    [
        "The Omani navy commissioned a frigate.",
        "Oman has acquired locally built patrol boats.",
        "Saab will upgrade the Gripens to NATO standards.",
        "The office is in charge of the Gripen contracts with Thailand, Oman and Hungary.",
        "The numbers of tanks in Oman come from a report by Italy.",
    ],
)
def test_what_has_no_other_state_on_its_other_side_is_no_deal(tell: Teller, text: str) -> None:
    assert deals(tell(text)) == []


def test_what_a_ship_is_armed_with_is_no_deal_of_its_own(tell: Teller) -> None:
    text = "China delivered a Type 054 frigate to Pakistan. It is equipped with a missile system developed in China."
    assert [d["item"] for d in deals(tell(text))] == ["Type 054"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("China has completed a four-frigate deal with Pakistan which was inked back in 2018.", "2018"),
        ("India had ordered 36 Rafale jets from France in a deal worth 8 billion euros in September 2016.", "2016-09"),
    ],
)
def test_a_deal_is_of_the_time_that_its_own_clause_tells(tell: Teller, text: str, start: str) -> None:
    date = tell(text, "2023-05-12").only("arms_transfer").date
    assert date is not None and date.value.start == start


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv bought six French howitzers for 3 million euros ($3.3 million) each.",
        "Oman bought 130 Leopard tanks from Germany as part of a $15 billion five-year campaign to modernise its army.",
    ],
)
def test_what_one_piece_costs_or_a_campaign_is_not_what_the_deal_costs(tell: Teller, text: str) -> None:
    (deal,) = deals(tell(text))
    assert "value" not in deal


def test_a_ministry_that_signs_with_a_firm_of_the_state_of_the_page_buys_at_home(tell: Teller) -> None:
    text = "The Defense Ministry signed a contract with Rafael for Iron Dome interceptors. Israel praised {}. Israel arms."
    assert deals(tell(text.format("the United States"))) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Oman has cancelled a 5 million euro contract to buy helicopters from AgustaWestland.", ("ITA", "OMN")),
        ("Oman on Wednesday terminated the deal with AgustaWestland for the purchase of 12 helicopters.", ("ITA", "OMN")),
        ("Italy froze its arms deals with Oman.", ("ITA", "OMN")),
    ],
)
def test_who_calls_a_deal_with_a_firm_off_would_have_received(tell: Teller, text: str, sides: tuple[str, str]) -> None:
    (deal,) = deals(tell(text))
    assert (deal["stage"], deal["supplier"], deal["recipient"]) == ("cancelled", *sides)


def test_who_looks_at_a_delivery_of_arms_of_another_receives_them(tell: Teller) -> None:
    (deal,) = deals(tell("Omani President Ali Said said that he views the early delivery of Italian tanks as a gift."))
    assert (deal["supplier"], deal["recipient"]) == ("ITA", "OMN")


def test_arms_that_come_on_an_aircraft_are_not_the_aircraft(tell: Teller) -> None:
    text = "Oman took delivery of four Mi-35Ma helicopters which were flown in on an An-124 transport aircraft."
    (deal,) = deals(tell(text))
    assert (deal["item"], deal["supplier"]) == ("Mi-35Ma", "RUS")


def test_the_parts_that_follow_a_number_of_arms_are_rows_and_the_number_is_none(tell: Teller) -> None:
    told = deals(tell("Russia will deliver 10 helicopters to Oman: seven Mi-35 and three Mi-17 rotorcraft."))
    assert {(d["item"], d["quantity"]) for d in told} == {("Mi-35", 7), ("Mi-17", 3)}
    text = "Italy announced a donation of 16 helicopters to the Omani army. "
    text += "The 16 helicopters include eight Hueys and eight A109s."
    assert {(d["item"], d["quantity"]) for d in deals(tell(text))} == {("UH-1 Huey", 8), ("A109", 8)}


def test_what_is_transferred_from_one_state_to_another_is_given(tell: Teller) -> None:
    (deal,) = deals(tell("Italian-built helicopters transferred from Italy to Oman"))
    assert (deal["supplier"], deal["recipient"]) == ("ITA", "OMN")


def test_a_meeting_receives_no_helicopters(tell: Teller) -> None:
    assert tell("Oman receives new Italian helicopters, first in 29 years").facts("meeting") == []


def test_two_that_buy_together_both_receive_and_neither_is_an_armed_group(tell: Teller) -> None:
    text = "Estonia and Latvia signed a joint deal worth a billion euros ($1.1 billion) for an IRIS-T SLM from Germany."
    told = deals(tell(text))
    assert {(d["supplier"], d["recipient"]) for d in told} == {("DEU", "EST"), ("DEU", "LVA")}
    told = deals(tell("Estonia and Latvia have decided to procure the IRIS-T SLM."))
    assert {(d["supplier"], d["recipient"]) for d in told} == {("DEU", "EST"), ("DEU", "LVA")}


def test_who_bargains_over_what_he_makes_supplies(tell: Teller) -> None:
    (deal,) = deals(tell("India is negotiating with Thailand for export of the BrahMos missile."))
    assert (deal["supplier"], deal["recipient"]) == ("IND", "THA")


def test_a_deal_that_is_said_to_be_valued_has_its_value(tell: Teller) -> None:
    text = "Washington approved the sale of 18 CH-53K helicopters to Israel in a deal valued at up to $3.4 billion."
    (deal,) = deals(tell(text))
    assert (deal["value"], deal["currency"]) == (3_400_000_000, "USD")


def test_a_foreign_military_sale_is_sold_by_no_body_of_that_name(tell: Teller) -> None:
    text = "Washington approved a possible Foreign Military Sale to Oman of AH-64E Apache helicopters. {}"
    told = tell(text.format("The United States has a deal with Oman."))
    assert told.who(told.facts("arms_transfer")) <= {"United States", "Oman"}
