"""Journeys that were foretold: "the palace had announced that she would come", told of the one that has come."""

from __future__ import annotations

from dragoman.facts.candidate import Candidate
from dragoman.mentions.pointing import words
from dragoman.mentions.spots import PageReferents


def foretold(page: PageReferents, candidate: Candidate) -> bool:
    """True of a journey that somebody "had announced", or "earlier said" would come: it is the one that has come."""
    if candidate.scope.status != "planned" or not candidate.frame.abroad:
        return False
    tokens = page.annotated.sentences[candidate.sentence].tokens
    return any(
        t.head == verb and (t.text.lower() in words("foretold") or t.dep == "aux" and t.text.lower() == "had")
        for verb in candidate.scope.sources
        for t in tokens
    )
