"""Repairs of words that the tagger took for another part of speech, most of them in headlines."""

from __future__ import annotations

from dragoman.facts.predicates.tree import SUBJECTS, Tree


def verb_after_name(tree: Tree, i: int) -> None:
    """ "Trump heads to Hanoi": a person's name right before a form in -s that heads a clause is its subject."""
    if i == 0 or not tree.low[i].endswith("s") or tree.tokens[i].text[:1].isupper():
        return
    name = i - 1
    if tree.head[name] != i or tree.dep[name] not in ("compound", "nmod", "amod") or tree.tokens[name].ent != "PERSON":
        return
    if tree.pos[name] != "PROPN" or tree.child(i, *SUBJECTS) >= 0 or not any(k > i for k in tree.kids[i]):
        return
    capital_verb(tree, i)
    for k in [k for k in tree.kids[i] if k < name and tree.dep[k] in ("compound", "nmod", "amod", "det")]:
        tree.move(k, name, tree.dep[k])
    tree.move(name, i, "nsubj")


def capital_verb(tree: Tree, i: int) -> None:
    """ "US Approves Sale": what has a subject is a verb, whatever its capital made the tagger think."""
    low = tree.low[i]
    if low[-1:] != "s" or low[-2:] == "ss":
        return
    tree.pos[i], tree.tag[i], tree.verb[i] = "VERB", "VBZ", True
    if low.endswith("ies"):
        tree.lemma[i] = low[:-3] + "y"
    elif low.endswith(("ches", "shes", "sses", "xes", "zzes")):
        tree.lemma[i] = low[:-2]
    else:
        tree.lemma[i] = low[:-1]


def noun_tagged_as_verb(tree: Tree, i: int) -> None:
    """ "Aid from China could be doubled": a subject or an object in its base form, without "to", is a noun."""
    if tree.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj") and tree.child(i, "aux", "dobj", "ccomp", "xcomp") < 0:
        if all(tree.dep[k] in ("prep", "amod", "compound", "det", "poss", "nmod", "punct") for k in tree.kids[i]):
            tree.pos[i], tree.tag[i], tree.verb[i] = "NOUN", "NN", False


def verb_in_subject(tree: Tree, i: int) -> None:
    """ "Peru scrambled fighter jets to intercept a drone": a past tense is no adjective of what it scrambles."""
    noun = tree.child(i, *SUBJECTS)
    if not any(tree.tag[k] == "TO" for k in tree.kids[i]) or not 0 < noun < i:
        return
    for k in tree.kids[noun]:
        if tree.dep[k] != "amod" or tree.tag[k] != "VBD" or k == 0 or tree.pos[k - 1] not in ("PROPN", "NOUN"):
            continue
        who = k - 1
        if tree.head[who] not in (k, noun):
            continue
        tree.pos[k], tree.verb[k] = "VERB", True
        tree.move(k, k, "ROOT")
        tree.move(who, k, "nsubj")
        for j in [j for j in tree.kids[noun] if j < who]:
            tree.move(j, who, tree.dep[j])
        tree.move(noun, k, "dobj")
        tree.move(i, k, "advcl")
        return


def verb_in_noun(tree: Tree, i: int) -> None:
    """ "Treasury blacklists Chinese firms": in a headline without a verb, what stands between a name and an object."""
    if any(tree.verb[k] for k in range(tree.n)):
        return
    for k in tree.kids[i]:
        if k > i or tree.dep[k] not in ("nmod", "compound") or tree.tag[k] != "NNS" or not tree.low[k].endswith("s"):
            continue
        names = [j for j in tree.kids[k] if j < k and tree.dep[j] in ("compound", "nmod") and tree.pos[j] == "PROPN"]
        object_begins = any(tree.dep[j] in ("amod", "det", "nummod", "poss") and k < j < i for j in tree.kids[i])
        if not names or names[-1] != k - 1 or not object_begins:
            continue
        capital_verb(tree, k)
        if not tree.verb[k]:
            continue
        tree.move(k, k, "ROOT")
        tree.move(names[-1], k, "nsubj")
        for j in names[:-1]:
            tree.move(j, names[-1], "compound")
        tree.move(i, k, "dobj")
        for j in [j for j in tree.kids[i] if j > i and tree.dep[j] == "prep"]:
            tree.move(j, k, "prep")
        return
