"""Act nouns that the tagger took for verbs: "the shelling of Sumy", "an air force exercise", "the drills worried"."""

from __future__ import annotations

from dragoman.facts.predicates.tree import SUBJECTS, Tree

_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "csubj", "csubjpass"})
_DETERMINERS = frozenset({"det", "poss", "amod", "nummod"})
_OBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_VERBAL = frozenset({"aux", "auxpass", "neg", "nsubj", "mark"})
_FINITE = ("VBD", "VBZ", "VBP", "VBN")


def restore_nouns(tree: Tree, act_nouns: frozenset[str]) -> None:
    """Make nouns of those tokens that name an act and can be no verb where they stand."""
    for i in range(tree.n):
        if tree.pos[i] not in ("VERB", "ADJ") or not (tree.low[i] in act_nouns or tree.lemma[i] in act_nouns):
            continue
        if _determined(tree, i):
            _rename(tree, i)
            _hang_behind(tree, i)
            continue
        if tree.pos[i] == "ADJ":
            continue
        if any(tree.dep[k] in ("aux", "auxpass", "dobj", "neg") for k in tree.kids[i]):
            continue
        tag = tree.tag[i]
        if tag == "VBG":
            if tree.low[i] in act_nouns and _like_a_noun(tree, i):
                tree.lemma[i] = tree.low[i]
                _rename(tree, i)
        elif tag in ("VB", "VBP", "VBZ"):
            if tree.dep[i] in _NOUN_PLACES:
                _rename(tree, i)
            elif tag != "VBZ":
                _ends_compound(tree, i)


def _determined(tree: Tree, i: int) -> bool:
    """True of "a naval exercise off Kochi", "reported a shoot-out": an object or subject with an article before it."""
    before = {tree.dep[k] for k in tree.kids[i] if k < i}
    misread = tree.pos[i] == "ADJ" or tree.tag[i] in ("VB", "VBP")
    return misread and tree.dep[i] in _OBJECTS and "det" in before and before.isdisjoint(_VERBAL)


def _hang_behind(tree: Tree, i: int) -> None:
    """Of "exercise off Kochi" read as a verb with its particle: the place after its preposition."""
    particle = next((k for k in tree.kids[i] if k > i and tree.dep[k] == "prt"), None)
    thing = next((k for k in tree.kids[i] if k > i and tree.dep[k] == "dobj"), None)
    if particle is not None:
        tree.dep[particle] = "prep"
        if thing is not None:
            tree.move(thing, particle, "pobj")


def _like_a_noun(tree: Tree, i: int) -> bool:
    """True of "the shelling of Sumy" and "shelling by rebels", not of "shelling the town"."""
    if tree.dep[i] in _NOUN_PLACES:
        return True
    return any(tree.dep[k] in _DETERMINERS or k > i and tree.low[k] in ("of", "by") for k in tree.kids[i])


def _rename(tree: Tree, i: int) -> None:
    tree.pos[i], tree.tag[i] = "NOUN", "NNS" if tree.tag[i] == "VBZ" else "NN"
    dep = tree.dep[i]
    if dep in ("csubj", "csubjpass"):
        tree.dep[i] = "nsubj" + dep[5:]
    elif dep == "pcomp":
        tree.dep[i] = "pobj"


def _ends_compound(tree: Tree, i: int) -> None:
    """A base form right behind a noun in the singular, which cannot be its subject, ends the noun's phrase."""
    k = i - 1
    if k < 0 or tree.tag[k] not in ("NN", "NNP") or tree.dep[i] not in ("ROOT", "conj", "ccomp"):
        return
    above = tree.head[i]
    if tree.dep[k] in SUBJECTS and tree.head[k] == i:
        verb = next((c for c in tree.kids[i] if c > i and tree.dep[c] == "conj" and tree.tag[c] in _FINITE), -1)
        if verb < 0:
            return
        tree.move(verb, above if above != i else verb, tree.dep[i])
        for c in [c for c in tree.kids[i] if c > verb]:
            tree.move(c, verb, tree.dep[c])
        tree.move(i, verb, "nsubj")
        for c in tree.kids[i]:
            if tree.dep[c] == "advcl" and tree.tag[c] == "VBN":
                tree.dep[c] = "acl"
    elif tree.dep[k] == "dobj" and tree.head[k] == above and tree.dep[i] == "conj":
        tree.move(i, above, "dobj")
    else:
        return
    for c in list(tree.kids[k]):
        tree.move(c, i, tree.dep[c])
    tree.move(k, i, "compound")
    _rename(tree, i)
