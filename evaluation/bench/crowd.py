"""A record of any size from a seed: invented reports of invented people, as a reader would have read them.

Words, names and places follow one another as in news: a few are everywhere, most are rare. Nothing in it is true.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from dragoman.config import Config
from dragoman.knowledge.world import geography
from dragoman.record.build import build
from dragoman.store.store import Store
from dragoman.types import (
    Article,
    Dated,
    DateValue,
    Evidence,
    Fact,
    Located,
    Mention,
    Participant,
    Place,
    Quoted,
    Reading,
    Referent,
    Role,
    Span,
    Statement,
    Status,
)

_KINDS = ("meeting", "visit", "call", "arms_transfer", "agreement", "exercise", "incident", "aid")
_WEIGHTS = (34, 16, 8, 16, 8, 8, 6, 4)
_VERBS = {
    "meeting": "met", "visit": "visited", "call": "called", "arms_transfer": "supplied", "agreement": "agreed with",
    "exercise": "exercised with", "incident": "clashed with", "aid": "aided",
}  # fmt: skip
_SLOTS = {
    "arms_transfer": ("supplier", "recipient"), "visit": ("visitor", "host"), "aid": ("giver", "receiver"),
    "incident": ("attacker", "target"),
}  # fmt: skip
_STATUSES: tuple[Status, ...] = ("occurred", "planned", "denied", "possible", "ongoing")
_ARMS = ("Su-30", "T-90", "S-400", "F-16", "Mi-17", "Bayraktar TB2", "Leopard 2", "Patriot")
_TITLES = ("Defence Minister", "Foreign Minister", "General", "President", "Deputy Minister")
_PAGES_A_FACT_PAGE = 0.32  # share of pages that report anything
BATCH = 500


@dataclass(slots=True)
class _World:
    """What the reports are about."""

    words: list[str]
    weights: list[float]
    people: list[tuple[str, str, str]]  # name, country, title
    people_weights: list[float]
    states: list[tuple[str, str]]
    places: list[Place]
    outlets: list[str]


@dataclass(slots=True)
class _Draft:
    """One page while it is written."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    referents: list[Referent] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def write(self, text: str) -> Evidence:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return Evidence(start, self.length, "generated")


