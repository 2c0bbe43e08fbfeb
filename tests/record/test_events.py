"""Which reports are of one event: what joins them, what keeps them apart, and that order does not matter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.actors import actor_of, actors
from dragoman.record.bonds import Bonds
from dragoman.record.events import same_events
from dragoman.record.reports import Report, reports
from dragoman.record.sightings import sightings
from dragoman.types import Place, Reading, Status
from tests.record.hand import AZERBAIJAN, BAKU, MOSCOW, THRESHOLD, Hand, meeting

WOLTERS = ("Tod Wolters", "NATO")
RUSSIA = ("Russia", "RUS")
FEBRUARY = ("in February 2017", "2017-02")


def reported(*readings: Reading) -> list[Report]:
    who = actor_of(actors(s for reading in readings for s in sightings(reading)))
    return [report for reading in readings for report in reports(reading, who, THRESHOLD)]


def pages(*readings: Reading) -> list[list[str]]:
    """The pages of each event."""
    return [[key.article for key in group] for group in same_events(reported(*readings))]


def states(id: str, date: tuple[str, str] | None, place: tuple[Place, str] | None, published: str | None) -> Reading:
    page = Hand(id, f"Russia and Turkey held talks in Baku {date[0] if date else ''}.", published)
    sides = [page.state("Russia", "RUS"), page.state("Turkey", "TUR")]
    page.fact("meeting", "held talks", sides, date=date, place=place)
    return page.reading()


@pytest.mark.parametrize(
    "other",
    [
        meeting("q"),
        meeting("q", a=("V. Gerasimov", "RUS"), b=("Joe Dunford", "USA")),
        meeting("q", status="planned", published="2017-02-14"),
        meeting("q", status="denied"),
        meeting("q", date=FEBRUARY, published="2017-11-01"),
        meeting("q", date=("on 16 February", "--02-16")),
        meeting("q", place=None),
        meeting("q", place=(AZERBAIJAN, "Azerbaijan")),
        meeting("q", date=("on 17 February 2017", "2017-02-17")),
        meeting("q", date=None, published=None),
        meeting("q", date=None, published="2017-02-20"),
        meeting("q", date=None, published="--02-17"),
        meeting("q", date=None, status="planned", published="2017-02-01"),
        meeting("q", date=("in 2017", "2017"), published="2018-03-01"),
    ],
)
def test_reports_of_one_meeting(other: Reading) -> None:
    assert pages(meeting("p"), other) == [["p", "q"]]


@pytest.mark.parametrize(
    "other",
    [
        meeting("q", b=WOLTERS),
        meeting("q", b=("Curtis Scaparrotti", "USA")),
        meeting("q", date=("on 7 September 2017", "2017-09-07")),
        meeting("q", date=("on 16 February 2020", "2020-02-16")),
        meeting("q", date=("on 16 February", "--02-16"), published="2020-02-20"),
        meeting("q", place=(MOSCOW, "Moscow")),
        meeting("q", date=("on 17 February 2017", "2017-02-17"), place=None),
        meeting("q", date=None, place=None, published=None),
        meeting("q", date=None, status="planned", published="2017-03-01"),
        meeting("q", date=None, published="2016-01-01"),
        meeting("q", date=None, published="2018-06-01"),
        meeting("q", date=None, published="--02-01"),
        meeting("q", date=None, status="planned", published="2015-01-01"),
    ],
)
def test_meetings_that_are_two(other: Reading) -> None:
    assert pages(meeting("p"), other) == [["p"], ["q"]]


def test_a_state_may_stand_for_its_person() -> None:
    page = Hand("q", "Russia met Joseph Dunford in Baku on 16 February 2017.")
    sides = [page.state("Russia", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides, date=("16 February 2017", "2017-02-16"), place=(BAKU, "Baku"))
    assert pages(meeting("p"), page.reading()) == [["p", "q"]]


def test_a_meeting_of_two_is_not_the_meeting_of_three() -> None:
    page = Hand("q", "Valery Gerasimov, Joseph Dunford and Hulusi Akar met in Baku on 16 February 2017.")
    sides = [
        page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA"), page.person("Hulusi Akar", "TUR"),
    ]
    page.fact("meeting", "met", sides, date=("16 February 2017", "2017-02-16"), place=(BAKU, "Baku"))
    assert pages(meeting("p"), page.reading()) == [["p"], ["q"]]


def test_another_type_is_another_event() -> None:
    page = Hand("q", "Valery Gerasimov called Joseph Dunford on 16 February 2017.")
    sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("call", "called", sides, date=("16 February 2017", "2017-02-16"))
    assert pages(meeting("p"), page.reading()) == [["p"], ["q"]]


def test_an_undated_report_joins_none_where_two_would_do() -> None:
    first = meeting("p", b=WOLTERS, date=("on 10 July 2019", "2019-07-10"), published=None)
    second = meeting("q", b=WOLTERS, date=("on 6 February 2020", "2020-02-06"), published=None)
    undated = meeting("r", b=WOLTERS, date=None, published=None)
    assert pages(first, undated) == [["p", "r"]]
    assert pages(first, second, undated) == [["p"], ["q"], ["r"]]


def test_a_report_between_two_days_that_contradict_each_other_joins_one_at_most() -> None:
    days = [meeting(f"p{i}", date=(f"on {i} February 2017", f"2017-02-{i}")) for i in (14, 15, 16)]
    for group in pages(*days):
        assert len(group) <= 2


def test_two_events_of_one_page_stay_two_whatever_another_page_says() -> None:
    page = Hand("p", "Valery Gerasimov met Joseph Dunford in Baku. Later Gerasimov talked with Dunford in Baku.")
    sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides, event=0, place=(BAKU, "Baku"))
    page.fact("meeting", "talked", sides, event=1, place=(BAKU, "Baku"))
    assert sorted(len(g) for g in pages(page.reading(), meeting("q"))) in ([1, 1, 1], [1, 2])


def test_a_report_whose_page_tells_the_event_besides_stays_behind_where_the_others_join() -> None:
    page = Hand("p", "Valery Gerasimov met Joseph Dunford. On 16 February Gerasimov talked with Dunford.", "2017-02-18")
    sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides, event=0)
    page.fact("meeting", "talked", sides, event=1, date=("16 February", "2017-02-16"))
    undated, dated = meeting("q", date=None), meeting("r")
    found = same_events(reported(page.reading(), undated, dated))
    assert [[(key.article, key.event) for key in group] for group in found] == [[("p", 0)], [("p", 1), ("q", 0), ("r", 0)]]


def test_states_without_persons_need_a_date_or_pages_that_are_close() -> None:
    here = (BAKU, "Baku")
    assert len(pages(states("p", None, here, None), states("q", None, here, None))) == 2
    assert len(pages(states("p", None, here, "2017-02-17"), states("q", None, here, "2017-02-18"))) == 1
    day = ("on 16 February 2017", "2017-02-16")
    assert len(pages(states("p", day, None, None), states("q", day, None, None))) == 1


def test_a_visit_is_known_by_its_visitor_and_host() -> None:
    def visit(id: str, host: str, code: str, date: tuple[str, str] | None) -> Reading:
        page = Hand(id, f"Sergei Shoigu visited {host} {date[0] if date else ''}.", "2016-08-15")
        page.fact("visit", "visited", [(page.person("Sergei Shoigu", "RUS"), "visitor")], host=(code, host), date=date)
        return page.reading()

    day = ("on 14 August 2016", "2016-08-14")
    assert len(pages(visit("p", "Azerbaijan", "AZE", day), visit("q", "Azerbaijan", "AZE", day))) == 1
    assert len(pages(visit("p", "Azerbaijan", "AZE", day), visit("q", "Armenia", "ARM", day))) == 2


def test_a_visit_told_without_a_date_is_the_one_that_fits() -> None:
    def visit(id: str, date: tuple[str, str] | None, published: str | None) -> Reading:
        page = Hand(id, f"Sergei Shoigu visited Baku {date[0] if date else ''}.", published)
        shoigu = (page.person("Sergei Shoigu", "RUS"), "visitor")
        page.fact("visit", "visited", [shoigu], place=(BAKU, "Baku"), date=date)
        return page.reading()

    dated = visit("p", ("on 14 August 2016", "2016-08-14"), None)
    assert pages(dated, visit("q", None, "2016-08-15")) == [["p", "q"]]
    assert pages(dated, visit("q", None, "2019-08-15")) == [["p"], ["q"]]
    assert pages(dated, visit("q", None, None)) == [["p"], ["q"]]


def test_what_lies_under_the_threshold_joins_nothing() -> None:
    assert pages(meeting("p"), meeting("q", confidence=0.2)) == [["p"], ["q"]]


kinds = st.tuples(
    st.sampled_from([("Valery Gerasimov", "RUS"), ("Sergei Shoigu", "RUS"), ("V. Gerasimov", "RUS")]),
    st.sampled_from([("Joseph Dunford", "USA"), WOLTERS]),
    st.sampled_from([None, FEBRUARY, ("on 16 February", "--02-16"), ("on 16 February 2017", "2017-02-16"),
                     ("on 17 February 2017", "2017-02-17"), ("on 6 February 2020", "2020-02-06")]),
    st.sampled_from([None, (BAKU, "Baku"), (AZERBAIJAN, "Azerbaijan"), (MOSCOW, "Moscow")]),
    st.sampled_from(["occurred", "planned"]),
    st.sampled_from([None, "2017-02-17", "2020-02-01"]),
)
Kind = tuple[tuple[str, str], tuple[str, str], tuple[str, str] | None, tuple[Place, str] | None, Status, str | None]


def made(found: Sequence[Kind]) -> list[Reading]:
    return [meeting(f"p{i}", *kind) for i, kind in enumerate(found)]


@given(st.lists(kinds, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_pages_does_not_matter(found: list[Kind], random: object) -> None:
    readings = made(found)
    expected = pages(*readings)
    random.shuffle(readings)  # type: ignore[attr-defined]
    assert pages(*readings) == expected


@given(st.lists(kinds, max_size=7))
def test_every_report_is_of_one_event_and_none_contradicts_another(found: list[Kind]) -> None:
    from dragoman.record.likeness import likeness

    known = {report.key: report for report in reported(*made(found))}
    groups = same_events(known.values())
    assert sorted(key for group in groups for key in group) == sorted(known)
    for group in groups:
        assert len({key.article for key in group}) == len(group)
        for a in group:
            assert not any(likeness(known[a], known[b]).contradicts for b in group if a != b)


def test_a_page_that_tells_one_day_twice_meets_in_one_event_where_another_page_is_like_both() -> None:
    text = "Valery Gerasimov met Joseph Dunford on 16 February 2017. On Thursday Gerasimov talked with Dunford in Baku."
    page = Hand("p", text)
    sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides, event=0, date=("16 February 2017", "2017-02-16"))
    page.fact("meeting", "talked", sides, event=1, date=("On Thursday", "2017-02-16"), place=(BAKU, "Baku"))
    assert pages(page.reading(), meeting("q")) == [["p", "p", "q"]]
    assert pages(page.reading()) == [["p"], ["p"]]


def test_two_reports_without_dates_are_of_one_time() -> None:
    far = meeting("q", date=None, published="2019-02-17")
    near = meeting("q", date=None, published="2017-02-20")
    bare = meeting("p", date=None)
    assert pages(bare, near) == [["p", "q"]]
    assert pages(bare, far) == [["p"], ["q"]]


def test_a_deal_without_a_date_is_known_by_another_that_both_pages_tell() -> None:
    def deals(id: str, jets: int) -> Reading:
        page = Hand(id, f"Egypt bought {jets} Rafale jets from France, and missiles.")
        sides = [(page.state("France", "FRA"), "supplier"), (page.state("Egypt", "EGY"), "recipient")]
        rows: list[tuple[str, str, int | None]] = [("Rafale", "Rafale", jets), ("missiles", "missile", None)]
        for n, (words, item, number) in enumerate(rows):
            page.fact("arms_transfer", words, sides, event=n, transfer={"item": (words, item), "quantity": (str(jets), number)})
        return page.reading()

    assert sorted(pages(deals("p", 24), deals("q", 24))) == [["p", "q"], ["p", "q"]]
    assert len(pages(deals("p", 24), deals("q", 36))) == 4


@pytest.mark.parametrize(("date", "one"), [("2018-02-26", True), ("--02-26", False)])
def test_a_day_without_its_year_is_not_known_to_be_of_a_year_that_another_page_gives(date: str, one: bool) -> None:
    def deal(id: str, words: str, day: tuple[str, str], count: str) -> Reading:
        page = Hand(id, f"Belarus handed Serbia {count} MiG-29 jets {words}.")
        sides = [(page.state("Belarus", "BLR"), "supplier"), (page.state("Serbia", "SRB"), "recipient")]
        deal = {"item": ("MiG-29", "MiG-29"), "quantity": (count, int(count))}
        page.fact("arms_transfer", "handed", sides, date=day, transfer=deal)
        return page.reading()

    coarse = deal("coarse", "in 2018", ("in 2018", "2018"), "8")
    found = pages(coarse, deal("fine", "on 26 February", ("26 February", date), "4"))
    assert (found == [["coarse", "fine"]]) == one


def test_what_somebody_decided_goes_before_what_reports_say() -> None:
    found = {r.key.article: r for r in reported(meeting("p"), meeting("q"), meeting("r", place=(MOSCOW, "Moscow")))}

    def under(bonds: Bonds) -> list[list[str]]:
        return [[key.article for key in group] for group in same_events(found.values(), bonds)]

    p, q, r = (found[x].id for x in "pqr")
    assert under(Bonds()) == [["p", "q"], ["r"]]
    assert under(Bonds(apart=frozenset({(q, p)}))) == [["p"], ["q"], ["r"]]
    assert under(Bonds(together=((q, r),))) == [["p"], ["q", "r"]]
    assert under(Bonds(together=((p, q, r),))) == [["p", "q", "r"]]
    assert under(Bonds(together=(("gone", p, r),))) == [["p", "r"], ["q"]]


AMAMI = Place("Amami Oshima", "JPN", 28.3, 129.4, None, "region")
NAHA = Place("Naha", "JPN", 26.2, 127.7, 1856035, "city")
FOUND = ("on 10 September 2021", "2021-09-10")
STATES = {"JPN": "Japan", "CHN": "China", "RUS": "Russia"}


def submarine(
    id: str, *codes: str, date: tuple[str, str] | None = FOUND, place: Place = AMAMI, published: str = "2021-09-12",
    status: Status = "occurred",
) -> Reading:
    """A page on whose submarine was found by whom: the first code is the finder's."""
    names = [STATES[code] for code in codes]
    owner = f"of {names[1]}" if len(names) > 1 else "of unknown origin"
    page = Hand(id, f"{names[0]} found a submarine {owner} off {place.name} {date[0] if date else ''}.", published)
    slots = zip((page.state(name, code) for name, code in zip(names, codes, strict=True)), ("target", "attacker"), strict=False)
    page.fact("incident", "found", list(slots), date=date, place=(place, place.name), status=status)
    return page.reading()


