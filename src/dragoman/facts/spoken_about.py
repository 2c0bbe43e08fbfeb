"""Acts that are only spoken about: topics of talks, reasons given, and acts of which an aspect alone is told."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.scope_words import words
from dragoman.types import Predicate, Token

# How what is talked about hangs on the talks.
_TALKED_OF = ("purpose", "oblique:on", "oblique:about", "oblique:over", "oblique:for")
_MAX_BETWEEN = 8  # words between an act and what governs it


def topic(parent: Predicate, link: str) -> bool:
    """True of what talks are about or for, and of what people are to discuss."""
    talks = parent.pos == "noun" and parent.lemma in words().talks and link.startswith(_TALKED_OF)
    return talks or parent.lemma in words().talked_about and link == "object"


def any_one(tokens: Sequence[Token], noun: int) -> bool:
    """True of "a truce", "an exercise": of one that is told of, the article says so."""
    about = [t for t in tokens if t.head == noun]
    done = any(t.dep in ("acl", "relcl") and t.tag in ("VBN", "VBD") for t in about)
    return tokens[noun].tag == "NN" and not done and any(t.text.lower() in ("a", "an") for t in about)


def a_reason(tokens: Sequence[Token], child: Predicate, above: int) -> bool:
    """True of the drills in "cancelled the talks in reaction to the drills": what is answered is there."""
    at = child.token
    for _ in range(_MAX_BETWEEN):
        up = tokens[at].head
        if up in (at, above):
            return False
        outer = tokens[tokens[up].head]
        if tokens[up].lemma in words().reasons and tokens[up].dep == "pobj" and outer.lemma == "in":
            return child.pos == "noun"
        at = up
    return False


def aspect(tokens: Sequence[Token], noun: int, parent: Predicate, link: str) -> bool:
    """True of an act of which only an aspect is spoken of: "the outcome of", "no statement was issued on"."""
    known, at = words().aspects, noun
    for _ in range(_MAX_BETWEEN):  # a parse may go round
        if at == parent.token or tokens[at].head == at:
            break
        at = tokens[at].head
        if tokens[at].lemma in known:
            return True
    told_of = link.startswith("oblique") and parent.pos == "verb"
    return told_of and any(
        t.head == parent.token and t.dep in ("dobj", "nsubj", "nsubjpass") and t.lemma in known for t in tokens
    )
