"""Where a title ends because a name, or another title, begins: "Minister of Defence Saleh Hinai"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.vocabulary import HeadWord, Vocabulary
from dragoman.types import Token

# Classes of office that are called by their words alone, so that one inside another title is somebody else's.
NAMED_OFFICES = frozenset(("head_of_state", "head_of_government", "minister", "deputy_leader", "royal", "lawmaker"))


def is_person(tokens: Sequence[Token], k: int, at: dict[int, TokenHit], vocabulary: Vocabulary) -> bool:
    """True where the tagger sees a person of two names at least begin at `k`."""
    token = tokens[k]
    if k in at or token.ent != "PERSON" or not token.ent_begins or k + 1 >= len(tokens):
        return False
    return tokens[k + 1].ent == "PERSON" and not vocabulary.is_body_token(token.text.lower())


def opens_name(
    tokens: Sequence[Token], lower: list[str], k: int, at: dict[int, TokenHit], vocabulary: Vocabulary, last: int
) -> bool:
    """True where a person's name or the next title begins at `k`."""
    token = tokens[k]
    if not token.text[:1].isupper():
        return False
    if token.ent == "PERSON" and token.ent_begins and k == last and not vocabulary.is_body_token(lower[k]):
        return True
    office = _office_at(lower, k, vocabulary)
    if office is not None and office.cls in ("rank", "honorific"):
        return not _service_first(lower, k, vocabulary)
    match = vocabulary.head_at(lower, k)
    if k == last and match is None and k not in at and _first_of_name(tokens, lower, k, vocabulary):
        return True
    if office is not None and match is not None:
        # "members of President X's cabinet", "under the chair of Deputy Defence Minister General X": another's office.
        after = k + match[0]
        if office.cls in NAMED_OFFICES | {"envoy"} and after < len(tokens) and tokens[after].ent == "PERSON":
            return True
    if vocabulary.is_modifier(lower[k]) and _modified_office(lower, k, vocabulary):
        return True
    previous_is_hit = k - 1 in at and at[k - 1].last == k
    same_body = previous_is_hit and token.ent == "ORG" and not token.ent_begins
    return (
        previous_is_hit
        and not same_body
        and not vocabulary.is_body_token(lower[k])
        and not vocabulary.is_domain(lower[k])
        and match is None
    )


def _service_first(lower: Sequence[str], k: int, vocabulary: Vocabulary) -> bool:
    """True of "Army" in "Chief of Army General X": the army's chief, who is a general, and no army general."""
    rank = _office_at(lower, k + 1, vocabulary) if k + 1 < len(lower) else None
    of_service = k > 0 and lower[k - 1] == "of" and vocabulary.is_body_token(lower[k])
    return of_service and rank is not None and rank.cls == "rank"


def _first_of_name(tokens: Sequence[Token], lower: Sequence[str], k: int, vocabulary: Vocabulary) -> bool:
    """True of "Suren" in "Minister of Defense Suren Papikyan visited": two capitals after a field, before a verb."""
    known = vocabulary.is_body_token(lower[k]) or vocabulary.is_domain(lower[k]) or vocabulary.is_modifier(lower[k])
    if known or not vocabulary.is_domain(lower[k - 1]) or k + 2 >= len(tokens) or tokens[k].ent == "ORG":
        return False
    second, after = tokens[k + 1], tokens[k + 2]
    if not second.text[:1].isupper() or vocabulary.is_body_token(second.text.lower()):
        return False
    return vocabulary.is_given(tokens[k].text) or after.tag in ("VBD", "VBZ", "MD")


def name_behind(
    tokens: Sequence[Token], lower: Sequence[str], k: int, at: dict[int, TokenHit], vocabulary: Vocabulary, cls: str
) -> bool:
    """True of "Saleh Hinai" in "Minister of Defence Saleh Hinai", whatever the tagger takes the words for.

    So are two behind a state, "President of Ukraine X Y". Behind a body ("chair of the Security Committee X Y") the
    tagger must not see another name in them.
    """
    state = k - 1 in at and at[k - 1].kind == "country"
    field = state or (cls == "minister" and vocabulary.is_domain(lower[k - 1]))
    if not field and not vocabulary.is_body_token(lower[k - 1]):
        return False
    last, joined = k, 0
    while last < len(tokens) and tokens[last].text[:1].isupper() and tokens[last].tag in ("NNP", "NNPS", "NN"):
        known = vocabulary.is_body_token(lower[last]) or vocabulary.is_domain(lower[last]) or last in at
        late = tokens[last].ent == "PERSON" and tokens[last].ent_begins and last > k  # "of Defence Production X Y"
        shouted = tokens[last].text.isupper() and len(tokens[last].text) > 1
        strange = not field and tokens[last].ent not in ("", "PERSON")
        if known or late or shouted or strange or vocabulary.is_modifier(lower[last]):
            return False
        if (state or not field) and vocabulary.head_at(lower, last) is not None:
            return False
        last += 1
        if [t.text for t in tokens[last : last + 1]] == ["-"] and tokens[last].start == tokens[last - 1].end:
            last, joined = last + 1, joined + 2  # "Jean-Yves Le Drian"
    return 2 <= last - k - joined <= 4


def _office_at(lower: Sequence[str], k: int, vocabulary: Vocabulary) -> HeadWord | None:
    match = vocabulary.head_at(lower, k)
    return match[1] if match is not None and not vocabulary.is_body_word(lower, k, k + match[0]) else None


def opens_office(lower: Sequence[str], k: int, vocabulary: Vocabulary) -> bool:
    """True where an office that is called by its words alone begins at `k`, with its field or without."""
    office = _office_at(lower, k, vocabulary)
    return office.cls in NAMED_OFFICES if office is not None else _modified_office(lower, k, vocabulary)


def _modified_office(lower: Sequence[str], k: int, vocabulary: Vocabulary) -> bool:
    """True of "Deputy Defence Minister": the field and the head of an office follow the modifier at `k`."""
    for j in range(k + 1, min(len(lower), k + 4)):
        office = _office_at(lower, j, vocabulary)
        if office is not None:
            return office.cls in NAMED_OFFICES
        if not (vocabulary.is_domain(lower[j]) or vocabulary.is_modifier(lower[j])):
            return False
    return False
