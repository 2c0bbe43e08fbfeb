"""What the words above an act make of it: a verb or noun that governs it, or one under which it merely stands."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.act_nouns import before
from dragoman.facts.came_of import never_came, purpose
from dragoman.facts.clause import Said, auxiliaries, clause, condition, negation, past
from dragoman.facts.scope_words import words
from dragoman.types import Predicate, Status, Token


def governed(
    tokens: Sequence[Token], parent: Predicate, child: Predicate, word: Status, own: Said, status: Status | None
) -> Said | None:
    """What a word that governs makes of an act under it of which `status` is said so far; None where nothing.

    `word` is the status that it gives ("planned" of "agree"), `own` what its own clause says of it.
    """
    said, cue, _ = own
    lemma = parent.lemma
    if parent.pos == "noun":
        none = before(tokens, parent.token)[0] == "denied" or denied_above(tokens, parent.token)
        said = "denied" if none else None
    if said == "denied":
        if word == "denied" and status == "denied":
            return None
        return words().turned[word], parent.token, f"under 'not {lemma}'"
    if word == "occurred":
        has = [t.text.lower() for t in auxiliaries(tokens, parent.token)]
        if child.pos == "verb" and lemma in words().beginning and has in (["has"], ["have"]):
            return ("ongoing", parent.token, f"has begun: '{lemma}'") if status is None else None
        if said in ("planned", "possible") and (child.pos == "noun" or lemma in words().beginning and status is None):
            return said, cue, f"under '{lemma}' to come"
        if said is None and parent.link == "adverbial" and tokens[parent.token].tag == "VBG":
            return None  # "will leave on a tour, beginning with a visit": as the verb above says
        return ("occurred", parent.token, f"under '{lemma}'") if status is None else None
    if word == "ongoing":
        if status in ("planned", "possible", "denied"):
            return None
        if said in ("planned", "possible"):
            return said, cue, f"under '{lemma}' to come"
        return ("occurred" if past(tokens, parent.token) else word), parent.token, f"under '{lemma}'"
    if word == "planned" and said == "possible":
        return "possible", cue, f"under a possible '{lemma}'"
    if word == "planned" and never_came(tokens, parent):
        return "denied", parent.token, f"what had been '{lemma}'"
    if status == "denied":
        # "Refused to cancel", "threatened to cancel": then it may yet be.
        return ("possible", parent.token, f"'{lemma}' of what is denied") if word != "planned" else None
    if word == "denied" and said == "possible":
        return "possible", cue, f"under a possible '{lemma}'"
    if word == "planned" and status == "possible":
        return None
    hinge = condition(tokens, parent.token) if word == "planned" else None
    if hinge is not None:
        return "possible", hinge.i, f"on a condition: '{hinge.text.lower()}'"
    return word, parent.token, f"under '{lemma}'"


def inherited(tokens: Sequence[Token], parent: Predicate, link: str, headline: bool) -> Said:
    """The status that a noun or a non-finite verb takes from the predicate it stands under."""
    known = words()
    preposition = link.split(":", 1)[1].split()[0] if ":" in link else ""
    sense = known.prepositions.get(preposition)
    if link.startswith(("oblique", "adverbial")) and sense in ("occurred", "planned", "denied"):
        own = clause(tokens, parent.token, headline)[0] if parent.pos == "verb" else None
        rule = f"'{preposition}'"
        if sense == "denied":
            return "denied", parent.token, rule
        if sense == "occurred":
            return ("planned" if own == "planned" and preposition != "since" else "occurred"), parent.token, rule
        reached = preposition in ("before", "until", "till") and own == "occurred"
        return ("occurred" if reached else "planned"), parent.token, rule
    if link.startswith("purpose") and parent.lemma in known.under_way:
        own = clause(tokens, parent.token, headline)[0] if parent.pos == "verb" else None
        if own in ("denied", "possible"):
            return own, parent.token, f"purpose of something {own}"
        return purpose(tokens, parent, own)
    if parent.pos == "verb":
        own, cue, rule = clause(tokens, parent.token, headline)
        if parent.lemma in known.saying and parent.lemma in known.telling and not link.startswith("oblique"):
            return None, cue, rule
        return own, cue, rule
    return before(tokens, parent.token)


def denied_above(tokens: Sequence[Token], noun: int) -> bool:
    """ "There are no plans": whether the verb of a noun that governs is itself negated."""
    verb = tokens[noun].head
    role = tokens[noun].dep
    return role in ("nsubj", "nsubjpass", "dobj", "attr") and negation(tokens, verb) is not None
