"""Items of one sentence of which one tells what the other is: "helicopters Mi-24", "missiles for the launchers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.mentions.item import Item
from dragoman.mentions.pieces import DEFINITE, MEASURES, REACH
from dragoman.types import Token

_LIST = 10  # tokens that may part two items of one list
_VARIANT = 2  # tokens between two variants of one system: the letter of the first, and "and"
# Words beside a number or an adjective by which it is told of which kind arms are.
_TELLING_NUMBER = 6  # from which on two of one number are hardly two things


def called(found: Sequence[Item], low: Sequence[str]) -> list[Item]:
    """The items, with "[helicopters] Mi-24" and "[aircraft] of the T-50 type" as one: the noun says what it is."""
    nouns = {i.last: i for i in found if i.family is None and i.modifies is None}
    behind = [
        (i, nouns[k]) for i in found if i.family is not None and (k := _before_name(low, i.first)) in nouns
    ]
    whole = {id(i): replace(i, first=noun.first) for i, noun in behind}
    gone = {id(noun) for _, noun in behind}
    return [whole.get(id(i), i) for i in found if id(i) not in gone]


def described(found: Sequence[Item], tokens: Sequence[Token]) -> list[Item]:
    """The items, with "K9 155mm, [52-calibre self-propelled howitzers]" as one: between stands only of which kind."""
    out: list[Item] = []
    for item in found:
        last = out[-1] if out else None
        between = tokens[last.last : item.first] if last is not None else ()
        kind = [t for t in between if t.pos == "ADJ" or t.text[:1].isdigit() or t.text.lower() in MEASURES]
        if (
            last is None
            or not kind
            or last.family is None
            or item.family is not None
            or item.category != last.category
            or len(between) > _LIST
            or any(t not in kind and t.text not in (",", "-") for t in between)
            or any(t.text.isdigit() and t.head == item.last - 1 for t in between)  # "Leopards, 20 tanks"
        ):
            out.append(item)
        else:
            out[-1] = replace(last, last=item.last, modifies=item.modifies)
    return out


def twice(found: Sequence[Item], low: Sequence[str]) -> list[Item]:
    """The items, with "rocket systems ([HIMARS])" as one: what stands in brackets is its name once more."""
    out: list[Item] = []
    for item in found:
        last = out[-1] if out else None
        inside = last is not None and low[last.last : item.first] == ["("] and low[item.last : item.last + 1] == [")"]
        if last is None or not inside or item.quantity is not None or item.category != last.category:
            out.append(item)
        elif last.family is None:
            name = last.name if item.family is None else item.name
            out[-1] = replace(
                item,
                name=name,
                first=last.first,
                last=item.last + 1,
                quantity=last.quantity,
                of=last.of,
                unit=last.unit,
            )
        else:
            out[-1] = replace(last, last=item.last + 1)
    return out


def one_more(tokens: Sequence[Token], item: Item, more: Item) -> Item | None:
    """Both as one in "three Gripen E and one Gripen F": of one system and one list, so that their numbers add up."""
    first, second = item.quantity, more.quantity
    between = [t.text.lower() for t in tokens[item.last : more.first]]
    if first is None or second is None or item.family != more.family or "and" not in between[-1:]:
        return None
    if isinstance(first.value, str) or isinstance(second.value, str) or item.family is None or len(between) > _VARIANT:
        return None
    total = replace(first, end=second.end, value=first.value + second.value)
    name = item.name if item.name == more.name else item.family
    return replace(item, end=more.end, last=more.last, quantity=total, name=name)


def in_list(tokens: Sequence[Token], item: Item, others: Sequence[Item]) -> bool:
    """True of "drones" in "bought Rafale jets from Paris, drones from Ankara": it goes on with a list of arms."""
    sure = [o for o in others if not o.doubtful and o.last <= item.first and o.modifies is None]
    before = tokens[item.first - 1].text.lower()
    if not sure or tokens[item.last - 1].tag != "NNS" or before not in (",", "and", "or", ";"):
        return False
    between = tokens[sure[-1].last : item.first]
    return len(between) <= _LIST and all(t.pos not in ("VERB", "AUX", "PRON", "SCONJ") for t in between)


def _before_name(low: Sequence[str], first: int) -> int:
    """Where what stands before a name ends: right there, or before the "of the" of "of the T-50 type"."""
    k = first
    while k > 0 and low[k - 1] in DEFINITE:
        k -= 1
    return k - 1 if k > 0 and low[k - 1] == "of" else first


def by_number(item: Item, found: Sequence[Item], before: Sequence[Item]) -> Item:
    """ "19 jets" on a page that told of 19 Gripens: the same, by their number."""
    if item.family is not None or item.quantity is None or isinstance(item.quantity.value, str):
        return item
    if item.quantity.value < _TELLING_NUMBER:
        return item
    for other in (*(o for o in found if o.last <= item.first), *reversed(before)):
        same = other.family is not None and other.category == item.category and other.quantity is not None
        if same and other.quantity is not None and other.quantity.value == item.quantity.value:
            return replace(item, name=other.name, family=other.family, makers=other.makers)
    return item


def fired_by(found: Sequence[Item], low: Sequence[str]) -> list[Item]:
    """ "30 missiles for the NASAMS launchers" are 30 NASAMS missiles; the launchers are not dealt in."""
    out = list(found)
    for item, system in zip(found, found[1:], strict=False):
        between = low[item.last : system.first]
        fits = item.family is None and item.category in ("missile", "ammunition", "air_defence")
        if not fits or system.family is None or between[:1] != ["for"] or not set(between[1:]) <= DEFINITE:
            continue
        if item.category == "ammunition":
            merged = replace(item, name=f"{system.name} {item.name}", makers=system.makers)
        else:
            merged = replace(item, name=system.name, family=system.family, makers=system.makers)
        out = [merged if o is item else o for o in out if o is not system]
    return out


def counts_next(item: Item, others: Sequence[Item], low: Sequence[str]) -> bool:
    """True of "rounds" in "500 rounds of tank ammunition": they are pieces of what follows."""
    if not item.doubtful or low[item.last : item.last + 1] != ["of"]:
        return False
    return any(item.last < o.first <= item.last + REACH and o.category == item.category for o in others)
