"""Sides that a sentence leaves to be understood: "they", "the two nations", a delegation, the traveller at talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.facts.candidate import POINTER_REACH, Candidate, Side
from dragoman.facts.events import Event
from dragoman.facts.fillers import Filler, Open
from dragoman.facts.newness import newness
from dragoman.facts.pairs import only_two
from dragoman.facts.people import groups, is_actor
from dragoman.facts.pointer_words import NUMBERS
from dragoman.facts.units import units_of
from dragoman.mentions.spots import PageReferents, Spot, outermost
from dragoman.mentions.teams import leads_team
from dragoman.types import Token

_TEAM_REACH = 2  # sentences after a journey in which "it" is the delegation that made it
_VISIT_REACH = 3  # sentences after a visit in which talks with a host are the visitor's
_LONGEST = 40  # of whom a list is read at most: of a thousand names each would be compared with each
_ARMIES = ("army", "military", "navy")  # "the two armies": those of two states


def complete_sides(page: PageReferents, events: Sequence[Event], candidate: Candidate) -> None:
    """Gives "they" and "the two ministers" the sides of what was last told, with the reason."""
    if candidate.frame.in_person and not candidate.open:
        _add_traveller(page, events, candidate)
        _name_the_leader(page, events, candidate)
    if not candidate.sides and not candidate.open:
        noun, part = candidate.predicate, next((s.part for s in candidate.frame.slots if s.part == "side"), None)
        for referent in _named_behind_their(page, candidate) if part is not None else ():
            at = Filler(referent, candidate.sentence, noun.token, noun.token + 1, "named behind 'their'")
            candidate.sides.append(Side(referent, str(part), at, "whose it is stands behind"))
    if candidate.frame.slots and candidate.open and not _points_inside(page, candidate):
        known = {s.referent for s in candidate.sides}
        part, pointer = candidate.open[0]
        source = (
            _travellers(page, events, candidate, pointer)
            or (_named_behind_their(page, candidate) if _theirs(page, pointer) else [])
            or _subject_before(page, candidate, pointer)
        )
        if not source and pointer.count != 1 and not _a_team(page, pointer):
            pair = _just_two(page, pointer)
            source = (
                _so_many(page, pointer)
                or _side_by_side(page, candidate.sentence, pointer.first, pair=pair)
                or _last_pair(page, events, candidate, pointer.count, _office(page, pointer), pair)
            )
            here = _two_with_people(page, pointer) if pair and _names_states(page, pointer) else []
            if here and units_of(page, here).isdisjoint(units_of(page, source)):
                source = here  # "X of Fiji said in Tonga that both countries ...", after a pact of two others
        if not source and pointer.count == 2 and (_armies_or_states(page, pointer) or _after_two_states(page, pointer)):
            source = _two_of_sentence(page, pointer) or only_two(page, candidate.sentence)
        if _names_states(page, pointer) or newness(page, candidate).apart and _of_sides(page, pointer):
            source = [_state_of(page, r) for r in source]
        for referent in dict.fromkeys(source):
            if referent not in known:
                filler = Filler(referent, candidate.sentence, pointer.first, pointer.last, "points back")
                candidate.sides.append(Side(referent, part, filler, "the sides named before"))


def _points_inside(page: PageReferents, candidate: Candidate) -> bool:
    """True of "mercenaries and their deployment": what one side does alone needs no pair named before."""
    tokens = page.annotated.sentences[candidate.sentence].tokens
    return candidate.frame.cross == "no" and tokens[candidate.open[0][1].first].text.lower() in ("their", "them")


def _theirs(page: PageReferents, pointer: Open) -> bool:
    """True of "their" before the noun of the act."""
    return page.annotated.sentences[pointer.sentence].tokens[pointer.first].text.lower() == "their"


def _travellers(page: PageReferents, events: Sequence[Event], candidate: Candidate, pointer: Open) -> list[int]:
    """ "The president received it": the delegation of the visit told right before, or who leads it."""
    tokens = page.annotated.sentences[pointer.sentence].tokens
    team = _a_team(page, pointer)
    if not (team or tokens[pointer.first].text.lower() == "it") or not candidate.frame.in_person:
        return []
    reach = POINTER_REACH if team else _TEAM_REACH
    for event in reversed(events):
        near = 0 < candidate.sentence - event.reports[-1].candidate.sentence <= reach
        if event.frame.abroad and near and event.sides():
            return [s.referent for s in event.sides()]
    return []


def _a_team(page: PageReferents, pointer: Open) -> bool:
    """True of "the delegation", "the visitors"; not of "the two delegations"."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    if not tokens or any(t.pos == "NUM" for t in tokens):
        return False
    return tokens[-1].lemma in groups()["travellers"] and tokens[0].text.lower() == "the"


