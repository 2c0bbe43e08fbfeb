"""Who deals with whom where a sentence leaves it to be understood: by the page's deals, and by who makes the item.

"Radars are expected next" on a page on what Italy sells to Peru; "the last ten will land in May"
on a page on India's jets from Sweden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.facts.candidate import Candidate, Side
from dragoman.facts.fillers import Filler
from dragoman.facts.item_slots import deals_in_arms
from dragoman.facts.transfer import Transfer
from dragoman.facts.transfer_words import transfer_words
from dragoman.facts.units import unit_of
from dragoman.knowledge.pack import load
from dragoman.mentions.item import Item
from dragoman.mentions.spots import PageReferents
from dragoman.types import Evidence, Mention, Quoted

_SAME_DEAL = "another item of the package"
_SAME_ITEM = "a deal in the same arms on the page"
_SAME_DEALERS = "the deals of the page"
_MAKER = "who makes the item"
_OF_WHOM = "the state of whom the page tells"
_BY_THE_WAY = frozenset("and through via from against across over near with despite than between".split())
_PASSES = 2  # what the first lends to a row, the second may take from that row
_NEAR = 3  # sentences within which the one deal of a page says who deals in other arms
_PROMINENT = 2  # sentences that name the state of whom a page tells


def understood(page: PageReferents, rows: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """The rows of a page with the sides that no sentence near them says; `found` are all, also those given up."""
    whole = [c for c in found if deals_in_arms(c.frame) and _whole(c.transfer)]
    whole += [c for c in rows if deals_in_arms(c.frame) and _whole(c.transfer) and c not in whole]
    states = States(page)
    out = list(rows)
    homemade = {i.family for c in rows if (i := _item(c)) is not None and _at_home(page, c, states)}
    for _ in range(_PASSES):
        for k, c in enumerate(out):
            t = c.transfer
            if not deals_in_arms(c.frame) or t is None or t.item is None or _whole(t):
                continue
            if t.recipient is None and t.item.family in homemade:
                continue
            named = states.one_named(c, t)
            fit = [o for o in whole if named is None or _flow(o)[1] == named]
            done = (
                _like_the_same_deal(c, t, whole)
                or _like_the_same_item(c, t, fit)
                or _like_the_others(c, t, fit)
                or states.completed(c, t)
            )
            if done is not None:
                out[k] = done
                whole.append(done)
    return out


def _at_home(page: PageReferents, c: Candidate, states: States) -> bool:
    """True of "[the defence ministry] signed a contract with Rafael" on a page about Israel: it is Israel's own."""
    t = c.transfer
    if t is None or t.supplier is None or t.recipient is not None or not states.counts:
        return False
    tokens = page.annotated.sentences[c.sentence].tokens
    who = [a for a in c.predicate.arguments if a.role == "agent"]
    ours = transfer_words().services | {"ministry", "government"}
    official = any(tokens[a.head].lemma.lower() in ours and tokens[a.first].text.lower() == "the" for a in who)
    return official and states.counts.most_common(1)[0][0] == str(t.supplier.value)


def _whole(t: Transfer | None) -> bool:
    return t is not None and t.supplier is not None and t.recipient is not None


def _fits(mine: Transfer, theirs: Transfer) -> bool:
    """True where what one row has of its sides is what the other has."""
    pairs = ((mine.supplier, theirs.supplier), (mine.recipient, theirs.recipient))
    return all(x is None or y is None or x.value == y.value for x, y in pairs)


def _like_the_same_deal(c: Candidate, mine: Transfer, whole: Sequence[Candidate]) -> Candidate | None:
    """The sides of another item of the same package."""
    here = (c.sentence, c.predicate.token)
    return _agreed(c, mine, [o for o in whole if (o.sentence, o.predicate.token) == here], _SAME_DEAL)


def _like_the_same_item(c: Candidate, mine: Transfer, whole: Sequence[Candidate]) -> Candidate | None:
    """The sides of the other deals in the same item."""
    key = mine.item.family if mine.item is not None else None
    same = [o for o in whole if key is not None and (i := _item(o)) is not None and i.family == key]
    return _agreed(c, mine, same, _SAME_ITEM)


def _like_the_others(c: Candidate, mine: Transfer, whole: Sequence[Candidate]) -> Candidate | None:
    """The sides of the page's other deals, as far as who makes the item allows."""
    makers = mine.item.makers if mine.item is not None else ()
    free = not makers or mine.supplier is not None
    near = len(whole) > 1 or any(abs(o.sentence - c.sentence) <= _NEAR for o in whole)
    others = [o for o in whole if near and _flow(o)[1] not in makers and (free or _flow(o)[0] in makers)]
    return _agreed(c, mine, others, _SAME_DEALERS)


def _agreed(c: Candidate, mine: Transfer, others: Sequence[Candidate], why: str) -> Candidate | None:
    """The row with the sides of those other deals that fit what it has of its own, where they are all between two."""
    fitting = [o for o in others if o.transfer is not None and _fits(mine, o.transfer)]
    return _from(c, mine, fitting, why) if len({_flow(o) for o in fitting}) == 1 else None


