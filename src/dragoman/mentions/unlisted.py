"""Places and bodies that no list holds but the tagger sees, and armed groups named by grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.mentions import pointing
from dragoman.mentions.hits import TokenHit
from dragoman.mentions.ledger import Ledger
from dragoman.mentions.owning import head_of
from dragoman.mentions.setting import Setting
from dragoman.mentions.spelling import fold
from dragoman.mentions.titles import TitlePhrase, surface
from dragoman.mentions.vocabulary import Vocabulary
from dragoman.types import Place, Sentence, Token

_LABELS = frozenset(("GPE", "LOC", "FAC", "ORG"))
_VERBS = frozenset(("VB", "VBD", "VBZ", "VBP", "MD", "PRP", "WP"))
_QUOTES = frozenset(('"', "“", "”", "«", "»", "'"))
_ARTICLES = frozenset(("the", "a", "an"))
_INSIDE = frozenset(("-", "de", "del", "el", "al", "la", "las", "los", "da", "do", "dos", "du", "des", "der", "den"))


def tagged(
    sentence: Sentence, taken: set[int], titles: Sequence[TitlePhrase], vocabulary: Vocabulary, ledger: Ledger
) -> None:
    """Notes what the tagger takes for a place or a body and nothing else covers; a title's head is none."""
    tokens = sentence.tokens
    covered = ledger.covered(sentence.index) | taken | {k for t in titles for k in range(*t.core)}
    k = 0
    while k < len(tokens):
        label = tokens[k].ent
        if label not in _LABELS or k in covered:
            k += 1
            continue
        last = k + 1
        while last < len(tokens) and tokens[last].ent == label and not tokens[last].ent_begins:
            last += 1
        first, end = _trimmed(tokens, k, last)
        k = last
        if first >= end or covered & set(range(first, end)) or not tokens[first].text[:1].isupper():
            continue
        text = surface(tokens, first, end)
        if len(text) < 3 or vocabulary.is_calendar(text) or text.endswith(("-led", "-backed")):
            continue
        if label == "ORG":
            if not _may_be_body(sentence, first, end, vocabulary):
                continue
            ref = ledger.id("body", f"unlisted:{fold(text)}", _owner(sentence, first, ledger), text)
        else:
            state = _state_behind(sentence, end, ledger) if label != "FAC" else None
            ref = ledger.id("place", f"unlisted:{fold(text)}", state, text)
            ledger.places[ref] = ledger.places[ref] or Place(text, state, kind="venue" if label == "FAC" else "city")
        ledger.spot(sentence, first, end, head_of(tokens, first, end), (ref,), label.lower())


def _owner(sentence: Sentence, first: int, ledger: Ledger) -> str | None:
    """The state of "India's Disaster Relief Force": that in the possessive before it."""
    if first < 2 or sentence.tokens[first - 1].tag != "POS":
        return None
    owner = next((s for s in ledger.spots[sentence.index] if s.last == first - 1 and s.form == "country"), None)
    return ledger.codes[owner.referents[0]] if owner is not None else None


def _state_behind(sentence: Sentence, end: int, ledger: Ledger) -> str | None:
    """The state of "Dolna, Moldova": that which stands right behind the comma."""
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    behind = next((s for s in ledger.spots[sentence.index] if s.first == end + 1 and s.form == "country"), None)
    listed = behind is not None and behind.last < len(tokens) and tokens[behind.last].text.lower() in ("and", "or")
    return ledger.codes[behind.referents[0]] if behind is not None and not listed else None


def described(sentence: Sentence, taken: set[int], ledger: Ledger) -> None:
    """Notes "the Chilean village of Putre" as the place that it names, whether or not a list or the tagger knows it."""
    tokens = sentence.tokens
    bodies = {k for s in ledger.spots[sentence.index] if s.form == "org" for k in range(s.first, s.last)}
    covered = (ledger.covered(sentence.index) | taken) - bodies
    for t in tokens[:-2]:
        town = t.lemma.lower() in pointing.words("towns")
        if not (town or t.lemma.lower() in pointing.words("lands")) or tokens[t.i + 1].text.lower() != "of":
            continue
        first = t.i + 2 + (tokens[t.i + 2].text.lower() == "the")
        named = next((s for s in ledger.spots[sentence.index] if s.first == first and s.form != "org"), None)
        last = _proper(tokens, first) if named is None else named.last
        state = _state_before(sentence, t, ledger) or _state_behind(sentence, last, ledger)
        if named is not None and (place := ledger.places[named.referents[0]]) is not None:
            ref = named.referents[0]
            if place.country is None and state is not None:
                ledger.places[ref], ledger.codes[ref] = replace(place, country=state), state
        elif named is None and first < last and covered.isdisjoint(range(first, last)):
            text = surface(tokens, first, last)
            ref = ledger.id("place", f"unlisted:{fold(text)}", state, text)
            ledger.places[ref] = ledger.places[ref] or Place(text, state, kind="city" if town else "region")
        else:
            continue
        ledger.spot(sentence, t.i, last, t.i, (ref,), "gpe" if named is None else named.form)


