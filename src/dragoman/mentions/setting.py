"""Places, states and bodies that a page names by a listed name, and the words that point back at places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from dragoman.mentions import pointing
from dragoman.mentions.gazetteer import Entry
from dragoman.mentions.hits import TokenHit
from dragoman.mentions.ledger import Ledger, as_place
from dragoman.mentions.owning import head_of
from dragoman.mentions.spelling import fold
from dragoman.mentions.spots import Spot
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Annotated, Place, Sentence, Token

_PLACE_KINDS = frozenset(("city", "capital", "region", "venue"))
_BODY_KINDS = {"body": "body", "force": "force", "company": "company", "outlet": "company"}
_CITY_FORMS = frozenset(("city", "capital", "venue", "gpe"))
_TOWN_FORMS = frozenset(("city", "capital", "venue"))
_STATE_FORMS = frozenset(("country", "city", "capital", "region"))
# How large beside its largest namesake a place must be to be meant for its state's sake.
_NAMESAKE = 0.15
# How many sentences back "here" and "the country" may reach.
_REACH = 4


class Setting:
    """Reads the listed names of one page into a ledger."""

    def __init__(
        self, annotated: Annotated, hits: Sequence[Sequence[TokenHit]], vocabulary: Vocabulary, ledger: Ledger
    ) -> None:
        self.annotated = annotated
        self.hits = hits
        self.vocabulary = vocabulary
        self.ledger = ledger

    def hit(self, sentence: Sentence, hit: TokenHit) -> None:
        """Notes one listed name."""
        kinds = {hit.kind, *(c.kind for c in hit.candidates)}
        if hit.kind in ("country", "demonym") or (hit.kind == "metonym" and not kinds & _PLACE_KINDS):
            if hit.code is None:
                return
            if hit.kind == "metonym" and _in_building(sentence.tokens, hit):
                self._capital(sentence, hit.first, hit.last, hit.code)
                return
            ref = self.ledger.state(hit.code)
        elif kinds & _PLACE_KINDS:
            ref = self._place(hit)
        elif hit.kind in _BODY_KINDS:
            ref = self.body(hit)
        else:
            return
        self.ledger.spot(sentence, hit.first, hit.last, head_of(sentence.tokens, hit.first, hit.last), (ref,), hit.kind)

    def _place(self, hit: TokenHit) -> int:
        entry = self._nearest(hit)
        ref = self.ledger.id("place", f"{entry.kind}:{entry.name}:{entry.code}", entry.code, hit.text)
        self.ledger.places[ref] = as_place(entry)
        governing = next((c for c in hit.candidates if c.kind in ("capital", "metonym") and c.code), None)
        if governing is not None and governing.code:
            self.ledger.acting[ref] = self.ledger.state(governing.code)
        return ref

    def _nearest(self, hit: TokenHit) -> Entry:
        """Of several places of one name, the one in a state that the page speaks of, else the largest.

        A village of that name counts only beside a city where the page speaks of none but its state.
        """
        places = [c for c in hit.candidates if c.kind in _PLACE_KINDS]
        capital = next((c for c in places if c.kind == "capital"), None)
        if capital is not None or (places[0].kind == "region" and places[0].country is None):
            return capital or places[0]
        least = max(c.population for c in places) * _NAMESAKE
        return next((c for c in places if c.code in self.spoken_of and c.population >= least), places[0])

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The states that the page names."""
        return frozenset(h.code for hits in self.hits for h in hits if h.code and h.kind in ("country", "demonym"))

    def body(self, hit: TokenHit) -> int:
        """The referent of a listed body, force, company or outlet."""
        entry = hit.entry
        if entry.kind == "body" and entry.code and entry.code != entry.country:
            return self.ledger.state(entry.code)
        code = entry.code if entry.kind == "force" else entry.country
        return self.ledger.id(_BODY_KINDS[hit.kind], fold(entry.name), code, entry.name)

    # ------------------------------------------------------------------ pointing back

    def pointers(self, sentence: Sentence) -> None:
        """Notes "here", "the city", "the Azerbaijani capital" and "the country"."""
        tokens = sentence.tokens
        for t in tokens:
            word = t.text.lower()
            if t.lemma == "capital" and t.pos == "NOUN" and (code := self._whose_capital(sentence, t)) is not None:
                self._capital(sentence, t.i, t.i + 1, code)
                continue
            after_the = t.i > 0 and tokens[t.i - 1].text.lower() == "the"
            ref = None
            if (word in pointing.words("here") and t.tag == "RB") or (word in pointing.words("cities") and after_the):
                ref = self._last_city(sentence.index, t.i)
            elif word in pointing.words("towns") and t.tag == "NN" and not self._named(sentence, t):
                ref = self._described(sentence, t)
            elif word in pointing.words("states") and after_the and t.tag == "NN":
                ref = self._last_state(sentence.index, t.i)
            if ref is not None:
                self.ledger.spot(sentence, t.i, t.i + 1, t.i, (ref,), "pointer")

    def _whose_capital(self, sentence: Sentence, token: Token) -> str | None:
        """The state of "the Azerbaijani capital" and "the capital of Azerbaijan"."""
        tokens, spots = sentence.tokens, self.ledger.spots[sentence.index]
        of = token.i + 1 < len(tokens) and tokens[token.i + 1].text == "of"
        owners = [s for s in spots if tokens[s.head].head == token.i and s.form in ("demonym", "country")]
        owners += [s for s in spots if of and s.form == "country" and s.first in (token.i + 2, token.i + 3)]
        return next((self.ledger.codes[r] for s in owners for r in s.referents), None)

    @staticmethod
    def _named(sentence: Sentence, token: Token) -> bool:
        """True of "the port of Aden", "the port city Aden": the name follows."""
        behind = sentence.tokens[token.i + 1 : token.i + 2]
        return any(t.text.lower() == "of" or t.pos == "PROPN" for t in behind)

    def _described(self, sentence: Sentence, token: Token) -> int | None:
        """The city of "this resort" and "the Red Sea port": that of the dateline, or the one last named.

        A state's name before the noun says in which state it lies.
        """
        tokens = sentence.tokens
        before = [t for t in tokens if t.head == token.i and t.i < token.i]
        this = any(t.text.lower() == "this" for t in before)
        marked = [s for s in self.ledger.spots[sentence.index] if s.last <= token.i and tokens[s.head].head == token.i]
        if not this and not (marked and any(t.text.lower() == "the" for t in before)):
            return None
        named = self._last(sentence.index, token.i, _TOWN_FORMS)
        ref = (self._of_dateline() if this else None) or (named.referents[0] if named is not None else None)
        states = {self.ledger.codes[r] for s in marked if s.form in ("demonym", "country") for r in s.referents}
        return ref if ref is not None and (not states or self.ledger.codes[ref] in states) else None

    def _capital(self, sentence: Sentence, first: int, last: int, code: str) -> None:
        """Notes that a range of tokens stands for the capital of a state, which speaks for it."""
        place = self.vocabulary.knowledge.capital_of(code)
        if place is None:
            return
        ref = self.ledger.id("place", f"capital:{place.name}:{code}", code, place.name)
        self.ledger.places[ref] = place
        self.ledger.acting[ref] = self.ledger.state(code)
        head = head_of(sentence.tokens, first, last)
        self.ledger.spot(sentence, first, last, head, (ref,), "capital")

    def _last_city(self, sentence: int, token: int) -> int | None:
        """The city last named before a token, within the last few sentences; else that of the dateline."""
        last = self._last(sentence, token, _CITY_FORMS)
        return last.referents[0] if last is not None else self._of_dateline()

    def _of_dateline(self) -> int | None:
        """The referent of the city of the page's dateline."""
        place = self.dateline
        if place is None:
            return None
        ref = self.ledger.id("place", f"dateline:{place.name}:{place.country}", place.country, place.name)
        self.ledger.places[ref] = place
        return ref

    @cached_property
    def dateline(self) -> Place | None:
        """The city of the page's dateline."""
        span = self.annotated.article.dateline_place
        if span is None:
            return None
        name = self.annotated.article.text[span.start : span.end]
        place = self.vocabulary.knowledge.place_in(name.title() if name.isupper() else name)
        if place is not None and place.kind == "country" and place.country is not None:
            capital = self.vocabulary.knowledge.capital_of(place.country)  # of Singapore or Djibouti the city is meant
            return capital if capital is not None and fold(capital.name) == fold(place.name) else None
        return place

    def _last_state(self, sentence: int, token: int) -> int | None:
        """The state of the place or state last named before a token, within the last few sentences."""
        last = self._last(sentence, token, _STATE_FORMS, self._as_place)
        code = self.ledger.codes[last.referents[0]] if last is not None else None
        return self.ledger.state(code) if code is not None and self.vocabulary.knowledge.country(code) else None

    def _as_place(self, sentence: int, spot: Spot) -> bool:
        """False of a city that stands for a government: "to Baku's fury", "Ankara denied it"."""
        tokens = self.annotated.sentences[sentence].tokens
        owns = any(t.tag == "POS" for t in tokens[spot.last : spot.last + 1])
        placed = spot.first > 0 and tokens[spot.first - 1].tag in ("IN", "TO")
        return spot.form not in ("city", "capital") or placed and not owns

    def _last(
        self,
        sentence: int,
        token: int,
        forms: frozenset[str],
        fits: Callable[[int, Spot], bool] = lambda sentence, spot: True,
    ) -> Spot | None:
        for back in range(sentence, max(-1, sentence - _REACH - 1), -1):
            here = [s for s in self.ledger.spots[back] if s.form in forms and (back < sentence or s.last <= token)]
            named = [s for s in here if fits(back, s)]
            if named:
                return max(named, key=lambda s: s.first)
        return None

    def sides(self, sentence: Sentence) -> None:
        """Notes "the two Koreas"."""
        covered = self.ledger.covered(sentence.index)
        for token in sentence.tokens[1:]:
            sides = pointing.divided().get(token.text)
            if sides is not None and token.i not in covered:
                refs = [self.ledger.state(code) for code in sides.values()]
                self.ledger.spot(sentence, token.i, token.i + 1, token.i, refs, "country")


def _in_building(tokens: Sequence[Token], hit: TokenHit) -> bool:
    """True of "at the Elysee Palace", "in the Kremlin": where a government sits, and so its capital."""
    before = [t.text.lower() for t in tokens[max(0, hit.first - 2) : hit.first]]
    while before and before[-1] == "the":
        before.pop()
    owns = any(t.tag == "POS" for t in tokens[hit.last : hit.last + 1])
    noun = any(t.tag in ("NN", "NNS") for t in tokens[hit.last : hit.last + 1])  # "at Pentagon briefings"
    return bool(before) and before[-1] in ("at", "in", "inside", "outside") and not owns and not noun
