"""What later sentences of a page add to a deal in arms: more items of the package, and a side that was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.frame_types import Frame
from dragoman.facts.item_slots import deals_in_arms, has_value
from dragoman.facts.traders import States
from dragoman.facts.transfer import Transfer
from dragoman.facts.transfer_words import transfer_words
from dragoman.facts.transfers import AT_LARGE, GIVEN_UP
from dragoman.facts.units import unit_of
from dragoman.mentions.item import Item
from dragoman.mentions.spots import PageReferents
from dragoman.types import Evidence, Predicate, Quoted, Sentence, Token

_AID_REACH = 2
_PACKAGE_REACH = 3  # sentences within which "it includes" speaks of the deal
_SIDE_REACH = 6  # sentences within which a side is still the one told before
_THEY_REACH = 2
_COLON = 5  # tokens after "includes" within which its list opens
_FROM_BEFORE = "the deal told before"


def more_items(
    page: PageReferents,
    sentence: Sentence,
    predicates: Mapping[int, Predicate],
    items: Sequence[Item],
    found: Sequence[Candidate],
    frames: Sequence[Frame],
) -> list[Candidate]:
    """Rows for the items that a sentence adds to the deal told before it: "It also includes two frigates"."""
    if not items:
        return []
    deal = _deal_here(sentence, predicates, found) or _last_deal(sentence.index, found)
    deal = deal or _last_aid(page, sentence.index, found, frames)
    deal = deal or _last_aid(page, sentence.index, found, frames)
    if not deal:
        return []
    base = deal[0]
    taken = {i.first for c in found if c.sentence == sentence.index for i in c.items}
    out: list[Candidate] = []
    for token in sorted(predicates):
        predicate = predicates[token]
        of_them = _whole_told(predicate, items, deal)
        if predicate.lemma not in transfer_words().containing or not (
            _speaks_of_deal(sentence.tokens, predicate) or of_them is not None
        ):
            continue
        if of_them is not None:
            taken |= {i.first for i in items if i.last <= predicate.token}
        first = [
            i
            for i in items
            if i.modifies is None
            and i.first not in taken
            and any(
                a.role in ("patient", "content", "companion", "attribute") and i.first < a.last and a.first < i.last
                for a in predicate.arguments
            )
        ] or _after_colon(sentence.tokens, predicate, items)
        # The subject is the deal, so all that the sentence names is part of it.
        for item in [i for i in items if i.first >= first[0].first and i.modifies is None] if first else ():
            if base.transfer is not None and item.first not in taken:
                taken.add(item.first)
                out.append(_added(base, base.transfer, predicate, sentence, item))
        if out and of_them is not None:
            of_them.features.append(GIVEN_UP)
        break
    if out:
        _now_parts(deal)
    return out


def _whole_told(predicate: Predicate, items: Sequence[Item], deal: Sequence[Candidate]) -> Candidate | None:
    """The row of which the parts are told: "the [16 helicopters] include eight Hueys and eight MD-500s"."""
    for a in predicate.arguments if predicate.pos == "verb" else ():
        for item in items if a.role == "agent" else ():
            if item.first <= a.head < item.last and item.family is None and item.quantity is not None:
                for c in deal:
                    row = c.transfer.item if c.transfer is not None else None
                    same = row is not None and row.family is None and row.name == item.name
                    if same and row is not None and row.quantity is not None:
                        if row.quantity.value == item.quantity.value:
                            return c
    return None


def complete(page: PageReferents, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a page with the sides that a deal leaves out, where an earlier one had the same other side."""
    out: list[Candidate] = []
    told: list[Candidate] = []
    states = States(page)
    for c in found:
        if not deals_in_arms(c.frame) or c.transfer is None:
            out.append(c)
            continue
        if GIVEN_UP in c.features:
            continue
        if c.transfer.item is None:
            pointed = _pointed(c, c.transfer, told)
            if pointed is not None:
                out.append(pointed)
            continue
        c = _completed(c, c.transfer, told, states)
        c.open = []  # who "they" are is settled here
        out.append(c)
        if c.transfer is not None and c.transfer.supplier is not None and c.transfer.recipient is not None:
            told.append(c)
    return out


def _pointed(c: Candidate, mine: Transfer, told: Sequence[Candidate]) -> Candidate | None:
    """ "Deliveries will begin in 2017": another stage of the deal told before, or more on the same one."""
    near = [o for o in told if c.sentence - o.sentence <= _SIDE_REACH]
    if not near or near[-1].transfer is None:
        return None
    last = near[-1]
    rows = [o for o in near if (o.sentence, o.predicate.token) == (last.sentence, last.predicate.token)]
    theirs = near[-1].transfer
    for x, y in ((mine.supplier, theirs.supplier), (mine.recipient, theirs.recipient)):
        if x is not None and y is not None and x.value != y.value:
            return None
    same = mine.stage is None or theirs.stage is None or mine.stage.value == theirs.stage.value
    if len(rows) > 1 or theirs.item is None:
        return c if same else None
    item = replace(theirs.item, quantity=None, unit=None, points_back=True)
    sides = [Side(s.referent, s.part, s.filler, _FROM_BEFORE) for s in last.sides]
    row = Transfer(
        item,
        mine.stage,
        _earlier(theirs.supplier),
        _earlier(theirs.recipient),
        mine.value,
        mine.value_at,
        terms=mine.terms,
    )
    return replace(c, transfer=row, items=(item,), sides=sides, open=[])


