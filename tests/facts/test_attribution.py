"""Who is reported to say what a sentence tells, outermost first."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller

VISIT = "Turkish President Recep Tayyip Erdogan would visit Moscow"


def test_what_the_article_itself_says_is_nobodys(tell: Teller) -> None:
    assert tell("Turkish President Recep Tayyip Erdogan visited Moscow.").only("visit").attributed_to == ()


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (f"Russian Foreign Minister Sergey Lavrov said {VISIT}.", ("Sergey Lavrov",)),
        (f"{VISIT}, Russian Foreign Minister Sergey Lavrov said.".replace("would", "will"), ("Sergey Lavrov",)),
        # The outlet carries what the speaker told it.
        (f"Russian Foreign Minister Sergey Lavrov told TASS that {VISIT}.", ("TASS", "Sergey Lavrov")),
        # Whom a speaker told is not who says so, if it is a person.
        (f"Russian Foreign Minister Sergey Lavrov told Antony Blinken that {VISIT}.", ("Sergey Lavrov",)),
        (f"The Kremlin said Turkey had announced that {VISIT}.", ("Russia", "Turkey")),
    ],
)
def test_the_chain_of_reporting_is_named_outermost_first(tell: Teller, text: str, sources: tuple[str, ...]) -> None:
    assert tell(text).only("visit").attributed_to == sources


@pytest.mark.parametrize(
    "text",
    [
        "According to the Kremlin, Turkish President Recep Tayyip Erdogan visited Moscow.",
        "Turkish President Recep Tayyip Erdogan visited Moscow, according to the Kremlin.",
    ],
)
def test_according_to_names_the_source_wherever_it_stands(tell: Teller, text: str) -> None:
    assert tell(text).only("visit").attributed_to == ("Russia",)


def test_nobody_is_named_twice(tell: Teller) -> None:
    text = f"The Kremlin said, according to the Kremlin, that {VISIT}."
    assert tell(text).only("visit").attributed_to == ("Russia",)
