"""Who takes part in a candidate, and where: the fillers of its slots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.clause import with_particle
from dragoman.facts.fillers import Filler, Open, fill
from dragoman.facts.nearby import quarrelled_over, talked_of
from dragoman.facts.people import as_actor, groups, several_foreign
from dragoman.facts.predicates.arguments import PRESENT
from dragoman.facts.scope import saying_verbs
from dragoman.facts.scope_words import words
from dragoman.facts.units import units_of
from dragoman.knowledge.pack import load
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Predicate, Referent, Token


def take_sides(page: PageReferents, candidate: Candidate, argument: Argument, part: str, kinds: frozenset[str]) -> None:
    if argument.prep == PRESENT and ("meeting" not in candidate.frame.recall or candidate.trigger.strength < 0.5):
        return  # who sees a pact signed is no party to it
    fillers = fill(page, candidate.sentence, argument)
    if part == "imposer" and argument.role == "modifier" and _by_full_name(page, candidate.sentence, argument):
        part = "target"  # "North Korea sanctions" are on it; "US sanctions", "Swiss sanctions" are theirs
    if not fillers and part == "side" and several_foreign(page, candidate.sentence, argument):
        candidate.several = True
    whose = ("attacker", "target", "side") if candidate.frame.hosted else ("attacker", "target")
    if not fillers and part in whose and _of_some_state(page, candidate.sentence, argument):
        candidate.unowned.append((part, argument))
    for filler in fillers:
        if isinstance(filler, Open):
            candidate.open.append((part, filler))
            continue
        r = page.referents[filler.referent]
        # "Sent its hospital to Mali", "their outposts stay": what is moved, or stays, is its owner's act.
        head = page.annotated.sentences[candidate.sentence].tokens[argument.head].lemma
        moved = candidate.frame.hosted and (argument.role == "patient" or head in groups()["uniformed"])
        if filler.how.endswith("what belongs to") and part in ("side", "visitor", "host", "mediator") and not moved:
            continue  # an embassy is hit in its state's stead, but it does not talk
        if filler.how.endswith("what belongs to") and any(
            s.referent == filler.referent and s.part != part for s in candidate.sides
        ):
            continue  # "Ankara closed its airspace": what belongs to him who acts is nobody besides him
        if candidate.frame.hostile and argument.prep is not None and _beyond_border(page, filler):
            continue
        goal = r.kind == "place" or _travelled_to(page, candidate, r)
        if part == "visitor" and argument.role == "modifier" and goal:
            candidate.places.append(filler)  # "his Beijing visit", "the minister's China trip"
            continue
        if candidate.frame.in_person and argument.role == "modifier" and _seat(page, filler):
            candidate.places.append(filler)  # "the Bucharest summit": where it was, and not whose
            continue
        if part == "visitor" and _whole_people(page, filler):
            continue
        if part == "side" and (_brought_together(page, filler) or _calls_for_truce(page, candidate, argument, r)):
            continue
        referent = as_actor(page.referents, filler.referent, _admitted(filler, kinds))
        if (
            referent is None
            and filler.how.endswith("people of")
            and r.kind == "person"
            and r.country
            and "state" in kinds
        ):
            # "His government", "her troops": those of the state that he or she serves.
            referent = next((s.id for s in page.referents if s.kind == "state" and s.country == r.country), None)
        if referent is None:
            continue
        spot = page.at(candidate.sentence, argument.head)
        person = page.referents[referent].kind == "person" or spot is not None and spot.form == "role"
        if (
            argument.via == "inherited-subject"
            and candidate.frame.cross == "place"
            and page.referents[referent].kind == "person"
        ):
            continue  # "admitted losses in the hostilities": who speaks of a fight did not fight
        led = filler.how.endswith("people of") or page.referents[referent].kind == "force"
        people = led and (not candidate.frame.in_person or _sent(page, candidate, argument))
        told = person or people or part == "recipient" or done_by(page, candidate) or _acted_there(page, candidate)
        if argument.via == "inherited-subject" and not (told or _its_own(page, candidate)):
            continue  # "Baku became a platform for talks": a place of talks is no party to them
        if any(s.referent == referent and s.part == part for s in candidate.sides):
            continue
        candidate.sides.append(Side(referent, part, filler))


def take_present(page: PageReferents, candidate: Candidate, arguments: Sequence[Argument]) -> None:
    """ "Received X in the presence of Y": Y takes part as well, whatever the verb has of its own."""
    slot = next((s for s in candidate.frame.slots if s.part == "side"), None)
    for argument in arguments if slot is not None and candidate.sides else ():
        if argument.prep == PRESENT and slot is not None:
            take_sides(page, candidate, argument, "side", slot.kinds)


def _brought_together(page: PageReferents, filler: Filler) -> bool:
    """True of the state in "the Omani-brokered truce": those who keep it are others."""
    behind = page.annotated.sentences[filler.sentence].tokens[filler.last : filler.last + 2]
    return len(behind) == 2 and behind[0].text in ("-", "‑", "–") and behind[1].lemma in groups()["brokering"]


def _calls_for_truce(page: PageReferents, candidate: Candidate, argument: Argument, who: Referent) -> bool:
    """True of an organisation, or its envoy, that "tries to bring about a truce": it does not fight."""
    hostile = candidate.frame.hostile and candidate.frame.mutual
    lent = argument.via in ("inherited-subject", "light")
    return hostile and lent and who.country is not None and load().country(who.country) is None


def _travelled_to(page: PageReferents, candidate: Candidate, state: Referent) -> bool:
    """True of a state before a journey of which it is told whose it was: "his UK visit"."""
    people = [page.referents[s.referent] for s in candidate.sides if s.part == "visitor"]
    return state.kind == "state" and any(p.kind == "person" and p.country != state.country for p in people)


def _beyond_border(page: PageReferents, filler: Filler) -> bool:
    """True of Chile in "a clash on the border with Chile": a state named with its border did nothing for that."""
    around = (s for s in page.spots[filler.sentence] if s.first <= filler.first and filler.last <= s.last)
    return any(s.form == "border" and filler.referent not in s.referents for s in around)


def _by_full_name(page: PageReferents, sentence: int, argument: Argument) -> bool:
    """True of a state that stands before a noun by its name, and not as "Swiss" or "US"."""
    spot = page.at(sentence, argument.head)
    tokens = page.annotated.sentences[sentence].tokens
    possessive = argument.last < len(tokens) and tokens[argument.last].tag == "POS"
    last = tokens[argument.last - 1]
    if spot is None or spot.form != "country" or possessive or last.tag == "POS":
        return False
    return not tokens[spot.first].text.replace(".", "").isupper()


def _seat(page: PageReferents, filler: Filler) -> bool:
    """True of a city; a capital may stand for its state elsewhere, but before "summit" and "talks" it is a city."""
    spot = page.at(filler.sentence, filler.first)
    whole = spot is not None and (spot.first, spot.last) == (filler.first, filler.last)
    return whole and spot is not None and spot.form in ("capital", "city")


def _sent(page: PageReferents, candidate: Candidate, argument: Argument) -> bool:
    """True of "2,000 Russian troops", "the Finnish delegation": people, who can be where a government only sits."""
    lemma = page.annotated.sentences[candidate.sentence].tokens[argument.head].lemma
    return lemma in groups()["uniformed"] or lemma in groups()["delegates"]


def done_by(page: PageReferents, candidate: Candidate) -> bool:
    """True under a verb that brings the act about by saying it: who announces a truce is a side of it."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    above = candidate.predicate.parent
    return above is not None and tokens[above].lemma in candidate.frame.performed


