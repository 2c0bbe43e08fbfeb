"""Candidates: what one predicate of one sentence says of an event, before the page is looked at as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from dragoman.facts.borders import own_troops, two_of_border
from dragoman.facts.candidate import Candidate
from dragoman.facts.effects import join_effects
from dragoman.facts.fillers import Filler, Open, fill
from dragoman.facts.frame_types import ANYTHING, ArgumentRef, Condition, Frame, Trigger
from dragoman.facts.habits import habitual, tallied
from dragoman.facts.item_slots import deals_in_arms, items_of
from dragoman.facts.last_times import last_times
from dragoman.facts.nearby import after_topic, from_nearby
from dragoman.facts.needs import met
from dragoman.facts.one_act import of_one_act
from dragoman.facts.origins import stops_before
from dragoman.facts.people import is_actor, several_foreign
from dragoman.facts.platforms import platform_nouns
from dragoman.facts.scope import scope
from dragoman.facts.scope_words import words
from dragoman.facts.several import split
from dragoman.facts.sides import actors, drop_led, own_sides, take_places, take_present, take_sides, told_at
from dragoman.facts.times import counts_from, dated_by, meant_for, times_above, times_below, times_of
from dragoman.facts.transfer_words import transfer_words
from dragoman.facts.unowned import own_by_speaker
from dragoman.mentions.item import Item
from dragoman.mentions.spots import PageReferents
from dragoman.reading.outlets import outlets
from dragoman.types import Argument, Predicate, TimeExpression, Token

# Before an act these say when, or since when, something else was done.
_AFTERWARDS = frozenset({"after", "before", "following", "since", "ahead of", "prior to", "until"})
# Rules of scope by which a fight is only supposed.
_SUPPOSED = ("a condition", "on a condition", "'in case of'", "'in event of'", "'in eventuality of'")


def candidates(
    page: PageReferents,
    sentence: int,
    predicates: Mapping[int, Predicate],
    times: Sequence[TimeExpression],
    frames: Sequence[Frame],
    index: Mapping[str, Sequence[tuple[int, int]]],
    items: Sequence[Item] = (),
) -> list[Candidate]:
    """The candidates of one sentence in the order of their triggers; of two frames on one word the stronger.

    `index` maps a lemma to (frame, trigger) numbers; `items` are the arms that the sentence names.
    """
    tokens = page.annotated.sentences[sentence].tokens
    headline = page.annotated.sentences[sentence].headline
    out: list[Candidate] = []
    named = {i for s in page.spots[sentence] if s.form == "name" for i in range(s.first, s.last)}
    for token in sorted(predicates):
        if token in named:
            continue  # "Senator Ann Summit", "Mr Sessions": a name says nothing of what happened
        predicate = predicates[token]
        found: list[Candidate] = []
        for f, t in index.get(predicate.lemma, ()):
            trigger = frames[f].triggers[t]
            if not _right_word(predicate, trigger):
                continue
            candidate = _try(page, sentence, tokens, predicates, predicate, frames[f], trigger, headline, items)
            if candidate is not None and _has_arms(candidate):
                found.append(candidate)
        if found:
            # What is said of arms is of the kind that deals in them: "signed a contract for tanks", "provided weapons".
            # A reading whose slots are filled goes before a stronger one that finds nothing ("went over the plans").
            best = max(found, key=lambda c: (_arms(c), _filled(c) + _complete(c), c.trigger.strength, len(c.sides)))
            best.instead = _in_person(best, found)
            said = times_of(tokens, predicates, predicate, times, best.frame)
            if best.scope.direction == "past":
                said = [t for t in said if not meant_for(tokens, t)]
            best.times = [t for t in said if dated_by(tokens, predicate, t) or not counts_from(tokens, t)]
            from_nearby(page, best, tokens, predicates, times)
            if not best.times:
                above = times_above(tokens, predicates, predicate, times, best.frame)
                past = best.scope.direction == "past"
                best.times = [t for t in above if not counts_from(tokens, t) and not (past and meant_for(tokens, t))]
            if not best.times:
                best.times = times_below(tokens, predicates, predicate, times, best.scope.direction)
            if best.trigger.status is not None and best.scope.status in ("occurred", "ongoing"):
                pledged = predicate.lemma in transfer_words().announcing and best.scope.direction == "past"
                ahead = best.trigger.status in ("planned", "possible") and not pledged
                direction: Literal["past", "future"] = "future" if ahead else "past"
                rule = f"what '{predicate.lemma}' means"
                best.scope = replace(best.scope, status=best.trigger.status, rule=rule, direction=direction)
            bare = best.predicate.pos == "noun" and (best.scope.spoken_of or not best.scope.explicit)
            if best.frame.in_force and bare and best.scope.status == "occurred":
                # "Discussed the sanctions on Cuba": they are in force, whenever they were imposed.
                best.scope = replace(best.scope, status="ongoing", rule="in force, as nothing else is said")
            sets_out = best.predicate.pos == "verb" and best.predicate.lemma in words().setting_out
            if best.scope.rule == "present tense" and sets_out and best.frame.abroad and not headline:
                # "He leaves for Rome": told as he sets out; a date that has passed puts it right again.
                best.scope = replace(best.scope, status="planned", rule="present tense with a date", direction="future")
            on_a_day = any(t.type != "DURATION" for t in best.times)  # "which lasts a week" says how long, and not when
            if best.scope.rule == "present tense" and on_a_day and not headline:
                # "goes to Cairo on Monday": a timetable; a date that has passed puts it right again.
                best.scope = replace(best.scope, status="planned", rule="present tense with a date", direction="future")
            if best.frame.hostile and not best.times and best.trigger.strength < 0.5 and predicate.pos == "noun":
                best.features.append("a state of affairs")
            if best.frame.hostile and best.scope.status == "possible" and best.scope.rule.startswith(_SUPPOSED):
                best.features.append("only supposed")
            if best.frame.hostile and tallied(tokens, predicate, best.times):
                best.features.append("told as a habit")
            own_by_speaker(page, best, tokens, predicates)
            own_troops(page, best, predicates)
            two_of_border(page, best)
            out.extend(stops_before(page, best))
            out.extend(split(page, best))
    out = last_times(tokens, times, out)
    join_effects(out, predicates)
    return of_one_act(out)


def _in_person(best: Candidate, found: Sequence[Candidate]) -> tuple[Frame, Trigger] | None:
    """What "spoke to X" is where the two are together; where a condition was met, such as a medium, nothing else."""
    if best.trigger.only:
        return None
    kin = (c for c in found if c.frame.in_person and c.frame.name in best.frame.kin and _filled(c))
    return next(((c.frame, c.trigger) for c in kin), None)


def _has_arms(candidate: Candidate) -> bool:
    """False where a kind that deals in arms has none: then the word means something else, or another kind.

    A noun may point back ("the deal").
    """
    frame = candidate.frame
    if not deals_in_arms(frame) or candidate.items:
        return True
    return candidate.definite and candidate.predicate.pos == "noun" and candidate.predicate.lemma in frame.recall


def _arms(candidate: Candidate) -> int:
    """A kind that deals in arms goes first where it has some, and last where it has none ("the delivery of food")."""
    return 1 if candidate.items else -1 if deals_in_arms(candidate.frame) else 0


def _filled(candidate: Candidate) -> bool:
    """True where the predicate's own arguments meet every need of the trigger, and give as many sides as it takes."""
    parts = {s.part for s in candidate.sides} | {part for part, _ in (*candidate.open, *candidate.unowned)}
    gives = {"place": bool(candidate.places), "host": bool(candidate.hosts), "topic": bool(candidate.topics)}
    return met(candidate.frame, candidate.trigger, parts, gives) and _enough(candidate)


