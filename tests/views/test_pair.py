"""Two states, venues and brokers: each figure is the ids of what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.types import Place, Reading, Status
from dragoman.views.brokers import brokers
from dragoman.views.filter import Filter
from dragoman.views.pair import UNDATED, pair, quads
from dragoman.views.pair_plot import plot
from dragoman.views.venues import venues
from tests.record.hand import AZERBAIJAN, BAKU, Hand, record

STATES = {"Russia": "RUS", "Turkey": "TUR", "Armenia": "ARM", "Azerbaijan": "AZE"}
PLOVER = {"incident": "ASSAULT", "meeting": "CONSULT", "exercise": "COOPERATE"}


def told(
    id: str, type: str, a: str, b: str, day: str | None, status: Status = "occurred", place: Place | None = None,
    mediator: str | None = None, published: str = "2017-03-01",
) -> Reading:  # fmt: skip
    by = f" with {mediator} between them" if mediator else ""
    where = f" in {place.name}" if place else ""
    page = Hand(id, f"{a} told of {b}{by}{where}{f' on {day}' if day else ''}.", published)
    sides: list[tuple[int, str]] = [(page.state(name, STATES[name]), "side") for name in (a, b)]
    if mediator:
        sides.append((page.state(mediator, STATES[mediator]), "mediator"))
    date = (day, day) if day else None
    page.fact(type, "told of", sides, date=date, status=status, place=(place, place.name) if place else None)
    reading = page.reading()
    (fact,) = reading.facts
    return replace(reading, facts=(replace(fact, plover=(PLOVER.get(type, "AGREE"), None)),))


def speech() -> Reading:
    page = Hand("speech", "Sergei Shoigu said that Turkey keeps its word.", "2017-02-20")
    turkey = page.state("Turkey", "TUR")
    page.says(page.person("Sergei Shoigu", "RUS"), "said", "Turkey keeps its word", about=(turkey,))
    return page.reading()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    readings = [
        told("m", "meeting", "Russia", "Turkey", "2017-02-16", place=BAKU),
        told("x", "exercise", "Russia", "Turkey", "2017-02-20"),
        told("i", "incident", "Russia", "Turkey", "2017-04-01"),
        told("p", "meeting", "Russia", "Turkey", "2017-05-01", status="planned"),
        told("d", "meeting", "Russia", "Turkey", "2017-05-20", status="denied"),
        told("u", "meeting", "Russia", "Turkey", None, place=AZERBAIJAN, published="2019-01-01"),
        told("o", "meeting", "Russia", "Armenia", "2017-02-16", place=BAKU),
        told("h", "meeting", "Azerbaijan", "Turkey", "2017-06-16", place=BAKU),
        speech(),
    ]
    with record(tmp_path / "r", *readings) as made:
        yield made


def pages(store: Store, ids: tuple[str, ...]) -> set[str]:
    from dragoman.record.ledger import anchors

    return {a.article for id in ids for a in anchors(store, id)}


def test_a_pair_month_by_month(store: Store) -> None:
    months = pair(store, Filter("RUS", "Turkey"))
    assert [m.month for m in months] == ["2017-02", "2017-04", "2017-05", UNDATED]
    first, clash, ahead, undated = months
    assert pages(store, first.groups["contacts"]) == {"m"} and pages(store, first.groups["exercises"]) == {"x"}
    assert [len(first.quads[q]) for q in quads()] == [1, 1, 0, 0] and len(first.words) == 1
    assert pages(store, clash.groups["incidents"]) == {"i"} and len(clash.quads["material conflict"]) == 1
    assert pages(store, ahead.ahead) == {"p"} and pages(store, ahead.denied) == {"d"}
    assert not any(ahead.groups.values()) and not any(ahead.quads.values())
    assert pages(store, undated.groups["contacts"]) == {"u"}


def test_a_pair_between_two_dates(store: Store) -> None:
    assert [m.month for m in pair(store, Filter("RUS", "TUR", since="2017-04"))] == ["2017-04", "2017-05"]
    with pytest.raises(DragomanError, match="no state"):
        pair(store, Filter("RUS", "Atlantis"))


def test_the_picture_is_the_same_for_the_same_rows(store: Store) -> None:
    months = pair(store, Filter("RUS", "TUR"))
    drawn = plot(months, "Russia & Turkey")
    assert drawn == plot(months, "Russia & Turkey")
    assert "Russia &amp; Turkey" in drawn and "<title>2017-04: material conflict 1</title>" in drawn
    assert "2017-03" in drawn or drawn.count("<rect") > 5
    assert "nothing to show" in plot([], "x")


def test_a_venue_is_neutral_for_those_who_are_not_at_home(store: Store) -> None:
    found = {(v.place, v.country): v for v in venues(store)}
    baku = found["Baku", "AZE"]
    assert pages(store, baku.events) == {"m", "o", "h"} and pages(store, baku.neutral) == {"m", "o"}
    assert [(a, b, len(ids)) for a, b, ids in baku.pairs] == [("ARM", "RUS", 1), ("RUS", "TUR", 1)]
    assert pages(store, found[None, "AZE"].events) == {"u"}
    assert venues(store).of("Baku", "AZE") == baku and venues(store).of("", "AZE") == found[None, "AZE"]
    assert venues(store).of("Baku", "TUR") is None
    assert venues(store).meetings == sum(len(v.events) for v in found.values())
    assert venues(store).neutral == sum(len(v.neutral) for v in found.values())
    assert [v.place for v in venues(store, Filter(who="Armenia"))] == ["Baku"]


def test_brokers_are_named_or_see_both(tmp_path: Path) -> None:
    readings = [
        told("c", "incident", "Armenia", "Azerbaijan", "2016-04-02"),
        told("a", "meeting", "Russia", "Armenia", "2016-04-07"),
        told("b", "meeting", "Russia", "Azerbaijan", "2016-04-09"),
        told("t", "meeting", "Turkey", "Azerbaijan", "2016-04-05"),
        told("n", "meeting", "Armenia", "Azerbaijan", "2016-06-20", mediator="Russia"),
    ]
    with record(tmp_path / "r", *readings) as store:
        (found,) = brokers(store)
        assert (found.broker, found.parties) == ("RUS", ("ARM", "AZE"))
        assert pages(store, found.mediated) == {"n"} and pages(store, found.between) == {"a", "b"}
        assert [b.mediated for b in brokers(store, Filter(until="2016-05"))] == [()]
        assert list(brokers(store, Filter(who="Russia", with_="Armenia"))) == [found]
        assert brokers(store).of("RUS", "ARM", "AZE") == found
        assert brokers(store).of("ARM", "AZE", "RUS") is brokers(store).of("RUS") is None
        assert not brokers(store, Filter(who="Turkey")) and not brokers(store, Filter(with_="Turkey"))


def test_who_meet_each_other_need_no_broker(tmp_path: Path) -> None:
    readings = [
        told("c", "incident", "Armenia", "Azerbaijan", "2016-04-02"),
        told("a", "meeting", "Russia", "Armenia", "2016-04-07"),
        told("m", "meeting", "Armenia", "Azerbaijan", "2016-04-08"),
        told("b", "meeting", "Russia", "Azerbaijan", "2016-04-09"),
    ]
    with record(tmp_path / "r", *readings) as store:
        assert not brokers(store)


def test_the_commands(store: Store, tmp_path: Path) -> None:
    run, path = CliRunner(), str(store.path)
    shown = run.invoke(main, ["pair", "RUS", "TUR", "--ids", "--plot", str(tmp_path / "p.svg"), "--record", path])
    assert shown.exit_code == 0 and "2017-02 contacts: e" in shown.output, shown.output
    assert (tmp_path / "p.svg").read_text("utf-8").startswith("<svg")
    assert "Baku (AZE): 3 meetings, neutral 2" in run.invoke(main, ["venues", "--ids", "--record", path]).output
    assert run.invoke(main, ["brokers", "--record", path]).exit_code == 0
    assert run.invoke(main, ["pair", "RUS", "Atlantis", "--record", path]).exit_code == 2
