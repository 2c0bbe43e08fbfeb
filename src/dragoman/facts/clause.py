"""The status that one clause gives to its verb: by tense, auxiliaries, negation and condition alone."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.scope_words import words
from dragoman.types import Status, Token

_AUXILIARY = ("aux", "auxpass")
_HAS = ("has", "have", "'s", "’s", "'ve", "’ve")
# What a clause says: the status or None where a governing word must tell; the token that says so; the rule.
Said = tuple[Status | None, int, str]

# Words that make an act one of a row: "the first visit", "not the only one".
IN_A_ROW = frozenset("first second third fourth fifth sixth last only next".split())


def auxiliaries(tokens: Sequence[Token], verb: int) -> list[Token]:
    """The auxiliaries of a verb, those that it shares with the verb before it included."""
    own = [t for t in tokens if t.head == verb and t.i != verb and t.dep in _AUXILIARY]
    if not own and tokens[verb].dep == "conj" and tokens[verb].head < verb:
        # "will meet Putin and visit Kazan": the second verb shares what stands before the first.
        first = tokens[tokens[verb].head]
        if tokens[verb].tag == first.tag and not any(
            t.head == verb and t.dep in ("nsubj", "nsubjpass") for t in tokens
        ):
            return auxiliaries(tokens, first.i)
    return own


# Behind "not" these deny nothing: "will not only meet officials but also rebels".
_AND_MORE = frozenset({"only", "merely", "just", "simply"})


def negation(tokens: Sequence[Token], verb: int) -> Token | None:
    """What negates a verb: "not", "never", or "no" before its subject or object."""
    known = words().negation
    for t in tokens:
        # "Ended without an agreement": it did end.
        if t.head == verb and t.i != verb and (t.dep == "neg" or t.text.lower() in known and t.dep != "prep"):
            if all(after.text.lower() not in _AND_MORE for after in tokens[t.i + 1 : t.i + 2]):
                return t
    for s in tokens:
        if s.head == verb and s.dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            for t in tokens:
                if t.head == s.i and t.dep in ("det", "neg", "preconj") and t.text.lower() in ("no", "neither"):
                    return t
    return None


def past(tokens: Sequence[Token], verb: int | None) -> bool:
    """Whether a verb stands in the past."""
    if verb is None:
        return False
    return tokens[verb].tag in ("VBD", "VBN") or any(t.tag == "VBD" for t in auxiliaries(tokens, verb))


def finite(tokens: Sequence[Token], verb: int | None) -> bool:
    """Whether a verb has a tense or a modal verb of its own."""
    if verb is None:
        return False
    tags = [tokens[verb].tag] + [t.tag for t in auxiliaries(tokens, verb)]
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)


def passive(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the subject of a verb undergoes it; a headline leaves the auxiliary out."""
    own = auxiliaries(tokens, verb)
    return (
        tokens[verb].tag == "VBN"
        and (not own or any(t.dep == "auxpass" for t in own))
        or any(t.dep == "nsubjpass" and t.head == verb for t in tokens)
    )


def condition(tokens: Sequence[Token], verb: int) -> Token | None:
    """What says that a verb's clause holds only on a condition: "if", "unless", "should the talks fail", "in case"."""
    known = words()
    opening = known.conditional - {"whether"}
    for child in tokens:
        if child.head != verb or child.i == verb:
            continue
        if child.dep == "advcl":
            for t in tokens:
                if t.head == child.i and t.dep in ("mark", "advmod") and t.text.lower() in opening:
                    return t
            opener = min((t for t in tokens if t.i == child.i or t.head == child.i), key=lambda t: t.i)
            if opener.text.lower() in ("should", "were", "had") and any(
                t.i > opener.i and t.head == child.i and t.dep in ("nsubj", "nsubjpass") for t in tokens
            ):
                return opener
        if child.dep == "prep" and child.text.lower() in ("if", "unless"):
            return child  # the clause read as a phrase: "unless Kyiv objects"
        if child.text.lower() in ("provided", "providing", "assuming") and child.dep in ("prep", "advcl", "mark"):
            return child
        if child.dep == "prep" and child.text.lower() in ("in", "on", "under"):
            for t in tokens:
                if t.head == child.i and t.dep == "pobj" and t.lemma in known.conditional_nouns:
                    return t
    return None


def clause(tokens: Sequence[Token], verb: int, headline: bool = False) -> Said:
    """Status by tense, modality, negation and condition of a verb's own clause."""
    known = words()
    mark = next((t for t in tokens if t.head == verb and t.dep == "mark" and t.text.lower() in known.conditional), None)
    if mark is not None:
        return "possible", mark.i, f"a condition: '{mark.text.lower()}'"
    said = _tensed(tokens, verb, headline)
    if said[0] == "planned":
        hinge = condition(tokens, verb)
        if hinge is not None:
            return "possible", hinge.i, f"on a condition: '{hinge.text.lower()}'"
    return said