def _enough(candidate: Candidate) -> bool:
    """False of "X spoke to Y" read as a kind whose words have no room for Y."""
    if candidate.open or candidate.several or candidate.unowned or any(s.filler.plural for s in candidate.sides):
        return True
    least = max((s.least for s in candidate.frame.slots if s.part is not None), default=0)
    return len(candidate.sides) >= least


def _complete(candidate: Candidate) -> bool:
    """True where all the sides stand with the word: "spoke to X" has both sides of a call, and one of a meeting."""
    return all(
        sum(s.part == slot.part for s in candidate.sides) + len(candidate.open) >= slot.least
        for slot in candidate.frame.slots
        if slot.part is not None
    )


def _right_word(predicate: Predicate, trigger: Trigger) -> bool:
    if predicate.pos == "verb":
        return predicate.lemma in trigger.verbs
    if predicate.pos == "noun":
        return predicate.lemma in trigger.nouns
    return predicate.lemma in trigger.adjectives


def _try(
    page: PageReferents,
    sentence: int,
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    frame: Frame,
    trigger: Trigger,
    headline: bool,
    items: Sequence[Item],
) -> Candidate | None:
    arguments = predicate.arguments
    if any(not _holds(page, sentence, c, arguments, tokens) for c in trigger.only):
        return None
    if any(_holds(page, sentence, c, arguments, tokens) for c in trigger.unless):
        return None
    if trigger.actor_patient and not _patient_acts(page, sentence, tokens, arguments):
        return None
    candidate = Candidate(
        frame, trigger, sentence, predicate, scope(tokens, predicates, predicate, headline, frame.performed, frame.kept)
    )
    narrowed = dict(trigger.kinds)
    for item in trigger.fill:
        slot = frame.slot(item.slot)
        kinds = narrowed.get(item.slot, slot.kinds)
        fitting = _ordered(arguments, item.arguments)
        if slot.least < 2 or own_sides([a for a in fitting if a.via != "relative-group"]):
            # "X and Y, who flew in": Y did; of "X and Y, who met" both, as it takes two.
            fitting = [a for a in fitting if a.via != "relative-group"]
        link = predicate.link or ""
        if slot.part == "attacker" and link.startswith("oblique") and link not in ("oblique:to", "oblique:with"):
            # "Two soldiers were killed in attacks": who suffers them is not who attacks; but "resorted to shelling".
            fitting = [a for a in fitting if a.via != "inherited-subject"]
        beaten = predicate.parent is not None and tokens[predicate.parent].lemma in words().beating_off
        if slot.part == "attacker" and predicate.pos == "noun" and beaten:
            # "Managed to repel the attack": who beats it off is not who attacks.
            fitting = [a for a in fitting if a.via != "inherited-subject"]
        if slot.part is not None and frame.cross == "place" and _aside(tokens, predicate):
            fitting = [a for a in fitting if a.via != "inherited-subject"]
        if any(a.via != "inherited-subject" and (a.role != "modifier" or fill(page, sentence, a)) for a in fitting):
            fitting = [
                a
                for a in fitting
                if a.via != "inherited-subject"
                or slot.gives == "party"
                or (slot.least > 1 or frame.goes_on) and not own_sides(fitting)
            ]
        for argument in fitting:
            if slot.part is not None:
                take_sides(page, candidate, argument, slot.part, kinds)
            elif slot.gives == "place":
                if argument.via == "low-attachment" and after_topic(predicate, argument.head):
                    continue  # "discussed the situation in Syria": that is where the situation is
                if argument.prep == "over" and frame.in_person and not frame.goes_on:
                    continue  # "went over the Sahel", "talks over Syria": what they speak of
                take_places(page, candidate, argument, kinds)
            elif slot.gives == "party":
                candidate.parties.extend(actors(page, sentence, argument, kinds))
            elif slot.gives == "host":
                candidate.hosts.extend(x for x in fill(page, sentence, argument) if isinstance(x, Filler))
            elif slot.gives == "topic":
                candidate.topics.append(argument)
    take_present(page, candidate, arguments)
    if deals_in_arms(frame):
        candidate.items = items_of(tokens, predicates, predicate, trigger, frame, items)
    drop_led(page, candidate)
    told_at(page, candidate, predicates)
    if trigger.joins:
        candidate.joined = _joined(arguments, trigger, frame, tokens)
        if candidate.joined is not None and candidate.joined in predicates:
            # "A plan between the two ministries is to be signed": the sides stand with the plan.
            for argument in predicates[candidate.joined].arguments:
                if argument.role == "companion" and (party := _party_kinds(frame, trigger)):
                    candidate.parties.extend(actors(page, sentence, argument, party))
                elif argument.role == "companion" and frame.slots[0].part is not None:
                    take_sides(page, candidate, argument, frame.slots[0].part, frame.slots[0].kinds)
    if habitual(tokens, predicate):
        candidate.features.append("told as a habit")
    candidate.definite = _definite(tokens, predicate)
    if deals_in_arms(frame) and not candidate.items:
        candidate.definite = candidate.definite or _opens(tokens, predicate)
    candidate.additive = any(
        (t.text.lower() in ("also", "too", "another", "separately", "again") or _as_well(tokens, t))
        and (t.i == 0 and tokens[1:2] and tokens[1].text == "," or t.head in (predicate.token, predicate.light))
        and (predicate.pos == "verb" or tokens[t.head].lemma != "be")  # "it is also the first": what else it is
        for t in tokens
    ) or _of_a_series(tokens, predicate)
    return candidate


