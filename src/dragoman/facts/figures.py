"""Numbers tied to an event: how many were killed, how many troops took part, how many hectares changed hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate
from dragoman.mentions import amounts
from dragoman.mentions.amounts import Amount
from dragoman.mentions.item import token_range
from dragoman.types import Evidence, Predicate, Quoted, Sentence, Token

_PHRASE = 7  # tokens after a number in which stands what it counts
_INSIDE = ("ADJ", "NOUN", "PROPN", "NUM", "PART", "DET", "ADV")


def add_figures(
    text: str, sentence: Sentence, predicates: Mapping[int, Predicate], candidates: Sequence[Candidate]
) -> None:
    """Gives each candidate of a sentence the numbers that its kind may carry, each number to the nearest of them."""
    bearers = [c for c in candidates if c.frame.figures]
    if not bearers:
        return
    for amount in amounts.find(text, sentence.start, sentence.end):
        first, last = token_range(sentence.tokens, amount.start, amount.end)
        for kind in {c.frame.name: c.frame for c in bearers}.values():
            for label in _labels(sentence.tokens, predicates, kind.figures, amount, first, last):
                near = min(
                    (c for c in bearers if c.frame is kind),
                    key=lambda c: (not c.sides, abs(c.predicate.token - first), c.predicate.token),
                )
                rule = f"counts {label}"
                near.figures += (Quoted(label, amount.value, Evidence(amount.start, amount.end, rule), amount.bound),)


def _labels(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    figures: Sequence[tuple[str, Sequence[str]]],
    amount: Amount,
    first: int,
    last: int,
) -> list[str]:
    """What a number counts: the verb done to it says it before the noun does."""
    done = [
        p.lemma
        for p in predicates.values()
        for a in p.arguments
        if a.role == "patient"
        and a.prep is None
        and a.first < last
        and first < a.last
        and _heads(tokens, a.head, last - 1)
    ]
    counted = _counted(tokens, last)
    by_verb = [label for label, words in figures if any(lemma in words for lemma in done)]
    if by_verb:
        return by_verb
    measured = [amount.measure] if amount.measure is not None else []
    return [label for label, words in figures if any(word in words for word in (*measured, *counted))][:1]


def _heads(tokens: Sequence[Token], head: int, number: int) -> bool:
    """True where a number counts the head of a phrase and not something inside it."""
    if head < number:
        return head == number - 1 and tokens[head].text.lower() != "of"
    return all(t.pos in _INSIDE or t.text.lower() in ("of", "-") for t in tokens[number : head + 1])


def _counted(tokens: Sequence[Token], last: int) -> list[str]:
    """The words that stand for what a number counts: the head of the noun phrase after it, and what follows at once."""
    out: list[str] = []
    k = last
    while k < min(len(tokens), last + _PHRASE):
        token = tokens[k]
        low = token.text.lower()
        if token.pos in ("NOUN", "PROPN"):
            following = tokens[k + 1] if k + 1 < len(tokens) else None
            if following is None or following.pos not in ("NOUN", "PROPN"):
                out.append(token.lemma.lower())
                if following is not None and following.tag in ("VBN", "JJ"):
                    # "five soldiers killed", "twelve people dead"
                    low = following.text.lower()
                    out += [following.lemma.lower(), low.removesuffix("d"), low.removesuffix("ed")]
                break
        elif token.tag in ("VBN", "VBD", "JJ") and k == last:
            out += [token.lemma.lower(), low, low.removesuffix("d"), low.removesuffix("ed")]
        elif token.pos not in _INSIDE and low not in ("of", "the", "-"):
            break
        k += 1
    return out
