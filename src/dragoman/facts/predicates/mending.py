"""Repairs of a parse, each for one way in which the parser is known to err on news."""

from __future__ import annotations

from dragoman.facts.predicates.clefts import join_cleft
from dragoman.facts.predicates.lost_subjects import (
    names_after_comma,
    names_after_occasion,
    noun_before_participle,
    verb_with_object,
)
from dragoman.facts.predicates.measures import thing_measured
from dragoman.facts.predicates.mistagged import (
    capital_verb,
    noun_tagged_as_verb,
    verb_after_name,
    verb_in_noun,
    verb_in_subject,
)
from dragoman.facts.predicates.strayed import (
    goal_in_purpose,
    government_beside_rebels,
    leader_of_team,
    line_in_object,
    name_before_verb,
    name_beside_verb,
    name_in_next,
    named_among,
    participle_behind_time,
    shifted_object,
    subject_behind,
    time_before_speaker,
    verb_in_day,
)
from dragoman.facts.predicates.tree import NOMINAL, RELATIVE_TAGS, SUBJECTS, Tree

_VERBAL = ("VERB", "AUX")
_LOOSE = frozenset({"npadvmod", "dep", "advcl", "nmod", "advmod", "nsubj"})
_NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest".split())
_COMMA = ([","], ["and"], [",", "and"])


def mend(tree: Tree) -> None:
    """Apply every repair, left to right."""
    for i in range(tree.n):
        if tree.tag[i] == "VB":
            noun_tagged_as_verb(tree, i)
        if tree.tag[i] in ("NNS", "VBZ") and tree.dep[i] in ("ROOT", "ccomp", "advcl"):
            verb_after_name(tree, i)
        if tree.lemma[i] == "be":
            join_cleft(tree, i)
            participle_behind_time(tree, i)
        thing_measured(tree, i)
        dep = tree.dep[i]
        pos = tree.pos[i]
        if dep in ("ROOT", "ccomp", "conj", "advcl") and pos == "PROPN" and tree.child(i, "nsubj", "nsubjpass") >= 0:
            capital_verb(tree, i)
        elif dep == "ROOT":
            if tree.tag[i] == "VBG":
                _fronted_participle(tree, i)
            if tree.tag[i] == "VB":
                verb_in_subject(tree, i)
            if pos in ("NOUN", "PROPN"):
                verb_with_object(tree, i)
                _clause_in_noun(tree, i)
                verb_in_noun(tree, i)
        elif dep == "punct":
            if pos in ("NOUN", "PROPN"):
                _stranded_object(tree, i)
        elif dep == "pobj":
            names_after_occasion(tree, i)
            names_after_comma(tree, i)
        elif dep == "appos":
            names_after_occasion(tree, i)
            _name_after_conjunct(tree, i)
            _one_of_a_series(tree, i)
        elif dep == "conj" and tree.tokens[i].ent == "GPE":
            _members_named(tree, i)
        elif dep == "conj" and tree.tokens[i].ent == "PERSON":
            _person_after_state(tree, i)
            name_beside_verb(tree, i)
        elif dep == "pcomp":
            if pos == "NOUN" and not tree.verb[i]:
                tree.dep[i] = "pobj"  # "by telephone"
        elif dep == "acl":
            if tree.tag[i] == "VBD":
                _that_relative(tree, i)
                _zero_relative(tree, i)
                _trailing_speaker(tree, i)
            verb_in_day(tree, i)
            leader_of_team(tree, i)
        elif dep == "prep":
            line_in_object(tree, i)
            named_among(tree, i)
            if tree.tag[i] == "VBG" and tree.child(i, "dobj") >= 0 and tree.child(i, "pobj") < 0:
                tree.dep[i] = "acl" if tree.pos[tree.head[i]] in NOMINAL else "advcl"
        elif dep in ("nmod", "compound") and pos == "NOUN" and government_beside_rebels(tree, i):
            pass
        elif dep in ("nmod", "compound"):
            if pos in ("PROPN", "PRON"):
                _receiver_in_object(tree, i) or name_in_next(tree, i) or _name_in_time(tree, i)
        elif dep in ("csubj", "csubjpass", "advcl"):
            goal_in_purpose(tree, i)
            noun_before_participle(tree, i)
        elif dep == "ccomp":
            time_before_speaker(tree, i)
        elif dep == "prt" and tree.child(i, "pobj") >= 0:
            tree.dep[i], tree.tag[i] = "prep", "IN"  # "called on the admiral"
        elif dep == "quantmod":
            _particle_in_number(tree, i)
        if tree.verb[i] and dep == "conj":
            name_before_verb(tree, i)
        if tree.verb[i] and dep in ("ROOT", "ccomp", "conj"):
            subject_behind(tree, i)
        if dep == "npadvmod":
            shifted_object(tree, i)
        if tree.low[i] == "meeting" and dep in ("nsubj", "appos", "conj", "dep", "npadvmod"):
            _meeting_set_apart(tree, i)
        if dep in _LOOSE and tree.dep[i] == dep:
            if pos == "PROPN" and dep == "nsubj":
                _participle_in_name(tree, i)
            if pos in ("PROPN", "NOUN") or dep != "nsubj" and pos in ("ADJ", "ADV"):
                _first_of_subjects(tree, i)
            if dep in ("npadvmod", "dep") and pos == "PROPN" and tree.dep[i] == dep:
                _loose_name(tree, i)