def _party_kinds(frame: Frame, trigger: Trigger) -> frozenset[str]:
    """What may fill the slot for those who deal with one another, where a trigger has one."""
    return next((slot.kinds for f in trigger.fill if (slot := frame.slot(f.slot)).gives == "party"), frozenset())


def _aside(tokens: Sequence[Token], predicate: Predicate) -> bool:
    """True of "flown in after the clashes", "discussed the fighting": to come after a fight is not to have fought."""
    link, above = predicate.link or "", predicate.parent
    if link.startswith("oblique") and link.removeprefix("oblique:") in _AFTERWARDS:
        return True
    return link == "object" and above is not None and tokens[above].lemma in words().talked_about


def _of_a_series(tokens: Sequence[Token], predicate: Predicate) -> bool:
    """True of "the next drill", "earlier rounds": another of the same kind than the one told before."""
    inside = [t for t in tokens if t.head == predicate.token and t.i < predicate.token]
    return predicate.pos == "noun" and any(t.text.lower() in words().of_a_series for t in inside)


def _joined(arguments: Sequence[Argument], trigger: Trigger, frame: Frame, tokens: Sequence[Token]) -> int | None:
    """The word for the event which a trigger joins: one of the frame's own nouns, also in "a million in aid"."""
    fitting = _ordered(arguments, trigger.joins)
    inside = [t for a in fitting for t in (tokens[a.head], *tokens[a.first : a.last])]
    for nouns in ({noun for t in frame.triggers for noun in t.nouns}, set(frame.recall)):
        for t in inside:
            if t.lemma in nouns:
                return t.i
    return fitting[0].head if fitting else None


