"""Verbs (and adjectives with a clause of their own) as predicates."""

from __future__ import annotations

from dataclasses import replace

from dragoman.facts.predicates.arguments import PRESENT, Draft, antecedent_of, prepositions, role_of
from dragoman.facts.predicates.subjects import Subjects
from dragoman.facts.predicates.tree import NOMINAL, RELATIVE_TAGS, Tree

# Phrases deep under an object that may belong to the verb.
LOW_ROLES = frozenset({"place", "time", "companion", "goal", "source", "topic"})
_LOW_PREPOSITIONS = frozenset(
    "in at on near with to from into toward towards during before after by between for over off alongside".split()
) | {PRESENT}

_CIRCUMSTANCES = frozenset({"place", "time"})
_COMITATIVE = frozenset({"along with", "together with", "jointly with", "alongside"})
_ADJECTIVE_PLACES = frozenset("acomp oprd xcomp conj amod relcl advcl ROOT ccomp".split())


def lemma_of(tree: Tree, verb: int) -> str:
    """Lemma with its particle, or with the noun that makes one verb of the two ("take place")."""
    lemma = tree.lemma[verb]
    for k in tree.kids[verb]:
        dep = tree.dep[k]
        if dep == "prt" or dep == "advmod" and k == verb + 1:
            whole = f"{lemma} {tree.low[k]}"
            if whole in tree.lexicon.phrasal_verbs or whole in tree.lexicon.travel_verbs:
                return whole
            if dep == "prt" and whole in tree.lexicon.carry_subject and not _goes_somewhere(tree, verb):
                return whole  # "the fighting went on along the border"
            # "flew in", "travelled on" are flying and travelling
            if dep == "prt" and lemma not in tree.lexicon.travel_verbs:
                return whole
    compounds = tree.lexicon.compounds.get(lemma)
    if compounds:
        part = compound_part(tree, verb, compounds)
        if part >= 0:
            if tree.dep[part] == "pobj" and tree.low[tree.head[part]] == "on":
                return f"{lemma} on {tree.low[part]}"
            return f"{lemma} under way" if tree.low[part] in ("way", "underway") else f"{lemma} {tree.low[part]}"
    return lemma


def _goes_somewhere(tree: Tree, verb: int) -> bool:
    """True of "went on to Lima", and of "went on to say", whose act is the other verb's."""
    onward = any(tree.dep[k] == "prep" and tree.low[k] in ("to", "into", "for", "from") for k in tree.kids[verb])
    return onward or any(tree.dep[k] in ("xcomp", "advcl") and tree.low[k - 1] == "to" for k in tree.kids[verb])


def compound_part(tree: Tree, verb: int, compounds: frozenset[str]) -> int:
    """The noun or adverb that makes one verb of the two, or -1."""
    for k in tree.kids[verb]:
        dep, low = tree.dep[k], tree.low[k]
        if low in compounds and dep in ("dobj", "advmod", "acomp", "attr") and not _modified(tree, k):
            return k
        if low in ("under", "on") and dep in ("prep", "advmod"):
            way = tree.child(k, "pobj")
            if way >= 0 and tree.low[way] in compounds and (low == "under") == (tree.low[way] == "way"):
                return way
    return -1


def _modified(tree: Tree, i: int) -> bool:
    return any(tree.dep[k] in ("poss", "amod", "nummod", "det") for k in tree.kids[i])


