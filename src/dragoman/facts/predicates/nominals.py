"""Nouns that name an act as predicates: their own arguments, what a light verb lends, and what they inherit."""

from __future__ import annotations

from dragoman.facts.predicates.arguments import Draft, antecedent_of, role_of
from dragoman.facts.predicates.clauses import infinitive, prepositional
from dragoman.facts.predicates.subjects import Subjects
from dragoman.facts.predicates.tree import RELATIVE_TAGS, Tree

_DASHES = frozenset({"-", "–", "—", "‑", "‐", "/", "−"})
_PREMODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "nummod", "quantmod", "appos"})
_NAMED = frozenset({"of", "by", "between", "with", "to", "from", "in", "among", "into", "against", "on"})
# Shared between a light verb and its noun, besides the subject.
_LENT = frozenset({"companion", "place", "time", "goal", "source", "topic", "purpose", "recipient", "oblique"})


def noun_lemma(tree: Tree, i: int, act_nouns: frozenset[str] | None) -> str | None:
    """The lemma under which a noun is an act, or None where it is none."""
    pos = tree.pos[i]
    lemma = tree.lemma[i]
    if pos not in ("NOUN", "PROPN") or tree.tokens[i].ent == "PERSON":
        return None
    if act_nouns is not None:
        if lemma in act_nouns:
            return lemma
        low = tree.low[i]
        if low[-1:] == "s":
            for single in (low[:-1], low[:-2], low[:-3] + "y" if low.endswith("ies") else low):
                if single in act_nouns:
                    return single
        return low if low in act_nouns else None
    if pos == "PROPN":
        return None
    for k in tree.kids[i]:
        dep = tree.dep[k]
        if dep in ("poss", "nmod", "compound") or dep == "prep" and tree.low[k] in _NAMED:
            return lemma
        if dep == "amod" and tree.tokens[k].ent == "NORP":
            return lemma
    return None


def noun_draft(tree: Tree, subjects: Subjects, i: int, lemma: str, act_nouns: frozenset[str] | None) -> Draft:
    """An act noun with the arguments of its own phrase."""
    draft = Draft(tree, i, lemma, "noun")
    pairs = _hyphenated(tree, i)
    for m in pairs:
        draft.put("companion", m, "hyphen", None, (m, m + 1))
    for k in tree.kids[i]:
        dep = tree.dep[k]
        if k < i and dep in _PREMODIFIERS:
            _premodifier(tree, draft, k, pairs)
        elif dep in ("acl", "relcl") and infinitive(tree, k):
            draft.put("purpose", k, "infinitive", "to", tree.clause(k))
        elif dep in ("npadvmod", "tmod", "nmod") and k > i and tree.is_time(k):
            draft.add("time", k, "adverbial-noun")
    if act_nouns is not None and tree.dep[i] == "conj":
        _joint_possessor(tree, draft)
    prepositional(tree, draft, i, "preposition", act_nouns)
    for k in [a.head for a in draft.arguments if a.prep == "of" and tree.tokens[a.head - 1].ent == "MONEY"]:
        prepositional(tree, draft, k, "preposition", act_nouns)  # "a package of two million euros for Chad"
    return draft


def _joint_possessor(tree: Tree, draft: Draft) -> None:
    """ "Putin and Aliyev's meeting": what stands before the conjunction owns the act too."""
    first = tree.head[draft.token]
    owner = tree.child(draft.token, "poss")
    if tree.pos[first] == "PROPN" and owner > first and tree.dep[tree.phrase(owner)[0] - 1] == "cc":
        draft.put("agent", first, "possessive")


def _premodifier(tree: Tree, draft: Draft, k: int, pairs: list[int]) -> None:
    dep = tree.dep[k]
    if dep == "poss":
        if tree.is_time(k):
            draft.add("time", k, "possessive")
        elif tree.tag[k] in RELATIVE_TAGS:
            antecedent = antecedent_of(tree, k)
            if antecedent is not None:
                draft.put("agent", antecedent, "relative-possessive")
        else:
            draft.add("agent", k, "possessive")
        return
    if dep == "nummod" or tree.tokens[k].text in _DASHES:
        return
    if tree.is_time(k):
        draft.add("time", k, "modifier")
        return
    for m in tree.members(k):
        if m not in pairs:
            draft.put("modifier", m, "modifier")
    if tree.verb[k]:
        leader = tree.child(k, "npadvmod", "nmod", "compound")
        if leader >= 0:
            draft.put("modifier", leader, "modifier")


