"""Whose an office is that a page names without its state: weighed from the dateline, the publisher and the sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.names import Name
from dragoman.mentions.owning import head_of
from dragoman.mentions.serving_words import data as _data
from dragoman.mentions.serving_words import words
from dragoman.mentions.teams import phrase_begins, team_of
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.reading.outlets import host_of
from dragoman.types import Annotated, Token

_STATES = frozenset(("country", "demonym", "capital", "metonym"))
_NAMED = frozenset(("country", "demonym"))
_INSIDE_A_PHRASE = frozenset(("compound", "amod", "poss", "nmod", "nummod", "det", "case"))
# Classes of title whose words may be those of a chamber: "House committee chairman".
_CHAMBERED = frozenset(("lawmaker", "head", "honorific", "envoy"))
# Classes of title that may have the name of a town in them, whose bearers serve the state where it lies.
_SEATED = frozenset(("commander", "chief", "head", "official", "lawmaker", "local"))
# What a spokesman may be of whose state is told where it is first named, and how far before it that may stand.
_BODIES = frozenset(("ministry", "army", "navy", "government", "presidency", "embassy"))
_OWNED = 3
THRONES = frozenset(("king", "queen", "sultan", "emir", "emperor"))
_GOVERNMENT = frozenset(("head_of_state", "head_of_government"))

# What each sign weighs for a state.
DATELINE = 2.0
PUBLISHER = 2.0
BESIDE = 2.0  # of somebody who comes with him, or is met with him
SPEAKS = 1.0  # who speaks for others does so for the state that acts in the sentence
OWN = 2.0  # the state does what the sentence tells: "Colombia ordered", "in Colombia"
OTHER = -2.5  # the state of a guest, or one that is visited
MAIN = 1.5  # the page names it at least twice as often as any other
BEFORE = 1.0  # the state that acts in the sentence before
SEAT = 2.5  # a town in the office's own name lies there: "commander of the Gulu garrison"
COMPLEMENT = 1.0  # of the two states of the page, the one that is not the guest's


class Serving:
    """What one page says of whose its offices are."""

    def __init__(
        self,
        annotated: Annotated,
        hits: Sequence[Sequence[TokenHit]],
        titles: Sequence[Sequence[TitlePhrase]],
        vocabulary: Vocabulary,
    ) -> None:
        self.annotated = annotated
        self.hits = hits
        self.titles = titles
        self.vocabulary = vocabulary

    def state_of(
        self,
        name: Name,
        titles: Sequence[TitlePhrase],
        against: frozenset[str] = frozenset(),
        seat: str | None = None,
        barred: frozenset[str] = frozenset(),
        beside: frozenset[str] = frozenset(),
    ) -> str | None:
        """The state for which the bearer of a name holds an office; None where the page does not tell.

        `against` are the states of those whom the sentence sets on the other side, `seat` that of a town in his office
        or that where he is met by a guest, `barred` those of such guests, `beside` those of whom he is with.
        """
        team = team_of(self.annotated.sentences[name.sentence].tokens, self.hits[name.sentence], name)
        if team is not None:
            return team
        throne = self._throne(titles)
        if throne is not None:
            return throne
        votes: dict[str, float] = defaultdict(float)
        ministry = self._ministry_before(name)
        if ministry is not None:
            return ministry
        for code in (seat, self._speaks_in(name, titles)):
            if code is not None:
                votes[code] += SEAT
        visiting = any("visiting" in t.text.lower() for t in titles)
        for code, weight in ((self.dateline, DATELINE), (self.publisher, PUBLISHER)):
            if code is not None and not visiting and (code in self.counts or not self.counts):
                votes[code] += weight
        own, other = self._in_sentence(name, titles)
        other = (other | against) - {seat} - beside
        if self.pair is not None and self.pair <= other:
            other -= self.pair  # "made Chile's chief a general of Peru": of no use to tell the two apart
        if len(own - other) == 1:
            speaks = any(t.word.cls == "spokesperson" for t in titles)
            votes[next(iter(own - other))] += OWN + SPEAKS * speaks
        if len(beside) == 1:
            votes[next(iter(beside))] += BESIDE
        for code in other:
            votes[code] += OTHER
        before = self._acting_in(name.sentence - 1) - other
        if not own and len(before) == 1:
            votes[next(iter(before))] += BEFORE
        if self.main is not None and self.main not in other:
            votes[self.main] += MAIN
        elif self.pair is not None:
            unfit = {code for code in self.pair if code in other or not self._has(code, titles)}
            if len(unfit) == 1:
                votes[next(iter(self.pair - unfit))] += COMPLEMENT
        able = [(code, vote) for code, vote in votes.items() if code not in barred and self._has(code, titles)]
        ranked = sorted(able, key=lambda v: (-v[1], v[0]))
        if not ranked or ranked[0][1] <= 0 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return ranked[0][0]

    def seat(self, names: Sequence[Name]) -> str | None:
        """The state of the town or region in an office's name: "commander of the Gulu garrison"."""
        codes = {
            h.code
            for n in names
            for t in n.titles
            if t.word.cls in _SEATED and not t.former
            for h in self.hits[n.sentence]
            if h.code and h.kind in ("city", "region") and t.first <= h.first and h.last <= t.last
        }
        return codes.pop() if len(codes) == 1 else None

    def _speaks_in(self, name: Name, titles: Sequence[TitlePhrase]) -> str | None:
        """ "In Oslo, a spokesman said": who speaks for others does so at home, where another may be a guest."""
        tokens = self.annotated.sentences[name.sentence].tokens
        if tokens[0].text != "In" or not any(t.word.cls == "spokesperson" for t in titles):
            return None
        return next((h.code for h in self.hits[name.sentence] if h.kind == "capital" and h.first == 1), None)

    def _ministry_before(self, name: Name) -> str | None:
        """The state of the ministry last named before "a ministry spokesman X", who speaks for it."""
        tokens = self.annotated.sentences[name.sentence].tokens
        mine = [t for t in name.titles if t.word.cls == "spokesperson" and t.country is None]
        body = next((tokens[k].lemma for t in mine for k in range(t.first, t.last) if tokens[k].text in _BODIES), None)
        for back in range(name.sentence, -1, -1) if body is not None else ():
            here = self.annotated.sentences[back].tokens
            for k in range((name.first if back == name.sentence else len(here)) - 1, -1, -1):
                if here[k].lemma.lower() == body:
                    before = [h for h in self.hits[back] if h.code and h.kind in _STATES and 0 <= k - h.last <= _OWNED]
                    if before:
                        return before[-1].code
        return None

    def chamber(self, titles: Sequence[TitlePhrase]) -> str | None:
        """The state of an office that only its own press names without it: "Senator X", "a House Democrat"."""
        for title in titles:
            told = f"{title.text} {title.word.lemma} {title.org or ''}"
            words_of = set(told.lower().replace("-", " ").split())
            for code, known in _data()["homely"].items():
                if title.word.cls not in _CHAMBERED and title.word.lemma not in known:
                    continue
                if not words_of.isdisjoint(known) and (code in self.counts or not self.counts):
                    return str(code)
            for code, known in _data()["homely_titles"].items():
                whole = title.text.lower().removeprefix("former ").removeprefix("then ")
                if whole in known and (code in self.counts or not self.counts):
                    return str(code)
            if not words_of.isdisjoint(words("senate")):
                ranked = [(n, c) for c, n in self.counts.items() if c in words("senates")]
                most = max(ranked, default=(0, ""))
                if ranked and sum(n == most[0] for n, _ in ranked) == 1:
                    return most[1]
        return None

    def run_by(self, name: Name) -> str | None:
        """The state or body of the force or office that somebody heads: "X, who heads the Polish air force"."""
        tokens = self.annotated.sentences[name.sentence].tokens
        head = head_of(tokens, name.first, name.last)
        heads = {head, *(t.i for t in tokens if t.dep == "appos" and t.head == head and t.i > head)}
        verbs = [t for t in tokens if t.head in heads and t.dep in ("relcl", "acl", "advcl") and t.i > head]
        if name.last + 1 < len(tokens) and tokens[name.last].text == "," and tokens[name.last + 1].tag == "VBG":
            verbs.append(tokens[name.last + 1])  # "X, heading the Greek delegation, left"
        for verb in verbs:
            things = [t for t in tokens if t.head == verb.i and t.dep == "dobj" and t.i > verb.i]
            if verb.lemma not in words("running") or not things:
                continue
            thing = things[0]
            span = phrase_begins(tokens, thing.i), thing.i + 1
            inside = [h for h in self.hits[name.sentence] if h.code and span[0] <= h.first and h.last <= span[1]]
            itself = any(h.last == span[1] and h.kind in ("body", "force") for h in inside)
            known = thing.lemma in words("run") or thing.text.lower() in words("run") or thing.lemma in words("teams")
            codes = {h.code for h in inside if h.code}
            owned = any(h.last < span[1] and tokens[h.last].tag == "POS" for h in inside)
            if (itself or known or owned) and len(codes) == 1:
                return codes.pop()
        return None

    def home(self, body: str) -> str | None:
        """The state whose a body is that the page names without a state ("the Defence Ministry said"), or None."""
        words_of = set(body.lower().split())
        for code in (self.dateline, self.publisher if self.publisher in self.counts else None, self.main):
            if code is not None and words_of.isdisjoint(_data()["unlike"].get(code, ())):
                return code
        return None

    def _throne(self, titles: Sequence[TitlePhrase]) -> str | None:
        """The one state that the page speaks of which has such a throne: "King X", "the sultan"."""
        reigning = {t.word.lemma for t in titles} & THRONES
        if not reigning:
            return None
        holders = self.vocabulary.holders
        found = [
            code
            for code in self.counts
            if any(reigning & set(h.office.title.lower().split()) for h in holders.in_office(code, ("head_of_state",)))
        ]
        return found[0] if len(found) == 1 else None

    def _has(self, code: str, titles: Sequence[TitlePhrase]) -> bool:
        """Whether a state has such offices: no premier where the president governs, no president under a king."""
        words_of = {w for t in titles for w in t.text.lower().split()}
        if not words_of.isdisjoint(_data()["unlike"].get(code, ())):
            return False
        holders = self.vocabulary.holders
        heads = [h.office.title.lower() for h in holders.in_office(code, ("head_of_state",))]
        premier = any(t.word.cls == "head_of_government" and t.word.bare for t in titles)
        if premier and heads and not holders.in_office(code, ("head_of_government",)):
            return False
        presidents = any(t.word.lemma == "president" and t.org is None for t in titles)
        return not (presidents and heads and not any("president" in title for title in heads))

    # ------------------------------------------------------------------ the page

    @cached_property
    def counts(self) -> Counter[str]:
        """How often the page names each state, its people, its capital or its government."""
        return Counter(h.code for hits in self.hits for h in hits if h.code and self._speaks_for_state(h))

    def _speaks_for_state(self, hit: TokenHit) -> bool:
        if hit.kind == "body" and hit.code is not None:
            return self.vocabulary.knowledge.country(hit.code) is not None
        return hit.kind in _STATES

    @cached_property
    def main(self) -> str | None:
        """The state that the page names at least twice as often as any other; one that it names once, alone of all."""
        (first, most), (_, next_most) = ([*self.counts.most_common(2), (None, 0), (None, 0)])[:2]
        return first if most >= 2 * next_most and (most > 1 or self.alone) else None

    @cached_property
    def alone(self) -> bool:
        """True of a page on which all places, bodies and peoples are of one state, and from which it reports too."""
        codes = {h.code for hits in self.hits for h in hits if h.code}
        place = self.annotated.article.dateline_place
        if place is not None:
            codes.add(self.vocabulary.country_of_place(self.annotated.article.text[place.start : place.end]) or "")
        return len(codes - {""}) == 1

    @cached_property
    def pair(self) -> frozenset[str] | None:
        """The two states that the page is about: the only ones, or each named twice as often as any third."""
        ranked = [*self.counts.most_common(3), ("", 0)]
        if len(ranked) < 3 or ranked[1][1] < 2 * ranked[2][1]:
            return None
        return frozenset((ranked[0][0], ranked[1][0]))

    @cached_property
    def dateline(self) -> str | None:
        """The state of the place from which the page reports, where the page speaks of it as a state."""
        place = self.annotated.article.dateline_place
        if place is None:
            return None
        code = self.vocabulary.country_of_place(self.annotated.article.text[place.start : place.end])
        spoken = {h.code for hits in self.hits for h in hits if h.kind in _NAMED}
        return code if code in spoken or not spoken else None

    @cached_property
    def publisher(self) -> str | None:
        """The state for whose readers the page is written; None for outlets that write for all the world."""
        article = self.annotated.article
        if article.publisher is not None and article.publisher in words("world_outlets"):
            return None
        if article.country is not None:
            return article.country
        host = host_of(article.url) if article.url else None
        return _data()["sites"].get(host.rsplit(".", 1)[-1]) if host else None

    # ------------------------------------------------------------------ the sentence

    def strange_to(self, name: Name) -> frozenset[str]:
        """The states that the sentence of a name says are not its bearer's: where he arrived, his counterpart's."""
        tokens = self.annotated.sentences[name.sentence].tokens
        out: set[str] = set()
        for hit in self.hits[name.sentence]:
            if not hit.code or hit.kind not in _NAMED:
                continue
            top = tokens[_top(tokens, hit.last - 1)]
            if top.lemma in words("counterparts") and top.i >= hit.last:
                if any(t.head == top.i and t.text.lower() in ("his", "her") for t in tokens[: top.i]):
                    out.add(hit.code)
            elif top.dep == "pobj" and _arrives(tokens, tokens[tokens[top.head].head], name):
                out.add(hit.code)
        return frozenset(out)

    def _acting_in(self, sentence: int) -> set[str]:
        """The states that act in a sentence."""
        if sentence < 0:
            return set()
        tokens = self.annotated.sentences[sentence].tokens
        states = [h for h in self.hits[sentence] if h.code and h.kind in _STATES]
        return {h.code for h in states if h.code and _part(tokens, h) == "own"}

    def _in_sentence(self, name: Name, titles: Sequence[TitlePhrase]) -> tuple[set[str], set[str]]:
        """The states that act in the sentence of a name, and those of guests, hosts and others in it."""
        tokens = self.annotated.sentences[name.sentence].tokens
        mine = {t.first for t in titles} | {t.first for t in name.titles}
        claimed = {k for t in self.titles[name.sentence] if t.first not in mine for k in range(t.first, t.last)}
        own: set[str] = set()
        other: set[str] = set()
        listed = any(t.text == ";" for t in tokens)
        for hit in self.hits[name.sentence]:
            if not hit.code or hit.kind not in _STATES or self.vocabulary.knowledge.country(hit.code) is None:
                continue
            if hit.first in claimed:
                if not listed and not self.alone:  # others of a list, or of such a page, may be of his state
                    other.add(hit.code)
                continue
            part = _part(tokens, hit)
            if part == "other":
                other.add(hit.code)
            elif part == "own":
                own.add(hit.code)
        return own, other