def _acted_there(page: PageReferents, candidate: Candidate) -> bool:
    """True of "Peru and Chile settled the dispute at talks in Lima": several who did something there together.

    Or who make ready for it: "are gearing up for a joint drill".
    """
    predicate = candidate.predicate
    link = predicate.link or ""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    above = tokens[predicate.parent].lemma if predicate.parent is not None else ""
    due = link in ("purpose", "oblique:for") and above in words().making_ready
    if not due and not (candidate.frame.mutual and link.startswith(("oblique:at", "oblique:during"))):
        return False
    passive = any(t.head == predicate.parent and t.dep in ("auxpass", "nsubjpass") for t in tokens)
    lent = [a for a in predicate.arguments if a.via == "inherited-subject"]
    several = len({a.head for a in lent}) > 1 or any(len(fill(page, candidate.sentence, a)) > 1 for a in lent)
    return not passive and several


def _its_own(page: PageReferents, candidate: Candidate) -> bool:
    """True of "Chad cancelled talks with Niger": who puts off, seeks or refuses talks with another is the one side."""
    predicate = candidate.predicate
    tokens = page.annotated.sentences[candidate.sentence].tokens
    above = with_particle(tokens, predicate.parent) if predicate.parent is not None else ""
    others = [a for a in predicate.arguments if a.role == "companion"]
    partner = candidate.frame.in_person and len(others) == 1 and others[0].prep == "with"
    deals = above in words().governing and above not in words().talked_about
    return partner and predicate.link == "object" and deals