def _subject_before(page: PageReferents, candidate: Candidate, pointer: Open) -> list[int]:
    """ "Armenia sought help after Azerbaijan had attacked it": the last subject before that is a state or a force."""
    tokens = page.annotated.sentences[pointer.sentence].tokens
    if tokens[pointer.first].text.lower() != "it" or candidate.frame.in_person:
        return []
    known = {s.referent for s in candidate.sides}
    for spot in reversed([s for s in page.spots[pointer.sentence] if s.last <= pointer.first]):
        if spot.form in ("country", "metonym", "body", "force") and tokens[spot.head].dep in ("nsubj", "nsubjpass"):
            found = [r for r in spot.referents if r not in known and page.referents[r].kind != "person"]
            if found:
                return [r.id for r in page.referents if r.id in found and r.kind != "place"] or [
                    a for r in found if (a := page.referents[r].acts_for) is not None
                ]
    return []


def _names_states(page: PageReferents, pointer: Open) -> bool:
    """True of "the two nations": it points at the states of those named before, not at the people."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    return any((t.lemma in groups()["governments"] or t.lemma in _ARMIES) and t.pos == "NOUN" for t in tokens)


def _of_sides(page: PageReferents, pointer: Open) -> bool:
    """True of "both sides": of another time than that told, their people may have been others."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    return any(t.lemma == "side" for t in tokens)


