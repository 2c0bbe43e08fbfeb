"""Who supplies and who receives, as codes: from the parts of a deal's predicates, and from the item itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.facts.candidates import Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.arms import Item
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Evidence, Predicate, Sentence

_BEFORE_ITEM = 5  # tokens before an item in which its owner stands: "new Russian MS-21 aircraft"
_FROM = 4  # tokens after an item within which "from X" is said of it
_STATES = frozenset(("demonym", "country", "metonym", "capital", "company", "body", "force"))


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a deal; `code` is the state's or body's, the name where there is none."""

    code: str
    evidence: Evidence
    referent: int | None
    first: int
    last: int
    how: str
    title: str | None = None
    inferred: bool = False


def parties(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    items: Sequence[Item],
    predicates: Mapping[int, Predicate],
) -> tuple[Party | None, Party | None]:
    """The supplier and the recipient of a deal that a group of candidates tells, the best told first."""
    suppliers = [_of_filler(page, sentence, s.filler, s.referent) for c in group for s in c.sides if s.part == "supplier"]
    recipients = [_of_filler(page, sentence, s.filler, s.referent) for c in group for s in c.sides if s.part == "recipient"]
    both = {s.code for s in suppliers} & {r.code for r in recipients}
    for code in sorted(both):
        # Who is both by the parse is the recipient where a preposition says so, else the supplier.
        goal = any(s.part == "recipient" and s.filler.prep in ("to", "for", "into") and _code(page, s.referent) == code for c in group for s in c.sides)
        if goal:
            suppliers = [s for s in suppliers if s.code != code]
        else:
            recipients = [r for r in recipients if r.code != code]
    supplier = suppliers[0] if suppliers else None
    recipient = recipients[0] if recipients else None
    others = [_of_filler(page, sentence, f, f.referent) for c in group for f in c.parties]
    supplier, recipient = _dealt(supplier, recipient, others, items)
    known = recipient.code if recipient is not None else None
    if supplier is None:
        supplier = _owner(page, sentence, items, known) or _charged(page, sentence, group, predicates, known)
    if supplier is None:
        supplier = _maker(sentence, items, recipient)
    if supplier is not None and recipient is not None and supplier.code == recipient.code:
        return (supplier, None) if supplier.inferred is False and recipient.inferred else (None, recipient)
    return supplier, recipient


def _dealt(
    supplier: Party | None, recipient: Party | None, others: Sequence[Party], items: Sequence[Item]
) -> tuple[Party | None, Party | None]:
    """Two who sign a deal: the maker of the item supplies, the other receives."""
    makers = next((i.makers for i in items if i.makers), ())
    for party in others:
        known = {p.code for p in (supplier, recipient) if p is not None}
        if party.code in known:
            continue
        if supplier is None and party.code in makers:
            supplier = party
        elif recipient is None and (party.code not in makers and makers or supplier is not None):
            recipient = party
        elif supplier is None and recipient is not None:
            supplier = party
    if supplier is None and recipient is None and len({p.code for p in others}) == 2 and not makers:
        # "India signed a deal with Israel for drones": who signs with somebody buys from him.
        agent, companion = others[0], next(p for p in others if p.code != others[0].code)
        return companion, agent
    return supplier, recipient


def _owner(page: PageReferents, sentence: Sentence, items: Sequence[Item], recipient: str | None) -> Party | None:
    """ "Russian military cargo", "Dassault's Rafale", "a frigate from DCNS"."""
    tokens = sentence.tokens
    for item in items:
        first = item.first
        while first > 0 and item.first - first < _BEFORE_ITEM and (
            tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN", "PART", "NUM", "ADV") or tokens[first - 1].text == "-"
        ):
            first -= 1
        for spot in page.spots[sentence.index]:
            inside = first <= spot.first and spot.last <= item.last
            after = item.last < spot.first <= item.last + _FROM and tokens[spot.first - 1].text.lower() in ("from", "the") and any(
                t.text.lower() == "from" for t in tokens[item.last : spot.first]
            )
            if (inside or after) and spot.form in _STATES:
                party = _of_spot(page, sentence, spot, "whose arms they are" if inside else "where the arms come from")
                if party is not None and party.code != recipient:
                    return party
    return None


def _charged(
    page: PageReferents, sentence: Sentence, group: Sequence[Candidate], predicates: Mapping[int, Predicate], recipient: str | None
) -> Party | None:
    """ "Blamed Russia for supplying arms": the one who is blamed did it."""
    for c in group:
        above = predicates.get(c.predicate.parent) if c.predicate.parent is not None else None
        if above is None or above.lemma not in transfer_words().charging:
            continue
        for a in above.arguments:
            if a.role == "patient":
                for f in fill(page, sentence.index, a):
                    if isinstance(f, Filler) and (party := _of_filler(page, sentence, f, f.referent)).code != recipient:
                        return party
    return None


def _maker(sentence: Sentence, items: Sequence[Item], recipient: Party | None) -> Party | None:
    """The state that alone makes the item, where it is not the one that receives it."""
    for item in items:
        if len(item.makers) == 1 and recipient is not None and recipient.code != item.makers[0]:
            at = Evidence(item.start, item.end, "who makes the item", True)
            return Party(item.makers[0], at, None, item.first, item.last, "who makes the item", None, True)
        if item.makers:
            return None
    return None


def _code(page: PageReferents, referent: int) -> str:
    r = page.referents[referent]
    if r.country is not None:
        return r.country
    if r.acts_for is not None and page.referents[r.acts_for].country is not None:
        return str(page.referents[r.acts_for].country)
    return r.name


def _of_filler(page: PageReferents, sentence: Sentence, filler: Filler, referent: int) -> Party:
    tokens = page.annotated.sentences[filler.sentence].tokens
    at = Evidence(tokens[filler.first].start, tokens[filler.last - 1].end, filler.how)
    return Party(_code(page, referent), at, referent, filler.first, filler.last, filler.how, filler.title)


def _of_spot(page: PageReferents, sentence: Sentence, spot: Spot, how: str) -> Party | None:
    tokens = sentence.tokens
    referent = spot.referents[0]
    r = page.referents[referent]
    if r.country is None:
        return None
    at = Evidence(tokens[spot.first].start, tokens[spot.last - 1].end, how)
    who: int | None = referent if r.kind != "place" else r.acts_for
    return Party(_code(page, referent), at, who, spot.first, spot.last, how)
