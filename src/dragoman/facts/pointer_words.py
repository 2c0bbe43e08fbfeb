"""Phrases that point back at those who were named before: "both", "the four", "officials of the two ministries"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.facts.people import groups
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Token

# Numbers by which a list named before is taken up: "the four", "all three".
NUMBERS = {"three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def of_both(tokens: Sequence[Token], argument: Argument) -> bool:
    """True of "officials of the two ministries", "envoys from both countries": people of two named before."""
    head, inside = tokens[argument.head], tokens[argument.head + 1 : argument.last]
    if head.lemma not in groups()["delegates"] or not inside or inside[0].text.lower() not in ("of", "from"):
        return False
    whose = next((t for t in inside if t.pos == "NOUN" and t.tag == "NNS"), None)
    if whose is None or whose.lemma not in groups()["governments"] | groups()["pairs"]:
        return False
    return any(t.text.lower() in ("two", "both", *NUMBERS) for t in inside if t.i < whose.i)


def host_and_guest(tokens: Sequence[Token], argument: Argument) -> bool:
    """True of both in "the host and the guest": the two who met."""
    words = ("host", "guest", "visitor")
    head = tokens[argument.head]
    if head.lemma not in words or tokens[argument.first].text.lower() not in ("the", "host", "guest"):
        return False
    beside = [t for t in tokens if t.dep == "conj" and head.i in (t.i, t.head)]
    return any({tokens[t.head].lemma, t.lemma} <= set(words) and tokens[t.head].lemma != t.lemma for t in beside)


def the_team(page: PageReferents, sentence: int, argument: Argument) -> bool:
    """True of "the delegation", "the visitors": those whose journey was told before; not of "the two delegations"."""
    tokens = page.annotated.sentences[sentence].tokens
    head = tokens[argument.head]
    return (
        head.lemma in groups()["travellers"]
        and head.pos == "NOUN"
        and tokens[argument.first].text.lower() == "the"
        and argument.last == argument.head + 1
        and all(t.pos == "ADJ" for t in tokens[argument.first + 1 : argument.head])
        and not page.within(sentence, argument.first, argument.last)
    )


def points_back(tokens: Sequence[Token], argument: Argument) -> bool:
    """True of "the two sides", "all four" and "these ministers": those who were named before."""
    lower = [t.text.lower() for t in tokens[argument.first : argument.last]]
    head = tokens[argument.head]
    if lower and lower[0] in ("two", "three") and head.lemma in groups()["uniformed"]:
        return False  # "two soldiers were killed": none of whom the page has spoken
    counted = lower[:1] in (["the"], ["all"], ["these"]) and not NUMBERS.keys().isdisjoint(lower)
    if not lower or counted or any(w in ("two", "both", "sides", "parties", "three") for w in lower):
        return bool(lower)
    if head.lemma in groups()["couples"]:
        return lower[0] == "the" and argument.last == argument.head + 1
    # "Their presidents met", but of "they met their counterparts" it is not the counterparts who were named.
    pointing = ("the", "these", "those", "their") if argument.role == "agent" else ("the", "these", "those")
    return head.tag == "NNS" and lower[0] in pointing


def how_many(tokens: Sequence[Token], argument: Argument) -> int | None:
    """How many a phrase points back at: three of "the three", two at least of a plural."""
    lower = [t.text.lower() for t in tokens[argument.first : argument.last]]
    head = tokens[argument.head]
    count = next((NUMBERS[w] for w in (*lower, head.lemma) if w in NUMBERS), None)
    if count is not None:
        return count
    plural = head.tag in ("NNS", "PRP", "PRP$", "DT", "CD") or head.lemma in groups()["couples"]
    return 2 if plural else None
