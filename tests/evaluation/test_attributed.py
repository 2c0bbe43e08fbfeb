"""The scorer of attributions: what counts as the chain that was marked, and what a page that is not there gives."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from evaluation import attributed

TEXT = "The Kremlin said on Monday that Vladimir Putin had met Recep Tayyip Erdogan in Sochi."


def chain(*links: str) -> attributed.Chain:
    return tuple(frozenset(link.split("|")) for link in links)


@pytest.mark.parametrize(
    ("marked", "read", "right"),
    [
        (chain(), (), True),
        (chain(), ("TASS",), False),
        (chain("TASS", "ministry"), ("TASS", "Defence Ministry"), True),
        (chain("TASS", "ministry"), ("Defence Ministry", "TASS"), False),
        (chain("TASS", "ministry"), ("TASS",), False),
        (chain("Russia|Kremlin"), ("the Kremlin",), True),
        (chain("two officials"), ("two officials who know the plan",), True),
        (chain("two officials"), ("two diplomats",), False),
    ],
)
def test_a_chain_is_right_link_by_link(marked: attributed.Chain, read: tuple[str, ...], right: bool) -> None:
    assert attributed.same(marked, read) is right


def test_the_marks_are_more_than_a_hundred_and_each_points_at_words() -> None:
    marks = attributed.marks()
    assert len(marks) >= 100
    assert all(mark.start < mark.end and mark.chains for mark in marks)


def test_a_report_is_scored_on_its_page_and_a_page_of_another_text_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text(json.dumps({"id": "p", "text": TEXT}) + "\n", encoding="utf-8")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    at = TEXT.index("met")
    here = attributed.Mark("p", digest, at, at + 3, (chain("Russia|Kremlin"),))
    other = attributed.Mark("p", "0" * 16, at, at + 3, (chain(),))
    found = attributed.answers(tmp_path, [here, other])
    assert [a.right for a in found] == [True, False]
    assert str(attributed.figures(found)["attributed_to: right"]) == "1/2"


def test_pages_that_are_not_there_are_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAGOMAN_EVAL", str(tmp_path))
    assert attributed.main([]) == 0
    assert "not there" in capsys.readouterr().out
