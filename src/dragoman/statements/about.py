"""What the statements of a page are about: the events, the sides they take, and the figures that they give."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.mentions.spots import PageReferents
from dragoman.statements import figures
from dragoman.statements.line import Line, line
from dragoman.statements.stance import Scene, stances
from dragoman.types import Fact, Predicate, SaidFigure, Stance, Statement

_SENTENCES = 60  # of one statement that are looked at: a speech printed in full is no reason to look for ever
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "their", "its", "our"))


def about(
    page: PageReferents,
    chains: Mapping[int, Mapping[int, Predicate]],
    said: Sequence[Statement],
    facts: Sequence[Fact],
    kinds: Mapping[str, frozenset[str]],
    reference: str | None,
) -> tuple[Statement, ...]:
    """The statements with the events, stances and figures that they hold.

    `kinds` are the kinds of event that a noun may name, `reference` the date that "last year" counts from.
    """
    return _Page(page, chains, facts, kinds, reference).completed(said)


class _Page:
    """One page while its statements are completed."""

    def __init__(
        self,
        page: PageReferents,
        chains: Mapping[int, Mapping[int, Predicate]],
        facts: Sequence[Fact],
        kinds: Mapping[str, frozenset[str]],
        reference: str | None,
    ) -> None:
        self.page = page
        self.chains = chains
        self.kinds = kinds
        self.reference = reference
        self.text = page.annotated.article.text
        self.sentences = page.annotated.sentences
        self.starts = [s.start for s in self.sentences]
        self.facts = sorted(facts, key=lambda f: (f.trigger.start, f.event))
        self.triggers = [f.trigger.start for f in self.facts]
        self._lines: dict[int, Line] = {}
        self._events: dict[int, dict[int, int]] = {}
        self._figures: dict[int, tuple[SaidFigure, ...]] = {}

    def completed(self, said: Sequence[Statement]) -> tuple[Statement, ...]:
        """Each statement with what it is about."""
        return tuple(self._complete(s) if s.mode != "carried" else s for s in said)

    def _complete(self, s: Statement) -> Statement:
        found: list[Stance] = []
        events: list[int] = []
        numbers: list[SaidFigure] = []
        for here in self._of(s):
            told = self._told(here)
            events += [told[k] for k in sorted(told) if s.start <= here.tokens[k].start and here.tokens[k].end <= s.end]
            found += stances(Scene(self.page, s, here, told))
            numbers += [f for f in self._numbers(here) if s.start <= f.evidence.start and f.evidence.end <= s.end]
        strongest: dict[tuple[int | None, int | None], Stance] = {}
        for stance in found:
            strongest.setdefault((stance.referent, stance.event), stance)
        events += [x.event for x in strongest.values() if x.event is not None]
        return replace(
            s, events=tuple(dict.fromkeys(events)), stances=tuple(strongest.values()), figures=tuple(numbers)
        )

    def _of(self, s: Statement) -> Iterator[Line]:
        """The parsed sentences that a statement touches with its words or its cue, in order."""
        first = max(0, bisect_right(self.starts, min(s.start, s.cue.start)) - 1)
        for sentence in self.sentences[first : first + _SENTENCES]:
            if sentence.start >= max(s.end, s.cue.end):
                return
            touched = sentence.start < s.end and s.start < sentence.end
            if sentence.tokens and (touched or sentence.start <= s.cue.start < sentence.end):
                if sentence.index not in self._lines:
                    self._lines[sentence.index] = line(self.text, sentence, self.chains.get(sentence.index))
                yield self._lines[sentence.index]

    def _numbers(self, here: Line) -> tuple[SaidFigure, ...]:
        number = here.sentence.index
        if number not in self._figures:
            self._figures[number] = tuple(figures.find(self.page, here, self.reference))
        return self._figures[number]

    def _told(self, here: Line) -> dict[int, int]:
        """By token: the event that is told there, or that a noun there points back to."""
        number = here.sentence.index
        if number not in self._events:
            self._events[number] = dict(self._pointed(here)) | {
                here.at_or_after(f.trigger.start): f.event
                for f in self.facts[
                    bisect_left(self.triggers, here.sentence.start) : bisect_left(self.triggers, here.sentence.end)
                ]
            }
        return self._events[number]

    def _pointed(self, here: Line) -> Iterator[tuple[int, int]]:
        """ "The deal", "these talks": the last event of such a kind that the page has told before."""
        before = bisect_left(self.triggers, here.sentence.start)
        for t in here.tokens:
            if t.pos != "NOUN" or t.lemma not in self.kinds:
                continue
            definite = any(here.tokens[k].text.lower() in _DEFINITE and k < t.i for k in here.kids[t.i])
            if not definite:
                continue
            for f in reversed(self.facts[:before]):
                if f.type in self.kinds[t.lemma]:
                    yield t.i, f.event
                    break
