"""How sure a fact is: named features, each with a weight."""

from __future__ import annotations

import pytest

from dragoman.facts.confidence import WEIGHTS
from dragoman.types import Reading
from tests.facts.telling import Teller


def _features(tell: Teller, text: str, kind: str = "meeting", published: str | None = None) -> set[str]:
    return set(tell(text, published).facts(kind)[0].features)


def test_every_feature_has_a_weight_and_is_named_once(sample: tuple[Reading, ...]) -> None:
    for fact in (f for r in sample for f in r.facts):
        assert set(fact.features) <= set(WEIGHTS)
        assert len(set(fact.features)) == len(fact.features)


def test_a_figure_lies_between_nought_and_one(sample: tuple[Reading, ...]) -> None:
    assert all(0 < f.confidence < 1 for r in sample for f in r.facts)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Emmanuel Macron met Olaf Scholz.", "two named people"),
        ("Emmanuel Macron met Olaf Scholz on June 7, 2022.", "date said"),
        ("Emmanuel Macron met Olaf Scholz in Warsaw.", "place said"),
        ("Emmanuel Macron met Olaf Scholz.", "no date and no place"),
        ("The French president met Olaf Scholz. At the meeting, Olaf Scholz spoke of Ukraine.", "told more than once"),
        ("France and Germany held talks in Warsaw.", "sides are states alone"),
        ("Turkish Defence Minister Hulusi Akar negotiated in Baku.", "a side is inferred"),
        ("NATO defence ministers met in Brussels.", "one side only"),
        ("Meeting of Antony Blinken and Sergey Lavrov (January 21, 2022) lasted long.", "time by nearness"),
    ],
)
def test_a_feature_is_named_where_it_holds(tell: Teller, text: str, feature: str) -> None:
    assert feature in _features(tell, text)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("The French president met Olaf Scholz.", "two named people"),
        ("Emmanuel Macron met Olaf Scholz in Warsaw.", "date said"),
        ("Emmanuel Macron met Olaf Scholz on June 7, 2022.", "place said"),
        ("Emmanuel Macron met Olaf Scholz in Warsaw.", "no date and no place"),
        ("Emmanuel Macron met Olaf Scholz.", "told more than once"),
        ("Emmanuel Macron met Olaf Scholz.", "sides are states alone"),
        ("Emmanuel Macron met Olaf Scholz.", "a side is inferred"),
        ("Emmanuel Macron met Olaf Scholz.", "one side only"),
        ("Emmanuel Macron met Olaf Scholz on June 7, 2022.", "time by nearness"),
    ],
)
def test_and_not_where_it_does_not(tell: Teller, text: str, feature: str) -> None:
    assert feature not in _features(tell, text)


def test_what_the_page_implies_is_not_said(tell: Teller) -> None:
    text = "Sergey Lavrov visited Ankara on June 8, 2022. Lavrov met Turkish Foreign Minister Mevlut Cavusoglu."
    features = _features(tell, text)
    assert {"date implied", "place implied"} <= features
    assert features.isdisjoint(("date said", "place said", "no date and no place"))
    assert {"date said", "place said"} <= _features(tell, text, "visit")


def test_the_figure_is_the_strength_of_the_word_and_the_weights_of_the_features(tell: Teller) -> None:
    fact = tell("The French president met Olaf Scholz.").only("meeting")
    strength = next(
        t.strength for f in tell.reader.frames if f.name == "meeting" for t in f.triggers if "meet" in t.verbs
    )
    assert fact.confidence == pytest.approx(strength + sum(WEIGHTS[name] for name in fact.features))


def test_more_said_is_surer(tell: Teller) -> None:
    bare, dated, full = (
        tell(text).only("meeting").confidence
        for text in (
            "France and Germany held talks.",
            "France and Germany held talks on June 7, 2022.",
            "France and Germany held talks in Warsaw on June 7, 2022.",
        )
    )
    assert bare < dated < full


def test_each_report_of_an_event_has_the_figure_of_the_event(tell: Teller) -> None:
    (event,) = tell(
        "The French president met Olaf Scholz in Paris. At the meeting, Olaf Scholz spoke of Ukraine."
    ).events("meeting")
    assert len({f.confidence for f in event}) == 1


def test_what_is_always_so_is_no_act(tell: Teller) -> None:
    often = "Norway has long been providing aid to Malawi."
    once = "Norway provided aid to Malawi in May 2020."
    assert "told as a habit" in _features(tell, often, "aid")
    assert "told as a habit" not in _features(tell, once, "aid")
    assert "told as a habit" not in _features(tell, "The ministers of Norway and Malawi held long talks in Oslo.")


def test_how_many_go_from_whom_to_whom_makes_a_deal_surer(tell: Teller) -> None:
    assert "so many between two" in _features(tell, "Norway sold 12 tanks to Malawi.", "arms_transfer")
    assert "so many between two" not in _features(tell, "Norway sold tanks to Malawi.", "arms_transfer")


def test_a_war_that_is_only_mentioned_is_a_state_of_affairs(tell: Teller) -> None:
    mentioned = "Kenya fears the war between Chad and Niger."
    dated = "The war between Chad and Niger broke out in May 2020."
    assert "a state of affairs" in _features(tell, mentioned, "incident")
    assert "a state of affairs" not in _features(tell, dated, "incident")
