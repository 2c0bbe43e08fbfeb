"""Repairs of a parse that lost the subject of a verb: to an occasion before it, or to a participle behind it."""

from __future__ import annotations

from dragoman.facts.predicates.tree import SUBJECTS, Tree

_NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BEHIND = _PLACES | {"DATE", "TIME"}  # what may stand between an occasion and a person
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STEPS = 9  # arcs from an occasion up to its verb at most


def noun_before_participle(tree: Tree, i: int) -> None:
    """ "A framework laying down rules was signed": the framework was, and not that it laid them down.

    So too "the rebels led by X, who is abroad, agreed": they agreed, and did not lead.
    """
    verb, noun = tree.head[i], tree.child(i, *SUBJECTS)
    if tree.tag[i] not in ("VBG", "VBN") or not 0 <= noun < i or tree.child(i, "aux", "auxpass", "mark") >= 0:
        return
    if tree.dep[i] == "advcl" and (verb < i or tree.tag[i] != "VBN" or not _lacks_subject(tree, verb)):
        return
    tree.move(noun, verb, "nsubjpass" if tree.dep[i] == "csubjpass" else _label(tree, verb))
    tree.move(i, noun, "acl")


def names_after_occasion(tree: Tree, name: int) -> None:
    """ "At Sunday's meeting X, Y and Z agreed": the names behind the noun of the occasion are who agreed.

    The parser reads the first of them as the noun's other name, or the noun as part of that name; so too for a person
    behind the place of it: "at talks in Lima X and Y agreed".
    """
    person = tree.tokens[name].ent == "PERSON"
    if tree.tokens[name].ent not in _NAMES or tree.pos[name] != "PROPN":
        return
    first = name
    while first and tree.head[first - 1] == name and tree.dep[first - 1] == "compound":
        if tree.pos[first - 1] != "PROPN" or person and tree.tokens[first - 1].ent in _BEHIND:
            break
        first -= 1
    noun = first - 1
    common = noun > 0 and tree.pos[noun] == "NOUN" and not tree.tokens[noun].text[:1].isupper()
    if noun < 1 or not common and not (person and tree.tokens[noun].ent in _BEHIND):
        return
    if tree.dep[name] == "appos" and tree.head[name] == noun and tree.dep[noun] == "pobj":
        occasion = tree.head[noun]
    elif tree.dep[name] == "pobj" and tree.dep[noun] == "compound" and tree.head[noun] == name:
        occasion = tree.head[name]
    else:
        return
    verb = _verb_over(tree, occasion)
    other = next((k for k in tree.kids[verb] if name < k < verb and tree.dep[k] in SUBJECTS), -1)
    if not occasion < noun or not name < verb or other < 0 and not _lacks_subject(tree, verb):
        return
    if tree.dep[name] == "pobj":
        for k in [k for k in tree.kids[name] if k < noun]:
            tree.move(k, noun, tree.dep[k])
        tree.move(noun, occasion, "pobj")
    tree.move(name, verb, tree.dep[other] if other >= 0 else _label(tree, verb))
    if other >= 0:
        tree.move(other, name, "conj")
    tree.forget()


def names_after_comma(tree: Tree, occasion: int) -> None:
    """ "At talks in Geneva, Peru and Chile agreed", "At the summit, X and Y signed": the names behind the comma did."""
    if tree.tokens[occasion].ent and tree.tokens[occasion].ent not in _PLACES:
        return
    if occasion + 1 >= tree.n or tree.tokens[occasion + 1].text != ",":
        return
    name = _joined(tree, occasion)
    behind = _joined(tree, name) if name >= 0 else -1
    if behind >= 0 and tree.tokens[name].ent in _PLACES and tree.tokens[behind].ent == "PERSON":
        occasion, name = name, behind  # "on her visit to Lima, Peru, X met"
    verb = _verb_over(tree, occasion)
    sent = name >= 0 and tree.lemma[name] in tree.lexicon.delegations
    if name < 0 or not sent and (tree.pos[name] != "PROPN" or tree.tokens[name].ent not in _NAMES):
        return
    if verb < name or not _lacks_subject(tree, verb):
        return
    marks = [k for k in tree.kids[occasion] if tree.dep[k] in ("punct", "cc") and k > occasion]
    tree.move(name, verb, _label(tree, verb))
    for k in marks:
        tree.move(k, name if k > name or tree.dep[k] == "cc" else verb, tree.dep[k])


def verb_with_object(tree: Tree, noun: int) -> None:
    """ "The two states signed in May an accord": a participle that has an object is the verb of its noun.

    So is one behind what stands between commas: "the Pisco, a frigate of Peru, called at Lima".
    """
    verb = next((k for k in tree.kids[noun] if k > noun and tree.dep[k] == "acl" and tree.tag[k] in ("VBN", "VBD")), -1)
    between = verb > 0 and tree.low[verb - 1] == "," and noun < tree.child(noun, "appos") < verb
    if verb < 0 or tree.child(verb, "dobj") < verb and not between:
        return
    if tree.child(verb, *SUBJECTS, "agent", "aux", "auxpass", "mark") >= 0:
        return
    if tree.lemma[verb] in tree.lexicon.double_object_verbs | tree.lexicon.transfer_verbs:
        return  # "the ships given Peru"
    tree.move(verb, verb, "ROOT")
    tree.move(noun, verb, "nsubj")
    tree.tag[verb] = "VBD"
    tree.forget()


def _joined(tree: Tree, at: int) -> int:
    return next((k for k in tree.kids[at] if k > at and tree.dep[k] in ("conj", "appos")), -1)


def _verb_over(tree: Tree, at: int) -> int:
    """The verb above a token, through prepositions and nouns; -1 where none is near."""
    for _ in range(_STEPS):
        if tree.verb[at]:
            return at
        if tree.head[at] == at:
            return -1
        at = tree.head[at]
    return -1


def _lacks_subject(tree: Tree, verb: int) -> bool:
    """True of a finite verb without a subject."""
    finite = tree.tag[verb] in _FINITE or any(tree.tag[k] in (*_FINITE, "MD") for k in tree.kids[verb] if k < verb)
    return finite and tree.child(verb, *SUBJECTS, "csubj", "expl") < 0


def _label(tree: Tree, verb: int) -> str:
    return "nsubjpass" if tree.child(verb, "auxpass") >= 0 else "nsubj"
