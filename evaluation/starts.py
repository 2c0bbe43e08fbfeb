"""The two figures of dates: start days of found events that are right, and those stated that are not to be had."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation.sets import rows

RIGHT = "dates: start right and as fine"
WRONG = "dates: start wrong, too fine or not in the gold"


def counts(tools: Path, gold: Path, export: Path, pages: Iterable[str]) -> tuple[int, int, int, int]:
    """How many starts are right, of how many asked for; how many are wrong, of how many stated; of found events."""
    scorer = _scorer(tools)
    wanted, stated = rows(gold), rows(export / "events.jsonl")
    right = asked = wrong = given = 0
    for page in pages:
        golds = [scorer.on_page(g, page) for g in wanted if page in g["docs"]]
        here = [s for s in stated if any(str(x.get("article")) == page for x in s.get("sources", []))]
        for i, j in scorer.match(golds, here, page):
            if golds[i]["optional"]:
                continue
            found = scorer.fields(golds[i], here[j], page).get("start")
            asked += found is not None
            right += bool(found)
            start = here[j].get("start")
            if start:
                given += 1
                wrong += not any(within(start, str(answer)) for answer in golds[i]["starts"])
    return right, asked, wrong, given


def within(start: str, answer: str) -> bool:
    """Whether a start is the answer, or says less than it and nothing else: its month, or its day without the year."""
    if start.startswith("--") and not answer.startswith("--"):
        answer = f"-{answer[4:]}"
    return answer == start or answer.startswith(f"{start}-")


def _scorer(tools: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", tools / "score.py")
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{tools / 'score.py'}: no module to score with; DRAGOMAN_EVAL names the folder with it")
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module  # type: ignore[no-any-return]
