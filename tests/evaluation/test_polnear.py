"""The PolNeAR scorer: reads standoff files, compares by what was said and not by its commas."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.types import Evidence, Span, Statement
from evaluation import polnear

TEXT = "The mayor said that the bridge is shut, and left."


def spans(*pairs: tuple[str, str]) -> dict[str, tuple[Span, ...]]:
    return {role: (Span(TEXT.index(part), TEXT.index(part) + len(part)),) for role, part in pairs}


def test_gold_is_read_with_split_spans() -> None:
    rows = [
        "T1\tSource 0 9\tThe mayor",
        "T2\tCue 10 14\tsaid",
        "T3\tContent 15 20;24 30\tthat bridge",
        "E1\tCue:T2 Source:T1 Content:T3",
    ]
    (only,) = polnear.gold("\n".join(rows))
    assert only.roles["content"] == (Span(15, 20), Span(24, 30))
    assert only.roles["source"] == (Span(0, 9),)


def test_what_was_read_takes_the_annotators_form_and_is_counted() -> None:
    start = TEXT.index("the bridge")
    end = TEXT.index(", and")
    said = Statement(
        0, "mayor", "indirect", start, end, "asserted", Evidence(10, 14, "verb"), source=Evidence(0, 9, "source")
    )
    gold = polnear.Attribution(spans(("source", "The mayor"), ("cue", "said"), ("content", "that the bridge is shut,")))
    tallies = {role: polnear.Tally() for role in polnear.ROLES}
    polnear.compare(TEXT, [gold], polnear.found(TEXT, [said]), tallies)
    assert [(t.gold, t.found, t.right) for t in tallies.values()] == [(1, 1, 1)] * 3


def test_a_corpus_that_is_not_there_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAGOMAN_BENCH", str(tmp_path))
    assert polnear.main([]) == 0
    assert "not there" in capsys.readouterr().out
