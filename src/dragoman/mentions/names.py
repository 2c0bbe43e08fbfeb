"""Names of people in one sentence: runs of capitalised words, with what speaks for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.nicknames import CLOSING, OPENING, is_capital, past_nickname, without_nickname
from dragoman.mentions.owning import head_of, owned_titles
from dragoman.mentions.pointing import place_nouns, words
from dragoman.mentions.spelling import fold
from dragoman.mentions.titles import TitlePhrase, surface
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Token

_MAX_WORDS = 6
_IN_BRACKETS = 4  # tokens at most behind a body in brackets, the closing one included: "X (UNMIK deputy head)"
# What sets a son apart from his father of the same name, also after a comma.
_YOUNGER = frozenset({"Jr.", "Jr", "Sr.", "Sr"})
# Particles that are no common words.
_PARTICLES = frozenset("de la da von van der den al el bin ibn di del ul ur".split())

# What each kind of evidence weighs towards "this run names a person".
TITLE_BEFORE = 3.0
TITLE_APPOSED = 2.0
TAGGED_PERSON = 1.0
GIVEN_NAME = 1.5
SPEAKS = 0.5
TAGGED_OTHER = -0.6
IN_GAZETTEER = -2.5
OFFICE_HOLDER = 2.0
HOLDER_IN_FULL = 2.0
WHO = 1.0  # "X, who ..."
ACTS = 0.5  # subject of a verb that only people and bodies are subjects of
NAMED_PLACE = -3.0  # "X province"
OF_STATE = 0.5  # "Chile's X"
SPOKEN = 1.0  # `"...," X said`, whatever the tagger takes for the title of a work
PAIR = 2.5  # each side of "X-Y talks" where both bear a known family name


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
    country: str | None = None  # "Chile's X"
    courtesy: int | None = None  # where a word of courtesy begins that stands before it: "Ayatollah X"

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
        ranked = k in starts_after and starts_after[k].word.cls == "rank"
        last = _run_end(tokens, k, titled, blocked, vocabulary, ranked)
        if not _named_base(tokens, k, last):
            runs.append((k, last))
        k = max(last, k + 1)
    pairs = {first for run in runs for first, _ in _pair(tokens, run, vocabulary)}
    runs = [part for run in runs for part in (_pair(tokens, run, vocabulary) or [run])]
    owned = owned_titles(tokens, runs, titles)
    names = []
    for (first, last), here in zip(runs, owned, strict=True):
        score = PAIR if first in pairs else _score(tokens, first, last, here, blocked, vocabulary)
        honorific = next((t.text for t in here if t.word.cls == "honorific"), None)
        apart = last - first > 2 and tokens[last - 1].text in _YOUNGER and tokens[last - 2].text == ","
        text = without_nickname(tokens, first, last - 2 if apart else last)
        offices = tuple(t for t in here if t.word.cls != "honorific")
        # "Malaysia's Datuk X": a word of courtesy stands between.
        begin = min((first, *(t.first for t in here if t.word.cls == "honorific" and t.last <= first)))
        state = _state_of(tokens, begin, last, blocked, vocabulary)
        if state is not None and last - first > 1 and tokens[begin - 1].tag == "POS":
            score += OF_STATE
        courtesy = begin if begin < first else None
        names.append(Name(sentence, first, last, text, offices, score, honorific, state, courtesy))
    return names


def _pair(tokens: Sequence[Token], run: tuple[int, int], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The two names in "the X-Y meeting", where both are family names of office holders; else nothing."""
    first, last = run
    if last - first != 3 or tokens[first + 1].text not in "-–‑":
        return []
    ends = tokens[first].text, tokens[last - 1].text
    if any(not vocabulary.holder_surname(word) or vocabulary.is_given(word) for word in ends):
        return []
    return [(first, first + 1), (last - 1, last)]


