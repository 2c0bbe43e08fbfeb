"""`dragoman pack check`: the walk-through of docs/frames.md as it stands there, and packs that are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main

DOCS = Path(__file__).parents[2] / "docs" / "frames.md"
CALLS = (
    "The Indian destroyer Kolkata put in at Haifa on June 3, 2019.\n\n"
    "A Chinese frigate will make a port call in Karachi on June 20, 2019, officials in Islamabad said."
)


def blocks(kind: str) -> list[str]:
    """The fenced blocks of the walk-through."""
    text = DOCS.read_text(encoding="utf-8")
    part = text[text.index("## A kind of your own") : text.index("## A frame\n")]
    return re.findall(rf"^```{kind}\n(.*?)^```$", part, flags=re.DOTALL | re.MULTILINE)


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")


def write(text: str) -> Path:
    folder = Path("mine/frames")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "port_call.yaml").write_text(text, encoding="utf-8")
    return Path("mine")


def finished() -> str:
    """The pack of the walk-through with its second trigger."""
    first, second = blocks("yaml")
    return first.replace("examples:\n", second + "examples:\n", 1)


def test_the_walk_through_gives_what_it_shows() -> None:
    said = [block.split("\n", 1) for block in blocks("console")[:2]]
    command = [line.removeprefix("$ dragoman ").split() for line, _ in said]
    write(blocks("yaml")[0])
    first = invoke(*command[0])
    assert (first.exit_code, first.stdout) == (1, said[0][1])
    write(finished())
    second = invoke(*command[1])
    assert (second.exit_code, second.stdout) == (0, said[1][1])


def test_pages_are_read_with_the_new_kind() -> None:
    write(finished())
    Path("pages").mkdir()
    Path("pages/fleet.txt").write_text(CALLS, encoding="utf-8")
    read, timeline = (line.removeprefix("$ dragoman ").split() for line in blocks("console")[2].splitlines())
    assert invoke(*read).exit_code == 0
    shown = invoke(*timeline)
    assert shown.exit_code == 0
    assert "India" in shown.stdout and "Haifa" in shown.stdout
    assert "China" in shown.stdout and "Karachi" in shown.stdout


def test_an_example_that_gives_something_else_is_named_with_line_and_key() -> None:
    text = finished().replace("status: planned, visitor: [USA]", "status: occurred, visitor: [GBR]")
    line = text.splitlines().index("  - text: Two American destroyers will dock in Limassol next week.") + 1
    write(text)
    done = invoke("pack", "check", "mine")
    assert done.exit_code == 1
    at = f"mine/frames/port_call.yaml:{line}: examples[1].gives[0]"
    assert f"{at}.status: is planned (modal 'will'), not occurred" in done.stdout
    assert f"{at}.visitor: is United States (USA), not GBR" in done.stdout


def test_a_near_miss_that_fires_is_named() -> None:
    sentence = "An Italian frigate anchored in Tripoli."
    write(finished() + f"  - {sentence}\n")
    done = invoke("pack", "check", "mine")
    assert done.exit_code == 1
    assert "near_misses[3]: gives a port_call (occurred, visitor Italy)" in done.stdout
    assert sentence in done.stdout


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("visitor: [agnt]", "visitor: [agent, patient]", "unknown role 'agnt'; did you mean 'agent'?"),
        ("name: Port", "name: port_call", "'Port' is no name of a kind"),
        ("ships: &ships [*ships]", None, "an alias that holds itself"),
        ("kinds: [boat, force]", "kinds: [state, force]", "unknown kind of filler 'boat'"),
    ],
)
def test_a_pack_that_is_wrong_is_refused_as_a_whole(wrong: str, right: str | None, message: str) -> None:
    text = finished()
    spoilt = text.replace(right, wrong, 1) if right else re.sub(r"ships: &ships .*", wrong, text)
    assert spoilt != text
    write(spoilt)
    done = invoke("pack", "check", "mine")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert re.search(r"mine/frames/port_call\.yaml:\d+: ", done.stderr)
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_kind_that_is_not_there_is_refused() -> None:
    done = invoke("pack", "check", "--kind", "meting")
    assert done.exit_code == 2
    assert "there is no kind 'meting'" in done.stderr


def test_a_folder_that_is_not_there_is_refused() -> None:
    assert invoke("pack", "check", "nowhere").exit_code == 2
