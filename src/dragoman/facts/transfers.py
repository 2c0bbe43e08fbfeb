"""Deals in arms: from the candidates of a sentence to one for each item, with what it is and who supplies whom.

An item's row has the quantity and the sum said of that item; a sum said of a package of several belongs to none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.each_side import each_side
from dragoman.facts.fillers import Filler
from dragoman.facts.item_slots import deals_in_arms, has_value
from dragoman.facts.one_deal import lead_of, one_deal_groups, part_from_deal
from dragoman.facts.parties import further_recipients, gapped, of_item, parties
from dragoman.facts.party import Party
from dragoman.facts.scope import saying_verbs
from dragoman.facts.stages import in_time, settle_scope, stage_of
from dragoman.facts.sums import Sums, sums
from dragoman.facts.times import leading_word, said_of
from dragoman.facts.transfer import Transfer
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.item import Item
from dragoman.mentions.item_pairs import one_more
from dragoman.mentions.spots import PageReferents
from dragoman.types import Evidence, Predicate, Quoted, Sentence, TimeExpression

_MOST_ROWS = 12
_SUM = 4  # tokens to either side of arms within which stands what they are worth
# Deals in arms at large: worth a row only where something more is said of them.
AT_LARGE = "other"
GIVEN_UP = "given up"  # the feature of a row that the page has no use for


def settle(
    page: PageReferents,
    sentence: Sentence,
    predicates: Mapping[int, Predicate],
    candidates: Sequence[Candidate],
    items: Sequence[Item],
    times: Sequence[TimeExpression],
) -> list[Candidate]:
    """The candidates of a sentence with those of one deal in arms put together and then parted by item."""
    arms = [c for c in candidates if deals_in_arms(c.frame)]
    part_from_deal(arms, predicates)
    if not arms and not any(has_value(c.frame) for c in candidates):
        return list(candidates)
    out = [c for c in candidates if not deals_in_arms(c.frame)]
    money = sums(page.annotated.article.text, sentence)
    for c in out:
        _give_value(c, sentence, money)
    groups = one_deal_groups(arms, predicates)
    for group in groups:
        out.extend(_rows(page, sentence, predicates, group, items, money, times, alone=len(groups) == 1))
    return sorted(out, key=lambda c: c.predicate.token)


# ------------------------------------------------------------------ one deal, one candidate an item


def _rows(
    page: PageReferents,
    sentence: Sentence,
    predicates: Mapping[int, Predicate],
    group: list[Candidate],
    items: Sequence[Item],
    money: Sums,
    times: Sequence[TimeExpression],
    alone: bool,
) -> list[Candidate]:
    lead = lead_of(group, predicates)
    ordered = [lead, *(c for c in group if c is not lead)]
    made = [c for c in ordered[1:] if _made_before(lead, c)]
    told = _items(sentence, ordered, [i for c in made for i in c.items])
    stage, stage_token, governor = stage_of(lead, predicates)
    supplier, recipient = parties(page, sentence, ordered, told, predicates)
    if supplier is not None and recipient is not None and supplier.code == recipient.code:
        return []  # a state's own firm and its own forces
    if _asked_after(sentence, predicates, lead):
        return []
    if _given_to_a_thing(sentence, lead, items):
        return []
    if supplier is None and lead.predicate.lemma in transfer_words().obtaining:
        return []  # "commissioned a frigate": nothing says that another state built it
    if lead.predicate.lemma in transfer_words().looking and not _of_a_maker(told, supplier):
        return []  # "is looking at tanks", "talks for more missiles"
    others = further_recipients(page, lead, supplier, recipient) if recipient is not None else []
    settle_scope(lead, sentence, predicates, stage, governor, times)
    stage = in_time(lead, stage, governor)
    for c in made:
        settle_scope(c, sentence, predicates, c.trigger.stage, None, times)
    for c in ordered[1:]:
        if not lead.times and c.trigger.stage == lead.trigger.stage:
            lead.times = c.times
        lead.places = lead.places or c.places
    for p in predicates.values():
        under = any(a.first <= p.token < a.last for a in lead.predicate.arguments if a.prep in ("in", "under"))
        below = p.parent == lead.predicate.token or under
        if not lead.times and below and p.lemma in transfer_words().worth:
            lead.times = said_of(
                sentence.tokens, p, times
            )  # "worth $1 billion in 2012": the parser hangs the date there
    if others:
        lead.times = [t for t in lead.times if not _counts_from(sentence, t)]
    if stage == "contract":
        lead.times = _when_signed(sentence, predicates, lead, times) or lead.times
    lead.sides = _as_sides(lead, supplier, recipient)
    lead.definite = any(c.definite for c in ordered)
    terms = money.terms(sentence) if alone else None
    if not told and not (lead.definite and (lead.times or lead.places or governor is not None)):
        return []  # "the deal" in passing adds nothing to the deal
    said = (
        Quoted("stage", stage, _at(sentence, stage_token, f"what '{sentence.tokens[stage_token].text}' means"))
        if stage
        else None
    )
    if not told:
        lead.transfer = Transfer(None, said, _party("supplier", supplier), _party("recipient", recipient), terms=terms)
        return [lead]
    out = []
    rest = [c for c in ordered if c not in made]
    for c in made:
        out += _rows_of_contract(sentence, c, supplier, recipient, money)
    triggers = [k for c in rest for k in (c.predicate.token, c.predicate.light) if k is not None]
    values = money.of_items(sentence, told, triggers, rest) if not made else {}
    givers, takers = (each_side(page, sentence, told, part) for part in ("supplier", "recipient"))
    for item in told[:_MOST_ROWS]:
        value, at, whole = values.get(item.first, (None, None, False))
        others = takers[item.first][1:] if item.first in takers else others
        if others:
            item, value, at = replace(item, quantity=None), None, None  # how many and for how much went to all of them
        giver = of_item(page, sentence, item, supplier, recipient) if len(told) > 1 else supplier
        giver = givers.get(item.first, [giver])[0]
        receivers = takers.get(item.first, [recipient, *others])
        agent = gapped(page, sentence, ordered, told, item)
        if agent is not None and _gives(lead) and agent.code != (recipient.code if recipient else None):
            giver = agent
        elif agent is not None and not _gives(lead) and agent.code != (supplier.code if supplier else None):
            receivers = [agent]
        for receiver in receivers:
            of_whom = (_party("supplier", giver), _party("recipient", receiver))
            transfer = Transfer(item, said, *of_whom, value, at, whole, terms)
            # Arms at large may be the package of which the next sentence names the parts; else they are given up.
            features = [*lead.features] if _tells(transfer, lead) else [*lead.features, GIVEN_UP]
            sides = _as_sides(lead, giver, receiver)
            own = _own_times(sentence, told, item, times)
            when = lead.times if own is None else own
            out.append(replace(lead, transfer=transfer, items=(item,), sides=sides, features=features, times=when))
    return out[:_MOST_ROWS]


def _when_signed(
    sentence: Sentence, predicates: Mapping[int, Predicate], lead: Candidate, times: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """The time of a deal as the clause that describes it tells: "completed a deal that was [inked in 2018]"."""
    words = transfer_words().signing_deals
    if lead.predicate.pos != "noun" or lead.predicate.lemma not in words:
        return []
    signed = [p for p in predicates.values() if p.parent == lead.predicate.token and p.link == "relative"]
    return [t for p in signed if p.pos == "verb" and p.lemma in words for t in said_of(sentence.tokens, p, times)]


def _counts_from(sentence: Sentence, time: TimeExpression) -> bool:
    """True of "since 2001" in "ordered by nine states since 2001": each deal was made some time after."""
    word = leading_word(sentence.tokens, time)
    return word is not None and word.text.lower() == "since"


def _of_a_maker(told: Sequence[Item], supplier: Party | None) -> bool:
    """True of systems with a name that one side makes, or whose the words say that they are."""
    named = [i for i in told if i.family is not None]
    if supplier is None:
        return bool(named) and named[0].points_back  # "talks for the missile too": as was told of others
    return bool(named) and (not supplier.inferred or supplier.code in named[0].makers)


def _own_times(
    sentence: Sentence, told: Sequence[Item], item: Item, times: Sequence[TimeExpression]
) -> list[TimeExpression] | None:
    """The time behind each of several items, where each has one: "ordered 42 jets in 2022 and 48 drones last year"."""
    ends = [sentence.tokens[i.first].start for i in told[1:]] + [sentence.end]
    behind = [[t for t in times if i.end <= t.start < end] for i, end in zip(told, ends, strict=True)]
    if len(told) < 2 or not all(behind[:-1]) or any(len(b) > 1 for b in behind[:-1]):
        return None
    return behind[told.index(item)][:1] if behind[-1] else None


def _made_before(lead: Candidate, c: Candidate) -> bool:
    """True of the contract under which the arms come: "the 12 jets [ordered in 2019] will arrive in May"."""
    described = (c.predicate.link or "").startswith(("relative", "modifier"))
    return (
        described
        and c.trigger.stage == "contract"
        and lead.trigger.stage not in ("contract", None)
        and bool(c.items)
        and (bool(c.times) or any(s.part == "supplier" for s in c.sides))
        and c.scope.status == "occurred"
    )


def _rows_of_contract(
    sentence: Sentence, c: Candidate, supplier: Party | None, recipient: Party | None, money: Sums
) -> list[Candidate]:
    """The contract told in a clause that describes the arms; its sides are those of the deal."""
    token = c.predicate.token
    at = _at(sentence, token, f"what '{sentence.tokens[token].text}' means")
    values = money.of_items(sentence, c.items, [token], [c])
    out = []
    for item in c.items:
        value, where, whole = values.get(item.first, (None, None, False))
        item = replace(item, quantity=item.of or item.quantity)
        transfer = Transfer(
            item,
            Quoted("stage", "contract", at),
            _party("supplier", supplier),
            _party("recipient", recipient),
            value,
            where,
            whole,
        )
        out.append(replace(c, transfer=transfer, items=(item,), sides=_as_sides(c, supplier, recipient)))
    return out


def _items(sentence: Sentence, group: Sequence[Candidate], made: Sequence[Item] = ()) -> list[Item]:
    """The items of a deal, each once; a whole gives way to its parts unless more than its name is said of it.

    `made` are those of the contract under which they come: "of the 12 ordered, [three] have arrived".
    """
    found = sorted({i.first: i for c in group for i in c.items}.values(), key=lambda i: i.first)
    own = {i.family for i in found if i not in made}
    found = [i for i in found if i not in made or i.family is None or i.family not in own]
    found = [i for i in found if not _homemade(sentence, i)]
    large = [i for i in found if i.family is None and i.category == AT_LARGE and i.quantity is None]
    found = [i for i in found if i not in large[1:]]  # "arms, including some modern weapons" are no two things
    found = [i for i in found if i not in _wholes(sentence, found)]
    once: dict[str, Item] = {}
    for item in found:
        key = item.family or item.name
        known = once.get(key)
        if known is None or (
            known.quantity is None and item.quantity is not None and (item.points_back or known.points_back)
        ):
            once[key] = item
        elif (both := one_more(sentence.tokens, known, item)) is not None:
            once[key] = both
        elif known.quantity is not None and item.quantity is not None and _another(sentence, known, item):
            once[f"{key} {item.first}"] = item
    return sorted(once.values(), key=lambda i: i.first)


def _wholes(sentence: Sentence, found: Sequence[Item]) -> list[Item]:
    """ "Weapons and ammunition, [including] 54 howitzers": words at large of which the parts are told."""
    named = [i for i in found if i.family is not None]
    if not named or named[0] is found[0]:
        return []
    before = [i for i in found if i.last <= named[0].first]
    opening = sentence.tokens[before[-1].last : named[0].first]
    if [t.text for t in opening[-1:]] == [":"] and before[-1].family is None:
        return before[-1:]  # "10 helicopters: seven Mi-35 and three Mi-17"
    if not any(t.text.lower() in ("including", "among") for t in opening):
        return []
    large = (i for i in before if i.category in (AT_LARGE, "ammunition", "support"))
    beside = {i.first: sentence.tokens[max(0, i.first - _SUM) : i.last + _SUM] for i in before}
    return [i for i in large if not any(t.ent == "MONEY" for t in beside[i.first])]


def _given_to_a_thing(sentence: Sentence, lead: Candidate, items: Sequence[Item]) -> bool:
    """True of "[the frigate] is equipped with missiles", "provides [the tank] with armour": a part, and no deal."""
    arguments = lead.predicate.arguments
    inside = [a for a in arguments if a.role == "companion" and any(a.first <= i.first < a.last for i in lead.items)]
    whom = [a for a in arguments if a.role in ("patient", "recipient")]
    if not inside or not whom or any(s.part == "recipient" for s in lead.sides):
        return False
    if any(i.first <= a.head < i.last for i in items for a in whom):
        return True
    arming = lead.predicate.lemma in transfer_words().arming
    before = any(i.last <= a.head for i in items if i not in lead.items for a in whom)
    return (arming or before) and all(sentence.tokens[a.head].text.lower() == "it" for a in whom)


def _asked_after(sentence: Sentence, predicates: Mapping[int, Predicate], lead: Candidate) -> bool:
    """True of "did not say how much was paid for them or where they were bought": of what is told before."""
    at = lead.predicate
    if at.link == "conjunct" and at.parent is not None and at.parent in predicates:
        at = predicates[at.parent]
    above = predicates.get(at.parent) if at.parent is not None else None
    if above is None or above.lemma not in saying_verbs() or at.link != "content":
        return False
    tokens = sentence.tokens
    asked = any(t.tag in ("WRB", "WDT", "WP") and above.token < t.i < lead.predicate.token for t in tokens)
    denied = any(t.head == above.token and t.dep == "neg" for t in tokens)
    return asked and denied and all(i.points_back or i.family is None for i in lead.items)


def _homemade(sentence: Sentence, item: Item) -> bool:
    """True of arms that who has them is said to have made: "[domestically made] patrol ships"."""
    before = sentence.tokens[max(0, item.first - _SUM) : item.last]
    return any(t.text.lower() in transfer_words().homemade for t in before)


def _another(sentence: Sentence, known: Item, item: Item) -> bool:
    """True of more of the same arms: "60 Leopards and ten Leopards", "eight from Oslo and [36] from Rome"."""
    between = {t.text.lower() for t in sentence.tokens[known.last : item.first]}
    return not item.points_back or not between.isdisjoint(("from", "to"))


def _gives(lead: Candidate) -> bool:
    """True of a word whose agent is who supplies."""
    return any(f.slot == "supplier" and any(r.role == "agent" for r in f.arguments) for f in lead.trigger.fill)


def _tells(transfer: Transfer, lead: Candidate) -> bool:
    """False of arms at large of which nothing more is said: "ready to sell more weapons"."""
    item = transfer.item
    if item is None or item.family is not None or item.category != AT_LARGE:
        return True
    if transfer.value is not None or transfer.terms is not None or item.quantity is not None or item.unit is not None:
        return True
    if transfer.supplier is None or transfer.recipient is None:
        return False
    if transfer.stage is not None and transfer.stage.value == "cancelled" and lead.scope.explicit:
        return not lead.scope.spoken_of  # "froze its arms deals with Oman"
    if lead.scope.status in ("planned", "possible") or lead.scope.rule == "present tense" or lead.scope.spoken_of:
        return False
    if lead.scope.status == "denied" and (transfer.stage is None or transfer.stage.value != "cancelled"):
        return False
    return bool(lead.times) or (lead.predicate.pos == "verb" and lead.scope.explicit)


# ------------------------------------------------------------------ parts


def _as_sides(lead: Candidate, supplier: Party | None, recipient: Party | None) -> list[Side]:
    """The parties as participants; who is known only from the item's maker is none."""
    out = []
    for part, party in (("supplier", supplier), ("recipient", recipient)):
        if party is not None and party.referent is not None:
            filler = Filler(party.referent, lead.sentence, party.first, party.last, party.how, party.title)
            out.append(Side(party.referent, part, filler, party.how if party.inferred else None))
    return out


def _party(name: str, party: Party | None) -> Quoted | None:
    return Quoted(name, party.code, party.evidence) if party is not None else None


def _give_value(candidate: Candidate, sentence: Sentence, money: Sums) -> None:
    """The sum of an event that is no deal in arms: aid, a loan."""
    if not has_value(candidate.frame):
        return
    found = money.of_event(sentence, candidate)
    if found is not None:
        candidate.transfer = Transfer(None, None, None, None, found[0], found[1])


def _at(sentence: Sentence, token: int, rule: str) -> Evidence:
    t = sentence.tokens[token]
    return Evidence(t.start, t.end, rule)
