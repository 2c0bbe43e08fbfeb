"""Sums and shares that stand for a thing: what is done is done to the thing, and the sum only measures it."""

from __future__ import annotations

from dragoman.facts.predicates.tree import NOMINAL, SUBJECTS, Tree

_SLOTS = frozenset((*SUBJECTS, "dobj", "pobj", "attr"))
_SHARES = frozenset(("some", "most", "all", "many", "much", "several", "half", "part", "rest", "bulk", "portion"))
# After "in" these say on what terms a sum is paid, and not what it is made of.
_TERMS = frozenset(("exchange", "return", "total", "addition", "case", "court", "line", "response", "cash", "future"))


def thing_measured(tree: Tree, i: int) -> None:
    """ "Sent $3 billion in aid", "inked a billion worth of deals", "froze some of the sales": the thing is meant."""
    if tree.dep[i] not in _SLOTS:
        return
    share = tree.lemma[i] in _SHARES or tree.lemma[i] == "worth" and tree.pos[i] == "NOUN"
    if not share and tree.tokens[i].ent != "MONEY":
        return
    wanted = "of" if share else "in"
    link = next((k for k in tree.kids[i] if k > i and tree.dep[k] == "prep" and tree.low[k] == wanted), -1)
    thing = tree.child(link, "pobj") if link >= 0 else -1
    if thing < 0 or not _made_of(tree, thing, share):
        return
    above, dep = tree.head[i], tree.dep[i]
    tree.move(thing, above, dep)
    for k in [k for k in tree.kids[i] if k > link]:
        tree.move(k, thing, tree.dep[k])
    tree.move(i, thing, "nummod")
    tree.forget()


def _made_of(tree: Tree, thing: int, share: bool) -> bool:
    """Whether a noun may be what a sum is made of: no place, no time, and nothing that only says on what terms."""
    if tree.pos[thing] not in NOMINAL or tree.pos[thing] != "NOUN" or tree.is_time(thing):
        return False
    if tree.tokens[thing].ent or tree.lemma[thing] in _TERMS:
        return False
    return share or all(tree.dep[k] != "det" for k in tree.kids[thing])
