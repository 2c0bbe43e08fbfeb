"""Names: taken apart, and alike across spellings, never across different given names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.mentions import spelling as names
from dragoman.mentions.spelling import PersonName


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Valery Gerasimov", PersonName("gerasimov", "valery")),
        ("Gerasimov", PersonName("gerasimov")),
        ("Joseph F. Dunford Jr.", PersonName("dunford", "joseph", ("f",), "jr")),
        ("Recep Tayyip Erdoğan", PersonName("erdogan", "recep", ("tayyip",))),
        ("George H.W. Bush", PersonName("bush", "george", ("h", "w"))),
        ("Abdel Fattah al-Sisi", PersonName("sisi", "abdel", ("fattah",))),
        ("al-Sisi", PersonName("sisi")),
        ("Ursula von der Leyen", PersonName("leyen", "ursula")),
        ("İlham Əliyev", PersonName("aliyev", "ilham")),
        ("...", PersonName("")),
    ],
)
def test_a_name_in_parts(name: str, parts: PersonName) -> None:
    assert names.parse(name) == parts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Zakir Hasanov", "Zakir Gasanov"),
        ("Zakir Hasanov", "Zakir Khasanov"),
        ("Tod Wolters", "Todd Volters"),
        ("Serzh Sarkisian", "Serzh Sargsyan"),
        ("Ilham Aliyev", "Ilham Aliev"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Joseph Dunford", "Joe Dunford"),
        ("Petr Pavel", "Peter Pavel"),
        ("Dmitry Medvedev", "Dmitri Medvedev"),
        ("Yevgeny Buzhinsky", "Evgeny Buzhinskiy"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    x, y = names.parse(a), names.parse(b)
    assert names.same_surname(x.surname, y.surname)
    assert names.same_given(x.given, y.given)
    assert names.consonants(x.surname) == names.consonants(y.surname)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Serzh Sargsyan", "Tigran Sargsyan"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Donald Trump", "Eric Trump"),
        ("Sergey Ivanov", "Serzh Ivanov"),
        ("Hasan Rouhani", "Hussein Rouhani"),
        ("Karim Massimov", "Karam Massimov"),
    ],
)
def test_different_given_names(a: str, b: str) -> None:
    assert not names.same_given(names.parse(a).given, names.parse(b).given)


@pytest.mark.parametrize(
    ("a", "b"), [("hasanov", "hasanova"), ("hill", "gill"), ("harris", "garris"), ("pavel", "powell"), ("kim", "kem")]
)
def test_different_surnames(a: str, b: str) -> None:
    assert not names.same_surname(a, b)


@given(st.text(max_size=20), st.text(max_size=20))
def test_alikeness_has_no_order_and_holds_of_oneself(a: str, b: str) -> None:
    x, y = names.parse(a), names.parse(b)
    assert names.same_surname(x.surname, x.surname)
    assert names.same_surname(x.surname, y.surname) == names.same_surname(y.surname, x.surname)
    assert names.same_given(x.given, y.given) == names.same_given(y.given, x.given)
    assert names.middles_agree(x, y) == names.middles_agree(y, x)


@given(st.text(max_size=20), st.text(max_size=20))
def test_surnames_that_are_alike_are_filed_together(a: str, b: str) -> None:
    x, y = names.parse(a).surname, names.parse(b).surname
    if names.same_surname(x, y):
        assert names.consonants(x) == names.consonants(y)