def _hyphenated(tree: Tree, i: int) -> list[int]:
    """Both halves of "A-B talks": tokens glued by a dash before the noun, or one token with a dash in it."""
    tokens = tree.tokens
    first = tree.phrase(i)[0]
    out: list[int] = []
    for j in range(first, i):
        text = tokens[j].text
        if text in _DASHES:
            if j == first or j + 1 >= i:
                continue
            a, b = tokens[j - 1], tokens[j + 1]
            glued = a.end == tokens[j].start and b.start == tokens[j].end
            spaced = text in ("–", "—") and b.pos in ("PROPN", "ADJ")
            named = a.text[:1].isupper() and b.text[:1].isupper() and a.text.replace(".", "").isalpha()
            if (glued or spaced) and named:
                if _modifies(tree, j - 1, i):
                    out.extend(m for m in (j - 1, j + 1) if m not in out)
        elif tree.pos[j] == "PROPN" and any(dash in text[1:-1] for dash in "-–/"):
            halves = text.replace("–", "-").replace("/", "-").split("-")
            if len(halves) == 2 and all(
                h[:1].isupper() and h[-1:] in ".ABCDEFGHIJKLMNOPQRSTUVWXYZ" or h.istitle() for h in halves
            ):
                out.append(j)
    return out


def _modifies(tree: Tree, pair: int, i: int) -> bool:
    """Whether a glued run that starts with this pair describes the noun, and is no part of a longer name before it."""
    last = pair + 2
    if tree.pos[last] == "ADJ" or tree.tokens[last].ent == "NORP":
        return True
    while last + 2 < i and tree.tokens[last + 1].text in _DASHES:
        last += 2
    return i in (tree.head[last], tree.head[pair])


def carry(tree: Tree, drafts: dict[int, Draft], act_nouns: frozenset[str] | None) -> None:
    """Find the light verb of each act noun, and lend the noun what stands with the verb."""
    lexicon = tree.lexicon
    verbs = [draft for draft in drafts.values() if draft.pos == "verb"]
    # "be" says least, so it comes last: in "the talks are likely to resume" they resume
    for draft in [d for d in verbs if d.lemma != "be"] + [d for d in verbs if d.lemma == "be"]:
        carried: list[int] = []
        _raise_antecedent(tree, drafts, draft)
        if draft.lemma in lexicon.carry_object:
            carried = draft.fillers("patient")
            if draft.lemma != "be" and not carried:
                carried = draft.fillers("attribute")  # "Navies of X, Y begin drill": the parser's slip
        existential = draft.lemma == "be" and tree.child(draft.token, "expl") >= 0
        if draft.lemma in lexicon.carry_subject and not draft.passive:
            carried = carried + draft.fillers("agent")
            if draft.lemma == "be":
                carried = carried + draft.fillers("attribute")
        preps = lexicon.carry_prepositional.get(draft.lemma)
        if preps:
            carried = carried + [a.head for a in draft.arguments if a.prep in preps]
        for head in carried:
            for noun in portioned(tree, head, drafts):
                _lend(tree, draft, drafts[noun], existential, act_nouns)


def ascribe(tree: Tree, drafts: dict[int, Draft]) -> None:
    """Who is said to have done an act: "a clash blamed on Bolivia", "attributed the raid to Sudan"."""
    for verb in [d for d in drafts.values() if d.pos == "verb" and d.lemma in tree.lexicon.ascribing_verbs]:
        wanted = tree.lexicon.ascribing_verbs[verb.lemma]
        acts = [drafts[h] for h in verb.fillers("patient") if h in drafts and drafts[h].pos == "noun"]
        # "Blamed on Armenia and military cargo": what is coordinated with the first may be of another list.
        named = [a for a in verb.arguments if a.prep in wanted]
        doers = [a for a in named if a is named[0] or tree.pos[a.head] == "PROPN"]
        for noun in acts:
            # What the verb lent the noun of them before is not where, or at whom, it was done.
            noun.arguments = [b for b in noun.arguments if all(b.head != a.head for a in doers)]
            for a in doers:
                noun.put("agent", a.head, "ascribed", "by", (a.first, a.last))


