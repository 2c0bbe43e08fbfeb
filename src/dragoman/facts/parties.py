"""Who supplies and who receives, as codes: from the parts of a deal's predicates, and from the item itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.dealers import (
    buyer_calls_off,
    calls_off,
    climb,
    counterpart,
    dealt,
    own_serviced,
    serviced,
    the_firm_sells,
    turns_down,
)
from dragoman.facts.fillers import Filler, fill
from dragoman.facts.party import Party, code_of, known_parties, of_filler, of_spot
from dragoman.facts.scope import saying_verbs
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.item import Item
from dragoman.mentions.spots import PageReferents
from dragoman.types import Evidence, Predicate, Sentence

_BEFORE_ITEM = 5  # tokens before an item in which its owner stands: "new Russian MS-21 aircraft"
_FROM = 4  # tokens after an item within which "from X" is said of it
# Stages whose words have the supplier for their agent: "cancelled the delivery", "approved the sale".
_SUPPLIERS_WORDS = ("cancelled", "approved", "offered", "planned")
# How a supplier is known where only the item says who it is.
_OF_ITEM = ("whose arms they are", "where the arms come from", "who makes the item")
# Who may do, by a verb that is not said again, what another did; after what, and before what.
_ACTING = frozenset(("country", "metonym", "capital", "company"))
_GAP_OPENS = frozenset(("and", "while", "but", ",", ";", "whereas"))
_GAP_HOLDS = frozenset("an a another some its more , has had will undisclosed number of".split())
_STATES = frozenset(("demonym", "country", "metonym", "capital", "company", "body", "force"))


def parties(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    items: Sequence[Item],
    predicates: Mapping[int, Predicate],
) -> tuple[Party | None, Party | None]:
    """The supplier and the recipient of a deal that a group of candidates tells, the best told first."""
    suppliers = known_parties(page, [s for c in group for s in c.sides if s.part == "supplier"])
    recipients = known_parties(page, [s for c in group for s in c.sides if s.part == "recipient"])
    if _at_home(suppliers, recipients):
        return suppliers[0], recipients[0]
    receivers = [ref for f in group[0].trigger.fill if f.slot == "recipient" for ref in f.arguments]
    buys = any(ref.prep == "by" or ref.role == "agent" for ref in receivers)  # "ordered by Oslo"
    sells = any(ref.role == "source" for ref in receivers)
    givers = () if sells else ("from",) if buys else ("by", "from")  # "won an order from Oslo": there Oslo receives
    for party in [r for r in recipients if _after_word(sentence, r, givers)]:
        recipients.remove(party)
        suppliers.append(party)
    if any(ref.role == "patient" for ref in receivers[:1]):
        # "Armed its forces with Turkish drones": the arms are another's.
        suppliers = [s for s in suppliers if s.code not in {r.code for r in recipients}]
    if group[0].predicate.token not in {c.predicate.token for c in group[1:]}:
        # What the leading word says of somebody outweighs what a word below it does: "took delivery of".
        first: dict[int | None, str] = {}
        for side in group[0].sides:
            first.setdefault(side.referent, side.part)
        suppliers = [s for s in suppliers if first.get(s.referent, "supplier") == "supplier"]
        given = {s.code for s in suppliers}
        recipients = [r for r in recipients if first.get(r.referent) != "supplier" or r.code not in given]
    suppliers = [s for s in suppliers if not _charges(page, sentence, group, predicates, s)]
    both = {s.code for s in suppliers} & {r.code for r in recipients}
    for code in sorted(both):
        # Who is both by the parse is the recipient where a preposition says so, else the supplier.
        goal = any(
            s.part == "recipient" and s.filler.prep in ("to", "for", "into") and code_of(page, s.referent) == code
            for c in group
            for s in c.sides
        )
        if goal:
            suppliers = [s for s in suppliers if s.code != code]
        else:
            recipients = [r for r in recipients if r.code != code]
    if own_serviced(sentence, group, items):
        recipients, suppliers = recipients or suppliers, []
    sources = known_parties(page, [s for c in group for s in c.sides if s.filler.role == "source"])
    if sources and not recipients and not sells:
        # "Concluded the transfer of six jets from Rome": who has it done receives what comes from another.
        recipients = [s for s in suppliers if s.code not in {p.code for p in sources}]
        suppliers = [s for s in suppliers if s not in recipients]
    supplier = suppliers[0] if suppliers else None
    recipient = recipients[0] if recipients else None
    if supplier is not None and supplier.how == "inherited-subject" and group[0].predicate.pos == "noun":
        theirs = _owner(page, sentence, items, supplier.code)
        if theirs is not None and theirs.how == _OF_ITEM[0] and recipient in (None, theirs):
            supplier, recipient = theirs, supplier  # "Oman welcomes the delivery of Italian tanks"
    met = [(f, p) for c in group for f in c.parties if (p := of_filler(page, f, f.referent)) is not None]
    others = [p for _, p in met]
    made = {m for i in items for m in i.makers}
    buyers = {p.code for p in others} - made if made and not recipients else set[str]()
    if len({p.code for _, p in met}) > 1 and all(f.role == "companion" for f, _ in met):
        others = []  # "contracts with Prague, Lima and Oslo": none of these deals with another
    elif len(buyers) > 1 and all(f.role == "agent" for f, _ in met):
        recipients, others = others, []  # "Oslo and Lima signed a joint deal for the Gripen"
    ended = buyer_calls_off(page, sentence, group, predicates) if recipient is None else None
    if ended is not None and (supplier is None or supplier.code == ended[1].code):
        supplier, recipient = ended
    if supplier is None and recipient is None:
        supplier = calls_off(page, sentence, group, predicates)
    built = [replace(i, makers=()) if serviced(sentence, i) else i for i in items]
    supplier, recipient = dealt(supplier, recipient, others, built)
    supplier, recipient = the_firm_sells(page, group[0], supplier, recipient, built)
    known = recipient.code if recipient is not None else None
    if supplier is None:
        supplier = (
            _owner(page, sentence, items, known)
            or counterpart(page, sentence, group, predicates, known)
            or _above(page, sentence, group, predicates, known)
            or _by(page, sentence, group, known)
        )
    if recipient is None:
        sold_by = supplier.code if supplier is not None else None
        recipient = (
            counterpart(page, sentence, group, predicates, sold_by)
            or _goal(page, sentence, items, supplier)
            or _holder(page, sentence, group, items, predicates, supplier)
            or turns_down(page, sentence, group, predicates, sold_by)
            or _teller(page, sentence, group, predicates, supplier)
        )
    if supplier is None and recipient is not None and built != list(items):
        supplier = next((p for p in others if p.code != recipient.code), None)  # "the upgrading by [IAI] of 54 F-4"
    if supplier is None:
        supplier = _maker(sentence, items, recipient)
    if recipient is None and supplier is not None and supplier.how == _OF_ITEM[1]:
        recipient = next((p for p in others if p.code != supplier.code), None)  # "signed a contract for jets from Rome"
    if supplier is not None and recipient is not None and supplier.code == recipient.code:
        return (supplier, None) if supplier.inferred is False and recipient.inferred else (None, recipient)
    return supplier, recipient


def _at_home(suppliers: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """True where a state's own firm supplies its own forces: no deal between two."""
    codes = {p.code for p in (*suppliers, *recipients)}
    theirs = {s.referent for s in suppliers}
    return bool(suppliers) and len(codes) == 1 and any(r.referent not in theirs for r in recipients)


