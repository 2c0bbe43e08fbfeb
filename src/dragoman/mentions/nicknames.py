"""What somebody is called in the middle of his name: 'Jim "Mad Dog" Hale' is Jim Hale."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.titles import surface
from dragoman.types import Token

OPENING = frozenset(('"', "“", "``", "‘"))
CLOSING = frozenset(('"', "”", "''", "’"))


def past_nickname(tokens: Sequence[Token], k: int, titled: set[int]) -> int | None:
    """Where a name goes on behind what its bearer is called, in quotation marks: 'Jim "Mad Dog" Hale'; else None."""
    if tokens[k].text not in OPENING or not is_capital(tokens[k - 1]):
        return None
    for closing in range(k + 2, min(len(tokens) - 1, k + 4)):
        after = tokens[closing + 1]
        if tokens[closing].text in CLOSING:
            called = all(is_capital(t) for t in tokens[k + 1 : closing])
            family = closing + 1 not in titled and is_capital(after) and after.tag in ("NNP", "NNPS")
            return closing + 1 if called and family else None
    return None


def without_nickname(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a name without what stands in it in quotation marks."""
    opening = next((k for k in range(first + 1, last) if tokens[k].text in OPENING), None)
    if opening is None:
        return surface(tokens, first, last)
    closing = next((k for k in range(opening + 1, last) if tokens[k].text in CLOSING), opening)
    return f"{surface(tokens, first, opening)} {surface(tokens, closing + 1, last)}"


def is_capital(token: Token) -> bool:
    """True of a word that may be of a name: in capitals at its head, without figures."""
    if any(c.isdigit() for c in token.text):
        return False
    return token.text[:1].isupper() and (len(token.text) > 1 or token.text.isalpha())
