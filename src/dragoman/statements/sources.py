"""Sources: who says it, and who carried it to the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.facts.fillers import Filler, Open, fill, is_people_word
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.reading.outlets import outlets
from dragoman.statements.cues import reporting
from dragoman.statements.line import Line
from dragoman.types import Argument, Referent, Span

_ACTORS = frozenset(("person", "state", "body", "force", "company"))
_NAMED = frozenset(("name", "title", "pronoun"))
_NOBODY = frozenset(
    "i we you me us this that these those there which what nobody none nothing who whoever everyone everybody anyone anybody one".split()
)
_PRONOUNS = {"he": "he", "him": "he", "she": "she", "her": "she", "they": "they", "them": "they", "it": "it"}
_OWNERS = frozenset(("his", "her", "its", "their"))
_ARTICLES = frozenset(("the", "a", "an"))
_PLAIN = frozenset(("subject", "preposition", "by-phrase"))  # how an argument stands where the parse can be trusted
_BACK = 4  # sentences over which "he", "she", "they" and "it" take up the last speaker
_NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PART", "NUM", "PRON"))
_LONG_BACK = 12  # sentences over which "the ministry" does
_NAME_WORDS = 9


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: a referent of the page or, without one, the words that name the source."""

    referent: int | None
    name: str


@dataclass(slots=True)
class Source:
    """The source of one cue: its speakers and where it stands."""

    span: Span | None
    speakers: tuple[Speaker, ...]
    owner: bool = False  # named only through a paper of theirs
    paper: str | None = None


@dataclass(slots=True)
class Memory:
    """The last speakers, for "he", "they" and "the statement"."""

    sentence: int = -99
    said: list[tuple[int, Speaker]] = field(default_factory=list)  # each who spoke so far
    speakers: tuple[Speaker, ...] = ()
    unnamed: dict[str, tuple[int, Speaker]] = field(default_factory=dict)  # "one", "many": the last without a name


def is_outlet(referent: Referent) -> bool:
    """True of a referent whose business is to carry news."""
    return referent.kind in ("company", "body") and (
        outlets().named(referent.name) is not None or any(m.form == "outlet" for m in referent.mentions)
    )


def of_argument(page: PageReferents, line: Line, argument: Argument, memory: Memory, weak: bool) -> Source | None:
    """Who an argument names; None where it can be no speaker.

    `weak`: the verb is also said of things, so that only people, bodies and papers count.
    """
    number = line.sentence.index
    tokens = line.tokens
    head = tokens[argument.head]
    span = _whole(page, line, argument)
    low = head.text.lower()
    if low in _PRONOUNS:
        speakers = _of_pronoun(page, number, argument, _PRONOUNS[low], memory)
        return Source(Span(head.start, head.end), speakers) if speakers else None
    if low in _NOBODY and argument.via != "relative" or tokens[argument.first].text.lower() in ("not", "no"):
        return None
    if (
        any(t.tag in ("WP", "WDT", "WP$") for t in tokens[argument.first : argument.last])
        and argument.via != "relative"
    ):
        return None
    named = _apposed_name(page, number, argument, line)
    if named is not None:
        return Source(span, (_speaker(page, named.referents[0], None),))
    if head.lemma in reporting().papers and page.at(number, argument.head) is None:
        return _of_paper(page, line, argument, span, memory)
    phrase = _owned(page, line, argument, _phrase(line, argument))
    again = _same_again(page, line, argument, memory)
    if again is not None:
        return Source(span, (again,))
    if head.lemma in reporting().press and page.at(number, argument.head) is None:
        return _of_press(page, line, argument, span, phrase)
    town = page.at(number, argument.head)
    if town is not None and town.form in ("city", "region", "gpe") and head.ent in ("PERSON", "GPE", ""):
        alike = _namesake(page, town) if town.last - town.first == 1 else None
        if alike is not None:
            return Source(span, (alike,))
        full = _name_with_place(line, argument, town)
        if full is not None:
            return Source(span, (Speaker(None, full),))
    found = [f for f in fill(page, number, argument)]
    speakers = tuple(
        dict.fromkeys(
            s for f in found if isinstance(f, Filler) if (s := _of_filler(page, f, phrase, argument)) is not None
        )
    )
    if speakers:
        return Source(span, speakers)
    if (
        any(isinstance(f, Open) for f in found)
        and memory.speakers
        and low in ("they", "both")
        and number - memory.sentence <= _BACK
    ):
        return Source(span, memory.speakers)
    if (
        town is not None
        and town.referents
        and page.referents[town.referents[0]].kind == "place"
        and not _people(line, argument)
    ):
        return None
    if not phrase or not (
        _people(line, argument) or not weak and argument.via in _PLAIN and _could_speak(line, argument)
    ):
        return None
    return Source(span, (Speaker(None, phrase),))


