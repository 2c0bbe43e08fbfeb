"""Seeded pages with the facts that they hold: real offices, places and states drawn at random, for speed and size.

The events are drawn, not reported: nothing here says that they happened. A share of the events is told by a second
page, with the noise of real reports: a coarser date, none, a country for a city, a state for its person.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from dragoman.knowledge.files import PACKAGED
from dragoman.record.geography import is_state, state_name
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
)

FACTS_A_PAGE = 4
TOLD_TWICE = 0.02
FIRST_DAY = date(2010, 1, 1)
DAYS = 4000
ITEMS = ("Su-30", "Bayraktar TB2", "S-400", "F-16", "Mi-17", "T-90", "Leopard 2", "Patriot", "Javelin", "HIMARS")
OUTLETS = tuple(f"outlet{i}.example" for i in range(200))

# What a sentence says; {a} and {b} are the sides, {w} the words of place and date.
# No run of fixed words is longer than a shingle: pages are no copies of one another by their templates.
TEMPLATES: dict[str, tuple[str, ...]] = {
    "meeting": ("{a} met {b} {w} for talks.", "{a} held talks with {b} {w}.", "{w} {a} received {b} as guest {n}."),
    "call": ("{a} spoke by telephone with {b} {w}.", "{a} called {b} {w} for {n} minutes."),
    "agreement": ("{a} and {b} signed an agreement {w}.", "{w} {a} concluded memorandum {n} with {b}."),
    "exercise": ("{a} and {b} began a joint exercise {w}.", "{w} the forces of {a} trained {n} hours with {b}."),
    "incident": ("Patrols of {a} exchanged fire with {b} {w}.", "{w} post {n} of {a} was shelled by {b}."),
    "arms_transfer": ("{a} delivered {n} {item} to {b} {w}.", "{w} {b} took over {n} {item} from {a}."),
}
FILLERS = (
    "Neither gave {n} further details.", "They had spoken {n} weeks earlier.", "About {n} observers had expected it.",
    "Some {n} photographs were published.", "Only {n} journalists were admitted.", "It was contact number {n}.",
    "Delegations of {n} left the same evening.", "Item {n} stayed open.", "Point {n} was supplies.",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One drawn event."""

    number: int
    type: str
    a: tuple[str, str, str]  # name, title, country
    b: tuple[str, str, str]
    day: date
    place: Place
    item: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page with the numbers of the events that its facts tell, in order of the facts' `event`."""

    reading: Reading
    events: tuple[int, ...]