def verb_draft(tree: Tree, subjects: Subjects, verb: int, act_nouns: frozenset[str] | None) -> Draft:
    """A verb with the arguments of its own clause."""
    draft = Draft(tree, verb, lemma_of(tree, verb), "verb")
    draft.passive = subjects.passive(verb)
    _subject(tree, subjects, draft)
    compounds = tree.lexicon.compounds.get(tree.lemma[verb])
    skip = compound_part(tree, verb, compounds) if compounds else -1
    for k in tree.kids[verb]:
        dep = tree.dep[k]
        if dep == "dobj":
            if k != skip:
                timed = tree.is_time(k) and tree.tokens[k].ent and not _span_of_act(tree, k)
                draft.add("time" if timed else "patient", k, "object")
        elif dep == "dative":
            filler = tree.child(k, "pobj") if tree.pos[k] == "ADP" else k
            if filler >= 0:
                draft.add("recipient", filler, "dative", tree.low[k] if filler != k else None)
                if filler != k:
                    draft.add("goal", filler, "dative", tree.low[k])
        elif dep in ("npadvmod", "tmod"):
            if tree.is_time(k):
                draft.add("time", k, "adverbial-noun")
        elif dep in ("ccomp", "xcomp"):
            _content(tree, draft, k)
        elif dep == "advcl":
            if infinitive(tree, k):
                draft.put("purpose", k, "infinitive", "to", tree.clause(k))
            elif tree.lemma[k] in tree.lexicon.accompanying_verbs and tree.tag[k] == "VBN":
                draft.by_phrase(k, "companion", "accompanied-by", "by")
        elif dep in ("attr", "oprd"):
            if k != skip:
                draft.add("attribute", k, "predicate-noun")
        elif dep == "acomp":
            if k != skip:
                draft.put("attribute", k, "predicate-adjective")
                prepositional(tree, draft, k, "complement", act_nouns)
        elif dep == "advmod" and tree.tag[k] == "WRB":
            _where(tree, draft, k)
    prepositional(tree, draft, verb, "preposition", act_nouns)
    if skip >= 0:
        draft.arguments = [a for a in draft.arguments if a.head != skip]
    if tree.dep[verb] == "relcl":
        _gap(tree, draft)
    if draft.passive and draft.fillers("patient") and any(a.via == "object" for a in draft.arguments):
        _promote_recipient(draft)
    return draft


def _span_of_act(tree: Tree, i: int) -> bool:
    """ "Ten days of war games": a time that portions out what is no time."""
    if tree.lemma[i] not in tree.lexicon.transparent:
        return False
    filler = next((tree.child(k, "pobj") for k in tree.kids[i] if tree.low[k] == "of"), -1)
    return filler >= 0 and tree.lemma[filler] not in tree.lexicon.time_nouns


def _subject(tree: Tree, subjects: Subjects, draft: Draft) -> None:
    head, via = subjects.of(draft.token)
    if head < 0:
        return
    role = "patient" if draft.passive else "agent"
    if via == "relative":
        draft.put(role, head, via)
        for m in tree.members(head)[1:] if tree.head[draft.token] == head and tree.tag[head] != "NNP" else []:
            draft.put(role, m, via)
        if tree.head[draft.token] == head and tree.tag[head] == "NNP":
            for m in (m for m in tree.members(head)[1:] if m < draft.token):
                draft.put(role, m, "relative-group")
        number = _number(tree, draft.token)
        for m in _named_before(tree, head) if number != "one" else []:
            draft.put(role, m, "relative" if number == "many" else "relative-group")
    else:
        draft.add(role, head, via)
    for word, filler, _ in prepositions(tree, head):
        if filler >= 0 and word in _COMITATIVE:
            draft.add("companion", filler, "comitative", word)


def _named_before(tree: Tree, antecedent: int) -> list[int]:
    """ "X and Y, who met": those coordinated with the antecedent before it, whom the clause may be about as well."""
    top = antecedent
    while tree.dep[top] in ("conj", "appos") and tree.pos[tree.head[top]] in NOMINAL:
        top = tree.head[top]
    if not any(tree.dep[k] == "conj" for k in tree.members(top)[1:]) or tree.pos[top] not in ("NOUN", "PROPN"):
        return []
    apposed = {k for m in tree.members(top) for k in tree.kids[m] if tree.dep[k] == "appos"}
    own = antecedent if antecedent not in apposed else tree.head[antecedent]
    return [m for m in tree.members(top) if m < own]


def _number(tree: Tree, verb: int) -> str | None:
    """What the form of a verb says of its subject: "many" of "who meet", "one" of "who was received"."""
    forms = {tree.low[k] for k in tree.kids[verb] if tree.dep[k] in ("aux", "auxpass")}
    if tree.tag[verb] == "VBP" or forms & {"are", "were", "have"}:
        return "many"
    return "one" if tree.tag[verb] == "VBZ" or forms & {"is", "was", "has"} else None


def _promote_recipient(draft: Draft) -> None:
    """ "Turkey was given tanks": the subject of a passive that keeps its object receives it."""
    draft.arguments = [
        replace(a, role="recipient") if a.role == "patient" and a.via != "object" else a for a in draft.arguments
    ]
    draft.seen = {(a.role, a.head) for a in draft.arguments}


