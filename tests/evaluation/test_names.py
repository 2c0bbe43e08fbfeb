"""Scoring the comparison of names: halves that share nothing, weights that mean what they say."""

from __future__ import annotations

from pathlib import Path

from evaluation import names

HEAD = "case_group,schema,name1,name2,is_match,quality,category,notes\n"
ROWS = [
    ("Sergei Shoigu", "Sergey Shoygu", True), ("Sergei Shoigu", "Anatoly Serdyukov", False),
    ("Ilham Aliyev", "İlham Əliyev", True), ("Ilham Aliyev", "Heydar Aliyev", False),
    ("Zakir Hasanov", "Zakir Gasanov", True), ("Zakir Hasanov", "Shabnam Hasanova", False),
    ("Serzh Sargsyan", "Serzh Sarkisian", True), ("Serzh Sargsyan", "Tigran Sargsyan", False),
]  # fmt: skip


def written(folder: Path) -> Path:
    path = folder / "cases.csv"
    lines = [f"hand,Person,{a},{b},{str(one).lower()},,," for a, b, one in ROWS]
    lines += [line.replace("Person", "Company") for line in lines]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_pairs_that_share_a_name_stand_in_one_half(tmp_path: Path) -> None:
    found = names.pairs(written(tmp_path))
    first, second = names.halves(found)
    assert len(first) + len(second) == len(found) == 16
    assert not {p.a for p in first} & {p.a for p in second}


def test_weights_fitted_tell_one_name_from_two(tmp_path: Path) -> None:
    found = names.pairs(written(tmp_path))
    weights = {sort: names.fitted(found, sort) for sort in names.SORTS}
    counted = names.counted(found, weights)
    assert counted.true == 8
    assert counted.f1 > 0.8


def test_the_command_prints_what_it_measures(tmp_path: Path, capsys, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(names, "speed", lambda found: 1.0)
    assert names.main([str(written(tmp_path)), "--weights"]) == 0
    out = capsys.readouterr().out
    assert "16 pairs" in out and "words alike:" in out
