"""PLOVER's records against what the reader states: classes, parties and shares, counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import plover
from evaluation.plover import Told
from evaluation.scores import Figure


def entry(event: str, source: list[str], target: list[str], text: str = "It happened.", sector: str = "GOV") -> Any:
    def actors(codes: list[str]) -> list[dict[str, str]]:
        return [{"actorText": code, "code": code, "sector": sector} for code in codes]

    return {"id": f"{event}-1", "event": event, "text": text, "source": actors(source), "target": actors(target)}


def event(classes: str, sources: str = "", targets: str = "") -> Told:
    return Told("aid", frozenset(classes.split()), frozenset(sources.split()), frozenset(targets.split()))


def test_a_record_is_read_with_its_codes_mended() -> None:
    record = plover.record(entry("SANCTION", ["JAP"], ["SRB", "NGO"]))
    assert (record.event, record.sources, record.targets) == ("SANCTION", {"JPN"}, {"SRB"})


def test_a_party_that_is_no_list_names_nobody() -> None:
    record = plover.record({"id": "1", "event": "AGREE", "text": "x", "source": "diplomatic"})
    assert record.sources == record.targets == frozenset()


@pytest.mark.parametrize(
    ("record", "domestic"),
    [
        (entry("COERCE", ["UGA"], ["UGA"]), True),
        (entry("RETREAT", ["MNE"], []), True),
        (entry("RETREAT", ["LBN"], [], sector="REB"), False),
        (entry("FIGHT", ["SDN"], ["SDN"], sector="MIL"), False),
        (entry("AID", ["UGA"], ["RWA"]), False),
        (entry("SANCTION", ["IGO"], []), False),
    ],
)
def test_the_politics_of_one_country_counts_nowhere(record: Any, domestic: bool) -> None:
    assert plover.record(record).domestic is domestic


@pytest.mark.parametrize(
    ("kind", "status", "code", "classes"),
    [
        ("meeting", "occurred", "CONSULT", {"CONSULT"}),
        ("meeting", "planned", "CONSULT", {"AGREE"}),
        ("visit", "denied", "CONSULT", {"REJECT"}),
        ("aid", "occurred", "SANCTION", {"SANCTION"}),
        ("aid", "possible", "SANCTION", {"THREATEN"}),
        ("aid", "planned", "AID", {"AGREE"}),
        ("incident", "possible", "ASSAULT", {"THREATEN"}),
        ("incident", "denied", "ASSAULT", set()),
        ("deployment", "occurred", "RETREAT", {"RETREAT", "CONCEDE"}),
        ("deployment", "planned", "RETREAT", {"AGREE"}),
        ("port_call", "occurred", "CONSULT", set()),
    ],
)
def test_the_class_follows_kind_status_and_code(kind: str, status: str, code: str, classes: set[str]) -> None:
    assert plover.classes_of(kind, status, code) == classes


def test_shares_are_counted_over_covered_classes_and_over_what_is_stated() -> None:
    gold = [
        plover.record(entry("AID", ["USA"], ["KEN"])),  # found, both parties
        plover.record(entry("AID", ["FRA"], ["MLI"])),  # found, giver wrong
        plover.record(entry("SANCTION", ["GBR"], ["RUS"])),  # something else is stated
        plover.record(entry("CONSULT", ["DEU"], ["POL"])),  # nothing is stated
        plover.record(entry("DEMAND", ["IRN"], ["IRQ"])),  # not covered, an event is stated
        plover.record(entry("AGREE", ["ITA"], ["LBY"])),  # not covered, found
    ]
    stated = [
        [event("SANCTION", "USA"), event("AID", "USA", "KEN")],
        [event("AID", "MLI", "MLI")],
        [event("AID", "GBR", "RUS")],
        [],
        [event("CONSULT", "IRN", "IRQ")],
        [event("AGREE", "ITA", "LBY")],
    ]
    figures = plover.measure(gold, stated)
    assert figures["classes that we cover: found"] == Figure(2 / 4, 2, 4)
    assert figures["classes that we cover: AID"] == Figure(1.0, 2, 2)
    assert figures["other classes: AGREE"] == Figure(1.0, 1, 1)
    assert "other classes: DEMAND" not in figures
    assert figures["where an event is stated: class right"] == Figure(3 / 5, 3, 5)
    assert figures["where the class is right: who"] == Figure(1 / 2, 1, 2)
    assert figures["where the class is right: to whom"] == Figure(1.0, 2, 2)


def test_of_several_events_of_the_class_the_one_with_the_parties_counts() -> None:
    figures = plover.measure(
        [plover.record(entry("AID", ["USA"], ["KEN"]))], [[event("AID", "FRA", "MLI"), event("AID", "USA", "KEN")]]
    )
    assert figures["where the class is right: who"] == Figure(1.0, 1, 1)


def test_records_are_read_as_the_reader_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "gsr_one.json"
    path.write_text(
        json.dumps(
            [
                entry("CONSULT", ["TUR"], ["GRC"], "The Turkish foreign minister met his Greek counterpart on Monday."),
                entry("SANCTION", ["GBR"], ["RUS"], "Britain expelled three Russian diplomats."),
                entry("FIGHT", ["SYR"], ["TUR"], "A spokesman in Oslo spoke of the weather."),
                entry("COERCE", ["UGA"], ["UGA"], "Uganda held an election."),
            ]
        )
    )
    figures, count = plover.score(path)
    assert count == 3
    assert figures["classes that we cover: found"] == Figure(2 / 3, 2, 3)
    assert figures["where the class is right: who"] == Figure(1.0, 2, 2)
    assert figures["where the class is right: to whom"] == Figure(1.0, 2, 2)


def test_a_folder_without_records_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert plover.main([str(tmp_path)]) == 1
    assert "no gsr_*.json" in capsys.readouterr().err
