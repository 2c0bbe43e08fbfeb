"""The work on one page: what has been found on it so far, and how one more attribution is put down."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.mentions.spots import PageReferents
from dragoman.statements import carriers, memory, quotes
from dragoman.statements.content import Content
from dragoman.statements.cues import Cue, reporting
from dragoman.statements.drafts import Draft
from dragoman.statements.line import Line
from dragoman.statements.memory import Memory, Source
from dragoman.types import Predicate, Span


class Work:
    """The work on one page; thrown away when it is done."""

    def __init__(self, page: PageReferents, chains: Mapping[int, Mapping[int, Predicate]]) -> None:
        self.page = page
        self.text = page.annotated.article.text
        self.sentences = page.annotated.sentences
        self.chains = chains
        self.quotes = quotes.find(self.text, self.sentences)
        self.drafts: list[Draft] = []
        self.memory = Memory()
        self.waiting: tuple[Cue, Line, Source] | None = None  # a cue whose words stand in the next sentence
        self.spoken: set[int] = set()  # starts of quotations that have their speaker

    def quoted(self, span: Span) -> bool:
        q = self.quotes.at(span.start)
        return q is not None and q.opened and q.closed and q.start < span.start

    def add(self, here: Line, cue: Cue, source: Source, content: Content, via: list[str]) -> None:
        span = cue.span(here)
        frame = [Span(here.sentence.start, here.sentence.end)]
        said = [Span(content.start, content.end)] if not content.split else []
        apart = said + ([source.span] if source.span is not None else [])
        outlets = list(carriers.outlets_between(self.page, here, frame, apart + self._others_words(here)))
        if cue.predicate is not None:
            told = [a for a in cue.predicate.arguments if a.role in ("recipient", "patient", "companion", "goal")]
            outlets += carriers.outlet_names(self.page, here, told)
        names = {s.name for s in source.speakers}
        draft = Draft(
            here.sentence.index,
            span,
            cue.rule,
            cue.force,
            source,
            content,
            via + [n for n in dict.fromkeys(outlets) if n not in names and n not in via],
        )
        draft.modal = _ahead(here, content)
        draft.phrase = cue.predicate is None
        if content.named:
            draft.force = "asserted"
        elif content.infinitive and draft.force == "predicted":
            draft.force = "demanded"  # "warned Ankara not to sell them"
        self.drafts.append(draft)
        for q in self.quotes.touching(content.start, content.end):
            self.spoken.add(q.start)
        plural = source.span is not None and _plural(here, source.span)
        memory.remember(self.page, self.memory, here.sentence.index, source, plural)

    def _others_words(self, here: Line) -> list[Span]:
        """Quotations of the sentence: an outlet named in one carries nothing."""
        return [
            Span(q.start, q.end)
            for q in self.quotes.touching(here.sentence.start, here.sentence.end)
            if q.opened and q.closed
        ]


def _plural(here: Line, span: Span) -> bool:
    last = here.at_or_after(span.end) - 1
    return any(
        t.tag in ("NNS", "NNPS")
        for t in here.tokens[here.at_or_after(span.start) : last + 1]
        if not (span.start <= here.tokens[t.head].start < span.end) or t.head == t.i
    )


def _ahead(here: Line, content: Content) -> bool:
    words = reporting().ahead
    first = here.at_or_after(content.start)
    verbs = [t for t in here.tokens[first:] if t.start < content.end and t.pos in ("AUX", "VERB")]
    return not verbs or any(t.text.lower() in words or t.tag == "TO" for t in verbs)