def _of_some_state(page: PageReferents, sentence: int, argument: Argument) -> bool:
    """True of "two soldiers", "a police station": those of a state that the phrase does not name."""
    tokens = page.annotated.sentences[sentence].tokens
    known = groups()["uniformed"]
    inside = tokens[argument.first : argument.last]
    return tokens[argument.head].pos in ("NOUN", "NUM", "PRON") and any(
        t.lemma in known or t.text.lower().removesuffix("s") in known for t in inside
    )


def _admitted(filler: Filler, kinds: frozenset[str]) -> frozenset[str]:
    """The kinds of referents that may fill a slot in this way.

    A delegation is a body, whosesoever it is, and the president of a state is a person, though the page names only
    the state.
    """
    if filler.how.endswith("people of") and "body" in kinds or filler.title is not None and "person" in kinds:
        return kinds | {"state", "body"}
    return kinds


def _whole_people(page: PageReferents, filler: Filler) -> bool:
    """True of "Americans" in "Americans who visit Cuba": a people, not those who act for the state."""
    token = page.annotated.sentences[filler.sentence].tokens[filler.last - 1]
    if token.tag not in ("NNS", "NNPS") or filler.how.endswith("people of"):
        return False
    # The demonym itself, and not the one in "American officials".
    return any(
        s.form == "demonym" and (s.first, s.last) == (filler.first, filler.last) for s in page.spots[filler.sentence]
    )


def actors(page: PageReferents, sentence: int, argument: Argument, kinds: frozenset[str]) -> list[Filler]:
    """Those of an argument who can stand in a slot of these kinds, as whom they act for."""
    out = []
    for filler in fill(page, sentence, argument):
        referent = as_actor(page.referents, filler.referent, kinds) if isinstance(filler, Filler) else None
        if referent is not None and isinstance(filler, Filler):
            out.append(replace(filler, referent=referent))
    return out


