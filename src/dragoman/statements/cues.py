"""Cues: the words that say that somebody says something, and with what force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import KnowledgeError
from dragoman.facts.scope import scope
from dragoman.knowledge import overlay
from dragoman.statements.line import Line
from dragoman.types import Predicate, Span, Token

_REMEDY = "see the head of the file as it was shipped"


@dataclass(frozen=True, slots=True)
class Reporting:
    """Verbs and nouns of reporting, as knowledge/reporting.yaml has them."""

    force: Mapping[str, str]
    received: frozenset[str]
    weak: frozenset[str]
    plain: frozenset[str]
    with_noun: frozenset[str]
    with_preposition: Mapping[str, frozenset[str]]
    with_infinitive: frozenset[str]
    with_adjective: frozenset[str]
    ascribing: frozenset[str]
    telling: frozenset[str]
    onward: frozenset[str]
    naming: frozenset[str]
    ahead: frozenset[str]
    carrying: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    citing: tuple[tuple[str, ...], ...]
    of_papers: frozenset[str]
    rejecting: frozenset[str]
    claims: frozenset[str]
    making: frozenset[str]
    made: frozenset[str]
    granting: frozenset[str]
    granted: frozenset[str]
    unnamed: frozenset[str]
    not_sources: frozenset[str]
    nouns: frozenset[str]
    papers: frozenset[str]
    press: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase of reporting in one sentence."""

    predicate: Predicate | None  # None of a phrase such as "according to"
    first: int  # its tokens
    last: int  # exclusive
    force: str
    rule: str

    def span(self, line: Line) -> Span:
        """Its characters."""
        return Span(line.tokens[self.first].start, line.tokens[self.last - 1].end)


