"""Contacts of which no medium is told: by telephone, or face to face."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

SPOKE = "In the evening he spoke to Chilean President Maya Diaz about copper."


def test_who_speaks_to_whom_he_visits_meets_him(tell: Teller) -> None:
    told = tell(f"Peruvian minister Jorge Chavez flew to Chile on Monday. {SPOKE}", published="2022-05-05")
    meeting = told.only("meeting")
    assert told.who(meeting) == {"Jorge Chavez", "Maya Diaz"}
    assert meeting.place is not None and meeting.place.place.name == "Chile"
    assert not told.facts("call")


@pytest.mark.parametrize(
    "before",
    [
        "Peruvian minister Jorge Chavez flew to Bolivia on Monday.",
        "Peruvian minister Jorge Chavez flew to Chile on March 3, 2021.",
    ],
    ids=["somebody else is visited", "at another time"],
)
def test_of_who_is_elsewhere_it_is_a_call(tell: Teller, before: str) -> None:
    told = tell(f"{before} On Tuesday he spoke to Chilean President Maya Diaz about copper.", published="2022-05-05")
    assert told.who(told.only("call")) == {"Jorge Chavez", "Maya Diaz"}


def test_those_who_met_spoke_when_they_met(tell: Teller) -> None:
    told = tell(
        "Peruvian minister Jorge Chavez met Chilean President Maya Diaz in Quito. Chavez and Diaz spoke about copper."
    )
    assert len(told.events("meeting")) == 1 and not told.facts("call")


def test_those_who_telephoned_discussed_it_when_they_telephoned(tell: Teller) -> None:
    told = tell(
        "Peruvian minister Jorge Chavez phoned Chilean President Maya Diaz on Monday. Chavez and Diaz discussed copper.",
        published="2022-05-05",
    )
    assert len(told.events("call")) == 1 and not told.facts("meeting")


def test_an_ambassador_speaks_where_he_lives(tell: Teller) -> None:
    told = tell("Peru's ambassador Jorge Chavez talked with Chilean President Maya Diaz on Monday.")
    assert told.who(told.only("meeting")) == {"Jorge Chavez", "Maya Diaz"}


def test_a_medium_that_is_told_outweighs_a_visit(tell: Teller) -> None:
    told = tell(
        "Peruvian minister Jorge Chavez flew to Chile on Monday. "
        "He spoke to Chilean President Maya Diaz by telephone before he left.",
        published="2022-05-05",
    )
    assert told.who(told.only("call")) == {"Jorge Chavez", "Maya Diaz"}
