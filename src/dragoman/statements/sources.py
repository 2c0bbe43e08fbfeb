"""Sources: who says it, as a referent of the page or, without one, by the words that name them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.facts.fillers import Filler, Open, fill
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.statements.carriers import is_outlet
from dragoman.statements.cues import reporting
from dragoman.statements.line import Line
from dragoman.statements.memory import BACK, Memory, Source, Speaker, namesake, of_pronoun, same_again
from dragoman.statements.wording import could_speak, name_with_place, owned, people, phrase_of, proper, whole
from dragoman.types import Argument, Predicate, Span

_ACTORS = frozenset(("person", "state", "body", "force", "company"))
_NAMED = frozenset(("name", "title", "pronoun"))
_NOBODY = frozenset(
    "i we you me us this that these those there which what nobody none nothing who whoever "
    "everyone everybody anyone anybody one".split()
)
_PRONOUNS = {"he": "he", "him": "he", "she": "she", "her": "she", "they": "they", "them": "they", "it": "it"}
_PLAIN = frozenset(("subject", "preposition", "by-phrase"))  # how an argument stands where the parse can be trusted
_NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PART", "NUM", "PRON"))
_PHRASE_WORDS = 9


def of_predicate(page: PageReferents, here: Line, predicate: Predicate, memory: Memory, weak: bool) -> Source | None:
    """Who stands as the subject of a verb of reporting, or behind "by"."""
    agents = [a for a in predicate.arguments if a.role == "agent"]
    if (
        len(agents) == 2
        and _singular(here, predicate.token)
        and all(here.tokens[a.head].pos == "PROPN" for a in agents)
    ):
        # "Customs and Border Protection says": the verb knows that it is one
        first, last = min(agents, key=lambda a: a.first), max(agents, key=lambda a: a.last)
        if last.first == first.last + 1 and here.tokens[first.last].text in ("and", "&"):
            agents = [replace(last, first=first.first)]
    return of_arguments(page, here, _beside_the_verb(page, here, agents, predicate.token), memory, weak)


def _beside_the_verb(page: PageReferents, here: Line, agents: list[Argument], verb: int) -> list[Argument]:
    """ "Visiting Seoul last week, the President warned": of two subjects that nothing joins, the person at the verb."""
    if len(agents) != 2:
        return agents
    first, last = min(agents, key=lambda a: a.first), max(agents, key=lambda a: a.last)
    near, far = page.at(here.sentence.index, last.head), page.at(here.sentence.index, first.head)
    if (
        near is None
        or far is None
        or last.last != verb
        or near.form not in ("name", "title")
        or far.form not in ("capital", "country", "city", "region")
    ):
        return agents
    joined = any(t.text.lower() in ("and", "&", "or", "nor") for t in here.tokens[first.last : last.first])
    return agents if joined else [last]


def of_arguments(
    page: PageReferents, here: Line, arguments: list[Argument], memory: Memory, weak: bool
) -> Source | None:
    """Who several arguments name together."""
    arguments = _without_parts(here, arguments)
    pairs = [(a, s) for a in arguments if (s := of_argument(page, here, a, memory, weak)) is not None]
    found = [s for k, (a, s) in enumerate(pairs) if not (k and _describes(here, pairs[0][1], a, s))]
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    spans = [s.span for s in found if s.span is not None]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
    return Source(whole, tuple(dict.fromkeys(p for s in found for p in s.speakers)))


def _describes(here: Line, first: Source, argument: Argument, source: Source) -> bool:
    """ "N. N., a diplomat and an ally of the president": the last is no second speaker."""
    named = len(first.speakers) == 1 and first.speakers[0].referent is not None
    unnamed = all(s.referent is None for s in source.speakers)
    article = here.tokens[argument.first].text.lower() in ("a", "an")
    return named and unnamed and article and any(t.text == "," for t in here.tokens[: argument.first][-_PHRASE_WORDS:])


def of_argument(page: PageReferents, line: Line, argument: Argument, memory: Memory, weak: bool) -> Source | None:
    """Who an argument names; None where it can be no speaker.

    `weak`: the verb is also said of things, so that only people, bodies and papers count.
    """
    number = line.sentence.index
    tokens = line.tokens
    head = tokens[argument.head]
    span = whole(page, line, argument)
    low = head.text.lower()
    if low in _PRONOUNS:
        speakers = of_pronoun(page, number, argument, _PRONOUNS[low], memory)
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
    phrase = owned(page, line, argument, phrase_of(line, argument))
    again = same_again(page, line, argument, memory)
    if again is not None:
        return Source(span, (again,))
    if head.lemma in reporting().press and page.at(number, argument.head) is None:
        return _of_press(page, line, argument, span, phrase)
    town = page.at(number, argument.head)
    if town is not None and town.form in ("city", "region", "gpe") and head.ent in ("PERSON", "GPE", ""):
        alike = namesake(page, town) if town.last - town.first == 1 else None
        if alike is not None:
            return Source(span, (alike,))
        full = name_with_place(line, argument, town)
        if full is not None:
            return Source(span, (Speaker(None, full),))
    found = list(fill(page, number, argument))
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
        and number - memory.sentence <= BACK
    ):
        return Source(span, memory.speakers)
    if (
        town is not None
        and town.referents
        and page.referents[town.referents[0]].kind == "place"
        and not people(line, argument)
    ):
        return None
    if not phrase or not (
        people(line, argument) or not weak and argument.via in _PLAIN and could_speak(line, argument)
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


def after(page: PageReferents, line: Line, token: int, memory: Memory) -> Source | None:
    """Who stands right behind an inverted verb that the parse left without a subject: '", said N. N., one of ...'."""
    tokens = line.tokens
    last = token
    while (
        last < len(tokens)
        and last - token < _PHRASE_WORDS
        and tokens[last].text not in (",", ".", ";", ":", "(")
        and tokens[last].pos in _NOMINAL
    ):
        last += 1
    if last == token or tokens[last - 1].pos not in ("PROPN", "NOUN", "PRON"):
        return None
    return of_argument(page, line, Argument("agent", last - 1, token, last, "subject"), memory, True)


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
    phrase = phrase_of(line, argument)
    owners: list[int] = []
    for spot in page.within(line.sentence.index, wide.first, wide.last):
        if spot.first < argument.head or _authored(line, spot):
            owners += [r for r in spot.referents if page.referents[r].kind in _ACTORS and r not in owners]
    if owners:
        return Source(span, tuple(Speaker(r, page.referents[r].name) for r in owners), owner=True)
    if (
        not owners
        and "joint" in phrase.lower()
        and len(memory.speakers) > 1
        and line.sentence.index - memory.sentence <= BACK
    ):
        return Source(span, memory.speakers, owner=True)
    definite = line.tokens[wide.first].text.lower() in ("the", "this", "its", "their", "that")
    if not owners and definite and line.sentence.index - memory.sentence <= BACK and len(memory.speakers) == 1:
        only = memory.speakers[0]
        own = only.referent is not None and page.referents[only.referent].kind != "person"
        if own or only.referent is None and not reporting().papers.isdisjoint(only.name.lower().split()):
            return Source(span, memory.speakers, owner=True)
    return Source(span, (Speaker(None, phrase),)) if phrase else None


def _authored(line: Line, spot: Spot) -> bool:
    """Whether a spot behind a paper names its author: "a statement by the ministry"."""
    at = spot.first - 1
    while at > 0 and line.tokens[at].tag in ("DT", "JJ", "NNP", "NN", "POS", "PRP$"):
        at -= 1
    return line.tokens[at].text.lower() in ("by", "of", "from", "and")


def _of_press(page: PageReferents, line: Line, argument: Argument, span: Span, phrase: str) -> Source | None:
    """A paper, a site, a station: the outlet named with it, or else its own words."""
    for spot in page.within(line.sentence.index, argument.first, argument.last):
        for r in spot.referents:
            if is_outlet(page.referents[r]):
                return Source(span, (Speaker(r, page.referents[r].name),))
    named = proper(page, line, argument)
    return Source(span, (Speaker(None, named or phrase),)) if phrase else None


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
    if spot is not None and spot.form == "role" and head.lemma == "source":
        return Speaker(None, phrase or referent.name)  # a source is nobody whom the page names
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


def _without_parts(here: Line, arguments: list[Argument]) -> list[Argument]:
    """The arguments without those that only describe another, or are a piece of one name with it."""
    out: list[Argument] = []
    for a in arguments:
        described = a.via == "apposition-list" and any(here.tokens[o.head].tag not in ("NNS", "NNPS") for o in out)
        if not described and not any(_one_name(here, o.head, a.head) for o in out):
            out.append(a)
    return out


def _singular(here: Line, verb: int) -> bool:
    """Whether a verb agrees with one subject."""
    if here.tokens[verb].tag == "VBZ":
        return True
    return any(here.tokens[k].text.lower() in ("has", "was", "is") for k in here.kids[verb])


def _one_name(here: Line, first: int, second: int) -> bool:
    """ "Customs and Border Protection": one name in which the parser sees two things."""
    first, second = min(first, second), max(first, second)
    between = here.tokens[first + 1 : second + 1]
    return bool(here.tokens[first].ent == "ORG") and all(t.ent == "ORG" and not t.ent_begins for t in between)
