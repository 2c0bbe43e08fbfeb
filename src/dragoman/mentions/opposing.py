"""Who stands on another side than whom in a sentence: "X received Y", "X and Y co-chaired the talks"; and who hosts."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.serving_words import words
from dragoman.types import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_STEPS = 8  # of conjuncts, appositions and clauses at most, between a name and its verb


def opposite(tokens: Sequence[Token], head: int) -> list[int]:
    """The heads of the phrases for those whom a sentence has meet somebody, whose name has its head at `head`.

    The two that one verb joins ("X and Y met") stand on two sides only where nobody else is met.
    """
    top = first_of_list(tokens, head)
    if tokens[top].dep in _SUBJECTS:
        verb = tokens[top].head
        both = listed(tokens, top)
        joint = tokens[verb].lemma in words("joint") and len(both) == 2 and not _others(tokens, verb)
        return [k for k in both if k != head] if joint else _objects(tokens, verb)
    met = encounter(tokens, top)
    subject = subject_of(tokens, met) if met is not None else None
    return [] if subject is None else listed(tokens, subject)


def is_subject(tokens: Sequence[Token], head: int) -> bool:
    """True of a word of a name that, alone or in a list, is the subject of a verb."""
    for _ in range(_STEPS):
        if tokens[head].dep not in ("compound", "conj", "appos", "nmod"):
            break
        head = tokens[head].head
    return tokens[head].dep in _SUBJECTS


def welcomed_to(tokens: Sequence[Token], head: int) -> int | None:
    """The token of the place to which the bearer of a name welcomes others: he is at home there."""
    for t in tokens:
        if t.dep != "pobj" or tokens[t.head].text.lower() != "to":
            continue
        verb = tokens[t.head].head
        if tokens[verb].pos == "NOUN" and tokens[verb].dep == "dobj":
            verb = tokens[verb].head  # "welcomed the Kenyan delegation to Uganda"
        if tokens[verb].lemma not in words("welcoming"):
            continue
        subject = subject_of(tokens, verb)
        if subject is not None and first_of_list(tokens, head) == subject and tokens[subject].dep == "nsubj":
            return t.i
        if tokens[verb].dep == "relcl" and tokens[verb].head == head:
            return t.i
    return None


def encounter(tokens: Sequence[Token], top: int) -> int | None:
    """The verb of meeting of which a phrase is an object: "met X", "called on X", "talks with X", "received by X"."""
    token = tokens[top]
    verb = token.head
    if token.dep == "pobj":
        prep = tokens[token.head]
        if prep.text.lower() == "to" and tokens[prep.head].lemma in words("addressing"):
            return prep.head  # "spoke to X"
        if prep.text.lower() not in ("with", "on", "by"):
            return None
        verb = prep.head
        for _ in range(3):  # "held talks and a working lunch with X"
            if tokens[verb].lemma == "call" and tokens[verb].dep == "dobj":
                return tokens[verb].head  # "paid a courtesy call on X"
            if tokens[verb].pos == "NOUN" and tokens[verb].dep in ("dobj", "pobj", "prep", "conj"):
                verb = tokens[verb].head
                continue
            break
    elif token.dep != "dobj":
        return None
    known = words("encounters") if token.dep == "dobj" or tokens[token.head].text.lower() != "with" else words("joint")
    return verb if tokens[verb].lemma in known | words("encounters") else None


def _objects(tokens: Sequence[Token], verb: int) -> list[int]:
    """The heads of the phrases for those whom the subject of a verb meets: "received X and held talks with Y"."""
    verbs = listed(tokens, verb)
    found = []
    for t in tokens[verb + 1 :]:
        if t.dep in ("dobj", "pobj") and t.pos in ("PROPN", "NOUN"):
            met = encounter(tokens, t.i)
            if met in verbs:
                found.extend(listed(tokens, t.i))
    return found


def subject_of(tokens: Sequence[Token], verb: int) -> int | None:
    """The head of the subject of a verb, also of one that shares it with another verb; None without one."""
    for _ in range(_STEPS):
        subjects = (t for t in tokens if t.head == verb and t.dep in _SUBJECTS)
        found = next((t.i for t in subjects if t.tag not in ("WP", "WDT")), None)
        if found is not None:
            return found
        if tokens[verb].dep == "relcl":
            return tokens[verb].head
        if tokens[verb].dep not in ("conj", "xcomp", "advcl", "ccomp") or tokens[verb].head == verb:
            return None
        verb = tokens[verb].head
    return None


def first_of_list(tokens: Sequence[Token], head: int) -> int:
    """The head of the phrase with which the list begins in which a phrase stands; its own head outside of lists."""
    for _ in range(_STEPS):
        if tokens[head].dep not in ("conj", "appos") or tokens[head].head >= head:
            break
        head = tokens[head].head
    return head


def listed(tokens: Sequence[Token], top: int) -> list[int]:
    """A phrase and all that is coordinated with it."""
    found = [top]
    for t in tokens[top + 1 :]:
        if t.dep == "conj" and t.head in found:
            found.append(t.i)
    return found


def _others(tokens: Sequence[Token], verb: int) -> bool:
    """True where a verb of meeting has somebody else to meet: "X and Y met Z"."""
    met = any(t.head == verb and t.dep == "dobj" and t.pos in ("PROPN", "PRON") for t in tokens)
    return met or any(t.head == verb and t.text.lower() == "with" for t in tokens)
