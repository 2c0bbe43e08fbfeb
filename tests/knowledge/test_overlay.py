"""A user's word lists: laid over ours while he reads with them, checked before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from dragoman.facts.fillers import groups
from dragoman.facts.scope_words import words
from dragoman.knowledge import overlay
from dragoman.mentions.armoury import armoury
from dragoman.record.geography import is_state, state_name


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_list_grows_by_the_users_words_and_only_while_his_folder_is_in_force(tmp_path: Path) -> None:
    write(tmp_path, "people.yaml", "delegates: [plenipotentiary, minister]\n")
    assert "plenipotentiary" not in groups()["delegates"]
    with overlay.laid_over(tmp_path):
        assert {"plenipotentiary", "minister", "envoy"} <= groups()["delegates"]
    assert "plenipotentiary" not in groups()["delegates"]


def test_words_of_scope_may_be_added_under_their_status(tmp_path: Path) -> None:
    write(tmp_path, "scope.yaml", "governing: {planned: [pencil]}\n")
    with overlay.laid_over(tmp_path):
        assert words().governing["pencil"] == "planned"
        assert words().governing["plan"] == "planned"


def test_a_system_may_be_added_to_the_catalogue(tmp_path: Path) -> None:
    write(tmp_path, "arms.yaml", "tank:\n  DEU:\n    Wiesent 7: [Wiesent-7A2]\n")
    assert armoury().named("Six Wiesent 7A2 were sold.") == []
    with overlay.laid_over(tmp_path):
        (found,) = armoury().named("Six Wiesent 7A2 were sold.")
    assert (found.system.family, found.system.category, found.system.makers) == ("Wiesent 7", "tank", ("DEU",))


def test_a_category_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="did you mean 'tank'"):
        overlay.check(write(tmp_path, "arms.yaml", "tanks:\n  DEU:\n    Wiesent 7: []\n"))


def test_the_folder_may_stand_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "countries.yaml", "countries:\n  ZZZ: {name: Ruritania, at: [50, 10]}\n")
    assert not is_state("ZZZ")
    monkeypatch.setenv(overlay.VARIABLE, str(tmp_path))
    assert (is_state("ZZZ"), is_state("FRA"), state_name("ZZZ")) == (True, True, "Ruritania")


@pytest.mark.parametrize(
    ("name", "text", "why", "remedy"),
    [
        ("scope.yaml", "governing: {plannd: [pencil]}\n", "unknown key 'plannd'", "did you mean 'planned'?"),
        ("people.yaml", "delegatez: [x]\n", "unknown key 'delegatez'", "did you mean 'delegates'?"),
        ("people.yaml", "delegates: x\n", "'x' stands where a list is needed", "write `[a, b]`"),
        ("people.yaml", "delegates: [\n", "is not YAML", "check the indentation"),
        ("people.yaml", "- a\n", "is not a mapping", "section name"),
    ],
)
def test_what_cannot_be_laid_over_is_refused_with_file_and_remedy(
    tmp_path: Path, name: str, text: str, why: str, remedy: str
) -> None:
    with pytest.raises(KnowledgeError) as refused:
        overlay.check(write(tmp_path, name, text))
    assert name in refused.value.where
    assert why in refused.value.why and remedy in refused.value.remedy


def test_a_file_named_nearly_like_one_of_ours_is_named(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    with pytest.raises(KnowledgeError, match="did you mean scope.yaml"):
        overlay.check(write(tmp_path, "scopes.yaml", "x: [y]\n"))


def test_a_list_that_is_not_laid_over_says_which_are(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    with pytest.raises(KnowledgeError, match="not laid over"):
        overlay.check(write(tmp_path, "furniture.yaml", "x: [y]\n"))


def test_every_list_that_may_be_extended_is_there() -> None:
    for name in overlay.EXTENDED:
        assert overlay.data(name)
