"""The two states of whom a page tells: those that it names side by side again and again."""

from __future__ import annotations

from collections import Counter

from dragoman.mentions.spots import PageReferents

# What stands between two that are named side by side.
_JOINS = frozenset({"and", "&", "with", "-", "–", "—", "against", "between", "from", "versus", "'s", "’s", "the"})
# Forms in which a state is named.
_NAMING = frozenset({"country", "demonym", "metonym", "capital"})
_LEAST = 2  # times that they stand side by side


def main_pair(page: PageReferents) -> tuple[int, ...]:
    """The state referents of the pair named most often; empty where no pair stands out."""
    states = {r.country: r.id for r in page.referents if r.kind == "state" and r.country is not None}
    counts: Counter[tuple[str, ...]] = Counter()
    for sentence in page.annotated.sentences:
        spots = [s for s in page.spots[sentence.index] if s.form in _NAMING]
        for left, right in zip(spots, spots[1:], strict=False):
            between = {t.text.lower() for t in sentence.tokens[left.last : right.first]}
            codes = {page.referents[r].country for s in (left, right) for r in s.referents}
            if between <= _JOINS and len(codes) == 2 and codes <= set(states):
                counts[tuple(sorted(str(c) for c in codes))] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _LEAST or len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        return ()
    return tuple(states[code] for code in ranked[0][0])


def only_two(page: PageReferents, sentence: int) -> list[int]:
    """The two states of which a page has spoken before a sentence; none where it has spoken of more, or of fewer."""
    states = [
        r.id
        for r in page.referents
        if r.kind == "state" and r.country is not None and any(m.sentence < sentence for m in r.mentions)
    ]
    return states if len(states) == 2 else []