def _content(tree: Tree, draft: Draft, k: int) -> None:
    if tree.dep[k] == "xcomp" and not tree.verb[k]:
        draft.add("attribute", k, "predicate-noun")
        return
    motion = draft.lemma in tree.lexicon.travel_verbs and infinitive(tree, k)
    draft.put("purpose" if motion else "content", k, "infinitive" if motion else "clause", None, tree.clause(k))


def infinitive(tree: Tree, k: int) -> bool:
    """Whether a verb is a bare "to" infinitive."""
    return tree.tag[k] == "VB" and any(tree.tag[j] == "TO" for j in tree.kids[k]) and tree.child(k, "mark") < 0


def _where(tree: Tree, draft: Draft, k: int) -> None:
    if tree.dep[draft.token] not in ("relcl", "advcl"):
        return
    antecedent = tree.head[draft.token]
    if tree.low[k] == "where" and tree.pos[antecedent] in NOMINAL:
        draft.put("place", antecedent, "relative", "where")
    elif tree.low[k] == "when" and tree.is_time(antecedent):
        draft.put("time", antecedent, "relative", "when")


def _gap(tree: Tree, draft: Draft) -> None:
    """ "The tanks Russia delivered": what a relative clause lacks is what it describes."""
    verb = draft.token
    antecedent = tree.head[verb]
    if tree.pos[antecedent] not in NOMINAL or draft.passive or any(a.head == antecedent for a in draft.arguments):
        return
    if any(tree.tag[k] in RELATIVE_TAGS or tree.tag[k] == "WRB" for k in _descendants(tree, verb)):
        return
    stranded = next((w for w, filler, k in prepositions(tree, verb) if filler < 0 and not tree.kids[k]), None)
    if stranded is not None:
        role = role_of(tree, stranded, antecedent, False, None)
        draft.put(role, antecedent, "relative-gap", stranded)
    elif tree.child(verb, "dobj", "ccomp", "xcomp", "attr", "acomp") < 0 and tree.lemma[verb] != "be":
        draft.put("patient", antecedent, "relative-gap")


def _descendants(tree: Tree, verb: int) -> list[int]:
    out: list[int] = []
    for k in tree.kids[verb]:
        out.append(k)
        if not tree.verb[k]:
            for j in tree.kids[k]:
                out.append(j)
                out.extend(tree.kids[j])
    return out


def prepositional(tree: Tree, draft: Draft, of: int, via: str, act_nouns: frozenset[str] | None) -> None:
    """Add the objects of the prepositions under `of` to a draft, each in its role."""
    nominal = draft.pos == "noun"
    for word, filler, first in prepositions(tree, of):
        if filler < 0:
            continue
        if draft.passive and word == "by" and not tree.is_time(filler) and draft.pos == "verb":
            draft.add("agent", filler, "by-phrase", "by")
            continue
        role = role_of(tree, word, filler, nominal, act_nouns)
        if (
            not nominal
            and word == "for"
            and role in ("oblique", "purpose", "goal")
            and first > draft.token
            and tree.pos[filler] == "PROPN"
        ):
            role = "goal" if draft.lemma in tree.lexicon.travel_verbs else "oblique"
        if tree.tag[filler] in RELATIVE_TAGS:
            antecedent = antecedent_of(tree, filler)
            if antecedent is not None:
                role = role_of(tree, word, antecedent, nominal, act_nouns)
        draft.add(role, filler, via, word)
        if word == "to" and not nominal and draft.lemma in tree.lexicon.transfer_verbs:
            draft.add("recipient", filler, via, word)