def _arrives(tokens: Sequence[Token], verb: Token, name: Name) -> bool:
    """True of "X arrived" and "X, who arrived"."""
    if verb.lemma not in words("arriving") or verb.pos != "VERB":
        return False
    if verb.dep == "relcl" and any(t.head == verb.i and t.text.lower() == "who" for t in tokens):
        return name.first <= verb.head < name.last
    return any(t.head == verb.i and t.dep == "nsubj" and name.first <= t.i < name.last for t in tokens)


def _part(tokens: Sequence[Token], hit: TokenHit) -> str:
    """Whether a state named in a sentence acts there ("own"), is another's ("other"), or neither ("")."""
    k, passed = _top(tokens, hit.last - 1), 0
    if hit.kind in ("demonym", "country") and tokens[k].lemma in words("others") and k >= hit.last:
        return "other"
    while passed < 4:
        passed += 1
        token = tokens[k]
        if token.dep == "conj":
            k = _top(tokens, token.head)
            continue
        if token.dep in ("nsubj", "nsubjpass"):
            return "own"
        if token.dep in ("dobj", "dative"):
            return "other"
        if token.dep != "pobj":
            return ""
        prep = tokens[token.head]
        if prep.dep == "agent":
            return "own"  # "were trained by Peru"
        word = prep.text.lower()
        if word in words("inside"):
            return "own" if hit.kind == "country" and passed == 1 else ""
        if word in words("towards"):
            return "other"
        if word != "of" or tokens[prep.head].pos not in ("NOUN", "PROPN"):
            return ""
        k = _top(tokens, prep.head)
        if tokens[k].lemma in words("others"):
            return "other"
    return ""