def _armies_or_states(page: PageReferents, pointer: Open) -> bool:
    """True of "the two armies", "generals of the two countries": of whom two states of the page can be meant."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    return _names_states(page, pointer) or any(t.lemma == "side" for t in tokens)


def _after_two_states(page: PageReferents, pointer: Open) -> bool:
    """True of "they" in "the ministers of the two countries said, when they met": those of the two countries."""
    tokens = page.annotated.sentences[pointer.sentence].tokens
    return tokens[pointer.first].text.lower() == "they" and any(
        t.lemma in groups()["governments"]
        and t.tag == "NNS"
        and any(d.head == t.i and d.text.lower() in ("two", "both") for d in tokens[: t.i])
        for t in tokens[: pointer.first]
    )


def _state_of(page: PageReferents, referent: int) -> int:
    r = page.referents[referent]
    if r.kind != "person":
        return referent
    if r.acts_for is not None:
        return r.acts_for
    return next((s.id for s in page.referents if s.kind == "state" and s.country == r.country), referent)


def _add_traveller(page: PageReferents, events: Sequence[Event], candidate: Candidate) -> None:
    """ "His trip opened with a meeting with the president": the traveller is the other side."""
    if not candidate.sides or any(s.filler.plural for s in candidate.sides[:1]):
        return
    known = {s.referent for s in candidate.sides}
    units = units_of(page, known)
    parent = (candidate.sentence, candidate.predicate.parent)
    for event in reversed(events):
        if not event.frame.abroad:
            continue
        purpose = any((r.candidate.sentence, r.candidate.predicate.token) == parent for r in event.reports)
        beside = len(known) == 1 and any(r.candidate.sentence == candidate.sentence for r in event.reports)
        beside = beside or _received_there(page, event, candidate)
        for side in event.sides() if purpose or beside else ():
            if side.referent not in known and not units_of(page, (side.referent,)) <= units:
                candidate.sides.append(Side(side.referent, "side", side.filler, "the traveller of the same sentence"))
                return


def _received_there(page: PageReferents, visit: Event, candidate: Candidate) -> bool:
    """ "X landed in Yerevan. After talks with the Armenian minister": X, as the minister is of the state visited."""
    behind = candidate.sentence - visit.reports[-1].candidate.sentence
    place, known = visit.place(), [s for s in candidate.sides if s.part == "side"]
    if len(known) != 1 or candidate.predicate.pos != "noun" or not 0 < behind <= _VISIT_REACH:
        return False
    host = page.referents[known[0].referent]
    return place is not None and host.kind == "person" and host.country is not None and host.country == place.country


def _name_the_leader(page: PageReferents, events: Sequence[Event], candidate: Candidate) -> None:
    """ "Shoigu came to Baku. The president received the Russian delegation": the delegation is Shoigu's."""
    for n, side in enumerate(candidate.sides):
        if not side.filler.how.endswith("people of") or page.referents[side.referent].kind != "state":
            continue
        for event in reversed(events):
            last = event.reports[-1].candidate
            if not event.frame.abroad or candidate.sentence - last.sentence > 2:
                continue
            unit = units_of(page, (side.referent,))
            people = [s for s in event.sides() if page.referents[s.referent].kind == "person"]
            leader = next((s for s in people if units_of(page, (s.referent,)) == unit), None)
            if leader is not None and all(s.referent != leader.referent for s in candidate.sides):
                candidate.sides[n] = Side(
                    leader.referent, side.part, side.filler, "who leads the delegation on this visit"
                )
                break
        else:
            head = _leader(page, candidate, side)
            if head is not None and all(s.referent != head for s in candidate.sides):
                candidate.sides[n] = Side(head, side.part, side.filler, "who is said to lead the delegation")


def _leader(page: PageReferents, candidate: Candidate, side: Side) -> int | None:
    """ "General X led the Lao delegation": the one person of the page who is said to lead those of a state."""
    tokens = page.annotated.sentences[side.filler.sentence].tokens
    heads = {tokens[a.head].lemma for a in candidate.predicate.arguments if a.first <= side.filler.first < a.last}
    if heads.isdisjoint(groups()["travellers"]):
        return None
    unit = units_of(page, (side.referent,))
    found = {
        spot.referents[0]
        for sentence in page.annotated.sentences
        for spot in page.spots[sentence.index]
        if spot.form == "name"
        and units_of(page, spot.referents) == unit
        and leads_team(sentence.tokens, spot.first, spot.last)
    }
    return found.pop() if len(found) == 1 else None


def _bear(page: PageReferents, people: Sequence[int], office: frozenset[str]) -> bool:
    """True unless one of them is known, and by no office like the one that points: "both defence ministers"."""
    known = [page.referents[p].roles for p in people if page.referents[p].kind == "person" and page.referents[p].roles]
    return not office or all(any(office <= _plain(role.title) for role in roles) for roles in known)


def _plain(title: str) -> frozenset[str]:
    return frozenset(title.lower().replace("defense", "defence").split())


def _office(page: PageReferents, pointer: Open) -> frozenset[str]:
    """The words of the office by which a pointer speaks of people: "both defence ministers"."""
    tokens = page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]
    if not tokens or tokens[-1].lemma not in groups()["offices"]:
        return frozenset()
    return _plain(
        " ".join(t.lemma for t in tokens if t.pos in ("NOUN", "PROPN", "ADJ") and t.lemma not in ("two", "both"))
    )