def _last_deal(sentence: int, found: Sequence[Candidate]) -> list[Candidate]:
    """The rows of the deal last told, where it is near enough and between two known sides."""
    for c in reversed(found):
        if not deals_in_arms(c.frame) or c.transfer is None or c.transfer.item is None or c.sentence == sentence:
            continue
        if sentence - c.sentence > _PACKAGE_REACH or (c.transfer.supplier is None and c.transfer.recipient is None):
            return []
        return [
            o
            for o in found
            if o.sentence == c.sentence and o.predicate.token == c.predicate.token and o.transfer is not None
        ]
    return []


def _deal_here(
    sentence: Sentence, predicates: Mapping[int, Predicate], found: Sequence[Candidate]
) -> list[Candidate]:
    """The deal of which the same sentence tells the parts: "the hardware sold to Lima includes 94 tanks"."""
    listing = [p for p in predicates.values() if p.lemma in transfer_words().containing and p.pos == "verb"]
    subjects = [a for p in listing for a in p.arguments if a.role == "agent"]
    return [
        c
        for c in found
        if c.sentence == sentence.index
        and deals_in_arms(c.frame)
        and c.transfer is not None
        and c.transfer.item is not None
        and c.transfer.item.family is None
        and any(a.first <= i.first <= a.head < i.last for a in subjects for i in c.items)
    ]


def _after_colon(tokens: Sequence[Token], predicate: Predicate, items: Sequence[Item]) -> list[Item]:
    """ "It includes: four launchers; 20 boats": the parser makes a sentence of its own of the list."""
    colons = [t.i for t in tokens[predicate.token + 1 : predicate.token + _COLON] if t.text == ":"]
    return [i for i in items if i.first > colons[0] and i.modifies is None][:1] if colons else []


def _last_aid(
    page: PageReferents, sentence: int, found: Sequence[Candidate], frames: Sequence[Frame]
) -> list[Candidate]:
    """The aid last told, as the deal in arms that it proves to be when its parts are named."""
    frame = next((f for f in frames if deals_in_arms(f)), None)
    trigger = next((t for t in frame.triggers if "package" in t.nouns), None) if frame is not None else None
    if frame is None or trigger is None:
        return []
    for c in reversed(found):
        if c.sentence == sentence or not has_value(c.frame) or deals_in_arms(c.frame):
            continue
        giver, receiver = (next((s for s in c.sides if s.part == part), None) for part in ("giver", "receiver"))
        if sentence - c.sentence > _AID_REACH:
            return []
        if giver is None or receiver is None:
            continue  # "announced [a package of aid] for Kyiv": another word of the sentence has both
        trigger_token = page.annotated.sentences[c.sentence].tokens[c.predicate.token]
        at = Evidence(trigger_token.start, trigger_token.end, _FROM_BEFORE, True)
        stage = "delivered" if c.scope.status in ("occurred", "ongoing") else "planned"
        supplier, recipient = _as_party(page, giver, "supplier"), _as_party(page, receiver, "recipient")
        if supplier is None or recipient is None or supplier.value == recipient.value:
            return []
        sides = [replace(giver, part="supplier"), replace(receiver, part="recipient")]
        deal = Transfer(None, Quoted("stage", stage, at), supplier, recipient)
        return [replace(c, frame=frame, trigger=trigger, sides=sides, transfer=deal, figures=())]
    return []


def _as_party(page: PageReferents, side: Side, name: str) -> Quoted | None:
    code = unit_of(page, side.referent)
    tokens = page.annotated.sentences[side.filler.sentence].tokens
    at = Evidence(tokens[side.filler.first].start, tokens[side.filler.last - 1].end, _FROM_BEFORE, True)
    return Quoted(name, code, at) if " " not in code else None


def _speaks_of_deal(tokens: Sequence[Token], predicate: Predicate) -> bool:
    for a in predicate.arguments:
        if a.role == "agent":
            head = tokens[a.head]
            known = transfer_words()
            points = head.text.lower() in ("it", "which", "that", "this", "these")
            return points or head.lemma in known.packages | known.goods
    return False


def _added(base: Candidate, transfer: Transfer, predicate: Predicate, sentence: Sentence, item: Item) -> Candidate:
    trigger = sentence.tokens[predicate.token]
    theirs = transfer.supplier
    if theirs is not None and item.makers and theirs.value not in item.makers and theirs.evidence.inferred:
        own = Evidence(item.start, item.end, "who makes the item", True)
        theirs = Quoted("supplier", item.makers[0], own) if len(item.makers) == 1 else None
    row = Transfer(
        item,
        Quoted("stage", transfer.stage.value, Evidence(trigger.start, trigger.end, _FROM_BEFORE, True))
        if transfer.stage
        else None,
        theirs if theirs is not transfer.supplier else _earlier(theirs),
        _earlier(transfer.recipient),
    )
    kept = [s for s in base.sides if s.part != "supplier" or theirs is transfer.supplier]
    sides = [Side(s.referent, s.part, s.filler, s.inferred or _FROM_BEFORE) for s in kept]
    return replace(
        base,
        sentence=sentence.index,
        predicate=predicate,
        transfer=row,
        items=(item,),
        sides=sides,
        open=[],
        joined=None,
        definite=False,
        scope=replace(base.scope, cue=predicate.token, rule=_FROM_BEFORE, sources=()),
        features=["added to the deal"],
        places=[],
        topics=[],
    )