def of_item(
    page: PageReferents, sentence: Sentence, item: Item, supplier: Party | None, recipient: Party | None
) -> Party | None:
    """The supplier of one item of several: the item's own where only the items say who supplies them."""
    own = _owner(page, sentence, [item], recipient.code if recipient is not None else None)
    if supplier is not None and supplier.how not in _OF_ITEM:
        # "Bought tanks from Seoul and drones [from Ankara]": a list that says it of each.
        return own if own is not None and own.how == _OF_ITEM[1] else supplier
    return own or _maker(sentence, [item], recipient)


def gapped(
    page: PageReferents, sentence: Sentence, group: Sequence[Candidate], told: Sequence[Item], item: Item
) -> Party | None:
    """Who does with an item what another did with those before: "Oslo will send tanks and [Madrid] six launchers"."""
    tokens = sentence.tokens
    trigger = group[0].predicate.token
    chain = [*(i for i in told if i.first < item.first), item]
    out: Party | None = None
    for left, right in zip(chain, chain[1:], strict=False):
        for spot in page.spots[sentence.index]:
            if not left.last <= spot.first < spot.last <= right.first or spot.form not in _ACTING:
                continue
            opening = tokens[spot.first - 1].text.lower() in _GAP_OPENS
            follows = {t.text.lower() for t in tokens[spot.last : right.first]}
            if opening and left.first > trigger and follows <= _GAP_HOLDS and right.first >= spot.last:
                out = of_spot(page, sentence, spot, "elided verb") or out
    return out


