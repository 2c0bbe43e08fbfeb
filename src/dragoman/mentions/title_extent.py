"""How far a title reaches to either side of its head: nationality, body and field before it, what it is of after it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.pointing import words
from dragoman.mentions.title_edge import NAMED_OFFICES, is_person, name_behind, opens_name, opens_office
from dragoman.mentions.vocabulary import HeadWord, Vocabulary
from dragoman.types import Token

# How many words a title may reach to either side of its head.
_REACH = 9
_BRACKET = 6  # tokens of an acronym in brackets, both of them included

# Words between an office and the name of the realm where it is held.
_OF_REALM = frozenset(("the", "state", "kingdom", "republic", "sultanate", "of"))

# Prepositions after which a title goes on.
LINKS = frozenset(("of", "for", "to", "at", "in", "on"))
# Which heads may be followed by which preposition: "ambassador to", "minister for", "official at".
_AFTER = {
    "envoy": frozenset(("to", "for", "of", "in", "at")),
    "minister": frozenset(("of", "for", "in")),
    "adviser": frozenset(("of", "for", "at", "to")),
    "analyst": frozenset(("of", "for", "at", "on", "with")),
    "official": frozenset(("of", "for", "at", "in", "with")),
    "rank": frozenset(),
    "honorific": frozenset(),
}
_OF_FOR = frozenset(("of", "for", "at"))
# Those who may be anywhere: "soldiers in Mali" are not Mali's.
_POSTED = frozenset(("soldier", "serviceman", "pilot"))
# What makes a body another's: an office of "the Russian-led CSTO" is the CSTO's.
LED = frozenset(("led", "backed", "run", "controlled", "dominated", "sponsored"))
# Those who serve the holder of an office: "assistant to the president for national security".
_SERVANTS = frozenset(("adviser", "spokesperson", "envoy", "official"))


def extend_left(
    tokens: Sequence[Token],
    lower: list[str],
    i: int,
    word: HeadWord,
    at: dict[int, TokenHit],
    vocabulary: Vocabulary,
    limit: int,
) -> int:
    """Where the phrase of the head at `i` begins."""
    rank = word.cls == "rank"
    first = i
    k = i - 1
    while k >= limit and i - k <= _REACH:
        token = tokens[k]
        if k in at and at[k].kind == "capital" and k + 1 in at and first == k + 1:
            break  # "in Lima Peruvian Defence Minister X": a place, and then the office
        if k in at and at[k].kind not in ("city",):
            first = k = at[k].first
        elif token.text == ")" and (opening := _opening(tokens, k, limit)) is not None:
            k = opening  # "Royal Malaysian Air Force (RMAF) chief"
        elif _owns(tokens, k) and k - 1 >= limit and (k - 1 in at or _owner(tokens[k - 1], vocabulary)):
            if k - 1 not in at and not vocabulary.is_body_token(lower[k - 1]):
                break  # "Obama's adviser": a person's, not a body's
        elif vocabulary.is_modifier(lower[k]) or vocabulary.is_domain(lower[k]) or vocabulary.is_body_token(lower[k]):
            if token.tag == "IN" and not vocabulary.is_former(lower[k]):
                break  # "a delegation under Deputy Minister X"
            if token.tag in ("VBN", "VBD") and vocabulary.is_former(lower[k]) and _acts(tokens, k, at):
                break  # "since the military ousted civilian leader X"
            if (
                rank
                and token.text.islower()
                and not vocabulary.is_modifier(lower[k])
                and not vocabulary.is_domain(lower[k])
            ):
                break  # "the head of the committee General X"
            if token.tag in ("VB", "VBZ", "VBP") and k > 0 and tokens[k - 1].tag in ("TO", "MD"):
                break  # "is to host counterpart X"
            first = k
        elif token.tag in ("VBN", "RB", "RBS") and (owner := _owner_before(tokens, k, limit, at)) is not None:
            first = k = owner  # "Beijing's newly installed envoy"
        elif lower[k] in ("and", "&", ",", "/") and k - 1 >= limit and first == k + 1:
            # "foreign and defence ministers", "Russian and US presidents", "Armenian, Turkish leaders"
            before = lower[k - 1]
            same = (vocabulary.is_domain(before) and vocabulary.is_domain(lower[first])) or (
                k - 1 in at and first in at and _nationality(at[k - 1]) and _nationality(at[first])
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


def _acts(tokens: Sequence[Token], k: int, at: dict[int, TokenHit]) -> bool:
    """True of a participle with a noun in small letters right before it: it tells what those did."""
    return k > 0 and k - 1 not in at and tokens[k - 1].text.islower() and tokens[k - 1].tag in ("NN", "NNS", "JJ")


def _owns(tokens: Sequence[Token], k: int) -> bool:
    """True of "'s", and of the bare mark of "the Forces’ General X", which the tagger takes for a quotation mark."""
    if tokens[k].tag == "POS":
        return True
    before = tokens[k - 1] if k else None
    glued = before is not None and before.end == tokens[k].start and before.text[-1:] == "s"
    return glued and tokens[k].text in ("'", "’")


def _owner(token: Token, vocabulary: Vocabulary) -> bool:
    """True of a word that may own an office: one in capitals, or that of a body: "the ministry's director"."""
    return token.text[:1].isupper() or vocabulary.is_body_token(token.text.lower())


def _nationality(hit: TokenHit) -> bool:
    """True of "Turkish", and of "US" and "UK", which stand before a noun as they are."""
    return hit.kind == "demonym" or (hit.kind == "country" and hit.text.replace(".", "").isupper())


def _opening(tokens: Sequence[Token], closing: int, limit: int) -> int | None:
    """The bracket that opens what a bracket closes, where an acronym of one or two words stands between."""
    for k in range(closing - 1, max(limit, closing - _BRACKET) - 1, -1):
        if tokens[k].text == "(":
            return k if all(t.text.isupper() for t in tokens[k + 1 : closing]) and closing - k > 1 else None
    return None


def _closing(tokens: Sequence[Token], opening: int) -> int | None:
    """The bracket that closes what a bracket opens, where an acronym of one or two words stands between."""
    for k in range(opening + 2, min(len(tokens), opening + _BRACKET)):
        if tokens[k].text == ")":
            return k if all(t.text.isupper() and t.text.isalpha() for t in tokens[opening + 1 : k]) else None
    return None


def after_of(lower: Sequence[str], k: int) -> bool:
    """True where "of" or "of the" stands right before a token."""
    return lower[k - 1] == "of" or (lower[k - 1] == "the" and lower[k - 2] == "of")


def _owner_before(tokens: Sequence[Token], k: int, limit: int, at: dict[int, TokenHit]) -> int | None:
    """Where the state or body begins that stands in the possessive before "newly installed"."""
    while k >= limit and tokens[k].tag in ("VBN", "RB", "RBS", "JJ", "JJS"):
        k -= 1
    if k - 1 >= limit and tokens[k].tag == "POS" and k - 1 in at and at[k - 1].kind != "city":
        return at[k - 1].first
    return None


def extend_right(
    tokens: Sequence[Token],
    lower: list[str],
    k: int,
    word: HeadWord,
    at: dict[int, TokenHit],
    vocabulary: Vocabulary,
    plural: bool = False,
) -> int:
    """Where the phrase ends whose head ends at `k`: "of the General Staff of the Russian Armed Forces".

    An office held by several, in the `plural`, may be of a list of states.
    """
    allowed = _OF_FOR if word.lemma in _POSTED else _AFTER.get(word.cls, _OF_FOR)
    if word.cls == "lawmaker" and lower[k : k + 2] == ["on", "the"]:
        allowed = allowed | {"on"}  # "a Democrat on the Senate Commerce Committee"
    first = last = k
    limit = min(len(tokens), k + 3 * _REACH)
    if k < limit and tokens[k].text == "-" and tokens[k].start == tokens[k - 1].end:
        k += 1
        if k < limit and vocabulary.is_domain(lower[k]):
            k += 1
        last = k
    inside = False
    if (end := _unlinked(tokens, lower, k, word, at, vocabulary)) > k:
        k = last = end
    if k + 1 < limit and tokens[k].text == "(" and (closing := _closing(tokens, k)) is not None:
        if closing - k > 1 and closing + 1 < limit and lower[closing + 1] in allowed - {"to", "at", "in", "on"}:
            k = closing + 1  # "Cabinet Secretary (CS) for Defence"
    if " of " in word.lemma and k < limit and k not in at and _body_goes_on(tokens, lower, k, vocabulary):
        k = last = k + 1  # "Chief of Defence Forces"
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
        if k in at and word.cls in _SERVANTS and k == at[k].first:
            office = at[k].last + (at[k].last < limit and tokens[at[k].last].tag == "POS")
            served = _served(tokens, lower, office, word, vocabulary) if office < limit else 0
            if served:
                k = last = office + served  # "adviser to the Omani prime minister"
                continue
            if office < limit and opens_office(lower, office, vocabulary):
                break  # "adviser to Omani Prime Minister X": whom he serves is named
        if k in at:
            listed = (plural or word.cls == "envoy") and at[k].kind == "country"
            k = at[k].last
            last = k = _end_of_states(tokens, lower, k, at) if listed else k
            if tokens[k - 1].text in words("ship_nouns"):  # "commanding officer of HMAS Leeuwin"
                while k < limit and tokens[k].tag == "NNP":
                    k += 1
                last = k
            continue
        if lower[k] == "on" and k == last and vocabulary.is_body_token(lower[k - 1]) and k + 1 < limit:
            if vocabulary.is_domain(lower[k + 1]) or tokens[k + 1].text[:1].isupper():
                k += 1  # "the Senate Committee on Foreign Relations"
                continue
        if token.tag == "POS":
            k += 1
            last = k
            continue
        if lower[k - 1] in LINKS and word.cls in _SERVANTS and is_person(tokens, k, at, vocabulary):
            break  # "an adviser to Qassem Soleimani": whom he serves is named
        served = _served(tokens, lower, k, word, vocabulary)
        if served:
            k = last = k + served
            continue
        if token.text == "(" and k == last and (closing := _closing(tokens, k)) is not None:
            k = last = closing + 1  # "Chief of the Naval Staff (CNS) of Peru", "(CNS) Admiral X"
            continue
        if opens_name(tokens, lower, k, at, vocabulary, last):
            break
        if k == last and name_behind(tokens, lower, k, at, vocabulary, word.cls):
            break
        if (
            token.tag in ("NN", "NNS", "NNP", "NNPS", "JJ")
            or vocabulary.is_body_token(lower[k])
            or vocabulary.is_domain(lower[k])
            or (token.tag == "VBG" and k + 1 < limit and vocabulary.is_body_token(lower[k + 1]))
        ):
            k += 1
            last = k
            continue
        if token.text == "-" and k + 1 < limit and token.end == tokens[k + 1].start:
            # "the Russian-led CSTO", "the Oslo-based brigade"
            k += 2 if lower[k + 1] in LED or lower[k + 1] == "based" else 1
            continue
        if token.tag == "CD" and k + 1 < limit and vocabulary.is_body_token(lower[k + 1]):
            k += 1  # "General Officer Commanding of 14 Corps"
            continue
        if lower[k] in ("and", "&") and k + 1 < limit and tokens[k + 1].tag in ("NNP", "NNPS", "NN", "NNS", "JJ", "DT"):
            # "of defence and security" goes on; "of Russia and Dunford" and "of X and the minister" do not.
            after = k + 2 if token_is_article(tokens[k + 1]) else k + 1
            if after < limit and (
                after in at or vocabulary.is_domain(lower[after]) or vocabulary.is_body_token(lower[after])
            ):
                owns = after in at and at[after].last < limit and tokens[at[after].last].tag == "POS"
                if vocabulary.head_at(lower, after) is None and not owns and _conjunct_inside(tokens, after, k):
                    k = after
                    continue
        break
    return _in_the_state_of(lower, last, at) if word.cls in ("minister", "chief") and last > first else last


def _in_the_state_of(lower: Sequence[str], last: int, at: dict[int, TokenHit]) -> int:
    """Where "Minister for Cabinet Affairs in the State of Kuwait" ends, at `last` behind the field; else `last`."""
    k = last + 1
    while k < len(lower) and k not in at and lower[k] in _OF_REALM:
        k += 1
    realm = k in at and (lower[k] in _OF_REALM or not _OF_REALM.isdisjoint(lower[last + 2 : k]))
    return at[k].last if lower[last : last + 1] == ["in"] and realm and at[k].kind == "country" else last


def _unlinked(
    tokens: Sequence[Token], lower: list[str], k: int, word: HeadWord, at: dict[int, TokenHit], vocabulary: Vocabulary
) -> int:
    """Where "Director Military Operations" ends, its field in capitals with no "of"; `k` where it has none."""
    if word.cls not in ("head", "chief", "commander") and word.lemma != "secretary":
        return k
    end = k
    while end < len(tokens) and tokens[end].tag in ("NNP", "NNPS") and tokens[end].text[:1].isupper():
        if end in at or tokens[end].ent == "PERSON" or vocabulary.head_at(lower, end) is not None:
            break
        end += 1
    named = end > k and (vocabulary.is_body_token(lower[end - 1]) or vocabulary.is_domain(lower[end - 1]))
    begins = end > k and (vocabulary.is_body_token(lower[k]) or vocabulary.is_domain(lower[k]) or end - k > 1)
    return end if named and begins and tokens[k - 1].text[:1].isupper() else k


def service_behind(
    tokens: Sequence[Token],
    lower: Sequence[str],
    last: int,
    word: HeadWord,
    at: dict[int, TokenHit],
    vocabulary: Vocabulary,
) -> int:
    """Where "Deputy Chief of Naval Staff, Peruvian Navy" ends, the service being set behind the office; else `last`."""
    k = last + 1
    if word.cls not in ("chief", "commander", "head", "official") or k >= len(tokens) or tokens[last].text != ",":
        return last
    if k not in at or at[k].first != k or at[k].kind not in ("demonym", "country", "force", "body") or not at[k].code:
        return last
    end = at[k].last
    while end < len(tokens) and vocabulary.is_body_token(lower[end]) and vocabulary.head_at(lower, end) is None:
        end += 1
    service = end > at[k].last or at[k].kind in ("force", "body")
    after = tokens[end] if end < len(tokens) else None
    apart = after is None or not after.text[:1].isalnum() or after.tag in ("VBD", "VBZ", "MD", "IN", "CC")
    return end if service and apart and (after is None or after.tag != "POS") else last


def _end_of_states(tokens: Sequence[Token], lower: Sequence[str], k: int, at: dict[int, TokenHit]) -> int:
    """Where ", Chile and the Philippines" ends, at `k` behind the first state of a list; `k` if no list goes on."""
    step, joined = k, False
    while step < len(tokens) and not joined and lower[step] in (",", "and", "&"):
        joined = lower[step] in ("and", "&") or lower[step + 1 : step + 2] == ["and"]
        step += 2 if lower[step] == "," and joined else 1
        step += step < len(tokens) and lower[step] == "the"
        if step not in at or at[step].kind not in ("country", "body") or not at[step].code:
            return k
        step = at[step].last
        if step < len(tokens) and (tokens[step].tag == "POS" or tokens[step].tag.startswith(("NN", "JJ"))):
            return k  # "of Peru, Chile's president said", "of Peru and US forces"
    return step if joined else k


def _body_goes_on(tokens: Sequence[Token], lower: list[str], k: int, vocabulary: Vocabulary) -> bool:
    """True of "Staff" in capitals and of "forces" right after a head: the rest of the body's name, no title or name."""
    known = vocabulary.is_body_token(lower[k]) and vocabulary.head_at(lower, k) is None
    return known and (tokens[k].text[:1].isupper() or tokens[k].tag == "NNS") and tokens[k].ent != "PERSON"


def _served(tokens: Sequence[Token], lower: list[str], k: int, word: HeadWord, vocabulary: Vocabulary) -> int:
    """The width of an office without its holder whom an adviser or speaker serves; 0 where none begins at `k`."""
    match = vocabulary.head_at(lower, k) if word.cls in _SERVANTS else None
    if match is None or match[2] or not (match[1].cls in NAMED_OFFICES or match[1].lemma == "secretary general"):
        return 0
    after = k + match[0]
    named = after < len(tokens) and tokens[after].text[:1].isupper() and lower[after] not in LINKS
    return 0 if named else match[0]


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