def _as_well(tokens: Sequence[Token], token: Token) -> bool:
    return token.text.lower() == "well" and token.i > 0 and tokens[token.i - 1].text.lower() == "as"


def _ordered(arguments: Sequence[Argument], refs: Sequence[ArgumentRef]) -> list[Argument]:
    """The arguments that the references name, those of the first reference first."""
    out: list[Argument] = []
    for ref in refs:
        out.extend(a for a in arguments if ref.fits(a.role, a.prep) and a not in out)
    return out


def _holds(
    page: PageReferents, sentence: int, condition: Condition, arguments: Sequence[Argument], tokens: Sequence[Token]
) -> bool:
    """True where one of the condition's words stands in one of its arguments, or in a title that stood there."""
    for a in arguments:
        if any(ref.fits(a.role, a.prep) for ref in condition.arguments):
            if ANYTHING in condition.words:
                return True
            for t in tokens[a.first : a.last]:
                if t.lemma in condition.words or t.text.lower() in condition.words:
                    return True
                if not condition.words.isdisjoint(platform_nouns(page, sentence, t.i)):
                    return True  # "two Su-27s" are two jets
            if "newspaper" in condition.words and _names_outlet(page, tokens, a):
                return True  # "told Bloomberg" speaks to the press
            spot = page.at(sentence, a.head)
            if (
                spot is not None
                and spot.title is not None
                and not condition.words.isdisjoint(spot.title.lower().split())
            ):
                return True
    return False


def _names_outlet(page: PageReferents, tokens: Sequence[Token], argument: Argument) -> bool:
    """True of an argument that is the name of an outlet: "the BBC", "Al Jazeera"."""
    named = tokens[argument.first + (tokens[argument.first].lemma in ("the", "to", "with")) : argument.last]
    text = page.annotated.article.text
    return bool(named) and outlets().named(text[named[0].start : named[-1].end]) is not None


def _patient_acts(page: PageReferents, sentence: int, tokens: Sequence[Token], arguments: Sequence[Argument]) -> bool:
    patients = [a for a in arguments if a.role == "patient" and a.prep is None]
    if not patients:
        return True
    for a in patients:
        for filler in fill(page, sentence, a):
            if isinstance(filler, Open) or is_actor(page.referents, filler.referent):
                return True
    # "Army chiefs from other states" act, though no state is named.
    return any(several_foreign(page, sentence, a) for a in patients)


def _definite(tokens: Sequence[Token], predicate: Predicate) -> bool:
    if any(t.head == predicate.token and t.text.lower() == "no" for t in tokens[: predicate.token]):
        return False  # "no such meeting"
    inside = [t for t in tokens[: predicate.token] if t.head == predicate.token]
    this_year = {t.i for t in inside if t.dep == "poss" and t.lemma == "year"}  # "this year's drills"
    return predicate.pos == "noun" and any(
        t.text.lower() in ("the", "these", "this", "those", "that", "such")
        for t in [*inside, *(t for t in tokens if t.head in this_year)]
    )


def _opens(tokens: Sequence[Token], predicate: Predicate) -> bool:
    """True of a plural without article that opens its sentence: "Deliveries began in May" tells of some told before."""
    return predicate.pos == "noun" and predicate.token <= 1 and tokens[predicate.token].tag == "NNS"
