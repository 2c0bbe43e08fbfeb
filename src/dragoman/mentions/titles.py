"""Titles: the phrases that say what office or rank somebody holds.

A title is built round a head word ("minister", "chief", "commander") from words before
it (nationality, body, field, "deputy", "former") and a phrase after it ("of the General
Staff of the Russian Armed Forces"). The words are data: `knowledge/titles.yaml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.title_extent import (
    LED,
    LINKS,
    after_of,
    extend_left,
    extend_right,
    service_behind,
    token_is_article,
)
from dragoman.mentions.title_heads import chief_of_a_trade, inside_name, may_be_title, modifies_next
from dragoman.mentions.vocabulary import HeadWord, Vocabulary
from dragoman.types import Sentence, Token

# Heads that name an office which somebody else holds today.
_BEFORE_NOW = frozenset(("predecessor",))
_NO_OFFICE = frozenset(("other", "private", "kin"))  # classes of title that nobody bears before or in his name
_AT_THE_TOP = frozenset(("head_of_state", "head_of_government"))
_INDEFINITE = frozenset(("a", "an", "another", "any", "some", "every", "no"))


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
    group: TokenHit | None = None  # the armed group whose office it is: "the FARC's chief negotiator"


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
        if match is None or not may_be_title(tokens, lower, i, match[0], at, vocabulary):
            i += 1
            continue
        width, word, plural = match
        if inside_name(tokens, lower, i, i + width, word, vocabulary):
            i += width
            continue
        inner = vocabulary.head_at(lower, i + width - 1) if width > 1 else None
        if inner is not None and inner[0] > 1:  # "Army Chief of Staff": a chief of staff, not an army chief
            i += width - 1
            width, word, plural = inner
        if modifies_next(lower, i, width, at, vocabulary) or chief_of_a_trade(tokens, lower, i, word, vocabulary):
            i += width
            continue
        begin_limit = found[-1].last if found else 0
        phrase = _phrase(tokens, lower, i, width, word, plural, at, vocabulary, begin_limit)
        if not _only_described(tokens, lower, phrase, vocabulary) and not _given_name(tokens, phrase, vocabulary):
            joint = _under(tokens, phrase, found[-1]) if found else None
            if joint is not None:
                found[-1] = joint
            else:
                found.append(_served(tokens, phrase, found[-1]) if found else phrase)
        i = max(phrase.last, i + width)
    return found


def _past_state(tokens: Sequence[Token], last: int, at: dict[int, TokenHit]) -> int:
    """Where "Minister of Defence (Somali) X" ends, whose state stands in brackets before the name; else `last`."""
    hit = at.get(last + 1) if last < len(tokens) and tokens[last].text == "(" else None
    if hit is None or hit.kind not in ("demonym", "country") or hit.last + 1 >= len(tokens):
        return last
    return hit.last + 1 if tokens[hit.last].text == ")" and tokens[hit.last + 1].text[:1].isupper() else last


def _under(tokens: Sequence[Token], phrase: TitlePhrase, before: TitlePhrase) -> TitlePhrase | None:
    """One title of "Secretary of the Security Council under the President of Chad": the state's, and not its head."""
    between = [t.text.lower() for t in tokens[before.last : phrase.first]]
    if between != ["under", "the"] or phrase.plural or phrase.word.cls not in _AT_THE_TOP or before.plural:
        return None
    country = before.country or phrase.country
    return replace(before, last=phrase.last, country=country, countries=(country,) if country else ())


def _served(tokens: Sequence[Token], phrase: TitlePhrase, before: TitlePhrase) -> TitlePhrase:
    """The title with the state and body of the office in the possessive before it: "the UN chief's special envoy"."""
    owned = before.last == phrase.first - 1 and tokens[before.last].tag == "POS" and phrase.country is None
    if not owned or before.country is None or before.plural:
        return phrase
    return replace(phrase, country=before.country, countries=(before.country,), org=phrase.org or before.org)