def _one_of_a_series(tree: Tree, i: int) -> None:
    """ "The drills, the fifth that Chad has held, ended": what is said of the fifth is said of the drills."""
    noun = tree.head[i]
    if tree.tag[i] not in ("JJ", "CD", "NN", "RB") or tree.pos[noun] != "NOUN" or tree.low[i] not in ORDINALS:
        return
    for clause in [k for k in tree.kids[i] if k > i and tree.dep[k] in ("relcl", "acl") and tree.verb[k]]:
        that = next((k for k in tree.kids[clause] if k < clause and tree.low[k] == "that"), -1)
        if that >= 0 and tree.dep[that] == "mark" and tree.child(clause, "dobj") < 0:
            tree.dep[that], tree.tag[that] = "dobj", "WDT"
        tree.move(clause, noun, "relcl")


def _person_after_state(tree: Tree, i: int) -> None:
    """ "X of Peru and Y of Chile": a person is coordinated with the person, not with the state that he is of."""
    state = tree.head[i]
    of = tree.head[state]
    person = tree.head[of]
    if tree.tokens[state].ent == "GPE" and tree.dep[state] == "pobj" and tree.low[of] in ("of", "from"):
        if tree.tokens[person].ent == "PERSON" and person < of < state < i:
            tree.move(i, person, "conj")


def _members_named(tree: Tree, i: int) -> None:
    """ "The members of the pact, Peru, Chile and Bolivia, met": states coordinated with a thing name its members."""
    thing = tree.head[i]
    if tree.pos[thing] != "NOUN" or tree.dep[thing] != "pobj" or tree.tokens[thing].ent == "GPE":
        return
    members = tree.head[tree.head[thing]]
    apart = tree.tokens[i - 1].text == "," and any(tree.dep[k] == "conj" for k in tree.kids[i])
    if apart and tree.tag[members] == "NNS" and tree.low[tree.head[thing]] in ("of", "to", "in"):
        tree.move(i, members, "appos")


def _fronted_participle(tree: Tree, i: int) -> None:
    """ "Taking part in the talks were X and Y": what follows the form of "be" is who took part."""
    verb = next((k for k in tree.kids[i] if k > i + 1 and tree.dep[k] == "aux" and tree.lemma[k] == "be"), -1)
    named = next((k for k in tree.kids[i] if k > verb and tree.dep[k] in ("dobj", "attr", "nsubj")), -1)
    if verb > 0 and named > 0 and tree.child(i, *SUBJECTS) in (-1, named):
        tree.move(named, i, "nsubj")


