"""The packaged knowledge that reading uses, loaded once and compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import KnowledgeError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORD_EDGES = re.compile(r"[\W\d_]+")


def load(name: str) -> dict[str, Any]:
    """The content of one packaged YAML file; raises KnowledgeError where it is malformed."""
    try:
        content = yaml.load((files("dragoman.knowledge") / name).read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise KnowledgeError(name, f"is not YAML: {' '.join(str(error).split())}", "correct the file") from None
    if not isinstance(content, dict):
        raise KnowledgeError(name, "is not a mapping", "see the comment at its head")
    return content


def fold(text: str) -> str:
    """Text for comparison: lower case, the Turkish dotted and dotless i as one letter."""
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i").replace("\u2019", "'")


def words_of(text: str) -> str:
    """The folded letters of a line, without counts, bullets and punctuation."""
    return _WORD_EDGES.sub(" ", fold(text)).strip()


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole-line phrases with what each stands for; a line may be several in a row."""

    meaning: dict[str, tuple[str, str]]  # phrase -> (reason, zone)
    longest: dict[str, int]  # first word -> number of words of the longest phrase that it begins

    def match(self, folded: str) -> tuple[str, str] | None:
        """Reason and strictest zone of a line that is made of phrases only, longest first; else None."""
        found: list[tuple[str, str]] = []
        words = folded.split(" ")
        at = 0
        while at < len(words):
            for length in range(self.longest.get(words[at], 0), 0, -1):
                meaning = self.meaning.get(" ".join(words[at : at + length]))
                if meaning:
                    found.append(meaning)
                    at += length
                    break
            else:
                return None
        zones = {zone for _, zone in found}
        zone = next((zone for zone in ("head", "tail", "edge") if zone in zones), "any")
        return found[0][0], zone


@dataclass(frozen=True, slots=True)
class LineRule:
    """A reason, where its lines may stand, and the pattern that a whole line must match."""

    reason: str
    zone: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class SectionRule:
    """A line that opens a stretch of furniture, and what it takes along: links or rest."""

    reason: str
    takes: str
    phrases: frozenset[str]
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class FurnitureRules:
    """All rules of `knowledge/furniture.yaml`, compiled."""

    phrases: Phrases
    lines: tuple[LineRule, ...]
    sections: tuple[SectionRule, ...]
    endings: tuple[tuple[str, re.Pattern[str]], ...]
    generic_titles: re.Pattern[str]
    captions: re.Pattern[str]
    months: dict[str, int]
    weekdays: tuple[str, ...]
    clock_zones: tuple[str, ...]
    published_labels: tuple[str, ...]
    updated_labels: tuple[str, ...]


@cache
def furniture_rules() -> FurnitureRules:
    """The rules by which lines are known as furniture."""
    name = "furniture.yaml"
    content = load(name)
    try:
        months = {
            fold(form): number
            for forms in content["months"].values()
            for number, spellings in enumerate(forms, 1)
            for form in spellings
        }
        return FurnitureRules(
            phrases=_phrases(content["lines"]),
            lines=tuple(
                LineRule(group["reason"], group["zone"], _either(group["patterns"]))
                for group in content["lines"]
                if group.get("patterns")
            ),
            sections=tuple(
                SectionRule(
                    group["reason"],
                    group["takes"],
                    frozenset(words_of(phrase) for phrase in group.get("phrases", ())),
                    _either(group["patterns"]) if group.get("patterns") else None,
                )
                for group in content["sections"]
            ),
            endings=tuple((row["reason"], re.compile(row["pattern"], re.I)) for row in content["endings"]),
            generic_titles=_either(content["generic_titles"]),
            captions=re.compile("|".join(f"(?:{pattern})" for pattern in content["captions"])),
            months=months,
            weekdays=tuple(fold(day) for day in content["weekdays"]),
            clock_zones=tuple(fold(zone) for zone in content["clock_zones"]),
            published_labels=_longest_first(content["published_labels"]),
            updated_labels=_longest_first(content["updated_labels"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(name, f"an entry is missing or of the wrong kind ({error})", "see its head") from None
    except re.error as error:
        raise KnowledgeError(name, f"the pattern {error.pattern!r} is malformed ({error.msg})", "correct it") from None


def _longest_first(labels: list[str]) -> tuple[str, ...]:
    return tuple(sorted((fold(label) for label in labels), key=lambda label: (-len(label), label)))


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def _phrases(groups: list[dict[str, Any]]) -> Phrases:
    meaning: dict[str, tuple[str, str]] = {}
    longest: dict[str, int] = {}
    for group in groups:
        for phrase in group.get("phrases", ()):
            key = words_of(phrase)
            if not key:
                continue
            meaning.setdefault(key, (group["reason"], group["zone"]))
            first, count = key.split(" ", 1)[0], key.count(" ") + 1
            longest[first] = max(count, longest.get(first, 0))
    return Phrases(meaning, longest)


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """Folded words that make a dateline, or show that it is none."""

    cities: frozenset[str]
    labels: frozenset[str]
    agencies: frozenset[str]
    notes: tuple[str, ...]
    note_words: tuple[str, ...]


@cache
def dateline_words() -> DatelineWords:
    """The words of `knowledge/datelines.yaml`."""
    content = load("datelines.yaml")
    try:
        return DatelineWords(
            frozenset(fold(city) for city in content["cities"]),
            frozenset(fold(label) for label in content["labels"]),
            frozenset(fold(word) for word in content["agencies"]),
            tuple(content["notes"]),
            tuple(content["note_words"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError("datelines.yaml", f"an entry is missing or no text ({error})", "see its head") from None
