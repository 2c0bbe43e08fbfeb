"""From an argument of a predicate to the referents that fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.facts.belonging import belonging, told_before
from dragoman.facts.people import groups, is_asset, is_people_word
from dragoman.facts.platforms import platform_nouns, prefix_of, ship_named
from dragoman.facts.pointer_words import NUMBERS, host_and_guest, how_many, of_both, points_back, the_team
from dragoman.facts.predicates.lexicon import bundled_lexicon
from dragoman.facts.units import international
from dragoman.mentions.pointing import words
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.types import Argument, Token

# Forms of a spot that name whose people a group is: "the Russian delegation", "NATO officials".
_OWNERS = frozenset(
    (
        "country",
        "demonym",
        "metonym",
        "capital",
        "city",
        "region",
        "body",
        "force",
        "company",
        "org",
        "name",
        "title",
        "role",
        "pronoun",
    )
)
# Before a name, these say where somebody is, and not whose he is.
_WHERE = frozenset(("in", "near", "off", "at", "around", "outside", "inside"))
# Forms of a spot that nobody knows: the tagger took a system's name for one of these.
_UNKNOWN = frozenset(("org", "loc", "gpe", "name"))


@dataclass(frozen=True, slots=True)
class Filler:
    """One referent in one argument, where it stands and how it was read."""

    referent: int
    sentence: int
    first: int
    last: int  # exclusive
    how: str
    title: str | None = None
    plural: bool = False  # stands for several people of the referent ("NATO defence ministers")
    role: str | None = None  # the canonical argument, where it was one
    prep: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """An argument that points back at sides which only the discourse knows: "they", "the two ministers"."""

    sentence: int
    first: int
    last: int
    count: int | None


def fill(page: PageReferents, sentence: int, argument: Argument) -> list[Filler | Open]:
    """All referents that an argument stands for, in the order of the text."""
    return [
        replace(x, role=argument.role, prep=argument.prep) if isinstance(x, Filler) else x
        for x in _fill(page, sentence, argument)
    ]


def _may_be_ship(tokens: Sequence[Token], spot: Spot) -> bool:
    """True of a name that no list holds, and of a town behind a word for ships: "the Indian ship Kolkata"."""
    return spot.form in _UNKNOWN or spot.first > 0 and tokens[spot.first - 1].lemma.lower() in words("ship_nouns")


def _fill(page: PageReferents, sentence: int, argument: Argument) -> list[Filler | Open]:
    tokens = page.annotated.sentences[sentence].tokens
    members = _members(page, sentence, argument)
    if members:
        return members
    spot = page.at(sentence, argument.head)
    if spot is not None and argument.via == "low-attachment" and spot.first < argument.first:
        return []  # "a visit to the United States of America": a part of the name is no argument of the visit
    head = tokens[argument.head]
    prefix = prefix_of(page, sentence, argument.head)
    if prefix is not None and (navy := page.at(sentence, prefix)) is not None and navy.form == "demonym":
        how = f"{argument.via}, people of"
        return [Filler(ref, sentence, navy.first, navy.last, how, None, False) for ref in navy.referents[:1]]
    ship = ship_named(page, sentence, argument.head) if spot is None or _may_be_ship(tokens, spot) else None
    if ship is not None and ship >= argument.first:
        return _fill(page, sentence, replace(argument, head=ship, last=ship + 1))
    platform = bool(platform_nouns(page, sentence, argument.head))
    if platform and (spot is None or spot.form in _UNKNOWN):
        return _owned(page, sentence, argument, "people of", head.tag in ("NNS", "NNPS"))
    if spot is not None and spot.form == "border":
        # What crosses it, or hits it, does so to those whose border it is.
        border, how = page.borders[spot.referents[0]], f"{argument.via}, what belongs to"
        beyond = [r for r in border.states if r != border.own]
        named = any(s.form in _OWNERS for s in page.within(sentence, spot.first, spot.last))  # "crossed the border"
        hit = named and len(beyond) == 1 and argument.prep is None
        entered = [Filler(r, sentence, spot.first, spot.last, how) for r in beyond if hit]
        return [*_of_spot(spot, argument.via, tokens), *entered]
    if spot is not None:
        own = people_meant(page, spot, argument.via) or _of_spot(spot, argument.via, tokens)
        return [*_coordinated(page, spot, argument), *own, *_listed(page, spot, argument)]
    if argument.role == "modifier" and head.lemma in ("nation", "country"):
        return []  # "his three nation trip": how many he visits, and none who was named
    if argument.prep == "among" and head.text.lower() == "them":
        return []  # "officials, the king among them": one of those who are named
    if host_and_guest(tokens, argument):
        return [Open(sentence, argument.first, argument.last, 2)]
    if of_both(tokens, argument) or the_team(page, sentence, argument):
        return [Open(sentence, argument.first, argument.last, how_many(tokens, argument))]
    counted = _heads(tokens, argument)[1:]
    if counted and (is_asset(counted[-1]) or is_people_word(counted[-1].lemma)):
        owned = _owned(page, sentence, argument, "people of", True)
        if owned and any(s.form == "pronoun" and s.last == counted[-1].i for s in _owners(page, sentence, argument)):
            return owned  # "two of its villages"
    if head.text.lower() in ("they", "them", "their", "both", "two", *NUMBERS, "sides") or (
        head.lemma in groups()["pairs"] | groups()["couples"] and points_back(tokens, argument)
    ):
        owners = [s for s in _owners(page, sentence, argument) if s.form not in ("name", "title", "pronoun")]
        if len(owners) == 1 and owners[0].form == "demonym" and tokens[owners[0].head].head == head.i:
            return _owned(page, sentence, argument, "people of", True)  # "the Libyan sides"
        if owners and any(t.lemma == "war" for t in tokens[argument.first : head.i]):
            return _owned(page, sentence, argument, "people of", True)  # "Libya's warring parties"
        if owners and [t.text.lower() for t in tokens[head.i + 1 : head.i + 2]] == ["from"]:
            return _owned(page, sentence, argument, "people of", True)  # "the first soldiers from Togo"
        if len({r for s in owners for r in s.referents}) < 2:
            return [Open(sentence, argument.first, argument.last, how_many(tokens, argument))]
    if head.lemma == "one" and argument.head + 1 < argument.last and tokens[argument.head + 1].text.lower() == "of":
        # "one of his predecessors, X": the name says which
        names = [s for s in page.within(sentence, argument.head, argument.last) if s.form == "name"]
        if len(names) > 1 or names and tokens[names[0].last - 1].dep == "appos":
            return _of_spot(names[-1], argument.via, tokens)
    if head.lemma in groups()["distances"] and argument.head + 1 < argument.last:
        # "Within six metres of a French jet": the jet is what it came near.
        measured = [t for t in tokens[argument.head + 2 : argument.last] if t.pos in ("NOUN", "PROPN")]
        if tokens[argument.head + 1].text.lower() == "of" and measured:
            near = replace(argument, head=measured[-1].i, first=argument.head + 2)
            return _fill(page, sentence, near)
    behind = _part_of(tokens, argument) or _participation_of(tokens, argument)
    if behind is not None:
        return _fill(page, sentence, behind)
    if head.text.lower() == "it" and argument.role == "patient" and argument.prep is None:
        return [Open(sentence, argument.first, argument.last, 1)]
    people = next(
        (
            t
            for t in _heads(tokens, argument)
            if is_people_word(_common(t)) or t.lemma in groups()["pairs"] and t.tag == "NNS"
        ),
        None,
    )
    if people is not None:
        inner = page.at(sentence, people.i)
        if inner is not None and inner.head == people.i:
            return [*_of_spot(inner, argument.via, tokens), *_listed(page, inner, argument)]
        other = next((s for s in page.within(sentence, people.i + 1, people.i + 3) if s.first == people.i + 1), None)
        if other is not None and other.form == "country" and people.lemma in groups()["neighbours"]:
            return _of_spot(other, argument.via, tokens)  # "its neighbour Sudan": Sudan alone
        owned = _owned(page, sentence, argument, "people of", people.tag in ("NNS", "NNPS"))
        return owned or _seated(page, sentence, people) or _of_those(page, sentence, people)
    if head.lemma in groups()["armed_groups"]:
        # "The PKK's Kurdish fighters", "al-Shabaab Islamic extremists": of the group that is named before them.
        group = [o for o in _owners(page, sentence, argument) if o.form == "force" and o.first < head.i]
        return [f for o in group for f in _of_spot(o, argument.via, tokens)]
    named = argument.role == "modifier" and head.pos == "PROPN"  # "US Predator strikes": what has a name of its own
    if named or any(is_asset(t) for t in _heads(tokens, argument)):
        return _owned(page, sentence, argument, "what belongs to", False)
    return []


def _participation_of(tokens: Sequence[Token], argument: Argument) -> Argument | None:
    """ "Saw the participation of Chile and Spain": those who take part."""
    head = tokens[argument.head]
    of = next((t for t in tokens[head.i + 1 : argument.last] if t.head == head.i and t.text.lower() == "of"), None)
    if of is None or head.lemma not in bundled_lexicon().taking_part:
        return None
    who = next((t for t in tokens if t.head == of.i and t.dep == "pobj"), None)
    return replace(argument, head=who.i, first=of.i + 1) if who is not None else None


def _common(token: Token) -> str:
    """The lemma of a noun; "Navies", which opens a headline as if it were a name, is of "navy"."""
    if token.i or not token.tag.startswith("NNP"):
        return token.lemma
    return token.lemma.removesuffix("ies") + "y" if token.lemma.endswith("ies") else token.lemma.removesuffix("s")


def _part_of(tokens: Sequence[Token], argument: Argument) -> Argument | None:
    """ "In front of the nose of a French jet", "the path of HMS Kent": the craft, whose part or path it is."""
    parts, at = groups()["craft_parts"], argument.head
    while tokens[at].lemma in parts and at + 1 < argument.last and tokens[at + 1].text.lower() == "of":
        first = at + 2
        at = first
        while at + 1 < argument.last and (tokens[at].pos in ("DET", "ADJ", "NUM") or _names(tokens[at + 1])):
            at += 1
        if at >= argument.last:
            return None
        if tokens[at].lemma not in parts:
            return replace(argument, head=at, first=first, last=at + 1)
    return None


def _names(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "NUM")


def _members(page: PageReferents, sentence: int, argument: Argument) -> list[Filler | Open]:
    """ "The member states of the CIS", "the member states' ministers": the body that the page last named before."""
    tokens = page.annotated.sentences[sentence].tokens
    words = [t.lemma for t in tokens[argument.first : argument.last]]
    if "member" not in words or tokens[argument.head].tag not in ("NNS", "NNPS"):
        return []
    before = [s for n in (sentence - 1, sentence) for s in (page.spots[n] if n >= 0 else ())]
    before = [s for s in before if s.sentence < sentence or s.first < argument.last]
    bodies = [s for s in before if s.form == "body" and all(international(page, r) for r in s.referents)]
    how = f"{argument.via}, people of"
    if bodies:
        return [Filler(r, s.sentence, s.first, s.last, how, None, True) for s in bodies[-1:] for r in s.referents]
    if not any(w in ("state", "country", "nation") for w in words):
        return []  # "members of the panel"
    # A body that was named in a title alone: "the secretary general of the CSTO".
    end = tokens[argument.head].start
    named = [
        (m.start, r.id)
        for r in page.referents
        if international(page, r.id)
        for m in r.mentions
        if m.sentence in (sentence - 1, sentence) and m.start < end
    ]
    return [Filler(max(named)[1], sentence, argument.first, argument.last, how, None, True)] if named else []


def _of_those(page: PageReferents, sentence: int, people: Token) -> list[Filler | Open]:
    """ "The three states' navies", "both countries' ministers": of the states that were named before."""
    tokens = page.annotated.sentences[sentence].tokens
    owner = next((t for t in tokens if t.head == people.i and t.dep == "poss" and t.tag == "NNS"), None)
    pointing = groups()["governments"] | groups()["pairs"] | groups()["couples"]
    if owner is None or owner.lemma not in pointing:
        return []
    if any(t.head == owner.i and t.lemma == "member" for t in tokens):
        return []
    first = next((t.i for t in tokens[: owner.i] if t.head == owner.i), owner.i)
    whose = Argument("modifier", owner.i, first, owner.i + 1, "owner")
    return [Open(sentence, first, owner.i + 1, how_many(tokens, whose))] if points_back(tokens, whose) else []


def _seated(page: PageReferents, sentence: int, people: Token) -> list[Filler | Open]:
    """ "The government in Kyiv", "the authorities in Tbilisi": named by the capital where it sits."""
    tokens = page.annotated.sentences[sentence].tokens
    if people.lemma not in groups()["governments"] or people.i + 2 >= len(tokens):
        return []
    if tokens[people.i + 1].text.lower() != "in":
        return []
    spot = page.at(sentence, people.i + 2)
    if spot is None or spot.form != "capital":
        return []
    how = "seat, people of"
    return [Filler(ref, sentence, spot.first, spot.last, how, None, False) for ref in spot.referents]


def people_meant(page: PageReferents, spot: Spot, via: str) -> list[Filler | Open]:
    """ "The Russian", "the Americans": not the state, but those of its people who were named right before.

    "X and Y landed on Monday. The Americans also saw the king": X and Y did.
    """
    tokens = page.annotated.sentences[spot.sentence].tokens
    if spot.form != "demonym" or spot.first == 0 or tokens[spot.first - 1].text.lower() != "the":
        return []
    if spot.last < len(tokens) and tokens[spot.last].pos in ("NOUN", "PROPN", "ADJ", "NUM"):
        return []
    many = tokens[spot.last - 1].tag in ("NNS", "NNPS")
    codes = {page.referents[r].country for r in spot.referents}
    for back in range(spot.sentence, max(-1, spot.sentence - 3), -1):
        people = [
            r
            for s in page.spots[back]
            if s.form in ("name", "title") and (back < spot.sentence or s.last < spot.first)
            for r in s.referents
            if page.referents[r].kind == "person" and page.referents[r].country in codes
        ]
        named = list(dict.fromkeys(people))
        if named:
            return [
                Filler(r, spot.sentence, spot.first, spot.last, f"{via}, one of its people")
                for r in (named if many else named[-1:])
            ]
    return []


def _coordinated(page: PageReferents, spot: Spot, argument: Argument) -> list[Filler | Open]:
    """ "The Chadian, Malian and Togolese armies": those of the states named before the conjunction, too."""
    tokens = page.annotated.sentences[spot.sentence].tokens
    many = tokens[spot.last - 1].text.lower().endswith("s")  # the tagger takes "armies" for one as like as not
    if spot.form not in ("body", "force") or not many or spot.first < 2:
        return []
    if tokens[spot.first - 1].text.lower() not in ("and", "&"):
        return []
    how, at = f"{argument.via}, people of", spot.first
    out: list[Filler | Open] = []
    while at >= 2 and tokens[at - 1].text.lower() in ("and", "&", ","):
        before = next((s for s in page.spots[spot.sentence] if s.last == at - 1), None)
        if before is None or before.form not in ("demonym", "country"):
            break
        out[:0] = [Filler(ref, spot.sentence, before.first, before.last, how, None, True) for ref in before.referents]
        at = before.first
    return out


def _listed(page: PageReferents, spot: Spot, argument: Argument) -> list[Filler | Open]:
    """The rest of a list: the states of "the leaders of Russia, Turkey and Iran", a headline's "Macron, Putin".

    And its "Peru, Chile": a state in apposition to a state stands beside it, unless it owns what follows.
    """
    tokens = page.annotated.sentences[spot.sentence].tokens
    people = spot.form == "role" and tokens[spot.head].tag in ("NNS", "NNPS")
    if not people and spot.form not in ("name", "country"):
        return []
    alike = "country" if people else spot.form
    out: list[Filler | Open] = []
    at = spot.last
    while at < argument.last and tokens[at].text.lower() in (",", "and", "&"):
        at += 1
        while at < argument.last and tokens[at].text.lower() in ("the", "and"):
            at += 1
        following = next((s for s in page.spots[spot.sentence] if s.first == at), None)
        owns = following is not None and any(t.tag == "POS" for t in tokens[following.last : following.last + 1])
        if following is not None and following.form == alike and not owns:
            out.extend(
                Filler(ref, spot.sentence, following.first, following.last, f"{argument.via}, listed", None, people)
                for ref in following.referents
                if ref not in spot.referents
            )
            at = following.last
    return out


def _owned(page: PageReferents, sentence: int, argument: Argument, how: str, plural: bool) -> list[Filler | Open]:
    owners = _owners(page, sentence, argument) or belonging(page, sentence, argument)
    owners = owners or told_before(page, sentence, argument)
    tokens = page.annotated.sentences[sentence].tokens
    if any(t.lemma in groups()["forces"] for t in _heads(tokens, argument)):
        # "300 soldiers in Gabon" are nobody's for that; "officials in Moscow" are Moscow's.
        owners = [
            o
            for o in owners
            if o.sentence != sentence or o.first == argument.first or tokens[o.first - 1].text.lower() not in _WHERE
        ]
    return [
        Filler(ref, owner.sentence, owner.first, owner.last, f"{argument.via}, {how}", None, plural)
        for owner in owners
        for ref in owner.referents
    ]


def _heads(tokens: Sequence[Token], argument: Argument) -> list[Token]:
    """The head of the phrase, and in "hundreds of British troops" the noun that is counted."""
    head = tokens[argument.head]
    heads = [head]
    if (
        (head.lemma in groups()["counts"] or head.pos in ("NUM", "PRON"))
        and argument.head + 1 < argument.last
        and tokens[argument.head + 1].text.lower() == "of"
    ):
        inner = [t for t in tokens[argument.head + 2 : argument.last] if t.pos == "NOUN"]
        heads.extend(inner[-1:])
    return heads


def _of_spot(spot: Spot, via: str, tokens: Sequence[Token]) -> list[Filler | Open]:
    if spot.open:
        return [Open(spot.sentence, spot.first, spot.last, spot.count)]
    # "NATO defence ministers" are one referent and several people.
    plural = spot.form == "role" and (len(spot.referents) > 1 or tokens[spot.head].tag in ("NNS", "NNPS"))
    return [Filler(ref, spot.sentence, spot.first, spot.last, via, spot.title, plural) for ref in spot.referents]


def _owners(page: PageReferents, sentence: int, argument: Argument) -> list[Spot]:
    """Spots inside the phrase that say whose people they are, each stretch of text once."""
    after = page.annotated.sentences[sentence].tokens[argument.head + 1 : argument.head + 2]
    # "Experts to Nepal's regions": where they are sent, and not whose they are.
    last = argument.head if any(t.text.lower() == "to" for t in after) else argument.last
    inside = [s for s in page.within(sentence, argument.first, last) if s.form in _OWNERS and s.head != argument.head]
    inside.sort(key=lambda s: (s.first, -s.last))
    kept: list[Spot] = []
    for s in inside:
        if not any(o.first <= s.first and s.last <= o.last for o in kept):
            kept.append(s)
    return kept
