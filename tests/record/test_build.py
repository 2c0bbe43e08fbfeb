"""The record as a whole: rebuilt from readings, the same whatever the order, every value traceable."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.record.build import build, refresh, update
from dragoman.record.told import event_again
from dragoman.store import schema
from dragoman.store.store import Store
from dragoman.types import Dated, DateValue, Place, Reading, Status
from tests.record.hand import BAKU, MOSCOW, THRESHOLD, Hand, meeting, record


def events(store: Store) -> list[dict[str, Any]]:
    query = select(schema.events.c.body).order_by(schema.events.c.sort, schema.events.c.id)
    return [json.loads(row.body) for row in store.rows(query)]


def derived(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    return {t.name: sorted((tuple(row) for row in store.rows(select(t))), key=repr) for t in schema.DERIVED}


def one(tmp_path: Path, *readings: Reading) -> dict[str, Any]:
    with record(tmp_path / "r", *readings) as store:
        (event,) = events(store)
        return event


PLAN = meeting("plan", status="planned", published="2017-02-14", date=("this month", "2017-02"))
REPORT = meeting("report", published="2017-02-17", titles=("General", "Chairman"))
DENIAL = meeting("denial", status="denied", published="2017-02-18")


def test_a_plan_and_its_fulfilment_are_one_event_that_occurred(tmp_path: Path) -> None:
    event = one(tmp_path, PLAN, REPORT)
    assert (event["status"], event["start"]) == ("occurred", "2017-02-16")
    assert [(s["article"], s["status"]) for s in event["sources"]] == [("plan", "planned"), ("report", "occurred")]
    assert event["conflicts"] == []


def test_a_plan_that_is_told_again_later_does_not_undo_what_occurred(tmp_path: Path) -> None:
    late = meeting("late", status="planned", published="2017-02-17")
    early = meeting("early", published="2017-02-16")
    assert one(tmp_path, late, early)["status"] == "occurred"


def test_the_later_of_two_firm_reports_wins_and_both_are_kept(tmp_path: Path) -> None:
    event = one(tmp_path, REPORT, DENIAL)
    assert event["status"] == "denied"
    assert event["conflicts"] == [
        {"field": "status", "values": [{"value": "occurred", "sources": [0]}, {"value": "denied", "sources": [1]}]}
    ]


def test_two_days_for_one_meeting_are_both_kept_with_their_sources(tmp_path: Path) -> None:
    readings = [meeting("p"), meeting("q"), meeting("r", date=("on 17 February 2017", "2017-02-17"))]
    event = one(tmp_path, *readings)
    assert event["start"] == "2017-02-16"
    assert event["conflicts"] == [
        {
            "field": "start",
            "values": [{"value": "2017-02-16", "sources": [0, 1]}, {"value": "2017-02-17", "sources": [2]}],
        }
    ]


def test_two_figures_for_one_event_are_both_kept(tmp_path: Path) -> None:
    def clash(id: str, words: str, number: int) -> Reading:
        page = Hand(id, f"Armenia and Azerbaijan clashed on 2 April 2016, {words} were killed.", "2016-04-03")
        sides = [page.state("Armenia", "ARM"), page.state("Azerbaijan", "AZE")]
        day = ("2 April 2016", "2016-04-02")
        page.fact("incident", "clashed", sides, date=day, figures=[("killed", number, words)])
        return page.reading()

    event = one(tmp_path, clash("p", "thirty", 30), clash("q", "a hundred", 100))
    (conflict,) = event["conflicts"]
    assert conflict["field"] == "figures.killed"
    assert [v["value"] for v in conflict["values"]] == [30, 100]
    assert event["figures"][0]["number"] in (30, 100)


def test_the_shape_of_an_event_is_the_contracts(tmp_path: Path) -> None:
    event = one(tmp_path, REPORT)
    assert set(event) >= {
        "id", "type", "plover", "status", "participants", "host", "place", "start", "end", "topics", "transfer",
        "figures", "sources", "conflicts", "confidence",
    }
    assert [(p["name"], p["kind"], p["country"], p["role"], p["as"]) for p in event["participants"]] == [
        ("Valery Gerasimov", "person", "RUS", "General", "side"),
        ("Joseph Dunford", "person", "USA", "Chairman", "side"),
    ]
    assert event["place"] == {"name": "Baku", "country": "AZE", "lat": 40.38, "lon": 49.89, "geonames": 587084}
    assert event["plover"] == {"event": "CONSULT", "mode": "meeting"}
    (source,) = event["sources"]
    assert source["sentence"] == REPORT.article.text[source["start"] : source["end"]]
    assert source["supports"] == ["participants", "place", "start", "status", "type"]
    assert event["end"] is None and event["transfer"] is None


def test_a_state_gives_way_to_its_person(tmp_path: Path) -> None:
    page = Hand("q", "Russia met Joseph Dunford in Baku on 16 February 2017.", "2017-02-17")
    sides = [page.state("Russia", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides, date=("16 February 2017", "2017-02-16"), place=(BAKU, "Baku"))
    event = one(tmp_path, REPORT, page.reading())
    assert sorted(p["name"] for p in event["participants"]) == ["Joseph Dunford", "Valery Gerasimov"]


def test_a_state_gives_way_to_its_force(tmp_path: Path) -> None:
    page = Hand("q", "The Chilean coast guard rammed a boat of Peru; China and Peru had collided before.", "2017-02-17")
    guard = page.referent("force", "coast guard", "CHL")
    sides = [(guard, "attacker"), (page.state("Chilean", "CHL"), "side"), (page.state("Peru", "PER"), "target")]
    page.fact("incident", "rammed", sides)
    assert [p["name"] for p in one(tmp_path, page.reading())["participants"]] == ["coast guard", "Peru"]


def test_a_body_gives_way_to_its_person_where_it_travelled(tmp_path: Path) -> None:
    page = Hand("q", "NATO came to Baku on 16 February 2017: Jens Stoltenberg met the council there.", "2017-02-17")
    who = [(page.referent("body", "NATO", "NATO"), "visitor"), (page.person("Jens Stoltenberg", "NATO"), "visitor")]
    page.fact("visit", "came", who, date=("16 February 2017", "2017-02-16"), place=(BAKU, "Baku"))
    assert [p["name"] for p in one(tmp_path, page.reading())["participants"]] == ["Jens Stoltenberg"]


def test_forces_of_a_state_without_a_name_are_shown_once(tmp_path: Path) -> None:
    page = Hand("q", "The Spanish navies and the naval forces of Spain met the Greek fleet.", "2017-02-17")
    who = [page.referent("force", "navies", "ESP"), page.referent("force", "naval forces", "ESP")]
    page.fact("exercise", "met", [*who, page.referent("force", "Greek fleet", "GRC")])
    assert [p["name"] for p in one(tmp_path, page.reading())["participants"]] == ["navies", "Greek fleet"]


def test_a_last_day_is_told_though_the_first_is_not(tmp_path: Path) -> None:
    page = Hand("q", "Joseph Dunford ended his visit to Baku on 16 February 2017.", "2017-02-17")
    page.fact("visit", "visit", [(page.person("Joseph Dunford", "USA"), "visitor")], place=(BAKU, "Baku"))
    evidence = page.evidence("16 February 2017", "date")
    value = DateValue(None, "2017-02-16", evidence.start, evidence.end, "as written")
    page.facts = [replace(f, date=Dated(value, evidence)) for f in page.facts]
    event = one(tmp_path, page.reading())
    assert (event["start"], event["end"]) == (None, "2017-02-16")


def test_every_value_leads_to_words_that_stand_in_an_article(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN, REPORT, DENIAL) as store:
        texts = {article.id: article.text for article in store.articles()}
        (made,) = events(store)
        rows = event_again(store, made["id"])[0].trace
        assert {row.field for row in rows} == {"type", "status", "participants", "start", "place"}
        for row in rows:
            assert texts[row.article][row.start : row.end].strip()
            assert row.rule
        chosen = {row.field: row.value for row in rows if row.chosen and row.field in ("start", "place")}
        assert chosen["place"] == "Baku"


def test_an_id_stays_when_later_reports_come_in(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN) as store:
        (before,) = events(store)
        store.put([(REPORT, "report.txt"), (DENIAL, "denial.txt")], "by hand")
        build(store, THRESHOLD)
        (after,) = events(store)
    assert len(after["sources"]) == 3
    assert after["id"] == before["id"]


def test_a_copy_of_a_page_makes_an_event_no_surer(tmp_path: Path) -> None:
    copy = Hand("report-copy", REPORT.article.text, REPORT.article.published)
    sides = [copy.person("Valery Gerasimov", "RUS"), copy.person("Joseph Dunford", "USA")]
    copy.fact("meeting", "met", sides, date=("on 16 February 2017", "2017-02-16"), place=(BAKU, "Baku"))
    with_copy = one(tmp_path, REPORT, copy.reading())
    assert len(with_copy["sources"]) == 2
    assert with_copy["confidence"] == 0.8


def test_two_pages_make_an_event_surer(tmp_path: Path) -> None:
    assert one(tmp_path, PLAN, REPORT)["confidence"] == 0.96


def test_what_lies_under_the_threshold_is_kept_aside(tmp_path: Path) -> None:
    with record(tmp_path / "r", meeting("p"), meeting("q", confidence=0.2)) as store:
        assert sorted((e["aside"], len(e["sources"])) for e in events(store)) == [(False, 1), (True, 1)]
        build(store, 0.1)
        assert [(e["aside"], len(e["sources"])) for e in events(store)] == [(False, 2)]


def test_a_statement_names_its_speaker_and_what_it_is_about(tmp_path: Path) -> None:
    page = Hand("p", "Sergei Shoigu said that Valery Gerasimov met Joseph Dunford in Baku.")
    shoigu = page.person("Sergei Shoigu", "RUS")
    gerasimov, dunford = page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")
    page.fact("meeting", "met", [gerasimov, dunford], place=(BAKU, "Baku"))
    page.says(shoigu, "said", "Valery Gerasimov met Joseph Dunford in Baku", about=(gerasimov, dunford))
    with record(tmp_path / "r", page.reading()) as store:
        (said,) = (json.loads(row.body) for row in store.rows(select(schema.statements.c.body)))
        names = {row.id: row.name for row in store.rows(select(schema.actors))}
        (event,) = events(store)
    assert names[said["speaker"]] == said["speaker_name"] == "Sergei Shoigu"
    assert [names.get(id, id) for id in said["about"]] == ["Valery Gerasimov", "Joseph Dunford", event["id"]]
    assert said["text"] == "Valery Gerasimov met Joseph Dunford in Baku"


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN, REPORT, DENIAL) as store:
        before = derived(store)
        build(store, THRESHOLD)
        assert derived(store) == before


def test_a_read_that_was_broken_off_is_put_in_order(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN) as store:
        assert refresh(store, THRESHOLD) is False
        store.put([(REPORT, "report.txt")], "by hand")
        assert refresh(store, THRESHOLD) is True
        assert [e["status"] for e in events(store)] == ["occurred"]


def test_new_pages_add_to_what_is_there(tmp_path: Path) -> None:
    with record(tmp_path / "r", PLAN) as store:
        store.put([(REPORT, "report.txt")], "by hand")
        build(store, THRESHOLD)
        added = derived(store)
    with record(tmp_path / "r2", REPORT, PLAN) as store:
        assert derived(store) == added


pages = st.lists(
    st.builds(
        lambda person, date, place, status, published: (person, date, place, status, published),
        st.sampled_from([("Valery Gerasimov", "RUS"), ("V. Gerasimov", "RUS"), ("Sergei Shoigu", "RUS")]),
        st.sampled_from([None, ("in February 2017", "2017-02"), ("on 16 February 2017", "2017-02-16")]),
        st.sampled_from([None, (BAKU, "Baku"), (MOSCOW, "Moscow")]),
        st.sampled_from(["occurred", "planned", "denied"]),
        st.sampled_from([None, "2017-02-14", "2017-02-18"]),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages, st.randoms(use_true_random=False))
def test_the_record_does_not_depend_on_the_order_of_pages(tmp_path: Path, found: list[Any], random: Any) -> None:
    readings = [meeting(f"p{i}", a, date=d, place=p, status=s, published=w) for i, (a, d, p, s, w) in enumerate(found)]
    with record(fresh(tmp_path), *readings) as store:
        expected = derived(store)
    random.shuffle(readings)
    path = fresh(tmp_path)
    for reading in readings:  # one page at a time, too
        record(path, reading).close()
    with Store.open(path) as store:
        assert derived(store) == expected


steps = st.lists(st.tuples(st.integers(0, 5), st.builds(
    lambda person, title, date, place, status, published, copied: (person, title, date, place, status, published, copied),
    st.sampled_from([("Valery Gerasimov", "RUS"), ("V. Gerasimov", "RUS"), ("Gerasimov", "RUS"), ("Sergei Shoigu", "RUS"),
                     ("Sergei Shoigu", "")]),
    st.sampled_from([None, "General"]),
    st.sampled_from([None, ("in February 2017", "2017-02"), ("on 16 February 2017", "2017-02-16")]),
    st.sampled_from([None, (BAKU, "Baku"), (MOSCOW, "Moscow")]),
    st.sampled_from(["occurred", "planned", "denied"]),
    st.sampled_from([None, "2017-02-14", "2017-02-18"]),
    st.booleans(),
)), min_size=1, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_what_is_brought_up_to_date_is_what_is_made_anew(tmp_path: Path, found: list[Any]) -> None:
    path = fresh(tmp_path)
    record(path).close()
    with Store.open(path) as store:
        for number, (who, title, day, place, status, published, state) in found:  # a number that comes again replaces a page
            who = (who[0], who[1] or None)
            reading = meeting(f"p{number}", who, date=day, place=place, status=status, published=published, titles=(title, None))
            if state:
                page = Hand(f"p{number}", f"Russia met Joseph Dunford {day[0] if day else ''}.", published)
                page.fact("meeting", "met", [page.state("Russia", "RUS"), page.person("Joseph Dunford", "USA")], date=day)
                reading = page.reading()
            store.put([(reading, f"p{number}.txt")], "by hand")
            update(store, THRESHOLD)
        added = derived(store)
        build(store, THRESHOLD)
        assert derived(store) == added


def fresh(folder: Path) -> Path:
    return folder / f"r{len(list(folder.iterdir()))}"


def test_an_incident_of_an_unknown_side_is_filled_in_and_who_admits_and_denies_is_kept(tmp_path: Path) -> None:
    place = Place("Amami Oshima", "JPN", 28.3, 129.4, None, "region")
    day = ("on 10 September 2021", "2021-09-10")

    def page(id: str, words: str, published: str, sides: dict[str, str], by: tuple[str, ...], status: Status) -> Reading:
        hand = Hand(id, f"{words} off Amami Oshima on 10 September 2021, {' '.join(by) or 'it'} said.", published)
        slots = [(hand.state(name, code), "target" if code == "JPN" else "attacker") for name, code in sides.items()]
        hand.fact("incident", "found", slots, date=day, place=(place, "Amami Oshima"), attributed_to=by, status=status)
        return hand.reading()

    both = {"Japan": "JPN", "China": "CHN"}
    told = [
        page("p", "Japan found a submarine of unknown origin", "2021-09-12", {"Japan": "JPN"}, (), "occurred"),
        page("q", "Japan found a submarine of China", "2021-09-13", both, ("Tokyo",), "occurred"),
        page("r", "Japan found no submarine of China", "2021-09-14", both, ("Beijing",), "denied"),
        page("s", "Japan found a submarine of China", "2021-09-20", both, ("the Chinese navy",), "occurred"),
    ]
    with record(tmp_path / "all", *told) as whole, record(tmp_path / "one", told[0]) as store:
        for reading in told[1:]:
            store.put([(reading, "later")], "by hand")
            update(store, THRESHOLD)
        assert events(store) == events(whole)
        (event,) = events(whole)
    assert {p["country"]: p["as"] for p in event["participants"]} == {"JPN": "target", "CHN": "attacker"}
    assert [(s["article"], s["status"], s["attributed_to"]) for s in event["sources"]] == [
        ("p", "occurred", []), ("q", "occurred", ["Tokyo"]), ("r", "denied", ["Beijing"]),
        ("s", "occurred", ["the Chinese navy"]),
    ]
    assert [step["step"] for step in event["life"]] == ["happened", "confirmed", "denied"]
    (conflict,) = (c for c in event["conflicts"] if c["field"] == "status")
    assert [v["value"] for v in conflict["values"]] == ["occurred", "denied"]


def bare_meeting(id: str, words: str, start: str, end: str | None = None, published: str | None = None) -> Reading:
    """A page that tells of a meeting on days without their year."""
    page = Hand(id, f"Valery Gerasimov met Joseph Dunford in Baku on {words}.", published)
    sides = [page.person("Valery Gerasimov", "RUS"), page.person("Joseph Dunford", "USA")]
    page.fact("meeting", "met", sides, date=(words, start, end) if end else (words, start), place=(BAKU, "Baku"))
    return page.reading()


def starts_of(store: Store) -> list[tuple[str, str, str, bool]]:
    """Where the one event's start and end are said: field, article, trail, whether it is what the event shows."""
    (event,) = events(store)
    told, _ = event_again(store, event["id"])
    return [(t.field, t.article, t.trail, t.chosen) for t in told.trace if t.field in ("start", "end")]