def _tensed(tokens: Sequence[Token], verb: int, headline: bool) -> Said:
    token = tokens[verb]
    own = auxiliaries(tokens, verb)
    negated = negation(tokens, verb)
    modal = _modal(tokens, verb, own, negated)
    if modal is not None:
        return modal
    infinitive = any(t.tag == "TO" for t in own) or token.tag == "VB"
    if infinitive and not any(t.tag in ("VBD", "VBZ", "VBP") for t in own):
        if negated is not None:
            return "denied", negated.i, f"'{negated.text} to'"
        if token.dep == "ROOT" and any(t.tag == "TO" for t in own):
            return "planned", verb, "infinitive of a headline"
        if token.tag == "VBN" and token.dep in ("relcl", "acl") and not _one_of_a_row(tokens, token.head):
            return "planned", verb, "still to be done"  # "the tanks to be delivered to Oslo"
        return None, verb, "infinitive"
    if negated is not None:
        return "denied", negated.i, f"'{negated.text}'"
    if token.tag == "VBG" and any(t.lemma == "be" for t in own):
        coming = to_come(tokens, verb)
        if coming is not None and not any(t.tag == "VBD" for t in own):
            return "planned", coming.i, f"progressive, '{coming.text}'"
        return ("occurred" if any(t.tag == "VBD" for t in own) else "ongoing"), verb, "progressive"
    if token.tag == "VBG" and not own:
        return None, verb, "participle"
    if with_particle(tokens, verb) in words().setting_out and any(t.text.lower() in _HAS for t in own):
        if any(t.head == verb and t.text.lower() in ("for", "to") for t in tokens):
            return "ongoing", verb, f"'has {token.text} for'"
    if token.tag == "VBN" and any(t.text.lower() == "being" for t in own):
        return ("occurred" if any(t.tag == "VBD" for t in own) else "ongoing"), verb, "progressive"
    if token.tag == "VBN" and token.lemma in words().states and all(t.tag in ("VBP", "VBZ") for t in own):
        return "ongoing", verb, "a state that holds"
    if token.tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in own):
        return "occurred", verb, "past tense"
    if token.tag == "VBN" and not own:
        return ("occurred" if token.dep in ("ROOT", "acl", "relcl") else None), verb, "past participle"
    if token.tag == "VBN":
        return "occurred", verb, "passive"
    if token.lemma in ("be", "stay", "remain") and not headline:
        return "ongoing", verb, "a state that holds"
    return "occurred", verb, "headline in the present" if headline else "present tense"


def to_come(tokens: Sequence[Token], head: int) -> Token | None:
    """What puts an act into the time to come, right below its word: "tomorrow", "next week", "next month's"."""
    known = words().time_to_come
    for t in tokens:
        if t.head == head and t.i != head and t.dep in ("npadvmod", "advmod", "poss", "nmod", "compound"):
            told = [w for w in tokens if (w.i == t.i or w.head == t.i) and w.text.lower() in known]
            if told and (t.ent in ("DATE", "TIME") or t.text.lower() in known):
                return told[0]
    return None


def _one_of_a_row(tokens: Sequence[Token], noun: int) -> bool:
    """True of "the first jet to be delivered", "the only ship to be sunk": those that were."""
    return any(t.head == noun and (t.text.lower() in IN_A_ROW or t.tag == "JJS") for t in tokens[:noun])


def closes(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb says that something comes to its end: "ends", "wraps up"."""
    return with_particle(tokens, verb) in words().ending


def with_particle(tokens: Sequence[Token], verb: int) -> str:
    particle = next((t.text.lower() for t in tokens if t.head == verb and t.dep == "prt"), None)
    return f"{tokens[verb].lemma} {particle}" if particle else tokens[verb].lemma


def _modal(tokens: Sequence[Token], verb: int, own: Sequence[Token], negated: Token | None) -> Said | None:
    known = words()
    has_have = any(t.lemma == "have" for t in own)
    for t in own:
        low = t.text.lower()
        kind = known.modals.get(low)
        if kind is None:
            continue
        if negated is not None:
            return "denied", negated.i, f"'{t.text} {negated.text}'"
        if has_have and kind == "reported_planned":
            hinge = condition(tokens, verb)
            if hinge is not None:
                return "denied", hinge.i, f"what would have been: '{hinge.text.lower()}'"
            return "possible", t.i, "'would have'"
        if kind == "reported_planned":
            return "planned", t.i, "'would'"
        if kind == "possible" and has_have:
            return "possible", t.i, f"'{t.text} have'"
        return ("planned" if kind == "planned" else "possible"), t.i, f"modal '{t.text}'"
    return None