def low_attached(tree: Tree, drafts: dict[int, Draft], draft: Draft, act_nouns: frozenset[str] | None) -> None:
    """Offer what hangs deep under an object, and may belong to the predicate, where it has nothing of the kind."""
    missing = LOW_ROLES - {
        a.role
        for a in draft.arguments
        if a.role != "place" or tree.tokens[a.head].ent in ("GPE", "LOC", "FAC") or a.via == "relative"
    }
    if not missing:
        return
    verb = draft.token
    for argument in list(draft.arguments):
        if argument.via in ("relative", "reduced-relative", "relative-gap", "shared-subject", "subject"):
            continue
        if argument.role in ("content", "modifier", "agent") and argument.via != "by-phrase":
            continue
        if argument.role == "attribute" and draft.lemma != "be" and not draft.passive:
            continue
        if argument.head < verb or tree.verb[argument.head]:
            continue
        # what an object that is an act takes ("signed a contract with Peru") may be the verb's; what others take is not
        own = argument.role == "patient" or not _is_act(drafts, argument.head)
        lacking = missing if own else missing & _CIRCUMSTANCES
        if argument.role == "attribute" and draft.lemma != "be":
            lacking = frozenset()  # "were declared unwelcome by Sofia": only who did it
        if argument.prep == "amid":
            lacking = lacking & _CIRCUMSTANCES  # "met amid closer ties between Peru and Chile": the two did not meet
        _descend(tree, drafts, draft, argument.head, lacking, act_nouns, 0)
        # "broke relations with Oman over its ties with Iran": whom the first phrase names is no more to be looked for
        missing = missing - {a.role for a in draft.arguments if a.role not in _CIRCUMSTANCES}


def _is_act(drafts: dict[int, Draft], i: int) -> bool:
    act = drafts.get(i)
    return act is not None and act.pos == "noun"


def _descend(
    tree: Tree,
    drafts: dict[int, Draft],
    draft: Draft,
    i: int,
    missing: frozenset[str],
    act_nouns: frozenset[str] | None,
    depth: int,
) -> None:
    if not tree.kids[i]:
        return
    nominal = draft.pos == "noun"
    for k in tree.kids[i]:
        dep = tree.dep[k]
        if dep in ("npadvmod", "tmod", "appos", "nmod") and k > i and "time" in missing and tree.is_time(k):
            draft.add("time", k, "low-attachment")
        elif dep == "appos" and depth < 3:
            _descend(tree, drafts, draft, k, missing, act_nouns, depth + 1)
    for word, filler, first in prepositions(tree, i):
        if filler < 0 or first < i:
            continue
        if word == "between" and draft.lemma in tree.lexicon.discussing_verbs:
            continue  # "discussed the war between Chad and Libya": they did not discuss it
        if word in _LOW_PREPOSITIONS:
            role = role_of(tree, word, filler, nominal, act_nouns)
            if role in missing and not (role == "topic" and not nominal):
                draft.add(role, filler, "low-attachment", word)
            elif word == "by" and (draft.passive or nominal) and not draft.has("agent"):
                draft.add("agent", filler, "low-attachment", word)
        elif word == "of" and nominal and tree.tokens[i].ent == "GPE" and not draft.has("patient"):
            # "the arrival in Odessa of two frigates"
            draft.add("patient", filler, "low-attachment", word)
        if depth < 3:
            inner = missing & _CIRCUMSTANCES if _is_act(drafts, filler) else missing
            _descend(tree, drafts, draft, filler, inner, act_nouns, depth + 1)


def adjective_draft(tree: Tree, subjects: Subjects, i: int, act_nouns: frozenset[str] | None) -> Draft:
    """An adjective that governs a clause or a phrase: "ready to meet", "due in Ankara"."""
    draft = Draft(tree, i, tree.lemma[i], "adj")
    above = tree.head[i]
    if tree.verb[above]:
        head, _ = subjects.of(above)
        if head >= 0:
            draft.add("agent", head, "predicate-adjective")
    elif tree.pos[above] in NOMINAL:
        draft.add("agent", above, "modified")
    for k in tree.kids[i]:
        # "Also present were X and Y": what follows the verb is the subject.
        named = tree.child(k, "attr", "nsubj") if tree.lemma[k] == "be" and k > i else -1
        if named > k:
            draft.add("agent", named, "inverted")
        elif tree.dep[k] == "nsubj" and k > i and tree.lemma[k - 1] != "be" and not draft.has("agent"):
            draft.add("agent", k, "inverted")
    for k in tree.kids[i]:
        if tree.dep[k] in ("xcomp", "ccomp", "advcl") and tree.verb[k]:
            draft.put("content", k, "clause", None, tree.clause(k))
    prepositional(tree, draft, i, "preposition", act_nouns)
    return draft


def governs(tree: Tree, i: int) -> bool:
    """Whether an adjective is a predicate of its own."""
    if tree.pos[i] != "ADJ" or tree.dep[i] not in _ADJECTIVE_PLACES:
        return False
    return any(tree.dep[k] in ("xcomp", "ccomp", "prep") for k in tree.kids[i])