def _proper(tokens: Sequence[Token], first: int) -> int:
    """The end of a name that begins at a token, with the small words inside it: "Villa de Leyva"."""
    last = at = first
    while at < len(tokens) and (tokens[at].text[:1].isupper() or at > first and tokens[at].text.lower() in _INSIDE):
        last = at + 1 if tokens[at].text[:1].isupper() else last
        at += 1
    return last


def _state_before(sentence: Sentence, noun: Token, ledger: Ledger) -> str | None:
    """The state of "the Chilean village of", if but one is named so."""
    tokens = sentence.tokens
    spots = [s for s in ledger.spots[sentence.index] if s.last <= noun.i and tokens[s.head].head == noun.i]
    states = {ledger.codes[r] for s in spots if s.form in ("demonym", "country") for r in s.referents}
    return states.pop() if len(states) == 1 else None


def installations(sentence: Sentence, hits: Sequence[TokenHit], taken: set[int], ledger: Ledger) -> set[int]:
    """Notes "Camp Ardan" and "Seven Springs Naval Base", which no list holds, each as one place; gives what it covers.

    A listed city or body in it is left to speak for itself; a region's name that opens a longer one is part of it.
    """
    tokens, covered = sentence.tokens, set[int]()
    listed = {k for h in hits if h.kind != "region" for k in range(h.first, h.last)}
    regions = [set(range(h.first, h.last)) for h in hits if h.kind == "region"]
    for t in tokens:
        if t.lemma.lower() not in pointing.words("installations") or not t.text[:1].isupper() or t.i in covered:
            continue
        first, last = _name_before(tokens, t.i), t.i + 1
        if first == t.i and t.lemma.lower() in pointing.words("installations_before"):
            last = _name_behind(tokens, t.i)
        names = [k for k in range(first, last) if k != t.i and tokens[k].text[:1].isupper()]
        own = [k for k in names if tokens[k].lemma.lower() not in pointing.words("installation_kinds")]
        if not own or not (taken | listed).isdisjoint(range(first, last)) or any(set(own) <= r for r in regions):
            continue
        text = " ".join(surface(tokens, first, last).replace('"', " ").replace("“", " ").replace("”", " ").split())
        ref = ledger.id("place", f"unlisted:{fold(text)}", None, text)
        ledger.places[ref] = Place(text, None, kind="venue")
        ledger.spot(sentence, first, last, head_of(tokens, first, last), (ref,), "fac")
        covered |= set(range(first, last))
    return covered


def _name_before(tokens: Sequence[Token], head: int) -> int:
    first = head
    while first > 0 and (tokens[first - 1].text[:1].isupper() and tokens[first - 1].pos in ("PROPN", "NOUN", "ADJ")
                         or tokens[first - 1].tag == "HYPH" and first < head):
        first -= 1
    while first < head and tokens[first].tag == "HYPH":
        first += 1
    return first


def _name_behind(tokens: Sequence[Token], head: int) -> int:
    """The end of the name after "Camp", with the quotation marks round it."""
    last = head + 1
    quoted = last < len(tokens) and tokens[last].text in _QUOTES
    last += quoted
    begin = last
    while last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].pos in ("PROPN", "NOUN", "ADJ"):
        last += 1
    if last == begin:
        return head + 1
    return last + (quoted and last < len(tokens) and tokens[last].text in _QUOTES)


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The range without articles, possessives and what binds it to its neighbours."""
    while first < last and (tokens[first].text.lower() in _ARTICLES or tokens[first].tag == "POS"):
        first += 1
    while last > first and (
        tokens[last - 1].tag in ("POS", "IN", "CC", "DT", "TO") or not tokens[last - 1].text[:1].isalnum()
    ):
        last -= 1
    return first, last


def _may_be_body(sentence: Sentence, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """False of pieces of headlines that hold a verb, and of a body's common noun alone: "Cabinet", "the Ministry"."""
    tokens = sentence.tokens
    words = [t.text.lower() for t in tokens[first:last] if t.text[:1].isalnum()]
    if all(vocabulary.is_body_token(w) or vocabulary.is_domain(w) for w in words):
        return False
    if any(t.tag in _VERBS for t in tokens[first:last]):
        return False
    # In a headline in title case a verb looks like a name.
    titled = sentence.headline and all(t.text[:1].isupper() for t in tokens if t.pos in ("NOUN", "VERB", "PROPN"))
    return not titled or tokens[first].lemma not in vocabulary.personal


