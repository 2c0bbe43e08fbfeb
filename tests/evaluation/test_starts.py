"""A start is right where it is the answer, and wrong where it says anything that the answer does not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from evaluation import sets, starts
from evaluation.scores import Figure, start_figures

TOOLS = sets.root() / "score"


@pytest.mark.parametrize(
    ("start", "answer", "expected"),
    [
        ("2017-02-16", "2017-02-16", True),
        ("2017-02", "2017-02-16", True),
        ("2017", "2017-02-16", True),
        ("--02-16", "2017-02-16", True),
        ("--02", "2017-02-16", True),
        ("--02-16", "--02-16", True),
        ("2017-02-16", "2017-02", False),
        ("2017-02-17", "2017-02-16", False),
        ("2017-1", "2017-11", False),
        ("2017-02-16", "--02-16", False),
    ],
)
def test_what_says_less_is_not_wrong(start: str, answer: str, expected: bool) -> None:
    assert starts.within(start, answer) is expected


def test_figures_are_shares_with_their_counts() -> None:
    assert start_figures(3, 4, 1, 5) == {starts.RIGHT: Figure(0.75, 3, 4), starts.WRONG: Figure(0.2, 1, 5)}
    assert start_figures(0, 0, 0, 0) == {}


@pytest.mark.skipif(not (TOOLS / "score.py").exists(), reason="the score tools are not here: DRAGOMAN_EVAL names them")
def test_found_events_are_counted_page_by_page(tmp_path: Path) -> None:
    def event(article: str, start: str | None) -> dict[str, object]:
        sides = [{"name": n, "country": c, "kind": "person"} for n, c in (("Ann Ost", "EST"), ("Bo West", "SWE"))]
        sources = [{"article": article, "status": "occurred"}]
        return {"type": "meeting", "status": "occurred", "participants": sides, "start": start, "sources": sources}

    answers = [("1", "2017-02-16"), ("2", "2017-03"), ("3", None), ("4", "2017-05-01")]
    stated = [event("1", "2017-02-16"), event("2", "2017-03-05"), event("3", "2017-04-01"), event("4", None)]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        "".join(
            json.dumps(
                {
                    "gid": page, "docs": [page], "type": "meeting", "status": "occurred", "start": start,
                    "participants": ["Ann Ost|EST", "Bo West|SWE"],
                }
            )
            + os.linesep
            for page, start in answers
        )
    )  # fmt: skip
    (tmp_path / "events.jsonl").write_text("".join(json.dumps(e) + os.linesep for e in stated))
    assert starts.counts(TOOLS, gold, tmp_path, ["1", "2", "3", "4"]) == (1, 3, 2, 3)
