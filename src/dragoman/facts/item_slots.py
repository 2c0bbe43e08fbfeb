"""Which arms stand in a predicate's arguments: in its own phrases, in the act nouns there, and in the list after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.facts.frame_types import ArgumentRef, Frame, Trigger
from dragoman.facts.transfer_words import transfer_words
from dragoman.mentions.item import Item
from dragoman.types import Argument, Predicate, Token

_DEPTH = 3
# Links under a noun by which a clause says what the noun is about: "a contract to sell".
_CLAUSES = ("content", "purpose", "relative", "modifier")
_MEASURES = frozenset(("mm", "millimetre", "millimeter", "calibre", "caliber", "inch"))  # "152 mm shells"
_PAPER_ON = frozenset(
    ("for", "buy", "purchase", "on", "concerning", "covering", "regarding", "supply", "acquire", "sell")
)
_GAP = 8  # tokens that may part two items of one list


def deals_in_arms(frame: Frame) -> bool:
    """True of kinds of event that have arms among their slots."""
    return any(slot.gives == "item" for slot in frame.slots)


def has_value(frame: Frame) -> bool:
    """True of kinds of event that have a sum of money among their slots."""
    return any(slot.gives == "value" for slot in frame.slots)


def items_of(
    tokens: Sequence[Token],
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    trigger: Trigger,
    frame: Frame,
    items: Sequence[Item],
) -> tuple[Item, ...]:
    """The items that a trigger takes where its frame looks for them, and those listed after them, in order."""
    refs = [ref for fill in trigger.fill if frame.slot(fill.slot).gives == "item" for ref in fill.arguments]
    if not items:
        return ()
    found = _under(predicates, predicate, refs, items, _DEPTH)
    if refs and not found and predicate.pos == "verb":
        # "Was given systems", "promised Kyiv 24 jets": of two objects the parser may take one for the other.
        found = (
            _under(predicates, predicate, (ArgumentRef("recipient"),), items, 0)
            or _said_to_be(predicates, predicate, items)
            or _right_before(tokens, predicate, items)
            or _in_clause(tokens, predicate, items)
        )
    for a in predicate.arguments:
        # "Signed a contract for tanks": the contract names them.
        if any(ref.fits(a.role, a.prep) for ref in trigger.joins) and a.head in predicates:
            named = _named_by(predicates, predicates[a.head], items, _DEPTH) or _in_paper(tokens, a, items)
            found += [i for i in named if i not in found]
        elif any(ref.fits(a.role, a.prep) for ref in trigger.joins):
            found += [i for i in _in_paper(tokens, a, items) if i not in found]
    if refs and not found and predicate.pos == "noun":
        found = _after(tokens, predicate, items) or _counted_among(tokens, predicates, predicate, items)
    told = any(ref.role == "agent" for line in trigger.only for ref in line.arguments)  # "the first", "those ordered"
    if predicate.link == "relative" and tokens[predicate.token - 1].tag == "TO":
        told = False  # "the first warship to come to Oman since May"
    found = [i for i in found if told or not _only_moves(predicate, i, tokens)]
    found = [i for i in found if not _carries(tokens, i)]
    found = sorted(found, key=lambda i: i.first)
    found = [i for i in found if not _passed_over(tokens, found[0], i)]
    if not found:
        return ()
    if predicate.pos == "verb":
        found = _listed_before(tokens, predicate, found, items) + found
    return listed(tokens, found, items)


def _in_paper(tokens: Sequence[Token], paper: Argument, items: Sequence[Item]) -> list[Item]:
    """ "Signed a letter for 36 jets", "a letter of intent to buy": a paper that is no act names them as well."""
    after = [t for t in tokens[paper.head + 1 :] if t.ent != "MONEY" and t.text not in ("(", ")", "$", "€", "£")][:_GAP]
    named = [t.i for t in after if t.text.lower() in _PAPER_ON]
    inside = [i for i in items if named and named[0] < i.first and i.modifies is None]
    return [i for i in inside[:1] if i.first < max(paper.last, named[0] + _GAP)] + [
        i for i in inside[1:] if i.first < paper.last
    ]


def _under(
    predicates: Mapping[int, Predicate],
    predicate: Predicate,
    refs: Sequence[ArgumentRef],
    items: Sequence[Item],
    depth: int,
) -> list[Item]:
    out: list[Item] = []
    for a in predicate.arguments:
        if not any(ref.fits(a.role, a.prep) for ref in refs):
            continue
        inside = [i for i in items if i.first < a.last and a.first < i.last and i.modifies is None]
        # "New mortars, [some] of which reached Riga": that is told by the clause, not by what stands above it.
        inside = [i for i in inside if not i.points_back or i.first <= a.head < i.last]
        # Of what stands in a phrase only its head and what an "of" ties to it are meant.
        out += [i for i in inside if i not in out]
        if depth and a.head in predicates and a.head != predicate.token:
            out += [i for i in _named_by(predicates, predicates[a.head], items, depth - 1) if i not in out]
    if predicate.pos == "noun":
        out += [i for i in _named_by(predicates, predicate, items, 0) if i not in out and _modifier(refs)]
        if depth and any(ref.role in ("patient", "content", "any", "purpose") for ref in refs):
            for child in predicates.values():
                if child.parent == predicate.token and (child.link or "").startswith(_CLAUSES) and child.pos == "verb":
                    patient = (ArgumentRef("patient"), ArgumentRef("purpose", "for"))
                    out += [i for i in _under(predicates, child, patient, items, depth - 1) if i not in out]
                    # "A deal that will see Oman acquire 12 jets", "supply Oman with 12 jets"
                    for act in _foreseen(predicates, child):
                        taken = (*patient, ArgumentRef("companion", "with"))
                        out += [i for i in _under(predicates, act, taken, items, depth - 1) if i not in out]
    return out


def _foreseen(predicates: Mapping[int, Predicate], verb: Predicate) -> list[Predicate]:
    """What a deal provides for, by the verb that says so: "will see Oman [acquire]"."""
    if verb.lemma not in transfer_words().foreseeing:
        return []
    return [p for p in predicates.values() if p.parent == verb.token and p.link == "content" and p.pos == "verb"]


def _after(tokens: Sequence[Token], noun: Predicate, items: Sequence[Item]) -> list[Item]:
    """ "A sale to Saudi Arabia of support": the parser hangs the second phrase on the first."""
    for item in items:
        if item.first > noun.token and item.modifies is None:
            between = tokens[noun.token + 1 : item.first]
            if any(t.pos in ("VERB", "AUX", "PUNCT", "SCONJ") for t in between):
                return []
            near = [t.text.lower() for t in between[-3:]]
            return [item] if any(w in ("of", "for") for w in near) else []
    return []


def _counted_among(
    tokens: Sequence[Token], predicates: Mapping[int, Predicate], noun: Predicate, items: Sequence[Item]
) -> list[Item]:
    """ "Purchases include 28 jets", "a series of orders, among them 42 jets": the first of those counted."""
    containing = transfer_words().containing
    if any(t.head == noun.token and t.text.lower() in ("the", "this", "that", "its") for t in tokens[: noun.token]):
        return []  # "the package also has a frigate": more of the deal told before
    over = predicates.get(noun.parent) if noun.parent is not None and noun.link == "subject" else None
    for item in items:
        if item.first < noun.token or item.modifies is not None:
            continue
        between = tokens[noun.token + 1 : item.first]
        listing = [t for t in between if t.text.lower() in ("including", "among")]
        acts = [t for t in between if t.pos in ("VERB", "AUX") and t not in listing]
        if over is not None and over.lemma in containing:
            return [item] if all(t.i == over.token for t in acts) else []
        return [item] if listing and not acts and tokens[listing[-1].i - 1].text in (",", "-", "–", "—") else []
    return []


def _in_clause(tokens: Sequence[Token], verb: Predicate, items: Sequence[Item]) -> list[Item]:
    """ "Supplied Baku with state-of-the-art systems": what follows the verb with only nominal words between."""
    for item in items:
        if item.first > verb.token and item.modifies is None:
            between = _without_sum(_without_goal(tokens[verb.token + 1 : item.first]))
            plain = all(
                t.pos not in ("VERB", "AUX", "SCONJ", "CCONJ") and t.text not in (",", ";", ":", "(") for t in between
            )
            words = [t.text.lower() for t in between if t.pos == "ADP"]
            # "Pledged $42 million in military equipment": the sum is one of arms.
            sum_of = any(
                t.text.lower() in ("in", "of") and (before.pos in ("NUM", "SYM") or before.ent == "MONEY")
                for before, t in zip(tokens[verb.token : item.first], between, strict=False)
            )
            return [item] if plain and len(between) <= _GAP + 4 and (words[:1] in ([], ["with"]) or sum_of) else []
    return []


def _without_goal(between: Sequence[Token]) -> Sequence[Token]:
    """What stands between a verb and its arms without to whom they go: "furnished [to Oman: ]30 jets"."""
    if len(between) < 2 or between[0].text.lower() not in ("to", "for"):
        return between
    end = 1
    while end < len(between) and (between[end].pos in ("DET", "PROPN", "PART") or between[end].tag == "NN"):
        end += 1
    return between[end + (end < len(between) and between[end].text == ":") :]


def _without_sum(between: Sequence[Token]) -> Sequence[Token]:
    """What stands between a verb and its arms without a sum in commas: "to buy, [for two million euros,] six jets"."""
    commas = [k for k, t in enumerate(between) if t.text == ","]
    if len(commas) != 2 or commas[0] != 0 or not any(t.ent == "MONEY" for t in between[: commas[1]]):
        return between
    return between[commas[1] + 1 :]


def _said_to_be(predicates: Mapping[int, Predicate], verb: Predicate, items: Sequence[Item]) -> list[Item]:
    """ "Also delivered were [two frigates]", "there were ordered [two frigates]"."""
    over = predicates.get(verb.parent) if verb.parent is not None and verb.link == "subject" else None
    asked = over if over is not None and over.lemma == "be" else verb
    return [
        i
        for i in items
        if i.modifies is None and any(a.role == "attribute" and a.first <= i.first < a.last for a in asked.arguments)
    ]


def _right_before(tokens: Sequence[Token], verb: Predicate, items: Sequence[Item]) -> list[Item]:
    """ "One of the nine [boats] ordered last year": the parser took the participle for the sentence's verb."""
    participle = tokens[verb.token].tag in ("VBN", "VBD") and verb.lemma not in transfer_words().moving
    whole = (replace(i, quantity=i.of or i.quantity) for i in items if participle and i.last == verb.token)
    return [i for i in whole if i.modifies is None]


