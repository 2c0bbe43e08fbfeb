"""Where travellers came from: "flew to Lima from Quito", of one who is at home in neither, tells of two visits."""

from __future__ import annotations

from dataclasses import replace

from dragoman.facts.candidate import Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.units import unit_of
from dragoman.mentions.spots import PageReferents

# Verbs of arriving, with which "from" names the stop before; "come" alone may name where one was born.
_ARRIVING = frozenset({"come", "fly", "fly in", "arrive", "travel", "land", "touch down"})
_BORN = frozenset({"come", "travel", "fly"})


def stops_before(page: PageReferents, candidate: Candidate) -> list[Candidate]:
    """A visit to each foreign place from which a person is said to have arrived."""
    predicate = candidate.predicate
    if not candidate.frame.abroad or predicate.lemma not in _ARRIVING or predicate.pos != "verb":
        return []
    if candidate.scope.status not in ("occurred", "ongoing") or candidate.open or not candidate.sides:
        return []
    if predicate.lemma in _BORN and not candidate.places and not _particle(page, candidate):
        return []
    travellers = [s for s in candidate.sides if page.referents[s.referent].kind == "person"]
    homes = {unit_of(page, s.referent) for s in travellers}
    if not travellers or None in homes:
        return []  # of whose home nothing is known may have come from there
    gone = {country for p in candidate.places if (country := _country(page, p)) is not None}
    out: list[Candidate] = []
    for argument in predicate.arguments:
        if argument.role != "source" or argument.prep != "from":
            continue
        for filler in fill(page, candidate.sentence, argument):
            country = _country(page, filler) if isinstance(filler, Filler) else None
            if not isinstance(filler, Filler) or country is None or country in homes or country in gone:
                continue
            scope = replace(candidate.scope, status="occurred", rule="where they came from", direction="past")
            at = [replace(filler, role="goal", prep="to")]
            out.append(replace(candidate, places=at, times=[], sides=list(travellers), features=[], scope=scope))
    return out


def _country(page: PageReferents, filler: Filler) -> str | None:
    referent = page.referents[filler.referent]
    if referent.place is not None:
        return referent.place.country
    return referent.country if referent.kind == "state" else None


def _particle(page: PageReferents, candidate: Candidate) -> bool:
    """True of "flew in from", whatever the parser made of the "in"."""
    token = candidate.predicate.token
    tokens = page.annotated.sentences[candidate.sentence].tokens
    return any(t.head == token and t.i == token + 1 and t.text.lower() == "in" and t.tag == "RP" for t in tokens)
