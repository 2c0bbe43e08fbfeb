"""Names that the parser hangs where they do not belong: a subject in what stands before it, an object by its verb."""

from __future__ import annotations

from dragoman.facts.predicates.tree import NOMINAL, SUBJECTS, Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STEPS = 6  # arcs from a strayed name up to the verb at most


def verb_in_day(tree: Tree, k: int) -> None:
    """ "Admiral X, who is in Oman, on Friday called on the minister": no day called; the name before it did."""
    day = tree.head[k]
    if tree.dep[k] != "acl" or not tree.is_time(day) or tree.child(k, *SUBJECTS) >= 0:
        return
    at = day
    for _ in range(3):
        at = tree.head[at]
        if tree.pos[at] in NOMINAL and tree.dep[at] == "ROOT" and not tree.is_time(at):
            tree.move(k, k, "ROOT")
            tree.move(at, k, "nsubj")
            for j in [j for j in tree.kids[at] if tree.dep[j] == "prep" and at < j < k]:
                if tree.child(j, "pobj") == day:
                    tree.move(j, k, "prep")
            return


def subject_in_adjunct(tree: Tree, v: int) -> None:
    """ "At the talks in Lima X and Y agreed": names right before a verb without a subject are its subject."""
    last = v - 1
    while last >= 0 and tree.head[last] == v and tree.dep[last] in ("aux", "advmod", "neg", "punct", "auxpass"):
        last -= 1
    finite = tree.tag[v] in _FINITE or any(tree.tag[k] in (*_FINITE, "MD") for k in tree.kids[v] if k < v)
    if last < 0 or not finite or tree.child(v, *SUBJECTS, "csubj", "expl") >= 0 or tree.tokens[last].text == ",":
        return
    first = last
    while tree.dep[first] in ("conj", "appos") and tree.tokens[tree.head[first]].ent == "PERSON":
        first = tree.head[first]
    if tree.tokens[last].ent != "PERSON" or tree.tokens[first].ent != "PERSON" or tree.pos[first] != "PROPN":
        return
    label = tree.dep[first]
    above = tree.head[first]
    if label not in ("pobj", "appos") or not _under(tree, above, v) or above > first:
        return
    begin = first
    while begin and tree.head[begin - 1] == first and tree.tokens[begin - 1].ent == "PERSON":
        begin -= 1
    place = begin - 1
    if label == "pobj" and tree.head[place] != first:
        return  # "In talks with X agreed": nothing is left for the preposition
    passive = tree.child(v, "auxpass") >= 0
    tree.move(first, v, "nsubjpass" if passive else "nsubj")
    if label == "pobj":
        tree.move(place, above, "pobj")
        for k in [k for k in tree.kids[first] if k < place]:
            tree.move(k, place, tree.dep[k])
    tree.forget()


def name_beside_verb(tree: Tree, i: int) -> None:
    """ "Called on X, and Y, in Lima": a name that is coordinated with the verb stands beside the name before it."""
    v = tree.head[i]
    if not tree.verb[v] or v > i or tree.pos[i] != "PROPN" or any(tree.verb[k] for k in tree.kids[i]):
        return
    joint = next((k for k in tree.kids[v] if k < i and tree.dep[k] == "cc"), -1)
    before = [k for k in range(v + 1, joint) if tree.tokens[k].ent == "PERSON" and tree.dep[k] in ("pobj", "dobj")]
    if joint < 0 or not before or tree.phrase(i)[0] != joint + 1:
        tree.forget()
        return
    tree.move(i, before[-1], "conj")
    tree.move(joint, before[-1], "cc")
    tree.forget()


def _under(tree: Tree, at: int, v: int) -> bool:
    """True of a preposition or noun that hangs on a verb, through others of its kind alone."""
    for _ in range(_STEPS):
        if at == v:
            return True
        if tree.dep[at] not in ("prep", "pobj", "appos"):
            return False
        at = tree.head[at]
    return False