def further_recipients(page: PageReferents, lead: Candidate, supplier: Party | None, first: Party) -> list[Party]:
    """Those named beside the recipient: "exported drones to Ukraine, [Azerbaijan] and [Qatar]"."""
    own = [s for s in lead.sides if s.part == "recipient"]
    if not own and first.code in {p.code for f in lead.parties if (p := of_filler(page, f, f.referent)) is not None}:
        own = [Side(f.referent, "recipient", f) for f in lead.parties if f.role == "agent"]
    preps = {s.filler.prep for s in own if code_of(page, s.referent) == first.code}
    out: list[Party] = []
    for party in known_parties(page, [s for s in own if s.filler.prep in preps]):
        taken = {first.code, *(p.code for p in out), *((supplier.code,) if supplier is not None else ())}
        if party.code not in taken:
            out.append(party)
    return out


def _after_word(sentence: Sentence, party: Party, words: Sequence[str]) -> bool:
    """True where one of some prepositions stands right before a party."""
    before = sentence.tokens[max(0, party.first - 2) : party.first]
    return any(t.text.lower() in words for t in before if t.pos == "ADP")


def _owner(page: PageReferents, sentence: Sentence, items: Sequence[Item], recipient: str | None) -> Party | None:
    """ "Russian military cargo", "Dassault's Rafale", "a frigate from DCNS"."""
    tokens = sentence.tokens
    for item in items:
        first = item.first
        while (
            first > 0
            and item.first - first < _BEFORE_ITEM
            and (
                tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN", "PART", "NUM", "ADV")
                or tokens[first - 1].text == "-"
                or tokens[first - 1].tag == "VBN"  # "North Korean-made"
            )
        ):
            first -= 1
        for spot in page.spots[sentence.index]:
            inside = first <= spot.first and spot.last <= item.last
            if inside and spot.form == "force" and item.start <= tokens[spot.first].start:
                continue  # "SLM" in the name of an IRIS-T SLM is no armed group
            after = (
                item.last < spot.first <= item.last + _FROM
                and tokens[spot.first - 1].text.lower() in ("from", "the", "in", "by")
                and any(
                    t.text.lower() == "from"
                    # "two frigates built in Italy", "rifles donated by Oman"
                    or t.tag == "VBN" and t.lemma in transfer_words().making and t.i == item.last
                    for t in tokens[item.last : spot.first]
                )
            )
            if (inside or after) and spot.form in _STATES:
                party = of_spot(page, sentence, spot, _OF_ITEM[0] if inside else _OF_ITEM[1])
                if party is not None and party.code != recipient:
                    return party
    return None


def _above(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    predicates: Mapping[int, Predicate],
    recipient: str | None,
) -> Party | None:
    """ "Blamed Russia for supplying arms": who is blamed did it. "France cancelled the delivery": it was France's."""
    for c in group:
        stages = {w: stage for stage, words in c.frame.stages for w in words}
        for above in climb(predicates, c.predicate):
            charged = above.lemma in transfer_words().charging
            own = stages.get(above.lemma) in _SUPPLIERS_WORDS
            if own and _buys(c) and stages[above.lemma] == "planned":
                own = False  # "Oslo and Lima decided to procure": neither of them supplies
            role = "patient" if charged else "agent" if own else "source"
            if role == "source" and above.lemma not in transfer_words().coming:
                continue
            for a in above.arguments:
                if a.role == role:
                    for f in fill(page, sentence.index, a):
                        party = of_filler(page, f, f.referent) if isinstance(f, Filler) else None
                        if party is not None and party.code != recipient:
                            return party
    return None


def _charges(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    predicates: Mapping[int, Predicate],
    party: Party,
) -> bool:
    """ "Pakistan blamed Russia for supplying": who blames did not do it, though the clause has no subject."""
    return party.how == "adjunct" and any(
        a.role == "agent" and a.first <= party.first < a.last
        for c in group
        for above in climb(predicates, c.predicate)
        if above.lemma in transfer_words().charging
        for a in above.arguments
    )


def _goal(page: PageReferents, sentence: Sentence, items: Sequence[Item], supplier: Party | None) -> Party | None:
    """ "Arms for Ukraine": said of the item itself."""
    tokens = sentence.tokens
    for item in items:
        for spot in page.spots[sentence.index]:
            if spot.last < len(tokens) and tokens[spot.last].pos == "NOUN" and tokens[spot.last - 1].dep == "compound":
                continue  # "upgrade its jets to NATO standards"
            between = [t.text.lower() for t in tokens[item.last : spot.first]]
            given = (
                spot.last == item.first and item.quantity is not None and spot.form in ("country", "metonym", "capital")
            )
            if given or spot.form in _STATES and between in (["for"], ["to"], ["for", "the"], ["to", "the"]):
                party = of_spot(page, sentence, spot, "for whom the arms are")
                if party is not None and (supplier is None or party.code != supplier.code):
                    return party
    return None