def take_places(page: PageReferents, candidate: Candidate, argument: Argument, kinds: frozenset[str]) -> None:
    known = len(candidate.places)
    found = fill(page, candidate.sentence, argument)
    fitting = [f for f in found if not _no_place(page, candidate, argument, f) and not _of_office(page, argument, f)]
    beside = [] if found and not candidate.frame.abroad else _line_of(page, candidate.sentence, argument)
    for filler in fitting or beside:
        if isinstance(filler, Filler) and page.referents[filler.referent].place is not None:
            if filler.title is not None or quarrelled_over(page, candidate.sentence, filler.first):
                continue  # "attacked Chinese soldiers": people are hit, and their land need not be near
            if candidate.frame.in_person and talked_of(page, candidate.sentence, filler.referent, filler.first):
                continue
            if not filler.how.endswith("people of") and not _abroad(page, candidate.sentence, argument, filler):
                candidate.places.append(filler)
    if len(candidate.places) == known and argument.prep == "at":
        candidate.places.extend(_seat_of(page, candidate.sentence, argument))
    _town_of_hall(page, candidate, argument, known)
    if len(candidate.places) == known and candidate.frame.abroad:
        # "Visited Uganda and President X": the state stands in the phrase, though it is not its head.
        tokens = page.annotated.sentences[candidate.sentence].tokens
        candidate.places.extend(_land_of(page, tokens, found))
        if len(candidate.places) > known:
            return
        for spot in page.within(candidate.sentence, argument.first, argument.last):
            hyphens = {t.text for t in (tokens[spot.first - 1], *tokens[spot.last : spot.last + 1])} & {"-", "–"}
            if hyphens:
                continue  # "leads a team to the Peru-Chile dialogue"
            if spot.form in ("country", "capital", "city") and page.referents[spot.referents[0]].place is not None:
                at = Filler(spot.referents[0], candidate.sentence, spot.first, spot.last, argument.via)
                candidate.places.append(replace(at, role=argument.role, prep=argument.prep))
                return


def _of_office(page: PageReferents, argument: Argument, filler: Filler | Open) -> bool:
    """True of Mexico in "accompanied by the ambassador to Mexico": where somebody is posted nobody went."""
    if argument.via != "low-attachment" or isinstance(filler, Open):
        return False
    before = [t.text.lower() for t in page.annotated.sentences[filler.sentence].tokens[: filler.first]]
    while before and before[-1] == "the":
        before.pop()
    inside = (s for s in page.spots[filler.sentence] if s.first < filler.first < s.last)
    return before[-1:] == ["to"] and any(s.form in ("title", "role") for s in inside)


def _abroad(page: PageReferents, sentence: int, argument: Argument, filler: Filler) -> bool:
    """True of "Russian positions", "a base for Peruvian troops": what forces hold may stand in any land."""
    head = page.annotated.sentences[sentence].tokens[argument.head].lemma
    return filler.how.endswith("what belongs to") and head in groups()["held"]


def _land_of(page: PageReferents, tokens: Sequence[Token], found: Sequence[Filler | Open]) -> list[Filler]:
    """ "Visited the Omani Defence University": Oman, as far as that says; an embassy of Oman stands elsewhere."""
    for filler in found:
        if isinstance(filler, Open) or page.referents[filler.referent].kind not in ("body", "force"):
            continue
        if any(t.lemma.lower() in groups()["missions"] for t in tokens[filler.first : filler.last]):
            continue
        code = page.referents[filler.referent].country
        land = next((r for r in page.referents if r.kind == "state" and r.country == code), None)
        if land is not None and land.place is not None:
            return [replace(filler, referent=land.id, how=f"{filler.how}, land of")]
    return []


def _no_place(page: PageReferents, candidate: Candidate, argument: Argument, filler: Filler | Open) -> bool:
    """True of a border that is crossed, fought over, or visited: no place where something was done.

    Troops reinforce a frontier, and go "to the frontier"; of all else that does not say where.
    """
    if isinstance(filler, Open) or filler.referent not in page.borders:
        return False
    if argument.prep == "over" or candidate.frame.hosted:
        return argument.prep == "over"
    return argument.prep is None or candidate.frame.abroad or page.some_border(filler.referent)


def _seat_of(page: PageReferents, sentence: int, argument: Argument) -> list[Filler]:
    """ "At the Omani defence ministry": in Oman, as far as that says."""
    tokens = page.annotated.sentences[sentence].tokens
    inside = tokens[argument.first : argument.last]
    if not any(t.lemma.lower() in groups()["seats"] for t in inside):
        return []
    here = page.within(sentence, argument.first, argument.last)
    spots = [s for s in here if s.form in ("body", "demonym", "country")]
    codes = {page.referents[r].country for s in spots for r in s.referents} - {None}
    state = next((r for r in page.referents if r.kind == "state" and {r.country} == codes), None)
    if state is None:
        return []
    return [Filler(state.id, sentence, spots[0].first, spots[0].last, f"{argument.via}, seat of its government")]