def pages(facts: int, seed: int = 7, prefix: str = "n") -> Iterator[Drawn]:
    """As many pages as hold so many facts; the same seed gives the same pages, their ids beginning with `prefix`."""
    random = Random(seed)
    waiting: list[Event] = []  # told once, to be told again soon
    number = made = 0
    page = 0
    while made < facts:
        day = FIRST_DAY + timedelta(days=page * DAYS * FACTS_A_PAGE // max(facts, 1))
        told: list[tuple[Event, bool]] = []
        while len(told) < FACTS_A_PAGE and made < facts:
            if waiting and random.random() < 2 * TOLD_TWICE and all(e.number != waiting[0].number for e, _ in told):
                told.append((waiting.pop(0), True))
            else:
                event = _event(random, number, day)
                number += 1
                told.append((event, False))
                if random.random() < TOLD_TWICE:
                    waiting.append(event)
            made += 1
        yield _page(random, f"{prefix}{page:07d}", day + timedelta(days=1), told)
        page += 1


def text(random: Random, sentences: int) -> str:
    """A text of so many sentences of its own."""
    out = []
    for i in range(sentences):
        event = _event(random, i, FIRST_DAY + timedelta(days=random.randrange(DAYS)))
        words = f"in {event.place.name} on {_written(event.day)}"
        template = random.choice(TEMPLATES[event.type])
        out.append(_sentence(template, f"{event.a[1]} {event.a[0]}", f"{event.b[1]} {event.b[0]}", words, event))
        if random.random() < 0.5:
            out.append(random.choice(FILLERS).format(n=random.randrange(2, 90)))
    return " ".join(out)


def _event(random: Random, number: int, day: date) -> Event:
    people, states = _people()
    # A few states and people are in most of the news, as they are.
    first = states[int(len(states) * random.random() ** 3)]
    second = states[int(len(states) * random.random() ** 2)]
    while second == first:
        second = states[random.randrange(len(states))]
    a, b = (people[s][int(len(people[s]) * random.random() ** 2)] for s in (first, second))
    places = _places()
    return Event(
        number, random.choice(sorted(TEMPLATES)), a, b, day - timedelta(days=random.randrange(3)),
        places[int(len(places) * random.random() ** 2)], random.choice(ITEMS), random.randrange(2, 200),
    )


def _page(random: Random, id: str, day: date, told: list[tuple[Event, bool]]) -> Drawn:
    referents: list[Referent] = []
    known: dict[tuple[str, str], int] = {}
    facts: list[Fact] = []
    body = ""
    for n, (event, again) in enumerate(told):
        place: Place | None = event.place
        when: str | None = event.day.isoformat()
        named = (True, True)
        if again:
            place = random.choice([event.place, event.place, None])
            when = random.choice([when, when, when[:7] if when else None, None])
            named = random.choice([(True, True), (True, True), (False, True), (True, False)])
        if event.type in ("incident", "exercise", "arms_transfer"):
            named = (False, False)
        body, fact = _fact(random, body, n, event, place, when, named, referents, known)
        facts.append(fact)
        if random.random() < 0.5:
            body += " " + random.choice(FILLERS).format(n=random.randrange(2, 90))
    article = Article(
        id, body, hashlib.sha256(body.encode()).hexdigest(), publisher=OUTLETS[random.randrange(len(OUTLETS))],
        published=day.isoformat(), published_basis="given",
    )
    return Drawn(Reading(article, tuple(referents), tuple(facts)), tuple(e.number for e, _ in told))


def _fact(
    random: Random, body: str, n: int, event: Event, place: Place | None, when: str | None, named: tuple[bool, bool],
    referents: list[Referent], known: dict[tuple[str, str], int],
) -> tuple[str, Fact]:
    start = len(body) + bool(body)
    written = _written(event.day) if when and len(when) == 10 else event.day.strftime("%B %Y") if when else ""
    words = " ".join(x for x in (f"in {place.name}" if place else "", f"on {written}" if written else "") if x)
    a, b = (f"{p[1]} {p[0]}" if full else state_name(p[2]) for p, full in zip((event.a, event.b), named, strict=True))
    template = random.choice(TEMPLATES[event.type])
    sentence = _sentence(template, a, b, words or "yesterday", event)
    body = f"{body} {sentence}" if body else sentence
    end = len(body)

    def at(text: str, rule: str) -> Evidence:
        i = body.index(text, start)
        return Evidence(i, i + len(text), rule)

    trigger = at(next(w for w in sentence.split() if w.islower() and len(w) > 3), "trigger")
    slots = ("supplier", "recipient") if event.type == "arms_transfer" else ("side", "side")
    sides = []
    for person, full, shown, slot in zip((event.a, event.b), named, (a, b), slots, strict=True):
        found = at(shown, "side")
        id = _referent(person, full, found, shown, n, referents, known)
        sides.append(Participant(id, slot, found, person[1] if full else None))
    transfer: tuple[Quoted, ...] = ()
    if event.type == "arms_transfer":
        item, count = at(event.item, "item"), at(str(event.quantity), "quantity")
        transfer = (
            Quoted("stage", "delivered", trigger), Quoted("supplier", event.a[2], sides[0].evidence),
            Quoted("recipient", event.b[2], sides[1].evidence), Quoted("item", event.item, item),
            Quoted("quantity", event.quantity, count, "exact"),
        )
    dated = None
    if when:
        here = at(written, "date")
        dated = Dated(DateValue(when, None, here.start, here.end, "as written"), here)
    fact = Fact(
        type=event.type, event=n, status="occurred", sentence=Span(start, end), trigger=trigger,
        status_evidence=trigger,
        participants=tuple(sides), place=Located(place, at(place.name, "place")) if place else None, date=dated,
        transfer=transfer, plover=("CONSULT", event.type), confidence=0.8,
    )
    return body, fact


def _referent(
    person: tuple[str, str, str], full: bool, found: Evidence, shown: str, sentence: int,
    referents: list[Referent], known: dict[tuple[str, str], int],
) -> int:
    name, title, country = person
    key = (name if full else "", country)
    if key in known:
        return known[key]
    id = known[key] = len(referents)
    if full:
        start = found.start + len(title) + 1
        mention = Mention(start, found.end, sentence, -1, "name", name)
        role = Role(title, None, country, found.start, start - 1)
        referents.append(Referent(id, "person", name, country, (mention,), (role,)))
    else:
        mention = Mention(found.start, found.end, sentence, -1, "name", shown)
        referents.append(Referent(id, "state", shown, country, (mention,)))
    return id


def _sentence(template: str, a: str, b: str, words: str, event: Event) -> str:
    out = template.format(a=a, b=b, w=words, item=event.item, n=event.quantity)
    return out[0].upper() + out[1:]


def _written(day: date) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"


@cache
def _people() -> tuple[dict[str, list[tuple[str, str, str]]], list[str]]:
    found: dict[str, dict[str, tuple[str, str, str]]] = {}
    with (PACKAGED / "offices.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if is_state(row["country"]):
                title = row["class"].replace("_", " ").title()
                found.setdefault(row["country"], {}).setdefault(row["person"], (row["person"], title, row["country"]))
    people = {c: [by[n] for n in sorted(by)] for c, by in sorted(found.items()) if len(by) >= 5}
    return people, sorted(people, key=lambda c: (-len(people[c]), c))


@cache
def _places() -> list[Place]:
    with (PACKAGED / "places.csv").open(encoding="utf-8", newline="") as stream:
        rows = [r for r in csv.DictReader(stream) if r["geonames"]][:4000]
    return [Place(r["name"], r["country"], float(r["lat"]), float(r["lon"]), int(r["geonames"]), "city") for r in rows]