def of_phrase(page: PageReferents, line: Line, after: int, memory: Memory) -> tuple[Source, Argument] | None:
    """Who is named by the noun phrase that a preposition at token `after - 1` governs."""
    tokens = line.tokens
    head = next(
        (
            t.i
            for t in tokens[after : after + 14]
            if after - 3 <= t.head < after and t.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")
        ),
        None,
    )
    if head is None:
        return None
    first, last = line.subtree(head)
    first = max(first, after)
    stop = next(
        (k for k in range(head + 1, last) if tokens[k].text in (",", ";", ":", "(", "“", '"', "”", "—", "–")), last
    )
    argument = Argument("oblique", head, first, max(stop, head + 1), "preposition", None)
    if (
        tokens[head].lemma in reporting().not_sources
        or line.predicates.get(head) is not None
        and page.at(line.sentence.index, head) is None
        and tokens[head].lemma not in reporting().papers
    ):
        return None
    source = of_argument(page, line, argument, memory, False)
    return (source, argument) if source is not None else None


def outlets_between(page: PageReferents, line: Line, spans: Sequence[Span], apart: Sequence[Span]) -> tuple[str, ...]:
    """Names of outlets that stand in the given stretches and in none of those set apart."""
    out: list[str] = []
    for spot in page.spots[line.sentence.index]:
        start, end = line.tokens[spot.first].start, line.tokens[spot.last - 1].end
        if not any(s.start <= start and end <= s.end for s in spans) or any(
            s.start < end and start < s.end for s in apart
        ):
            continue
        out.extend(page.referents[r].name for r in spot.referents if is_outlet(page.referents[r]))
    return tuple(dict.fromkeys(out))


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


# ------------------------------------------------------------------ kinds of source


def _of_pronoun(page: PageReferents, number: int, argument: Argument, low: str, memory: Memory) -> tuple[Speaker, ...]:
    spot = page.at(number, argument.head)
    if low in ("he", "she"):
        unnamed = memory.unnamed.get("one")
        if spot is not None and spot.referents:
            referent = page.referents[spot.referents[0]]
            last = max(
                (m.sentence for m in referent.mentions if m.form != "pronoun" and m.sentence <= number), default=-1
            )
            if unnamed is None or unnamed[0] <= last or number - unnamed[0] > _BACK:
                return (_speaker(page, referent.id, None),)
        if unnamed is not None and number - unnamed[0] <= _BACK:
            return (unnamed[1],)
        if spot is None and number - memory.sentence <= _BACK and len(memory.speakers) == 1:
            only = memory.speakers[0]
            if only.referent is None or page.referents[only.referent].kind == "person":
                return memory.speakers
        return ()
    if low == "they":
        unnamed = memory.unnamed.get("many")
        if unnamed is not None and number - unnamed[0] <= _BACK:
            return (unnamed[1],)
        return memory.speakers if number - memory.sentence <= _BACK and len(memory.speakers) > 1 else ()
    if number - memory.sentence <= _BACK and len(memory.speakers) == 1:
        only = memory.speakers[0]
        if only.referent is not None and page.referents[only.referent].kind != "person":
            return memory.speakers
    return ()


