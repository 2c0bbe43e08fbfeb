"""Clauses taken in two to stress a part: "It was X who flew to Lima", "It was with X that the general held talks"."""

from __future__ import annotations

from dragoman.facts.predicates.tree import RELATIVE_TAGS, Tree

_NAMELIKE = ("NOUN", "PROPN", "PRON")


def join_cleft(tree: Tree, i: int) -> None:
    """Give what "it was" stresses back to the clause: as what a relative clause is about, or as its own phrase."""
    if tree.lemma[i] != "be" or not any(tree.dep[k] == "nsubj" and tree.low[k] == "it" for k in tree.kids[i]):
        return
    clause = next((k for k in tree.kids[i] if k > i and tree.dep[k] in ("ccomp", "conj") and tree.verb[k]), -1)
    if clause < 0:
        return
    stressed = [k for k in tree.kids[i] if i < k < clause and tree.dep[k] == "attr" and tree.pos[k] in _NAMELIKE]
    stressed = [k for k in stressed if tree.tag[k] not in RELATIVE_TAGS]
    if stressed:
        _who(tree, i, stressed[-1], clause)
    elif tree.dep[clause] == "ccomp":
        _with_whom(tree, i, clause)


def _who(tree: Tree, i: int, stressed: int, clause: int) -> None:
    """ "It was X who flew": X is whom the clause is about, also where the parser leaves "who" beside him."""
    own = [k for k in tree.kids[clause] if tree.dep[k] in ("nsubj", "nsubjpass")]
    if not own:
        beside = [k for k in tree.kids[i] if stressed < k < clause and tree.low[k] == "who"]
        if not beside:
            return
        tree.move(beside[0], clause, "nsubj")
    elif tree.low[own[0]] not in ("who", "that", "which"):
        return
    tree.move(clause, stressed, "relcl")


def _with_whom(tree: Tree, i: int, clause: int) -> None:
    """ "It was with X that they met": what stands between "was" and "that" belongs to the clause."""
    that = next((k for k in tree.kids[clause] if tree.dep[k] == "mark" and tree.low[k] == "that"), -1)
    phrases = [k for k in tree.kids[i] if i < k < that and tree.dep[k] == "prep"]
    if not phrases or any(i < k < that and tree.dep[k] in ("acomp", "attr") for k in tree.kids[i]):
        return
    for k in phrases:
        tree.move(k, clause, "prep")
