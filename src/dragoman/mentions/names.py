"""Names of people in one sentence: runs of capitalised words, with what speaks for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
OFFICE_HOLDER = 2.0


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
    owned = _owned_titles(tokens, runs, titles)
    names = []
    for (first, last), here in zip(runs, owned, strict=True):
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
        if hit.kind == "city" and hit.last - hit.first == 1 and token.ent == "PERSON" and vocabulary.holder_surname(token.text):
            return True
        # "Jordan", "Chad", "Paris": a person only where a title or the tagger says so and a name goes on.
        longer = hit.last < len(tokens) and _is_capital(tokens[hit.last]) and hit.last not in blocked
        return hit.first == k and (after_title or (longer and token.ent == "PERSON"))
    if vocabulary.is_body_token(token.text.lower()) or (vocabulary.is_calendar(token.text) and token.ent != "PERSON"):
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
            if token.ent in ("DATE", "TIME") or (vocabulary.is_calendar(token.text) and token.ent != "PERSON"):
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


def _owned_titles(
    tokens: Sequence[Token], runs: Sequence[tuple[int, int]], titles: Sequence[TitlePhrase]
) -> list[list[TitlePhrase]]:
    """For each run the titles that stand with it; a title belongs to one run.

    The surest claims come first: right before the name, then after it ("X, chief of ..."), then
    stacked before it ("Chief of the General Staff, Army General X"), then predicated ("X is the head of").
    """
    owned: list[list[TitlePhrase]] = [[] for _ in runs]
    free = [t for t in titles if not t.plural]
    begins = {first for first, _ in runs}
    edges = [first for first, _ in runs]
    for n, (first, _) in enumerate(runs):
        while True:
            before = next((t for t in free if t.last == edges[n]), None)
            if before is None:
                break
            _claim(owned[n], free, before)
            edges[n] = before.first
    for n, (_, last) in enumerate(runs):
        after = last
        while (phrase := _apposed_after(tokens, after, free, begins | set(edges))) is not None:
            _claim(owned[n], free, phrase)
            after = phrase.last
    for n, (first, last) in enumerate(runs):
        while (phrase := _stacked_before(tokens, edges[n], first, last, free, bool(owned[n]))) is not None:
            _claim(owned[n], free, phrase)
            edges[n] = phrase.first
    for n, (first, last) in enumerate(runs):
        head = _head(tokens, first, last)
        for phrase in list(free):
            token = tokens[phrase.head]
            predicated = (
                token.dep == "attr" and tokens[token.head].lemma == "be"
                and tokens[head].dep == "nsubj" and tokens[head].head == token.head
            )
            if predicated or (token.dep == "appos" and token.head == head and phrase.last not in begins):
                _claim(owned[n], free, phrase)
    _share_plurals(tokens, runs, titles, owned)
    return owned


def _claim(owner: list[TitlePhrase], free: list[TitlePhrase], phrase: TitlePhrase) -> None:
    owner.append(phrase)
    free.remove(phrase)


_OPENERS = frozenset((",", "the", "a", "an", "-", "–", "—", "--", "("))


def _apposed_after(
    tokens: Sequence[Token], after: int, free: Sequence[TitlePhrase], begins: set[int]
) -> TitlePhrase | None:
    """The title in apposition that follows a name, or another such title, at `after`."""
    step = after
    while step < len(tokens) and step - after < 4 and (
        tokens[step].text.lower() in _OPENERS or (step > after and tokens[step].tag == "PRP$") or (step == after and tokens[step].text.lower() == "and")
    ):
        step += 1
    if step == after or tokens[after].text.lower() in ("the", "a", "an"):
        return None
    joined = tokens[after].text.lower() == "and"
    phrase = next((t for t in free if t.first == step), None)
    if phrase is None or phrase.last in begins:
        return None
    if joined and phrase.last + 1 in begins and tokens[phrase.last].text == ",":
        return None  # "X and the chief of the army staff, General Y": the second title is Y's
    # "X, chief of staff and first deputy minister": but not "X and the minister said".
    if joined and not any(t.last == after for t in _ending_at(tokens, after, phrase)):
        return None
    return phrase


def _ending_at(tokens: Sequence[Token], after: int, phrase: TitlePhrase) -> list[TitlePhrase]:
    """The phrase itself where it is joined by "and" to a title that ends at `after`, as the parser sees it."""
    head = tokens[phrase.head]
    return [replace(phrase, last=after)] if head.dep == "conj" and head.head < after else []


def _stacked_before(
    tokens: Sequence[Token], edge: int, first: int, last: int, free: Sequence[TitlePhrase], titled: bool
) -> TitlePhrase | None:
    """The title that stands before `edge` with nothing between but commas, articles and brackets."""
    phrase = next((t for t in reversed(free) if t.last <= edge), None)
    if phrase is None or phrase.last == edge:
        return None
    words = [t.text.lower() for t in _unbracketed(tokens[phrase.last : edge])]
    if not all(w in (",", "and", "the", "-", "–", ")") for w in words):
        return None
    if titled:
        return phrase if "and" not in words or tokens[phrase.head].dep != "conj" else None
    if "and" in words or phrase.word.cls == "rank" or not _apposed_before(tokens, phrase, first, last):
        return None
    return phrase


def _unbracketed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what stands in brackets."""
    out, depth = [], 0
    for t in tokens:
        depth += t.text == "("
        if not depth:
            out.append(t)
        depth -= t.text == ")"
    return out


def _share_plurals(
    tokens: Sequence[Token], runs: Sequence[tuple[int, int]], titles: Sequence[TitlePhrase], owned: list[list[TitlePhrase]]
) -> None:
    """Gives "defence ministers X and Y" and "the ministers of A and B, X and Y" their title and state each."""
    for phrase in titles:
        if not phrase.plural:
            continue
        step = phrase.last
        if step < len(tokens) and tokens[step].text == ",":
            step += 1
        n = next((k for k, (first, _) in enumerate(runs) if first == step), None)
        if n is None:
            continue
        listed = [n]
        while n + 1 < len(runs) and all(
            t.text.lower() in (",", "and", "&") for t in tokens[runs[n][1] : runs[n + 1][0]]
        ) and runs[n + 1][0] - runs[n][1] <= 2:
            n += 1
            listed.append(n)
        several = len(phrase.countries) > 1
        if several and len(listed) != len(phrase.countries):
            continue
        for position, k in enumerate(listed):
            code = phrase.countries[position] if several else phrase.country
            owned[k].append(replace(phrase, country=code, countries=(code,) if code else (), plural=False))


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
    known = vocabulary.holder_surname(tokens[last - 1].text)
    if any(k in blocked for k in range(first, last)):
        alone = all(k in blocked for k in range(first, last))
        score += 0.0 if known else IN_GAZETTEER if alone else IN_GAZETTEER / 5
    if known and (labels.count("PERSON") or last - first == 1):
        score += OFFICE_HOLDER
    return score


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    out = []
    for k in range(first, last):
        if k > first and tokens[k].start > tokens[k - 1].end:
            out.append(" ")
        out.append(tokens[k].text)
    return "".join(out)
