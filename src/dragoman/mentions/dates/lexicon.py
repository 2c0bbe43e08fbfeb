"""The words of time, read from knowledge/dates.yaml, and the tokens a text falls into."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

UNKNOWN, PLURAL, BREAK = "x", "y", "z"
# One character for each kind of number, in the private use area, so that no pattern need escape it.
SMALL, MIDDLE, LARGE, ZERO, COUNT, YEAR, DECIMAL, ORDDIGIT = (chr(0xF000 + index) for index in range(8))
SHORTYEAR, DECADE, SHORTDECADE, ISODATE, NUMDATE, CLOCK, DOTCLOCK = (chr(0xF100 + index) for index in range(7))
NUMBER_CLASSES = {
    "DAY": SMALL + MIDDLE + LARGE,
    "HOUR": ZERO + SMALL + MIDDLE,
    "NUM": SMALL + MIDDLE + LARGE + ZERO + COUNT + DECIMAL + DOTCLOCK,
    "YEAR": YEAR,
    "ORDDIGIT": ORDDIGIT,
    "SHORTYEAR": SHORTYEAR,
    "DECADE": DECADE,
    "SHORTDECADE": SHORTDECADE,
    "ISODATE": ISODATE,
    "NUMDATE": NUMDATE,
    "CLOCK": CLOCK,
    "DOTCLOCK": DOTCLOCK,
    "PLURAL": PLURAL,
}
_WRAPPED_LEAST, _WRAPPED_MOST = 45, 110  # characters in a line that an editor wrapped

_TOKEN = re.compile(
    r"""
    (?P<newline>\n)
  | (?P<word>[^\W\d_](?:\.[mM]\b\.?|\w*))
  | (?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z\b|[+-]\d{2}:?\d{2}\b)?)?)
  | (?P<numdate>\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d]|[-/.]\d))
  | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
  | (?P<decade>(?:\d{3}0|['’‘]?\d0)['’]?s\b)
  | (?P<shortyear>['’‘]\d{2}(?!\w))
  | (?P<ordinal>\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
  | (?P<grouped>\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?)
  | (?P<decimal>\d+\.\d+)
  | (?P<int>\d+)
  | (?P<genitive>['’][sS]\b)
  | (?P<sign>[^\w\s]|_)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What dates.yaml says: classes of words with their values, and a character for every surface form."""

    classes: Mapping[str, Mapping[str, Any]]  # class -> word in lower case -> value
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]  # class -> alternatives, each the kinds of its words in order
    kinds: Mapping[str, str]  # surface form -> kind
    literals: Mapping[str, str]  # lower-case word of a pattern -> the kinds of its forms
    common: frozenset[str]  # kinds of words that stand everywhere
    macros: Mapping[str, str]
    rules: tuple[Mapping[str, Any], ...]

    def value(self, name: str, word: str) -> Any:
        """What a word stands for in a class, or None."""
        return self.classes[name].get(word.lower())


def forms(word: str) -> tuple[str, ...]:
    """The surface forms a word of the lexicon matches: a capital in the entry asks for one in the text."""
    if word.isupper():
        return (word,)
    if word[:1].isupper():
        return (word, word.upper())
    return tuple(dict.fromkeys((word, word[:1].upper() + word[1:], word.upper())))


@functools.cache
def load() -> Lexicon:
    """Read the lexicon once."""
    source = resources.files("dragoman.knowledge").joinpath("dates.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    classes: dict[str, dict[str, Any]] = {
        name: {str(word): value for word, value in words.items()} for name, words in data["words"].items()
    }
    classes["FIXED"] = {phrase: value for value, phrases in data["fixed"].items() for phrase in phrases}
    vocabulary: dict[str, None] = {}
    for words in classes.values():
        for word in words:
            for part in split(word):
                vocabulary.update(dict.fromkeys(forms(part)))
    for pattern in _patterns(data):
        for element in pattern.split():
            if literal := literal_of(element):
                vocabulary.update(dict.fromkeys(forms(literal)))
    kinds = {form: chr(0xE000 + index) for index, form in enumerate(vocabulary)}
    literals: dict[str, str] = {}
    for form, kind in kinds.items():
        literals[form.lower()] = literals.get(form.lower(), "") + kind
    phrases = {
        name: tuple(tuple("".join(kinds[form] for form in forms(part)) for part in split(word)) for word in words)
        for name, words in classes.items()
    }
    lowered = {name: {word.lower(): value for word, value in words.items()} for name, words in classes.items()}
    common = frozenset(kind for word in data["common"] for kind in literals.get(word, "")) | set(NUMBER_CLASSES["NUM"])
    return Lexicon(lowered, phrases, kinds, literals, common, data["macros"], tuple(data["rules"]))


def _patterns(data: Mapping[str, Any]) -> Iterator[str]:
    yield from data["macros"].values()
    for rule in data["rules"]:
        yield rule["pattern"]
        for side in ("before", "after", "not_before", "not_after"):
            yield from rule.get(side, ())


def literal_of(element: str) -> str | None:
    """The word or sign that an element of a pattern asks for as written, or None where it is a class or grouping."""
    bare = element.split("=")[-1]
    bare = bare[:-1] if bare.endswith("?") and len(bare) > 1 else bare
    if bare in ("(", ")", "|", "") or bare.startswith("$") and len(bare) > 1 or bare[0].isalpha() and bare.isupper():
        return None
    return bare[1:] if bare.startswith("\\") else bare


def split(phrase: str) -> tuple[str, ...]:
    """The tokens of an entry of the lexicon, as the tokenizer would cut them."""
    return tuple(match.group() for match in _TOKEN.finditer(phrase))


def scan(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """The tokens of a stretch of text, one pass: the kind of each and where it stands.

    The end of a line is a break, unless the line is as long as lines are that were wrapped.
    """
    known = load().kinds.get
    line = start
    for match in _TOKEN.finditer(text, start, end):
        kind = known(match[0])
        if kind is None:
            group = match.lastgroup
            if group == "word":
                kind = PLURAL if match[0][-1] == "s" and match[0].islower() else UNKNOWN
            elif group == "newline":
                wrapped = _WRAPPED_LEAST <= match.start() - line <= _WRAPPED_MOST
                line = match.end()
                if wrapped:
                    continue
                kind = BREAK
            else:
                kind = UNKNOWN if group == "sign" else _KINDS[group or ""](match[0])
        yield kind, match


def _number_kind(digits: str) -> str:
    if len(digits) > 4:
        return COUNT
    number = int(digits)
    if len(digits) == 4:
        return YEAR if 1900 <= number <= 2100 else COUNT
    if number == 0:
        return ZERO
    if number <= 12:
        return SMALL
    if number <= 24:
        return MIDDLE
    return LARGE if number <= 31 else COUNT


def _decimal_kind(text: str) -> str:
    whole, _, part = text.partition(".")
    return DOTCLOCK if len(part) == 2 and len(whole) <= 2 and int(whole) < 24 and int(part) < 60 else DECIMAL


def _clock_kind(text: str) -> str:
    parts = [int(part) for part in text.split(":")]
    return CLOCK if parts[0] <= 24 and all(part < 60 for part in parts[1:]) else UNKNOWN


def _ordinal_kind(text: str) -> str:
    return ORDDIGIT if 1 <= int(text[:-2]) <= 31 else UNKNOWN


_KINDS = {
    "int": _number_kind,
    "genitive": lambda text: load().kinds.get(text.replace("’", "'"), UNKNOWN),
    "iso": lambda _: ISODATE,
    "numdate": lambda _: NUMDATE,
    "sep": lambda _: NUMDATE,
    "clock": _clock_kind,
    "decade": lambda text: SHORTDECADE if len(text) == 3 else DECADE,
    "shortyear": lambda _: SHORTYEAR,
    "ordinal": _ordinal_kind,
    "grouped": lambda _: COUNT,
    "decimal": _decimal_kind,
}