def _just_two(page: PageReferents, pointer: Open) -> bool:
    """True of "the two ministers", "both", "the pair"; "they" and "their presidents" may be more."""
    words = {t.text.lower() for t in page.annotated.sentences[pointer.sentence].tokens[pointer.first : pointer.last]}
    return not words.isdisjoint({"two", "both", "pair", "duo", "host", "guest"})


def _two_of_sentence(page: PageReferents, pointer: Open) -> list[int]:
    """ "With Turkey at odds with Greece, the ministers of the two countries met": the only two named before there."""
    named = [
        r
        for s in page.spots[pointer.sentence]
        if s.last <= pointer.first and s.form in ("country", "demonym", "metonym")
        for r in s.referents
    ]
    return list(dict.fromkeys(named)) if len(units_of(page, named)) == 2 == len(set(named)) else []


def _two_with_people(page: PageReferents, pointer: Open) -> list[int]:
    """ "In Kenya the Ghanaian premier said that both countries ...": the two that are named there, or their people."""
    states = {r.country: r.id for r in page.referents if r.kind == "state" and r.country is not None}
    before = [r for s in page.spots[pointer.sentence] if s.last <= pointer.first for r in s.referents]
    named = [states[code] for r in before if (code := page.referents[r].country) is not None and code in states]
    return list(dict.fromkeys(named)) if len(set(named)) == 2 else []


def _so_many(page: PageReferents, pointer: Open) -> list[int]:
    """ "The three recalled that their presidents met", "all four": the last list of just so many."""
    tokens = page.annotated.sentences[pointer.sentence].tokens
    said = {t.text.lower() for t in tokens[: pointer.last] if t.dep in ("nsubj", "nsubjpass", "nummod", "pobj")}
    count = next((NUMBERS[word] for word in NUMBERS if word in said), None)
    if count is None:
        return []
    for back in range(pointer.sentence, max(-1, pointer.sentence - POINTER_REACH), -1):
        end = pointer.first if back == pointer.sentence else len(page.annotated.sentences[back].tokens)
        offices = [list(s.referents) for s in page.spots[back] if s.form == "role" and s.last <= end]
        for named in (*_lists(page, back, end), *offices):
            if len(named) == len(units_of(page, named)) == count:
                return named
    return []


def _last_pair(
    page: PageReferents,
    events: Sequence[Event],
    candidate: Candidate,
    count: int | None,
    office: frozenset[str],
    pair: bool,
) -> list[int]:
    for event in _bearers_first(page, events, candidate, office):
        sides = _principals(event)
        if candidate.frame.mutual and not candidate.frame.hostile:
            sides = _together(page, event) or sides
        if not _bear(page, sides, office):
            continue
        if pair and len(sides) > 2:
            if len(units_of(page, sides)) != 2:
                # "The two soldiers" are not three who met, but perhaps the two with whom it was told first.
                told = [[s.referent for s in r.candidate.sides] for r in reversed(event.reports)]
                two = next((t for t in told if len(t) == len(units_of(page, t)) == 2 and _bear(page, t, office)), None)
                if two is not None and event.kind == candidate.frame.name:
                    return two
                continue
            people = [r for r in sides if page.referents[r].kind == "person"]
            sides = people if len(people) == 2 else sides
        if len(sides) >= 2 and (count is None or len(sides) >= count):
            return sides
    return _last_named(page, candidate.sentence, pair)


def _bearers_first(
    page: PageReferents, events: Sequence[Event], candidate: Candidate, office: frozenset[str]
) -> list[Event]:
    """The events told before, the last first; before all those between persons who bear an office that points."""
    near = [e for e in reversed(events) if candidate.sentence - e.reports[-1].candidate.sentence <= POINTER_REACH]

    def known(event: Event) -> bool:
        people = [r for r in _principals(event) if page.referents[r].kind == "person" and page.referents[r].roles]
        return len(people) > 1 and _bear(page, people, office)

    return sorted(near, key=lambda e: not known(e)) if office else near