def _state_of(
    tokens: Sequence[Token], first: int, last: int, blocked: dict[int, TokenHit], vocabulary: Vocabulary
) -> str | None:
    """The state in the possessive right before a name, or after it: "Chile's X", "X of Chile", "X of the Lao Army".

    What stands in brackets behind a name says it too: "X (EULEX)", "X (Chile)".
    """
    after = last + 1
    bracketed = blocked.get(after) if after < len(tokens) and tokens[last].text == "(" else None
    if bracketed is not None and bracketed.kind in ("country", "body"):
        if any(t.text == ")" for t in tokens[bracketed.last : bracketed.last + _IN_BRACKETS]):
            return bracketed.code
    if after < len(tokens) and tokens[last].text == "of":
        after += tokens[after].text == "the"
        hit = blocked.get(after)
        if hit is not None and hit.kind == "country":
            return hit.code
        goes_on = hit is not None and hit.kind == "demonym" and hit.last < len(tokens)
        if hit is not None and goes_on and vocabulary.is_body_token(tokens[hit.last].text.lower()):
            return hit.code
    if (
        first > 1
        and tokens[first - 1].tag == "POS"
        and first - 2 in blocked
        and blocked[first - 2].kind in ("country", "body")
    ):
        return blocked[first - 2].code
    return None


def _may_start(
    tokens: Sequence[Token], k: int, blocked: dict[int, TokenHit], after_title: bool, vocabulary: Vocabulary
) -> bool:
    token = tokens[k]
    if not is_capital(token) or token.ent in ("DATE", "TIME") or _in_brackets(tokens, k):
        return False
    if k in blocked:
        hit = blocked[k]
        if hit.kind in ("demonym", "body", "force", "company", "metonym") and not after_title:
            return False
        if hit.kind in ("demonym", "body", "force", "metonym", "outlet"):
            return False
        if (
            hit.kind == "city"
            and hit.last - hit.first == 1
            and token.ent == "PERSON"
            and vocabulary.holder_surname(token.text)
        ):
            return True
        if hit.kind == "country" and hit.text.replace(".", "").isupper():
            return False  # "assistant U.S. attorneys"
        # "Jordan", "Chad", "Paris": a person only where a title or the tagger says so and a name goes on.
        longer = (
            hit.last < len(tokens)
            and hit.last not in blocked
            and (is_capital(tokens[hit.last]) or _past_particles(tokens, hit.last, set(), vocabulary) is not None)
        )
        known = longer and bool(vocabulary.holders.named(fold(surface(tokens, k, hit.last + 1)).split()))
        return hit.first == k and (after_title or known or (longer and token.ent == "PERSON"))
    if vocabulary.is_body_token(token.text.lower()) or (vocabulary.is_calendar(token.text) and token.ent != "PERSON"):
        return False
    if token.tag in ("NNP", "NNPS") or token.ent == "PERSON" or after_title:
        return not (k == 0 and token.tag not in ("NNP", "NNPS") and token.ent != "PERSON" and not after_title)
    return vocabulary.is_given(token.text) and k + 1 < len(tokens) and is_capital(tokens[k + 1])


def _in_brackets(tokens: Sequence[Token], k: int) -> bool:
    """True of an acronym in brackets, which stands for what is named before it."""
    shouted = tokens[k].text.isupper() and len(tokens[k].text) > 1
    return shouted and 0 < k < len(tokens) - 1 and tokens[k - 1].text == "(" and tokens[k + 1].text == ")"


def _demonym_in_name(tokens: Sequence[Token], k: int, titled: set[int], blocked: dict[int, TokenHit]) -> bool:
    """True of "Lao" in "Major Sai Lao Hseng": behind a rank and a name, before another, no office follows."""
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    one = blocked[k].kind == "demonym" and blocked[k].last == blocked[k].first + 1
    return one and after is not None and after.tag == "NNP" and k + 1 not in titled and k + 1 not in blocked


