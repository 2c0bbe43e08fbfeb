"""Claims side by side: the sides, their chains of sources, and the numbers that each gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.store.store import Store
from dragoman.views.claims import claims
from dragoman.views.timeline import Filter, timeline
from tests.record.hand import Hand, record


def test_who_affirms_it_with_the_chain_that_each_page_names(store: Store) -> None:
    (event,) = timeline(store, Filter(who="Dunford"))
    found = [(c.side, c.who, c.publisher) for c in claims(store, event.id).claims]
    assert ("affirms", (), "TASS") in found
    assert ("affirms", ("RIA Novosti",), "Trend") in found


def test_who_only_speaks_of_it_is_shown_with_a_stance(store: Store) -> None:
    (event,) = timeline(store, Filter(who="Dunford"))
    assert [(c.who, c.stance) for c in claims(store, event.id).claims if c.stance] == [(("Sergey Lavrov",), "supports")]


def page(id: str, text: str, day: str, killed: tuple[int, str], status: str, who: str) -> Hand:
    hand = Hand(id, text, day, publisher=id.upper())
    sides = [(hand.state("Azerbaijan", "AZE"), "attacker"), (hand.state("Armenia", "ARM"), "target")]
    hand.fact(
        "incident", "attacked", sides, status=status, attributed_to=(who,), figures=[("killed", *killed)],  # type: ignore[arg-type]
        date=("on 2 April 2016", "2016-04-02"),
    )
    return hand


def test_numbers_of_one_thing_stand_together_with_whose_they_are(tmp_path: Path) -> None:
    one = page("a", "Azerbaijan attacked Armenia on 2 April 2016, 18 died.", "2016-04-03", (18, "18"), "occurred", "Yerevan")
    two = page("b", "Azerbaijan attacked Armenia on 2 April 2016, 31 died.", "2016-04-04", (31, "31"), "denied", "Baku")
    with record(tmp_path / "r", one.reading(), two.reading()) as store:
        (event,) = timeline(store, Filter(who="AZE"))
        found = claims(store, event.id)
    assert [(c.side, c.who) for c in found.claims] == [("affirms", ("Yerevan",)), ("denies", ("Baku",))]
    assert [(n.what, n.number, n.who, n.published) for n in found.numbers] == [
        ("killed", "18", ("Yerevan",), "2016-04-03"),
        ("killed", "31", ("Baku",), "2016-04-04"),
    ]
    assert sum(n.chosen for n in found.numbers) == 1


def test_what_is_no_event_is_refused(store: Store) -> None:
    with pytest.raises(DragomanError, match="no event of the record"):
        claims(store, "a0000")
