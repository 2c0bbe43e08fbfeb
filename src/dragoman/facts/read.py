"""From articles to readings: the whole of what is a pure function of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from dragoman.facts.build import facts_of
from dragoman.facts.candidates import Candidate, candidates
from dragoman.facts.discourse import assemble
from dragoman.facts.pack import Frame, load_frames, trigger_lemmas
from dragoman.facts.predicates import predicates
from dragoman.knowledge.pack import load
from dragoman.language.annotate import annotate
from dragoman.language.parser import DEFAULT_PARSER, Parser
from dragoman.language.triage import Triage
from dragoman.mentions import dates
from dragoman.mentions.gazetteer import Gazetteer
from dragoman.mentions.referents import resolve
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Annotated, Article, DateValue, Reading, TimeExpression

# Articles parsed together: enough to fill the parser's batches, few enough to forget soon.
_BATCH = 16


class Reader:
    """Reads articles with one parser and one knowledge; holds no state between articles."""

    def __init__(self, parser: str = DEFAULT_PARSER, knowledge_folder: Path | None = None) -> None:
        self.parser = Parser(parser)
        knowledge = load(knowledge_folder)
        self.frames: tuple[Frame, ...] = load_frames(knowledge_folder)
        self.gazetteer = Gazetteer(knowledge)
        self.vocabulary = Vocabulary(knowledge)
        verbs, nouns = trigger_lemmas(self.frames)
        self.triage = Triage(verbs | nouns, self.vocabulary)
        self.index = _index(self.frames)
        self.act_nouns = frozenset(lemma for frame in self.frames for t in frame.triggers for lemma in t.nouns)

    def read_articles(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The reading of each article, in order."""
        stream = iter(articles)
        while batch := list(islice(stream, _BATCH)):
            for annotated in annotate(batch, self.parser, self.triage):
                yield self.read(annotated)

    def read(self, annotated: Annotated) -> Reading:
        """The reading of one article that is already parsed."""
        article = annotated.article
        page = resolve(annotated, self.gazetteer, self.vocabulary)
        found: list[Candidate] = []
        chains: dict[int, dict[int, object]] = {}
        for sentence in annotated.sentences:
            if not sentence.tokens or not self._may_tell(sentence.tokens):
                continue
            here = {p.token: p for p in predicates(sentence.tokens, self.act_nouns)}
            chains[sentence.index] = here  # type: ignore[assignment]
            times = dates.find(article.text, sentence.start, sentence.end)
            found.extend(candidates(page, sentence.index, here, times, self.frames, self.index))

        def date_of(expression: TimeExpression, candidate: Candidate) -> DateValue | None:
            return dates.resolve(expression, reference=article.published, direction=candidate.scope.direction)

        events = assemble(page, found, date_of)
        return Reading(article, page.referents, facts_of(page, events, chains))  # type: ignore[arg-type]

    def _may_tell(self, tokens: Sequence[object]) -> bool:
        return any(t.lemma in self.index or t.lemma in self._particles for t in tokens)  # type: ignore[attr-defined]

    @property
    def _particles(self) -> frozenset[str]:
        return frozenset(lemma.split()[0] for lemma in self.index if " " in lemma)


def _index(frames: Sequence[Frame]) -> dict[str, tuple[tuple[int, int], ...]]:
    """For each lemma the (frame, trigger) numbers that it may set off."""
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for f, frame in enumerate(frames):
        for t, trigger in enumerate(frame.triggers):
            for lemma in (*trigger.verbs, *trigger.nouns, *trigger.adjectives):
                index[lemma].append((f, t))
    return {lemma: tuple(pairs) for lemma, pairs in index.items()}