def _apposed_name(page: PageReferents, number: int, argument: Argument, line: Line) -> Spot | None:
    """The name behind a description: "a spokesman for the ministry, Igor ..."."""
    own = page.at(number, argument.head)
    if own is not None and own.form in _NAMED:
        return None
    last = line.subtree(argument.head)[1]
    for spot in page.spots[number]:
        if spot.form != "name" or spot.first <= argument.head or spot.last > max(last, argument.last):
            continue
        if line.tokens[argument.head].tag in ("NNS", "NNPS"):
            continue  # "officials, among them N. N."
        before = line.tokens[spot.first - 1]
        if line.tokens[spot.head].head == argument.head and before.text in (",", "–", "—", "-", ":", "("):
            return spot
        if spot.last == argument.last and before.pos in ("NOUN", "PROPN") and before.tag != "POS":
            return spot  # "Director of the Institute N. N.": the title has not been taken for one
    return None


def _of_paper(page: PageReferents, line: Line, argument: Argument, span: Span, memory: Memory) -> Source | None:
    """A statement, a report: its author where the phrase names one, the last body that spoke, or the paper itself."""
    first, last = line.subtree(argument.head)
    wide = replace(argument, first=min(first, argument.first), last=max(argument.last, min(last, argument.head + 12)))
    phrase = _phrase(line, argument)
    owners: list[int] = []
    for spot in page.within(line.sentence.index, wide.first, wide.last):
        for r in spot.referents:
            if page.referents[r].kind in _ACTORS and r not in owners:
                owners.append(r)
    if len(owners) == 1:
        whole = Speaker(owners[0], page.referents[owners[0]].name)
        return Source(span, (whole,), owner=True, paper=phrase)
    if len(owners) > 1 and "joint" not in phrase.lower():
        return Source(span, tuple(Speaker(r, page.referents[r].name) for r in owners[:1]), owner=True, paper=phrase)
    if (
        not owners
        and "joint" in phrase.lower()
        and len(memory.speakers) > 1
        and line.sentence.index - memory.sentence <= _BACK
    ):
        return Source(span, memory.speakers, owner=True, paper=phrase)
    definite = line.tokens[wide.first].text.lower() in ("the", "this", "its", "their", "that")
    if not owners and definite and line.sentence.index - memory.sentence <= _BACK and len(memory.speakers) == 1:
        only = memory.speakers[0]
        if only.referent is not None and page.referents[only.referent].kind != "person" or only.referent is None:
            return Source(span, memory.speakers, owner=True, paper=phrase)
    return Source(span, (Speaker(None, phrase),), paper=phrase) if phrase else None


def _of_press(page: PageReferents, line: Line, argument: Argument, span: Span, phrase: str) -> Source | None:
    """A paper, a site, a station: the outlet named with it, or else its own words."""
    for spot in page.within(line.sentence.index, argument.first, argument.last):
        for r in spot.referents:
            if is_outlet(page.referents[r]):
                return Source(span, (Speaker(r, page.referents[r].name),))
    named = _proper(page, line, argument)
    return Source(span, (Speaker(None, named or phrase),)) if phrase else None


def _proper(page: PageReferents, line: Line, argument: Argument) -> str | None:
    """The name in "the weekend edition of the Daily Such": the last run of capitals behind the head."""
    run = [t for t in line.tokens[argument.head + 1 : argument.last] if t.pos == "PROPN" and t.text[:1].isupper()]
    if not run or run[-1].i - run[0].i + 1 != len(run):
        return None
    return " ".join(line.text[run[0].start : run[-1].end].split())