def _particle_in_number(tree: Tree, i: int) -> None:
    """ "Handed over 20 boats": what makes one verb of two words is no part of the number after it."""
    if i and tree.verb[i - 1] and f"{tree.lemma[i - 1]} {tree.low[i]}" in tree.lexicon.phrasal_verbs:
        tree.move(i, i - 1, "prt")


def _clause_in_noun(tree: Tree, i: int) -> None:
    """A headline's "chief to visit", or "ships left" read as a noun with a clause, is a clause with its subject."""
    for k in tree.kids[i]:
        if k < i or tree.dep[k] not in ("acl", "relcl", "advcl") or tree.pos[k] not in _VERBAL:
            continue
        before = [j for j in tree.kids[k] if j < k]
        if any(tree.dep[j] in ("nsubj", "nsubjpass", "mark") or tree.tag[j] in RELATIVE_TAGS for j in before):
            continue
        if any(tree.tag[j] == "WRB" for j in before):
            continue
        infinitive = any(tree.tag[j] == "TO" for j in before)
        if tree.tokens[k - 1].text == "," and not infinitive:
            continue
        alone = tree.tag[k] == "VBN" and tree.lemma[k] in tree.lexicon.intransitive_verbs
        finite = alone or tree.tag[k] in ("VBD", "VBZ", "VBP") or any(
            tree.dep[j] in ("aux", "auxpass") and tree.tag[j] in ("MD", "VBD", "VBZ", "VBP") for j in before
        )
        if not finite and not (infinitive and tree.lemma[i] not in tree.lexicon.control_nouns):
            continue
        passive = any(tree.dep[j] == "auxpass" for j in before)
        tree.move(k, k, "ROOT")
        tree.move(i, k, "nsubjpass" if passive else "nsubj")
        for j in list(tree.kids[i]):
            if j > k or (tree.dep[j] == "punct" and j > i) or (tree.dep[j] == "prep" and tree.tag[j] == "VBG"):
                tree.move(j, k, tree.dep[j])
        return


def _stranded_object(tree: Tree, i: int) -> None:
    """A noun labelled as a mark right after a preposition without object is that object."""
    p = tree.phrase(i)[0] - 1
    tree.forget()
    if p >= 0 and tree.pos[p] == "ADP" and tree.dep[p] == "prep" and not tree.kids[p]:
        tree.move(i, p, "pobj")


def _name_after_conjunct(tree: Tree, i: int) -> None:
    """ "The minister and chief of staff X": the name belongs to the title right before it."""
    h = tree.head[i]
    first = tree.phrase(i)[0]
    for k in tree.kids[h]:
        if tree.dep[k] == "conj" and k < i and tree.pos[k] in NOMINAL and tree.phrase(k)[1] == first:
            tree.move(i, k, "appos")
            break
    tree.forget()


def _zero_relative(tree: Tree, k: int) -> None:
    """ "The drones Turkey sold": a name right before a finite verb inside a noun phrase is its subject."""
    n = tree.head[k]
    for a in tree.kids[n]:
        if n < a < k and tree.dep[a] in ("appos", "nmod") and tree.pos[a] in ("PROPN", "PRON", "NOUN"):
            first, last = tree.phrase(a)
            tree.forget()
            if last == k and tree.tokens[first - 1].text != ",":
                tree.move(a, k, "nsubj")
                tree.dep[k] = "relcl"
                return


def _that_relative(tree: Tree, k: int) -> None:
    """ "An accord that Oslo and Rome signed in May": what lacks its object after "that" is a relative clause."""
    mark, noun = tree.child(k, "mark"), tree.head[k]
    if mark < 0 or tree.low[mark] != "that" or mark != noun + 1 or tree.child(k, "nsubj") < 0:
        return
    if tree.lemma[k] in tree.lexicon.object_verbs and tree.child(k, "dobj", "ccomp", "xcomp", "attr", "acomp") < 0:
        tree.dep[k], tree.dep[mark], tree.tag[mark], tree.pos[mark] = "relcl", "dobj", "WDT", "PRON"


