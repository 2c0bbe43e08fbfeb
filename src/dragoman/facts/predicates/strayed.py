"""Words that the parser hangs where they do not belong: a subject by a day, or behind its verb, an object apart."""

from __future__ import annotations

from dragoman.facts.predicates.tree import NOMINAL, SUBJECTS, Tree

# Lines on which people speak, and the prepositions before them.
_LINES = frozenset({"phone", "telephone", "hotline", "videolink", "videoconference", "teleconference"})
_CARRYING = frozenset({"on", "by", "over", "via", "through"})


def verb_in_day(tree: Tree, k: int) -> None:
    """ "Admiral X, who is in Oman, on Friday called on the minister": no day called; the name before it did."""
    day = tree.head[k]
    if tree.dep[k] != "acl" or tree.tag[k] not in ("VBD", "VBN") or not tree.is_time(day):
        return
    if tree.child(k, *SUBJECTS, "agent") >= 0:
        return
    at = day
    for _ in range(3):
        at = tree.head[at]
        if tree.pos[at] in NOMINAL and tree.dep[at] == "ROOT" and not tree.is_time(at):
            tree.move(k, k, "ROOT")
            tree.move(at, k, "nsubj")
            tree.tag[k] = "VBD"
            for j in [j for j in tree.kids[at] if tree.dep[j] == "prep" and at < j < k]:
                if tree.child(j, "pobj") == day:
                    tree.move(j, k, "prep")
            return


def subject_behind(tree: Tree, v: int) -> None:
    """ "In the meeting took part X and Y", "On the results were signed a protocol": who acts stands behind the verb."""
    opening = next((k for k in tree.kids[v] if k < v), -1)
    if opening < 0 or tree.dep[opening] != "prep" or tree.child(v, *SUBJECTS, "csubj", "expl") >= 0:
        return
    behind = [k for k in tree.kids[v] if k > v and tree.dep[k] in ("dobj", "attr", "oprd") and tree.pos[k] in NOMINAL]
    passive = tree.child(v, "auxpass") >= 0
    if passive and behind:
        tree.move(behind[0], v, "nsubjpass")
    elif len(behind) == 2 and tree.tokens[behind[1]].ent == "PERSON" and tree.pos[behind[0]] == "NOUN":
        tree.move(behind[1], v, "nsubj")
    tree.forget()


def goal_in_purpose(tree: Tree, v: int) -> None:
    """ "Has left for Peru to attend the talks": Peru is where he went, and not who is to attend them."""
    travel, place, mark = tree.head[v], tree.child(v, "nsubj"), tree.child(v, "mark")
    if place < 0 or mark < 0 or tree.low[mark] != "for" or tree.tokens[place].ent not in ("GPE", "LOC"):
        return
    if tree.lemma[travel] in tree.lexicon.travel_verbs and mark < place < v and travel < mark:
        tree.move(mark, travel, "prep")
        tree.move(place, mark, "pobj")
        tree.forget()


def shifted_object(tree: Tree, i: int) -> None:
    """ "Co-chaired in Oslo the first dialogue": a noun behind the place of its verb is no circumstance."""
    v = tree.head[i]
    if not tree.verb[v] or i < v or tree.is_time(i) or tree.pos[i] not in ("NOUN", "PROPN"):
        return
    begin = tree.phrase(i)[0]
    between = tree.tokens[begin - 1].text != "," and any(tree.dep[k] == "prep" and v < k < i for k in tree.kids[v])
    if between and tree.child(i, "det") >= 0 and tree.child(v, "dobj", "auxpass") < 0:
        tree.move(i, v, "dobj")
        tree.forget()


def time_before_speaker(tree: Tree, clause: int) -> None:
    """ "X met Y in Baku, Azerbaijan, on Thursday, the ministry said": on Thursday they met, whenever it was said."""
    verb = tree.head[clause]
    if not tree.verb[verb] or clause > verb or tree.lemma[verb] not in tree.lexicon.speech_verbs:
        return
    speaker = next((k for k in tree.kids[verb] if clause < k < verb and tree.dep[k] in SUBJECTS), -1)
    if speaker < 0:
        return
    begin = tree.phrase(speaker)[0]
    tree.forget()
    for k in [k for k in tree.kids[verb] if clause < k < begin and tree.dep[k] in ("prep", "npadvmod")]:
        if tree.tokens[begin - 1].text == ",":
            tree.move(k, clause, tree.dep[k])


def name_beside_verb(tree: Tree, i: int) -> None:
    """ "Called on X, and Y, in Lima": a name that is coordinated with the verb stands beside the name before it."""
    v = tree.head[i]
    if tree.pos[i] != "PROPN" or v > i or any(tree.verb[k] for k in tree.kids[i]):
        return
    if tree.is_time(v) and tree.pos[v] in NOMINAL:
        named = [k for k in range(v + 1, i) if tree.tokens[k].ent == "PERSON" and tree.dep[k] in ("pobj", "dobj")]
        if named:
            tree.move(i, named[-1], "conj")  # "on Friday called on X, and Y": Y is no day
            tree.forget()
        return
    if not tree.verb[v]:
        return
    joint = next((k for k in tree.kids[v] if k < i and tree.dep[k] == "cc"), -1)
    before = [k for k in range(v + 1, joint) if tree.tokens[k].ent == "PERSON" and tree.dep[k] in ("pobj", "dobj")]
    if joint < 0 or not before or tree.phrase(i)[0] != joint + 1:
        tree.forget()
        return
    tree.move(i, before[-1], "conj")
    tree.move(joint, before[-1], "cc")
    tree.forget()


