"""Titles: the phrases that say what office or rank somebody holds.

A title is built round a head word ("minister", "chief", "commander") from words before
it (nationality, body, field, "deputy", "former") and a phrase after it ("of the General
Staff of the Russian Armed Forces"). The words are data: `knowledge/titles.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.vocabulary import HeadWord, Vocabulary
from dragoman.types import Token

# How many words a title may reach to either side of its head.
_REACH = 9

_LINKS = frozenset(("of", "for", "to", "at", "in", "on"))
# Which heads may be followed by which preposition: "ambassador to", "minister for", "official at".
_AFTER = {
    "envoy": frozenset(("to", "for", "of", "in", "at")),
    "minister": frozenset(("of", "for", "in")),
    "rank": frozenset(),
    "honorific": frozenset(),
}
# Heads that name an office which somebody else holds today.
_BEFORE_NOW = frozenset(("predecessor",))
_LED = frozenset(("led", "backed", "run", "controlled", "dominated", "sponsored"))
_NAMED_OFFICES = frozenset(("head_of_state", "head_of_government", "minister", "deputy_leader", "royal", "lawmaker"))
_OF_FOR = frozenset(("of", "for", "at"))


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title in a sentence: token range, the head's token, and what it says."""

    first: int
    last: int  # exclusive
    head: int
    word: HeadWord
    text: str  # the office without nationality: "chief of the General Staff"
    org: str | None
    country: str | None
    former: bool
    plural: bool
    definite: bool
    possessor: int | None = None  # token of "his", "its" before it
    countries: tuple[str, ...] = ()  # all that are named, in order: "the Russian and US chiefs"
    core: tuple[int, int] = (0, 0)  # tokens of the head word or words: "chief of staff", last exclusive
    fields: frozenset[str] = frozenset()  # the fields of office that it names: defence, foreign, ...


def find(tokens: Sequence[Token], hits: Sequence[TokenHit], vocabulary: Vocabulary) -> list[TitlePhrase]:
    """The titles of one sentence, left to right, not overlapping."""
    at: dict[int, TokenHit] = {}
    for hit in hits:
        for k in range(hit.first, hit.last):
            at[k] = hit
    lower = [t.text.lower() for t in tokens]
    found: list[TitlePhrase] = []
    i = 0
    while i < len(tokens):
        match = vocabulary.head_at(lower, i)
        if match is None or not _may_be_title(tokens, lower, i, match[0], at, vocabulary):
            i += 1
            continue
        width, word, plural = match
        inner = vocabulary.head_at(lower, i + width - 1) if width > 1 else None
        if inner is not None and inner[0] > 1:  # "Army Chief of Staff": a chief of staff, not an army chief
            i += width - 1
            width, word, plural = inner
        if _modifies_next(lower, i, width, vocabulary):
            i += width
            continue
        begin_limit = found[-1].last if found else 0
        phrase = _phrase(tokens, lower, i, width, word, plural, at, vocabulary, begin_limit)
        if not _only_described(tokens, lower, phrase, vocabulary):
            found.append(phrase)
        i = max(phrase.last, i + width)
    return found


def _only_described(tokens: Sequence[Token], lower: list[str], phrase: TitlePhrase, vocabulary: Vocabulary) -> bool:
    """True of "an empty chair" and "a loose head": a word that is no title by itself, after plain adjectives."""
    if (
        phrase.word.bare
        or phrase.word.cls != "head"
        or phrase.org
        or phrase.countries
        or phrase.first == phrase.core[0]
    ):
        return False
    before = range(phrase.first, phrase.core[0])
    return all(
        tokens[k].tag == "JJ" and not vocabulary.is_modifier(lower[k]) and not vocabulary.is_domain(lower[k])
        for k in before
    )


def _modifies_next(lower: list[str], i: int, width: int, vocabulary: Vocabulary) -> bool:
    """True of "deputy" in "deputy prime minister" and "deputy defence minister": no title of its own."""
    if not vocabulary.is_modifier(lower[i]):
        return False
    k = i + width
    while k < len(lower) and k - i < 5 and (vocabulary.is_domain(lower[k]) or vocabulary.is_modifier(lower[k])):
        if vocabulary.head_at(lower, k) is not None:
            return True
        k += 1
    return k < len(lower) and vocabulary.head_at(lower, k) is not None