@pytest.mark.parametrize(
    "others",
    [
        [submarine("q", "JPN", "CHN")],
        [submarine("q", "JPN", "CHN"), submarine("r", "JPN", "CHN", published="2021-09-20")],
        [submarine("q", "JPN", "CHN", published="2022-01-03")],  # it comes out months later, with the day
        [submarine("q", "JPN", "CHN", status="denied")],
        [submarine("q", "JPN", "CHN", date=None)],
    ],
)
def test_who_it_was_may_come_out_later(others: list[Reading]) -> None:
    everyone = ["p", *(reading.article.id for reading in others)]
    assert pages(submarine("p", "JPN"), *others) == [everyone]
    assert pages(*others[::-1], submarine("p", "JPN")) == [everyone]


@pytest.mark.parametrize(
    "other",
    [
        submarine("q", "JPN", "CHN", date=("on 14 October 2021", "2021-10-14")),
        submarine("q", "JPN", "CHN", place=NAHA),
        submarine("q", "CHN", "RUS"),
        submarine("q", "JPN", "CHN", date=None, published="2021-09-30"),
    ],
)
def test_another_day_place_or_finder_reveals_nothing(other: Reading) -> None:
    assert len(pages(submarine("p", "JPN"), other)) == 2


def test_where_two_may_have_been_it_nobody_is_named() -> None:
    said = [submarine("q", "JPN", "CHN"), submarine("r", "JPN", "RUS")]
    assert pages(submarine("p", "JPN"), *said) == [["p"], ["q"], ["r"]]