def _item(c: Candidate) -> Item | None:
    return c.transfer.item if c.transfer is not None else None


def _flow(c: Candidate) -> tuple[str, str]:
    assert c.transfer is not None and c.transfer.supplier is not None and c.transfer.recipient is not None
    return str(c.transfer.supplier.value), str(c.transfer.recipient.value)


def _from(c: Candidate, mine: Transfer, others: Sequence[Candidate], why: str) -> Candidate:
    """A row with the sides that it lacks from the nearest of other rows."""
    other = min(others, key=lambda o: (abs(o.sentence - c.sentence), o.sentence))
    theirs = other.transfer
    assert theirs is not None
    parts = {s.part for s in c.sides}
    lent = [Side(s.referent, s.part, s.filler, why) for s in other.sides if s.part not in parts]
    t = replace(
        mine,
        supplier=mine.supplier or _inferred(theirs.supplier, why),
        recipient=mine.recipient or _inferred(theirs.recipient, why),
    )
    return replace(c, transfer=t, sides=[*c.sides, *lent], open=[])


def _inferred(quoted: Quoted | None, why: str) -> Quoted | None:
    if quoted is None:
        return None
    return replace(quoted, evidence=Evidence(quoted.evidence.start, quoted.evidence.end, why, True))


class States:
    """The states that a page names, with where, the most named first."""

    def __init__(self, page: PageReferents) -> None:
        self.page = page
        self.named: dict[str, list[tuple[Mention, int]]] = {}
        for r in page.referents:
            code = unit_of(page, r.id)
            if load().country(code) is None:
                continue
            who = r.id if r.kind != "place" else r.acts_for
            if who is not None:
                self.named.setdefault(code, []).extend((m, who) for m in r.mentions if m.head >= 0)
        self.themselves = {r.id for r in page.referents if r.kind == "state"}
        self.counts = Counter({code: len({m.sentence for m, _ in named}) for code, named in self.named.items()})

    def one_named(self, c: Candidate, mine: Transfer) -> str | None:
        """The one state that the sentence of a row without a recipient names besides who sells: likely it buys."""
        if mine.recipient is not None or mine.item is None:
            return None
        known = {*mine.item.makers, *((str(mine.supplier.value),) if mine.supplier is not None else ())}
        here = {code for code in self.named if code not in known and self._named_in(code, c.sentence)}
        return here.pop() if len(here) == 1 else None

    def completed(self, c: Candidate, mine: Transfer) -> Candidate | None:
        """A row with its item's maker for its supplier, and the state of whom the page tells for its recipient."""
        item = mine.item
        if item is None or not c.scope.explicit:
            return None
        if item.family is None and (mine.supplier is None or mine.supplier.evidence.inferred or len(self.named) != 2):
            return None
        makers = [m for m in item.makers if m in self.named]
        supplier = str(mine.supplier.value) if mine.supplier is not None else makers[0] if len(makers) == 1 else None
        if supplier is None:
            return None
        recipient = (
            str(mine.recipient.value)
            if mine.recipient is not None
            else self._of_whom(supplier, item.makers, c.sentence)
        )
        if recipient is None or recipient == supplier or recipient in item.makers:
            return None
        sides = list(c.sides)
        for part, code, there, why in (
            ("supplier", supplier, mine.supplier, _MAKER),
            ("recipient", recipient, mine.recipient, _OF_WHOM),
        ):
            if there is None:
                mention, referent = self._nearest(code, c.sentence)
                at = Filler(referent, mention.sentence, mention.head, mention.head + 1, why)
                sides = [*sides, Side(referent, part, at, why)]
                quoted = Quoted(part, code, Evidence(mention.start, mention.end, why, True))
                mine = replace(mine, supplier=quoted) if part == "supplier" else replace(mine, recipient=quoted)
        return replace(c, transfer=mine, sides=sides, open=[])

    def _named_in(self, code: str, sentence: int) -> bool:
        """True where a sentence names a state itself; "Omani experts" may speak of what came "through Oman"."""
        tokens = self.page.annotated.sentences[sentence].tokens
        here = [m.head for m, _ in self.named[code] if m.sentence == sentence and m.form == "country"]
        return any(k == 0 or tokens[k - 1].text.lower() not in _BY_THE_WAY for k in here)

    def _of_whom(self, supplier: str, makers: Sequence[str], sentence: int) -> str | None:
        """The one other state that the sentence names, or the page; else the one that most sentences name."""
        others = [(n, code) for code, n in self.counts.items() if code != supplier and code not in makers]
        here = [code for _, code in others if self._named_in(code, sentence)]
        if len(here) == 1:
            return here[0]
        others.sort(reverse=True)
        if not others or (len(others) > 1 and (others[0][0] < _PROMINENT or 2 * others[0][0] < 3 * others[1][0])):
            return None
        return others[0][1]

    def _nearest(self, code: str, sentence: int) -> tuple[Mention, int]:
        """The mention of a state nearest to a sentence, sooner by its own name than by its people."""
        return min(
            self.named[code],
            key=lambda m: (m[1] not in self.themselves, abs(m[0].sentence - sentence), m[0].sentence, m[0].start),
        )