def _trailing_speaker(tree: Tree, k: int) -> None:
    """ "... by Riyadh, a spokesman confirmed": an apposition right before a finite verb of speech is who speaks."""
    if tree.dep[k] != "acl" or tree.lemma[k] not in tree.lexicon.speech_verbs:
        return
    a = next((j for j in range(k - 1, -1, -1) if tree.dep[j] == "appos" and tree.tokens[j].ent != "PERSON"), -1)
    if a < 0 or tree.head[a] >= a:
        return
    first = tree.phrase(a)[0]
    tree.forget()
    if first < 2 or tree.tokens[first - 1].text != "," or any(tree.tokens[j].text == "," for j in range(first, k)):
        return
    top = k
    while tree.head[top] != top:
        top = tree.head[top]
    if tree.pos[top] not in _VERBAL or top > a:
        return
    tree.move(k, k, "ROOT")
    tree.move(a, k, "nsubj")
    tree.move(top, k, "ccomp")


def _receiver_in_object(tree: Tree, i: int) -> bool:
    """ "Sold Pakistan eight submarines": no name stands before the number or article of its own noun."""
    h = tree.head[i]
    v = tree.head[h]
    if tree.dep[h] != "dobj" or v > i or tree.is_time(i):
        return False
    if any(i < k < h and tree.dep[k] in ("det", "nummod", "poss") for k in tree.kids[h]):
        tree.move(i, v, "dative")
        return True
    # "Promised Sudan aid": a state that has an adjective of its own does not stand for it; "US aid" it may be.
    bare = all(tree.dep[k] in ("compound", "prep", "acl", "relcl", "punct") for k in tree.kids[h])
    state = tree.tokens[i].ent == "GPE" and not tree.tokens[i].text.isupper()
    if bare and state and tree.lemma[v] in tree.lexicon.double_object_verbs:
        first = tree.phrase(i)[0]
        tree.forget()
        if first == v + 1:
            tree.move(i, v, "dative")
            return True
    return False


def _name_in_time(tree: Tree, i: int) -> bool:
    """ "Met Scaparrotti Thursday": a name is no part of a weekday."""
    h = tree.head[i]
    if i + 1 != h or tree.low[h] not in tree.lexicon.time_nouns or tree.is_time(i) or tree.pos[h] != "PROPN":
        return False
    above = tree.head[h]
    if tree.tokens[i].ent not in ("PERSON", "ORG", "GPE", ""):
        return False
    if tree.dep[h] in ("npadvmod", "dobj") and above < i and tree.pos[above] in _VERBAL:
        if tree.dep[h] == "npadvmod" and tree.child(above, "dobj") >= 0:
            return False
        for k in [k for k in tree.kids[h] if k < i]:
            tree.move(k, i, tree.dep[k])
        tree.move(i, above, "dobj")
        tree.dep[h] = "npadvmod"
        return True
    if tree.dep[h] == "pobj" and tree.head[above] != above:
        for k in [k for k in tree.kids[h] if k < i]:
            tree.move(k, i, tree.dep[k])
        tree.move(i, above, "pobj")
        tree.move(h, tree.head[above], "npadvmod")
        return True
    return False


def _meeting_set_apart(tree: Tree, i: int) -> None:
    """ "NATO leaders, meeting in Wales, agreed": between commas after a subject it is what they do."""
    if i < 2 or tree.tokens[i - 1].text != "," or i + 1 >= tree.n or tree.pos[i + 1] != "ADP":
        return
    v = tree.head[i]
    if tree.dep[i] in ("appos", "conj"):
        subject = v
    else:
        subject = next((k for k in tree.kids[v] if k < i and k != i and tree.dep[k] in (*SUBJECTS, "npadvmod")), -1)
    if subject < 0 or subject > i or tree.pos[subject] not in NOMINAL:
        return
    if tree.dep[subject] == "npadvmod":
        tree.dep[subject] = "nsubj"
    tree.move(i, subject, "acl")
    tree.pos[i], tree.tag[i], tree.verb[i], tree.lemma[i] = "VERB", "VBG", True, "meet"


