"""What the real reader makes of a few sentences, in words that tests can compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.facts.candidate import Candidate
from dragoman.facts.candidates import candidates
from dragoman.facts.fillers import Filler, Open, fill
from dragoman.facts.predicates import predicates
from dragoman.facts.read import Reader
from dragoman.language.annotate import annotate
from dragoman.mentions import dates
from dragoman.mentions.referents import resolve
from dragoman.mentions.spots import PageReferents
from dragoman.types import Article, Evidence, Fact, Predicate, Reading, Span


def article(text: str, published: str | None = None, title: str | None = None, name: str = "page") -> Article:
    """An article of these words; the title stands above them."""
    return Article(
        id=name,
        text=f"{title}\n\n{text}" if title else text,
        sha256="0" * 64,
        title=title,
        title_span=Span(0, len(title)) if title else None,
        published=published,
        published_basis="given" if published else "unknown",
    )


@dataclass(frozen=True)
class Told:
    """A reading, and what tests ask of it."""

    reading: Reading

    def facts(self, kind: str) -> list[Fact]:
        """The facts of one kind, in order."""
        return [f for f in self.reading.facts if f.type == kind]

    def events(self, kind: str) -> list[list[Fact]]:
        """The facts of one kind, those of one event together."""
        grouped: dict[int, list[Fact]] = {}
        for f in self.facts(kind):
            grouped.setdefault(f.event, []).append(f)
        return list(grouped.values())

    def only(self, kind: str) -> Fact:
        """The one fact of a kind."""
        (fact,) = self.facts(kind)
        return fact

    def words(self, evidence: Evidence | Span) -> str:
        """What stands in the text at an evidence."""
        return self.reading.article.text[evidence.start : evidence.end]

    def who(self, facts: Fact | Sequence[Fact], part: str | None = None) -> set[str]:
        """The names of those who take part."""
        listed = [facts] if isinstance(facts, Fact) else facts
        return {
            self.reading.referents[p.referent].name
            for f in listed
            for p in f.participants
            if part is None or p.slot == part
        }

    def inferred(self, fact: Fact) -> dict[str, str]:
        """The participants that the sentence itself does not name, with the reason."""
        return {
            self.reading.referents[p.referent].name: p.evidence.rule for p in fact.participants if p.evidence.inferred
        }


@dataclass(frozen=True)
class Parsed:
    """A page before frames are laid on it."""

    page: PageReferents
    predicates: tuple[dict[int, Predicate], ...]  # for each sentence

    def predicate(self, word: str, sentence: int = 0) -> Predicate:
        """The predicate that stands at a word."""
        tokens = self.page.annotated.sentences[sentence].tokens
        return next(p for p in self.predicates[sentence].values() if tokens[p.token].text == word)

    def fillers(self, word: str, role: str, sentence: int = 0) -> list[Filler | Open]:
        """What fills one argument of the predicate at a word."""
        found = [a for a in self.predicate(word, sentence).arguments if a.role == role]
        return [x for a in found for x in fill(self.page, sentence, a)]

    def names(self, word: str, role: str, sentence: int = 0) -> list[str]:
        """The names of the referents that fill it."""
        found = self.fillers(word, role, sentence)
        return [self.page.referents[x.referent].name for x in found if isinstance(x, Filler)]

    def sides(self, candidate: Candidate, part: str = "side") -> list[str]:
        """The names of a candidate's participants."""
        return [self.page.referents[s.referent].name for s in candidate.sides if s.part == part]

    def places(self, candidate: Candidate) -> list[str]:
        """The names of a candidate's places."""
        return [self.page.referents[f.referent].name for f in candidate.places]


class Teller:
    """Reads pages of a few sentences, each once."""

    def __init__(self) -> None:
        self.reader = Reader()
        self._told: dict[Article, Told] = {}

    def __call__(self, text: str, published: str | None = None, title: str | None = None) -> Told:
        """What a page of these words tells."""
        page = article(text, published, title)
        if page not in self._told:
            (reading,) = self.reader.read_articles([page])
            self._told[page] = Told(reading)
        return self._told[page]

    def parsed(self, text: str, title: str | None = None) -> Parsed:
        """The page with its referents and predicates."""
        (annotated,) = annotate([article(text, title=title)], self.reader.parser, self.reader.triage)
        page = resolve(annotated, self.reader.gazetteer, self.reader.vocabulary)
        found = (predicates(s.tokens, self.reader.act_nouns) for s in page.annotated.sentences)
        return Parsed(page, tuple({p.token: p for p in here} for here in found))

    def candidates(self, parsed: Parsed, kind: str, sentence: int = 0) -> list[Candidate]:
        """The candidates of one kind in one sentence."""
        here = parsed.page.annotated.sentences[sentence]
        times = dates.find(parsed.page.annotated.article.text, here.start, here.end)
        found = candidates(
            parsed.page, sentence, parsed.predicates[sentence], times, self.reader.frames, self.reader.index
        )
        return [c for c in found if c.frame.name == kind]