def _given_name(tokens: Sequence[Token], phrase: TitlePhrase, vocabulary: Vocabulary) -> bool:
    """True of "Amir" in "Hossein Amir Abdollahian" and of "Dean" in "Dean Heller": a given name, though a title too."""
    i, last = phrase.core
    token = tokens[i]
    if last - i > 1 or not token.text[:1].isupper():
        return False
    after = tokens[last] if last < len(tokens) else None
    ends = after is None or not (after.text[:1].isupper() or after.text == "of")
    if i and ends and tokens[i - 1].text[:1].isupper() and vocabulary.is_given(tokens[i - 1].text):
        return vocabulary.head_at([tokens[i - 1].text.lower()], 0) is None  # "Elaine Duke said"
    inside = i and token.ent == "PERSON" and not token.ent_begins and tokens[i - 1].ent == "PERSON"
    if inside and ends and phrase.first == i and phrase.word.cls in _NO_OFFICE:
        return True  # "Karl Ally"
    if not vocabulary.is_given(token.text):
        return False
    if i and phrase.first == i and tokens[i - 1].tag == "NNP" and tokens[i - 1].ent in ("PERSON", ""):
        style = vocabulary.head_at([tokens[i - 1].text.lower()], 0)
        if style is not None and style[1].cls == "honorific" and token.text.lower() != phrase.word.lemma:
            return not ends and vocabulary.head_at([tokens[last].text.lower()], 0) is None  # "Mullah Amir Haqqani"
        return vocabulary.head_at([tokens[i - 1].text.lower()], 0) is None  # "Minister Amir" or "Hossein Amir"
    follows = last < len(tokens) and tokens[last].text[:1].isupper() and "." not in token.text
    alone = phrase.org is None and phrase.first == i and phrase.last == last and not phrase.definite
    rare = token.text.lower() != phrase.word.lemma  # "Amir Abdollahian": spelt as the name, not as the title
    return follows and alone and (rare or not phrase.word.bare)


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
    courtesy = word.cls == "honorific"
    first = i if courtesy else extend_left(tokens, lower, i, word, at, vocabulary, limit)
    last = extend_right(tokens, lower, head + 1, word, at, vocabulary, plural)
    last = _past_state(tokens, last, at)
    if not any(k in at and at[k].code for k in range(first, last)):
        last = service_behind(tokens, lower, last, word, at, vocabulary)
    countries: list[str] = []
    for k in range(first, last):
        hit = at.get(k)
        if hit is None or k != hit.first or not hit.code or hit.kind == "city" or hit.code in countries:
            continue
        if hit.kind == "outlet" and word.cls != "journalist":
            continue  # "the AFP's Major General X": letters that stand for a force of the same name
        if hit.last + 1 < len(tokens) and tokens[hit.last].text == "-" and lower[hit.last + 1] in LED:
            continue  # "the Russian-led CSTO": an office of the CSTO
        if hit.first > 1 and tokens[hit.first - 1].text == "-" and lower[hit.first - 2] in ("pro", "anti"):
            continue  # "the pro-Russian president": of which state it does not say
        countries.append(hit.code)
    group = next((at[k] for k in range(first, last) if k in at and at[k].kind == "force"), None)
    if group is not None:  # "Colombia's leftist FARC rebels" are no office of Colombia
        countries = [group.code] if group.code else []
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
    if word.cls in ("analyst", "adviser") and countries:  # "a Cuba expert", "the top Asia adviser": what he knows of
        named = {
            at[k].code
            for k in range(first, i)
            if k in at
            and at[k].kind == "country"
            and k + 1 < len(tokens)
            and tokens[at[k].last].tag != "POS"
            and not at[k].text.replace(".", "").isupper()
        }
        # "an expert on Russia at the Peruvian Academy"
        named |= {hit.code for k, hit in at.items() if head < k < last and _matter(lower, head, hit.first) and hit.code}
        countries = [c for c in countries if c not in named]
    code = countries[0] if countries else None
    # "ambassador to Vanuatu", "envoy to NATO": the place of work is not whose envoy it is.
    if word.cls == "envoy" and code is not None:
        own = [
            at[k].code
            for k in range(first, last)
            if k in at and (k < i or after_of(lower, at[k].first)) and at[k].code in countries
        ]
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
        group,
    )


def _matter(lower: Sequence[str], head: int, k: int) -> bool:
    """True where "on" is the last preposition between the head of a title and a token: what somebody knows of."""
    return next((word for word in reversed(lower[head + 1 : k]) if word in (*LINKS, "with")), "") == "on"


def singular(tokens: Sequence[Token], phrase: TitlePhrase) -> str:
    """The title of a plural phrase as one of its bearers has it: "Defence ministers" gives "Defence minister"."""
    words = surface(tokens, *phrase.core)
    one = phrase.word.lemma
    if words[:1].isupper():
        one = one.title() if words.istitle() else one[:1].upper() + one[1:]
    return phrase.text.replace(words, one)


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
    text = _unbracketed(tokens, begin, last)
    org = None
    if last > head + 1:
        k = head + 1
        if lower[k] == "on":  # "expert on Russia at the academy"
            k = next((j for j in range(k, last) if lower[j] in ("at", "with")), k)
        while k < last and (lower[k] in LINKS or lower[k] == "with" or token_is_article(tokens[k])):
            k += 1
        if k < last and not _only_places(tokens, k, last, at):
            org = _unbracketed(tokens, k, last)
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


def _unbracketed(tokens: Sequence[Token], first: int, last: int) -> str:
    """A range of tokens as the text has it, without what stands in brackets."""
    opened = next((k for k in range(first, last) if tokens[k].text == "("), None)
    closed = next((k for k in range(first, last) if tokens[k].text == ")"), None)
    if opened is None or closed is None or not first < opened < closed < last:
        return surface(tokens, first, last)
    return f"{surface(tokens, first, opened)} {surface(tokens, closed + 1, last)}".strip()


def surface(tokens: Sequence[Token], first: int, last: int) -> str:
    """A range of tokens as the text has it, white space between them made one space."""
    out = []
    for k in range(first, last):
        if k > first and tokens[k].start > tokens[k - 1].end:
            out.append(" ")
        out.append(tokens[k].text)
    return " ".join("".join(out).split())


def opens_with_state(sentence: Sentence, phrase: TitlePhrase) -> bool:
    """True of a headline's "Chinese ambassador", which leaves the article out."""
    return sentence.headline and bool(phrase.countries)


def of_you(tokens: Sequence[Token], phrase: TitlePhrase) -> bool:
    """True of "you are the first official to come": nobody who was spoken of before."""
    head = tokens[phrase.head]
    spoken = ("you", "i", "we")
    return head.dep == "attr" and any(
        t.head == head.head and t.dep == "nsubj" and t.text.lower() in spoken for t in tokens
    )


def indefinite(tokens: Sequence[Token], phrase: TitlePhrase) -> bool:
    """True of "a minister", "any general": nobody who was spoken of before."""
    return phrase.first > 0 and tokens[phrase.first - 1].text.lower() in _INDEFINITE
