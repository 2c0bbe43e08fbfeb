"""Which person a pronoun or a role speaks of: "he", "his", "the minister", "the top Russian military official".

Agreement first (gender, number, country, office), then the subject before others, then
the nearest. Nothing is resolved across a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.spots import Spot
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Sentence, Token

_MASCULINE = frozenset(("he", "him", "his", "himself"))
_FEMININE = frozenset(("she", "her", "hers", "herself"))
# How many sentences back a pronoun may reach, and a role.
_PRONOUN_REACH = 3
_ROLE_REACH = 40


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention of a person, for salience."""

    person: int
    sentence: int
    token: int
    subject: bool
    quoted: bool = False  # inside quotation marks: less likely to be "he" outside


@dataclass(slots=True)
class Profile:
    """What is known of a person when a later mention is to be resolved."""

    gender: str | None  # m, f
    country: str | None
    titles: list[TitlePhrase]
    group: TokenHit | None = None  # the armed group that he leads or speaks for


def pronoun_gender(token: Token) -> str | None:
    """m or f for a personal pronoun of the third person singular, else None."""
    word = token.text.lower()
    if word in _MASCULINE:
        return "m"
    return "f" if word in _FEMININE else None


def resolve_pronoun(
    token: Token,
    tokens: Sequence[Token],
    sentence: int,
    seen: Sequence[Seen],
    profiles: Sequence[Profile],
    named: Sequence[tuple[int, int]] = (),
) -> int | None:
    """The person that a pronoun stands for, or None; `named` are all whom its sentence names, each with a token."""
    gender = pronoun_gender(token)
    if gender is None:
        return None
    barred = _co_arguments(token, tokens)
    others = _named_below(token, tokens, named)
    best: tuple[tuple[int, int, int, int], int] | None = None
    for s in seen:
        profile = profiles[s.person]
        if profile.gender is not None and profile.gender != gender:
            continue
        back = sentence - s.sentence
        if back < 0 or back > _PRONOUN_REACH or (back == 0 and s.token >= token.i):
            continue
        if back == 0 and s.token in barred or s.person in others:
            continue
        # Same sentence before earlier ones; the subject before others; then the nearest.
        rank = (-back, int(s.subject), int(not s.quoted), s.token if not s.subject else -s.token)
        if best is None or rank > best[0]:
            best = (rank, s.person)
    return best[1] if best else None


