"""Which sum of money and which terms belong to which item or event of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.facts.candidate import Candidate
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions import money
from dragoman.mentions.item import Item, token_range
from dragoman.mentions.money import Money
from dragoman.types import Evidence, Quoted, Sentence, Token

_OF_WHAT = 5  # tokens behind a sum that may say what it is: "a $15 billion five-year [campaign]"
_NEAR = 9  # tokens between an item or a deal's noun and its sum

Found = tuple[Money, Evidence, bool]


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of a sentence and its words."""

    text: str
    all: tuple[Money, ...]

    def of_items(
        self, sentence: Sentence, items: Sequence[Item], triggers: Sequence[int], group: Sequence[Candidate]
    ) -> Mapping[int, Found]:
        """For the first token of an item its sum, with whether it was said of the whole deal.

        A sum said of a deal in several items belongs to none of them.
        """
        out: dict[int, Found] = {}
        whole: Found | None = None
        for m in self.all:
            if m.converted or _of_something_else(sentence.tokens, m):
                continue
            first, last = token_range(sentence.tokens, m.start, m.end)
            at = Evidence(m.start, m.end, "sum of the item")
            item = _worth_of(sentence.tokens, items, last) or _just_before(sentence.tokens, items, first)
            if item is not None:
                out.setdefault(item.first, (m, at, False))
            elif whole is None and _of_deal(sentence.tokens, first, last, triggers, items, group):
                whole = (m, Evidence(m.start, m.end, "sum of the deal"), True)
        if whole is not None and not out and len(items) == 1:
            out[items[0].first] = whole
        return out

    def of_event(self, sentence: Sentence, candidate: Candidate) -> tuple[Money, Evidence] | None:
        """The sum that stands where the event's frame looks for one."""
        refs = [r for f in candidate.trigger.fill if candidate.frame.slot(f.slot).gives == "value" for r in f.arguments]
        token = candidate.predicate.token
        for m in self.all:
            if m.converted:
                continue
            first, last = token_range(sentence.tokens, m.start, m.end)
            inside = any(
                a.first < last and first < a.last and any(r.fits(a.role, a.prep) for r in refs)
                for a in candidate.predicate.arguments
            )
            beside = _only(sentence.tokens, last, token) or _only(sentence.tokens, token + 1, first)
            joined = candidate.joined is not None and (
                _only(sentence.tokens, last, candidate.joined) or _only(sentence.tokens, candidate.joined + 1, first)
            )
            if inside or beside or joined:
                return m, Evidence(m.start, m.end, "sum of the event")
        return None

    def terms(self, sentence: Sentence) -> Quoted | None:
        """On which terms, in the page's words: "free of charge", "on credit"."""
        low = self.text[sentence.start : sentence.end].lower()
        for phrase in transfer_words().terms:
            at = low.find(phrase)
            if (
                at >= 0
                and not low[at + len(phrase) : at + len(phrase) + 1].isalnum()
                and (at == 0 or not low[at - 1].isalnum())
            ):
                start = sentence.start + at
                return Quoted(
                    "terms", self.text[start : start + len(phrase)], Evidence(start, start + len(phrase), "terms")
                )
        return None


def sums(text: str, sentence: Sentence) -> Sums:
    """The sums of one sentence."""
    return Sums(text, tuple(money.find(text, sentence.start, sentence.end)))


def _of_something_else(tokens: Sequence[Token], m: Money) -> bool:
    """True of a price for one piece, a loan, a budget."""
    known = transfer_words()
    first, last = token_range(tokens, m.start, m.end)
    for t in _behind(tokens, last):
        if t.text.lower() in known.each or t.lemma in known.other_sums:
            return True
        if t.pos in ("ADP", "PUNCT", "VERB") and t.tag != "HYPH":
            break
    before = tokens[max(0, first - 3) : first]
    return any(t.lemma in known.other_sums for t in before) and any(
        t.text.lower() in ("of", "worth", "by", "to") for t in before
    )


def _behind(tokens: Sequence[Token], last: int) -> Sequence[Token]:
    """The words behind a sum; one in brackets is the same in another currency."""
    if last < len(tokens) and tokens[last].text == "(":
        closing = next((t.i for t in tokens[last:] if t.text == ")"), last)
        last = closing + 1
    return tokens[last : last + _OF_WHAT]


def _worth_of(tokens: Sequence[Token], items: Sequence[Item], last: int) -> Item | None:
    """ "$1 billion worth of [weaponry]", "$2 billion in [arms]"."""
    words = [t.text.lower() for t in tokens[last : last + 4]]
    if "worth" not in words and (words[:1] != ["in"] or tokens[last + 1].ent == "DATE"):
        return None
    return next((i for i in items if last < i.first <= last + 6), None)


def _just_before(tokens: Sequence[Token], items: Sequence[Item], first: int) -> Item | None:
    """ "[systems] worth hundreds of millions", "[jets] for a combined $360 million"; the nearest alone is meant."""
    before = [i for i in items if i.last <= first]
    if not before:
        return None
    item = before[-1]
    between = [t.text.lower() for t in tokens[item.last : first]]
    names = {t.text.lower() for t in tokens[item.last : first] if t.pos == "PROPN"}
    if not between or len(between) > _NEAR or not all(w in transfer_words().worth or w in names for w in between):
        return None
    if between[0] == "for" and item is not items[-1] and not {"combined", "total"} & set(between):
        return item  # "36 howitzers for $200 million and 13 drones": what stands before the next is of the first
    if len(items) > 1 and (
        not {"worth", "valued", "priced", "costing", "("} & set(between) or {"combined", "total", "deal"} & set(between)
    ):
        return None
    return item


def _of_deal(
    tokens: Sequence[Token],
    first: int,
    last: int,
    triggers: Sequence[int],
    items: Sequence[Item],
    group: Sequence[Candidate],
) -> bool:
    for k in triggers:
        if [t.text.lower() for t in tokens[last:k]] == ["to"]:
            return True  # "spent $2 billion to buy"
        if _only(tokens, last, k) or _only(tokens, k + 1, first):
            return True
    for c in group:
        for a in c.predicate.arguments:
            if (
                a.first <= first
                and last <= a.last
                and a.role in ("purpose", "oblique", "modifier", "patient", "attribute", "topic", "goal")
            ):
                return True
    return False


def _only(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True where nothing but words of price and what goes with a noun stands between two tokens."""
    if not 0 <= last - first <= _NEAR:
        return False
    worth = transfer_words().worth
    return all(
        t.text.lower() in worth
        or t.pos in ("ADJ", "NUM", "SYM")
        or t.dep == "compound"
        or t.text in ("(", ")", "$", "€", "£")
        or t.text[:1].isdigit()
        for t in tokens[first:last]
    )
