"""Which word of one name stands for which of another, whatever their order and wherever the blanks are."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.names.parts import Parts
from dragoman.names.words import How, Likeness, likeness, sound

CLOSE = 0.62  # words less alike are not taken for each other
_JOINED = 4  # words at most that may be one word of the other name


class Pair(NamedTuple):
    """Words `a` of one name for words `b` of the other."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    value: float
    how: How
    weight: float


class Alignment(NamedTuple):
    """The pairs of words, and the words of either name that have none."""

    pairs: tuple[Pair, ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]

    def turned(self) -> Alignment:
        """The same, told from the other name."""
        pairs = tuple(Pair(p.b, p.a, p.value, p.how, p.weight) for p in self.pairs)
        return Alignment(pairs, self.left_b, self.left_a)


def aligned(a: Parts, b: Parts) -> Alignment:
    """The best pairs first; no word stands in two of them."""
    pairs: list[Pair] = []
    ours, theirs = a.texts, b.texts
    free_a: list[int] = []
    free_b = list(range(len(theirs)))
    for i, text in enumerate(ours):
        # Of equal words those are meant that stand at like places.
        j = i if i in free_b and theirs[i] == text else next((j for j in free_b if theirs[j] == text), -1)
        if j < 0:
            free_a.append(i)
            continue
        free_b.remove(j)
        pairs.append(Pair((i,), (j,), 1.0, "same", a.words[i].weight))
    if not free_a and not free_b:
        return Alignment(tuple(pairs), (), ())
    if free_a and free_b:
        _pair_alike(a, b, pairs, free_a, free_b)
    if (free_a and free_b) or (pairs and (free_a or free_b)):
        left_a, left_b = set(free_a), set(free_b)
        pairs = _split_words(a, b, pairs, left_a, left_b)
        free_a, free_b = sorted(left_a), sorted(left_b)
    pairs.sort()
    return Alignment(tuple(pairs), tuple(free_a), tuple(free_b))


def _pair_alike(a: Parts, b: Parts, pairs: list[Pair], free_a: list[int], free_b: list[int]) -> None:
    """Pairs words that are alike, the most alike first; takes them from what is free."""
    by_sound = a.vowelless != b.vowelless
    found: list[tuple[float, int, int, int, Likeness]] = []
    for i in free_a:
        x = a.texts[i]
        for j in free_b:
            y = b.texts[j]
            like = likeness(x, y)
            if by_sound and like.value < CLOSE and sound(x) == sound(y) and len(sound(x)) > 1:
                like = Likeness(0.8, "spelling")
            if like.value >= CLOSE:
                found.append((-like.value, abs(i - j), i, j, like))
    found.sort()
    for _, _, i, j, like in found:
        if i in free_a and j in free_b:
            free_a.remove(i)
            free_b.remove(j)
            pairs.append(Pair((i,), (j,), like.value, like.how, max(a.words[i].weight, b.words[j].weight)))


def _split_words(a: Parts, b: Parts, pairs: list[Pair], free_a: set[int], free_b: set[int]) -> list[Pair]:
    """Pairs of one word with several adjacent ones; takes them from what is free."""
    for whole, free, pieces, others, turned in ((a, free_a, b, free_b, False), (b, free_b, a, free_a, True)):
        for i in sorted(free):
            word = whole.texts[i]
            span = _pieces(word, pieces.texts, others) if len(others) > 1 else None
            if span is None:
                continue
            value = likeness(word, "".join(pieces.texts[j] for j in span)).value
            free.remove(i)
            others.difference_update(span)
            left, right = ((i,), span) if not turned else (span, (i,))
            pairs = [*pairs, Pair(left, right, min(value, 0.97), "spelling", whole.words[i].weight)]
    return _extended(a, b, pairs, free_a, free_b) if free_a or free_b else pairs


def _pieces(word: str, words: tuple[str, ...], free: set[int]) -> tuple[int, ...] | None:
    """The adjacent free words that together write `word`, give or take a letter."""
    for start in sorted(free):
        text = ""
        for end in range(start, min(start + _JOINED, len(words))):
            if end not in free:
                break
            text += words[end]
            if end > start and abs(len(text) - len(word)) <= 1 and likeness(text, word).value >= 0.88:
                return tuple(range(start, end + 1))
            if len(text) > len(word) + 1:
                break
    return None


def _extended(a: Parts, b: Parts, pairs: list[Pair], free_a: set[int], free_b: set[int]) -> list[Pair]:
    """Pairs in which one word lacks a piece that stands free beside it: `Patr ushev` for `Patrushev`."""
    out = []
    for pair in pairs:
        if len(pair.a) == len(pair.b) == 1 and pair.how in ("altered", "sound"):
            pair = _with_piece(a, b, pair, free_b, False) or _with_piece(b, a, pair, free_a, True) or pair
        out.append(pair)
    return out


def _with_piece(whole: Parts, pieces: Parts, pair: Pair, free: set[int], turned: bool) -> Pair | None:
    i, j = (pair.b[0], pair.a[0]) if turned else (pair.a[0], pair.b[0])
    for beside in (j - 1, j + 1):
        if beside in free:
            low, high = sorted((j, beside))
            like = likeness(whole.texts[i], pieces.texts[low] + pieces.texts[high])
            if like.value > pair.value and like.value >= 0.88:
                free.remove(beside)
                span = (low, high)
                left, right = (span, (i,)) if turned else ((i,), span)
                return Pair(left, right, min(like.value, 0.97), "spelling", pair.weight)
    return None
