"""Whether a word that may head a title does: "chief" in "chief market analyst" and "Tun" in "Ahmad Tun" do not."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.hits import TokenHit
from dragoman.mentions.vocabulary import HeadWord, Vocabulary
from dragoman.types import Token

_SON_OF = frozenset(("bin", "ibn", "binti", "bint"))
_NOBLE = frozenset(("del", "dal", "van", "von", "der"))


def inside_name(
    tokens: Sequence[Token], lower: list[str], i: int, last: int, word: HeadWord, vocabulary: Vocabulary
) -> bool:
    """True of "Tun" in "Ahmad Tun Razak", a father's style in the name of his son, and of "Col" in "del Col"."""
    before, after = (tokens[i - 1] if i else None), (tokens[last] if last < len(tokens) else None)
    if before is not None and word.cls == "rank" and i > 1:  # "Stefano del Col"
        return before.text.lower() in _NOBLE and tokens[i - 2].text[:1].isupper()
    style = word.cls == "honorific" or (word.cls == "royal" and not word.bare)
    if style and before is not None and before.ent == "PERSON" and (after is None or not after.text[:1].isupper()):
        return before.text[:1].isupper() and vocabulary.head_at(lower, i - 1) is None  # "Mohamed Yussuf Haji"
    if before is None or after is None or not after.text[:1].isupper() or not style:
        return False
    if before.text.lower() in _SON_OF:
        return True
    named = before.tag == "NNP" and before.text[:1].isupper() and before.text.isalpha()
    if vocabulary.is_domain(lower[i - 1]) or vocabulary.is_body_token(lower[i - 1]):
        return False  # "Secretary for Defence Hon. X"
    return named and before.ent in ("PERSON", "") and vocabulary.head_at(lower, i - 1) is None


def modifies_next(
    lower: list[str], i: int, width: int, at: dict[int, TokenHit], vocabulary: Vocabulary
) -> bool:
    """True of "deputy" in "deputy prime minister" and of "justice" in "justice minister": no title of its own."""
    if not vocabulary.is_modifier(lower[i]):
        behind = vocabulary.is_domain(lower[i]) and i + width < len(lower)
        after = vocabulary.head_at(lower, i + width) if behind else None
        return after is not None and after[1].cls == "minister"
    k = i + width
    while k < len(lower) and k - i < 5:
        if vocabulary.head_at(lower, k) is not None:
            break
        if k in at and at[k].kind == "demonym":  # "chief Omani negotiator"
            k = at[k].last
            continue
        if not (vocabulary.is_domain(lower[k]) or vocabulary.is_modifier(lower[k])):
            break
        k += 1
    after = vocabulary.head_at(lower, k) if k < len(lower) else None
    if after is None:
        return False
    own = vocabulary.head_at(lower, i)
    # "the air force chief General X", "Prime Minister Dr X": two titles; "the chief negotiator": one.
    apart = own is not None and (own[0] > 1 or own[1].cls in ("chief", "head", "rank"))
    return not apart or after[1].cls not in ("rank", "honorific")


def chief_of_a_trade(
    tokens: Sequence[Token], lower: list[str], i: int, word: HeadWord, vocabulary: Vocabulary
) -> bool:
    """True of "chief" in "chief market analyst" and "chief privacy officer": no title of its own."""
    if word.lemma != "chief" or i + 2 >= len(tokens) or tokens[i + 1].tag not in ("NN", "NNP", "JJ"):
        return False
    after = vocabulary.head_at(lower, i + 2) if tokens[i + 2].tag.startswith("NN") else None
    return after is not None and after[1].cls in ("analyst", "official", "adviser")


def may_be_title(
    tokens: Sequence[Token], lower: list[str], i: int, width: int, at: dict[int, TokenHit], vocabulary: Vocabulary
) -> bool:
    token = tokens[i + width - 1] if tokens[i + width - 1].text[:1].isalpha() else tokens[i]
    if token.pos not in ("NOUN", "PROPN", "ADJ") and not token.text[:1].isupper() and token.text.isascii():
        return False  # "attaché" may have been taken for a verb: it is none
    after = i + width
    if token.tag == "JJ" and token.dep == "amod" and token.head == after and tokens[after].tag in ("NN", "NNS"):
        if tokens[after].text.islower() and vocabulary.head_at(lower, after) is None:
            return False  # "his official visit", "the chief guest"
    hit = at.get(i)
    # "General Staff", "Security Council": a body's name that holds a head word.
    if hit is not None and hit.last > i + width and hit.kind not in ("demonym",):
        return False
    return not vocabulary.is_body_word(lower, i, i + width)
