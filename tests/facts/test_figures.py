"""Numbers tied to events, as the frames name them."""

from __future__ import annotations

import pytest

from tests.facts.telling import Teller


@pytest.mark.parametrize(
    ("text", "kind", "figures"),
    [
        ("Armenian troops attacked Azerbaijani positions and two Azerbaijani soldiers were killed.", "incident", {("killed", 2, "exact")}),
        ("An Israeli air strike on Damascus left four dead and 11 injured.", "incident", {("killed", 4, "exact"), ("wounded", 11, "exact")}),
        (
            "Scores of soldiers were killed and wounded in clashes between Armenia and Azerbaijan in April.",
            "incident",
            {("killed", "scores", "about"), ("wounded", "scores", "about")},
        ),
        (
            "About 3,000 troops and 20 aircraft from Russia and Belarus took part in the joint exercise near Brest.",
            "exercise",
            {("troops", 3000, "about"), ("aircraft", 20, "exact")},
        ),
        ("The United States expelled 60 Russian diplomats on March 26, 2018.", "sanction", {("diplomats", 60, "exact")}),
        ("Britain deployed at least 800 soldiers to Estonia in 2017.", "deployment", {("troops", 800, "at least")}),
    ],
)  # fmt: skip
def test_a_number_goes_to_its_event_with_its_bound(tell: Teller, text: str, kind: str, figures: set[object]) -> None:
    told = tell(text)
    facts = told.facts(kind)
    assert {(q.name, q.value, q.bound) for f in facts for q in f.figures} == figures
    for q in (q for f in facts for q in f.figures):
        assert any(c.isdigit() for c in told.words(q.evidence)) or isinstance(q.value, str) or q.value < 13


def test_dates_and_ages_are_no_figures(tell: Teller) -> None:
    facts = tell("Russian troops attacked Kharkiv on 12 May 2024.").facts("incident")
    assert facts and all(not f.figures for f in facts)
