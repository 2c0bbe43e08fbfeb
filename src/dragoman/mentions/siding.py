"""Who stands on the same side as whom in a sentence: "accompanied by X", "met X and Y"; and where a host is at home."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.opposing import encounter, first_of_list, listed, subject_of
from dragoman.mentions.serving_words import words
from dragoman.types import Token

_STEPS = 6  # of nouns and prepositions at most, between a place and the verb of hosting
_REACH = 3  # tokens at most between an office and the name of whom its holder serves


def companions(tokens: Sequence[Token], head: int) -> list[int]:
    """The heads of the phrases for those with whom a sentence has somebody come or be met, named at `head`."""
    top = first_of_list(tokens, head)
    token = tokens[top]
    if token.dep == "pobj" and tokens[token.head].dep == "agent":
        led = _led(tokens, tokens[token.head].head)
        if led is not None:
            return [k for k in [*listed(tokens, led), *listed(tokens, top)] if k != head]
    escorted = _escorted(tokens, head)
    if escorted is not None:
        return [k for k in listed(tokens, escorted) if k != head]
    if token.dep == "nsubj" and tokens[token.head].lemma in words("accompanying"):
        return [t.i for t in tokens if t.head == token.head and t.dep == "dobj"]
    if encounter(tokens, top) is None:
        return []
    return [k for k in listed(tokens, top) if k != head]


def _escorted(tokens: Sequence[Token], head: int) -> int | None:
    """Who was accompanied by a long list in which somebody is named at `head`, where no verb parts the two."""
    verb = next((t.i for t in reversed(tokens[:head]) if t.pos in ("VERB", "AUX")), None)
    if verb is None or tokens[verb].lemma not in words("accompanying") or tokens[verb].tag != "VBN":
        return None
    return _led(tokens, verb) if any(t.text.lower() == "by" for t in tokens[verb + 1 : verb + 2]) else None


def _led(tokens: Sequence[Token], verb: int) -> int | None:
    """The head of the phrase for whom others are said to accompany."""
    if tokens[verb].lemma not in words("accompanying"):
        return None
    if tokens[verb].dep == "acl":
        return tokens[verb].head  # "X, accompanied by Y, left"
    if tokens[verb].dep == "advcl" and tokens[verb].tag == "VBN":
        return subject_of(tokens, tokens[verb].head)
    return subject_of(tokens, verb)


def hosting_places(tokens: Sequence[Token], head: int) -> list[int]:
    """The tokens of the places where somebody is said to receive others: he is at home there."""
    top = first_of_list(tokens, head)
    verb = tokens[top].head
    if tokens[top].dep != "nsubj" or tokens[verb].lemma not in words("hosting"):
        return []
    inside = (t for t in tokens if t.dep == "pobj" and tokens[t.head].text.lower() in ("in", "at"))
    return [t.i for t in inside if _below(tokens, t, verb)]


def _below(tokens: Sequence[Token], token: Token, verb: int) -> bool:
    """True of a token that hangs on a verb by prepositions and nouns."""
    for _ in range(_STEPS):
        if token.head == verb:
            return True
        if token.dep not in ("pobj", "prep", "dobj", "conj"):
            return False
        token = tokens[token.head]
    return False


def served_by(tokens: Sequence[Token], last: int, begins: int, servant: bool) -> bool:
    """True of an office that ends at `last`, and somebody whose titles and name begin at `begins`, whom it serves.

    "A minister under the former US President X"; of a `servant` also "the adviser to X".
    """
    between = [t.text.lower() for t in tokens[last:begins]]
    if not between or len(between) > _REACH or "," in between:
        return False
    return between[0] == "under" or (servant and between[0] in ("to", "for"))