def name_in_next(tree: Tree, i: int) -> bool:
    """ "Called on Premier X and Minister Y": a name with "and" behind it is no part of the next one, but its equal."""
    joint = next((k for k in tree.kids[i] if k > i and tree.dep[k] == "cc" and tree.low[k] == "and"), -1)
    if tree.tokens[i].ent != "PERSON" or joint < 0:
        return False
    last = tree.head[i]
    while tree.dep[last] in ("compound", "nmod") and tree.head[last] > last:
        last = tree.head[last]
    if last < joint or tree.head[last] == last or tree.tokens[last].ent != "PERSON" or tree.pos[last] != "PROPN":
        return False
    for k in [k for k in tree.kids[last] if k < i and tree.dep[k] in ("compound", "amod", "det", "nmod")]:
        tree.move(k, i, tree.dep[k])  # the title before the first name is his
    tree.move(i, tree.head[last], tree.dep[last])
    tree.move(last, i, "conj")
    tree.forget()
    return True


def government_beside_rebels(tree: Tree, i: int) -> bool:
    """ "The government and rebel leaders resumed talks": the government is a side by itself, and leads no phrase."""
    rebel, last = tree.child(i, "conj"), tree.head[i]
    joined = tree.child(i, "cc") >= 0 and i < rebel < last and tree.lemma[rebel] in tree.lexicon.armed_groups
    if not joined or tree.tag[last] != "NNS" or tree.head[last] == last:
        return False
    tree.move(i, tree.head[last], tree.dep[last])
    tree.move(last, i, "conj")
    tree.move(rebel, last, "compound")
    tree.forget()
    return True


def leader_of_team(tree: Tree, i: int) -> None:
    """ "Received a team from the ministry led by X on Monday": X leads the team, which was received on Monday."""
    noun = tree.head[i]
    if tree.lemma[i] not in tree.lexicon.leading_verbs or tree.child(i, "agent") < 0:
        return
    origin = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.low[origin] in ("from", "of"):
        noun = tree.head[origin]
    if tree.lemma[noun] not in tree.lexicon.delegations:
        return
    tree.move(i, noun, "acl")
    verb = tree.head[noun]
    for k in [k for k in tree.kids[i] if k > i and tree.dep[k] == "prep" and tree.low[k] == "on"]:
        day = tree.child(k, "pobj")
        if verb < i and tree.verb[verb] and day >= 0 and tree.is_time(day):
            tree.move(k, verb, "prep")


def name_before_verb(tree: Tree, v: int) -> None:
    """ "X led the one team and Y headed the other": a name between "and" and a verb is who does what the verb says."""
    name = v - 1
    if tree.tag[v] not in ("VBD", "VBZ") or name < 1 or tree.child(v, *SUBJECTS) >= 0 or tree.dep[name] != "conj":
        return
    first = tree.phrase(name)[0]
    tree.forget()
    if tree.tokens[name].ent == "PERSON" and not tree.verb[tree.head[name]] and tree.low[first - 1] == "and":
        tree.move(name, v, "nsubj")


def line_in_object(tree: Tree, preposition: int) -> None:
    """ "Exchanged views on the phone with X": the line is how they did so, and not what the views are on."""
    noun, spoken = tree.head[preposition], tree.child(preposition, "pobj")
    if tree.low[preposition] not in _CARRYING or spoken < 0 or tree.lemma[spoken] not in _LINES:
        return
    if tree.dep[noun] == "dobj" and tree.verb[tree.head[noun]]:
        tree.move(preposition, tree.head[noun], "prep")


def named_among(tree: Tree, i: int) -> None:
    """ "Met senior officials, including President X and the army chief": met them as well as the officials."""
    named, at = tree.child(i, "pobj"), tree.head[i]
    if tree.low[i] != "including" or named < 0:
        return
    if tree.verb[at]:
        at = next((k for k in reversed(tree.kids[at]) if k < i and tree.dep[k] in ("dobj", "nsubjpass")), -1)
    people = at if at >= 0 else i
    if people < i and tree.lemma[people] in tree.lexicon.transparent:
        of = tree.child(people, "prep")
        people = tree.child(of, "pobj") if of >= 0 else i  # "a number of personalities"
    if 0 <= people < i and tree.tag[people] in ("NNS", "NNPS") and tree.lemma[people] in tree.lexicon.notables:
        tree.move(named, at, "conj")


def participle_behind_time(tree: Tree, be: int) -> None:
    """ "The visit was on Friday cancelled": a passive, though a time parts it from its auxiliary."""
    verbs = [k for k in tree.kids[be] if k > be and tree.tag[k] in ("VBN", "VBD")]
    verb = next((k for k in verbs if tree.dep[k] in ("acomp", "xcomp", "attr", "oprd")), -1)
    between = [k for k in tree.kids[be] if be < k < verb]
    if not between or not all(_of_time(tree, k) for k in between):
        return
    root = tree.head[be] == be
    tree.move(verb, verb if root else tree.head[be], tree.dep[be])
    for k in list(tree.kids[be]):
        tree.move(k, verb, "nsubjpass" if tree.dep[k] == "nsubj" else tree.dep[k])
    tree.move(be, verb, "auxpass")
    tree.pos[be], tree.pos[verb], tree.tag[verb] = "AUX", "VERB", "VBN"


def _of_time(tree: Tree, i: int) -> bool:
    """True of "on Friday", "late last night" and "yesterday" as the parser hangs them on a verb."""
    filler = tree.child(i, "pobj") if tree.dep[i] == "prep" else i
    return filler >= 0 and tree.is_time(filler)