def armed_groups(
    sentence: Sentence,
    hits: Sequence[TokenHit],
    taken: set[int],
    setting: Setting,
    known: dict[str, int],
    only: TokenHit | None = None,
) -> set[int]:
    """Notes "Iraqi insurgents" as a group of that name without a state; `known` is the last group of each noun.

    Where a page tells of but one group, its leaders are meant by "rebel leaders", and it by "the rebels". Gives the
    tokens that it covers: "Iraqi" in it is no state.
    """
    tokens = sentence.tokens
    at = {k: h for h in hits for k in range(h.first, h.last)}
    ledger = setting.ledger
    covered: set[int] = set()
    for t in tokens:
        if t.lemma not in pointing.words("armed_groups") or t.i in taken:
            continue
        last = t.i
        if t.tag not in ("NNS", "NNPS") and not t.lemma.endswith("militia"):
            last = _leaders(tokens, t.i)
            if last == t.i:
                continue  # one man is no group
        first = _group_begins(tokens, t.i, at, taken)
        those = last > t.i or first == t.i and t.i > 0 and tokens[t.i - 1].text.lower() == "the"
        listed = next((at[k] for k in range(first, t.i) if k in at and at[k].kind in ("body", "force")), None)
        if listed is not None:  # "Taliban militants" are the Taliban
            ref = known[t.lemma] = setting.body(listed)
        elif any(tokens[k].text[:1].isupper() for k in range(first, t.i)):
            text = surface(tokens, first, t.i + 1) + "s" * (last > t.i)
            ref = ledger.id("force", f"group:{fold(text)}", None, text)
            known[t.lemma] = ref
        elif those and only is not None:
            ref = setting.body(only)
        elif first == t.i and t.lemma in known:
            ref = known[t.lemma]
        elif _fight(t) and not _is_owned(tokens, t.i):
            # "Insurgents attacked the base": nobody says whose they are, but they fight.
            first = t.i
            text = f"{t.lemma}s" if last > t.i else t.text.lower()
            ref = ledger.id("force", f"group:{text}", None, text)
        else:
            continue
        ledger.spot(sentence, first, last + 1, last, (ref,), "force")
        covered |= set(range(first, last + 1))
    return covered


def _fight(token: Token) -> bool:
    """True of those who fight by their very name: "rebels", "insurgents"."""
    return token.lemma in pointing.words("nameless_groups") and not token.text.endswith("militia")


def _leaders(tokens: Sequence[Token], rebel: int) -> int:
    """The last token of "rebel leaders", "rebel group commanders", of whom no group is named; `rebel` if it is else."""
    top = rebel + 1
    while top < len(tokens) and top - rebel < 4 and tokens[top].tag == "NN" and tokens[top].text.islower():
        top += 1
    heads = top < len(tokens) and tokens[top].tag == "NNS" and tokens[top].text.islower()
    return top if heads and tokens[top].lemma in pointing.words("heads_of_groups") else rebel


def _is_owned(tokens: Sequence[Token], head: int) -> bool:
    """True of "the rebels of the M23": they have the name that follows."""
    after = [t for t in tokens[head + 1 : head + 4] if t.text.lower() != "the"]
    return len(after) > 1 and after[0].text.lower() == "of" and after[1].text[:1].isupper()


def _group_begins(tokens: Sequence[Token], head: int, at: dict[int, TokenHit], taken: set[int]) -> int:
    first = head
    while first > 0 and first - 1 not in taken:
        before = tokens[first - 1]
        if first - 1 in at:
            first = at[first - 1].first
        elif before.head == head and before.dep in ("amod", "compound", "nmod") or before.tag in ("NNP", "HYPH"):
            first -= 1
        else:
            break
    while first < head and tokens[first].tag in ("HYPH", "JJR", "RB", "VBN"):
        first += 1
    return first
