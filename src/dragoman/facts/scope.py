"""Scope: whether what a predicate names happened, and who says so; read off the chain of predicates above it.

Done once, for all frames. The status is that of the report: tense and auxiliaries of the
clause first, then every predicate that governs it, from the inside out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from dragoman.types import Predicate, Status, Token

_MAX_CLIMB = 12
_AUXILIARY = ("aux", "auxpass")


@dataclass(frozen=True, slots=True)
class Scope:
    """The status of one predicate, the token that settled it, and who is reported to say it."""

    status: Status
    cue: int  # token that settled the status; the trigger itself where nothing else did
    rule: str
    direction: Literal["past", "future"] | None  # where an undated "on Monday" lies
    sources: tuple[int, ...] = ()  # tokens of predicates of reporting above, outermost first
    spoken_of: bool = False  # only a topic of talk ("discussed the visit"): weak as a report
    explicit: bool = True  # False where nothing but a bare noun says it


@dataclass(frozen=True, slots=True)
class _Words:
    governing: Mapping[str, Status]
    modifiers: Mapping[str, Status]
    prepositions: Mapping[str, str]
    modals: Mapping[str, str]
    turned: Mapping[str, Status]
    conditional: frozenset[str]
    negation: frozenset[str]
    under_way: frozenset[str]
    talked_about: frozenset[str]
    saying: Mapping[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    folder = files("dragoman.knowledge")
    data: dict[str, Any] = yaml.safe_load((folder / "scope.yaml").read_text(encoding="utf-8"))
    speech: dict[str, Any] = yaml.safe_load((folder / "reporting.yaml").read_text(encoding="utf-8"))
    return _Words(
        governing=_turned(data["governing"]),
        modifiers=_turned(data["modifiers"]),
        prepositions=_turned(data["prepositions"]),
        modals=_turned(data["modals"]),
        turned=data["double_negation"],
        conditional=frozenset(data["conditional"]),
        negation=frozenset(data["negation"]),
        under_way=frozenset(data["under_way"]),
        talked_about=frozenset(data["talked_about"]),
        saying={verb: force for force, verbs in reversed(speech["verbs"].items()) for verb in verbs},
    )


def _turned(lists: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {word: key for key, words in reversed(list(lists.items())) for word in words}


def saying_verbs() -> Mapping[str, str]:
    """Verbs of reporting with the force that they give: asserted, denied, predicted, demanded, promised."""
    return _words().saying


def scope(tokens: Sequence[Token], predicates: Mapping[int, Predicate], predicate: Predicate, headline: bool = False) -> Scope:
    """The scope of one predicate of a sentence; `predicates` holds all of them by trigger token."""
    words = _words()
    realized = predicate.token if predicate.pos == "verb" else predicate.light
    status: Status | None
    sources: list[int] = []
    spoken_of = False
    if realized is not None:
        status, cue, rule = _clause(tokens, realized, headline)
        explicit = True
    else:
        status, cue, rule = _noun(tokens, predicate)
        explicit = status is not None
    child = predicate
    seen = {predicate.token}
    for _ in range(_MAX_CLIMB):
        if child.parent is None or child.parent in seen:
            break
        parent = predicates.get(child.parent)
        if parent is None:
            break
        seen.add(parent.token)
        link = child.link or ""
        if _reports(parent, link, words):
            sources.append(parent.token)
            if words.saying.get(parent.lemma) == "denied" and link.startswith("content"):
                status, cue, rule = "denied", parent.token, f"denied by '{parent.lemma}'"
            elif status in ("planned", None) and not explicit:
                pass
        if parent.token == realized:
            child = parent
            continue
        above = _from_above(tokens, parent, child, link, status, words)
        if above is not None:
            status, cue, rule = above
            explicit = True
        elif status is None:
            # A noun under an ordinary verb shares the verb's fate.
            status, cue, rule = _inherited(tokens, parent, link, words, headline)
            spoken_of = spoken_of or (parent.lemma in words.talked_about and link in ("object", "content", "oblique:about"))
        child = parent
    if status is None:
        status, rule = "occurred", "a noun that nothing qualifies"
    if not explicit and not rule.startswith("a noun"):
        explicit = True
    direction: Literal["past", "future"] | None = None
    if status in ("occurred", "ongoing"):
        direction = "past"
    elif status == "planned":
        direction = "future"
    elif status == "possible":
        direction = "future" if not _past(tokens, realized) else "past"
    elif realized is not None:
        direction = "past" if _past(tokens, realized) else "future"
    return Scope(status, cue, rule, direction, tuple(reversed(sources)), spoken_of, explicit)


# ------------------------------------------------------------------ the clause itself


def _auxiliaries(tokens: Sequence[Token], verb: int) -> list[Token]:
    own = [t for t in tokens if t.head == verb and t.i != verb and t.dep in _AUXILIARY]
    if not own and tokens[verb].dep == "conj" and tokens[verb].head < verb:
        # "will meet Putin and visit Kazan": the second verb shares what stands before the first.
        first = tokens[tokens[verb].head]
        if tokens[verb].tag == first.tag and not any(t.head == verb and t.dep in ("nsubj", "nsubjpass") for t in tokens):
            return _auxiliaries(tokens, first.i)
    return own


def _clause(tokens: Sequence[Token], verb: int, headline: bool) -> tuple[Status | None, int, str]:
    """Status by tense, modality and negation of the verb's own clause; None where a governing verb must tell."""
    words = _words()
    token = tokens[verb]
    auxiliaries = _auxiliaries(tokens, verb)
    negated = next((t for t in tokens if t.head == verb and (t.dep == "neg" or t.text.lower() in words.negation) and t.i != verb), None)
    if negated is None:
        negated = next(
            (t for s in tokens if s.head == verb and s.dep in ("nsubj", "nsubjpass", "dobj") for t in tokens
             if t.head == s.i and t.dep in ("det", "neg") and t.text.lower() in ("no", "neither")), None)
    mark = next((t for t in tokens if t.head == verb and t.dep == "mark" and t.text.lower() in words.conditional), None)
    if mark is not None:
        return "possible", mark.i, f"a condition: '{mark.text.lower()}'"
    lower = {t.text.lower(): t for t in auxiliaries}
    for text, t in lower.items():
        kind = words.modals.get(text)
        if kind is None:
            continue
        if negated is not None:
            return "denied", negated.i, f"'{t.text} {negated.text}'"
        if kind == "reported_planned":
            return ("planned" if not _has(lower, "have") else "possible"), t.i, "'would'"
        if kind == "possible" and _has(lower, "have") and text in ("could", "should", "might", "may"):
            return "possible", t.i, f"'{t.text} have'"
        return ("planned" if kind == "planned" else "possible"), t.i, f"modal '{t.text}'"
    infinitive = any(t.tag == "TO" for t in auxiliaries) or token.tag == "VB"
    if infinitive and not any(t.tag in ("VBD", "VBZ", "VBP") for t in auxiliaries):
        if negated is not None:
            return "denied", negated.i, f"'{negated.text} to'"
        if token.dep == "ROOT" and any(t.tag == "TO" for t in auxiliaries):
            return "planned", verb, "infinitive of a headline"
        return None, verb, "infinitive"
    if negated is not None:
        return "denied", negated.i, f"'{negated.text}'"
    progressive = token.tag == "VBG" and any(t.lemma == "be" for t in auxiliaries)
    if progressive:
        past = any(t.tag == "VBD" for t in auxiliaries)
        return ("occurred" if past else "ongoing"), verb, "progressive"
    if token.tag == "VBG" and not auxiliaries:
        return None, verb, "participle"
    if token.tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in auxiliaries):
        return "occurred", verb, "past tense"
    if token.tag == "VBN" and not auxiliaries:
        return None if token.dep not in ("ROOT",) else "occurred", verb, "past participle"
    if token.tag == "VBN":
        return "occurred", verb, "passive"
    if token.lemma in ("be", "stay", "remain") and not headline:
        return "ongoing", verb, "a state that holds"
    return "occurred", verb, "headline in the present" if headline else "present tense"