def _named_below(token: Token, tokens: Sequence[Token], named: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Whom the clause of a subject pronoun names: in "he said after talks with X" he is not X.

    Nor is he in "during talks with X he said"; of others that stand before him he may be any.
    """
    if token.dep not in ("nsubj", "nsubjpass"):
        return frozenset()
    own = [(p, at) for p, at in named if at > token.i or tokens[tokens[at].head].text.lower() == "with"]
    return frozenset(p for p, at in own if _in_clause(tokens, at, token.head))


def _in_clause(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """True of a token that hangs on a verb by nouns and prepositions alone."""
    for _ in range(len(tokens)):
        if at == verb:
            return True
        if tokens[at].head == at or tokens[at].dep in ("conj", "poss", "relcl", "acl", "advcl", "ccomp", "parataxis"):
            return False
        at = tokens[at].head
    return False


def _co_arguments(token: Token, tokens: Sequence[Token]) -> frozenset[int]:
    """Tokens that cannot be what a non-reflexive object pronoun stands for: the subject of its own verb.

    Nor is anybody his own guest or successor: "when Vucic was his guest".
    """
    if token.dep == "poss" and tokens[token.head].dep == "attr":
        verb = tokens[token.head].head
        return frozenset(t.i for t in tokens if t.head == verb and t.dep == "nsubj")
    if token.dep not in ("dobj", "pobj", "dative") or token.text.lower().endswith("self"):
        return frozenset()
    verb = token.head
    if tokens[verb].pos == "ADP":
        verb = tokens[verb].head
    passed: set[int] = set()
    while verb not in passed:
        passed.add(verb)
        subjects = frozenset(t.i for t in tokens if t.head == verb and t.dep in ("nsubj", "nsubjpass"))
        if subjects or tokens[verb].dep != "conj":
            return subjects
        verb = tokens[verb].head  # "X met Y and thanked him": the subject is shared
    return frozenset()


def resolve_role(
    phrase: TitlePhrase, sentence: int, seen: Sequence[Seen], profiles: Sequence[Profile], vocabulary: Vocabulary
) -> int | None:
    """The person of the page whom a definite role without a name stands for, or None.

    The country must agree where both are known, and the office must be of one class.
    """
    best: tuple[tuple[int, int], int] | None = None
    for s in seen:
        back = sentence - s.sentence
        if back < 0 or back > _ROLE_REACH:
            continue
        profile = profiles[s.person]
        if phrase.country and profile.country and phrase.country != profile.country:
            continue
        fit = max((_fit(phrase, t, vocabulary) for t in profile.titles), default=0)
        if fit == 0:
            continue
        if phrase.country and not profile.country:
            fit -= 1
        if fit <= 0:
            continue
        rank = (fit, -back)
        if best is None or rank > best[0]:
            best = (rank, s.person)
    return best[1] if best else None


def _fit(phrase: TitlePhrase, title: TitlePhrase, vocabulary: Vocabulary) -> int:
    """How well a role fits a title that a person bears: 0 not at all, 3 word for word."""
    if phrase.former != title.former:
        return 0
    here, there = vocabulary.content(phrase.text), vocabulary.content(title.text)
    if here and here <= there:
        # "The minister" is a prime minister only where nobody else is a minister.
        return 1 if {phrase.word.cls, title.word.cls} == {"minister", "head_of_government"} else 3
    if phrase.word.cls == "official" and phrase.word.lemma not in ("official", "officer"):
        return 2 if phrase.word.lemma == title.word.lemma else 0  # "the source", "the pilot"
    if phrase.word.cls == "official":
        # "the top Russian military official", "the defence chief": any office will do.
        return 1 if title.word.cls in ("minister", "chief", "commander", "official", "rank", "head_of_state") else 0
    if phrase.word.lemma == "leader" and title.word.cls in ("head_of_state", "head_of_government"):
        return 2  # "the Chinese leader"
    if phrase.word.cls == title.word.cls:
        domains, other = vocabulary.domains_in(phrase.text), vocabulary.domains_in(title.text)
        if domains and other and not domains & other:
            return 0
        if phrase.word.cls in ("head_of_state", "head_of_government"):
            return 2 if phrase.word.lemma == title.word.lemma else 0
        same = phrase.word.lemma == title.word.lemma and not (domains and not other)
        return 2 if same or domains & other else 1
    if {phrase.word.cls, title.word.cls} <= {"minister", "chief"}:
        # "the defence chief" of a minister, "the defence minister" of none but a minister
        return (
            2
            if phrase.word.cls == "chief" and vocabulary.domains_in(phrase.text) & vocabulary.domains_in(title.text)
            else 0
        )
    if phrase.word.cls == "rank" and title.word.cls in ("chief", "commander"):
        return 1
    return 0


def resolve_thing(
    token: Token,
    sentences: Sequence[Sentence],
    sentence: int,
    spots: Sequence[Sequence[Spot]],
    kinds: Sequence[str],
    acting: Sequence[int | None],
) -> int | None:
    """The state, body or force that "it" or "its" stands for: the one subject of that kind before it, or None.

    Looked for in the same sentence, then in the one before; an "it" that stands for no noun gives None.
    """
    tokens = sentences[sentence].tokens
    if token.dep != "poss" and (token.dep != "nsubj" or _says_nothing(token, tokens)):
        return None
    for back in (sentence, sentence - 1):
        if back < 0:
            return None
        there = sentences[back].tokens
        subjects = [
            s
            for s in spots[back]
            if there[s.head].dep in ("nsubj", "nsubjpass")
            and (back < sentence or s.last <= token.i)
            and len(s.referents) == 1
            and s.form not in ("pronoun", "pointer")
        ]
        things = {_acting_thing(s.referents[0], kinds, acting) for s in subjects if kinds[s.referents[0]] != "person"}
        if things:
            return things.pop() if len(things) == 1 else None
    return None


def _acting_thing(ref: int, kinds: Sequence[str], acting: Sequence[int | None]) -> int | None:
    """What a subject acts as: a capital as its state, a body as itself."""
    return acting[ref] if kinds[ref] == "place" else ref


def _says_nothing(token: Token, tokens: Sequence[Token]) -> bool:
    """True of "it" in "it is expected that", "it seems", which stands for no noun."""
    if token.dep != "nsubj":
        return False
    verb = tokens[token.head]
    return verb.lemma in ("be", "seem", "appear", "take", "remain", "become", "look")