def _town_of_hall(page: PageReferents, candidate: Candidate, argument: Argument, known: int) -> None:
    """Adds the town right behind a hall: "at the Seven Springs Hotel, Ardan"."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    halls = [p for p in candidate.places[known:] if page.referents[p.referent].country is None]
    for hall in halls:
        behind = next((s for s in page.spots[candidate.sentence] if s.first == hall.last + 1), None)
        if behind is None or tokens[hall.last].text not in (",", "in"):
            continue
        if behind.form in ("city", "capital", "gpe", "venue") and page.referents[behind.referents[0]].place is not None:
            at = Filler(behind.referents[0], candidate.sentence, behind.first, behind.last, f"{argument.via}, town")
            candidate.places.append(at)


def _line_of(page: PageReferents, sentence: int, argument: Argument) -> list[Filler]:
    """ "Across the median line of the Taiwan Strait", "the coast of Oman": the place of which it is a part."""
    tokens = page.annotated.sentences[sentence].tokens
    if tokens[argument.head].lemma not in groups()["parts_of_places"]:
        return []
    # "The border with Lebanon": the parser may hang what follows on the verb.
    last = argument.last
    while last < min(len(tokens), argument.last + 4) and tokens[last].text.lower() in ("with", "between", "of", "the"):
        last += 1
    last = max([argument.last, *(s.last for s in page.spots[sentence] if s.first == last > argument.last)])
    for spot in page.within(sentence, argument.head + 1, last):
        if tokens[spot.first - 1].text.lower() in ("of", "the", "off", "with", "between", "from", "near"):
            how = f"{argument.via}, part of"
            return [Filler(ref, sentence, spot.first, spot.last, how, None, False) for ref in spot.referents[:1]]
    return []


def told_at(page: PageReferents, candidate: Candidate, predicates: Mapping[int, Predicate]) -> None:
    """ "X told Y at talks in Minsk": speaker and listener are the sides of the talks."""
    predicate = candidate.predicate
    parent = predicates.get(predicate.parent) if predicate.parent is not None else None
    if (
        predicate.pos != "noun"
        or parent is None
        or parent.lemma not in saying_verbs()
        or not (predicate.link or "").startswith(("oblique:at", "oblique:during", "oblique:in"))
    ):
        return
    if sum(s.part == "side" for s in candidate.sides) > 1 or all(s.part != "side" for s in candidate.frame.slots):
        return
    people: list[Filler] = []
    for role in ("agent", "recipient", "patient"):
        for a in parent.arguments:
            if a.role == role and (role == "agent" or a.prep in (None, "to")):
                people.extend(
                    f
                    for f in fill(page, candidate.sentence, a)
                    if isinstance(f, Filler) and page.referents[f.referent].kind == "person"
                )
    if len({f.referent for f in people}) > 1:
        known = {s.referent for s in candidate.sides}
        candidate.sides.extend(
            Side(f.referent, "side", f, "who spoke and who listened") for f in people if f.referent not in known
        )


def drop_led(page: PageReferents, candidate: Candidate) -> None:
    """ "A Russian team under the deputy minister X": the team is there as X, not besides X."""
    people = {
        unit
        for s in candidate.sides
        if page.referents[s.referent].kind == "person"
        for unit in units_of(page, (s.referent,))
    }
    candidate.sides = [
        s
        for s in candidate.sides
        if not s.filler.how.endswith("people of") or units_of(page, (s.referent,)).isdisjoint(people) or s.filler.plural
    ]


def own_sides(fitting: Sequence[Argument]) -> bool:
    """True where a noun names at least two sides of its own ("talks between X and Y")."""
    return len({a.head for a in fitting if a.via != "inherited-subject" and a.role != "modifier"}) > 1