def _holder(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    items: Sequence[Item],
    predicates: Mapping[int, Predicate],
    supplier: Party | None,
) -> Party | None:
    """Whose the arms became: "[Oman]'s jets, bought from Rome", "are in [Omani] hands", "[Peru] flies jets bought"."""
    tokens = sentence.tokens
    lead = group[0].predicate
    taken = {supplier.code} if supplier is not None else set()
    taken |= {m for i in items for m in i.makers}

    def free(party: Party | None) -> Party | None:
        return party if party is not None and party.code not in taken else None

    in_hands = [t.i for t in tokens if t.lemma == "hand" and lead.lemma == "be"]
    for spot in page.spots[sentence.index]:
        if spot.form not in _STATES:
            continue
        owner = any(
            0 <= i.first - spot.last <= _BEFORE_ITEM
            and all(t.pos in ("PART", "ADJ", "NUM", "VERB") for t in tokens[spot.last : i.first])
            and (tokens[spot.last].tag == "POS" or tokens[spot.last - 1].tag == "POS")
            for i in items
        )
        if (owner and _buys(group[0])) or spot.last in in_hands:
            party = free(of_spot(page, sentence, spot, "whose arms they became"))
            if party is not None:
                return party
    above = predicates.get(lead.parent) if lead.parent is not None else None
    comes = lead.lemma == "arrive"
    if above is not None and (_buys(group[0]) or comes) and (lead.link or "").startswith(("relative", "modifier")):
        for a in above.arguments:
            for f in fill(page, sentence.index, a) if a.role == "agent" and items and a.last <= items[0].first else ():
                party = free(of_filler(page, f, f.referent)) if isinstance(f, Filler) else None
                if party is not None:
                    return party
    return None


def _buys(c: Candidate) -> bool:
    """True of words for buying: their agent is who receives."""
    return any(f.slot == "recipient" and any(r.role == "agent" for r in f.arguments) for f in c.trigger.fill)


def _by(page: PageReferents, sentence: Sentence, group: Sequence[Candidate], recipient: str | None) -> Party | None:
    """ "Was given systems free of charge by Russia", "the sale of frigates by Germany's yard"."""
    tokens = sentence.tokens
    acts = [c.predicate for c in group if c.predicate.pos == "noun" or tokens[c.predicate.token].tag == "VBN"]
    if not acts or group[0].predicate.pos == "verb" and tokens[group[0].predicate.token].tag != "VBN":
        return None
    first = min(act.token for act in acts)
    for spot in page.spots[sentence.index]:
        if spot.first > first + 1 and tokens[spot.first - 1].text.lower() == "by" and spot.form in _STATES:
            party = of_spot(page, sentence, spot, "by-phrase")
            if party is not None and party.code != recipient:
                return party
    return None


def _teller(
    page: PageReferents,
    sentence: Sentence,
    group: Sequence[Candidate],
    predicates: Mapping[int, Predicate],
    supplier: Party | None,
) -> Party | None:
    """ "Turkish officials said that the shipment from Russia is complete": who tells what came from another got it."""
    if (
        supplier is None
        or supplier.inferred
        or not any(c.trigger.stage == "delivered" and c.scope.status in ("occurred", "ongoing") for c in group)
    ):
        return None
    for c in group:
        for above in climb(predicates, c.predicate):
            if above.lemma not in saying_verbs():
                continue
            for a in above.arguments:
                for f in fill(page, sentence.index, a) if a.role == "agent" else ():
                    party = of_filler(page, f, f.referent) if isinstance(f, Filler) else None
                    if party is not None and party.code != supplier.code:
                        return replace(party, inferred=True, how="who reports what came from another")
            break  # who reports a report got nothing
    return None


def _maker(sentence: Sentence, items: Sequence[Item], recipient: Party | None) -> Party | None:
    """The state that alone makes the item, where it is not the one that receives it."""
    for item in items:
        if len(item.makers) == 1 and recipient is not None and recipient.code != item.makers[0]:
            at = Evidence(item.start, item.end, _OF_ITEM[2], True)
            return Party(item.makers[0], at, None, item.first, item.last, _OF_ITEM[2], None, True)
        if item.makers:
            return None
    return None
