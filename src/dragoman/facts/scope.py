"""Scope: whether what a predicate names happened, and who says so; read off the chain of words above it.

Done once, for all frames. The status is that of the report: tense and auxiliaries of the
clause first (facts/clause.py), then everything that governs it, from the inside out: verbs,
and the nouns between ("the decision to", "the cancellation of").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.facts.act_nouns import before, qualified
from dragoman.facts.came_of import never_held, purpose, to_be
from dragoman.facts.clause import (
    IN_A_ROW,
    Said,
    auxiliaries,
    clause,
    closes,
    finite,
    negation,
    passive,
    past,
    with_particle,
)
from dragoman.facts.governing import denied_above, governed, inherited
from dragoman.facts.scope_words import words
from dragoman.facts.spoken_about import a_reason, any_one, aspect, topic
from dragoman.types import Predicate, Status, Token

_MAX_CLIMB = 12
_MAX_BETWEEN = 8
# How an act hangs on a word that governs it; on the second only where the word denies ("prevented from").
_GOVERNING_LINKS = frozenset(
    (
        "content", "object", "subject", "attribute", "light", "patient", "possessive", "part",
        "oblique:of", "oblique:to", "oblique:on", "oblique:for", "oblique:with", "adverbial:for",
    )
)  # fmt: skip
_DENYING_LINKS = frozenset(
    ("adverbial:from", "adverbial:of", "adverbial:against", "oblique:from", "oblique:out of", "oblique:against")
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The status of one predicate, the token that settled it, and who is reported to say it."""

    status: Status
    cue: int  # token that settled the status; the trigger itself where nothing else did
    rule: str
    direction: Literal["past", "future"] | None  # where an undated "on Monday" lies
    sources: tuple[int, ...] = ()  # tokens of predicates of reporting above, outermost first
    spoken_of: bool = False  # only a topic of talk ("discussed the visit"): weak as a report
    explicit: bool = True  # False where nothing but a bare noun says it


def saying_verbs() -> Mapping[str, str]:
    """Verbs of reporting with the force that they give: asserted, denied, predicted, demanded, promised."""
    return words().saying


def scope(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    headline: bool = False,
    performed: frozenset[str] = frozenset(),
    kept: frozenset[str] = frozenset(),
) -> Scope:
    """The scope of one predicate of a sentence; `predicates` holds all of them by trigger token.

    `performed` are the verbs which, said of such an act, do it: who announces sanctions imposes them; `kept` are the
    words that take for granted that it was done: an agreement that is or will be implemented.
    """
    return _Climb(tokens, predicates, predicate, headline, performed, kept).scope()


# How an act hangs on a verb that takes it for true.
_SPOKEN_OF = ("object", "oblique:on", "oblique:about", "oblique:by", "oblique:of", "oblique:at")
# And on one that says what was done, or was not, while it lasted: "reached no agreement at the talks".
_MEANWHILE = ("oblique:at", "oblique:during", "oblique:throughout")
# Links of clauses that are told as facts, whatever is planned or denied above them.
_PRESUPPOSED = ("relative", "adverbial:when", "adverbial:after", "adverbial:since", "adverbial:because")