@pytest.mark.parametrize("published", [None, "--02-17"])
def test_a_day_without_its_year_has_that_of_the_same_event_elsewhere_and_says_so(
    tmp_path: Path, published: str | None
) -> None:
    bare = bare_meeting("bare", "16 February", "--02-16", published=published)
    with record(tmp_path / "r", bare, meeting("full")) as store:
        (event,) = events(store)
        assert (event["start"], event["conflicts"]) == ("2017-02-16", [])
        assert sorted(starts_of(store)) == [
            ("start", "bare", "as written; its year, 2017, is that of the same event in full", True),
            ("start", "full", "as written", True),
        ]


def test_the_last_of_days_without_a_year_has_it_too(tmp_path: Path) -> None:
    with record(tmp_path / "r", bare_meeting("bare", "16 to 18 February", "--02-16", "--02-18"), meeting("full")) as store:
        (event,) = events(store)
        assert (event["start"], event["end"]) == ("2017-02-16", "2017-02-18")
        assert ("end", "bare", "as written; its year, 2017, is that of the same event in full", True) in starts_of(store)


def test_a_day_without_its_year_that_may_be_of_two_events_is_of_neither(tmp_path: Path) -> None:
    other = meeting("other", date=("on 16 February 2015", "2015-02-16"), published="2015-02-17")
    with record(tmp_path / "r", bare_meeting("bare", "16 February", "--02-16"), meeting("full"), other) as store:
        assert sorted(event["start"] for event in events(store)) == ["--02-16", "2015-02-16", "2017-02-16"]