def _top(tokens: Sequence[Token], k: int) -> int:
    """The head of the noun phrase that a token stands in."""
    for _ in range(8):
        if tokens[k].dep not in _INSIDE_A_PHRASE or tokens[k].head == k:
            break
        k = tokens[k].head
    return k


def follows(tokens: Sequence[Token], name: Name, after: Name) -> bool:
    """True of "President X and Prime Minister Y of Georgia": only the title of the second stands between the two."""
    begins = min([after.first, *(t.first for t in after.titles)])
    return bool(after.titles) and [t.text.lower() for t in tokens[name.last : begins]] in (["and"], [",", "and"])


def shared(tokens: Sequence[Token], name: Name, before: Name) -> bool:
    """True of "Colombian President X and Defence Minister Y": the office of the second is of the state of the first.

    Two presidents, or a president and a prime minister, may be of two states and share none, unless "both" stands
    before them; so may two foreign ministers, but not ministers of two fields.
    """
    mine, theirs = [t for t in name.titles if not t.country], [t for t in before.titles if t.country]
    if not mine or not theirs or theirs[-1].last > before.first or mine[0].last > name.first:
        return False
    between = tokens[before.last : min(t.first for t in mine)]
    if not between or any(t.text.lower() not in (",", "and", "&", "the", "his", "her") for t in between):
        return False
    first = min(t.first for t in theirs)
    lead = {t.text.lower() for t in tokens[max(0, first - 2) : first]}
    if "both" in lead:
        return True
    classes, others = {t.word.cls for t in mine}, {t.word.cls for t in theirs}
    heads = bool(classes & _GOVERNMENT) and bool(others & _GOVERNMENT)
    fields, theirs_too = {f for t in mine for f in t.fields}, {f for t in theirs for f in t.fields}
    colleagues = classes == {"minister"} and bool(fields and theirs_too) and fields.isdisjoint(theirs_too)
    return not heads and (colleagues or not classes & (others - {"rank"})) and "between" not in lead