def after(page: PageReferents, line: Line, token: int, memory: Memory) -> Source | None:
    """Who stands right behind an inverted verb that the parse left without a subject: '", said N. N., one of ...'."""
    tokens = line.tokens
    last = token
    while (
        last < len(tokens)
        and last - token < _NAME_WORDS
        and tokens[last].text not in (",", ".", ";", ":", "(")
        and tokens[last].pos in _NOMINAL
    ):
        last += 1
    if last == token or tokens[last - 1].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    return of_argument(page, line, Argument("agent", last - 1, token, last, "subject"), memory, True)


def _same_again(page: PageReferents, line: Line, argument: Argument, memory: Memory) -> Speaker | None:
    """ "The ministry", "the officials": the last who spoke, or was named, under that word."""
    tokens = line.tokens[argument.first : argument.last]
    if (
        len(tokens) != 2
        or tokens[0].text.lower() != "the"
        or tokens[1].i != argument.head
        or tokens[1].text[:1].isupper()
    ):
        return None
    if page.at(line.sentence.index, argument.head) is not None:
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
    best: tuple[int, Referent] | None = None
    for r in page.referents:
        if r.kind in ("body", "force") and r.name.casefold().split()[-1:] == [word]:
            last = max((m.sentence for m in r.mentions if m.sentence < line.sentence.index), default=-1)
            if last >= 0 and line.sentence.index - last <= _LONG_BACK and (best is None or last > best[0]):
                best = (last, r)
    return Speaker(best[1].id, best[1].name) if best is not None else None


def _namesake(page: PageReferents, spot: Spot) -> Speaker | None:
    """The one person of the page whose family name is that of a town."""
    if not spot.referents:
        return None
    name = page.referents[spot.referents[0]].name.casefold()
    alike = [r for r in page.referents if r.kind == "person" and r.name.casefold().split()[-1] == name]
    return Speaker(alike[0].id, alike[0].name) if len(alike) == 1 else None


def _name_with_place(line: Line, argument: Argument, spot: Spot) -> str | None:
    """ "Chile's Ricardo Lagos": a family name that is also a town."""
    first = spot.first
    while (
        first > argument.first and line.tokens[first - 1].pos == "PROPN" and line.tokens[first - 1].text[:1].isupper()
    ):
        first -= 1
    if first == spot.first:
        return None
    return " ".join(line.text[line.tokens[first].start : line.tokens[spot.last - 1].end].split())


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
    if sentence - memory.sentence <= _BACK and len(memory.speakers) == 1:
        only = memory.speakers[0]
        if only.referent is None or page.referents[only.referent].kind == "person":
            return only
    return None


def _of_filler(page: PageReferents, filler: Filler, phrase: str, argument: Argument) -> Speaker | None:
    referent = page.referents[filler.referent]
    actor = _actor(page, filler.referent)
    if actor is None:
        return None
    if filler.how.endswith("people of"):
        # "Turkish officials" speak for Turkey, under their own name; those around a person are named after him.
        return Speaker(None if referent.kind == "person" else actor, phrase or page.referents[actor].name)
    spot = page.at(filler.sentence, argument.head)
    if spot is not None and spot.form == "role" and referent.kind != "person":
        return Speaker(actor, phrase or page.referents[actor].name)
    head = page.annotated.sentences[filler.sentence].tokens[argument.head]
    if spot is not None and spot.form == "role" and len(spot.referents) == 1 and head.tag in ("NNS", "NNPS"):
        return Speaker(None, phrase or referent.name)  # "US officials" are not the one official named before
    return _speaker(page, actor, None)


def _speaker(page: PageReferents, referent: int, name: str | None) -> Speaker:
    return Speaker(referent, name or page.referents[referent].name)


def _actor(page: PageReferents, referent: int) -> int | None:
    r = page.referents[referent]
    if r.kind in _ACTORS:
        return referent
    return r.acts_for


# ------------------------------------------------------------------ words


def _people(line: Line, argument: Argument) -> bool:
    """Whether the head of a phrase is a word for people or bodies."""
    t = line.tokens[argument.head]
    return t.lemma in reporting().people or is_people_word(t.lemma) or t.ent in ("PERSON", "ORG", "NORP")


