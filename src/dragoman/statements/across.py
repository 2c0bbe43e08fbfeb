"""Quotations that stand in another sentence than the words that say whose they are."""

from __future__ import annotations

from dataclasses import replace

from dragoman.statements import contents, quotes
from dragoman.statements.content import Content
from dragoman.statements.cues import Cue, reporting
from dragoman.statements.line import Line
from dragoman.statements.memory import Source
from dragoman.statements.work import Work
from dragoman.types import Sentence, Span

_WHOLLY = 0.85  # share of a sentence's letters that makes it a quotation and nothing else
_PUNCTUATION = " \t\r\n\xa0.,;:!?–—-\"”“’'"


def said_before(work: Work, here: Line, span: Span, source: Source) -> Content | None:
    """The quotation that ends right before the sentence: '"We will stay!" he said.'"""
    head = min(span.start, source.span.start) if source.span is not None else span.start
    if head - here.sentence.start > 3 or here.sentence.index == 0:
        return None
    before = work.sentences[here.sentence.index - 1]
    if before.paragraph != here.sentence.paragraph:
        return None
    touching = work.quotes.touching(before.start, before.end)
    last = touching[-1] if touching else None
    if last is None or last.start in work.spoken or work.text[last.end : here.sentence.start].strip():
        return None
    return contents.of_quotation(work.text, last)


def follows(work: Work, waiting: tuple[Cue, Line, Source], sentence: Sentence) -> None:
    """The quotation behind "he said:" at the end of the sentence before."""
    cue, here, source = waiting
    touching = work.quotes.touching(sentence.start, sentence.end)
    if touching and touching[0].start <= sentence.start + 1 and touching[0].start not in work.spoken:
        content = contents.of_quotation(work.text, touching[0])
        if content is not None:
            work.add(here, cue, source, content, [])


def goes_on(work: Work, sentence: Sentence) -> None:
    """A sentence that is nothing but a quotation right after words of somebody: the same one speaks."""
    touching = work.quotes.touching(sentence.start, sentence.end)
    if not touching or touching[0].start in work.spoken or not work.drafts:
        return
    quotation = touching[0]
    letters = sum(c.isalnum() for c in work.text[sentence.start : sentence.end])
    quoted = sum(
        c.isalnum() for q in touching for c in work.text[max(q.start, sentence.start) : min(q.end, sentence.end)]
    )
    if quoted < _WHOLLY * letters:
        return
    last = work.drafts[-1]
    before = work.sentences[last.sentence]
    follows = sentence.index + 1 < len(work.sentences) and _cue_opens(
        work, work.sentences[sentence.index + 1], quotation
    )
    end = max(last.content.end, before.end)
    gap = work.text[end : quotation.start] if quotation.start >= end else ""
    if follows or len(gap.strip(_PUNCTUATION)) > 0 or sentence.paragraph - before.paragraph > 1 and gap.count("\n") > 4:
        return
    if sentence.paragraph != before.paragraph and last.content.kind == "indirect":
        return
    content = contents.of_quotation(work.text, quotation)
    if content is None:
        return
    work.spoken.update(q.start for q in touching)
    work.drafts.append(
        replace(
            last,
            sentence=sentence.index,
            content=content,
            rule=last.rule + ", goes on",
            via=list(last.via),
            modal=False,
            force="asserted",
            goes_on=True,
        )
    )


def _cue_opens(work: Work, sentence: Sentence, quotation: quotes.Quotation) -> bool:
    """Whether the next sentence begins with who said the quotation: '"..." he said.'"""
    if quotation.end > sentence.start or work.text[quotation.end : sentence.start].strip() or not sentence.tokens:
        return False
    return any(t.lemma in reporting().force and t.pos == "VERB" for t in sentence.tokens[:4])
