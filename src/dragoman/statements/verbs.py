"""Verbs of reporting: who speaks, what is said, and who only carries it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.statements import carriers, contents, cues, memory, sources
from dragoman.statements.across import said_before
from dragoman.statements.content import Content
from dragoman.statements.cues import Cue, reporting
from dragoman.statements.line import Line
from dragoman.statements.memory import Source
from dragoman.statements.work import Work
from dragoman.types import Span

_BEFORE_INVERSION = frozenset((",", '"', "”", "''", "’", "'", "»", "-", "–", "—", "?", "!"))


def said(work: Work, here: Line, cue: Cue, others: list[Span]) -> None:
    assert cue.predicate is not None
    source = sources.of_predicate(
        work.page, here, cue.predicate, work.memory, cue.predicate.lemma not in reporting().plain
    )
    if (
        source is None
        and not any(a.role == "agent" for a in cue.predicate.arguments)
        and cue.first
        and cue.predicate.lemma not in reporting().telling
        and here.tokens[cue.first - 1].text in _BEFORE_INVERSION
    ):
        source = sources.after(work.page, here, cue.last, work.memory)
    if source is None:
        return
    _say(work, here, cue, source, [], others)


def carried(work: Work, here: Line, cue: Cue, others: list[Span], carried: set[int]) -> None:
    """ "TASS quoted the minister as saying": the object speaks, the subject carries."""
    assert cue.predicate is not None
    speech = next(
        (
            q
            for q in here.predicates.values()
            if q.parent == cue.predicate.token
            and (q.link or "").startswith("adverbial:as")
            and q.lemma in reporting().force
        ),
        None,
    )
    patients = [a for a in cue.predicate.arguments if a.role in ("patient", "recipient")]
    source = sources.of_arguments(work.page, here, patients, work.memory, False)
    if source is None:
        return
    carrier = sources.of_predicate(work.page, here, cue.predicate, work.memory, True)
    via = [s.name for s in carrier.speakers] if carrier is not None else []
    if speech is None:
        if cue.predicate.lemma == "quote" or any(a.role == "content" for a in cue.predicate.arguments):
            _say(work, here, cue, source, via, others)
        return
    carried.add(speech.token)
    inner = Cue(
        speech,
        speech.token,
        speech.token + 1,
        reporting().force[speech.lemma],
        f"'{cue.predicate.lemma} as {here.tokens[speech.token].text}'",
    )
    inside = [o for o in others if o != inner.span(here)]
    content = contents.of_verb(here, inner, None, work.quotes, inside)
    if content is None:
        content = contents.of_verb(here, cue, carrier.span if carrier is not None else None, work.quotes, inside)
    if content is not None:
        work.add(here, replace(cue, rule=inner.rule, force=inner.force), source, content, via)


def ascribed(work: Work, here: Line, cue: Cue) -> None:
    """ "TASS attributed the delay to officials": whom the subject names speaks."""
    assert cue.predicate is not None
    named = [a for a in cue.predicate.arguments if a.prep == "to"]
    thing = next(
        (a for a in cue.predicate.arguments if a.role == "patient" and a.prep is None and a.first >= cue.last), None
    )
    if not named and thing is not None:
        # "the focus on incidents to sources": the parser hangs the source on the noun before it
        named = [
            a
            for q in here.predicates.values()
            for a in q.arguments
            if q.token > thing.head and a.prep == "to" and q.parent == cue.predicate.token
        ]
    carrier = sources.of_predicate(work.page, here, cue.predicate, work.memory, True)
    source = sources.of_arguments(work.page, here, named[:1], work.memory, True)
    if thing is None or carrier is None or source is None or source.span is None:
        return
    content = contents.rest_of(
        replace(here, sentence=replace(here.sentence, end=source.span.start)), here.left(thing.first), work.quotes
    )
    if content is not None:
        words = work.text[content.start : content.end]
        content = replace(content, end=content.end - 3) if words.endswith(" to") else content
        work.add(here, cue, source, content, [s.name for s in carrier.speakers])


def _say(work: Work, here: Line, cue: Cue, source: Source, via: list[str], others: list[Span]) -> None:
    """Adds an attribution where the sentence holds what is said; else looks before and behind it."""
    content = contents.of_verb(here, cue, source.span, work.quotes, others)
    span = cue.span(here)
    if content is None and cue.predicate is not None and cue.predicate.lemma not in reporting().weak:
        content = said_before(work, here, span, source)
        if content is None and work.text[: here.sentence.end].rstrip().endswith(":", here.sentence.start):
            work.waiting = (cue, here, source)
    if content is None and cue.predicate is not None and (cue.predicate.link or "").startswith("adverbial:as"):
        content = _as_said(work, here, cue, source)
    if content is None:
        return
    source = _not_within(work, here, source, content)
    source, via = _cited(work, here, source, via, content)
    work.add(here, cue, source, content, via)


def _as_said(work: Work, here: Line, cue: Cue, source: Source) -> Content | None:
    """ "As the minister said, ...": the main clause is what is said."""
    assert cue.predicate is not None
    first, last = here.subtree(cue.predicate.token)
    head = here.tokens[first].text.lower()
    if head not in ("as", ",") or first > 1 and last < len(here.tokens) - 2:
        return None
    if first <= 1:
        return contents.rest_of(here, here.right(last - 1), work.quotes)
    inner = Line(replace(here.sentence, end=here.tokens[first].start), work.text, {}, ())
    return contents.rest_of(inner, here.sentence.start, work.quotes)


def _not_within(work: Work, here: Line, source: Source, content: Content) -> Source:
    """ "He" behind a quotation of several sentences is nobody whom the quotation names."""
    if (
        source.span is None
        or work.text[source.span.start : source.span.end].lower() not in ("he", "she")
        or content.kind != "direct"
    ):
        return source
    only = source.speakers[0]
    if only.referent is not None:
        named = [
            m.start
            for m in work.page.referents[only.referent].mentions
            if m.form != "pronoun" and m.end <= source.span.start
        ]
        if not named or max(named) < content.start:
            return source
    elif content.start >= here.sentence.start:
        return source
    number = here.sentence.index
    while number and work.sentences[number].start > content.start:
        number -= 1
    other = memory.before(work.page, number, content.start, work.memory)
    return replace(source, speakers=(other,)) if other is not None else source


def _cited(work: Work, here: Line, source: Source, via: list[str], content: Content) -> tuple[Source, list[str]]:
    """ "TASS reports, citing the ministry": the one cited speaks."""
    if (
        len(source.speakers) != 1
        or source.speakers[0].referent is None
        or not carriers.is_outlet(work.page.referents[source.speakers[0].referent])
    ):
        return source, via
    for first, last in cues.phrases(here.tokens, reporting().citing):
        at = here.tokens[first].start
        if content.start <= at < content.end and not content.split:
            continue
        found = sources.of_phrase(work.page, here, last, work.memory)
        if found is not None:
            return found[0], [*via, source.speakers[0].name]
    return source, via
