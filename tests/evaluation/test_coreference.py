"""The scorer against cases counted by hand."""

from __future__ import annotations

import itertools

import pytest

from evaluation.coreference import bcubed, ceaf, conll, muc


def clusters(text: str) -> dict[object, object]:
    """`"ab c"`: a and b in one cluster, c in another."""
    return {mention: n for n, group in enumerate(text.split()) for mention in group}


@pytest.mark.parametrize(
    "gold, got, of_muc, of_bcubed, of_ceaf",
    [
        # All right: every figure is one.
        ("ab c", "ab c", (1, 1), (1, 1), (1, 1)),
        # abc d | ab cd. MUC: gold has 2 links, ab|cd keeps 1; got has 2 links, keeps 1.
        # B3 precision: a, b 1, c, d 1/2 -> 3/4; recall: a, b 2/3, c 1/3, d 1 -> 8/12.
        # CEAF: abc-ab 4/5, d-cd 2/3, sum 22/15, over 2 clusters each.
        ("abc d", "ab cd", (1 / 2, 1 / 2), (3 / 4, 2 / 3), (11 / 15, 11 / 15)),
        # Everything in one: no link is lost, half of the links found are wrong.
        # B3 precision: each mention 2/4. CEAF: ab-abcd 4/6 alone, over 1 got and 2 gold.
        ("ab cd", "abcd", (2 / 3, 1), (1 / 2, 1), (2 / 3, 1 / 3)),
        # Nothing joined: MUC finds none. B3 recall: a, b 1/2, c 1. CEAF: ab-a 2/3, c-c 1, over 3 got and 2 gold.
        ("ab c", "a b c", (0, 0), (1, 2 / 3), (5 / 9, 5 / 6)),
        # The classic of Luo 2005: 12345 67 89ABC against 12345 6789ABC.
        # MUC: gold keeps all 9 links, got has 10, 9 right. CEAF: 1 + 10/12, over 2 got and 3 gold.
        ("12345 67 89ABC", "12345 6789ABC", (9 / 10, 1), (16 / 21, 1), (11 / 12, 11 / 18)),
    ],
)
def test_cases_counted_by_hand(gold: str, got: str, of_muc: object, of_bcubed: object, of_ceaf: object) -> None:
    one, other = clusters(gold), clusters(got)
    for score, expected in ((muc, of_muc), (bcubed, of_bcubed), (ceaf, of_ceaf)):
        found = score(one, other)
        assert (found.precision, found.recall) == pytest.approx(expected), score.__name__


def test_the_conll_score_is_the_mean_of_three() -> None:
    found = conll(clusters("abc d"), clusters("ab cd"))
    assert found == pytest.approx((1 / 2 + 2 * (3 / 4) * (2 / 3) / (3 / 4 + 2 / 3) + 11 / 15) / 3)


def test_the_matching_is_the_best_of_all() -> None:
    gold, got = clusters("abcd efg hi j"), clusters("ae bcfh dgi j")
    found = ceaf(gold, got)
    golds = [set("abcd"), set("efg"), set("hi"), set("j")]
    gots = [set("ae"), set("bcfh"), set("dgi"), set("j")]
    best = max(
        sum(2 * len(g & k) / (len(g) + len(k)) for g, k in zip(golds, order, strict=True))
        for order in itertools.permutations(gots)
    )
    assert (found.precision, found.recall) == pytest.approx((best / 4, best / 4))
