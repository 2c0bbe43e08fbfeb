"""What somebody said: by speaker, subject, status and date."""

from __future__ import annotations

import pytest

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.views.says import Said, Wanted, says


def texts(found: list[Said]) -> list[tuple[str, str]]:
    return [(s.speaker_name, s.text) for s in found]


def test_a_person_says_in_order_of_the_pages(store: Store) -> None:
    found = says(store, Wanted("Lavrov"))
    assert [s.published for s in found] == sorted(s.published or "" for s in found)
    assert {s.status for s in found} == {"asserted", "denied"}
    assert {s.speaker_name for s in found} == {"Sergey Lavrov"}


def test_a_state_stands_for_its_people(store: Store) -> None:
    assert {s.speaker_name for s in says(store, Wanted("Russia"))} >= {"Sergey Lavrov"}
    assert {s.speaker_name for s in says(store, Wanted("AZE"))} == {"Ilham Aliyev"}


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("arms", "Baku had bought arms worth $4 billion from Moscow"),
        ("weapons", "Baku had bought arms worth $4 billion from Moscow"),  # another word for it
        ("Moscow", "Baku had bought arms worth $4 billion from Moscow"),
        ("Russia", "Baku had bought arms worth $4 billion from Moscow"),  # the state that "Moscow" stands for
    ],
)
def test_about_is_a_word_a_subject_or_a_name(store: Store, about: str, text: str) -> None:
    assert texts(says(store, Wanted("Aliyev", about))) == [("Ilham Aliyev", text)]


def test_about_what_was_not_spoken_of_finds_nothing(store: Store) -> None:
    assert says(store, Wanted("Aliyev", "refugees")) == []


def test_a_figure_says_what_it_measures(store: Store) -> None:
    (only,) = says(store, Wanted("Aliyev"))
    (figure,) = only.figures
    assert (figure.text, figure.of) == ("$4 billion", "arms")


def test_a_stance_names_its_target_and_its_words(store: Store) -> None:
    shown = {(t.name.split(" ")[0], t.stance, t.words) for s in says(store, Wanted("Lavrov")) for t in s.towards}
    assert {("Azerbaijan", "praises", "thanked"), ("meeting", "supports", "welcomed")} <= shown


def test_status_and_dates_narrow_it(store: Store) -> None:
    (denied,) = says(store, Wanted("Lavrov", status="denied"))
    assert denied.published == "2017-02-18"
    assert says(store, Wanted("Lavrov", since="2017-02-19")) == []
    assert all(s.published == "2017-02-17" for s in says(store, Wanted("Lavrov", until="2017-02-17")))


@pytest.mark.parametrize(
    ("wanted", "what"),
    [
        (Wanted("Lavrov", status="shouted"), "no status"),
        (Wanted("Lavrov", since="soon"), "not a date"),
        (Wanted("Lavrov", about="!"), "no letter"),
    ],
)
def test_what_cannot_be_meant_is_refused(store: Store, wanted: Wanted, what: str) -> None:
    with pytest.raises(DragomanError, match=what):
        says(store, wanted)
