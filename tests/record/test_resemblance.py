"""Two persons of the record compared, with what pages say of them."""

from __future__ import annotations

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge import files
from dragoman.record.geography import is_state
from dragoman.record.resemblance import MEANING, Verdict, profile, resemblance, weights

Person = tuple[str, str | None, str | None]  # name, country, title


def verdict(a: Person, b: Person, page: str = "") -> Verdict:
    ours, theirs = (
        profile(name, country, [title] if title else [], [page or f"p{i}"]) for i, (name, country, title) in enumerate((a, b))
    )
    forth = resemblance(ours, theirs, is_state)
    back = resemblance(theirs, ours, is_state)
    assert forth.sum == pytest.approx(back.sum)
    assert forth.sum == pytest.approx(weights().start + sum(forth.added))
    return forth.verdict


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Sergei Shoigu", "RUS", None), ("Sergey Shoygu", "RUS", None)),
        (("Sergei Shoigu", "RUS", None), ("Сергей Шойгу", "RUS", None)),
        (("Nejmeddin Sadigov", "AZE", None), ("Najmaddin Sadikov", "AZE", None)),
        (("Nejmeddin Sadigov", "AZE", None), ("Nəcməddin Sadıqov", "AZE", "General")),
        (("Nejmeddin Sadigov", "AZE", None), ("Неджмеддин Садыков", "AZE", None)),
        (("Serzh Sargsyan", "ARM", None), ("Serzh Sarkisian", "ARM", None)),
        (("Tod Wolters", "NATO", None), ("Todd Walters", "USA", None)),
        (("Petr Pavel", "NATO", "Military Committee chairman"), ("Peter Paul", "NATO", "chairman of the Military Committee")),
        (("Ben Wallace", "GBR", None), ("Benjamin Wallace", "GBR", "Defence Secretary")),
        (("Valery Gerasimov", "RUS", "Chief of the General Staff"), ("Valery Geasimov", "RUS", "General Staff chief")),
        (("Abdel Fattah al-Sisi", "EGY", None), ("Abdul Fattah el-Sisi", "EGY", None)),
    ],
)
def test_one_person(a: Person, b: Person) -> None:
    assert verdict(a, b) == "one"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Valery Gerasimov", "RUS", None), ("Valery Geasimov", "RUS", None)),  # a slip, or another man
        (("Ali Hassan", "IRQ", None), ("Hassan Ali", "IRQ", None)),
        (("Petr Pavel", "CZE", None), ("Peter Paul", "CZE", None)),
    ],
)
def test_doubt(a: Person, b: Person) -> None:
    assert verdict(a, b) == "doubt"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Zakir Hasanov", "AZE", "General"), ("Shabnam Hasanova", "AZE", "General")),
        (("Zakir Hasanov", "AZE", None), ("Zakira Hasanova", "AZE", None)),
        (("Serzh Sarkisian", "ARM", "President"), ("Tigran Sarkisian", "ARM", "President")),
        (("Ilham Aliyev", "AZE", "President"), ("Heydar Aliyev", "AZE", "President")),
        (("George W. Bush", "USA", "President"), ("George H.W. Bush", "USA", "President")),
        (("Sergey Ivanov", "RUS", None), ("Sergey Ivanov", "BLR", None)),
        (("Sergey Viktorovich Ivanov", "RUS", None), ("Sergey Petrovich Ivanov", "RUS", None)),
    ],
)
def test_two_persons(a: Person, b: Person) -> None:
    assert verdict(a, b) == "two"


def test_a_page_that_names_both_knows_why() -> None:
    a, b = ("Valery Gerasimov", "RUS", "Chief of the General Staff"), ("Valery Geasimov", "RUS", "Chief of the General Staff")
    assert (verdict(a, b), verdict(a, b, page="p")) == ("one", "doubt")


def test_the_president_of_a_house_is_not_the_president() -> None:
    a, b = ("Ali Hassan", "SOM", "President"), ("Hassan Ali", "SOM", "President of the Senate")
    assert verdict(a, b) == "doubt"
    assert verdict(a, ("Hassan Ali", "SOM", "Somali President")) == "one"


def test_every_weight_has_a_feature_that_is_explained(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert set(weights().of) <= set(MEANING)
    (tmp_path / "person_weights.yaml").write_text("one: 2\ndoubt: 1\nweights: {start: 0, hair: 1}\n", encoding="utf-8")
    monkeypatch.setattr(files, "PACKAGED", tmp_path)
    weights.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match="hair"):
            weights()
    finally:
        monkeypatch.undo()
        weights.cache_clear()