def _could_speak(line: Line, argument: Argument) -> bool:
    """Whether a phrase may name somebody who is on no list: a noun, no pronoun, no time and no number."""
    t = line.tokens[argument.head]
    return t.pos in ("NOUN", "PROPN") and t.ent not in ("DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL")


def _phrase(line: Line, argument: Argument) -> str:
    """The words of a phrase on one line, without its article and what follows a comma."""
    tokens = line.tokens[argument.first : argument.last]
    own = line.tokens[argument.head]
    if own.ent == "ORG":
        first, last = _entity(line, argument.head)
        tokens = line.tokens[min(first, argument.first) : max(last, argument.last)]
    while tokens and (tokens[0].text.lower() in _ARTICLES or not tokens[0].text[:1].isalnum()):
        tokens = tokens[1:]
    stop = next(
        (k for k, t in enumerate(tokens) if t.text in (",", "(", ";", ":", "–", "—") and t.i > argument.head),
        len(tokens),
    )
    tokens = tokens[:stop]
    if len(tokens) > _NAME_WORDS and argument.head >= tokens[0].i:
        tokens = tokens[: argument.head - tokens[0].i + 1]  # rather the bare noun than a phrase broken off
    if not tokens:
        return ""
    return " ".join(line.text[tokens[0].start : tokens[-1].end].split()).rstrip(" ,")


def _owned(page: PageReferents, line: Line, argument: Argument, phrase: str) -> str:
    """ "His office" by the name of whose office it is, where that is known."""
    first = line.tokens[argument.first]
    if first.text.lower() not in _OWNERS:
        return phrase
    spot = page.at(line.sentence.index, first.i)
    if spot is None or len(spot.referents) != 1:
        return phrase
    owner = page.referents[spot.referents[0]]
    name = owner.name.split()[-1] if owner.kind == "person" else owner.name
    return f"{name}'s {phrase.split(' ', 1)[-1]}"


def outlet_names(page: PageReferents, line: Line, arguments: Sequence[Argument]) -> tuple[str, ...]:
    """Names of the outlets among the arguments of a verb of reporting: whom it was told."""
    out: list[str] = []
    for a in arguments:
        spot = page.at(line.sentence.index, a.head)
        if spot is not None and any(is_outlet(page.referents[r]) for r in spot.referents):
            out.extend(page.referents[r].name for r in spot.referents)
        elif line.tokens[a.head].pos == "PROPN" and (known := outlets().named(_phrase(line, a))) is not None:
            out.append(known.name)
    return tuple(dict.fromkeys(out))


def _entity(line: Line, token: int) -> tuple[int, int]:
    """The range of the tagger's entity around a token."""
    tokens = line.tokens
    first, last = token, token + 1
    while first and not tokens[first].ent_begins and tokens[first - 1].ent == tokens[token].ent:
        first -= 1
    while last < len(tokens) and tokens[last].ent == tokens[token].ent and not tokens[last].ent_begins:
        last += 1
    return first, last


def _whole(page: PageReferents, line: Line, argument: Argument) -> Span:
    """The source with the titles around it that the second parse left out."""
    span = line.noun_phrase(argument)
    spot = page.at(line.sentence.index, argument.head)
    if spot is None or not spot.referents:
        return span
    for role in page.referents[spot.referents[0]].roles:
        if (
            line.sentence.start <= role.start
            and role.end <= span.start
            and line.text[role.end : span.start].strip(" ,\n") in ("", "the")
        ):
            span = Span(role.start, span.end)
        elif (
            span.end <= role.start
            and role.end <= line.sentence.end
            and line.text[span.end : role.start].strip(" ,\n") in ("", "the", "a", "an")
        ):
            if line.text[span.end : role.start].strip():
                span = Span(span.start, role.end)
    return span
