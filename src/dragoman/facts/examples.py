"""The examples of frames run through the reader: what each gives against what its frame says that it must give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from dragoman.facts.frame_types import Example, Expected, Frame
from dragoman.facts.read import Reader
from dragoman.types import Article, Fact, Reading, Span, Status

# An example with more events than this is compared in the order in which they are told.
_MOST_PAIRED = 5
_FIRMNESS: dict[Status, int] = {"occurred": 2, "ongoing": 2, "denied": 2, "planned": 1, "possible": 0}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that an example gives otherwise than its frame says."""

    key: str  # of the frame's file: examples[3].gives[0].status, near_misses[2]
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example or near miss of one frame, and what it gave otherwise; `differences` is empty where it passed."""

    frame: str
    file: str
    line: int  # of the example in its file
    text: str
    differences: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether it gave what its frame says."""
        return not self.differences


def run_examples(reader: Reader, frames: Iterable[Frame] | None = None) -> tuple[Outcome, ...]:
    """What each example and near miss of the frames gives, in their order; None: of all of the reader's frames.

    An example is a page of one sentence. It passes where it gives each event that it must, as far as the
    example states it, and no other of its kind; a near miss, where it gives no event of its kind.
    """
    jobs: list[tuple[Frame, str, Example | str, int]] = []
    for frame in reader.frames if frames is None else frames:
        jobs.extend((frame, f"examples[{n}]", example, example.line) for n, example in enumerate(frame.examples))
        lines = frame.near_miss_lines or (0,) * len(frame.near_misses)
        pairs = zip(frame.near_misses, lines, strict=True)
        jobs.extend((frame, f"near_misses[{n}]", text, line) for n, (text, line) in enumerate(pairs))
    articles = [_article(f"{frame.name}.{key}", case) for frame, key, case, _ in jobs]
    outcomes = []
    for (frame, key, case, line), reading in zip(jobs, reader.read_articles(articles), strict=True):
        events = _events(reading, frame.name)
        if isinstance(case, str):
            found = tuple(Difference(key, f"gives {event.shown()}") for event in events)
            outcomes.append(Outcome(frame.name, frame.file, line, case, found))
        else:
            found = _compared(frame, key, case, events, reading)
            outcomes.append(Outcome(frame.name, frame.file, line, case.text, found))
    return tuple(outcomes)


def _article(name: str, case: Example | str) -> Article:
    text, published = (case, None) if isinstance(case, str) else (case.text, case.published)
    # What does not end like a sentence is a headline.
    title = None if text[-1] in ".?!\"'”’" else text
    return Article(
        id=name,
        text=text,
        sha256="0" * 64,
        title=title,
        title_span=Span(0, len(text)) if title else None,
        published=published,
        published_basis="given" if published else "unknown",
    )


# ------------------------------------------------------------------ what a reading gives


@dataclass(frozen=True, slots=True)
class _Event:
    """All that a page of one sentence tells of one event."""

    reading: Reading
    facts: tuple[Fact, ...]

    def status(self) -> Status:
        """Of the firmest reports the last, as the record has it."""
        firmest = max(_FIRMNESS[fact.status] for fact in self.facts)
        return [fact.status for fact in self.facts if _FIRMNESS[fact.status] == firmest][-1]

    def taking(self, part: str) -> list[tuple[str, str | None]]:
        """Name and country of those who play a part."""
        found = {p.referent: None for fact in self.facts for p in fact.participants if p.slot == part}
        return [(self.reading.referents[r].name, self.reading.referents[r].country) for r in found]

    def values(self, name: str) -> list[str | int | float]:
        """All values of a field that is no part."""
        found: list[str | int | float | None] = []
        for fact in self.facts:
            if name == "host":
                found.append(fact.host.value if fact.host else None)
            elif name == "place":
                found.append(fact.place.place.name if fact.place else None)
            elif name in ("start", "end"):
                found.append(getattr(fact.date.value, name) if fact.date else None)
            elif name == "topics":
                found.extend(topic.value for topic in fact.topics)
            elif name == "figures":
                found.extend(f"{figure.name} {figure.value}" for figure in fact.figures)
            elif name == "attributed_to":
                found.extend(fact.attributed_to)
            elif name == "bound":
                found.extend(value.bound for value in fact.transfer if value.name in ("quantity", "value"))
            else:
                found.extend(value.value for value in fact.transfer if value.name == name)
        return list(dict.fromkeys(value for value in found if value is not None))

    def shown(self) -> str:
        """The event in a few words, for a message."""
        who = [f"{p.slot} {self.reading.referents[p.referent].name}" for fact in self.facts for p in fact.participants]
        fact = self.facts[0]
        return f"a {fact.type} ({', '.join(dict.fromkeys((self.status(), *who)))}), set off by {fact.trigger.rule!r}"


