"""Names that the parser hangs where they do not belong: a subject by a day, an object by its verb."""

from __future__ import annotations

from dragoman.facts.predicates.tree import NOMINAL, SUBJECTS, Tree


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
