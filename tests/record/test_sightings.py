"""Sightings: which referents of a page are actors, and by which words."""

from __future__ import annotations

from dragoman.record.sightings import sightings
from dragoman.types import Reading
from tests.record.hand import Hand


def moved(words: str, capital: str, *, named: bool) -> Reading:
    """A page of an act of Kenya, which its capital stands for, and which may be named besides."""
    page = Hand("p", words)
    kenya = page.state("Kenya", "KEN") if named else page.unnamed("state", "Kenya", "KEN")
    page.referent("place", capital, "KEN", acts_for=kenya)
    page.fact("deployment", "sent", [kenya])
    return page.reading()


def test_a_state_that_is_named_by_its_capital_alone_is_sighted_there() -> None:
    (found,) = sightings(moved("Nairobi sent troops.", "Nairobi", named=False))
    assert (found.kind, found.name, found.country) == ("state", "Kenya", "KEN")
    assert (found.start, found.end, found.mentions) == (0, 7, 1)
    assert found.forms == ()  # the capital is no name of the state


def test_a_state_that_is_named_is_sighted_by_its_name() -> None:
    (found,) = sightings(moved("Nairobi sent troops of Kenya.", "Nairobi", named=True))
    assert found.forms == (("Kenya", 1),)
    assert found.mentions == 1


def test_a_capital_that_takes_no_part_is_no_sighting() -> None:
    page = Hand("p", "It rained in Nairobi.")
    page.referent("place", "Nairobi", "KEN", acts_for=page.unnamed("state", "Kenya", "KEN"))
    assert sightings(page.reading()) == ()
