"""Who spoke before: what "he", "they", "it" and "the ministry" take up."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.mentions.spots import PageReferents, Spot
from dragoman.statements.cues import reporting
from dragoman.statements.line import Line
from dragoman.types import Argument, Referent, Span

BACK = 4  # sentences over which "he", "she", "they" and "it" take up the last speaker
_LONG_BACK = 12  # sentences over which "the ministry" does


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: a referent of the page or, without one, the words that name the source."""

    referent: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one cue: its speakers and where it stands."""

    span: Span | None
    speakers: tuple[Speaker, ...]
    owner: bool = False  # named only through a paper of theirs


@dataclass(slots=True)
class Memory:
    """The last speakers, for "he", "they" and "the statement"."""

    sentence: int = -99
    said: list[tuple[int, Speaker]] = field(default_factory=list)  # each who spoke so far
    speakers: tuple[Speaker, ...] = ()
    unnamed: dict[str, tuple[int, Speaker]] = field(default_factory=dict)  # "one", "many": the last without a name


def remember(page: PageReferents, memory: Memory, line_number: int, source: Source, plural: bool) -> None:
    """Notes who spoke last, so that what follows can point back."""
    memory.sentence = line_number
    memory.speakers = source.speakers
    memory.said.extend((line_number, s) for s in source.speakers)
    first = source.speakers[0] if source.speakers else None
    if (
        first is not None
        and not source.owner
        and (first.referent is None or first.name != page.referents[first.referent].name)
    ):
        memory.unnamed["many" if plural else "one"] = (line_number, first)


def of_pronoun(page: PageReferents, number: int, argument: Argument, low: str, memory: Memory) -> tuple[Speaker, ...]:
    spot = page.at(number, argument.head)
    if low in ("he", "she"):
        unnamed = memory.unnamed.get("one")
        if spot is not None and spot.referents:
            referent = page.referents[spot.referents[0]]
            last = max(
                (m.sentence for m in referent.mentions if m.form != "pronoun" and m.sentence <= number), default=-1
            )
            if unnamed is None or unnamed[0] <= last or number - unnamed[0] > BACK:
                return (Speaker(referent.id, referent.name),)
        if unnamed is not None and number - unnamed[0] <= BACK:
            return (unnamed[1],)
        if spot is None and number - memory.sentence <= BACK and len(memory.speakers) == 1:
            only = memory.speakers[0]
            if only.referent is None or page.referents[only.referent].kind == "person":
                return memory.speakers
        return ()
    if low == "they":
        unnamed = memory.unnamed.get("many")
        if unnamed is not None and number - unnamed[0] <= BACK:
            return (unnamed[1],)
        return memory.speakers if number - memory.sentence <= BACK and len(memory.speakers) > 1 else ()
    if number - memory.sentence <= BACK and len(memory.speakers) == 1:
        only = memory.speakers[0]
        if only.referent is not None and page.referents[only.referent].kind != "person":
            return memory.speakers
    if spot is not None and len(spot.referents) == 1:
        referent = page.referents[spot.referents[0]]
        if referent.kind in ("body", "state", "company", "force"):
            return (Speaker(referent.id, referent.name),)
    return ()


def before(page: PageReferents, sentence: int, offset: int, memory: Memory) -> Speaker | None:
    """Who "he" is at the end of a quotation that begins at a character: somebody named before it, not in it."""
    latest = max(
        (
            (m.start, r)
            for r in page.referents
            if r.kind == "person"
            for m in r.mentions
            if m.sentence == sentence and m.end <= offset and m.form != "pronoun"
        ),
        key=lambda x: x[0],
        default=None,
    )
    if latest is not None:
        return Speaker(latest[1].id, latest[1].name)
    if sentence - memory.sentence <= BACK and len(memory.speakers) == 1:
        only = memory.speakers[0]
        if only.referent is None or page.referents[only.referent].kind == "person":
            return only
    for number in (sentence - 1, sentence - 2):
        first = min(
            ((m.start, r.id) for r in page.referents if r.kind == "person" for m in r.mentions if m.sentence == number),
            default=None,
        )
        if first is not None:
            return Speaker(first[1], page.referents[first[1]].name)
    return None


def same_again(page: PageReferents, line: Line, argument: Argument, memory: Memory) -> Speaker | None:
    """ "The ministry", "the officials": the last who spoke, or was named, under that word."""
    tokens = line.tokens[argument.first : argument.last]
    if (
        len(tokens) != 2
        or tokens[0].text.lower() != "the"
        or tokens[1].i != argument.head
        or tokens[1].text[:1].isupper()
    ):
        return None
    spot = page.at(line.sentence.index, argument.head)
    if spot is not None and not (spot.form == "role" and tokens[1].lemma in reporting().unnamed):
        return None
    word = tokens[1].text.casefold()
    for number, speaker in reversed(memory.said):
        if line.sentence.index - number > _LONG_BACK:
            break
        if (
            speaker.name.casefold().split()[-1:] == [word]
            and len(speaker.name.split()) > 1
            or word in speaker.name.casefold().split()[:3]
            and speaker.referent is None
        ):
            return speaker
    if spot is not None:
        return None
    best: tuple[int, Referent] | None = None
    for r in page.referents:
        if r.kind in ("body", "force") and r.name.casefold().split()[-1:] == [word]:
            last = max((m.sentence for m in r.mentions if m.sentence < line.sentence.index), default=-1)
            if last >= 0 and line.sentence.index - last <= _LONG_BACK and (best is None or last > best[0]):
                best = (last, r)
    return Speaker(best[1].id, best[1].name) if best is not None else None


def namesake(page: PageReferents, spot: Spot) -> Speaker | None:
    """The one person of the page whose family name is that of a town."""
    if not spot.referents:
        return None
    name = page.referents[spot.referents[0]].name.casefold()
    alike = [r for r in page.referents if r.kind == "person" and r.name.casefold().split()[-1] == name]
    return Speaker(alike[0].id, alike[0].name) if len(alike) == 1 else None
