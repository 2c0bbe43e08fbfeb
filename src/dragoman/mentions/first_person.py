"""Who says "I" and "we" in a quotation: "'I met him in Oslo,' the minister said"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.mentions.spots import Spot
from dragoman.types import Token

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_EITHER = frozenset(('"', "``", "''"))
_SELF = frozenset(("I", "We", "we", "me", "us"))
_FORMS = frozenset(("name", "title", "role", "pronoun"))


def first_persons(tokens: Sequence[Token]) -> list[int]:
    """The tokens of "I", "we", "me" and "us" inside quotation marks."""
    inside = quoted(tokens)
    return [t.i for t in tokens if t.text in _SELF and t.i in inside]


def quoted(tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens inside quotation marks; where only one mark stands, what is before or after it by its spacing."""
    marks = [t for t in tokens if t.text in _OPENING or t.text in _CLOSING or t.text in _EITHER]
    out: set[int] = set()
    opened = 0 if marks and _closes(tokens, marks[0]) else None
    for mark in marks:
        if opened is None:
            opened = mark.i + 1
        else:
            out.update(range(opened, mark.i))
            opened = None
    if opened is not None:
        out.update(range(opened, len(tokens)))
    return frozenset(out)


def goes_on(tokens: Sequence[Token]) -> bool:
    """True where a sentence ends inside a quotation: who says it stands after a later one."""
    return len(tokens) - 1 in quoted(tokens)


def speaker(tokens: Sequence[Token], spots: Sequence[Spot], saying: Collection[str]) -> int | None:
    """The referent who is said to say what a sentence quotes, or None."""
    inside = quoted(tokens)
    for spot in spots:
        head = tokens[spot.head]
        verb = tokens[head.head]
        said = head.dep == "nsubj" and verb.lemma in saying and verb.i not in inside and head.i not in inside
        if said and spot.form in _FORMS and len(spot.referents) == 1:
            return spot.referents[0]
    return None


def _closes(tokens: Sequence[Token], mark: Token) -> bool:
    """True of a first mark that ends a quotation which an earlier sentence began."""
    if mark.text in _CLOSING:
        return True
    after = tokens[mark.i + 1] if mark.i + 1 < len(tokens) else None
    before = tokens[mark.i - 1] if mark.i else None
    glued = before is not None and before.end == mark.start
    return mark.text not in _OPENING and glued and (after is None or after.start > mark.end)
