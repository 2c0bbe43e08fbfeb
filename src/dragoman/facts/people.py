"""Who acts: the nouns that stand for people and for what is theirs (knowledge/people.yaml), and who fills a slot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.knowledge import overlay
from dragoman.mentions.spots import PageReferents
from dragoman.types import Argument, Referent, Token

_ACTORS = frozenset(("person", "state", "body", "force", "company"))


@overlay.once
def groups() -> Mapping[str, frozenset[str]]:
    """The classes of nouns that stand for people, from knowledge/people.yaml."""
    return {name: frozenset(words) for name, words in overlay.data("people.yaml").items()}


def is_people_word(lemma: str) -> bool:
    """True of nouns that stand for people acting for a state, a body or an armed group."""
    known = groups()
    return lemma in known["delegates"] or lemma in known["governments"] or lemma in known["forces"]


def is_asset(token: Token) -> bool:
    """True of a noun for what belongs to a state and may be hit in its stead; "bases" is no plural of "basis"."""
    known = groups()["assets"]
    low = token.text.lower()
    return token.lemma in known or low in known or token.tag == "NNS" and token.text.lower().removesuffix("s") in known


def several_foreign(page: PageReferents, sentence: int, argument: Argument) -> bool:
    """True of people of other states where no state is named: "army chiefs from ex-Soviet states"."""
    tokens = page.annotated.sentences[sentence].tokens
    head = tokens[argument.head]
    if head.tag not in ("NNS", "NNPS"):
        return False
    # What follows with a preposition belongs to the people: "chiefs from other states".
    last = argument.last
    while (
        last < len(tokens)
        and last - argument.last < 8
        and tokens[last].pos in ("ADP", "ADJ", "NOUN", "PROPN", "DET", "PUNCT", "NUM")
    ):
        if tokens[last].text in (",", ";", "."):
            break
        last += 1
    inside = [t for t in tokens[argument.first : last] if not _own_affairs(tokens, t)]
    words = {t.lemma for t in inside} | {t.text.lower() for t in inside}
    return (is_people_word(head.lemma) or head.lemma in groups()["pairs"]) and not words.isdisjoint(groups()["foreign"])


def _own_affairs(tokens: Sequence[Token], token: Token) -> bool:
    """True of "foreign" in "foreign policy advisers": what a state's own people deal with."""
    after = tokens[token.i + 1 : token.i + 2]
    return token.lemma == "foreign" and any(t.lemma in groups()["affairs"] for t in after)


def as_actor(referents: Sequence[Referent], referent: int, kinds: Iterable[str]) -> int | None:
    """The referent itself, or the state it speaks for, where that may stand in a slot of these kinds; else None."""
    kinds = frozenset(kinds)
    r = referents[referent]
    if r.kind in kinds and r.kind in _ACTORS:
        # A body that no list holds and that no state is named for ("the Goldman Prize", "Cabinet") acts for nobody.
        nobodys = r.kind in ("body", "company") and r.country is None and r.name not in groups()["forums"]
        return None if nobodys else referent
    if r.kind == "place" and "state" in kinds and r.acts_for is not None:
        return r.acts_for
    return None


def is_actor(referents: Sequence[Referent], referent: int) -> bool:
    """True where a referent can act, itself or through what it speaks for."""
    r = referents[referent]
    return r.kind in _ACTORS or r.acts_for is not None
