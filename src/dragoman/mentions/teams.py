"""Whose a delegation or force is that somebody leads, or is in: "a Russian team under X", "X heads the Greek side"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.names import Name
from dragoman.mentions.owning import head_of
from dragoman.mentions.serving_words import words
from dragoman.types import Token


def team_of(tokens: Sequence[Token], hits: Sequence[TokenHit], name: Name) -> str | None:
    """The state of the delegation that somebody leads or is in: "a Russian team under X", "X heads the side"."""
    first = min([name.first, *(t.first for t in name.titles if t.last <= name.first)])
    while first > 0 and tokens[first - 1].tag in ("DT", "PRP$"):
        first -= 1
    ranges = []
    if first > 1 and tokens[first - 1].text.lower() in words("joining"):
        ranges.append(_team_before(tokens, first - 1))
    ranges.append(_side_before(tokens, first))
    ranges.append(_team_led(tokens, head_of(tokens, name.first, name.last)) or _led_behind(tokens, name.last))
    ranges.append(_represented(tokens, first))
    for span in ranges:
        if span is None:
            continue
        found = {h.code for h in hits if h.code and span[0] <= h.first and h.last <= span[1]}
        if len(found) == 1:
            return found.pop()
    return None


def leads_team(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True of a name (tokens `first` to `last`) whose bearer a sentence says to lead a delegation or to head a team."""
    if first > 1 and tokens[first - 1].text.lower() == "by" and _team_before(tokens, first - 1) is not None:
        return True
    return _team_led(tokens, head_of(tokens, first, last)) is not None


def phrase_begins(tokens: Sequence[Token], noun: int) -> int:
    """Where the adjectives and names before a noun begin."""
    first = noun
    while first > 0 and tokens[first - 1].tag in ("JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "CD", "VBN", "VBG"):
        first -= 1
    return first


def _team_before(tokens: Sequence[Token], joint: int) -> tuple[int, int] | None:
    """The words about a team that stand before "led by", "under", "with" or "including"."""
    k = joint - 1
    if tokens[joint].text.lower() == "by":
        if tokens[k].lemma not in words("leading"):
            return None
        k -= 1
    for noun in range(k, max(-1, k - 14), -1):
        token = tokens[noun]
        if token.lemma in words("teams") and token.pos in ("NOUN", "PROPN"):
            return phrase_begins(tokens, noun), joint
        if token.tag in ("VBD", "VBZ", "VBP", "MD") or token.text in (";", ":"):
            return None
    return None


def _side_before(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The words about the side in "on behalf of the Russian side, X", before a name that begins at `first`."""
    k = first - 1
    if k > 0 and tokens[k].text == ",":
        k -= 1
    if k < 1 or tokens[k].lemma not in words("sides"):
        return None
    begins = phrase_begins(tokens, k)
    while begins > 0 and tokens[begins - 1].tag == "DT":
        begins -= 1
    behalf = [t.text.lower() for t in tokens[max(0, begins - 3) : begins]]
    return (begins, k + 1) if behalf[-1:] in (["from"], ["for"]) or behalf[-2:] == ["behalf", "of"] else None


def _represented(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The words about the state in "Peru was represented by X and Chile by Y", for a name that begins at `first`."""
    k = first - 2
    if k < 0 or tokens[first - 1].text.lower() != "by":
        return None
    if tokens[k].lemma in words("representing"):
        k -= 1
        while k > 0 and (tokens[k].lemma == "be" or tokens[k].text == ","):
            k -= 1
    elif not any(t.lemma in words("representing") for t in tokens[:k]):
        return None
    begins = phrase_begins(tokens, k + 1)
    return (begins, k + 1) if begins <= k and tokens[k].text[:1].isupper() else None


def _led_behind(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """The words about the team in "X headed the Chilean team", whatever the parser makes of it."""
    if last >= len(tokens) or tokens[last].lemma not in words("leading") or tokens[last].tag not in ("VBD", "VBZ"):
        return None
    team = next((t.i for t in tokens[last + 1 : last + 6] if t.lemma in words("teams")), None)
    return None if team is None else (last + 1, team + 1)


def _team_led(tokens: Sequence[Token], head: int) -> tuple[int, int] | None:
    """The words about the team in "X leads the team", "the team is led by X"."""
    token = tokens[head]
    verb = tokens[token.head]
    if token.dep == "pobj" and verb.text.lower() == "by" and verb.dep == "agent":
        verb = tokens[verb.head]
        wanted = "nsubjpass"
    elif token.dep == "nsubj":
        wanted = "dobj"
    else:
        return None
    if verb.lemma not in words("leading"):
        return None
    noun = next((t for t in tokens if t.head == verb.i and t.dep == wanted), None)
    if noun is None or noun.lemma not in words("teams"):
        return None
    return phrase_begins(tokens, noun.i), min(len(tokens), noun.i + 1)
