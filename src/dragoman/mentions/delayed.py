"""Offices of those who are named only after: 'Niger's ambassador told reporters. "We wait," said X'."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.mentions.names import Name
from dragoman.mentions.owning import head_of
from dragoman.mentions.persons import Person
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Sentence, Token

_REACH = 2  # sentences back at most, with nobody else named between
# Classes of title that no report leaves unnamed to name their bearer next.
_NEVER = frozenset(("rank", "honorific", "kin", "private", "counterpart", "royal"))


def give(
    persons: Sequence[Person],
    sentences: Sequence[Sentence],
    titles: Sequence[Sequence[TitlePhrase]],
    vocabulary: Vocabulary,
) -> None:
    """Gives an untitled speaker the office of the one who was said to speak, without a name, right before him.

    Whoever the office holders know needs no introduction: "Macron said" tells of no spokesman named before him.
    """
    saying = vocabulary.saying
    named = {n.sentence for p in persons for n in p.names}
    owned = {id(t) for p in persons for n in p.names for t in n.titles}
    for person in persons:
        first = person.names[0]
        tokens = sentences[first.sentence].tokens
        introduced = person.titles or any(n.country for n in person.names) or len(first.words) < 2
        if introduced or vocabulary.holders.named(person.words) or not _speaks(tokens, first, saying):
            continue
        office = None
        for back in range(first.sentence - 1, max(-1, first.sentence - 1 - _REACH), -1):
            free = [t for t in titles[back] if id(t) not in owned and _said(sentences[back].tokens, t, saying)]
            if len(free) == 1:
                office = free[0]
            if free or back in named:
                break
        if office is not None:
            person.offices.append(office)
            owned.add(id(office))


def _speaks(tokens: Sequence[Token], name: Name, saying: Collection[str]) -> bool:
    head = tokens[head_of(tokens, name.first, name.last)]
    return head.dep == "nsubj" and tokens[head.head].lemma in saying


def _said(tokens: Sequence[Token], title: TitlePhrase, saying: Collection[str]) -> bool:
    """True of an office whose bearer a sentence says to speak, as its subject: "the ambassador told"."""
    head = tokens[title.head]
    its = title.possessor is not None and tokens[title.possessor].text.lower() == "its"
    if title.plural or title.word.cls in _NEVER or not (title.country or title.org or its):
        return False
    return head.dep == "nsubj" and tokens[head.head].lemma in saying
