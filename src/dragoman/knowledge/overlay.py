"""A user's folder laid over the packaged word lists, for as long as something is read with it.

Word lists are asked for where they are used, deep in the reading of a sentence, so the folder is not handed down to
there: it stands in a context, which a reader enters while it reads.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from dragoman.errors import KnowledgeError
from dragoman.knowledge.files import PACKAGED, layers, mapping

VARIABLE = "DRAGOMAN_KNOWLEDGE"

# Word lists that a user's folder may extend: a list grows by the user's words, a mapping by his keys, any other value
# gives way to his. The number says how many levels of keys are fixed: on them a key that we do not have is an error.
EXTENDED = {
    "amounts.yaml": 1,
    "arms.yaml": 1,
    "grammar.yaml": 1,
    "irregular.yaml": 0,
    "light_verbs.yaml": 1,
    "money.yaml": 1,
    "named_acts.yaml": 0,
    "people.yaml": 1,
    "platforms.yaml": 1,
    "pointing.yaml": 1,
    "reporting.yaml": 1,
    "scope.yaml": 2,
    "serving.yaml": 1,
    "stance.yaml": 1,
    "taking_part.yaml": 1,
    "topics.yaml": 1,
    "transfers.yaml": 1,
}
# Files that are read with the folder at hand, an entry of the user's replacing ours (knowledge.pack).
REPLACED = ("bodies.yaml", "countries.yaml", "names.yaml", "offices.csv", "places.csv", "titles.yaml")

_folder: ContextVar[str | None] = ContextVar("knowledge folder", default=None)
P = ParamSpec("P")
T = TypeVar("T")


def folder() -> Path | None:
    """The user's folder in force: that of the reader at work, else the one that DRAGOMAN_KNOWLEDGE names."""
    given = _in_force()
    return Path(given) if given else None


def _in_force() -> str:
    """The folder as text, empty for none; the environment is asked only outside of a reader's work, for it is slow."""
    given = _folder.get()
    return os.environ.get(VARIABLE, "") if given is None else given


@contextmanager
def laid_over(given: Path | None) -> Iterator[None]:
    """Lay a folder over the packaged lists inside the `with`; None leaves what is in force."""
    token = _folder.set(str(given) if given is not None else _in_force())
    try:
        yield
    finally:
        _folder.reset(token)


def once(read: Callable[P, T]) -> Callable[P, T]:
    """Call a function once for each folder in force and each set of arguments, and remember what it gave."""
    known: dict[object, T] = {}

    @wraps(read)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> T:
        key = (_in_force(), args)
        try:
            return known[key]
        except KeyError:
            known[key] = found = read(*args, **kwargs)
            return found

    return remembered


def data(name: str) -> dict[str, Any]:
    """A packaged YAML file with the user's of the same name laid over it.

    Raises KnowledgeError where the user's has a key that ours lacks, or another kind of value under it.
    """
    ours, *theirs = layers(name, folder())
    merged = mapping(ours)
    for path in theirs:
        merged = _merged(merged, mapping(path), path, "", EXTENDED.get(name, 1))
    return merged


def check(given: Path | None) -> None:
    """Refuse a folder with a word list that cannot be laid over ours, or with a file named nearly like one of ours."""
    if given is None:
        return
    with laid_over(given):
        for name in EXTENDED:
            if (given / name).is_file():
                data(name)
    known = [*EXTENDED, *REPLACED]
    framed = (given / "frames").is_dir()
    for path in sorted(given.iterdir()) if framed else ():
        if path.name in known or path.suffix not in (".yaml", ".yml", ".csv") or not path.is_file():
            continue
        if (PACKAGED / path.name).exists():
            raise KnowledgeError(str(path), "is a file of ours that is not laid over", f"known are: {', '.join(known)}")
        close = difflib.get_close_matches(path.name, known, n=1, cutoff=0.75)
        if close:
            raise KnowledgeError(str(path), "is no knowledge file", f"did you mean {close[0]}?")


def _merged(ours: Any, theirs: Any, path: Path, key: str, fixed: int) -> Any:
    where = f"{path}: {key}" if key else str(path)
    if isinstance(ours, dict):
        if not isinstance(theirs, dict):
            raise KnowledgeError(where, f"{_kind(theirs)} stands where a mapping is needed", "write `key: value`")
        out = dict(ours)
        for name, value in theirs.items():
            if name not in ours and fixed > 0:
                close = difflib.get_close_matches(str(name), map(str, ours), n=1, cutoff=0.6)
                listed = "it must be one of: " + ", ".join(map(str, ours))
                raise KnowledgeError(where, f"unknown key {name!r}", f"did you mean {close[0]!r}?" if close else listed)
            inner = f"{key}.{name}" if key else str(name)
            out[name] = _merged(ours[name], value, path, inner, fixed - 1) if name in ours else value
        return out
    if isinstance(ours, list):
        if not isinstance(theirs, list):
            raise KnowledgeError(where, f"{_kind(theirs)} stands where a list is needed", "write `[a, b]`")
        return [*ours, *(value for value in theirs if value not in ours)]
    if isinstance(theirs, dict | list):
        raise KnowledgeError(where, f"{_kind(theirs)} stands where one value is needed", "write `key: value`")
    return theirs


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"{value!r}"
