"""What is said of an act by a pronoun: "They take place on Tuesday", "It will be held in Oslo"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.nearby import said_of
from dragoman.facts.scope import scope
from dragoman.facts.scope_words import words
from dragoman.mentions.spots import PageReferents
from dragoman.types import Predicate, Sentence, TimeExpression, Token

_REACH = 2  # sentences back in which the act was named
_POINTING = frozenset({"it", "they", "this", "these", "that"})


def happenings(
    page: PageReferents,
    sentence: int,
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
    told: Sequence[Candidate],
) -> list[Candidate]:
    """Reports of acts named in the sentences before; `told` are the candidates so far, in order."""
    parsed = page.annotated.sentences[sentence]
    out = []
    for token in sorted(predicates):
        predicate = predicates[token]
        if predicate.pos != "verb" or predicate.lemma not in words().happening:
            continue
        subject = next((a for a in predicate.arguments if a.role in ("agent", "patient") and a.prep is None), None)
        if subject is None or parsed.tokens[subject.head].text.lower() not in _POINTING:
            continue
        named = _named_before(page, sentence, parsed.tokens[subject.head].text.lower(), told)
        if named is None:
            continue
        said = scope(parsed.tokens, predicates, predicate)
        if said.rule == "present tense":  # a timetable: it lies where the act does
            said = replace(said, status=named.scope.status, direction=named.scope.direction)
        report = Candidate(named.frame, named.trigger, sentence, predicate, said)
        report.places = [
            f
            for a in predicate.arguments
            if a.role == "place"
            for f in fill(page, sentence, a)
            if isinstance(f, Filler) and page.referents[f.referent].place is not None
        ]
        report.times = said_of(parsed.tokens, predicate, times)
        report.points = True
        if report.places or report.times:
            out.append(report)
    return out


def opens_with_pronoun(sentence: Sentence) -> bool:
    """True of a sentence whose first word may stand for an act, and that says of something that it comes about."""
    known = {lemma.split()[0] for lemma in words().happening}
    opens = bool(sentence.tokens) and sentence.tokens[0].text.lower() in _POINTING
    return opens and any(t.lemma in known for t in sentence.tokens)


def _named_before(page: PageReferents, sentence: int, pronoun: str, told: Sequence[Candidate]) -> Candidate | None:
    """The last act noun told right before, in the number of the pronoun."""
    plural = pronoun in ("they", "these")
    for candidate in reversed(told):
        if not 0 < sentence - candidate.sentence <= _REACH:
            continue
        tokens: Sequence[Token] = page.annotated.sentences[candidate.sentence].tokens
        tag = tokens[candidate.predicate.token].tag
        if candidate.predicate.pos == "noun" and candidate.sides and plural == (tag in ("NNS", "NNPS")):
            return candidate
    return None
