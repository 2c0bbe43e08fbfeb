"""Habits and tallies: what is told as always so, or as adding up over years, is no one act."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.scope_words import words
from dragoman.types import Predicate, TimeExpression, Token


def habitual(tokens: Sequence[Token], predicate: Predicate) -> bool:
    """True of what is told as always so: "has long been providing aid", "will continue unabated"."""
    about = {predicate.token, predicate.light, predicate.parent if predicate.pos == "noun" else None}
    habits = words().habits
    regular = [t for t in tokens if t.lemma == "basis" and any(k.head == t.i and k.lemma in habits for k in tokens)]
    if any(tokens[t.head].dep == "prep" and tokens[tokens[t.head].head].i in about for t in regular):
        return True  # "take part in drills on a regular basis"
    if any(t.head == predicate.token and t.text.lower() == "such" for t in tokens):
        if any(t.head == predicate.token and t.text.lower() == "no" for t in tokens):
            return True  # "there has been no such meeting since": that none was held is no act
    return any(
        t.lemma in habits
        and t.pos in ("ADV", "ADJ")
        and t.dep != "amod"
        and t.head in about
        and not (t.i and tokens[t.i - 1].text.lower() == "as")  # "no talks as long as their troops stay"
        for t in tokens
    )


def tallied(tokens: Sequence[Token], predicate: Predicate, times: Sequence[TimeExpression]) -> bool:
    """True of "forty have been killed since 2013": what has added up over years is no one act."""
    perfect = any(t.head == predicate.token and t.dep == "aux" and t.lemma == "have" for t in tokens)
    since = [t for t in tokens if t.text.lower() == "since"]
    years = any(e.grain in ("year", "decade") and any(0 <= e.start - t.end < 8 for t in since) for e in times)
    return perfect and years