def _events(reading: Reading, kind: str) -> list[_Event]:
    grouped: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.type == kind:
            grouped.setdefault(fact.event, []).append(fact)
    return [_Event(reading, tuple(facts)) for facts in grouped.values()]


# ------------------------------------------------------------------ compared


def _compared(
    frame: Frame, key: str, example: Example, events: Sequence[_Event], reading: Reading
) -> tuple[Difference, ...]:
    """What differs, with the events paired so that least does."""
    expected = example.gives
    orders = permutations(range(len(events))) if len(events) <= _MOST_PAIRED else [tuple(range(len(events)))]
    best: tuple[Difference, ...] | None = None
    for order in orders:
        found: list[Difference] = []
        for n, wanted in enumerate(expected):
            at = f"{key}.gives[{n}]"
            if n < len(order):
                found.extend(_differing(frame, at, wanted, events[order[n]]))
            else:
                found.append(Difference(at, f"no {frame.name} is found" + _instead(reading, frame.name)))
        found.extend(
            Difference(f"{key}.gives", f"one more is found: {events[n].shown()}") for n in order[len(expected) :]
        )
        if best is None or len(found) < len(best):
            best = tuple(found)
    return best or ()


def _instead(reading: Reading, kind: str) -> str:
    others = sorted({fact.type for fact in reading.facts if fact.type != kind})
    return f" (read as {' and '.join(others)})" if others else ""


def _differing(frame: Frame, at: str, wanted: Expected, event: _Event) -> list[Difference]:
    found: list[Difference] = []
    if event.status() != wanted.status:
        rules = ", ".join(dict.fromkeys(fact.status_evidence.rule for fact in event.facts))
        found.append(Difference(f"{at}.status", f"is {event.status()} ({rules}), not {wanted.status}"))
    parts = {slot.name: slot.part for slot in frame.slots if slot.part is not None}
    for name, value in wanted.fields:
        if name in parts:
            there = event.taking(parts[name])
            if not _same_people(_as_list(value), there):
                shown = ", ".join(f"{who} ({country})" if country else who for who, country in there) or "nobody"
                found.append(Difference(f"{at}.{name}", f"is {shown}, not {', '.join(_as_list(value))}"))
            continue
        values = event.values(name)
        missing = [each for each in (value if isinstance(value, tuple) else (value,)) if not _holds(values, each)]
        if missing:
            shown = ", ".join(str(each) for each in values) or "nothing"
            found.append(Difference(f"{at}.{name}", f"is {shown}, not {', '.join(str(each) for each in missing)}"))
    return found


def _as_list(value: str | int | float | tuple[str, ...]) -> list[str]:
    return list(value) if isinstance(value, tuple) else [str(value)]


def _same_people(wanted: Sequence[str], there: Sequence[tuple[str, str | None]]) -> bool:
    """Whether everyone wanted is there and everyone there is wanted; a code stands for all who act for it."""
    met = all(any(_is(name, who) for who in there) for name in wanted)
    return met and all(any(_is(name, who) for name in wanted) for who in there)


def _is(wanted: str, who: tuple[str, str | None]) -> bool:
    name, country = who
    if wanted == country:
        return True
    words, sought = name.casefold().split(), wanted.casefold().split()
    return any(words[n : n + len(sought)] == sought for n in range(len(words)))


def _holds(values: Sequence[str | int | float], wanted: str | int | float) -> bool:
    if isinstance(wanted, str):
        return any(str(value).casefold() == wanted.casefold() for value in values)
    return any(isinstance(value, int | float) and float(value) == float(wanted) for value in values)
