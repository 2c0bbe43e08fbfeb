"""From articles to readings: the whole of what is a pure function of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dragoman.facts.build import facts_of
from dragoman.facts.candidate import Candidate
from dragoman.facts.candidates import candidates
from dragoman.facts.clock import Clock
from dragoman.facts.continued import complete, more_items
from dragoman.facts.discourse import assemble
from dragoman.facts.figures import add_figures
from dragoman.facts.happenings import happenings, opens_for_act, others_of_kind
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.pack import Frame, act_lemmas, load_frames, trigger_lemmas
from dragoman.facts.people import groups
from dragoman.facts.predicates import predicates
from dragoman.facts.prices import prices
from dragoman.facts.scope_words import words
from dragoman.facts.signings import signings
from dragoman.facts.taking_part import taking_part, waking
from dragoman.facts.traders import understood
from dragoman.facts.transfer_words import transfer_words
from dragoman.facts.transfers import settle
from dragoman.facts.written import placed
from dragoman.knowledge import overlay
from dragoman.knowledge.pack import load
from dragoman.language.annotate import annotate
from dragoman.language.hyphens import Compounds
from dragoman.language.parser import DEFAULT_PARSER, Parser
from dragoman.language.triage import Triage
from dragoman.mentions import dates
from dragoman.mentions.act_names import act_names, standing
from dragoman.mentions.arms import items
from dragoman.mentions.gazetteer import Gazetteer
from dragoman.mentions.item import Item
from dragoman.mentions.reduction import Reduced, apply, reduced
from dragoman.mentions.referents import resolve
from dragoman.mentions.spots import PageReferents
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.statements import statements
from dragoman.statements.about import about
from dragoman.statements.cues import openers, reporting
from dragoman.types import Article, Predicate, Reading, Sentence, Token

# Articles parsed together: enough to fill the parser's batches, few enough to forget soon.
_BATCH = 16
# Items of arms to which a later sentence may point back.
_REMEMBERED = 40


@dataclass(frozen=True, slots=True)
class Acts:
    """What the words of a page may tell of, in the order of the text, with the clock that dates it."""

    page: PageReferents
    candidates: tuple[Candidate, ...]
    clock: Clock


class Reader:
    """Reads articles with one parser and one knowledge; holds no state between articles."""

    def __init__(self, parser: str = DEFAULT_PARSER, knowledge_folder: Path | None = None) -> None:
        self.folder = knowledge_folder
        overlay.check(knowledge_folder)
        with overlay.laid_over(knowledge_folder):
            knowledge = load(knowledge_folder)
            self.left_out = knowledge.left_out  # rows of knowledge files that cannot be right
            self.frames: tuple[Frame, ...] = load_frames(knowledge_folder)
            self.gazetteer = Gazetteer(knowledge)
            self.vocabulary = Vocabulary(knowledge)
            self.parser = Parser(parser, Compounds(act_lemmas(self.frames) | frozenset().union(*groups().values())))
            verbs, nouns = trigger_lemmas(self.frames)
            quiet = {verb for frame in self.frames for t in frame.triggers if not t.wakes for verb in t.verbs}
            pricing = transfer_words().pricing
            quiet |= pricing
            happening, force = words().happening, reporting().force
            self.recalled = frozenset(lemma for frame in self.frames for lemma in frame.recall)
            wakers = verbs | nouns | openers() | waking()
            deals = {lemma for frame in self.frames if deals_in_arms(frame) for lemma in frame.recall}
            self.triage = Triage(wakers, self.vocabulary, quiet, happening, force, self.recalled, deals)
            self.index = _index(self.frames)
            self._wakers = frozenset(lemma.split()[0] for lemma in (*self.index, *pricing, *waking()))
            self.named = _kinds_by_noun(self.frames)
            self.act_nouns = frozenset(lemma for frame in self.frames for t in frame.triggers for lemma in t.nouns)

    def read_articles(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The reading of each article, in order."""
        stream = iter(articles)
        while batch := list(islice(stream, _BATCH)):
            for page in self._pages(batch):
                with overlay.laid_over(self.folder):  # and not while the caller has the reading in hand
                    reading = self._read(page)
                yield reading

    def acts(self, article: Article) -> Acts:
        """What each word of an article may tell of, before it is put together: for fits, and for who looks into it."""
        (page,) = self._pages([article])
        with overlay.laid_over(self.folder):
            return self._acts(page)

    def _pages(self, batch: Sequence[Article]) -> list[PageReferents]:
        with overlay.laid_over(self.folder):
            annotated = annotate(batch, self.parser, self.triage)
            return self._parsed_again([resolve(a, self.gazetteer, self.vocabulary) for a in annotated])

    def _parsed_again(self, pages: Sequence[PageReferents]) -> list[PageReferents]:
        """The pages with those sentences parsed anew in which titles stood in the parser's way."""
        jobs: list[tuple[int, int, Reduced]] = []
        for p, page in enumerate(pages):
            called = act_names(page.annotated.article.text)
            countries = [r.country for r in page.referents]
            for sentence in page.annotated.sentences:
                i = sentence.index
                acts = standing(called, sentence.tokens, page.spots[i])
                tells = bool(acts) or self._may_tell(sentence)
                plan = reduced(sentence.tokens, page.names[i], page.spots[i], acts, countries) if tells else None
                if plan is not None:
                    jobs.append((p, sentence.index, plan))
        anew: list[dict[int, tuple[Reduced, tuple[Token, ...]]]] = [{} for _ in pages]
        for (p, number, plan), tokens in zip(jobs, self.parser.parse_again(j[2].tokens for j in jobs), strict=True):
            anew[p][number] = (plan, tokens)
        return [apply(page, parsed) for page, parsed in zip(pages, anew, strict=True)]

    def _read(self, page: PageReferents) -> Reading:
        acts = self._acts(page)
        clock, chains = acts.clock, acts.clock.predicates
        said = statements(page, chains)
        facts = facts_of(page, assemble(page, acts.candidates, clock), said)
        said = about(page, chains, said, facts, self.named, clock.reference.value)
        return Reading(placed(page.annotated.article, clock.reference, facts), page.referents, facts, said)

    def _acts(self, page: PageReferents) -> Acts:
        article = page.annotated.article
        found: list[Candidate] = []
        chains: dict[int, dict[int, Predicate]] = {}
        armed: list[Item] = []
        for sentence in page.annotated.sentences:
            if not self._may_tell(sentence):
                continue
            here = {p.token: p for p in predicates(sentence.tokens, self.act_nouns)}
            chains[sentence.index] = here
            found_times = dates.find(article.text, sentence.start, sentence.end)
            # "15:10 The minister has landed": when a line of a ticker was written, and no time of what it tells.
            times = [t for t in found_times if t.start > sentence.start or t.grain != "hour"]
            arms = items(article.text, sentence, armed[-_REMEMBERED:])
            armed.extend(arms)
            told = candidates(page, sentence.index, here, times, self.frames, self.index, arms)
            add_figures(article.text, sentence, here, told)
            pointing = happenings(page, sentence.index, here, times, found, told)
            pointing += others_of_kind(page, sentence.index, here, times, [*found, *told])
            pointing += taking_part(page, sentence.index, here, found, told)
            found.extend(settle(page, sentence, here, told, arms, times))
            found.extend(pointing)
            found.extend(more_items(page, sentence, here, arms, found, self.frames))
            found.extend(prices(page, sentence, here, arms, found))
            found.extend(signings(page, sentence.index, here, times, found))

        told_of = understood(page, complete(page, found), found)
        return Acts(page, tuple(told_of), Clock(page, chains, told_of, self.act_nouns))

    def _may_tell(self, sentence: Sentence) -> bool:
        """True where a word of the sentence can set off a frame, or one that may stand for an act told before."""
        return opens_for_act(sentence, self.recalled) or any(t.lemma in self._wakers for t in sentence.tokens)


def _index(frames: Sequence[Frame]) -> dict[str, tuple[tuple[int, int], ...]]:
    """For each lemma the (frame, trigger) numbers that it may set off."""
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for f, frame in enumerate(frames):
        for t, trigger in enumerate(frame.triggers):
            for lemma in (*trigger.verbs, *trigger.nouns, *trigger.adjectives):
                index[lemma].append((f, t))
    return {lemma: tuple(pairs) for lemma, pairs in index.items()}


def _kinds_by_noun(frames: Sequence[Frame]) -> dict[str, frozenset[str]]:
    """For each noun that names an event the kinds that it may name."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for frame in frames:
        for trigger in frame.triggers:
            for noun in trigger.nouns:
                kinds[noun].add(frame.name)
    return {noun: frozenset(names) for noun, names in kinds.items()}
