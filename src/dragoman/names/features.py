"""What two names have in common and what parts them, as a short list of named figures."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Indel

from dragoman.names.alignment import Alignment, Pair, aligned
from dragoman.names.lexicon import lexicon
from dragoman.names.parts import Parts
from dragoman.names.words import two_names, two_sexes


class Feature(NamedTuple):
    """One thing that two names share or that parts them, from 0 (not so) to 1 (wholly so), and the words behind it."""

    name: str
    value: float
    detail: str = ""


MEANING = {
    "words alike": "how alike the words are that stand for each other, over the words of the shorter name",
    "letters alike": "how alike the names are as strings, blanks, order and spellings of one word aside",
    "same": "both names are the same, but for accents, script, case and blanks",
    "spelling": "share of the words that are one word in two spellings or transliterations",
    "sounds": "share of the words that are written apart and have the same consonants",
    "altered": "share of the words that differ by a letter or two",
    "first letter": "a word differs in its first letter",
    "other initial": "an initial of one name stands for no word of the other, which has a word to spare",
    "initial": "share of the words that stand as an initial in one name",
    "more on one side": "share of the words of the longer name that the shorter one leaves out",
    "both have more": "share of the words that only one name has, where each has such words",
    "one word": "no more than one whole word stands in both names",
    "other order": "the words stand in another order, and no comma says so",
    "other given name": "the given names are known to be two",
    "other sex": "one is a man's name and one a woman's, by the given name or by the ending of the family name",
    "other father": "the fathers' names (patronymics) are two",
    "other country": "a state stands in one name only, or two states stand in the two",
    "other number": "a number differs, or only one name has it",
    "other legal form": "the legal forms differ",
    "suffix": "one is the elder or younger (Jr., III), the other is not",
}
FEATURES = tuple(MEANING)
# What speaks for one name; all else speaks against, so that no weight may say the contrary of its feature.
FOR = frozenset(("words alike", "letters alike", "same", "spelling", "sounds", "initial"))


def features(a: Parts, b: Parts) -> tuple[Feature, ...]:
    """The features of two names of one sort, those that are 0 left out; none where either name has no word."""
    if not a.words or not b.words:
        return ()
    if b.texts < a.texts:  # the same pairs whichever comes first
        a, b = b, a
    return tuple([Feature(name, value) for name, value in _all(a, b, aligned(a, b))])


def told(a: Parts, b: Parts) -> tuple[Feature, ...]:
    """The same features with the words behind them, those of `a` first."""
    if not a.words or not b.words:
        return ()
    found = aligned(b, a).turned() if b.texts < a.texts else aligned(a, b)
    return tuple(f._replace(detail=_detail(f.name, a, b, found)) for f in features(a, b))


def _all(a: Parts, b: Parts, found: Alignment) -> list[tuple[str, float]]:
    pairs, left_i, left_j = found
    left_a, left_b = _weight(a, left_i), _weight(b, left_j)
    shorter, longer = (a.weight, b.weight) if a.weight < b.weight else (b.weight, a.weight)
    same = a.joined == b.joined
    alike = worth = spelt = sounds = altered = initial = 0.0
    whole = 0
    differing: list[Pair] = []
    for pair in pairs:
        weight, how = pair.weight, pair.how
        worth += weight
        alike += weight * pair.value
        if how == "initial":
            initial += weight
            continue
        if weight > 0.5:
            whole += 1
        if how == "altered":
            altered += weight
            differing.append(pair)
        elif how == "sound":
            sounds += weight
        elif how != "same":
            spelt += weight
    worth = worth or 1.0
    out: list[tuple[str, float]] = []
    if alike:
        out.append(("words alike", min(1.0, alike / shorter)))
    if same:
        out += [("letters alike", 1.0), ("same", 1.0)]
    else:
        out.append(("letters alike", _letters(a, b, found)))
        if whole <= 1:
            out.append(("one word", 1.0))
    if spelt:
        out.append(("spelling", spelt / worth))
    if sounds:
        out.append(("sounds", sounds / worth))
    if altered:
        out.append(("altered", altered / worth))
    if initial:
        out.append(("initial", initial / worth))
    if left_a and left_b:
        out.append(("both have more", min(1.0, min(left_a, left_b) / shorter)))
    elif left_a or left_b:
        out.append(("more on one side", (left_a or left_b) / longer))
    if differing and any(_text(a, p.a)[0] != _text(b, p.b)[0] for p in differing):
        out.append(("first letter", 1.0))
    if a.sort == "person":
        if _turned(a, b, found):
            out.append(("other order", 1.0))
        if a.suffix != b.suffix:
            out.append(("suffix", 1.0))
        if not same and (differing or spelt or sounds or (left_i and left_j)):
            out += _apart(a, b, found)
    else:
        if a.numbers != b.numbers:
            out.append(("other number", 1.0))
        if a.countries != b.countries:
            out.append(("other country", 1.0))
        if a.forms and b.forms and not a.forms & b.forms:
            out.append(("other legal form", 1.0))
    return out


def _apart(a: Parts, b: Parts, found: Alignment) -> list[tuple[str, float]]:
    """What tells two persons apart where words differ."""
    differing = [(_text(a, p.a), _text(b, p.b), p.how) for p in found.pairs if p.how not in ("same", "initial")]
    left = [(a.texts[i], b.texts[j]) for i in found.left_a for j in found.left_b]
    initials = bool(found.left_a and found.left_b) and (
        any(len(a.texts[i]) == 1 for i in found.left_a) or any(len(b.texts[j]) == 1 for j in found.left_b)
    )
    endings = lexicon().patronymics
    fathers = any(a.texts[i].endswith(endings) for i in found.left_a) and any(
        b.texts[j].endswith(endings) for j in found.left_b
    )
    given = [(x, y) for x, y, how in differing if how in ("altered", "sound")] + left
    sexes = [(x, y) for x, y, how in differing if how != "short form"] + left
    found_apart = {
        "other given name": any(two_names(x, y) for x, y in given),
        "other sex": any(two_sexes(x, y) for x, y in sexes),
        "other initial": initials,
        "other father": fathers,
    }
    return [(name, 1.0) for name, so in found_apart.items() if so]


def _weight(parts: Parts, indexes: tuple[int, ...]) -> float:
    return sum([parts.words[i].weight for i in indexes]) if indexes else 0.0


def _text(parts: Parts, indexes: tuple[int, ...]) -> str:
    return parts.texts[indexes[0]] if len(indexes) == 1 else "".join(parts.texts[i] for i in indexes)


def _letters(a: Parts, b: Parts, found: Alignment) -> float:
    """How alike the letters are, blanks and order aside, where one word in two spellings counts as the same."""
    straight: float = Indel.normalized_similarity(a.joined, b.joined)
    order = [j for p in found.pairs for j in p.b]
    if order == sorted(order) and all(p.how not in _SPELT for p in found.pairs):
        return straight
    turned = [_text(a, p.a) if p.how in _SPELT else _text(b, p.b) for p in found.pairs]
    return max(straight, Indel.normalized_similarity(a.joined, "".join([*turned, *(b.texts[j] for j in found.left_b)])))


_SPELT = ("spelling", "short form")


def _turned(a: Parts, b: Parts, found: Alignment) -> bool:
    if a.turned or b.turned:
        return False
    places = [p.b[0] for p in found.pairs if p.weight > 0.5]
    return places != sorted(places)


def _detail(name: str, a: Parts, b: Parts, found: Alignment) -> str:
    """The words behind a feature."""
    if name in _HOWS:
        hows = _HOWS[name]
        return ", ".join(f"{_text(a, p.a)} = {_text(b, p.b)}" for p in found.pairs if not hows or p.how in hows)
    if name in ("more on one side", "both have more", "other given name", "other father", "other initial"):
        sides = (" ".join(p.texts[i] for i in left) for p, left in ((a, found.left_a), (b, found.left_b)))
        return " / ".join(side for side in sides if side)
    if name == "other legal form":
        return f"{', '.join(sorted(a.forms))} / {', '.join(sorted(b.forms))}"
    if name == "other number":
        return f"{' '.join(a.numbers) or 'none'} / {' '.join(b.numbers) or 'none'}"
    if name == "other country":
        return f"{' '.join(sorted(a.countries)) or 'none'} / {' '.join(sorted(b.countries)) or 'none'}"
    return f"{a.suffix or 'none'} / {b.suffix or 'none'}" if name == "suffix" else ""


_HOWS: dict[str, tuple[str, ...]] = {
    "words alike": (),
    "spelling": ("spelling", "short form"),
    "sounds": ("sound",),
    "altered": ("altered",),
    "initial": ("initial",),
}
