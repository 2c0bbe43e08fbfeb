"""What the words about an act say of whether it was told before: "another drill", "last met", "three tests"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dragoman.facts.candidate import Candidate
from dragoman.facts.pointer_words import NUMBERS
from dragoman.mentions.pointing import words
from dragoman.mentions.spots import PageReferents
from dragoman.types import Token

# Words that stand between an article and its noun without belonging to the one thing more than to the other.
_BEFORE_NOUN = ("amod", "det", "compound", "nmod", "nummod", "advmod", "poss")
_NAMED_BY = ("appos", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Newness:
    """How the words of one report set its act apart from others."""

    apart: frozenset[str] = frozenset()  # "another", "next", "previous": not the one told just before
    indefinite: bool = False  # "a visit"
    counted: bool = False  # "three tests", "dozens of strikes"
    names: frozenset[str] = frozenset()  # "Shield-2019": what an exercise, a round or an operation is called


def newness(page: PageReferents, candidate: Candidate) -> Newness:
    """What the words about the act of a candidate say of it."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    predicate = candidate.predicate
    about = {predicate.token, predicate.light}
    if predicate.pos != "noun":
        # "Last met in Oslo", "had previously met"; but "met last week".
        before = [t for t in tokens if t.head == predicate.token and t.dep == "advmod" and t.i < predicate.token]
        return Newness(frozenset(t.text.lower() for t in before) & words("set_apart_verbs"))
    if tokens[predicate.token].dep == "attr" and any(
        t.head == tokens[predicate.token].head and t.dep == "nsubj" and t.text.lower() in ("this", "that", "it")
        for t in tokens
    ):
        return Newness()  # "this was the second meeting": what was told before is that second one
    inside = [t for t in tokens if t.head == predicate.token and t.dep in _BEFORE_NOUN and t.i < predicate.token]
    apart = frozenset(t.text.lower() for t in inside) & words("set_apart")
    indefinite = any(t.text.lower() in ("a", "an") for t in inside)
    plural = tokens[predicate.token].tag in ("NNS", "NNPS")
    counted = plural and (
        any(t.dep == "nummod" or t.text.lower() in words("several") for t in inside)
        or _many_of(tokens, predicate.token)
    )
    return Newness(apart, indefinite, counted, _names(page, candidate, about))


def to_several_states(page: PageReferents, candidate: Candidate) -> bool:
    """True of "his five-nation visit", "a three country trip": a tour, and no stop of it."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    before = [t.text.lower() for t in tokens[max(0, candidate.predicate.token - 4) : candidate.predicate.token]]
    return any(b in ("nation", "country", "state") and a in ("-", *NUMBERS) for a, b in pairwise(before))


def _many_of(tokens: tuple[Token, ...], noun: int) -> bool:
    """ "Dozens of tests", "a series of strikes"."""
    of = tokens[tokens[noun].head]
    return of.text.lower() == "of" and of.i < noun and tokens[of.head].text.lower() in words("several")


def _names(page: PageReferents, candidate: Candidate, about: set[int | None]) -> frozenset[str]:
    """Proper names in apposition to an act noun that name nobody and no place: "the drill, Shield-2019"."""
    if not candidate.frame.in_person or candidate.frame.slots[0].least > 1:
        return frozenset()  # only what forces do together has a name of its own
    tokens = page.annotated.sentences[candidate.sentence].tokens
    noun = tokens[candidate.predicate.token]
    near = [t for t in tokens if t.head in about and t.dep in _NAMED_BY]
    if noun.dep == "appos":
        near.append(tokens[noun.head])
    own = page.annotated.article.text[noun.start : noun.end].split()
    if len(own) > 1 or own[0] != noun.text:  # one token for the noun and the name behind it, or for the name alone
        return frozenset(w.lower().strip("\"'“”") for w in own if w[:1].isupper() or w[:1] in "\"'“")
    taken = {k for s in page.spots[candidate.sentence] for k in range(s.first, s.last)}
    return frozenset(
        t.text.lower()
        for near_one in near
        for t in tokens
        if (t.i == near_one.i or t.head == near_one.i and t.dep == "compound") and t.pos == "PROPN" and t.i not in taken
    )
