"""Patterns over kinds of words, compiled from the rules of knowledge/dates.yaml."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from dragoman.mentions.dates import lexicon
from dragoman.mentions.dates.lexicon import NUMBER_CLASSES, Lexicon

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One reading of a sequence of kinds."""

    name: str
    order: int
    pattern: re.Pattern[str]  # with what must stand around it
    core: re.Pattern[str]  # the expression alone
    first: frozenset[str]  # kinds it can begin with
    reading: str
    type: Kind
    grain: str
    constants: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A compiled part of a pattern."""

    regex: str
    first: frozenset[str]  # kinds it may begin with
    empty: bool  # whether it may match nothing
    needs: frozenset[str]  # kinds of which each match holds one; none where that cannot be said
    width: int  # tokens that it takes at most


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, and those that can begin with a kind."""

    rules: Mapping[str, Rule]
    starting: Mapping[str, tuple[Rule, ...]]
    stretch: re.Pattern[str]  # finds the stretches of known kinds
    hold: re.Pattern[str]  # finds a kind without which a stretch holds no expression
    width: int  # tokens that an expression has at most


@functools.cache
def load() -> Grammar:
    """Compile the grammar once.

    Raises ValueError, naming the rule, where one cannot be read.
    """
    words = lexicon.load()
    rules: dict[str, Rule] = {}
    needed: set[str] = set()
    width = 0
    for order, entry in enumerate(words.rules):
        name = str(entry["name"])
        if name in rules:
            raise ValueError(f"dates.yaml: rule {name} stands there twice; rename one")
        piece = _Reader(words, str(entry["pattern"]), name).read()
        if piece.empty:
            raise ValueError(f"dates.yaml: rule {name} can match nothing; make one element of it required")
        needed |= piece.needs
        width = max(width, piece.width)
        around = {side: _sequences(words, name, entry.get(side, ())) for side in _SIDES}
        before, after = _context(around, "before", "not_before"), _context(around, "after", "not_after")
        rules[name] = Rule(
            name=name,
            order=order,
            pattern=re.compile(before + piece.regex + after),
            core=re.compile(piece.regex),
            first=piece.first,
            reading=str(entry["reading"]),
            type=cast(Kind, str(entry["type"])),
            grain=str(entry["grain"]),
            constants=dict(entry.get("with", {})),
        )
    starting: dict[str, list[Rule]] = {}
    for rule in rules.values():
        for kind in rule.first:
            starting.setdefault(kind, []).append(rule)
    return Grammar(
        rules,
        {kind: tuple(some) for kind, some in starting.items()},
        re.compile(f"[^{lexicon.UNKNOWN}{lexicon.PLURAL}{lexicon.BREAK}]+"),
        re.compile(f"[{''.join(sorted(needed))}]"),
        width,
    )


_SIDES = {"before": "(?<={})", "not_before": "(?<!{})", "after": "(?={})", "not_after": "(?!{})"}


def _sequences(words: Lexicon, rule: str, wanted: list[str]) -> list[str]:
    """Regular expressions of equal width each: one class for all that is one token long, then the longer ones."""
    single = "".join(_kinds(words, rule, item) for item in wanted if len(item.split()) == 1)
    longer = ["".join(f"[{_kinds(words, rule, part)}]" for part in item.split()) for item in wanted if " " in item]
    return ([f"[{single}]"] if single else []) + longer


def _context(around: Mapping[str, list[str]], wanted: str, unwanted: str) -> str:
    """What must stand at one side (any of the wanted) and what must not (all of the unwanted)."""
    some = [_SIDES[wanted].format(item) for item in around[wanted]]
    none = [_SIDES[unwanted].format(item) for item in around[unwanted]]
    return (f"(?:{'|'.join(some)})" if some else "") + "".join(none)


def _kinds(words: Lexicon, rule: str, name: str) -> str:
    """The kinds of a class (its one-word members) or of a literal word."""
    if name in NUMBER_CLASSES:
        return NUMBER_CLASSES[name]
    if name in words.phrases:
        return "".join(phrase[0] for phrase in words.phrases[name] if len(phrase) == 1)
    literal = lexicon.literal_of(name)
    if literal is None or literal.lower() not in words.literals:
        raise ValueError(f"dates.yaml: rule {rule} asks for {name}, which no class or word is; correct it")
    return words.literals[literal.lower()]


