"""Who does what a verb says, where the subject is shared, raised, controlled or relativised."""

from __future__ import annotations

from dragoman.facts.predicates.arguments import antecedent_of
from dragoman.facts.predicates.tree import RELATIVE_TAGS, SUBJECTS, Tree

Subject = tuple[int, str]  # head token (-1: none) and the construction that gave it

_NONE: Subject = (-1, "")
_DEPTH = 60


class Subjects:
    """The surface subject of every verb of a sentence, found once each."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._known: dict[int, Subject] = {}

    def of(self, verb: int, depth: int = 0) -> Subject:
        """The head of the subject of a verb and how it was found."""
        known = self._known.get(verb)
        if known is not None:
            return known
        self._known[verb] = _NONE
        found = self._own(verb) or (self._inherited(verb, depth + 1) if depth < _DEPTH else _NONE)
        self._known[verb] = found
        return found

    def passive(self, verb: int) -> bool:
        """Whether a verb form is passive, also without its auxiliary."""
        tree = self.tree
        own_aux = subject = transitive = done_by = False
        for k in tree.kids[verb]:
            dep = tree.dep[k]
            if dep in ("auxpass", "nsubjpass"):
                return True
            if dep == "aux":
                own_aux = True
            elif dep == "nsubj":
                subject = True
            elif dep == "dobj":
                transitive = True
            elif dep == "agent":
                done_by = True
        if tree.tag[verb] not in ("VBN", "VBD") or own_aux:
            return False
        if done_by and not transitive and not subject:
            return True  # "was lost at sea, struck by a jet"
        dep = tree.dep[verb]
        if subject:
            # a headline without its auxiliary: "General killed in raid"
            known = tree.lemma[verb] in tree.lexicon.intransitive_verbs
            if not transitive and dep in ("ROOT", "ccomp") and self._carried(verb):
                return True
            return tree.tag[verb] == "VBN" and not transitive and dep != "relcl" and not known
        if dep in ("acl", "amod", "advcl", "relcl"):
            return tree.tag[verb] == "VBN" or dep == "acl"
        if dep == "conj" and tree.tag[verb] == "VBN":
            head = tree.head[verb]
            return tree.verb[head] and self.passive(head)
        return dep == "ccomp" and tree.tag[verb] == "VBN"

    def _carried(self, verb: int) -> bool:
        """ "Third meeting of the ministers held in Lima", "Accord signed in Bern": acts hold and sign nothing."""
        tree = self.tree
        subject = tree.child(verb, *SUBJECTS)
        alone = tree.child(verb, "ccomp", "xcomp", "prt", "acomp", "attr") < 0
        act = tree.lemma[subject].lower() in tree.lexicon.control_nouns and not tree.tokens[subject].ent
        return alone and act and tree.lemma[verb] in ("hold", "sign", "ink", "convene")

    def _own(self, verb: int) -> Subject | None:
        tree = self.tree
        for k in tree.kids[verb]:
            if tree.dep[k] in SUBJECTS:
                if tree.tag[k] in RELATIVE_TAGS:
                    antecedent = antecedent_of(tree, k)
                    if antecedent is not None:
                        return antecedent, "relative"
                return k, "subject"
        return self._behind(verb)

    def _behind(self, verb: int) -> Subject | None:
        """ "At the table were X and Y": what follows a form of "be" that opens with where it was is its subject."""
        tree = self.tree
        if tree.lemma[verb] != "be" or tree.dep[verb] not in ("ROOT", "conj", "ccomp"):
            return None
        before = [k for k in tree.kids[verb] if k < verb and tree.dep[k] != "punct"]
        named = tree.child(verb, "attr")
        if named < verb or not before or any(tree.dep[k] not in ("prep", "advmod", "cc", "mark") for k in before):
            return None
        return (named, "inverted") if any(tree.dep[k] == "prep" for k in before) else None

    def _told_before(self, speech: int, verb: int) -> int | None:
        """In "X passed a letter, KCNA said, and held talks": the clause told, whose subject the second verb shares."""
        tree = self.tree
        if tree.lemma[speech] not in tree.lexicon.speech_verbs or verb < speech:
            return None
        told = next((k for k in tree.kids[speech] if tree.dep[k] == "ccomp" and k < speech), None)
        after = next((k for k in range(speech + 1, verb) if tree.low[k] == ","), None)
        return told if after == speech + 1 else None

    def _inherited(self, verb: int, depth: int) -> Subject:
        tree = self.tree
        dep, head = tree.dep[verb], tree.head[verb]
        if head == verb:
            return _NONE
        if dep == "conj":
            if tree.verb[head]:
                told = self._told_before(head, verb)
                return self.of(head if told is None else told, depth)[0], "shared-subject"
            return _NONE
        if dep in ("xcomp", "ccomp", "oprd", "attr"):
            return self._controller(verb, head, depth)
        if dep in ("acl", "relcl", "amod"):
            return self._antecedent(verb, head, depth)
        if dep in ("advcl", "parataxis", "dep", "npadvmod"):
            if tree.verb[head]:
                return self._governing(verb, head, depth, "adjunct")
            if tree.pos[head] in ("ADJ", "ADV"):
                return self._controller(verb, head, depth)
            return self._antecedent(verb, head, depth) if dep == "advcl" else _NONE
        if dep in ("pcomp", "pobj"):
            blamed = self._blamed(head)
            return (blamed, "control") if blamed >= 0 else self.around(head, depth)
        return _NONE

    def _blamed(self, preposition: int) -> int:
        """ "Accused Armenia of breaking": the object of such a verb does what stands after the preposition; or -1."""
        tree = self.tree
        verb = tree.head[preposition]
        if not tree.verb[verb] or tree.lemma[verb] not in tree.lexicon.blaming_verbs:
            return -1
        if tree.low[preposition] not in ("of", "for", "from", "with", "against"):
            return -1
        if self.passive(verb):
            return self.of(verb)[0]
        blamed = next((k for k in tree.kids[verb] if tree.dep[k] == "dobj" and k < preposition), -1)
        if blamed > 0 and tree.low[blamed - 1 : blamed + 1] == ["each", "other"]:
            return self.of(verb)[0]  # "accuse each other of shelling": those who accuse are those who are accused
        return blamed

    def _controller(self, verb: int, head: int, depth: int) -> Subject:
        tree = self.tree
        if tree.verb[head]:
            return self._governing(verb, head, depth, "control")
        if tree.pos[head] in ("ADJ", "ADV") and tree.head[head] != head:
            above = tree.head[head]
            if tree.verb[above]:
                return self.of(above, depth)[0], "raising"
            if tree.pos[above] in ("NOUN", "PROPN", "PRON"):
                return above, "raising"
        if tree.pos[head] in ("NOUN", "PROPN"):
            return self._antecedent(verb, head, depth)
        return _NONE

    def _governing(self, verb: int, head: int, depth: int, via: str) -> Subject:
        """The object of the governing verb where it has one that controls, else its subject."""
        tree = self.tree
        infinitive = tree.tag[verb] == "VB"
        if (via == "control" or infinitive and tree.lemma[head] in tree.lexicon.object_control) and (
            tree.lemma[head] not in tree.lexicon.subject_control
        ):
            for k in tree.kids[head]:
                if tree.dep[k] in ("dobj", "dative") and k < verb and not tree.is_time(k):
                    if tree.pos[k] == "ADP":
                        k = tree.child(k, "pobj")
                        if k < 0:
                            continue
                    if tree.lemma[k] in tree.lexicon.control_nouns:
                        return self.of(head, depth)[0], "control"
                    if tree.tag[k] in RELATIVE_TAGS:
                        k = antecedent_of(tree, k) or k
                    return k, "object-control"
        words = tree.lexicon.prepositional_control.get(tree.lemma[head], ()) if infinitive else ()
        for k in [k for k in tree.kids[head] if k < verb and tree.dep[k] == "prep" and tree.low[k] in words]:
            if tree.child(k, "pobj") >= 0:
                return tree.child(k, "pobj"), "object-control"
        return self.of(head, depth)[0], via

    def _antecedent(self, verb: int, noun: int, depth: int) -> Subject:
        tree = self.tree
        infinitive = tree.tag[verb] == "VB" and any(tree.tag[k] == "TO" for k in tree.kids[verb])
        if infinitive and tree.lemma[noun] in tree.lexicon.control_nouns:
            return self.possessor(noun, depth)
        return noun, "infinitive-relative" if infinitive else "reduced-relative"

    def possessor(self, noun: int, depth: int = 0) -> Subject:
        """Whose plan, offer or act a noun names: its possessor, its `by` phrase, or the subject of its verb."""
        tree = self.tree
        for k in tree.kids[noun]:
            if tree.dep[k] == "poss" and not tree.is_time(k):
                return k, "possessor"
            if tree.dep[k] == "prep" and tree.low[k] == "by":
                filler = tree.child(k, "pobj")
                if filler >= 0:
                    return filler, "possessor"
        if tree.lemma[noun] in tree.lexicon.own_nouns:
            for k in tree.kids[noun]:
                named = tree.tokens[k].ent in ("NORP", "GPE", "ORG") and tree.pos[k] in ("ADJ", "PROPN")
                if k < noun and named and tree.dep[k] in ("amod", "compound", "nmod"):
                    return k, "possessor"  # "slams Italian plans to sell": they are not his who slams them
        found = self.around(noun, depth)
        return found if found[0] != noun else _NONE

    def around(self, i: int, depth: int = 0) -> Subject:
        """The subject of the verb that governs a noun or preposition; a possessor on the way comes first."""
        tree = self.tree
        at = i
        for _ in range(8):
            dep, above = tree.dep[at], tree.head[at]
            if above == at or dep in SUBJECTS:
                return _NONE
            if tree.verb[above]:
                return (self.of(above, depth)[0], "adjunct") if depth < _DEPTH else _NONE
            at = above
            if tree.pos[at] == "NOUN":
                for k in tree.kids[at]:
                    if tree.dep[k] == "poss" and not tree.is_time(k) and k != i:
                        return k, "possessor"
        return _NONE