def _raise_antecedent(tree: Tree, drafts: dict[int, Draft], verb: Draft) -> None:
    """ "A meeting of ministers held in Minsk": offer the act above the noun on which a clause was hung."""
    if tree.dep[verb.token] not in ("acl", "relcl"):
        return
    at = tree.head[verb.token]
    role = next((a.role for a in verb.arguments if a.head == at and a.via in ("relative", "reduced-relative")), None)
    if (
        role is None
        or at in drafts
        and drafts[at].pos == "noun"
        or any(tree.low[k] in ("who", "whom") for k in tree.kids[verb.token])
    ):
        return
    for _ in range(3):
        if tree.dep[at] == "conj":
            at = tree.head[at]
        if tree.dep[at] != "pobj" or tree.dep[tree.head[at]] != "prep":
            return
        at = tree.head[tree.head[at]]
        if at in drafts and drafts[at].pos == "noun":
            verb.put(role, at, "relative-high")
            return


def portioned(tree: Tree, head: int, drafts: dict[int, Draft]) -> list[int]:
    """The act nouns that a filler stands for: itself, or what it is a round or series of."""
    out = [head] if head in drafts and drafts[head].pos == "noun" else []
    if tree.lemma[head] in tree.lexicon.transparent:
        for k in tree.kids[head]:
            if tree.dep[k] == "prep" and tree.low[k] == "of":
                filler = tree.child(k, "pobj")
                if filler >= 0:
                    inner = [m for m in tree.members(filler) if m in drafts and drafts[m].pos == "noun"]
                    if inner:
                        return inner
    return out


def _lend(tree: Tree, verb: Draft, noun: Draft, existential: bool, act_nouns: frozenset[str] | None) -> None:
    known: set[str] = set()
    if noun.light is None:
        noun.light = verb.token
    else:
        known = {a.role for a in noun.arguments}
    # "held their meeting": the possessor only repeats the subject
    agentless = all(tree.tag[a.head] == "PRP$" for a in noun.arguments if a.role == "agent")
    for argument in verb.arguments:
        role = argument.role
        if (
            role in known
            and role != "agent"
            or argument.head == noun.token
            or argument.first <= noun.token < argument.last
        ):
            continue
        if role == "agent" and not existential and not _is_act(tree, argument.head, noun, verb):
            # "aid to Somalia, which began in May": what the noun itself takes does not do it as well
            if agentless and all(a.head != argument.head or a.role == "agent" for a in noun.arguments):
                via = "relative-group" if argument.via == "relative-group" else "light"
                noun.put("agent", argument.head, via, argument.prep, (argument.first, argument.last))
        elif role in _LENT:
            if argument.prep is not None and argument.via != "relative":
                role = role_of(tree, argument.prep, argument.head, True, act_nouns)
                if argument.prep == "to" and argument.role == "recipient":
                    role = "recipient"
            via = argument.via if argument.via in ("low-attachment", "relative-group") else "light"
            noun.put(role, argument.head, via, argument.prep, (argument.first, argument.last))


def _is_act(tree: Tree, head: int, noun: Draft, verb: Draft) -> bool:
    """Whether the subject is itself the act carried ("the talks began") or coordinated with it."""
    return noun.token in tree.members(head) or head in tree.members(noun.token)


def _where_beside(tree: Tree, noun: Draft) -> None:
    """ "General Olsen, currently in Kenya on a visit, met ...": what is said of the person says where the visit is."""
    on = tree.head[noun.token]
    if tree.dep[noun.token] != "pobj" or tree.low[on] != "on" or tree.dep[on] != "prep" or noun.has("place"):
        return
    for k in tree.kids[tree.head[on]]:
        place = tree.child(k, "pobj") if tree.dep[k] == "prep" and tree.low[k] == "in" and k < on else -1
        if place >= 0 and tree.pos[tree.head[on]] == "PROPN":
            noun.put("place", place, "beside", "in", tree.phrase(place))


