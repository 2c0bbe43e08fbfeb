"""Reading titles.yaml and names.yaml into entries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import KnowledgeError
from dragoman.knowledge.entries import Head, Honorific, Names, Rank, Titles
from dragoman.knowledge.files import Fields, layers, mapping, texts

_HEAD = frozenset(("head", "plural", "forms", "bare", "state"))
_RANK = frozenset(("rank", "forms", "plural", "also_word"))
_HONORIFIC = frozenset(("word", "gender", "forms"))
_TITLE_SECTIONS = (
    "heads", "ranks", "honorifics", "modifiers", "still_in_office", "held_at_the_time", "callings", "domains",
    "collective",
)  # fmt: skip
_NAME_SECTIONS = ("given", "particles", "joined", "suffixes", "family_first")


def titles(folder: Path | None) -> Titles:
    """The words of titles; raises KnowledgeError."""
    heads: dict[str, Head] = {}
    ranks: dict[str, Rank] = {}
    honorifics: dict[str, Honorific] = {}
    modifiers: dict[str, tuple[str, ...]] = {}
    callings: dict[str, tuple[str, ...]] = {}
    domains: dict[str, tuple[str, ...]] = {}
    lists: dict[str, tuple[str, ...]] = {"still_in_office": (), "held_at_the_time": (), "collective": ()}
    for path in layers("titles.yaml", folder):
        data = mapping(path)
        _only(path, data, _TITLE_SECTIONS)
        for cls, items in _lists(path, data, "heads").items():
            for item in items:
                head = _head(path, cls, item)
                heads[head.word] = head
        for item in _list(path, data, "ranks"):
            rank = _rank(path, item)
            ranks[rank.word] = rank
        for item in _list(path, data, "honorifics"):
            honorific = _honorific(path, item)
            honorifics[honorific.word] = honorific
        _extend(modifiers, path, "modifiers", data)
        _extend(callings, path, "callings", data)
        _extend(domains, path, "domains", data)
        for key in lists:
            lists[key] = _joined(lists[key], texts(str(path), key, data.get(key)))
    return Titles(
        heads=tuple(heads.values()),
        ranks=tuple(ranks.values()),
        honorifics=tuple(honorifics.values()),
        modifiers=modifiers,
        still_in_office=frozenset(lists["still_in_office"]),
        held_at_the_time=frozenset(lists["held_at_the_time"]),
        callings=callings,
        domains=domains,
        collective=frozenset(lists["collective"]),
    )


def names(folder: Path | None) -> Names:
    """What personal names are made of; raises KnowledgeError."""
    gender: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {key: () for key in _NAME_SECTIONS if key != "given"}
    for path in layers("names.yaml", folder):
        data = mapping(path)
        _only(path, data, _NAME_SECTIONS)
        here: dict[str, str] = {}
        for sex, given in _lists(path, data, "given").items():
            if sex not in ("male", "female", "either"):
                raise KnowledgeError(f"{path}: given", f"{sex!r} is no key here", "use male, female or either")
            for name in texts(f"{path}: given", sex, given):
                if here.setdefault(name, sex) != sex:
                    why = f"{name!r} stands under {here[name]} and {sex}"
                    raise KnowledgeError(f"{path}: given", why, "put it under either")
        gender.update(here)
        for key in lists:
            lists[key] = _joined(lists[key], texts(str(path), key, data.get(key)))
    return Names(
        gender=gender,
        particles=frozenset(lists["particles"]),
        joined=lists["joined"],
        suffixes=frozenset(lists["suffixes"]),
        family_first=frozenset(lists["family_first"]),
    )


def _head(path: Path, cls: str, item: object) -> Head:
    if isinstance(item, str):
        return Head(item, cls, (item,), (item + "s",), True, None)
    f = Fields(path, f"heads, {cls}: {item}", item, _HEAD)
    word = f.text("head")
    forms = (word, *f.texts("forms"))
    return Head(word, cls, forms, _plurals(f, item, forms), f.flag("bare", True), f.maybe("state"))


def _rank(path: Path, item: object) -> Rank:
    f = Fields(path, f"ranks: {item}", item, _RANK)
    word = f.text("rank")
    forms = (word, *f.texts("forms"))
    short = tuple(
        form[:-1] + ending for form in forms if form.endswith(".") and " " not in form for ending in ("s.", "s")
    )
    return Rank(word, forms, (*_plurals(f, item, forms), *short), f.flag("also_word", False))


def _honorific(path: Path, item: object) -> Honorific:
    f = Fields(path, f"honorifics: {item}", item, _HONORIFIC)
    word = f.text("word")
    gender = None if f.maybe("gender") is None else f.one_of("gender", ("male", "female"), "")
    return Honorific(word, (word, *f.texts("forms")), gender)


def _plurals(f: Fields, item: object, forms: tuple[str, ...]) -> tuple[str, ...]:
    """The plural given, if any ("" for none), else each spelling that is no abbreviation with an s."""
    if isinstance(item, Mapping) and "plural" in item:
        return () if item["plural"] == "" else (f.text("plural"),)
    return tuple(form + "s" for form in forms if not form.endswith((".", "s")))


def _only(path: Path, data: Mapping[str, Any], sections: tuple[str, ...]) -> None:
    for key in data:
        if key not in sections:
            raise KnowledgeError(str(path), f"has no section {key!r}", f"use one of {', '.join(sections)}")


def _list(path: Path, data: Mapping[str, Any], section: str) -> list[Any]:
    value = data.get(section)
    if value is None:
        return []
    if not isinstance(value, list):
        raise KnowledgeError(f"{path}: {section}", "is no list", "begin each entry with a dash")
    return value


def _lists(path: Path, data: Mapping[str, Any], section: str) -> dict[str, list[Any]]:
    value = data.get(section)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise KnowledgeError(f"{path}: {section}", "is not a mapping of lists", "write NAME: [one, two]")
    return {str(key): _list(path, value, key) for key in value}


def _extend(into: dict[str, tuple[str, ...]], path: Path, section: str, data: Mapping[str, Any]) -> None:
    for key, items in _lists(path, data, section).items():
        into[key] = _joined(into.get(key, ()), texts(f"{path}: {section}", key, items))


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
