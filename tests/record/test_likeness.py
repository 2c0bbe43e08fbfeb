"""Whether two reports are of one event: what time, numbers, courses and subjects tell, kind of event by kind."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.types import Place, Reading, Status
from tests.record.hand import Hand
from tests.record.test_events import pages

Date = tuple[str, str] | None
NAMES = {"CAN": "Canada", "MLI": "Mali", "PRK": "North Korea", "KWT": "Kuwait", "PAK": "Pakistan", "IND": "India"}
GAO = Place("Gao", "MLI", 16.27, -0.04, 2457161, "city")
KIDAL = Place("Kidal", "MLI", 18.44, 1.41, 2455518, "city")
MALI = Place("Mali", "MLI", 17.0, -4.0, 2453866, "country")


def act(
    id: str,
    type: str,
    sides: Sequence[tuple[str, str]],
    published: str,
    date: Date = None,
    place: Place | None = None,
    status: Status = "occurred",
    figures: Sequence[tuple[str, int]] = (),
    topic: str | None = None,
    plover: str = "COOPERATE",
) -> Reading:
    """A page of one act without an object: its sides, each with its slot, and what is told of it."""
    named = " and ".join(NAMES[code] for code, _ in sides)
    told = [f"{n} {what}" for what, n in figures]
    words = [named, "acted", *told, f"at {place.name}" if place else "", topic or "", date[0] if date else ""]
    page = Hand(id, " ".join(words) + ".", published)
    who = [(page.state(NAMES[code], code), slot) for code, slot in sides]
    page.fact(
        type, "acted", who, date=date, place=(place, place.name) if place else None, status=status,
        topics=[topic] if topic else [], figures=[(what, n, str(n)) for what, n in figures], plover=(plover, None),
    )
    return page.reading()


def one(a: Reading, b: Reading) -> bool:
    return len(pages(a, b)) == 1


SENT = [("CAN", "side"), ("MLI", "side")]
EIGHTH = ("on 8 May 2022", "2022-05-08")


def test_what_two_seldom_do_is_one_where_pages_tell_it_within_days() -> None:
    dated = act("p", "deployment", SENT, "2022-05-09", EIGHTH)
    assert one(dated, act("q", "deployment", SENT, "2022-05-10"))
    assert not one(dated, act("q", "deployment", SENT, "2022-05-30"))
    assert not one(act("p", "incident", SENT, "2022-05-09", EIGHTH), act("q", "incident", SENT, "2022-05-10"))


def test_other_numbers_make_two_of_what_is_not_told_of_one_day() -> None:
    dated = act("p", "deployment", SENT, "2022-05-09", EIGHTH, figures=[("troops", 300)])
    assert one(dated, act("q", "deployment", SENT, "2022-05-10", figures=[("troops", 300)]))
    assert not one(dated, act("q", "deployment", SENT, "2022-05-10", figures=[("troops", 90)]))
    assert one(dated, act("q", "deployment", SENT, "2022-05-10", EIGHTH, figures=[("troops", 90)]))


def test_a_month_tells_what_two_seldom_do_but_not_their_meeting() -> None:
    month = ("in May 2022", "2022-05")
    assert one(act("p", "exercise", SENT, "2022-05-09", EIGHTH), act("q", "exercise", SENT, "2022-08-01", month))
    assert not one(act("p", "meeting", SENT, "2022-05-09", EIGHTH), act("q", "meeting", SENT, "2022-08-01", month))


def test_a_plan_without_a_date_comes_true_where_it_was_to_be() -> None:
    plan = act("p", "exercise", SENT, "2022-05-09", place=GAO, status="planned")
    assert one(plan, act("q", "exercise", SENT, "2022-06-09", place=GAO))
    assert not one(plan, act("q", "exercise", SENT, "2022-06-09", place=KIDAL))
    assert not one(plan, act("q", "exercise", SENT, "2022-08-09", place=GAO))
    assert not one(plan, act("q", "exercise", SENT, "2022-06-09", place=GAO, status="planned"))


def test_what_a_later_page_still_plans_is_another() -> None:
    told = act("p", "exercise", SENT, "2022-05-09", place=GAO)
    assert one(told, act("q", "exercise", SENT, "2022-05-10", place=GAO, status="planned"))  # a page that came late
    assert not one(told, act("q", "exercise", SENT, "2022-05-12", place=GAO, status="planned"))
    assert one(told, act("q", "exercise", SENT, "2022-05-12", place=GAO))


def test_without_a_date_nothing_says_which_sanctions_are_meant() -> None:
    sides = [("CAN", "imposer"), ("MLI", "target")]
    bare = act("p", "sanction", sides, "2022-05-09")
    assert not one(bare, act("q", "sanction", sides, "2022-05-10"))
    assert one(bare, act("q", "sanction", sides, "2022-05-10", EIGHTH))


def visit(id: str, place: Place, published: str = "2022-05-09", date: Date = None, status: Status = "occurred") -> Reading:
    page = Hand(id, f"Anita Anand visited {place.name} {date[0] if date else ''}.", published)
    visitor = (page.person("Anita Anand", "CAN"), "visitor")
    page.fact("visit", "visited", [visitor], place=(place, place.name), date=date, status=status)
    return page.reading()


def test_a_stop_is_not_the_tour() -> None:
    sahel = Place("Sahel", None, 15.0, 5.0, None, "region")
    assert one(visit("p", sahel), visit("q", sahel))
    assert one(visit("p", MALI), visit("q", GAO))
    assert not one(visit("p", sahel), visit("q", MALI))


def test_to_send_is_not_to_withdraw() -> None:
    sent = act("p", "deployment", SENT, "2022-05-09", EIGHTH, plover="MOBILIZE")
    assert one(sent, act("q", "deployment", SENT, "2022-05-09", EIGHTH, plover="MOBILIZE"))
    assert not one(sent, act("q", "deployment", SENT, "2022-05-09", EIGHTH, plover="RETREAT"))


def test_an_attack_is_not_the_attack_that_answers_it() -> None:
    first = act("p", "incident", [("PAK", "attacker"), ("IND", "target")], "2022-05-09", EIGHTH)
    assert one(first, act("q", "incident", [("IND", "target"), ("PAK", "attacker")], "2022-05-09", EIGHTH))
    assert not one(first, act("q", "incident", [("IND", "attacker"), ("PAK", "target")], "2022-05-09", EIGHTH))


def test_who_acts_alone_is_known_by_the_day_on_pages_that_are_close() -> None:
    fired = act("p", "incident", [("PRK", "attacker")], "2022-05-09", EIGHTH)
    assert one(fired, act("q", "incident", [("PRK", "attacker")], "2022-05-10", EIGHTH))
    assert not one(fired, act("q", "incident", [("PRK", "attacker")], "2022-06-20", EIGHTH))


@pytest.mark.parametrize(
    ("topic", "same"), [("on the training of pilots", True), ("on visas for nurses", False), ("on defence cooperation", True)]
)
def test_agreements_of_one_day_on_two_subjects_are_two(topic: str, same: bool) -> None:
    sides = [("KWT", "side"), ("PAK", "side")]
    pilots = act("p", "agreement", sides, "2022-05-09", EIGHTH, topic="for training pilots")
    assert one(pilots, act("q", "agreement", sides, "2022-05-09", EIGHTH, topic=topic)) == same


@pytest.mark.parametrize(
    ("topic", "date", "same"),
    [
        ("on training pilots", ("in 2022", "2022"), True),
        ("on training pilots", None, True),
        ("on training pilots", ("in 2021", "2021"), False),
        ("on visas for nurses", ("in 2022", "2022"), False),
        ("on defence cooperation", ("in 2022", "2022"), False),
    ],
)
def test_an_agreement_told_without_its_day_is_known_by_its_subject(topic: str, date: Date, same: bool) -> None:
    sides = [("KWT", "side"), ("PAK", "side")]
    pilots = act("p", "agreement", sides, "2022-05-09", EIGHTH, topic="for training pilots")
    assert one(pilots, act("q", "agreement", sides, "2022-06-09", date, topic=topic)) == same


def test_a_report_without_a_spot_joins_none_where_two_spots_would_do() -> None:
    sides = [("MLI", "attacker"), ("CAN", "target")]
    gao = act("p", "incident", sides, "2022-05-09", EIGHTH, GAO)
    kidal = act("q", "incident", sides, "2022-05-09", EIGHTH, KIDAL)
    for bare in (act("r", "incident", sides, "2022-05-09", EIGHTH), act("r", "incident", sides, "2022-05-09", EIGHTH, MALI)):
        assert pages(gao, bare) == [["p", "r"]]
        assert pages(gao, kidal, bare) == [["p"], ["q"], ["r"]]


def test_a_report_without_a_date_joins_the_event_at_its_spot_and_not_the_one_elsewhere() -> None:
    sides = [("Sadio Camara", "MLI"), ("Anita Anand", "CAN")]
    gao = met("p", sides, published="2022-05-09", place=GAO)
    mali = met("q", sides, published="2022-05-20", date=("on 19 May 2022", "2022-05-19"), place=MALI)
    assert pages(gao, mali, met("r", sides, date=None, published="2022-05-21", place=GAO)) == [["p", "r"], ["q"]]
    assert pages(gao, mali, met("r", sides, date=None, published="2022-05-21", place=MALI)) == [["p"], ["q"], ["r"]]


def met(
    id: str, sides: Sequence[tuple[str, str]], others: Sequence[str] = (), date: Date = EIGHTH,
    published: str = "2022-05-09", type: str = "meeting", place: Place | None = None,
) -> Reading:
    """A page of a meeting of persons, with states that it names besides."""
    who = " and ".join([*(name for name, _ in sides), *(NAMES[code] for code in others)])
    page = Hand(id, f"{who} met {f'in {place.name}' if place else ''} {date[0] if date else ''}.", published)
    named = [page.person(name, code) for name, code in sides]
    where = (place, place.name) if place else None
    page.fact(type, "met", [*named, *(page.state(NAMES[code], code) for code in others)], date=date, place=where)
    return page.reading()


TWO = [("Anita Anand", "CAN"), ("Sadio Camara", "MLI")]


def test_a_state_named_besides_makes_no_other_meeting_of_the_same_two() -> None:
    assert one(met("p", TWO), met("q", TWO, ["IND"]))
    assert one(met("p", TWO), met("q", TWO, ["IND"], date=None))
    assert not one(met("p", TWO), met("q", [*TWO, ("Rajnath Singh", "IND")]))
    assert not one(met("p", TWO[:1], ["MLI"]), met("q", TWO[:1], ["MLI", "IND"]))
    assert not one(met("p", TWO), met("q", TWO, ["IND"], date=("on 1 May 2022", "2022-05-01")))


def test_who_was_met_in_a_city_is_not_met_there_again_within_weeks() -> None:
    def talks(id: str, date: Date, published: str, place: Place) -> Reading:
        page = Hand(id, f"Anita Anand met Mali in {place.name} {date[0] if date else ''}.", published)
        sides = [page.person("Anita Anand", "CAN"), page.state("Mali", "MLI")]
        page.fact("meeting", "met", sides, date=date, place=(place, f"in {place.name}"))
        return page.reading()

    dated = talks("p", EIGHTH, "2022-05-09", GAO)
    assert one(dated, talks("q", None, "2022-06-01", GAO))
    assert not one(dated, talks("q", None, "2022-06-01", MALI))
    assert not one(dated, talks("q", None, "2022-08-01", GAO))


@pytest.mark.parametrize(("type", "same"), [("meeting", True), ("call", False)])
def test_the_same_two_seldom_meet_and_often_call_again_within_weeks(type: str, same: bool) -> None:
    later = met("q", TWO, date=None, published="2022-06-01", type=type)
    assert one(met("p", TWO, type=type), later) == same
    assert not one(met("p", TWO, type=type), met("q", TWO, date=None, published="2022-08-01", type=type))
    halves = [met(id, TWO[:1], ["MLI"], date, published, type) for id, date, published in (
        ("p", EIGHTH, "2022-05-09"), ("q", None, "2022-06-01"),
    )]  # fmt: skip
    assert not one(*halves)


def test_the_number_killed_tells_an_attack_on_pages_that_are_close() -> None:
    sides = [("MLI", "attacker"), ("CAN", "target")]
    dated = act("p", "incident", sides, "2022-05-09", EIGHTH, figures=[("killed", 7)])
    assert one(dated, act("q", "incident", sides, "2022-05-10", figures=[("killed", 7)]))
    assert not one(dated, act("q", "incident", sides, "2022-05-10", figures=[("killed", 2)]))
    assert not one(dated, act("q", "incident", sides, "2022-05-20", figures=[("killed", 7)]))


def test_where_two_reports_name_more_sides_the_one_that_names_fewer_joins_neither() -> None:
    few, india, kuwait = met("p", TWO), met("q", TWO, ["IND"]), met("r", TWO, ["KWT"])
    assert pages(few, india) == [["p", "q"]]
    assert pages(few, india, kuwait) == [["p"], ["q"], ["r"]]


def test_an_exercise_is_told_by_some_of_those_who_take_part() -> None:
    drill = act("p", "exercise", [("CAN", "side"), ("MLI", "side"), ("IND", "side")], "2022-05-09", EIGHTH, GAO)
    assert one(drill, act("q", "exercise", [("MLI", "side")], "2022-05-09", EIGHTH, GAO))
    assert not one(drill, act("q", "exercise", [("MLI", "side")], "2022-05-09", EIGHTH))
    assert not one(drill, act("q", "exercise", [("MLI", "side")], "2022-05-09", EIGHTH, KIDAL))
    assert not one(drill, act("q", "exercise", [("PAK", "side")], "2022-05-09", EIGHTH, GAO))


def test_of_three_one_may_be_spelt_beyond_recognition() -> None:
    three = met("p", [*TWO, ("Rajnath Singh", "IND")])
    assert one(three, met("q", [*TWO, ("Radschnath Singhe", "IND")]))
    assert not one(three, met("q", [TWO[0], ("Assimi Goita", "MLI"), ("Arun Jaitley", "IND")]))
    assert not one(met("p", TWO), met("q", [TWO[0], ("Assimi Goita", "MLI")]))


def raid(id: str, attacker: str, place: Place = GAO, date: Date = EIGHTH) -> Reading:
    page = Hand(id, f"At {place.name} Mali was attacked by {attacker} {date[0] if date else ''}.", "2022-05-09")
    sides = [(page.referent("force", attacker), "attacker"), (page.state("Mali", "MLI"), "target")]
    page.fact("incident", "attacked", sides, date=date, place=(place, place.name))
    return page.reading()


def test_attackers_without_a_name_may_be_those_whom_another_page_names() -> None:
    gunmen = raid("p", "gunmen")
    assert one(gunmen, raid("q", "gunmen"))
    assert one(gunmen, raid("q", "jihadists"))
    assert one(gunmen, raid("q", "Ansar Dine"))
    assert not one(raid("p", "Boko Haram"), raid("q", "Ansar Dine"))
    assert not one(gunmen, raid("q", "gunmen", KIDAL))
    assert not one(gunmen, raid("q", "gunmen", date=("on 4 May 2022", "2022-05-04")))


def deal(
    id: str, published: str, date: Date, number: int | None, stage: str = "delivered", item: str = "Bison",
    category: str = "armoured_vehicle",
) -> Reading:
    page = Hand(id, f"Canada dealt Mali {number or 'many'} {item} of steel {date[0] if date else ''}.", published)
    sides = [(page.state("Canada", "CAN"), "supplier"), (page.state("Mali", "MLI"), "recipient")]
    transfer: dict[str, tuple[str, str | int | None]] = {
        "item": (item, item), "category": (item, category), "quantity": (str(number or "many"), number), "stage": ("dealt", stage),
    }
    page.fact("arms_transfer", "dealt", sides, date=date, transfer=transfer)
    return page.reading()


def test_a_deal_is_remembered_by_its_number() -> None:
    dated = deal("p", "2022-05-09", EIGHTH, 12)
    assert one(dated, deal("q", "2022-11-20", None, 12))
    assert not one(dated, deal("q", "2022-11-20", None, 15))
    assert not one(dated, deal("q", "2023-11-20", None, 12))


@pytest.mark.parametrize(("stage", "same"), [("contract", True), ("delivered", False)])
def test_an_order_told_without_a_date_is_that_of_the_weeks_before_and_a_delivery_may_be_another(stage: str, same: bool) -> None:
    dated = deal("p", "2022-05-09", EIGHTH, 12, stage)
    assert one(dated, deal("q", "2022-06-09", None, None, stage)) == same
    assert not one(dated, deal("q", "2022-06-09", None, 15, stage))
    assert not one(dated, deal("q", "2022-09-09", None, None, stage))


@pytest.mark.parametrize(
    ("number", "date", "category", "same"),
    [
        (None, EIGHTH, "armoured_vehicle", True),
        (12, EIGHTH, "armoured_vehicle", True),
        (12, ("in May 2022", "2022-05"), "armoured_vehicle", True),
        (12, None, "armoured_vehicle", True),
        (30, EIGHTH, "armoured_vehicle", False),
        (None, ("in May 2022", "2022-05"), "armoured_vehicle", False),
        (None, None, "armoured_vehicle", False),
        (12, EIGHTH, "other", False),
        (12, EIGHTH, "tank", False),
    ],
)
def test_arms_named_by_their_kind_alone_are_those_dealt_on_the_day(
    number: int | None, date: Date, category: str, same: bool
) -> None:
    own = "other" if category == "other" else "armoured_vehicle"
    bison = deal("p", "2022-05-09", EIGHTH, 12, category=own)
    assert one(bison, deal("q", "2022-05-09", date, number, item="carrier", category=category)) == same


def test_arms_named_by_their_kind_alone_are_neither_of_two_makes() -> None:
    bison = deal("p", "2022-05-09", EIGHTH, None)
    grizzly = deal("q", "2022-05-09", EIGHTH, None, item="Grizzly")
    carriers = deal("r", "2022-05-09", EIGHTH, None, item="carrier")
    assert pages(bison, carriers) == [["p", "r"]]
    assert pages(bison, grizzly, carriers) == [["p"], ["q"], ["r"]]


def received(id: str, supplier: str, stated: bool, date: Date = EIGHTH, number: int | None = None) -> Reading:
    """A page of arms that Mali received, from a supplier that it names or that is only known to make them."""
    who = f"from {NAMES[supplier]}" if stated else f"made in {NAMES[supplier]}"
    page = Hand(id, f"Mali received {number or 'many'} Bison {who} {date[0] if date else ''}.", "2022-05-09")
    sides = [(page.state("Mali", "MLI"), "recipient")]
    if stated:
        sides.append((page.state(NAMES[supplier], supplier), "supplier"))
    transfer: dict[str, tuple[str, str | int | None]] = {
        "item": ("Bison", "Bison"), "category": ("Bison", "armoured_vehicle"), "stage": ("received", "delivered"),
        "supplier": (NAMES[supplier], supplier), "recipient": ("Mali", "MLI"),
    }
    if number:
        transfer["quantity"] = (str(number), number)
    page.fact("arms_transfer", "received", sides, date=date, transfer=transfer)
    return page.reading()


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (received("q", "CAN", stated=False), True),
        (received("q", "PAK", stated=True), True),
        (received("q", "PAK", stated=True, date=("in May 2022", "2022-05")), True),
        (received("q", "PAK", stated=True, date=("in April 2022", "2022-04")), False),
        (received("q", "PAK", stated=True, date=None), False),
        (received("q", "PAK", stated=False), False),
    ],
)
def test_who_is_only_known_to_make_an_item_gives_way_to_who_is_said_to_supply_it(other: Reading, same: bool) -> None:
    assert one(received("p", "CAN", stated=False), other) == same


def test_two_who_are_said_to_supply_are_two_whoever_makes_the_item() -> None:
    stated = [received("p", "CAN", stated=True), received("q", "PAK", stated=True)]
    assert pages(*stated) == [["p"], ["q"]]
    assert len(pages(*stated, received("r", "IND", stated=False))) == 3