def _now_parts(deal: Sequence[Candidate]) -> None:
    """Of a deal of which parts are told, the sum is no item's, and "arms" at large are no row."""
    for c in deal:
        transfer = c.transfer
        if transfer is None or transfer.item is None:
            continue
        if _at_large(transfer.item):
            c.features.append(GIVEN_UP)
        elif transfer.whole:
            c.transfer = replace(transfer, value=None, value_at=None)


def _at_large(item: Item) -> bool:
    """True of "arms", of "military hardware": words for whatever was handed over."""
    at_large = item.category == AT_LARGE or item.name.split()[-1] in transfer_words().goods
    return item.family is None and item.quantity is None and at_large


def _completed(c: Candidate, mine: Transfer, told: Sequence[Candidate], states: States) -> Candidate:
    if mine.supplier is not None and not mine.supplier.evidence.inferred and mine.recipient is not None:
        return c
    if mine.item is None or (mine.item.family is None and mine.item.quantity is None and mine.value is None):
        return c
    they = bool(c.open) or mine.item.points_back
    named = states.one_named(c, mine)
    for other in reversed(told):
        theirs = other.transfer
        distance = c.sentence - other.sentence
        if theirs is None or distance > _SIDE_REACH:
            break
        if they and distance > _THEY_REACH:
            break
        supplier, recipient = mine.supplier, mine.recipient
        if supplier is not None and supplier.evidence.inferred and recipient is None:
            supplier = None if theirs.supplier is None or theirs.supplier.value != supplier.value else supplier
        fits = (supplier is not None or recipient is not None or they) and all(
            x is None or y is None or x.value == y.value
            for x, y in ((supplier, theirs.supplier), (recipient, theirs.recipient))
        )
        if not fits or (supplier is not None and recipient is not None):
            continue
        if named is not None and theirs.recipient is not None and theirs.recipient.value != named:
            continue
        if supplier is None and mine.item.family is not None and not _may_supply(theirs, mine.item):
            continue
        parts = {s.part for s in c.sides}
        sides = c.sides + [Side(s.referent, s.part, s.filler, _FROM_BEFORE) for s in other.sides if s.part not in parts]
        transfer = replace(
            mine, supplier=supplier or _earlier(theirs.supplier), recipient=recipient or _earlier(theirs.recipient)
        )
        return replace(c, sides=sides, transfer=transfer)
    return _to_the_same(c, mine, told)


def _may_supply(theirs: Transfer, item: Item) -> bool:
    """True where who supplied other arms may have supplied these: he makes them, or they are the same."""
    same = theirs.item is not None and theirs.item.family == item.family
    return same or not item.makers or theirs.supplier is None or theirs.supplier.value in item.makers


def _to_the_same(c: Candidate, mine: Transfer, told: Sequence[Candidate]) -> Candidate:
    """Gives a deal without a recipient that of the deal told last, where the words say that it goes on.

    "Prague gave Kyiv tanks, while Slovakia donated a missile system": the second giver gives to the same.
    "The latest in a series of purchases, among them 42 jets": who bought last bought these.
    """
    last = told[-1] if told else None
    theirs = last.transfer.recipient if last is not None and last.transfer is not None else None
    if last is None or theirs is None or mine.recipient is not None:
        return c
    distance = c.sentence - last.sentence
    own_giver = any(s.part == "supplier" and s.inferred is None for s in c.sides)
    gives_too = distance <= 1 and c.predicate.pos == "verb" and c.trigger.stage == "delivered" and own_giver
    buys_on = distance <= _THEY_REACH and c.predicate.pos == "noun" and _recipient_acts(c)
    if not (gives_too or buys_on) or mine.supplier is not None and mine.supplier.value == theirs.value:
        return c
    sides = c.sides + [Side(s.referent, s.part, s.filler, _FROM_BEFORE) for s in last.sides if s.part == "recipient"]
    return replace(c, sides=sides, transfer=replace(mine, recipient=_earlier(theirs)))


def _recipient_acts(c: Candidate) -> bool:
    """True of words for buying: their agent is who receives."""
    buys = any(f.slot == "recipient" and any(r.role == "agent" for r in f.arguments) for f in c.trigger.fill)
    return buys and c.trigger.stage == "contract"


def _earlier(quoted: Quoted | None) -> Quoted | None:
    """A value that an earlier sentence says, marked so."""
    if quoted is None:
        return None
    e = quoted.evidence
    return replace(quoted, evidence=Evidence(e.start, e.end, _FROM_BEFORE, True))
