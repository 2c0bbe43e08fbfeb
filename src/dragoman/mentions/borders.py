"""Borders as places: "the Thai-Cambodian border", "Peru's frontier with Chile", "the boundary between X and Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.mentions import pointing
from dragoman.mentions.ledger import Ledger
from dragoman.mentions.spots import Border, Spot
from dragoman.types import Place, Sentence, Token

_STATES = frozenset(("country", "demonym"))
# How many tokens may stand between "with" and the state that it names: "with its eastern neighbour Chile".
_REACH = 4


@dataclass(frozen=True, slots=True)
class _Phrase:
    head: int
    first: int
    last: int
    before: tuple[Spot, ...]
    behind: tuple[Spot, ...]
    owner: int | None  # the referent of "its" and "Peru's"


class Borders:
    """Reads the borders of one page into a ledger, each once, however it is named."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.found: dict[int, Border] = {}
        self.last: int | None = None

    def sentence(self, sentence: Sentence) -> None:
        """Notes the borders of a sentence whose states have been noted."""
        for token in sentence.tokens:
            if token.lemma.lower() in pointing.words("borders") and self._place(sentence.tokens, token):
                phrase = self._phrase(sentence, token)
                ref = self._border(sentence, phrase)
                self.ledger.spot(sentence, phrase.first, phrase.last, phrase.head, (ref,), "border")
                self.last = ref

    @staticmethod
    def _place(tokens: Sequence[Token], token: Token) -> bool:
        """False of "border guards" and "a border clash"; "the border area" is one."""
        if token.pos not in ("NOUN", "PROPN"):
            return False
        noun = tokens[token.head]
        before = token.dep in ("compound", "nmod", "amod") and noun.i > token.i
        return not before or noun.lemma.lower() in pointing.words("zones")

    def _phrase(self, sentence: Sentence, token: Token) -> _Phrase:
        tokens, spots = sentence.tokens, self.ledger.spots[sentence.index]
        zone = any(t.lemma.lower() in pointing.words("zones") for t in tokens[token.i + 1 : token.i + 2])
        head = token.i + zone
        before: list[Spot] = []
        owner: int | None = None
        first = token.i
        while first > 0:
            spot = next((s for s in spots if s.last == first and s.form in _STATES), None)
            if spot is not None:
                before.insert(0, spot)
                first = spot.first
                continue
            t = tokens[first - 1]
            its = next((s for s in spots if s.first == t.i and s.form == "pronoun"), None)
            if t.tag == "PRP$" and its is not None:
                owner = its.referents[0]
            joint = t.text in ("-", "–", "/") or t.text.lower() == "and" and bool(before)
            if not (joint or t.pos in ("ADJ", "DET") or t.tag in ("POS", "PRP$", "VBN", "JJ")):
                break
            first -= 1
            if t.pos == "DET" or t.tag == "PRP$":
                break
        if before and tokens[before[-1].last].tag == "POS":
            owner = before[-1].referents[0]
        behind = self._behind(tokens, spots, head)
        return _Phrase(head, first, behind[-1].last if behind else head + 1, tuple(before), behind, owner)

    @staticmethod
    def _behind(tokens: Sequence[Token], spots: Sequence[Spot], head: int) -> tuple[Spot, ...]:
        """The states of "between X and Y", "of X and Y", "with Y"."""
        word = tokens[head + 1].text.lower() if head + 1 < len(tokens) else ""
        most = {"between": 2, "separating": 2, "of": 2, "with": 1}.get(word, 0)
        out: list[Spot] = []
        at, reach = head + 2, _REACH
        while at < len(tokens) and len(out) < most and reach:
            spot = next((s for s in spots if s.first == at and s.form == "country"), None)
            if spot is not None:
                out.append(spot)
                at, reach = spot.last, _REACH
                continue
            t = tokens[at]
            if t.pos not in ("DET", "ADJ", "CCONJ", "NOUN") and t.tag not in ("PRP$", "VBG") and t.text not in ",-":
                break
            at, reach = at + 1, reach - 1
        return tuple(out)

    def _border(self, sentence: Sentence, phrase: _Phrase) -> int:
        states = [r for s in (*phrase.before, *phrase.behind) for r in s.referents]
        if phrase.owner is not None and self.ledger.codes[phrase.owner] is not None:
            states.insert(0, self.ledger.state(str(self.ledger.codes[phrase.owner])))
        states = list(dict.fromkeys(states))
        known = self._known(frozenset(states))
        if known is not None:
            return known
        codes = sorted(str(self.ledger.codes[r]) for r in states)
        name = self._name(sentence, phrase, states)
        ref = self.ledger.id("place", f"border:{'-'.join(codes)}", None, name)
        self.ledger.places[ref] = Place(name, kind="region")
        own = phrase.owner is not None and bool(states)
        self.found[ref] = Border(tuple(states), states[0] if own else None)
        return ref

    def _known(self, states: frozenset[int]) -> int | None:
        """The border told before that this may be: one of the same states, or the last where it names none."""
        if not states:
            return self.last
        return next((ref for ref, b in self.found.items() if states <= set(b.states)), None)

    def _name(self, sentence: Sentence, phrase: _Phrase, states: Sequence[int]) -> str:
        tokens = sentence.tokens
        word = tokens[phrase.head].text.lower()
        named = phrase.before and len(states) == len(phrase.before) and tokens[phrase.before[-1].last].tag != "POS"
        if named:
            return self.ledger.text[tokens[phrase.before[0].first].start : tokens[phrase.head].end]
        names = [self._state_name(r) for r in states]
        return f"{'-'.join(names)} {word}" if len(names) > 1 else f"{word} with {names[0]}" if names else word

    def _state_name(self, ref: int) -> str:
        place = self.ledger.places[ref]
        return place.name if place is not None else str(self.ledger.codes[ref])


def is_border(place: Place) -> bool:
    """True of a place that is a border, by the word that every name of one has."""
    nouns = pointing.words("borders")
    return place.kind == "region" and any(word.rstrip("s") in nouns for word in place.name.lower().split())
