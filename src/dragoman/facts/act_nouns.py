"""The status that an act noun has by itself: by what stands before it, and by what its verb says of it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.clause import Said, clause, closes, negation, to_come
from dragoman.facts.scope_words import words
from dragoman.types import Token

# Verbs that say what something is.
_BEING = ("be", "remain", "stay", "seem", "appear", "look", "become")
_SAYING_WHAT = ("acomp", "attr", "oprd", "advmod", "prep", "prt")


def before(tokens: Sequence[Token], noun: int) -> Said:
    """Status by what stands before an act noun: "the planned visit", "no meeting"."""
    known = words()
    for t in tokens:
        if t.head != noun or t.i == noun:
            continue
        low = t.text.lower()
        if low in ("no", "neither") and t.dep in ("det", "neg"):
            return "denied", t.i, f"'{low}' before the noun"
        if t.dep in ("amod", "compound", "nmod", "advmod") and low in known.modifiers:
            return known.modifiers[low], t.i, f"'{low}' before the noun"
    coming = to_come(tokens, noun)
    if coming is not None:
        return "planned", coming.i, f"'{coming.text}' before the noun"  # "next week's visit"
    return None, noun, "a noun"


def qualified(tokens: Sequence[Token], noun: int, verb: int, said: Said) -> Said:
    """What "the planned visit is", "a meeting is possible", "talks are under way" say beyond the verb's own clause."""
    status, _, rule = said
    lemma = tokens[verb].lemma
    if closes(tokens, verb) and (status == "planned" or rule == "present tense"):
        # "The visit ends on Friday", "the talks will end today": until then it goes on.
        return "ongoing", verb, f"'{tokens[verb].text}' to come"
    if lemma not in _BEING:
        own = before(tokens, noun)
        return own if own[0] in ("possible", "denied") and status == "planned" else said
    predicated = _predicated(tokens, noun, verb, said)
    if predicated is not None:
        return predicated
    if status in ("ongoing", "occurred") and negation(tokens, verb) is None:
        own = before(tokens, noun)
        if own[0] is not None:
            return own
        if status == "ongoing" and lemma == "be":
            # "The visit is the third since May": what it is, not that it goes on.
            called = tokens[noun].dep == "attr"  # "it is the first visit in ten years": that is no timetable
            return "occurred", verb, "what it is" if called else "present tense"
    return said


def _predicated(tokens: Sequence[Token], noun: int, verb: int, said: Said) -> Said | None:
    """What is said of an act with "be": possible, under way, in force."""
    known = words()
    for t in tokens:
        if t.head != verb or t.dep not in _SAYING_WHAT or t.i == noun:
            continue
        word = known.governing.get(t.lemma) or known.modifiers.get(t.text.lower())
        if t.dep == "prep":
            held = any(w.head == t.i and w.lemma in known.in_progress for w in tokens)
            word = "ongoing" if held and t.lemma in ("under", "in", "on") else None
        elif t.tag == "VBG" and t.dep == "acomp":
            word = "ongoing"  # "are finalising an accord", read as an adjective
        elif t.pos == "VERB":
            word = None
        if word is None:
            continue
        if negation(tokens, verb) is not None:
            return known.turned[word], t.i, f"'not {t.text}'"
        if word in ("ongoing", "occurred"):
            tense = clause(tokens, verb)[0]
            perfect = any(a.head == verb and a.tag in ("VBZ", "VBP") and a.lemma == "have" for a in tokens)
            if word == "ongoing" and perfect:
                tense = "ongoing"  # "have been in force since May"
            return (word if tense == "ongoing" else tense), t.i, f"'{t.text}'"
        return word, t.i, f"'{t.text}'"
    return None
