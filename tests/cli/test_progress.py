"""The progress bar knows about how many pages there are."""

from __future__ import annotations

from pathlib import Path

from dragoman.cli.progress import Progress, count_pages


def test_files_and_lines_are_counted_and_the_rest_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "b.jsonl").write_text('{"id": 1}\n{"id": 2}\n')
    (tmp_path / "c.pdf").write_text("no page")
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "d.html").write_text("<p>page")
    assert count_pages([str(tmp_path)]) == 4
    assert count_pages([str(tmp_path / "a.txt"), str(tmp_path / "gone.jsonl")]) == 2


def test_where_nobody_watches_nothing_is_shown(tmp_path: Path, capsys: object) -> None:
    with Progress([str(tmp_path)]) as bar:
        bar.step()
        bar.say("putting the record in order")
    out, err = capsys.readouterr()  # type: ignore[attr-defined]
    assert (out, err) == ("", "")
