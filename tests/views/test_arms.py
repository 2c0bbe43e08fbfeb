"""The register of arms: filters, rows, and totals that never add a whole to its parts."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.types import Quoted, Reading
from dragoman.views.arms import Deal, Range, is_of, totals
from dragoman.views.arms_plot import plot
from dragoman.views.register import Wanted, deal_ids, deals_page, register
from tests.record.hand import Hand, record


def deal(
    id: str,
    text: str,
    fields: dict[str, object],
    date: tuple[str, str] | None = None,
    status: str = "occurred",
    verb: str = "delivered",
    bounds: dict[str, str] | None = None,
) -> Reading:
    """One page of one deal; the words of each field stand in the text."""
    page = Hand(id, text)
    russia, other = page.state("Russia", "RUS"), page.state("Iraq", "IRQ")
    page.fact("arms_transfer", verb, [(russia, "supplier"), (other, "recipient")], date=date, status=status)  # type: ignore[arg-type]
    fact = page.facts[-1]
    words = fields.pop("words")
    assert isinstance(words, dict)
    transfer = tuple(
        Quoted(name, value, page.evidence(str(words.get(name, "Russia"))), (bounds or {}).get(name))  # type: ignore[arg-type]
        for name, value in fields.items()
    )
    page.facts[-1] = replace(fact, transfer=transfer)
    return page.reading()


def mi35(id: str, number: int, year: str, stage: str = "delivered", value: int | None = None) -> Reading:
    fields: dict[str, object] = {
        "stage": stage, "supplier": "RUS", "recipient": "IRQ", "item": "Mi-35", "category": "attack_helicopter",
        "quantity": number, "words": {"item": "Mi-35", "quantity": str(number)},
    }  # fmt: skip
    if value is not None:
        fields |= {"value": value, "currency": "USD"}
    return deal(id, f"Russia delivered {number} Mi-35 helicopters to Iraq in {year}.", fields, (year, year))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    whole = deal(
        "whole", "Russia delivered weaponry to Iraq in 2014.",
        {"stage": "delivered", "supplier": "RUS", "recipient": "IRQ", "item": "weaponry", "category": "other",
         "value": 4_000_000_000, "currency": "USD", "words": {"item": "weaponry"}}, ("2014", "2014"),
    )  # fmt: skip
    readings = [
        mi35("a", 6, "2013", value=1_000_000_000),
        mi35("b", 24, "2012", "contract"),
        mi35("c", 18, "2014"),
        whole,
    ]
    with record(tmp_path / "r", *readings) as opened:
        yield opened


def test_each_deal_is_one_row_in_order_of_time(store: Store) -> None:
    rows = register(store, Wanted())
    assert [(r.year, r.stage, r.quantity_said, r.item) for r in rows[:2]] == [
        ("2012", "contract", "24", "Mi-35"), ("2013", "delivered", "6", "Mi-35"),
    ]  # fmt: skip
    assert len(rows) == 4


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(supplier="RUS", recipient="Iraq"), 4), (Wanted(supplier="IRQ"), 0), (Wanted(item="helicopter"), 3),
        (Wanted(item="Mi35"), 3), (Wanted(item="tank"), 0), (Wanted(since="2013"), 3), (Wanted(since="2013", until="2013"), 1),
    ],
)  # fmt: skip
def test_filters(store: Store, wanted: Wanted, count: int) -> None:
    assert len(register(store, wanted)) == count


def test_a_word_that_is_no_date_is_refused(store: Store) -> None:
    with pytest.raises(DragomanError, match="is not a date"):
        register(store, Wanted(since="soon"))


def test_an_end_before_its_beginning_is_refused(store: Store) -> None:
    with pytest.raises(DragomanError, match="2012 lies before --since 2013"):
        register(store, Wanted(since="2013", until="2012"))
    assert len(register(store, Wanted(since="2013", until="2013"))) == 1


def test_a_state_that_there_is_not_is_refused_with_what_is_near(store: Store) -> None:
    with pytest.raises(DragomanError, match="--from Rusia: no state is called so.*did you mean Russia") as refused:
        register(store, Wanted(supplier="Rusia"))
    assert "nobody in the record" in refused.value.why
    assert register(store, Wanted(supplier="Germany")) == []  # a state, though the record has no deal of it


def _row(item: str, category: str, value: str = "") -> Deal:
    return Deal(
        "1", "RUS", "IRQ", item, category, "delivered", "occurred", "2014", None, None, "", None, value, None, None, 1, ("p",), (),
        0.9, frozenset(),
    )  # fmt: skip


def test_what_arms_are_against_is_not_what_they_are() -> None:
    assert is_of(_row("T-90", "tank"), "tanks") and is_of(_row("main battle tank", "tank"), "tank")
    assert not is_of(_row("missile", "missile"), "tank")
    assert not is_of(_row("anti-tank missile", "missile"), "tank")
    assert is_of(_row("anti-tank missile", "missile"), "missile")
    assert is_of(_row("Ka-52", "attack_helicopter"), "helicopter") and is_of(_row("S-400", "air_defence"), "air defence")


def test_a_long_word_under_the_last_column_hides_no_year(store: Store) -> None:
    undated = _row("tank", "tank")
    deals = [replace(undated, start=None), *(replace(undated, start=str(year)) for year in range(2010, 2024))]
    drawn = plot(deals, "Arms")
    assert all(f">{year}</text>" in drawn for year in range(2010, 2024)) and ">undated</text>" in drawn


def test_what_was_ordered_and_what_came_are_never_added(store: Store) -> None:
    found = {t.group: t for t in totals(register(store, Wanted(item="Mi-35")), lambda d: d.recipient)}
    assert found["ordered"].pieces == Range(24, 24)
    assert found["delivered"].pieces == Range(24, 24)


def test_arms_at_large_may_hold_the_rest(store: Store) -> None:
    (delivered,) = (t for t in totals(register(store, Wanted()), lambda d: d.recipient) if t.group == "delivered")
    assert delivered.values == (("USD", Range(4_000_000_000, 5_000_000_000)),)


def test_sources_that_differ_leave_a_range(tmp_path: Path) -> None:
    with record(tmp_path / "r", mi35("a", 20, "2013"), mi35("b", 24, "2013")) as store:
        (row,) = register(store, Wanted())
        assert row.quantity == Range(20, 24)
        assert "transfer.quantity" in row.conflicts and row.pages == 2


def test_a_part_told_with_its_whole_counts_once_for_the_sum() -> None:
    def row(id: str, item: str, category: str, value: int | None, quantity: int | None) -> Deal:
        return Deal(
            id, "RUS", "IRQ", item, category, "delivered", "occurred", "2014", None, Range(quantity, quantity) if quantity else None,
            "", Range(value, value) if value else None, "", "USD" if value else None, None, 1, ("p",), (), 0.9, frozenset({("p", 0)}),
        )  # fmt: skip

    (total,) = totals(
        [row("1", "weaponry", "other", 1000, None), row("2", "tank", "tank", 300, 100)], lambda d: d.recipient
    )
    assert (total.values, total.pieces) == ((("USD", Range(1000, 1000)),), Range(100, 100))


def test_the_command_shows_rows_totals_csv_and_a_picture(store: Store, tmp_path: Path) -> None:
    path, picture = str(tmp_path / "r"), tmp_path / "plot.svg"
    shown = CliRunner().invoke(main, ["arms", "--record", path, "--from", "RUS", "--plot", str(picture)])
    assert shown.exit_code == 0, shown.output
    assert "Mi-35" in shown.stdout and "4 bn-5 bn USD" in shown.stdout
    listed = CliRunner().invoke(main, ["arms", "--record", path, "--item", "helicopter", "--csv"])
    rows = list(csv.DictReader(io.StringIO(listed.stdout)))
    assert [(r["item"], r["quantity_low"], r["stage"]) for r in rows] == [
        ("Mi-35", "24", "contract"),
        ("Mi-35", "6", "delivered"),
        ("Mi-35", "18", "delivered"),
    ]
    assert ElementTree.parse(picture).getroot().tag.endswith("svg")


def test_a_picture_that_cannot_be_written_is_an_error_of_one_line(store: Store, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["arms", "--record", str(tmp_path / "r"), "--plot", str(tmp_path / "no" / "p.svg")])
    assert done.exit_code == 2 and "cannot be written" in done.output


def test_the_same_deals_give_the_same_picture_and_none_gives_one(store: Store) -> None:
    deals = register(store, Wanted())
    assert plot(deals, "Arms <&>") == plot(deals, "Arms <&>")
    ElementTree.fromstring(plot(deals, "Arms <&>"))
    assert "no deal to show" in plot([], "Arms")


def test_a_page_holds_the_rows_of_the_whole_in_every_order(store: Store) -> None:
    every = register(store, Wanted())
    assert deal_ids(store, Wanted()) == [d.id for d in every]
    for order in ("when", "-when", "quantity", "-quantity", "value", "supplier", "-item", "pages"):
        rows, total = deals_page(store, Wanted(), 0, 10, order)
        assert total == len(every) and {d.id for d in rows} == {d.id for d in every}
        again = [d.id for n in range(total) for d in deals_page(store, Wanted(), n, 1, order)[0]]
        assert again == [d.id for d in rows], order
    numbers = [d.quantity.low for d in deals_page(store, Wanted(), order="-quantity")[0] if d.quantity]
    assert numbers == [24, 18, 6]
    assert deals_page(store, Wanted(), order="quantity")[0][-1].quantity is None  # what has none comes last
    assert deals_page(store, Wanted(item="helicopter", since="2013"))[1] == 2