def inherit(tree: Tree, subjects: Subjects, drafts: dict[int, Draft]) -> None:
    """Give act nouns that lack an agent the one of the verb that governs them, and its place and time to purposes."""
    for i in sorted(drafts):
        noun = drafts[i]
        if noun.pos != "noun":
            continue
        _share(tree, drafts, noun)
        _where_beside(tree, noun)
        starts = noun.light is not None and tree.tag[noun.light] == "VBG" and tree.head[noun.light] == i
        if noun.light is not None and not starts or noun.parent is None:
            continue  # "agreed to a truce starting on Monday": what the participle says of it leaves it theirs
        verb = drafts[noun.parent]
        if verb.pos == "noun" and noun.link == "part" and not noun.has("agent"):
            for filler in verb.fillers("agent"):  # "said at the end of a visit to Laos"
                noun.put("agent", filler, "inherited-subject")
            continue
        if verb.pos == "adj" and noun.link == "purpose" and not noun.has("agent"):
            for filler in verb.fillers("agent"):  # "are getting ready for a drill"
                noun.put("agent", filler, "inherited-subject")
        if verb.pos != "verb" or noun.link not in tree.lexicon.attending:
            continue
        if not noun.has("agent") and not verb.passive:
            for argument in verb.arguments:
                if argument.prep == "by" and argument.role == "oblique" and argument.head > i:
                    # "called it harassment by Turkish jets": nobody does an active verb by another
                    noun.put("agent", argument.head, "high-attachment", "by")
        if not noun.has("agent"):
            head, _ = subjects.of(verb.token)
            if verb.lemma in tree.lexicon.object_control and not verb.passive and noun.link != "object":
                for filler in verb.fillers("patient"):
                    if filler < i:
                        noun.put("agent", filler, "inherited-object")
            if verb.lemma in tree.lexicon.encounter_verbs and noun.link == "purpose" and not noun.has("companion"):
                for role in ("patient", "companion"):
                    for filler in verb.fillers(role):
                        if filler < i:
                            noun.put("companion", filler, "inherited-object")
            if head >= 0 and head != i and not verb.passive or verb.passive and head >= 0 and noun.link != "object":
                for m in tree.members(head):
                    noun.put("agent", m, "inherited-subject")
        for argument in verb.arguments:
            if argument.prep is None and argument.role != "time" or argument.first <= i < argument.last:
                continue
            if argument.role == "goal" and argument.prep == "for" and argument.head == i:
                continue
            if argument.role in ("place", "time") and not noun.has(argument.role):
                noun.put(argument.role, argument.head, "inherited", argument.prep, (argument.first, argument.last))
            elif (
                noun.link == "object"
                and argument.via == "preposition"
                and argument.head > i
                and argument.role in ("companion", "goal", "source", "topic")
                and not noun.has(argument.role)
            ):
                noun.put(
                    argument.role, argument.head, "high-attachment", argument.prep, (argument.first, argument.last)
                )


def _share(tree: Tree, drafts: dict[int, Draft], noun: Draft) -> None:
    """ "His visit and talks with X": the first noun's possessor and the last one's complements serve both."""
    i = noun.token
    if tree.dep[i] != "conj" or tree.head[i] not in drafts:
        return
    first = drafts[tree.head[i]]
    if first.pos != "noun":
        return
    if noun.light is None:
        noun.light = first.light
    own = {a.role for a in noun.arguments}
    theirs = {a.role for a in first.arguments}
    for argument in first.arguments:
        if argument.role not in own and (
            argument.role == "agent" or argument.via in ("light", "hyphen") or argument.prep and argument.head > i
        ):
            noun.put(argument.role, argument.head, "coordination", argument.prep, (argument.first, argument.last))
    for argument in noun.arguments:
        if argument.role not in theirs and argument.via == "preposition":
            first.put(argument.role, argument.head, "coordination", argument.prep, (argument.first, argument.last))