def _modifier(refs: Sequence[ArgumentRef]) -> bool:
    return any(ref.role == "modifier" for ref in refs)


def _named_by(predicates: Mapping[int, Predicate], noun: Predicate, items: Sequence[Item], depth: int) -> list[Item]:
    """The items of an act noun in a phrase: "a sale [of support]", "[tank] deliveries", "a contract [to sell jets]"."""
    out = [i for i in items if i.modifies == noun.token]
    if depth:
        wide = (
            ArgumentRef("patient"),
            ArgumentRef("purpose"),
            ArgumentRef("oblique", "for"),
            ArgumentRef("topic"),
            ArgumentRef("content"),
        )
        out += [i for i in _under(predicates, noun, wide, items, depth) if i not in out]
    return out


def _only_moves(predicate: Predicate, item: Item, tokens: Sequence[Token]) -> bool:
    """ "Sent two destroyers to the Gulf": ships go by themselves; "sent Kyiv aircraft", "to Oman's navy" gives them."""
    known = transfer_words()
    if predicate.pos != "verb" or predicate.lemma not in known.moving or item.category not in known.self_moving:
        return False
    if item.points_back and item.family is not None:
        return False  # "the first four aircraft will land in May": they were told of as arms
    ends = {a.prep for a in predicate.arguments if a.role in ("source", "goal") and tokens[a.head].ent == "GPE"}
    if predicate.lemma == "transfer" and ends >= {"from", "to"}:
        return False  # "transferred from Rome to Oman"
    given = [a for a in predicate.arguments if a.role == "recipient" or (a.role == "goal" and a.prep == "to")]
    return not any(a.prep is None or tokens[a.head].lemma.lower() in known.services for a in given)