class _Reader:
    """Reads one pattern."""

    def __init__(self, words: Lexicon, pattern: str, rule: str) -> None:
        self.words, self.rule = words, rule
        self.elements = self._expand(pattern, 0)
        self.at = 0
        self.labels: set[str] = set()

    def _expand(self, pattern: str, depth: int) -> list[str]:
        if depth > 8:
            raise ValueError(f"dates.yaml: rule {self.rule} has macros that name each other; break the ring")
        elements: list[str] = []
        for element in pattern.split():
            if element.startswith("$") and len(element) > 1:
                if element[1:] not in self.words.macros:
                    raise ValueError(f"dates.yaml: rule {self.rule} names macro {element}, which is missing; add it")
                elements += self._expand(self.words.macros[element[1:]], depth + 1)
            else:
                elements.append(element)
        return elements

    def read(self) -> _Piece:
        piece = self._alternatives()
        if self.at != len(self.elements):
            raise ValueError(f"dates.yaml: rule {self.rule} closes a bracket it never opened; balance them")
        return piece

    def _alternatives(self) -> _Piece:
        options = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        return _Piece(
            f"(?:{'|'.join(option.regex for option in options)})",
            frozenset().union(*(option.first for option in options)),
            any(option.empty for option in options),
            frozenset().union(*(option.needs for option in options)) if all(o.needs for o in options) else frozenset(),
            max(option.width for option in options),
        )

    def _sequence(self) -> _Piece:
        regex, first, empty, needs, width = "", frozenset[str](), True, frozenset[str](), 0
        while self._peek() not in (None, "|", ")", ")?"):
            piece = self._element()
            regex += piece.regex
            width += piece.width
            if empty:
                first |= piece.first
            empty = empty and piece.empty
            if piece.needs and (not needs or self._commonness(piece.needs) < self._commonness(needs)):
                needs = piece.needs
        return _Piece(regex, first, empty, needs, width)

    def _commonness(self, kinds: frozenset[str]) -> tuple[int, int]:
        return len(kinds & self.words.common), len(kinds)

    def _element(self) -> _Piece:
        element = self.elements[self.at]
        self.at += 1
        label, equals, rest = element.partition("=")
        if not equals:
            label, rest = "", element
        if rest == "(":
            inner = self._alternatives()
            closing = self._peek()
            if closing not in (")", ")?"):
                raise ValueError(f"dates.yaml: rule {self.rule} leaves a bracket open; close it")
            self.at += 1
            return self._finish(inner, label, closing == ")?")
        optional = rest.endswith("?") and len(rest) > 1
        name = rest[:-1] if optional else rest
        if name in self.words.phrases or name in NUMBER_CLASSES:
            return self._finish(self._class(name), label or name.lower(), optional)
        kinds = _kinds(self.words, self.rule, name)
        return self._finish(_Piece(f"[{kinds}]", frozenset(kinds), False, frozenset(kinds), 1), label, optional)

    def _class(self, name: str) -> _Piece:
        single = _kinds(self.words, self.rule, name)
        longer = [phrase for phrase in self.words.phrases.get(name, ()) if len(phrase) > 1]
        options = ["".join(f"[{part}]" for part in phrase) for phrase in sorted(longer, key=len, reverse=True)]
        options += [f"[{single}]"] if single else []
        first = frozenset(single).union(*(phrase[0] for phrase in longer))
        rarest = (min((frozenset(part) for part in phrase), key=self._commonness) for phrase in longer)
        needs = frozenset(single).union(*rarest)
        width = max([1, *(len(phrase) for phrase in longer)])
        return _Piece(f"(?:{'|'.join(options)})" if len(options) > 1 else options[0], first, False, needs, width)

    def _finish(self, piece: _Piece, label: str, optional: bool) -> _Piece:
        regex = piece.regex
        if label:
            # A label met again under another alternative is captured under a numbered name.
            unique, count = label, 1
            while unique in self.labels:
                count += 1
                unique = f"{label}__{count}"
            self.labels.add(unique)
            regex = f"(?P<{unique}>{regex})"
        elif optional:
            regex = f"(?:{regex})"
        if optional:
            return _Piece(regex + "?", piece.first, True, frozenset(), piece.width)
        return _Piece(regex, piece.first, piece.empty, piece.needs, piece.width)

    def _peek(self) -> str | None:
        return self.elements[self.at] if self.at < len(self.elements) else None