def _may_be_title(
    tokens: Sequence[Token], lower: list[str], i: int, width: int, at: dict[int, TokenHit], vocabulary: Vocabulary
) -> bool:
    token = tokens[i + width - 1]
    if token.pos not in ("NOUN", "PROPN", "ADJ") and not token.text[:1].isupper():
        return False
    hit = at.get(i)
    # "General Staff", "Security Council": a body's name that holds a head word.
    if hit is not None and hit.last > i + width and hit.kind not in ("demonym",):
        return False
    return not vocabulary.is_body_word(lower, i, i + width)


def _phrase(
    tokens: Sequence[Token],
    lower: list[str],
    i: int,
    width: int,
    word: HeadWord,
    plural: bool,
    at: dict[int, TokenHit],
    vocabulary: Vocabulary,
    limit: int,
) -> TitlePhrase:
    head = i + width - 1
    top = next((k for k in range(i, i + width) if not i <= tokens[k].head < i + width or tokens[k].head == k), head)
    first = _extend_left(tokens, lower, i, at, vocabulary, limit)
    last = _extend_right(tokens, lower, head + 1, word, at, vocabulary)
    countries: list[str] = []
    for k in range(first, last):
        hit = at.get(k)
        if hit is None or k != hit.first or not hit.code or hit.kind == "city" or hit.code in countries:
            continue
        if hit.last + 1 < len(tokens) and tokens[hit.last].text == "-" and lower[hit.last + 1] in _LED:
            continue  # "the Russian-led CSTO": an office of the CSTO
        countries.append(hit.code)
    former = (
        any(vocabulary.is_former(lower[k]) for k in range(first, i))
        or word.lemma in _BEFORE_NOW
        or (first > 1 and tokens[first - 1].tag == "DT" and vocabulary.is_formerly(lower[first - 2]))
    )
    possessor = None
    if first > 0 and tokens[first - 1].tag == "PRP$":
        possessor = first - 1
    elif first > 1 and tokens[first - 1].tag == "POS":
        possessor = first - 2  # "Obama's adviser", "Dong's predecessor"
    definite = first > 0 and lower[first - 1] in ("the", "this", "that", "both")
    text, org = _describe(tokens, lower, first, i, head, last, at, vocabulary)
    code = countries[0] if countries else None
    # "ambassador to Vanuatu", "envoy to NATO": the place of work is not whose envoy it is.
    if word.cls == "envoy" and code is not None:
        own = [at[k].code for k in range(first, last) if k in at and (k < i or _after_of(lower, at[k].first))]
        code = next((c for c in own if c), None)
    if code is None and word.state is not None:
        code = word.state
    fields = vocabulary.domains_in(text)
    return TitlePhrase(
        first,
        last,
        top,
        word,
        text,
        org,
        code,
        former,
        plural,
        definite,
        possessor,
        tuple(countries),
        (i, i + width),
        fields,
    )


def _extend_left(
    tokens: Sequence[Token], lower: list[str], i: int, at: dict[int, TokenHit], vocabulary: Vocabulary, limit: int
) -> int:
    first = i
    k = i - 1
    while k >= limit and i - k <= _REACH:
        token = tokens[k]
        if k in at and at[k].kind not in ("city",):
            first = k = at[k].first
        elif token.tag == "POS" and k - 1 >= limit and (k - 1 in at or tokens[k - 1].text[:1].isupper()):
            if k - 1 not in at and not vocabulary.is_body_token(lower[k - 1]):
                break  # "Obama's adviser": a person's, not a body's
        elif vocabulary.is_modifier(lower[k]) or vocabulary.is_domain(lower[k]) or vocabulary.is_body_token(lower[k]):
            if token.tag == "IN" and not vocabulary.is_former(lower[k]):
                break  # "a delegation under Deputy Minister X"
            first = k
        elif token.tag in ("VBN", "RB", "RBS") and (owner := _owner_before(tokens, k, limit, at)) is not None:
            first = k = owner  # "Beijing's newly installed envoy"
        elif lower[k] in ("and", "&", ",", "/") and k - 1 >= limit and first == k + 1:
            # "foreign and defence ministers", "Russian and US presidents", "Armenian, Turkish leaders"
            before = lower[k - 1]
            same = (vocabulary.is_domain(before) and vocabulary.is_domain(lower[first])) or (
                k - 1 in at and first in at and at[k - 1].kind == at[first].kind == "demonym"
            )
            if not same:
                break
        elif token.text == "-" and k - 1 >= limit and token.start == tokens[k - 1].end:
            pass
        elif token.ent not in ("DATE", "TIME", "PERSON", "ORDINAL", "CARDINAL") and token.tag in (
            "NN",
            "JJ",
            "NNP",
            "NNPS",
            "NNS",
        ):
            if token.dep not in ("compound", "amod", "nmod") or tokens[token.head].i > i + 2 or token.tag == "NNS":
                break
            if token.tag == "NNP" and token.head == i and token.ent == "PERSON":
                break
            first = k
        else:
            break
        k -= 1
    while first < i and lower[first] in ("'s", "’s", "-", "and", ","):
        first += 1
    return first


