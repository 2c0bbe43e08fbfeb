"""The generated actors: the same from the same seed, decidable, and put together as the record does."""

from __future__ import annotations

import random

import pytest

from evaluation.bench import actors


def test_the_same_seed_gives_the_same_sightings() -> None:
    found, truth = actors.made(300, seed=3)
    assert (found, truth) == actors.made(300, seed=3)
    assert found != actors.made(300, seed=4)[0]
    assert len(found) == len(truth) == 300
    assert len(set(truth.values())) == 297  # three are written a second time


def test_every_other_writing_is_of_somebody_and_differs() -> None:
    found, truth = actors.made(400, seed=5)
    for sighting in found[396:]:
        original = found[truth[sighting.key]]
        assert sighting.name != original.name
        assert sighting.country in (original.country, None)


@pytest.mark.parametrize("way", actors.WAYS)
def test_ways_to_write_keep_a_name(way: object) -> None:
    dice = random.Random(1)
    for name in ("Sergei Shoigu", "Nejmeddin Sadigov", "Li Wei"):
        assert way(name, dice).strip()  # type: ignore[operator]


def test_a_few_thousand_are_put_together_nearly_without_fault() -> None:
    found = actors.measure(2_000)
    assert found.true == 20
    assert found.f1 >= 0.85
    assert found.seconds < 60


def test_growth_is_the_power_of_the_number() -> None:
    small, large = actors.Measured(100, 1.0, 0, 0, 0), actors.Measured(400, 16.0, 0, 0, 0)
    assert actors.growth(small, large) == pytest.approx(2.0)