def _has(auxiliaries: Mapping[str, Token], lemma: str) -> bool:
    return any(t.lemma == lemma for t in auxiliaries.values())


def _past(tokens: Sequence[Token], verb: int | None) -> bool:
    if verb is None:
        return False
    return tokens[verb].tag in ("VBD", "VBN") or any(t.tag == "VBD" for t in _auxiliaries(tokens, verb))


def _noun(tokens: Sequence[Token], predicate: Predicate) -> tuple[Status | None, int, str]:
    """Status by what stands before an act noun: "the planned visit", "no meeting"."""
    words = _words()
    for t in tokens:
        if t.head != predicate.token or t.i == predicate.token:
            continue
        low = t.text.lower()
        if low in ("no", "neither") and t.dep in ("det", "neg"):
            return "denied", t.i, f"'{low}' before the noun"
        if t.dep in ("amod", "compound", "nmod", "advmod") and low in words.modifiers:
            return words.modifiers[low], t.i, f"'{low}' before the noun"
    return None, predicate.token, "a noun"


# ------------------------------------------------------------------ what stands above


def _reports(parent: Predicate, link: str, words: _Words) -> bool:
    return parent.lemma in words.saying and parent.pos == "verb" and (link.startswith(("content", "parataxis")))


def _from_above(
    tokens: Sequence[Token], parent: Predicate, child: Predicate, link: str, status: Status | None, words: _Words
) -> tuple[Status | None, int, str] | None:
    """What a governing predicate makes of the status below it; None where it says nothing."""
    infinitive = child.pos == "verb" and not _finite(tokens, child)
    governs = link in ("content", "object", "subject", "attribute", "light", "patient", "possessive", "oblique:of", "oblique:to", "oblique:on", "oblique:for", "oblique:from", "oblique:in", "part") or link.startswith("purpose")
    if governs and parent.lemma in words.governing and (child.pos == "noun" or infinitive or link in ("subject", "attribute")):
        word = words.governing[parent.lemma]
        if parent.pos == "noun" and link in ("subject",):
            return None
        if link == "oblique:from" and word != "denied":
            return None
        if parent.pos == "noun" and child.pos == "verb" and link != "content":
            return None
        own, cue, _ = _clause(tokens, parent.token, False) if parent.pos == "verb" else (None, parent.token, "")
        if own == "denied":
            return words.turned[word], parent.token, f"under 'not {parent.lemma}'"
        if word == "denied" and parent.lemma in ("fail", "stop", "end", "avoid") and child.pos == "noun" and link != "object":
            return None
        if word == "occurred":
            if child.pos == "noun" and own in ("planned", "possible"):
                return own, cue, f"under '{parent.lemma}' to come"
            return ("occurred", parent.token, f"under '{parent.lemma}'") if status is None else None
        if word == "planned" and own == "possible":
            return "possible", cue, f"under a possible '{parent.lemma}'"
        if status == "denied":
            return None
        return word, parent.token, f"under '{parent.lemma}'"
    if infinitive and link.startswith("purpose") and status is None:
        own, cue, rule = _clause(tokens, parent.token, False) if parent.pos == "verb" else (None, parent.token, "")
        if own in ("planned", "possible", "denied"):
            return own, cue, f"purpose of something {own}"
        if parent.lemma in words.under_way:
            return "planned", parent.token, f"purpose of '{parent.lemma}'"
    if infinitive and link == "content" and parent.lemma == "be" and status is None:
        return "planned", parent.token, "'is to'"
    return None