def _after_of(lower: list[str], k: int) -> bool:
    """True where "of" or "of the" stands right before a token."""
    return lower[k - 1] == "of" or (lower[k - 1] == "the" and lower[k - 2] == "of")


def _owner_before(tokens: Sequence[Token], k: int, limit: int, at: dict[int, TokenHit]) -> int | None:
    """Where the state or body begins that stands in the possessive before "newly installed"."""
    while k >= limit and tokens[k].tag in ("VBN", "RB", "RBS", "JJ", "JJS"):
        k -= 1
    if k - 1 >= limit and tokens[k].tag == "POS" and k - 1 in at and at[k - 1].kind != "city":
        return at[k - 1].first
    return None


def _extend_right(
    tokens: Sequence[Token], lower: list[str], k: int, word: HeadWord, at: dict[int, TokenHit], vocabulary: Vocabulary
) -> int:
    """The end of the phrase after the head: "of the General Staff of the Russian Armed Forces"."""
    allowed = _AFTER.get(word.cls, _OF_FOR if word.cls != "official" else _LINKS)
    last = k
    limit = min(len(tokens), k + 3 * _REACH)
    if k < limit and tokens[k].text == "-" and tokens[k].start == tokens[k - 1].end:
        k += 1
        if k < limit and vocabulary.is_domain(lower[k]):
            k += 1
        last = k
    inside = False
    while k < limit:
        token = tokens[k]
        if lower[k] in (allowed if not inside or word.cls == "envoy" else _OF_FOR) and k + 1 < limit:
            inside = True
            k += 1
            while k < limit and (token_is_article(tokens[k]) or tokens[k].tag == "_SP"):
                k += 1
            continue
        if not inside:
            # "Supreme Allied Commander Europe": a commander's theatre follows without a preposition.
            if word.cls == "commander" and k in at and at[k].kind == "region":
                k = last = at[k].last
                continue
            break
        if k in at:
            k = at[k].last
            last = k
            continue
        if token.tag == "POS":
            k += 1
            last = k
            continue
        if _opens_name(tokens, lower, k, at, vocabulary, last):
            break
        if (
            token.tag in ("NN", "NNS", "NNP", "NNPS", "JJ")
            or vocabulary.is_body_token(lower[k])
            or vocabulary.is_domain(lower[k])
        ):
            k += 1
            last = k
            continue
        if token.text == "-" and k + 1 < limit and token.end == tokens[k + 1].start:
            # "the Russian-led CSTO"
            k += 2 if lower[k + 1] in _LED else 1
            continue
        if lower[k] in ("and", "&") and k + 1 < limit and tokens[k + 1].tag in ("NNP", "NNPS", "NN", "NNS", "JJ", "DT"):
            # "of defence and security" goes on; "of Russia and Dunford" and "of X and the minister" do not.
            after = k + 2 if token_is_article(tokens[k + 1]) else k + 1
            if after < limit and (
                after in at or vocabulary.is_domain(lower[after]) or vocabulary.is_body_token(lower[after])
            ):
                if vocabulary.head_at(lower, after) is None and _conjunct_inside(tokens, after, k):
                    k = after
                    continue
        break
    return last


def singular(tokens: Sequence[Token], phrase: TitlePhrase) -> str:
    """The title of a plural phrase as one of its bearers has it: "Defence ministers" gives "Defence minister"."""
    words = surface(tokens, *phrase.core)
    one = phrase.word.lemma
    if words[:1].isupper():
        one = one.title() if words.istitle() else one[:1].upper() + one[1:]
    return phrase.text.replace(words, one)


