"""A YAML file whose every value knows the line that it stands on, so that an error can name it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from dragoman.errors import KnowledgeError

# A pack of frames has some thousands of values; aliases must not blow a small file up to millions.
MAX_VALUES = 200_000
# Deeper than any frame; the C parser itself falls over some thousands of brackets.
MAX_DEPTH = 50


@dataclass(frozen=True)
class Lined:
    """One value of a YAML file with where it stands: the file, the path of keys, the line."""

    file: str
    path: str
    line: int
    value: Any  # a scalar, a list of Lined, or a dict of str to Lined

    def fail(self, why: str, remedy: str = "") -> NoReturn:
        """Raise a KnowledgeError that names this value's file, line and key."""
        where = f"{self.file}:{self.line}" + (f": {self.path}" if self.path else "")
        raise KnowledgeError(where, why, remedy)

    def mapping(self) -> dict[str, Lined]:
        """This value as a mapping; raises KnowledgeError if it is none."""
        if not isinstance(self.value, dict):
            self.fail(f"{self._shown()} stands where a mapping of keys is needed", "write `key: value`")
        return self.value

    def items(self) -> list[Lined]:
        """This value as a list; raises KnowledgeError if it is none."""
        if not isinstance(self.value, list):
            self.fail(f"{self._shown()} stands where a list is needed", "write `[a, b]`")
        return self.value

    def text(self) -> str:
        """This value as text that is not empty; raises KnowledgeError if it is none."""
        if isinstance(self.value, str) and self.value.strip():
            return self.value.strip()
        self.fail(f"{self._shown()} stands where text is needed", 'put it in quotes if YAML reads it otherwise: "on"')

    def flag(self) -> bool:
        """This value as true or false; raises KnowledgeError if it is neither."""
        if not isinstance(self.value, bool):
            self.fail(f"{self._shown()} is neither true nor false", "write true or false")
        return self.value

    def count(self) -> int:
        """This value as a whole number from 0; raises KnowledgeError if it is none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < 0:
            self.fail(f"{self._shown()} is not a whole number from 0 upwards", "write 0, 1, 2 ...")
        return self.value

    def share(self) -> float:
        """This value as a number from 0 to 1; raises KnowledgeError if it is none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float) or not 0 <= self.value <= 1:
            self.fail(f"{self._shown()} is not a number from 0 to 1", "write for example 0.7")
        return float(self.value)

    def one_of(self, allowed: Iterable[str], what: str) -> str:
        """This value as one of the words allowed; raises KnowledgeError that lists them if it is none."""
        word = self.text()
        known = sorted(allowed)
        if word not in known:
            self.fail(f"unknown {what} {word!r}", nearest(word, known))
        return word

    def keys_among(self, required: Iterable[str], optional: Iterable[str]) -> dict[str, Lined]:
        """This mapping, all required keys present and no key unknown; raises KnowledgeError otherwise."""
        found, needed = self.mapping(), list(required)
        allowed = sorted({*needed, *optional})
        for key, value in found.items():
            if key not in allowed:
                value.fail(f"unknown key {key!r}", nearest(key, allowed))
        for key in needed:
            if key not in found:
                self.fail(f"the key {key!r} is missing", f"add `{key}:`")
        return found

    def _shown(self) -> str:
        if isinstance(self.value, dict):
            return "a mapping"
        if isinstance(self.value, list):
            return "a list"
        return "nothing" if self.value is None else f"{self.value!r}"


def nearest(word: str, known: Iterable[str]) -> str:
    """What would be right instead of a word that is not known, for an error's last part."""
    words = list(known)
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    listed = "one of: " + ", ".join(words)
    return f"did you mean {close[0]!r}? It must be {listed}" if close else f"it must be {listed}"


def read_lined(text: str, file: str) -> Lined:
    """The one document of a YAML text; raises KnowledgeError where it is no YAML, repeats a key or holds itself."""
    _check_depth(text, file)
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise KnowledgeError(file, "the file is empty", "write a frame into it or take it away")
        return _Walk(loader, file).lined(node, "", ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f":{mark.line + 1}" if mark is not None else ""
        remedy = "mend the YAML there: indentation, quotes, brackets"
        raise KnowledgeError(file + line, f"not YAML: {error.problem or error.context}", remedy) from error
    except yaml.YAMLError as error:
        raise KnowledgeError(file, f"not YAML: {error}", "save the file as plain UTF-8 text") from error
    except ValueError as error:  # 2021-02-30: looks like a date and is none
        raise KnowledgeError(file, f"a value that cannot be read: {error}", "put it in quotes or correct it") from error
    finally:
        loader.dispose()


def _check_depth(text: str, file: str) -> None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    line = event.start_mark.line + 1 if event.start_mark is not None else 1
                    raise KnowledgeError(f"{file}:{line}", f"more than {MAX_DEPTH} levels deep", "a frame has ten")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return  # the reading that follows says what is wrong


class _Walk:
    """Turns the nodes of one file into Lined values."""

    def __init__(self, loader: yaml.CSafeLoader, file: str) -> None:
        self._loader = loader
        self._file = file
        self._values = 0

    def lined(self, node: yaml.Node, path: str, above: tuple[int, ...]) -> Lined:
        line = node.start_mark.line + 1
        here = Lined(self._file, path, line, None)
        self._values += 1
        if self._values > MAX_VALUES:
            here.fail(f"more than {MAX_VALUES} values", "split the file, and use no alias many times over")
        if id(node) in above:
            here.fail("an alias that holds itself (a cycle)", "write the value out")
        deeper = (*above, id(node))
        if isinstance(node, yaml.MappingNode):
            return Lined(self._file, path, line, self._mapping(node, path, deeper))
        if isinstance(node, yaml.SequenceNode):
            values = [self.lined(child, f"{path}[{n}]", deeper) for n, child in enumerate(node.value)]
            return Lined(self._file, path, line, values)
        return Lined(self._file, path, line, self._loader.construct_object(node))

    def _mapping(self, node: yaml.MappingNode, path: str, above: tuple[int, ...]) -> Mapping[str, Lined]:
        found: dict[str, Lined] = {}
        for key_node, value_node in node.value:
            key = Lined(self._file, path, key_node.start_mark.line + 1, None)
            if not isinstance(key_node, yaml.ScalarNode):
                key.fail("a key that is not a word", "write `key: value`")
            name = self._loader.construct_object(key_node)
            if not isinstance(name, str):
                key.fail(f"the key {key_node.value!r} is read as {name!r}", f'put it in quotes: "{key_node.value}"')
            if name in found:
                key.fail(f"the key {name!r} stands twice", "keep one of them")
            found[name] = self.lined(value_node, f"{path}.{name}" if path else name, above)
        return found
