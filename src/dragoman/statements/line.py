"""One sentence as statements look at it: its tokens, its predicates, and which characters belong to which phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.facts.predicates import predicates
from dragoman.types import Argument, Predicate, Sentence, Span, Token

_NO_NOUNS: frozenset[str] = frozenset()
_WIDE = 60  # tokens of a source; what is longer is a parse gone wrong


@dataclass(frozen=True, slots=True)
class Line:
    """A parsed sentence of a page."""

    sentence: Sentence
    text: str  # of the article
    predicates: Mapping[int, Predicate]
    kids: Sequence[Sequence[int]]

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def subtree(self, token: int) -> tuple[int, int]:
        """Range of tokens of everything under a head."""
        first, last, stack = token, token + 1, [token]
        while stack:
            for k in self.kids[stack.pop()]:
                first, last = min(first, k), max(last, k + 1)
                stack.append(k)
        return first, last

    def left(self, token: int) -> int:
        """Where the phrase that begins with a token begins, words that the second parse left out included."""
        begin = self.tokens[token - 1].end if token else self.sentence.start
        between = self.text[begin : self.tokens[token].start]
        return (
            begin + len(between) - len(between.lstrip(" \t\r\n\xa0,;"))
            if between.strip(" \t\r\n\xa0,;")
            else self.tokens[token].start
        )

    def right(self, token: int) -> int:
        """Where the phrase that ends with a token ends, words that the second parse left out included."""
        end = self.tokens[token + 1].start if token + 1 < len(self.tokens) else self.sentence.end
        start = self.tokens[token].end
        between = self.text[start:end]
        return start + len(between.rstrip()) if between.strip(" \t\r\n\xa0,;.") else start

    def at_or_after(self, offset: int) -> int:
        """The first token that begins at or behind a character; their number where none does."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def noun_phrase(self, argument: Argument) -> Span:
        """The whole phrase of an argument with its appositions and clauses, unless the parse let it run wild."""
        first, last = self.subtree(argument.head)
        first = min(first, argument.first)
        if last - first > _WIDE or any(self._spoils(k, argument.head) for k in range(first, last)):
            first, last = argument.first, argument.last
        while last > first + 1 and self.tokens[last - 1].text in (",", ";", ":", "-", "–", "—", '"', "”", "''", "."):
            last -= 1
        while first < last - 1 and self.tokens[first].text in (",", ";", ":", "-", "–", "—", '"', "“", "``"):
            first += 1
        return Span(self.left(first), self.tokens[last - 1].end)

    def _spoils(self, token: int, head: int) -> bool:
        return self.tokens[token].text in (";", ":", "”", "“") and token != head


def line(text: str, sentence: Sentence, known: Mapping[int, Predicate] | None) -> Line:
    """The sentence with the predicates that are known of it, or else with its verbs."""
    found = known if known is not None else {p.token: p for p in predicates(sentence.tokens, _NO_NOUNS)}
    kids: list[list[int]] = [[] for _ in sentence.tokens]
    for t in sentence.tokens:
        if t.head != t.i:
            kids[t.head].append(t.i)
    return Line(sentence, text, found, kids)