def token_is_article(token: Token) -> bool:
    """True of "the", "a", "its" and "their" before a noun."""
    return token.tag == "PRP$" or token.text.lower() in ("the", "a", "an")


def _conjunct_inside(tokens: Sequence[Token], after: int, conjunction: int) -> bool:
    """True where what follows "and" is joined to a word of the title's own phrase, not to the whole title."""
    top = after
    while tokens[top].dep in ("compound", "amod", "nmod", "poss", "det") and tokens[top].head > top:
        top = tokens[top].head
    if tokens[top].dep != "conj":
        return tokens[top].head <= conjunction
    joined = tokens[top].head
    return tokens[joined].dep in ("pobj", "compound", "amod", "nmod", "conj", "poss")


def _opens_name(
    tokens: Sequence[Token], lower: list[str], k: int, at: dict[int, TokenHit], vocabulary: Vocabulary, last: int
) -> bool:
    """True where a person's name or the next title begins at `k`."""
    token = tokens[k]
    if not token.text[:1].isupper():
        return False
    if token.ent == "PERSON" and token.ent_begins and k == last and not vocabulary.is_body_token(lower[k]):
        return True
    match = vocabulary.head_at(lower, k)
    if match is not None and not vocabulary.is_body_word(lower, k, k + match[0]):
        if match[1].cls in ("rank", "honorific"):
            return True
        # "members of President X's cabinet": an office with its holder, not the body that the title is of.
        after = k + match[0]
        if match[1].cls in _NAMED_OFFICES and after < len(tokens) and tokens[after].ent == "PERSON":
            return True
    previous_is_hit = k - 1 in at and at[k - 1].last == k
    return (
        previous_is_hit
        and not vocabulary.is_body_token(lower[k])
        and not vocabulary.is_domain(lower[k])
        and match is None
    )


def _describe(
    tokens: Sequence[Token],
    lower: list[str],
    first: int,
    i: int,
    head: int,
    last: int,
    at: dict[int, TokenHit],
    vocabulary: Vocabulary,
) -> tuple[str, str | None]:
    """The office's words without leading nationality, and the body it belongs to, if one is named."""
    begin = first
    while begin < i and begin in at and _is_nationality(tokens, at[begin]):
        begin = at[begin].last
        if begin < i and tokens[begin].tag == "POS":
            begin += 1
    while begin < i and (lower[begin] in ("and", ",", "&") or (begin in at and at[begin].kind == "demonym")):
        begin = at[begin].last if begin in at else begin + 1  # "the Russian and Turkish foreign ministers"
    begin = min(begin, i)
    while begin < i and tokens[begin].tag in ("VBN", "RB", "RBS") and not vocabulary.is_modifier(lower[begin]):
        begin += 1
    text = surface(tokens, begin, last)
    org = None
    if last > head + 1:
        k = head + 1
        while k < last and (lower[k] in _LINKS or token_is_article(tokens[k])):
            k += 1
        if k < last and not _only_places(tokens, k, last, at):
            org = surface(tokens, k, last)
    else:
        bodies = [at[k] for k in range(first, i) if k in at and at[k].kind in ("body", "force", "company")]
        if bodies:
            org = surface(tokens, bodies[0].first, bodies[0].last)
    return text, org


def _is_nationality(tokens: Sequence[Token], hit: TokenHit) -> bool:
    """True of "Turkish", "Turkey's", "Ankara's" and "Karabakh's" before an office."""
    if hit.kind in ("demonym", "country", "metonym"):
        return True
    return hit.kind in ("capital", "region") and hit.last < len(tokens) and tokens[hit.last].tag == "POS"


def _only_places(tokens: Sequence[Token], first: int, last: int, at: dict[int, TokenHit]) -> bool:
    """True of "Poland and Lithuania", "Niger to Russia": whose office it is and where, but no body."""
    places = ("country", "demonym", "capital", "city")
    return all(
        (k in at and at[k].kind in places) or tokens[k].text in ("and", ",", "the", "to") for k in range(first, last)
    )


def surface(tokens: Sequence[Token], first: int, last: int) -> str:
    """A range of tokens as the text has it, white space between them made one space."""
    out = []
    for k in range(first, last):
        if k > first and tokens[k].start > tokens[k - 1].end:
            out.append(" ")
        out.append(tokens[k].text)
    return " ".join("".join(out).split())
