"""Two names compared: spellings of one name are one, two names are two, whatever is thrown at the comparison."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import KnowledgeError
from dragoman.knowledge import files
from dragoman.names.features import FEATURES, FOR, MEANING
from dragoman.names.match import compare, weights_of
from dragoman.names.parts import Sort


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Sergei Shoigu", "Сергей Шойгу"),
        ("Sergei Shoigu", "Shoigu, Sergei"),
        ("Sergei Shoigu", "Army General Sergei Shoigu"),
        ("Sergei Shoigu", "Sergei Kuzhugetovich Shoigu"),
        ("Sergei Shoigu", "SergeiShoigu"),
        ("Sergei Shoigu", "S. Shoigu"),
        ("Serzh Sargsyan", "Serzh Sarkisian"),
        ("Nejmeddin Sadigov", "Nəcməddin Sadıqov"),
        ("Nejmeddin Sadigov", "Неджмеддин Садыков"),
        ("Tod Wolters", "Todd Walters"),
        ("Zakir Hasanov", "Zakir Gasanov"),
        ("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης"),
        ("Xi Jinping", "习近平"),
    ],
)
def test_one_person_in_two_spellings(a: str, b: str) -> None:
    assert compare(a, b).is_one
    assert compare(a, b).log_odds == pytest.approx(compare(b, a).log_odds)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zakir Hasanov", "Shabnam Hasanova"),
        ("Serzh Sargsyan", "Tigran Sargsyan"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Vladimir Putin", "Donald Trump"),
        ("Putin", "Vladimir Medvedev"),
    ],
)
def test_two_persons(a: str, b: str) -> None:
    assert not compare(a, b).is_one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Almaz-Antey JSC", "OJSC Almaz Antey", True),
        ("Uralvagonzavod Joint Stock Company", "АО Уралвагонзавод", True),
        ("Rheinmetall AG", "Rheinmetall Aktiengesellschaft", True),
        ("Ministry of Defence of Armenia", "Ministry of Defence of Azerbaijan", False),
        ("Rheinmetall AG", "Rheinmetall Kongsberg GmbH", False),
    ],
)
def test_bodies_and_companies(a: str, b: str, one: bool) -> None:
    assert compare(a, b, "organisation").is_one is one


def test_every_feature_adds_what_its_name_says() -> None:
    found = compare("Sergei Shoigu", "S. Shoygu", words=True)
    assert found.log_odds == pytest.approx(found.start + sum(found.added))
    assert {f.name: f.detail for f in found.features}["initial"] == "sergei = s"
    assert set(MEANING) == set(FEATURES)
    sorts: tuple[Sort, ...] = ("person", "organisation")
    for sort in sorts:
        for name, weight in weights_of(sort).of.items():
            assert weight > 0 if name in FOR else weight < 0, name


HOSTILE = ["", "x", "X.", "Mr. Gen. Dr.", "a" * 10_000, "ab " * 3_000, "\u202e\u200f\u2066", "Sеrgеi\u202e Shоigu", "'" * 5_000, "一" * 5_000]


@pytest.mark.parametrize("name", HOSTILE)
def test_bad_input_takes_no_time_and_does_no_harm(name: str) -> None:
    begin = time.process_time()
    for other in [*HOSTILE, "Sergei Shoigu"]:
        for sort in ("person", "organisation"):
            compare(name, other, sort)  # type: ignore[arg-type]
    assert time.process_time() - begin < 5


def test_what_has_no_letter_is_like_nothing() -> None:
    assert compare("...", "...").log_odds == -math.inf
    assert compare("", "Sergei Shoigu").likely == pytest.approx(0, abs=1e-9)


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_comparison_has_no_order(a: str, b: str) -> None:
    assert compare(a, b).log_odds == pytest.approx(compare(b, a).log_odds)


@settings(deadline=None)
@given(st.from_regex(r"[A-Z][a-z]{2,9} [A-Z][a-z]{3,12}", fullmatch=True))
def test_a_name_is_itself(name: str) -> None:
    assert compare(name, name).is_one


def test_a_weight_of_no_feature_is_refused(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "name_weights.yaml").write_text("person: {start: 0, colour of eyes: 2}\n", encoding="utf-8")
    monkeypatch.setattr(files, "PACKAGED", tmp_path)
    weights_of.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match="colour of eyes"):
            weights_of("person")
    finally:
        monkeypatch.undo()
        weights_of.cache_clear()
