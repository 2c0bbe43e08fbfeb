"""Bodies named by grammar: "Azerbaijan's Defence Ministry", "the General Staff of the Russian Armed Forces"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.names import Name
from dragoman.mentions.spelling import fold
from dragoman.mentions.titles import TitlePhrase, surface
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Token

_REACH = 6


@dataclass(frozen=True, slots=True)
class BodyPhrase:
    """A body of a state: its words without nationality, and whose it is."""

    first: int
    last: int  # exclusive
    name: str
    country: str | None
    force: bool


def find(
    tokens: Sequence[Token],
    hits: Sequence[TokenHit],
    titles: Sequence[TitlePhrase],
    names: Sequence[Name],
    vocabulary: Vocabulary,
) -> list[BodyPhrase]:
    """The bodies of one sentence that stand outside titles and names, left to right."""
    at = {k: hit for hit in hits for k in range(hit.first, hit.last)}
    # A field of office may look like a name: "the Ministry of Foreign Affairs".
    fields = [n for n in names if all(vocabulary.is_domain(word.lower()) for word in n.words)]
    barred = {k for n in names if n not in fields for k in range(n.first, n.last)}
    barred |= {k for t in titles for k in range(t.first, t.last)}
    lower = [t.text.lower() for t in tokens]
    found: list[BodyPhrase] = []
    k = 0
    while k < len(tokens):
        width = vocabulary.body_head_at(lower, k) if k not in barred else 0
        if k and lower[k - 1] == "foreign" and lower[k] == "military":
            width = 0  # "a Foreign Military Sale": whoever is foreign to somebody, and no state's own
        if not width or (k in at and at[k].kind in ("body", "force", "company")):
            k += 1
            continue
        if _inside_longer(tokens, lower, k + width, vocabulary):  # "the Joint Military Cooperation Committee"
            k += width
            continue
        if _of_several(tokens, lower, k + width, at):  # "the navies of Oman and Iran": each its own, and the states act
            k += width
            continue
        phrase = _phrase(tokens, lower, k, width, at, barred, vocabulary, found[-1].last if found else 0)
        if phrase.country is None and lower[phrase.last : phrase.last + 1] == ["in"]:
            seat = at.get(phrase.last + 1)
            if seat is not None and seat.kind == "capital":  # "the foreign ministry in Tallinn"
                phrase = replace(phrase, country=seat.code)
        if phrase.country is not None or _is_name(tokens, phrase):
            found.append(phrase)
        k = max(k + 1, phrase.last)
    return found


def _inside_longer(tokens: Sequence[Token], lower: list[str], end: int, vocabulary: Vocabulary) -> bool:
    """True of a word that is part of the name of a body which ends further on, all of it in capitals."""
    inner = tokens[end - 1]
    if inner.dep != "compound" or not inner.text[:1].isupper() or not end <= inner.head < len(tokens):
        return False
    rest = tokens[end : inner.head + 1]
    named = len(rest) > 1 and all(t.text[:1].isupper() for t in rest)
    return named and vocabulary.body_head_at(lower, inner.head) > 0


def _of_several(tokens: Sequence[Token], lower: list[str], end: int, at: dict[int, TokenHit]) -> bool:
    """True of plural bodies "of" several states in a list."""
    # In a title the tagger knows no plural: "Navies of India, UAE hold drills".
    plural = tokens[end - 1].tag in ("NNS", "NNPS") or lower[end - 1].endswith("ies")
    if lower[end : end + 1] != ["of"] or not plural:
        return False
    codes, k = set[str](), end + 1
    while k < len(tokens) and (k in at and at[k].kind == "country" or lower[k] in ("the", "and", ",")):
        if k in at and at[k].code:
            codes.add(str(at[k].code))
        k = at[k].last if k in at else k + 1
    return len(codes) > 1


def _is_name(tokens: Sequence[Token], phrase: BodyPhrase) -> bool:
    """True of "Defence Ministry" in capitals: a body of some state, though the sentence does not say of which."""
    return phrase.last - phrase.first > 1 and all(
        t.text[:1].isupper() for t in tokens[phrase.first : phrase.last] if t.pos not in ("ADP", "DET", "CCONJ")
    )


def _phrase(
    tokens: Sequence[Token],
    lower: list[str],
    k: int,
    width: int,
    at: dict[int, TokenHit],
    barred: set[int],
    vocabulary: Vocabulary,
    limit: int,
) -> BodyPhrase:
    country: str | None = None
    first = begin = k
    j = k - 1
    while j >= limit and k - j <= _REACH and j not in barred:
        if j in at and at[j].kind in ("demonym", "country", "metonym", "capital", "body"):
            country = at[j].code
            first = at[j].first
            if at[j].kind == "capital" and at[j].last == begin and tokens[k].text[:1].isupper():
                begin = first  # "the Helsinki Foundation": the city is part of the name
            break
        if tokens[j].tag == "POS" or tokens[j].text == "joint":
            pass  # "a US joint army exercise": the army's, and not of a joint army
        elif (
            vocabulary.is_domain(lower[j])
            or vocabulary.is_body_token(lower[j])
            or (
                tokens[j].text[:1].isupper()
                and tokens[j].tag in ("NNP", "JJ", "NN")
                and tokens[j].ent not in ("DATE", "PERSON")
            )
        ):
            first = begin = j
        elif lower[j] not in ("and",):
            break
        j -= 1
    last = k + width
    if last < len(tokens) and lower[last] in ("of", "for"):
        j = last + 1
        while j < len(tokens) and lower[j] in ("the", "and"):
            j += 1
        end = j
        while end < len(tokens) and end not in barred and end - last <= _REACH:
            if end in at and at[end].code:
                country = country or at[end].code
                end = at[end].last
                continue
            if vocabulary.is_domain(lower[end]) or vocabulary.is_body_token(lower[end]):
                end += 1
                continue
            if tokens[end].tag == "POS" and end + 1 < len(tokens) and vocabulary.is_body_token(lower[end + 1]):
                end += 2  # "the General Staff of the Lao People's Army"
                continue
            if lower[end] == "and" and lower[end + 1 : end + 2] == ["the"] and country is not None:
                break  # "the government of Peru and the Shining Path": the other side
            if (
                lower[end] in ("of", "the", "and")
                and end + 1 < len(tokens)
                and (
                    end + 1 in at or vocabulary.is_domain(lower[end + 1]) or (lower[end + 1] == "the" and end + 2 in at)
                )
            ):
                end += 1
                continue
            break
        if end > j:
            last = end
    name = surface(tokens, begin, last)
    return BodyPhrase(first, last, name, country, vocabulary.is_force_word(lower[k : k + width]))


def owned(found: Sequence[Sequence[BodyPhrase]], home: Callable[[str], str | None]) -> list[list[BodyPhrase]]:
    """The bodies of a page's sentences, each with its state: where it names none, that of the one body so called
    elsewhere on the page, else what `home` gives for its name."""
    known: dict[str, set[str]] = defaultdict(set)
    for bodies in found:
        for b in bodies:
            if b.country is not None:
                known[fold(b.name)].add(b.country)
    out = []
    for bodies in found:
        here = []
        for b in bodies:
            if b.country is None:
                codes = known.get(fold(b.name), set())
                b = replace(b, country=next(iter(codes)) if len(codes) == 1 else None if codes else home(b.name))
            here.append(b)
        out.append(here)
    return out