@overlay.once
def reporting() -> Reporting:
    """The bundled knowledge; raises KnowledgeError where a list is missing."""
    data = overlay.data("reporting.yaml")
    try:
        force: dict[str, str] = {}
        for part in (data["verbs"], data["also"]):
            for name, verbs in part.items():
                for verb in verbs:
                    force.setdefault(verb, name)
        return Reporting(
            force=force,
            received=frozenset(data["received"]),
            weak=frozenset(data["weak"]),
            plain=frozenset(data["plain"]),
            with_noun=frozenset(data["with_noun"]),
            with_preposition={verb: frozenset(preps) for verb, preps in data["with_preposition"].items()},
            with_infinitive=frozenset(data["with_infinitive"]),
            with_adjective=frozenset(data["with_adjective"]),
            ascribing=frozenset(data["ascribing"]),
            telling=frozenset(data["telling"]),
            onward=frozenset(data["onward"]),
            naming=frozenset(data["naming"]),
            ahead=frozenset(data["ahead"]),
            carrying=frozenset(data["carrying"]),
            according=_phrases(data["according"]),
            citing=_phrases(data["citing"]),
            of_papers=frozenset(data["of_papers"]),
            rejecting=frozenset(data["rejecting"]),
            claims=frozenset(data["claims"]),
            making=frozenset(data["making"]),
            made=frozenset(data["made"]),
            granting=frozenset(data["granting"]),
            granted=frozenset(data["granted"]),
            unnamed=frozenset(data["unnamed"]),
            not_sources=frozenset(data["not_sources"]),
            nouns=frozenset(data["nouns"]),
            papers=frozenset(data["papers"]),
            press=frozenset(data["press"]),
            people=frozenset(data["people"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError(
            "knowledge/reporting.yaml", f"a list is missing or of the wrong kind ({error})", _REMEDY
        ) from None


def _phrases(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(t.split()) for t in texts), key=lambda words: (-len(words), words)))


@overlay.once
def openers() -> frozenset[str]:
    """The lemmas with which a cue may begin: a sentence without any of them, and without a phrase, reports nothing."""
    known = reporting()
    verbs = (
        *known.force,
        *known.with_preposition,
        *known.naming,
        *known.with_noun,
        *known.with_adjective,
        *known.ascribing,
        *known.making,
        *known.of_papers,
    )
    return (frozenset(v.split()[0] for v in verbs) | known.nouns) - known.received


@overlay.once
def _phrase_words() -> frozenset[str]:
    words = (p[0] if p[0] not in _SMALL else p[-2] for p in reporting().according)
    return frozenset(words)


_SMALL = frozenset(("in", "as"))


def may_report(tokens: Sequence[Token]) -> bool:
    """True of a sentence that may hold a cue; cheap, because it is asked of every sentence."""
    known, words = openers(), _phrase_words()
    return any(t.lemma in known or t.text.lower() in words for t in tokens)


def find(line: Line) -> list[Cue]:
    """The cues of a sentence that are said to have been uttered, left to right; those inside quotations too."""
    known = reporting()
    out: list[Cue] = []
    for token in sorted(line.predicates):
        predicate = line.predicates[token]
        lemma = predicate.lemma
        if (
            predicate.pos == "adj"
            and lemma in known.with_adjective
            and any(a.role == "content" for a in predicate.arguments)
        ):
            out.append(Cue(predicate, token, token + 1, "asserted", f"adjective '{lemma}'"))
        if predicate.pos != "verb" or lemma in known.received or _acts(line, predicate):
            continue
        if lemma in known.making and (word := _made(line, predicate)) is not None:
            out.append(Cue(predicate, token, word + 1, "asserted", f"'{lemma} {line.tokens[word].text}'"))
            continue
        force = known.force.get(lemma) or (
            "asserted"
            if lemma in known.with_preposition
            or lemma in known.naming
            or lemma in known.with_noun
            or lemma in known.ascribing
            else None
        )
        if force is None and lemma in known.of_papers and _by_paper(line, predicate):
            force = "asserted"
        if force is None and " " in lemma:
            force = known.force.get(lemma.split()[0]) if lemma.split()[0] in ("say", "tell", "report") else None
        if force is None or not _uttered(line, predicate):
            continue
        if force == "denied" and lemma in known.rejecting and _refuses(line, predicate):
            force = "asserted"
        first, last = _verb_group(line, predicate)
        out.append(Cue(predicate, first, last, force, f"verb '{lemma}'"))
    for first, last in phrases(line.tokens, known.according):
        out.append(Cue(None, first, last, "asserted", f"'{' '.join(t.text.lower() for t in line.tokens[first:last])}'"))
    for t in line.tokens:
        if t.lemma in known.nouns and t.i + 1 < len(line.tokens) and line.tokens[t.i + 1].text.lower() == "that":
            clause = line.tokens[line.tokens[t.i + 1].head]
            if clause.head == t.i and clause.pos in ("VERB", "AUX") and line.tokens[t.i + 1].tag == "IN":
                out.append(
                    Cue(None, t.i, t.i + 1, "denied" if t.lemma == "denial" else "asserted", f"noun '{t.lemma}'")
                )
    out.sort(key=lambda c: c.first)
    return out


def phrases(tokens: Sequence[Token], wanted: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where one of the phrases stands: token ranges, left to right."""
    heads = {p[0] for p in wanted}
    out: list[tuple[int, int]] = []
    for t in tokens:
        if t.text.lower() in heads:
            for phrase in wanted:
                if tuple(x.text.lower() for x in tokens[t.i : t.i + len(phrase)]) == phrase:
                    out.append((t.i, t.i + len(phrase)))
                    break
    return out


def _made(line: Line, predicate: Predicate) -> int | None:
    """The "clear" of "made clear that", where a clause follows it."""
    after = predicate.token + 1
    if after >= len(line.tokens) or line.tokens[after].lemma not in reporting().made:
        return None
    clause = any(a.role == "content" and a.first >= after and a.last > after + 2 for a in predicate.arguments)
    return after if clause and _happened(line, predicate) else None


def _by_paper(line: Line, predicate: Predicate) -> bool:
    """Whether a report, a study or the press stands as the subject of a verb with a clause."""
    known = reporting()
    agents = [line.tokens[a.head].lemma.lower() for a in predicate.arguments if a.role == "agent"]
    clause = any(a.role == "content" and a.last > a.first + 1 for a in predicate.arguments)
    return clause and any(lemma in known.papers or lemma in known.press for lemma in agents)


def _refuses(line: Line, predicate: Predicate) -> bool:
    """Whether what is rejected is a plan or an offer, and nothing that somebody has said."""
    things = [a for a in predicate.arguments if a.role == "patient" and a.prep is None]
    return bool(things) and not any(
        line.tokens[k].lemma in reporting().claims for a in things for k in range(a.first, a.last)
    )


def _acts(line: Line, predicate: Predicate) -> bool:
    """Whether a verb of reporting does something here: "denied a request", "called a colleague"."""
    known = reporting()
    things = [a for a in predicate.arguments if a.role == "patient" and a.prep is None]
    if predicate.lemma in known.granting:
        return any(line.tokens[a.head].lemma in known.granted for a in things)
    if predicate.lemma != "call" or not things:
        return False
    towards = any(a.prep in ("on", "upon", "for") and a.role != "time" for a in predicate.arguments)
    roles = {a.role for a in predicate.arguments}
    return not towards and "purpose" in roles and "attribute" not in roles


def _uttered(line: Line, predicate: Predicate) -> bool:
    """False where the words are still to be said, were not said, or only might be."""
    token = line.tokens[predicate.token]
    if token.tag == "VB" and any(line.tokens[k].tag == "TO" for k in line.kids[predicate.token]):
        # "needs time to argue" is to come, "went on to say" is not
        parent = line.predicates.get(predicate.parent) if predicate.parent is not None else None
        return parent is not None and parent.lemma in reporting().onward and _happened(line, parent)
    return _happened(line, predicate)


def _happened(line: Line, predicate: Predicate) -> bool:
    seen = scope(line.tokens, line.predicates, predicate, line.sentence.headline)
    if seen.status in ("occurred", "ongoing"):
        return True
    # What stands above it may be what makes it uncertain ("agreed, saying"), and a denial of what is said is said.
    finite = line.tokens[predicate.token].tag in ("VBD", "VBZ", "VBP")
    return finite and seen.cue == predicate.token and seen.status != "denied"


def _verb_group(line: Line, predicate: Predicate) -> tuple[int, int]:
    """The verb with the auxiliaries and adverbs right before it, and its particle."""
    first, last = predicate.token, predicate.token + 1
    while (
        first
        and line.tokens[first - 1].head == predicate.token
        and line.tokens[first - 1].pos in ("AUX", "ADV", "PART")
        and line.tokens[first - 1].tag != "TO"
    ):
        first -= 1
    while (
        first < predicate.token
        and line.tokens[first].pos == "ADV"
        and line.tokens[first].tag in ("WRB", "RB")
        and line.tokens[first].text[:1].isupper()
    ):
        first += 1
    words = predicate.lemma.split()
    if len(words) > 1 and last < len(line.tokens) and line.tokens[last].text.lower() == words[1]:
        last += 1
    return first, last
