"""Two halves of one truce."""

from __future__ import annotations

from tests.facts.telling import Teller

REBELS = "Mali's Tuareg rebels have agreed to a ceasefire. "


def test_who_agreed_and_who_signed_are_the_two_of_the_truce(tell: Teller) -> None:
    told = tell(REBELS + "General Sada Keita, the Malian defence minister, signed the ceasefire in Bamako on Friday.")
    (truce,) = told.events("ceasefire")
    assert told.who(truce) == {"Tuareg rebels", "Sada Keita"}


def test_truces_of_other_days_stay_apart(tell: Teller) -> None:
    told = tell(
        "Tuareg rebels agreed to a ceasefire on May 5, 2014. Mali's government agreed to a ceasefire on June 7, 2016."
    )
    assert len(told.events("ceasefire")) == 2