def _participle_in_name(tree: Tree, i: int) -> None:
    """ "Visiting Seoul last week, the president warned": what opens a sentence before its subject is a clause."""
    v = tree.head[i]
    verb = tree.phrase(i)[0]
    tree.forget()
    if tree.tag[verb] != "VBG" or tree.dep[verb] not in ("compound", "amod", "nmod") or tree.head[verb] != i:
        return
    if any(tree.pos[j] not in ("PUNCT", "SCONJ", "CCONJ") for j in range(verb)) or tree.pos[v] not in _VERBAL:
        return
    subject = next((k for k in tree.kids[v] if tree.dep[k] in SUBJECTS and i < k < v), -1)
    if subject < 0 or not any(tree.tokens[j].text == "," for j in range(i, subject)):
        return
    comma = next(j for j in range(i, subject) if tree.tokens[j].text == ",")
    tree.move(verb, v, "advcl")
    tree.pos[verb], tree.verb[verb] = "VERB", True
    tree.move(i, verb, "dobj")
    for k in [k for k in tree.kids[v] if i < k < comma and tree.dep[k] in ("npadvmod", "prep", "advmod")]:
        tree.move(k, verb, tree.dep[k])


def _first_of_subjects(tree: Tree, i: int) -> None:
    """ "Putin, Aliyev discuss" and "Zelensky, the president, thanked": what stands before a comma and the subject."""
    v = tree.head[i]
    token = tree.tokens[i]
    if v <= i + 2 or tree.pos[v] not in _VERBAL or tree.is_time(i):
        return
    if tree.pos[i] in ("ADJ", "ADV") and token.ent not in _NAMES:
        return
    subject = next((k for k in tree.kids[v] if tree.dep[k] in SUBJECTS and i < k < v), -1)
    if subject < 0 or tree.low[subject] == "meeting" and tree.tag[subject] == "VBG":
        return
    first, last = tree.phrase(subject)
    gap = [tree.tokens[j].text for j in range(tree.phrase(i)[1], first)]
    tree.forget()
    if gap not in _COMMA:
        return
    if tree.pos[i] == "ADJ":
        tree.move(i, subject, "amod")
    elif gap == [","] and last < v and tree.tokens[last].text == "," and tree.pos[subject] == "NOUN":
        label = tree.dep[subject]
        tree.move(subject, i, "appos")
        tree.move(i, v, label)
        tree.pos[i] = "PROPN"
    elif tree.pos[i] != "ADV":
        tree.move(i, subject, "conj")


def _loose_name(tree: Tree, i: int) -> None:
    """ "The head of the ministry, Sergei Lavrov": a loose name after a comma says who the phrase before it is."""
    v = tree.head[i]
    first = tree.phrase(i)[0]
    tree.forget()
    if i + 1 == v and tree.tag[v] in ("VBD", "VBZ", "VBP") and tree.child(v, *SUBJECTS) < 0:
        tree.dep[i] = "nsubj"  # "New Zealand imposed a ban": a name right before a verb without a subject
        return
    if v >= first or tree.tokens[i].ent != "PERSON" or first < 2 or tree.tokens[first - 1].text != ",":
        return
    at = first - 2
    noun = -1
    while at != v and at != tree.head[at] and at > v:
        if tree.pos[at] in NOMINAL:
            noun = at
        at = tree.head[at]
    if noun >= 0 and at == v and tree.pos[noun] == "NOUN" and not tree.is_time(noun):
        tree.move(i, noun, "appos")