def _inherited(
    tokens: Sequence[Token], parent: Predicate, link: str, words: _Words, headline: bool
) -> tuple[Status | None, int, str]:
    """The status that a noun or a non-finite verb takes from the predicate it stands under."""
    preposition = link.split(":", 1)[1].split()[0] if ":" in link else ""
    sense = words.prepositions.get(preposition)
    if link.startswith(("oblique", "adverbial")) and sense in ("occurred", "planned"):
        own = _clause(tokens, parent.token, headline)[0] if parent.pos == "verb" else None
        if sense == "occurred":
            return ("planned" if own == "planned" and preposition != "since" else "occurred"), parent.token, f"'{preposition}'"
        return ("occurred" if preposition in ("before", "until", "till") and own == "occurred" else "planned"), parent.token, f"'{preposition}'"
    if link.startswith("purpose") and parent.lemma in words.under_way:
        own = _clause(tokens, parent.token, headline)[0] if parent.pos == "verb" else None
        return ("planned" if own != "denied" else "denied"), parent.token, f"purpose of '{parent.lemma}'"
    if parent.pos == "verb":
        own, cue, rule = _clause(tokens, parent.token, headline)
        if parent.lemma in words.saying and not link.startswith("oblique"):
            return None, cue, rule
        return own, cue, rule
    return _noun(tokens, parent)


def _finite(tokens: Sequence[Token], predicate: Predicate) -> bool:
    verb = predicate.token if predicate.pos == "verb" else predicate.light
    if verb is None:
        return False
    tags = [tokens[verb].tag] + [t.tag for t in _auxiliaries(tokens, verb)]
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)