def _carries(tokens: Sequence[Token], item: Item) -> bool:
    """True of aircraft by which others come: "flown in on [an An-124]", "flights of [An-124 cargo planes]"."""
    before = [t.text.lower() for t in tokens[max(0, item.first - 2) : item.last]]
    return item.category == "transport_aircraft" and not {"on", "aboard", "by", "via", "flights"}.isdisjoint(before)


def _passed_over(tokens: Sequence[Token], taken: Item, item: Item) -> bool:
    """ "Chose the Leopard [over] the K2": what another was preferred to is not dealt in."""
    known = transfer_words().preferring
    return any(t.text.lower() in known for t in tokens[taken.last : item.first])


def _listed_before(
    tokens: Sequence[Token], verb: Predicate, found: Sequence[Item], items: Sequence[Item]
) -> list[Item]:
    """The items between a verb and those found that open the same list: the parser hung the first on another word."""
    out: list[Item] = []
    for item in reversed([i for i in items if verb.token < i.first and i.last <= found[0].first]):
        if item.modifies is not None or not joined(tokens, item, out[0] if out else found[0]):
            break
        out.insert(0, item)
    return out


def listed(tokens: Sequence[Token], found: Sequence[Item], items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with those that the same list goes on to name."""
    out = list(found)
    at = out[-1]
    for item in items:
        if item.first < at.last or item in out:
            continue
        if item.modifies is not None or not joined(tokens, at, item):
            break
        out.append(item)
        at = item
    return tuple(out)


def joined(tokens: Sequence[Token], left: Item, right: Item) -> bool:
    """True where nothing but the joints of a list stands between two items."""
    sums = [t for t in tokens[left.last : right.first] if t.ent == "MONEY" or t.text in ("$", "€", "£")]
    between = [t for t in tokens[left.last : right.first] if t not in sums]
    if not between or len(between) > _GAP:
        return False
    joints = transfer_words().joints | (transfer_words().worth if sums else frozenset())
    words = [t.text.lower() for t in between]
    # "20 drones from Baykar for $90 million, and ...": each with its maker and its sum.
    sided = [w in ("from", "to") and _named_next(between, k) for k, w in enumerate(words)]
    joints |= _MEASURES
    return all(
        w in joints or s or t.pos in ("ADJ", "NUM", "PROPN") for w, s, t in zip(words, sided, between, strict=True)
    ) and any(w in (",", "and", "or", "plus", "including", "with", "as", ";", "&") for w in words)


def _named_next(between: Sequence[Token], k: int) -> bool:
    """True of a preposition before a name: "from Baykar", "to the Philippines"."""
    after = [t for t in between[k + 1 : k + 3] if t.pos != "DET"]
    return bool(after) and after[0].pos == "PROPN"
