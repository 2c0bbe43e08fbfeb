"""Who of two that make a deal supplies, and who receives: by the item, its maker, and what is done to the deal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.facts.candidate import Candidate
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.party import Party, of_filler
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.armoury import armoury
from dragoman.mentions.item import Item
from dragoman.mentions.spots import PageReferents
from dragoman.types import Predicate, Sentence

_CLIMB = 4
_BEFORE_ARMS = 8  # tokens before arms within which it is said what is done to them: "the upgrade of a fleet of"
_FAR_MORE = 3  # times as many families of arms in the catalogue


def dealt(
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
    if items and supplier is None and recipient is None and len({p.code for p in others}) == 2 and not makers:
        # "India signed a deal with Israel for drones": who signs with somebody buys from him.
        agent, companion = others[0], next(p for p in others if p.code != others[0].code)
        large, small = sorted((agent, companion), key=lambda p: -armoury().families_of(p.code))
        if armoury().families_of(large.code) > _FAR_MORE * armoury().families_of(small.code):
            return large, small  # and who makes far more of the world's arms sells them
        return companion, agent
    return supplier, recipient


def serviced(sentence: Sentence, item: Item) -> bool:
    """True of arms that are upgraded or repaired: of those named, whoever does it need not have made them."""
    before = sentence.tokens[max(0, item.first - _BEFORE_ARMS) : item.first]
    served = [t.i for t in before if t.lemma.lower() in transfer_words().servicing]
    return bool(served) and all(t.pos != "VERB" and t.text not in (",", ";") for t in before if t.i > served[-1])


def own_serviced(sentence: Sentence, group: Sequence[Candidate], items: Sequence[Item]) -> bool:
    """True of "a contract with Rome to upgrade [its] tanks": who has its own arms upgraded receives."""
    serves = any(c.predicate.lemma in transfer_words().servicing for c in group) and any(c.parties for c in group)
    before = (sentence.tokens[i.first - 1].text.lower() for i in items if i.first > 0)
    return serves and any(word in ("its", "their") for word in before)


def the_firm_sells(
    page: PageReferents, lead: Candidate, supplier: Party | None, recipient: Party | None, items: Sequence[Item]
) -> tuple[Party | None, Party | None]:
    """ "[Baykar] signed a deal with Albania": of two who sign, a firm, or who makes the item, supplies."""
    makers = next((i.makers for i in items if i.makers), ())
    if supplier is not None and recipient is None and makers and supplier.code not in makers:
        if lead.predicate.lemma in transfer_words().two_way:
            return None, supplier  # "Prague leases the Gripen"
        if lead.predicate.pos == "noun" and lead.predicate.lemma in transfer_words().placed:
            return None, supplier  # "an order from Riyadh": who orders what others make
    known = transfer_words()
    bargains = lead.predicate.lemma in known.bargaining | known.looking
    if supplier is not None and recipient is not None and bargains:
        swapped = recipient.code in makers and supplier.code not in makers
        return (recipient, supplier) if swapped else (supplier, recipient)  # "India talks with Hanoi on the BrahMos"
    if supplier is None or recipient is None or lead.predicate.lemma not in known.signing_deals:
        return supplier, recipient
    firm = recipient.referent is not None and page.referents[recipient.referent].kind == "company"
    of_firm = supplier.referent is not None and page.referents[supplier.referent].kind == "company"
    if firm and not of_firm or (not of_firm and recipient.code in makers and supplier.code not in makers):
        return recipient, supplier
    return supplier, recipient


def calls_off(
    page: PageReferents, sentence: Sentence, group: Sequence[Candidate], predicates: Mapping[int, Predicate]
) -> Party | None:
    """ "Paris froze its arms deals with Oman": who calls off or offers a deal, of which no more is said, supplies."""
    stages = {w: stage for stage, words in group[0].frame.stages for w in words}
    deals = [c.predicate for c in group if c.predicate.pos == "noun" and c.parties]
    if len(deals) < len(group):
        return None
    for deal in deals:
        for above in climb(predicates, deal)[:2]:
            for a in above.arguments if stages.get(above.lemma) in ("cancelled", "offered") else ():
                for f in fill(page, sentence.index, a) if a.role == "agent" else ():
                    party = of_filler(page, f, f.referent) if isinstance(f, Filler) else None
                    if party is not None:
                        return party
    return None


def buyer_calls_off(
    page: PageReferents, sentence: Sentence, group: Sequence[Candidate], predicates: Mapping[int, Predicate]
) -> tuple[Party, Party] | None:
    """ "Oman terminated the deal with Saab": with a firm as the other side, who calls it off would have received."""
    met = [(f, p) for c in group for f in c.parties if (p := of_filler(page, f, f.referent)) is not None]
    firm = next((p for f, p in met if page.referents[f.referent].kind == "company"), None)
    stages = {w: stage for stage, words in group[0].frame.stages for w in words}
    for c in group if firm is not None else ():
        for above in [c.predicate, *climb(predicates, c.predicate)[:2]]:
            for a in above.arguments if stages.get(above.lemma) == "cancelled" else ():
                for f in fill(page, sentence.index, a) if a.role == "agent" else ():
                    party = of_filler(page, f, f.referent) if isinstance(f, Filler) else None
                    if party is not None and firm is not None and party.code != firm.code:
                        return firm, party
    return None


def counterpart(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    predicates: Mapping[int, Predicate],
    known: str | None,
) -> Party | None:
    """ "Oslo signed a deal with Lima in 2009 to buy six": with whom one signs is the other side of the deal."""
    for c in group if known is not None else ():
        for above in climb(predicates, c.predicate)[:2]:
            known_words = transfer_words()
            if above.lemma not in known_words.signing_deals | known_words.bargaining | known_words.looking:
                continue
            for a in above.arguments:
                for f in fill(page, sentence.index, a) if a.role == "companion" else ():
                    party = of_filler(page, f, f.referent) if isinstance(f, Filler) else None
                    if party is not None and party.code != known:
                        return party
    return None


def turns_down(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    predicates: Mapping[int, Predicate],
    supplier: str | None,
) -> Party | None:
    """ "Lima turned down Rome's offer of six jets": who says no to an offer would have received."""
    offers = [c for c in group if c.trigger.stage == "offered"] if supplier is not None else []
    for c in offers:
        stages = {w: stage for stage, words in c.frame.stages for w in words}
        for above in climb(predicates, c.predicate)[:1]:
            for a in above.arguments if stages.get(above.lemma) == "cancelled" else ():
                for f in fill(page, sentence.index, a) if a.role == "agent" else ():
                    party = of_filler(page, f, f.referent) if isinstance(f, Filler) else None
                    if party is not None and party.code != supplier:
                        return party
    return None


def climb(predicates: Mapping[int, Predicate], predicate: Predicate) -> list[Predicate]:
    """The predicates over one, nearest first."""
    out: list[Predicate] = []
    at = predicate
    while at.parent is not None and len(out) < _CLIMB:
        above = predicates.get(at.parent)
        if above is None or above in out:
            break
        out.append(above)
        at = above
    return out
