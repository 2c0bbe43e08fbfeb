"""The TIMEX3 scorer on cases counted by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = Path(__file__).parents[3] / "evaluation" / "timex.py"
    spec = importlib.util.spec_from_file_location("timex_scorer", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["timex_scorer"] = module
    spec.loader.exec_module(module)
    return module


def marks(scorer: ModuleType, *some: tuple[int, int, str]) -> list[object]:
    return [scorer.Timex(start, end, "", value) for start, end, value in some]


def test_strict_relaxed_and_value_by_hand(scorer: ModuleType) -> None:
    # Four expected. The first is found whole with its value, the second too short with its value, the third whole with
    # another value, the fourth not at all; one more is found where none is.
    gold = marks(scorer, (0, 6, "2018"), (10, 20, "P2D"), (30, 36, "2018-06-07"), (40, 44, "P1Y"))
    found = marks(scorer, (0, 6, "2018"), (12, 20, "P2D"), (30, 36, "2018-06-08"), (50, 54, "2018"))
    tally = scorer.Tally()
    tally.add(gold, found)
    scores = tally.scores()
    assert scores["strict"] == pytest.approx(2 / 4)
    assert scores["relaxed"] == pytest.approx(3 / 4)
    assert scores["accuracy"] == pytest.approx(2 / 3)
    assert scores["value"] == pytest.approx(3 / 4 * 2 / 3)


def test_precision_and_recall_weigh_alike(scorer: ModuleType) -> None:
    tally = scorer.Tally()
    tally.add(marks(scorer, (0, 4, "2018")), marks(scorer, (0, 4, "2018"), (10, 14, "2019"), (20, 24, "2020")))
    assert tally.scores()["value"] == pytest.approx(2 * (1 / 3) / (1 / 3 + 1))


def test_nothing_expected_and_nothing_found_is_no_failure(scorer: ModuleType) -> None:
    tally = scorer.Tally()
    tally.add([], [])
    assert tally.scores()["value"] == 0.0


def test_the_mark_with_the_same_extent_is_preferred(scorer: ModuleType) -> None:
    (expected,) = marks(scorer, (5, 9, "2018"))
    others = marks(scorer, (0, 6, "2017"), (5, 9, "2018"))
    assert scorer.overlapping(expected, others) is others[1]


def test_timeml_is_read_with_its_extents(scorer: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(
        '<TimeML><DCT><TIMEX3 type="DATE" value="2018-06-07" functionInDocument="CREATION_TIME">7 June</TIMEX3>'
        "</DCT>\n<TEXT>Ships &amp; crews <EVENT>left</EVENT> on "
        '<TIMEX3 tid="t1" type="DATE" value="2018-06-04">Monday</TIMEX3>.</TEXT></TimeML>'
    )
    (document,) = scorer.timeml(tmp_path)
    assert document.created == "2018-06-07"
    assert document.text == "Ships & crews left on Monday."
    (mark,) = document.gold
    assert (document.text[mark.start : mark.end], mark.value) == ("Monday", "2018-06-04")
    (ours,) = scorer.system(document)
    assert ours == mark


def test_meantime_is_rebuilt_from_its_tokens(scorer: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "intra-doc_annotation" / "corpus_x"
    folder.mkdir(parents=True)
    words = [("0", "Fleet"), ("0", "sails"), ("1", "June"), ("1", "7"), ("1", ","), ("1", "2018"), ("6", "Monday")]
    tokens = "".join(f'<token t_id="{i}" sentence="{s}">{w}</token>' for i, (s, w) in enumerate(words))
    (folder / "a.xml").write_text(
        f'<Document>{tokens}<Markables><TIMEX3 functionInDocument="CREATION_TIME" value="2018-06-07">'
        '<token_anchor t_id="2"/><token_anchor t_id="3"/><token_anchor t_id="4"/><token_anchor t_id="5"/></TIMEX3>'
        '<TIMEX3 functionInDocument="NONE" value="2018"/></Markables></Document>'
    )
    (document,) = scorer.meantime(tmp_path)
    assert document.text == "Fleet sails\n\nJune 7, 2018"
    assert [(mark.text, mark.value) for mark in document.gold] == [("June 7, 2018", "2018-06-07")]
    assert scorer.system(document) == list(document.gold)


def test_a_range_is_marked_by_its_two_ends(scorer: ModuleType) -> None:
    document = scorer.Document("a", "It lasted from May to July 2018.", "2018-09-01", ())
    assert [(one.text, one.value) for one in scorer.system(document)] == [("May", "2018-05"), ("July 2018", "2018-07")]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The envoy will leave on Monday.", "future"),
        ("The envoy left on Monday.", "past"),
        ("He will go. She left on Monday.", "past"),
        ("On Monday the envoy will leave.", "future"),
        ("Talks on Monday.", None),
    ],
)
def test_the_tense_nearest_before_decides(scorer: ModuleType, text: str, way: str | None) -> None:
    at = text.index("Monday")
    assert scorer.direction(text, at, at + 6) == way


def test_a_folder_that_is_not_there_is_named(
    scorer: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["timex.py", "timeml", "no-such-folder"])
    assert scorer.main() == 2
    assert "no-such-folder" in capsys.readouterr().err
