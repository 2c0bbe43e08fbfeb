"""The score tools' answers become named figures; people are scored on the pages of a part alone."""

from __future__ import annotations

from evaluation.scores import Figure, event_figures, people_figures, people_on

SCORED = {
    "event_p": 0.5, "event_r": 0.25, "event_f1": 1 / 3, "record_f1": 0.2, "link_f1": 0.0,
    "fields": {"place": [3, 4], "start": [1, 2]},
}


def test_an_events_figures_carry_the_kinds_they_are_of() -> None:
    figures = event_figures("meeting", SCORED)
    assert figures["meeting: record F1"] == Figure(0.2)
    assert figures["meeting: field place"] == Figure(0.75, 3, 4)


def test_a_share_of_few_is_shown_as_its_count() -> None:
    assert str(Figure(0.75, 3, 4)) == "3/4"
    assert str(Figure(0.75)) == "0.750"
    assert str(Figure(2, 2)) == "2"


def test_nobody_to_keep_apart_gives_no_figure() -> None:
    scored = {"people_p": 1.0, "people_r": 1.0, "people_f1": 1.0, "country": 1.0, "role": 0.5, "split": 0}
    assert "people: kept apart" not in people_figures({**scored, "kept_apart": [0, 0]})
    assert people_figures({**scored, "kept_apart": [2, 3]})["people: kept apart"] == Figure(2 / 3, 2, 3)


def test_people_of_other_pages_are_cut_away_with_their_pairs() -> None:
    gold = [
        {"name": "A", "docs": ["1", "2"], "not": ["B", "C"]},
        {"name": "B", "docs": ["2"]},
        {"name": "C", "docs": ["3"], "not": ["A"]},
    ]
    assert people_on(gold, {"1", "2"}) == [
        {"name": "A", "docs": ["1", "2"], "not": ["B"]},
        {"name": "B", "docs": ["2"], "not": []},
    ]
    assert gold[0]["docs"] == ["1", "2"]