def _together(page: PageReferents, event: Event) -> list[int]:
    """Those of several states who strike another with one another: they talk of it, and not with him whom they hit."""
    attackers = [s.referent for s in event.sides() if s.part == "attacker"]
    return attackers if len(units_of(page, attackers)) > 1 else []


def _principals(event: Event) -> list[int]:
    return [s.referent for s in event.sides() if s.part in ("side", "attacker", "target", "visitor", "host")]


def _named_behind_their(page: PageReferents, candidate: Candidate) -> list[int]:
    """ "At their April summit X and Y signed": the two named right behind are those whose summit it was."""
    noun = candidate.predicate
    tokens = page.annotated.sentences[candidate.sentence].tokens
    before = [t.text.lower() for t in tokens[max(0, noun.token - 5) : noun.token]]
    if noun.pos != "noun" or "their" not in before:
        return []
    for last in range(noun.token + 3, min(len(tokens), noun.token + 14)):
        pair = _side_by_side(page, candidate.sentence, last, noun.token)
        if len(pair) == 2 and all(page.referents[r].kind == "person" for r in pair):
            return pair
    return []


def _last_named(page: PageReferents, sentence: int, pair: bool) -> list[int]:
    """The persons, or the states, last named side by side before a sentence."""
    for back in range(sentence - 1, max(-1, sentence - 4), -1):
        named = _side_by_side(page, back, len(page.annotated.sentences[back].tokens), pair=pair)
        if named:
            return named
    return []


def _side_by_side(page: PageReferents, sentence: int, before: int, after: int = -1, pair: bool = True) -> list[int]:
    """The persons, or the states, named side by side in a sentence before a token: a pair, or a whole list."""
    spots = [s for s in outermost(page.spots[sentence]) if after < s.first and s.last <= before]
    for spot in reversed(spots):
        if (
            len(spot.referents) > 1
            and (len(spot.referents) == 2 or not pair)
            and all(page.referents[r].kind != "person" and is_actor(page.referents, r) for r in spot.referents)
        ):
            return list(spot.referents)  # "the leaders of Sudan and South Sudan"
    named = next(_lists(page, sentence, before, after), [])
    return named[-2:] if pair else named


def _lists(page: PageReferents, sentence: int, before: int, after: int = -1) -> Iterator[list[int]]:
    """The lists of persons, or of states, in a sentence before a token, the last first: "Peru, Chile and Bolivia"."""
    tokens = page.annotated.sentences[sentence].tokens
    spots = [s for s in outermost(page.spots[sentence]) if after < s.first and s.last <= before]
    last = len(spots) - 1
    while last > 0:
        first = last
        while 0 < first > last - _LONGEST and _alike(page, tokens, spots[first - 1], spots[first]):
            first -= 1
        closed = tokens[spots[last - 1].last : spots[last].first] if first < last - 1 else ()
        if closed and all(t.text.lower() in (",", "the") for t in closed):
            last -= 1  # "fights in Syria and Iraq, the Turkish army said": the army is of no list
            continue
        begin = spots[first].first
        if spots[first].form == "country" and first < last and begin and tokens[begin - 1].text.lower() == "in":
            last = first - 1  # where something is
            continue
        named = list(dict.fromkeys(r for s in spots[first : last + 1] for r in s.referents))
        if len(named) > 1 and first < last:
            yield named
        last = min(first, last - 1) if first == last else first - 1


def _alike(page: PageReferents, tokens: Sequence[Token], left: Spot, right: Spot) -> bool:
    """True where two persons, or two states, stand side by side."""
    referents = page.referents
    between = {t.text.lower() for t in tokens[left.last : right.first]}
    both = (*left.referents, *right.referents)
    kinds = {"person" if referents[r].kind == "person" else "unit" for r in both}
    joined = bool(between) and between <= {"and", ",", "&", "with", "-", "–", "the"} and between != {"the"}
    return (
        joined and len(kinds) == 1 and left.referents != right.referents and all(is_actor(referents, r) for r in both)
    )