def make(path: Path, articles: int = 100_000, events: int = 50_000, seed: int = 1, report: bool = False) -> None:
    """Writes a record of about so many articles and events; the same seed gives the same record."""
    pages = pages_of(articles, events, seed)
    began = time.monotonic()
    with Store.open(path, create=True) as store:
        held: list[tuple[Reading, str]] = []
        for count, reading in enumerate(pages, 1):
            held.append((reading, f"{reading.article.id}.txt"))
            if len(held) == BATCH:
                store.put(held, "generated")
                held = []
                if report and count % (20 * BATCH) == 0:
                    print(f"{count:,} pages, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        store.put(held, "generated")
        built = build(store, Config().threshold)
        if report:
            print(f"{built}, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def pages_of(articles: int, events: int, seed: int) -> Iterator[Reading]:
    """The pages, one at a time."""
    chance = random.Random(seed)
    world = _world(chance)
    happened = [_happening(chance, world) for _ in range(events)]
    # Every event is told once, and some many times.
    tellings = [*range(events), *chance.choices(range(events), _falling(events), k=events // 2)]
    chance.shuffle(tellings)
    telling = max(1, int(articles * _PAGES_A_FACT_PAGE))
    for n in range(articles):
        told = tellings[n::telling] if n < telling else []
        yield _page(chance, world, n, [happened[t] for t in told])


@dataclass(frozen=True, slots=True)
class _Happening:
    type: str
    status: Status
    sides: tuple[int, ...]
    states: tuple[int, int]
    place: int
    when: str | None
    item: str
    quantity: int


def _happening(chance: random.Random, world: _World) -> _Happening:
    day = date(1995, 1, 1) + timedelta(days=int(chance.triangular(0, 11_000, 10_000)))
    grain = chance.choices((10, 7, 4, 0), (70, 12, 6, 12))[0]
    return _Happening(
        chance.choices(_KINDS, _WEIGHTS)[0],
        chance.choices(_STATUSES, (70, 14, 4, 8, 4))[0],
        tuple(chance.choices(range(len(world.people)), cum_weights=world.people_weights, k=2)),
        (chance.randrange(len(world.states)), chance.randrange(len(world.states))),
        chance.randrange(len(world.places)),
        str(day)[:grain] or None,
        chance.choice(_ARMS),
        chance.choice((4, 12, 24, 60, 100)),
    )


def _page(chance: random.Random, world: _World, n: int, told: Sequence[_Happening]) -> Reading:
    draft = _Draft()
    title = " ".join(chance.choices(world.words, cum_weights=world.weights, k=7)).capitalize()
    heading = draft.write(title)
    draft.write("\n\n")
    _filler(chance, world, draft, 60)
    for i, event in enumerate(told):
        _tell(chance, world, draft, i, event)
        _filler(chance, world, draft, 80)
    _filler(chance, world, draft, chance.randrange(60, 320))
    text = "".join(draft.parts)
    latest = max((e.when for e in told if e.when), default=None)
    published = latest if latest and len(latest) == 10 else str(date(2000, 1, 1) + timedelta(days=n % 9_000))
    article = Article(
        id=f"page-{n:06}", text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), title=title,
        title_span=Span(heading.start, heading.end), url=f"https://outlet.example/{n}",
        publisher=chance.choice(world.outlets), published=published, published_basis="given",
    )  # fmt: skip
    return Reading(article, tuple(draft.referents), tuple(draft.facts), tuple(draft.statements))


def _filler(chance: random.Random, world: _World, draft: _Draft, count: int) -> None:
    for _ in range(max(1, count // 18)):
        draft.write(" ".join(chance.choices(world.words, cum_weights=world.weights, k=18)).capitalize() + ". ")
    draft.write("\n")


def _tell(chance: random.Random, world: _World, draft: _Draft, number: int, event: _Happening) -> None:
    begin = draft.length
    by_states = event.type in ("arms_transfer", "aid", "incident")
    first = _state(world, draft, event.states[0]) if by_states else _person(world, draft, event.sides[0])
    draft.write(" ")
    trigger = draft.write(_VERBS[event.type])
    draft.write(" ")
    second = _state(world, draft, event.states[1]) if by_states else _person(world, draft, event.sides[1])
    place = world.places[event.place]
    draft.write(" in ")
    located = Located(place, draft.write(place.name)) if event.type != "call" else None
    dated = None
    if event.when:
        draft.write(" on ")
        at = draft.write(event.when)
        dated = Dated(DateValue(event.when, None, at.start, at.end, "as written"), at)
    transfer: tuple[Quoted, ...] = ()
    if event.type == "arms_transfer":
        draft.write(" with ")
        number_at = draft.write(str(event.quantity))
        draft.write(" ")
        item_at = draft.write(event.item)
        supplier, recipient = (world.states[i][1] for i in event.states)
        transfer = (
            Quoted("stage", "contract", trigger), Quoted("supplier", supplier, trigger),
            Quoted("recipient", recipient, trigger), Quoted("item", event.item, item_at),
            Quoted("category", "combat_aircraft", item_at), Quoted("quantity", event.quantity, number_at, "exact"),
        )  # fmt: skip
    end = draft.write(", the ministry said.")
    draft.write(" ")
    slots = _SLOTS.get(event.type, ("side", "side"))
    sides = tuple(_side(draft.referents[r], slot) for r, slot in zip((first, second), slots, strict=True))
    host = Quoted("host", place.country or "", located.evidence) if located and event.type == "visit" else None
    draft.facts.append(
        Fact(
            type=event.type, event=number, status=event.status, sentence=Span(begin, end.end), trigger=trigger,
            status_evidence=trigger, participants=sides, host=host, place=located, date=dated, transfer=transfer,
            attributed_to=("the ministry",), plover=("CONSULT", None),
            confidence=chance.choice((0.2, 0.6, 0.7, 0.8, 0.9, 0.95)) if chance.random() < 0.3 else 0.85,
        )
    )  # fmt: skip
    if not by_states and chance.random() < 0.4:
        said = draft.write("Talks go on as agreed, he said.")
        name = draft.referents[first].name
        draft.statements.append(
            Statement(first, name, "indirect", said.start, said.start + 24, "asserted", said, (), ())
        )
        draft.write(" ")


def _side(who: Referent, slot: str) -> Participant:
    at = who.mentions[0]
    return Participant(who.id, slot, Evidence(at.start, at.end, "generated"), next((r.title for r in who.roles), None))


def _person(world: _World, draft: _Draft, index: int) -> int:
    name, country, title = world.people[index]
    begins = draft.write(title)
    draft.write(" ")
    at = draft.write(name)
    id = len(draft.referents)
    mention = Mention(at.start, at.end, 0, -1, "name", name)
    role = Role(title, None, country, begins.start, begins.end)
    draft.referents.append(Referent(id, "person", name, country, (mention,), (role,)))
    return id


def _state(world: _World, draft: _Draft, index: int) -> int:
    name, code = world.states[index]
    at = draft.write(name)
    id = len(draft.referents)
    draft.referents.append(Referent(id, "state", name, code, (Mention(at.start, at.end, 0, -1, "name", name),)))
    return id


def _world(chance: random.Random) -> _World:
    countries = sorted(geography(None)[0].values(), key=lambda c: c.code)
    chance.shuffle(countries)
    codes = [c.code for c in countries]
    country_weights = _falling(len(codes))
    people = []
    for _ in range(6_000):
        name = f"{_word(chance, 2).capitalize()} {_word(chance, 3).capitalize()}"
        people.append((name, chance.choices(codes, country_weights)[0], chance.choice(_TITLES)))
    words = sorted({_word(chance, chance.choice((1, 2, 2, 3, 3, 4))) for _ in range(40_000)})
    chance.shuffle(words)
    words = ["the", "of", "and", "in", "defence", "minister", "talks", "military", "agreement", "ministry", *words]
    places = [Place(c.capital[0], c.code, c.lat, c.lon, None, "city") for c in countries]
    return _World(
        words, list(accumulate(_falling(len(words)))), people, list(accumulate(_falling(len(people)))),
        [(c.name, c.code) for c in countries[:60]], places, [f"Outlet {n:03}" for n in range(200)],
    )  # fmt: skip


def _falling(count: int) -> list[float]:
    return [1 / (n + 2) for n in range(count)]


def _word(chance: random.Random, syllables: int) -> str:
    parts = ("bdfgklmnprstvz", "aeiou", ("", "", "n", "r", "s"))
    return "".join(chance.choice(part) for _ in range(syllables) for part in parts)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), report=True)
