"""What is said of an act by a pronoun or a number: "They take place on Tuesday", "the first was held in Oslo"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.fillers import Filler, Open, fill
from dragoman.facts.scope import scope
from dragoman.facts.scope_words import words
from dragoman.facts.times import said_of, times_below
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Predicate, Sentence, TimeExpression, Token

# How what is counted hangs on its verb, which a second one leaves out: "the first was held in Oslo, the next in Rome".
_DEPS = ("nsubj", "nsubjpass", "npadvmod", "dep", "conj", "appos")
_WHERE_AND_WHEN = ("in", "at", "on")
_REACH = 2  # sentences back in which the act was named
_FROM_TITLE = 6  # the same for an act of the headline
_POINTING = frozenset({"it", "they", "this", "these", "that"})
# What counts one act among others of its kind, its noun left out: "the second", "the previous one".
_COUNTED = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latest", "previous", "next", "other"}
)


def happenings(
    page: PageReferents,
    sentence: int,
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
    told: Sequence[Candidate],
    own: Sequence[Candidate],
) -> list[Candidate]:
    """Reports of acts named in the sentences before: `told` are their candidates in order, `own` those of this one."""
    parsed = page.annotated.sentences[sentence]
    out = []
    for token in sorted(predicates):
        predicate = predicates[token]
        if predicate.pos != "verb" or predicate.lemma not in words().happening:
            continue
        subject = next((a for a in predicate.arguments if a.role in ("agent", "patient") and a.prep is None), None)
        if subject is None:
            continue
        pointer = parsed.tokens[subject.head]
        if pointer.text.lower() in _POINTING:
            named = _named_before(page, sentence, pointer.text.lower(), told)
        else:
            acts = {t for c in own for t in (c.predicate.token, c.predicate.light)}
            named = _recalled(page, sentence, pointer, told) if acts.isdisjoint((pointer.i, token)) else None
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
        report.times = said_of(parsed.tokens, predicate, times) or times_below(
            parsed.tokens, predicates, predicate, times, said.direction
        )
        report.points = True
        if report.places or report.times:
            out.append(report)
    return out


def others_of_kind(
    page: PageReferents,
    sentence: int,
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
    told: Sequence[Candidate],
) -> list[Candidate]:
    """Reports of acts that a sentence counts without naming them: "the first took place in Oslo, the second in Rome".

    `told` are the candidates so far, those of the sentence itself included; whose act it was, they say.
    """
    tokens = page.annotated.sentences[sentence].tokens
    out = []
    for counted in tokens:
        verb = _comes_about(tokens, predicates, counted) if _stands_alone(tokens, counted) else None
        if verb is None:
            continue
        named = next((c for c in reversed(told) if _kind_of(c, sentence, counted)), None)
        if named is None:
            continue
        gapped = counted.dep not in ("nsubj", "nsubjpass")  # "..., the second in Rome in June"
        here = _behind(tokens, counted) if gapped else verb.arguments
        act = replace(verb, token=counted.i, light=verb.token, arguments=tuple(here)) if gapped else verb
        report = Candidate(named.frame, named.trigger, sentence, act, scope(tokens, predicates, verb), additive=True)
        found = [f for a in here if a.role == "place" for f in fill(page, sentence, a)]
        at = [f for f in found if isinstance(f, Filler) and page.referents[f.referent].place is not None]
        report.places, report.times = at, said_of(tokens, act, times)
        part = next((slot.part for slot in named.frame.slots if slot.part == "side"), None)
        if part is None or not (report.places or report.times):
            continue
        report.sides = [
            Side(s.referent, s.part, replace(s.filler, how="named before"), "as the act told before it")
            for s in named.sides
        ]
        if not report.sides:
            report.open = [(part, Open(sentence, counted.i, counted.i + 1, None))]
        out.append(report)
    return out


def _comes_about(tokens: Sequence[Token], predicates: Mapping[int, Predicate], counted: Token) -> Predicate | None:
    """The verb that says of what is counted that it comes about."""
    at = counted.head
    for _ in range(2):
        verb = predicates.get(at)
        if verb is not None and verb.lemma in words().happening:
            return verb
        at = tokens[at].head
    return None


def _stands_alone(tokens: Sequence[Token], token: Token) -> bool:
    """True of "the first" and "the previous one" where no noun follows."""
    word = token
    if token.text.lower() in ("one", "ones"):
        word = next((t for t in tokens if t.head == token.i and t.text.lower() in _COUNTED), token)
    if word.text.lower() not in _COUNTED or token.dep not in _DEPS:
        return False
    opens = tokens[word.i - 1].text.lower() if word.i else ""
    return opens in ("the", "a", "an") and not any(t.head == token.i and t.text.lower() == "of" for t in tokens)


def _kind_of(candidate: Candidate, sentence: int, counted: Token) -> bool:
    """True of an act noun right before, of which there may be several between the same sides."""
    if not 0 <= sentence - candidate.sentence <= 1 or candidate.predicate.pos != "noun":
        return False
    series = candidate.frame.in_person and candidate.predicate.lemma in candidate.frame.recall
    return series and (candidate.sentence < sentence or candidate.predicate.token < counted.i)


def _behind(tokens: Sequence[Token], counted: Token) -> list[Argument]:
    """The places and times right behind what is counted: "the second in Rome in June"."""
    out = []
    for preposition in tokens:
        if preposition.head != counted.i or preposition.text.lower() not in _WHERE_AND_WHEN:
            continue
        filler = next((t for t in tokens if t.head == preposition.i and t.dep == "pobj"), None)
        if filler is not None:
            first = min([filler.i, *(t.i for t in tokens if t.head == filler.i and t.i > preposition.i)])
            last = max([filler.i, *(t.i for t in tokens if t.head == filler.i and t.dep in ("nummod", "compound"))]) + 1
            role = "time" if filler.ent in ("DATE", "TIME") else "place"
            out.append(Argument(role, filler.i, first, last, preposition.text.lower(), "left out"))
    return out


def opens_for_act(sentence: Sentence, recalled: frozenset[str] = frozenset()) -> bool:
    """True of a sentence that says that something comes about, and whose first word, or a number, may stand for it.

    So may a noun by which a kind of act is recalled: "the incident".
    """
    known = {lemma.split()[0] for lemma in words().happening}
    opens = bool(sentence.tokens) and sentence.tokens[0].text.lower() in _POINTING
    counts = any(_stands_alone(sentence.tokens, t) for t in sentence.tokens)
    recalls = any(t.lemma in recalled for t in sentence.tokens)
    return (opens or counts or recalls) and any(t.lemma in known for t in sentence.tokens)


def _recalled(page: PageReferents, sentence: int, noun: Token, told: Sequence[Candidate]) -> Candidate | None:
    """The last act told that "the incident", a word of its kind, points back at; that of a headline from further on."""
    tokens = page.annotated.sentences[sentence].tokens
    if not any(t.head == noun.i and t.text.lower() in ("the", "this", "that") for t in tokens):
        return None
    for candidate in reversed(told):
        reach = _FROM_TITLE if page.annotated.sentences[candidate.sentence].headline else _REACH
        if not 0 < sentence - candidate.sentence <= reach:
            continue
        if candidate.sides and noun.lemma in candidate.frame.recall:
            return candidate
    return None


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
