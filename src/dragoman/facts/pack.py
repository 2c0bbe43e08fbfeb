"""The pack: every kind of event that the program knows, read from YAML and checked before any of it is used.

The format is described for analysts in docs/frames.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.facts.frame_reader import read_frame
from dragoman.facts.frame_types import ArgumentRef, Condition, Cross, Example, Expected, Fill, Frame, Slot, Trigger

__all__ = [
    "ArgumentRef",
    "Condition",
    "Cross",
    "Example",
    "Expected",
    "Fill",
    "Frame",
    "Slot",
    "Trigger",
    "act_lemmas",
    "has_frames",
    "load_frames",
    "trigger_lemmas",
]


def load_frames(folder: Path | None = None) -> tuple[Frame, ...]:
    """Our frames, with those of a user's knowledge folder laid over them: same name replaces, new name adds.

    The user's frames are the YAML files in `folder/frames`, or in `folder` where it has no such part.
    Sorted by name. Raises KnowledgeError for the first thing that is wrong; then nothing is loaded.
    Our own are read once a process.
    """
    frames = _by_name(_ours())
    if folder is not None:
        frames |= _by_name(_theirs(folder))
    for frame in frames.values():
        for key, names in (("kin", frame.kin), ("yields", frame.yields)):
            unknown = next((name for name in names if name not in frames), None)
            if unknown is not None:
                remedy = f"it must be one of: {', '.join(sorted(frames))}"
                raise KnowledgeError(frame.at(key), f"there is no kind {unknown!r}", remedy)
    _check_yielding(frames)
    return tuple(frames[name] for name in sorted(frames))


def _check_yielding(frames: dict[str, Frame]) -> None:
    """Kinds that yield to each other in a circle would drop each other's events."""
    for first in frames.values():
        ways: list[tuple[str, ...]] = [(first.name, name) for name in first.yields]
        while ways:
            way = ways.pop()
            if way[-1] == first.name:
                remedy = "let one of them yield to none of the others"
                raise KnowledgeError(first.at("yields"), f"a cycle: {' yields to '.join(way)}", remedy)
            ways.extend((*way, name) for name in frames[way[-1]].yields if name not in way[1:])


def has_frames(folder: Path) -> bool:
    """True where a user's folder holds kinds of events of its own."""
    return bool(_theirs(folder))


def trigger_lemmas(frames: Iterable[Frame]) -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas of verbs and of nouns that alone make a sentence worth a parse; a particle after a space.

    Adjectives stand with the nouns. Words marked `wakes: false` ("go", "be") are left out.
    """
    verbs: set[str] = set()
    nouns: set[str] = set()
    for frame in frames:
        for trigger in frame.triggers:
            if trigger.wakes:
                verbs.update(trigger.verbs)
                nouns.update(trigger.nouns, trigger.adjectives)
    return frozenset(verbs), frozenset(nouns)


def act_lemmas(frames: Iterable[Frame]) -> frozenset[str]:
    """Every lemma that names an act of some kind, or points back at one."""
    return frozenset(
        lemma
        for frame in frames
        for lemma in (
            *frame.recall,
            *(w for t in frame.triggers for w in (*t.verbs, *t.nouns, *t.adjectives)),
        )
    )


@lru_cache(maxsize=1)
def _ours() -> tuple[Frame, ...]:
    folder = files("dragoman.knowledge") / "frames"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    return tuple(read_frame(entry.read_text(encoding="utf-8"), f"knowledge/frames/{entry.name}") for entry in found)


def _theirs(folder: Path) -> tuple[Frame, ...]:
    if not folder.is_dir():
        raise KnowledgeError(str(folder), "there is no such folder", "name the folder that holds your frames")
    inner = folder / "frames"
    # Beside frames a knowledge folder may replace our other files; those are not frames.
    others = set() if inner.is_dir() else {entry.name for entry in files("dragoman.knowledge").iterdir()}
    paths = sorted(
        path
        for path in (inner if inner.is_dir() else folder).iterdir()
        if path.suffix in (".yaml", ".yml") and path.name not in others and path.is_file()
    )
    return tuple(read_frame(_text(path), str(path)) for path in paths)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnowledgeError(str(path), "not UTF-8 text", "save the file as UTF-8") from error
    except OSError as error:
        raise KnowledgeError(str(path), f"cannot be read: {error.strerror}", "check the file's permissions") from error


def _by_name(frames: Iterable[Frame]) -> dict[str, Frame]:
    found: dict[str, Frame] = {}
    for frame in frames:
        if frame.name in found:
            why = f"the name {frame.name!r} is taken by {found[frame.name].at('name')}"
            remedy = "a pack has each kind of event once: rename or merge one of the two"
            raise KnowledgeError(frame.at("name"), why, remedy)
        found[frame.name] = frame
    return found
