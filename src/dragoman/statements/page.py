"""All that is said on one page: its cues sentence by sentence, quotations that go on, and who carries whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.mentions.spots import PageReferents
from dragoman.statements import across, contents, cues, labels, phrases, verbs
from dragoman.statements.cues import Cue, reporting
from dragoman.statements.drafts import Draft, built, chain
from dragoman.statements.line import Line, line
from dragoman.statements.work import Work
from dragoman.types import Predicate, Sentence, Statement


def statements_of(page: PageReferents, chains: Mapping[int, Mapping[int, Predicate]]) -> tuple[Statement, ...]:
    """Every statement of the page in the order of the text."""
    work = Work(page, chains)
    for sentence in work.sentences:
        before = len(work.drafts)
        waiting, work.waiting = work.waiting, None
        if waiting is not None and waiting[1].sentence.paragraph + 1 >= sentence.paragraph:
            across.follows(work, waiting, sentence)
        if sentence.tokens and cues.may_report(sentence.tokens):
            _cues(work, line(work.text, sentence, chains.get(sentence.index)))
        if sentence.headline:
            _label_behind(work, sentence, before)
        if len(work.drafts) == before:
            _label(work, sentence)
        if len(work.drafts) == before:
            across.goes_on(work, sentence)
    return built(page, chain(page, work.drafts))


def _cues(work: Work, here: Line) -> None:
    found = [c for c in cues.find(here) if not work.quoted(c.span(here))]
    spans = [c.span(here) for c in found]
    phrase_cues: list[Cue] = []
    carried: set[int] = set()
    for k, cue in enumerate(found):
        if cue.predicate is None:
            phrase_cues.append(cue)
            continue
        if cue.predicate.token in carried:
            continue
        others = [s for j, s in enumerate(spans) if j != k]
        if cue.predicate.lemma in reporting().carrying:
            verbs.carried(work, here, cue, others, carried)
        elif cue.predicate.lemma in reporting().ascribing:
            verbs.ascribed(work, here, cue)
        else:
            verbs.said(work, here, cue, others)
    for cue in phrase_cues:
        phrases.phrase(work, here, cue)


def _label(work: Work, sentence: Sentence) -> None:
    opens = sentence.index == 0 or work.sentences[sentence.index - 1].paragraph != sentence.paragraph
    found = labels.find(work.page, sentence) if sentence.headline or opens else None
    if found is None:
        if opens:
            _signature(work, sentence)
        return
    content = contents.rest_of(Line(sentence, work.text, {}, ()), found.colon.end, work.quotes)
    if content is None:
        return
    work.drafts.append(Draft(sentence.index, found.colon, "a name and a colon", "asserted", found.source, content))
    work.spoken.update(q.start for q in work.quotes.touching(content.start, content.end))


def _signature(work: Work, sentence: Sentence) -> None:
    """Gives the words above a name that stands by itself to whom it names."""
    found = labels.signed(work.page, sentence.index)
    if found is None:
        return
    above = work.sentences[sentence.index - 1]
    content = contents.rest_of(Line(above, work.text, {}, ()), above.start, work.quotes)
    if content is not None and all(d.sentence != above.index for d in work.drafts):
        content = replace(content, kind="direct")
        work.drafts.append(Draft(above.index, found.colon, "the name below", "asserted", found.source, content))


def _label_behind(work: Work, sentence: Sentence, before: int) -> None:
    """ "Talks put off: ministry": all before the colon is said, also what another is said to have said in it."""
    found = labels.behind(work.page, sentence)
    if found is None:
        return
    head = replace(sentence, end=found.colon.start)
    content = contents.rest_of(Line(head, work.text, {}, ()), sentence.start, work.quotes)
    if content is None:
        return
    kept = []
    for d in work.drafts[before:]:
        inside = replace(d.content, end=min(d.content.end, found.colon.start))
        if inside.end > inside.start and d.cue.end <= found.colon.start:
            kept.append(replace(d, content=inside))
    del work.drafts[before:]
    work.drafts += kept
    work.drafts.append(
        Draft(sentence.index, found.colon, "a colon and a name", "asserted", found.source, content, phrase=True)
    )
