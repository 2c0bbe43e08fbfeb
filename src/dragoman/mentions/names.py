"""Names of people in one sentence: runs of capitalised words, with what speaks for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.titles import TitlePhrase
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Token

_MAX_WORDS = 6

# What each kind of evidence weighs towards "this run names a person".
TITLE_BEFORE = 3.0
TITLE_APPOSED = 2.0
TAGGED_PERSON = 1.0
GIVEN_NAME = 1.5
SPEAKS = 0.5
TAGGED_OTHER = -0.6
IN_GAZETTEER = -2.5


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that may name a person."""

    sentence: int
    first: int
    last: int  # exclusive
    text: str
    titles: tuple[TitlePhrase, ...]
    score: float
    honorific: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, without particles and hyphens resolved."""
        return tuple(self.text.split())


def find(
    sentence: int,
    tokens: Sequence[Token],
    hits: Sequence[TokenHit],
    titles: Sequence[TitlePhrase],
    vocabulary: Vocabulary,
) -> list[Name]:
    """Candidate names of one sentence, left to right, each with the titles that stand with it."""
    blocked: dict[int, TokenHit] = {k: hit for hit in hits for k in range(hit.first, hit.last)}
    titled = {k for t in titles for k in range(t.first, t.last)}
    starts_after = {t.last: t for t in titles if not t.plural or t.word.cls in ("rank",)}
    runs: list[tuple[int, int]] = []
    k = 0
    while k < len(tokens):
        if k in titled or not _may_start(tokens, k, blocked, k in starts_after, vocabulary):
            k += 1
            continue
        last = _run_end(tokens, k, titled, blocked, vocabulary)
        runs.append((k, last))
        k = max(last, k + 1)
    names = []
    for first, last in runs:
        here = _titles_of(tokens, first, last, titles, runs)
        score = _score(tokens, first, last, here, blocked, vocabulary)
        honorific = next((t.text for t in here if t.word.cls == "honorific"), None)
        text = _text(tokens, first, last)
        names.append(Name(sentence, first, last, text, tuple(t for t in here if t.word.cls != "honorific"), score, honorific))
    return names


def _may_start(
    tokens: Sequence[Token], k: int, blocked: dict[int, TokenHit], after_title: bool, vocabulary: Vocabulary
) -> bool:
    token = tokens[k]
    if not _is_capital(token) or token.ent in ("DATE", "TIME"):
        return False
    if k in blocked:
        hit = blocked[k]
        if hit.kind in ("demonym", "body", "force", "company", "metonym") and not after_title:
            return False
        if hit.kind in ("demonym", "body", "force", "metonym", "outlet"):
            return False
        # "Jordan", "Chad", "Paris": a person only where a title or the tagger says so and a name goes on.
        longer = hit.last < len(tokens) and _is_capital(tokens[hit.last]) and hit.last not in blocked
        return hit.first == k and (after_title or (longer and token.ent == "PERSON"))
    if vocabulary.is_body_token(token.text.lower()) or vocabulary.is_calendar(token.text):
        return False
    if token.tag in ("NNP", "NNPS") or token.ent == "PERSON" or after_title:
        return not (k == 0 and token.tag not in ("NNP", "NNPS") and token.ent != "PERSON" and not after_title)
    return vocabulary.is_given(token.text) and k + 1 < len(tokens) and _is_capital(tokens[k + 1])


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and (len(token.text) > 1 or token.text.isalpha())


def _run_end(
    tokens: Sequence[Token], first: int, titled: set[int], blocked: dict[int, TokenHit], vocabulary: Vocabulary
) -> int:
    k = first + 1
    last = k
    words = 1
    while k < len(tokens) and words < _MAX_WORDS:
        token = tokens[k]
        glued = token.start == tokens[k - 1].end
        if k in titled or token.tag in ("POS",):
            break
        if glued and token.text in "-–'’‑" and k + 1 < len(tokens) and tokens[k + 1].start == token.end:
            k += 2
            last = k
            continue
        if k in blocked and not (blocked[k].kind in ("city", "country", "capital") and tokens[k].ent == "PERSON" and not tokens[k].ent_begins):
            break
        if _is_capital(token) and (token.tag in ("NNP", "NNPS") or token.ent == "PERSON" or tokens[k - 1].ent == token.ent == ""):
            if token.ent in ("DATE", "TIME", "GPE", "NORP") or vocabulary.is_calendar(token.text):
                break
            if vocabulary.is_body_token(token.text.lower()) and token.ent != "PERSON":
                break
            if token.ent == "PERSON" and token.ent_begins and tokens[k - 1].ent == "PERSON":
                break
            k += 1
            last = k
            words += 1
            continue
        if token.text.lower() in vocabulary.particles and k + 1 < len(tokens):
            after = k + 1
            if tokens[after].text in ("-", "’", "'") and after + 1 < len(tokens):
                after += 1
            if _is_capital(tokens[after]) and after not in titled and (token.text.islower() is False or tokens[after].tag.startswith("NNP")):
                if token.text.lower() in ("de", "la", "da", "von", "van", "der", "al", "el", "bin", "ibn", "di", "del", "ul", "ur") or token.ent == "PERSON":
                    k = after + 1
                    last = k
                    words += 1
                    continue
        break
    return last


def _titles_of(
    tokens: Sequence[Token], first: int, last: int, titles: Sequence[TitlePhrase], runs: Sequence[tuple[int, int]]
) -> list[TitlePhrase]:
    """Titles that stand with the run `first:last`: before it, stacked, apposed on either side, or predicated of it."""
    found: list[TitlePhrase] = []
    begins = {r[0] for r in runs}
    edge = first
    for phrase in reversed(titles):
        if phrase.last > edge:
            continue
        gap = tokens[phrase.last : edge]
        if not gap or (len(gap) == 1 and gap[0].text == "(" and False):
            found.append(phrase)
            edge = phrase.first
            continue
        words = [t.text.lower() for t in gap]
        # "Chief of the General Staff, Army General X"; "his counterpart, X,"; "minister and chief X".
        stacked = all(w in (",", "and", "the", "-", "–") for w in words) and not phrase.plural
        if stacked and (found or _closes(tokens, last) or phrase.word.cls not in ("rank",)):
            if not found and "and" in words:
                break
            if not found and phrase.last < len(tokens) and not _apposed_before(tokens, phrase, first, last):
                break
            found.append(phrase)
            edge = phrase.first
            continue
        break
    after = last
    while True:
        step = after
        while step < len(tokens) and tokens[step].text.lower() in (",", "the", "a", "an", "-", "–", "—", "--", "("):
            step += 1
        if step == after:
            break
        phrase_after = next((t for t in titles if t.first == step or (t.possessor == step and t.first == step + 1)), None)
        if phrase_after is None or phrase_after.plural:
            break
        # "Putin, President Aliyev and": the title belongs to the name that follows it.
        if phrase_after.last in begins and phrase_after.last < len(tokens):
            break
        if tokens[after].text.lower() in ("the", "a", "an"):
            break
        found.append(phrase_after)
        after = phrase_after.last
        if after < len(tokens) and tokens[after].text.lower() == "and":
            more = after + 1
            while more < len(tokens) and tokens[more].text.lower() in ("the", "a", "an"):
                more += 1
            joined = next((t for t in titles if t.first == more and t.last not in begins and not t.plural), None)
            if joined is not None and tokens[joined.head].dep == "conj" and tokens[joined.head].head == phrase_after.head:
                found.append(joined)
                after = joined.last
    head = _head(tokens, first, last)
    for phrase in titles:
        if phrase in found or phrase.plural:
            continue
        token = tokens[phrase.head]
        if token.dep == "attr" and tokens[token.head].lemma == "be" and tokens[head].dep == "nsubj" and tokens[head].head == token.head:
            found.append(phrase)
        elif token.dep == "appos" and token.head == head and phrase.last not in begins:
            found.append(phrase)
    return found


def _closes(tokens: Sequence[Token], last: int) -> bool:
    return last >= len(tokens) or tokens[last].text in (",", ".", ";", ":", ")", "'s", "’s", "”", '"', "-", "–", "—") or tokens[last].pos in ("VERB", "AUX", "ADP")


def _apposed_before(tokens: Sequence[Token], phrase: TitlePhrase, first: int, last: int) -> bool:
    """True of "the Russian defence minister, Sergei Shoigu, said": the comma joins the two, it is no list."""
    head = _head(tokens, first, last)
    if tokens[head].dep == "appos":
        return True
    if tokens[head].dep == "conj":
        return False
    return (phrase.definite or phrase.possessor is not None or bool(phrase.countries)) and _closes(tokens, last)


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    for k in range(first, last):
        if not first <= tokens[k].head < last or tokens[k].head == k:
            return k
    return last - 1


def _score(
    tokens: Sequence[Token],
    first: int,
    last: int,
    titles: Sequence[TitlePhrase],
    blocked: dict[int, TokenHit],
    vocabulary: Vocabulary,
) -> float:
    score = 0.0
    if any(t.last == first for t in titles):
        score += TITLE_BEFORE
    elif titles:
        score += TITLE_APPOSED
    labels = [tokens[k].ent for k in range(first, last) if tokens[k].text[:1].isalpha()]
    if labels.count("PERSON") * 2 > len(labels):
        score += TAGGED_PERSON
    elif any(labels):
        score += TAGGED_OTHER
    if last - first > 1 and vocabulary.is_given(tokens[first].text):
        score += GIVEN_NAME
    head = tokens[_head(tokens, first, last)]
    if head.dep == "nsubj" and tokens[head.head].lemma in vocabulary.saying:
        score += SPEAKS
    if any(k in blocked for k in range(first, last)):
        score += IN_GAZETTEER
    return score


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    out = []
    for k in range(first, last):
        if k > first and tokens[k].start > tokens[k - 1].end:
            out.append(" ")
        out.append(tokens[k].text)
    return "".join(out)
