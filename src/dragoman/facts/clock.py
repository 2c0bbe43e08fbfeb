"""The dates of a page: what each expression of time stands for, by the page's own day and by what was told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate
from dragoman.facts.predicates import predicates as make_predicates
from dragoman.facts.reference import Chains, Reference, is_day, settle
from dragoman.facts.scope import saying_verbs
from dragoman.facts.scope_words import words
from dragoman.facts.times import said_of, surely_past
from dragoman.facts.years import Years, in_year, year_of
from dragoman.mentions import dates
from dragoman.mentions.dates.placing import Direction
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, DateValue, Predicate, TimeExpression, Token

# How many sentences back "the next day" may look for the day before it.
_REACH = 3
# How many sentences of a page may tell the day of its news.
_LEAD = 4
# How many dates may count one from the other: "the next day ... the next day ...".
_CHAIN = 40
_EVE = re.compile(r"\beve of (?:(?:the|a|an|its|his|her|their|this|that) )?$")
# Words before the day on which something begins.
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_STARTING = re.compile(r"\b(?:starting|beginning|commencing|effective)(?: on| from)?\s+$", re.IGNORECASE)
# Words that put what follows before or after what they follow.
_SIDES = ("after", "before", "following", "ahead")
_WHOLE = {"ahead": "ahead of"}
# Links over which a predicate is the very act that its governor carries.
_SAME_ACT = ("light", "object", "attribute")
# Links of a verb that goes on about the act or its doer: "an exercise that will last until", "and stays until".
GOES_ON = ("relative", "conjunct")


class Clock:
    """What the expressions of time of one page stand for."""

    def __init__(
        self, page: PageReferents, predicates: Chains, found: Sequence[Candidate], act_nouns: frozenset[str]
    ) -> None:
        self.page = page
        self.predicates = predicates
        self._act_nouns = act_nouns
        self.reference: Reference = settle(page.annotated, predicates, found)
        self.years = Years(e for s in page.annotated.sentences for e in self.times(s.index))
        self._found: dict[int, list[TimeExpression]] = {}
        self._owners: dict[tuple[int, int], Candidate] = {}
        self._answers: dict[tuple[int, int, int, int], DateValue | None] = {}  # those found for one question
        self._depth = 0
        for candidate in reversed(found):
            self._owners.update(dict.fromkeys(((t.start, t.end) for t in candidate.times), candidate))
        self._events: list[tuple[int, str, str]] = []  # sentence, word and day of what has been dated

    # ------------------------------------------------------------------ what an act says of its own time

    def date(self, expression: TimeExpression, candidate: Candidate) -> DateValue | None:
        """The date that an expression gives an act, or None where nothing may be said."""
        if expression.rule == "century":
            return None  # "near the twelfth-century temple": how old a thing is
        if _is_span(expression):
            value = self._so_long_from(expression, candidate)
        elif self.ends(expression, candidate):
            tokens = self._tokens(candidate.sentence)
            past = any(tokens[p.token].tag == "VBD" for p in self._closing(candidate))
            return self.by_page(expression, "past" if past else "future")
        elif candidate.frame.hostile and candidate.frame.mutual and self._to_begin(expression, candidate):
            value = self.by_page(expression, "future")
        else:
            value = self._resolved(expression, candidate.sentence, self._giver(expression, candidate))
        year = year_of(self._called(candidate))
        if value is not None and year is not None:
            value = in_year(value, year, expression)
        if value is not None and value.start is not None and is_day(value.start):
            self._events.append((candidate.sentence, candidate.predicate.lemma, value.start))
        return value

    def _giver(self, expression: TimeExpression, candidate: Candidate) -> Candidate:
        """Whose time it is: in "flew to Oslo on Tuesday for talks" that of the flight, which is over."""
        owner = self._owners.get((expression.start, expression.end))
        if owner is None or owner.sentence != candidate.sentence or candidate.scope.direction == "past":
            return candidate
        here = self.predicates.get(candidate.sentence, {})
        at = here.get(candidate.predicate.parent) if candidate.predicate.parent is not None else None
        for _ in range(4):
            if at is None:
                return candidate
            if at.token in (owner.predicate.token, owner.predicate.light):
                return owner
            at = here.get(at.parent) if at.parent is not None else None
        return candidate

    def implied(self, candidate: Candidate) -> DateValue | None:
        """The date of an act from which another of its sentence counts: "two days after he met ..."."""
        for expression in self.times(candidate.sentence):
            if _is_span(expression) and self._counted_from(expression, candidate) is not None:
                return self._so_long_from(expression, candidate)
        year = year_of(self._called(candidate))
        if year is None:
            return None
        at = self._tokens(candidate.sentence)[candidate.predicate.token]
        return DateValue(year, None, at.start, at.end, "the year in the name of the act")

    def _called(self, candidate: Candidate) -> str:
        """The noun of an act with the name behind it: "drills Amber Shield 2021"."""
        at = self._tokens(candidate.sentence)[candidate.predicate.token]
        return self.page.annotated.article.text[at.start : at.end] if candidate.predicate.pos == "noun" else ""

    def ends(self, expression: TimeExpression, candidate: Candidate) -> bool:
        """True of the last day of "training that ends on Monday": that of a verb which says that the act is over."""
        tokens = self._tokens(candidate.sentence)
        return any(_covers(tokens, a, expression) for p in self._closing(candidate) for a in p.arguments)

    def _to_begin(self, expression: TimeExpression, candidate: Candidate) -> bool:
        """True of the day from which what was agreed is to hold: "agreed to a truce starting Saturday".

        So too "ordered a halt to hostilities from July 6".
        """
        before = self.page.annotated.article.text[max(0, expression.start - 20) : expression.start]
        above, tokens = candidate.predicate.parent, self._tokens(candidate.sentence)
        ordered = above is not None and tokens[above].lemma in candidate.frame.performed
        opens = expression.text.lower().startswith("from ") or _FROM.search(before) is not None
        return _STARTING.search(before) is not None or ordered and opens

    def _closing(self, candidate: Candidate) -> list[Predicate]:
        """The verbs of a clause about the act which say that it comes to its end."""
        own = {candidate.predicate.token, candidate.predicate.light}
        here = self.predicates.get(candidate.sentence, {}).values()
        return [p for p in here if p.lemma in words().ending and p.parent in own and p.link in GOES_ON]

    def times_said(self, predicate: Predicate, sentence: int) -> list[TimeExpression]:
        """The expressions of time said of any predicate of a sentence."""
        return said_of(self._tokens(sentence), predicate, self.times(sentence))

    # ------------------------------------------------------------------ one expression

    def _resolved(self, expression: TimeExpression, sentence: int, owner: Candidate | None) -> DateValue | None:
        """What an expression stands for, each once while one is asked for: of many that count from others, one may
        ask for all before it, and so may each of those.
        """
        key = (sentence, expression.start, expression.end, id(owner))
        if key in self._answers:
            return self._answers[key]
        if self._depth == _CHAIN:
            return None
        self._depth += 1
        try:
            self._answers[key] = value = self._counted(expression, sentence, owner)
        finally:
            self._depth -= 1
            if not self._depth:
                self._answers.clear()  # what is told as past may yet prove to lie ahead
        return value

    def _counted(self, expression: TimeExpression, sentence: int, owner: Candidate | None) -> DateValue | None:
        direction: Direction | None = owner.scope.direction if owner is not None else "past"
        if not dates.counts_from_told(expression):
            here = self.predicates.get(sentence, {})
            sure = owner is not None and surely_past(self._tokens(sentence), here, owner)
            return self.by_page(expression, direction, sure=sure)
        if dates.of_told_year(expression):
            return self.by_page(expression, direction, self._year_before(sentence, expression.start))
        if dates.of_the_day(expression):
            anchor = self._day_of_news(sentence, expression.start, direction == "future")
        else:
            anchor = self._told_before(sentence, expression.start)
        return self.by_page(expression, direction, anchor) if anchor is not None else None

    def by_page(
        self, expression: TimeExpression, direction: Direction | None, anchor: str | None = None, sure: bool = False
    ) -> DateValue | None:
        """What an expression stands for by the page's own day, and by the years that the page gives."""
        value = dates.resolve(
            expression,
            reference=self.reference.value,
            direction=direction,
            anchor=anchor,
            weekday=self.reference.weekday,
            sure=sure,
        )
        value = self.years.completed(expression, value, direction, self.reference.value)
        if value is None:
            return None
        if self.reference.why and self.reference.value and self.reference.value in value.trail:
            value = replace(value, trail=f"{value.trail} ({self.reference.why})")
        before = self.page.annotated.article.text[max(0, expression.start - 20) : expression.start]
        if _EVE.search(before) and value.start is not None:
            return dates.moved(value, -1, "the eve of")
        return value

    def _told_before(self, sentence: int, offset: int, speech: bool = True) -> str | None:
        """The day told last before an offset, that on which something was said only where there is no other.

        None where the last expression of a day before it cannot be resolved.
        """
        said: str | None = None
        for e, at in self._backwards(sentence, offset):
            if e.grain not in ("day", "hour") or e.type not in ("DATE", "TIME"):
                continue
            speaks = self._of_speech(e, at)
            if speaks and (said is not None or not speech and at != sentence):
                continue
            value = self._resolved(e, at, self._owners.get((e.start, e.end)))
            if value is None or value.start is None or not is_day(value.start):
                if value is None and not speaks and said is None:
                    return None
                continue
            if self.lies_ahead(value.start):
                continue
            if not speaks or at == sentence:
                return value.start  # "said on Saturday that they had attacked the day before"
            said = value.start
        return said

    def _year_before(self, sentence: int, offset: int) -> str | None:
        """The date told last before an offset that has its year."""
        for e, at in self._backwards(sentence, offset):
            value = self._resolved(e, at, self._owners.get((e.start, e.end))) if e.type in ("DATE", "TIME") else None
            if value is not None and value.start is not None and value.start[0] != "-":
                return value.start
        return None

    def _day_of_news(self, sentence: int, offset: int, ahead: bool) -> str | None:
        """The day of which a sentence tells where it says no more than "in the evening".

        That told before it in the same sentence, or in a plain clause of the sentence before; else the first day that
        the page tells, or its own, as of what lies ahead. Days told in passing ("shelled the day before", "had met on
        Monday") are passed over.
        """
        for at in range(sentence, sentence - 1 if ahead else max(-1, sentence - 2), -1):
            for e in reversed(self.times(at)):
                if e.end <= offset and (at == sentence or not self._in_passing(e, at)):
                    day = self._told_day(e, at, ahead)
                    if day is not None:
                        return day
        for at in range(0 if ahead else min(sentence, _LEAD)):
            for e in self.times(at):
                day = None if self._in_passing(e, at) else self._told_day(e, at)
                if day is not None:
                    return day
        now = self.reference.value
        return now if now is not None and is_day(now) else None

    def _told_day(self, expression: TimeExpression, sentence: int, ahead: bool = False) -> str | None:
        """The day that an expression stands for; None where it is none, or only points, or lies ahead and may not."""
        if expression.grain not in ("day", "hour") or expression.type not in ("DATE", "TIME"):
            return None
        if dates.of_the_day(expression):
            return None
        value = self._resolved(expression, sentence, self._owners.get((expression.start, expression.end)))
        if value is None or value.start is None or not is_day(value.start):
            return None
        return value.start if ahead or not self.lies_ahead(value.start) else None

    def _in_passing(self, expression: TimeExpression, sentence: int) -> bool:
        """True of a time that counts from another, or is that of a clause of the background."""
        if dates.counts_from_told(expression):
            return True
        tokens = self._tokens(sentence)
        here = self.predicates_of(sentence)
        for p in here.values():
            if not any(_covers(tokens, a, expression) for a in p.arguments):
                continue
            if any(t.head == p.token and t.dep == "aux" and t.text.lower() == "had" for t in tokens):
                return True
            if (p.link or "").startswith(("relative", "adverbial")):
                return True
        return False

    def lies_ahead(self, day: str) -> bool:
        """True of a day after that on which the page was written."""
        now = self.reference.value
        return now is not None and now[0] != "-" and day[0] != "-" and day[: len(now)] > now

    def _backwards(self, sentence: int, offset: int) -> Iterator[tuple[TimeExpression, int]]:
        for at in range(sentence, max(-1, sentence - _REACH - 1), -1):
            for e in reversed(self.times(at)):
                if e.end <= offset:
                    yield e, at

    def _of_speech(self, expression: TimeExpression, sentence: int) -> bool:
        """True of the time at which somebody said what the sentence tells."""
        tokens = self._tokens(sentence)
        return any(
            p.pos == "verb" and p.lemma in saying_verbs() and _covers(tokens, a, expression)
            for p in self.predicates.get(sentence, {}).values()
            for a in p.arguments
        )

    # ------------------------------------------------------------------ so long before or after

    def _so_long_from(self, expression: TimeExpression, candidate: Candidate) -> DateValue | None:
        """The date of an act from "two days after", whichever of the two acts beside it it is."""
        here = self.predicates.get(candidate.sentence, {})
        other = self._counted_from(expression, candidate)
        if other is not None:
            carrier = here.get(other.parent) if other.parent is not None else None
            day = self._day_of(carrier, candidate.sentence, expression) if carrier is not None else None
            return dates.counted(expression, day, back=True) if day is not None else None
        far = self._far_side(expression, candidate.sentence)
        day = None
        if far is not None:
            day = self._own_day(far, candidate.sentence, expression) or self._remembered(far, candidate.sentence)
        elif (behind := self._right_behind(expression, candidate.sentence)) is not None:
            value = self.by_page(behind, candidate.scope.direction)
            day = value.start if value is not None else None
        return dates.counted(expression, day) if day is not None and is_day(day) else None

    def _counted_from(self, expression: TimeExpression, candidate: Candidate) -> Predicate | None:
        """The act behind "two days after", where that is the candidate's own."""
        far = self._far_side(expression, candidate.sentence)
        here = self.predicates.get(candidate.sentence, {})
        at: Predicate | None = candidate.predicate
        for _ in range(4):
            if at is None or far is None:
                return None
            if at.lemma in words().calling_off:
                return None  # "a day after it called off the drill"
            if far.token in (at.token, at.light):
                return far
            at = here.get(at.parent) if at.parent is not None and at.link in _SAME_ACT else None
        return None

    def _far_side(self, expression: TimeExpression, sentence: int) -> Predicate | None:
        """The act that stands behind "two days after"."""
        mark = self._mark(expression, sentence)
        if mark is None:
            return None
        word = _WHOLE.get(mark.text.lower(), mark.text.lower())
        links = {f"{kind}:{word}" for kind in ("adverbial", "oblique")}
        behind = [p for p in self.predicates.get(sentence, {}).values() if p.token > mark.i and (p.link or "") in links]
        return min(behind, key=lambda p: p.token, default=None)

    def _mark(self, expression: TimeExpression, sentence: int) -> Token | None:
        mark = next((t for t in self._tokens(sentence) if t.start >= expression.end), None)
        return mark if mark is not None and mark.text.lower() in _SIDES else None

    def _right_behind(self, expression: TimeExpression, sentence: int) -> TimeExpression | None:
        """The date in "two days after May 5"."""
        mark = self._mark(expression, sentence)
        return next((e for e in self.times(sentence) if mark is not None and 0 < e.start - mark.end <= 5), None)

    def _day_of(self, predicate: Predicate, sentence: int, besides: TimeExpression) -> str | None:
        """The day of an act that has one of its own, else now if told in the present, else the day told last."""
        day = self._own_day(predicate, sentence, besides)
        if day is not None:
            return day
        tokens = self._tokens(sentence)
        now = {t.tag for t in tokens if t.i == predicate.token or t.head == predicate.token and t.dep == "aux"}
        if not now.isdisjoint(("VBZ", "VBP")) and tokens[predicate.token].tag != "VBN":
            return self.reference.value
        return self._told_before(sentence, tokens[0].start, speech=False)

    def predicates_of(self, sentence: int) -> Mapping[int, Predicate]:
        """The predicates of a sentence, also of one that nothing was looked for in; none past the end of the page."""
        if sentence in self.predicates or sentence >= len(self.page.annotated.sentences):
            return self.predicates.get(sentence, {})
        return {p.token: p for p in make_predicates(self._tokens(sentence), self._act_nouns)}

    def day_said(self, predicate: Predicate, sentence: int, besides: TimeExpression | None = None) -> DateValue | None:
        """The day that any predicate of a sentence says that it was of."""
        times = [e for e in self.times(sentence) if e != besides and not _is_span(e)]
        for e in said_of(self._tokens(sentence), predicate, times):
            value = self._resolved(e, sentence, self._owners.get((e.start, e.end)))
            if value is not None and value.start is not None and is_day(value.start):
                return value
        return None

    def _own_day(self, predicate: Predicate, sentence: int, besides: TimeExpression) -> str | None:
        value = self.day_said(predicate, sentence, besides)
        return value.start if value is not None else None

    def _remembered(self, predicate: Predicate, sentence: int) -> str | None:
        """The day of the act of that name that was told last: "five days after the talks"."""
        if predicate.pos != "noun":
            return None
        told = [day for at, lemma, day in self._events if at <= sentence and lemma == predicate.lemma]
        return told[-1] if told else None

    def times(self, sentence: int) -> list[TimeExpression]:
        """The expressions of time of a sentence, in order."""
        if sentence not in self._found:
            s = self.page.annotated.sentences[sentence]
            self._found[sentence] = dates.find(self.page.annotated.article.text, s.start, s.end)
        return self._found[sentence]

    def _tokens(self, sentence: int) -> Sequence[Token]:
        return self.page.annotated.sentences[sentence].tokens


def _covers(tokens: Sequence[Token], argument: Argument, expression: TimeExpression) -> bool:
    """True where an expression stands in an argument of time."""
    start, end = tokens[argument.first].start, tokens[argument.last - 1].end
    return argument.role == "time" and start < expression.end and expression.start < end


def _is_span(expression: TimeExpression) -> bool:
    return expression.type == "DURATION" and dates.counts_from_told(expression)