class _Climb:
    """One climb from a predicate to the top of its sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        predicates: Mapping[int, Predicate],
        predicate: Predicate,
        headline: bool,
        performed: frozenset[str],
        kept: frozenset[str],
    ) -> None:
        self.tokens = tokens
        self.predicates = predicates
        self.predicate = predicate
        self.headline = headline
        self.performed = performed
        self.kept = kept
        self.status: Status | None = None
        self.cue, self.rule = predicate.token, ""
        self.topic = False  # "agreed to hold talks on a truce": what it is said of is the talks
        self.realized = self._realized()
        self.meanwhile = False  # whether it only says when something else is done

    def scope(self) -> Scope:
        sources: list[int] = []
        spoken_of = False
        never = never_held(self.tokens, self.predicate.token) if self.predicate.pos == "noun" else None
        taken_for_true = never is not None  # whatever is said above it, it did not take place
        self._set(never or self._own())
        child = self.predicate
        seen = {child.token}
        for _ in range(_MAX_CLIMB):
            parent = self.predicates.get(child.parent) if child.parent is not None else None
            if parent is None or parent.token in seen:
                break
            seen.add(parent.token)
            link = child.link or ""
            reason = a_reason(self.tokens, child, parent.token)
            taken_for_true = taken_for_true or reason or self._taken_for_true(child, link)
            under = not taken_for_true and self._between(child, parent.token)
            self.topic = self.topic or child is self.predicate and child.pos == "noun" and topic(parent, link)
            if self._reports(parent, link):
                sources.append(parent.token)
                self._told(parent)
            if self.status is None and self._presupposed(child, parent, link):
                own = clause(self.tokens, parent.token)[0] if parent.pos == "verb" else None
                taken_for_true = taken_for_true or own in (None, "denied")
            if parent.token != self.realized and not taken_for_true:
                spoken_of = self._under(child, parent, link, under) or spoken_of
            child = parent
        if child.parent is None:
            self._between(child, self._top(child.token))
        verb = self.realized
        if self.status is None and verb is not None and any(t.tag == "TO" for t in auxiliaries(self.tokens, verb)):
            self._set(("planned", verb, "infinitive of a headline"))
        explicit = self.status is not None and not self.meanwhile
        if self.status is None:
            self.status, self.rule = "occurred", "a noun that nothing qualifies"
        if self.topic and any_one(self.tokens, self.predicate.token) and self.status in ("occurred", "planned"):
            self.status, self.rule = "possible", "no more than a topic of talks"
        return Scope(self.status, self.cue, self.rule, self._direction(), tuple(reversed(sources)), spoken_of, explicit)

    def _taken_for_true(self, child: Predicate, link: str) -> bool:
        """ "Hopes to keep what they built when he hosted her": a past clause beside what is planned is no plan."""
        if child.pos != "verb" or not link.startswith(_PRESUPPOSED):
            return False
        if not finite(self.tokens, child.token):
            # "Hopes to keep to the accord signed in 2018": a participle with a time of its own tells of what was done.
            done = self.tokens[child.token].tag == "VBN" and not auxiliaries(self.tokens, child.token)
            return done and link == "relative" and any(a.role == "time" for a in child.arguments)
        # "Hopes to shine at the summit, which he will attend": a clause with a tense of its own speaks for itself.
        return past(self.tokens, child.token) or link == "relative" and self._modal(child.token)

    def _his(self, child: Predicate) -> bool:
        """True of "his visit", which was told before."""
        return any(t.head == child.token and t.tag == "PRP$" for t in self.tokens)

    def _modal(self, verb: int) -> bool:
        return any(t.tag == "MD" for t in auxiliaries(self.tokens, verb))

    def _presupposed(self, child: Predicate, parent: Predicate, link: str) -> bool:
        """ "Failed to disclose a trip", "gave no details of the talks": what is denied is that it was spoken of."""
        if child is not self.predicate or child.pos != "noun":
            return False
        spoken = parent.pos == "verb" and parent.lemma in words().presupposing
        own = clause(self.tokens, parent.token) if parent.pos == "verb" else before(self.tokens, parent.token)
        meanwhile = link.startswith(_MEANWHILE) and own[0] == "denied"
        return spoken and link.startswith(_SPOKEN_OF) or meanwhile or aspect(self.tokens, child.token, parent, link)

    def _set(self, said: Said | None) -> None:
        if said is not None:
            self.status, self.cue, self.rule = said

    def _direction(self) -> Literal["past", "future"] | None:
        if self.status == "ongoing" and self.realized is not None and closes(self.tokens, self.realized):
            return "future"  # "ends on Friday"
        if self.status in ("occurred", "ongoing"):
            return "past"
        if self.status == "planned":
            return "future"
        if self.status == "possible":
            alleged = self.tokens[self.cue].text.lower() in words().alleged
            return "past" if alleged or past(self.tokens, self.realized) else "future"
        if self.realized is not None:
            return "past" if past(self.tokens, self.realized) else "future"
        return None

    # -------------------------------------------------------------- the act itself

    def _own(self) -> Said:
        """What the act's own clause or noun says."""
        noun = self.predicate.token
        if self.realized is None:
            return before(self.tokens, noun)
        said = clause(self.tokens, self.realized, self.headline)
        if said[0] == "denied" and self._described():
            # "The talks were not easy", "the visit is no accident": what they are like is denied.
            was = past(self.tokens, self.realized)
            return ("occurred" if was else None), self.realized, "what it was like is denied" if was else ""
        if self.predicate.pos == "noun" and said[0] == "occurred" and not past(self.tokens, self.realized):
            if words().governing.get(with_particle(self.tokens, self.realized)) == "ongoing":
                return "ongoing", self.realized, "it goes on"
        return qualified(self.tokens, noun, self.realized, said) if self.predicate.pos == "noun" else said

    def _described(self) -> bool:
        """True of an act of which a copula says what it is like, by a word that does not govern it ("not possible")."""
        be = self.realized
        if self.predicate.pos != "noun" or be is None or self.tokens[be].lemma != "be":
            return False
        like = next((t for t in self.tokens if t.head == be and t.dep in ("attr", "acomp")), None)
        if like is not None and like.i == self.predicate.token:
            # "It was not the first visit": there were others before it.
            return any(t.head == like.i and t.text.lower() in IN_A_ROW for t in self.tokens)
        return like is not None and like.lemma not in words().governing

    def _realized(self) -> int | None:
        """The verb by which the act comes about; None where a noun only stands under other words."""
        if self.predicate.pos == "verb":
            return self.predicate.token
        light = self.predicate.light
        if light is None or self.tokens[light].lemma in words().governing and not self._happens(light):
            return None
        if self.tokens[light].dep == "amod" and self.tokens[light].head == self.predicate.token:
            return None  # "the planned visit"
        return light

    def _happens(self, light: int) -> bool:
        return words().governing[self.tokens[light].lemma] in ("occurred", "ongoing")

    # -------------------------------------------------------------- between a predicate and the next above

    def _top(self, token: int) -> int:
        at = token
        for _ in range(_MAX_CLIMB):
            if self.tokens[at].head == at:
                break
            at = self.tokens[at].head
        return at

    def _between(self, child: Predicate, above: int) -> bool:
        """Reads nouns that govern but are no predicates ("the decision to", "in case of"); True where one did."""
        known = words()
        found = False
        at = child.token
        verbal = child.pos == "verb"
        if verbal and finite(self.tokens, child.token):
            return False
        for _ in range(_MAX_BETWEEN):
            head = self.tokens[at].head
            if head == at or (head == above and head in self.predicates):
                break
            step, at = self.tokens[at], head
            token = self.tokens[at]
            if at in self.predicates:
                break
            if verbal and step.i == child.token and step.dep in ("acl", "relcl") and step.tag != "VB":
                break
            instead = next((t for t in self.tokens if t.head == at and t.text.lower() in ("instead", "rather")), None)
            if instead is not None and token.pos in ("ADP", "SCONJ"):
                self._set(("denied", instead.i, f"'{instead.text.lower()} {token.text.lower()}'"))
                found = True
                continue
            if token.pos not in ("NOUN", "ADJ", "PROPN") or step.dep in ("nsubj", "conj", "appos", "compound", "amod"):
                continue
            if token.lemma in known.conditional_nouns and self.tokens[token.head].text.lower() in ("in", "on", "under"):
                self._set(("possible", at, f"'in {token.lemma} of'"))
                found = True
                continue
            word = known.governing.get(token.lemma)
            if token.lemma in known.told:
                found = True
            if word is None or word in ("ongoing", "occurred"):
                continue
            self._govern(word, at, token.lemma, before(self.tokens, at)[0] == "denied" or denied_above(self.tokens, at))
            found = True
        return found

    def _govern(self, word: Status, at: int, lemma: str, negated: bool) -> None:
        """Puts the act under one governing word, negated or not."""
        if negated:
            self._set((words().turned[word], at, f"under 'no {lemma}'"))
        elif word == "denied" and self.status == "denied":
            self._set(("possible", at, f"'{lemma}' of what is denied"))
        elif self.status == "denied" and word == "planned":
            return
        elif self.status == "possible" and word == "planned":
            return
        elif self.status == "denied" and word == "possible":
            return
        else:
            self._set((word, at, f"under '{lemma}'"))

    # -------------------------------------------------------------- under a predicate

    def _reports(self, parent: Predicate, link: str) -> bool:
        said = link.startswith(("content", "parataxis", "adverbial:as"))
        return said and parent.pos == "verb" and parent.lemma in words().saying

    def _told(self, parent: Predicate) -> None:
        """What a verb of reporting makes of its clause: "denied that", "experts say that"."""
        known = words()
        if not self._clausal(parent):
            return
        if known.saying.get(parent.lemma) == "denied" or parent.lemma in known.denied_talk:
            doubted = negation(self.tokens, parent.token) is not None
            self._set(("possible" if doubted else "denied", parent.token, f"denied by '{parent.lemma}'"))
        elif self.status == "planned" and (parent.lemma in known.foretelling or self._expert(parent)):
            self._set(("possible", parent.token, f"foretold by '{parent.lemma}'"))

    def _clausal(self, parent: Predicate) -> bool:
        return self.realized is not None and finite(self.tokens, self.realized) or self.status is not None

    def _expert(self, parent: Predicate) -> bool:
        return any(
            self.tokens[k].lemma in words().experts
            for a in parent.arguments
            if a.role == "agent"
            for k in range(a.first, a.last)
        )

    def _under(self, child: Predicate, parent: Predicate, link: str, under: bool) -> bool:
        """Takes in what a predicate above says; True where the act is only spoken of."""
        said = self._from_above(parent, child, link, under)
        if said is not None:
            self._set(said)
            return False
        if self.status is None:
            # A noun under an ordinary verb shares the verb's fate.
            self._set(inherited(self.tokens, parent, link, self.headline))
            # "During his visit he will meet the general": the meeting is to come, of the visit that is not said.
            self.meanwhile = self.meanwhile or link.startswith("oblique:during") and self._his(child)
            spoken = parent.lemma in words().talked_about and link in ("object", "content", "oblique:about")
            return spoken or link.startswith(("oblique:regarding", "oblique:concerning"))
        return False

    def _from_above(self, parent: Predicate, child: Predicate, link: str, under: bool) -> Said | None:
        """What a governing predicate makes of the status below it; None where it says nothing."""
        known = words()
        tokens = self.tokens
        verb = child.token if child.pos == "verb" else child.light
        infinitive = child.pos == "verb" and not finite(tokens, verb)
        own, cue, _ = clause(tokens, parent.token) if parent.pos == "verb" else (None, parent.token, "")
        if parent.lemma in self.kept and child is self.predicate and child.pos == "noun" and self.status is None:
            return "occurred", parent.token, f"what '{parent.lemma}' takes for granted"
        does = child.pos == "noun" or infinitive and child.lemma not in known.talked_about
        if parent.lemma in self.performed and parent.pos == "verb" and does and not self.topic:
            if own is None or own == "denied" or self.status is not None:
                return None if own != "denied" else ("denied", cue, f"'not {parent.lemma}'")
            return own, parent.token, f"done by '{parent.lemma}'"
        word = known.governing.get(with_particle(tokens, parent.token)) or known.governing.get(parent.lemma)
        if link == "subject" and parent.pos == "verb" and not self._undergone(parent.token):
            # The subject of an active verb is not what it governs: "the treaty bans", but "the talks fell through".
            word = known.of_subject.get(parent.lemma) or (word if word in ("occurred", "ongoing") else None)
        if with_particle(tokens, parent.token) in known.beating_off and child.pos == "noun":
            if past(tokens, parent.token) or any(
                t.head == child.token and t.text.lower() in ("the", "this", "that") for t in tokens
            ):
                return "occurred", parent.token, f"what was beaten off: '{parent.lemma}'"
        if word == "planned" and link.endswith(":against"):
            word = "denied"  # "decided against sending"
        if under and parent.lemma in known.denied_talk:
            word = "denied"
        if word is not None and self._governs(parent, child, link, infinitive, word):
            return governed(tokens, parent, child, word, (own, cue, ""), self.status)
        if link.startswith("purpose") and self.status is None:
            for t in tokens:
                # "Arrangements are being made for a visit": a noun that governs, parted from its complement.
                if t.head == parent.token and t.dep in ("nsubj", "nsubjpass", "dobj") and t.pos == "NOUN":
                    ahead = known.governing.get(t.lemma)
                    if ahead in ("planned", "possible") and t.i < child.token:
                        return ahead, t.i, f"under '{t.lemma}'"
        if infinitive and link.startswith("purpose") and self.status is None:
            if own in ("planned", "possible", "denied"):
                return own, cue, f"purpose of something {own}"
            if parent.lemma in known.under_way:
                return purpose(self.tokens, parent, own)
        if infinitive and link == "content" and parent.lemma == "be" and self.status is None:
            return to_be(self.tokens, parent, child, own)
        return None

    def _undergone(self, verb: int) -> bool:
        """Whether the subject undergoes the verb; a headline has no auxiliary: "visit postponed"."""
        if passive(self.tokens, verb):
            return True
        return self.headline and past(self.tokens, verb) and all(t.head != verb or t.dep != "dobj" for t in self.tokens)

    def _governs(self, parent: Predicate, child: Predicate, link: str, infinitive: bool, word: Status) -> bool:
        if link in _DENYING_LINKS:
            return word == "denied"
        if link == "oblique:on" and parent.lemma not in words().governing_on:
            return False  # "on a visit to Baku he proposed": where, not what
        if not (child.pos == "noun" or infinitive or link in ("subject", "attribute")):
            return False
        if parent.pos == "noun" and (link == "subject" or (child.pos == "verb" and link != "content")):
            return False
        return link.startswith("purpose") or link in _GOVERNING_LINKS