def _run_end(
    tokens: Sequence[Token],
    first: int,
    titled: set[int],
    blocked: dict[int, TokenHit],
    vocabulary: Vocabulary,
    ranked: bool = False,
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
        if k in blocked and not _goes_on(tokens, first, k, blocked[k], vocabulary):
            if not (ranked and _demonym_in_name(tokens, k, titled, blocked)):
                break
        if _tagger_parts(tokens, k) and not vocabulary.is_given(tokens[k - 1].text):
            break
        if is_capital(token) and (
            token.tag in ("NNP", "NNPS") or token.ent == "PERSON" or tokens[k - 1].ent == token.ent == ""
        ):
            if token.ent in ("DATE", "TIME") or vocabulary.is_calendar(token.text):
                if not _family_of_calendar(tokens, k, vocabulary):
                    break
            if vocabulary.is_body_token(token.text.lower()) and token.ent != "PERSON":
                break
            younger = k + 1 < len(tokens) and tokens[k + 1].text in _YOUNGER  # "Larry Andre Jr."
            if token.ent == "PERSON" and token.ent_begins and tokens[k - 1].ent == "PERSON" and not younger:
                if vocabulary.head_at([tokens[k - 1].text.lower()], 0) is None:  # "Ibrahim Sheikh Yusuf": one name
                    break
            k += 1
            last = k
            words += 1
            continue
        if (closing := past_nickname(tokens, k, titled)) is not None:
            k = closing
            continue
        if words > 1 and token.text == "," and k + 1 < len(tokens) and tokens[k + 1].text in _YOUNGER:
            return k + 2  # "Adam B. Cole, Jr."
        after = _past_particles(tokens, k, titled, vocabulary)
        if after is not None:
            k = last = after + 1
            words += 1
            continue
        break
    return last


def _family_of_calendar(tokens: Sequence[Token], k: int, vocabulary: Vocabulary) -> bool:
    """True of "May" in "Theresa May": after a given name, with no day or year behind it."""
    dated = k + 1 < len(tokens) and tokens[k + 1].text[:1].isdigit()
    weekday = tokens[k].text.endswith("day")
    return tokens[k].text.istitle() and not weekday and vocabulary.is_given(tokens[k - 1].text) and not dated


def _past_particles(tokens: Sequence[Token], k: int, titled: set[int], vocabulary: Vocabulary) -> int | None:
    """The capitalised word to which the particles at `k` lead ("von der Leyen", "al-Sisi"); None without one."""
    lower = [t.text.lower() for t in tokens[k : k + 4]]
    width = next((n for n, word in enumerate(lower) if word not in vocabulary.particles), len(lower))
    after = k + width
    if not width or after >= len(tokens):
        return None
    if tokens[after].text in ("-", "’", "'") and after + 1 < len(tokens):
        after += 1
    if after in titled or not is_capital(tokens[after]):
        return None
    # "el", "do" and "e" are words too: only where the tagger sees a person.
    if not all(word in _PARTICLES for word in lower[:width]) and tokens[k].ent != "PERSON":
        return None
    return after if not tokens[k].text.islower() or tokens[after].tag.startswith("NNP") else None


def _goes_on(tokens: Sequence[Token], first: int, k: int, hit: TokenHit, vocabulary: Vocabulary) -> bool:
    """True where a listed place is the rest of a name: tagged so, or after a given name alone ("Ricardo Lagos")."""
    if hit.kind == "demonym":  # "Karen Finn"
        inside = tokens[k].ent == "PERSON" and not tokens[k].ent_begins
        return inside and hit.last == k + 1 and vocabulary.is_given(tokens[k - 1].text)
    after_given = hit.last == k + 1 and k == first + 1 and vocabulary.is_given(tokens[first].text)
    if hit.kind in ("force", "metonym"):  # "Abdul Fatah al-Burhan", "Michael Langley"
        return after_given and len(hit.text) > 3
    if hit.kind not in ("city", "country", "capital"):
        return False
    if tokens[k].ent == "PERSON" and not tokens[k].ent_begins:
        return True
    return hit.kind == "city" and after_given


def _tagger_parts(tokens: Sequence[Token], k: int) -> bool:
    """True where the tagger ends a body or place and begins a person: "the Institute for X Studies Y Z"."""
    return tokens[k].ent == "PERSON" and tokens[k].ent_begins and tokens[k - 1].ent in ("ORG", "FAC", "NORP")


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
    if any(t.last == first and t.last > t.core[1] and not _closed(tokens, t, vocabulary) for t in titles) and all(
        tokens[k].ent != "PERSON" for k in range(first, last)
    ):
        # "governor of the X Islands", "analyst at risk consultancy X": the end of the title, not its bearer
        score -= TITLE_APPOSED if tokens[first - 1].text[:1].isupper() else TITLE_BEFORE
    if {tokens[last - 1].text.rstrip("."), tokens[first].text.rstrip(".")} & words("company_endings"):
        score += NAMED_PLACE
    if _names_place(tokens, last) or _place_of(tokens, first) or _names_ship(tokens, first):
        score += NAMED_PLACE
    labels = [tokens[k].ent for k in range(first, last) if tokens[k].text[:1].isalpha()]
    if labels.count("PERSON") * 2 > len(labels):
        score += TAGGED_PERSON
    elif any(labels) and not _speaks_behind_quote(tokens, first, last, labels, vocabulary):
        score += TAGGED_OTHER
    if last - first > 1 and vocabulary.is_given(tokens[first].text):
        score += GIVEN_NAME
    head = tokens[head_of(tokens, first, last)]
    if head.dep == "nsubj" and tokens[head.head].lemma in vocabulary.saying:
        score += SPEAKS
        if _speaks_behind_quote(tokens, first, last, labels, vocabulary):
            score += SPOKEN
    elif head.dep == "nsubj" and tokens[head.head].lemma in vocabulary.personal:
        score += ACTS
    if (
        last + 1 < len(tokens)
        and tokens[last].text == ","
        and tokens[last + 1].text.lower() in ("who", "whose", "whom")
    ):
        score += WHO
    known = vocabulary.holder_surname(tokens[last - 1].text)
    if last - first > 1 and vocabulary.holders.named(fold(surface(tokens, first, last)).split()):
        score += HOLDER_IN_FULL
    if any(k in blocked for k in range(first, last)):
        alone = all(k in blocked for k in range(first, last))
        score += 0.0 if known else IN_GAZETTEER if alone else IN_GAZETTEER / 5
    if known and (labels.count("PERSON") or last - first == 1):
        score += OFFICE_HOLDER
        if last - first == 1 and head.dep == "nsubj" and tokens[head.head].lemma in vocabulary.personal:
            score += ACTS * 2  # "X met his counterpart", whatever the tagger says
    return score


def _speaks_behind_quote(
    tokens: Sequence[Token], first: int, last: int, labels: Sequence[str], vocabulary: Vocabulary
) -> bool:
    """True of X in '"...," X said', of two words at least, which the tagger takes for the title of a work."""
    if not first or last - first < 2 or tokens[first - 1].text not in CLOSING or "WORK_OF_ART" not in labels:
        return False
    return last < len(tokens) and tokens[last].lemma in vocabulary.saying


def _closed(tokens: Sequence[Token], title: TitlePhrase, vocabulary: Vocabulary) -> bool:
    """True of "Minister of National Defence", which ends with the field: what follows is no part of it."""
    return title.word.cls == "minister" and vocabulary.is_domain(tokens[title.last - 1].text.lower())


def _names_place(tokens: Sequence[Token], last: int) -> bool:
    """True where a noun for a place follows a name: "X province"."""
    return last < len(tokens) and tokens[last].lemma in place_nouns() and tokens[last].tag in ("NN", "NNP")


def _named_base(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True of "Saleh Al-Ahmad" in "Saleh Al-Ahmad Naval Base", also where the name takes in what follows it."""
    end = last
    while end < len(tokens) and is_capital(tokens[end]) and tokens[end].text.lower() in words("installation_kinds"):
        end += 1
    noun, kind = tokens[end - 1].text.lower(), tokens[end - 2].text.lower()
    return end - first > 3 and noun in words("installations") and kind in words("installation_kinds")


def _place_of(tokens: Sequence[Token], first: int) -> bool:
    """True where a noun for a place and "of" stand before a name: "the province of X"."""
    return first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].lemma in place_nouns()


def _names_ship(tokens: Sequence[Token], first: int) -> bool:
    """True where a ship's kind, with its number or a mark between, stands right before a name: "the frigate 015 X"."""
    k = first - 1
    if k > 0 and (tokens[k].tag == "CD" or tokens[k].text in OPENING | CLOSING):
        k -= 1
    return k >= 0 and (tokens[k].lemma in words("ship_nouns") or tokens[k].text in words("ship_nouns"))
