"""The words that name a source: its whole phrase, its short form, and whether it may be a speaker at all."""

from __future__ import annotations

from dragoman.facts.people import is_people_word
from dragoman.mentions.spots import PageReferents, Spot
from dragoman.statements.cues import reporting
from dragoman.statements.line import Line
from dragoman.types import Argument, Span

_OWNERS = frozenset(("his", "her", "its", "their"))
_ARTICLES = frozenset(("the", "a", "an"))
_NAME_WORDS = 9


def people(line: Line, argument: Argument) -> bool:
    """Whether the head of a phrase is a word for people or bodies."""
    t = line.tokens[argument.head]
    return t.lemma in reporting().people or is_people_word(t.lemma) or t.ent in ("PERSON", "ORG", "NORP")


def could_speak(line: Line, argument: Argument) -> bool:
    """Whether a phrase may name somebody who is on no list: a noun, no pronoun, no time and no number."""
    t = line.tokens[argument.head]
    return t.pos in ("NOUN", "PROPN") and t.ent not in ("DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL")


def phrase_of(line: Line, argument: Argument) -> str:
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


def owned(page: PageReferents, line: Line, argument: Argument, phrase: str) -> str:
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


def proper(page: PageReferents, line: Line, argument: Argument) -> str | None:
    """The name in "the weekend edition of the Daily Such": the last run of capitals behind the head."""
    run = [t for t in line.tokens[argument.head + 1 : argument.last] if t.pos == "PROPN" and t.text[:1].isupper()]
    if not run or run[-1].i - run[0].i + 1 != len(run):
        return None
    return " ".join(line.text[run[0].start : run[-1].end].split())


def name_with_place(line: Line, argument: Argument, spot: Spot) -> str | None:
    """ "Chile's Ricardo Lagos": a family name that is also a town."""
    first = spot.first
    while (
        first > argument.first and line.tokens[first - 1].pos == "PROPN" and line.tokens[first - 1].text[:1].isupper()
    ):
        first -= 1
    if first == spot.first:
        return None
    return " ".join(line.text[line.tokens[first].start : line.tokens[spot.last - 1].end].split())


def _entity(line: Line, token: int) -> tuple[int, int]:
    """The range of the tagger's entity around a token."""
    tokens = line.tokens
    first, last = token, token + 1
    while first and not tokens[first].ent_begins and tokens[first - 1].ent == tokens[token].ent:
        first -= 1
    while last < len(tokens) and tokens[last].ent == tokens[token].ent and not tokens[last].ent_begins:
        last += 1
    return first, last


def whole(page: PageReferents, line: Line, argument: Argument) -> Span:
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
