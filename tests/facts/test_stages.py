"""The stage of a deal is what its word says, or what stands above the word."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller
from tests.facts.test_transfers import values


@pytest.mark.parametrize(
    ("text", "status", "stage"),
    [
        ("Otokar won a contract to supply Kenya with 118 armoured vehicles.", "occurred", "contract"),
        ("The winning of a contract to supply Kenya with Turkish Cobra vehicles pleased it.", "occurred", "contract"),
        ("Italy and Oman entered into a deal to supply six howitzers to Oman.", "occurred", "contract"),
        ("Italy and Oman signed a deal that will see Muscat acquire six howitzers.", "occurred", "contract"),
        ("Kongsberg was awarded the 87 million dollar contract to supply Kenya with NSM missiles.", "occurred", "contract"),
        ("Four Type 212CD submarines are on order for the Omani navy from Germany.", "occurred", "contract"),
        ("Oman is finalizing a contract with Turkey for T129 helicopters.", "planned", "contract"),
        ("Oman was close to striking a deal on acquiring F-16 jets from Israel.", "possible", "contract"),
        ("Russia will start delivering S-400 systems to Oman in July.", "planned", "planned"),
        ("Oman is negotiating a contract with Italy to buy six howitzers.", "possible", "requested"),
        ("Italy dropped plans to sell six howitzers to Oman.", "denied", "cancelled"),
    ],
)
def test_the_stage_is_that_of_the_word_or_of_what_stands_over_it(
    tell: Teller, text: str, status: str, stage: str
) -> None:
    fact = tell(text).only("arms_transfer")
    assert (fact.status, values(fact)["stage"]) == (status, stage)
